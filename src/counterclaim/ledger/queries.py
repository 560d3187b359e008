"""Reading a case: a connection and a question in, records and rows out, always in the same order.

The order is that of the days of publication, undated documents last, then of document
ids, then of places in the text. It doesn't depend on the order in which articles came in.
"""

import re
from collections.abc import Iterator
from typing import Any

import msgspec
import sqlalchemy as sa

from counterclaim.errors import UsageError
from counterclaim.ledger import dialects, rows
from counterclaim.ledger.schema import (
    body,
    capture,
    document,
    document_copy,
    figure,
    judgement,
    provenance,
    set_aside,
    statement,
)
from counterclaim.ledger.views import (
    DocumentRow,
    Failure,
    StatementDetail,
    StatementQuery,
    StatementRow,
    StoredArticle,
)
from counterclaim.records import ACTS, KINDS
from counterclaim.records.judgement import Judgement
from counterclaim.records.links import CaseArticle

SHORTEST_PREFIX = 4
"""Fewest characters of an id that may stand for it."""

LONGEST_NAME = 1_000
"""Longest part of a name that may be asked for, in characters; databases limit the pattern."""

_HEX = re.compile(r"[0-9a-f]+")
_EXAMPLES_OF_AMBIGUITY = 5
_ROWS_AT_ONCE = 500

DOCUMENT_ORDER = (document.c.sort_day, document.c.id)
_STATEMENT_ORDER = (*DOCUMENT_ORDER, statement.c.position)


def known(connection: sa.Connection, sha256: str, *, retry: bool) -> bool:
    """Whether these bytes were taken in; with ``retry`` bytes that were only set aside don't count."""
    if retry:
        taken_in = _taken_in()
        places = [sa.select(taken_in.c.sha256).where(taken_in.c.sha256 == sha256)]
    else:
        places = [sa.select(table.c.key).where(table.c.sha256 == sha256) for table in (capture, set_aside)]
    return any(connection.execute(place.limit(1)).first() is not None for place in places)


def documents(connection: sa.Connection) -> list[DocumentRow]:
    """All documents of the case."""
    count = sa.select(sa.func.count()).where(statement.c.document == document.c.key).scalar_subquery()
    columns = sa.select(document, capture.c.source, capture.c.captured_at, capture.c.sha256.label("capture_sha256"))
    question = columns.add_columns(count.label("statements")).join_from(document, capture).order_by(*DOCUMENT_ORDER)
    return [
        DocumentRow(
            document=rows.document_from(row),
            words=row["words"],
            statements=row["statements"],
            source=row["source"],
            captured_at=row["captured_at"],
            capture_sha256=row["capture_sha256"],
        )
        for row in connection.execute(question).mappings()
    ]


def article(connection: sa.Connection, id_prefix: str) -> StoredArticle:
    """The document with this id or beginning of an id, its text and its sentences."""
    question = sa.select(document, body.c.text, body.c.sentences).join_from(document, body)
    row = connection.execute(question.where(document.c.id == full_id(connection, document, id_prefix))).mappings().one()
    return StoredArticle(rows.document_from(row), row["text"], row["sentences"])


def case_article(connection: sa.Connection, document_id: str) -> CaseArticle:
    """The document with this id, its text and what was found in it, for linking."""
    question = sa.select(document, body.c.text).join_from(document, body).where(document.c.id == document_id)
    row = connection.execute(question).mappings().one()

    def found(table: sa.Table) -> Iterator[sa.RowMapping]:
        ordered = sa.select(table).where(table.c.document == row["key"]).order_by(table.c.position)
        return iter(connection.execute(ordered).mappings())

    return CaseArticle(
        document=rows.document_from(row),
        text=row["text"],
        statements=tuple(rows.statement_from(one) for one in found(statement)),
        figures=tuple(rows.figure_from(one) for one in found(figure)),
    )


def judgements(connection: sa.Connection) -> tuple[Judgement, ...]:
    """All judgements in the order in which they were made; those that a later one withdrew are marked."""
    found = [
        rows.judgement_from(row)
        for row in connection.execute(sa.select(judgement).order_by(judgement.c.key)).mappings()
    ]
    withdrawn = {member for one in found if one.kind == "withdraw" for member in one.members}
    return tuple(msgspec.structs.replace(one, withdrawn=one.id in withdrawn) for one in found)


def document_ids(connection: sa.Connection) -> list[str]:
    """The ids of all documents, in the order of every answer."""
    return list(connection.scalars(sa.select(document.c.id).order_by(*DOCUMENT_ORDER)))


def statements(connection: sa.Connection, query: StatementQuery) -> Iterator[StatementRow]:
    """The statements that are asked for, read as they are taken. Raises UsageError for a bad question."""
    # Keys first: what has to be sorted is then narrow, however long the statements are.
    asked = sa.select(statement.c.key).join_from(document, statement).where(*conditions(connection, query))
    keys = connection.scalars(asked.order_by(*_STATEMENT_ORDER).limit(query.limit).offset(query.offset)).all()
    heads = [column.label(f"document_{column.name}") for column in document.c]
    columns = sa.select(statement, *heads).join_from(document, statement).order_by(*_STATEMENT_ORDER)
    key, head = None, None
    for start in range(0, len(keys), _ROWS_AT_ONCE):
        batch = columns.where(statement.c.key.in_(keys[start : start + _ROWS_AT_ONCE]))
        for row in connection.execute(batch).mappings():
            if head is None or key != row["document_key"]:
                key, head = row["document_key"], rows.document_from(row, "document_")
            yield StatementRow(statement=rows.statement_from(row), document=head)


def statement_detail(connection: sa.Connection, id_prefix: str) -> StatementDetail:
    """The statement with this id or beginning of an id, and all that is needed to check it."""
    question = (
        sa.select(statement, body.c.text, provenance.c.components, capture.c.captured_at)
        .add_columns(capture.c.source.label("capture_source"), capture.c.sha256.label("capture_sha256"))
        .add_columns(*(column.label(f"document_{column.name}") for column in document.c))
        .select_from(statement.join(document).join(body).join(capture))
        .join(provenance, provenance.c.key == statement.c.provenance)
        .where(statement.c.id == full_id(connection, statement, id_prefix))
    )
    row = connection.execute(question).mappings().one()
    return StatementDetail(
        statement=rows.statement_from(row),
        document=rows.document_from(row, "document_"),
        text=row["text"],
        provenance=row["components"],
        source=row["capture_source"],
        captured_at=row["captured_at"],
        capture_sha256=row["capture_sha256"],
    )


def failures(connection: sa.Connection) -> list[Failure]:
    """What was set aside and hasn't been taken in since, in the order in which it happened."""
    question = sa.select(set_aside).where(unsettled()).order_by(set_aside.c.key)
    return [
        Failure(record=rows.set_aside_from(row), run=row["run"], at=row["at"])
        for row in connection.execute(question).mappings()
    ]


def unsettled() -> sa.ColumnElement[bool]:
    """What was set aside and not taken in since, be it the same bytes or other bytes of the same source."""
    taken_in = _taken_in()
    same_bytes = sa.select(taken_in.c.sha256).where(taken_in.c.sha256 == set_aside.c.sha256)
    same_source = sa.select(taken_in.c.sha256).where(
        taken_in.c.source == set_aside.c.source, taken_in.c.added_at >= set_aside.c.at
    )
    return sa.and_(~same_bytes.correlate(set_aside).exists(), ~same_source.correlate(set_aside).exists())


def _taken_in() -> sa.Subquery:
    """Captures that gave a document or were another copy of one, and when that was."""
    firsts = sa.select(capture.c.sha256, capture.c.source, document.c.added_at).join_from(document, capture)
    copies = sa.select(capture.c.sha256, capture.c.source, document_copy.c.added_at).join_from(document_copy, capture)
    return sa.union_all(firsts, copies).subquery("taken_in")


def full_id(connection: sa.Connection, table: sa.Table, prefix: str) -> str:
    """The id of which ``prefix`` is the beginning. Raises UsageError if it is of none or of several."""
    what, prefix = table.name, prefix.strip().lower()
    if len(prefix) < SHORTEST_PREFIX or not _HEX.fullmatch(prefix):
        advice = f"Give at least its first {SHORTEST_PREFIX} characters, which are digits and the letters a to f"
        raise UsageError(f"{prefix!r} is not the id of a {what} or the beginning of one", advice)
    ids = connection.scalars(
        sa.select(table.c.id)
        .where(table.c.id >= prefix, table.c.id < prefix + "g")
        .order_by(table.c.id)
        .limit(_EXAMPLES_OF_AMBIGUITY)
    ).all()
    if not ids:
        raise UsageError(f"no {what} has an id that begins with {prefix}", f"List the {what}s of the case to see ids")
    if len(ids) > 1:
        raise UsageError(f"several {what}s have ids that begin with {prefix}: {', '.join(ids)}", "Give more of the id")
    return str(ids[0])


def conditions(connection: sa.Connection, query: StatementQuery) -> list[sa.ColumnElement[bool]]:
    """What ``query`` asks of statements joined to documents, as SQL. Raises UsageError for a bad question."""
    _check(query)
    found: list[sa.ColumnElement[bool]] = []
    if query.speaker is not None:
        found.append(_holds(statement.c.speaker_folded, query.speaker))
    if query.publisher is not None:
        found.append(_holds(document.c.publisher_folded, query.publisher))
    if query.kind is not None:
        found.append(statement.c.kind == query.kind)
    if query.act is not None:
        found.append(statement.c.act == query.act)
    if query.document is not None:
        found.append(document.c.id == full_id(connection, document, query.document))
    if query.min_confidence > 0:
        found.append(statement.c.confidence >= query.min_confidence)
    if query.search is not None:
        found.append(dialects.search_condition(query.search))
    return found


def _check(query: StatementQuery) -> None:
    choices: dict[str, tuple[str | None, tuple[str, ...]]] = {"kind": (query.kind, KINDS), "act": (query.act, ACTS)}
    for name, (value, known_values) in choices.items():
        if value is not None and value not in known_values:
            raise UsageError(f"there is no {name} {value!r}", f"Give one of: {', '.join(known_values)}")
    if not 0 <= query.min_confidence <= 1:
        raise UsageError(f"a confidence of {query.min_confidence} is out of range", "Give a number from 0 to 1")
    for name, number in (("limit", query.limit), ("offset", query.offset)):
        if number is not None and not 0 <= number < 2**63:
            raise UsageError(f"the {name} {number} is out of range", "Give a whole number, 0 or more")
    for name, text in (("speaker", query.speaker), ("publisher", query.publisher), ("search", query.search)):
        if text is not None and (len(text) > LONGEST_NAME or not _is_unicode(text)):
            raise UsageError(
                f"the {name} asked for can't be looked up", f"Give at most {LONGEST_NAME} plain characters"
            )


def _is_unicode(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text)


def _holds(column: sa.Column[Any], part: str) -> sa.ColumnElement[bool]:
    return column.contains(rows.fold(part), autoescape=True)
