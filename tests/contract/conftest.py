"""Cases are made in memory here."""

from tests.ledger.places import tmp_path

__all__ = ["tmp_path"]
