"""What linking keeps of a case: items, the keys by which they are found, and links in and out of ``links.db``.

The file is worked out from the case and holds nothing that can't be worked out again: deleting it loses time,
never a record. It is made anew when another version of the linking components wrote it. One document is taken in
in one transaction, so that a killed run goes on where it was.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

from counterclaim.errors import LedgerError

FILE = "links.db"
_SCHEMA = """
CREATE TABLE made_by (version TEXT NOT NULL);
CREATE TABLE document (id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE item (number INTEGER PRIMARY KEY, part TEXT NOT NULL, id TEXT NOT NULL, body BLOB NOT NULL,
                   UNIQUE (part, id));
CREATE TABLE shelf (key INTEGER NOT NULL, item INTEGER NOT NULL, PRIMARY KEY (key, item)) WITHOUT ROWID;
CREATE TABLE link (part TEXT NOT NULL, one TEXT NOT NULL, other TEXT NOT NULL, body BLOB NOT NULL,
                   PRIMARY KEY (part, one, other)) WITHOUT ROWID;
"""
_SHARING = (
    "SELECT item.id, item.body FROM (SELECT DISTINCT shelf.item AS number FROM json_each(?) AS asked "
    "CROSS JOIN shelf ON shelf.key = asked.value) AS found CROSS JOIN item ON item.number = found.number"
)
"""CROSS JOIN keeps SQLite to this order: from the keys to their items, never through all items. A key's number
stands for its part as well."""
_WAIT_MILLISECONDS = 30_000


class _Entry(Protocol):
    """One item with its keys and its links to others; see ``link.linker.Entry``."""

    @property
    def part(self) -> str: ...
    @property
    def item(self) -> str: ...
    @property
    def body(self) -> bytes: ...
    @property
    def keys(self) -> frozenset[str]: ...
    @property
    def links(self) -> tuple[tuple[str, bytes], ...]: ...


class LinkIndex:
    """The links of one case. ``version`` names the components that make them.

    Raises LedgerError where the file can't be read or written.
    """

    def __init__(self, folder: Path, version: str) -> None:
        self._path = Path(folder) / FILE
        try:
            self._connection = self._open(version)
        except sqlite3.Error as error:
            raise self._unusable(error) from None

    def _open(self, version: str) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False)
        try:
            connection.execute(f"PRAGMA busy_timeout = {_WAIT_MILLISECONDS}")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")  # what is lost is worked out again
            connection.execute("BEGIN IMMEDIATE")
            if _version(connection) != version:
                for name in ("made_by", "document", "item", "shelf", "link"):
                    connection.execute(f"DROP TABLE IF EXISTS {name}")
                for statement in _SCHEMA.split(";")[:-1]:
                    connection.execute(statement)
                connection.execute("INSERT INTO made_by VALUES (?)", (version,))
            connection.execute("COMMIT")
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def documents(self) -> set[str]:
        """The ids of the documents that are taken in."""
        return {row[0] for row in self._all("SELECT id FROM document")}

    def sharing(self, part: str, keys: Iterable[str]) -> Iterable[tuple[Any, ...]]:
        """The items of a part, with their bodies, that have one of these keys; each once."""
        numbers = json.dumps(sorted(_number(part, key) for key in keys))
        return sorted(self._each(_SHARING, (numbers,)))

    def has(self, part: str, item: str) -> bool:
        """Whether an item is there."""
        return bool(self._all("SELECT 1 FROM item WHERE part = ? AND id = ?", (part, item)))

    def put(self, document: str, entries: Sequence[_Entry]) -> None:
        """Keep what one document holds, all of it or nothing."""
        try:
            with closing(self._connection.cursor()) as cursor:
                cursor.execute("BEGIN IMMEDIATE")
                try:
                    self._put(cursor, document, entries)
                except BaseException:
                    cursor.execute("ROLLBACK")
                    raise
                cursor.execute("COMMIT")
        except sqlite3.Error as error:
            raise self._unusable(error) from None

    @staticmethod
    def _put(cursor: sqlite3.Cursor, document: str, entries: Sequence[_Entry]) -> None:
        for entry in entries:
            row = (entry.part, entry.item, entry.body)
            cursor.execute("INSERT OR IGNORE INTO item (part, id, body) VALUES (?, ?, ?)", row)
            if not cursor.rowcount:
                continue
            number = cursor.lastrowid
            shelves = [(_number(entry.part, key), number) for key in sorted(entry.keys)]
            cursor.executemany("INSERT OR IGNORE INTO shelf VALUES (?, ?)", shelves)
            links = [(entry.part, *sorted((entry.item, other)), body) for other, body in entry.links]
            cursor.executemany("INSERT OR IGNORE INTO link VALUES (?, ?, ?, ?)", links)
        cursor.execute("INSERT OR IGNORE INTO document VALUES (?)", (document,))

    def bodies(self, part: str) -> Iterator[tuple[str, bytes]]:
        """All items of a part with their bodies, in the order of their ids."""
        yield from self._each("SELECT id, body FROM item WHERE part = ? ORDER BY id", (part,))

    def links(self, part: str) -> Iterator[bytes]:
        """All links of a part, in the order of the ids that they join."""
        yield from (row[0] for row in self._each("SELECT body FROM link WHERE part = ? ORDER BY one, other", (part,)))

    def _all(self, question: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        return list(self._each(question, values))

    def _each(self, question: str, values: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        try:
            with closing(self._connection.execute(question, values)) as rows:
                yield from rows
        except sqlite3.Error as error:
            raise self._unusable(error) from None

    def _unusable(self, error: sqlite3.Error) -> LedgerError:
        return LedgerError(
            f"the links in {self._path} can't be used ({error})",
            "Delete this file and run the command again: it is worked out anew from the case",
        )


def _version(connection: sqlite3.Connection) -> str | None:
    try:
        row = connection.execute("SELECT version FROM made_by").fetchone()
    except sqlite3.OperationalError:
        return None
    return row[0] if row else None


def _number(part: str, key: str) -> int:
    """A key as a signed number of 64 bits: short in the index; two that fall together cost one comparison more."""
    return int.from_bytes(blake2b(f"{part}\0{key}".encode(), digest_size=8).digest(), "big", signed=True)
