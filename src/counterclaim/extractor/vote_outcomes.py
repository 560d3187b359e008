"""A sentence without counts in, what bodies passed or rejected in it out."""

import re

from counterclaim.extractor.vote_bodies import Body, judges, last_before
from counterclaim.extractor.vote_merging import Found
from counterclaim.extractor.vote_questions import clause_end, clipped, question_of, subject_of
from counterclaim.extractor.vote_reading import Reading, Sentence
from counterclaim.extractor.vote_words import AGAINST, CAPITALISED, DOWN, MONTHS, NUMBER, WHO, number_of
from counterclaim.records import Vote

_TRIES, _IMPEACHES = ("senate", "parliament"), ("house", "parliament", "congress", "assembly")
UNANIMOUS = re.compile(
    r"(?<!near[- ])(?<!nearly )(?<!almost )(?<!virtually )(?<!non-)(?<!not )\bunanimous(?:ly)?\b(?!\s+(?:consent|"
    r"agreement (?:among|that)|jury|juries|juror))",
    re.IGNORECASE,
)
_ALL = re.compile(
    rf"\b(?:all(?: of)?(?: the)?|the)\s+(?P<n>{NUMBER})(?:[- ](?:\w+[- ])?(?:member|justice|judge)s?)|"
    rf"[’']s\s+(?P<own>{NUMBER})\s+{WHO}\b(?=\s+(?:[\w-]+\s+){{0,2}}?unanim)",
    re.IGNORECASE,
)
_SECURITY = re.compile(r"(?<!National )\bSecurity Council\b|\bUNSC\b")
_PERMANENT = (
    r"(?:Russia|China|France|Britain|(?:the )?(?:United Kingdom|UK|U\.K\.|United States|US|U\.S\.|USA|Soviet Union|"
    r"USSR)|Moscow|Beijing|Washington|London|Paris)"
)
_VETO = re.compile(
    rf"\b(?:vetoed by (?:{_PERMANENT})(?:(?:,| and|, and) {_PERMANENT})*|(?:{_PERMANENT})(?:(?:,| and|"
    rf", and) {_PERMANENT})*\s+(?:has |have |had )?(?:again |jointly |later |both )?(?:vetoed|cast (?:its|their|"
    rf"a) vetoe?s?))\b"
)
_ADVERB = (
    rf"(?:has|have|had|also|recently|already|then|later|finally|on \w+day(?: \w+)?|[\w-]+ly|last \w+|this \w+|"
    rf"earlier \w+|yesterday|today|in (?:(?:{MONTHS})\s?)?\d{{4}}|in (?:{MONTHS})|members|lawmakers|has only|both|all|"
    rf"twice|again|still|on (?:{MONTHS}) \d+|on \d+ (?:{MONTHS})|just|even|since|at (?:long )?last|in the end|"
    rf"once more|now)"
)
_DID = re.compile(
    rf"(?:\s\([A-Z]+\))?(?:,[^,.;]{{1,50}},|,\s(?-i:{CAPITALISED}))?(?:\s+{_ADVERB}){{0,4}}\s+(?P<verb>voted|passed|"
    rf"approved|adopted|rejected|ratified|defeated|impeached|"
    r"acquitted|censured|repealed|enacted|confirmed|overrode|voted down|turned down|threw out|thrown out|elected|"
    r"(?<!has )(?<!have )(?<!Congress )failed to (?:pass|approve|override|adopt|advance|ratify))\b",
    re.IGNORECASE,
)
_WHOSE = re.compile(
    r"\s+of\s+(?:the|its|an?)\s+(?!\w+ly\b)[\w’'-]+(?:\s+(?!(?:that|which|who|in|on)\b)[\w’'-]+)??(?=\s)"
)
_STATED = re.compile(
    r"\s+(?:(?:the|any|all|those|these|such|his|her|their|its|an?)\s+)?(?:[\w-]+\s+)?(?:claims?|allegations?|"
    r"accusations?|suggestions?|criticisms?|idea|notion|reports?|argument|charge that|responsibility|comment|"
    r"interpretation|appeals?|time)\b|\s+(?:of|on|away|by|out|along|that)\b|\s*[,.;]",
    re.IGNORECASE,
)
_VOTED = re.compile(
    rf"\s+(?:(?:{_ADVERB}|overwhelmingly|along party lines|by (?:a )?\w+ (?:margin|majority)|in \d{{4}}),?\s+){{0,3}}"
    r"(?P<way>to|for|against|down|in favou?r of|not to)\b",
    re.IGNORECASE,
)
_DONE_BY = re.compile(
    r"\b(?:(?P<verb>passed|approved|adopted|rejected|ratified|defeated|impeached|acquitted|censured|repealed|enacted|"
    r"voted down|endorsed)(?:\s+(?!(?:by|but|and|or|without)\b)[\w-]+){0,4}?\s+(?:by|in)|"
    r"(?P<elected>(?:re-)?elected)(?P<office>(?:\s+(?!by\b)[\w-]+){1,4})\s+by)\s+(?:(?:the|a|an|its|both)\s+)?$",
    re.IGNORECASE,
)
_MOTION = re.compile(
    r"\b(?:bills?|resolutions?|motions?|amendments?|measures?|proposals?|nomination|legislation|bid|articles?|"
    r"referral)\b(?:\s+(?!(?:that|which|to|would|will|has|have)\b)[\w-]+){0,5}?\s+(?:(?:was|were|has been|"
    r"have been)\s+(?:[\w-]+ly\s+)?(?P<verb>defeated|rejected|adopted|approved|passed|carried|voted down)(?! without)|"
    r"(?P<verb2>failed|fell short|passed)(?=\s+(?:to (?:pass|get|win|reach|secure|gain|advance)|in the|by|with|on|"
    r"narrowly|easily|of)\b|(?<=failed)[.,]))",
    re.IGNORECASE,
)
_IMPEACHED = re.compile(
    rf"(?P<who>{CAPITALISED}(?:\s+{CAPITALISED}){{0,3}})\s+(?:was|were)\s+(?P<verb>impeached)\b(?:\s+in\s+\d{{4}})?"
)
_SOME = re.compile(
    r"\b(?:members|majorit\w+|republicans|democrats|lawmakers|half|some|many|conservatives|liberals|leaders?|chair\w*|"
    r"rebels|colleagues|allies|mps|senators)\s+(?:of|in|on|from)\s+(?:both\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_COLLEAGUES = re.compile(r"\b(?:colleagues|Republicans|Democrats|Conservatives|ministers)\s+$")
_PRONOUNS = frozenset(("he", "she", "both", "they", "it", "who"))
_PLURAL = re.compile(
    r"(?<!the )(?<!two )(?<!these )\b(?:laws|bills|resolutions|measures|rules|acts|legislation)\s+(?:[\w-]+ly\s+)?"
    r"(?:passed|approved|adopted|enacted|ratified)\s+by\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_VOTE_OF_MEMBERS = re.compile(r"voted|elected|(?:\w+)(?: down| out)? (?:the|a|an|its|their)\b", re.IGNORECASE)
"""What those who meet, and no standing body, did by a vote: they "approved the merger", but not "approved loans"."""
_NO_OBJECT = re.compile(r"\s+(?:after|in|and|or|last|this|to|on|with|before|because|as|by|would|will|is|was)\b|\s*$")


def find_unanimous(reading: Reading, sentence: Sentence) -> Found | None:
    """A unanimous vote, decision or ruling of a body."""
    text = reading.text
    match = UNANIMOUS.search(text, sentence.start, sentence.end)
    if re.search(r"\bjur(?:y|ors?)\b", text[sentence.start : sentence.end], re.IGNORECASE):
        return None
    if match is None or _COLLEAGUES.search(text[max(sentence.start, match.start() - 24) : match.start()]):
        return None
    noun = re.match(
        r"\s+(?:\w+\s+)?(?:votes?|decision|ruling|verdict|judge?ment|opinion|approval|backing|support)\b",
        text[match.end() : sentence.end],
    )
    verb = reading.verb_before(sentence, match.start()) or reading.next_verb(sentence, match.end())
    body = reading.who_voted(sentence, verb, match.span())
    if body is not None and re.match(r"(?:[’']s)?\s+(?:Democrats|Republicans|GOP|Tories)\b", text[body.end :][:16]):
        return None
    if body is None or (verb is None and not noun) or reading.ahead(sentence, match.start()):
        return None
    if verb is not None and (reading.ahead(sentence, verb.start()) or abs(verb.start() - match.start()) > 90):
        return None
    number = _ALL.search(text, sentence.start, sentence.end)
    end = max(match.end(), verb.end() if verb else 0, match.end() + noun.end() if noun else 0)
    if number and 0 <= number.start() - end < 20:
        end = number.end()
    start = min(match.start(), verb.start() if verb else match.start())
    down = verb is not None and (bool(verb["con"]) or bool(DOWN.match(text, end))) and not judges(body)
    return without_counts(
        reading,
        sentence,
        (start, end),
        body,
        question_of(reading, sentence, verb, (start, end)),
        passed=not down,
        yes=None if down else number_of(number["n"] or number["own"]) if number else None,
        no=None if down else 0,
        rank=2,
    )


def find_veto(reading: Reading, sentence: Sentence) -> Found | None:
    """A resolution that a permanent member of the Security Council stopped."""
    match = _VETO.search(reading.text, sentence.start, sentence.end)
    if match is None or reading.ahead(sentence, match.start()):
        return None
    near = reading.text[reading.sentences[max(0, sentence.number - 3)].start : sentence.end]
    if not _SECURITY.search(near) and not (re.search(r"\bUN\b|\bU\.N\.|United Nations", near) and "resolution" in near):
        return None
    councils = [b for b in reading.with_heads(("council",)) if "security" in b.words and "national" not in b.words]
    council = last_before(councils, match.start())
    after = clipped(reading.text[match.end() : sentence.end])
    question = (
        after
        if "vetoed" in match.group() and " by " not in match.group()
        else subject_of(reading, sentence, match.start())
    )
    return without_counts(reading, sentence, match.span(), council, question, passed=False)


def find_outcomes(reading: Reading, sentence: Sentence) -> list[Found]:
    """What bodies passed or rejected, without counts: as subjects, as agents, or as the place of a motion."""
    bodies = [b for b in reading.within(sentence.start, sentence.end) if not judges(b) and b.head != "caucus"]
    found = [vote for body in bodies if (vote := _as_subject(reading, sentence, body))]
    if not found:
        found = [vote for body in bodies if (vote := _as_agent(reading, sentence, body))][:1]
    if not found and (vote := _motion(reading, sentence, bodies) or _impeached(reading, sentence)):
        found = [vote]
    return found


def _as_subject(reading: Reading, sentence: Sentence, body: Body) -> Found | None:
    """Reads "the council approved the plan"."""
    whose = _WHOSE.match(reading.text, body.end, sentence.end)
    verb = _DID.match(reading.text, body.end, sentence.end) or (
        _DID.match(reading.text, whose.end(), sentence.end) if whose else None
    )
    if verb is None or _SOME.search(reading.text[max(sentence.start, body.start - 40) : body.start]):
        return None
    if _STATED.match(reading.text, verb.end()) or reading.ahead(sentence, body.start):
        return None
    return _done(reading, sentence, body, verb)


def _as_agent(reading: Reading, sentence: Sentence, body: Body) -> Found | None:
    """Reads "the plan was approved by the council"."""
    before = reading.text[max(sentence.start, body.start - 90) : body.start]
    by = None if _PLURAL.search(before) else _DONE_BY.search(before)
    if by is None:
        return None
    verb = by["verb"] or by["elected"]
    at = body.start - len(before) + max(by.start("verb"), by.start("elected"))
    acquitted = verb.lower() == "acquitted"
    now = re.search(r"\b(?:is|are)\s+$", reading.text[max(sentence.start, at - 5) : at])
    if now or reading.ahead(sentence, at) or (acquitted and body.head not in _TRIES):
        return None
    question = f"election as {by['office'].strip()}" if by["office"] else subject_of(reading, sentence, at)
    if acquitted:
        question = f"convict {question}" if question else "convict"
    if question is None:
        return None
    lost = re.match(AGAINST, verb, re.IGNORECASE)
    return without_counts(reading, sentence, (at, body.end), body, question, passed=not lost)


def _motion(reading: Reading, sentence: Sentence, bodies: list[Body]) -> Found | None:
    """Reads "the motion failed to get a majority": in a body of this or the three sentences before."""
    motion = _MOTION.search(reading.text, sentence.start, sentence.end)
    if motion is None:
        return None
    at = max(motion.start("verb"), motion.start("verb2"))
    body = bodies[0] if bodies else reading.earlier(sentence, reach=3)
    if body is None or reading.ahead(sentence, motion.start()) or reading.ahead(sentence, at):
        return None
    lost = re.match(AGAINST, motion["verb"] or motion["verb2"], re.IGNORECASE)
    end = clause_end(reading.text, motion.end(), sentence.end)
    return without_counts(
        reading, sentence, (motion.start(), end), body, subject_of(reading, sentence, at), passed=not lost
    )


def _impeached(reading: Reading, sentence: Sentence) -> Found | None:
    """Reads "the president was impeached in 1998": by the lower house that the text names."""
    deed = _IMPEACHED.search(reading.text, sentence.start, sentence.end)
    if deed is None or reading.ahead(sentence, deed.start("verb")):
        return None
    body = reading.nearest(_IMPEACHES, deed.start())
    if body is None:
        return None
    question = "impeach" if deed["who"].lower() in _PRONOUNS else f"impeach {deed['who']}"
    return without_counts(reading, sentence, deed.span(), body, question, passed=True)


def _done(reading: Reading, sentence: Sentence, body: Body, verb: re.Match[str]) -> Found | None:
    """A vote that a body is said to have taken: "the council approved the plan"."""
    text, word = reading.text, verb["verb"].lower()
    tail = text[verb.end() : sentence.end]
    if word == "confirmed" and body.head != "senate":
        return None
    if word == "acquitted" and body.head not in _TRIES:
        return None
    if body.head == "members" and not _VOTE_OF_MEMBERS.match(text, verb.start("verb")):
        return None
    if word == "voted":
        way = _VOTED.match(tail)
        if not way:
            return None
        down = way["way"].lower() in ("against", "down", "not to")
        rest = tail[way.end() :]
        if re.match(r"\s+(?:reject|defeat|vote down|turn down)\b", rest):
            down, rest = True, re.sub(r"^\s+(?:reject|defeat|vote down|turn down)", "", rest)
        if way["way"] == "for" and re.match(r"\s+(?:him|her|them|it|\w+\s+(?:in|last))\b", rest):
            return None
        span_end = clause_end(text, verb.end() + way.end(), sentence.end)
        return without_counts(reading, sentence, (verb.start("verb"), span_end), body, clipped(rest), passed=not down)
    object_ = clipped(tail) if not _NO_OBJECT.match(tail) else subject_of(reading, sentence, body.start)
    if word in ("impeached", "acquitted"):
        deed = "impeach" if word == "impeached" else "convict"
        object_ = f"{deed} {object_}" if object_ else deed
    if not object_ or (
        word == "elected"
        and not re.search(r"\b(?:as|president|speaker|leader|chair\w*|minister|head)\b", tail, re.IGNORECASE)
    ):
        return None
    con = bool(re.match(AGAINST, word)) and word != "acquitted"
    failed = con or word == "acquitted"
    end = clause_end(text, verb.end(), sentence.end)
    return without_counts(reading, sentence, (verb.start("verb"), end), body, object_, passed=not failed)


def without_counts(
    reading: Reading,
    sentence: Sentence,
    span: tuple[int, int],
    body: Body | None,
    question: str | None,
    *,
    passed: bool,
    name: str | None = None,
    yes: int | None = None,
    no: int | None = None,
    rank: int = 1,
) -> Found:
    """A vote of which only the outcome is told, with what else is known; ``name`` stands for a body."""
    vote = Vote(
        span=span,
        body=name or reading.name(body),
        question=question,
        yes=yes,
        no=no,
        abstain=None,
        absent=None,
        rule=None,
        passed=passed,
        check=None,
    )
    return Found(vote, sentence.number, rank, body)
