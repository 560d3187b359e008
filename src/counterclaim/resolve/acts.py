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
    ("admits", _stems("admit admission acknowledg conced confess apologi own(?:s|ed)?\\sup")),
    ("warns", _stems("warn threat caution alert")),
    (
        "promises",
        _stems("promis pledg vow guarante commit(?:s|ted|ting)?\\b swear swore assur offer(?:s|ed|ing)?\\sto\\b"),
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
            predict agree endors disappoint regret delight proud confident optimis convinced"""
        ),
    ),
    ("asks", _stems("ask wonder question inquir enquir quer(?:y|ie)")),
)

_DENYING_WORDS = re.compile(
    r"^\W*(?:that\s+)?(?:(?:it|this|that|these|those|the \w+(?: \w+)?|such \w+|both|all|they)\s+(?:was|were|is|are)\s+"
    r"(?:(?:a|an|all|completely|simply|just|totally|absolutely|entirely|pure)\s+)*"
    r"(?:lie|lies|false|fake|untrue|fabricat\w+|baseless|nonsense|wrong|invent\w+|doctored|staged|hoax)\b"
    r"|there (?:was|is|were|had been) no\b)",
    re.IGNORECASE,
)
_REQUEST = re.compile(
    r"^\W*(?!(?:who|what|when|where|why|how|which|whether|if)\b)(?:[\w’'\-]+\s+){0,5}to\s+[a-z]+", re.IGNORECASE
)
"""What follows "asked" where somebody is asked to act: "them to leave"."""
_COMMITTING = re.compile(r"^\W*(?:I|we)(?:\s+will|[’']ll)\b", re.IGNORECASE)
_DEMANDING = re.compile(r"\b(?:must|should|ought to|has to|have to|needs? to)\b", re.IGNORECASE)


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
    if _DENYING_WORDS.search(content):
        return "denies"
    if content.rstrip("”\"'’ ").endswith("?"):
        return "asks"
    if _COMMITTING.match(content):
        return "promises"
    return "demands" if _DEMANDING.search(content) else "asserts"


def _turned(act: Act) -> Act:
    """The act of a negated verb: who doesn't deny a thing has not denied it, nor admitted it who refuses to."""
    return _OPPOSITES.get(act, act)
