"""GUM's documents in, how well names and the pronouns "he" and "she" are linked inside a text out.

``python -m evaluation.coreference [dev|train] [--fit]``. The product's own code is judged: the
shipped extractor reads each document, ``Resolver`` finds names, parties and antecedents.

Names: gold mentions of persons and organisations whose head is a proper noun, against the
product's mentions that hold that head. ``names found``: recall of them. ``names, B-cubed``: over
those found on both sides, the mean over mentions of the overlap of its party with its entity
(Bagga and Baldwin 1998). Pronouns: every he, him, his, she, her (and their -self) that GUM links
to a person; ``he, she``: these two alone, which is what sources are. A decision (mention,
entity) is right if the party that is chosen has a mention of that entity. Precision is over
those decided, recall over those whose person is named before by a found name; the product can
answer with named parties only.

``--fit`` learns the weights of ``resolve.pronouns`` on "he" and "she" of the train files: a
log-linear choice among the candidates, by gradient ascent with a penalty. It prints them and
the figures on dev with them.
"""

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from counterclaim.config import Config
from counterclaim.extractor import shipped
from counterclaim.records import Article, Span, Statement, sha256_hex
from counterclaim.records.document import new_document
from counterclaim.resolve import pronouns
from counterclaim.resolve.people import Party
from counterclaim.resolve.pronouns import Features
from counterclaim.resolve.speakers import Resolver
from evaluation.shared import DATA

FOLDER = DATA / "gum"
HE = frozenset(["he", "him", "his", "himself"])
SHE = frozenset(["she", "her", "hers", "herself"])
_BRACKET = re.compile(r"\(([^()]+)\)|\(([^()]+)|([^()]+)\)")


class Gold(NamedTuple):
    """One gold mention: where its head stands, of which entity, whether its head is a name or a pronoun."""

    head: Span
    entity: str
    kind: str
    upos: str


class Choice(NamedTuple):
    """A pronoun's candidates with their features, and which of them are right."""

    features: list[Features]
    right: list[bool]


def files(part: str) -> list[Path]:
    """The part's files that are there, in the order of the list."""
    names = (FOLDER / "file-lists" / f"files.{part}").read_text(encoding="utf-8").split()
    paths = [FOLDER / "docs" / f"{name}.conllu" for name in names]
    return [path for path in paths if path.exists()]


def parse(path: Path) -> tuple[Article, list[Gold]]:
    """A document's text, rebuilt from its tokens, and its mentions of persons and organisations."""
    text, sentences, gold = "", [], []
    heads: list[tuple[Span, str, str]] = []
    open_: dict[str, list[tuple[int, list[str]]]] = defaultdict(list)
    start = 0
    inside, after = range(0), ""
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# newpar") and text:
            text = text.rstrip() + "\n\n"
        elif not line and len(text.rstrip()) > start:
            sentences.append((start, len(text.rstrip())))
        fields = line.split("\t")
        if len(fields) < 10 or not fields[0].split("-")[0].isdigit():
            if line.startswith("# sent_id"):
                start, inside = len(text), range(0)
            continue
        if "-" in fields[0]:  # a contraction; its parts follow, and the space after it is told here
            inside = range(*map(int, fields[0].split("-")))
            after = "" if "SpaceAfter=No" in fields[9] else " "
            continue
        span = (len(text), len(text) + len(fields[1]))
        heads.append((span, fields[3], fields[1].lower()))
        misc = dict(item.split("=", 1) for item in fields[9].split("|") if "=" in item)
        gold += entities(misc.get("Entity", ""), heads, open_)
        number = int(fields[0])
        if number == inside.stop:
            text += fields[1] + after
        else:
            text += fields[1] + ("" if number in inside or misc.get("SpaceAfter") == "No" else " ")
    text = text.rstrip()
    document = new_document(text, file=path.name)
    article = Article(
        document=document, text=text, sentences=tuple(sentences), capture_sha256=sha256_hex(text.encode())
    )
    return article, sorted(gold)


def entities(
    marks: str, heads: list[tuple[Span, str, str]], open_: dict[str, list[tuple[int, list[str]]]]
) -> Iterator[Gold]:
    """Mentions that close at the last token; those that open are kept in ``open_``."""
    here = len(heads) - 1
    for whole, opening, closing in _BRACKET.findall(marks):
        fields = (whole or opening or closing).split("-")
        if opening:
            open_[fields[0]].append((here, fields))
            continue
        first, described = (here, fields) if whole else open_[fields[0]].pop() if open_[fields[0]] else (here, fields)
        if len(described) < 6 or described[1] not in {"person", "organization"}:
            continue
        head = min(first + int(described[5].split(",")[0]) - 1, here)
        span, upos, form = heads[head]
        yield Gold(span, fields[0], form, upos)


@cache
def extracted(path: Path) -> tuple[Article, list[Gold], list[Statement]]:
    """A document with its gold mentions and the statements that the product finds, in text order."""
    article, gold = parse(path)
    found = shipped(Config())([article])[0].statements
    return article, gold, sorted(found, key=lambda s: (s.source or s.content)[0])


def read(path: Path) -> tuple[list[Gold], dict[Span, Party], list[tuple[Gold, Choice, Party | None]]]:
    """Gold mentions, the party that each head of a name is part of, and each pronoun's choice."""
    article, gold, statements = extracted(path)
    resolver = Resolver(article, statements)
    directory = resolver.directory
    party_of = {}
    for mention in directory.mentions:
        for item in gold:
            first = mention.start if mention.title else mention.span[0]
            if item.upos == "PROPN" and first <= item.head[0] < mention.span[1]:
                party_of[item.head] = directory.party(mention)
    entity_of = defaultdict(set)
    for item in gold:
        if item.head in party_of:
            entity_of[id(party_of[item.head])].add(item.entity)
    waiting = list(statements)
    chosen = []
    for item in gold:
        if item.kind not in HE | SHE:
            continue
        while waiting and (waiting[0].source or waiting[0].content)[0][0] < item.head[0]:
            resolver.speaker(waiting.pop(0))
        candidates = resolver.antecedents.candidates(item.kind in HE, item.head[0])
        right = [item.entity in entity_of[id(party)] for party, _ in candidates]
        best = resolver.antecedents.best(item.kind in HE, item.head[0])
        chosen.append((item, Choice([features for _, features in candidates], right), best))
    return gold, party_of, [(item, choice, best) for item, choice, best in chosen]


def figures(part: str) -> dict[str, float]:
    """Every figure by name."""
    count = Counter[str]()
    precision: list[float] = []
    recall: list[float] = []
    for path in files(part):
        gold, party_of, chosen = read(path)
        names = [item for item in gold if item.upos == "PROPN"]
        linked = [item for item in names if item.head in party_of]
        count["names"] += len(names)
        count["linked"] += len(linked)
        one, other = defaultdict(set), defaultdict(set)
        for item in linked:
            one[id(party_of[item.head])].add(item)
            other[item.entity].add(item)
        for item in linked:
            ours, theirs = one[id(party_of[item.head])], other[item.entity]
            precision.append(len(ours & theirs) / len(ours))
            recall.append(len(ours & theirs) / len(theirs))
        for item, _, best in chosen:
            known = {id(party_of[n.head]) for n in linked if n.entity == item.entity}
            before = any(n.entity == item.entity and n.head < item.head for n in linked)
            count["pronouns"] += 1
            count["answerable"] += before
            count["decided"] += best is not None
            count["right"] += best is not None and id(best) in known
            if item.kind in {"he", "she"}:
                count["subjects"] += before
                count["subjects right"] += best is not None and id(best) in known
    bcubed = (sum(precision) / max(len(precision), 1), sum(recall) / max(len(recall), 1))
    decided = count["right"] / max(count["decided"], 1), count["right"] / max(count["answerable"], 1)
    return {
        "names": count["names"],
        "names found": count["linked"] / max(count["names"], 1),
        "names, B-cubed precision": bcubed[0],
        "names, B-cubed recall": bcubed[1],
        "names, B-cubed F1": harmonic(*bcubed),
        "pronouns": count["pronouns"],
        "pronouns, answerable": count["answerable"],
        "pronouns, precision": decided[0],
        "pronouns, recall": decided[1],
        "pronouns, F1": harmonic(*decided),
        "he, she: recall": count["subjects right"] / max(count["subjects"], 1),
    }


def harmonic(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0


def fit(choices: list[Choice], penalty: float = 1.0, steps: int = 1000, rate: float = 0.5) -> Features:
    """The weights under which right candidates are likeliest, by gradient ascent; a whole choice is one case."""
    usable = [
        (np.array(c.features, dtype=float), np.array(c.right)) for c in choices if any(c.right) and not all(c.right)
    ]
    weights = np.zeros(len(Features._fields))
    for _ in range(steps):
        gradient = -penalty * weights
        for features, right in usable:
            scores = features @ weights
            share = np.exp(scores - scores.max())
            among = share * right
            gradient += (among / among.sum() - share / share.sum()) @ features
        weights += rate * gradient / len(usable)
    return Features(*(round(float(weight), 2) for weight in weights))


def learn(rounds: int = 3) -> Features:
    """The weights from none; each round reads anew, for whom a pronoun means decides who spoke last after it."""
    pronouns.WEIGHTS = Features()
    for _ in range(rounds):
        choices = [choice for path in files("train") for item, choice, _ in read(path)[2] if item.kind in {"he", "she"}]
        pronouns.WEIGHTS = fit(choices)
    return pronouns.WEIGHTS


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", nargs="?", choices=("dev", "train"), default="dev")
    parser.add_argument("--fit", action="store_true", help="learn the weights of pronouns on train")
    given = parser.parse_args()
    if given.fit:
        print(learn())
    for name, value in figures(given.part).items():
        print(f"{name:26} {value:.3f}" if value <= 1 else f"{name:26} {value:.0f}")


if __name__ == "__main__":
    main()
