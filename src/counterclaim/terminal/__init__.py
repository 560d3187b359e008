"""Rows and tallies in, what a terminal shows out; nothing heavy is imported before it is used."""

from counterclaim._lazy import lazy

_HOMES = {
    "document_table": "counterclaim.terminal.tables",
    "failure_table": "counterclaim.terminal.tables",
    "note_of_rest": "counterclaim.terminal.tables",
    "progress": "counterclaim.terminal.run",
    "show": "counterclaim.terminal.tables",
    "statement_page": "counterclaim.terminal.tables",
    "statement_table": "counterclaim.terminal.tables",
    "summary_page": "counterclaim.terminal.tables",
    "tally_line": "counterclaim.terminal.run",
}

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
__getattr__ = lazy(__name__, _HOMES)
