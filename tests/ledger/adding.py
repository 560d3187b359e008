"""Run by the tests as a process to be killed: adds articles to a case and says what is acknowledged.

Arguments: the case's folder and how many articles. Each acknowledged id is one line.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from counterclaim.ledger import Ledger, archive
from counterclaim.records import SetAside
from tests.ledger.making import capture_of, item

archive.ROLL_BYTES = 20_000


def main(folder: Path, count: int) -> None:
    with Ledger.open(folder) if Ledger.exists(folder) else Ledger.create(folder) as ledger, ledger.writer():
        for number in range(count):
            made = item(number)
            if not ledger.known(made.capture.sha256):
                ledger.add(*made)
            print(made.article.document.id, flush=True)
            if number % 3 == 0:
                capture = capture_of(b"%d" % number, f"odd/{number}")
                record = SetAside(stage="read", source=capture.source, code="odd", reason="odd", advice="None")
                ledger.set_aside(record, capture, "run")
                print(capture.sha256, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
