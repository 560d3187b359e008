from counterclaim.ledger.export import export_csv, export_jsonl
from counterclaim.ledger.links import LinkIndex
from counterclaim.ledger.store import Ledger
from counterclaim.ledger.views import (
    ActCount,
    Count,
    Damage,
    DayCounts,
    DocumentRow,
    Failure,
    SetAsideCount,
    StatementDetail,
    StatementQuery,
    StatementRow,
    StoredArticle,
    Summary,
)

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
