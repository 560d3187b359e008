"""All that differs between databases: a case's folder or a search in, engines, DDL and conditions out.

Only SQLite so far. Another database adds its branch here and nowhere else.
"""

import re
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from counterclaim.errors import UsageError
from counterclaim.ledger import schema

WRITES = "counterclaim_writes"
"""Execution option of a connection whose transactions take the write lock when they begin."""

BUSY_MS = 10_000
"""Waiting time for a lock of the database; the ledger's own lock is taken first, so that it is rarely used."""

MOST_TERMS = 100
"""Longest search, in words and phrases; FTS5 refuses an expression of more than 256 levels."""

_WORD_OR_PHRASE = re.compile(r'"([^"]*)"|([^\s"]+)')


def sqlite_engine(file: Path, *, wal: bool = True) -> sa.Engine:
    """An engine over the SQLite file, every connection of which is durable and checks foreign keys.

    ``wal`` is off only while a case is built under a temporary name, so that it is one file.
    """
    engine = sa.create_engine(sa.URL.create("sqlite", database=str(file.absolute())), hide_parameters=True)

    @sa.event.listens_for(engine, "connect")
    def _connected(connection: Any, _record: Any) -> None:
        # Python's sqlite3 begins transactions late and not for reads; "begin" below does it instead.
        connection.isolation_level = None
        try:
            for setting in (
                f"busy_timeout={BUSY_MS:d}",
                "trusted_schema=OFF",  # a case may come from a stranger
                f"journal_mode={'WAL' if wal else 'DELETE'}",
                "synchronous=FULL",  # NORMAL can lose acknowledged commits in WAL mode
                "foreign_keys=ON",
            ):
                connection.execute(f"PRAGMA {setting}").close()
        except BaseException:
            connection.close()  # the pool doesn't know of it yet
            raise

    @sa.event.listens_for(engine, "begin")
    def _begins(connection: sa.Connection) -> None:
        writes = connection.get_execution_options().get(WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def search_ddl(dialect: str, revision: str) -> tuple[str, ...]:
    """What ``revision`` of the schema creates for full-text search. The index holds no text of its own."""
    return {("sqlite", "r0001"): _SQLITE_SEARCH}[dialect, revision]


def guard_ddl(dialect: str, table: str) -> tuple[str, ...]:
    """Triggers that refuse to update a row of ``table``."""
    return {
        "sqlite": (
            f"CREATE TRIGGER {table}_is_never_updated BEFORE UPDATE ON {table} "
            f"BEGIN SELECT RAISE(ABORT, 'a {table} is never updated'); END",
        )
    }[dialect]


_SQLITE_SEARCH = (
    "CREATE VIRTUAL TABLE statement_search USING fts5("
    "source_text, content_text, content='statement', content_rowid='key', "
    "tokenize='unicode61 remove_diacritics 2')",
)

_search = sa.table(
    "statement_search",
    *(sa.column(name) for name in ("rowid", "source_text", "content_text", "statement_search")),
)


def index_statements(connection: sa.Connection, document: int) -> None:
    """Make the statements of the document with this key findable.

    Not a trigger: those may not write to FTS5 tables where the schema isn't trusted.
    """
    rows = schema.statement
    texts = sa.select(rows.c.key, rows.c.source_text, rows.c.content_text).where(rows.c.document == document)
    columns = [_search.c.rowid, _search.c.source_text, _search.c.content_text]
    connection.execute(_search.insert().from_select(columns, texts))


def search_condition(words: str) -> sa.ColumnElement[bool]:
    """Statements whose source or content holds all of the user's ``words``.

    Words in double quotes must stand together. Nothing in ``words`` is syntax but the double
    quote. Raises UsageError where there is no letter or digit to search for.
    """
    terms = [phrase or word for phrase, word in _WORD_OR_PHRASE.findall(words.replace("\0", " "))]
    # A term that FTS5 takes no word from would match nothing, and with it the whole search.
    terms = [term for term in terms if any(character.isalnum() for character in term)]
    if not terms:
        raise UsageError(f"there is no word to search for in {words!r}", "Give at least one word")
    if len(terms) > MOST_TERMS:
        raise UsageError(f"a search of {len(terms)} words is too long", f"Give at most {MOST_TERMS} words")
    match = " AND ".join(f'"{term}"' for term in terms)
    found = sa.select(_search.c.rowid).where(_search.c.statement_search.op("MATCH", is_comparison=True)(match))
    return schema.statement.c.key.in_(found)


def integrity_problems(connection: sa.Connection) -> tuple[str, ...]:
    """What the database itself finds wrong with its file, one line each; empty when all is well."""
    problems = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check") if row[0] != "ok"]
    dangling = connection.exec_driver_sql("PRAGMA foreign_key_check").mappings()
    problems += [f"row {row['rowid']} of {row['table']} refers to a missing {row['parent']}" for row in dangling]
    return tuple(problems)
