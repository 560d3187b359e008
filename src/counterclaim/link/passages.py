"""A text in, its running prose as words with their places out; two such in, the words that they share out.

Words are compared in small letters, without marks, so that curly quotation marks, dashes, line breaks and capitals
make no difference. Lines that a page puts around an article (share buttons, newsletters, rights) are left out: they
are the same on unrelated pages of one publisher.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

import msgspec
import numpy as np
import numpy.typing as npt

from counterclaim.records import Span

Numbers = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]

RUN = 5
"""Words of the shortest shared run. What is shared by chance by two articles of ``news_unlabelled`` (1,500 pairs) is
.9 % of the shorter text with runs of three words, .15 % with four, .04 % with five."""
OCCURRENCES = 8
"""Five words that stand more often in a text tie it to nothing, so that a litany can't make alignment quadratic."""
PROSE = 8
"""A line with fewer words and without a full stop is a heading, a menu or a caption."""
BLURB = 120
"""Words of the longest line that the patterns of page furniture can take away; a paragraph may speak of copyright."""

_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_LINE = re.compile(r"[^\n]+")
_ENDS = re.compile(r"[.!?…:;,]['\"’”»)\]]*\s*$")
_FURNITURE = re.compile(
    r"""\b(?: newsletters? | sign\ up | subscri(?:be|bers?|ption) | click\ (?:here|for) | read\ (?:more|also|next)
      | follow\ (?:us|me|him|her|them|@|[\w. ]{3,40}\ on\ (?:twitter|facebook|instagram))
      | like\ us\ on | join\ (?:us|the\ conversation) | download\ (?:the|our)\ .{0,30}\bapp | all\ rights\ reserved
      | reproduced\ (?:under|with|by) | reprint(?:ed|s)?\ (?:permission|with) | may\ not\ be\ (?:published|reproduced)
      | cookies? | privacy\ (?:policy|notice) | terms\ of\ (?:use|service) | your\ inbox | e-?mail\ address
      | contributed\ to\ this | contributing: | additional\ reporting | (?:reporting|writing|editing|compiled)\ by
      | (?:send|write)\ (?:tips|letters|to)\b | contact\ (?:us|the\ author) | hide\ caption | advertisement
      | views?\ expressed | opinions?\ expressed | (?:story|article|post|report)\ (?:has\ been|was|is)\ (?:being\ )?
        (?:updated|corrected|originally|published|adapted) | donat(?:e|ion)\ .{0,40}\b(?:today|now|here)
      | financial\ contribution | not\ a\ robot | opt\ out | unsubscribe
      | available\ without\ charge | support\ (?:our|independent|.{0,30}\bjournalism)
      | is\ (?:an?|the)\ (?:\w+[ -]){0,4}?(?:author|columnist|contributor|fellow|host|editor|professor|reporter)\b
    ) | ^\W*copyright\b | © | \[email""",
    re.VERBOSE | re.IGNORECASE,
)


class Words(msgspec.Struct, frozen=True):
    """The words of a text in order: a 32-bit hash of each, and where it starts and ends in the text.

    Three arrays of 32-bit numbers, kept as bytes so that they can be stored and compared as they are.
    """

    hashes: bytes = b""
    starts: bytes = b""
    ends: bytes = b""

    def __len__(self) -> int:
        return len(self.hashes) // 4

    def span(self, first: int, last: int) -> Span:
        """The characters from word ``first`` to word ``last``, both with it."""
        return int(_numbers(self.starts)[first]), int(_numbers(self.ends)[last])

    def function_words(self) -> npt.NDArray[np.bool_]:
        """Which of the words are articles, pronouns, prepositions and the like: two in five of running English."""
        return np.isin(np.frombuffer(self.hashes, np.uint32), _FUNCTION_HASHES)

    def places(self) -> Numbers:
        """The first character of every word."""
        return _numbers(self.starts)


class Run(NamedTuple):
    """Words that stand in both texts: the first of them in either, and how many."""

    one: int
    other: int
    words: int


def prose_words(text: str) -> Words:
    """The words of the running prose of an article."""
    return words_within(text, prose_lines(text))


def prose_lines(text: str) -> list[Span]:
    """The lines that are running prose; headings, menus, share buttons, credits and notices of rights are not."""
    return [line.span() for line in _LINE.finditer(text) if _is_prose(line[0])]


def words_within(text: str, spans: Iterable[Span]) -> Words:
    """The words that stand in the given stretches of a text, in their order."""
    hashes, starts, ends = [], [], []
    for start, end in spans:
        for word in _WORD.finditer(text, start, end):
            hashes.append(_hash(word[0]))
            starts.append(word.start())
            ends.append(word.end())
    return Words(*(np.array(values, np.uint32).tobytes() for values in (hashes, starts, ends)))


def shingles(words: Words, size: int) -> Hashes:
    """A 64-bit hash of every ``size`` words on end; empty if there are fewer words."""
    hashes = np.frombuffer(words.hashes, np.uint32).astype(np.uint64)
    count = len(hashes) - size + 1
    if count <= 0:
        return np.zeros(0, np.uint64)
    found = np.zeros(count, np.uint64)
    for place in range(size):
        found = found * _MIX + hashes[place : place + count]
    # The last word would only stir the low bits, and fingerprints are told apart by the high ones.
    found ^= found >> np.uint64(29)
    return found * _MIX


def winnowed(hashes: Hashes, window: int) -> Hashes:
    """The least hash of every ``window`` on end, each once: what two texts share of ``window`` on end, both keep.

    Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document fingerprinting" (2003).
    """
    if len(hashes) <= window:
        return hashes[:0] if not len(hashes) else hashes.min(keepdims=True)
    return np.unique(np.lib.stride_tricks.sliding_window_view(hashes, window).min(axis=1))


def shared_runs(one: Words, other: Words) -> list[Run]:
    """The runs of at least five words that two texts share, in the order of the first.

    Greedy tiling: the longest run is taken first, and every word of either text is used once, so that a
    sentence that stands twice in one text is counted once. Time grows with the number of words.
    """
    runs = _runs(shingles(one, RUN), shingles(other, RUN))
    free_one, free_other = np.ones(len(one), np.bool_), np.ones(len(other), np.bool_)
    taken = []
    for run in runs:
        open_words = free_one[run.one : run.one + run.words] & free_other[run.other : run.other + run.words]
        for first, last in _stretches(open_words):
            part = Run(run.one + first, run.other + first, last - first)
            free_one[part.one : part.one + part.words] = False
            free_other[part.other : part.other + part.words] = False
            taken.append(part)
    return sorted(taken)


_FUNCTION_WORDS = """
    a about after against all an and any are as at be because been before being both but by can could did do does during
    each for from had has have he her him his how i if in into is it its just may me might more most my no not of on one
    only or other our out over said she should so some such than that the their them then there these they this those
    through to under until up was we were what when where which while who will with would you your
"""
_MIX = np.uint64(0x9E3779B97F4A7C15)


_FUNCTION_HASHES = np.array(sorted(crc32(word.encode()) for word in _FUNCTION_WORDS.split()), np.uint32)


def _numbers(data: bytes) -> Numbers:
    return np.frombuffer(data, np.uint32).astype(np.int64)


@lru_cache(maxsize=1 << 16)
def _hash(word: str) -> int:
    return crc32(word.casefold().replace("’", "'").replace("ʼ", "'").encode("utf-8", "surrogatepass"))


def _is_prose(line: str) -> bool:
    words = line.count(" ") + 1
    if words < PROSE and not _ENDS.search(line):
        return False
    return words > BLURB or not _FURNITURE.search(line)


def _runs(one: Hashes, other: Hashes) -> list[Run]:
    """Maximal runs of equal shingles, the longest first."""
    if not len(one) or not len(other):
        return []
    order = np.argsort(other, kind="stable")
    ordered = other[order]
    low = np.searchsorted(ordered, one)
    # Most pairs share a handful of shingles: what follows is done for these alone.
    here = np.flatnonzero(ordered[np.minimum(low, len(ordered) - 1)] == one)
    low, hits = low[here], one[here]
    count = np.searchsorted(ordered, hits, "right") - low
    _, inverse, mine = np.unique(hits, return_inverse=True, return_counts=True)
    count[(count > OCCURRENCES) | (mine[inverse] > OCCURRENCES)] = 0
    rows = np.repeat(here, count)
    if not len(rows):
        return []
    nth = np.arange(len(rows)) - np.repeat(np.cumsum(count) - count, count)
    columns = order[np.repeat(low, count) + nth]
    diagonal = columns - rows
    sequence = np.lexsort((rows, diagonal))
    rows, columns, diagonal = rows[sequence], columns[sequence], diagonal[sequence]
    breaks = np.flatnonzero((np.diff(diagonal) != 0) | (np.diff(rows) != 1)) + 1
    firsts = np.concatenate(([0], breaks))
    lengths = np.diff(np.concatenate((firsts, [len(rows)]))) + RUN - 1
    found = [Run(int(rows[f]), int(columns[f]), int(n)) for f, n in zip(firsts, lengths, strict=True)]
    return sorted(found, key=lambda run: (-run.words, run.one, run.other))


def _stretches(open_words: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    """From where to where at least five words on end are still free."""
    if open_words.all():
        return [(0, len(open_words))]
    edges = np.flatnonzero(np.diff(np.concatenate(([0], open_words.view(np.int8), [0]))))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True) if b - a >= RUN]
