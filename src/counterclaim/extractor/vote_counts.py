"""A sentence in, the counts of votes in it out: pairs of numbers, the votes of a winner and a runner-up."""

import re
from collections.abc import Iterator

from counterclaim.extractor.vote_bodies import COURTS, MEMBERS
from counterclaim.extractor.vote_labels import Counts, find_labels
from counterclaim.extractor.vote_reading import Reading, Sentence
from counterclaim.extractor.vote_words import (
    LARGEST,
    NUMBER,
    NUMBER_OR_NONE,
    ROLE,
    VERB,
    WHO,
    courtly,
    number_of,
)

_DASH = r"\s?[-–—−‑]\s?"
PAIR = re.compile(
    rf"(?<![\w.,$£€/:+-])(?<![$£€]\s)(?P<a>(?>{NUMBER}))(?P<votes>\s+votes?)?(?:(?P<dash>{_DASH})|\s?-?to-?\s?|"
    rf"\s+(?:against|versus|vs\.?)\s+)"
    rf"(?P<b>{NUMBER_OR_NONE})(?:{_DASH}(?P<c>{NUMBER})(?:{_DASH}(?P<d>{NUMBER}))?)?(?![\w%/:]|[.,]\d|\s?(?:per\s?cent|"
    rf"percent|pct|points?|percentage)\b|-\w+-old)",
    re.IGNORECASE,
)
NOUN = re.compile(
    r"(?:[\s-]+(?!advantage|lead|majority|edge|win|victory|seat)[A-Za-z’'-]+){0,3}?[\s-]+(?:vote|ruling|decision|"
    r"opinion|judge?ment|verdict|roll[- ]call|tally|defeat|margin)\b(?!\s+(?:advantage|majority|lead|share|than|"
    r"to win|threshold))",
    re.IGNORECASE,
)
_NOT_AFTER = re.compile(
    r"[\s-]*(?:(?:\w+\s+)?(?:ratio|tie\b|bench|votes (?:short|shy|needed|away)|advantage|edge|lead|seats?|seat|record|"
    r"win\b|victory|loss|partisan breakdown|split of seats)|times|years?|days?|hours?|weeks?|months?|million|billion|"
    r"trillion|people|inches|feet|miles|minutes|GOP majority|Republican majority|Democratic majority|Senate majority|"
    r"House majority)\b",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(
    r"\b(?:between|from|ages?|aged|about every|Jan\w*\.?|Feb\w*\.?|March|Mar\.|April|Apr\.|May|June?\.?|July?\.?|"
    r"Aug\w*\.?|Sept?\w*\.?|Oct\w*\.?|Nov\w*\.?|Dec\w*\.?|leads?|leading|trails?|trailing|ahead|up|won|beat|win|"
    r"winning|Article|Section|Title|No\.|Resolution|current|holds? an?|hold an?|have an?|has an?|had an?|with an?|"
    r"enjoys? an?|their|its|our|slim)\s*$"
)
_TALLY = re.compile(
    r"\b(?:votes?|tally|count|margin|roll call|result|score)(?:\s+(?:was|were|stood at|of|came in at|is|"
    r":))?[:,]?\s*\(?$|\bvoting\s+(?:by\s+)?$|\bvot(?:e|ed|ing)\b[^.;]{0,60}\b(?:tie|deadlock|dead heat)(?:\s+(?:of|"
    r"at))?[:,]?\s+$|\bvote\b[^.;]{0,80}\s(?:was|were|came down|came out|ended|stood at)\s+$",
    re.IGNORECASE,
)
_BY_OPENS = re.compile(r"(?:\s|[“\"])*(?:By|On|In)\s+(?:an?\s+)?")
_BODY_NEXT = re.compile(r"(?:\s+on\s+\w+day)?,\s+(?:the|an?|its|[A-Z])")
"""Reads "By 4-3, the panel cleared ..."."""
_WITH = re.compile(
    rf"\b(?:(?:with|receiv(?:ed|ing)|won|secured|winning|gathered|gained|"
    rf"got)\s+(?P<n>{NUMBER})\s+votes?(?:\s+in favou?r)?\b(?!\s+(?:to|against|of the|needed))|(?:passed|approved|"
    rf"adopted|backed|elected)\s+by\s+(?P<by>{NUMBER})\s+{WHO}\b)",
    re.IGNORECASE,
)
_RUNNER = re.compile(
    rf"\b(?:received|got|had|won|with|garnered|took|secured|against|to|compared (?:with|to)|"
    rf"and)\s+(?P<n>{NUMBER})(?:\s+votes?|\s+for\b|(?=[.,;]|$))",
    re.IGNORECASE,
)
_WON = re.compile(
    r"\b(?:won|winning|wins|lost|losing|carr\w+|popular|Electoral College)\b[^,.;]{0,40}\bvotes?[:,]?\s*$"
)
_WINS = re.compile(
    rf"\b(?:{ROLE})\s+(?:[\w-]+\s+)?(?:won|got|gained|received|secured|obtained|drew)\s+$", re.IGNORECASE
)
"""What a motion wins are votes for it; what a candidate or a team wins may be anything."""
_TIED = re.compile(
    r"\b(?:failed|died|fell|lost|defeated|rejected|voted|ended|resulted|deadlocked)\b[^,.;]{0,40}\s(?:on|in|with|by)"
    r"\s+an?\s+$",
    re.IGNORECASE,
)
_TIE = re.compile(r"[\s-]+(?:tie|deadlock)\b(?!\s+(?:would|could|might|may|will))", re.IGNORECASE)
_THOUGHT_OF = re.compile(
    r"(?-i:\bHad\b)|\b(?:if|should|were|would|could|might|may|will|case of|event of)\b", re.IGNORECASE
)
_AFTER_A = re.compile(r"\b(?:after|following|despite|with|by)\s+an?\s+$", re.IGNORECASE)
_APART = re.compile(r"\b(?:is|are|be|remains?|evenly|closely|now|currently|still)\s+(?:[\w-]+ly\s+)?$", re.IGNORECASE)
"""What is split in this way is how a body is composed, no vote."""
_LED_TO = re.compile(r"(?:\bby|\bon|\bin|,|\(|—|–|narrowly|margin of)\s*(?:an?\s+(?:[\w-]+\s+){0,2})?$")
_OVER = re.compile(
    r"\s*(?:[.,;)]|$|\s(?:by|on|in|after|last|this|and|with|along|to|early|late|that|over|before|yesterday|\w+day)\b)"
)
_THOUGHT = re.compile(r"\s+(?:(?:of|in|by) (?:the )?(?:\w+ ){1,3})?(?:would|could|might|may|will)\b")


def find_pairs(reading: Reading, sentence: Sentence) -> Iterator[Counts]:
    """Pairs and triples of numbers that stand where counts stand."""
    text, last = reading.text, None
    labels = None
    for match in PAIR.finditer(text, sentence.start, sentence.end):
        before, after = text[sentence.start : match.start()], text[match.end() : sentence.end]
        named = NOUN.match(after)
        if named and _THOUGHT.match(after, named.end()):
            continue
        noun = bool(named)
        if named and named.group().endswith("margin"):
            ratio = match["b"] in ("1", "one") and number_of(match["a"]) <= 10
            if ratio or not _governed(reading, sentence, match.start()):
                continue
        told = noun or bool(match["votes"]) or bool(_TALLY.search(before)) or bool(re.match(r"\s+votes?\b", after))
        tie = match["a"] == match["b"] and _TIE.match(after) is not None and _ended_in(before)
        told = (
            told or tie or bool(_BY_OPENS.fullmatch(before) and _BODY_NEXT.match(after) and reading.has_body(sentence))
        )
        follows = last is not None and re.fullmatch(
            r"(?:\s*,)?\s*(?:and|or|then|in the \w+ and)\s*(?:by\s+)?", text[last : match.start()]
        )
        if (
            (not noun and _NOT_BEFORE.search(before[-24:]) and not (match["votes"] and _WINS.search(before)))
            or _WON.search(before)
            or (_NOT_AFTER.match(after) and not tie)
            or (match["dash"] is None and re.match(r"\s+(?:in|on|among)\s+\d", after))
        ):
            continue
        if not told and not follows and not _governed(reading, sentence, match.start()):
            continue
        yes, no = number_of(match["a"]), number_of(match["b"])
        if yes > LARGEST or no > LARGEST or yes + no < 2 or (not told and "," in match.group()):
            continue
        labels = labels or find_labels(reading, sentence)
        abstain = number_of(match["c"]) if match["c"] else labels.get("abstain", (None,))[0]
        absent = number_of(match["d"]) if match["d"] else labels.get("absent", (None,))[0]
        ends = [
            match.end(),
            *(labels[k][1] for k in ("abstain", "absent") if k in labels and labels[k][1] > match.end()),
        ]
        end = max(ends) if last is None or len(ends) == 1 else match.end()
        yield Counts(match.start(), end, yes, no, abstain, absent, noun=noun)
        last = match.end()


def _ended_in(before: str) -> bool:
    """Whether a vote is said to have ended in the tie that follows, and not only thought of."""
    return bool(_TIED.search(before) or _AFTER_A.search(before)) and not _THOUGHT_OF.search(before)


def _governed(reading: Reading, sentence: Sentence, at: int) -> bool:
    """Whether a verb of deciding leads to the numbers at ``at``."""
    verb = reading.verb_before(sentence, at)
    if verb is None:
        return False
    gap = reading.text[verb.end() : at]
    if verb["voted"]:
        return verb.group().lower() != "vote" or len(gap) < 12
    if verb["even"] and not gap.strip(" ,(") and _parted(reading, sentence, verb, at):
        return True
    if verb["even"] and not re.search(r"\b(?:re-)?votes?\b", reading.text[sentence.start : at]):
        courts = [b for b in reading.within(sentence.start, at) if b.head in COURTS] or MEMBERS.search(gap)
        return bool(courts) and len(gap) < 40
    adjacent = gap.strip(" (,—–-") == ""
    role = re.search(rf"\b(?:{ROLE})\b", reading.text[sentence.start : sentence.end], re.IGNORECASE)
    if ";" in gap or not (adjacent or reading.has_body(sentence) or role or courtly(verb)):
        return False
    pair = PAIR.match(reading.text, at, sentence.end)
    over = bool(pair and _OVER.match(reading.text[pair.end() : sentence.end]))
    if (
        (adjacent and (over or (pair and pair["dash"])))
        or _LED_TO.search(gap)
        or (reading.body_between(verb.end(), at) and len(gap) < 50)
    ):
        return True
    return bool(pair and pair["dash"] and over and "," not in gap and len(gap) < 90)


def _parted(reading: Reading, sentence: Sentence, verb: re.Match[str], at: int) -> bool:
    """Whether a body of the sentence voted in this way: "Split 6-6, the board ...", "the council tied 4-4 on ..."."""
    text = reading.text
    pair = PAIR.match(text, at, sentence.end)
    if pair is None or _APART.search(text[max(sentence.start, verb.start() - 24) : verb.start()]):
        return False
    if not re.match(r"\s*(?:[.,;—]|\s(?:on|over|against|to|about|when|and|in)\b|$)", text[pair.end() : sentence.end]):
        return False
    before = reading.within(sentence.start, verb.start())
    near = [
        b
        for b in before
        if re.fullmatch(r"(?:[\s,]+(?:had|has|was|were|then|also|\w+ly))*\s+", text[b.end : verb.start()])
    ]
    opens = verb.start() - sentence.start < 4
    follows = [b for b in reading.within(pair.end(), sentence.end) if b.start - pair.end() < 12]
    return bool(near or (opens and follows))


def find_elected(reading: Reading, sentence: Sentence) -> Counts | None:
    """The votes of a winner and, where told in this or the next sentence, of the runner-up."""
    text = reading.text
    match = _WITH.search(text, sentence.start, sentence.end)
    if (
        match is None
        or not reading.has_body(sentence)
        or re.search(r"\bvoters|polling|district|count(?:y|ies)\b", text[sentence.start : sentence.end])
    ):
        return None
    verb = reading.verb_before(sentence, match.start()) or VERB.match(text, match.start())
    won = re.match(r"receiv|won|secured|winning|gathered|got|gained", match.group(), re.IGNORECASE)
    yes, start = number_of(match["n"] or match["by"]), max(match.start("n"), match.start("by"))
    if (verb is None and not won) or reading.ahead(sentence, match.start()) or yes > LARGEST:
        return None
    after = reading.sentences[min(sentence.number + 1, len(reading.sentences) - 1)].end
    other = None if match["by"] else _RUNNER.search(text, match.end(), min(after, match.end() + 160))
    if other and number_of(other["n"]) < yes:
        return Counts(start, other.end(), yes, number_of(other["n"]))
    return Counts(start, match.end(), yes, None)
