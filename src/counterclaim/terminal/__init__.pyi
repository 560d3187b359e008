from counterclaim.terminal.run import progress, tally_line
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
    "document_table",
    "failure_table",
    "note_of_rest",
    "progress",
    "show",
    "statement_page",
    "statement_table",
    "summary_page",
    "tally_line",
]
