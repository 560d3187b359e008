"""What people judge of claims: which kind a judgement is about, and who stands on the other side."""

import sqlalchemy as sa
from alembic import op

revision = "r0004"
down_revision = "r0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add ``judgement.about`` and ``judgement.opposed``. Constant defaults change no row: no trigger."""
    op.add_column("judgement", sa.Column("about", sa.Text(), nullable=False, server_default="party"))
    op.add_column("judgement", sa.Column("opposed", sa.Text(), nullable=False, server_default="[]"))
