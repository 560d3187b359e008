"""Exports carry every record, read back as it was; no cell of the table is a formula."""

import csv
import io
import itertools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.ledger import Ledger, StatementQuery, export_csv, export_jsonl
from counterclaim.ledger.export import BETWEEN_PIECES, CSV_COLUMNS, guarded, unguarded
from counterclaim.records import (
    Article,
    DateMention,
    Document,
    Extraction,
    Figure,
    Speaker,
    Statement,
    Vote,
    new_document,
    new_statement,
)
from tests.ledger.making import Item, capture_of, fill, item
from tests.ledger.places import temporary_folder

SHAPES = {"document": Document, "statement": Statement, "figure": Figure, "date": DateMention, "vote": Vote}


def jsonl(ledger: Ledger) -> str:
    out = io.StringIO()
    export_jsonl(ledger, out)
    return out.getvalue()


def table(ledger: Ledger, query: StatementQuery | None = None) -> list[dict[str, str]]:
    out = io.StringIO(newline="")
    export_csv(ledger, out, query)
    return list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))


def parsed(text: str) -> list[Extraction]:
    """The records of an export, put together again."""
    found: list[dict[str, Any]] = []
    for line in text.removesuffix("\n").split("\n"):
        record = json.loads(line)
        kind = record.pop("type")
        if kind == "document":
            document = msgspec.convert(record, Document)
            found.append({"document": document, "statement": [], "figure": [], "date": [], "vote": []})
        else:
            assert record.pop("document") == found[-1]["document"].id
            found[-1][kind].append(msgspec.convert(record, SHAPES[kind]))
    return [
        Extraction(
            document=one["document"],
            statements=tuple(one["statement"]),
            figures=tuple(one["figure"]),
            dates=tuple(one["date"]),
            votes=tuple(one["vote"]),
        )
        for one in found
    ]


def test_every_record_is_exported_as_it_was(tmp_path: Path) -> None:
    with Ledger.create(tmp_path / "case") as ledger:
        items = fill(ledger, 7)
        wanted = {made.article.document.id: made.extraction for made in items}
        found = parsed(jsonl(ledger))
        assert [one.document.id for one in found] == [row.document.id for row in ledger.documents()]
        assert {one.document.id: one for one in found} == wanted
        assert jsonl(ledger) == jsonl(ledger)


def test_a_whole_number_is_exported_as_one(tmp_path: Path) -> None:
    with Ledger.create(tmp_path / "case") as ledger:
        ledger.add(*item(1))
        assert '"low":21,"high":null' in jsonl(ledger)


def test_a_reader_that_goes_away_is_not_a_damaged_case(tmp_path: Path) -> None:
    class Gone(io.StringIO):
        def write(self, _text: str) -> int:
            raise BrokenPipeError

    with Ledger.create(tmp_path / "case") as ledger:
        fill(ledger, 2)
        for export in (export_jsonl, export_csv):
            with pytest.raises(BrokenPipeError):
                export(ledger, Gone())


plain = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
words = plain.filter(bool)
starts = st.sampled_from(["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\n=1", "'=1", "''+", "'", "", "＝1", '"', "=\r\n\n"])
cells = st.builds(str.__add__, starts, plain)


_fresh = itertools.count()


@st.composite
def articles(draw: st.DrawFn) -> Item:
    pieces = draw(st.lists(st.builds(str.__add__, starts, words), min_size=3, max_size=6))
    ends = [len("".join(pieces[: index + 1])) for index in range(len(pieces))]
    spans = [(end - len(piece), end) for end, piece in zip(ends, pieces, strict=True)]
    text = "".join(pieces)
    optional = st.none() | cells
    document = new_document(
        text,
        url=f"https://paper.example/{next(_fresh)}",  # another document each time, in the case that they share
        file=draw(optional),
        title=draw(optional),
        publisher=draw(optional),
        authors=tuple(draw(st.lists(cells, max_size=2))),
        published=draw(st.none() | st.just("2024-02-03")),
        language="en",
    )
    statement = new_statement(
        document.id,
        text,
        source=(spans[0],),
        cue=(spans[1],),
        content=tuple(spans[2:]),
        kind=draw(st.sampled_from(["direct", "indirect", "mixed"])),
        confidence=draw(st.floats(0, 1)),
        act=draw(st.none() | st.just("warns")),
        about=draw(st.sampled_from([(), (spans[2],), tuple(spans[2:])])),
        speaker=Speaker(id="s", name=draw(optional), type="group", role=draw(optional)),
        said_on=None,
    )
    capture = capture_of(text.encode(), draw(words))
    article = Article(document=document, text=text, sentences=(), capture_sha256=capture.sha256)
    return Item(capture, article, Extraction(document=document, statements=(statement,)))


@pytest.fixture(scope="module")
def shared() -> Iterator[Ledger]:
    with temporary_folder() as folder, Ledger.create(folder / "case") as ledger:
        yield ledger


@settings(max_examples=60, deadline=None)
@given(made=articles())
def test_any_text_comes_back_from_both_exports(shared: Ledger, made: Item) -> None:
    shared.add(*made)
    document, [statement] = made.article.document, made.extraction.statements
    [found] = [one for one in parsed(jsonl(shared)) if one.document.id == document.id]
    assert found.statements == (statement,)
    assert found.document == document
    [row] = table(shared, StatementQuery(document=document.id))
    assert all(not cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())
    read = {name: unguarded(cell) for name, cell in row.items()}
    assert read["title"] == (document.title or "")
    assert read["publisher"] == (document.publisher or "")
    assert read["speaker"] == (statement.speaker.name or "")
    assert read["source"] == statement.text.source
    assert read["content"] == BETWEEN_PIECES.join(statement.text.content)
    assert json.loads(read["content_spans"]) == [list(span) for span in statement.content]
    assert float(read["confidence"]) == statement.confidence


@given(cell=cells)
def test_guarding_can_be_undone(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell
    assert guarded(cell)[:1] not in {"=", "+", "-", "@", "\t", "\r", "\n", "＝"}


def test_the_table_has_a_head_and_a_row_per_statement(tmp_path: Path) -> None:
    with Ledger.create(tmp_path / "case") as ledger:
        fill(ledger, 3)
        rows = table(ledger)
        assert len(rows) == 9
        assert tuple(rows[0]) == CSV_COLUMNS
        assert len(table(ledger, StatementQuery(act="denies"))) == 3
        out = io.StringIO(newline="")
        export_csv(ledger, out)
        assert out.getvalue().count("\r\n") == 10
