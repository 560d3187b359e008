"""Checking a case: its database and archive in, whatever is not as it was written out."""

from collections.abc import Iterator
from pathlib import Path

import sqlalchemy as sa

from counterclaim.errors import LedgerError
from counterclaim.ledger import archive, dialects
from counterclaim.ledger.schema import archive as archive_table
from counterclaim.ledger.schema import body, capture, document, statement
from counterclaim.ledger.views import Damage
from counterclaim.records import quotes, sha256_hex


def damages(connection: sa.Connection, archive_folder: Path) -> tuple[Damage, ...]:
    """Everything that is wrong with a case; empty when all is well.

    Reads every byte of the archive that the database knows of. Bytes beyond those, such as
    a killed writer leaves, are no damage: the next writer cuts them off.
    """
    problems = [Damage("case.db", problem) for problem in dialects.integrity_problems(connection)]
    return (*problems, *_archive(connection, archive_folder), *_texts(connection), *_statements(connection))


def _archive(connection: sa.Connection, folder: Path) -> Iterator[Damage]:
    ends: dict[int, int] = {}
    heads = sa.select(archive_table).order_by(archive_table.c.key)
    for row in connection.execute(heads):
        ends[row.key] = row.header_length
        try:
            archive.read_range(folder, row.key, 0, row.header_length, row.header_sha256)
        except LedgerError as error:
            yield Damage(archive.file_name(row.key), f"the head of the file: {error.message}")
    records = sa.select(capture).order_by(capture.c.archive, capture.c.record_start)
    for row in connection.execute(records):
        if row.record_start != ends.get(row.archive):
            yield Damage(archive.file_name(row.archive), f"the record of {row.source} doesn't follow the one before it")
        ends[row.archive] = row.record_start + row.record_length
        place = (row.archive, row.record_start, row.record_length, row.record_sha256)
        try:
            archive.payload(archive.read_range(folder, *place), row.size, row.sha256)
        except LedgerError as error:
            yield Damage(archive.file_name(row.archive), f"the record of {row.source}: {error.message}")


def _texts(connection: sa.Connection) -> Iterator[Damage]:
    question = sa.select(document.c.id, document.c.sha256, body.c.text).join_from(document, body)
    for identifier, sha256, text in connection.execute(question.order_by(document.c.id)):
        if sha256_hex(text.encode("utf-8")) != sha256:
            yield Damage(f"document {identifier}", "its text is not the one that was stored")


def _statements(connection: sa.Connection) -> Iterator[Damage]:
    question = sa.select(statement.c.id, statement.c.content, statement.c.content_pieces, body.c.text)
    joined = question.join_from(statement, body, statement.c.document == body.c.document)
    for identifier, spans, pieces, text in connection.execute(joined.order_by(statement.c.id)):
        try:
            same = quotes(text, spans) == pieces
        except ValueError:
            same = False
        if not same:
            yield Damage(f"statement {identifier}", "its words are not those at its spans")
