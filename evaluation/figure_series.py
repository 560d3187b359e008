"""Figures of many articles and what is known of them in, how well they are put into series out.

``python -m evaluation.figure_series [daily] [demo] [incidents] [unseen]``; all four without a name.

``daily``: one side's daily count of losses (shared data, ``figure_series``), each day told in a sentence of ours and
read by the product: it must come out as one series, updated, nothing disputed. ``demo``: the tolls that
``demo/README.md`` plants, by file and words. ``incidents``: local reports on shootings (shared data,
``gun_violence``), all in one case: of two figures in one series, are their articles about one incident (precision);
of two articles on one incident that give its number of killed or injured, do these stand in one series (recall)?
The windows of days were set on ``incidents``; ``unseen`` are the incidents after them, on which nothing was set.
"""

import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path
from typing import Any

import counterclaim
from counterclaim.config import Config
from counterclaim.errors import ReadError
from counterclaim.flow import Analysed, analyse_sources
from counterclaim.link.series import disputes, link_series
from counterclaim.records import Extraction
from counterclaim.records.links import CaseArticle, FigureSeries
from evaluation.shared import DATA

DEMO = Path(__file__).parent.parent / "demo" / "articles"
INCIDENTS = 150
"""Incidents with at least two articles that are read, in the order of their numbers: about 400 articles."""

TOLL = {
    "01": ("At least 12",),
    "04": ("31",),
    "05": ("At least 38",),
    "06": ("At least 38",),
    "07": ("At least 38",),
    "08": ("38",),
    "09": ("47", "68", "more than 80"),
    "10": ("At least 47", "68"),
    "12": ("70", "50"),
    "13": ("Fifty",),
    "14": ("71", "52"),
    "17": ("69", "77"),
}
"""The planted totals of dead, by file."""
DISPUTED = (("47", "68"), ("47", "more than 80"), ("68", "more than 80"), ("50", "70"), ("52", "71"), ("69", "77"))
"""The planted contradictions between totals."""


def case_article(text: str, found: Extraction) -> CaseArticle:
    return CaseArticle(document=found.document, text=text, statements=found.statements, figures=found.figures)


def daily() -> None:
    rows: list[dict[str, Any]] = json.loads(
        (DATA / "figure_series" / "russia_losses_personnel.json").read_text(encoding="utf-8")
    )
    articles = []
    for row in rows:
        hedge = {"about": "about ", "more": "more than "}.get(str(row.get("personnel*")), "")
        text = (
            f"The Defence Ministry of Ardova said on its website that {hedge}{row['personnel']:,} enemy soldiers had"
            " been killed near Tessel and Morhaven since the war began. There was no independent confirmation.\n"
        )
        articles.append(case_article(text, counterclaim.extract(text, published=row["date"])))
    killed = [series for series in link_series(articles) if series.measure == "killed"]
    sizes = sorted((len(series.values) for series in killed), reverse=True)
    print(f"daily: {len(rows)} days, {len(killed)} series of sizes {sizes[:5]}")
    for series in killed[:5]:
        print(f"  {series.relation}, {len(disputes(series.values))} disputed, high {series.high}")


def demo() -> None:
    articles, words, files = [], {}, {}
    for path in sorted(DEMO.iterdir()):
        for read in analyse_sources([str(path)], Config()):
            if isinstance(read, Analysed):
                articles.append(case_article(read.article.text, read.extraction))
                words |= {figure.id: figure.text for figure in read.extraction.figures}
                files[read.article.document.id] = path.name[:2]
    found = link_series(articles)
    total = max((one for one in found if one.measure == "killed"), key=lambda one: len(one.values))
    got = {(files[value.document], words[value.figure]) for value in total.values}
    planted = {(file, text) for file, texts in TOLL.items() for text in texts}
    print(f"demo: {len(planted & got)} of {len(planted)} planted totals in one series, relation {total.relation}")
    print(f"  missed {sorted(planted - got)}; not planted {sorted(got - planted)}")
    pairs = {tuple(sorted((words[one.one], words[one.other]))) for one in disputes(total.values)}
    wanted = {tuple(sorted(pair)) for pair in DISPUTED}
    print(f"  {len(wanted & pairs)} of {len(wanted)} planted disputes; missed {sorted(wanted - pairs)}")
    print(f"  not planted {sorted(pairs - wanted)}")
    for series in sorted(found, key=lambda one: -len(one.values)):
        if len(series.values) > 1:
            told = [f"{words[value.figure]} ({files[value.document]})" for value in series.values]
            print(f"  {series.measure} {series.what} {series.place or ''}: {series.relation}: {', '.join(told)}")


def incidents(first: int = 0) -> None:
    known: dict[str, Any] = json.loads((DATA / "gun_violence" / "incidents.json").read_text(encoding="utf-8"))
    chosen = [number for number in sorted(known) if len(known[number]["articles"]) > 1][first : first + INCIDENTS]
    articles, of_document = [], {}
    with gzip.open(DATA / "gun_violence" / "articles.jsonl.gz", "rt", encoding="utf-8") as stream:
        for line in stream:
            row = json.loads(line)
            if row["incident"] in chosen:
                try:
                    found = counterclaim.extract(row["content"], published=row["dct"], title=row["title"])
                except ReadError:  # A page without an article; the product sets it aside.
                    continue
                articles.append(case_article(row["content"], found))
                of_document[found.document.id] = row["incident"]
    series = [one for one in link_series(articles) if one.measure in ("killed", "injured")]
    print(f"incidents: {len(chosen)} incidents, {len(articles)} articles, {len(series)} series of killed or injured")
    right, all_pairs, mixed = precision(series, of_document)
    print(
        f"  precision of pairs {right}/{all_pairs} = {right / max(all_pairs, 1):.3f}; {len(mixed)} series mix incidents"
    )
    hits, gold = recall(series, of_document, known)
    print(f"  recall of pairs of right figures {hits}/{gold} = {hits / max(gold, 1):.3f}")
    print(f"  disputed {sum(one.relation == 'disputed' for one in series)}")


def precision(series: Iterable[FigureSeries], incident: dict[str, str]) -> tuple[int, int, list[FigureSeries]]:
    """Pairs of figures of two articles in one series: how many are of one incident, how many there are."""
    right = total = 0
    mixed = []
    for one in series:
        pairs = [(a, b) for a, b in combinations(one.values, 2) if a.document != b.document]
        same = sum(incident[a.document] == incident[b.document] for a, b in pairs)
        right, total = right + same, total + len(pairs)
        mixed += [one] if same < len(pairs) else []
    return right, total, mixed


def recall(series: Iterable[FigureSeries], incident: dict[str, str], known: dict[str, Any]) -> tuple[int, int]:
    """Pairs of articles on one incident that both give its true count, and how many of them have it in one series."""
    holds: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for one in series:
        for value in one.values:
            if value.low == known[incident[value.document]][f"num_{one.measure}"] and value.low:
                holds[(value.document, one.measure)].add(one.id)
    by_incident: defaultdict[tuple[str, str], list[set[str]]] = defaultdict(list)
    for (document, measure), ids in holds.items():
        by_incident[(incident[document], measure)].append(ids)
    pairs = [pair for some in by_incident.values() for pair in combinations(some, 2)]
    return sum(bool(a & b) for a, b in pairs), len(pairs)


def main(parts: list[str]) -> None:
    known = {"daily": daily, "demo": demo, "incidents": incidents, "unseen": lambda: incidents(INCIDENTS)}
    for part in parts or known:
        known[part]()


if __name__ == "__main__":
    main(sys.argv[1:])
