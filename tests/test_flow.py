"""If one bad source stops the rest, or a source vanishes, nobody can trust a run."""

import io
import json
from pathlib import Path

import pytest

from counterclaim.capture import expand
from counterclaim.config import Config
from counterclaim.flow import Analysed, Given, Unread, add, analyse_sources
from counterclaim.ledger import Ledger, StatementQuery

ARTICLE = (
    "The dam is safe, Interior Minister Ana Bell said on Friday. “We checked every gate,” she told reporters.\n\n"
    "The operator denied that it had ignored a warning, and residents of the valley demanded an inquiry.\n"
)
SPANISH = (
    "El ministro dijo el viernes que la presa era segura y que no había ningún motivo de alarma para los vecinos "
    "del valle, aunque la empresa reconoció más tarde que había recibido varias advertencias antes del desastre.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "a-good.txt").write_text(ARTICLE)
    (inbox / "b-empty.txt").write_bytes(b"")
    (inbox / "c-binary.txt").write_bytes(bytes(range(256)) * 40)
    (inbox / "d-spanish.txt").write_text(SPANISH)
    good = json.dumps({"text": ARTICLE.replace("Friday", "Monday"), "publisher": "The Post", "published": "2024-05-04"})
    (inbox / "e-lines.jsonl").write_text(f'{good}\n{{"text": \n{{"title": "no text"}}\n')
    (inbox / "f-quotes.txt").write_text("“The gates “were” open, the mayor said. " * 5)
    return inbox


def run(case: Path, inbox: Path) -> tuple[list[tuple[str, str]], object]:
    seen: list[tuple[str, str]] = []
    with Ledger.open(case) as ledger:
        tally = add(
            ledger, expand([str(inbox)]), Config(), run="r", each=lambda result, source: seen.append((result, source))
        )
    return seen, tally


def test_bad_sources_are_set_aside_and_the_rest_goes_on(tmp_path: Path, folder: Path) -> None:
    case = tmp_path / "case"
    Ledger.create(case).close()
    seen, tally = run(case, folder)
    fates = {Path(source.split(".jsonl")[0]).name + source.partition(".jsonl")[2]: result for result, source in seen}
    assert fates == {
        "a-good.txt": "added",
        "b-empty.txt": "set-aside",
        "c-binary.txt": "set-aside",
        "d-spanish.txt": "set-aside",
        "e-lines:1": "added",
        "e-lines:2": "set-aside",
        "e-lines:3": "set-aside",
        "f-quotes.txt": "added",
    }
    codes = {record.code for record in tally.set_aside}
    assert {"empty", "binary", "not-english", "bad-json"} <= codes
    for record in tally.set_aside:
        assert record.reason
        assert record.advice


def test_a_second_run_adds_nothing_and_says_so(tmp_path: Path, folder: Path) -> None:
    case = tmp_path / "case"
    Ledger.create(case).close()
    run(case, folder)
    with Ledger.open(case) as ledger:
        before = ledger.summary()
    seen, _ = run(case, folder)
    assert "added" not in {result for result, _ in seen}
    with Ledger.open(case) as ledger:
        assert ledger.summary() == before


def test_what_is_stored_is_what_was_found(tmp_path: Path, folder: Path) -> None:
    case = tmp_path / "case"
    Ledger.create(case).close()
    run(case, folder)
    found = [o for o in analyse_sources([str(folder)], Config()) if isinstance(o, Analysed)]
    with Ledger.open(case) as ledger:
        stored = [row.statement for row in ledger.statements(StatementQuery())]
    assert sorted(s.id for s in stored) == sorted(s.id for o in found for s in o.extraction.statements)


def test_what_the_user_says_wins(tmp_path: Path) -> None:
    given = Given(published="2024-01-02", title="A title", publisher="The Post")
    (outcome,) = analyse_sources(["-"], Config(), given, stdin=io.BytesIO(ARTICLE.encode()))
    assert isinstance(outcome, Analysed)
    head = outcome.extraction.document
    assert (head.published, head.published_from) == ("2024-01-02", "option")
    assert (head.title, head.publisher) == ("A title", "The Post")


def test_offsets_refer_to_the_file_as_decoded(tmp_path: Path) -> None:
    file = tmp_path / "x.txt"
    file.write_bytes(("\r\n\r\n" + ARTICLE.replace("\n", "\r\n")).encode())
    (outcome,) = analyse_sources([str(file)], Config())
    assert isinstance(outcome, Analysed)
    text = file.read_bytes().decode()
    assert outcome.extraction.statements
    for statement in outcome.extraction.statements:
        assert [text[a:b] for a, b in statement.content] == list(statement.text.content)


def test_a_missing_path_is_one_clear_record() -> None:
    (outcome,) = analyse_sources(["no/such/file.txt"], Config())
    assert isinstance(outcome, Unread)
    assert outcome.record.code == "missing"
