"""Commands over what was found across the articles of a case: arguments in, tables and lines out."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, get_args

import click
import msgspec

from counterclaim import flow, ledger, link, terminal
from counterclaim.errors import UsageError
from counterclaim.records import Statement
from counterclaim.records.judgement import JudgementKind, PartyJudgement
from counterclaim.records.links import Claim, ClaimState, FigureSeries, Links, Party, SeriesRelation, SeriesRule

SHORTEST, SHORTEST_SHOWN = 4, 10
"""Characters of an id that may stand for it, and that are shown."""
T = TypeVar("T")

CLAIM_STATES: tuple[ClaimState, ...] = ("disputed", "denied", "corroborated", "single-source")
"""The states in the order in which claims are listed: what is argued about first."""
SERIES_RELATIONS: tuple[SeriesRelation, ...] = get_args(SeriesRelation)
SERIES_RULES: tuple[SeriesRule, ...] = get_args(SeriesRule)

case_argument = click.argument("case", type=click.Path(path_type=Path))
form_option = click.option(
    "--format", "form", type=click.Choice(["table", "jsonl"]), default="table", show_default=True
)

rule_option = click.option(
    "--rule",
    type=click.Choice(SERIES_RULES),
    default="best-low-high",
    show_default=True,
    help="For low, best and high.",
)

names_option = click.option(
    "--names",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="List of names, CSV or FollowTheMoney JSON lines: speakers on it go by its names.",
)


class _Found(NamedTuple):
    """What linking found of one kind, and what is needed to show it by name."""

    rows: list[Any]
    total: int
    parties: dict[str, Party]
    documents: dict[str, ledger.DocumentRow]
    statements: dict[str, Statement]


def linked(opened: ledger.Ledger, rule: SeriesRule = "best-low-high", names: Path | None = None) -> Links:
    """What was found across a case, with a bar while it is linked; rows of ``names`` that can't be used are told."""
    listed = link.read_name_list(names) if names else None
    for row in listed.set_aside if listed else ():
        click.echo(f"{names}:{row.row}: {row.reason}", err=True)
    with terminal.counted("Linking") as each:
        return flow.link(opened, rule, each, listed)


def _found(
    case: Path,
    kind: str,
    keep: Callable[[Any], bool],
    rule: SeriesRule = "best-low-high",
    names: Path | None = None,
) -> _Found:
    with ledger.Ledger.open(case) as opened:
        links = linked(opened, rule, names)
        found = getattr(links, kind)
        return _Found(
            [row for row in found if keep(row)],
            len(found),
            {party.id: party for party in links.parties},
            {row.document.id: row for row in opened.documents()},
            {row.statement.id: row.statement for row in opened.statements()} if kind in ("claims", "changes") else {},
        )


def _lines(rows: list[Any]) -> None:
    for row in rows:
        sys.stdout.buffer.write(msgspec.json.encode(row) + b"\n")


def _rest(found: _Found, what: str) -> None:
    shown = len(found.rows)
    click.echo(f"{shown:,} of {found.total:,} {what} shown." if shown < found.total else f"{found.total:,} {what}.")


@click.command()
@case_argument
@click.option("--state", type=click.Choice(CLAIM_STATES), help="Only claims in this state.")
@click.option(
    "--min-sources", type=click.IntRange(0), default=0, help="Only claims with this many independent sources."
)
@click.option("--all", "everything", is_flag=True, help="Claims of one statement too; as JSONL they are always there.")
@names_option
@form_option
def claims(case: Path, state: str | None, min_sources: int, everything: bool, names: Path | None, form: str) -> None:
    """List claims with everybody's stand on them, disputed ones first.

    A claim's independent sources are parties that differ and whose articles are not copies of one another.
    """

    def keep(claim: Claim) -> bool:
        wide = everything or form == "jsonl" or len(claim.positions) > 1 or state is not None
        return wide and state in (None, claim.state) and claim.independent_sources >= min_sources

    found = _found(case, "claims", keep, names=names)
    if form == "jsonl":
        _lines(found.rows)
        return
    found.rows.sort(key=lambda claim: (CLAIM_STATES.index(claim.state), -len(claim.positions)))
    if found.rows:
        terminal.show(terminal.claims_page(found.rows, found.statements, found.parties, found.documents))
    _rest(found, "claims")


@click.command()
@case_argument
@click.option("--relation", type=click.Choice(SERIES_RELATIONS), help="Only series whose figures stand so.")
@rule_option
@click.option("--all", "everything", is_flag=True, help="Figures that stand alone too; as JSONL they are always there.")
@names_option
@form_option
def figures(
    case: Path, relation: str | None, rule: SeriesRule, everything: bool, names: Path | None, form: str
) -> None:
    """List series of figures: consistent, updated or disputed, with low, best and high.

    Rules: the lowest of the last day (conservative, as ACLED does), the median of the last day between its bounds
    (best-low-high, as UCDP does), the least and the greatest of all (min-max, as Iraq Body Count does), or the latest
    figure of an official body.
    """

    def keep(one: FigureSeries) -> bool:
        return (everything or form == "jsonl" or len(one.values) > 1) and relation in (None, one.relation)

    found = _found(case, "figure_series", keep, rule, names)
    if form == "jsonl":
        _lines(found.rows)
        return
    if found.rows:
        terminal.show(terminal.series_page(found.rows, found.parties, found.documents))
    _rest(found, "series")


@click.command()
@case_argument
@click.option("--all", "everything", is_flag=True, help="Every whole with parts, not only contradictions.")
@form_option
def sums(case: Path, everything: bool, form: str) -> None:
    """List wholes that their parts exceed: both can't be right.

    Parts that fall short of their whole are no fault, since an article seldom names them all; --all lists them too.
    """
    rows = []
    with ledger.Ledger.open(case) as opened:
        for document in opened.document_ids():
            article = opened.case_article(document)
            figures = {figure.id: figure for figure in article.figures}
            rows += [
                (article.document, figures[check.whole], [figures[part] for part in check.parts], check)
                for check in link.sum_checks(article.figures)
                if everything or form == "jsonl" or check.verdict == "exceeds"
            ]
    if form == "jsonl":
        _lines([{"document": document.id, **msgspec.to_builtins(check)} for document, _, _, check in rows])
        return
    if rows:
        terminal.show(terminal.sum_table(rows))
    wholes = "1 whole" if len(rows) == 1 else f"{len(rows):,} wholes"
    click.echo(f"{wholes} with parts." if everything else f"{wholes} exceeded by the parts.")


@click.command()
@case_argument
@click.option("--changes", "changed", is_flag=True, help="Who changed position or moved a figure, instead.")
@names_option
@form_option
def parties(case: Path, changed: bool, names: Path | None, form: str) -> None:
    """List who speaks in a case, under all names that the articles use, or who changed position."""
    kind = "changes" if changed else "parties"
    found = _found(case, kind, lambda _: True, names=names)
    if form == "jsonl":
        _lines(found.rows)
        return
    if found.rows and changed:
        terminal.show(terminal.change_table(found.rows, found.parties, found.statements))
    elif found.rows:
        terminal.show(terminal.party_table(found.rows))
    _rest(found, kind)


@click.command()
@case_argument
@click.option(
    "--all", "everything", is_flag=True, help="Documents that stand alone too; as JSONL they are always there."
)
@form_option
def origins(case: Path, everything: bool, form: str) -> None:
    """List documents that are one origin: reprints, cuts, rewrites with the same quotes."""
    found = _found(case, "origin_groups", lambda group: everything or form == "jsonl" or len(group.documents) > 1)
    if form == "jsonl":
        _lines(found.rows)
        return
    if found.rows:
        terminal.show(terminal.origin_page(found.rows, found.documents))
    _rest(found, "origin groups")


user_option = click.option("--user", default=getpass.getuser, show_default="your login", help="Who judges.")
reason_option = click.option("--reason", required=True, help="Why; it is kept with the judgement.")


@click.command()
@case_argument
@click.argument("ids", metavar="PARTY PARTY...", nargs=-1, required=True)
@reason_option
@user_option
def merge(case: Path, ids: tuple[str, ...], reason: str, user: str) -> None:
    """Judge that several parties are one.

    PARTY is a party's id or the first four or more characters of it, as counterclaim parties shows them. What the
    machine found stays; counterclaim withdraw takes the judgement back.
    """
    if len(ids) < 2:
        raise UsageError("a merge needs two parties or more", "Give the ids of all parties that are one")
    with ledger.Ledger.open(case) as opened:
        found = _parties(opened, ids)
        _judge(
            opened, "merge", [speaker for party in found for speaker in _speakers(opened, party, None)], reason, user
        )


@click.command()
@case_argument
@click.argument("party_id", metavar="PARTY")
@click.argument("alias")
@reason_option
@user_option
def split(case: Path, party_id: str, alias: str, reason: str, user: str) -> None:
    """Judge that whoever goes by ALIAS in a party is somebody else.

    Those speakers become a party of their own. What the machine found stays; counterclaim withdraw takes the
    judgement back.
    """
    with ledger.Ledger.open(case) as opened:
        (party,) = _parties(opened, (party_id,))
        if alias not in {one.name for one in party.aliases}:
            known = ", ".join(one.name for one in party.aliases)
            raise UsageError(f"{party.name} doesn't go by {alias!r}", f"Give one of: {known}")
        _judge(opened, "split", _speakers(opened, party, alias), reason, user)


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
        _judge(opened, "withdraw", [one.id], reason, user)


@click.command()
@case_argument
@form_option
def judgements(case: Path, form: str) -> None:
    """List what people judged of the parties, and what was withdrawn."""
    with ledger.Ledger.open(case) as opened:
        rows = list(opened.judgements())
    if form == "jsonl":
        _lines([{"id": one.id, **msgspec.to_builtins(one)} for one in rows])
    elif rows:
        terminal.show(terminal.judgement_table(rows))
    if form == "table":
        click.echo(f"{len(rows):,} judgements.")


def _parties(opened: ledger.Ledger, ids: Sequence[str]) -> list[Party]:
    return _by_prefix(list(linked(opened).parties), ids, "party", "counterclaim parties")


def _by_prefix(records: list[T], prefixes: Sequence[str], what: str, where: str) -> list[T]:
    """The one record for each beginning of an id; raises UsageError for none or several."""
    found = []
    for prefix in prefixes:
        hits = [
            one for one in records if len(prefix) >= SHORTEST and str(getattr(one, "id", "")).startswith(prefix.lower())
        ]
        if len(hits) != 1:
            many = "several begin" if hits else "none begins"
            raise UsageError(
                f"there is no one {what} {prefix!r}: {many} so", f"See the ids with {where}, and give more of one"
            )
        found.append(hits[0])
    return found


def _speakers(opened: ledger.Ledger, party: Party, alias: str | None) -> list[str]:
    """The ids of the speakers of a party, or of those of them that go by one name."""
    said = {s for one in party.aliases if alias in (None, one.name) for s in one.statements}
    ids = {row.statement.speaker.id for row in opened.statements() if row.statement.id in said}
    return sorted(one for one in ids if one)


def _judge(opened: ledger.Ledger, kind: JudgementKind, members: Sequence[str], reason: str, user: str) -> None:
    at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    made = PartyJudgement(kind=kind, members=tuple(sorted(set(members))), user=user, at=at, reason=reason)
    opened.judge(made)
    click.echo(f"Kept the judgement {made.id[:SHORTEST_SHOWN]}.")
