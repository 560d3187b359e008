"""A sentence in, the counts in it that say themselves what they are out: "141 in favour, five against"."""

import re
from typing import NamedTuple

from counterclaim.extractor.vote_bodies import MEMBERS
from counterclaim.extractor.vote_reading import Reading, Sentence
from counterclaim.extractor.vote_words import AHEAD, CAPITALISED, LARGEST, NUMBER, NUMBER_OR_NONE, WHO, number_of

_ASIDE = r"(?:,\s+(?:(?-i:[A-Z])|among|including|mostly|all\b|led\b)[^,.;\d]{1,40},)?"
LABEL = re.compile(
    rf"(?<![\w.,$£€/-])(?:(?P<also>{NUMBER})\s+(?-i:[A-Z])\w+\s+and\s+)?(?P<n>{NUMBER_OR_NONE})(?:\s+of\s+(?:the|its|"
    rf"their|all)\s+{NUMBER})?{_ASIDE}(?:\s+{WHO}\s+(?:in|on|at|to)\s+(?:the|its|their))?"
    rf"(?:\s+(?!(?:{NUMBER}|and|but|or|to|while|with|percent|per|in|for|against)\b)[A-Za-z’'-]+){{0,9}}?\s+"
    r"(?:(?:have|had|has)\s+)?(?:votes?\s+|voted\s+|voting\s+|were\s+|was\s+|came out\s+|cast\s+|said\s+)?(?:"
    r"(?P<yes>in favou?r|for\b|yes\b|yeas?\b|ayes?\b|in support|supporting|supported|backing|backed|approving|approved|"
    r"affirmative)|(?P<no>against|opposed|opposing|rejected|rejecting|no\b|nays?\b|noes\b|objecting|objected|"
    r"dissenting|dissented|"
    r"in opposition)|(?P<abstain>abstentions?|abstained|abstaining)|(?P<absent>absent|absences|absentees|not voting|"
    r"did not vote|didn[’']t vote|missed the vote|did not participate|did not take part|not present|failed to vote|"
    r"not casting|stayed away|staying away|did not turn up|did not attend))\b",
    re.IGNORECASE,
)
_SUBSET = re.compile(
    r"\b(?:including|of (?:whom|which|them)|among them|at least|some|about|need|needs|needed|got|"
    r"(?:majority|half|most|thirds|none|all but) of (?:[\w’'-]+ ){1,3})\s*$",
    re.IGNORECASE,
)
_ONLY = re.compile(r"\b(?:only|just)\s+$", re.IGNORECASE)
"""A count, if the sentence tells no other of its kind."""
_PARTY = re.compile(
    r"\b(?:Democrat|Republican|GOP|Labou?r|Conservative|Tory|Tories|Liberal|Green|independent|rebel|of (?:its|his|"
    r"her|their))",
    re.IGNORECASE,
)
_VOTERS = re.compile(
    rf"{NUMBER}(?:\s+of\s+(?:the|its|their))?(?:\s+(?:\w+\s+)?{WHO}(?:\s+of\s+the(?:\s+[A-Z]\w+){{1,4}})?|"
    rf"\s+votes)?\s+(?:(?:have|had)\s+)?(?:(?:voted|voting|were)\s+)?"
    rf"(?:in favou?r|(?<=voted )for|(?<=voting )for|(?<=voted )against|(?<=voting )against|(?<=votes )against)",
    re.IGNORECASE,
)
_STATE = rf"(?:the\s+)?{CAPITALISED}(?:\s+{CAPITALISED})?"
_NAMED = re.compile(
    rf"(?P<names>{_STATE}(?:,\s+{_STATE})*(?:,?\s+and\s+{_STATE})?)\s+(?:had\s+)?"
    r"(?:(?P<no>voted against|voting against)|abstained|abstaining)\b"
)
"""Who abstained or was against, by names that can be counted."""
_ALONE = re.compile(
    r"\bthe (?:only|sole|lone|single|one) (?:(?P<no>vote against|no vote|negative vote|opposing vote|dissent(?:er|"
    r"ing (?:vote|voice))?|(?:member|country|state|deputy|senator|judge|councill?or) to (?:vote against|oppose|dissent)"
    r")|(?P<abstain>abstention|(?:member|country|state|deputy|senator|judge|councill?or) to abstain))\b|"
    r"\b(?:a|an|one|another) (?:[\w-]+ )?(?:member|country|state|deputy|senator|judge|councill?or)(?:, [^,.;]{1,40},)? "
    r"(?:(?P<single>voted against|vetoed|opposed|objected|dissented)|(?P<aside>abstained))\b|"
    rf"\b(?:[Oo]nly\s+{_STATE}|{_STATE}\s+alone)\s+(?:(?P<against>voted against|voting against|opposed|opposing|"
    r"dissent\w+)|(?P<abstained>abstain\w+))\b"
)
"""One vote that is told by its being the only one."""
_BY = re.compile(
    rf"\b(?:(?P<yes>supported|backed|favou?red)|(?P<no>opposed|rejected))\s+by\s+(?P<n>{NUMBER})\b(?!\s+(?:per|%))",
    re.IGNORECASE,
)
_VOTED_TO = re.compile(
    rf"\b(?P<n>{NUMBER})(?:\s+of\s+(?:the|its|their|all|them)(?:\s+{NUMBER})?)?{_ASIDE}(?:\s+(?!(?:{NUMBER}|"
    rf"and|but|or|to|while|said|that|who)\b)[A-Za-z’'-]+){{0,9}}?\s+(?:(?:have|had)\s+)?voted\s+to\s+(?P<deed>\w+)",
    re.IGNORECASE,
)
"""Each side by what it voted to do: the first side's deed is the question, unless it is to reject or to keep."""
_TO_KEEP = re.compile(r"reject|block|defeat|oppose|keep|retain|uphold|leave|stop|scrap", re.IGNORECASE)
_SAME_THING = re.compile(r"\s+(?:it|them|him|her|th[ai]t)\b", re.IGNORECASE)
"""After the second side's deed: it was about the first side's thing, and so against it."""
_NOBODY = re.compile(
    r"\bwithout (?:a|any) (?:single )?(?:vote against|no vote|negative vote|dissenting vo(?:te|ice))\b|"
    r"\bwithout dissent\b|\bno ?(?:one|body) (?:voted |voting |was )?(?:against|opposed)\b",
    re.IGNORECASE,
)
_JUDGED = re.compile(
    rf"\b(?P<yes>{NUMBER})\s+(?:of (?:them|the judges)\s+|judges\s+|justices\s+|members\s+)?(?:found|held|ruled|agreed|"
    rf"sided|concluded)\b[^.;]{{0,120}}?\b(?P<no>{NUMBER})\s+(?:judges\s+|justices\s+|members\s+|"
    r"others\s+)?(?:dissent(?:ed|ing)|disagreed|objected)\b",
    re.IGNORECASE,
)
_EACH_SIDE = re.compile(
    rf"\b(?P<n>{NUMBER})\s+(?:votes?\s+)?(?:(?:on|for)\s+each\s+side|each\s+way|(?:each|apiece)(?=\s+(?:in|on|at)\b|"
    rf"[.,;]))\b",
    re.IGNORECASE,
)
_DEED = r"(?:voted|backed|supported|approved|endorsed|agreed|ruled|rejected|opposed)"
_EVERYONE = re.compile(
    rf"\ball(?:\s+of)?(?:\s+(?:the|its))?\s+(?P<n>{NUMBER})\s+(?:[\w’'-]+\s+){{0,2}}?{WHO}(?:\s+(?:of|on)"
    rf"\s+[^,.;:]{{1,60}}?)?\s+(?:(?:have|had)\s+)?(?P<deed>{_DEED})\b|"
    rf"\b(?P<m>{NUMBER})\s+(?:[\w’'-]+\s+)?{WHO}(?:\s+(?:of|on)\s+[^,.;:]{{1,60}}?)?\s+(?:have\s+|had\s+)?"
    rf"all\s+(?P<did>{_DEED})\b",
    re.IGNORECASE,
)
"""A unanimous vote by the number of those who voted."""
_OF_VOTES = re.compile(r"vot|favou?r|against|ballot|abst|ayes|yeas|said yes|dissent", re.IGNORECASE)
_SIDED = re.compile(r"\b(?:backed|approved|rejected|objected)$", re.IGNORECASE)
_OF_SIDES = re.compile(r"oppos|support|back|reject", re.IGNORECASE)
_FEWEST = 3
"""Of fewer members "all two" is no way of telling a vote."""


class Counts(NamedTuple):
    """Counts between two offsets: ``noun`` before "vote" or "ruling", ``labelled`` if each says what it is."""

    start: int
    end: int
    yes: int | None
    no: int | None
    abstain: int | None = None
    absent: int | None = None
    noun: bool = False
    labelled: bool = False


def find_labels(reading: Reading, sentence: Sentence) -> dict[str, tuple[int, int, int]]:
    """For yes, no, abstain and absent: the sum of what the sentence counts, its end and its start."""
    out: dict[str, tuple[int, int, int]] = {}
    text = reading.text
    few: dict[str, tuple[int, int, int]] = {}
    for match in LABEL.finditer(text, sentence.start, sentence.end):
        kind = match.lastgroup or ""
        before = text[max(sentence.start, match.start() - 40) : match.start()]
        if _SUBSET.search(before) or number_of(match["n"]) > LARGEST or re.fullmatch(r"(?:19|20)\d\d", match["n"]):
            continue
        into = few if _ONLY.search(before) else out
        count, _, start = into.get(kind, (0, 0, match.start()))
        told = number_of(match["n"]) + (number_of(match["also"]) if match["also"] else 0)
        into[kind] = (count + told, match.end(), start)
    if {"yes", "no"} & out.keys():
        out = few | out
    _add_sides(reading.text, sentence, out)
    for named in _NAMED.finditer(text, sentence.start, sentence.end):
        kind = "no" if named["no"] else "abstain"
        if kind not in out and not (kind == "no" and "yes" not in out):
            names = re.split(r",\s*(?:and\s+)?|\s+and\s+", named["names"])
            out[kind] = (len(names), named.end(), named.start())
    for match in _BY.finditer(text, sentence.start, sentence.end):
        kind = "yes" if match["yes"] else "no"
        if kind not in out and ({"yes", "no"} & out.keys() or len(_BY.findall(text, sentence.start, sentence.end)) > 1):
            out[kind] = (number_of(match["n"]), match.end(), match.start("n"))
    if "yes" in out and "no" not in out and (nobody := _NOBODY.search(text, sentence.start, sentence.end)):
        out["no"] = (0, *nobody.span()[::-1])
    for alone in _ALONE.finditer(text, sentence.start, sentence.end):
        kind = "no" if alone["no"] or alone["against"] or alone["single"] else "abstain"
        if kind not in out and "yes" in out:
            out[kind] = (1, alone.end(), alone.start())
    return out


def _add_sides(text: str, sentence: Sentence, out: dict[str, tuple[int, int, int]]) -> None:
    """Adds those for and against that are told by what they voted to do, where both sides are."""
    if "yes" in out:
        return
    sides = [
        match for match in _VOTED_TO.finditer(text, sentence.start, sentence.end) if number_of(match["n"]) <= LARGEST
    ]
    if not sides or (len(sides) != 2 if "no" not in out else len(sides) != 1):
        return
    told = [(number_of(match["n"]), match.end(), match.start("n")) for match in sides]
    if len(told) == 1:
        out["yes"] = told[0]
        return
    keep, other = (_TO_KEEP.match(side["deed"]) is not None for side in sides)
    if keep == other and not _SAME_THING.match(text, sides[1].end()):
        return
    turned = keep and not other
    out["yes"], out["no"] = reversed(told) if turned else told


def find_labelled(reading: Reading, sentence: Sentence) -> Counts | None:
    """Counts that each say what they are: "141 in favour, five against and 35 abstaining"."""
    if told := _in_one(reading, sentence):
        return told
    labels = find_labels(reading, sentence)
    text = reading.text[sentence.start : sentence.end]
    if not ("yes" in labels or "no" in labels):
        return None
    yes, no = labels.get("yes"), labels.get("no")
    if yes is None or no is None:
        only = yes or no or (0, 0, 0)
        around = reading.text[only[2] : only[1]]
        if (
            _PARTY.search(around)
            or not _VOTERS.fullmatch(around)
            or only[0] < (2 if yes else 5)
            or re.match(r"[^.]{0,60}\bout of\b", reading.text[only[1] : sentence.end])
            or not (reading.has_body(sentence) or MEMBERS.search(text))
        ):
            return None
    if yes and no and not _told_as_a_vote(reading, sentence, yes, no):
        return None
    spans = list(labels.values())
    if AHEAD.search(reading.text[sentence.start : min(start for _, _, start in spans)]):
        return None
    value = {kind: count for kind, (count, _, _) in labels.items()}
    if (
        yes
        and no is None
        and re.search(r"\b[Aa]ll(?: of)?(?: the)?\s+$", reading.text[max(sentence.start, yes[2] - 12) : yes[2]])
    ):
        value["no"] = 0
    return Counts(
        min(start for _, _, start in spans),
        max(end for _, end, _ in spans),
        value.get("yes"),
        value.get("no"),
        value.get("abstain"),
        value.get("absent"),
        labelled=True,
    )


def _told_as_a_vote(reading: Reading, sentence: Sentence, yes: tuple[int, int, int], no: tuple[int, int, int]) -> bool:
    """Whether those for and those against voted: sides are taken in any meeting, so that one has to name members.

    Of parties some members are told apart from all the rest: "five of Labour backed it, 34 Tories voted against".
    """
    text = reading.text[sentence.start : sentence.end]
    sides = [reading.text[start:end] for _, end, start in (yes, no)]
    if all(_PARTY.search(side) for side in sides) and any(_SIDED.search(side) for side in sides):
        return False
    if _OF_VOTES.search(text):
        return True
    named = reading.has_body(sentence) or MEMBERS.search(text) or _PARTY.search(text)
    return bool(named and _OF_SIDES.search(text))


def _in_one(reading: Reading, sentence: Sentence) -> Counts | None:
    """Counts that one phrase tells: all members of a body, as many on each side, judges and dissenters."""
    text = reading.text
    if not (reading.has_body(sentence) or MEMBERS.search(text, sentence.start, sentence.end)):
        return None
    if match := _EVERYONE.search(text, sentence.start, sentence.end):
        deed, number = match["deed"] or match["did"], number_of(match["n"] or match["m"])
        down = deed.lower() in ("rejected", "opposed") or re.match(
            r"\s+(?:against|to (?:reject|oppose)|down)\b", text[match.end() :][:12]
        )
        clear = _PARTY.search(match.group()) or AHEAD.search(text[sentence.start : match.start()])
        if not clear and _FEWEST <= number <= LARGEST:
            yes, no = (0, number) if down else (number, 0)
            return Counts(*match.span(), yes, no, labelled=True)
    if (match := _EACH_SIDE.search(text, sentence.start, sentence.end)) and re.search(
        r"\bvote", text[sentence.start : sentence.end]
    ):
        return Counts(*match.span(), number_of(match["n"]), number_of(match["n"]), labelled=True)
    if match := _JUDGED.search(text, sentence.start, sentence.end):
        return Counts(match.start("yes"), match.end(), number_of(match["yes"]), number_of(match["no"]), labelled=True)
    return None
