"""An article's figures and resolved statements in, the figures with who gives them, where, as of when out.

A figure belongs to the innermost statement in whose content it stands, and is given by that statement's
speaker, or by the subject of the clause that gives it ("police put the turnout at 2,500"); what the article
states itself is given by nobody. ``part_of`` is set only where the words say so
("12 of the 60", "among them 40 children", "including two"), and a part that says nothing else of itself is
counted by the measure of its whole.
"""

import re
from collections.abc import Sequence

import msgspec

from counterclaim.records import Article, DateMention, Figure, Span, Statement

_OF = re.compile(r"\s+(?:out\s+)?of\s+(?:the|its|their|his|her|those|these|an?\s+total\s+of)?\s*", re.IGNORECASE)
_AMONG = re.compile(r"[^.;:]{0,60}\b(?:was|were|are|is)\s+among\s+(?:the\s+)?")
_THEN = re.compile(r"\s[–—-]\s|:\s|\((?=[^)]*$)|^\s+[\w\s’'-]{0,30},\s+$")
_SOMEWHERE = re.compile(r"\s+(?:in|at|from|near|on)\s")
"""A part may be nothing but a number and a place: "50 people: 30 in the city and 12 in the port"."""
_LISTED = re.compile(r"[^.;:()]{0,40}(?::|,|\s[–—-])\s+")
_OF_THEM = re.compile(r"\s+of\s+(?:them|whom|which|the\s+(?:dead|victims|injured|wounded|suspects))\b", re.IGNORECASE)
_LED = re.compile(r"\b[Oo]f\s+(?:the|its|their|those|all)\s+$")
_THE_OTHERS = re.compile(r"\b[Tt]he\s+(?:other|remaining)\s+$")
_GIVES = re.compile(
    r"^\W*(?:(?:But|And|While|Meanwhile|However|Earlier|"
    r"Later),?\s+)?(?P<who>(?:[\w’'.&-]+\s+){0,6}?[\w’'.&-]+)(?:,[^,.;]{3,60},)?\s+"
    r"(?:(?:has|have|had|also|now|later)\s+)*(?:put|puts|placed?|places|spoke\s+of|speaks?\s+of|count(?:s|ed)|"
    r"estimate[sd]?|"
    r"report(?:s|ed)|record(?:s|ed)|register(?:s|ed)|gave|gives|given|list(?:s|ed)|confirm(?:s|ed)|verif(?:y|ies|ied)|"
    r"document(?:s|ed)|claim(?:s|ed))\b[^.;:]{0,70}$"
)
"""Whoever gives a figure without a statement around it: "Police put the turnout at 2,500"."""
_NAMED_LAST = re.compile(r"(?:[a-z][\w’'-]*\s+)+([A-Z][\w.&’'-]*(?:\s+[A-Z][\w.&’'-]*)*)")
"""A body that is described and then named: "the news agency Halyard"."""
_DEED = re.compile(
    r"\b(?:approv|vot(?:e|ed|es|ing)\b|adopt|pass(?:ed|es)\b|thr[eo]wn?\b|agreed?\s+to\b|decid|sentenc|order(?:ed|s)\b|sign(?:ed|s)\b)",
    re.IGNORECASE,
)
"""Cues of decisions: the article tells what they hold."""
_NOBODY = re.compile(r"(?:he|she|it|they|we|i|who|that|which|there|this|what|nobody|no\s+one)$", re.IGNORECASE)
_OF_THE_SAME = re.compile(r"\s+of\s+(?:the|those|these)\s+([a-z]+s)\b")
_INCLUDING = re.compile(
    r"(?:\bincluding|\bamong\s+(?:them|whom)(?:\s+(?:are|were|was|is))?|\bof\s+(?:them|whom|which)|\bcomprising|"
    r"\bof\s+those,?)"
    r"\s+(?:the\s+|also\s+)?$",
    re.IGNORECASE,
)
_BETWEEN_PARTS = re.compile(r"[^.;:()]{0,60}(?:,|\band\b)\s+(?:the\s+|another\s+)?", re.IGNORECASE)
_AS_OF = re.compile(r"\b(?:as\s+of|as\s+at|by|until|up\s+to)\s+(?:late\s+|early\s+|mid-)?$", re.IGNORECASE)
_AS_OF_SURE = re.compile(r"\bas\s+(?:of|at)\s+(?:late\s+|early\s+|mid-)?$", re.IGNORECASE)
_RISEN = re.compile(
    r"\b(?:toll|count|number|total|figure)\b[^.;]{0,60}\b(?:stood|stands|rose|risen|reached|climbed|was|had)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?i:in|at|near|outside|around|across|from|on)\s+(?:the\s+)?(?:(?:northern|southern|eastern|western|central|"
    r"north-?eastern|north-?western|south-?eastern|south-?western|city|town|village|province|district|region|state|"
    r"capital|port|country|republic|island)\s+(?:of\s+)?)*"
    r"(?P<place>[A-Z][\w’'\-]+(?:(?:\s+(?:of|de|al|la|el|"
    r"and)(?=\s+[A-Z]))?\s+[A-Z][\w’'\-]+){0,3}(?:,\s+[A-Z][\w’'\-]+){0,1})"
)
_NO_PLACE = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|"
    r"November|December|Christmas|Easter|Ramadan|Twitter|Facebook|English|Parliament|Congress|Mr|Mrs|Ms|Dr|I\b|"
    r"Instagram|YouTube"
)
_NEAR = 4
"""Figures before one among which its whole is looked for."""
_SENTENCE_REACH = 160
"""Characters in which a day or a place that belongs to a figure is looked for."""


def resolve_figures(
    article: Article, figures: Sequence[Figure], statements: Sequence[Statement], dates: Sequence[DateMention]
) -> tuple[Figure, ...]:
    """The figures in text order with ``by``, ``statement``, ``part_of``, ``as_of`` and ``place`` filled in.

    ``statements`` have their speakers. What the text does not say stays null.
    """
    holders = _holders(figures, statements)
    sentences = _sentences_of(article, figures)
    out: list[Figure] = []
    summed = _summed(article.text, figures, sentences)
    for number, figure in enumerate(figures):
        holder = holders.get(figure.id)
        sentence = sentences[number]
        before = [(figures[n], sentences[n] == sentence) for n in range(max(0, number - _NEAR), number)]
        following = figures[number + 1] if number + 1 < len(figures) else None
        whole = summed.get(figure.id) or _whole(article.text, figure, before, following, out)
        measure = figure.measure
        rest = _THE_OTHERS.search(article.text[max(0, figure.span[0] - 20) : figure.span[0]])
        if whole and measure == "other" and figure.what != "per cent" and not rest:
            measure = next((f.measure for f in out[-_NEAR:] if f.id == whole.id), whole.measure)
        out.append(
            msgspec.structs.replace(
                figure,
                measure=measure,
                by=_by(article.text, figure, holder, sentence),
                statement=holder.id if holder else None,
                part_of=whole.id if whole else None,
                as_of=_as_of(article.text, figure, sentence, dates),
                place=_place(article.text, figure, sentence),
            )
        )
    return tuple(out)


def _holders(figures: Sequence[Figure], statements: Sequence[Statement]) -> dict[str, Statement]:
    """The innermost statement whose content holds each figure, by the figure's id."""
    pieces = sorted((piece[0], piece[1], n) for n, statement in enumerate(statements) for piece in statement.content)
    holders: dict[str, Statement] = {}
    open_pieces: list[tuple[int, int, int]] = []
    place = 0
    for figure in sorted(figures, key=lambda figure: figure.span):
        start, end = figure.span
        while place < len(pieces) and pieces[place][0] <= start:
            open_pieces.append(pieces[place])
            place += 1
        open_pieces = [piece for piece in open_pieces if piece[1] > start]
        around = [piece for piece in open_pieces if piece[1] >= end]
        if around:
            holders[figure.id] = statements[min(around, key=lambda piece: (piece[1] - piece[0], -piece[2]))[2]]
    return holders


def _sentences_of(article: Article, figures: Sequence[Figure]) -> list[Span]:
    """The sentence of each figure; figures are in text order."""
    out: list[Span] = []
    place = 0
    for figure in figures:
        while place + 1 < len(article.sentences) and article.sentences[place + 1][0] <= figure.span[0]:
            place += 1
        out.append(article.sentences[place] if article.sentences else (0, len(article.text)))
    return out


def _whole(
    text: str,
    figure: Figure,
    before: Sequence[tuple[Figure, bool]],
    following: Figure | None,
    resolved: Sequence[Figure],
) -> Figure | None:
    """The figure that this one is a part of, if the words say so.

    ``before`` are the figures before it, nearest last, and whether they stand in the same sentence.
    """
    start, end = figure.span
    gap = text[end : following.span[0]] if following else ""
    if following and (_OF.fullmatch(gap) or _AMONG.fullmatch(gap)) and _fits(figure, following):
        return following
    lead = text[max(0, start - 40) : start]
    if _INCLUDING.search(lead):
        same = [one for one, here in before if here and _fits(figure, one)]
        return max(same, key=lambda one: one.low or one.high or 0) if same else None
    opening = [one for one, here in before if here and _LED.search(text[max(0, one.span[0] - 12) : one.span[0]])]
    if opening and _fits(figure, opening[0]):
        return opening[0]
    if _THE_OTHERS.search(text[max(0, start - 20) : start]) and resolved:
        parts = [one.part_of for one in resolved[-len(before) :] if one.part_of]
        whole = next((one for one, _ in before if parts and one.id == parts[-1]), None)
        return whole if whole and _fits(figure, whole) else None
    if (noun := _OF_THE_SAME.match(text, end)) and before:
        return next(
            (one for one, _ in reversed(before) if _head(one.what) == _head(noun[1]) and _fits(figure, one)), None
        )
    if _OF_THEM.match(text, end) and before:
        return next((one for one, _ in reversed(before) if _fits(figure, one)), None)
    if before and before[-1][1] and _bare(text, figure) and not _bare(text, before[-1][0]):
        last = before[-1][0]
        alike = last.what not in (None, "per cent") and figure.measure in ("other", last.measure)
        if alike and _LISTED.fullmatch(text, last.span[1], start) and _fits(figure, last):
            return last
    if before and before[-1][1] and resolved[-1].part_of:  # "including four women and three children"
        last = before[-1][0]
        whole = next((one for one, _ in before if one.id == resolved[-1].part_of), None)
        if (
            whole
            and whole.span < last.span
            and _BETWEEN_PARTS.fullmatch(text, last.span[1], start)
            and _fits(figure, whole)
            and figure.measure in ("other", whole.measure)
        ):
            return whole
    return None


def _bare(text: str, figure: Figure) -> bool:
    """Whether a figure is a number with a place and says nothing else of what it counts."""
    return figure.what is None and _SOMEWHERE.match(text, figure.span[1]) is not None


def _summed(text: str, figures: Sequence[Figure], sentences: Sequence[Span]) -> dict[str, Figure]:
    """Figures behind a dash, colon or comma adding up to the one before, by id: "three men: two guards and a cook"."""
    out: dict[str, Figure] = {}
    for n, whole in enumerate(figures[:-2]):
        gap = text[whole.span[1] : figures[n + 1].span[0]]
        if whole.low is None or whole.low != whole.high or not _THEN.search(gap) or sentences[n + 1] != sentences[n]:
            continue
        total, parts = 0.0, []
        for figure, sentence in zip(figures[n + 1 :], sentences[n + 1 :], strict=True):
            if sentence != sentences[n] or figure.low is None or figure.low != figure.high or total >= whole.low:
                break
            total += figure.low
            parts.append(figure)
        if len(parts) > 1 and total == whole.low:
            out.update((part.id, whole) for part in parts)
    return out


def _head(what: str | None) -> str:
    """The last word of what is counted, in small letters."""
    return (what or "").lower().split()[-1] if what else ""


def _fits(part: Figure, whole: Figure) -> bool:
    """Whether one figure can be a part of another: no larger, and neither money nor a percentage."""
    if part.what == "per cent" or whole.what == "per cent":
        return False
    least = part.low if part.low is not None else part.high
    most = whole.high if whole.high is not None else whole.low
    return least is not None and most is not None and (least <= most or (whole.high is None and whole.low is not None))


def _as_of(text: str, figure: Figure, sentence: Span, dates: Sequence[DateMention]) -> str | None:
    """The day or time that the text dates the count itself to: "as of Friday", "had risen to 40 by Sunday"."""
    low, high = max(sentence[0], figure.span[0] - _SENTENCE_REACH), min(sentence[1], figure.span[1] + _SENTENCE_REACH)
    for mention in dates:
        if mention.span[0] >= high:
            break
        if mention.span[0] < low:
            continue
        lead = text[max(0, mention.span[0] - 20) : mention.span[0]]
        inside = _AS_OF.search(text[mention.span[0] - 20 : mention.span[0]] if mention.span[0] >= 20 else lead)
        if _AS_OF_SURE.search(lead) or (inside and _RISEN.search(text[low:high])):
            return mention.value
    return None


def _by(text: str, figure: Figure, holder: Statement | None, sentence: Span) -> str | None:
    """Who gives a figure: nobody gives one that is part of an indirect question, or of what a body decided to do."""
    if holder is None:
        return _giver(text, figure, sentence)
    told = holder.kind != "indirect" or (holder.act != "asks" and not _DEED.search(holder.text.cue))
    return holder.speaker.name if told else None


def _giver(text: str, figure: Figure, sentence: Span) -> str | None:
    """The subject of the clause that gives a figure which stands in nobody's statement."""
    match = _GIVES.match(text[sentence[0] : figure.span[0]])
    if match is None or _NOBODY.match(match["who"]):
        return None
    who = " ".join(re.sub(r"^(?:[Tt]he|[Aa]n?)\s+", "", match["who"]).split())
    named = _NAMED_LAST.fullmatch(who)
    return named[1] if named else who


def _place(text: str, figure: Figure, sentence: Span) -> str | None:
    """The place named nearest to a figure inside its sentence, the one behind it first."""
    behind = next(
        (
            m
            for m in _PLACE.finditer(text, figure.span[1], min(sentence[1], figure.span[1] + _SENTENCE_REACH))
            if _named(m)
        ),
        None,
    )
    if behind:
        return behind["place"]
    ahead = [
        m
        for m in _PLACE.finditer(text, max(sentence[0], figure.span[0] - _SENTENCE_REACH), figure.span[0])
        if _named(m)
    ]
    return ahead[-1]["place"] if ahead else None


def _named(match: re.Match[str]) -> bool:
    return not _NO_PLACE.match(match["place"])
