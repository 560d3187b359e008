"""If a killed run loses an article that it reported, or doubles one, nobody can stop a long run."""

import json
import random
import signal
import subprocess
import sys
from pathlib import Path

from counterclaim.ledger import Ledger, StatementQuery

_ADD = """
import sys
from pathlib import Path
from counterclaim.capture import expand
from counterclaim.config import Config
from counterclaim.flow import add
from counterclaim.ledger import Ledger

def each(result, source):
    print(result, source, flush=True)

with Ledger.open(Path(sys.argv[1])) as ledger:
    add(ledger, expand([sys.argv[2]]), Config(threads=1), run="r", each=each)
"""
_ARTICLES = 40


def _articles(folder: Path) -> Path:
    file = folder / "articles.jsonl"
    rows = (
        {"text": f"The dam is safe, Minister Ana Bell said on day {n}.\n\nThe operator denied warning number {n}."}
        for n in range(_ARTICLES)
    )
    file.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return file


def _contents(case: Path) -> tuple[list[str], list[str]]:
    with Ledger.open(case) as ledger:
        documents = sorted(row.document.id for row in ledger.documents())
        return documents, sorted(row.statement.id for row in ledger.statements(StatementQuery()))


def test_a_killed_run_is_completed_by_the_next(tmp_path: Path) -> None:
    articles = _articles(tmp_path)
    whole, broken = tmp_path / "whole", tmp_path / "broken"
    for case in (whole, broken):
        Ledger.create(case).close()
    subprocess.run([sys.executable, "-c", _ADD, whole, articles], check=True, stdout=subprocess.DEVNULL)
    reported: set[str] = set()
    rng = random.Random(7)
    for _ in range(3):
        run = subprocess.Popen([sys.executable, "-c", _ADD, broken, articles], stdout=subprocess.PIPE, text=True)
        assert run.stdout is not None
        wanted = rng.randrange(1, 12)
        for line in run.stdout:
            result, _, source = line.strip().partition(" ")
            if result == "added":
                reported.add(source)
                wanted -= 1
            if not wanted:
                break
        run.send_signal(signal.SIGKILL)
        run.stdout.close()
        run.wait()
        with Ledger.open(broken) as ledger:
            assert reported <= {row.source for row in ledger.documents()}
    subprocess.run([sys.executable, "-c", _ADD, broken, articles], check=True, stdout=subprocess.DEVNULL)
    assert _contents(broken) == _contents(whole)
    assert len(_contents(whole)[0]) == _ARTICLES
