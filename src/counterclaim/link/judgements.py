"""Groups of speakers and what people judged of them in, the groups as judged out.

A judgement stands beside what the machine found and changes none of it: groups as judged are worked out when they
are read, and a withdrawn judgement leaves no trace in them.
"""

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec


class PartyJudgement(msgspec.Struct, frozen=True, kw_only=True):
    """That speakers are one party (``merge``) or that they aren't of the party they stand in (``split``).

    ``members`` are ids of speakers, which stay the same however groups change: a merge joins the whole groups that
    they stand in, a split takes them out of theirs, into a group of their own. ``at`` is a time in UTC, ISO 8601.
    """

    kind: Literal["merge", "split"]
    members: tuple[str, ...]
    user: str
    at: str
    reason: str
    withdrawn: bool = False


def apply(groups: Iterable[Sequence[str]], judgements: Iterable[PartyJudgement]) -> list[tuple[str, ...]]:
    """The groups after all judgements that stand, the earliest first; members that no group holds are passed over."""
    held = [set(group) for group in groups]
    standing = (judgement for judgement in judgements if not judgement.withdrawn)
    for judgement in sorted(standing, key=lambda j: (j.at, j.kind, j.members, j.user)):
        named = set(judgement.members)
        touched = [group for group in held if group & named]
        held = [group for group in held if not group & named]
        if judgement.kind == "merge":
            held.append(set().union(*touched))
        else:
            held += [group - named for group in touched]
            held.append(named & set().union(*touched))
    return sorted(tuple(sorted(group)) for group in held if group)
