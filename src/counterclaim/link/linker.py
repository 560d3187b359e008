"""Articles in one by one, links to what is already there out: each only to what it shares a key with.

Every part of linking (origins, parties, claims, figures) compares two items by what each is for itself, never by
what else a case holds. So an article may come in at any time, and all links are the same in whatever order.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

import msgspec

from counterclaim.records.links import CaseArticle

F = TypeVar("F")
L = TypeVar("L")


class Part(NamedTuple, Generic[F, L]):
    """One kind of thing that is linked, and the functions that do it.

    ``items`` gives what an article holds of it, each with its id; ``keys`` what an item can be found by (an item
    without keys is only kept); ``compare`` the link between two, if there is one. Both structs are frozen msgspec
    structs or named tuples of plain values, which an index keeps as bytes.
    """

    name: str
    shape: type[F]
    link_shape: type[L]
    items: Callable[[CaseArticle], Iterable[tuple[str, F]]]
    keys: Callable[[F], frozenset[str]]
    compare: Callable[[F, F], L | None]


class Entry(NamedTuple):
    """One item as an index keeps it; ``links`` are to items that were there before it."""

    part: str
    item: str
    body: bytes
    keys: frozenset[str]
    links: tuple[tuple[str, bytes], ...]


class Index(Protocol):
    """Where items, their keys and links are kept."""

    def sharing(self, part: str, keys: Iterable[str]) -> Iterable[tuple[str, bytes]]:
        """The items of a part, with their bodies, that have one of these keys; each once."""
        ...

    def has(self, part: str, item: str) -> bool:
        """Whether an item is there."""
        ...

    def put(self, document: str, entries: Sequence[Entry]) -> None:
        """Keep what one document holds, all of it or nothing."""
        ...

    def bodies(self, part: str) -> Iterator[tuple[str, bytes]]:
        """All items of a part with their bodies, in the order of their ids."""
        ...

    def links(self, part: str) -> Iterator[bytes]:
        """All links of a part, in a fixed order."""
        ...


def link_article(article: CaseArticle, parts: Sequence[Part[Any, Any]], index: Index) -> None:
    """Take one article into the index, with its links to what is there and to one another."""
    entries: list[Entry] = []
    for part in parts:
        fresh: dict[str, tuple[Any, frozenset[str]]] = {}
        for item, features in part.items(article):
            if item in fresh or index.has(part.name, item):
                continue
            keys = part.keys(features)
            links = list(_links(part, item, features, _near(part, keys, fresh, index)))
            fresh[item] = features, keys
            entries.append(Entry(part.name, item, msgspec.msgpack.encode(features), keys, tuple(links)))
    index.put(article.document.id, entries)


def _near(
    part: Part[F, L], keys: frozenset[str], fresh: dict[str, tuple[F, frozenset[str]]], index: Index
) -> Iterator[tuple[str, F]]:
    """The items that share a key: those of the same article and those that were there."""
    if not keys:
        return
    yield from ((item, features) for item, (features, own) in fresh.items() if own & keys)
    decoder = msgspec.msgpack.Decoder(part.shape)
    yield from ((item, decoder.decode(body)) for item, body in index.sharing(part.name, keys))


def _links(part: Part[F, L], item: str, features: F, near: Iterable[tuple[str, F]]) -> Iterator[tuple[str, bytes]]:
    for other, theirs in near:
        link = part.compare(features, theirs)
        if link is not None:
            yield other, msgspec.msgpack.encode(link)


class MemoryIndex:
    """An index in memory, for a few thousand articles and for tests."""

    def __init__(self) -> None:
        self._bodies: dict[str, dict[str, bytes]] = {}
        self._shelves: dict[tuple[str, str], list[str]] = {}
        self._links: dict[str, dict[tuple[str, str], bytes]] = {}

    def sharing(self, part: str, keys: Iterable[str]) -> Iterable[tuple[str, bytes]]:
        """See ``Index``."""
        found = {item for key in keys for item in self._shelves.get((part, key), ())}
        return [(item, self._bodies[part][item]) for item in sorted(found)]

    def has(self, part: str, item: str) -> bool:
        """See ``Index``."""
        return item in self._bodies.get(part, {})

    def put(self, document: str, entries: Sequence[Entry]) -> None:  # noqa: ARG002
        """See ``Index``."""
        for entry in entries:
            self._bodies.setdefault(entry.part, {})[entry.item] = entry.body
            for key in entry.keys:
                self._shelves.setdefault((entry.part, key), []).append(entry.item)
            for other, body in entry.links:
                pair = (min(entry.item, other), max(entry.item, other))
                self._links.setdefault(entry.part, {})[pair] = body

    def bodies(self, part: str) -> Iterator[tuple[str, bytes]]:
        """See ``Index``."""
        yield from sorted(self._bodies.get(part, {}).items())

    def links(self, part: str) -> Iterator[bytes]:
        """See ``Index``."""
        yield from (body for _, body in sorted(self._links.get(part, {}).items()))


def kept(part: Part[F, L], index: Index) -> Iterator[tuple[str, F]]:
    """The items of a part that an index keeps, with their ids, in the order of these."""
    decoder = msgspec.msgpack.Decoder(part.shape)
    return ((item, decoder.decode(body)) for item, body in index.bodies(part.name))


def links_kept(part: Part[F, L], index: Index) -> Iterator[L]:
    """The links of a part that an index keeps, in a fixed order."""
    decoder = msgspec.msgpack.Decoder(part.link_shape)
    return (decoder.decode(body) for body in index.links(part.name))
