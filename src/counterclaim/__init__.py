"""Counterclaim reads news articles on a contested event and gives a ledger of who said what.

>>> import counterclaim
>>> counterclaim.extract(text, published="2019-01-04").statements
"""

from counterclaim._lazy import lazy

_HOMES = {
    "CaptureError": "counterclaim.errors",
    "Config": "counterclaim.config",
    "CounterclaimError": "counterclaim.errors",
    "Document": "counterclaim.records",
    "Extraction": "counterclaim.records",
    "InputError": "counterclaim.errors",
    "Ledger": "counterclaim.ledger",
    "LedgerError": "counterclaim.errors",
    "Links": "counterclaim.records.links",
    "ModelError": "counterclaim.errors",
    "ReadError": "counterclaim.errors",
    "Speaker": "counterclaim.records",
    "Statement": "counterclaim.records",
    "StatementQuery": "counterclaim.ledger",
    "UsageError": "counterclaim.errors",
    "extract": "counterclaim.api",
    "links": "counterclaim.api",
    "load_config": "counterclaim.config",
}

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

__getattr__ = lazy(__name__, _HOMES)
