"""A case: a folder in; a ledger that takes records and answers questions out.

A case is a folder with ``case.db`` and ``archive/``. This module opens and closes it and
sees to it that there is one writer; ``writing``, ``queries`` and ``summary`` do the work.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import sqlalchemy as sa

from counterclaim.errors import LedgerError
from counterclaim.ledger import archive, damage, dialects, lock, migrate, queries, summary
from counterclaim.ledger.failures import as_ledger_errors
from counterclaim.ledger.rows import capture_from
from counterclaim.ledger.schema import capture as capture_table
from counterclaim.ledger.views import (
    Damage,
    DayCounts,
    DocumentRow,
    Failure,
    StatementDetail,
    StatementQuery,
    StatementRow,
    StoredArticle,
    Summary,
)
from counterclaim.ledger.writing import Writer
from counterclaim.records import Article, Capture, Extraction, Provenance, SetAside
from counterclaim.records.judgement import Judgement
from counterclaim.records.links import CaseArticle

DATABASE = "case.db"
ARCHIVE = "archive"
LOCK = "case.lock"
_UNFINISHED = "case.db.new"
_OURS_BEFORE_CREATED = {ARCHIVE, LOCK, _UNFINISHED, f"{_UNFINISHED}-journal"}

WAIT_SECONDS = 5.0
"""How long a writer waits for another one to end."""


class Ledger:
    """The records of one case. Make one with ``create`` or ``open``; it may be used from several threads.

    Any number of processes may read while one writes. All methods raise LedgerError where
    the case can't be read, written or trusted.
    """

    def __init__(self, folder: Path, engine: sa.Engine) -> None:
        self.folder = folder
        self._archive = (folder / ARCHIVE).absolute()
        self._engine = engine
        self._closed = False
        self._mutex = threading.RLock()
        self._writer: Writer | None = None

    @classmethod
    def exists(cls, folder: Path) -> bool:
        """Whether ``folder`` holds a case."""
        return (Path(folder) / DATABASE).is_file()

    @classmethod
    def create(cls, folder: Path) -> Self:
        """A new case in ``folder``, which is made if it isn't there.

        Raises LedgerError if it holds a case already, or anything else.
        """
        folder = Path(folder)
        with as_ledger_errors(f"the case {folder} can't be created"):
            folder.mkdir(parents=True, exist_ok=True)
            _refuse_used(folder)
            held = lock.acquire(folder / LOCK, WAIT_SECONDS)
            try:
                _refuse_used(folder)
                _build(folder)
            finally:
                lock.release(held)
        return cls.open(folder)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The case in ``folder``; an older one is upgraded first.

        Raises LedgerError if there is no case, or one that a newer version wrote.
        """
        folder = Path(folder)
        if not cls.exists(folder):
            raise LedgerError(f"there is no case in {folder}", "Create it first, or check the folder's name")
        engine = dialects.sqlite_engine(folder / DATABASE)
        try:
            with as_ledger_errors(f"the case {folder} can't be opened"):
                _upgrade(folder, engine)
        except BaseException:
            engine.dispose()
            raise
        return cls(folder, engine)

    def close(self) -> None:
        """Close the case. Closing it twice does no harm."""
        with self._mutex:
            if self._writer is not None:
                raise LedgerError(f"the case {self.folder} is being written to", "Close it after its writer has ended")
            self._closed = True
            self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def writer(self, wait: float = WAIT_SECONDS) -> Iterator[Self]:
        """Be the one writer of the case until the block ends; blocks may be nested.

        On entry what a killed writer left in the archive is cut off. Raises LedgerError if
        another writer doesn't end within ``wait`` seconds, or if the archive is damaged.
        ``add`` and ``set_aside`` become the writer by themselves; a block around many saves time.
        """
        if not self._mutex.acquire(timeout=wait):
            raise LedgerError(f"{self.folder} is being written to by another thread", "Wait until it has ended")
        try:
            if self._writer is not None:
                yield self
            else:
                yield from self._as_writer(wait)
        finally:
            self._mutex.release()

    def _as_writer(self, wait: float) -> Iterator[Self]:
        self._check_open()
        with as_ledger_errors(f"the case {self.folder} can't be written to"):
            held = lock.acquire(self._archive.parent / LOCK, wait)
        try:
            with as_ledger_errors(f"the case {self.folder} can't be written to"):
                self._archive.mkdir(exist_ok=True)
                self._writer = Writer(self._engine, self._archive)
            try:
                yield self
            finally:
                writer, self._writer = self._writer, None
                writer.close()
        finally:
            lock.release(held)

    @contextmanager
    def _writing(self, what: str) -> Iterator[Writer]:
        with self.writer(), as_ledger_errors(f"{archive.printable(what)} can't be stored"):
            if self._writer is None:
                raise LedgerError(f"the case {self.folder} has no writer", "Report this: it is a defect")
            yield self._writer

    def known(self, sha256: str, *, retry: bool = False) -> bool:
        """Whether the bytes with this SHA-256 were taken in before, as a document or set aside.

        With ``retry`` bytes that were only set aside don't count, so that they are tried again.
        """
        with self.reading() as connection:
            return queries.known(connection, sha256, retry=retry)

    def add(
        self, capture: Capture, article: Article, extraction: Extraction, provenance: tuple[Provenance, ...]
    ) -> bool:
        """Store an article: its bytes, its text, what was found in it, and what found it.

        Returns whether the document is new; if it isn't, only the capture is kept, as another
        copy of it (and nothing at all if its bytes are known too). Once this has returned, the
        bytes and the records are on the disk. Raises LedgerError, and stores nothing, if the
        records don't belong together, if a span doesn't hold the words given for it, or if the
        text can't be stored (a lone surrogate, a NUL).
        """
        with self._writing(capture.source) as writer:
            return writer.add(capture, article, extraction, provenance)

    def set_aside(self, record: SetAside, capture: Capture | None = None, run: str = "") -> bool:
        """Keep a source that could not be used, with its reason and its bytes where there are any.

        ``run`` names the run, as the caller likes. Returns whether it is new: the same stage,
        source, code and bytes are kept once.
        """
        with self._writing(record.source) as writer:
            return writer.set_aside(record, capture, run)

    def capture(self, sha256: str) -> Capture:
        """The capture with this SHA-256, read back from the archive.

        Raises LedgerError if there is none, or if the archive is damaged there.
        """
        with self.reading() as connection:
            row = (
                connection.execute(sa.select(capture_table).where(capture_table.c.sha256 == sha256.lower()))
                .mappings()
                .first()
            )
            if row is None:
                raise LedgerError(f"no capture has the SHA-256 {sha256}", "Check the case and the SHA-256")
            place = (row["archive"], row["record_start"], row["record_length"], row["record_sha256"])
            records = archive.read_range(self._archive, *place)
            return capture_from(row, archive.payload(records, row["size"], row["sha256"]))

    def capture_bytes(self, sha256: str) -> bytes:
        """The captured bytes with this SHA-256, read back and checked; errors as for ``capture``."""
        return self.capture(sha256).content

    def documents(self) -> list[DocumentRow]:
        """All documents, in order of publication day, then id."""
        with self.reading() as connection:
            return queries.documents(connection)

    def article(self, document_id: str) -> StoredArticle:
        """A document with its text and sentences; the first four or more characters of its id will do.

        Raises UsageError if no document or several have such an id.
        """
        with self.reading() as connection:
            return queries.article(connection, document_id)

    def document_ids(self) -> list[str]:
        """The ids of all documents, in order of publication day, then id."""
        with self.reading() as connection:
            return queries.document_ids(connection)

    def case_article(self, document_id: str) -> CaseArticle:
        """The document with exactly this id, its text, its statements and its figures."""
        with self.reading() as connection:
            return queries.case_article(connection, document_id)

    def judge(self, judgement: Judgement) -> bool:
        """Keep a judgement; False if the same one is there. It changes no other record."""
        with self._writing("the judgement") as writer:
            return writer.judge(judgement)

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements in the order in which they were made, those that were withdrawn marked."""
        with self.reading() as connection:
            return queries.judgements(connection)

    def statements(self, query: StatementQuery | None = None) -> Iterator[StatementRow]:
        """The statements that ``query`` asks for (all without one), in order of documents and text.

        All come from one state of the case, however much is added meanwhile. Raises UsageError
        for a bad question when the first one is taken.
        """
        with self.reading() as connection:
            yield from queries.statements(connection, query or StatementQuery())

    def statement(self, id_prefix: str) -> StatementDetail:
        """One statement with its text and provenance; errors as for ``article``."""
        with self.reading() as connection:
            return queries.statement_detail(connection, id_prefix)

    def summary(self) -> Summary:
        """The case in numbers."""
        with self.reading() as connection:
            return summary.summary(connection)

    def statements_by_day(self) -> DayCounts:
        """How many statements each day of publication has."""
        with self.reading() as connection:
            return summary.statements_by_day(connection)

    def failures(self) -> list[Failure]:
        """What was set aside and not taken in since, first to last."""
        with self.reading() as connection:
            return queries.failures(connection)

    def check(self) -> tuple[Damage, ...]:
        """Read all of the archive and the database, and say what is not as it was written."""
        with self.reading() as connection:
            return damage.damages(connection, self._archive)

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A connection for ``queries``: all that is read in the block comes from one state of the case."""
        self._check_open()
        with as_ledger_errors(f"the case {self.folder} can't be read"):
            connection = self._engine.connect()
            try:
                with connection.begin():
                    yield connection
            finally:
                if self._closed:  # an iterator that outlived the case: its connection must not go back to the pool
                    connection.invalidate()
                connection.close()

    def _check_open(self) -> None:
        if self._closed:
            raise LedgerError(f"the case {self.folder} is closed", "Open it again")


def _refuse_used(folder: Path) -> None:
    names = {path.name for path in folder.iterdir()}
    if DATABASE in names:
        raise LedgerError(f"there is a case in {folder} already", "Open it, or give another folder")
    others = sorted(names - _OURS_BEFORE_CREATED) or sorted(path.name for path in (folder / ARCHIVE).glob("*"))
    if others:
        raise LedgerError(f"the folder {folder} is not empty (it holds {others[0]})", "Give a new or an empty folder")


def _build(folder: Path) -> None:
    """Make the database under another name first: a case that was killed while being made is none."""
    unfinished = folder / _UNFINISHED
    for name in (_UNFINISHED, f"{_UNFINISHED}-journal"):
        (folder / name).unlink(missing_ok=True)
    (folder / ARCHIVE).mkdir(exist_ok=True)
    engine = dialects.sqlite_engine(unfinished, wal=False)
    try:
        with engine.connect() as connection, connection.begin():
            migrate.upgrade(connection)
    finally:
        engine.dispose()
    unfinished.rename(folder / DATABASE)
    archive.sync_folder(folder)


def _upgrade(folder: Path, engine: sa.Engine) -> None:
    with engine.connect() as connection, connection.begin():
        if not migrate.needs_upgrade(connection, str(folder / DATABASE)):
            return
    held = lock.acquire(folder / LOCK, WAIT_SECONDS)
    try:
        with engine.connect() as connection, connection.begin():
            migrate.upgrade(connection)
    finally:
        lock.release(held)
