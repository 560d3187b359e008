"""A text in, every vote that it reports out: counts, body, question, rule as stated, outcome.

A vote is one that was taken in a body (parliament, committee, court, ...) or as a referendum and whose
counts or outcome the text gives. Sentences with a word of voting are read by grammar: first for counts, then
for unanimity, then for an outcome alone. What is told again becomes one vote, at its fullest mention. Polls,
scores, sizes of majorities and votes that lie ahead are none. ``check`` is left to ``resolve``.
"""

import re
from collections.abc import Iterator

from counterclaim.extractor.vote_bodies import MEMBERS, judges
from counterclaim.extractor.vote_counts import NOUN, PAIR, find_elected, find_pairs
from counterclaim.extractor.vote_labels import Counts, find_labelled
from counterclaim.extractor.vote_merging import Found, each_once
from counterclaim.extractor.vote_outcomes import UNANIMOUS, find_outcomes, find_unanimous, find_veto
from counterclaim.extractor.vote_questions import question_of
from counterclaim.extractor.vote_reading import Reading, Sentence
from counterclaim.extractor.vote_referendums import REFERENDUM, find_referendum, find_shares
from counterclaim.extractor.vote_results import in_doubt, is_plain, outcome, result
from counterclaim.extractor.vote_rules import complete, find_rules
from counterclaim.extractor.vote_words import ROLE, VERB
from counterclaim.records import Vote

_TRIGGER = re.compile(
    r"vot(?:e|ing)|turned down|thr(?:ew|own) out|said (?:yes|no)\b|dissent|overrode|\ball (?:the )?\S+ (?:members|"
    r"judges|justices)\b|\b(?:back|support|ti)ed\b|ballot|"
    r"abst(?:ain|ention)|in favou?r|unanim|veto|referendum|plebiscite|majority|consensus|"
    r"\b(?:pass|approv|adopt|reject|ratifi|defeat|endors|confirm|elect|impeach|acquitt|convict|censur|repeal|"
    r"enact)ed\b|\b(?:ruling|ruled|split|deadlocked|decision|verdict|judge?ment|fail(?:ed|s)|cleared|tabled|tally|"
    r"motion|upheld)\b",
    re.IGNORECASE,
)
_NEVER = re.compile(
    r"\b(?:poll(?:s|ed|ing|ster|sters)?|survey(?:s|ed)?|likely voters|registered voters|approval rating|odds|goals?|"
    r"scored|innings|playoffs?|touchdowns?|quarterback|coach|season|league|championship|matches|electoral (?:college|"
    r"votes?)|popular vote|semi-?finals?)\b",
    re.IGNORECASE,
)
"""Sentences of polls and sport, where pairs of numbers are no counts."""

_UNDONE = re.compile(r"\b(?:was|were|is|are) not\s+$")
"""A question that the counts defeated: the verb tells what came of it, none that lies ahead."""


def find_votes(text: str) -> list[Vote]:
    """The votes of a text in its order, each once; ``check`` is null."""
    if not _TRIGGER.search(text):
        return []
    reading, found = Reading(text), list[Found]()
    for sentence in reading.sentences:
        piece = reading.text[sentence.start : sentence.end]
        if _TRIGGER.search(piece):
            new = _read(reading, sentence, piece)
            found += new
            if new and (body := new[-1].body):
                reading.last = (sentence.number, body)
    rules = find_rules(text) if found else []
    return [item.vote for item in each_once([complete(reading, item, rules) for item in found])]


def _read(reading: Reading, sentence: Sentence, piece: str) -> list[Found]:
    """The votes of one sentence: the surest way of telling that it has."""
    if REFERENDUM.search(piece) and (vote := find_referendum(reading, sentence)):
        return [vote]
    if _NEVER.search(piece):
        return []
    counted = list(_counted(reading, sentence))
    if counted:
        return counted
    if UNANIMOUS.search(piece) and (vote := find_unanimous(reading, sentence)):
        return [vote]
    if vote := find_shares(reading, sentence):
        return [vote]
    if vote := find_veto(reading, sentence):
        return [vote]
    return find_outcomes(reading, sentence)


def _counted(reading: Reading, sentence: Sentence) -> Iterator[Found]:
    pairs = list(find_pairs(reading, sentence))
    if not pairs:
        single = find_labelled(reading, sentence) or find_elected(reading, sentence)
        pairs = [single] if single else []
    for counts in pairs:
        found = _vote_around(reading, sentence, counts)
        if found:
            yield found


def _vote_around(reading: Reading, sentence: Sentence, counts: Counts) -> Found | None:
    """A vote around counts: its verb, outcome, body and question."""
    verb = reading.verb_before(sentence, counts.start)
    after = VERB.search(reading.text, counts.end, min(sentence.end, counts.end + 90))
    if counts.labelled and after and after.group().lower() in ("vote", "votes", "voting"):
        after = None
    if counts.noun or verb is None:
        noun = VERB.search(reading.text, counts.end, sentence.end) if counts.noun else None
        if verb is None or reading.text[verb.end() : counts.start].count(",") > 1:
            verb = (
                (after if after and not (noun and after["voted"]) else None)
                or reading.next_verb(sentence, counts.end)
                or verb
            )
    if verb is not None and verb.start() >= counts.end and _UNDONE.search(reading.text, counts.end, verb.start()):
        verb = None
    if verb is not None and reading.ahead(
        sentence, min(verb.start(), counts.start) if verb.start() < counts.start else verb.start()
    ):
        return None
    if reading.ahead(sentence, counts.start) and (verb is None or verb.start() > counts.start or verb["voted"]):
        return None
    body = reading.who_voted(sentence, verb, (counts.start, counts.end))
    ruling = body is not None and judges(body) and verb is not None and not verb["even"]
    passed, swap = (True, False) if ruling else outcome(reading, sentence, verb, counts, body)
    inferred = False
    if not ruling and (verb is None or not is_plain(verb)):
        stated = result(reading, sentence, counts, body)
        inferred = stated is None and counts.labelled
        if stated is None and in_doubt(reading, sentence, counts):
            passed = None
        passed, swap = (passed, swap) if stated is None else (stated, swap and not stated)
    told = reading.text[sentence.start : sentence.end]
    if body is None and not MEMBERS.search(told) and not re.search(rf"\b(?:{ROLE})\b", told, re.IGNORECASE):
        return None
    yes, no = (counts.no, counts.yes) if swap and not counts.labelled else (counts.yes, counts.no)
    start = counts.start
    if verb and verb.end() <= start <= verb.end() + 80 and not PAIR.search(reading.text, verb.end(), start):
        start = verb.start()
    end = counts.end
    if counts.noun and (noun := NOUN.match(reading.text, counts.end)):
        end = max(end, noun.end())
    vote = Vote(
        span=(start, end),
        body=reading.name(body),
        question=question_of(reading, sentence, verb, (counts.start, counts.end)),
        yes=yes,
        no=no,
        abstain=counts.abstain,
        absent=counts.absent,
        rule=None,
        passed=passed,
        check=None,
    )
    return Found(vote, sentence.number, 3, body, inferred)
