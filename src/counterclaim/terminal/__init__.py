"""Rows and tallies in, what a terminal shows out; nothing heavy is imported before it is used."""

from counterclaim._lazy import lazy

_HOMES = {
    "change_table": "counterclaim.terminal.link_tables",
    "claims_page": "counterclaim.terminal.link_tables",
    "counted": "counterclaim.terminal.run",
    "document_table": "counterclaim.terminal.tables",
    "failure_table": "counterclaim.terminal.tables",
    "judgement_table": "counterclaim.terminal.link_tables",
    "note_of_rest": "counterclaim.terminal.tables",
    "origin_page": "counterclaim.terminal.link_tables",
    "party_table": "counterclaim.terminal.link_tables",
    "progress": "counterclaim.terminal.run",
    "series_page": "counterclaim.terminal.link_tables",
    "show": "counterclaim.terminal.tables",
    "statement_page": "counterclaim.terminal.tables",
    "statement_table": "counterclaim.terminal.tables",
    "sum_table": "counterclaim.terminal.link_tables",
    "summary_page": "counterclaim.terminal.tables",
    "tally_line": "counterclaim.terminal.run",
}

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
__getattr__ = lazy(__name__, _HOMES)
