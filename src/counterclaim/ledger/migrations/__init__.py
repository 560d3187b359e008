"""Schema revisions of a case, for Alembic; run by ``counterclaim.ledger.migrate``."""
