"""An article's text in, the names that stand in it out, each with its title and role.

No list of known people is used: a name is a run of capitalised words, and what stands
around it in the article says whether it is a person's or a body's.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.records import Span, SpeakerType
from counterclaim.resolve import lexicon, roles
from counterclaim.resolve.given_names import ALSO_PLACES, GIVEN_NAMES

_WORD = re.compile(
    r"[A-Z]+&[A-Z]+\b|[^\W_](?:[\w’'\-]*[^\W_])?(?:\.(?:com?|org|net|gov|edu|info|tv|io|eu|au|uk|nz|ca|de|fr|in|za)\b)*\.?|[^\w\s]"
)
_DOMAIN = re.compile(r"\w\.(?:com?|org|net|gov|edu|info|tv|io|eu|au|uk)\b")
_POSSESSIVE = re.compile(r"[’']s?$")
_PREFIXED = re.compile(r"(?:al|el|ad|an|as|ar|ash|d|l|ibn|bin|de)[-'’][A-Z]")
_OPENING = {"“": "”", '"': '"', "‘": "’", "'": "'"}
_INITIAL = re.compile(r"^[A-Z]\.$")
_QUOTES = re.compile(r"[“”\"‘]|(?<=\w)[’'](?=\s)|(?<=\s)'")
_SUBJECT_VERBS = frozenset(["has", "had", "is", "was", "did", "will", "would", "also"])
_NO_HOLDERS = lexicon.CORPORATE | frozenset(
    ["ministry", "assembly", "court", "hospital", "motors", "electric", "mills", "dynamics"]
)
"""Words that after a title make the name of a body: "Justice Department", "General Motors"."""
_BODY_LINK = lexicon.PARTICLES | {"of", "for", "and", "on", "the", "&"}
_TITLE_LINK = frozenset({"of", "for", "to", "the"})
_LONGEST_NAME_IN_CAPITALS = 30
"""A longer sentence that is all capitals is a headline, in which capitals tell no names."""
_HEADLINE_WORDS = 6
"""A shorter line of capitalised words may be a byline or a heading that is a name."""
_ACRONYM = range(2, 10)
"""Lengths of a word in capitals that is taken for a body's initials."""
_GIVEN_AND_SURNAME = 2
_NO_TRADE = re.compile(r"(?:ans|crats|ives|als|ese|is)$")
"""Endings of people of a country or a party, who own a body but are no part of its name: "Republicans' House"."""
_PLURAL = re.compile(r"(?:ians|icans|ists|crats|ers|ors|aelis|agis|aqis|akis|ivists|itors)$")
"""Endings of capitalised words that stand for people of a country, a faith, a party or a trade."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as it stands at one place: ``name`` without title, ``title`` and ``role`` if given there.

    ``start`` is where the title or the role in front begins; ``after_the`` says that "the"
    stands right before the name, ``place`` that a preposition of place does.
    """

    span: Span
    name: str
    title: str | None
    role: str | None
    type: SpeakerType
    possessive: bool
    start: int
    after_the: bool = False
    place: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name in lower case without accents, which not every mention keeps."""
        low = _QUOTES.sub("", self.name.lower())
        if not low.isascii():
            low = "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))
        return tuple(low.split())

    @property
    def acronym(self) -> bool:
        """Whether the name is one word in capitals, as initials are."""
        bare = self.name.replace(".", "").replace("-", "")
        return " " not in self.name and bare.isupper() and len(bare) in _ACRONYM


@dataclass(slots=True)
class _Word:
    text: str
    start: int
    end: int

    @property
    def bare(self) -> str:
        return _POSSESSIVE.sub("", self.text).rstrip(".").lower()

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper() or _PREFIXED.match(self.text) is not None


def find_names(text: str, sentences: Sequence[Span]) -> list[Mention]:
    """Every name in ``text``, in order."""
    lower_words = {match.group() for match in re.finditer(r"\b[a-z][a-z'’\-]+", text)}
    mentions: list[Mention] = []
    for start, end in sentences:
        if text[start:end].isupper() and end - start > _LONGEST_NAME_IN_CAPITALS:
            continue
        words = [_Word(m.group(), *m.span()) for m in _WORD.finditer(text, start, end)]
        if _is_headline(words):
            continue
        at = 0
        while at < len(words):
            if not words[at].capital:
                at += 1
                continue
            stop = _run_end(words, at)
            mention = _mention(text, words, at, stop, lower_words)
            if mention:
                mentions.append(mention)
            at = stop
    return mentions


def _is_headline(words: list[_Word]) -> bool:
    """Whether nearly all words of a line without a stop are capitalised, so that capitals tell no names."""
    if len(words) < _HEADLINE_WORDS or words[-1].text[-1] in '.?!”"':
        return False
    long = [word for word in words if len(word.text) > len("the") and word.text[0].isalpha()]
    return len(long) >= _HEADLINE_WORDS and sum(word.capital for word in long) >= len(long) - 1


def _run_end(words: list[_Word], first: int) -> int:
    """One past the last word of the run of capitalised words that begins at ``first``."""
    end = first + 1
    has_body = words[first].bare in lexicon.ORGANISATIONS
    has_link = False
    while end < len(words):
        before, word = words[end - 1], words[end]
        if peoples := _peoples_body(words, end):
            end, has_body = peoples, True
            continue
        if _POSSESSIVE.search(before.text) and before.text[-1] in "s’'" and len(before.text) > 2:
            break
        if before.text.endswith(".") and not _INITIAL.match(before.text) and before.bare not in lexicon.TITLES:
            break
        if word.capital and word.start - before.end <= 1:
            has_body = has_body or word.bare in lexicon.ORGANISATIONS
            end += 1
            continue
        if nickname := _nickname_end(words, end):
            end = nickname
            continue
        ahead = end + 1
        titled = before.bare in lexicon.TITLES and word.bare in _TITLE_LINK
        linking = word.bare in lexicon.PARTICLES or titled or (has_body and word.bare in _BODY_LINK)
        if word.bare in {"and", "&"}:
            inner = has_body and has_link and before.bare not in lexicon.ORGANISATIONS and not titled
            linking = _joined_body(words, first, end, inner) or word.bare == "&"
        while linking and ahead < len(words) and words[ahead].bare in _BODY_LINK and not words[ahead].capital:
            ahead += 1
        if linking and ahead < len(words) and words[ahead].capital:
            has_link = has_link or word.bare in {"of", "for", "on"}
            end = ahead + 1
            continue
        break
    return end


def _peoples_body(words: list[_Word], end: int) -> int:
    """One past the body's word in "Teachers' Union" or "Women's League" if its owner ends at ``end``; else nought."""
    owner = words[end - 1]
    named = lexicon.is_group_noun(owner.bare) and not _NO_TRADE.search(owner.bare)
    quoted = words[end].text in {"'", "’"} and owner.text.endswith("s") and words[end].start == owner.end
    at = end + 1 if quoted else end
    owned = quoted or owner.bare != owner.text.rstrip(".").lower()
    if not (owned and named and at < len(words) and words[at].capital):
        return 0
    return at + 1 if words[at].bare in lexicon.ORGANISATIONS else 0


def _nickname_end(words: list[_Word], at: int) -> int:
    """One past the surname after a nickname in quotation marks that opens at ``at``; nought if there is none."""
    for length in (1, 2):
        close = at + length + 1
        if close + 1 >= len(words) or words[at].text not in _OPENING:
            return 0
        inner = words[at + 1 : close]
        quoted = words[close].text == _OPENING[words[at].text]
        if quoted and all(word.capital for word in inner) and words[close + 1].capital:
            outside = words[at].start - words[at - 1].end == 1 and words[close + 1].start - words[close].end == 1
            return close + 2 if outside and words[at - 1].bare not in lexicon.NOT_NAMES else 0
    return 0


def _joined_body(words: list[_Word], first: int, end: int, inner: bool) -> bool:
    """Whether "and" at ``end`` stands inside one body's name.

    It does in "Ministry of Health and Welfare" and in "Gas and Electric Company"; not before a
    word that begins another body's name.
    """
    stop = end + 1
    while stop < len(words) and words[stop].capital and words[stop].start - words[stop - 1].end <= 1:
        stop += 1
    after = [word.bare for word in words[end + 1 : stop]]
    if not after or after[0] in lexicon.ORGANISATIONS:
        return False
    whole = len(after) > 1 and after[-1] in lexicon.CORPORATE and words[first].bare not in GIVEN_NAMES
    return inner or (whole and not words[end - 1].text.isupper() and words[end - 1].bare not in lexicon.ORGANISATIONS)


def _mention(text: str, words: list[_Word], first: int, end: int, lower_words: set[str]) -> Mention | None:
    run = words[first:end]
    if run[0].text == "Q." and first == 0:
        run, first = run[1:], 1
    while run and (run[0].bare in lexicon.NOT_NAMES or (first == 0 and _ordinary(run, lower_words, _does(words, end)))):
        run = run[1:]
        first += 1
    while run and run[-1].bare in lexicon.NOT_NAMES - {"today"} and not (len(run) == 2 and run[0].bare in GIVEN_NAMES):
        run = run[:-1]
    if not run:
        return None
    bare, texts = [word.bare for word in run], [word.text for word in run]
    cut = 1 if first == 0 and _trade_first(run) else _name_start(bare, texts, _serves(words, first))
    if cut is None or cut == len(run):
        return None
    named = run[cut:]
    bodies = [word.bare in lexicon.ORGANISATIONS for word in named]
    is_body = any(bodies) and not (cut and len(named) == 1) and not _given(named[0].bare, len(named))
    last = named[-1]
    bare_end = last.start + len(_POSSESSIVE.sub("", last.text))
    possessive = bare_end < last.end or (
        last.text.endswith("s")
        and text[last.end : last.end + 2] in ("' ", "’ ")
        and text[named[0].start - 1] not in "'‘"
    )
    stop = last.text.endswith(".") and not _INITIAL.match(last.text)
    name_end = bare_end - stop
    name = " ".join(text[named[0].start : name_end].split())
    if len(name) < 2:
        return None
    title = text[run[0].start : run[cut - 1].end] if cut else None
    before, role_start = roles.before(text, run[0].start, title)
    if title is None and roles.is_office(name):
        return None
    kind = _type(name, named, title or before, is_body, first == 0, lower_words)
    role = before or roles.after(text, last.end if possessive else name_end)
    if role is None and (what := roles.before_body(text, run[0].start)):
        kind, role = "organisation", what
    return Mention(
        span=(named[0].start, name_end),
        name=name,
        title=title,
        role=role,
        type=kind,
        possessive=possessive,
        start=min(role_start, run[0].start),
        after_the=first > 0 and words[first - 1].bare == "the",
        place=first > 0 and words[first - 1].bare in {"in", "at", "near", "across", "throughout", "into"},
    )


def _trade_first(run: list[_Word]) -> bool:
    """Whether a sentence begins with what somebody is and the name in full: "Sprinter Jonna Pell"."""
    words = [word.bare for word in run]
    trade = words[0] in lexicon.ROLES - lexicon.TITLES and words[0] not in GIVEN_NAMES
    bodies = any(word in lexicon.ORGANISATIONS | lexicon.ROLES or word in _BODY_LINK for word in words[1:])
    return len(words) == 1 + _GIVEN_AND_SURNAME and trade and not bodies


def _given(word: str, length: int) -> bool:
    return word in GIVEN_NAMES and (length > 1 or word not in ALSO_PLACES)


def _serves(words: list[_Word], first: int) -> bool:
    """Whether the run follows "director of", "ambassador to the" and the like."""
    at = first - 1
    if at >= 0 and words[at].bare == "the":
        at -= 1
    return at > 0 and words[at].bare in {"of", "for", "to", "at"} and lexicon.is_person_noun(words[at - 1].bare)


def _name_start(bare: list[str], texts: list[str], serves: bool) -> int | None:
    """Where in a run of capitalised words the name itself begins; None if there is no name in it.

    Before it stand a title ("Prime Minister"), what it is of ("Secretary of State") or a body
    that its bearer serves ("Ambassador to France"); a given name says best where it begins.
    """
    titled = max((i for i, word in enumerate(bare) if word in lexicon.TITLES), default=-1)
    if 0 <= titled < len(bare) - 1 and all(word in _NO_HOLDERS for word in bare[titled + 1 :]):
        return 0
    if titled > 0 and titled == len(bare) - 1 and bare[0] in GIVEN_NAMES:
        titled = -1
    start = titled + 1
    if titled >= 0 and start < len(bare) and bare[start] in _TITLE_LINK:
        while start < len(bare) and bare[start] in _TITLE_LINK | {"and"} | lexicon.PORTFOLIOS:
            start += 1
        return _after_modifiers(bare, texts, start, serves=True) if start < len(bare) else None
    if start == len(bare):
        return None
    return _after_modifiers(bare, texts, start, serves)


def _after_modifiers(bare: list[str], texts: list[str], start: int, serves: bool) -> int | None:
    """Where the name begins after words like "Labour" or "Hong Kong" that say whose or whence its bearer is."""
    for i in range(start + 1, len(bare) - 1):
        skipped = bare[start:i]
        if bare[i] not in GIVEN_NAMES or skipped[-1] in GIVEN_NAMES or any(_INITIAL.match(t) for t in texts[start:i]):
            continue
        bodies = any(word in lexicon.ORGANISATIONS for word in bare[i:])
        if not bodies and (
            serves
            or all(_describes(word) or text.isupper() for word, text in zip(skipped, texts[start:i], strict=True))
        ):
            return i
    body = max((i for i in range(start, len(bare)) if bare[i] in lexicon.ORGANISATIONS), default=-1)
    named = all(
        text[:1].isupper() and word not in lexicon.GROUPS
        for word, text in zip(bare[body + 1 :], texts[body + 1 :], strict=True)
    )
    if serves and body >= 0 and named and len(bare) - body - 1 == _GIVEN_AND_SURNAME:
        return body + 1
    office = start > 0 and bare[start - 1] in _TITLE_LINK
    return None if office else start


def _describes(word: str) -> bool:
    """Whether a capitalised word before a name says what its bearer is."""
    return (
        lexicon.is_person_noun(word)
        or word in lexicon.ORGANISATIONS
        or word in lexicon.GROUPS
        or roles.is_origin(word)
        or word
        in {"labour", "labor", "republican", "democrat", "democratic", "conservative", "tory", "green", "liberal"}
    )


def _does(words: list[_Word], at: int) -> bool:
    """Whether a verb that wants a subject stands at ``at``: "Kelly said", "Manning was"."""
    return at < len(words) and (words[at].bare in lexicon.SPEAKING or words[at].bare in _SUBJECT_VERBS)


def _ordinary(run: list[_Word], lower_words: set[str], does: bool) -> bool:
    """Whether a sentence's first word is capitalised only for standing first; "Prime Minister" is a title."""
    titled = len(run) > 1 and any(word.bare in lexicon.TITLES for word in run[:2])
    low = run[0].text.lower()
    adverb = low.endswith(("ly", "ing")) and not does and low not in GIVEN_NAMES | lexicon.COUNTRIES
    adverb = adverb and (low.endswith("ly") or len(run) == 1)
    plain = adverb or (
        len(run) == 1 and (low in lexicon.GROUPS or low in lexicon.DOCUMENTS or lexicon.is_person_noun(low))
    )
    return (low in lower_words and not titled and low not in GIVEN_NAMES) or plain


def _type(
    name: str, named: list[_Word], role: str | None, is_body: bool, first: bool, lower_words: set[str]
) -> SpeakerType:
    low = name.lower()
    if len(named) == 1 and role and not is_body and name.isupper() and len(name) in _ACRONYM:
        return "organisation"
    if role and not is_body:
        return "person"
    if len(named) > 1 and named[-1].bare in lexicon.LAWS:
        return "document"
    if len(named) > 1 and not is_body and named[-1].bare in lexicon.GROUPS and named[-1].bare.endswith("s"):
        return "group"
    if is_body or _DOMAIN.search(name) or (len(named) > 1 and named[0].bare in lexicon.PLACE_STARTS):
        return "organisation"
    if low in lexicon.COUNTRIES:
        return "organisation"
    if len(named) == 1:
        if name.isupper() and len(name) in _ACRONYM:
            return "organisation"
        if (
            low in lexicon.GROUPS
            or (roles.is_origin(low) and low not in GIVEN_NAMES and not role)
            or re.search(r"(?:ians|icans|ists|crats)$", low)
            or (first and _PLURAL.search(low))
        ):
            return "group"
    elif any(word.bare in {"of", "for", "on", "&"} for word in named):
        return "organisation"
    return "person"
