"""Exports: a ledger in; a whole case as JSON lines, or its statements as a table, out."""

import csv
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, TextIO

import msgspec
import sqlalchemy as sa

from counterclaim.ledger import queries, rows, schema
from counterclaim.ledger.store import Ledger
from counterclaim.ledger.views import StatementQuery, StatementRow
from counterclaim.records import Spans
from counterclaim.records.links import Links

_DOCUMENTS_AT_ONCE = 200
_PARTS = (
    ("statement", schema.statement, rows.statement_from),
    ("figure", schema.figure, rows.figure_from),
    ("date", schema.date_mention, rows.date_from),
    ("vote", schema.vote, rows.vote_from),
)

CSV_COLUMNS = (
    "id",
    "document",
    "published",
    "publisher",
    "title",
    "url",
    "file",
    "speaker",
    "speaker_type",
    "speaker_role",
    "kind",
    "act",
    "said_on",
    "source",
    "cue",
    "content",
    "source_spans",
    "cue_spans",
    "content_spans",
    "about_spans",
    "within",
    "confidence",
)
"""Columns of the table of statements; those that end in ``_spans`` are spans as JSON."""

BETWEEN_PIECES = " […] "
"""Stands in the CSV's ``content`` where the narrator breaks into a quote."""

# Spreadsheets take a cell that begins so for a formula. Besides the ASCII ones that OWASP's
# page on CSV injection lists, the full-width signs, which some locales read alike.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def export_jsonl(ledger: Ledger, out: TextIO, links: Links | None = None) -> None:
    """Write the whole case to ``out``, one record per line with its ``type``.

    Each document is followed by its statements, figures, dates and votes, which carry its id
    as ``document``; after the documents come the records of ``links``, where a party's type is
    ``party_type``, and people's judgements. The order, and with it every byte, depends on nothing but the records.
    """
    for line in chain(_lines(ledger), _link_lines(links or Links()), _judgement_lines(ledger)):
        out.write(msgspec.json.encode(line).decode("utf-8") + "\n")


def export_csv(ledger: Ledger, out: TextIO, query: StatementQuery | None = None) -> None:
    r"""Write the statements to ``out`` (opened with ``newline=""``) as CSV (RFC 4180) with a head line.

    Every cell is quoted. A cell that a spreadsheet would take for a formula, which begins
    with ``= + - @``, a tab or a line's end, gets an apostrophe before it; so does one that
    begins with apostrophes and then one of these, which is why one apostrophe can be taken
    away again from each such cell (see ``unguarded``). Spans are JSON.
    """
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(CSV_COLUMNS)
    for row in ledger.statements(query):
        writer.writerow([guarded(cell) for cell in _cells(row)])


def guarded(cell: str) -> str:
    """The cell, with an apostrophe before it if a spreadsheet would take it for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """What ``guarded`` was given."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _lines(ledger: Ledger) -> Iterator[dict[str, Any]]:
    with ledger.reading() as connection:
        question = sa.select(schema.document.c.key).order_by(*queries.DOCUMENT_ORDER)
        keys = list(connection.scalars(question))
        for start in range(0, len(keys), _DOCUMENTS_AT_ONCE):
            yield from _batch(connection, keys[start : start + _DOCUMENTS_AT_ONCE])


def _judgement_lines(ledger: Ledger) -> Iterator[dict[str, Any]]:
    for one in ledger.judgements():
        yield {"type": "judgement", "id": one.id, **_fields(one)}


def _link_lines(links: Links) -> Iterator[dict[str, Any]]:
    kinds: tuple[tuple[str, Iterable[msgspec.Struct]], ...] = (
        ("party", links.parties),
        ("origin_group", links.origin_groups),
        ("claim", links.claims),
        ("figure_series", links.figure_series),
        ("change", links.changes),
    )
    for name, records in kinds:
        for record in records:
            fields = _fields(record)
            if "type" in fields:  # a line's own "type" is taken: a party's goes by "party_type"
                fields = {f"{name}_type" if field == "type" else field: value for field, value in fields.items()}
            yield {"type": name, **fields}


def _batch(connection: sa.Connection, keys: list[int]) -> Iterator[dict[str, Any]]:
    parts: dict[int, list[dict[str, Any]]] = {key: [] for key in keys}
    ids = {}
    heads = sa.select(schema.document).where(schema.document.c.key.in_(keys))
    for row in connection.execute(heads).mappings():
        document = rows.document_from(row)
        ids[row["key"]] = document.id
        parts[row["key"]].append({"type": "document", **_fields(document)})
    for name, table, from_row in _PARTS:
        question = sa.select(table).where(table.c.document.in_(keys)).order_by(table.c.document, table.c.position)
        for row in connection.execute(question).mappings():
            key = row["document"]
            parts[key].append({"type": name, "document": ids[key], **_fields(from_row(row))})
    for key in keys:
        yield from parts[key]


def _fields(record: msgspec.Struct) -> dict[str, Any]:
    return {field: getattr(record, field) for field in record.__struct_fields__}


def _cells(row: StatementRow) -> Iterator[str]:
    statement, document = row.statement, row.document
    text, speaker = statement.text, statement.speaker
    values = (
        statement.id,
        document.id,
        document.published,
        document.publisher,
        document.title,
        document.url,
        document.file,
        speaker.name,
        speaker.type,
        speaker.role,
        statement.kind,
        statement.act,
        statement.said_on,
        text.source,
        text.cue,
        BETWEEN_PIECES.join(text.content),
        _spans(statement.source),
        _spans(statement.cue),
        _spans(statement.content),
        _spans(statement.about),
        statement.within,
        repr(statement.confidence),
    )
    return ("" if value is None else value for value in values)


def _spans(spans: Spans) -> str:
    return msgspec.json.encode(spans).decode("ascii")
