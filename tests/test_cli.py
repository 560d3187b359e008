"""If the command line lies in its words or its exit code, scripts and people go wrong."""

import functools
import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from counterclaim.cli import main
from counterclaim.ledger import Ledger
from tests.test_flow import ARTICLE


def call(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as left:
        main([str(argument) for argument in arguments])
    done = capsys.readouterr()
    return int(left.value.code or 0), done.out, done.err


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "article.txt"
    file.write_text(ARTICLE)
    return file


@pytest.fixture
def case(tmp_path: Path, article: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    folder = tmp_path / "case"
    assert call(capsys, "init", folder)[0] == 0
    assert call(capsys, "add", folder, article, "--publisher", "The Post", "--published", "2024-05-04")[0] == 0
    return folder


def test_adding_twice_says_that_it_is_there(case: Path, article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = call(capsys, "add", case, article)
    assert code == 0
    assert "Added 0 of 1" in out
    assert "already there" in out


def test_set_aside_sources_have_a_line_and_exit_code_1(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = call(capsys, "add", case, "missing.txt", "--quiet")
    assert code == 1
    assert err.startswith("missing.txt: ")
    assert len(err.strip().splitlines()) == 1


def test_statements_can_be_asked_for(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = call(capsys, "statements", case, "--speaker", "bell", "--kind", "direct")
    assert code == 0
    assert "We checked every gate" in out
    assert "operator" not in out
    rows = [json.loads(row) for row in call(capsys, "statements", case, "--format", "jsonl")[1].splitlines()]
    assert {"operator", "Ana Bell"} <= {row["speaker"]["name"] for row in rows}


def test_rows_that_are_not_shown_are_counted(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = call(capsys, "statements", case, "--limit", 1)
    assert "1 of " in out
    assert "--limit 0" in out


def test_show_gives_every_field(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = json.loads(call(capsys, "statements", case, "--format", "jsonl")[1].splitlines()[0])
    code, out, _ = call(capsys, "show", case, first["id"][:12])
    assert code == 0
    for word in ("Speaker", "Act", "Kind", "Confidence", "weights' SHA-256", "The Post", "2024-05-04", first["id"]):
        assert word in out


def test_documents_and_what_was_set_aside(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call(capsys, "add", case, "missing.txt")
    assert "The Post" in call(capsys, "documents", case)[1]
    assert "missing.txt" in call(capsys, "documents", case, "--set-aside")[1]


def test_report_is_one_page(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.html"
    assert call(capsys, "report", case, "-o", page)[0] == 0
    html = page.read_text()
    assert "We checked every gate" in html
    assert "<script" not in html


def test_export_gives_every_record(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [json.loads(row) for row in call(capsys, "export", case)[1].splitlines()]
    assert {row["type"] for row in rows} >= {"document", "statement"}
    file = tmp_path / "out.csv"
    assert call(capsys, "export", case, "--format", "csv", "-o", file)[0] == 0
    assert len(file.read_text().splitlines()) > len([row for row in rows if row["type"] == "statement"])


def test_extract_has_the_documented_shape(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = call(capsys, "extract", "--published", "2024-05-04", "--format", "jsonl", article)
    assert code == 0
    row = json.loads(out)
    assert list(row) == ["document", "statements", "figures", "dates", "votes"]
    assert list(row["document"]) == [
        "id", "url", "file", "title", "publisher", "authors", "published", "published_from", "language", "sha256",
    ]  # fmt: skip
    assert list(row["statements"][0]) == [
        "id", "source", "cue", "content", "text", "kind", "act", "about", "speaker", "said_on", "within", "confidence",
    ]  # fmt: skip
    assert list(row["statements"][0]["speaker"]) == ["id", "name", "type", "role"]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["statements", "nowhere"], 3, "no case"),
        (["show", "CASE", "zz"], 2, ""),
        (["frobnicate"], 2, "No such command"),
        (["extract", "--published", "soon", "ARTICLE"], 2, "soon"),
        (["extract", "--timeout", "soon", "ARTICLE"], 2, "soon"),
        (["extract", "--config", "nowhere.toml", "ARTICLE"], 2, "nowhere.toml"),
        (["statements", "CASE", "--search", "\"'*("], 2, ""),
    ],
)
def test_wrong_calls_are_told_in_one_line(
    arguments: list[str], code: int, words: str, case: Path, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    places = {"CASE": str(case), "ARTICLE": str(article)}
    left, _, err = call(capsys, *(places.get(a, a) for a in arguments))
    assert left == code
    assert words in err
    assert "Traceback" not in err


def test_every_command_has_help(capsys: pytest.CaptureFixture[str]) -> None:
    from counterclaim.cli import cli

    for name in cli.commands:
        code, out, _ = call(capsys, name, "--help")
        assert code == 0
        assert "Usage:" in out


def test_a_closed_pipe_is_no_error(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "long.txt"
    file.write_text("\n\n".join(f"Minister Ana Bell said that gate {n} was safe." for n in range(400)), "utf-8")
    assert call(capsys, "add", case, file)[0] == 0
    command = f"{sys.executable} -m counterclaim export {case} | head -c 10 >/dev/null; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_an_export_that_fails_leaves_the_old_one(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.jsonl"
    assert call(capsys, "export", case, "-o", out)[0] == 0
    before = out.read_bytes()
    (case / "case.db").write_bytes(b"damaged" * 1000)
    assert call(capsys, "export", case, "-o", out)[0] == 3
    assert out.read_bytes() == before


@pytest.mark.parametrize("command", ["export", "report"])
def test_nothing_is_written_into_the_case(command: str, case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = call(capsys, command, case, "-o", case / "case.db")
    assert code == 2
    assert "inside the case" in err
    assert call(capsys, "summary", case)[0] == 0


def test_text_that_steers_terminals_is_shown_not_obeyed(
    tmp_path: Path, case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "hostile.jsonl"
    row = {"text": "Minister Ana Bell said that the dam was safe.", "title": "\x1b[2Jcleared \u202eturned"}
    file.write_text(json.dumps(row) + "\n", "utf-8")
    call(capsys, "add", case, file)
    out = call(capsys, "documents", case)[1]
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "cleared" in out


@pytest.mark.parametrize("value", ["nan", "5", "-1"])
def test_settings_out_of_range_are_told(value: str, article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = call(capsys, "extract", article, "--min-confidence", value)
    assert code == 2
    assert "from 0 to 1" in err


def test_a_source_set_aside_is_tried_again(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "short.txt"
    file.write_text("Minister Ana Bell said that the dam was safe.", "utf-8")
    assert call(capsys, "add", case, file, "--min-words", 50)[0] == 1
    assert call(capsys, "add", case, file)[0] == 0
    assert "Added 0 of 1" in call(capsys, "add", case, file)[1]


def test_a_nul_in_one_line_stops_nothing(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "lines.jsonl"
    rows = [
        {"text": f"Minister Ana Bell said that gate {n} was safe.", "publisher": "P\x00Q" if n == 1 else "P"}
        for n in range(3)
    ]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    code, out, err = call(capsys, "add", case, file)
    assert code == 1
    assert "Added 2 of 3" in out
    assert "U+0000" in err


def test_ctrl_c_says_what_is_safe(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case, file = tmp_path / "long", tmp_path / "lines.jsonl"
    call(capsys, "init", case)
    rows = ({"text": f"Minister Ana Bell said that gate {n} was safe."} for n in range(3000))
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    command = [sys.executable, "-m", "counterclaim", "add", str(case), str(file)]
    # Whoever runs the tests in the background has Ctrl-C ignored, and children inherit that.
    heard = functools.partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    run = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, preexec_fn=heard)
    while not _documents(case):
        time.sleep(0.1)
    run.send_signal(signal.SIGINT)
    _, err = run.communicate(timeout=60)
    assert run.returncode == 130
    assert "is safe" in err
    assert "Traceback" not in err
    assert 0 < _documents(case) < 3000


def _documents(case: Path) -> int:
    with Ledger.open(case) as ledger:
        return ledger.summary().documents


@pytest.mark.parametrize("source", ["", "no/such/folder/*.txt"])
def test_empty_and_hopeless_sources_are_told(source: str, case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = call(capsys, "add", case, source)
    assert code == 1
    assert "Traceback" not in err
    assert len(err.strip().splitlines()) == 1
