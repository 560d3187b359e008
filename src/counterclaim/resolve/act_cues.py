"""The words of a cue in, the acts that they tell by themselves out: closed lists of English verbs and nouns.

Collected from the CAMEO 2.0 verb dictionary (MIT), a list of 270 verbs of quotation (MIT) and
the cues of news text. A cue in none of the lists ("said", "wrote") leaves the act to the content.
"""

import re

from counterclaim.records import Act


def _forms(verb: str) -> str:
    """A pattern of all regular forms of an English verb; ``=word`` stands for itself alone."""
    if verb.startswith("="):
        return verb[1:].replace("_", r"\s")
    verb, *particle = verb.split("_")
    after = "".join(rf"\s{word}" for word in particle)
    if verb.endswith("e"):
        return f"{verb[:-1]}(?:e[sd]?|ing){after}"
    if verb.endswith("y") and verb[-2] not in "aeou":
        return f"{verb[:-1]}(?:y|ie[sd]|ying){after}"
    return f"{verb}(?:e?s|{verb[-1]}?ed|{verb[-1]}?ing)?{after}"


def _lexicon(verbs: str, others: str = "") -> re.Pattern[str]:
    """Forms of ``verbs`` and the words ``others`` as they stand; an underscore is a space."""
    words = [_forms(verb) for verb in verbs.split()] + [word.replace("_", r"\s") for word in others.split()]
    return re.compile(r"\b(?:" + "|".join(words) + r")\b", re.IGNORECASE)


BY_CUE: tuple[tuple[Act, re.Pattern[str]], ...] = (
    (
        "admits",
        _lexicon(
            """admit acknowledge concede confess apologise apologize own_up""",
            """claim(?:s|ed|ing)?_(?:\\w+\\s)?responsibility
            (?:take|took|taking|takes|accept\\w*)_(?:full_)?(?:responsibility|blame)
            (?:plead(?:s|ed|ing)?|pled)_guilty admissions? confessions? apolog(?:y|ies)""",
        ),
    ),
    (
        "denies",
        _lexicon(
            """deny refute rebut debunk disavow disown repudiate disclaim dispute reject dismiss contradict contest
            rubbish rule_out brush_off brush_aside laugh_off shrug_off scoff""",
            """denials? rejections? rebuttals? push(?:es|ed|ing)?_back shot_down hit_back_at
            (?:plead(?:s|ed|ing)?|pled)_not_guilty
            (?:maintain|proclaim|protest|insist)\\w*(?:_on)?_(?:his|her|their|its)_innocence""",
        ),
    ),
    (
        "accuses",
        _lexicon(
            """accuse blame allege implicate charge indict fault incriminate""",
            """accusations? allegations? complain(?:s|ed|ing)?_(?:that|of) complained attribut\\w+""",
        ),
    ),
    (
        "warns",
        _lexicon("warn threaten caution alert", "warnings? threats? (?:sound|rais)\\w*_the_alarm"),
    ),
    (
        "promises",
        _lexicon(
            """promise pledge vow guarantee commit =swears_to =swore_to plan intend undertake""",
            """pledges? vows? promises? commitments? intent(?:ions?)? dedicated_to offer(?:s|ed|ing)?_to agree[sd]?_to
            (?:ready|willing|determined|resolved)_to""",
        ),
    ),
    (
        "demands",
        _lexicon(
            """demand urge appeal order instruct request implore plead beg petition recommend advise propose encourage
            command exhort beseech lobby""",
            """call(?:s|ed|ing)?_(?:\\w+\\s)?(?:for|on|upon) calls?_to insist(?:s|ed|ing)?_on press(?:es|ed|ing)?_for
            push(?:es|ed|ing)?_for ask(?:s|ed|ing)?_for proposals? recommendations?
            (?:seek|sought|seeks|seeking)(?!_to\\b)
            pleas? appeals? requests? demands? invitations?_to at_the_behest_of""",
        ),
    ),
    (
        "believes",
        _lexicon(
            """believe hope fear expect want wish doubt suspect prefer support oppose favour favor consider praise
            welcome worry hate love admire appreciate predict agree disagree endorse assume anticipate regret condemn
            criticise criticize denounce slam blast attack assail lambast lambaste decry deplore castigate rebuke berate
            mock ridicule deride disparage scold chide lament bemoan mourn applaud laud commend hail tout celebrate
            thank congratulate forgive defend reckon imagine guess suppose deem notice realise realize object
            savage jeer belittle embrace resent distrust trust speculate dislike disapprove approve_of protest
            salute""",
            """think(?:s|ing)? thought f(?:eel|eels|eeling|elt) lik(?:e|es|ed|ing)(?!_to\\b)
            s(?:ee|ees|een|aw|eeing)_(?:\\w+\\s)?as
            view(?:s|ed|ing)? (?<!with_)(?<!in_)regard(?:s|ed|ing)? rail(?:s|ed|ing)?_against
            backs backed backing hits?_(?:him|her|them|out|back) lash(?:es|ed|ing)?_out t(?:ake|ook|akes)_aim
            took_a_(?:\\w+\\s)?shot join(?:s|ed)_in
            concerns? concerned afraid fearful s[ck]eptic\\w* disappointed forgave forgiven disappointment
            delight(?:ed)? proud pride confiden(?:t|ce)
            optimis\\w+ pessimis\\w+ convinced beliefs? feelings? fears? hopes? doubts? worries worried criticisms?
            praise support opposition interests?_in (?:is|are|was|were)_against condemnation outrage(?:d)?
            ang(?:er|ry) fur(?:y|ious) sadness sad grie(?:f|ved?)
            sympath\\w+ condolences gratitude grateful thankful sorrow remorse regrets? frustrat\\w+ surprised shocked
            happy glad pleased thrilled excited excitement upset unhappy dismay(?:ed)? despair sorry hopeful suspicious
            suspicions? speculations? preference respects? admiration applause enthusias\\w+ horrified
            disgust(?:ed)? dread
            joy satisf\\w+ looked_forward looks?_forward anxious critical passionate desires? willingness
            played_down plays?_down playing_down liken(?:s|ed)? fed_up relieved eager keen critiques? views?
            opinions? opined?""",
        ),
    ),
    ("asks", _lexicon("ask question wonder inquire enquire query", "questions? inquir(?:y|ies) quer(?:y|ies)")),
)
"""Tried in this order: "admitted that it had promised" reports an admission."""

NAMED_ACT = re.compile(
    r"^\W*(?:(?:that|a|an|the|his|her|its|their|some|any|new|deep|strong|serious|great|grave|full|formal|public|"
    r"own|\w+ed|\w+al)\s+)*"
    r"(?:(?P<denies>denials?|rejection)|(?P<accuses>allegations?|accusations?)|(?P<admits>apolog(?:y|ies)|admission)|"
    r"(?P<warns>warnings?|threats?)|(?P<promises>plans?\s+(?:to|for|that)|intent(?:ion)?s?\s+to|commitments?|"
    r"pledges?|promises?)|"
    r"(?P<demands>demands?|calls?\s+for|requests?|appeals?)|(?P<asks>questions?)|"
    r"(?P<believes>support|opposition|concerns?|s[ck]epticism|doubts?|hopes?|fears?|sadness|condolences|regrets?|"
    r"sympath(?:y|ies)|"
    r"gratitude|thanks|appreciation|outrage|anger|disappointment|frustration|confidence|optimism|pessimism|belief|"
    r"views?|"
    r"opinions?|admiration|satisfaction|shock|dismay|alarm|sorrow|remorse|relief|joy|pride|praise|criticisms?|"
    r"reservations?|worr(?:y|ies)|interest|willingness|solidarity|best\s+wishes|congratulations|caution))\b",
    re.IGNORECASE,
)
"""A content that begins with the noun of an act, after "expressed" or "repeated"."""

REPORTS = re.compile(
    r"\b(?:f(?:ound|ind|inds|inding)|show(?:s|ed|n|ing)?|reveal(?:s|ed|ing)?|report(?:s|ed|ing|edly)?|indicat\w+|"
    r"estimat\w+|confirm(?:s|ed|ing)?|identif\w+|ruled|rul(?:es|ing)|estimates?|is said|are said|were said|was said|"
    r"suggest(?:s|ed)?|calculat\w+|document(?:s|ed)|measured|emerged|allegedly|record(?:s|ed))\b",
    re.IGNORECASE,
)
"""Cues of findings: what they report is presented as fact, however it is worded."""

ACCORDING = re.compile(r"\b(?:according to|as per|citing|cited)\b", re.IGNORECASE)

CALLED = re.compile(
    r"\b(?:call(?:s|ed|ing)?|dub(?:s|bed|bing)?|deem\w*|label\w*|termed|brand\w*|refer(?:s|red|ring)? to|characteri\w+|"
    r"describ\w+|portray\w*|depict\w*|billed|rated|rank(?:s|ed)|named|hail\w*)\b",
    re.IGNORECASE,
)
"""Cues that give a thing a name or a quality: what follows is an evaluation."""

DESCRIBED = re.compile(r"\b(?:describ\w+|portray\w*|depict\w*|refer(?:s|red|ring)? to)\b", re.IGNORECASE)
"""Of these, the ones that only evaluate where the content says as what."""

NEGATED = re.compile(
    r"\b(?:not|never|nor|no|cannot|hardly|without|unable|unwilling|reluctant|refus\w*|declin\w*|fail(?:s|ed|ing)?\sto|"
    r"stopp\w*\sshort(?:\sof)?|avoid\w*|hesitat\w*)\b|n[’']t\b",
    re.IGNORECASE,
)
REFUSES = re.compile(
    r"\b(?:declin\w*|refus\w*|unwilling|would\snot(?!\shave)|wouldn[’']t|will\snot|won[’']t|did\snot|didn[’']t|"
    r"(?:do|does)\snot(?!\shesitate)|doesn[’']t|"
    r"don[’']t|has\snot|hasn[’']t|have\snot|haven[’']t|had\snot|hadn[’']t|could\snot(?:\simmediately)?\sbe|"
    r"couldn[’']t\sbe|stayed|remain\w*\ssilent|"
    r"(?:would|will)\snot\sbe\sdrawn|(?:kept|keeping)\ssilent|gave\sno\s(?:answer|reply|details|comment)|"
    r"made\sno\scomment)\b",
    re.IGNORECASE,
)
SILENT = re.compile(
    r"\b(?:comment(?:ed|ing)?|respon(?:d|ded|ding|se)|answer(?:ed|ing)?|repl(?:y|ied|ying)|elaborat(?:e|ed|ing)|"
    r"specif(?:y|ied)|disclos(?:e|ed)|identif(?:y|ied)|sa(?:y|id)|reached|explain(?:ed)?|return(?:ed)?|silent|"
    r"discuss|drawn|answer|reply|details)\b",
    re.IGNORECASE,
)
"""What somebody doesn't do, without refusing it, who gives no information."""
COMMENT = re.compile(
    r"\b(?:comment(?:ed|ing)?|respon(?:d|ded|ding|se)|answer(?:ed|ing)?|repl(?:y|ied|ying)|discuss(?:ed|ing)?|"
    r"elaborat(?:e|ed|ing)|disclos(?:e|ed|ing)|sa(?:y|id|ying)|identif(?:y|ied|ying)|nam(?:e|ed|ing)|"
    r"specif(?:y|ied|ying)|detail(?:ed|ing)?|giv(?:e|en|ing)|gave|provid(?:e|ed|ing)|reveal(?:ed|ing)?|releas(?:e|ed)|"
    r"confirm(?:ed|ing)?|reached|explain(?:ed|ing)?|shar(?:e|ed|ing)|return(?:ed)?|address(?:ed)?|speak|spoken|talk|"
    r"state|interview(?:ed)?|silent)\b",
    re.IGNORECASE,
)
"""Verbs of giving information: who doesn't do it on being asked declines."""

FALSE = (
    r"(?:lies?|lying|false(?:hoods?)?|fakes?|fake\s+news|untrue|untruths?|fabricat\w+|baseless|groundless|"
    r"unfounded|nonsense|"
    r"invent(?:ed|ion)|made[\s-]up|doctored|staged|hoax|fiction(?:al)?|myth|rumou?rs?|rubbish|without\s+(?:merit|"
    r"foundation|basis)|meritless|inaccurate|incorrect|unsubstantiated|propaganda|fairy\s+tales?|bogus|misleading|"
    r"disinformation|misinformation|slander|smears?|libel|defamat\w+|ludicrous|absurd|preposterous|ridiculous|"
    r"speculation|bullshit|garbage)"
)
"""What a rejected account is called."""

ACCOUNT = (
    r"(?:claims?|allegations?|accusations?|reports?|suggestions?|charges|rumou?rs?|stor(?:y|ies)|notions?|idea|"
    r"assertions?|"
    r"insinuations?|speculation|criticisms?|complaints?|account|versions?|contention|theor(?:y|ies)|findings?|"
    r"statements?|concerns?|talk|evidence|possibility|implication|link|arguments?)"
)
"""What is rejected for being untrue, as against an offer or a plan."""
