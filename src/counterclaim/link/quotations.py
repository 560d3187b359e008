"""An article's statements in, its quoted words with their speakers out; two such in, the utterances they share out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec
import numpy as np

from counterclaim.link.passages import Numbers, Run, Words, shared_runs, shingles, winnowed, words_within
from counterclaim.records import Span, Statement

QUOTED_SHINGLE, QUOTED_WINDOW = 6, 3
"""Words of a fingerprint, and how many on end give one: eight quoted words on end are found for certain. Five words
are too few: 75 of 4,000 articles quote the same idiom of five."""
LEAST = 5
"""Words of the shortest quotation, and of the shortest shared part of one; with fewer it is a phrase or a slogan."""
UTTERANCE = 15
"""A run that is one utterance whoever is named: two names often differ because one article names nobody or the
wrong one. Of 431 runs of eight words or more in 608 articles 138 had different names. All that were read of fifteen
words and more were one utterance; among the shorter ones were a creed, a line of a song and a slogan of years."""

_QUOTED = re.compile(r"[“„«]([^”»]+)[”»]?|\"([^\"]+)\"?|(?<!\w)‘(.+?)’(?!\w)", re.DOTALL)
_TITLES = frozenset(
    ["the", "a", "an", "mr", "mrs", "ms", "dr", "sir", "lord", "sen", "rep", "gov", "gen", "col", "president"]
)
_NOBODY = frozenset(["he", "she", "they", "it", "who", "we", "i", "you"])


class Quotes(msgspec.Struct, frozen=True):
    """The words that an article quotes, statement after statement.

    ``firsts`` holds the number of the first word of each statement (32 bits each), ``speakers`` whose they are:
    the words of the name in small letters, empty where nobody is named.
    """

    words: Words = Words()
    firsts: bytes = b""
    speakers: tuple[tuple[str, ...], ...] = ()


class Utterance(NamedTuple):
    """Quoted words that stand in both articles, and the number of the statement in either."""

    one: int
    other: int
    run: Run


def quoted_words(text: str, statements: Iterable[Statement]) -> Quotes:
    """What an article quotes word for word, each stretch once; fewer than five words of a statement are left out."""
    parts, speakers, taken = [], [], set[Span]()
    for statement in statements:
        spans = [span for span in _quoted(text, statement) if span not in taken]
        words = words_within(text, spans)
        if len(words) >= LEAST:
            taken.update(spans)
            parts.append(words)
            speakers.append(_name(statement))
    firsts = np.cumsum([0, *(len(part) for part in parts)])[:-1].astype(np.uint32)
    return Quotes(
        words=Words(
            b"".join(part.hashes for part in parts),
            b"".join(part.starts for part in parts),
            b"".join(part.ends for part in parts),
        ),
        firsts=firsts.tobytes() if parts else b"",
        speakers=tuple(speakers),
    )


def fingerprints(quotes: Quotes) -> list[int]:
    """Winnowed hashes of the quoted words, statement by statement; the hash of the whole where it is five words."""
    hashes, short = shingles(quotes.words, QUOTED_SHINGLE), shingles(quotes.words, LEAST)
    found: list[int] = []
    for first, last in pairwise([*_firsts(quotes).tolist(), len(quotes.words)]):
        if last - first == LEAST:
            found.append(int(short[first]))
        else:
            found += winnowed(hashes[first : last - QUOTED_SHINGLE + 1], QUOTED_WINDOW).tolist()
    return found


def shared_utterances(one: Quotes, other: Quotes) -> Iterator[Utterance]:
    """Runs of at least five quoted words that both give to the same speaker, or that are too long for chance."""
    mine, theirs = _owners(one), _owners(other)
    for run in shared_runs(one.words, other.words):
        owners = np.stack((mine[run.one : run.one + run.words], theirs[run.other : run.other + run.words]))
        edges = [0, *(np.flatnonzero(np.diff(owners, axis=1).any(axis=0)) + 1).tolist(), run.words]
        for first, last in pairwise(edges):
            a, b = owners[:, first].tolist()
            words = last - first
            same = words >= UTTERANCE or same_speaker(one.speakers[a], other.speakers[b])
            if words >= LEAST and same:
                yield Utterance(a, b, Run(run.one + first, run.other + first, words))


def same_speaker(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names can be one speaker's: they end alike, or all words of one stand in the other."""
    if not one or not other:
        return False
    return one[-1] == other[-1] or set(one) <= set(other) or set(other) <= set(one)


def _firsts(quotes: Quotes) -> Numbers:
    return np.frombuffer(quotes.firsts, np.uint32).astype(np.int64)


def _owners(quotes: Quotes) -> Numbers:
    """The number of the statement that each quoted word belongs to."""
    return np.searchsorted(_firsts(quotes), np.arange(len(quotes.words)), "right").astype(np.int64) - 1


def _quoted(text: str, statement: Statement) -> Iterator[Span]:
    """The stretches of a statement that stand within quotation marks."""
    if statement.kind == "indirect":
        return
    for start, end in statement.content:
        found = [match.span(match.lastindex or 0) for match in _QUOTED.finditer(text, start, end)]
        if found:
            yield from found
        elif statement.kind == "direct":
            yield start, end


def _name(statement: Statement) -> tuple[str, ...]:
    words = [word.strip(".,'’").casefold() for word in (statement.speaker.name or "").split()]
    return tuple(word for word in words if word and word not in _TITLES and word not in _NOBODY)
