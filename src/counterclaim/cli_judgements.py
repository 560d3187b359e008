"""Commands by which people correct what linking found: parties and claims merged and split, each with its reason."""

from __future__ import annotations

import getpass
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple, TypeVar

import click
import msgspec

from counterclaim import flow, ledger, terminal
from counterclaim.cli_links import case_argument, form_option, lines, linked
from counterclaim.errors import UsageError
from counterclaim.records.judgement import JudgedKind, Judgement, JudgementKind
from counterclaim.records.links import Claim, Links, Party

SHORTEST, SHORTEST_SHOWN = 4, 10
"""Characters of an id that may stand for it, and that are shown."""
T = TypeVar("T", Party | Claim, Judgement)

user_option = click.option("--user", default=getpass.getuser, show_default="your login", help="Who judges.")
reason_option = click.option("--reason", required=True, help="Why; it is kept with the judgement.")


class _Groups(NamedTuple):
    """Parties or claims, and the ids of the speakers or propositions that each is made of."""

    about: JudgedKind
    members: list[list[str]]


@click.command()
@case_argument
@click.argument("ids", metavar="ID ID...", nargs=-1, required=True)
@click.option("--opposed", is_flag=True, help="The first claim and the others are two sides of one.")
@reason_option
@user_option
def merge(case: Path, ids: tuple[str, ...], opposed: bool, reason: str, user: str) -> None:
    """Judge that several parties are one, or several claims.

    ID is a party's or a claim's id or the first four or more characters of it, as counterclaim parties and
    counterclaim claims show them. With --opposed, who stands for the other claims stands against the first. What the
    machine found stays; counterclaim withdraw takes the judgement back.
    """
    if len(ids) < 2:
        raise UsageError("a merge needs two ids or more", "Give the ids of all parties, or of all claims, that are one")
    with ledger.Ledger.open(case) as opened:
        found = _groups(opened, linked(opened), ids)
        if opposed and found.about == "party":
            raise UsageError("parties have no two sides", "Give --opposed with ids of claims only")
        members = [m for group in found.members for m in group]
        others = [m for group in found.members[1:] for m in group] if opposed else ()
        _keep(opened, _judgement(found.about, "merge", members, reason, user, others))


@click.command()
@case_argument
@click.argument("of", metavar="ID")
@click.argument("part")
@reason_option
@user_option
def split(case: Path, of: str, part: str, reason: str, user: str) -> None:
    """Judge that a part of a party or claim isn't of it.

    ID is a party's or a claim's id or the beginning of it. PART is a name by which somebody goes in the party, or the
    id of a statement that takes a position on the claim or its beginning. It becomes a party or a claim of its own.
    What the machine found stays; counterclaim withdraw takes the judgement back.
    """
    with ledger.Ledger.open(case) as opened:
        links = linked(opened)
        (one,) = _parties_or_claims(links, (of,))
        members = _speakers(opened, one, part) if isinstance(one, Party) else _propositions(opened, one, part)
        about: JudgedKind = "party" if isinstance(one, Party) else "claim"
        _keep(opened, _judgement(about, "split", members, reason, user))


@click.command()
@case_argument
@click.argument("judgement_id", metavar="JUDGEMENT")
@reason_option
@user_option
def withdraw(case: Path, judgement_id: str, reason: str, user: str) -> None:
    """Take a judgement back; it stays on record. JUDGEMENT is its id or the beginning of it."""
    with ledger.Ledger.open(case) as opened:
        standing = [one for one in opened.judgements() if one.kind != "withdraw" and not one.withdrawn]
        (one,) = _by_prefix(standing, (judgement_id,), "judgement that stands", "counterclaim judgements")
        _keep(opened, _judgement(one.about, "withdraw", [one.id], reason, user))


@click.command()
@case_argument
@form_option
def judgements(case: Path, form: str) -> None:
    """List what people judged of parties and claims, and what was withdrawn."""
    with ledger.Ledger.open(case) as opened:
        rows = list(opened.judgements())
    if form == "jsonl":
        lines([{"id": one.id, **msgspec.to_builtins(one)} for one in rows])
    elif rows:
        terminal.show(terminal.judgement_table(rows))
    if form == "table":
        click.echo("1 judgement." if len(rows) == 1 else f"{len(rows):,} judgements.")


def _parties_or_claims(links: Links, ids: Sequence[str]) -> list[Party | Claim]:
    known: list[Party | Claim] = [*links.parties, *links.claims]
    return _by_prefix(known, ids, "party or claim", "counterclaim parties or counterclaim claims")


def _groups(opened: ledger.Ledger, links: Links, ids: Sequence[str]) -> _Groups:
    found = _parties_or_claims(links, ids)
    parties = [one for one in found if isinstance(one, Party)]
    claims = [one for one in found if isinstance(one, Claim)]
    if parties and claims:
        raise UsageError("a party and a claim can't be one", "Give ids of parties only, or of claims only")
    if parties:
        return _Groups("party", [_speakers(opened, party) for party in parties])
    members = flow.claim_members(opened)
    return _Groups("claim", [list(members[claim.id]) for claim in claims])


def _by_prefix(records: Iterable[T], prefixes: Sequence[str], what: str, where: str) -> list[T]:
    """The one record for each beginning of an id; raises UsageError for none or several."""
    known = list(records)
    found = []
    for prefix in prefixes:
        hits = [one for one in known if len(prefix) >= SHORTEST and one.id.startswith(prefix.lower())]
        if len(hits) != 1:
            many = "several begin" if hits else "none begins"
            raise UsageError(
                f"there is no one {what} {prefix!r}: {many} so", f"See the ids with {where}, and give more of one"
            )
        found.append(hits[0])
    return found


def _speakers(opened: ledger.Ledger, party: Party, alias: str | None = None) -> list[str]:
    """The ids of the speakers of a party, or of those of them that go by one name."""
    if alias is not None and alias not in {one.name for one in party.aliases}:
        known = ", ".join(one.name for one in party.aliases)
        raise UsageError(f"{party.name} doesn't go by {alias!r}", f"Give one of: {known}")
    said = {s for one in party.aliases if alias in (None, one.name) for s in one.statements}
    ids = {row.statement.speaker.id for row in opened.statements() if row.statement.id in said}
    return sorted(one for one in ids if one)


def _propositions(opened: ledger.Ledger, claim: Claim, prefix: str) -> list[str]:
    """The ids of the propositions by which one statement takes a position on a claim."""
    said = {position.statement for position in claim.positions if position.statement.startswith(prefix.lower())}
    if len(said) != 1 or len(prefix) < SHORTEST:
        known = ", ".join(position.statement[:SHORTEST_SHOWN] for position in claim.positions)
        raise UsageError(f"no one statement {prefix!r} takes a position on “{claim.text}”", f"Give one of: {known}")
    (statement,) = said
    return [m for m in flow.claim_members(opened)[claim.id] if m.startswith(statement)]


def _judgement(
    about: JudgedKind, kind: JudgementKind, members: Sequence[str], reason: str, user: str, opposed: Sequence[str] = ()
) -> Judgement:
    """A judgement made now."""
    return Judgement(
        about=about,
        kind=kind,
        members=tuple(sorted(set(members))),
        opposed=tuple(sorted(set(opposed))),
        user=user,
        at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        reason=reason,
    )


def _keep(opened: ledger.Ledger, made: Judgement) -> None:
    opened.judge(made)
    click.echo(f"Kept the judgement {made.id[:SHORTEST_SHOWN]}.")
