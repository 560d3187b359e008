"""What the machine found in one article, and which machine it was."""

import msgspec

from counterclaim.records.document import Document
from counterclaim.records.quantities import DateMention, Figure, Vote
from counterclaim.records.statement import Statement


class Provenance(msgspec.Struct, frozen=True, kw_only=True):
    """Which component made a record: its name and version, and the hashes of what it ran with.

    ``weights`` is the SHA-256 of the model file, ``configuration`` that of the settings that
    change the output; both are null for a component that has none.
    """

    component: str
    version: str
    weights: str | None = None
    configuration: str | None = None


class Extraction(msgspec.Struct, frozen=True, kw_only=True):
    """All that was found in one article, in text order: the shape of ``extract --format jsonl``."""

    document: Document
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    dates: tuple[DateMention, ...] = ()
    votes: tuple[Vote, ...] = ()
