"""What people judge of the machine's findings: kept beside them, with user and time, and withdrawn by another."""

from typing import Literal

import msgspec

from counterclaim.records.identity import content_id

JudgementKind = Literal["merge", "split", "withdraw"]


class PartyJudgement(msgspec.Struct, frozen=True, kw_only=True):
    """That speakers are one party (``merge``), that they aren't of the party they stand in (``split``), or that an
    earlier judgement no longer holds (``withdraw``).

    ``members`` are ids of speakers, which stay the same however groups change: a merge joins the whole groups that
    they stand in, a split takes them out of theirs, into a group of their own. Of a withdrawal it is the id of the
    judgement. ``at`` is a time in UTC, ISO 8601. ``withdrawn`` is worked out when judgements are read.
    """

    kind: JudgementKind
    members: tuple[str, ...]
    user: str
    at: str
    reason: str
    withdrawn: bool = False

    @property
    def id(self) -> str:
        """The same for the same judgement, withdrawn or not."""
        return content_id(
            "judgement",
            kind=self.kind,
            members=list(self.members),
            user=self.user,
            at=self.at,
            reason=self.reason,
        )
