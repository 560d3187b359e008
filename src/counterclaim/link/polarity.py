"""The words of a proposition in, whether it is put positively or negatively and its positive form out.

"There was no warning", "denied that it was warned" and "we were warned" are about one proposition;
what differs is the sign. The words that turn a sentence round are counted and taken out, so that
what is compared is the proposition, and the sign is known apart.
"""

import re
from typing import NamedTuple

KINDS = {
    "film": "videos? footage clips? films? recordings? tapes?",
    "picture": "images? pictures? photos? photographs? screenshots?",
    "paper": "memos? documents? letters? e-?mails? papers? transcripts? dossiers? signatures? notes?",
    "other": "audio tweets? files? evidence",
}
"""What can be genuine or forged, by kind: a video isn't a memo."""
THINGS = rf"(?:{'|'.join(' '.join(KINDS.values()).split())})"
_KIND = {kind: re.compile(rf"\b(?:{'|'.join(words.split())})\b", re.IGNORECASE) for kind, words in KINDS.items()}
_FORGED = (
    r"(?:fak(?:e[ds]?|ing|ery)|fabricat(?:ed|ions?)|forge(?:d|ry|ries)|doctored|hoax(?:es)?|bogus|staged|manipulat\w+"
    r"|photoshopped|deepfakes?|tamper\w*(?:\s+with)?|altered|counterfeit)"
)
_GENUINE = r"(?:genuine|authentic(?:ity)?|real|unaltered)"
UNTRUE = (
    r"(?:false|untrue|lie[sd]?|lying|baseless|unfounded|groundless|nonsense|fictions?|fictitious|fake\s+news|fabricat(?:ed|ions?)"
    r"|invented|made\s+up|misinformation|disinformation|without\s+(?:any\s+)?(?:foundation|merit|basis)|wrong|incorrect|inaccurate"
    r"|mistaken|absurd|ridiculous|ludicrous|preposterous|slander(?:ous)?|defamatory|smears?|myths?)"
)
_VERDICT = re.compile(
    rf"\b(?:is|was|are|were|be|been|being|as|[’']s|[’']re)\s+(?:(?:an?|the|all|completely|totally|utterly|simply|just|\w+ly)\s+)*{UNTRUE}\b",
    re.IGNORECASE,
)
_FORGERY = re.compile(rf"\b{_FORGED}\b", re.IGNORECASE)
_AUTHENTIC = re.compile(rf"\b{_GENUINE}\b", re.IGNORECASE)
_THING = re.compile(rf"\b{THINGS}\b", re.IGNORECASE)
_THING_PHRASE = re.compile(
    rf"\W*(?:(?:an?|the|this|that|these|those|its|his|her|their|any|some|such|alleged|purported|supposed|leaked|\w+[’']s?|[\w-]+)\s+){{0,4}}?{THINGS}\b",
    re.IGNORECASE,
)
_IDIOM = re.compile(
    r"\b(?:not\s+(?:only|just|merely|least|to\s+mention)|no\s+(?:doubt|longer|later|more\s+than|less\s+than|fewer\s+than|matter"
    r"|sooner|comment)|nothing\s+(?:but|less)|whether\s+or\s+not|if\s+not|why\s+not|never\s+mind|without\s+(?:doubt|naming|giving"
    r"|elaborating|providing|saying|specifying))\b",
    re.IGNORECASE,
)
_NEGATION = re.compile(
    r"\b(?:(?:do|does|did|is|was|are|were|has|have|had|would|could|should|ca|wo|might|must)(?:n[’']t)|cannot|not|never|no\s+one|nobody"
    r"|nothing|none|neither|nor|no|impossible|unlikely|unable\s+to|(?:fail(?:s|ed|ure)?|refus(?:e[sd]?|al))\s+to|lack(?:s|ed)?\s+(?:of\s+)?|den(?:y|ies|ied)(?:\s+that)?"
    r"|reject(?:s|ed)?|ruled?\s+out|absence\s+of|nowhere)\b",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(r"\b(?:do|does|did)\s+(?=n[’']t|not\b|never\b)|\b(?:do|does|did|ca|wo)n[’']t\b", re.IGNORECASE)
_UNCLEAR = re.compile(
    r"\b(?:could|can|would|will|was|were|is|are)\s*(?:not|n[’']t|neither|unable\s+to)\s+(?:yet\s+|immediately\s+|independently\s+|be\s+able\s+to\s+|able\s+to\s+)?"
    r"(?:confirm|verify|verified|confirmed|say\s+(?:whether|if|how|who|what)|clear|rule\s+out|comment)"
    r"|\bunable\s+to\s+(?:confirm|verify|say)|\bneither\s+confirm\w*\s+nor\s+den|\b(?:too\s+early|premature)\s+to\b|\bunclear\b"
    r"|\b(?:do|does|did)(?:\s+not|n[’']t)\s+(?:yet\s+)?know\b|\bno\s+comment\b",
    re.IGNORECASE,
)
_DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|refut\w*|rebut\w*|disput\w*|repudiat\w*|contradict\w*|debunk\w*|disavow\w*"
    r"|withdr[ae]w\w*|retract\w*|disown\w*|rubbish\w*)\b",
    re.IGNORECASE,
)


_CLAUSE = re.compile(
    r"[;:]|,?\s\b(?:and|but|or|nor|who|which|whom|whose|although|though|because|while|whereas|if|unless|until|before|after|leaving|without)\b|,"
)
_BIDDEN = re.compile(
    r"\b(?:told|asked|urged|advised|warned|ordered|begged|instructed)\s+(?:[\w’'-]+\s+){0,3}?not\s+to\b", re.IGNORECASE
)
"""What somebody is told not to do doesn't negate that he was told."""
_LEAD = re.compile(
    r"^\W*(?:(?:(?:so|well|and|but),?\s+)?(?:no|yes|nope),\s+|(?:although|though|while|if|when|because|since|unless|even\s+if)\b[^,]{3,80},\s+)",
    re.IGNORECASE,
)
"""An answer or a subordinate clause before the main one."""
CLAUSE_WORDS = 3
"""A first clause of fewer words than these is taken with the next one."""


def main_clause(words: str) -> str:
    """The words up to the first conjunction, comma or relative with a clause before it, without a lead clause."""
    words = _LEAD.sub("", words)
    for found in _CLAUSE.finditer(words):
        if len(words[: found.start()].split()) >= CLAUSE_WORDS:
            return words[: found.start()]
    return words


class Reading(NamedTuple):
    """``sign`` is 1 or -1, 0 where it is left open; ``text`` the positive form.

    ``thing`` is the kind of thing that is said to be genuine or not, empty where nothing is.
    """

    sign: int
    text: str
    thing: str


def denied_by(cue: str) -> bool:
    """Whether the words that report a statement say themselves that it denies or takes back."""
    return bool(_DENYING.search(cue)) and not re.search(
        r"\b(?:not|never|n[’']t)\s+(?:\w+\s+)?(?:den|reject|disput)", cue
    )


def read(words: str, denied: bool = False) -> Reading:
    """The sign and the positive form of ``words``; with ``denied`` they are what somebody denies.

    Something that can be forged and is denied as such ("dismissed the video") is denied to be genuine.
    """
    if _UNCLEAR.search(words):
        return Reading(0, _positive(words), "")
    plain = _IDIOM.sub(" ", words.strip())
    turns = len(_NEGATION.findall(_BIDDEN.sub(" ", main_clause(plain)))) + denied
    thing = _THING.search(plain)
    forged = bool(thing and _FORGERY.search(plain))
    authentic = bool(thing and (forged or _AUTHENTIC.search(plain)))
    turns += 1 if forged else len(_VERDICT.findall(plain))
    text = _positive(plain)
    if authentic:
        text = _AUTHENTIC.sub(" ", _FORGERY.sub(" genuine ", text)).strip(" ,.;:") + " genuine"
        text = re.sub(r"\bgenuine\b(?=.*\bgenuine$)", " ", text)
    elif denied and (phrase := _THING_PHRASE.match(plain)) and phrase[0].strip():
        authentic, text = True, f"{text} genuine"
    kind = next((k for k, found in _KIND.items() if found.search(plain)), "") if authentic else ""
    return Reading(-1 if turns % 2 else 1, re.sub(r"\s+", " ", text).strip(" ,.;:"), kind)


def _positive(words: str) -> str:
    words = _AUXILIARY.sub(" ", words)
    return re.sub(r"\s+", " ", _VERDICT.sub(" ", _NEGATION.sub(" ", words))).strip()
