"""Votes found in, each vote once out, at its fullest mention."""

import re
from typing import NamedTuple

import msgspec

from counterclaim.extractor.vote_bodies import Body
from counterclaim.extractor.vote_reading import FOLLOWS
from counterclaim.extractor.vote_words import ROLE
from counterclaim.records import Vote

_COURT_SIZED = 15
"""Votes of so few are often alike without being the same: every second ruling is 5-4."""
_REACH = 100
"""Sentences in which a vote is told again; it keeps long records from comparing every vote with every other."""


class Found(NamedTuple):
    """A vote and where it stood: number of the sentence; 3 with counts, 2 unanimous, 1 outcome alone.

    ``inferred``: that it passed is taken from a majority of the counts, no verb says so.
    """

    vote: Vote
    sentence: int
    rank: int
    body: Body | None
    inferred: bool = False


def each_once(found: list[Found]) -> list[Found]:
    """Each vote once: what is told again is kept where most is told, its gaps filled from the others."""
    kept: list[Found] = []
    at: dict[int, list[int]] = {}
    for item in sorted(found, key=lambda f: (-f.rank, f.vote.rule is None, f.sentence)):
        stretch = item.sentence // _REACH
        near = [n for k in (stretch - 1, stretch, stretch + 1) for n in at.get(k, ())]
        twin = next((n for n in near if _same(kept[n], item)), None)
        if twin is None:
            at.setdefault(stretch, []).append(len(kept))
            kept.append(item)
        else:
            kept[twin] = kept[twin]._replace(vote=_filled(kept[twin].vote, item.vote))
    return sorted(kept, key=lambda f: f.vote.span)


def _same(kept: Found, new: Found) -> bool:
    """Whether two tellings are of one vote."""
    one, other = kept.vote, new.vote
    if new.rank == 3:
        if (one.yes, one.no) != (other.yes, other.no) or not _alike_body(one.body, other.body):
            return False
        mine, its = _content(one.question), _content(other.question)
        distance = abs(kept.sentence - new.sentence)
        small = (one.yes or 0) + (one.no or 0) <= _COURT_SIZED
        return bool(mine & its) or not small or distance <= 1 or (not (mine and its) and distance <= FOLLOWS)
    if not _alike_body(one.body, other.body) or one.passed not in (other.passed, None):
        return False
    mine, its = _content(one.question), _content(other.question)
    shared = len(mine & its)
    near = abs(kept.sentence - new.sentence) <= 2
    if not mine or not its:
        ahead = kept.rank == 3 and not mine and 0 <= kept.sentence - new.sentence <= FOLLOWS + 3
        return near or ahead or (not its and kept.rank > new.rank)
    return shared * 2 >= min(len(mine), len(its)) or (near and shared > 0)


def _alike_body(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return True
    a, b = one.lower(), other.lower()
    return a in b or b in a


def _content(question: str | None) -> set[str]:
    """The stems of the words that say what a question is about."""
    words = re.findall(r"[a-zà-ÿ0-9]{3,}", (question or "").lower())
    return {
        word[:6]
        for word in words
        if not re.fullmatch(
            rf"(?:{ROLE}|the|for|and|presidents?|new|its|his|that|would|will|impeach\w*|convict\w*|elect\w*)", word
        )
    }


def _filled(kept: Vote, other: Vote) -> Vote:
    gaps = {
        name: getattr(other, name)
        for name in ("body", "question", "abstain", "absent", "rule", "passed")
        if getattr(kept, name) is None and getattr(other, name) is not None
    }
    if kept.question and other.question and not _content(kept.question) and _content(other.question):
        gaps["question"] = other.question
    return msgspec.structs.replace(kept, **gaps)
