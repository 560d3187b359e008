"""A sentence in, what a people decided by referendum out; shares of the vote are no counts."""

import re

from counterclaim.extractor.vote_merging import Found
from counterclaim.extractor.vote_outcomes import without_counts
from counterclaim.extractor.vote_questions import after_to, clause_end, clipped
from counterclaim.extractor.vote_reading import Reading, Sentence
from counterclaim.extractor.vote_words import CAPITALISED, MONTHS

_LAND = rf"{CAPITALISED}(?:ish|ese|an|i|ch|ss|ek)"
REFERENDUM = re.compile(
    rf"(?:\b(?P<land>{_LAND})\s+)?(?:[\w-]+\s+)?\b(?:referendum|"
    rf"plebiscite)(?P<where>\s+in\s+(?:the\s+)?{CAPITALISED}(?:\s+{CAPITALISED})?)?"
)
_CHOSE = re.compile(
    r"(?P<people>\b(?:voters|citizens|electorate|people|residents|country|nation|public)\s+)?(?:[\w-]+\s+){0,2}?"
    r"\b(?P<verb>voted|approved|rejected|backed|chose|endorsed|turned down|said no)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"(?:\b(?:about|some|nearly|almost|over|more than|around)\s+)?\b\d{1,3}(?:\.\d+)?\s?(?:%|per\s?cent|"
    r"percent)\s+(?:of\s+(?:\S+\s+){1,5}?)?(?:had\s+|having\s+)?(?:(?:voted|voting|chose)\s+(?P<way>to|for|against|"
    r"in favou?r|yes|no)|(?P<deed>backed|approved|supported|rejected|opposed))\b",
    re.IGNORECASE,
)


def find_referendum(reading: Reading, sentence: Sentence) -> Found | None:
    """What the people decided; shares of the vote are no counts."""
    text = reading.text
    for where in REFERENDUM.finditer(text, sentence.start, sentence.end):
        held = re.search(
            r"\b[Ii]n\s+(?:an?|the|its|their|that)?\s*(?:[\w’'-]+\s+){0,3}$",
            text[sentence.start : where.end() - len("referendum")],
        )
        verb = _CHOSE.search(text, sentence.start, sentence.end)
        if not verb or reading.ahead(sentence, verb.start()) or not (held or verb["people"]):
            continue
        if any(
            b.end <= verb.start() and verb.start() - b.end < 30 for b in reading.within(sentence.start, verb.start())
        ):
            continue
        down = bool(
            re.match(
                r"rejected|turned down|voted\s+(?:\S+\s+){0,6}?(?:against|no\b|down)|said no",
                text[verb.start("verb") :],
                re.IGNORECASE,
            )
        )
        end = clause_end(text, verb.end(), sentence.end)
        rest = text[verb.end() : sentence.end]
        question = after_to(rest) if verb["verb"].lower() in ("voted", "chose") else clipped(rest)
        return without_counts(
            reading,
            sentence,
            (verb.start("verb"), end),
            None,
            question,
            passed=not down,
            name=_place_of(reading, where),
        )
    return None


def find_shares(reading: Reading, sentence: Sentence) -> Found | None:
    """Shares of the vote ("52 % voted to leave"), where a referendum is spoken of just before."""
    match = _SHARE.search(reading.text, sentence.start, sentence.end)
    if match is None:
        return None
    first = reading.sentences[max(0, sentence.number - 2)].start
    spoken = list(REFERENDUM.finditer(reading.text, first, match.start()))
    if not spoken:
        return None
    down = (match["way"] or match["deed"]).lower() in ("against", "no", "rejected", "opposed")
    end = clause_end(reading.text, match.end(), sentence.end)
    question = None if down else clipped(reading.text[match.end() : end])
    return without_counts(
        reading, sentence, (match.start(), end), None, question, passed=not down, name=_place_of(reading, spoken[-1])
    )


def _place_of(reading: Reading, where: re.Match[str]) -> str:
    land = f"{where['land']} " if where["land"] else ""
    word = "plebiscite" if "plebiscite" in where.group().lower() else "referendum"
    place = where["where"] or ""
    return f"{land}{word}{place if not re.search(MONTHS, place) else ''}"
