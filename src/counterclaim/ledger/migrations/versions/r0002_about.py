"""The denied or accused proposition of a statement: no span for statements stored before."""

import sqlalchemy as sa
from alembic import op

revision = "r0002"
down_revision = "r0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add ``statement.about``. A constant default changes no row, so that no trigger is set off."""
    op.add_column("statement", sa.Column("about", sa.Text(), nullable=False, server_default="[]"))
