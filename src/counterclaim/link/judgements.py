"""Groups of speakers and what people judged of them in, the groups as judged out.

A judgement stands beside what the machine found and changes none of it: groups as judged are worked out when they
are read, and a withdrawn judgement leaves no trace in them.
"""

from collections.abc import Iterable, Sequence

from counterclaim.records.judgement import PartyJudgement


def apply(groups: Iterable[Sequence[str]], judgements: Iterable[PartyJudgement]) -> list[tuple[str, ...]]:
    """The groups after all judgements that stand, the earliest first; members that no group holds are passed over."""
    held = [set(group) for group in groups]
    standing = (one for one in judgements if not one.withdrawn and one.kind != "withdraw")
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
