"""Articles about shootings and their incidents in, how often an article's figures give the incident's totals out.

``python -m evaluation.incident_totals [--part held-out|other] [--mistakes N]`` reads ``gun_violence``: each
article belongs to one incident with its numbers of killed and injured. A fifth of the
incidents, told by a hash of their numbers, is held out; nothing was chosen on those.

Two answers are judged for each measure. ``figures``: the article's figures alone, of which the commonest whole
(no part of another) that is not approximate is taken, the larger of equals; 0 where there is none. ``with single
victims``: where there is no figure, 1 if the text tells of one who was killed or hurt ("a man was shot and killed"),
since "a man" is no figure; who was hurt and died counts as killed, so that beside one who was killed somebody hurt
must be another. An article can be right in what it says and differ from its incident all the same: it may
have been written before somebody died, or count the gunman.
"""

import argparse
import gzip
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from counterclaim.extractor.dates import find_dates
from counterclaim.extractor.figures import find_figures
from counterclaim.read.sentences import sentences
from counterclaim.records import Article, Figure, Measure, new_document
from counterclaim.resolve.figures import resolve_figures
from evaluation.shared import DATA

FOLDER = DATA / "gun_violence"
MEASURES: tuple[Measure, ...] = ("killed", "injured")
_ONE = {
    "killed": re.compile(
        r"\b(?:(?:shot|stabbed)\s+(?:and\s+killed|dead|to\s+death)|fatal(?:ly)?\b|was\s+killed|killing\s+(?:an?|his|her|him|\d+-year|"
        r"[A-Z])|killed\s+(?:an?|his|her|him|in|by|after|when|[A-Z])|died|dead\b|dies|homicide|slain|slaying|murder(?:ed)?\b|"
        r"pronounced\s+dead|(?:fatal|deadly)\s+shooting|killed\s*$)",
        re.IGNORECASE,
    ),
    "injured": re.compile(
        r"\b(?:wounded|injured|injur(?:y|ies|ing)|wounding|non-life[- ]threatening|"
        r"(?:critical|serious|stable|good|fair)\s+condition|"
        r"hospitali[sz]ed|gunshot\s+wounds?\s+to|taken\s+to\s+(?:the\s+|a\s+|an\s+)?(?:[\w’']+\s+){0,4}hospital|"
        r"is\s+expected\s+to\s+(?:recover|survive|be\s+ok)|recovering|was\s+shot\s+(?:in|at|while|multiple|several|once|and)|"
        r"(?:teen|man|woman|boy|girl|officer|victim)\s+(?:was\s+)?shot\b(?!\s+(?:dead|and\s+killed|to\s+death)))",
        re.IGNORECASE,
    ),
}


_ANOTHER = re.compile(
    r"\b(?:another|other|second|one)\s+(?:[\w’'-]+\s+){0,5}?(?:injured|wounded|hurt|shot|hospitali[sz]ed|in\s+critical|in\s+serious|"
    r"in\s+stable)|\b(?:injur|wound)(?:ed|ing)\s+(?:another|a\s+second|an?\s+other)|killed\s+(?:and\s+)?(?:[\w’'-]+\s+){0,3}"
    r"(?:another|one)\s+(?:[\w’'-]+\s+){0,3}(?:injured|wounded|hurt)|1\s+(?:injured|wounded|hurt)|surviv(?:ed|or)",
    re.IGNORECASE,
)


class Told(NamedTuple):
    """An article's own answer and its incident's, for one measure."""

    text: str
    figures: int
    with_single: int
    incident: int


def articles(held_out: bool) -> Iterator[tuple[str, str, dict[str, int]]]:
    """Text, day and the incident's totals of every article of one part."""
    incidents = json.loads((FOLDER / "incidents.json").read_text(encoding="utf-8"))
    with gzip.open(FOLDER / "articles.jsonl.gz", "rt", encoding="utf-8") as stream:
        for line in stream:
            row = json.loads(line)
            incident = incidents.get(str(row["incident"]))
            if incident and row["content"].strip() and is_held_out(str(row["incident"])) is held_out:
                totals = {"killed": int(incident["num_killed"]), "injured": int(incident["num_injured"])}
                yield f"{row['title']}\n\n{row['content']}", row["dct"], totals


def is_held_out(incident: str) -> bool:
    """Whether an incident belongs to the held-out fifth."""
    return int(hashlib.sha256(f"held out {incident}".encode()).hexdigest(), 16) % 5 == 0


def figures_of(text: str, day: str) -> tuple[Figure, ...]:
    """The figures of an article, without statements."""
    spans = sentences(text)
    dates = find_dates(text, day)
    article = Article(document=new_document(text, published=day), text=text, sentences=spans, capture_sha256="")
    found = find_figures(article.document.id, text, spans, [mention.span for mention in dates])
    return resolve_figures(article, found, (), dates)


def total(figures: tuple[Figure, ...], measure: Measure) -> int:
    """The commonest whole of one measure, the larger of equals; 0 if there is none."""
    wholes = [int(f.low) for f in figures if f.measure == measure and f.part_of is None and not f.approximate and f.low]
    count = Counter(wholes)
    return max(count, key=lambda value: (count[value], value), default=0)


def judge(held_out: bool) -> dict[Measure, list[Told]]:
    """Every article's answers, by measure."""
    out: dict[Measure, list[Told]] = {measure: [] for measure in MEASURES}
    for text, day, totals in articles(held_out):
        figures = figures_of(text, day)
        found = {measure: total(figures, measure) for measure in MEASURES}
        single = {measure: found[measure] or int(_ONE[measure].search(text) is not None) for measure in MEASURES}
        if single["killed"] and not found["injured"] and not _ANOTHER.search(text):
            single["injured"] = 0
        for measure in MEASURES:
            out[measure].append(Told(text, found[measure], single[measure], totals[measure]))
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=("held-out", "other"), default="held-out")
    parser.add_argument("--mistakes", type=int, default=0, help="how many mistakes to print for each measure")
    options = parser.parse_args()
    told = judge(options.part == "held-out")
    both = Counter[str]()
    for measure, rows in told.items():
        several = [row for row in rows if row.incident > 1]
        print(
            f"{measure}: {len(rows)} articles; exact by figures {share(rows, 'figures')}, with single victims "
            f"{share(rows, 'with_single')}; where the incident has two or more ({len(several)}): "
            f"{share(several, 'figures')}"
        )
        for row in [row for row in rows if row.with_single != row.incident][: options.mistakes]:
            print(f"   {row.with_single} instead of {row.incident}: {' '.join(row.text[:400].split())}\n")
    both["right"] = sum(
        all(row.with_single == row.incident for row in pair) for pair in zip(*told.values(), strict=True)
    )
    print(f"both measures exact: {both['right'] / max(len(told['killed']), 1):.3f}")


def share(rows: list[Told], answer: str) -> str:
    """The share of rows whose answer is the incident's total."""
    return f"{sum(getattr(row, answer) == row.incident for row in rows) / max(len(rows), 1):.3f}"


if __name__ == "__main__":
    main()
