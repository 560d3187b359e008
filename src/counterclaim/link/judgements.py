"""Groups of speakers or propositions and what people judged of them in, the groups as judged out.

A judgement stands beside what the machine found and changes none of it: groups as judged are worked out when they
are read, and a withdrawn judgement leaves no trace in them.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from counterclaim.records.judgement import JudgedKind, Judgement


class Judged(NamedTuple):
    """Groups, each sorted, by their first member; and the members that stand on the other side of their group than
    the machine put them, as against the rest of it.
    """

    groups: list[tuple[str, ...]]
    turned: frozenset[str]


def apply(groups: Iterable[Sequence[str]], judgements: Iterable[Judgement], about: JudgedKind) -> Judged:
    """The groups after all judgements of that kind that stand, the earliest first.

    Members that no group holds are passed over, and so are ``opposed`` ones whose group holds others of the same
    merge: one group can't oppose itself.
    """
    held = [dict.fromkeys(group, False) for group in groups]
    standing = (j for j in judgements if j.about == about and not j.withdrawn and j.kind != "withdraw")
    for judgement in sorted(standing, key=lambda j: (j.at, j.kind, j.members, j.user)):
        named = set(judgement.members)
        touched = [group for group in held if group.keys() & named]
        held = [group for group in held if not group.keys() & named]
        if judgement.kind == "merge":
            joined: dict[str, bool] = {}
            for group in touched:
                turn = group.keys() & named <= set(judgement.opposed)
                joined |= {member: turned != turn for member, turned in group.items()}
            held.append(joined)
        else:
            held += [{m: t for m, t in group.items() if m not in named} for group in touched]
            held.append({m: t for group in touched for m, t in group.items() if m in named})
    turned = frozenset(m for group in held if not all(group.values()) for m, turn in group.items() if turn)
    return Judged(sorted(tuple(sorted(group)) for group in held if group), turned)
