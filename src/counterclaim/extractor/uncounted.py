"""A number and the words around it in, whether it counts anything out.

What counts nothing: dates and years, times, ages, durations, distances, weights and other sizes, ordinals,
addresses, telephone numbers, marks of a list, names with a number ("Flight 370", "phase two"), scores and
votes, and "one" as a pronoun. Such numbers are no figures.
"""

import re

from counterclaim.extractor.numbers import Number
from counterclaim.records.calendar import MONTHS

_UNITS = (
    r"(?:years?|yrs?|months?|weeks?|weekends?|days?|hours?|hrs?|minutes?|mins?|seconds?|secs?|decades?|"
    r"centur(?:y|ies)|fortnights?|nights?|mornings?|evenings?|afternoons?|summers?|winters?|semesters?|generations?|"
    r"miles?|kilomet(?:er|re)s?|kms?|met(?:er|re)s?|cm|mm|centimet(?:er|re)s?|millimet(?:er|re)s?|"
    r"nanomet(?:er|re)s?|feet|foot|ft|inch(?:es)?|yards?|nautical|acres?|hectares?|square|cubic|sq|degrees?|tons?|"
    r"tonnes?|kilogram(?:me)?s?|kilos?|kg|grams?|lbs?|ounces?|gallons?|lit(?:er|re)s?|ml|mph|kph|knots?|watts?|"
    r"megawatts?|gigawatts?|kilowatts?|mw|gw|kw|volts?|hertz|mhz|ghz|megabytes?|gigabytes?|terabytes?|petabytes?|"
    r"[kmgtp]b|megapixels?|pixels?|light[\s-]?years?|parsecs?|celsius|fahrenheit|calories|carats?|karats?|stone|"
    r"storeys?|[ap]\.?\s?m\.?|o[’']clock|gmt|utc|bst|est|edt|times|fold|percentile|block|bedrooms?|magnitude|"
    r"rounds\s+of\s+talks|overs?|wickets?|runs?|goals?|points?|innings|laps?|touchdowns?)"
)
_BETWEEN = (
    r"(?:of|Earth|and\s+a\s+half|full|consecutive|straight|more|long|whole|calendar|business|working|short|additional|"
    r"extra|further|to\s+\d+|nautical|or\s+so|metric|fluid|square|cubic|and)"
)
_MEASURED = re.compile(
    rf"\+?[\s-]*(?:{_BETWEEN}[\s-]+)*{_UNITS}(?![\w’'])|[\s-]?{_UNITS}-old|[’′″]\s?\d|°", re.IGNORECASE
)
_WEIGHT = re.compile(r"[\s-]+pounds?\b")
_PAID = re.compile(
    r"\b(?:pa(?:y|id|ys|ying)|cost\w*|worth|spen[dt]\w*|fine[ds]?|price\w*|sold|raised|owe[ds]?|earn\w*|budget|fund\w*|"
    r"stole\w*|donat\w*|award\w*|compensation)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:\b(?:case|flight|articles?|sections?|chapter|no\.?|nr\.?|numbers?|apollo|channel|route|highway|interstate|"
    r"room|"
    r"pages?|p\.|pp\.|aged?|ages?(?:\s+of)?|ages\s+between|calling|dialling|dialing|version|windows|phase|stage|level|"
    r"grade|class|division|unit|line|lot|item|figure|fig\.|table|act|rules?|resolutions?|proposition|prop\.?|amendment|"
    r"title|form|model|type|block|week|day|year|step|part|volume|vol\.|issue|episode|season|game|round|lap|gate|"
    r"terminal|platform|pier|exit|ward|district|precinct|zone|area|sector|squadron|brigade|bus|train|tram|century|"
    r"psalm|verse|formula|super\s+bowl|world\s+war|top|under-|over-|u-|born\s+in|turn(?:ed|s|ing)|since|until|iphone|"
    r"galaxy|ps|category|schedule|annex|clause|paragraph|notes?|appendix|code|zip|tel\.?|phone|call|dial|fax|"
    r"magnitude|copyright)\s*[-#:]?\s*|[#@/\\_:.§©]|\b[A-Za-z]-|\d[-–/]|[A-Za-z]{2,}-)$",
    re.IGNORECASE,
)
_LABEL_OF_WORDS = re.compile(
    r"\b(?:phase|stage|part|chapter|page|day|number|level|class|division|world\s+war|formula|top|under|age(?:\s+of)?|"
    r"ages|aged|turned|line|episode|game|between\s+the\s+ages\s+of)\s+$",
    re.IGNORECASE,
)
_IN_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
_AGES = re.compile(
    rf"\bage[ds]?\s+(?:of\s+|from\s+|between\s+)?(?:(?:\d+|{_IN_WORDS}|and|to|between|aged)[\s,-]+)+$", re.IGNORECASE
)
_AGE_BEHIND = re.compile(r"\s+aged\b", re.IGNORECASE)
_AGE_IN_COMMAS = re.compile(r"[A-Z][\w’'.\-]*(?:,\s*|\s+\()(?:now\s+)?$")
_AGE_ENDS = re.compile(r"\s*(?:[,.;)]|$|(?:and|all|both|was|were|died|is|has|had)\b)")
_IS_AGED = re.compile(
    r"(?:\b(?:he|she|who|boy|girl|I|both|they)(?:[’']s|\s+(?:is|was|am|were|are|turned|turns|died))(?:\s+at)?\s+"
    r"(?:only\s+|just\s+|now\s+)?|[,—–]\s*now\s+)$",
    re.IGNORECASE,
)
_SENTENCE_GOES_ON = re.compile(r"[”\"’)]*(?:[,.;:)—–]|\s*$|\s+(?:when|and|at|years?)\b)")
_TWO_AGES = re.compile(r"[A-Z][\w’'.\-]*,\s*\d\d?\s+and\s+$")
_AGE_LIMIT = 110
_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\.?\s+$", re.IGNORECASE)
_MONTH_BEHIND = re.compile(rf"\s+(?:of\s+)?(?:{'|'.join(name.title() for name in MONTHS)})\b")
_NAME_BEFORE = re.compile(
    r"(?<![.!?:“\"”’]\s)(?<!^)\b(?!\w+day\b|(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December)\b)[A-Z]\w*\s+$"
)
_PLACE_BEFORE = re.compile(r"\b[Ii]n\s+[A-Z]\w*\s+$")
_PLURAL = re.compile(r"\s+(?:[a-z]+\s+)?[a-z]+[^\Ws]s\b")
_EMERGENCY = ("911", "999", "112")
_CALLS = re.compile(r"\b(?:call|dial|phon|rang|ring)\w*\s+(?:to\s+)?$", re.IGNORECASE)
_CALLERS = re.compile(r"[\s-]+(?:calls?|callers?|dispatch\w*|operators?|tapes?|recordings?|center|centre)\b")
_ADDRESS = re.compile(r"\b(?:at|on)\s+$")
_STREET = re.compile(
    r"\s+(?:[NSEW]\.?\s+|(?:North|South|East|West)\s+)?(?:[A-Z0-9][\w.’']*\s+){0,3}(?:St|Street|Ave|Avenue|Road|Rd|"
    r"Drive|Dr|Boulevard|Blvd|Lane|Ln|Place|Court|Ct|Way|Highway|Hwy|Parkway|Terrace|Circle|Square)\b"
)
_GOES_ON = re.compile(r"(?:st|nd|rd|th)\b|\s*(?:/|:|–|—|-)\s*\d|\.\d|,\d|\s*[x×]\s*\d|[A-Za-z°²³]")
_LIST_MARK = re.compile(r"(?:^|\n)\s*\(?$")
_VOTES = re.compile(
    r"\s+(?:in\s+favou?r|against|abstentions?|abstain\w*|ayes?|nays?|noes|(?:(?!to\b)[\w-]+\s+){0,2}votes)\b|"
    r"-to-\d|\s+zillion",
    re.IGNORECASE,
)
_VOTES_TO = re.compile(r"\bvotes\s+(?:to|against)\s+$", re.IGNORECASE)
_YEARS = re.compile(r"(?:1[5-9]|20)\d\d(?:\s?[-–—/]\s?(?:(?:1[5-9]|20)\d\d|\d\d))?")
_PEOPLE = re.compile(
    r"\s+(?:people|persons?|dead|deaths|men|women|children|civilians|soldiers|troops|refugees|cases|homes|houses|"
    r"victims|"
    r"others|injured|wounded|killed|protesters|fighters|migrants|prisoners|workers|employees|jobs|students|voters|"
    r"members)\b"
)
_BEFORE_ONE = re.compile(
    r"\b(?:no|any|every|some|each|this|that|the|which|only|another|last|first|next|not|everyone|if|as|good|new)\s+$",
    re.IGNORECASE,
)
_AFTER_ONE = re.compile(
    r"\s+(?:another|day|side|way|hand|thing|time|point|more|can|could|would|must|should|might|may|has\s+to|in\s+which|"
    r"that)\b|\s+[A-Z]|-|[’'.,;:?!)]"
)
_IN_ORDER = re.compile(
    r"\b(?:first|last|past|next|previous|final|opening|coming|following|top|other)\s+$", re.IGNORECASE
)
_TURNS = re.compile(
    r"\s+(?:terms?|sessions?|seasons?|periods?|quarters?|games?|matches|elections?|rounds?|weeks?|starts?|sides?)\b",
    re.IGNORECASE,
)
_SIDES = re.compile(
    r"\s+(?:sides|halves|thirds|quarters)\b|-(?:thirds?|quarters?|fifths?|halves|tenths?)\b", re.IGNORECASE
)
_JOINED = re.compile(r"\s?-\s?[A-Za-z]")
_JOINED_COUNT = re.compile(
    r"-(?:judge|justice|member|person|man|woman|people|strong|seat|nation|country|vehicle|car|ship|team|passenger|plus|"
    r"nurse|doctor|witness|count\b|victim|plaintiff|candidate)",
    re.IGNORECASE,
)
"""A number joined with what it counts ("a three-judge court"); others describe ("a two-state solution")."""


def counts(text: str, number: Number, head: str, tail: str, *, hedged: bool) -> bool:
    """Whether a number without sign counts people or things.

    ``head`` and ``tail`` are the characters before and behind it, ``hedged`` tells of "about" or "at least".
    """
    label = _LABEL if number.digits else _LABEL_OF_WORDS
    if (
        label.search(head)
        or _measured(head, tail)
        or _VOTES.match(tail)
        or _VOTES_TO.search(head)
        or _SIDES.match(tail)
    ):
        return False
    if _AGES.search(head) or _AGE_BEHIND.match(tail) or (_IN_ORDER.search(head) and _TURNS.match(tail)):
        return False
    if _JOINED.match(tail) and not _JOINED_COUNT.match(tail):
        return False
    if number.digits:
        return _digits_count(text[number.start : number.end], number, head, tail, hedged=hedged)
    if text[number.start].isupper() and re.search(r"[a-z]\s$", head) and re.match(r"\s[A-Z]", tail):
        return False  # a name: "the Six Nations"
    if number.low == number.high == 1 and not hedged:
        return not _BEFORE_ONE.search(head) and not _AFTER_ONE.match(tail)
    return True


def _measured(head: str, tail: str) -> bool:
    return bool(_MEASURED.match(tail) or (_WEIGHT.match(tail) and not _PAID.search(head)))


def _digits_count(value: str, number: Number, head: str, tail: str, *, hedged: bool) -> bool:
    """The same for a number in digits, which may be a year, a part of a date, an age, an address or a mark."""
    if value in _EMERGENCY and (_CALLS.search(head) or _CALLERS.match(tail)):
        return False
    if re.fullmatch(r"[012]?\d\.[0-5]\d", value) and re.match(r":\s|\s*[ap]\.?m\b|\s+(?:GMT|BST|CET|on\b)", tail):
        return False  # a time of day
    if re.search(r"\d\s$", head) or re.match(r"\s\d{3}", tail):
        return False  # a telephone number
    if _GOES_ON.match(tail) or ((number.low or 0) <= 31 and _MONTH.search(head)) or _MONTH_BEHIND.match(tail):
        return False
    if _YEARS.fullmatch(value) and not (hedged or _PEOPLE.match(tail)):
        return False
    if 0 < (number.low or 0) < _AGE_LIMIT and not hedged and _is_age(head, tail):
        return False
    if _STREET.match(tail) or (_ADDRESS.search(head) and re.match(r"\s+[A-Z][a-z]", tail)):
        return False
    if re.match(r"\)", tail) or (_LIST_MARK.search(head) and re.match(r"[.)]\s", tail)):
        return False
    named = _NAME_BEFORE.search(head) and not (_PLACE_BEFORE.search(head) and _PLURAL.match(tail))
    return hedged or not named or _PEOPLE.match(tail) is not None


def _is_age(head: str, tail: str) -> bool:
    if _AGE_IN_COMMAS.search(head) or _TWO_AGES.search(head):
        return _AGE_ENDS.match(tail) is not None
    if re.search(r"\w,\s$", head) and tail.startswith(","):
        return True  # "the captain, 51, and"
    return _IS_AGED.search(head) is not None and _SENTENCE_GOES_ON.match(tail) is not None
