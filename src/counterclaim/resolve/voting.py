"""A vote and the text around it in, the outcome that the voting rule gives out.

The rules are pure functions over counts, exact to the last vote (``fractions.Fraction``): each gives the share that
its definition asks for and whether the motion carries. ``check`` says which rule a vote was under, keeping apart
what the text states from what the body implies ("(assumed)"), and compares outcomes. What can't be told is null.
"""

import re
from collections.abc import Callable, Collection, Mapping
from fractions import Fraction
from typing import NamedTuple

from counterclaim.records import RuleCheck, Vote
from counterclaim.resolve.vetoes import opposed, unnamed_veto, vetoes


class Outcome(NamedTuple):
    """The share of a rule's base that voted for a motion, and whether it carries; no base, no share."""

    share: Fraction | None
    passed: bool


HALF, THREE_FIFTHS, TWO_THIRDS = Fraction(1, 2), Fraction(3, 5), Fraction(2, 3)
FRACTIONS: Mapping[str, Fraction] = {
    "two-thirds": TWO_THIRDS,
    "three-fifths": THREE_FIFTHS,
    "three-quarters": Fraction(3, 4),
    "three-fourths": Fraction(3, 4),
    "four-fifths": Fraction(4, 5),
}
"""Qualified majorities by the words that name them: at least this part of the base."""


# Rules


def simple_majority(yes: int, no: int) -> Outcome:
    """More votes for than against; abstentions and absences don't count, a tie fails.

    UN Charter, Art. 18(3): "a majority of the members present and voting"; General Assembly, Rules of Procedure,
    rule 86: members who abstain are considered as not voting; rule 95: equally divided, a proposal is rejected.
    """
    return Outcome(_share(yes, yes + no), yes > no)


def qualified(yes: int, no: int, part: Fraction) -> Outcome:
    """At least ``part`` of those present and voting; exactly that part is enough, no votes at all are not."""
    base = yes + no
    return Outcome(_share(yes, base), base > 0 and Fraction(yes, base) >= part)


def two_thirds(yes: int, no: int) -> Outcome:
    """Two thirds of the members present and voting.

    UN Charter, Art. 18(2); General Assembly, Rules of Procedure, rules 83, 85 and 86. US Constitution, Art. I,
    section 7 (veto) and section 3 (conviction), Art. II, section 2 (treaties).
    """
    return qualified(yes, no, TWO_THIRDS)


def three_fifths(yes: int, no: int) -> Outcome:
    """Three fifths of those present and voting (e.g. Constitution of France, Art. 89: of the votes cast)."""
    return qualified(yes, no, THREE_FIFTHS)


def absolute_majority(yes: int, members: int) -> Outcome:
    """More than half of all members, whoever was there.

    UN Charter, Art. 108 counts members of the Assembly in this way; German Basic Law, Art. 121, is the common
    definition. Raises ValueError if more voted for it than there are members.
    """
    share = _of_members(yes, members)
    return Outcome(share, share > HALF)


def of_members(yes: int, members: int, part: Fraction) -> Outcome:
    """At least ``part`` of all members.

    Two thirds: UN Charter, Art. 108; Fixed-term Parliaments Act 2011 (UK), section 2(1). Three fifths of the
    Senators duly chosen and sworn: Standing Rules of the US Senate, rule XXII(2).
    Raises ValueError if more voted for it than there are members.
    """
    share = _of_members(yes, members)
    return Outcome(share, share >= part)


def consensus(objections: int) -> Outcome:
    """No objection by anybody present; nobody need vote for it (WTO Agreement, Art. IX(1), note 1)."""
    return Outcome(None, objections == 0)


def unanimity(yes: int, no: int) -> Outcome:
    """Somebody for it and nobody against; abstentions don't prevent it (TFEU, Art. 238(4))."""
    return Outcome(_share(yes, yes + no), yes > 0 and no == 0)


COUNCIL, AFFIRMATIVE = 15, 9
"""Members of the Security Council and votes needed, since 31 August 1965 (before: 11 and 7)."""


def security_council(yes: int, vetoes: int, *, procedural: bool = False) -> Outcome:
    """Nine affirmative votes of fifteen and, but for procedure, no permanent member against; share of fifteen.

    UN Charter, Art. 27(2) and (3). A permanent member that abstains or stays away casts no veto: practice since
    1946, upheld in ICJ, Namibia, Advisory Opinion, ICJ Reports 1971, p. 16, para. 22.
    Raises ValueError if more voted for it than there are members.
    """
    share = _of_members(yes, COUNCIL)
    return Outcome(share, yes >= AFFIRMATIVE and (procedural or vetoes == 0))


def qualified_majority(in_favour: Collection[str], population: Mapping[str, int] | None = None) -> Outcome:
    """The EU Council acting on a proposal of the Commission; the share is that of the population.

    At least 55 % of the member states, comprising at least fifteen of them, and 65 % of the Union's population; a
    blocking minority has at least four members, failing which the majority is deemed attained: TEU, Art. 16(4).
    Until 31 March 2017 Protocol 36, Art. 3(2), let a member ask for the older, weighted rule. ``population``
    defaults to ``EU_POPULATION``. Raises KeyError for a state that is no member.
    """
    people = EU_POPULATION if population is None else population
    states = set(in_favour)
    share = Fraction(sum(people[state] for state in states), sum(people.values()))
    against = len(people) - len(states)
    enough_states = len(states) >= FEWEST_STATES and Fraction(len(states), len(people)) >= Fraction(55, 100)
    return Outcome(share, enough_states and (share >= Fraction(65, 100) or against < BLOCKING))


FEWEST_STATES, BLOCKING = 15, 4
EU_POPULATION: Mapping[str, int] = {
    "Germany": 1849,
    "France": 1517,
    "Italy": 1323,
    "Spain": 1078,
    "Poland": 833,
    "Romania": 423,
    "Netherlands": 401,
    "Belgium": 262,
    "Czechia": 242,
    "Portugal": 236,
    "Sweden": 234,
    "Greece": 231,
    "Hungary": 213,
    "Austria": 202,
    "Bulgaria": 143,
    "Denmark": 132,
    "Finland": 125,
    "Slovakia": 121,
    "Ireland": 119,
    "Croatia": 86,
    "Lithuania": 64,
    "Slovenia": 47,
    "Latvia": 42,
    "Estonia": 30,
    "Cyprus": 21,
    "Luxembourg": 15,
    "Malta": 12,
}
"""Each member's part of the Union's population, in hundredths of a per cent: the figures for qualified majorities in
2025 (Council's Rules of Procedure, Annex III, population on 1 January 2024: 451,028,881; agreed 11 December 2024).
They are rounded there, so a coalition within a few hundredths of 65 % needs the full figures."""


def _share(yes: int, base: int) -> Fraction | None:
    if yes < 0 or base < yes:
        raise ValueError("counts of a vote can't be negative")
    return Fraction(yes, base) if base else None


def _of_members(yes: int, members: int) -> Fraction:
    if not 0 <= yes <= members or members < 1:
        raise ValueError(f"{yes} votes of {members} members")
    return Fraction(yes, members)


# Which rule a vote was under

MEMBERS: Mapping[str, int] = {"us senate": 100, "us house": 435, "knesset": 120, "house of commons": 650}
"""Seats, for rules that count all members: US Senate since 1959, US House since 1913 (2 U.S.C. 2a), Knesset (Basic
Law: The Knesset, section 3), House of Commons since 2010. For other bodies the text has to give what a rule needs."""

_IMPORTANT = re.compile(
    r"\belect(?:ion|ions)? (?:of|to) .{0,40}(?:member|council)|"
    r"\badmi(?:ssion|t|ts|tted|tting)\b.{0,40}\b(?:member|united nations|organi[sz]ation)|"
    r"\b(?:suspension|expulsion|suspend|expel)\w*\b.{0,60}\b(?:member|rights and privileges)|\btrusteeship\b|"
    r"\bscale of assessments?\b|\bbudget(?:ary|s)?\b|\bfinanc(?:ing|e)\b|\bexpenditures?\b|\bappropriations?\b|"
    r"\bthreats? to (?:the |international )?peace\b|\bact of aggression\b|\bcollective measures\b|"
    r"\bimportant question\b",
    re.IGNORECASE | re.DOTALL,
)


def important_question(question: str) -> bool:
    """Whether the words of a question say that UN Charter, Art. 18(2) asks the Assembly for two thirds.

    Peace and security recommendations are known only by their most direct words: the Assembly decides case by case
    what falls under them, and mostly doesn't.
    """
    return _IMPORTANT.search(question) is not None


class _Rule(NamedTuple):
    """A rule in words and as a function of the vote; ``None`` where the counts don't allow it."""

    words: str
    outcome: Outcome | None


def check(vote: Vote, text: str = "") -> RuleCheck | None:
    """The rule that a vote was under and what it makes of the counts; null if rule or counts aren't known.

    ``text`` is the article: vetoes are looked for near the vote. A rule that the text doesn't state is marked
    "(assumed)"; ``agrees`` is null where the text tells no outcome.
    """
    near = _around(vote, text)
    rule = _stated(vote) if vote.rule else _assumed(vote, near, text[slice(*vote.span)])
    if vote.yes is not None and vote.yes == vote.no and _CASTING.search(near):
        return None  # who presides decided it, and whether one may is not in the record
    if rule is None or rule.outcome is None:
        return None
    share, passed = rule.outcome
    return RuleCheck(
        rule=rule.words,
        share=None if share is None else round(float(share), 3),
        passed=passed,
        agrees=None if vote.passed is None else passed == vote.passed,
    )


def _around(vote: Vote, text: str) -> str:
    """The vote's surroundings, as far as a veto is told with it."""
    start, end = vote.span
    return text[max(0, start - 400) : end + 400]


def _stated(vote: Vote) -> _Rule | None:
    """The rule in the text's words. A fraction without its base fails surely only if it fails of those voting."""
    words = (vote.rule or "").lower().replace("two thirds", "two-thirds").replace("three fifths", "three-fifths")
    if "consensus" in words:
        return _Rule("consensus", consensus(vote.no or 0))
    if "unanim" in words:
        return _Rule("unanimity", _of_voting(vote, unanimity))
    if re.match(r"60[- ]vote", words) and _american(vote):
        return _Rule("three-fifths of all members", _of_all(vote, lambda yes, n: of_members(yes, n, THREE_FIFTHS)))
    for name, part in FRACTIONS.items():
        if name in words:
            return _fraction(vote, name, part, words)
    if "nine" in words or words.startswith("9 "):
        return None
    members = _members_told(words)
    if members is None and (fixed := _FIXED.search(words)):
        needed = int(fixed["votes"] or fixed["majority"])
        return _Rule(f"at least {needed} votes", None if vote.yes is None else Outcome(None, vote.yes >= needed))
    if members or "absolute majority" in words or _OF_ALL.search(words):
        return _Rule("absolute majority of all members", _of_all(vote, absolute_majority, members))
    if "simple majority" in words or "plain majority" in words or _OF_THOSE.search(words):
        return _Rule("simple majority of those present and voting", _of_voting(vote, simple_majority))
    return None


def _members_told(words: str) -> int | None:
    """How many members there are, where the words of a rule count them: "two-thirds of all 50 senators"."""
    told = _MEMBERS_TOLD.search(words)
    return int(told["members"]) if told else None


_BASE = (
    r"(?:members|mps|deputies|lawmakers|legislators|delegates|councill?ors|judges|states|seats|senators|shareholders)"
)
_MEMBERS_TOLD = re.compile(rf"\b(?P<members>\d+)[- ](?:\w+ )?{_BASE}(?! (?:present|voting|who vote))")
_FIXED = re.compile(r"^(?P<votes>\d+)[- ]vote|\bmajority(?: vote)? of (?P<majority>\d+)")
_OF_ALL = re.compile(rf"majority of (?:all|its|the)(?: the| its)? (?:\w+ )?{_BASE}(?! (?:present|voting|who vote))")
_OF_THOSE = re.compile(r"majority of (?:those|(?:the |all )?votes)|present|voting")


def _fraction(vote: Vote, name: str, part: Fraction, words: str) -> _Rule | None:
    voting = _of_voting(vote, lambda yes, no: qualified(yes, no, part))
    if re.search(r"\b(?:present|cast|voting|who vote|ballots)\b|\bof (?:the |all |all the )?votes\b", words):
        return _Rule(f"{name} of those present and voting", voting)
    if re.search(rf"of (?:(?:all|the|its|both|those|their) )*(?:\d+ )?(?:\w+ )?(?:{_BASE}|parliament)", words):
        outcome = _of_all(vote, lambda yes, n: of_members(yes, n, part), _members_told(words))
        return _Rule(f"{name} of all members", outcome)
    if _is(vote, "assembly", "united nations") or _is(vote, "general assembly") or _american(vote):
        return _Rule(f"{name} of those present and voting", voting)
    if _seats(vote) is not None:
        return _Rule(f"{name} of all members (base assumed)", _of_all(vote, lambda yes, n: of_members(yes, n, part)))
    if voting is not None and not voting.passed:
        return _Rule(f"{name} of those present and voting (base assumed)", voting)
    return None


def _assumed(vote: Vote, near: str, told: str) -> _Rule | None:
    """The rule that the body implies where the text states none."""
    question, body = (vote.question or "").lower(), (vote.body or "").lower()
    if not body or "referendum" in body or "plebiscite" in body:
        return None
    if "security council" in body:
        return _Rule("nine of fifteen votes and no veto (assumed)", _council(vote, near))
    if _CANDIDATE.search(question) or _CANDIDATE.search(told):
        return None  # a majority of all votes cast, and those for further candidates aren't in the record
    if "general assembly" in body and not _STATE_ASSEMBLY.search(body):
        return _two_thirds(vote) if important_question(question) else _simple(vote)
    if _american(vote):
        return _congress(vote, question, senate="senate" in body)
    if _SPECIAL.search(question) or _OWN_RULES.search(body):
        return None
    return _simple(vote)


def _congress(vote: Vote, question: str, *, senate: bool) -> _Rule:
    """US Constitution, Art. I, sections 3, 5 and 7, Art. II, section 2, Art. V; Senate rule XXII; House rule XV."""
    if re.search(r"\boverrid|\bveto\b|\bexpel|\bexpulsion|constitutional amendment|suspen\w+ of the rules", question):
        return _two_thirds(vote)
    if senate and re.search(r"\bconvict|\bacquit|\bremove\w* .{0,30}from office|\btreaty\b", question):
        return _two_thirds(vote)
    if senate and re.search(r"\bcloture\b|\bfilibuster\b|\b(?:end|limit|cut off) debate\b", question):
        if re.search(r"nomin|confirm", question):
            return _simple(vote)
        legislation = re.search(r"\b(?:bill|legislation|measure|resolution|amendment|motion|act)\b", question)
        sixty = _of_all(vote, lambda yes, n: of_members(yes, n, THREE_FIFTHS)) if legislation else None
        return _Rule("three-fifths of all members (assumed)", sixty)
    simple = _simple(vote)
    if senate and vote.passed is False and simple.outcome and simple.outcome.passed:
        return _Rule(simple.words, None)  # sixty were asked for by an order that the text doesn't tell
    return simple


def _simple(vote: Vote) -> _Rule:
    return _Rule("simple majority of those present and voting (assumed)", _of_voting(vote, simple_majority))


def _two_thirds(vote: Vote) -> _Rule:
    return _Rule("two-thirds of those present and voting (assumed)", _of_voting(vote, two_thirds))


def _of_voting(vote: Vote, rule: Callable[[int, int], Outcome]) -> Outcome | None:
    return None if vote.yes is None or vote.no is None else rule(vote.yes, vote.no)


def _of_all(vote: Vote, rule: Callable[[int, int], Outcome], told: int | None = None) -> Outcome | None:
    """A rule that counts all members: as told, by the body's seats, or by the four counts."""
    members = told or _seats(vote)
    if vote.yes is None:
        return None
    if members is None:
        counts = (vote.yes, vote.no, vote.abstain, vote.absent)
        if None in counts:
            return None
        members = sum(count or 0 for count in counts)
    return rule(vote.yes, members) if vote.yes <= members and members else None


def _council(vote: Vote, near: str) -> Outcome | None:
    """Security Council: vetoes are those that the text names; with votes against of nobody named it stays open."""
    against = max(len(vetoes(near)), unnamed_veto(near))
    if vote.yes is None:
        return Outcome(None, passed=False) if against else None
    if vote.yes > COUNCIL:
        return None
    if vote.no and not against and vote.yes >= AFFIRMATIVE and not opposed(near):
        return None
    return security_council(vote.yes, against)


def _is(vote: Vote, *words: str) -> bool:
    body = (vote.body or "").lower()
    return all(word in body for word in words)


def _american(vote: Vote) -> bool:
    """Whether the body is a chamber of the US Congress, as its name has it."""
    return _US_CHAMBER.fullmatch((vote.body or "").strip()) is not None


def _seats(vote: Vote) -> int | None:
    body = (vote.body or "").lower()
    if _american(vote):
        return MEMBERS["us senate" if "senate" in body else "us house"]
    return next((MEMBERS[name] for name in ("knesset", "house of commons") if name in body), None)


_CASTING = re.compile(
    r"\b(?:casting vote|deciding vote|tie-?break\w*|br(?:oke|eaks?|eaking) (?:the|a) (?:tie|deadlock))\b"
)
_US_CHAMBER = re.compile(
    r"(?:(?:the )?(?:US|U\.S\.|United States|American) )?(?:Senate|House|House of Representatives)", re.IGNORECASE
)
_STATE_ASSEMBLY = re.compile(
    r"[a-z]+(?:[’']s)? general assembly$"
    r"(?<!un general assembly)(?<!u\.n\. general assembly)(?<!nations general assembly)"
)
_OFFICE = r"(?:speaker|president|prime minister|chair\w*|leader|chancellor|secretary[- ]general|judge)"
_CANDIDATE = re.compile(rf"\belect(?:ion|ed)?\b|\b(?:as|for|become|be|serve as) (?:the |a |its )?(?:\w+ )?{_OFFICE}\b")
_SPECIAL = re.compile(
    r"\bconstitution|\bno[- ]confidence|\bconfidence\b|\bimpeach|\bdissol|\bexpel|\boverrid|\bveto\b|\bcensure\b"
)
_OWN_RULES = re.compile(
    r"council of the european union|eu council|european council|\bcommission\b|politburo|central committee|\bjury\b"
)
