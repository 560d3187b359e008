"""Between records and rows: structs in and column values out, and back; pure functions.

A row that goes in is a dict from column name to value. ``document``, ``capture`` and ``provenance``
keys are not filled in here.
"""

import unicodedata
from typing import Any

import msgspec
import sqlalchemy as sa

from counterclaim.ledger.archive import printable
from counterclaim.records import (
    Capture,
    DateMention,
    Document,
    Figure,
    Provenance,
    SetAside,
    Speaker,
    Statement,
    StatementText,
    Vote,
    content_id,
)
from counterclaim.records.judgement import Judgement

Row = dict[str, Any]

AFTER_ALL_DAYS = "9999-12-31"
"""Stands for no day of publication in ``document.sort_day``: undated documents come last."""

_DOCUMENT = tuple(field.name for field in msgspec.structs.fields(Document))
_JUDGEMENT = tuple(field.name for field in msgspec.structs.fields(Judgement) if field.name != "withdrawn")
_CAPTURE = tuple(field.name for field in msgspec.structs.fields(Capture) if field.name != "content")


def fold(text: str | None) -> str | None:
    """``text`` without case and accents, for matching names; null stays null."""
    if text is None:
        return None
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def capture_row(capture: Capture) -> Row:
    """The columns of a capture, without those that say where its bytes are."""
    return {
        "sha256": capture.sha256,
        "size": len(capture.content),
        "kind": capture.kind,
        "source": printable(capture.source),
        "media_type": printable(capture.media_type),
        "captured_at": capture.captured_at,
        "charset": capture.charset,
        "url": None if capture.url is None else printable(capture.url),
        "file": None if capture.file is None else printable(capture.file),
        "http_status": capture.http_status,
        "http_headers": tuple((printable(name), printable(value)) for name, value in capture.http_headers),
        "request_headers": tuple((printable(name), printable(value)) for name, value in capture.request_headers),
    }


def capture_from(row: sa.RowMapping, content: bytes) -> Capture:
    """The capture of a row and its bytes. Raises ``msgspec.ValidationError`` for a damaged row."""
    return msgspec.convert({"content": content, **{name: row[name] for name in _CAPTURE}}, Capture)


def document_row(document: Document, text: str) -> Row:
    """The columns of a document."""
    return {
        **{name: getattr(document, name) for name in _DOCUMENT},
        "publisher_folded": fold(document.publisher),
        "words": len(text.split()),
        "sort_day": document.published or AFTER_ALL_DAYS,
    }


def document_from(row: sa.RowMapping, prefix: str = "") -> Document:
    """The document of a row whose columns are named with ``prefix``."""
    return msgspec.convert({name: row[prefix + name] for name in _DOCUMENT}, Document)


def provenance_row(provenance: tuple[Provenance, ...]) -> Row:
    """The columns of a chain of components; equal chains have equal ids."""
    return {
        "id": content_id("provenance", components=msgspec.to_builtins(provenance)),
        "components": provenance,
    }


def statement_row(statement: Statement, position: int) -> Row:
    """The columns of the statement that is number ``position`` of its document."""
    speaker = statement.speaker
    return {
        "id": statement.id,
        "position": position,
        "source": statement.source,
        "cue": statement.cue,
        "content": statement.content,
        "source_text": statement.text.source,
        "cue_text": statement.text.cue,
        "content_pieces": statement.text.content,
        "content_text": "\n".join(statement.text.content),
        "kind": statement.kind,
        "act": statement.act,
        "about": statement.about,
        "speaker_id": speaker.id,
        "speaker_name": speaker.name,
        "speaker_folded": fold(speaker.name),
        "speaker_type": speaker.type,
        "speaker_role": speaker.role,
        "said_on": statement.said_on,
        "within": statement.within,
        "confidence": statement.confidence,
    }


def statement_from(row: sa.RowMapping) -> Statement:
    """The statement of a row."""
    return Statement(
        id=row["id"],
        source=row["source"],
        cue=row["cue"],
        content=row["content"],
        text=StatementText(source=row["source_text"], cue=row["cue_text"], content=row["content_pieces"]),
        kind=row["kind"],
        act=row["act"],
        about=row["about"],
        speaker=Speaker(
            id=row["speaker_id"], name=row["speaker_name"], type=row["speaker_type"], role=row["speaker_role"]
        ),
        said_on=row["said_on"],
        within=row["within"],
        confidence=row["confidence"],
    )


def figure_row(figure: Figure, position: int) -> Row:
    """The columns of the figure that is number ``position`` of its document."""
    row = msgspec.structs.asdict(figure)
    return {**row, "given_by": row.pop("by"), "position": position}


def figure_from(row: sa.RowMapping) -> Figure:
    """The figure of a row. A whole number is given as an integer, so that it is exported as one."""
    names = (field.name for field in msgspec.structs.fields(Figure))
    values = {name: row["given_by" if name == "by" else name] for name in names}
    return Figure(**{**values, "low": _number(row["low"]), "high": _number(row["high"])})


def date_row(date: DateMention, position: int) -> Row:
    """The columns of the date that is number ``position`` of its document."""
    return {**msgspec.structs.asdict(date), "position": position}


def date_from(row: sa.RowMapping) -> DateMention:
    """The date of a row."""
    return DateMention(span=row["span"], text=row["text"], value=row["value"])


def vote_row(vote: Vote, position: int) -> Row:
    """The columns of the vote that is number ``position`` of its document."""
    row = msgspec.structs.asdict(vote)
    return {**row, "rule_check": row.pop("check"), "position": position}


def vote_from(row: sa.RowMapping) -> Vote:
    """The vote of a row."""
    names = [field.name for field in msgspec.structs.fields(Vote)]
    return Vote(**{name: row["rule_check" if name == "check" else name] for name in names})


def set_aside_row(record: SetAside) -> Row:
    """The columns of a source that was set aside.

    Its id leaves out the words of the reason, which may name a time or a port: the same
    source with the same bytes and code is one failure however often it is tried.
    """
    row = {name: None if value is None else printable(value) for name, value in msgspec.structs.asdict(record).items()}
    identity = {name: row[name] for name in ("stage", "source", "code", "sha256")}
    return {"id": content_id("set_aside", **identity), **row}


def set_aside_from(row: sa.RowMapping) -> SetAside:
    """The record of a source that was set aside."""
    return SetAside(**{field.name: row[field.name] for field in msgspec.structs.fields(SetAside)})


def _number(value: float | None) -> float | None:
    return int(value) if value is not None and value.is_integer() else value


def judgement_row(record: Judgement) -> Row:
    """Whether it is withdrawn isn't kept: that follows from the others."""
    return {"id": record.id} | {name: getattr(record, name) for name in _JUDGEMENT}


def judgement_from(row: sa.RowMapping) -> Judgement:
    """The judgement in a row, taken to stand."""
    return Judgement(**{name: row[name] for name in _JUDGEMENT})
