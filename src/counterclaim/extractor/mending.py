"""Statements in the making in, the same with what the tags got nearly right put right out.

Each rule takes the drafts of one text and gives drafts; none of them adds words to a
statement that the network gave to another.
"""

import re
from bisect import bisect_right

from counterclaim.extractor.confidence import Evidence
from counterclaim.extractor.layout import Layout, has_words
from counterclaim.records import Span, Spans

Draft = tuple[Spans, Spans, Spans, Evidence]
"""Source, cue, content and evidence of a statement in the making."""

_SENTENCE_END = re.compile(r"[.!?][”\"’')]*\s+[A-Z“\"‘]|\n")
_PASSIVE = re.compile(
    r"\W+(?:(?:was|is|has been|had been|were|are)\W+)(?:\w+ly\W+)?\w+(?:ed|id|own|ught|en)\b", re.IGNORECASE
)
_STRAY = frozenset(["a", "an", "the", "of", "to", "that", "and", "as", "or", "not", "for", "in"])

_GAP = 30
"""Characters, about five words. On PolNeAR's dev part exact content rises from .612 to .620 for 3 to
40 and characters of contents fall by .0007."""


def telling(text: str, spans: Spans) -> Spans:
    """Spans without those that hold nothing but a stray article or particle: they say nothing.

    The A of an interview ("A: On Monday.") is no article.
    """

    def stray(start: int, end: int) -> bool:
        label = text[start:end].isupper() and text[end : end + 1] in (":", ".")
        return not label and set(text[start:end].lower().split()) <= _STRAY

    return tuple(span for span in spans if not stray(*span))


def expletive(text: str, source: Spans, cue: Spans) -> bool:
    """Whether the source is the "it" of "it was reported that" or the "there" of "there were calls": nobody."""
    word = text[slice(*source[0])].lower() if len(source) == 1 and cue else ""
    if word != "it":
        return word == "there"
    return _PASSIVE.match(text[source[0][1] : cue[-1][1]]) is not None


def close_quotation(layout: Layout, span: Span) -> Span:
    """``span`` with a quotation mark at either edge that the model left just outside.

    Only where nothing but marks and punctuation would be added, so that no word is.
    """
    text = layout.text
    start, end = span
    opening = layout.quotation_at(start)
    if opening and opening[0] < start and not has_words(text[opening[0] : start]):
        start = opening[0]
    closing = layout.quotation_at(end - 1)
    if closing and end < closing[1] and closing[0] >= start and not has_words(text[end : closing[1]]):
        end = closing[1]
    return start, end


def part_at_quotation(layout: Layout, sources: Spans, content: Spans) -> tuple[Spans, Spans]:
    """Sources that end where a quotation begins, and contents that take in what a source had of it.

    In “We did,” said the mayor, “and now we go” nothing behind the second opening mark is the mayor's
    name. A nickname's marks both stand inside the source and change nothing.
    """
    kept: list[Span] = []
    pieces = list(content)
    for start, end in sources:
        quotation = layout.quotation_at(end - 1)
        if quotation and start < quotation[0] and end < quotation[1]:
            pieces = [(quotation[0], b) if quotation[0] < a < quotation[1] else (a, b) for a, b in pieces]
            end = start + len(layout.text[start : quotation[0]].rstrip(" ,:"))
        kept.append((start, end))
    return tuple(kept), tuple(pieces)


def share_sources(text: str, drafts: list[Draft]) -> list[Draft]:
    """Drafts in which a cue without a source has the one before it in its sentence.

    Two verbs with one subject ("she denied it and accused him") and participles ("he said,
    adding that ...") have one source; the network ties it to one cue. Of PolNeAR's
    attributions one in twenty shares its source. The "it" of "it was reported" is nobody, whoever
    spoke before.
    """
    sources = sorted({source[0] for source, _, _, _ in drafts if source})
    starts = [start for start, _ in sources]
    out = []
    for source, cue, content, evidence in drafts:
        impersonal = bool(cue) and text[max(0, cue[0][0] - 4) : cue[0][0]].lower().split()[-1:] == ["it"]
        if not source and cue and not impersonal:
            number = bisect_right(starts, cue[0][0]) - 1
            if number >= 0 and not _SENTENCE_END.search(text, sources[number][1], cue[0][0] + 1):
                source = (sources[number],) if sources[number][1] <= cue[0][0] else ()
        out.append((source, cue, content, evidence))
    return out


def bridge_gaps(text: str, drafts: list[Draft]) -> list[Draft]:
    """Drafts in which pieces of one content that stand close together are one piece.

    A content is broken by its cue or source ("We did," she said, "and ..."); where neither stands
    in a short gap the tags only failed to go on.
    """
    breaking = sorted(span for source, cue, _, _ in drafts for span in (*source, *cue))
    starts = [start for start, _ in breaking]
    out = []
    for source, cue, content, evidence in drafts:
        joined: list[Span] = []
        for start, end in content:
            gap = (joined[-1][1], start) if joined else (0, 0)
            number = bisect_right(starts, gap[0] - 1)
            free = number == len(breaking) or breaking[number][0] >= gap[1]
            if joined and free and gap[1] - gap[0] <= _GAP and not _SENTENCE_END.search(text, gap[0], gap[1] + 1):
                joined[-1] = (joined[-1][0], end)
            else:
                joined.append((start, end))
        out.append((source, cue, tuple(joined), evidence))
    return out


_DANGLING = re.compile(
    r"(?:^|\W)(?:of|by|the|a|an|to|in|with|that|and|or|for|on|at|from|as|is|are|was|were|be|been|has|have|had|would|will|"
    r"could|should|can|may|might|than|into|about|between|her|his|its|their|our|my|your|which|whose|because|if|but|"
    r"these|those|this)$",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[,.;:!?—–\n]|--| - ")
_REACH = 60
"""Characters; on PolNeAR's dev part no content is mended for the worse up to 40, and hardly any differs above."""


def finish_phrases(text: str, drafts: list[Draft]) -> list[Draft]:
    """Drafts in which no content stops inside a phrase ("a tax increase of").

    Such a one goes on to the end of the clause, or to where something else is tagged.
    """
    taken = sorted({span for source, cue, content, _ in drafts for part in (source, cue, content) for span in part})
    starts = [start for start, _ in taken]

    def finished(span: Span) -> Span:
        start, end = span
        if not _DANGLING.search(text, max(start, end - 12), end):
            return span
        stop = _CLAUSE_END.search(text, end)
        limit = stop.start() if stop else len(text)
        number = bisect_right(starts, end - 1)
        if number < len(starts):
            limit = min(limit, starts[number])
        limit = end + len(text[end:limit].rstrip())
        return (start, limit) if end < limit <= end + _REACH else span

    return [(source, cue, tuple(map(finished, content)), evidence) for source, cue, content, evidence in drafts]


def fill_quotations(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Drafts in which a content that begins with a quotation goes on to its end, if nothing else was found there.

    Half of a quotation is a misquotation; in news prose the network doesn't stop inside one, in
    other forms it may.
    """
    taken = sorted({span for source, cue, content, _ in drafts for part in (source, cue, content) for span in part})
    starts = [start for start, _ in taken]

    def filled(span: Span) -> Span:
        start, end = span
        quotation = layout.quotation_at(start)
        if quotation is None or start - quotation[0] > 1 or end >= quotation[1]:
            return span
        number = bisect_right(starts, end - 1)
        return (start, quotation[1]) if number == len(starts) or starts[number] >= quotation[1] else span

    return [(source, cue, tuple(map(filled, content)), evidence) for source, cue, content, evidence in drafts]


def continue_over_paragraphs(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Joins what is one quotation set over several paragraphs.

    By the typographer's rule a quotation that goes on is left unclosed at the paragraph's
    end and opened anew at the start of the next. The words of such a next paragraph belong
    to the same statement, unless the model gave them a source or cue of their own.
    """
    pieces = sorted((span, number) for number, draft in enumerate(drafts) for span in draft[2])
    piece_starts = [span[0] for span, _ in pieces]
    merged = list(drafts)
    gone: set[int] = set()
    for number in range(len(drafts)):
        if number in gone:
            continue
        last = merged[number][2][-1]
        quotation = layout.quotation_at(last[1] - 1)
        while quotation and layout.unclosed(quotation) and not has_words(layout.text[last[1] : quotation[1]]):
            paragraph = layout.paragraph_after(last[0])
            following = layout.quotation_at(paragraph[0]) if paragraph else None
            if following is None or paragraph is None or following[0] != paragraph[0]:
                break
            first = max(bisect_right(piece_starts, following[0]) - 1, 0)
            near = pieces[first : bisect_right(piece_starts, following[1])]
            inside = [i for span, i in near if span[0] < following[1] and span[1] > following[0]]
            if any(i == number or merged[i][0] or merged[i][1] for i in inside):
                break
            gone.update(inside)
            last, quotation = following, following
            source, cue, content, evidence = merged[number]
            merged[number] = (source, cue, (*content, following), evidence)
    return [draft for number, draft in enumerate(merged) if number not in gone]
