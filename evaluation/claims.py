"""Gold claims of our own and the linking in, how well it brings statements together and tells their sides out.

``python -m evaluation.claims [dev|test|demo|groups|nli] [--found]``. The gold (``gold/claims_*.jsonl``) gives, event by
event, claims with the contents that take a position on each. Linking is judged on the contents of the
gold, so that nothing but linking counts; with ``--found`` on the statements that the product finds.

- pair F1: of all pairs of contents of one event, those in one claim, found and in the gold;
- agreement: of the pairs that the gold has in one claim, the share whose relation (both on one side, on
  two sides, one undecided) is right, with the F1 of "on two sides";
- two-sided pairs: of all pairs of contents of one event, those that stand against one another in one claim, found and
  in the gold; a claim with two sides that the gold doesn't bear out is an invented dispute;
- stance: of the positions of claims with two positions or more, the share that is right, after
  each claim was turned as most of its positions want: which way round a claim is worded is free.

``groups`` takes the events of the training data that the encoder was not trained on (the relation was fitted on them).

``nli`` measures only the signs, on pairs with a negation that entail or contradict one another (NegNLI, Hossain et
al. 2020): the F1 of either and their mean.
"""

import argparse
import csv
import hashlib
import json
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import counterclaim
from counterclaim import flow
from counterclaim.config import Config
from counterclaim.link import claims, polarity
from counterclaim.link.encoder import SentenceEncoder
from counterclaim.link.propositions import Proposition
from counterclaim.records import Extraction, Spans, Speaker, Statement
from counterclaim.records.document import new_document
from counterclaim.records.links import CaseArticle
from counterclaim.records.statement import new_statement
from evaluation import gold
from evaluation.shared import DATA

FOLDER = Path(__file__).parent / "gold"
DEMO = Path(__file__).parents[1] / "demo" / "articles"
HALF = 0.5
STANCES = {"for": 1, "against": -1, "unclear": 0}


class Item(NamedTuple):
    """A content that takes a position: its document's number, spans, speaker and, claim by claim, its stance."""

    document: int
    content: Spans
    speaker: str | None
    stances: dict[int, int]


class Event(NamedTuple):
    """The articles of one event, what is in them, and the gold."""

    name: str
    articles: list[CaseArticle]
    items: list[Item]


def texts() -> dict[str, dict[str, Any]]:
    """The articles of ``news_clusters`` by the SHA-256 of their text."""
    with (DATA / "news_clusters" / "articles.jsonl").open(encoding="utf-8") as stream:
        rows = [json.loads(line) for line in stream]
    return {hashlib.sha256(row["text"].encode()).hexdigest(): row for row in rows}


def _article(text: str, published: str | None, title: str | None, extraction: Extraction) -> CaseArticle:
    document = new_document(text, title=title, published=published and published[:10])
    return CaseArticle(document=document, text=text, statements=extraction.statements, figures=extraction.figures)


def load(part: str) -> Iterator[Event]:
    """The events of ``dev`` or ``test``; raises ``KeyError`` if a text is not in the data set."""
    if part == "demo":
        yield _demo()
        return
    if part == "groups":
        yield from _groups()
        return
    by_hash = texts()
    for line in (FOLDER / f"claims_{part}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        articles = []
        for document in row["documents"]:
            found = by_hash[document["sha256"]]
            extraction = counterclaim.extract(found["text"], published=document["published"], title=found["title"])
            articles.append(_article(found["text"], document["published"], found["title"], extraction))
        yield Event(str(row["event"]), articles, _items(row["claims"]))


def _demo() -> Event:
    """The demo's articles; its gold names each by its file and the contents by their words."""
    articles: list[CaseArticle] = []
    for path in sorted(DEMO.iterdir()):
        for result in flow.analyse_sources([str(path)], Config()):
            if isinstance(result, flow.Analysed):
                e = result.extraction
                articles.append(
                    CaseArticle(
                        document=result.article.document,
                        text=result.article.text,
                        statements=e.statements,
                        figures=e.figures,
                    )
                )
    number = {(a.document.file or "")[:2]: i for i, a in enumerate(articles)}
    rows = json.loads((FOLDER / "claims_demo.json").read_text(encoding="utf-8"))
    made = []
    for row in rows:
        positions = []
        for file, words, stance in row["positions"]:
            at = articles[number[file]].text.index(words)
            place = {"document": number[file], "content": [[at, at + len(words)]]}
            positions.append({**place, "speaker": None, "stance": stance})
        made.append({"claim": row["claim"], "positions": positions})
    return Event("demo", articles, _items(made))


def _groups() -> Iterator[Event]:
    """The events of ``training/claim_groups.jsonl`` that the encoder wasn't trained on, each clause an item."""
    from training import claim_groups

    events = list(claim_groups.events())
    unseen = claim_groups.left_out(event.name for event in events)
    for event in events:
        if event.name in unseen:
            articles = []
            for text, title, published in event.documents:
                found = counterclaim.extract(text, published=published, title=title)
                articles.append(_article(text, published, title, found))
            yield Event(event.name, articles, [Item(one.document, one.spans, None, one.stances) for one in event.lines])


def _items(rows: list[dict[str, Any]]) -> list[Item]:
    out: dict[tuple[int, Spans], Item] = {}
    for number, row in enumerate(rows):
        for p in row["positions"]:
            content = tuple((start, end) for start, end in p["content"])
            item = out.setdefault((p["document"], content), Item(p["document"], content, p["speaker"], {}))
            item.stances[number] = STANCES[p["stance"]]
    return list(out.values())


def _characters(spans: Iterable[tuple[int, int]]) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}


def given(event: Event) -> list[CaseArticle]:
    """The event's articles with the gold's contents for statements; act, cue and what is denied are the product's."""
    out = []
    for number, article in enumerate(event.articles):
        made = [_given(article, item) for item in event.items if item.document == number]
        out.append(
            CaseArticle(document=article.document, text=article.text, statements=tuple(made), figures=article.figures)
        )
    return out


def _given(article: CaseArticle, item: Item) -> Statement:
    marked = _characters(item.content)
    near = max(article.statements, key=lambda s: _share(_characters(s.content), marked), default=None)
    if near is None or _share(_characters(near.content), marked) < HALF:
        near = None
    about = tuple(span for span in near.about if _characters([span]) <= marked) if near else ()
    speaker = near.speaker if near and near.speaker.name else Speaker(name=item.speaker)
    return new_statement(
        article.document.id,
        article.text,
        source=near.source if near else (),
        cue=near.cue if near else (),
        content=item.content,
        kind=near.kind if near else "indirect",
        confidence=1.0,
        act=(near.act if near else None) or "asserts",
        about=about,
        speaker=speaker,
        said_on=near.said_on if near else None,
    )


def _share(one: set[int], other: set[int]) -> float:
    """Overlap, of the smaller of the two."""
    return len(one & other) / max(min(len(one), len(other)), 1)


def matched(event: Event, propositions: list[Proposition]) -> list[list[Proposition]]:
    """For each item the propositions whose words it shares at least half of, or that hold half of its own."""
    ids = [a.document.id for a in event.articles]
    by_document: dict[str, list[tuple[set[int], Proposition]]] = {}
    for p in propositions:
        by_document.setdefault(p.document, []).append((_characters(p.spans), p))
    out = []
    for item in event.items:
        marked = _characters(item.content)
        out.append([p for chars, p in by_document.get(ids[item.document], []) if _share(chars, marked) >= HALF])
    return out


class Counts(NamedTuple):
    """Sums over events."""

    items: int = 0
    matched: int = 0
    hits: int = 0
    found: int = 0
    gold: int = 0
    related: int = 0
    right: int = 0
    opposed_hits: int = 0
    opposed_found: int = 0
    opposed: int = 0
    placed: int = 0
    stances: int = 0
    disputed_hits: int = 0
    disputed_found: int = 0
    disputed: int = 0

    def plus(self, other: "Counts") -> "Counts":
        return Counts(*(a + b for a, b in zip(self, other, strict=True)))

    def figures(self) -> dict[str, float]:
        return {
            "items": self.items,
            "items with a proposition": self.matched / max(self.items, 1),
            "pair precision": self.hits / max(self.found, 1),
            "pair recall": self.hits / max(self.gold, 1),
            "pair F1": gold.f1(self.hits, self.found, self.gold),
            "agreement": self.right / max(self.related, 1),
            "two sides F1": gold.f1(self.opposed_hits, self.opposed_found, self.opposed),
            "two-sided pairs precision": self.disputed_hits / max(self.disputed_found, 1),
            "recall": self.disputed_hits / max(self.disputed, 1),
            "stance": self.stances / max(self.placed, 1),
        }


def judge(event: Event, propositions: list[Proposition], group: dict[str, int]) -> Counts:
    """``group`` gives the number of each proposition's group."""
    per_item = matched(event, propositions)
    groups = [{group[p.id] for p in ps} for ps in per_item]
    signs = [_sign(ps) for ps in per_item]
    n = dict.fromkeys(Counts._fields, 0)
    n["items"], n["matched"] = len(event.items), sum(map(bool, per_item))
    for i, j in combinations(range(len(event.items)), 2):
        if {p.id for p in per_item[i]} & {p.id for p in per_item[j]}:
            continue
        a, b = event.items[i], event.items[j]
        common = a.stances.keys() & b.stances.keys()
        together = bool(groups[i] & groups[j])
        n["hits"] += bool(common) and together
        n["found"] += together
        n["gold"] += bool(common)
        against = any(a.stances[c] * b.stances[c] < 0 for c in common)
        parted = _parted(per_item[i], per_item[j], group)
        n["disputed"] += against
        n["disputed_found"] += parted
        n["disputed_hits"] += against and parted
        if common and per_item[i] and per_item[j]:
            claim = min(common)
            wanted, told = a.stances[claim] * b.stances[claim], signs[i] * signs[j]
            n["related"] += 1
            n["right"] += wanted == told
            n["opposed"] += wanted < 0
            n["opposed_found"] += told < 0
            n["opposed_hits"] += wanted < 0 and told < 0
    for claim in {c for item in event.items for c in item.stances}:
        sides = [
            (item.stances[claim], signs[i])
            for i, item in enumerate(event.items)
            if claim in item.stances and per_item[i]
        ]
        if len(sides) > 1:
            n["placed"] += len(sides)
            n["stances"] += max(sum(want == told for want, told in sides), sum(want == -told for want, told in sides))
    return Counts(**n)


def _parted(one: list[Proposition], other: list[Proposition], group: dict[str, int]) -> bool:
    """Whether a proposition of the one and a proposition of the other are two sides of one claim."""
    return any(p.sign * q.sign < 0 and group[p.id] == group[q.id] for p in one for q in other)


def _sign(found: list[Proposition]) -> int:
    """The sign of the first proposition that takes a side."""
    return next((p.sign for p in found if p.sign), 0)


def link(articles: list[CaseArticle], encoder: SentenceEncoder) -> tuple[list[Proposition], dict[str, int]]:
    """The propositions of the articles and the number of each one's group."""
    items = [p for article in articles for p in claims.features(article, encoder)]
    links = [found for a, b in sorted(claims.candidates(items)) if (found := claims.compare(items[a], items[b]))]
    groups = claims.groups([p.id for p in items], links)
    return items, {member: number for number, members in enumerate(groups) for member in members}


def nli() -> dict[str, float]:
    """How often equal signs entail and unequal ones contradict; ``RTE.txt`` tells no contradictions."""
    counts = dict.fromkeys(((gold_same, told) for gold_same in (True, False) for told in (True, False)), 0)
    for name in ("MNLI", "SNLI"):
        with (DATA / "nli" / f"{name}.txt").open(encoding="latin-1", newline="") as stream:
            for row in csv.DictReader(stream, delimiter="\t"):
                if row["gold_label"] != "neutral":
                    told = polarity.read(row["Text"]).sign == polarity.read(row["Hypothesis"]).sign
                    counts[row["gold_label"] == "entailment", told] += 1
    each = {
        name: gold.f1(
            counts[side, side], counts[True, side] + counts[False, side], counts[side, True] + counts[side, False]
        )
        for name, side in (("F1 entails", True), ("F1 contradicts", False))
    }
    return {"pairs": sum(counts.values()), **each, "macro-F1": sum(each.values()) / 2}


def measured(part: str, *, found: bool) -> Iterator[tuple[str, Counts]]:
    """The counts of each event by its name; of statements as they are found, else of the gold's contents."""
    encoder = SentenceEncoder()
    for event in load(part):
        yield event.name, judge(event, *link(event.articles if found else given(event), encoder))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", nargs="?", choices=("dev", "test", "demo", "groups", "nli"), default="dev")
    parser.add_argument("--found", action="store_true", help="link the statements that the product finds")
    args = parser.parse_args()
    if args.part == "nli":
        print("  ".join(f"{name} {value:.3f}" for name, value in nli().items()))
        return
    total = Counts()
    for event, counts in measured(args.part, found=args.found):
        total = total.plus(counts)
        print(event, _line(counts))
    print("all", _line(total))


def _line(counts: Counts) -> str:
    return "  ".join(f"{name} {value:.3f}" for name, value in counts.figures().items())


if __name__ == "__main__":
    main()
