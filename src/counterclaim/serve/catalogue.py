"""A ledger in; its statements numbered, grouped and counted out, with their words left on disk.

One pass over the ledger copies every statement into an unnamed temporary file and keeps
in memory only what sorting and linking need, so that a page can list the statements by
speaker, by act and by article and hold one of them at a time.
"""

import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from types import TracebackType
from typing import NamedTuple, Self

import msgspec

from counterclaim.ledger import DocumentRow, Ledger, StatementQuery
from counterclaim.records import Act, Kind, Provenance, SpeakerType, Statement
from counterclaim.records.links import Party
from counterclaim.serve.characters import excerpt
from counterclaim.serve.wording import ACT_LABELS, KIND_LABELS, parsed_day

EXCERPT = 90
"""Characters of a statement in a list that links to it: about one line of a page."""

SHORT_ID = 8
"""Digits of an id that are shown, as version control systems do; more where two would be alike."""


class Entry(NamedTuple):
    """One statement as the lists need it; ``number`` counts from 1 in the order of the articles."""

    number: int
    short: str
    document: int
    speaker: str | None
    source: str
    act: Act | None
    kind: Kind
    excerpt: str
    start: int
    size: int


class Source(msgspec.Struct, kw_only=True):
    """One article: its row in the ledger, its short id, and the numbers of its statements."""

    row: DocumentRow
    short: str
    numbers: range


class Voice(msgspec.Struct, kw_only=True):
    """Everything under one speaker's name; ``name`` is null for statements without one.

    ``types`` and ``roles`` are all that the articles give, in the order of their first use. ``party`` is the party
    whose statements these are, if parties were given.
    """

    anchor: str
    name: str | None
    types: tuple[SpeakerType, ...]
    roles: tuple[str, ...]
    numbers: tuple[int, ...]
    party: Party | None = None


class Catalogue:
    """The statements of a ledger, numbered in the order of the articles. Use it as a context.

    ``sources`` are the articles in the ledger's order; ``voices`` the speakers, those with
    most statements first and the statements without a name last; ``days`` the statements
    per day of publication and kind, ``undated`` those whose article gives no full day.
    With ``parties`` a speaker is a party; statements of none of them go by the name as they do without.
    """

    def __init__(self, ledger: Ledger, parties: Sequence[Party] = ()) -> None:
        """Reads the whole ledger once. Raises LedgerError as the ledger does."""
        self._ledger = ledger
        self._parties = parties
        self._words = tempfile.TemporaryFile()  # noqa: SIM115 - closed by __exit__
        self._decoder = msgspec.msgpack.Decoder(Statement)
        self.sources: list[Source] = []
        self.days: dict[date, dict[Kind, int]] = {}
        self.undated = 0
        self.provenance: list[Provenance] = []
        self._entries: list[Entry] = []
        self._numbers: dict[str, int] = {}
        try:
            self.voices = self._read()
        except BaseException:
            self._words.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._words.close()

    def __len__(self) -> int:
        """How many statements there are."""
        return len(self._entries)

    def entry(self, number: int) -> Entry:
        """The statement with this number, as lists need it."""
        return self._entries[number - 1]

    def statement(self, number: int) -> Statement:
        """The statement with this number, in full."""
        entry = self._entries[number - 1]
        self._words.seek(entry.start)
        return self._decoder.decode(self._words.read(entry.size))

    def number_of(self, statement_id: str | None) -> int | None:
        """The number of the statement with this id; None if it isn't in the ledger."""
        return None if statement_id is None else self._numbers.get(statement_id)

    def by_act(self) -> dict[Act | None, list[Entry]]:
        """The statements of each act that occurs, in the vocabulary's order."""
        groups: dict[Act | None, list[Entry]] = {act: [] for act in ACT_LABELS}
        for entry in self._entries:
            groups[entry.act].append(entry)
        return {act: entries for act, entries in groups.items() if entries}

    def kind_counts(self) -> dict[Kind, int]:
        """Statements of each kind, none left out."""
        found = Counter(entry.kind for entry in self._entries)
        return {kind: found[kind] for kind in KIND_LABELS}

    def _read(self) -> list[Voice]:
        ids: list[str] = []
        shelf = _Shelf(self._parties)
        rows = self._ledger.documents()
        document_digits = short_digits([row.document.id for row in rows])
        for place, row in enumerate(rows):
            first = len(ids) + 1
            for statement in self._statements(row):
                ids.append(statement.id)
                voice = shelf.put(statement, len(ids))
                self._keep(statement, place, voice)
                self._count(row, statement.kind)
            short = row.document.id[:document_digits]
            self.sources.append(Source(row=row, short=short, numbers=range(first, len(ids) + 1)))
            self._note_provenance(ids[first - 1 : first])
        digits = short_digits(ids)
        self._entries = [entry._replace(short=ids[entry.number - 1][:digits]) for entry in self._entries]
        self._numbers = {found: place for place, found in enumerate(ids, start=1)}
        return shelf.voices()

    def _statements(self, row: DocumentRow) -> Iterator[Statement]:
        for found in self._ledger.statements(StatementQuery(document=row.document.id)):
            yield found.statement

    def _keep(self, statement: Statement, document: int, voice: str | None) -> None:
        packed = msgspec.msgpack.encode(statement)
        entry = Entry(
            number=len(self._entries) + 1,
            short="",
            document=document,
            speaker=voice,
            source="" if voice else excerpt(statement.text.source, EXCERPT),
            act=statement.act,
            kind=statement.kind,
            excerpt=excerpt(" … ".join(statement.text.content), EXCERPT),
            start=self._words.tell(),
            size=len(packed),
        )
        self._words.write(packed)
        self._entries.append(entry)

    def _count(self, row: DocumentRow, kind: Kind) -> None:
        when = parsed_day(row.document.published)
        if when is None:
            self.undated += 1
        else:
            kinds = self.days.setdefault(when, dict.fromkeys(KIND_LABELS, 0))
            kinds[kind] += 1

    def _note_provenance(self, ids: list[str]) -> None:
        """All statements of one article were found in one go, so that its first one speaks for them."""
        for found in ids:
            for component in self._ledger.statement(found).provenance:
                if component not in self.provenance:
                    self.provenance.append(component)


class _Shelf:
    """Statements sorted by their party, else by the name of their speaker, as they come in."""

    def __init__(self, parties: Sequence[Party]) -> None:
        self._party_of = {one: party for party in parties for alias in party.aliases for one in alias.statements}
        self._parties: dict[str | None, Party] = {}
        self._names: dict[str | None, Counter[str]] = {}
        self._types: dict[str | None, dict[SpeakerType, None]] = {}
        self._roles: dict[str | None, dict[str, None]] = {}
        self._numbers: dict[str | None, list[int]] = {}

    def put(self, statement: Statement, number: int) -> str | None:
        """Notes the statement and returns the name that it is under."""
        speaker = statement.speaker
        name = " ".join((speaker.name or "").split()) or None
        party = self._party_of.get(statement.id)
        key = f"party {party.id}" if party else f"name {name.casefold().removeprefix('the ')}" if name else None
        if party:
            self._parties[key] = party
        self._numbers.setdefault(key, []).append(number)
        if name:
            self._names.setdefault(key, Counter())[name] += 1
        if speaker.type:
            self._types.setdefault(key, {})[speaker.type] = None
        if speaker.role:
            self._roles.setdefault(key, {})[speaker.role] = None
        return name

    def voices(self) -> list[Voice]:
        """The speakers in the order of the page."""
        order = sorted(self._numbers, key=lambda key: (key is None, -len(self._numbers[key]), key or ""))
        return [
            Voice(
                anchor=f"speaker-{place}" if key is not None else "speaker-none",
                name=self._name(key),
                types=self._types_of(key),
                roles=tuple(self._roles.get(key, ())),
                numbers=tuple(self._numbers[key]),
                party=self._parties.get(key),
            )
            for place, key in enumerate(order, start=1)
        ]

    def _name(self, key: str | None) -> str | None:
        if key is None:
            return None
        return self._parties[key].name if key in self._parties else self._names[key].most_common(1)[0][0]

    def _types_of(self, key: str | None) -> tuple[SpeakerType, ...]:
        party = self._parties.get(key)
        return (party.type,) if party and party.type else tuple(self._types.get(key, ()))


def short_digits(ids: Sequence[str]) -> int:
    """The fewest digits, at least ``SHORT_ID``, that tell all ``ids`` apart."""
    ordered = sorted(ids)
    digits = SHORT_ID
    for left, right in pairwise(ordered):
        while digits < len(left) and left[:digits] == right[:digits]:
            digits += 1
    return digits
