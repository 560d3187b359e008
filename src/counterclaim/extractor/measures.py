"""Where a number stands in its sentence in, what it counts and by which measure out.

The measure is that of the words nearest to the number: its noun ("four hostages"), its predicate ("four
people were arrested"), the verb whose object it is ("killing four"), or that of the number before it with
which it is joined ("four guards and two drivers"). An active verb with an object of its own says nothing of
its subject: the officers who "killed a man" are not dead.
"""

import re
from typing import NamedTuple

from counterclaim.records import Measure

_ENDING = """
    them us him her
    is are was were be been being am has have had do does did will would shall should can could may might must of in
    on at by for from with without to into onto over under after before during since until as than about against
    among between through across near around inside outside off out up down that which who whom whose where when
    while if because and or but nor so not also still currently now then later reportedly allegedly said says
    say told died dies perished fled survived suffered sustained lost remain remained remains went marched
    gathered voted signed joined took gave got came left live lived work worked showed attended took-part
    received made escaped jumped drowned per each every more so-called according there including this last next
    a an the he she they it we you i yesterday today tomorrow killed injured wounded hurt arrested detained
    missing trapped displaced abducted kidnapped freed released rescued evacuated hospitalised hospitalized dead
    stranded jailed imprisoned shot stabbed beaten executed massacred murdered slain
"""
_STOP = frozenset(_ENDING.split())
"""Words that end a noun phrase."""
_WORD = re.compile(r"\s*([A-Za-z][\w’'.\-]*|&)")
_OF = re.compile(
    r"\s+(?:(?:out\s+)?of\s+(?:the\s+|its\s+|his\s+|her\s+|their\s+|our\s+|those\s+|these\s+|all\s+(?:the\s+)?)?|"
    r"(?:more|other|others|further|additional|such)\s+(?=[a-z]))",
)
_ENDED = re.compile(r"(?:[a-z]s|people|men|women|children|police)\s+[a-z]+(?:ed|ing|ly)\Z")
"""A noun in the plural and then a participle or an adverb: the phrase ended before it."""
_NOUN_WORDS: tuple[tuple[Measure, str], ...] = (
    ("killed", "dead|deaths?|fatalit(?:y|ies)|bod(?:y|ies)|corpses?|slain|martyrs?|homicides?|murders?|killings?"),
    ("injured", "injur(?:y|ies)|injured|wounded|wounds?|hurt"),
    ("missing", "missing|disappeared|disappearances?"),
    ("displaced", "displaced|refugees?|evacuees?|homeless|evacuated"),
    ("detained", "detainees?|prisoners?|arrests?|detentions?|inmates?|arrested|detained|jailed|imprisoned"),
    ("trapped", "trapped|stranded"),
    ("abducted", "hostages?|abductees?|captives?|abducted|kidnapped|kidnappings?|abductions?"),
    ("released", "freed|released"),
)
_NOUNS = tuple((measure, re.compile(rf"^(?:{words})$")) for measure, words in _NOUN_WORDS)
_PASSIVE = (
    r"(?:(?:was|were|are|is|be|been|being|have|has|had|got|get|gets|getting|may|might|could|would|will|must|to|not|"
    r"also|all|still|now|later|then|reportedly|allegedly|apparently|immediately|initially|already|since|ever|"
    r"feared|believed|thought|presumed|confirmed|known|reported|said|left|found|listed|declared|pronounced|"
    r"fatally|seriously|critically|badly|slightly|severely|lightly|gravely|currently|remain(?:ed|s)?|feeling|"
    r"either|both|each|people|themselves|officially|subsequently|temporarily|briefly)\s+){0,7}"
)
_SKIP = (
    r"(?:(?!(?:said|says|say|told|that|which|when|after|as|because|while|if|by|killed|killing|before|and|but|whose|"
    r"wounded|injured|arrested|detained|than)\b)"
    r"[\w’'.\-$%]+\s+){0,7}?(?:and\s+(?:an?|another|his|her|its|their)\s+[\w-]+\s+)?"
)
_PARTICIPLES = {
    "killed": r"(?:shot\s+(?:and\s+killed|dead)|killed|massacred|murdered|slain|executed|assassinated|beheaded|"
    r"gunned\s+down|burn(?:ed|t)\s+(?:alive|to\s+death)|"
    r"(?:stabbed|beaten|crushed|trampled|hacked|starved|suffocated|shot)\s+to\s+death|put\s+to\s+death|lynched)",
    "injured": r"(?:injured|wounded|hurt|maimed|hospitali[sz]ed|(?:taken|brought|rushed|flown|transferred|sent|"
    r"airlifted|admitted)\s+to\s+(?:the\s+|a\s+|local\s+|nearby\s+)?(?:[\w’'\-]+\s+){0,3}hospitals?|"
    r"hit\b(?!\s+(?:by\s+(?:the\s+)?(?:ban|sanction|tariff|tax|strike|delay|cut|shortage))|hard)|struck\s+by|"
    r"treated\b|being\s+treated|in\s+hospital|shot(?!\s+at(?:\s+(?:by|him|her|them)\b|[.,;]|$)|\s+and\s+killed|"
    r"\s+dead|\s+to\s+death)|stabbed|(?:burned|burnt)(?!-|\s+(?:out|down))|beaten)",
    "displaced": r"(?:displaced|evacuated|uprooted|moved\s+to\s+safety|driven\s+(?:out|from)|removed\s+from|"
    r"forced\s+(?:to\s+(?:flee|leave)|(?:from|out\s+of)\s+their\s+homes)|made\s+homeless|rendered\s+homeless)",
    "detained": r"(?:arrested|detained|jailed|imprisoned|taken\s+into\s+custody|rounded\s+up|remanded|"
    r"apprehended|incarcerated|held(?!\s+(?:hostage|captive|a\b|the\b|up|its|their))|(?:being\s+)?held\s+in)",
    "abducted": r"(?:abducted|kidnapped|snatched|taken\s+by\s+(?:\w+\s+){0,3}(?:gunmen|militants|rebels|fighters|"
    r"kidnappers|insurgents|bandits|pirates|extremists|attackers|men)|taken\s+(?:hostage|captive)|held\s+(?:hostage|"
    r"captive)|seized)",
    "released": r"(?:released|freed|set\s+free|let\s+go|liberated|bailed)",
    "trapped": r"(?:trapped|stranded|buried\s+(?:alive|under|beneath)|stuck|cut\s+off)",
    "missing": r"(?:forcibly\s+disappeared|unaccounted\s+for)",
}
_STATES = {
    "killed": r"(?:died|dies|dead|perished|los(?:t|ing)\s+(?:their|his|her)\s+li(?:ves|fe)|drown(?:ed)?|"
    r"succumbed|dying|to\s+die|(?:have|had|has)\s+died|did\s+not\s+survive|die\b|fatally(?!\s+(?:shot|wounded|"
    r"stabbed|injured))|among\s+the\s+dead)",
    "injured": r"(?:(?:suffer(?:ed|ing|s)?|sustain(?:ed|ing)?|with|received|has|have|had)\s+(?:[\w\-]+\s+){0,4}"
    r"(?:injur(?:y|ies)|wounds?|burns|inhalation)|in\s+(?:a\s+)?(?:critical|serious|stable)\s+condition|"
    r"among\s+the\s+(?:injured|wounded))",
    "displaced": r"(?:fled|flee(?:ing)?|homeless|have\s+left\s+their|left\s+their\s+homes|los(?:t|ing)\s+their\s+homes|"
    r"(?:sought|seeking|taken)\s+(?:refuge|shelter))",
    "detained": r"(?:in\s+(?:detention|custody|jail|prison|pre-trial)|behind\s+bars|under\s+arrest)",
    "missing": r"(?:missing|unaccounted\s+for|disappeared|vanished)",
    "trapped": r"(?:under\s+(?:the\s+)?rubble|trapped|stranded)",
}
_OBJECT = (
    r"(?=\s+(?:the|a|an|his|her|their|its|at\s+least|more\s+than|about|some|him|them|us|several|another|dozens|scores|"
    r"hundreds|thousands|\d|one|two|three|four|five|six|seven|eight|nine|ten|(?-i:[A-Z][a-z])))"
)
_FROM_PREDICATES: tuple[Measure, ...] = (
    "killed",
    "injured",
    "missing",
    "displaced",
    "detained",
    "abducted",
    "released",
    "trapped",
)
_AFTER = tuple(
    (
        measure,
        re.compile(
            rf"^[\s,–—-]*{_SKIP}(?P<aux>{_PASSIVE})(?P<verb>{_PARTICIPLES.get(measure, '(?!)')})\b"
            rf"(?P<object>{_OBJECT})?",
            re.IGNORECASE,
        ),
        re.compile(rf"^[\s,–—-]*{_SKIP}(?:{_PASSIVE})(?P<verb>{_STATES.get(measure, '(?!)')})\b", re.IGNORECASE),
    )
    for measure in _FROM_PREDICATES
)
_DET = (
    r"(?:\s+(?:the|another|an?|further|additional|some|all|his|her|their|its|other|as\s+many\s+as|around|"
    r"himself\s+and|herself\s+and|these|those|least|more|of|about|up|to|at|than|estimated|over|nearly|almost|believed|"
    r"what|be))*"
)
_TO = (
    r"(?:[^.;]{0,70}?\b(?:to|at|of|is|was|reached|reaches|reaching|hit|stands?(?:\s+at)?|stood(?:\s+at)?|hits|topped|"
    r"passed|exceeded?|surpass(?:ed|es)|above|over|in(?=\s+the)|from|be|includ(?:es|ed|ing)|:))?"
)
_LEADING_WORDS: tuple[tuple[Measure, str], ...] = (
    (
        "killed",
        r"kill(?:ing|s|ed)?|claim(?:ed|ing|s)?\s+the\s+lives\s+of|the\s+(?:deaths?|killings?|murders?|lives)\s+of|"
        r"murder(?:ed|ing)|massacred?|slaughter(?:ed|ing)|execut(?:ed|ing)|shot\s+dead|gunn(?:ed|ing)\s+down|"
        rf"(?:death\s+(?:toll|count)|body\s+count|(?:numbers?|count)\s+of\s+(?:the\s+)?(?:dead|deaths|"
        rf"people\s+killed|people\s+(?:known|confirmed|reported|believed|feared)\s+to\s+have\s+died|"
        rf"people\s+who\s+(?:have\s+|had\s+)?died|"
        rf"fatalities|those\s+killed|victims)|fatalities|deaths|the\s+toll|the\s+dead){_TO}",
    ),
    (
        "injured",
        r"injur(?:ing|ed|es|e)|wound(?:ing|ed|s)?|hurt(?:ing)?|maim(?:ed|ing)|(?P<shot>shot|shooting(?:\s+of)?|"
        r"stabb(?:ed|ing))|"
        rf"(?:numbers?\s+of\s+(?:the\s+)?(?:injured|wounded|people\s+injured|injuries)|the\s+(?:injured|wounded)){_TO}",
    ),
    ("missing", rf"(?:numbers?\s+of\s+(?:the\s+)?(?:missing|people\s+missing)|the\s+missing){_TO}"),
    (
        "displaced",
        r"displac(?:ing|ed|es|e)|evacuat(?:ed|ing|e)|uproot(?:ed|ing)|"
        rf"(?:numbers?\s+of\s+(?:the\s+)?(?:displaced|refugees)){_TO}|(?:forc(?:ed|ing)|driv(?:en|ing)|"
        rf"drove)(?=[\w\s-]*$)",
    ),
    (
        "detained",
        r"arrest(?:ing|ed|s)?|detain(?:ing|ed|s)?|jail(?:ing|ed|s)|imprison(?:ing|ed|s)|round(?:ing|ed)\s+up|"
        rf"(?:numbers?\s+of\s+(?:the\s+)?(?:arrests|detainees|prisoners|people\s+arrested)|the\s+arrests?\s+of){_TO}",
    ),
    ("abducted", r"abduct(?:ing|ed|s)?|kidnap(?:ping|ped|s)?|the\s+(?:abduction|kidnapping)\s+of"),
    ("released", r"releas(?:ing|ed|es|e)|free(?:ing|d|s)?|pardon(?:ed|ing)|the\s+release\s+of"),
    ("trapped", r"trap(?:ping|ped|s)|burying|strand(?:ed|ing)"),
)
_BEFORE = tuple((measure, re.compile(rf"\b(?:{words}){_DET}\s*$", re.IGNORECASE)) for measure, words in _LEADING_WORDS)
_DRIVEN = re.compile(r"forc|driv|drove", re.IGNORECASE)
_SENT = re.compile(
    r"\b(?:sen(?:t|ding|ds)|put(?:ting|s)?|land(?:ed|ing))(?:\s+(?:another|at|least|more|than|about))*\s*$",
    re.IGNORECASE,
)
_HOSPITAL = re.compile(r"\s*(?:to|in)\s+(?:[\w’'-]+\s+){0,4}hospital\b", re.IGNORECASE)
_FIRED = re.compile(r"(?:rounds|shots|bullets|arrows|videos?|photos|films?|scenes|clips)$", re.IGNORECASE)
_TO_DEATH = re.compile(r"\s*(?:dead|to\s+death|fatally|,\s+killing)\b", re.IGNORECASE)
_LOST = re.compile(r"\b(?:lost|losing|loses|lose|loss\s+of)(?:\s+(?:the|another|at\s+least|about|some|its|their))*\s*$")
_PEOPLE = re.compile(
    r"(?:soldiers|fighters|troops|men|women|people|officers|policemen|guards|members|civilians|children|rebels|"
    r"militants|"
    r"militiamen|servicemen|pilots|comrades|colleagues|relatives|sons|daughters|brothers|sisters|combatants)$"
)
_ENUMERATED = re.compile(
    r"\b(?P<verb>kill(?:ing|ed)|injur(?:ing|ed)|wound(?:ing|ed))\s+(?:(?!(?:was|were|is|are|has|had|when|after|who|"
    r"that|which|"
    r"in|on|at|by|before|as|while)\b)[\w’'\-]+,?\s+){1,7}(?:and|as\s+well\s+as)(?:\s+(?:the|another|at\s+least|his|"
    r"her))*\s*$"
)
"""A list of victims that goes on: "killing the captain, his mate and nine passengers"."""
_APPOSITION = re.compile(r"^\s*,[^,.;:]{1,50},")
_OF_THE = re.compile(
    r"(?:^|[.;,”\"]\s*|\band\s+)[Oo]f\s+(?:the|its|their|those|some|about|all)"
    r"(?:\s+(?:some|about|more than|at least))?\s*$"
)
"""Before a whole whose parts follow: "of the 60 passengers, 12 are missing"."""
_TAKEN = re.compile(r"\b(?:claim(?:ed|ing|s)?|cost(?:ing|s)?|lost|tak(?:en|ing)|took|loss\s+of)\b[^.;]{0,30}$")
_AMONG = re.compile(r"^[\s,]*(?:[\w’'\-]+\s+){0,6}?(?:was|were|are|is)\s+among\s+(?:(?:the|those)\s+)?")
_HOMES = re.compile(r"^\s+(?:[\w’'\-]+\s+){0,4}?(?:to\s+(?:flee|leave|evacuate)|from\s+their\s+homes|out\s+of\s+their)")
_JOINED = re.compile(
    r"^\s*(?:,|,?\s+and|,?\s+as well as|,?\s+along with|,?\s+plus)(?:\s+(?:the|another|a|his|her|their|its|other))?\s*$"
)
_PART = re.compile(
    r"\b(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|dozen|none|some|"
    r"half|most|many|several|dozens|hundreds)\s+"
    r"(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+|his\s+|her\s+)?$",
    re.IGNORECASE,
)
"""Before a whole of which a part is named: the predicate is the part's."""


_WINDOW = 200
"""Characters on either side of a number that can say what it counts; sentences without an end are cut there."""


class Counted(NamedTuple):
    """What a number counts: the words of its noun phrase (empty if it has none), where they end, the measure.

    ``joined`` says that the number goes on from the one before it: "two guards and three drivers".
    """

    what: str
    end: int
    measure: Measure
    joined: bool


def counted(
    text: str, start: int, end: int, sentence: tuple[int, int], previous: tuple[int, Measure] | None
) -> Counted:
    """What the number ``text[start:end]`` counts.

    ``sentence`` bounds the search; ``previous`` is the end and the measure of the number before it in the
    sentence, if there is one.
    """
    what, stop = _noun_phrase(text, end, sentence[1])
    before, after = text[sentence[0] : start], text[stop : sentence[1]]
    joined = previous is not None and _JOINED.match(text[previous[0] : start]) is not None
    measure = _measure(what, before[-_WINDOW:], after[:_WINDOW], text[end : sentence[1]][:_WINDOW])
    if measure == "other" and previous and joined:
        measure = previous[1]
    return Counted(what, stop, measure, joined)


def _noun_phrase(text: str, at: int, limit: int) -> tuple[str, int]:
    """The words after a number that say what is counted, and where they end."""
    first = _OF.match(text, at, limit)
    begin = end = first.end() if first else at
    words = 0
    while words < 6:
        word = _WORD.match(text, end, limit)
        if not word or word.group(1).lower().rstrip(".") in _STOP or (words and _ENDED.search(text, begin, word.end())):
            break
        end, words = word.end(), words + 1
        if word.group(1).endswith("."):
            break
    phrase = " ".join(text[begin:end].split())
    return phrase.rstrip(".’'"), end if words else at


def _measure(what: str, before: str, after: str, all_after: str) -> Measure:
    words = [word.lower().strip("’'.") for word in what.split()]
    before = " ".join(before.split())
    if words[-1:] == ["lives"]:
        return "killed" if _TAKEN.search(before) else "other"
    own = _by_noun(words)
    if own:
        return own
    led = next(((m, match) for m, pattern in _BEFORE if (match := pattern.search(before))), None)
    if led and not (_DRIVEN.match(led[1].group()) and not _HOMES.match(after)):
        if led[1].groupdict().get("shot"):
            return "other" if words and _FIRED.match(words[-1]) else "killed" if _TO_DEATH.match(after) else "injured"
        return led[0]
    if _SENT.search(before) and _HOSPITAL.match(after):
        return "injured"
    if words and _LOST.search(before) and _PEOPLE.match(words[-1]):
        return "killed"
    if listed := _ENUMERATED.search(before):
        return "killed" if listed["verb"].startswith("kill") else "injured"
    if among := _AMONG.match(all_after):
        rest = " " + all_after[among.end() :]
        return next((m for m, participle, state in _AFTER if participle.match(rest) or state.match(rest)), "other")
    if _PART.search(before + " ") or _OF_THE.search(before):
        return "other"
    own = _by_predicate(after)
    return own if own != "other" else _by_predicate(_APPOSITION.sub(" ", after, count=1))


def _by_noun(words: list[str]) -> Measure | None:
    for measure, pattern in _NOUNS:
        if any(pattern.match(word) for word in (words[:1] + words[-1:])):
            return measure
    return None


def _by_predicate(after: str) -> Measure:
    """The measure of the first predicate behind a noun phrase; of two the nearer wins."""
    best: tuple[int, Measure] | None = None
    for measure, participle, state in _AFTER:
        match = participle.match(after)
        if (
            match
            and match["object"] is not None
            and not re.search(r"\b(?:was|were|are|is|be|been|being|got)\b", match["aux"])
        ):
            match = None
        for found in (match, state.match(after)):
            if found and (best is None or found.start("verb") < best[0]):
                best = (found.start("verb"), measure)
    return best[1] if best else "other"
