"""Pairs of propositions marked the same or not in, the weights of ``link.relation`` out.

``python -m training.relation``, from three sources: all pairs of clauses of those events of
``claim_groups.jsonl`` that the encoder wasn't trained on; the pairs of the four dev events of
``evaluation/gold/claims_dev.jsonl``; and three invented events (``claim_examples.json``) for what those hardly
hold: things said to be forged, and claims that differ in one number, day or place only. Figures are of events
that the weights did not see.

``--claimdiff`` measures instead how far the same features tell strengthening and weakening apart (ClaimDiff, Ko
et al. 2023, arXiv:2205.12221), on topics not seen; nothing of that is shipped: what strengthens a claim is
seldom the same claim.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

import counterclaim
from counterclaim.link import claims, propositions, relation
from counterclaim.link.encoder import SHIPPED, SentenceEncoder
from counterclaim.link.propositions import Proposition
from counterclaim.records import Span, Spans, Speaker, Statement
from counterclaim.records.document import new_document
from counterclaim.records.links import CaseArticle
from counterclaim.records.statement import new_statement
from evaluation import claims as judge
from evaluation.shared import DATA
from training import claim_groups
from training.link_card import write_card

EXAMPLES = Path(__file__).parent / "claim_examples.json"
RIDGE = 3.0
"""Weight of the squared weights; 1 to 20 gave the same within .01 on events not seen."""
ROUNDS = 3
"""A pair of contents is as alike as its likeliest pair of clauses, which the weights themselves choose."""


class Pair(NamedTuple):
    """All pairs of propositions of two contents, whether the contents are the same, and their event."""

    event: str
    choices: np.ndarray
    same: bool


def groups(encoder: SentenceEncoder) -> list[Pair]:
    """All pairs of clauses of each event that the encoder wasn't trained on, those of one statement apart."""
    events = list(claim_groups.events())
    unseen = claim_groups.left_out(event.name for event in events)
    out = []
    for event in events:
        if event.name not in unseen:
            continue
        made = [propositions.features(_article(document), encoder) for document in event.documents]
        lines = [(_nearest(made[line.document], line.spans), line.stances.keys()) for line in event.lines]
        for (p, ours), (q, theirs) in combinations(lines, 2):
            if p and q and p.statement != q.statement and relation.cosine(p, q) >= claims.FLOOR:
                out.append(Pair(event.name, np.array([relation.features(p, q)]), bool(ours & theirs)))
    return out


def _article(document: claim_groups.Document) -> CaseArticle:
    text, title, published = document
    found = counterclaim.extract(text, published=published, title=title)
    made = new_document(text, title=title, published=published)
    return CaseArticle(document=made, text=text, statements=found.statements, figures=found.figures)


def _nearest(found: Sequence[Proposition], spans: Spans) -> Proposition | None:
    """The proposition that shares most characters with the spans, if it is most of either."""
    wanted = {at for start, end in spans for at in range(start, end)}

    def share(p: Proposition) -> float:
        mine = {at for start, end in p.spans for at in range(start, end)}
        return len(mine & wanted) / len(mine | wanted)

    best = max((p for p in found if not p.tied), key=share, default=None)
    return best if best is not None and share(best) > 0.5 else None


def examples(encoder: SentenceEncoder) -> list[Pair]:
    out = []
    for event in json.loads(EXAMPLES.read_text(encoding="utf-8")):
        sides = []
        for part in ("articles", "others"):
            article = _invented(event["event"], [text for _, text in event[part]])
            found = propositions.features(article, encoder)
            by_statement = {p.statement: p for p in reversed(found)}
            sides += [
                (letter, by_statement.get(s.id)) for (letter, _), s in zip(event[part], article.statements, strict=True)
            ]
        for (a, p), (b, q) in combinations(sides, 2):
            if p and q:
                out.append(Pair(event["event"], np.array([relation.features(p, q)]), a == b))
    return out


def _invented(event: str, texts: list[str]) -> CaseArticle:
    """An article whose statements are the texts, said by nobody in particular."""
    text = "\n".join(f"It was said that {words}." for words in texts)
    document = new_document(text, title=event)
    made, at = [], 0
    for words in texts:
        start = text.index(words, at)
        at = start + len(words)
        made.append(_said(document.id, text, (start, at)))
    return CaseArticle(document=document, text=text, statements=tuple(made))


def dev(encoder: SentenceEncoder) -> list[Pair]:
    out = []
    for event in judge.load("dev"):
        items = [p for article in judge.given(event) for p in propositions.features(article, encoder)]
        found = judge.matched(event, items)
        for i, j in combinations(range(len(found)), 2):
            if found[i] and found[j] and not {p.id for p in found[i]} & {p.id for p in found[j]}:
                choices = np.array([relation.features(p, q) for p in found[i] for q in found[j]])
                same = bool(event.items[i].stances.keys() & event.items[j].stances.keys())
                out.append(Pair(event.name, choices, same))
    return out


def fit(pairs: list[Pair]) -> tuple[np.ndarray, float]:
    """Weights and bias of a logistic regression over the likeliest choice of each pair."""
    y = np.array([pair.same for pair in pairs], float)
    rows = np.array([pair.choices.mean(axis=0) for pair in pairs])
    for _ in range(ROUNDS):
        weights, _ = logistic(rows, y)
        rows = np.array([pair.choices[(pair.choices @ weights).argmax()] for pair in pairs])
    return logistic(rows, y)


def logistic(x: np.ndarray, y: np.ndarray, even: bool = False) -> tuple[np.ndarray, float]:
    """Newton's method on standardised features with a ridge; ``even`` lets both labels weigh the same."""
    mean, spread = x.mean(axis=0), x.std(axis=0) + 0.01
    z = np.c_[(x - mean) / spread, np.ones(len(x))]
    w = np.zeros(z.shape[1])
    share = y.mean()
    c = np.where(y > 0, 0.5 / share, 0.5 / (1 - share)) if even else np.ones(len(y))
    ridge = np.r_[np.full(len(w) - 1, RIDGE), 1e-6]
    for _ in range(50):
        p = 1 / (1 + np.exp(-z @ w))
        step = np.linalg.solve((z * (c * p * (1 - p))[:, None]).T @ z + np.diag(ridge), z.T @ (c * (p - y)) + ridge * w)
        w -= step
        if np.abs(step).max() < 1e-6:
            break
    return w[:-1] / spread, float(w[-1] - (w[:-1] / spread * mean).sum())


def scores(pairs: list[Pair], model: tuple[np.ndarray, float]) -> np.ndarray:
    return np.array([(pair.choices @ model[0]).max() + model[1] for pair in pairs])


def f1(score: np.ndarray, same: np.ndarray) -> tuple[float, float]:
    """F1 of pairs at the even threshold, and the best that any threshold would give."""
    found = score > 0
    at_even = 2 * (found & same).sum() / max(found.sum() + same.sum(), 1)
    ordered = same[np.argsort(-score)]
    best = (2 * np.cumsum(ordered) / (np.arange(1, len(same) + 1) + same.sum())).max()
    return float(at_even), float(best)


def measure(mine: list[Pair], gold: list[Pair]) -> dict[str, Any]:
    """Figures of each dev event with weights of all other events, and of the left-out events in five parts."""
    out: dict[str, Any] = {}
    for name in sorted({pair.event for pair in gold}):
        held = [pair for pair in gold if pair.event == name]
        model = fit([*mine, *(pair for pair in gold if pair.event != name)])
        even, best = f1(scores(held, model), np.array([pair.same for pair in held]))
        out[f"dev event {name}"] = {"pair F1": round(even, 3), "at the best threshold": round(best, 3)}
    names = sorted({pair.event for pair in mine})
    joined: list[tuple[float, bool]] = []
    for part in range(5):
        left = set(names[part::5])
        model = fit([*gold, *(pair for pair in mine if pair.event not in left)])
        held = [pair for pair in mine if pair.event in left]
        joined += zip(scores(held, model).tolist(), (pair.same for pair in held), strict=True)
    even, best = f1(np.array([s for s, _ in joined]), np.array([y for _, y in joined]))
    out["left-out events"] = {"pair F1": round(even, 3), "at the best threshold": round(best, 3)}
    return out


def claimdiff(encoder: SentenceEncoder) -> dict[str, float]:
    """Macro-F1 of strengthens, weakens and neither over the last fifth of the topics, by name."""
    folder = DATA / "claimdiff"
    strength, weak = (
        json.loads((folder / f"ClaimDiff-{kind}-train.json").read_text(encoding="utf-8"))["data"]
        for kind in ("strength", "weak")
    )
    weakens = {row["pair_id"]: row["relation"] for row in weak}
    topics = sorted({row["topic"] for row in strength})
    held = set(topics[::5])
    x, y, test = [], [], []
    for row in strength:
        one, other = (_claim(row[f"claim_{side}"], row[f"article_{side}"], encoder) for side in ("a", "b"))
        if one and other:
            best = max(
                (np.r_[relation.features(p, q), float(p.sign != q.sign)] for p in one for q in other),
                key=lambda r: float(r[relation.FEATURES.index("evenly covered")]),
            )
            x.append(best)
            y.append(2 if weakens[row["pair_id"]] else 1 if row["relation"] else 0)
            test.append(row["topic"] in held)
    rows, labels, mask = np.array(x), np.array(y), np.array(test)
    models = [logistic(rows[~mask], (labels[~mask] == label).astype(float), even=True) for label in range(3)]
    told = np.array([rows[mask] @ w + b for w, b in models]).argmax(axis=0)
    gold = labels[mask]
    # Each label counts alike in fitting the one against the rest; the likeliest is told.
    each = [2 * ((told == n) & (gold == n)).sum() / max((told == n).sum() + (gold == n).sum(), 1) for n in range(3)]
    always = [2 * (gold == 1).sum() / (len(gold) + (gold == 1).sum()) if n == 1 else 0.0 for n in range(3)]
    names = ("neither", "strengthens", "weakens")
    out = {f"F1 {name}": round(float(value), 3) for name, value in zip(names, each, strict=True)}
    return out | {
        "macro-F1": round(float(np.mean(each)), 3),
        "macro-F1 of always strengthens": round(float(np.mean(always)), 3),
        "pairs": len(gold),
    }


def _claim(text: str, title: str, encoder: SentenceEncoder) -> tuple[Proposition, ...]:
    document = new_document(text, title=title)
    said = _said(document.id, text, (0, len(text)))
    return propositions.features(CaseArticle(document=document, text=text, statements=(said,)), encoder)


def _said(document: str, text: str, span: Span) -> Statement:
    return new_statement(
        document,
        text,
        source=(),
        cue=(),
        content=(span,),
        kind="indirect",
        confidence=1.0,
        act="asserts",
        speaker=Speaker(),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=SHIPPED / "relation.json")
    parser.add_argument("--claimdiff", action="store_true", help="measure on ClaimDiff; ship nothing")
    args = parser.parse_args()
    encoder = SentenceEncoder()
    if args.claimdiff:
        print(json.dumps(claimdiff(encoder), indent=1))
        return
    mine, gold = [*groups(encoder), *examples(encoder)], dev(encoder)
    measured = measure(mine, gold)
    weights, bias = fit([*mine, *gold])
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    for name, pairs in (("left-out events", mine), ("dev events", gold)):
        counts[name] = {"pairs": len(pairs), "same": sum(pair.same for pair in pairs)}
    card = {
        "name": "counterclaim-same-claim",
        "task": "whether two propositions are one and the same, whatever side is taken on them",
        "weights": {name: round(float(w), 4) for name, w in zip(relation.FEATURES, weights, strict=True)},
        "bias": round(bias, 4),
        "data": counts,
        "measured on events not fitted on": measured,
        "limits": ["English news; what follows from a claim but isn't worded like it is not found"],
    }
    args.out.write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    write_card(args.out.parent, {})
    print(json.dumps(measured, indent=1))


if __name__ == "__main__":
    main()
