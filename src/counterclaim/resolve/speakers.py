"""Statements with sources as worded in, who is meant by each source out.

A first version by rules: what a source phrase is (a pronoun, a name, a role, a body, a
description), then the party of the article that it stands for. Where the text leaves it
open the name is null and nothing is guessed.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.records import Article, Spans, Speaker, SpeakerType, Statement, content_id
from counterclaim.resolve import lexicon
from counterclaim.resolve.names import Mention, find_names
from counterclaim.resolve.people import Directory, Party

_REACH = 5
"""Sentences back in which a pronoun's antecedent is looked for."""

_AFTER_A_NAME = lexicon.PREPOSITIONS | {"and", "or", "himself", "herself", "itself", "also", "then", "now", "the", "a"}
"""Lower-case words that can follow a name which is what a phrase is about; before any other word
("two Wall Street investors") the name only describes."""

_ARTICLE = re.compile(r"^(?:the|a|an|this|that|these|those)\s+", re.IGNORECASE)


def _role_and_name(phrase: str) -> tuple[str, str] | None:
    """Role and name of a phrase that ends with a person's name: "US ambassador to Germany Ada Reed".

    A capitalised word before the name may belong to it or to the role; a common given name decides.
    """
    words = phrase.split()
    if "," in phrase:
        return None
    for count in (2, 3):
        role, name = words[:-count], words[-count:]
        last = role[-1].strip("()").lower() if role else ""
        if not role or not all(word[0].isupper() for word in name) or last in lexicon.PREPOSITIONS | {"the", "and"}:
            continue
        known = name[0].lower() in lexicon.MALE_NAMES | lexicon.FEMALE_NAMES
        parts = {word.strip("().’'").lower() for word in role}
        body = {word.strip("().’'").lower() for word in name} & (lexicon.ORGANISATIONS | lexicon.DOCUMENTS)
        if (
            parts & (lexicon.ROLES | lexicon.TITLES)
            and not body
            and (known or (role[-1].islower() and last in lexicon.ROLES))
        ):
            return _ARTICLE.sub("", " ".join(role)), " ".join(name)
    return None


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement already resolved: where its source stands and who it is."""

    start: int
    speaker: Speaker
    party: Party | None


class Resolver:
    """Who is who in one article."""

    def __init__(self, article: Article, statements: Sequence[Statement]) -> None:
        self._text = article.text
        self._document = article.document.id
        self._sentences = article.sentences
        self._sentence_starts = [start for start, _ in article.sentences]
        self._mentions = find_names(article.text, article.sentences)
        self._starts = [mention.span[0] for mention in self._mentions]
        self._directory = Directory(self._mentions)
        self._holders: dict[str, list[Party]] = {}
        self._bodies: dict[str, list[tuple[int, Party]]] = {}
        self._index_parties()
        self._contents = sorted((span, s.id) for s in statements for span in s.content)
        self._content_starts = [span[0] for span, _ in self._contents]
        self._said: list[_Said] = []
        self._spoke: dict[int, int] = {}
        self._by_id: dict[str, Speaker] = {}

    def speaker(self, statement: Statement) -> Speaker:
        """Who ``statement`` is attributed to. Call in text order: later pronouns look back."""
        speaker, party = self._find(statement.source)
        if statement.source:
            self._said.append(_Said(statement.source[0][0], speaker, party))
            if party is not None:
                self._spoke[id(party)] = statement.source[0][0]
        self._by_id[statement.id] = speaker
        return speaker

    def _find(self, source: Spans) -> tuple[Speaker, Party | None]:
        if not source:
            return Speaker(), None
        start, end = source[0]
        phrase = self._text[start:end].strip(" ,;:—–-")
        bare = phrase.lower()
        if bare in lexicon.PRONOUNS:
            return self._pronoun(bare, start)
        titled = _role_and_name(phrase)
        if titled:
            role, name = titled
            party = next((party for party in self._directory.parties if party.name == name), None)
            return self._speaker(name, "person", role), party
        head = self._head_name(start, end) or self._owner(start, end)
        if head:
            party = self._directory.party(head)
            return self._of_party(party, head), party
        return self._described(phrase, start)

    # Names

    def _head_name(self, start: int, end: int) -> Mention | None:
        """The name that a source phrase is about, if it is about one.

        In "the spokesman for Ana Bell" that is nobody; in "Ana Bell, spokesman for Jo Ray"
        it is the first.
        """
        first, last = bisect_right(self._starts, start - 1), bisect_right(self._starts, end)
        inside = [m for m in self._mentions[first:last] if m.span[1] <= end]
        comma = self._text.find(",", start, end)
        stop = comma if comma >= 0 else end
        own = [m for m in inside if m.span[0] < stop and self._heads(m, start, end)]
        if own:
            return own[0]
        later = [m for m in inside if m.span[0] > stop and not self._text[stop + 1 : m.span[0]].strip()]
        return later[0] if later and not later[0].possessive else None

    def _owner(self, start: int, end: int) -> Mention | None:
        """The one whose name a source phrase is, with an "'s" that belongs to the cue: "Johnson's claim that"."""
        number = bisect_right(self._starts, start - 1)
        if number < len(self._mentions):
            mention = self._mentions[number]
            before = self._text[start : mention.span[0]].lower().split()
            after = self._text[mention.span[1] : end]
            if mention.possessive and before in ([], ["the"]) and after.strip() in ("’s", "'s", "’", "'"):
                return mention
        return None

    def _heads(self, mention: Mention, start: int, end: int) -> bool:
        """Whether a name is what the phrase is about and not a part or an adjective of it."""
        before = self._text[start : mention.span[0]].lower().split()
        if mention.possessive or any(word in lexicon.PREPOSITIONS for word in before):
            return False
        after = re.match(r"\s+([a-z’'\-]+)", self._text[mention.span[1] : end])
        follows = after.group(1) if after else ""
        return not follows or follows in _AFTER_A_NAME or follows.endswith(("ing", "ed"))

    def _of_party(self, party: Party, mention: Mention) -> Speaker:
        kind = party.type
        if kind == "person" and not party.known_person:
            before = self._text[max(0, mention.span[0] - 8) : mention.span[0]].lower().split()[-1:]
            if len(party.name.split()) == 1 or before == ["the"]:
                kind = "organisation"
        return self._speaker(party.name, kind, mention.role or party.role)

    # Pronouns

    def _pronoun(self, word: str, at: int) -> tuple[Speaker, Party | None]:
        if word in lexicon.FIRST_PERSON:
            return self._first_person(at)
        if word in lexicon.RELATIVES:
            number = bisect_right(self._starts, at) - 1
            if number >= 0 and 0 <= at - self._mentions[number].span[1] <= 2:
                party = self._directory.party(self._mentions[number])
                return self._of_party(party, self._mentions[number]), party
            return Speaker(), None
        if word in lexicon.PLURAL_PRONOUNS | lexicon.THING_PRONOUNS:
            wanted: set[SpeakerType | None] = {"group", "organisation", "unnamed"}
            if word in lexicon.THING_PRONOUNS:
                wanted = {"organisation", "document"}
            for said in reversed(self._said):
                if self._distance(said.start, at) > _REACH:
                    break
                if said.speaker.name and said.speaker.type in wanted:
                    return said.speaker, said.party
            return Speaker(), None
        if word in lexicon.OPEN_PRONOUNS:
            return Speaker(), None
        return self._he_or_she(word in lexicon.MALE_PRONOUNS, at)

    def _first_person(self, at: int) -> tuple[Speaker, Party | None]:
        """Inside somebody's quoted words, "I" is that somebody; elsewhere it is left open."""
        statement = self._content_at(at)
        return (self._by_id.get(statement, Speaker()) if statement else Speaker()), None

    def _he_or_she(self, male: bool, at: int) -> tuple[Speaker, Party | None]:
        here = self._sentence(at)
        best: tuple[float, int] | None = None
        chosen: Party | None = None
        for number in range(bisect_right(self._starts, at - 1) - 1, -1, -1):
            mention = self._mentions[number]
            distance = here - self._sentence(mention.span[0])
            if distance > _REACH:
                break
            party = self._directory.party(mention)
            known = party.known_person or id(party) in self._spoke
            if party.type != "person" or not known or party.male is (not male) or mention.possessive:
                continue
            first = self._first_in_sentence(mention)
            points = -1.5 * distance + 1.0 * first + 0.5 * (party.male is male)
            points += 1.0 * (id(party) in self._spoke and self._distance(self._spoke[id(party)], at) <= 2)
            points -= 2.0 * (self._content_at(mention.span[0]) is not None)
            points -= 1.0 * (
                self._text[mention.span[0] - 5 : mention.span[0]].split()[-1:] in (["of"], ["for"], ["to"], ["told"])
            )
            if best is None or (points, mention.span[0]) > best:
                best, chosen = (points, mention.span[0]), party
        if chosen is None:
            return self._last_person(male, at)
        return self._speaker(chosen.name, "person", chosen.role), chosen

    def _last_person(self, male: bool, at: int) -> tuple[Speaker, Party | None]:
        """Where nobody is named near, the last speaker who can be meant ("the mayor ... he")."""
        for said in reversed(self._said):
            if self._distance(said.start, at) > _REACH:
                break
            fits = said.party is None or said.party.male is not (not male)
            if fits and said.speaker.type in ("person", "unnamed") and said.speaker.name:
                return said.speaker, said.party
        return Speaker(type="person"), None

    # Descriptions

    def _described(self, phrase: str, at: int) -> tuple[Speaker, Party | None]:
        words = [word.strip("’'.,").lower() for word in phrase.split()]
        main = phrase.split(",")[0].strip() or phrase
        head = self._head_noun(main)
        definite = words[0] in {"the", "his", "her", "their", "its", "this", "that"} if words else False
        if definite and words[0] == "the" and head in lexicon.ROLES:
            party = self._holder(head, at, _ARTICLE.sub("", main).lower())
            if party:
                return self._speaker(party.name, "person", party.role), party
        if definite and head in lexicon.ORGANISATIONS and len(words) == 2 and words[0] == "the":
            party = self._body(head, at)
            if party:
                return self._speaker(party.name, "organisation", party.role), party
        return self._speaker(main, self._type(head, words, definite), None), None

    @staticmethod
    def _head_noun(phrase: str) -> str:
        """The noun that a phrase is about: the last word before any preposition or clause."""
        head = ""
        for word in phrase.lower().split():
            bare = re.sub(r"[’']s?$", "", word.strip(".,"))
            if bare in lexicon.PREPOSITIONS or bare in {"close", "familiar", "involved", "briefed", "speaking"}:
                break
            head = bare
        return head

    @staticmethod
    def _type(head: str, words: list[str], definite: bool) -> SpeakerType:
        if head in lexicon.DOCUMENTS:
            return "document"
        if head in lexicon.ORGANISATIONS:
            return "organisation"
        if head in lexicon.GROUPS or (
            words and words[0] in {"some", "many", "several", "both", "most", "two", "three"}
        ):
            return "group"
        if head in lexicon.ROLES or head in {"man", "woman", "person", "source", "boy", "girl"}:
            return "person" if definite else "unnamed"
        return "group" if head.endswith("s") and not head.endswith("ss") else "unnamed"

    def _holder(self, noun: str, at: int, phrase: str) -> Party | None:
        """The one person whom the article gives the role ``noun``; None if none or several.

        Of several ministers "the prime minister" is the one whom the article calls that.
        """
        found = self._holders.get(noun, [])
        called = [p for p in found if any(phrase in f"{m.title or ''} | {m.role or ''}".lower() for m in p.mentions)]
        found = called or found
        chosen = [party for party in found if party.mentions[0].span[0] < at] or found
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
                roles = " ".join(f"{m.title or ''} {m.role or ''}" for m in party.mentions).lower()
                for word in set(re.findall(r"[\w\-]+", roles)):
                    self._holders.setdefault(word, []).append(party)
            elif party.type == "organisation":
                for word in set(party.name.lower().split()):
                    self._bodies.setdefault(word, []).extend((m.span[0], party) for m in party.mentions)
        for places in self._bodies.values():
            places.sort(key=lambda place: place[0])

    # Where things stand

    def _sentence(self, at: int) -> int:
        return bisect_right(self._sentence_starts, at) - 1

    def _distance(self, before: int, after: int) -> int:
        return self._sentence(after) - self._sentence(before)

    def _first_in_sentence(self, mention: Mention) -> bool:
        start = self._sentence_starts[max(self._sentence(mention.span[0]), 0)] if self._sentence_starts else 0
        position = bisect_right(self._starts, start - 1)
        return position < len(self._mentions) and self._mentions[position].span == mention.span

    def _content_at(self, at: int) -> str | None:
        """The id of the statement in whose content the character ``at`` stands."""
        position = bisect_right(self._content_starts, at) - 1
        if position < 0 or at >= self._contents[position][0][1]:
            return None
        return self._contents[position][1]

    def _speaker(self, name: str, kind: SpeakerType, role: str | None) -> Speaker:
        name = " ".join(name.split())
        key = _ARTICLE.sub("", name).lower()
        return Speaker(
            id=content_id("party", document=self._document, name=key, kind=kind), name=name, type=kind, role=role
        )
