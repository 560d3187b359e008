"""Our own gold and the product in, how well it reads statements, acts, speakers and dates out.

``python -m evaluation.gold [dev|test]``. The gold holds offsets only; texts are found by their
SHA-256 in the shared data sets. A found statement is paired with the gold one whose content it
shares most with, at least half of the characters of either; acts and speakers are judged on pairs.
"""

import argparse
import csv
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import counterclaim
from counterclaim.config import Config
from counterclaim.read import read
from counterclaim.records import Article, Capture, DateMention, Extraction, Span, sha256_hex
from evaluation import judge_figures
from evaluation.names import same_name
from evaluation.shared import DATA

FOLDER = Path(__file__).parent / "gold"
SETS = (DATA / "wikinews" / "wikinews_2019.csv", DATA / "news_clusters" / "articles.jsonl")
HALF = 0.5


class GoldArticle(NamedTuple):
    """A text, its day of publication and what the readers found in it (see ``gold/README.md``)."""

    text: str
    published: str
    rows: dict[str, Any]


def texts() -> Iterator[str]:
    """Every text of the two data sets."""
    csv.field_size_limit(sys.maxsize)
    with SETS[0].open(encoding="utf-8", newline="") as stream:
        yield from (row["text"] for row in csv.DictReader(stream))
    with SETS[1].open(encoding="utf-8") as stream:
        yield from (json.loads(line)["text"] for line in stream)


def load(part: str) -> list[GoldArticle]:
    """The articles of ``dev`` or ``test``; raises ``KeyError`` if a text is not in the data sets."""
    by_hash = {hashlib.sha256(text.encode()).hexdigest(): text for text in texts()}
    lines = (FOLDER / f"{part}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return [GoldArticle(by_hash[row["sha256"]], row["published"], row) for row in rows]


def as_read(article: GoldArticle) -> Article:
    """The gold's text as the product reads it."""
    content = article.text.encode("utf-8", "surrogatepass")
    capture = Capture(
        kind="text",
        source="text",
        content=content,
        sha256=sha256_hex(content),
        media_type="text/plain",
        charset="utf-8",
        captured_at="2024-05-04T12:00:00Z",
    )
    return read(capture, Config(), published=article.published)


def f1(hits: int, found: int, gold: int) -> float:
    return 2 * hits / max(found + gold, 1)


def dates_right(found: tuple[DateMention, ...], gold: list[dict[str, Any]]) -> int:
    """How many found dates share a character with a gold one of the same value, each counted once."""
    left = list(gold)
    hits = 0
    for mention in found:
        same = [row for row in left if _overlap(mention.span, row["span"]) and row["value"] == mention.value]
        if same:
            left.remove(same[0])
            hits += 1
    return hits


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def pairs(extraction: Extraction, gold: list[dict[str, Any]]) -> list[tuple[int, int]]:
    """Found and gold statements that share at least half of the characters of their contents, best first."""

    def characters(spans: Any) -> set[int]:
        return {i for start, end in spans for i in range(start, end)}

    found = [characters(s.content) for s in extraction.statements]
    marked = [characters(row["content"]) for row in gold]
    ranked = sorted(
        ((len(a & b) / len(a | b), i, j) for i, a in enumerate(found) for j, b in enumerate(marked) if a & b),
        reverse=True,
    )
    out: dict[int, int] = {}
    for share, i, j in ranked:
        if share >= HALF and i not in out and j not in out.values():
            out[i] = j
    return list(out.items())


def measure(part: str) -> dict[str, float]:
    """Every figure by name."""
    count = dict.fromkeys(("found", "gold", "pairs", "act", "speaker", "type", "said on", "dates", "dated", "right"), 0)
    figures = judge_figures.Agreement(0, 0, 0, 0, 0)
    for article in load(part):
        extraction = counterclaim.extract(article.text, published=article.published)
        gold = article.rows["statements"]
        matched = pairs(extraction, gold)
        count["found"] += len(extraction.statements)
        count["gold"] += len(gold)
        count["pairs"] += len(matched)
        for i, j in matched:
            said, row = extraction.statements[i], gold[j]
            count["act"] += said.act == row["act"]
            count["speaker"] += same_name(said.speaker.name, row["speaker"]["name"])
            count["type"] += said.speaker.type == row["speaker"]["type"]
            count["said on"] += said.said_on == row["said_on"]
        judged = judge_figures.judge(extraction.figures, article.rows["figures"])
        figures = judge_figures.Agreement(*(a + b for a, b in zip(figures, judged, strict=True)))
        count["dates"] += len(extraction.dates)
        count["dated"] += len(article.rows["dates"])
        count["right"] += dates_right(extraction.dates, article.rows["dates"])
    shares = {name: count[name] / max(count["pairs"], 1) for name in ("act", "speaker", "type", "said on")}
    return {
        "statements, F1": f1(count["pairs"], count["found"], count["gold"]),
        **shares,
        "dates, F1": f1(count["right"], count["dates"], count["dated"]),
        "figures, F1": f1(figures.right, figures.found, figures.gold),
        "figures, by": figures.by / max(figures.right, 1),
        "figures, part_of": figures.part_of / max(figures.right, 1),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", nargs="?", choices=("dev", "test"), default="dev")
    for name, value in measure(parser.parse_args().part).items():
        print(f"{name:16} {value:.3f}")


if __name__ == "__main__":
    main()
