"""Statements with sources as worded in, who is meant by each source out.

What a source phrase is (a pronoun, a name, a role, a body, a document, a description), then the
party of the article that it stands for. Where the text leaves it open the name is null and
nothing is guessed.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from counterclaim.records import Article, Spans, Speaker, SpeakerType, Statement, content_id
from counterclaim.resolve import lexicon, roles
from counterclaim.resolve.descriptions import ARTICLE, COMMA, DEFINITE, Descriptions, is_definite, name_of, type_of
from counterclaim.resolve.names import Mention, find_names
from counterclaim.resolve.offices import NEAR, Offices
from counterclaim.resolve.people import Directory, Party
from counterclaim.resolve.pronouns import REACH, Antecedents

_AFTER_A_NAME = lexicon.PREPOSITIONS | {"and", "or", "himself", "herself", "itself", "also", "then", "now", "the", "a"}
"""Lower-case words that can follow a name which is what a phrase is about; before any other word
("two Wall Street investors") the name only describes."""

_MADE = frozenset(["report", "reports", "article", "articles", "story", "stories", "coverage"])
"""Documents that stay documents when somebody is named who made them."""

_MADE_BY = re.compile(r"(?:\s+on\s+\w+)?\s+(?:by|from)\s+(?:the\s+)?", re.IGNORECASE)
_DASH = re.compile(r"\s[—–]\s")
_LISTED = re.compile(r",?\s*(?:and|or)?(?:\s*the)?|,\s*(?:and\s+)?(?:the)?")
_JOINT = re.compile(r"\s*,?\s+and\s+|\s+as well as\s+")
_MINE = re.compile(r"(?:my|our|your)\s", re.IGNORECASE)
_TWO = re.compile(r"^(?:both|the\s+two|the\s+pair|the\s+couple|the\s+duo)\b(?:\s+\w+)?$", re.IGNORECASE)
_BY = re.compile(r"\s+(?:by|from)\s+(?:the\s+)?", re.IGNORECASE)
_OWNER = re.compile(r"^(his|her|their|its|my|our)\s+(.+)$", re.IGNORECASE | re.DOTALL)
_POSSESSOR = re.compile(r"[’']s?\s")


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement already resolved: where its source stands and who it is."""

    start: int
    speaker: Speaker
    party: Party | None


def _shared_role(one: Party, other: Party) -> str | None:
    """The roles of two who speak together; one for both if it is the same."""
    if one.role == other.role:
        return one.role
    return " and ".join(role for role in (one.role, other.role) if role)


class Resolver:
    """Who is who in one article."""

    def __init__(self, article: Article, statements: Sequence[Statement]) -> None:
        self._text = article.text
        self._document = article.document.id
        self._mentions = find_names(article.text, article.sentences)
        self._starts = [mention.span[0] for mention in self._mentions]
        self.directory = Directory(self._mentions, article.text)
        self._by_name = {mention.name: self.directory.party(mention) for mention in self._mentions}
        contents = [span for s in statements for span in s.content]
        self.antecedents = Antecedents(article.text, article.sentences, self.directory, contents)
        self._offices = Offices(self.directory, self.antecedents)
        self._contents = sorted((span, s.id) for s in statements for span in s.content)
        self._content_starts = [span[0] for span, _ in self._contents]
        self._sources = {s.id: s.source for s in statements}
        self._said: list[_Said] = []
        self._by_id: dict[str, Speaker] = {}
        self._descriptions = Descriptions(article.text, self._described_sources(statements))

    def speaker(self, statement: Statement) -> Speaker:
        """Who ``statement`` is attributed to. Call in text order: later pronouns look back."""
        speaker, party = self._find(statement.source)
        if statement.source:
            self._said.append(_Said(statement.source[0][0], speaker, party))
            if party is not None:
                self.antecedents.spoken(party, statement.source[0][0])
        self._by_id[statement.id] = speaker
        return speaker

    def _described_sources(self, statements: Sequence[Statement]) -> list[tuple[int, str]]:
        """The sources that name nobody, for the fullest wording of each."""
        found = []
        for statement in statements:
            if statement.source:
                start, end = statement.source[0]
                phrase = self._phrase(start, end)
                if phrase.lower() not in lexicon.PRONOUNS and not self._head_name(start, end):
                    found.append((start, phrase))
        return sorted(found)

    def _phrase(self, start: int, end: int) -> str:
        return self._text[start:end].strip(' ,;:—–-\n“”"')

    def _find(self, source: Spans) -> tuple[Speaker, Party | None]:
        if not source:
            return Speaker(), None
        start, end = source[0]
        dash = _DASH.search(self._text, start, end)
        if dash and dash.start() > start:
            end = dash.start()
        phrase = self._phrase(start, end)
        bare = phrase.lower()
        if len(bare) < len("us") and bare != "i":
            return Speaker(), None
        if bare in lexicon.PRONOUNS:
            return self._pronoun(bare, start)
        joint = self._joint(phrase, start, end)
        if joint:
            return joint, None
        authored = self._author(phrase, start, end)
        if authored:
            return authored
        head = self._head_name(start, end) or self._owner(start, end)
        if head and head.name.lower() in lexicon.ORGANISATIONS and _POSSESSOR.search(self._text[start : head.span[0]]):
            return self._speaker(name_of(phrase), "organisation", None), None
        if head and phrase.split()[0].lower() in {"a", "an"} and self.directory.party(head).type == "group":
            return self._speaker(ARTICLE.sub("", phrase), "unnamed", None), None
        if head and self.directory.party(head).type == "group" and head.name != ARTICLE.sub("", phrase):
            return self._described(phrase, start)
        if head:
            party = self.directory.party(head)
            return self._of_party(party, head, self._text[head.span[1] : end]), party
        return self._described(phrase, start)

    # Names

    def _inside(self, start: int, end: int) -> list[Mention]:
        first, last = bisect_right(self._starts, start - 1), bisect_right(self._starts, end)
        return [m for m in self._mentions[first:last] if m.span[1] <= end]

    def _head_name(self, start: int, end: int) -> Mention | None:
        """The name that a source phrase is about, if it is about one.

        In "the spokesman for Ana Bell" that is nobody; in "Ana Bell, spokesman for Jo Ray"
        it is the first.
        """
        inside = self._inside(start, end)
        comma = self._text.find(",", start, end)
        stop = comma if comma >= 0 else end
        own = [m for m in inside if m.span[0] < stop and self._heads(m, start, end)]
        last = inside[-1] if inside else None
        described = (
            last
            and stop < last.start + 1
            and last.start < last.span[0]
            and not self._text[last.span[1] : end].strip(" ,")
        )
        if last and described and last.type == "person" and own and own[0].type != "person":
            return last
        if own:
            return own[0]
        for mention in inside:
            if mention.span[0] > stop and not mention.possessive and mention.start <= start + 4:
                return mention
        later = [m for m in inside if m.span[0] > stop and not self._text[stop + 1 : m.start].strip()]
        return later[0] if later and not later[0].possessive else None

    def _owner(self, start: int, end: int) -> Mention | None:
        """The one whose name a source phrase is, with an "'s" that belongs to the cue: "Johnson's claim that"."""
        number = bisect_right(self._starts, start - 1)
        if number < len(self._mentions):
            mention = self._mentions[number]
            before = self._text[start : max(start, mention.start)].lower().split()
            after = self._text[mention.span[1] : end]
            if mention.possessive and before in ([], ["the"]) and after.strip() in ("’s", "'s", "’", "'", ""):
                return mention
        return None

    def _heads(self, mention: Mention, start: int, end: int) -> bool:
        """Whether a name is what the phrase is about and not a part or an adjective of it."""
        before = self._between_names(start, mention.start)
        if mention.possessive or any(word in lexicon.PREPOSITIONS for word in before):
            return False
        after = re.match(r"\s+([a-z’'\-]+)", self._text[mention.span[1] : end])
        follows = after.group(1) if after else ""
        return not follows or follows in _AFTER_A_NAME or follows.endswith(("ing", "ed"))

    def _between_names(self, start: int, end: int) -> list[str]:
        """The words from ``start`` to ``end`` that belong to no name, unless a preposition stands before the name."""
        words: list[str] = []
        at = start
        for mention in self._inside(start, end):
            words += self._text[at : mention.span[0]].lower().split()
            at = mention.span[1]
        return words + (self._text[at:end].lower().split() if at < end else [])

    def _of_party(self, party: Party, mention: Mention, rest: str = "") -> Speaker:
        kind = party.type
        if kind == "person" and not party.known_person:
            single = len(party.name.split()) == 1
            if single or any(m.after_the or m.place for m in party.mentions):
                kind = "organisation"
        role = party.role
        if kind == "person" and role is None:
            role = roles.of_body(rest) if re.match(r"\s+(?:of|from|at|with)\s", rest) else None
            party.role = role
        return self._speaker(party.name, kind, self._whose(role, mention.start))

    def _whose(self, role: str | None, at: int) -> str | None:
        """A role with its "his" or "her" replaced by who that is: "his wife" -> "Jan Korda's wife"."""
        match = _OWNER.match(role or "")
        if not role or not match:
            return role
        word = match.group(1).lower()
        if word in {"his", "her"}:
            owner = self.antecedents.best(word == "his", at)
            return f"{owner.name}'s {match.group(2)}" if owner else match.group(2)
        return match.group(2)

    # Several at once

    def _joint(self, phrase: str, start: int, end: int) -> Speaker | None:
        """A group of several: "Ana Bell and Jan Korda", "both men", "the firms Arno and Belt, among others"."""
        if _TWO.match(phrase):
            return self._two(start)
        inside = self._inside(start, end)
        gaps = [self._text[one.span[1] : other.span[0]].strip() for one, other in pairwise(inside)]
        if len(inside) > 2 and all(_LISTED.fullmatch(gap) for gap in gaps) and not inside[-1].possessive:
            return self._speaker(ARTICLE.sub("", phrase), "group", None)
        pieces = [(m.start(), m.end()) for m in _JOINT.finditer(self._text, start, end)]
        for left, right in pieces:
            first = self._head_name(start, left)
            prefix = self._text[start:left]
            if not first or re.search(r"\b(?:of|for|at|between|who|which|with)\b", prefix[: first.span[0] - start]):
                continue
            if any(m.span[0] < left < m.span[1] for m in self._inside(start, end)):
                continue
            if self._text[first.span[1] : left].strip().startswith(","):
                continue
            second = self._head_name(right, end)
            lead = self._text[right : second.start].split() if second else []
            if second and not second.possessive and (len(lead) <= 1 or any(lexicon.is_person_noun(w) for w in lead)):
                one, other = self.directory.party(first), self.directory.party(second)
                return self._speaker(f"{one.name} and {other.name}", "group", _shared_role(one, other))
            following = self._phrase(right, end)
            if type_of(following) == "group":
                return self._speaker(f"{self.directory.party(first).name} and {name_of(following)}", "group", None)
        if re.search(r"\b(?:including|such as|among them)\b", phrase) and type_of(phrase) == "group":
            return self._speaker(ARTICLE.sub("", phrase), "group", None)
        return None

    def _two(self, at: int, reach: int = 2 * REACH) -> Speaker | None:
        """The last two people who are named side by side before ``at``, or in one sentence."""
        number = bisect_right(self._starts, at - 1) - 1
        for later in range(number, 0, -1):
            one, other = self._mentions[later - 1], self._mentions[later]
            if self.antecedents.distance(one.span[0], at) > reach:
                break
            between = self._text[one.span[1] : other.start]
            parties = self.directory.party(one), self.directory.party(other)
            people = all(p.type == "person" and p.known_person for p in parties) and parties[0] is not parties[1]
            if people and re.fullmatch(r"(?:,[^.,]{0,60},)?,?\s+(?:and|or)\s+", between):
                first, second = sorted(parties, key=lambda p: p.mentions[0].span[0])
                return self._speaker(f"{first.name} and {second.name}", "group", _shared_role(first, second))
        return None

    # Documents

    def _author(self, phrase: str, start: int, end: int) -> tuple[Speaker, Party | None] | None:
        """Who speaks in a tweet, a letter or a statement; in a report only where a paper or a person makes it."""
        noun = roles.head(phrase)
        first = phrase.split()[0].lower()
        reports = noun in lexicon.MEDIA_REPORTS
        if noun not in lexicon.AUTHORED and not reports:
            return None
        owner = self._owner_of(start, end, noun)
        if owner:
            party = self.directory.party(owner)
            speaker = self._of_party(party, owner)
            return (speaker, party) if noun in lexicon.AUTHORED or speaker.type == "organisation" else None
        by = _BY.search(phrase)
        if by and noun not in _MADE:
            described = phrase[by.end() :]
            return self._described(described, start) if roles.head(described) else None
        if noun in lexicon.AUTHORED and first in {"his", "her"}:
            author = self.antecedents.best(first == "his", start)
            return (self._speaker(author.name, "person", self._whose(author.role, start)), author) if author else None
        if noun in lexicon.AUTHORED and first in {"their", "its"}:
            recent = self._recent(start, {"group", "organisation"})
            return recent if recent[0].name else None
        if noun in lexicon.AUTHORED and first in DEFINITE and len(phrase.split()) == len(["the", noun]):
            return self._issuer(noun, start)
        return None

    def _issuer(self, noun: str, at: int) -> tuple[Speaker, Party | None] | None:
        """Whose "the statement" is: who is named first where "a statement" came up, else who spoke last."""
        here = self.antecedents.sentence(at)
        floor = self.antecedents.start_of(max(here - NEAR, 0))
        place = max(self._text.rfind(f" a {noun}", floor, at), self._text.rfind(f" an {noun}", floor, at))
        if place >= 0:
            first = bisect_right(self._starts, self.antecedents.start_of(self.antecedents.sentence(place)) - 1)
            for mention in self._mentions[first : bisect_right(self._starts, place)]:
                party = self.directory.party(mention)
                speaker = self._of_party(party, mention)
                if not (mention.possessive or mention.place) and speaker.type in ("person", "organisation"):
                    return speaker, party
        for said in reversed(self._said):
            if self.antecedents.distance(said.start, at) > NEAR:
                break
            if said.speaker.name and said.speaker.type in ("person", "organisation"):
                return said.speaker, said.party
        return None

    def _owner_of(self, start: int, end: int, noun: str) -> Mention | None:
        """The name before "'s tweet", before "reports" or after "by"."""
        inside = self._inside(start, end)
        place = self._text.lower().find(noun, start)
        for mention in inside:
            gap = self._text[mention.span[1] : place] if mention.span[1] <= place else None
            adjacent = gap is not None and not gap.strip() and noun in lexicon.MEDIA_REPORTS
            if gap is not None and (mention.possessive or adjacent):
                others = self._text[start : max(start, mention.start)].lower().split()
                if not any(word in lexicon.PREPOSITIONS for word in others) and (mention.possessive or not others):
                    return mention
            lead = self._text[place + len(noun) : mention.start]
            if gap is None and noun not in _MADE and _MADE_BY.fullmatch(lead):
                return mention if self._heads(mention, mention.start, end) else None
        return None

    # Pronouns

    def _pronoun(self, word: str, at: int) -> tuple[Speaker, Party | None]:
        if word in lexicon.FIRST_PERSON:
            return self._first_person(word, at)
        if word in lexicon.RELATIVES:
            number = bisect_right(self._starts, at) - 1
            if number >= 0 and 0 <= at - self._mentions[number].span[1] <= 2:
                party = self.directory.party(self._mentions[number])
                return self._of_party(party, self._mentions[number]), party
            return Speaker(), None
        if word in lexicon.PLURAL_PRONOUNS:
            recent = self._recent(at, {"group", "organisation"})
            return recent if recent[0].name else (self._two(at, NEAR) or Speaker(), None)
        if word in lexicon.THING_PRONOUNS:
            return self._recent(at, {"organisation", "document"})
        if word in lexicon.OPEN_PRONOUNS:
            return Speaker(), None
        return self._he_or_she(word in lexicon.MALE_PRONOUNS, at)

    def _recent(self, at: int, wanted: set[SpeakerType]) -> tuple[Speaker, Party | None]:
        """The last speaker of one of these types; else what the sentence before is about, if it is a body."""
        for said in reversed(self._said):
            if self.antecedents.distance(said.start, at) > REACH:
                break
            if said.speaker.name and said.speaker.type in wanted:
                return said.speaker, said.party
        return Speaker(), None

    def _first_person(self, word: str, at: int) -> tuple[Speaker, Party | None]:
        """Inside somebody's quoted words, "I" is that somebody; "we" and "I" elsewhere are left open."""
        statement = self._content_at(at)
        if statement is None or word in lexicon.FIRST_PLURAL:
            return Speaker(), None
        if statement not in self._by_id:  # its source stands after the quoted words
            source = self._sources[statement]
            return self._find(source) if source and source[0][0] > at else (Speaker(), None)
        return self._by_id[statement], None

    def _he_or_she(self, male: bool, at: int) -> tuple[Speaker, Party | None]:
        last = self._said[-1] if self._said else None
        described = last and last.speaker.type == "unnamed" and self.antecedents.distance(last.start, at) <= 1
        if last and described and last.party is None and last.speaker.name and not _MINE.match(last.speaker.name):
            return last.speaker, None
        chosen = self.antecedents.best(male, at)
        if chosen is None:
            return self._last_person(male, at)
        return self._speaker(chosen.name, "person", self._whose(chosen.role, at)), chosen

    def _last_person(self, male: bool, at: int) -> tuple[Speaker, Party | None]:
        """Where nobody is named near, the last speaker who can be meant ("the mayor ... he")."""
        for said in reversed(self._said):
            if self.antecedents.distance(said.start, at) > REACH:
                break
            fits = said.party is None or said.party.male is not (not male)
            if fits and said.speaker.type in ("person", "unnamed") and said.speaker.name:
                return said.speaker, said.party
        return Speaker(type="person"), None

    # Descriptions

    def _described(self, phrase: str, at: int) -> tuple[Speaker, Party | None]:
        phrase = re.sub(r"[’']s?$", "", phrase)
        main = COMMA.split(phrase)[0].strip() or phrase
        head = roles.head(main)
        words = main.lower().split()
        bare = ARTICLE.sub("", phrase)
        named = self._by_name.get(bare) if bare.lower() not in lexicon.ORGANISATIONS else None
        if named:
            return self._of_party(named, named.mentions[0]), named
        if (
            not words
            or head in lexicon.OPEN_PRONOUNS
            or main.lower() in {"he or she", "she or he"}
            or words[0] in {"nobody", "not", "no"}
        ):
            return Speaker(), None
        owned = _OWNER.match(main)
        if owned and words[0] in {"his", "her"}:
            owner = self.antecedents.best(words[0] == "his", at)
            if owner:
                return self._speaker(f"{owner.name}'s {owned.group(2)}", type_of(main), None), None
        if is_definite(main) and not roles.of_body(main):
            party = self._offices.taken_up(head, main, at)
            if party:
                kind: SpeakerType = "person" if party.type == "person" else "organisation"
                return self._speaker(party.name, kind, self._whose(party.role, at)), party
        name = self._descriptions.fullest(phrase, at)
        kind = type_of(main)
        role = roles.of_description(main) or roles.of_description(name) if kind == "unnamed" else None
        if kind == "document":
            role = self._offices.maker(main) or self._offices.maker(name)
        if kind == "group" and head in lexicon.SERVANTS:
            role = roles.of_body(main) or roles.of_body(name)
        return self._speaker(name, kind, role), None

    def _content_at(self, at: int) -> str | None:
        """The id of the statement in whose content the character ``at`` stands."""
        position = bisect_right(self._content_starts, at) - 1
        if position < 0 or at >= self._contents[position][0][1]:
            return None
        return self._contents[position][1]

    def _speaker(self, name: str, kind: SpeakerType, role: str | None) -> Speaker:
        name = " ".join(name.split())
        key = ARTICLE.sub("", name).lower()
        return Speaker(
            id=content_id("party", document=self._document, name=key, kind=kind), name=name, type=kind, role=role
        )
