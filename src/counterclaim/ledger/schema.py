"""The tables of a case, for any SQL database: column types in, SQLAlchemy Core tables out.

Rows of records are never updated; triggers (see ``dialects``) refuse it. ``key`` columns
are small numbers for joins inside one database and mean nothing outside; ``id`` columns
are the content ids that exports carry.
"""

from typing import Any

import msgspec
import sqlalchemy as sa

from counterclaim.records import Provenance, RuleCheck, Span, Spans

HEAD = "r0004"
"""The newest schema revision that this code knows: the last file in ``migrations/versions``."""

_encoder = msgspec.json.Encoder(order="sorted")


class Json(sa.types.TypeDecorator[Any]):
    """A column of compact JSON with sorted keys, decoded strictly into ``shape``.

    Equal values give equal text. A value that is not of the shape raises
    ``msgspec.ValidationError`` when it is read.
    """

    impl = sa.Text
    cache_ok = True

    def __init__(self, shape: Any) -> None:
        super().__init__()
        self.shape = shape
        self._decoder = msgspec.json.Decoder(shape)

    def process_bind_param(self, value: Any, dialect: sa.Dialect) -> str | None:  # noqa: ARG002
        """The value as JSON text; null stays null."""
        return None if value is None else _encoder.encode(value).decode("utf-8")

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> Any:  # noqa: ARG002
        """The JSON text as a value of the shape."""
        return None if value is None else self._decoder.decode(value)


metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _key() -> sa.Column[int]:
    return sa.Column("key", sa.Integer, primary_key=True)


def _to(target: str, **options: Any) -> sa.Column[int]:
    return sa.Column(target, sa.Integer, sa.ForeignKey(f"{target}.key"), nullable=False, **options)


def _hash(name: str, **options: Any) -> sa.Column[str]:
    return sa.Column(name, sa.String(64), nullable=False, **options)


archive = sa.Table(
    "archive",
    metadata,
    _key(),  # also the file's number: archive/00001.warc.gz
    sa.Column("header_length", sa.BigInteger, nullable=False),
    _hash("header_sha256"),
)

capture = sa.Table(
    "capture",
    metadata,
    _key(),
    _hash("sha256", unique=True),
    sa.Column("size", sa.BigInteger, nullable=False),
    _to("archive"),
    # The bytes of the archive file that hold this capture's records, gzip and all.
    sa.Column("record_start", sa.BigInteger, nullable=False),
    sa.Column("record_length", sa.BigInteger, nullable=False),
    _hash("record_sha256"),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("source", sa.Text, nullable=False, index=True),
    sa.Column("media_type", sa.Text, nullable=False),
    sa.Column("captured_at", sa.Text, nullable=False),
    sa.Column("charset", sa.Text),
    sa.Column("url", sa.Text),
    sa.Column("file", sa.Text),
    sa.Column("http_status", sa.Integer),
    sa.Column("http_headers", Json(tuple[tuple[str, str], ...]), nullable=False),
    sa.Column("request_headers", Json(tuple[tuple[str, str], ...]), nullable=False),
    sa.UniqueConstraint("archive", "record_start"),
)

provenance = sa.Table(
    "provenance",
    metadata,
    _key(),
    _hash("id", unique=True),
    sa.Column("components", Json(tuple[Provenance, ...]), nullable=False),
)

document = sa.Table(
    "document",
    metadata,
    _key(),
    _hash("id", unique=True),
    sa.Column("url", sa.Text),
    sa.Column("file", sa.Text),
    sa.Column("title", sa.Text),
    sa.Column("publisher", sa.Text),
    sa.Column("publisher_folded", sa.Text),
    sa.Column("authors", Json(tuple[str, ...]), nullable=False),
    sa.Column("published", sa.Text),
    sa.Column("published_from", sa.Text),
    sa.Column("language", sa.Text),
    _hash("sha256"),
    sa.Column("words", sa.Integer, nullable=False),
    # The day of publication, or a day after all others: with the id, the order of every answer.
    sa.Column("sort_day", sa.Text, nullable=False),
    _to("capture", index=True),
    _to("provenance"),
    sa.Column("added_at", sa.Text, nullable=False),
    sa.Index(None, "sort_day", "id"),
)

body = sa.Table(
    "body",
    metadata,
    sa.Column("document", sa.Integer, sa.ForeignKey("document.key"), primary_key=True),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("sentences", Json(tuple[Span, ...]), nullable=False),
)

document_copy = sa.Table(
    "document_copy",
    metadata,
    sa.Column("document", sa.Integer, sa.ForeignKey("document.key"), primary_key=True),
    sa.Column("capture", sa.Integer, sa.ForeignKey("capture.key"), primary_key=True, index=True),
    sa.Column("added_at", sa.Text, nullable=False),
)

statement = sa.Table(
    "statement",
    metadata,
    _key(),
    _hash("id", unique=True),
    _to("document"),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("source", Json(Spans), nullable=False),
    sa.Column("cue", Json(Spans), nullable=False),
    sa.Column("content", Json(Spans), nullable=False),
    sa.Column("source_text", sa.Text, nullable=False),
    sa.Column("cue_text", sa.Text, nullable=False),
    sa.Column("content_pieces", Json(tuple[str, ...]), nullable=False),
    sa.Column("content_text", sa.Text, nullable=False),  # the pieces as one text, for searching
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("act", sa.Text),
    sa.Column("about", Json(Spans), nullable=False, server_default="[]"),
    sa.Column("speaker_id", sa.Text),
    sa.Column("speaker_name", sa.Text),
    sa.Column("speaker_folded", sa.Text),
    sa.Column("speaker_type", sa.Text),
    sa.Column("speaker_role", sa.Text),
    sa.Column("said_on", sa.Text),
    # An id, not a foreign key: the outer statement may lie below the confidence that was asked for.
    sa.Column("within", sa.Text),
    sa.Column("confidence", sa.Double, nullable=False),
    _to("provenance"),
    sa.UniqueConstraint("document", "position"),
    sa.Index(None, "act", "kind"),
    sa.Index(None, "speaker_folded"),
)

figure = sa.Table(
    "figure",
    metadata,
    _key(),
    _hash("id", unique=True),
    _to("document"),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("span", Json(Span), nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("low", sa.Double),
    sa.Column("high", sa.Double),
    sa.Column("approximate", sa.Boolean, nullable=False),
    sa.Column("measure", sa.Text, nullable=False),
    sa.Column("what", sa.Text),
    sa.Column("place", sa.Text),
    sa.Column("as_of", sa.Text),
    sa.Column("given_by", sa.Text),
    sa.Column("statement", sa.Text),
    sa.Column("part_of", sa.Text),
    sa.Column("confidence", sa.Double, nullable=False),
    _to("provenance"),
    sa.UniqueConstraint("document", "position"),
)

date_mention = sa.Table(
    "date_mention",
    metadata,
    _key(),
    _to("document"),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("span", Json(Span), nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("value", sa.Text, nullable=False),
    _to("provenance"),
    sa.UniqueConstraint("document", "position"),
)

vote = sa.Table(
    "vote",
    metadata,
    _key(),
    _to("document"),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("span", Json(Span), nullable=False),
    sa.Column("body", sa.Text),
    sa.Column("question", sa.Text),
    sa.Column("yes", sa.BigInteger),
    sa.Column("no", sa.BigInteger),
    sa.Column("abstain", sa.BigInteger),
    sa.Column("absent", sa.BigInteger),
    sa.Column("rule", sa.Text),
    sa.Column("passed", sa.Boolean),
    sa.Column("rule_check", Json(RuleCheck | None)),
    _to("provenance"),
    sa.UniqueConstraint("document", "position"),
)

set_aside = sa.Table(
    "set_aside",
    metadata,
    _key(),
    _hash("id", unique=True),
    sa.Column("stage", sa.Text, nullable=False),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("code", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("advice", sa.Text, nullable=False),
    sa.Column("sha256", sa.String(64), index=True),
    sa.Column("run", sa.Text, nullable=False),
    sa.Column("at", sa.Text, nullable=False),
)

judgement = sa.Table(
    "judgement",
    metadata,
    _key(),
    _hash("id", unique=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("members", Json(tuple[str, ...]), nullable=False),
    sa.Column("user", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("about", sa.Text, nullable=False, server_default="party"),
    sa.Column("opposed", Json(tuple[str, ...]), nullable=False, server_default="[]"),
)
