"""Documents and their links in, sets of documents that share an origin out."""

from collections import Counter
from collections.abc import Sequence

from counterclaim.link.sets import DisjointSets
from counterclaim.records.links import OriginLink


def with_rewrites(copies: DisjointSets, quotes: Sequence[OriginLink]) -> DisjointSets:
    """The sets of copies, joined where quotations tie more than half of the copies of either, the strongest first."""
    cores = {copies.root(name) for link in quotes for name in (link.one, link.other)}
    tied: dict[str, Counter[str]] = {core: Counter() for core in cores}
    pairs: dict[tuple[str, str], None] = {}
    for link in quotes:
        one, other = sorted((copies.root(link.one), copies.root(link.other)))
        if one != other and (one, other) not in pairs:
            pairs[one, other] = None
            tied[one][other] = tied[other][one] = 1
    sizes = dict.fromkeys(cores, 1)
    merged = DisjointSets(cores)
    for pair in pairs:
        one, other = sorted(map(merged.root, pair))
        if one == other or 2 * tied[one][other] <= sizes[one] * sizes[other]:
            continue
        merged.join(one, other)
        sizes[one] += sizes.pop(other)
        for third, count in tied.pop(other).items():
            if third != one:
                tied[one][third] += count
                tied[third][one] += count
                del tied[third][other]
        del tied[one][other]
    for core in cores:
        copies.join(core, merged.root(core))
    return copies
