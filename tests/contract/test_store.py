"""What every store must do, whatever database is below it.

A second store is added to ``STORES``: a function that takes an empty folder and gives an
open, new store, and one that opens it again.
"""

import itertools
import random
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

from counterclaim.errors import LedgerError, UsageError
from counterclaim.ledger import Ledger, StatementQuery
from counterclaim.records import SetAside, content_id
from tests.ledger.making import Item, capture_of, fill, item, url_capture


class Store(NamedTuple):
    """How a kind of store is made and opened."""

    create: Callable[[Path], Ledger]
    open: Callable[[Path], Ledger]


STORES = {"sqlite": Store(Ledger.create, Ledger.open)}


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest) -> Store:
    return STORES[request.param]


@pytest.fixture
def ledger(store: Store, tmp_path: Path) -> Iterator[Ledger]:
    with store.create(tmp_path / "case") as made:
        yield made


def too_short(source: str, sha256: str | None = None) -> SetAside:
    return SetAside(stage="read", source=source, code="short", reason="3 words", advice="Give more", sha256=sha256)


def records_of(ledger: Ledger, made: Item) -> tuple[object, ...]:
    stored = ledger.article(made.article.document.id)
    query = StatementQuery(document=made.article.document.id)
    return (*stored, tuple(row.statement for row in ledger.statements(query)))


def test_what_was_added_comes_back_equal(ledger: Ledger) -> None:
    for made in fill(ledger, 6):
        article = made.article
        expected = (article.document, article.text, article.sentences, made.extraction.statements)
        assert records_of(ledger, made) == expected
        assert ledger.capture(made.capture.sha256) == made.capture


def test_what_is_denied_comes_back(ledger: Ledger) -> None:
    made = item(1)
    first, denial, last = made.extraction.statements
    denial = msgspec.structs.replace(denial, act="denies", about=denial.content[1:])
    extraction = msgspec.structs.replace(made.extraction, statements=(first, denial, last))
    ledger.add(made.capture, made.article, extraction, made.provenance)
    assert ledger.statement(denial.id).statement == denial
    assert [row.statement.about for row in ledger.statements()] == [(), denial.about, ()]


def test_it_is_still_there_after_opening_again(store: Store, tmp_path: Path) -> None:
    with store.create(tmp_path / "case") as first:
        made = fill(first, 3)
        before = [records_of(first, one) for one in made]
    with store.open(tmp_path / "case") as second:
        assert [records_of(second, one) for one in made] == before
        assert second.check() == ()


def test_the_same_article_again_adds_nothing(ledger: Ledger) -> None:
    made = item(1)
    assert not ledger.known(made.capture.sha256)
    assert ledger.add(*made)
    assert ledger.known(made.capture.sha256)
    before = ledger.summary()
    assert not ledger.add(*made)
    assert ledger.summary() == before


def test_the_same_document_from_other_bytes_is_kept_as_a_copy(ledger: Ledger) -> None:
    first = item(1)
    ledger.add(*first)
    other = capture_of(b"\xef\xbb\xbf" + first.capture.content, "mirror/1.txt", file="1.txt")
    again = item(1, capture=other)
    assert again.article.document.id == first.article.document.id
    assert not ledger.add(*again)
    assert not ledger.add(*again)
    assert ledger.known(other.sha256)
    assert ledger.known(other.sha256, retry=True)
    assert ledger.capture_bytes(other.sha256) == other.content
    summary = ledger.summary()
    assert (summary.documents, summary.captures, summary.copies) == (1, 2, 1)


def test_one_capture_can_give_two_documents(ledger: Ledger) -> None:
    first, second = item(1), item(1, publisher="Another Post")
    assert ledger.add(*first)
    assert ledger.add(*second)
    assert (ledger.summary().documents, ledger.summary().captures) == (2, 1)


def test_set_aside_keeps_bytes_and_reason_once(ledger: Ledger) -> None:
    capture = capture_of(b"\x00\xff", "odd.bin")
    assert ledger.set_aside(too_short("odd.bin"), capture, "run 1")
    assert not ledger.set_aside(too_short("odd.bin"), capture, "run 2")
    [failure] = ledger.failures()
    assert failure.record == too_short("odd.bin", capture.sha256)
    assert failure.run == "run 1"
    assert failure.at.endswith("Z")
    assert ledger.capture_bytes(capture.sha256) == b"\x00\xff"
    assert ledger.known(capture.sha256)
    assert not ledger.known(capture.sha256, retry=True)


def test_two_sources_with_the_same_unusable_bytes_are_both_named(ledger: Ledger) -> None:
    for source in ("a.bin", "b.bin"):
        ledger.set_aside(too_short(source), capture_of(b"", source), "run")
    assert [failure.record.source for failure in ledger.failures()] == ["a.bin", "b.bin"]
    [count] = ledger.summary().set_aside
    assert (count.code, count.count, count.examples) == ("short", 2, ("a.bin", "b.bin"))


def test_a_source_that_comes_in_later_is_no_failure_any_more(ledger: Ledger) -> None:
    unreachable = url_capture(item(1).capture.content, "https://paper.example/1")
    unread = item(2).capture
    ledger.set_aside(too_short("https://paper.example/1"), None, "run 1")
    ledger.set_aside(too_short("renamed.txt"), unread, "run 1")
    ledger.set_aside(too_short("never.txt"), None, "run 1")
    ledger.add(*item(1, capture=unreachable, url=unreachable.url))
    ledger.add(*item(2))
    assert [failure.record.source for failure in ledger.failures()] == ["never.txt"]
    assert [count.count for count in ledger.summary().set_aside] == [1]


def test_answers_do_not_depend_on_the_order_of_adding(store: Store, tmp_path: Path) -> None:
    items = [item(number) for number in range(8)]
    answers = []
    for name, order in (("one", items), ("two", random.Random(1).sample(items, 8))):
        with store.create(tmp_path / name) as ledger:
            for made in order:
                ledger.add(*made)
            answers.append((ledger.documents(), list(ledger.statements()), ledger.summary()))
    assert answers[0] == answers[1]
    days = [row.document.published for row in answers[0][0]]
    assert days == sorted(days, key=lambda day: (day is None, day))


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        (StatementQuery(), lambda s, d: True),
        (StatementQuery(speaker="ÖDÖN 1"), lambda s, d: s.speaker.name == "Mayor Ödön 1"),
        (StatementQuery(speaker="odon"), lambda s, d: True),
        (StatementQuery(speaker="%"), lambda s, d: False),
        (StatementQuery(publisher="dél"), lambda s, d: d.publisher == "Dél Hírlap"),
        (StatementQuery(kind="direct"), lambda s, d: s.kind == "direct"),
        (StatementQuery(act="denies"), lambda s, d: s.act == "denies"),
        (StatementQuery(min_confidence=0.6), lambda s, d: s.confidence >= 0.6),
        (StatementQuery(search="bridge closed"), lambda s, d: True),
        (StatementQuery(search='"would never"'), lambda s, d: True),
        (StatementQuery(search='"never would"'), lambda s, d: False),
        (StatementQuery(search='mayor "odon 2"'), lambda s, d: s.speaker.name == "Mayor Ödön 2"),
        (StatementQuery(search="3-1"), lambda s, d: "bridge 3-1" in s.text.content[1]),
        (
            StatementQuery(search="bridge", act="denies", publisher="north"),
            lambda s, d: s.act == "denies" and d.publisher == "Northern Post",
        ),
    ],
)  # fmt: skip
def test_statements_match_the_question(
    ledger: Ledger, query: StatementQuery, wanted: Callable[[object, object], bool]
) -> None:
    fill(ledger, 7)
    rows = list(ledger.statements())
    assert list(ledger.statements(query)) == [row for row in rows if wanted(row.statement, row.document)]


def test_pages_put_together_are_the_whole(ledger: Ledger) -> None:
    fill(ledger, 5)
    pages = [ledger.statements(StatementQuery(limit=4, offset=start)) for start in range(0, 16, 4)]
    assert list(itertools.chain(*pages)) == list(ledger.statements())
    assert list(ledger.statements(StatementQuery(offset=13))) == list(ledger.statements())[13:]


@pytest.mark.parametrize(
    "query",
    [
        StatementQuery(search="…!"),
        StatementQuery(search=""),
        StatementQuery(search="a " * 101),
        StatementQuery(search="\ud800"),
        StatementQuery(speaker="x" * 100_000),
        StatementQuery(kind="loud"),  # type: ignore[arg-type]
        StatementQuery(act="sings"),  # type: ignore[arg-type]
        StatementQuery(min_confidence=1.5),
        StatementQuery(min_confidence=float("nan")),
        StatementQuery(limit=-1),
        StatementQuery(offset=2**70),
        StatementQuery(document="zzzz"),
        StatementQuery(document="abc"),
    ],
)
def test_a_bad_question_is_a_usage_error(ledger: Ledger, query: StatementQuery) -> None:
    fill(ledger, 1)
    with pytest.raises(UsageError):
        list(ledger.statements(query))


@pytest.mark.parametrize(
    "words",
    ['bridge"', '"bridge', "bridge OR", "NOT bridge", "bridge*", "content_text:bridge", "(bridge", "bridge)", "^bridge",
     "NEAR(bridge never)", "bridge AND", "bridge; DROP TABLE statement", "bridge\0never", "{bridge}",
     "-bridge", "'bridge'", "+bridge", "bridge\u2028never", "𝔟ridge", "\u0301", "a" * 1000],
)  # fmt: skip
def test_no_words_are_search_syntax(ledger: Ledger, words: str) -> None:
    fill(ledger, 1)
    try:
        found = list(ledger.statements(StatementQuery(search=words)))
    except UsageError:
        found = []
    assert len(found) in (0, 3)
    assert ledger.summary().statements == 3


def test_one_statement_with_all_that_is_needed_to_check_it(ledger: Ledger) -> None:
    made = fill(ledger, 4)[2]
    statement = made.extraction.statements[1]
    detail = ledger.statement(statement.id[:16].upper())
    assert detail.statement == statement
    assert detail.document == made.article.document
    assert detail.text == made.article.text
    assert detail.provenance == made.provenance
    assert (detail.source, detail.capture_sha256) == (made.capture.source, made.capture.sha256)
    assert tuple(detail.text[a:b] for a, b in statement.content) == statement.text.content


def test_ids_can_be_cut_short_but_not_ambiguous(ledger: Ledger) -> None:
    made = item(1)
    twins = ["0" * 63 + "1", "0" * 63 + "2"]
    renamed = [
        msgspec.structs.replace(s, id=i) for s, i in zip(made.extraction.statements, [*twins, "f" * 64], strict=True)
    ]
    extraction = msgspec.structs.replace(made.extraction, statements=tuple(renamed))
    ledger.add(made.capture, made.article, extraction, made.provenance)
    assert ledger.statement("ffff").statement == renamed[2]
    assert ledger.statement(twins[0]).statement == renamed[0]
    for prefix in ("0000", "fff", "", "ffff%", "f_ff", "1234"):
        with pytest.raises(UsageError):
            ledger.statement(prefix)


def test_the_summary_counts(ledger: Ledger) -> None:
    items = fill(ledger, 6)
    summary = ledger.summary()
    assert (summary.documents, summary.statements, summary.figures, summary.dates, summary.votes) == (6, 18, 6, 6, 6)
    assert summary.words == sum(len(made.article.text.split()) for made in items)
    assert sum(count.count for count in summary.acts) == 18
    assert [(count.name, count.count) for count in summary.speakers] == [(f"Mayor Ödön {n}", 6) for n in range(3)]
    assert [(count.name, count.count) for count in summary.publishers] == [("Dél Hírlap", 2), ("Northern Post", 2)]
    assert (summary.first_day, summary.last_day, summary.undated) == ("2024-02-01", "2024-02-06", 1)
    by_day = ledger.statements_by_day()
    assert by_day.days == tuple((f"2024-02-{day:02d}", 3) for day in (1, 2, 3, 4, 6))
    assert by_day.undated == 3


def test_an_empty_case_answers_everything(ledger: Ledger) -> None:
    assert ledger.documents() == []
    assert list(ledger.statements(StatementQuery(search="bridge"))) == []
    assert ledger.failures() == []
    assert ledger.summary().documents == 0
    assert ledger.statements_by_day().days == ()
    assert ledger.check() == ()
    with pytest.raises(LedgerError):
        ledger.capture_bytes("0" * 64)


def changed(made: Item, **fields: object) -> Item:
    return made._replace(extraction=msgspec.structs.replace(made.extraction, **fields))


def with_text(made: Item, text: str) -> Item:
    return made._replace(article=msgspec.structs.replace(made.article, text=text))


def at(made: Item, time: str) -> Item:
    return made._replace(capture=msgspec.structs.replace(made.capture, captured_at=time))


def first_statement(made: Item, **fields: object) -> Item:
    first, *others = made.extraction.statements
    return changed(made, statements=(msgspec.structs.replace(first, **fields), *others))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda made: item(2)._replace(capture=made.capture),
        lambda made: made._replace(extraction=item(2).extraction),
        lambda made: with_text(made, made.article.text + "x"),
        lambda made: first_statement(made, content=((0, 5),)),
        lambda made: first_statement(made, content=()),
        lambda made: first_statement(made, content=((0, 10**9),)),
        lambda made: first_statement(made, act="\0"),
        lambda made: first_statement(made, act="\ud800"),
        lambda made: first_statement(made, id=made.extraction.statements[1].id),
        lambda made: changed(made, dates=(msgspec.structs.replace(made.extraction.dates[0], span=(0, 9)),)),
        lambda made: changed(made, votes=(msgspec.structs.replace(made.extraction.votes[0], yes=2**80),)),
        lambda made: at(made, "yesterday"),
        lambda made: at(made, "2024-01-01T00:00:00+02:00"),
    ],
)  # fmt: skip
def test_records_that_can_not_be_trusted_are_refused_whole(ledger: Ledger, spoil: Callable[[Item], Item]) -> None:
    with pytest.raises(LedgerError):
        ledger.add(*spoil(item(1)))
    assert ledger.summary().captures == 0
    assert ledger.add(*item(1))
    assert ledger.check() == ()


@pytest.mark.parametrize("character", ["\0", "\ud800"])
def test_a_text_that_can_not_be_stored_is_refused(ledger: Ledger, character: str) -> None:
    made = item(1)
    text = made.article.text + character
    document = msgspec.structs.replace(made.article.document, sha256=content_id("any"), title=None)
    article = msgspec.structs.replace(made.article, text=text, document=document)
    with pytest.raises(LedgerError, match="its text holds"):
        ledger.add(made.capture, article, made.extraction, made.provenance)


def test_a_written_out_escape_is_no_nul(ledger: Ledger) -> None:
    assert ledger.add(*item(1, title=r"\u0000 and \\u0000"))
    assert ledger.documents()[0].document.title == r"\u0000 and \\u0000"


def test_odd_names_of_sources_are_kept_readable(ledger: Ledger) -> None:
    source = "caf\udce9\0\n\r\u2028.txt"
    assert ledger.set_aside(too_short(source), capture_of(b"x", source), "run")
    assert ledger.failures()[0].record.source == "caf\\udce9\\x00\n\r\u2028.txt"
    assert ledger.check() == ()


def test_one_writer_at_a_time_and_readers_meanwhile(store: Store, ledger: Ledger) -> None:
    with store.open(ledger.folder) as other:
        with ledger.writer():
            ledger.add(*item(1))
            assert len(other.documents()) == 1
            with pytest.raises(LedgerError, match="written to by another process"), other.writer(wait=0.1):
                pass
        with other.writer():
            assert other.add(*item(2))
        assert len(ledger.documents()) == 2


def test_an_answer_comes_from_one_state_of_the_case(ledger: Ledger) -> None:
    fill(ledger, 3)
    rows = ledger.statements()
    next(rows)
    ledger.add(*item(20))
    assert len(list(rows)) == 8


def test_threads_of_one_process_take_turns(ledger: Ledger) -> None:
    def work(first: int) -> None:
        for number in range(first, first + 5):
            ledger.add(*item(number))
            list(ledger.statements())

    threads = [threading.Thread(target=work, args=(first,)) for first in (0, 100, 200, 3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert ledger.summary().documents == 18
    assert ledger.check() == ()


def test_creating_and_opening_refuse_what_is_no_case(store: Store, tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no case"):
        store.open(tmp_path / "missing")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("mine")
    with pytest.raises(LedgerError, match="not empty"):
        store.create(tmp_path / "full")
    store.create(tmp_path / "case").close()
    with pytest.raises(LedgerError, match="already"):
        store.create(tmp_path / "case")


def test_a_closed_case_says_so(ledger: Ledger) -> None:
    fill(ledger, 2)
    rows = ledger.statements()
    next(rows)
    ledger.close()
    ledger.close()
    rows.close()
    with pytest.raises(LedgerError, match="closed"):
        ledger.documents()
    with pytest.raises(LedgerError, match="closed"):
        ledger.add(*item(9))
