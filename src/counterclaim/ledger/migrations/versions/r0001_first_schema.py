"""The first schema: captures, documents, statements, figures, dates, votes, what was set aside, search."""

import sqlalchemy as sa
from alembic import op

from counterclaim.ledger import dialects

revision = "r0001"
down_revision = None
branch_labels = None
depends_on = None

GUARDED = (
    "archive",
    "capture",
    "provenance",
    "document",
    "body",
    "document_copy",
    "statement",
    "figure",
    "date_mention",
    "vote",
    "set_aside",
)


def upgrade() -> None:
    """Create every table, the search index, and the triggers that keep records as they are."""
    op.create_table(
        "archive",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("header_length", sa.BigInteger(), nullable=False),
        sa.Column("header_sha256", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_archive")),
    )
    op.create_table(
        "provenance",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("components", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_provenance")),
        sa.UniqueConstraint("id", name=op.f("uq_provenance_id")),
    )
    op.create_table(
        "set_aside",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("advice", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column("run", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_set_aside")),
        sa.UniqueConstraint("id", name=op.f("uq_set_aside_id")),
    )
    op.create_index(op.f("ix_set_aside_sha256"), "set_aside", ["sha256"], unique=False)
    op.create_table(
        "capture",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("archive", sa.Integer(), nullable=False),
        sa.Column("record_start", sa.BigInteger(), nullable=False),
        sa.Column("record_length", sa.BigInteger(), nullable=False),
        sa.Column("record_sha256", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("captured_at", sa.Text(), nullable=False),
        sa.Column("charset", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("file", sa.Text(), nullable=True),
        sa.Column("http_status", sa.Integer(), nullable=True),
        sa.Column("http_headers", sa.Text(), nullable=False),
        sa.Column("request_headers", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["archive"], ["archive.key"], name=op.f("fk_capture_archive")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_capture")),
        sa.UniqueConstraint("archive", "record_start", name=op.f("uq_capture_archive_record_start")),
        sa.UniqueConstraint("sha256", name=op.f("uq_capture_sha256")),
    )
    op.create_index(op.f("ix_capture_source"), "capture", ["source"], unique=False)
    op.create_table(
        "document",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("file", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("publisher_folded", sa.Text(), nullable=True),
        sa.Column("authors", sa.Text(), nullable=False),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("published_from", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("sort_day", sa.Text(), nullable=False),
        sa.Column("capture", sa.Integer(), nullable=False),
        sa.Column("provenance", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["capture"], ["capture.key"], name=op.f("fk_document_capture")),
        sa.ForeignKeyConstraint(["provenance"], ["provenance.key"], name=op.f("fk_document_provenance")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_document")),
        sa.UniqueConstraint("id", name=op.f("uq_document_id")),
    )
    op.create_index(op.f("ix_document_capture"), "document", ["capture"], unique=False)
    op.create_index(op.f("ix_document_sort_day_id"), "document", ["sort_day", "id"], unique=False)
    op.create_table(
        "body",
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("sentences", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["document.key"], name=op.f("fk_body_document")),
        sa.PrimaryKeyConstraint("document", name=op.f("pk_body")),
    )
    op.create_table(
        "date_mention",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("span", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("provenance", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["document.key"], name=op.f("fk_date_mention_document")),
        sa.ForeignKeyConstraint(["provenance"], ["provenance.key"], name=op.f("fk_date_mention_provenance")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_date_mention")),
        sa.UniqueConstraint("document", "position", name=op.f("uq_date_mention_document_position")),
    )
    op.create_table(
        "document_copy",
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("capture", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["capture"], ["capture.key"], name=op.f("fk_document_copy_capture")),
        sa.ForeignKeyConstraint(["document"], ["document.key"], name=op.f("fk_document_copy_document")),
        sa.PrimaryKeyConstraint("document", "capture", name=op.f("pk_document_copy")),
    )
    op.create_index(op.f("ix_document_copy_capture"), "document_copy", ["capture"], unique=False)
    op.create_table(
        "figure",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("span", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("low", sa.Double(), nullable=True),
        sa.Column("high", sa.Double(), nullable=True),
        sa.Column("approximate", sa.Boolean(), nullable=False),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("as_of", sa.Text(), nullable=True),
        sa.Column("given_by", sa.Text(), nullable=True),
        sa.Column("statement", sa.Text(), nullable=True),
        sa.Column("part_of", sa.Text(), nullable=True),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("provenance", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["document.key"], name=op.f("fk_figure_document")),
        sa.ForeignKeyConstraint(["provenance"], ["provenance.key"], name=op.f("fk_figure_provenance")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_figure")),
        sa.UniqueConstraint("document", "position", name=op.f("uq_figure_document_position")),
        sa.UniqueConstraint("id", name=op.f("uq_figure_id")),
    )
    op.create_table(
        "statement",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("cue", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("source_text", sa.Text(), nullable=False),
        sa.Column("cue_text", sa.Text(), nullable=False),
        sa.Column("content_pieces", sa.Text(), nullable=False),
        sa.Column("content_text", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=True),
        sa.Column("speaker_id", sa.Text(), nullable=True),
        sa.Column("speaker_name", sa.Text(), nullable=True),
        sa.Column("speaker_folded", sa.Text(), nullable=True),
        sa.Column("speaker_type", sa.Text(), nullable=True),
        sa.Column("speaker_role", sa.Text(), nullable=True),
        sa.Column("said_on", sa.Text(), nullable=True),
        sa.Column("within", sa.Text(), nullable=True),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("provenance", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["document.key"], name=op.f("fk_statement_document")),
        sa.ForeignKeyConstraint(["provenance"], ["provenance.key"], name=op.f("fk_statement_provenance")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_statement")),
        sa.UniqueConstraint("document", "position", name=op.f("uq_statement_document_position")),
        sa.UniqueConstraint("id", name=op.f("uq_statement_id")),
    )
    op.create_index(op.f("ix_statement_act_kind"), "statement", ["act", "kind"], unique=False)
    op.create_index(op.f("ix_statement_speaker_folded"), "statement", ["speaker_folded"], unique=False)
    op.create_table(
        "vote",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("span", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("question", sa.Text(), nullable=True),
        sa.Column("yes", sa.BigInteger(), nullable=True),
        sa.Column("no", sa.BigInteger(), nullable=True),
        sa.Column("abstain", sa.BigInteger(), nullable=True),
        sa.Column("absent", sa.BigInteger(), nullable=True),
        sa.Column("rule", sa.Text(), nullable=True),
        sa.Column("passed", sa.Boolean(), nullable=True),
        sa.Column("rule_check", sa.Text(), nullable=True),
        sa.Column("provenance", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["document.key"], name=op.f("fk_vote_document")),
        sa.ForeignKeyConstraint(["provenance"], ["provenance.key"], name=op.f("fk_vote_provenance")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_vote")),
        sa.UniqueConstraint("document", "position", name=op.f("uq_vote_document_position")),
    )
    dialect = op.get_bind().dialect.name
    for statement in dialects.search_ddl(dialect, revision):
        op.execute(statement)
    for table in GUARDED:
        for statement in dialects.guard_ddl(dialect, table):
            op.execute(statement)
