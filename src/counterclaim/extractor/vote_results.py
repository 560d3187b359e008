"""Counts and their sentence in, whether the question passed and which count stands first out."""

import re

from counterclaim.extractor.vote_bodies import Body
from counterclaim.extractor.vote_labels import Counts
from counterclaim.extractor.vote_reading import Reading, Sentence
from counterclaim.extractor.vote_words import DOWN, ROLE, RULING, SUPER, courtly

_LOST = frozenset(("fell short", "collapsed", "blocked", "did not pass"))
_SHORT = re.compile(r"\b(?:short of|shy of|failed|failing|not enough)\b")
_SOFT = frozenset(("backed", "supported", "supporting", "endorsed", "recommended", "agreed", "found", "held", "ruled"))
"""What members do by voting, whether or not they are enough."""
_NEXT = 120
"""Characters of the next sentence in which a veto, a casting vote or the end is told."""
_THING = (
    rf"(?:the|his|her|its|their)\s+(?:[\w’'-]+\s+){{0,2}}?(?:{ROLE}|scheme|project|clause|merger|change|request|"
    r"application|removal|sale|loan)"
)
_THEN = r"(?:therefore|thus|accordingly|duly|consequently|hence|nonetheless|nevertheless|so)"
_HAD = r"(?:had|has)\s+"
_MISSED = (
    r"(?:(?:fell|falls|was|came) (?:well |far |just |narrowly )?(?:short|shy) of|(?:narrowly |just )?missed|"
    r"did not (?:reach|get|win|have|achieve)|failed to (?:reach|get|win|gain|achieve|secure))"
    r"(?=\s+(?:(?:the|an?|its|that)\s+)?(?:[\w-]+\s+){0,2}?(?:two[- ]thirds|three[- ]fifths|three[- ]quarters|"
    r"majority|super-?majority|threshold|votes)\b)"
)
"""A majority that the rule asked for and that was not there."""
_BE_LOST = (
    rf"(?:(?:was|were|is|are|had been|has been)\s+(?:{_THEN}\s+)?(?:(?:declared|recorded(?: as)?|announced(?: as)?|"
    r"deemed)\s+)?(?:lost|rejected|defeated|not (?:carried|adopted|passed))|failed|fell through|fell|fails|falls|"
    r"came to nothing|died|dies|"
    r"did not (?:pass|carry|go through)|could not be (?:adopted|passed|approved|carried)|"
    rf"(?:is|was)\s+(?:{_THEN}\s+)?(?:dead|not enough|too few|insufficient)|"
    rf"{_HAD}(?:been (?:lost|rejected|defeated)|failed|fallen|lost|"
    r"not (?:been )?(?:passed|adopted|carried|approved)))"
)
_BE_WON = (
    rf"(?:(?:was|were|is|are|had been|has been)\s+(?:{_THEN}\s+)?(?:(?:declared|recorded(?: as)?|announced(?: as)?|"
    r"deemed)\s+)?(?:carried|adopted|passed|approved)|(?:goes|went|will go) (?:ahead|through)|carried|passed|"
    rf"{_HAD}(?:been )?(?:carried|adopted|passed|approved))"
)
_AND_SO = r"(?:all the same|anyway|nonetheless|nevertheless|even so|still|after all)"
_END = (
    rf"(?:(?:(?P<lost>{_BE_LOST})|{_BE_WON})\b(?=\s*(?:[.,;:]|$)|\s+(?:on|by|as|for|because|since|{_AND_SO})\b)|"
    rf"(?P<missed>{_MISSED}))"
)
_SO_ENDED = _END.replace("P<lost>", "P<fell>").replace("P<missed>", "P<short>")
_ENDS = re.compile(
    rf"(?:,\s+which|(?:\b(?:as|since|because)\s[^,.;]{{3,90}},|\b(?:and|but|so|yet|meaning|although|though)"
    rf"(?:\s+that)?)\s+(?:it|{_THING}))\s+(?:{_THEN}\s+)?{_END}|"
    rf"\b(?:declared|announced|ruled|recorded|said|told\s+(?:the\s+)?\w+)\s+that\s+(?:it|{_THING})\s+{_SO_ENDED}|"
    rf"\b(?:declared|recorded|announced)\s+(?:it|{_THING})\s+(?:as\s+|to be\s+)?(?:(?P<no>lost|rejected|defeated)|"
    rf"carried|adopted|passed|approved)\b",
    re.IGNORECASE,
)
_DECLARED = re.compile(r"\b(?:declar|announc|record|rul)(?:ed|ing)\b[^,.;]{0,60}$", re.IGNORECASE)
_BEFORE = re.compile(
    rf"\b(?:{ROLE}|impeachment|override)\b(?:\s+(?!(?:that|which|to|would|will)\b)[\w’'-]+){{0,4}}?\s+"
    r"(?P<lost>fell|failed|died|had been lost|was lost|had failed|had fallen|did not pass)\b(?!\s+(?:into|short|by))",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(
    r"\b(?:(?:failed(?: on \w+day)?|refused|declined) to|did not) (?:override|pass|approve|adopt|ratify|remove|"
    r"convict|impeach)\b",
    re.IGNORECASE,
)
_NEXT_SAYS = re.compile(
    rf"\s*(?:It|This|That|{_THING}(?:,\s+(?:which|who)\s[^,.;]{{1,90}},)?)\s+(?:{_THEN}\s+)?{_END}", re.IGNORECASE
)
_COUNTED = re.compile(r"\d\s?(?:[-–—]|votes to|to)\s?\d")
_ENDED = re.compile(
    r"\b(?:(?P<lost>lost|defeat(?:ed)?|sank|sink|against|reject(?:ed)?|kill(?:ed)?|block(?:ed)?)|carr(?:y|ied)|"
    r"pass(?:ed)?|saved?|approved?|adopt(?:ed)?|in favou?r)\b",
    re.IGNORECASE,
)
_CASTING = re.compile(
    r"\b(?:casting vote|deciding vote|tie-?break\w*|br(?:oke|eaks?|eaking) (?:the|a) (?:tie|deadlock))\b", re.IGNORECASE
)
_VETOED = re.compile(
    r"\bvetoed\b|\b(?:us(?:ed|ing|es)|cast|casting|wield\w+|exercis\w+) (?:its|their|a|the) vetoe?s?\b|, a veto\b|"
    r"\bveto (?:killed|stopped|blocked|sank)\b|"
    r"\bpermanent member(?:, [^,.;]{1,40},)? (?:has |had )?(?:voted against|opposed)\b"
)
_NO_VETO = re.compile(
    r"\b(?:not|never|without|could|would|may|might|threat\w*)\s+(?:[\w-]+\s+){0,3}$|\b(?:in (?:19|20)\d\d|previous|"
    r"earlier)\b"
)
_DOUBT = re.compile(
    r"\b(?:whether|if) (?:that|this|it|they|these|the [\w-]+)(?: \w+){0,3}? (?:enough|suffic\w+|carried|passed|valid|"
    r"binding|stands?|counts)\b",
    re.IGNORECASE,
)
_SHORT_OF = re.compile(
    r"\b(?:(?:short|shy) of|(?:less|fewer) than|below) (?:the|an?)\s+(?:[\w-]+\s+){0,2}?(?:two[- ]thirds|"
    r"three[- ]fifths|three[- ]quarters|majority|votes?|needed|required)\b|\bnot enough\b|\bnot the (?:[\w-]+ )?"
    r"(?:two[- ]thirds|three[- ]fifths|majority)",
    re.IGNORECASE,
)


def is_plain(verb: re.Match[str]) -> bool:
    """Whether a verb of deciding leaves no doubt how it ended: "rejected", but neither "voted" nor "backed"."""
    return not (verb["voted"] or verb["even"] or verb.group().lower() in _SOFT)


def result(reading: Reading, sentence: Sentence, counts: Counts, body: Body | None) -> bool | None:
    """How it ended, where the text says so apart from the counts; null where it doesn't.

    After the counts ("and it was therefore lost"), before counts with labels ("the motion fell: 74 ..."), at the
    start of the next sentence, or by a veto in the Security Council.
    """
    text = reading.text
    if body and _stopped_by_veto(text[sentence.start : sentence.end + _NEXT], body):
        return False
    if counts.yes is not None and counts.yes == counts.no:
        casting = _CASTING.search(text, counts.end, sentence.end + _NEXT)
        if casting:
            return _carried(_ENDED.search(text, casting.end(), casting.end() + _NEXT))
    # what another body did with it stands beyond that body's name
    others = [b.start for b in reading.within(counts.end, sentence.end) if body and b.head != body.head]
    stop = min(others, default=sentence.end)
    first = sentence.start if counts.labelled else counts.end
    ended = _ENDS.search(text, first, stop) or (_BEFORE.search(text, first, counts.start) if counts.labelled else None)
    if ended is None and not others:
        ended = _NEXT_SAYS.match(text, sentence.end) or _told_after(reading, sentence, body)
    if ended is not None:
        return _carried(ended)
    undone = counts.labelled and _NOT_DONE.search(text, sentence.start, stop)
    return False if undone or _SHORT_OF.search(text, counts.end, stop) else None


def _stopped_by_veto(near: str, body: Body) -> bool:
    if body.head != "council" or "security" not in body.words or "national" in body.words:
        return False
    veto = _VETOED.search(near)
    return veto is not None and not _NO_VETO.search(near[: veto.start()])


def _told_after(reading: Reading, sentence: Sentence, body: Body | None) -> re.Match[str] | None:
    """The end as the next sentence tells it after its comma, if that has no vote and no other body."""
    if sentence.number + 1 >= len(reading.sentences):
        return None
    after = reading.sentences[sentence.number + 1]
    others = [b for b in reading.within(after.start, after.end) if body is None or b.head != body.head]
    own = others or _COUNTED.search(reading.text, after.start, after.end)
    return None if own else _ENDS.search(reading.text, after.start, after.end)


def in_doubt(reading: Reading, sentence: Sentence, counts: Counts) -> bool:
    """Whether the text says, there or in the next sentence, that nobody knows yet if the counts are enough."""
    return _DOUBT.search(reading.text, counts.end, sentence.end + _NEXT) is not None


def _carried(ended: re.Match[str] | None) -> bool | None:
    return None if ended is None else not any(ended.groupdict().values())


def outcome(
    reading: Reading, sentence: Sentence, verb: re.Match[str] | None, counts: Counts, body: Body | None
) -> tuple[bool | None, bool]:
    """Whether it passed, and whether the counts stand no before yes.

    "Rejected 58-42" gives the majority first; "failed 58-42" does so too, but not in a senate, where a
    majority can fail.
    """
    told = reading.text[sentence.start : sentence.end]
    more = counts.yes is not None and counts.no is not None and counts.yes > counts.no
    if RULING.search(reading.text, counts.end, counts.end + 24) or (verb and courtly(verb) and not verb["even"]):
        return True, False
    if verb is None or (verb["voted"] and verb.group().lower() != "voted"):
        return _by_counts(counts, told), False
    if counts.labelled and (verb["voted"] or verb.group().lower() in _SOFT):
        return _by_counts(counts, told), False
    if verb["pro"] and counts.yes is not None and counts.no is not None and not more:
        declared = _DECLARED.search(reading.text, sentence.start, verb.start())
        return declared is not None, False
    if verb["even"]:
        return (True if more else False if counts.yes == counts.no else None), False
    if verb["con"]:
        word = verb.group().lower()
        kept = word in _LOST or (word == "failed" and body is not None and body.head == "senate")
        swaps = more and not kept and not SUPER.search(told)
        return False, swaps
    if verb["voted"]:
        if DOWN.match(reading.text, verb.end()) or (
            verb.end() <= counts.start and DOWN.match(reading.text, counts.end)
        ):
            return False, more
        if _SHORT.search(reading.text, counts.end, sentence.end):
            return False, False
        less = counts.yes is not None and counts.no is not None and not more
        return (None if less else True), False
    return True, False


def _by_counts(counts: Counts, told: str) -> bool | None:
    """What the counts alone say: a majority is enough unless the sentence speaks of more, as many or fewer are not.

    Fewer are told for sure only by counts with labels: who says "40-60" may mean either.
    """
    if counts.yes is None or counts.no is None:
        return None
    if counts.yes > counts.no:
        return None if SUPER.search(told) else True
    return False if counts.labelled or counts.yes == counts.no else None
