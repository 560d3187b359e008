"""Errors of the database, the files and the values in, the ledger's own errors out."""

from collections.abc import Iterator
from contextlib import contextmanager

import msgspec
import sqlalchemy as sa

from counterclaim.errors import LedgerError


@contextmanager
def as_ledger_errors(what: str) -> Iterator[None]:
    """Raise LedgerError for whatever storage raises inside; ``what`` says what was being done."""
    try:
        yield
    except sa.exc.DBAPIError as error:
        advice = "Check the disk's free space and rights, then run the same command again; nothing acknowledged is lost"
        raise LedgerError(f"{what}: the database says: {error.orig}", advice) from error
    except sa.exc.SQLAlchemyError as error:
        raise LedgerError(f"{what}: {error}", "Report this: it is a defect") from error
    except OSError as error:
        raise LedgerError(f"{what}: {error}", "Check that the folder is there, writable and not full") from error
    except msgspec.MsgspecError as error:
        advice = "The case's database has been changed by something else: restore it from a backup"
        raise LedgerError(f"{what}: a stored value is damaged: {error}", advice) from error
    except (UnicodeError, OverflowError) as error:
        advice = "Set this source aside: its text or numbers can't be stored"
        raise LedgerError(f"{what}: a value can't be stored: {error}", advice) from error
