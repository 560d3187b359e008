"""Canonical text in, its sentences out, as spans that cover every character but white space once.

The rules of sentencex (Wikimedia) find the sentences inside a block of text; around them
stand what it leaves open: which newlines end a block, closing quotation marks and brackets
that belong to the sentence before, and abbreviations of news English.
"""

import re
from collections.abc import Iterator

import sentencex

from counterclaim.records import Span

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_CLOSERS = re.compile(r"[\"'”’»)\]}]+")
_OPENERS = re.compile(r"(?<=\s)[\"'“‘(\[]+$")
_MARKS = re.compile(r"[\"“”„‟«»‘()\[\]{}]|(?<!\w)['’]|['’](?!\w)")
_ENDS = re.compile(r"[.!?…:;\"'”’»)\]]\s*$")
_WRAP_WIDTH = 120
"""Lines longer than this are paragraphs; typed text is wrapped at 60 to 100."""

_ALWAYS = (
    "Gov|Govs|Sen|Sens|Rep|Reps|Gen|Lt|Col|Maj|Sgt|Cpl|Capt|Cmdr|Adm|Brig|Pvt|Rev|Hon|Dr|Drs|Mr|Mrs|Ms|Mx|Messrs|"
    "Prof|Pres|Amb|Supt|Det|Insp|Atty|Fr|Sr|St|Mt|Ft|vs|viz|cf|e\\.g|i\\.e|a\\.k\\.a|approx|Asst|Assoc|Dep|Spc|Sec"
)
_BEFORE_DIGIT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|No|Nos|Art|Sec|Ch|Fig|pp?|c|ca|Vol|Op|Res"
_NO_END = re.compile(rf"(?:^|[\s(\"'“‘\[—–-])(?:{_ALWAYS}|[A-Z](?:\.-?[A-Z])?)\.$")
_NO_END_DIGIT = re.compile(rf"(?:^|[\s(\"'“‘\[])(?:{_BEFORE_DIGIT})\.$")
_COUNTRY = re.compile(r"\b(?:U\.\s?S|U\.\s?K|U\.\s?N|E\.\s?U|D\.\s?C|U\.S\.A)\.$")
_OF_COUNTRY = re.compile(
    r"(?:Senat|House|Congress|President|Vice|Secretary|Supreme|Department|Army|Navy|Air|Marine|Coast|State|Capitol|"
    r"Attorney|Ambassador|Embassy|Treasury|District|Circuit|Justice|Foreign|Defen[cs]e|Defen[cs]ive|Security|General|"
    r"Customs|Immigration|Border|Environmental|Food|Food and|Centers|Federal|Geological|National|Bureau|Representative|"
    r"Rep\.|Sen\.|Gen\.|Prime|Home|Labour|Human|High|Children|World|Postal|Open|Soccer|Olympic|Steel|Special|Census|"
    r"Agency|Trade|Commerce|Energy|Interior|Transportation|Court|Marshals?|Constitution|Government|Administration)"
)
_AFTER_PRONOUN = frozenset({"He", "She", "They", "We", "It", "The", "But", "And"})
_TAIL = 24
"""Characters looked back for an abbreviation; the longest one is shorter."""


def sentences(text: str, *, lines_break: bool = False) -> tuple[Span, ...]:
    """Spans of the sentences of ``text``, in order; linear in its length.

    With ``lines_break`` every newline ends a sentence. Without it a blank line does, and a
    newline does unless the line was wrapped there. Source of the rules: sentencex, and
    the errors it made on news.
    """
    spans: list[Span] = []
    for start, end in _blocks(text, lines_break):
        spans.extend(_in_block(text, start, end))
    return tuple(spans)


def _blocks(text: str, lines_break: bool) -> Iterator[Span]:
    lines = [(match.start(), match.end()) for match in _LINE.finditer(text) if not match[0].isspace()]
    width = max((end - start for start, end in lines), default=0)
    open_start = None
    for index, (start, end) in enumerate(lines):
        open_start = start if open_start is None else open_start
        following = lines[index + 1] if index + 1 < len(lines) else None
        if following is None or lines_break or not _runs_on(text, (start, end), following, width):
            yield open_start, end
            open_start = None


def _runs_on(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether a line was wrapped: a sentence goes on in the line that follows."""
    between = text[line[1] : following[0]]
    if between not in ("\n", "\r\n", "\r"):
        return False
    first = text[following[0] : following[0] + 40].lstrip()
    tail = text[max(line[0], line[1] - 20) : line[1]]
    if first[:1].islower() and not _ENDS.search(tail):
        return True
    word = len(first.split(maxsplit=1)[0]) if first else 0
    return 30 <= width <= _WRAP_WIDTH and line[1] - line[0] + 1 + word > width


def _in_block(text: str, start: int, end: int) -> Iterator[Span]:
    """Sentences of ``text[start:end]`` with sentencex's ends mended."""
    ends = _ends(text[start:end])
    begin = start
    for index, relative in enumerate(ends):
        at = start + relative
        if index + 1 < len(ends):
            at = _past_closers(text, _before_openers(text, begin, at), end)
            if at <= begin or not _is_end(text, begin, at, end):
                continue
        span = _trimmed(text, begin, at)
        if span:
            yield span
        begin = max(begin, at)


def _ends(block: str) -> list[int]:
    """Where sentencex ends its sentences, as offsets into ``block``; the last is its length."""
    ends: list[int] = []
    at = 0
    # sentencex keeps all that stands between two marks together, however many sentences, and
    # pairs marks wrongly after one that is missing: it is shown the words without them.
    block = _MARKS.sub(" ", block)
    for piece in sentencex.segment("en", block):
        found = block.find(piece, at, at + len(piece) + 64)
        if found < 0:
            continue  # it changed characters: leave this sentence to the next one
        at = found + len(piece)
        ends.append(at)
    return [end for end in ends if end < len(block)] + [len(block)]


def _before_openers(text: str, begin: int, at: int) -> int:
    """``at`` moved before opening marks that stand directly at the next sentence."""
    match = _OPENERS.search(text, max(begin, at - 4), at)
    return match.start() if match and not text[at].isspace() else at


def _past_closers(text: str, at: int, end: int) -> int:
    """``at`` moved behind closing marks that stand directly after the sentence."""
    if at > 0 and text[at - 1].isspace():
        return at
    match = _CLOSERS.match(text, at, end)
    return match.end() if match else at


def _is_end(text: str, begin: int, at: int, end: int) -> bool:
    """Whether a sentence really ends at ``at``, by the words around it."""
    before = text[max(begin, at - _TAIL) : at].rstrip()
    after = text[at : min(at + _TAIL, end)].lstrip()
    if not before or not after:
        return False
    if not text[at - 1].isspace() and not text[at].isspace():
        return False  # inside a word, an address or a number
    if after[0].islower() or after[0] in ",;":
        return False
    if _COUNTRY.search(before):
        return not _OF_COUNTRY.match(after)
    if after[0].isdigit() and _NO_END_DIGIT.search(before):
        return False
    return not _NO_END.search(before) or _is_pronoun_end(before, after)


def _is_pronoun_end(before: str, after: str) -> bool:
    """Whether "I." ends a sentence ("... than I. She left") and is no initial."""
    return before.endswith(" I.") and after.split(maxsplit=1)[0] in _AFTER_PRONOUN


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
