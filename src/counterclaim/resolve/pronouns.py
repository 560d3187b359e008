"""A pronoun and what stands before it in, the person that it most likely stands for out."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from counterclaim.records import Span
from counterclaim.resolve import roles
from counterclaim.resolve.names import Mention
from counterclaim.resolve.people import Directory, Party

REACH = 5
"""Sentences back in which an antecedent is looked for."""

_OBJECT_WORDS = frozenset(["of", "for", "to", "told", "with", "by", "against", "from", "about", "on", "at", "and"])
_MANY = 10
"""Mentions beyond which one more tells nothing."""


_PRONOUN = re.compile(r"(?:he|she)\b", re.IGNORECASE)
_HEARER = re.compile(
    r"\s+(?:(?:then|also|later|had|has|\w+ly)\s+){0,2}(?:told|tells|assured|warned|reminded|informed)\s+"
    r"(?:the\s+(\w+)|(?=[A-Z]))"
)
"""Verbs of speaking that are followed by who hears it."""
_JUDGING = frozenset(["court", "jury", "tribunal", "hearing", "trial", "judge"])
_JUDGES = frozenset(["judge", "justice", "magistrate"])
_SYMMETRIC = re.compile(
    r"(?:,[^,.]{0,60},)?\s+(?:(?:has|had)\s+)?(?:met(?:\s+with)?|(?:spoke|spoken|talked)\s+(?:with|to)|"
    r"(?:sat\s+down|dined|shook\s+hands|held\s+talks)\s+with)\s+(?:the\s+)?"
)
"""What two do to each other, so that neither is more likely the one told of next."""


class Features(NamedTuple):
    """What speaks for or against a name being the antecedent; each 0 or 1 but for two.

    ``distance`` is in sentences; ``often`` is the number of the person's mentions in tens, 1 at
    most. ``first``: the first name of its sentence; ``spoke``: source of a statement at most two
    sentences back; ``quoted``: in other words that are reported than the pronoun; ``own_words``:
    the pronoun in reported words, the name outside; ``object``: after "of", "told" and the like.
    """

    same_sentence: float = 0.0
    distance: float = 0.0
    first: float = 0.0
    gender: float = 0.0
    possessive: float = 0.0
    spoke: float = 0.0
    spoke_last: float = 0.0
    quoted: float = 0.0
    own_words: float = 0.0
    object: float = 0.0
    nearest: float = 0.0
    often: float = 0.0
    full: float = 0.0


WEIGHTS = Features(
    same_sentence=0.55,
    distance=-0.26,
    first=0.9,
    gender=1.67,
    possessive=-0.8,
    spoke=0.24,
    spoke_last=0.78,
    quoted=-1.14,
    own_words=-1.54,
    object=-0.49,
    nearest=0.13,
    often=2.37,
    full=0.18,
)
"""Learnt by ``python -m evaluation.coreference --fit`` on "he" and "she" of the train files of GUM: a
log-linear choice among the candidates, its penalty chosen by five-fold cross-validation there."""


class Antecedents:
    """Whom "he" and "she" can mean, by the names before them.

    ``contents`` are the words of statements. ``spoken`` takes, in text order, where a source
    stands and whose it is, for those who go on speaking are most often meant.
    """

    def __init__(
        self, text: str, sentences: Sequence[Span], directory: Directory, contents: Sequence[Span] = ()
    ) -> None:
        self._text = text
        self._sentence_starts = [start for start, _ in sentences]
        self._directory = directory
        self._mentions = directory.mentions
        self._starts = [mention.span[0] for mention in self._mentions]
        self._contents = sorted(contents)
        self._content_starts = [start for start, _ in self._contents]
        self._spoke: dict[int, int] = {}
        self._last_speaker: Party | None = None

    def spoken(self, party: Party, at: int) -> None:
        """Notes that ``party`` is the source of a statement, named at ``at``."""
        self._spoke[id(party)] = at
        self._last_speaker = party

    def sentence(self, at: int) -> int:
        """The number of the sentence that holds the character ``at``."""
        return bisect_right(self._sentence_starts, at) - 1

    def start_of(self, sentence: int) -> int:
        """Where the sentence of this number begins."""
        return self._sentence_starts[sentence] if 0 <= sentence < len(self._sentence_starts) else 0

    def distance(self, before: int, after: int) -> int:
        """How many sentences lie from one place to another."""
        return self.sentence(after) - self.sentence(before)

    def best(self, male: bool, at: int) -> Party | None:
        """The likeliest person for "he" or "she" at ``at``; None if nobody near fits.

        Who hears what the pronoun says doesn't say it: in "she told the court" no judge is meant.
        """
        hears = self._hears(at)
        ranked = [pair for pair in self.candidates(male, at) if not hears(pair[0])]
        if not ranked:
            return None
        return max(ranked, key=lambda pair: sum(w * v for w, v in zip(WEIGHTS, pair[1], strict=True)))[0]

    def _hears(self, at: int) -> Callable[[Party], bool]:
        word = _PRONOUN.match(self._text, at)
        match = _HEARER.match(self._text, word.end()) if word else None
        if not match:
            return lambda _: False
        noun = match.group(1)
        if noun:
            nouns = _JUDGES if noun in _JUDGING else {noun}
            return lambda party: bool(
                nouns & {roles.head(part) for m in party.mentions for part in (m.title, m.role) if part}
            )
        number = bisect_right(self._starts, match.end() - 1)
        named = self._mentions[number] if number < len(self._mentions) else None
        heard = self._directory.party(named) if named and named.start <= match.end() else None
        return lambda party: party is heard

    def alone_before(self, party: Party, at: int) -> bool:
        """Whether ``party`` is the only person named since the sentence before ``at`` began."""
        first = bisect_right(self._starts, self.start_of(self.sentence(at) - 1) - 1)
        near = [self._directory.party(m) for m in self._mentions[first : bisect_right(self._starts, at - 1)]]
        people = {id(p) for p in near if p.type == "person"}
        return people == {id(party)}

    def equal(self, male: bool, at: int) -> bool:
        """Whether the sentence before ``at`` has two meet whom nothing tells apart: both men, both silent so far."""
        here = self.sentence(at)
        first = bisect_right(self._starts, self.start_of(here - 1) - 1)
        last = bisect_right(self._starts, at)
        people = [(m, self._directory.party(m)) for m in self._mentions[first:last]]
        pair = [m for m, party in people if party.type == "person" and (party.known_person or party.male is not None)]
        if here < 1 or len(pair) != 2 or not _SYMMETRIC.fullmatch(self._text, pair[0].span[1], pair[1].start):
            return False
        parties = [self._directory.party(mention) for mention in pair]
        return parties[0].male is parties[1].male and all(
            p.type == "person"
            and p.male is not (not male)
            and p.known_person
            and id(p) not in self._spoke
            and p.mentions[0] is mention
            for p, mention in zip(parties, pair, strict=True)
        )

    def candidates(self, male: bool, at: int) -> list[tuple[Party, Features]]:
        """Every person named near before ``at`` who can be meant, once for each mention, nearest first."""
        here, inside = self.sentence(at), self._content_at(at)
        found: list[tuple[Party, Features]] = []
        for number in range(bisect_right(self._starts, at - 1) - 1, -1, -1):
            mention = self._mentions[number]
            distance = here - self.sentence(mention.span[0])
            if distance > REACH:
                break
            party = self._directory.party(mention)
            known = party.known_person or id(party) in self._spoke
            if party.type != "person" or not known or party.male is (not male):
                continue
            found.append((party, self._features(mention, party, distance, inside, male, at, not found)))
        return found

    def _features(
        self, mention: Mention, party: Party, distance: int, inside: int | None, male: bool, at: int, nearest: bool
    ) -> Features:
        last = self._spoke.get(id(party))
        before = self._text[max(0, mention.start - 10) : mention.start].split()[-1:]
        content = self._content_at(mention.span[0])
        return Features(
            same_sentence=float(distance == 0),
            distance=distance / 1.0,
            first=float(self._first_in_sentence(mention)),
            gender=float(party.male is male),
            possessive=float(mention.possessive),
            spoke=float(last is not None and self.distance(last, at) <= 2),
            spoke_last=float(party is self._last_speaker),
            quoted=float(content is not None and content != inside),
            own_words=float(inside is not None and content is None),
            object=float(bool(before) and before[0].lower() in _OBJECT_WORDS),
            nearest=float(nearest),
            often=min(len(party.mentions), _MANY) / _MANY,
            full=float(len(mention.words) > 1),
        )

    def _first_in_sentence(self, mention: Mention) -> bool:
        start = self.start_of(self.sentence(mention.span[0]))
        position = bisect_right(self._starts, start - 1)
        return position < len(self._mentions) and self._mentions[position].span == mention.span

    def _content_at(self, at: int) -> int | None:
        position = bisect_right(self._content_starts, at) - 1
        if position < 0 or at >= self._contents[position][1]:
            return None
        return position
