"""Commands over what was found across the articles of a case: arguments in, tables and lines out."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, get_args

import click
import msgspec

from counterclaim import flow, ledger, link, terminal
from counterclaim.records import Statement
from counterclaim.records.links import Claim, ClaimState, FigureSeries, Links, Party, SeriesRelation, SeriesRule

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


def lines(rows: list[Any]) -> None:
    """Write records as JSON, one a line."""
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
        lines(found.rows)
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
        lines(found.rows)
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
        lines([{"document": document.id, **msgspec.to_builtins(check)} for document, _, _, check in rows])
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
        lines(found.rows)
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
        lines(found.rows)
        return
    if found.rows:
        terminal.show(terminal.origin_page(found.rows, found.documents))
    _rest(found, "origin groups")
