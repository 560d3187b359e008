"""What people judge of parties: merged, split, withdrawn; rows that are never updated."""

import sqlalchemy as sa
from alembic import op

from counterclaim.ledger import dialects

revision = "r0003"
down_revision = "r0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create ``judgement`` and its guard."""
    op.create_table(
        "judgement",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("members", sa.Text(), nullable=False),
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_judgement"),
        sa.UniqueConstraint("id", name="uq_judgement_id"),
    )
    for statement in dialects.guard_ddl(op.get_bind().dialect.name, "judgement"):
        op.execute(statement)
