"""A statement's cue and words in, the act that was done by saying it out.

A first version that looks at the reporting verb, whether it is negated, and a few openings
of the content; what it can't tell from these it calls an assertion, the commonest act.
"""

import re

from counterclaim.records import Act, Statement


def _stems(text: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(text.split()) + r")", re.IGNORECASE)


_NEGATED = re.compile(
    r"\b(?:not|never|no|n[’']t|without|refus\w*|declin\w*|fail\w*|stopp\w* short|unwilling)\b|n[’']t\b", re.IGNORECASE
)
_COMMENT = re.compile(
    r"\b(?:comment\w*|respond\w*|answer\w*|repl\w*|discuss\w*|elaborat\w*|disclos\w*|say|identify|name|confirm|give)\b",
    re.IGNORECASE,
)
_REFUSES = re.compile(
    r"\b(?:declin\w*|refus\w*|would not|wouldn[’']t|did not|didn[’']t|has not|have not|could not be)\b", re.IGNORECASE
)

_BY_CUE: tuple[tuple[Act, re.Pattern[str]], ...] = (
    (
        "denies",
        _stems(
            """den(?:y|ie[sd]|ying|ial) reject disput dismiss refut rebut contradict disavow disown repudiat
            debunk disagree scoff rubbish brush"""
        ),
    ),
    (
        "accuses",
        _stems(
            """accus blam alleg charg denounc condemn slam blast criticiz criticis assail attack lambast decr(?:y|ie)
            castigat rebuk fault berat mock"""
        ),
    ),
    (
        "admits",
        _stems(
            "claim(?:s|ed|ing)?\\sresponsibility admit admission acknowledg conced confess apologi own(?:s|ed)?\\sup"
        ),
    ),
    ("warns", _stems("warn threat caution alert")),
    (
        "promises",
        _stems(
            "promis pledg vow guarante commit(?:s|ted|ting)?\\b swear swore assur plan(?:s|ned|ning)?\\b intend intent "
            "dedicat offer(?:s|ed|ing)?\\sto\\b"
        ),
    ),
    (
        "demands",
        _stems(
            """demand urg call(?:s|ed|ing)?\\s(?:for|on|upon) insist(?:s|ed|ing)?\\son appeal order instruct
            request implor plead petition press(?:es|ed|ing)?\\b recommend advis propos encourag"""
        ),
    ),
    (
        "believes",
        _stems(
            """believ think thought hop(?:e|ing) fear feel felt expect want wish doubt suspect prefer support oppos
            favor favour consider praise welcom worr hate lov(?:e|ing) like[sd]?\\b see[sn]?\\b saw\\b view regard
            predict agree endors concern afraid skeptic sceptic assum worri anticipat
            disappoint regret delight proud confident optimis convinced"""
        ),
    ),
    ("asks", _stems("ask wonder question inquir enquir quer(?:y|ie)")),
)

_DENYING_WORDS = re.compile(
    r"^\W*(?:that\s+)?(?:(?:it|this|that|these|those|the \w+(?: \w+)?|such \w+|both|all|they)\s+(?:was|were|is|"
    r"are)\s+"
    r"(?:(?:a|an|all|completely|simply|just|totally|absolutely|entirely|pure)\s+)*"
    r"(?:lie|lies|false|fake|untrue|fabricat\w+|baseless|nonsense|wrong|invent\w+|doctored|staged|hoax)\b"
    r"|there (?:was|is|were|had been) no\b)",
    re.IGNORECASE,
)
_REQUEST = re.compile(
    r"^\W*(?!(?:who|what|when|where|why|how|which|whether|if)\b)(?:[\w’'\-]+\s+){0,5}to\s+[a-z]+", re.IGNORECASE
)
"""What follows "asked" where somebody is asked to act: "them to leave"."""
_CALLED = re.compile(
    r"\b(?:call(?:s|ed|ing)?|describ\w+|dub(?:s|bed|bing)?|deem\w*|"
    r"label\w*|brand\w*|refer(?:s|red|ring)? to|characteri\w+)\b",
    re.IGNORECASE,
)
"""Cues that give a thing a name or a quality: what follows is an evaluation."""
_WRONGDOING = re.compile(
    r"\b(?:witch[ -]hunt|hoax|coup|hypocri\w+|negligen\w+|(?:break|broke|breaking|ignor\w+|violat\w+) the law|"
    r"(?:gang[ -])?raped|(?:assaulted|attacked|beat|tortured) (?:me|us|her|him)|corrupt(?:ion)?|cover(?:ed|"
    r"ing)?[ -]up|"
    r"lied|lying|(?:trying|try|effort|attempt\w*)\b[^.]{0,40}? to (?:foil|silence|stop|suppress|undermine|"
    r"shut down|bring down|"
    r"steal|hide)|exploit\w*|deliberately|suppress\w*|war crimes?|betray\w*|smash and grab|sabotag\w*|embezzl\w*|"
    r"murdered|massacre\w*|propaganda|meddl\w+|rigged|fabricat\w+|refus(?:al|ed) to)\b",
    re.IGNORECASE,
)
_COMMITTING = re.compile(
    r"^\W*(?:that\s+)?(?:I|we|he|she|they|it|(?:his|her|its|their|our|the)\s+(?:\w+\s+){1,2}?)\s*"
    r"(?:(?:also|now|fully|officially)\s+)?(?:(?:will|shall|would|[’']ll)\s+(?:not\s+)?(?:\w+ly\s+)?(?!be\b|"
    r"have\b|prefer\b|like\b)"
    r"[a-z]+|plans?\s+to|planned\s+to|intend(?:s|ed)?\s+to|pledge[sd]?|vow(?:s|ed)?|promise[sd]?|"
    r"(?:am|is|are|was|were)\s+(?:committed|determined|going)\s+to|(?:am|is|are)\s+taking\s+steps)\b",
    re.IGNORECASE,
)
"""The own side's future at the beginning of what is said."""
_DEMANDING = re.compile(
    r"\b(?:must|should|ought to|calls? (?:up)?on|(?:I|we)(?: would)? (?:urge|demand|ask)|"
    r"(?<!n’t )(?<!n't )(?:has|have|needs?) to)\b",
    re.IGNORECASE,
)
_DISOWNING = re.compile(
    r"\b(?:(?:no|any) (?:connection|knowledge|role|part|involvement|intention)\b|nothing to do with|"
    r"not (?:involved|responsible|"
    r"true|part of)|(?:I|we|he|she|they) (?:never|did not|didn[’']t|had not|hadn[’']t|have not|"
    r"haven[’']t) (?:\w+ed|do|know|give|"
    r"take|order|say|see|threaten|meet|make))\b",
    re.IGNORECASE,
)
"""A share in something is denied."""
_FEELING = re.compile(
    r"\b(?:(?:I|we)(?:[’']m| am|[’']re| are|\s+were|\s+was)?\s+(?:\w+ly\s+|all\s+|very\s+|somewhat\s+|so\s+|"
    r"in\s+)*(?:think|thought|believe|feel|"
    r"felt|hope|fear|regret|excited|sad|saddened|devastated|shocked?|utter shock|disappointed|happy|glad|proud|"
    r"sorry|amazed|grateful|worried|concerned|"
    r"skeptical|sceptical|confident|optimistic)|(?:he|she|they|it|who)\s+(?:\w+ly\s+)?(?:believes?|believed|"
    r"thinks?|thought|hopes?|hoped|"
    r"fears?|feared|feels?|felt|worries|worried|prefers?|would prefer|regrets?|was \w*ly?\s?(?:optimistic|"
    r"happy|disappointed)|remained)|"
    r"condolences|sympath(?:y|ies)|thoughts (?:and prayers )?are with|hopefully|deeply saddened|rest in peace|"
    r"so sad|God only knows|"
    r"regrets? the|profoundly)\b",
    re.IGNORECASE,
)
_JUDGING = re.compile(
    r"\b(?:outrage\w*|shame\w*|disgrac\w*|crazy|terrible|horrible|amazing|astonishing|wonderful|tragic|tragedy|"
    r"unacceptable|"
    r"improper|wrong|lousy|stunt|irresponsible|dangerous|absurd|ridiculous|nonsense|cowardly|heroic|brave|brilliant|"
    r"great (?:day|victory|success)|sad day|very cool|exciting|well done|unfair|unjust|not okay|good news|"
    r"bad news|best|worst|"
    r"probably|perhaps|unlikely|likely|opportunity|very experienced|intimidating)\b",
    re.IGNORECASE,
)


_OPENING = 120
"""Characters of a content in which a denial is looked for: further on it is seldom what the statement is for."""

_OPPOSITES: dict[Act, Act] = {"admits": "denies", "denies": "asserts", "promises": "declines"}


def act_of(statement: Statement) -> Act:
    """What was done by making ``statement``."""
    cue = statement.text.cue
    content = " ".join(statement.text.content)
    if _REFUSES.search(cue) and (_COMMENT.search(cue) or _COMMENT.match(content.removeprefix("to ").lstrip())):
        return "declines"
    for act, stems in _BY_CUE:
        if stems.search(cue):
            if act == "asks" and _REQUEST.search(content):
                return "demands"
            return _turned(act) if _NEGATED.search(cue) else act
    if _DENYING_WORDS.search(content) or _DISOWNING.search(content[:_OPENING]):
        return "denies"
    if _question(content):
        return "asks"
    if _COMMITTING.match(content):
        return "promises"
    if _WRONGDOING.search(content):
        return "accuses"
    if _DEMANDING.search(content):
        return "demands"
    if _CALLED.search(cue) or _FEELING.search(content) or _JUDGING.search(content):
        return "believes"
    return "asserts"


def _question(content: str) -> bool:
    """Whether what is said is a question and nothing else."""
    bare = content.rstrip("”\"'’ ")
    return bare.endswith("?") and not re.search(r"[.!]\s", bare)


def _turned(act: Act) -> Act:
    """The act of a negated verb: who doesn't deny a thing has not denied it, nor admitted it who refuses to."""
    return _OPPOSITES.get(act, act)
