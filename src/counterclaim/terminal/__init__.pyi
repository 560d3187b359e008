from counterclaim.terminal.link_tables import (
    change_table,
    claims_page,
    judgement_table,
    origin_page,
    party_table,
    series_page,
    sum_table,
)
from counterclaim.terminal.run import counted, progress, tally_line
from counterclaim.terminal.tables import (
    document_table,
    failure_table,
    note_of_rest,
    show,
    statement_page,
    statement_table,
    summary_page,
)

__all__ = [
    "change_table",
    "claims_page",
    "counted",
    "document_table",
    "failure_table",
    "judgement_table",
    "note_of_rest",
    "origin_page",
    "party_table",
    "progress",
    "series_page",
    "show",
    "statement_page",
    "statement_table",
    "sum_table",
    "summary_page",
    "tally_line",
]
