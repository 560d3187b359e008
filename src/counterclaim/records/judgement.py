"""What people judge of the machine's findings: kept beside them, with user and time, and withdrawn by another."""

from typing import Literal

import msgspec

from counterclaim.records.identity import content_id

JudgementKind = Literal["merge", "split", "withdraw"]
JudgedKind = Literal["party", "claim"]


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """That speakers are one party or statements one claim (``merge``), that they aren't of the party or claim in
    which they stand (``split``), or that an earlier judgement no longer holds (``withdraw``).

    ``members`` stay the same however groups change: ids of speakers, or of propositions (a statement's id, a colon
    and the number of its clause). A merge joins the whole groups in which they stand, a split takes them out of
    theirs, into a group of their own. Of a withdrawal it is the id of the judgement. ``opposed`` are those members of
    a merge of claims that take the other side: who stands for the one stands against the other. ``at`` is a time in
    UTC, ISO 8601. ``withdrawn`` is worked out when judgements are read.
    """

    about: JudgedKind = "party"
    kind: JudgementKind
    members: tuple[str, ...]
    opposed: tuple[str, ...] = ()
    user: str
    at: str
    reason: str
    withdrawn: bool = False

    @property
    def id(self) -> str:
        """The same for the same judgement, withdrawn or not."""
        # Judgements of parties were there first: their ids hold no more than they did.
        of_claims = {"about": self.about, "opposed": list(self.opposed)} if self.about == "claim" else {}
        return content_id(
            "judgement",
            kind=self.kind,
            members=list(self.members),
            user=self.user,
            at=self.at,
            reason=self.reason,
            **of_claims,
        )
