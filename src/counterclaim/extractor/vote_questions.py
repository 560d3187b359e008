"""A verb of deciding and its sentence in, what was voted on out."""

import re

from counterclaim.extractor.vote_bodies import HEAD
from counterclaim.extractor.vote_counts import PAIR
from counterclaim.extractor.vote_labels import LABEL
from counterclaim.extractor.vote_reading import Reading, Sentence
from counterclaim.extractor.vote_words import MONTHS, ROLE

_ASKED = re.compile(
    r"\s*(?:(?:[\w-]+\s+){0,2}(?:votes?|ruling|decision|margin)\s*)?(?:,?\s*(?:on \w+day|\w+day|late \w+|early \w+|"
    r"last \w+|yesterday|this \w+)(?:\s+(?:night|morning|evening|afternoon))?,?\s*)?(?:to|for|against|in favou?r of|on|"
    r"that|approving|passing|rejecting)\s+",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:—(]\s*|\s(?:that|and|after|when|as|because|but|before|since)\s", re.IGNORECASE)
_AUXILIARY = re.compile(r"\b(?:was|were|is|been|has|had|have|being|also|then|later|\w+ly)\b", re.IGNORECASE)
_BE_PAST = re.compile(r"\b(?:was|were|been)\s+(?:[\w-]+ly\s+)?$")
_NAME_LIKE = re.compile(r"(?:(?:Mr|Ms|Mrs|Dr)\.\s+)?[A-ZÀ-Þ][\w’'-]+(?:\s+[A-ZÀ-Þ][\w’'-]+){0,3}$")
_ADVERBS = re.compile(
    r"^(?:(?:on \w+day(?: \w+)?|[\w-]+ly|last \w+|yesterday|this \w+|today|late|early|along party lines|in \d{4}|"
    r"again|it|them|this|that|down|by|in|with|an?|votes?|of|vote|margin|the House|the Senate|mostly|primarily)[\s,]+)*",
    re.IGNORECASE,
)
_CLIP = re.compile(
    rf"[,;:—(]|\.(?:\s|$)|\s[–-]\s|\n|\s(?:by (?:an?\s|\d|votes)|which|who|after|despite|amid|with|"
    rf"in the \w+ referendum|and \d|while|but|because|when|as part of|in an?\s|"
    rf"on (?:\w+day|{MONTHS}|\d)|in (?:\d{{4}}|{MONTHS})|last (?:week|month|year|night|\w+day)|this (?:week|month|"
    rf"year)|yesterday|just|already|late|early|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|and sent|that\s+(?:would|"
    rf"will|calls?|has|was|is))\b",
)
_EMPTY = re.compile(
    r"it|its?|them|this|that|they|both(?: of them)?|s?he|him|her|by|with|of|yes|no|down|passage|favou?r|"
    r"(?:along )?party lines|(?:the |a )?votes?(?: of)?|.*margins?(?: of)?|\w+ly|\w+day(?: (?:morning|afternoon|"
    r"evening|night))?"
)


def question_of(reading: Reading, sentence: Sentence, verb: re.Match[str] | None, span: tuple[int, int]) -> str | None:
    """What was voted on: what stands after the verb, else after the counts, else before the verb."""
    text, (opens, closes) = reading.text, span
    after = text[closes : sentence.end]
    if verb is None:
        return clipped(_ASKED.sub("", after, count=1)) if _ASKED.match(after) else None
    if verb.end() <= opens:
        gap = text[verb.end() : opens]
        passive = _BE_PAST.search(text[sentence.start : verb.start()])
        if not passive and not PAIR.search(gap) and not LABEL.search(gap):
            object_ = clipped(gap)
            if object_ and not HEAD.search(object_.split()[-1]):
                return object_
    if _ASKED.match(after) and (asked := clipped(_ASKED.sub("", after, count=1))):
        return asked
    if verb.start() >= closes and not _BE_PAST.search(text[closes : verb.start()]):
        object_ = clipped(text[verb.end() : sentence.end])
        if object_:
            return object_
    return None if verb["voted"] else subject_of(reading, sentence, verb.start())


def subject_of(reading: Reading, sentence: Sentence, at: int) -> str | None:
    """The thing that was passed or rejected, where it stands before its verb."""
    clauses = _CLAUSE.split(reading.text[sentence.start : at])
    for clause in reversed(clauses):
        piece = re.sub(r"^(?:while|although|though|if)\s+", "", _AUXILIARY.sub("", clause).strip(), flags=re.IGNORECASE)
        if re.match(r"(?:any|whichever|every|whatever)\b", piece, re.IGNORECASE):
            return None
        if re.search(rf"\b(?:{ROLE})\b", piece, re.IGNORECASE) or _NAME_LIKE.match(piece):
            return clipped(piece)
    return None


def clipped(text: str) -> str | None:
    """The first words of a phrase up to where its clause ends, without what only tells when, how or how many."""
    piece = _ADVERBS.sub("", " ".join(text.split()).strip(" ,—–-"), count=1)
    piece = re.sub(r"^(?:pass|approve|adopt|ratify|endorse)\s+(?=the\b|an?\b|[A-Z“\"])", "", piece)
    piece = re.sub(r"^(?:the|an?|its|his|her|their|on|for|of|to|in favou?r of)\s+", "", piece, flags=re.IGNORECASE)
    piece = _CLIP.split(piece, maxsplit=1)[0].strip(' ,—–-"“”.')
    piece = re.sub(r"\s+(?:by|with|in|on|of|to|and|for|from|by \d+ votes)$", "", piece)
    words = piece.split()[:14]
    if not words or len(piece) < 3 or _EMPTY.fullmatch(piece.lower()) or PAIR.search(piece):
        return None
    return " ".join(words)


def clause_end(text: str, start: int, end: int) -> int:
    """Where the clause after ``start`` ends: before a mark, "which", "that" or a time."""
    stop = _CLIP.search(text, start, min(end, start + 120))
    close = stop.start() if stop else min(end, start + 120)
    return max(start, start + len(text[start:close].rstrip(' .\n,”"')))


def after_to(text: str) -> str | None:
    """What a people voted to do, for or on: the words after "to" and the like, else all."""
    match = re.search(
        r"\b(?:to|for|in favou?r of|against|on)\s+(?!\d|January|February|March|April|May|June|July|August|September|"
        r"October|November|December|\w+day)",
        text,
    )
    return clipped(text[match.end() :]) if match else clipped(text)
