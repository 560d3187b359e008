"""Writing: captures, articles and what was found in them in, WARC records and rows out.

Each record goes to the archive and on to the disk first; one transaction then makes it
known. What was written to the archive but not made known is cut off by the next writer.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import sqlalchemy as sa

from counterclaim.errors import LedgerError
from counterclaim.ledger import admission, archive, dialects, rows, schema, times
from counterclaim.records import Article, Capture, Extraction, Provenance, SetAside, sha256_hex
from counterclaim.records.judgement import Judgement

Record = TypeVar("Record")


class Writer:
    """The one appender of a case. Whoever makes one holds the case's lock until ``close``.

    Raises LedgerError when made if the archive is damaged.
    """

    def __init__(self, engine: sa.Engine, archive_folder: Path) -> None:
        self._connection = engine.connect().execution_options(**{dialects.WRITES: True})
        self._appender = archive.Appender(archive_folder)
        try:
            with self._connection.begin():
                archive.recover(archive_folder, acknowledged(self._connection), self._appender)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close the archive file and the connection."""
        self._appender.close()
        self._connection.close()

    def add(
        self, capture: Capture, article: Article, extraction: Extraction, provenance: tuple[Provenance, ...]
    ) -> bool:
        """Store an article; see ``Ledger.add``."""
        admission.check_capture(capture)
        admission.check_article(capture, article, extraction, provenance)
        with self._connection.begin():
            document = self._key(schema.document.c.id, article.document.id)
            if document is not None:
                self._add_copy(document, self._keep(capture))
                return False
            made_by = self._provenance(provenance)
            row = rows.document_row(article.document, article.text)
            keys = {"capture": self._keep(capture), "provenance": made_by, "added_at": times.now()}
            document = self._insert(schema.document, {**row, **keys})
            self._insert(schema.body, {"document": document, "text": article.text, "sentences": article.sentences})
            common = {"document": document, "provenance": made_by}
            self._insert_all(schema.statement, rows.statement_row, extraction.statements, common)
            dialects.index_statements(self._connection, document)
            self._insert_all(schema.figure, rows.figure_row, extraction.figures, common)
            self._insert_all(schema.date_mention, rows.date_row, extraction.dates, common)
            self._insert_all(schema.vote, rows.vote_row, extraction.votes, common)
        return True

    def judge(self, judgement: Judgement) -> bool:
        """Keep a judgement; see ``Ledger.judge``."""
        with self._connection.begin():
            if self._key(schema.judgement.c.id, judgement.id) is not None:
                return False
            self._insert(schema.judgement, rows.judgement_row(judgement))
        return True

    def set_aside(self, record: SetAside, capture: Capture | None, run: str) -> bool:
        """Keep a source that could not be used; see ``Ledger.set_aside``."""
        if capture is not None:
            admission.check_capture(capture)
            if record.sha256 not in (None, capture.sha256):
                source = archive.printable(record.source)
                raise LedgerError(f"{source}: the reason is about other bytes than these", "Report this defect")
            record = msgspec.structs.replace(record, sha256=capture.sha256)
        row = rows.set_aside_row(record)
        with self._connection.begin():
            if capture is not None:
                self._keep(capture)
            if self._key(schema.set_aside.c.id, row["id"]) is not None:
                return False
            self._insert(schema.set_aside, {**row, "run": archive.printable(run), "at": times.now()})
        return True

    def _keep(self, capture: Capture) -> int:
        """The key of the capture with these bytes, which are archived if they are new."""
        known = self._key(schema.capture.c.sha256, capture.sha256)
        if known is not None:
            return known
        number, at = self._end()
        if at == 0:
            header = archive.header_bytes(number)
            head = {"key": number, "header_length": len(header), "header_sha256": sha256_hex(header)}
            self._insert(schema.archive, head)
        else:
            header = b""
        records = archive.record_bytes(capture)
        self._appender.append(number, at, header + records)
        place = {
            "archive": number,
            "record_start": at + len(header),
            "record_length": len(records),
            "record_sha256": sha256_hex(records),
        }
        return self._insert(schema.capture, {**rows.capture_row(capture), **place})

    def _end(self) -> tuple[int, int]:
        """The archive file that the next record goes to, and the byte at which it begins."""
        table = schema.capture
        last = sa.select(table.c.archive, table.c.record_start + table.c.record_length)
        found = self._connection.execute(
            last.order_by(table.c.archive.desc(), table.c.record_start.desc()).limit(1)
        ).first()
        if found is None:
            return 1, 0
        number, end = found
        return (number + 1, 0) if end >= archive.ROLL_BYTES else (number, end)

    def _add_copy(self, document: int, capture: int) -> None:
        table = schema.document_copy
        first = sa.select(schema.document.c.capture).where(schema.document.c.key == document)
        known = sa.select(table.c.capture).where(table.c.document == document, table.c.capture == capture)
        if self._connection.scalar(first) != capture and self._connection.scalar(known) is None:
            self._insert(table, {"document": document, "capture": capture, "added_at": times.now()})

    def _provenance(self, provenance: tuple[Provenance, ...]) -> int:
        row = rows.provenance_row(provenance)
        known = self._key(schema.provenance.c.id, row["id"])
        return self._insert(schema.provenance, row) if known is None else known

    def _key(self, column: sa.Column[Any], value: str) -> int | None:
        key: int | None = self._connection.scalar(sa.select(column.table.c.key).where(column == value))
        return key

    def _insert(self, table: sa.Table, row: rows.Row) -> int:
        primary = self._connection.execute(table.insert(), row).inserted_primary_key
        return int(primary[0]) if primary is not None else 0

    def _insert_all(
        self, table: sa.Table, to_row: Callable[[Record, int], rows.Row], records: Iterable[Record], common: rows.Row
    ) -> None:
        values = [{**to_row(record, position), **common} for position, record in enumerate(records)]
        if values:
            self._connection.execute(table.insert(), values)


def acknowledged(connection: sa.Connection) -> dict[int, int]:
    """How many bytes of each archive file the database knows of, in order of the files' numbers."""
    end = sa.func.max(schema.capture.c.record_start + schema.capture.c.record_length)
    number = schema.capture.c.archive
    found = connection.execute(sa.select(number, end).group_by(number).order_by(number))
    return {int(key): int(length) for key, length in found}
