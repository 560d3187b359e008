"""What was found across the articles of a case in, tables for a terminal out."""

from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from counterclaim.ledger import DocumentRow
from counterclaim.link import SumCheck
from counterclaim.records import Document, Figure, Statement
from counterclaim.records.judgement import Judgement
from counterclaim.records.links import (
    Change,
    Claim,
    FigureSeries,
    OriginGroup,
    OriginLink,
    Party,
    Position,
    SeriesValue,
)
from counterclaim.terminal.tables import escape, table

_STANCE_STYLES = {"for": "green", "against": "red", "unclear": "yellow"}
_SHORT = 10
"""First characters of an id, enough for ``counterclaim show``."""


def claims_page(
    claims: Sequence[Claim],
    statements: Mapping[str, Statement],
    parties: Mapping[str, Party],
    documents: Mapping[str, DocumentRow],
) -> Group:
    """Claims one under the other: its state, then who stands where, since when, in which words."""
    parts: list[RenderableType] = []
    for claim in claims:
        head = Text.assemble((claim.state, "bold"), "  ", escape_text(claim.text))
        parts.append(head)
        period = " to ".join(dict.fromkeys(filter(None, (claim.first_seen, claim.last_seen)))) or "undated"
        against = f", {claim.independent_against} against" if claim.independent_against else ""
        parts.append(
            Text(f"{claim.independent_sources} independent for{against}; {period}; {claim.id[:_SHORT]}", "dim")
        )
        rows = table("Stance", "Day", "Party", "Words", "Publisher", "Statement")
        for column, width in (("Party", 26), ("Publisher", 18)):
            next(c for c in rows.columns if c.header == column).max_width = width
        for position in sorted(claim.positions, key=_by_side):
            statement = statements.get(position.statement)
            rows.add_row(
                Text(position.stance, _STANCE_STYLES[position.stance]),
                position.day or "undated",
                escape(_party(position.party, parties)),
                escape(" … ".join(statement.text.content)) if statement else "",
                escape(_publisher(documents.get(position.document))),
                position.statement[:_SHORT],
            )
        parts += [Padding(rows, (0, 0, 1, 2))]
    return Group(*parts)


def series_page(
    series: Sequence[FigureSeries], parties: Mapping[str, Party], documents: Mapping[str, DocumentRow]
) -> Group:
    """Series of figures one under the other: what they count, how they stand to one another, each value."""
    parts: list[RenderableType] = []
    for one in series:
        what = " ".join(filter(None, (one.what, one.measure if one.measure != "other" else None)))
        where = f" in {one.place}" if one.place else ""
        parts.append(Text.assemble((one.relation, "bold"), "  ", escape_text(f"{what or 'figures'}{where}")))
        values = f"low {number(one.low)}, best {number(one.best)}, high {number(one.high)} ({one.rule})"
        parts.append(Text(f"{values}; {one.id[:_SHORT]}", "dim"))
        rows = table("As of", "Value", "By", "Publisher", "Figure", numbers=["Value"])
        for value in one.values:
            rows.add_row(
                value.as_of or "undated",
                interval(value),
                escape(_giver(value, parties)),
                escape(_publisher(documents.get(value.document))),
                value.figure[:_SHORT],
            )
        parts += [Padding(rows, (0, 0, 1, 2))]
    return Group(*parts)


def party_table(parties: Sequence[Party]) -> RenderableType:
    """Parties, one a row, those with most statements first."""
    names = {party.id: party.name for party in parties}
    rows = table("Party", "Type", "Statements", "Other names", "Roles", "Speaks for", "Id", numbers=["Statements"])
    for party in sorted(parties, key=lambda one: (-statements_of(one), one.name)):
        others = [alias.name for alias in party.aliases if alias.name != party.name]
        rows.add_row(
            escape(party.name),
            party.type or "",
            f"{statements_of(party):,}",
            escape("; ".join(others)),
            escape("; ".join(_role(role.role, role.first, role.last) for role in party.roles)),
            escape(names.get(party.speaks_for or "", "")),
            party.id[:_SHORT],
        )
    return rows


def origin_page(groups: Sequence[OriginGroup], documents: Mapping[str, DocumentRow]) -> Group:
    """Groups of documents that are one origin, with what ties them together."""
    parts: list[RenderableType] = []
    for group in groups:
        origin = f", taken from {group.origin}" if group.origin else ""
        parts.append(Text.assemble((f"{len(group.documents)} documents", "bold"), escape_text(origin)))
        rows = table("Published", "Publisher", "Title", "Tied by", "Id")
        for document in group.documents:
            row = documents.get(document)
            ties = [_tie(link, document) for link in group.links if document in (link.one, link.other)]
            rows.add_row(
                (row.document.published if row else None) or "undated",
                escape(_publisher(row)),
                escape((row.document.title if row else None) or ""),
                escape("; ".join(ties)),
                document[:_SHORT],
            )
        parts += [Padding(rows, (0, 0, 1, 2))]
    return Group(*parts)


def change_table(
    changes: Sequence[Change], parties: Mapping[str, Party], statements: Mapping[str, Statement]
) -> RenderableType:
    """Who moved, from what to what, one a row; the words where it is a claim, the values where it is a figure."""
    rows = table("Party", "Before", "", "After", "", "Of")

    def told(item: str, value: str) -> str:
        statement = statements.get(item)
        return escape(f"{value}: {' … '.join(statement.text.content)}" if statement else value)

    for change in changes:
        rows.add_row(
            escape(_party(change.party, parties)),
            change.before_day or "undated",
            told(change.before, change.before_value),
            change.after_day or "undated",
            told(change.after, change.after_value),
            f"claim {change.claim[:_SHORT]}" if change.claim else f"figures {(change.series or '')[:_SHORT]}",
        )
    return rows


def sum_table(rows: Sequence[tuple[Document, Figure, Sequence[Figure], SumCheck]]) -> RenderableType:
    """Wholes and their parts, one sum a row: the document, the whole, its parts, what these add up to, the verdict."""
    made = table("Published", "Document", "Whole", "Parts", "Add up to", "Verdict")
    for document, whole, parts, check in rows:
        most = "" if check.high == check.low else f" to {number(check.high)}"
        made.add_row(
            document.published or "undated",
            escape(document.publisher or document.title or document.file or ""),
            escape(" ".join(filter(None, (whole.text, whole.what, whole.measure)))),
            escape("; ".join(" ".join(filter(None, (part.text, part.what))) for part in parts)),
            number(check.low) + most,
            check.verdict,
        )
    return made


def judgement_table(judgements: Sequence[Judgement]) -> RenderableType:
    """Judgements in the order in which they were made, one a row."""
    rows = table("When", "Who", "Judged", "Members", "Why", "", "Id", numbers=["Members"])
    for one in judgements:
        rows.add_row(
            one.at[:16].replace("T", " "),
            escape(one.user),
            _judged(one),
            str(len(one.members)) if one.kind != "withdraw" else one.members[0][:_SHORT],
            escape(one.reason),
            "withdrawn" if one.withdrawn else "",
            one.id[:_SHORT],
        )
    return rows


def _judged(one: Judgement) -> str:
    if one.kind == "withdraw":
        return "withdrawn"
    what = "parties" if one.about == "party" else "claims"
    return f"{what} merged{', opposed' if one.opposed else ''}" if one.kind == "merge" else f"{one.about} split"


def number(value: float | None) -> str:
    """A number as it is read, with a dash where it is open."""
    if value is None:
        return "–"
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def interval(value: SeriesValue) -> str:
    """A figure's bounds in words: "at least 20", "36–40", "about 400"."""
    about = "about " if value.approximate else ""
    if value.high is None:
        return f"{about}at least {number(value.low)}"
    if value.low is None:
        return f"{about}up to {number(value.high)}"
    if value.low == value.high:
        return about + number(value.low)
    return f"{about}{number(value.low)}–{number(value.high)}"


def escape_text(words: str) -> Text:
    """Words as text without markup."""
    return Text.from_markup(escape(words))


def statements_of(party: Party) -> int:
    """How many statements are a party's."""
    return len({statement for alias in party.aliases for statement in alias.statements})


def _by_side(position: Position) -> tuple[int, str, str]:
    return ("for", "against", "unclear").index(position.stance), position.day or "9999", position.statement


def _party(party: str | None, parties: Mapping[str, Party]) -> str:
    known = parties.get(party or "")
    return known.name if known else "not named"


def _giver(value: SeriesValue, parties: Mapping[str, Party]) -> str:
    known = parties.get(value.party or "")
    return known.name if known else value.by or "the article itself"


def _tie(link: OriginLink, document: str) -> str:
    other = link.other if link.one == document else link.one
    return f"{link.kind} with {other[:_SHORT]}, {int(link.share * 100)} % of the shorter"


def _publisher(row: DocumentRow | None) -> str:
    return (row.document.publisher or row.document.file or row.document.url or "") if row else ""


def _role(role: str, first: str | None, last: str | None) -> str:
    days = " to ".join(dict.fromkeys(filter(None, (first, last))))
    return f"{role} ({days})" if days else role
