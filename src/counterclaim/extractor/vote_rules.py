"""A vote found in, the vote with the rule that the text states for it and what the next sentence counts out."""

import re
from bisect import bisect_left, bisect_right

import msgspec

from counterclaim.extractor.vote_labels import find_labels
from counterclaim.extractor.vote_merging import Found
from counterclaim.extractor.vote_reading import Reading
from counterclaim.extractor.vote_words import NUMBER

_PART = r"(?:two[- ]thirds|three[- ]fifths|three[- ]quarters|three[- ]fourths|four[- ]fifths)"
_MEMBERS = (
    r"(?:members?(?: states)?|votes?|ballots|deputies|lawmakers|legislators|MPs|senators|delegates|councill?ors|judges|"
    r"states|seats|shareholders|governors|trustees|regents|directors|representatives|justices|"
    r"chamber|parliament|assembly|house|council|houses|senate|those)"
)
_BASE = (
    rf"(?: of (?:{NUMBER} of )?(?:(?:all|both|the|its|their|those|his) )*(?:{NUMBER} )?(?:\w+ )?"
    rf"{_MEMBERS}\b(?: (?:present|cast|and voting|"
    r"voting|who vote|of (?:the )?(?:house|senate|parliament|council|congress|commons|assembly|chamber)))*)?"
)
_RULE = re.compile(
    rf"\b(?:{_PART}(?:[ -]+(?:super-?)?majority(?: vote)?)?{_BASE}|"
    rf"(?:simple|absolute|qualified|plain)[ -]+(?:super-?)?majority(?: vote)?(?: of {NUMBER}\b(?: votes)?(?! of\b|"
    rf" {_MEMBERS})|{_BASE})|super-?majority|by consensus|(?:nine|9) affirmative votes|unanimity|"
    rf"majority of (?:all (?:(?:the|its|of the) )?(?:{NUMBER} )?{_MEMBERS}|(?:the|its) (?:{NUMBER} )?(?:members|"
    r"votes cast|deputies|senators)|those)(?: present| voting| and voting)*(?<!those)(?! (?:voted?|votes|backed|"
    r"supported|opposed|rejected|approved|favou?red|said|in the|on the)\b)|"
    r"60[- ]vote (?:threshold|majority|super-?majority)|"
    rf"(?<!of ){NUMBER} votes(?= (?:(?:were|was|are) )?(?:needed|required|necessary)\b|"
    r" to (?:end|advance|overcome|break)\b)|"
    rf"(?<=the ){NUMBER} votes (?:needed|required))",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:need|requir|necessary|threshold|demand|ask(?:s|ed)? for|call(?:s|ed)? for|enough|suffic|stipulat|prescrib|"
    r"acts? by|decid(?:e|es|ed)\s+(?:\w+\s+){0,2}?by|settles?\s+(?:\w+\s+){0,3}?by|"
    r"decisions?(?: of (?:the|its) [\w-]+)? (?:(?:are|is) (?:taken|made|reached) )?by|"
    r"votes? (?:is|are|was|were) (?:\w+ )?by|"
    r"(?:takes?|makes?|reach(?:es)?) (?:all )?(?:its|their) decisions by|"
    r"by-?laws|statutes?\b|charter|standing orders|rule ?book|rules\b|constitution|more than the|short of)",
    re.IGNORECASE,
)
"""What makes a fraction or a majority in a sentence near a vote its rule."""
_OF_EACH = re.compile(
    r"\b(?:both|each|all(?: the)?|either|every|neither)(?: of (?:the|these|them))?(?:\s+(?:two|three))?\s+(?:votes?|"
    r"motions?|cases?|bills?|proposals?|questions?|measures?|ballots?|amendments?|texts?)\b",
    re.IGNORECASE,
)
"""Speaks of the rule of more votes than the last."""
_SIMPLE = re.compile(r"^(?:simple|plain|majority of (?:those|the votes))", re.IGNORECASE)
"""Under these rules more votes for than against are enough."""
_OVERRIDE = re.compile(r"\boverrid|\bveto")
_OF_ONE_BODY = re.compile(r"\d|nine", re.IGNORECASE)
"""A number of votes is a rule only in the sentence of the vote: elsewhere it may be that of another body."""
_FAR = 4
"""Sentences over which a text comes back to the rule of a vote."""


def find_rules(text: str) -> list[tuple[int, int]]:
    """Where a text has words of a voting rule."""
    return [match.span() for match in _RULE.finditer(text)]


def complete(reading: Reading, found: Found, rules: list[tuple[int, int]]) -> Found:
    """The vote with what the next sentence counts of it and the rule that the text states for it."""
    more = _counted_next(reading, found)
    vote = msgspec.structs.replace(found.vote, **more)
    rule = _rule(reading, found._replace(vote=vote), rules, found.sentence + bool(more))
    inferred = found.inferred and rule is not None and not _SIMPLE.search(rule)
    return found._replace(vote=msgspec.structs.replace(vote, rule=rule, passed=None if inferred else vote.passed))


def _counted_next(reading: Reading, found: Found) -> dict[str, int]:
    """The counts by name that the next sentence adds: abstentions, and those against where none are told yet."""
    vote = found.vote
    if vote.yes is None or vote.abstain is not None or found.sentence + 1 >= len(reading.sentences):
        return {}
    labels = find_labels(reading, reading.sentences[found.sentence + 1])
    if "yes" in labels or ("no" in labels and vote.no is not None):
        return {}
    names = ("no", "abstain", "absent") if vote.no is None and "no" in labels else ("abstain",)
    return {name: labels[name][0] for name in names if name in labels}


def _rule(reading: Reading, found: Found, rules: list[tuple[int, int]], until: int) -> str | None:
    """The rule in one of the vote's sentences, which end with number ``until``, else the nearest that is said of it."""
    best: tuple[int, str] | None = None
    low = reading.sentences[max(0, found.sentence - _FAR)].start
    for start, end in rules[bisect_left(rules, (low, 0)) :]:
        where = bisect_right(reading.starts, start) - 1
        distance = max(found.sentence - where, where - until, 0)
        if distance > _FAR:
            break
        words = reading.text[start:end]
        if (best is None or distance < best[0]) and (distance == 0 or _said_of(reading, found, where, distance, words)):
            best = distance, words
    return " ".join(re.sub(r"^by\s+", "", best[1]).split()) if best else None


def _said_of(reading: Reading, found: Found, where: int, distance: int, words: str) -> bool:
    """Whether the rule in another sentence, ``distance`` away, is one for this vote."""
    vote, sentence = found.vote, reading.sentences[where]
    around = reading.text[sentence.start : sentence.end]
    if _OVERRIDE.search(around) and "overrid" not in (vote.question or ""):
        return False
    of_each = _OF_EACH.search(around) is not None
    if vote.passed and (vote.yes is None or (distance > 1 and not of_each)):
        return False
    bodies = [reading.name(body) for body in reading.within(sentence.start, sentence.end)]
    near = vote.body in bodies if bodies else distance <= 1 or of_each
    return near and _TOLD.search(around) is not None and not _OF_ONE_BODY.match(words)
