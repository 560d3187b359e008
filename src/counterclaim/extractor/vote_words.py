"""Words in, the numbers, names and verbs of voting in them out."""

import re

_UNIT = "one|two|three|four|five|six|seven|eight|nine"
_TEEN = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TEN = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_VALUES = (
    {word: n for n, word in enumerate(f"{_UNIT}|{_TEEN}".split("|"), 1)}
    | {word: 10 * n for n, word in enumerate(_TEN.split("|"), 2)}
    | dict.fromkeys(("no", "zero", "nil", "none", "nobody", "and"), 0)
    | {"a": 1, "an": 1}
)
BELOW = rf"(?:(?:{_TEN})(?:[- ](?:{_UNIT}))?|{_TEEN}|{_UNIT})"
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}}|(?:a|{_UNIT})[- ]hundred(?:(?: and)? {BELOW})?|{BELOW})"
NUMBER_OR_NONE = rf"(?:{NUMBER}|no|zero|nil|none|nobody)"
LETTER = r"A-Za-zÀ-ÖØ-öø-ÿ"
CAPITALISED = rf"(?:[A-ZÀ-Þ][{LETTER}’'&-]*|U\.S\.|U\.N\.)"
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
ROLE = (
    r"bill|bills|resolution|resolutions|motion|motions|amendment|amendments|measure|measures|proposal|proposals|act|"
    r"law|legislation|treaty|nomination|budget|deal|agreement|constitution|ordinance|articles?|rules?|plan|draft|"
    r"package|repeal|ban|policy|provision|blueprint|declaration|aid|vote|bid|text|decree|petition|referendum|"
    r"initiative|veto|reform|nominee|accord|pact|statement"
)
WHO = (
    r"(?:members?|states?|countries|nations|lawmakers|senators|MPs|deputies|delegates|delegations|judges|justices|"
    r"councill?ors|commissioners|legislators|parliamentarians|ministers|aldermen|trustees|regents|bishops|shareholders|"
    r"governors|directors|representatives)"
)
_FOR = (
    r"passed|approved|adopted|ratified|endorsed|confirmed|elected|impeached|convicted|censured|enacted|repealed|backed|"
    r"cleared|advanced|upheld|ruled|held|decided|granted|authori[sz]ed|accepted|carried|struck down|overturned|"
    r"override|overrode|overridden|dismissed|green-lit|greenlit|agreed|sailed through|squeaked by|squeaked through|"
    r"passing|approving|adopting|clearing|confirming|ratifying|sending|tabled|okayed|re-elected|reelected|expelled|"
    r"ousted|recommended|affirmed|supported|invoked|supporting|found"
)
AGAINST = (
    r"rejecting|defeating|rebuffed|shot down|beat back|scuttled|rejected|defeated|failed|acquitted|voted down|"
    r"turned down|blocked|killed|quashed|vetoed|fell short|collapsed|threw out|thrown out|did not pass"
)
VERB = re.compile(
    rf"\b(?:(?P<voted>voted(?! down)|votes|votings?|vote)|(?P<pro>{_FOR})|(?P<con>{AGAINST})|(?P<even>split|"
    rf"deadlocked|tied|divided))\b",
    re.IGNORECASE,
)
DOWN = re.compile(
    r"\s*(?:[\w–,-]+\s+(?:to\s+\d+\s+)?)?(?:on\s+\w+day,?\s+)?(?:against|(?:not )?to (?:reject|defeat|vote down|"
    r"turn down)|down)\b",
    re.IGNORECASE,
)
AHEAD = re.compile(
    r"(?:\b(?:will|would|could|may|might|should|must|can|cannot|shall|if|unless|whether|until|once|each|won[’']t|"
    r"wouldn[’']t|couldn[’']t|ever|not|n[’']t|never|assuming|imagin\w+|suggest\w*|predict\w*|expect\w*|possible|"
    r"potential|likely)\s+(?:[\w’'-]+\s+){0,3}|\bto\s+(?:[\w-]+ly\s+)?)$",
    re.IGNORECASE,
)
TO_BE = re.compile(r"\b(?:to be|be|being|get|getting)\s+(?:[\w-]+ly\s+)?$", re.IGNORECASE)
SUPER = re.compile(
    r"two[- ]thirds|three[- ]fifths|super-?majority|\b60\b|cloture|filibuster|short of|shy of|override|needed|"
    r"required|qualified majority|advance|end debate|two thirds|three fifths",
    re.IGNORECASE,
)
RULING = re.compile(r"\b(?:ruling|judge?ment|opinion|verdict)\b", re.IGNORECASE)
DOES = (
    r"(?:voted|elected|re-elected|rejected|approved|adopted|ratified|endorsed|backed|supported|opposed|accepted|passed|"
    r"turned down|threw out|carried|defeated)"
)
LARGEST = 3000
"""The largest bodies (China's National People's Congress) have about so many members."""


def number_of(words: str) -> int:
    """The value of digits or of number words below a thousand."""
    plain = words.replace(",", "")
    if plain.isdigit():
        return int(plain)
    total = 0
    for word in re.split(r"[\s-]+", plain.lower()):
        total = max(total, 1) * 100 if word == "hundred" else total + _VALUES[word]
    return total


def courtly(verb: re.Match[str]) -> bool:
    """Whether a verb of deciding is one that courts are said to do."""
    return verb.group().lower() in ("ruled", "split", "deadlocked", "tied", "upheld", "struck down")
