"""A statement that denies or accuses in, the spans of the proposition that is denied or accused out.

The proposition is given without the words of denying or accusing: of "denied that it had fired"
it is "it had fired", of "accused the army of firing" it is "firing". Where these words are in the
content ("it is a lie that ..."), it is what they are said of.
"""

import re

from counterclaim.records import Act, Span, Spans, Statement
from counterclaim.resolve import act_contents as contents
from counterclaim.resolve import act_cues as cues
from counterclaim.resolve.acts import accusation, denial

_MARKS = "“”\"„«»‘’'"
_EDGE = re.compile(rf"[\s,;:.–—\-{_MARKS}]")
_PAIRS = {"”": "“", '"': '"', "’": "‘", "»": "«"}
_LEAD = re.compile(
    rf"(?:(?:both|all|any|the|these|those|such|as\s+\w+|his|her|its|their|recent|earlier|media|press|news|"
    rf"\w+ly)\s+)*{cues.ACCOUNT}\s+"
    r"(?:(?:by|from|in)\s+(?:[\w’'-]+\s+){1,5}?)?(?:that|of|about|over|against)\s+(?!him\b|her\b|it\b|them\b|us\b)|"
    r"that\s+|as\s+(?:\w+ly\s+)?"
    rf"{cues.FALSE}\s+|of\s+|with\s+(?=\w)|for\s+(?=\w+ing\b|the\b|its\b|his\b|her\b|their\b)|to\s+(?:having\s+)?",
    re.IGNORECASE,
)
"""Words between a verb of denying or accusing and the proposition; several can follow each other."""
_VERDICT = re.compile(
    rf"\s+(?:as|to\s+be)\s+[“\"‘']?(?:(?:an?|the|completely|simply|\w+ly)\s+)*{cues.FALSE}\b.*",
    re.IGNORECASE | re.DOTALL,
)
_AS_SOMETHING = re.compile(r"\s+as\s+[“\"‘']?(?:an?|the|\w+ly|nothing|pure|mere)\b.*", re.IGNORECASE | re.DOTALL)
"""What an account is called by who dismisses it: "the charge as a work of fiction"."""
_DISMISSES = re.compile(r"\b(?:dismiss|reject|describ|denounc|brush|shrug|laugh)", re.IGNORECASE)
_ROLE = {
    "of": re.compile(r"\bof\s+(?=\w+ing\b|[“\"‘'])|\bof\s+", re.IGNORECASE),
    "with": re.compile(r"\bwith\s+", re.IGNORECASE),
    "for": re.compile(r"\b(?:for|over)\s+", re.IGNORECASE),
}
_OF_VERB = re.compile(r"\b(?:accus|suspect|convict)", re.IGNORECASE)
_WITH_VERB = re.compile(r"\b(?:charg|indict)", re.IGNORECASE)
_FOR_VERB = re.compile(
    r"\b(?:blam|fault|criticis|criticiz|condemn|denounc|slam|blast|attack|assail|lambast|castigat|rebuk|berat|scold|"
    r"fire)",
    re.IGNORECASE,
)
_BLAMED_ON = re.compile(r"\s+on\s+(?!\w+day\b)(?:the\s+|a\s+)?[\w’'-]+(?:\s+[\w’'-]+){0,5}\W*$", re.IGNORECASE)
_AFTER_VERDICT = re.compile(r"\W*(?:that|to\s+(?:say|claim|suggest)\s+(?:that\s+)?)\s*", re.IGNORECASE)
_IN_ACCOUNT = re.compile(r"\s+(?:in|to|behind)\s+", re.IGNORECASE)
"""After "no truth": what it isn't in."""
_CONNECTIVE = re.compile(
    rf"[\s{_MARKS}]*(?:(?:so|and|but|now|well|because|instead|again|then|moreover|however|in\s+fact|yes|no|look|"
    rf"of\s+course|it\s+is\s+(?:\w+ly\s+)?"
    r"(?:obvious|clear)\s+that|I\s+(?:think|believe|know)\s+(?:that\s+)?|we\s+(?:think|believe|know)\s+(?:that\s+)?|"
    r"[^.;]{1,60}?\bthe\s+fact\s+that|that)\b,?\s+)+",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?][”\"’']?\s+(?=[“\"‘A-Z\[])|\[?(?:\.\.\.|…)\]?\s+(?=[“\"‘A-Z])|\s+[—–]\s+|;\s+")
_PRONOUN = re.compile(r"\W*(?:it|this|that|these|those|they|all|both|everything|nothing)\W*$", re.IGNORECASE)
_VERB = re.compile(r"\s(?:is|was|are|were|has|had|did|never|isn|wasn|aren|weren)\b|[’'](?:s|re)\s")
_THAT = re.compile(r"\s+(?:that|of|for)\s+", re.IGNORECASE)
_DENIALS = re.compile(r"\b(?:not|no|never|nor)\b|n[’']t\b", re.IGNORECASE)
"""Of two denials in one sentence the whole is given: neither is what the other is about."""


def about(statement: Statement, act: Act) -> Spans:
    """The spans of what ``statement`` denies or accuses; none for any other act, or where the words don't say it."""
    if act not in ("denies", "accuses"):
        return ()
    pieces = list(zip(statement.content, statement.text.content, strict=True))
    cue = statement.text.cue
    found = _denied(pieces, cue) if act == "denies" else _accused(pieces, cue)
    return tuple(span for span in found if span[0] < span[1])


_Piece = tuple[Span, str]


def _denied(pieces: list[_Piece], cue: str) -> list[Span]:
    told = any(words.search(cue) for act, words in cues.BY_CUE if act in ("denies", "admits"))
    if not told:
        for (start, _), words in pieces:
            if found := denial(words):
                return _of_denial(start, words, found)
            if (found := contents.NO_EVIDENCE.search(words)) and (that := _THAT.match(words, found.end())):
                return [_trimmed(start, words, that.end(), _sentence_end(words, that.end()))]
    return _objects(pieces, dismissed=_DISMISSES.search(cue) is not None)


def _of_denial(start: int, words: str, found: re.Match[str]) -> list[Span]:
    """What the words of denying at ``found`` are said of."""
    if found.re is contents.UNTRUE:
        if after := _AFTER_VERDICT.match(words, found.end()):
            return [_trimmed(start, words, after.end(), _sentence_end(words, after.end()))]
        if inside := _IN_ACCOUNT.match(words, found.end()):
            return [_trimmed(start, words, _without_lead(words, inside.end()), _sentence_end(words, inside.end()))]
        verbs = list(_VERB.finditer(found[0]))
        ahead = (verbs[-1] if found["false"] else verbs[0]) if verbs else None
        subject = found[0][: ahead.start()] if ahead else ""
        if not subject or _PRONOUN.match(subject):
            return []
        lead = _LEAD.match(words, _after_marks(words, 0))
        begin = lead.end() if lead and lead.end() < len(subject) else 0
        return [_trimmed(start, words, begin, len(subject))]
    end = _sentence_end(words, found.end())
    begin = _sentence_start(words, found.start())
    if len(_DENIALS.findall(words, begin, end)) > 1:
        return [_trimmed(start, words, begin, end)]
    return [_trimmed(start, words, found.end("negation"), end)]


def _objects(pieces: list[_Piece], *, dismissed: bool = False) -> list[Span]:
    """The contents without what leads to the proposition and without the verdict on it."""
    out = []
    for (start, _), words in pieces:
        begin = _without_lead(words)
        verdict = _VERDICT.search(words, begin) or (_AS_SOMETHING.search(words, begin) if dismissed else None)
        end = verdict.start() if verdict and verdict.start() > begin else len(words)
        if not re.fullmatch(rf"\W*(?:as\s+)?(?:\w+\s+)?{cues.FALSE}\W*", words, re.IGNORECASE):
            out.append(_trimmed(start, words, begin, end))
    return out


def _without_lead(words: str, at: int = 0) -> int:
    """Where the proposition begins: after "any claims that", "allegations of", "as fake the reports that"."""
    at = _after_marks(words, at)
    while (lead := _LEAD.match(words, at)) and lead.end() < len(words):
        at = lead.end()
    return at


def _accused(pieces: list[_Piece], cue: str) -> list[Span]:
    told = next((words for act, words in cues.BY_CUE if act == "accuses" and words.search(cue)), None)
    if told or _FOR_VERB.search(cue):
        return _charge(pieces, cue)
    if cues.CALLED.search(cue):
        return [_trimmed(start, words, 0, len(words)) for (start, _), words in pieces]
    for (start, _), words in pieces:
        if found := accusation(words):
            begin = _sentence_start(words, found.start())
            return [_trimmed(start, words, begin, _sentence_end(words, found.end()))]
    return _objects(pieces)


def _charge(pieces: list[_Piece], cue: str) -> list[Span]:
    """What somebody is accused of, charged with, or blamed for."""
    if len(pieces) > 1 and not re.search(r"\b(?:of|with|for|over)$", cue):
        led = [p for p in pieces if re.match(r"\W*(?:of|with|for|over)\s", p[1], re.IGNORECASE)]
        if led:
            return _objects(led)
    if re.search(r"\b(?:of|with|for|over)\s*$", cue):
        return _objects(pieces[-1:])
    kind = (
        "of" if _OF_VERB.search(cue) else "with" if _WITH_VERB.search(cue) else "for" if _FOR_VERB.search(cue) else None
    )
    for (start, _), words in pieces if kind else ():
        if role := _ROLE[kind or ""].search(words):
            return [_trimmed(start, words, role.end(), len(words))]
        if kind == "for" and (blamed := _BLAMED_ON.search(words)):
            return [_trimmed(start, words, 0, blamed.start())]
    return _objects(pieces)


def _sentence_start(words: str, at: int) -> int:
    """Where the sentence that holds ``at`` begins, without "so" or "but"."""
    begin = 0
    for end in _SENTENCE.finditer(words, 0, at):
        begin = end.end()
    lead = _CONNECTIVE.match(words, begin)
    return lead.end() if lead and lead.end() <= at else begin


def _sentence_end(words: str, at: int) -> int:
    end = _SENTENCE.search(words, max(0, at - 1))
    return end.start() if end else len(words)


def _after_marks(words: str, at: int) -> int:
    while at < len(words) and _EDGE.match(words[at]):
        at += 1
    return at


def _trimmed(start: int, words: str, begin: int, end: int) -> Span:
    """The span of ``words[begin:end]`` without marks at its edges that don't belong to it."""
    while begin < end and _EDGE.match(words[begin]) and not _opens_inside(words, begin, end):
        begin += 1
    while begin < end and _EDGE.match(words[end - 1]) and not _closes_inside(words, begin, end):
        end -= 1
    return start + begin, start + end


def _opens_inside(words: str, begin: int, end: int) -> bool:
    """Whether the quotation that opens here is closed before the end: then its marks belong to the words."""
    closing = {"“": "”", '"': '"', "‘": "’", "«": "»"}.get(words[begin])
    return bool(closing) and 0 < words.find(closing or "", begin + 1, end) < end - 1 - _tail(words, begin, end)


def _closes_inside(words: str, begin: int, end: int) -> bool:
    opening = _PAIRS.get(words[end - 1])
    return bool(opening) and words.find(opening or "", begin + 1, end - 1) > begin


def _tail(words: str, begin: int, end: int) -> int:
    """Characters of punctuation at the end."""
    return end - begin - len(words[begin:end].rstrip(" ,.;:"))
