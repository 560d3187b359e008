"""The public names of the ledger: records in, a case on disk out; nothing heavy is imported before it is used."""

from counterclaim._lazy import lazy

__all__ = [
    "ActCount",
    "Count",
    "Damage",
    "DayCounts",
    "DocumentRow",
    "Failure",
    "Ledger",
    "LinkIndex",
    "SetAsideCount",
    "StatementDetail",
    "StatementQuery",
    "StatementRow",
    "StoredArticle",
    "Summary",
    "export_csv",
    "export_jsonl",
]

__getattr__ = lazy(
    __name__,
    {
        "ActCount": "counterclaim.ledger.views",
        "Count": "counterclaim.ledger.views",
        "Damage": "counterclaim.ledger.views",
        "DayCounts": "counterclaim.ledger.views",
        "DocumentRow": "counterclaim.ledger.views",
        "Failure": "counterclaim.ledger.views",
        "Ledger": "counterclaim.ledger.store",
        "LinkIndex": "counterclaim.ledger.links",
        "SetAsideCount": "counterclaim.ledger.views",
        "StatementDetail": "counterclaim.ledger.views",
        "StatementQuery": "counterclaim.ledger.views",
        "StatementRow": "counterclaim.ledger.views",
        "StoredArticle": "counterclaim.ledger.views",
        "Summary": "counterclaim.ledger.views",
        "export_csv": "counterclaim.ledger.export",
        "export_jsonl": "counterclaim.ledger.export",
    },
)
