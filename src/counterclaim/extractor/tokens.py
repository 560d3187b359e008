"""A text in, its word pieces out: ids, surface features and code-point offsets, as arrays.

Paragraph breaks matter to attribution (a quote may run over one, a new speaker often
begins after one) but word-piece tokenisers drop white space, so each run of line breaks
becomes one token of its own. The vocabulary is lower-cased; what that loses, and whether
a token stands inside quotation marks, goes in beside the ids as a small feature.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

Ints = npt.NDArray[np.int32]

PARAGRAPH_BREAK = "[unused1]"
_BREAKS = re.compile(r"[\r\n\u2028\u2029\x0b\x0c]\s*")
_QUOTE_MARKS = re.compile(r"''|``|\"+|[“”„«»‘’]")
_CLOSERS = {"“": ("”", '"'), '"': ('"', "”"), "''": ("''",), "``": ("''",), "„": ("”", "“"), "«": ("»",), "‘": ("’",)}

# A feature is 2 * case + inside-quotation-marks; a paragraph break has a value of its own.
LOWER, TITLE, UPPER = 0, 1, 2
BREAK_FEATURE = 6
FEATURES = 7


@dataclass(frozen=True, slots=True)
class Tokens:
    """The word pieces of one text; all arrays have one entry per piece, in text order.

    ``starts`` and ``ends`` are code-point offsets, half open.
    """

    ids: Ints
    features: Ints
    starts: Ints
    ends: Ints

    def __len__(self) -> int:
        return len(self.ids)


class WordPieces:
    """The tokeniser that the model was trained with, read from its ``tokenizer.json``."""

    def __init__(self, file: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(file))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self.start_id = self._id("[CLS]")
        self.end_id = self._id("[SEP]")
        self.pad_id = self._id("[PAD]")
        self.break_id = self._id(PARAGRAPH_BREAK)

    def _id(self, token: str) -> int:
        found = self._tokenizer.token_to_id(token)
        if found is None:
            raise ValueError(f"the tokeniser has no {token} token")
        return int(found)

    def __call__(self, text: str) -> Tokens:
        """The tokens of ``text``."""
        paragraphs = paragraph_spans(text)
        encodings = self._tokenizer.encode_batch([text[a:b] for a, b in paragraphs], add_special_tokens=False)
        ids: list[int] = []
        starts: list[int] = []
        ends: list[int] = []
        for number, ((base, _), encoding) in enumerate(zip(paragraphs, encodings, strict=True)):
            if number:
                ids.append(self.break_id)
                starts.append(paragraphs[number - 1][1])
                ends.append(base)
            ids.extend(encoding.ids)
            for start, end in encoding.offsets:
                starts.append(base + start)
                ends.append(base + end)
        features = _features(text, paragraphs, ids, starts, ends, self.break_id)
        as_array = [np.asarray(column, dtype=np.int32) for column in (ids, features, starts, ends)]
        return Tokens(*as_array)


def paragraph_spans(text: str) -> list[tuple[int, int]]:
    """The paragraphs of a text: what stands between runs of line breaks, white space around them dropped."""
    paragraphs = []
    start = 0
    for match in _BREAKS.finditer(text):
        paragraphs.append((start, start + len(text[start : match.start()].rstrip())))
        start = match.end()
    return [*paragraphs, (start, len(text))]


def quoted_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of one paragraph that stand inside quotation marks, marks included.

    A mark that is opened and never closed runs to the paragraph's end where it opens the
    paragraph or the next one opens with a mark too, as a quotation that goes on does; elsewhere
    only to the end of its sentence. An apostrophe never opens or closes anything.
    """
    spans: list[tuple[int, int]] = []
    opened: tuple[int, str] | None = None
    for match in _QUOTE_MARKS.finditer(text, start, end):
        mark, (first, last) = match.group(), match.span()
        if mark[0] == '"':  # doubled where a text went through a table
            mark = '"'
        within_word = first > start and last < end and text[first - 1].isalnum() and text[last].isalnum()
        if opened and mark == opened[1] == '"' and last < end and text[first - 1].isspace() and text[last].isalnum():
            ended = _SENTENCE_END.search(text, opened[0], first + 2)
            if ended:  # an earlier quotation was left unclosed
                spans.append((opened[0], ended.start(1)))
                opened = None
        if opened and mark == opened[1] == "“":
            if text[first - 1] in ",.!?" and not text[last : last + 1].isalnum():  # set the wrong way round
                spans.append((opened[0], last))
                opened = None
                continue
            ended = _SENTENCE_END.search(text, opened[0], first + 1)
            if ended:  # an earlier quotation was left unclosed
                spans.append((opened[0], ended.start(1)))
                opened = None
        if opened is None:
            if mark in _CLOSERS and not (mark == "‘" and first > start and text[first - 1].isalnum()):
                opened = first, mark
        elif mark in _CLOSERS[opened[1]] and not (mark == "’" and within_word):
            spans.append((opened[0], last))
            opened = None
    if opened is not None and opened[1] != "‘":
        ended = _SENTENCE_END.search(text, opened[0], end)
        runs_on = opened[0] == start or _OPENS.match(text, end) is not None
        spans.append((opened[0], end if runs_on or not ended else ended.start(1)))
    return spans


_SENTENCE_END = re.compile(r"[.!?][”\"’')]*(\s+)[“\"‘]?[A-Z]")
_OPENS = re.compile(r"\s*[“\"‘]")
_SINGLE = re.compile(r"(?<![^\s(\[“\"—–-])'(?=[^\W_]).{1,2000}?(?<=[^\s])'(?![^\W_])")


def single_quoted_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of one paragraph between straight single quotation marks, marks included.

    A straight mark is also an apostrophe, so only a pair counts that opens before a word and
    closes after one. A closing mark behind punctuation is preferred to one behind a letter,
    which may belong to a plural ("the workers' rights").
    """
    spans: list[tuple[int, int]] = []
    at = start
    while match := _SINGLE.search(text, at, end):
        first, last = match.span()
        opener = _SINGLE.search(text, last, end)
        limit = opener.start() if opener else end
        later = [i + 1 for i in range(last, limit) if text[i] == "'" and text[i - 1] in ",.!?"]
        if text[last - 2] not in ",.!?" and later:
            last = later[0]
        spans.append((first, last))
        at = last
    return spans


def _features(
    text: str,
    paragraphs: Sequence[tuple[int, int]],
    ids: Sequence[int],
    starts: Sequence[int],
    ends: Sequence[int],
    break_id: int,
) -> list[int]:
    quoted = np.zeros(len(text) + 1, dtype=np.bool_)
    for a, b in paragraphs:
        for start, end in quoted_spans(text, a, b):
            quoted[start:end] = True
    features = []
    for token, start, end in zip(ids, starts, ends, strict=True):
        if token == break_id:
            features.append(BREAK_FEATURE)
            continue
        word = text[start:end]
        case = LOWER if not word[:1].isupper() else UPPER if len(word) > 1 and word.isupper() else TITLE
        features.append(2 * case + int(quoted[start]))
    return features
