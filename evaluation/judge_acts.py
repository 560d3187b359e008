"""Our own gold and the product in, how often a statement's act and what it denies are the right ones out.

``python -m evaluation.judge_acts [dev|test] [--gold-spans] [--mistakes]``. Judged are the pairs of
``evaluation.gold``; with ``--gold-spans`` the gold's own statements, so that only ``resolve`` is judged.

``accuracy`` is the share of pairs with the gold's act; ``macro-F1`` the mean of the F1 of every act
that occurs in the gold or is given, unweighted. ``about`` (the denied or accused proposition) is
judged by its characters over all pairs, as found with the act that was found; ``IoU >= .5`` is the
share of the gold's propositions of which at least half of the union of both is shared.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

import counterclaim
from counterclaim.records import ACTS, Act, Extraction, Spans, Statement, new_statement
from counterclaim.resolve import resolve
from evaluation.gold import GoldArticle, as_read, f1, load, pairs

HALF = 0.5


class Judged(NamedTuple):
    """A statement as found, with the act and the proposition of the gold."""

    found: Statement
    act: Act
    about: Spans


class Acts(NamedTuple):
    """One act: of how many given and of how many in the gold how many are right."""

    given: int
    gold: int
    right: int

    @property
    def f1(self) -> float:
        return f1(self.right, self.given, self.gold)


def judged(part: str, *, gold_spans: bool = False) -> Iterator[Judged]:
    """Every pair of a found and a gold statement, or every gold statement as resolved."""
    for article in load(part):
        rows = article.rows["statements"]
        if gold_spans:
            found = _resolved(article)
            matched: list[tuple[Statement, dict[str, Any]]] = list(zip(found, rows, strict=True))
        else:
            extraction = counterclaim.extract(article.text, published=article.published)
            matched = [(extraction.statements[i], rows[j]) for i, j in pairs(extraction, rows)]
        for statement, row in matched:
            yield Judged(statement, row["act"], _spans(row.get("about")))


def by_act(items: list[Judged]) -> dict[Act, Acts]:
    """The counts of every act that occurs in the gold or is given."""
    given = Counter(item.found.act for item in items)
    gold = Counter(item.act for item in items)
    right = Counter(item.act for item in items if item.found.act == item.act)
    return {act: Acts(given[act], gold[act], right[act]) for act in ACTS if given[act] or gold[act]}


def confusions(items: list[Judged]) -> Counter[tuple[str, str]]:
    """How often an act of the gold was given as which other."""
    return Counter((item.act, str(item.found.act)) for item in items if item.act != item.found.act)


def figures(items: list[Judged]) -> dict[str, float]:
    """Every figure by name."""
    acts = by_act(items)
    shared = found = gold = most = 0
    for item in items:
        one, other = _characters(item.found.about), _characters(item.about)
        shared, found, gold = shared + len(one & other), found + len(one), gold + len(other)
        most += bool(other) and len(one & other) >= HALF * len(one | other)
    return {
        "accuracy": sum(one.right for one in acts.values()) / max(len(items), 1),
        "macro-F1": sum(one.f1 for one in acts.values()) / max(len(acts), 1),
        "denies, F1": acts.get("denies", Acts(0, 0, 0)).f1,
        "about, characters F1": f1(shared, found, gold),
        "about, IoU >= .5": most / max(sum(bool(item.about) for item in items), 1),
    }


def _resolved(article: GoldArticle) -> tuple[Statement, ...]:
    """The gold's statements with the acts that ``resolve`` gives them."""
    whole = as_read(article)
    made: list[Statement] = []
    for row in article.rows["statements"]:
        within = row.get("within")
        made.append(
            new_statement(
                whole.document.id,
                article.text,
                source=_spans(row["source"]),
                cue=_spans(row["cue"]),
                content=_spans(row["content"]),
                kind=row["kind"],
                confidence=1.0,
                within=made[within].id if within is not None and within < len(made) else None,
            )
        )
    return resolve(whole, Extraction(document=whole.document, statements=tuple(made))).statements


def _spans(value: Any) -> Spans:
    """The gold's spans, where one stands by itself too."""
    if not value:
        return ()
    pieces = [value] if isinstance(value[0], int) else value
    return tuple((start, end) for start, end in pieces)


def _characters(spans: Spans) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", nargs="?", choices=("dev", "test"), default="dev")
    parser.add_argument("--gold-spans", action="store_true", help="judge resolve alone, on the gold's statements")
    parser.add_argument("--mistakes", action="store_true", help="list every wrong act")
    options = parser.parse_args()
    items = list(judged(options.part, gold_spans=options.gold_spans))
    print(f"{len(items)} statements")
    for name, value in figures(items).items():
        print(f"{name:22} {value:.3f}")
    for act, one in by_act(items).items():
        precision, recall = one.right / max(one.given, 1), one.right / max(one.gold, 1)
        print(f"{act:10} P {precision:.2f}  R {recall:.2f}  F1 {one.f1:.2f}  {one.gold} in the gold")
    for (gold, given), count in confusions(items).most_common():
        print(f"{gold:10} given as {given:10} {count}")
    for item in items if options.mistakes else ():
        if item.act != item.found.act:
            print(
                f"{item.act} given as {item.found.act}: {item.found.text.cue} | {' // '.join(item.found.text.content)}"
            )


if __name__ == "__main__":
    main()
