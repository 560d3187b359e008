"""Alembic's entry point: a connection handed in by ``migrate``, a migrated schema out."""

from alembic import context

from counterclaim.ledger.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
