"""An article's text in, the names that stand in it out, each with its title and role.

No list of known people is used: a name is a run of capitalised words, and what stands
around it in the article says whether it is a person's or a body's.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.records import Span, SpeakerType
from counterclaim.resolve import lexicon

_WORD = re.compile(r"[^\W_](?:[\w’'\-]*[^\W_])?\.?|[^\w\s]")
_POSSESSIVE = re.compile(r"[’']s?$")
_PREFIXED = re.compile(r"(?:al|el|ad|an|as|ar|ash|d|l|ibn|bin|de)[-'’][A-Z]")
_INITIAL = re.compile(r"^[A-Z]\.$")
_APPOSITION = re.compile(
    r",\s+(?:who\s+is\s+)?((?:the|a|an|his|her|its|their|former|acting|deputy|chief)?\s*[^,.;:\n“”\"()]{3,80})"
)
_BODY_LINK = lexicon.PARTICLES | {"of", "for", "and", "on", "the", "&", "in"}

_GIVEN = lexicon.MALE_NAMES | lexicon.FEMALE_NAMES
"""A given name before it makes a surname of a word like "May"."""
_LONGEST_NAME_IN_CAPITALS = 30
"""A longer sentence that is all capitals is a headline, in which capitals tell no names."""
_NO_ROLE = frozenset(
    ["who", "said", "says", "told", "and", "but", "like", "as", "with", "whose", "where", "when", "those", "these"]
)
_ROLE_FIRST = 5
"""In apposition a role stands among the first words; later words say of what or whom."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as it stands at one place: ``name`` without title, ``title`` and ``role`` if given there."""

    span: Span
    name: str
    title: str | None
    role: str | None
    type: SpeakerType
    possessive: bool

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name in lower case."""
        return tuple(self.name.lower().split())


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


def _run_end(words: list[_Word], first: int) -> int:
    """One past the last word of the run of capitalised words that begins at ``first``."""
    end = first + 1
    has_body = words[first].bare in lexicon.ORGANISATIONS
    while end < len(words):
        before, word = words[end - 1], words[end]
        if _POSSESSIVE.search(before.text) and before.text[-1] in "s’'" and len(before.text) > 2:
            break
        if before.text.endswith(".") and not _INITIAL.match(before.text) and before.bare not in lexicon.TITLES:
            break
        if word.capital and word.start - before.end <= 1:
            has_body = has_body or word.bare in lexicon.ORGANISATIONS
            end += 1
            continue
        ahead = end + 1
        linking = word.bare in lexicon.PARTICLES or (has_body and word.bare in _BODY_LINK)
        while linking and ahead < len(words) and words[ahead].bare in _BODY_LINK and not words[ahead].capital:
            ahead += 1
        if linking and ahead < len(words) and words[ahead].capital:
            end = ahead + 1
            continue
        break
    return end


def _mention(text: str, words: list[_Word], first: int, end: int, lower_words: set[str]) -> Mention | None:
    run = words[first:end]
    while run and (run[0].bare in lexicon.NOT_NAMES or (first == 0 and _ordinary(run, lower_words))):
        run = run[1:]
        first += 1
    while run and run[-1].bare in lexicon.NOT_NAMES and not (len(run) == 2 and run[0].bare in _GIVEN):
        run = run[:-1]
    if not run:
        return None
    titled = max((i for i, word in enumerate(run) if word.bare in lexicon.TITLES), default=-1)
    is_body = any(word.bare in lexicon.ORGANISATIONS for word in run[titled + 1 :]) or (
        titled < 0 and any(word.bare in lexicon.ORGANISATIONS for word in run)
    )
    if titled == len(run) - 1:
        return None
    title = text[run[0].start : run[titled].end] if titled >= 0 else None
    named = run[titled + 1 :]
    last = named[-1]
    bare_end = last.start + len(_POSSESSIVE.sub("", last.text))
    possessive = bare_end < last.end
    stop = last.text.endswith(".") and not _INITIAL.match(last.text)
    name_end = bare_end - stop
    name = text[named[0].start : name_end]
    if len(name) < 2:
        return None
    role = title if title and title.lower().rstrip(".") not in lexicon.HONORIFICS else None
    role = role or _role_before(text, words, first) or _role_after(text, name_end)
    kind: SpeakerType = "organisation" if is_body and not title else "person"
    if kind == "person" and not title and len(named) == 1:
        if name.isupper() and 2 <= len(name) <= 6:
            kind = "organisation"
        elif name.lower() in lexicon.GROUPS:
            kind = "group"
    return Mention((named[0].start, name_end), " ".join(name.split()), title, role, kind, possessive)


def _ordinary(run: list[_Word], lower_words: set[str]) -> bool:
    """Whether a sentence's first word is capitalised only for standing first; "Prime Minister" is a title."""
    titled = len(run) > 1 and any(word.bare in lexicon.TITLES for word in run[:2])
    return run[0].text.lower() in lower_words and not titled


def _role_before(text: str, words: list[_Word], first: int) -> str | None:
    """A lower-case description right before the name: "campaign spokesman Ana Bell", "the mayor, Ana Bell"."""
    last = first - 1
    if last > 0 and words[last].text == ",":
        last -= 1
    if last < 0 or words[last].bare not in lexicon.ROLES or words[last].capital:
        return None
    at = last + 1
    while (
        at
        and words[at - 1].text.isalpha()
        and not words[at - 1].capital
        and words[at - 1].bare not in lexicon.NOT_NAMES
    ):
        at -= 1
    return text[words[at].start : words[last].end] if at <= last else None


def _role_after(text: str, end: int) -> str | None:
    """A description in apposition: "Ana Bell, the interior minister,"."""
    match = _APPOSITION.match(text, end)
    if not match:
        return None
    words = [word.strip("’'-") for word in match.group(1).lower().split()]
    if not any(word in lexicon.ROLES for word in words[: _ROLE_FIRST + 1]) or words[0] in _NO_ROLE:
        return None
    role = re.sub(r"^(?:the|a|an)\s+", "", match.group(1).strip())
    return re.split(r"\s+(?:who|which|that|said|says|told|speaking)\b", role)[0]
