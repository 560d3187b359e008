"""The nouns of the project: frozen structs and the vocabulary; nothing in, shapes out.

Every stage takes and gives these records and knows no other stage. The names are the
project's vocabulary, the same in code, JSON, database, API and pages. This package
imports nothing else of ours.
"""

from counterclaim.records.capture import Capture, CaptureKind
from counterclaim.records.document import Article, Document, PublishedFrom, new_document
from counterclaim.records.extraction import Extraction, Provenance
from counterclaim.records.identity import canonical_bytes, content_id, sha256_hex
from counterclaim.records.quantities import DateMention, Figure, Measure, RuleCheck, Vote
from counterclaim.records.set_aside import SetAside
from counterclaim.records.spans import Span, Spans, joined, quotes
from counterclaim.records.statement import (
    ACTS,
    KINDS,
    SPEAKER_TYPES,
    Act,
    Kind,
    Speaker,
    SpeakerType,
    Statement,
    StatementText,
    new_statement,
)
from counterclaim.records.visible import visible

__all__ = [
    "ACTS",
    "KINDS",
    "SPEAKER_TYPES",
    "Act",
    "Article",
    "Capture",
    "CaptureKind",
    "DateMention",
    "Document",
    "Extraction",
    "Figure",
    "Kind",
    "Measure",
    "Provenance",
    "PublishedFrom",
    "RuleCheck",
    "SetAside",
    "Span",
    "Spans",
    "Speaker",
    "SpeakerType",
    "Statement",
    "StatementText",
    "Vote",
    "canonical_bytes",
    "content_id",
    "joined",
    "new_document",
    "new_statement",
    "quotes",
    "sha256_hex",
    "visible",
]
