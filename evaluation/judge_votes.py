"""Votes found and votes of the gold in, how many are right out.

``python -m evaluation.judge_votes`` scores the dev part of our own gold. A found vote is paired with the gold one
whose span it overlaps most; those left over, with one of the same counts (yes and no, both told). A pair is right
when yes, no, abstain, absent and passed are equal and body and rule agree loosely: both null, or after lower case
and without "the" the same, or one contains the other. The question is scored beside it, by the words shared.
"""

import argparse
import re
from collections import Counter
from typing import Any

from counterclaim.extractor.votes import find_votes
from counterclaim.records import Vote
from evaluation.gold import f1, load

EXACT = ("yes", "no", "abstain", "absent", "passed")
LOOSE = ("body", "rule")
QUESTION_SHARED = 0.5
"""Part of the shorter question's words that the longer must share."""


def judge(found: tuple[Vote, ...], gold: list[dict[str, Any]]) -> tuple[int, int, int]:
    """How many votes are right, found and in the gold; see the module for what is right."""
    right = sum(all(_agree(found[i], gold[j], name) for name in (*EXACT, *LOOSE)) for i, j in pairs(found, gold))
    return right, len(found), len(gold)


def pairs(found: tuple[Vote, ...], gold: list[dict[str, Any]]) -> list[tuple[int, int]]:
    """Numbers of found and gold votes that are one, by overlap and then by counts, each used once."""
    overlaps = sorted(
        (
            (-shared, i, j)
            for i, vote in enumerate(found)
            for j, row in enumerate(gold)
            if (shared := min(vote.span[1], row["span"][1]) - max(vote.span[0], row["span"][0])) > 0
        ),
    )
    out: dict[int, int] = {}
    for _, i, j in overlaps:
        if i not in out and j not in out.values():
            out[i] = j
    for i, vote in enumerate(found):
        for j, row in enumerate(gold):
            told = vote.yes is not None and vote.no is not None
            if told and i not in out and j not in out.values() and (vote.yes, vote.no) == (row["yes"], row["no"]):
                out[i] = j
    return sorted(out.items())


def by_field(found: tuple[Vote, ...], gold: list[dict[str, Any]]) -> Counter[str]:
    """For every field how many pairs agree, and ``pairs``."""
    count: Counter[str] = Counter()
    for i, j in pairs(found, gold):
        count["pairs"] += 1
        for name in (*EXACT, *LOOSE, "question"):
            count[name] += _agree(found[i], gold[j], name)
    return count


def _agree(vote: Vote, row: dict[str, Any], name: str) -> bool:
    one, other = getattr(vote, name), row[name]
    if name in EXACT or one is None or other is None:
        return bool(one == other)
    if name == "question":
        mine, its = set(_plain(one).split()), set(_plain(other).split())
        return len(mine & its) >= QUESTION_SHARED * min(len(mine), len(its))
    one, other = _plain(one), _plain(other)
    return one in other or other in one


def _plain(words: str) -> str:
    return " ".join(word for word in re.findall(r"[\w'’.-]+", words.lower()) if word != "the")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", nargs="?", choices=("dev", "test"), default="dev")
    right = made = gold = 0
    fields: Counter[str] = Counter()
    for article in load(parser.parse_args().part):
        found, rows = tuple(find_votes(article.text)), article.rows["votes"]
        counts = judge(found, rows)
        right, made, gold = right + counts[0], made + counts[1], gold + counts[2]
        fields += by_field(found, rows)
    print(f"right {right} of {made} found and {gold} in the gold: F1 {f1(right, made, gold):.3f}")
    print(f"told apart at all: {fields['pairs']} pairs, F1 {f1(fields['pairs'], made, gold):.3f}")
    for name in (*EXACT, *LOOSE, "question"):
        print(f"  {name:10} {fields[name]} of {fields['pairs']}")


if __name__ == "__main__":
    main()
