"""Gold groups of clauses in, events with their texts out: what one-claim weights are trained on.

``claim_groups.jsonl`` holds, one event a line, its documents (data set, SHA-256 of the text, day), ``lines``
(number of the document, then starts and ends of a clause in code points) and ``claims`` (each a list of line
and sign: 1 for the claim, -1 against it, 0 undecided). A line that stands in no claim was read and is alone
with what it says. The texts themselves are in the data sets. Events were found by likeness of their texts
within six days; none is one of ``evaluation/gold/claims_*``. One reader a sheet, one guide for all; on the dev
events a reader who followed the same guide agrees with the gold with pair F1 .856.
"""

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from evaluation.shared import DATA

FILE = Path(__file__).parent / "claim_groups.jsonl"
LEFT_OUT = 9


class Document(NamedTuple):
    text: str
    title: str
    published: str | None


class Line(NamedTuple):
    """A clause: its document's number and its spans, and by claim's number on which side of it the clause stands."""

    document: int
    spans: tuple[tuple[int, int], ...]
    stances: dict[int, int]


class Event(NamedTuple):
    name: str
    documents: list[Document]
    lines: list[Line]


def events() -> Iterator[Event]:
    """All events; raises ``KeyError`` if a text is not in its data set."""
    for row in FILE.read_text(encoding="utf-8").splitlines():
        event = json.loads(row)
        documents = [
            Document(*_texts(d["set"])[d["sha256"]], published=d["published"])  # type: ignore[call-arg]
            for d in event["documents"]
        ]
        stances: list[dict[int, int]] = [{} for _ in event["lines"]]
        for claim, members in enumerate(event["claims"]):
            for line, sign in members:
                stances[line][claim] = sign
        lines = [
            Line(document, tuple(zip(ends[::2], ends[1::2], strict=True)), stance)
            for (document, *ends), stance in zip(event["lines"], stances, strict=True)
        ]
        yield Event(event["event"], documents, lines)


def left_out(names: Iterable[str]) -> frozenset[str]:
    """Every ninth event: the encoder isn't trained on it, so that the relation can be fitted on it."""
    return frozenset(sorted(names)[::LEFT_OUT])


@cache
def _texts(name: str) -> dict[str, tuple[str, str]]:
    """Text and title of each article of a data set, by the SHA-256 of its text."""
    found = {}
    for row in _rows(name):
        text = row.get("text") or row.get("content") or ""
        found[hashlib.sha256(text.encode()).hexdigest()] = (text, row.get("title") or "")
    return found


def _rows(name: str) -> Iterator[dict[str, Any]]:
    path = DATA / name / "articles.jsonl"
    if path.exists():
        with path.open(encoding="utf-8") as stream:
            yield from map(json.loads, stream)
    else:
        with gzip.open(path.with_name("articles.jsonl.gz"), "rt", encoding="utf-8") as stream:
            yield from map(json.loads, stream)
