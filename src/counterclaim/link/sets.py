"""Ids that belong together, pair by pair in, the sets that they make out."""

from collections.abc import Iterable


class DisjointSets:
    """Sets of ids that grow together (union-find with path halving); the least id stands for a set.

    An id that was never named is a set of its own.
    """

    def __init__(self, ids: Iterable[str] = ()) -> None:
        self._above = {one: one for one in ids}

    def root(self, one: str) -> str:
        """The id that stands for the set of ``one``."""
        above = self._above
        while (parent := above.get(one, one)) != one:
            above[one] = above.get(parent, parent)
            one = above[one]
        return one

    def join(self, one: str, other: str) -> None:
        """Make one set of two."""
        first, second = sorted((self.root(one), self.root(other)))
        if first != second:
            self._above[second] = first
