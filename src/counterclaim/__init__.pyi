from counterclaim.api import extract, links
from counterclaim.config import Config, load_config
from counterclaim.errors import (
    CaptureError,
    CounterclaimError,
    InputError,
    LedgerError,
    ModelError,
    ReadError,
    UsageError,
)
from counterclaim.ledger import Ledger, StatementQuery
from counterclaim.records import Document, Extraction, Speaker, Statement
from counterclaim.records.links import Links

__all__ = [
    "CaptureError",
    "Config",
    "CounterclaimError",
    "Document",
    "Extraction",
    "InputError",
    "Ledger",
    "LedgerError",
    "Links",
    "ModelError",
    "ReadError",
    "Speaker",
    "Statement",
    "StatementQuery",
    "UsageError",
    "extract",
    "links",
    "load_config",
]
