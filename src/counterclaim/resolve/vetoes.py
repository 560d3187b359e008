"""The text around a vote of the Security Council in, the permanent members that it says vetoed out."""

import re

_PERMANENT_NAMES = {
    "China": "China",
    "France": "France",
    "Russia": "Russia",
    "Russian Federation": "Russia",
    "Soviet Union": "Russia",
    "USSR": "Russia",
    "Britain": "United Kingdom",
    "United Kingdom": "United Kingdom",
    "UK": "United Kingdom",
    "United States": "United States",
    "US": "United States",
    "U.S.": "United States",
}
_NAMES = "|".join(re.escape(name) for name in sorted(_PERMANENT_NAMES, key=len, reverse=True))
_PERMANENT_NAME = re.compile(rf"(?<!\w)(?:{_NAMES})(?!\w)")
_ONE = r"[A-Z][\w.]*(?: [A-Z]\w+)?"
_LIST = rf"(?:{_ONE}(?:, (?:and )?| and (?:the )?| ))"
_AGAINST = re.compile(
    rf"(?P<before>{_LIST}{{1,4}})(?:an? [^,.;]{{1,40}}, )?(?:alone )?(?:\w+ly |both |again |each |has |have |had |"
    rf"also ){{0,2}}(?:vetoed|voted against|"
    r"voting against|opposed|opposing|cast (?:its|their|a|the) veto\w*|"
    r"cast (?:the|its) (?:only|sole|lone|single) (?:vote against|no vote|negative vote|dissenting vote|veto)|"
    r"used (?:its|their) veto\w*|blocked)|(?:vetoed by|vetoes? (?:by|from|of)|opposed by|opposition (?:of|from)) "
    rf"(?P<after>(?:the )?{_ONE}(?:(?:,? and|,) (?:the )?{_ONE})*)"
)
_FORMER = re.compile(r"[^.\n]{0,60}\b(?:in (?:19|20)\d\d|last year|previous|earlier|similar|past)\b")
"""Vetoes of another day are told with such words."""
_AGAINST_NAMED = re.compile(rf"{_ONE} (?:voted|voting) against|opposed by {_ONE}|(?:against|no votes?) \({_ONE}")


_UNNAMED = re.compile(
    r"\b(?:a|one|another|two|three)(?: of the (?:five )?)? ?permanent members?(?:, [^,.;]{1,40},)? (?:has |have |had )?"
    r"(?:vetoed|opposed|voted against|cast (?:its|their|a) veto\w*|used (?:its|their) veto\w*)\b"
)


def unnamed_veto(near: str) -> bool:
    """Whether the text says that a permanent member was against, named or not."""
    match = _UNNAMED.search(near)
    return match is not None and not _FORMER.match(near, match.end())


def vetoes(near: str) -> frozenset[str]:
    """The permanent members that the text says vetoed or voted against."""
    found = set()
    for match in _AGAINST.finditer(near):
        if _FORMER.match(near, match.end()):
            continue
        names = match["before"] or match["after"] or ""
        found |= {_PERMANENT_NAMES[name] for name in _PERMANENT_NAME.findall(names)}
    return frozenset(found)


def opposed(near: str) -> bool:
    """Whether the text names who voted against, so that a veto would have been told."""
    return _AGAINST_NAMED.search(near) is not None
