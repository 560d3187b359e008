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
from counterclaim.resolve.descriptions import (
    ARTICLE,
    COMMA,
    DEFINITE,
    Descriptions,
    is_definite,
    name_of,
    topic,
    type_of,
)
from counterclaim.resolve.interviews import Interview, label_starts
from counterclaim.resolve.names import Mention, find_names
from counterclaim.resolve.offices import ANY_DOCUMENT, ANY_FIRM, NEAR, Offices, is_outlet, may_be_firm
from counterclaim.resolve.people import Directory, Party
from counterclaim.resolve.pronouns import REACH, Antecedents
from counterclaim.resolve.sources import SourceNames, carried, talking

_MADE = frozenset(["report", "reports", "article", "articles", "story", "stories", "coverage"])
"""Documents that stay documents when somebody is named who made them."""

_MADE_BY = re.compile(
    r"(?:,?\s+(?:written|signed|sent|posted|penned|issued|drafted|recorded))?(?:\s+on\s+\w+)?\s+(?:by|from)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_DASH = re.compile(r"\s[—–]\s")
_LISTED = re.compile(r",?\s*(?:and|or)?(?:\s*the)?|,\s*(?:and\s+)?(?:the)?")
_JOINT = re.compile(r"\s*,?\s+and\s+|\s+as well as\s+")
_MINE = re.compile(r"(?:my|our|your)\s", re.IGNORECASE)
_TWO = re.compile(r"^(?:both|the\s+two|the\s+pair|the\s+couple|the\s+duo)\b(?:\s+\w+)?$", re.IGNORECASE)
_BY = re.compile(r"\s+(?:by|from)\s+(?:the\s+)?", re.IGNORECASE)
_OWNER = re.compile(r"^(his|her|their|its|my|our)\s+(.+)$", re.IGNORECASE | re.DOTALL)
_POSSESSOR = re.compile(r"[’']s?\s")
_SHORTEST_LABEL = 4
"""A shorter label in capitals is as likely the initials of a body."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement already resolved: where its source stands and who it is."""

    start: int
    end: int
    speaker: Speaker
    party: Party | None


def _is_someone(said: _Said) -> bool:
    """Whether a speaker is one unnamed person, whom "he" or "she" can take up."""
    name = said.speaker.name or ""
    person = lexicon.is_person_noun(roles.head(name)) or roles.head(name).endswith("-year-old")
    return said.speaker.type == "unnamed" and said.party is None and person and not _MINE.match(name)


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
        self._names = SourceNames(article.text, self._mentions)
        self._labels = label_starts(article.text, statements)
        self.directory = Directory(self._mentions, article.text, self._labels)
        self.directory.let_talk(talking(article.text, statements), article.text)
        self._interview = Interview(article.text, statements, self._labels, self.directory)
        self._by_name = {mention.name: self.directory.party(mention) for mention in self._mentions}
        contents = [span for s in statements for span in s.content]
        self.antecedents = Antecedents(article.text, article.sentences, self.directory, contents)
        self._offices = Offices(article.text, self.directory, self.antecedents)
        self._contents = sorted((span, s.id) for s in statements for span in s.content)
        self._content_starts = [span[0] for span, _ in self._contents]
        self._sources = {s.id: s.source for s in statements}
        self._said: list[_Said] = []
        self._by_id: dict[str, Speaker] = {}
        self._descriptions = Descriptions(article.text, self._described_sources(statements))

    def speaker(self, statement: Statement) -> Speaker:
        """Who ``statement`` is attributed to. Call in text order: later pronouns look back."""
        subject = carried(self._text, self.antecedents, statement)
        known = subject and (
            self._names.head(*subject[0])
            or self._phrase(*subject[0]).lower() in lexicon.PRONOUNS
            or roles.head(self._phrase(*subject[0])) in lexicon.AUTHORED
        )
        speaker, party = self._find(subject if known else statement.source)
        if statement.source:
            self._said.append(_Said(*statement.source[0], speaker, party))
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
                if phrase.lower() not in lexicon.PRONOUNS and not self._names.head(start, end):
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
        if self._interview.is_answer(start, end) and self._interview.guest:
            guest = self._interview.guest
            return self._speaker(guest.name, "person", self._role_of(guest)), guest
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
        head = self._names.head(start, end) or self._names.owner(start, end)
        if head and head.name.lower() in lexicon.ORGANISATIONS and _POSSESSOR.search(self._text[start : head.span[0]]):
            return self._speaker(name_of(phrase), "organisation", None), None
        if head and phrase.split()[0].lower() in {"a", "an"} and self.directory.party(head).type == "group":
            return self._speaker(ARTICLE.sub("", phrase), "unnamed", None), None
        if head and self.directory.party(head).type == "group" and head.name != ARTICLE.sub("", phrase):
            return self._described(phrase, start)
        if head:
            party = self.directory.party(head)
            return self._of_party(party, self._text[head.span[1] : end]), party
        return self._described(phrase, start)

    # Names

    def _of_party(self, party: Party, rest: str = "") -> Speaker:
        kind = party.type
        if kind == "person" and not party.known_person:
            single = len(party.name.split()) == 1
            if single or any(m.after_the or m.place for m in party.mentions):
                kind = "organisation"
        if len(party.name.split()) == 1 and kind == "organisation" and self._is_label(party):
            kind = "person"
        role = party.role
        if kind == "person" and role is None:
            role = roles.of_body(rest) if re.match(r"\s+(?:of|from|at|with)\s", rest) else None
            party.role = role
        return self._speaker(party.name, kind, self._role_of(party))

    def _is_label(self, party: Party) -> bool:
        """Whether a single word that may be a surname labels turns of a transcript and is no known body."""
        low = party.name.lower()
        known = low in lexicon.ORGANISATIONS | lexicon.COUNTRIES or len(low) < _SHORTEST_LABEL
        return not known and all(m.span[0] in self._labels for m in party.mentions)

    def _role_of(self, party: Party) -> str | None:
        """A person's role, its "his" or "her" read where the role is given."""
        if party.role and _OWNER.match(party.role):
            at = next((m.start for m in party.mentions if m.role == party.role), party.mentions[0].start)
            party.role = self._whose(party.role, at)
        return party.role

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
        inside = self._names.inside(start, end)
        gaps = [self._text[one.span[1] : other.span[0]].strip() for one, other in pairwise(inside)]
        if len(inside) > 2 and all(_LISTED.fullmatch(gap) for gap in gaps) and not inside[-1].possessive:
            return self._speaker(ARTICLE.sub("", phrase), "group", None)
        pieces = [(m.start(), m.end()) for m in _JOINT.finditer(self._text, start, end)]
        for left, right in pieces:
            first = self._names.head(start, left)
            prefix = self._text[start:left]
            if not first or re.search(r"\b(?:of|for|at|between|who|which|with)\b", prefix[: first.span[0] - start]):
                continue
            if any(m.span[0] < left < m.span[1] for m in self._names.inside(start, end)):
                continue
            if self._text[first.span[1] : left].strip().startswith(","):
                continue
            second = self._names.head(right, end)
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
        noun = self._made_by_name(phrase, start, end) or roles.head(phrase)
        first = phrase.split()[0].lower()
        reports = noun in lexicon.MEDIA_REPORTS
        if noun not in lexicon.AUTHORED and not reports:
            return None
        owner = self._owner_of(start, end, noun)
        if owner:
            party = self.directory.party(owner)
            speaker = self._of_party(party)
            carries = noun not in _MADE or not owner.possessive or is_outlet(party)
            return (
                (speaker, party) if noun in lexicon.AUTHORED or (speaker.type == "organisation" and carries) else None
            )
        by = _BY.search(phrase)
        if by and noun not in _MADE:
            described = phrase[by.end() :]
            return self._described(described, start) if roles.head(described) else None
        if noun in lexicon.AUTHORED and first in {"his", "her"}:
            author = self.antecedents.best(first == "his", start)
            return (self._speaker(author.name, "person", self._role_of(author)), author) if author else None
        if noun in lexicon.AUTHORED and first in {"their", "its"}:
            recent = self._recent(start, {"group", "organisation"})
            return recent if recent[0].name else None
        if noun in lexicon.AUTHORED and first in DEFINITE and len(phrase.split()) == len(["the", noun]):
            return self._issuer(noun, start)
        return None

    def _made_by_name(self, phrase: str, start: int, end: int) -> str | None:
        """The last word of "a Ministry of Water statement", which the "of" hides."""
        last = phrase.split()[-1].lower()
        inside = self._names.inside(start, end)
        adjacent = inside and self._text[inside[-1].span[1] : end].strip(' ,;:—–-\n“”"').lower() == last
        return last if adjacent and last in lexicon.AUTHORED else None

    def _issuer(self, noun: str, at: int) -> tuple[Speaker, Party | None] | None:
        """Whose "the statement" is: who is named first where "a statement" came up, else who spoke last."""
        here = self.antecedents.sentence(at)
        floor = self.antecedents.start_of(max(here - NEAR, 0))
        place = max(self._text.rfind(f" a {noun}", floor, at), self._text.rfind(f" an {noun}", floor, at))
        if place >= 0:
            first = bisect_right(self._starts, self.antecedents.start_of(self.antecedents.sentence(place)) - 1)
            for mention in self._mentions[first : bisect_right(self._starts, place)]:
                party = self.directory.party(mention)
                speaker = self._of_party(party)
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
        inside = self._names.inside(start, end)
        place = self._text.lower().find(noun, start)
        for mention in inside:
            gap = self._text[mention.span[1] : place] if mention.span[1] <= place else None
            body = self.directory.party(mention).type == "organisation" and " " in mention.name
            adjacent = gap is not None and not gap.strip() and (noun in lexicon.MEDIA_REPORTS or body)
            if gap is not None and (mention.possessive or adjacent):
                others = self._text[start : max(start, mention.start)].lower().split()
                speaks = noun in lexicon.AUTHORED or is_outlet(self.directory.party(mention))
                alone = mention.possessive or not others or (speaks and set(others) <= {"a", "an", "the"})
                if not any(word in lexicon.PREPOSITIONS for word in others) and alone:
                    return mention
            lead = self._text[place + len(noun) : mention.start]
            if gap is None and noun not in _MADE and _MADE_BY.fullmatch(lead):
                return mention if self._names.heads(mention, mention.start, end) else None
        return None

    # Pronouns

    def _pronoun(self, word: str, at: int) -> tuple[Speaker, Party | None]:
        if word in lexicon.FIRST_PERSON:
            return self._first_person(word, at)
        if word in lexicon.RELATIVES:
            number = bisect_right(self._starts, at) - 1
            if number >= 0 and 0 <= at - self._mentions[number].span[1] <= 2:
                party = self.directory.party(self._mentions[number])
                return self._of_party(party), party
            return Speaker(), None
        if word in lexicon.PLURAL_PRONOUNS:
            recent = self._recent(at, {"group", "organisation"})
            return recent if recent[0].name else (self._two(at, NEAR) or Speaker(), None)
        if word in lexicon.THING_PRONOUNS:
            return self._thing(word, at)
        if word in lexicon.OPEN_PRONOUNS:
            return Speaker(), None
        return self._he_or_she(word in lexicon.MALE_PRONOUNS, at)

    def _thing(self, word: str, at: int) -> tuple[Speaker, Party | None]:
        """Whom "it" takes up: what spoke in the sentence before, the document which that is about, what spoke last."""
        recent = self._recent(at, {"organisation", "document"})
        near = self._said and recent[0].name and self.antecedents.distance(self._said[-1].start, at) <= 1
        subject = topic(self._text, self.antecedents.start_of(self.antecedents.sentence(at) - 1))
        if near or word != "it" or not subject or subject[1] > at:
            return recent
        return self._find((subject,))

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
        guest = self._interview.replying(at) if statement is None and word not in lexicon.FIRST_PLURAL else None
        if guest:
            return self._of_party(guest), guest
        if statement is None or word in lexicon.FIRST_PLURAL:
            return Speaker(), None
        if statement not in self._by_id:  # its source stands after the quoted words
            source = self._sources[statement]
            return self._find(source) if source and source[0][0] > at else (Speaker(), None)
        return self._by_id[statement], None

    def _he_or_she(self, male: bool, at: int) -> tuple[Speaker, Party | None]:
        last = self._said[-1] if self._said else None
        if last and self.antecedents.distance(last.start, at) <= 1 and _is_someone(last):
            return last.speaker, None
        if self.antecedents.equal(male, at):
            return Speaker(type="person"), None
        chosen = self.antecedents.best(male, at)
        if chosen is None:
            return self._last_person(male, at)
        return self._speaker(chosen.name, "person", self._role_of(chosen)), chosen

    def _last_person(self, male: bool, at: int) -> tuple[Speaker, Party | None]:
        """Where nobody is named near, the last speaker who can be meant ("the mayor ... he")."""
        for said in reversed(self._said):
            if self.antecedents.distance(said.start, at) > REACH:
                break
            fits = said.party is None or said.party.male is not (not male)
            if fits and said.speaker.name and (said.speaker.type == "person" or _is_someone(said)):
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
            return self._of_party(named), named
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
            relative = self._offices.relative(owned.group(2).lower(), owner, self._role_of) if owner else None
            his = words[0] == "his"
            if relative and relative.male is not (not his) and self.antecedents.alone_before(relative, at):
                owner, relative = relative, None  # the one just named has the "his"
            if relative:
                return self._of_party(relative), relative
            if owner:
                return self._speaker(f"{owner.name}'s {owned.group(2)}", type_of(main), None), None
        if doer := self._offices.doer(main, at):
            party, place = doer
            return (self._of_party(party), party) if party else self._described(self._phrase(*place), place[0])
        if is_definite(main) and not roles.of_body(main):
            party = self._offices.taken_up(head, main, at)
            if party:
                kind: SpeakerType = "person" if party.type == "person" else "organisation"
                return self._speaker(party.name, kind, self._whose(party.role, at)), party
        taken = self._taken_up_from_speakers(head, main, at)
        if taken:
            return taken
        named = self._offices.introduced(head, phrase, at) if self._descriptions.only(head, name_of(phrase)) else None
        if named:
            named.role = name_of(phrase)
            return self._of_party(named), named
        name = self._descriptions.fullest(phrase, at)
        kind = type_of(main)
        role = roles.of_description(main) or roles.of_description(name) if kind == "unnamed" else None
        if kind == "document":
            role = self._offices.maker(main) or self._offices.maker(name)
        if kind == "group" and head in lexicon.SERVANTS:
            role = roles.of_body(main) or roles.of_body(name)
        return self._speaker(name, kind, role), None

    def _taken_up_from_speakers(self, noun: str, main: str, at: int) -> tuple[Speaker, Party | None] | None:
        """What "the document" or "the company" takes up among those that have spoken."""
        if main.lower() not in {f"the {noun}", f"this {noun}"} or noun not in ANY_DOCUMENT | ANY_FIRM:
            return None
        for said in reversed(self._said):
            if self.antecedents.distance(said.start, at) > REACH:
                return None
            if noun in ANY_DOCUMENT and said.speaker.type == "document":
                return said.speaker, None
            firm = self._firm(said) if noun in ANY_FIRM else None
            if firm:
                return self._speaker(firm.name, "organisation", firm.role), firm
        return None

    def _firm(self, said: _Said) -> Party | None:
        """The firm that spoke, or that is named in the source as the one spoken for."""
        named = [self.directory.party(mention) for mention in self._names.inside(said.start, said.end)]
        if said.speaker.type != "organisation":
            named = [party for party in named if party is not said.party]
        return next((party for party in named if may_be_firm(party)), None)

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
