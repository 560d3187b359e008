"""The parties of an article in, who is meant by an office, a kind of body or a document's holder out."""

import re
from bisect import bisect_right

from counterclaim.resolve import lexicon, roles
from counterclaim.resolve.descriptions import ARTICLE
from counterclaim.resolve.people import Directory, Party
from counterclaim.resolve.pronouns import Antecedents

NEAR = 3
"""Sentences back in which one of several holders of a role, or an author, is looked for."""

_POSSESSOR = re.compile(r"[’']s?\s")


class Offices:
    """Who holds which role, and which body is meant by its kind."""

    def __init__(self, directory: Directory, antecedents: Antecedents) -> None:
        self._directory = directory
        self._antecedents = antecedents
        self._holders: dict[str, list[Party]] = {}
        self._bodies: dict[str, list[tuple[int, Party]]] = {}
        self._index_parties()

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

    def taken_up(self, head: str, main: str, at: int) -> Party | None:
        """The party that "the mayor" or "the ministry" takes up, if the article leaves no doubt."""
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
        found = self._holders.get(noun, [])
        called = [p for p in found if any(phrase in f"{m.title or ''} | {m.role or ''}".lower() for m in p.mentions)]
        if not called and all(roles.is_origin(word) for word in phrase.split()[:-1]):
            called = found
        if not called and len(_POSSESSOR.split(phrase)[-1].split()) > 1:
            return None
        found = called or found
        chosen = [party for party in found if party.mentions[0].span[0] < at] or found
        if len(chosen) > 1:
            chosen = [
                party
                for party in chosen
                if any(0 <= self._antecedents.distance(m.span[0], at) <= NEAR for m in party.mentions if m.span[0] < at)
            ]
        return chosen[0] if len(chosen) == 1 else None

    def _body(self, noun: str, at: int) -> Party | None:
        """The body whose name holds ``noun`` and was named last before ``at``."""
        places = self._bodies.get(noun, [])
        number = bisect_right(places, at, key=lambda place: place[0]) - 1
        return places[number][1] if number >= 0 else None

    def _index_parties(self) -> None:
        """Who holds which role, and where bodies with which word in their name are named."""
        for party in self._directory.parties:
            if party.type == "person":
                for word in {roles.head(part) for m in party.mentions for part in (m.title, m.role) if part}:
                    self._holders.setdefault(word.rstrip("."), []).append(party)
            elif party.type == "organisation":
                for word in set(party.name.lower().split()):
                    self._bodies.setdefault(word, []).extend((m.span[0], party) for m in party.mentions)
        for places in self._bodies.values():
            places.sort(key=lambda place: place[0])
