"""A process killed at any moment loses nothing it acknowledged, and the next one goes on from there."""

import math
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from counterclaim.ledger import Ledger
from tests.ledger.adding import main
from tests.ledger.making import capture_of, item

KILLS_EACH = 12
ROUNDS = math.ceil(int(os.environ.get("COUNTERCLAIM_SOAK", "12")) / KILLS_EACH)
SCRIPT = Path(__file__).with_name("adding.py")
COUNT = 300


def run_and_kill(folder: Path, chance: random.Random) -> set[str]:
    """The ids acknowledged before the process was killed."""
    process = subprocess.Popen(
        [sys.executable, SCRIPT, folder, str(COUNT)], stdout=subprocess.PIPE, text=True, bufsize=1
    )
    with process:
        assert process.stdout is not None
        seen = []
        # Some die while they start and create the case, others after so many lines and some microseconds.
        if chance.random() < 0.15:
            time.sleep(chance.uniform(0.1, 1.0))
        else:
            known = len(list_of_ids(folder))
            seen += [process.stdout.readline().strip() for _ in range(known + chance.randrange(1, 30))]
            time.sleep(chance.uniform(0, 0.02))
        process.kill()
        seen += process.stdout.read().split("\n")[:-1]  # a line that was cut off is not acknowledged
    return {line for line in seen if line}


def list_of_ids(folder: Path) -> list[str]:
    if not Ledger.exists(folder):
        return []
    with Ledger.open(folder) as ledger:
        ids = [row.document.id for row in ledger.documents()]
        return ids + [str(failure.record.sha256) for failure in ledger.failures()]


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_killed_writers_lose_and_double_nothing(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    folder = tmp_path / "case"
    acknowledged: set[str] = set()
    for kill in range(KILLS_EACH):
        acknowledged |= run_and_kill(folder, chance)
        found = list_of_ids(folder)
        assert len(found) == len(set(found))
        assert acknowledged <= set(found), f"kill {kill} lost something acknowledged"
        assert len(found) <= len(acknowledged) + KILLS_EACH, "more was stored than was asked for"
        if Ledger.exists(folder):
            with Ledger.open(folder) as ledger:
                assert ledger.check() == ()
    assert acknowledged, "no process lived long enough to acknowledge anything"

    main(folder, COUNT)
    with Ledger.open(folder) as ledger:
        assert ledger.check() == ()
        summary = ledger.summary()
        assert (summary.documents, summary.copies, summary.statements) == (COUNT, 0, COUNT * 3)
        assert summary.captures == COUNT + COUNT // 3
        for number in range(COUNT):
            capture = item(number).capture
            assert ledger.capture(capture.sha256) == capture
        assert ledger.capture_bytes(capture_of(b"0", "").sha256) == b"0"
    assert len(targets(folder)) == len(set(targets(folder))) == COUNT + COUNT // 3


def targets(folder: Path) -> list[str]:
    """What other programs find in the archive."""
    found = []
    for path in sorted((folder / "archive").iterdir()):
        with path.open("rb") as stream:
            for record in ArchiveIterator(stream, check_digests="raise"):
                record.content_stream().read()
                if record.rec_type == "resource":
                    found.append(record.rec_headers.get_header("WARC-Target-URI"))
    return found


def test_a_case_killed_while_it_was_made_is_none(tmp_path: Path) -> None:
    folder = tmp_path / "case"
    (folder / "archive").mkdir(parents=True)
    for name in ("case.lock", "case.db.new", "case.db.new-journal"):
        (folder / name).write_bytes(b"")
    (folder / "case.db.new").write_bytes(b"SQLite format 3\0 and then nothing")
    assert not Ledger.exists(folder)
    with Ledger.create(folder) as ledger:
        assert ledger.documents() == []
    assert not (folder / "case.db.new").exists()
