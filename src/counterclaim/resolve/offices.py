"""The parties of an article in, who is meant by an office, a kind of body or a document's holder out."""

import re
from bisect import bisect_right
from collections.abc import Callable

from counterclaim.records import Span
from counterclaim.resolve import lexicon, roles
from counterclaim.resolve.descriptions import ARTICLE
from counterclaim.resolve.names import Mention
from counterclaim.resolve.people import Directory, Party
from counterclaim.resolve.pronouns import REACH, Antecedents

NEAR = 3
"""Sentences back in which one of several holders of a role, or an author, is looked for."""

ANY_DOCUMENT = frozenset(["document"])
"""Nouns that take up whatever document has spoken."""
ANY_FIRM = frozenset(["company", "firm", "corporation"])
"""Nouns that take up whatever firm has spoken."""

_POSSESSOR = re.compile(r"[’']s?\s")
_FORMER = re.compile(r"\b(?:former|formerly|ex|late|then|ousted|past|previous|until)\b", re.IGNORECASE)
_AFTER_NAME = re.compile(r"\s*(?:,\s*(?:aged\s+|age\s+)?|\()(\d{1,3})\s*(?:[,).;]|$)")
_AGED = re.compile(r"\b(\d{1,3})-year-old\b", re.IGNORECASE)
_SUCCESSORS = frozenset(["successor", "replacement"])
_SAME_OFFICE = {
    "chair": ["chairman", "chairwoman", "chairperson"],
    "chairperson": ["chair", "chairman", "chairwoman"],
    "chairman": ["chair", "chairperson"],
    "chairwoman": ["chair", "chairperson"],
}
"""Other words for an office, looked for where nobody has it in the one used."""
_KINDS = {
    "union": frozenset(["federation", "association", "confederation", "brotherhood", "congress"]),
    "airline": frozenset(["airways", "airlines", "air"]),
    "hospital": frozenset(["infirmary", "clinic"]),
    "club": frozenset(["fc", "athletic", "rovers", "wanderers", "united"]),
    "charity": frozenset(["foundation", "fund", "trust"]),
    "court": frozenset(["tribunal"]),
    "force": frozenset(["police", "constabulary"]),
    "bank": frozenset(["savings"]),
}
"""Words in the names of bodies of a kind, looked for where no name holds the kind itself."""
_LED_BY = re.compile(r"\b(chaired|captained|coached|edited|directed|headed|led)\s+by\s+(?:the\s+|[A-Z]\w+[’']s\s+)?$")
_LED_REACH = 40
"""Characters before a name in which such a verb is looked for."""
_LEADS = re.compile(r"(?:,?\s+who)?\s+(?:(?:also|now|has)\s+)?(chair|captain|coach|edit)(?:s|ed|es)\b")
_LEADER = {"chair": "chair", "captain": "captain", "coach": "coach", "edit": "editor", "direct": "director"}
_LEADER |= {"head": "head", "led": "leader"}
"""Who does it, by the stem of the verb."""
_DEED = re.compile(r"^the\s+(?:[\w\-]+\s+)?(\w+)\s+(?:that|which|who)\s+(?:(?:had|has)\s+)?([a-z]+)\b", re.IGNORECASE)
_NO_DEED = lexicon.SPEAKING | frozenset(
    ["is", "was", "were", "are", "has", "had", "have", "will", "would", "could", "can", "did", "does", "do", "spoke"]
)
"""Verbs that many share, so that they tell nobody apart."""
_DEED_REACH = 20
"""Sentences back in which a deed is looked for."""
_NAMELESS = re.compile(
    r"\b(?:not\s+(?:to\s+)?be\s+(?:named|identified)|anonym\w+|unnamed|not\s+authori[sz]ed)\b", re.IGNORECASE
)
_ONE = frozenset(["a", "an", "one"])


def is_outlet(party: Party) -> bool:
    """Whether a body is one that reports news, by its name or by what the article calls it."""
    words = {word.strip("’'") for word in party.name.lower().split()}
    role = roles.head(party.role or "")
    return bool(words & lexicon.OUTLETS) or role in lexicon.OUTLETS or "news" in (party.role or "").split()


def may_be_firm(party: Party) -> bool:
    """Whether nothing says that a body is no business: a public body's or an outlet's name, a country."""
    words = {word.strip("’'") for word in party.name.lower().split()}
    named = party.type == "organisation" or (party.type == "person" and not party.known_person)
    country = party.name.lower() in lexicon.COUNTRIES or any(mention.place for mention in party.mentions)
    return named and not country and not words & lexicon.PUBLIC and not is_outlet(party)


def _led(text: str, mention: Mention) -> str | None:
    """The office told by a verb: "chaired by Ana Bell", "Ana Bell, who chairs the panel"."""
    by = _LED_BY.search(text[max(0, mention.start - _LED_REACH) : mention.start])
    leads = by or _LEADS.match(text, mention.span[1])
    stem = leads.group(1).lower() if leads else ""
    return _LEADER.get(stem) or _LEADER.get(stem.removesuffix("ed"))


def _own_words(before: str) -> str:
    """The end of ``before`` that belongs to the noun after it: up to an article, a preposition or a link."""
    kept = ""
    for word in re.findall(r"\S+\s+", before)[::-1]:
        if word.strip().lower() in lexicon.PREPOSITIONS | lexicon.NOT_NAMES:
            break
        kept = word + kept
    return kept


class Offices:
    """Who holds which role, and which body is meant by its kind."""

    def __init__(self, text: str, directory: Directory, antecedents: Antecedents) -> None:
        self._text = text
        self._directory = directory
        self._antecedents = antecedents
        self._holders: dict[str, list[Party]] = {}
        self._bodies: dict[str, list[tuple[int, Party]]] = {}
        self._ages: dict[str | None, list[Party]] | None = None
        self._index_parties()
        self._index_successors()

    def maker(self, phrase: str) -> str | None:
        """Who made or holds a document, by name where "the court" or a short name has a full one."""
        maker = roles.of_document(phrase)
        if maker is None:
            return None
        low = maker.lower()
        body = self._bodies.get(low)
        if body:
            return body[0][1].name
        return next((p.name for p in self._directory.parties if any(m.name == maker for m in p.mentions)), maker)

    def doer(self, phrase: str, at: int) -> tuple[Party | None, Span] | None:
        """Who is told apart by a deed in "the ministry that drafted the levy": whom the text says that of before.

        A party, or where nobody is named the place of the words; None if nobody or several did it.
        """
        match = _DEED.match(phrase)
        if not match or match.group(2).lower() in _NO_DEED:
            return None
        noun, verb = match.group(1).lower(), match.group(2).lower()
        here = self._antecedents.sentence(at)
        floor = self._antecedents.start_of(max(here - _DEED_REACH, 0))
        does = re.compile(rf"\s+(?:(?:had|has)\s+)?{re.escape(verb)}\b")
        known = [p for p in self._holders.get(noun, []) if p.known_person]
        known += [party for _, party in self._bodies.get(noun, [])]
        parties = {
            id(party): (party, mention.span)
            for party in known
            for mention in party.mentions
            if floor <= mention.span[0] < at and does.match(self._text, mention.span[1])
        }
        if parties:
            return next(iter(parties.values())) if len(parties) == 1 else None
        places: dict[str, Span] = {}
        for found in re.finditer(
            rf"((?:(?<!\w)[\w’'\-]+\s+){{0,3}})\b{noun}(?={does.pattern})", self._text[floor:at], re.IGNORECASE
        ):
            before = _own_words(found.group(1))
            span = (floor + found.end() - len(before) - len(noun), floor + found.end())
            places.setdefault(self._text[slice(*span)].lower(), span)
        return (None, next(iter(places.values()))) if len(places) == 1 else None

    def relative(self, noun: str, owner: Party, role: Callable[[Party], str | None]) -> Party | None:
        """The one whom the article introduces as the sister of ``owner``, for "his sister"; None if no or several.

        ``role`` gives a party's role with its "his" or "her" read.
        """
        whose = f"{owner.name}'s {noun}".lower()
        fitting = [p for p in self._holders.get(noun, []) if p is not owner and (role(p) or "").lower() == whose]
        return fitting[0] if len(fitting) == 1 else None

    def introduced(self, noun: str, phrase: str, at: int) -> Party | None:
        """Who is named later as "the spokeswoman, Ana Bell", for a "spokeswoman for the board" before."""
        if phrase.split()[0].lower() not in _ONE or not lexicon.is_person_noun(noun) or _NAMELESS.search(phrase):
            return None
        holders = self._holders.get(noun, [])
        first = holders[0].mentions[0] if len(holders) == 1 else None
        if first is None or first.start <= at or (first.role or "").lower() != noun:
            return None
        definite = self._text[first.start : first.start + 4].lower() == "the "
        return holders[0] if definite and self._antecedents.distance(at, first.start) <= REACH else None

    def taken_up(self, head: str, main: str, at: int) -> Party | None:
        """The party that "the mayor" or "the ministry" takes up, if the article leaves no doubt."""
        age = _AGED.search(main)
        if age and (head.endswith("-year-old") or lexicon.is_person_noun(head)):
            return self._aged(age.group(1))
        if lexicon.is_person_noun(head):
            return self._holder(head, at, ARTICLE.sub("", main).lower())
        if head in lexicon.BODY_NOUNS and len(main.split()) <= 2:
            fitting = [
                p for p in self._directory.parties if p.type == "organisation" and roles.head(p.role or "") == head
            ]
            return fitting[0] if len(fitting) == 1 else self._body(head, at)
        if head in lexicon.ORGANISATIONS and head not in lexicon.DOCUMENTS and len(main.split()) <= 2:
            return self._body(head, at)
        return None

    def _holder(self, noun: str, at: int, phrase: str) -> Party | None:
        """The one person whom the article gives the role ``noun``; None if none or several.

        Of several ministers "the prime minister" is the one whom the article calls that, else
        the one who alone is named near before.
        """
        former = bool(_FORMER.search(phrase))
        holding = self._holders.get(noun) or [p for n in _SAME_OFFICE.get(noun, ()) for p in self._holders.get(n, ())]
        found = [party for party in holding if former or not self._gave_up(party, noun)]
        called = [p for p in found if any(phrase in f"{m.title or ''} | {m.role or ''}".lower() for m in p.mentions)]
        if not called and all(roles.is_origin(word) for word in phrase.split()[:-1]):
            called = found
        if not called and _POSSESSOR.search(phrase):
            office = _POSSESSOR.split(phrase)[-1]
            called = [p for p in found if " " in office and any((m.role or "").lower() == office for m in p.mentions)]
        if not called and len(_POSSESSOR.split(phrase)[-1].split()) > 1:
            return self._of_place(phrase, noun) if f"{noun} of " in phrase else None
        found = called or found
        chosen = [party for party in found if party.mentions[0].span[0] < at] or found
        if len(chosen) > 1:
            chosen = [
                party
                for party in chosen
                if any(0 <= self._antecedents.distance(m.span[0], at) <= NEAR for m in party.mentions if m.span[0] < at)
            ]
        return chosen[0] if len(chosen) == 1 else None

    def _of_place(self, phrase: str, noun: str) -> Party | None:
        """Who holds the office in "the mayor of Torm": the only mayor, of whom no other place is told."""
        found = self._holders.get(noun, [])
        told = {word.lower() for p in found for m in p.mentions for word in f"{m.title or ''} {m.role or ''}".split()}
        return found[0] if len(found) == 1 and told <= set(phrase.split()) | {"the", "of"} else None

    def _gave_up(self, party: Party, noun: str) -> bool:
        """Whether the article gives the person this role only as a past one, or names a successor."""
        parts = [part for m in party.mentions for part in (m.title, m.role) if part]
        told = [part for part in parts if roles.head(part).rstrip(".") == noun]
        return party.name in self._succeeded or (bool(told) and all(_FORMER.search(part) for part in told))

    def _aged(self, age: str) -> Party | None:
        """The one person of this age."""
        if self._ages is None:
            self._ages = {}
            for party in self._directory.parties:
                for told in {self._age(m) for m in party.mentions} - {None} if party.known_person else ():
                    self._ages.setdefault(told, []).append(party)
        fitting = self._ages.get(age, [])
        return fitting[0] if len(fitting) == 1 else None

    def _age(self, mention: Mention) -> str | None:
        after = _AFTER_NAME.match(self._text, mention.span[1])
        match = after or _AGED.search(self._text, mention.start, mention.span[0])
        return match.group(1) if match else None

    def _body(self, noun: str, at: int) -> Party | None:
        """The body whose name holds ``noun`` and was named last before ``at``."""
        places = self._bodies.get(noun, [])
        number = bisect_right(places, at, key=lambda place: place[0]) - 1
        if number >= 0:
            return places[number][1]
        kin = {id(p): p for word in _KINDS.get(noun, ()) for place, p in self._bodies.get(word, ()) if place < at}
        return next(iter(kin.values())) if len(kin) == 1 and not places else None

    def _index_successors(self) -> None:
        """Gives a successor the offices of whom he or she follows."""
        self._succeeded: set[str] = set()
        for party in self._directory.parties:
            for mention in party.mentions:
                if roles.head(mention.role or "") not in _SUCCESSORS:
                    continue
                first = (mention.role or "").split()[0].lower()
                if first in {"his", "her"}:
                    before = self._antecedents.best(first == "his", mention.start)
                else:
                    owner = _POSSESSOR.split(mention.role or "")[0].lower()
                    before = next((p for p in self._directory.parties if p.name.lower().endswith(owner)), None)
                if before and before is not party:
                    self._succeeded.add(before.name)
                    for holders in self._holders.values():
                        if before in holders and party not in holders:
                            holders.append(party)

    def _index_parties(self) -> None:
        """Who holds which role, and where bodies with which word in their name are named."""
        for party in self._directory.parties:
            if party.type == "person":
                for word in {roles.head(part) for m in party.mentions for part in (m.title, m.role) if part}:
                    self._holders.setdefault(word.rstrip("."), []).append(party)
                for office in {_led(self._text, m) for m in party.mentions if " " in party.name} - {None}:
                    holders = self._holders.setdefault(office or "", [])
                    if party not in holders:
                        holders.append(party)
            elif party.type == "organisation":
                for word in set(party.name.lower().split()):
                    self._bodies.setdefault(word, []).extend((m.span[0], party) for m in party.mentions)
        for places in self._bodies.values():
            places.sort(key=lambda place: place[0])
