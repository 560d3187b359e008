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
    r"(?:false|untrue|lie[sd]?|lying(?!\s+about)|baseless|unfounded|groundless|nonsense|fictions?|fictitious|fake\s+news|fabricat(?:ed|ions?)"
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
    r"\b(?:not\s+(?:only|just|merely|least|to\s+mention)|no\s+(?:doubt|question|longer|later|more\s+than|less\s+than|fewer\s+than|matter"
    r"|sooner|comment|(?:other\s+)?(?:choice|option|way)\s+but|other\s+(?:way|choice|option))|nothing\s+(?:but|less)|whether\s+or\s+not|if\s+not|why\s+not|never\s+mind|without\s+(?:doubt|naming|giving"
    r"|elaborating|providing|saying|specifying))\b",
    re.IGNORECASE,
)
_WHOLLY = (
    r"(?:at\s+no\s+(?:time|point|stage)|(?:in|by)\s+no\s+(?:way|means)|under\s+no\s+circumstances?|on\s+no\s+account"
    r"|(?:not|(?:is|was|are|were)n[’']t)\s+(?:true|the\s+case))"
)
_NEGATION = re.compile(
    rf"\b(?:{_WHOLLY}|"
    r"(?:do|does|did|is|was|are|were|has|have|had|would|could|should|ca|wo|might|must)(?:n[’']t)|cannot|not|never|no\s+one|nobody"
    r"|nothing|none|neither|nor|no|(?:ha(?:s|ve|d)\s+)?yet\s+to|impossible|unlikely|unable\s+to|(?:fail(?:s|ed|ure)?|refus(?:e[sd]?|al))\s+to|lack(?:s|ed)?\s+(?:of\s+)?|den(?:y|ies|ied)(?:\s+that)?"
    r"|reject(?:s|ed)?|ruled?\s+out|absence\s+of|nowhere)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b([a-z]*n[’']t|cannot|not|never|no|nobody|none|nothing)\W+([\w’'-]+)", re.IGNORECASE)
_NOT = re.compile(r"(?:[a-z]*n[’']t|not|cannot)$", re.IGNORECASE)
_AUXILIARY = re.compile(r"\b(?:do|does|did)\s+(?=n[’']t|not\b|never\b)|\b(?:do|does|did|ca|wo)n[’']t\b", re.IGNORECASE)
_UNCLEAR = re.compile(
    r"\b(?:could|can|would|will|was|were|is|are)\s*(?:not|n[’']t|neither|unable\s+to)\s+(?:yet\s+|immediately\s+|independently\s+|be\s+able\s+to\s+|able\s+to\s+)?"
    r"(?:confirm|verify|verified|confirmed|say\s+(?:whether|if|how|who|what)|clear|rule\s+out|comment)"
    r"|\bunable\s+to\s+(?:confirm|verify|say)|\bneither\s+confirm\w*\s+nor\s+den|\b(?:too\s+early|premature)\s+to\b|\bunclear\b|\bunknown\b"
    r"|\b(?:is|was|are|were|has|have|had)\s*(?:not|n[’']t)\s+(?:yet\s+|immediately\s+|been\s+)*(?:known|determined|established|certain|sure)\b"
    r"|\b(?:do|does|did)(?:\s+not|n[’']t)\s+(?:yet\s+)?know\b|\bno\s+comment\b",
    re.IGNORECASE,
)
_DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject\w*|dismiss(?:e[sd]|ing|al)?|refut\w*|rebut\w*|disput\w*|repudiat\w*|contradict\w*|debunk\w*|disavow\w*"
    r"|withdr[ae]w\w*|retract\w*|disown\w*|rubbish\w*)\b",
    re.IGNORECASE,
)
_NOT_THINKING = re.compile(
    r"(?:\b(?:not|never|no\s+longer|hardly|cannot)|n[’']t)\s+(?:\w+ly\s+|really\s+|quite\s+)?"
    r"(?:think|believ|accept|agree)\w*|(?<!no )(?<!little )\bdoubt(?:s|ed|ing)?\b",
    re.IGNORECASE,
)
"""The negation stands at the verb of thinking and is meant of what is thought: "doesn't think that it was open"."""
_NOT_SAYING = re.compile(
    r"(?:\b(?:not|never|cannot)|n[’']t)\s+(?:\w+ly\s+|yet\s+)?(?:say|said|confirm|tell|told|mention|specif|claim|alleg|"
    r"suggest|know|knew|rule[sd]?\s+out)\w*",
    re.IGNORECASE,
)
"""What somebody did not say takes no side: "has not said that it was open"."""

_CLAUSE = re.compile(
    r"[;:]|,?\s\b(?:and|but|or|nor|who|which|whom|whose|although|though|because|while|whereas|if|unless|until|before|after|leaving|without)\b|,"
)
_BIDDEN = re.compile(
    r"\b(?:told|asked|urged|advised|warned|ordered|begged|instructed)\s+(?:[\w’'-]+\s+){0,3}?not\s+to\b", re.IGNORECASE
)
"""What somebody is told not to do doesn't negate that he was told."""
_LEAD = re.compile(
    r"^\W*(?:(?:(?:so|well|and|but),?\s+)?(?:no|yes|nope),\s+|(?:although|though|while|if|when|because|since|unless|even\s+if|had)\b[^,]{3,80},\s+"
    r"|let\s+(?:me|us)\s+(?:be|make\s+\w+)\s+(?:\w+\s+)?clear[:,]?\s+)",
    re.IGNORECASE,
)
"""An answer, a subordinate clause or a preface before the main one."""
_ASKED = re.compile(r"^\W*(?:whether\b|if\b[^,]*$|(?:how|why|who)\b|what\s+(?!remain|is\s+left))|\?\W*$", re.IGNORECASE)
_FINITE = re.compile(
    r"\b(?:is|was|are|were|am|has|had|have|will|would|can|could|should|may|might|must|did|does|do|cannot|said|says|went|came|got"
    r"|gets|made|makes|took|takes|knew|knows?|saw|see[sn]?|found|finds?|gave|gives?|told|left|lost|broke|fell|rose|held|kept|met|paid"
    r"|won|wrote|sent|led|began|ran|spent|shot|needs?|wants?|shows?|means?|goes|comes|plans?|[a-z]+ed)\b|n[’']t\b"
    r"|\b(?:I|you|he|she|it|we|they|that|there|who)[’'](?:s|re|ve|ll|d|m)\b"
)
_VERBS = re.compile(rf"(?:(?:{_FINITE.pattern})\s*(?:(?:not|been|being|also|[a-z]+ly)\s+)*)+")
"""The verbs of a clause as one: "had been closed"."""
_LOOSE = re.compile(
    r"\bto\s+(?:(?:have|be)\s+)?(?:been\s+)?\w+|\b(?:alleged|so-called|supposed|proposed|disputed|unnamed)\b",
    re.IGNORECASE,
)
"""Infinitives, and participles that stand before a noun: no verb of a clause."""
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

    ``thing`` is the kind of thing that is said to be genuine or not, empty where nothing is. ``negated`` are the
    words of the main clause after its first negation; None where none stands there, or one of the clause as a
    whole ("at no time").
    """

    sign: int
    text: str
    thing: str
    negated: str | None = None


def says(words: str) -> bool:
    """Whether the words have a verb of their own, and don't merely name a matter ("the alleged incident")."""
    return bool(_FINITE.search(_LOOSE.sub(" ", words)))


def asked(words: str) -> bool:
    """Whether the words are a question, asked or reported ("whether the road was open"): they take no side.

    "What I said was wrong" has a verb more than "what was wrong" and is none.
    """
    found = _ASKED.search(words)
    if found is None or found[0].rstrip("”\"’' ").endswith("?"):
        return found is not None
    return found[0].lower().strip().startswith(("whether", "if")) or len(_VERBS.findall(words)) < 2


def negations(words: str) -> frozenset[str]:
    """Every negation with the word after it: one that two texts share doesn't part them."""
    return frozenset(
        f"{'not' if _NOT.match(found[1]) else found[1].lower()} {found[2].lower()}"
        for found in _NEGATED.finditer(words)
    )


def denied_by(cue: str) -> bool:
    """Whether the words that report a statement say themselves that it denies, doubts or takes back."""
    if _NOT_THINKING.search(cue):
        return True
    return bool(_DENYING.search(cue)) and not re.search(
        r"\b(?:not|never|n[’']t)\s+(?:\w+\s+)?(?:den|reject|disput)", cue
    )


def unsaid_by(cue: str) -> bool:
    """Whether the words that report a statement say that it was not made."""
    return bool(_NOT_SAYING.search(cue))


def read(words: str, denied: bool = False) -> Reading:
    """The sign and the positive form of ``words``; with ``denied`` they are what somebody denies.

    Something that can be forged and is denied as such ("dismissed the video") is denied to be genuine.
    """
    if _UNCLEAR.search(words) or asked(words):
        return Reading(0, _positive(words), "")
    plain = _IDIOM.sub(" ", words.strip())
    clause = _BIDDEN.sub(" ", main_clause(plain))
    found = list(_NEGATION.finditer(clause))
    turns = len(found) + denied
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
    negated = clause[found[0].end() :] if found and not re.fullmatch(_WHOLLY, found[0][0], re.IGNORECASE) else None
    return Reading(-1 if turns % 2 else 1, re.sub(r"\s+", " ", text).strip(" ,.;:"), kind, negated)


def _positive(words: str) -> str:
    words = _AUXILIARY.sub(" ", words)
    return re.sub(r"\s+", " ", _VERDICT.sub(" ", _NEGATION.sub(" ", words))).strip()
