"""Schema revisions: a connection to an empty or older case in, one of the newest revision out."""

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from counterclaim.errors import LedgerError
from counterclaim.ledger.schema import HEAD

_MIGRATIONS = Path(__file__).parent / "migrations"


def revision(connection: sa.Connection) -> str | None:
    """The schema revision of the database; null for one that is not a case."""
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()


def upgrade(connection: sa.Connection) -> None:
    """Bring the schema to the newest revision inside the connection's own transaction."""
    command.upgrade(alembic_config(connection), "head")


def needs_upgrade(connection: sa.Connection, name: str) -> bool:
    """Whether the case is of an older revision than this code.

    Raises LedgerError if the database is no case, or of a revision that this code doesn't know.
    """
    found = revision(connection)
    if found is None:
        raise LedgerError(
            f"{name} is a database but not one of a case", "Give the folder of a case, or create one in a new folder"
        )
    known = sorted(file.stem.partition("_")[0] for file in (_MIGRATIONS / "versions").glob("r*.py"))
    if found not in known:
        raise LedgerError(
            f"{name} was written by a newer version (its schema is {found}, this version knows {HEAD})",
            "Update counterclaim and open the case again",
        )
    return found != HEAD


def alembic_config(connection: sa.Connection) -> Config:
    """Alembic's settings for the migrations in this package, run over ``connection``."""
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
