"""Decoded token ranges in, statements out."""

from counterclaim.extractor.confidence import Calibration, Form, features
from counterclaim.extractor.decode import Attribution, Piece
from counterclaim.extractor.layout import Layout, has_words
from counterclaim.extractor.mending import (
    Draft,
    bridge_gaps,
    close_quotation,
    continue_over_paragraphs,
    expletive,
    fill_quotations,
    finish_phrases,
    part_at_quotation,
    share_sources,
    telling,
)
from counterclaim.extractor.structure import sign, with_given
from counterclaim.extractor.tokens import Tokens
from counterclaim.records import Kind, Span, Spans, Statement, new_statement


def statements(
    document_id: str,
    text: str,
    tokens: Tokens,
    found: list[Attribution],
    calibration: Calibration | None = None,
) -> list[Statement]:
    """The statements of one text, in text order; without a calibration their confidence is a plain mean."""
    layout = Layout(text)
    made: dict[str, Statement] = {}
    for draft in drafts(layout, tokens, found):
        source, cue, content, evidence = draft
        kind = kind_of(layout, content, cue)
        confidence = calibration(features(evidence, form_of(text, draft, kind))) if calibration else evidence.plain()
        statement = new_statement(
            document_id,
            text,
            source=source,
            cue=cue,
            content=content,
            kind=kind,
            confidence=round(min(max(confidence, 0.0), 1.0), 4),
        )
        made.setdefault(statement.id, statement)
    return sorted(made.values(), key=lambda s: (s.content, s.source, s.cue))


def drafts(layout: Layout, tokens: Tokens, found: list[Attribution]) -> list[Draft]:
    """Attributions as characters, mended.

    A content without source and cue is kept only where it stands in quotation marks: without
    them nothing shows that it is anybody's words. Contents that stop just short of a quotation
    mark take it in, and a quotation that goes on in the next paragraph, as an unclosed one
    does, stays one statement. Turns of a transcript and posts are taken as the layout gives them.
    """
    text = layout.text
    made: list[Draft] = []
    for item in found:
        content = tuple(close_quotation(layout, span) for span in telling(text, _spans(text, tokens, item.content)))
        if content:
            cue = _spans(text, tokens, item.cue)
            source = telling(text, _spans(text, tokens, item.source))
            if expletive(text, source, cue):
                source = ()
            source, content = part_at_quotation(layout, source, content)
            if not cue and not any(layout.quotation_at(start) for start, _ in content):
                continue
            made.append((source, cue, content, item.evidence))
    made = fill_quotations(layout, finish_phrases(text, bridge_gaps(text, share_sources(text, made))))
    whole = with_given(layout, [sign(layout, draft) for draft in continue_over_paragraphs(layout, made)])
    return [(source, cue, _merged(content), evidence) for source, cue, content, evidence in whole]


def form_of(text: str, draft: Draft, kind: Kind) -> Form:
    """What the calibration of confidence wants to know of a statement's form."""
    source, cue, content, _ = draft
    words = sum(len(text[start:end].split()) for start, end in content)
    return Form(kind, words, len(content), not source, not cue)


def kind_of(layout: Layout, content: Spans, cue: Spans = ()) -> Kind:
    """Whether the words of a content stand wholly, partly or not at all in quotation marks.

    Words that a speaker's label, a post's handle or "wrote on X:" gives as whole sentences are direct
    without marks; a headline's ("Minister: Dam is safe") are not.
    """
    inside = outside = False
    for start, end in content:
        at = start
        while at < end:
            quotation = layout.quotation_at(at)
            if quotation:
                stop = min(quotation[1], end)
                inside = inside or has_words(layout.text[at:stop])
            else:
                stop = min(layout.next_quotation(at), end)
                outside = outside or has_words(layout.text[at:stop])
            at = stop
    if inside:
        return "mixed" if outside else "direct"
    return "direct" if cue and _given_as_spoken(layout.text, cue, content) else "indirect"


def _given_as_spoken(text: str, cue: Spans, content: Spans) -> bool:
    """Whether a content without marks is set as somebody's own sentences, behind a colon or a handle."""
    start, end = content[0][0], content[-1][1]
    opened = text[max(0, start - 4) : start].rstrip().endswith(":") or text[cue[0][0]] in "@."
    sentence = text[start].isupper() or text[start].isdigit()
    return opened and sentence and (text[end - 1] in ".!?…" or text[end : end + 1] in (".", "!", "?", "…"))


def _spans(text: str, tokens: Tokens, pieces: tuple[Piece, ...]) -> Spans:
    """The characters of pieces, widened to whole words: a tag can end inside one."""
    spans = []
    for piece in pieces:
        start, end = int(tokens.starts[piece.first]), int(tokens.ends[piece.last - 1])
        while start and text[start - 1].isalnum() and text[start].isalnum():
            start -= 1
        while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
            end += 1
        spans.append((start, end))
    return tuple(spans)


def _merged(spans: Spans) -> Spans:
    """Spans in text order, those that touch or overlap made one."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)
