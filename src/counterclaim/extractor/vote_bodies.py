"""A text in, every mention of a body that can vote out: parliaments, chambers, committees, courts and the like."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from counterclaim.extractor.vote_words import BELOW, CAPITALISED, DOES, LETTER, NUMBER, WHO

_HEADS = (
    "parliament|senate|house|assembly|council|committee|congress|court|commission|cabinet|legislature|chamber|"
    "tribunal|board|panel|synod|duma|knesset|bundestag|bundesrat|riksdag|storting|folketing|sejm|rada|dáil|seanad|"
    "majlis|politburo|caucus|presidium|subcommittee|sabha"
)
_LEAD = re.compile(
    r"upper|lower|full|state|federal|national|city|town|county|school|central|security|parliamentary|legislative|"
    r"executive|supreme|constitutional|high|appeals|regional|provincial|municipal|local|select|standing|joint|"
    r"governing|prime|minister’s|war|village|district|student|grand|works|judiciary|oversight|steering|"
    r"party|union|ethics|finance|financial|budget|planning|education|health|defen[cs]e|foreign|affairs|relations|"
    r"services|justice|police|audit|disciplinary|academic|faculty|general|harbou?r|port|parish|trade|labou?r|inquiry|"
    r"investigative|medical|licensing|nursing|housing|transport|water|zoning|sports|cultural|university|college|"
    r"hospital|pension|review|impeachment|intelligence|appropriations|rules|advisory|appellate|electoral|election|"
    r"founding|constituent|transitional|interim|tribal|church|community"
)
HEAD = re.compile(rf"(?<![\w’'-])(?:{_HEADS}|{'|'.join(head.capitalize() for head in _HEADS.split('|'))})(?![\w-])")
_OF = re.compile(
    rf"\s+(?:of|on|for)\s+(?:the\s+)?{CAPITALISED}(?:(?:\s+and(?:\s+the)?|\s+of(?:\s+the)?)?\s+{CAPITALISED}){{0,5}}|"
    r"\s+of\s+(?:ministers|governors|elders|deputies|directors|regents|trustees|representatives|bishops)\b"
)
_NOT_NAME = re.compile(
    r"the|an?|in|on|at|by|but|and|when|if|as|for|both|last|this|that|its|after|before|while|though|however|since|"
    r"with|"
    rf"{BELOW}|republicans?|democrats?|democratic|gop|meanwhile|even|(?:mon|tues|wednes|thurs|fri|satur|"
    r"sun)day(?:’s)?|january|february|march|april|may|june|july|august|september|october|november|december|yesterday|"
    r"today(?:’s)?|.*-(?:controlled|led|run|held)"
)
_NO_HOUSE = re.compile(
    r"\b(?:White|Opera|Full|Publishing|Random|Safe|Summer|Guest|Open|Movie|Clearing|Carriage|drawing|circuit|"
    r"bulletin)\s+$"
)
_COMMON = re.compile(r"\b(?:in|at|to|into|of|on|for|out of)\s+$|\b(?:across the|on) $")
_WORD_BEFORE = re.compile(rf"(U\.S\.|U\.N\.|[{LETTER}][{LETTER}’'&-]*) ")
_JOINED = re.compile(r"(?:Committee|Council|Commission)")
_COMMON_WORDS = frozenset(("the", "of", "s", "full", "and"))
SPEAKS = {
    "senators": "senate",
    "mps": "parliament house assembly",
    "lawmakers": "parliament house senate congress assembly legislature chamber knesset bundestag duma",
    "legislators": "parliament house senate congress assembly legislature chamber knesset",
    "deputies": "parliament assembly chamber duma rada congress",
    "peers": "house",
    "justices": "court",
    "judges": "court tribunal panel",
    "councillors": "council",
    "councilors": "council",
    "commissioners": "commission board council",
    "representatives": "house",
}
MEMBERS = re.compile(rf"\b(?:{'|'.join(SPEAKS)})\b", re.IGNORECASE)
_GATHERED = re.compile(
    rf"\b(?:{WHO})\s+(?:of|at|to)\s+(?:the\s+)?(?P<name>(?-i:{CAPITALISED}(?:(?:\s+(?:of|for|and)(?:\s+the)?)?\s+"
    rf"{CAPITALISED}){{0,6}}))(?=(?:\s+(?:have|had|has|then|\w+ly|on \w+day)|,\s+(?:{NUMBER}))?\s+{DOES}\b)",
    re.IGNORECASE,
)
"""Members of a body whose name has none of the common words, known by what they did: "trustees of the X Museum"."""
_ASSOCIATION = re.compile(
    rf"\b(?P<name>(?!(?i:{WHO})\b){CAPITALISED}(?:(?:\s+of(?:\s+the)?)?\s+{CAPITALISED}){{0,5}}\s+"
    rf"(?:Federation|Confederation|Association|Union|League|Guild|Society|Alliance|Convention|Conference|Diet|"
    r"Church|Club|Trust))"
    rf"(?=\s+(?:have\s+|had\s+|has\s+|then\s+)?{DOES}\b[^.;]{{0,80}}?\b(?:\d+(?:[-–]|\s+to\s+|\s+votes)|votes\b))"
)
"""Associations, where their votes are counted; what else they do says one of their officers."""
_PART = re.compile(r"\b(?:Party|Parties|Bloc|Coalition|Group|Squad|Wing|Front|Movement|Republicans?|Democrats?)\b")
"""Names of those who vote together in a body."""
COURTS = frozenset(("court", "tribunal", "panel", "board"))
_JUDICIAL = frozenset(
    ("appeals", "appeal", "appellate", "arbitration", "review", "disciplinary", "parole", "licensing", "judges")
)
_ON = frozenset(("committee", "subcommittee", "commission", "council", "board", "panel"))


class Body(NamedTuple):
    """A mention of a body; ``head`` is its last common word and ``words`` those that tell it from others."""

    start: int
    end: int
    head: str
    words: frozenset[str]


def judges(body: Body) -> bool:
    """Whether a body rules as courts do; of boards only those of appeal and the like, the others govern."""
    return body.head in COURTS and (body.head != "board" or bool(body.words & _JUDICIAL))


def find_bodies(text: str) -> list[Body]:
    """Mentions of bodies in text order, each with the names and adjectives that belong to it."""
    common = _by_heads(text)
    gathered = {body for body in _by_members(text) if not _within(common, body)}
    return sorted([*common, *gathered], key=lambda body: body.start) if gathered else common


def _by_members(text: str) -> Iterator[Body]:
    """Bodies that are named by their members where these vote; the head is "members"."""
    for match in chain(_GATHERED.finditer(text), _ASSOCIATION.finditer(text)):
        if not _PART.search(match["name"]):
            words = frozenset(re.findall(r"[\w.]+", match["name"].lower())) - _COMMON_WORDS
            yield Body(*match.span("name"), "members", words)


def _within(bodies: list[Body], one: Body) -> bool:
    """Whether one of the bodies, in text order, shares characters with another mention."""
    after = bisect_left(bodies, one.end, key=lambda body: body.start)
    return after > 0 and bodies[after - 1].end > one.start


def _by_heads(text: str) -> list[Body]:
    """Bodies whose name has a common word for bodies."""
    found: list[Body] = []
    for match in HEAD.finditer(text):
        start, end = match.span()
        head = match.group().lower()
        if found and start < found[-1].end:
            continue
        start = _leftmost(text, start)
        bare = text[start:end]
        if (
            text.startswith(" of Commerce", end)
            or _NO_HOUSE.search(text[max(0, match.start() - 12) : match.start()])
            or (head == "house" and bare == "house")
            or (
                head in ("court", "board", "house")
                and bare == head
                and _COMMON.search(text[max(0, start - 12) : start])
            )
        ):
            continue
        more = _OF.match(text, end) if head != "congress" else None
        if more and head not in _ON and not re.match(r"\s+of\b", more.group()):
            more = None
        if more:
            end = more.end()
        if found and start < found[-1].end:
            found.pop()
        words = frozenset(re.findall(r"[\w.]+", text[start:end].lower())) - _COMMON_WORDS
        found.append(Body(start, end, head, words))
    return found


def _leftmost(text: str, start: int) -> int:
    """Where a name that ends in the head at ``start`` begins: capitalised words and a few adjectives before it."""
    low = start
    for match in reversed(list(_WORD_BEFORE.finditer(text, max(0, start - 90), start))):
        word = match.group(1)
        plain = word.lower().replace("'", "’")
        if match.end() != low or _NOT_NAME.fullmatch(plain):
            break
        joins = word == "and" and low != start and _JOINED.search(text, start, start + 12)
        if not (joins or word[0].isupper() or _LEAD.fullmatch(plain)):
            break
        low = match.start()
    named = text[low:start]
    return low + 4 if named.startswith("and ") else low


def last_before(bodies: list[Body], at: int) -> Body | None:
    """The last of the bodies that starts before ``at``, else the first."""
    before = bisect_left(bodies, at, key=lambda body: body.start)
    return bodies[max(before - 1, 0)] if bodies else None
