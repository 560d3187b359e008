"""A case's database: records can't be changed, revisions are known, imports are light."""

import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
import rfc8785
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from hypothesis import given
from hypothesis import strategies as st

import counterclaim.ledger
from counterclaim.errors import LedgerError
from counterclaim.ledger import Ledger, dialects, migrate, schema, times
from tests.ledger.making import fill, item


def raw(folder: Path) -> sqlite3.Connection:
    return sqlite3.connect(folder / "case.db", isolation_level=None)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE statement SET act = 'admits'",
        "UPDATE statement SET about = '[[0,1]]'",
        "UPDATE statement SET content_pieces = '[]'",
        "UPDATE document SET title = 'x'",
        "UPDATE body SET text = 'x'",
        "UPDATE capture SET source = 'x'",
        "UPDATE figure SET low = 1",
        "UPDATE vote SET yes = 1",
        "UPDATE date_mention SET value = 'x'",
        "UPDATE provenance SET components = '[]'",
        "UPDATE set_aside SET reason = 'x'",
        "UPDATE archive SET header_length = 1",
        "UPDATE document_copy SET added_at = 'x'",
    ],
)
def test_records_are_never_updated(tmp_path: Path, change: str) -> None:
    with Ledger.create(tmp_path / "case") as ledger:
        fill(ledger, 1)
        other = item(0, capture=item(1).capture)
        ledger.add(*other)
        ledger.set_aside(counterclaim.records.SetAside(stage="read", source="x", code="c", reason="r", advice="a"))
    with closing(raw(tmp_path / "case")) as database, pytest.raises(sqlite3.IntegrityError, match="is never updated"):
        database.execute(change)


def test_every_table_is_guarded(tmp_path: Path) -> None:
    Ledger.create(tmp_path / "case").close()
    with closing(raw(tmp_path / "case")) as database:
        guarded = {row[0] for row in database.execute("SELECT tbl_name FROM sqlite_schema WHERE type = 'trigger'")}
    assert guarded == set(schema.metadata.tables)


def test_the_database_is_as_durable_as_promised(tmp_path: Path) -> None:
    with Ledger.create(tmp_path / "case") as ledger, ledger.reading() as connection:
        settings = ("journal_mode", "synchronous", "foreign_keys")
        assert [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in settings] == ["wal", 2, 1]


def test_the_migrations_give_the_schema_of_the_code(tmp_path: Path) -> None:
    with Ledger.create(tmp_path / "case") as ledger, ledger.reading() as connection:
        assert compare_metadata(_comparison(connection), schema.metadata) == []
        script = ScriptDirectory.from_config(migrate.alembic_config(connection))
        assert script.get_heads() == [schema.HEAD]


def test_a_case_from_a_newer_version_is_refused(tmp_path: Path) -> None:
    Ledger.create(tmp_path / "case").close()
    with closing(raw(tmp_path / "case")) as database:
        database.execute("UPDATE alembic_version SET version_num = 'r9999'")
    with pytest.raises(LedgerError, match="written by a newer version"):
        Ledger.open(tmp_path / "case")


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 100])
def test_another_file_under_the_name_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "case.db").write_bytes(content)
    with pytest.raises(LedgerError):
        Ledger.open(tmp_path)


def test_changed_text_and_values_are_found(tmp_path: Path) -> None:
    with Ledger.create(tmp_path / "case") as ledger:
        fill(ledger, 2)
        with closing(raw(tmp_path / "case")) as database:
            triggers = [row[0] for row in database.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")]
            for name in triggers:
                database.execute(f"DROP TRIGGER {name}")
            database.execute("UPDATE body SET text = replace(text, 'bridge', 'brigde') WHERE document = 1")
        places = [damage.where.split()[0] for damage in ledger.check()]
        assert places == ["document", "statement", "statement", "statement"]
        with closing(raw(tmp_path / "case")) as database:
            database.execute("UPDATE statement SET content = '[[0,'")
        with pytest.raises(LedgerError, match="a stored value is damaged"):
            list(ledger.statements())


def test_equal_provenance_is_stored_once(tmp_path: Path) -> None:
    with Ledger.create(tmp_path / "case") as ledger:
        fill(ledger, 3)
        with ledger.reading() as connection:
            assert connection.scalar(sa.select(sa.func.count()).select_from(schema.provenance)) == 1


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(1 - 2**53, 2**53 - 1) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abcXYZ", max_size=3), inner, max_size=3),
)


@given(value=json_values)
def test_stored_json_is_canonical(value: object) -> None:
    text = schema.Json(object).process_bind_param(value, sa.create_mock_engine("sqlite://", print).dialect)
    assert (text or "null").encode() == rfc8785.dumps(value)  # type: ignore[arg-type]


def test_times_have_one_spelling() -> None:
    moment = datetime(2024, 5, 1, 9, 30, tzinfo=timezone(timedelta(hours=2)))
    assert times.encode(moment) == "2024-05-01T07:30:00.000000Z"
    assert times.decode(times.encode(moment)) == moment
    assert times.decode("2024-05-01T07:30:00Z") == moment
    assert times.decode(times.now()) <= datetime.now(UTC)
    with pytest.raises(ValueError, match="time zone"):
        times.encode(datetime(2024, 5, 1))
    for wrong in ("2024-05-01", "2024-05-01T07:30:00+00:00", "Z", "2024-13-01T00:00:00Z"):
        with pytest.raises(ValueError, match=r"ISO 8601|month"):
            times.decode(wrong)


def test_the_names_are_lazy_and_complete() -> None:
    names = counterclaim.ledger.__all__
    assert names == sorted(names)
    assert all(hasattr(counterclaim.ledger, name) for name in names)
    module = Path(counterclaim.ledger.__file__)
    texts = [file.read_text(encoding="utf-8") for file in (module, module.with_suffix(".pyi"))]
    lists = [re.findall(r"__all__ = \[.*?\]", text, re.DOTALL) for text in texts]
    assert lists[0] == lists[1]
    code = "import counterclaim.ledger, sys; assert not {'sqlalchemy', 'alembic', 'warcio'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
    with pytest.raises(AttributeError):
        counterclaim.ledger.nothing  # noqa: B018


def test_a_case_named_by_a_relative_path_stays_the_same_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with Ledger.create(Path("case")) as ledger:
        (tmp_path / "elsewhere").mkdir()
        monkeypatch.chdir(tmp_path / "elsewhere")
        fill(ledger, 1)
        assert ledger.check() == ()
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_an_older_case_is_upgraded_when_it_is_opened(tmp_path: Path) -> None:
    folder = tmp_path / "case"
    with Ledger.create(folder) as ledger:
        before = [made.extraction.statements for made in fill(ledger, 1)]
    with closing(raw(folder)) as database:  # as it was before the second revision
        database.execute("ALTER TABLE statement DROP COLUMN about")
        database.execute("DROP TABLE judgement")
        database.execute("UPDATE alembic_version SET version_num = 'r0001'")
        database.commit()
    with Ledger.open(folder) as ledger:
        assert [tuple(row.statement for row in ledger.statements())] == before
        assert ledger.add(*item(1))
        assert ledger.check() == ()
        with ledger.reading() as connection:
            assert migrate.revision(connection) == schema.HEAD
            assert compare_metadata(_comparison(connection), schema.metadata) == []


def test_the_first_schema_gives_the_newest_by_its_revisions(tmp_path: Path) -> None:
    engine = dialects.sqlite_engine(tmp_path / "old.db")
    with engine.begin() as connection:
        command.upgrade(migrate.alembic_config(connection), "r0001")
        assert migrate.needs_upgrade(connection, "old.db")
        migrate.upgrade(connection)
        assert not migrate.needs_upgrade(connection, "old.db")
        assert compare_metadata(_comparison(connection), schema.metadata) == []
    engine.dispose()


def _comparison(connection: sa.Connection) -> MigrationContext:
    """Alembic's comparison of a database with the code's schema, without the tables of the search index."""
    return MigrationContext.configure(
        connection,
        opts={"include_name": lambda name, kind, _: kind != "table" or not name.startswith("statement_search")},
    )
