"""News pages with gold bodies in, precision, recall, F1 and accuracy of our reading of them out.

The measure is that of the article-extraction-benchmark whose pages these are: texts are cut
into words, words into overlapping runs of four, and the runs compared as multisets. What
was found rightly, wrongly and not at all is set to a sum of one per page, so that a long
page weighs no more than a short one; precision and recall are means over pages and F1 is
the harmonic mean of the two. Accuracy is the share of pages that match word for word.

    python evaluation/html_extraction.py [DATA]

DATA holds ``html_extraction/``; it is ``../shared/data`` by default. All 181 pages are
scored on their body, those in other languages too, though ``read`` sets these aside.
"""

import argparse
import gzip
import json
import re
from collections import Counter
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

from counterclaim.config import Config
from counterclaim.errors import ReadError
from counterclaim.read import read
from counterclaim.read.html import read_html
from counterclaim.read.parsed import UnreadableError
from counterclaim.records import Capture, sha256_hex

RUN = 4
CAPTURED_AT = "2019-12-31T00:00:00Z"
_WORD = re.compile(r"\w+")


class Score(NamedTuple):
    """Mean precision and recall over pages, their harmonic mean, and the share of exact pages."""

    f1: float
    precision: float
    recall: float
    accuracy: float


def runs(text: str) -> Counter[tuple[str, ...]]:
    """How often each run of four words stands in ``text``; a shorter text is one run."""
    words = _WORD.findall(text)
    return Counter(tuple(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1)))


def page_score(gold: str, found: str) -> tuple[float, float, bool]:
    """Precision and recall of one page, and whether its words are exactly the gold ones."""
    wanted, got = runs(gold), runs(found)
    right, wrong, missed = ((wanted & got).total(), (got - wanted).total(), (wanted - got).total())
    exact = _WORD.findall(gold) == _WORD.findall(found)
    if not wrong and not missed:
        return 1.0, 1.0, exact
    return (right / (right + wrong) if right else 0.0), (right / (right + missed) if right else 0.0), exact


def total_score(pages: list[tuple[str, str]]) -> Score:
    """The measure over pairs of gold and found text."""
    each = [page_score(gold, found) for gold, found in pages]
    precision, recall, accuracy = (fmean(column) for column in zip(*each, strict=True))
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Score(f1, precision, recall, accuracy)


def body(page: bytes) -> str:
    """The body that the reader finds in a page, whatever its language; empty if it finds none."""
    try:
        return read_html(page, charset=None, url=None, captured_at=CAPTURED_AT, config=Config()).text
    except UnreadableError:
        return ""


def outcome(page: bytes) -> str:
    """What ``read`` makes of the page: ``read`` or the code with which it is set aside."""
    capture = Capture(
        kind="file",
        source="page",
        content=page,
        sha256=sha256_hex(page),
        media_type="text/html",
        captured_at=CAPTURED_AT,
    )
    try:
        read(capture, Config())
    except ReadError as error:
        return error.code
    return "read"


def measure(folder: Path) -> tuple[Score, Counter[str]]:
    """The score of all pages in ``folder``, and how many came out of ``read`` as what."""
    gold = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    pages = {key: gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes()) for key in sorted(gold)}
    score = total_score([(gold[key]["articleBody"], body(page)) for key, page in pages.items()])
    return score, Counter(outcome(page) for page in pages.values())


def main() -> None:
    """Score the pages and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", nargs="?", type=Path, default=Path("../shared/data"))
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    arguments = parser.parse_args()
    folder = arguments.data / "html_extraction"
    if not folder.is_dir():
        parser.exit(2, f"There is no folder {folder}. Give the folder that holds html_extraction/.\n")
    score, outcomes = measure(folder)
    if arguments.json:
        print(json.dumps({"pages": outcomes.total(), **score._asdict(), "outcomes": outcomes}))
        return
    print(f"pages      {outcomes.total()}")
    for name, value in score._asdict().items():
        print(f"{name:<10} {value:.4f}")
    print("read()     " + ", ".join(f"{code} {count}" for code, count in outcomes.most_common()))


if __name__ == "__main__":
    main()
