"""Rows of a case in, tables and pages for a terminal out."""

from collections.abc import Sequence

from rich.console import Console, Group, RenderableType
from rich.markup import escape as escape_markup
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from counterclaim.ledger import DocumentRow, Failure, StatementDetail, StatementRow, Summary
from counterclaim.records import KINDS, Spans, visible

_PIPE_WIDTH = 160
"""Columns where output isn't a terminal: wide enough that a table can be read in a file."""

_ROLE_STYLES = {"source": "bold cyan", "cue": "italic yellow", "content": "reverse"}


def console_for(stderr: bool = False) -> Console:
    """The terminal, or where output is no terminal one of a fixed width."""
    console = Console(stderr=stderr, highlight=False, soft_wrap=False)
    return console if console.is_terminal else Console(stderr=stderr, highlight=False, width=_PIPE_WIDTH)


def show(*parts: RenderableType) -> None:
    """Prints the parts one under the other."""
    console = console_for()
    for part in parts:
        console.print(part)


def note_of_rest(shown: int, total: int, what: str) -> None:
    """Says how many rows there are, and how to see those that are not shown."""
    rest = f" Add --limit 0 to see all {total:,}." if shown < total else ""
    console_for().print(f"{shown:,} of {total:,} {what} shown.{rest}" if rest else f"{total:,} {what}.")


def table(*columns: str, numbers: Sequence[str] = ()) -> Table:
    """An empty table in the house's look; columns of ``numbers`` stand to the right."""
    made = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for column in columns:
        made.add_column(column, justify="right" if column in numbers else "left", overflow="fold")
    return made


def statement_table(rows: Sequence[StatementRow]) -> Table:
    """Statements, one a row."""
    made = table("Day", "Speaker", "Act", "Kind", "Words", "Publisher", "Sure", "Id", numbers=["Sure"])
    for column, width in (("Speaker", 22), ("Publisher", 18)):
        next(c for c in made.columns if c.header == column).max_width = width
    made.columns[0].no_wrap = made.columns[7].no_wrap = True
    for row in rows:
        statement = row.statement
        made.add_row(
            row.document.published or "undated",
            escape(speaker_label(statement.speaker.name, statement.text.source)),
            statement.act or "",
            statement.kind,
            escape(" … ".join(statement.text.content)),
            escape(row.document.publisher or ""),
            percent(statement.confidence),
            statement.id[:10],
        )
    return made


def escape(text: str) -> str:
    """``text`` as it is safe in a cell: neither markup nor anything that steers the terminal."""
    return escape_markup(visible(text))


def percent(confidence: float) -> str:
    """A confidence as whole percent, rounded down: only certainty is 100 %."""
    return f"{int(confidence * 100)}%"


def speaker_label(name: str | None, source: str) -> str:
    """Who speaks, or the words that the article has for them where that is open."""
    if name:
        return name
    return f"“{source}” (not resolved)" if source else "no source named"


def document_table(rows: Sequence[DocumentRow]) -> Table:
    """Documents, one a row."""
    made = table(
        "Published", "Publisher", "Title", "Words", "Statements", "Source", "Id", numbers=["Words", "Statements"]
    )
    for row in rows:
        head = row.document
        made.add_row(
            head.published or "undated",
            escape(head.publisher or ""),
            escape(head.title or ""),
            f"{row.words:,}",
            f"{row.statements:,}",
            escape(row.source),
            head.id[:10],
        )
    return made


def failure_table(rows: Sequence[Failure]) -> Table:
    """What was set aside, one a row."""
    made = table("When", "Source", "Reason", "What to do")
    for row in rows:
        made.add_row(row.at, escape(row.record.source), escape(row.record.reason), escape(row.record.advice))
    return made


def statement_page(detail: StatementDetail) -> Group:
    """One statement in its paragraph, with every field and where it comes from."""
    statement, document = detail.statement, detail.document
    fields = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    fields.add_column(style="bold", no_wrap=True)
    fields.add_column(overflow="fold")

    def row(name: str, value: object) -> None:
        fields.add_row(name, escape(str(value)) if value not in (None, "", ()) else "[dim]none[/dim]")

    speaker = statement.speaker
    row("Speaker", speaker.name)
    row("  type, role", ", ".join(filter(None, (speaker.type, speaker.role))))
    row("  id", speaker.id)
    row("Act", statement.act)
    row("Kind", statement.kind)
    row("Source", statement.text.source)
    row("Cue", statement.text.cue)
    row("Content", " … ".join(statement.text.content))
    for role in _ROLE_STYLES:
        row(f"  {role} at", ", ".join(f"{a}-{b}" for a, b in getattr(statement, role)))
    row("Said on", statement.said_on)
    row("Within", statement.within)
    row("Confidence", f"{statement.confidence:.4f}")
    row("Id", statement.id)
    row("Document", document.title)
    row("  publisher", document.publisher)
    row("  authors", ", ".join(document.authors))
    origin = f" (from {document.published_from})" if document.published_from else ""
    row("  published", f"{document.published}{origin}" if document.published else None)
    row("  address", document.url)
    row("  id", document.id)
    row("  text's SHA-256", document.sha256)
    row("Captured from", detail.source)
    row("  at", detail.captured_at)
    row("  bytes' SHA-256", detail.capture_sha256)
    for part in detail.provenance:
        row("Made by", f"{part.component} {part.version}")
        row("  weights' SHA-256", part.weights)
        row("  settings' SHA-256", part.configuration)
    legend = Text.assemble(*((f" {role} ", style) for role, style in _ROLE_STYLES.items()))
    return Group(Padding(_paragraphs(detail), (1, 4)), legend, Text(), fields)


def _same_length(text: str) -> str:
    """``text`` with each steering character as one that can be shown, so that offsets still fit."""
    return "".join(char if visible(char) == char else "\ufffd" for char in text)


def _paragraphs(detail: StatementDetail) -> Text:
    statement, text = detail.statement, detail.text
    spans: Spans = (*statement.source, *statement.cue, *statement.content)
    first, last = min(a for a, _ in spans), max(b for _, b in spans)
    start = text.rfind("\n", 0, first) + 1
    stop = text.find("\n", last)
    end = stop if stop >= 0 else len(text)
    shown = Text(_same_length(text[start:end]))
    for role, style in reversed(_ROLE_STYLES.items()):
        for a, b in getattr(statement, role):
            shown.stylize(style, a - start, b - start)
    return shown


def summary_page(summary: Summary) -> list[RenderableType]:
    """A case in numbers: documents, statements by act and kind, top speakers, what failed and why."""
    period = " to ".join(filter(None, (summary.first_day, summary.last_day)))
    head = f"{summary.documents:,} documents, {summary.words:,} words, {summary.statements:,} statements"
    undated = f"; {summary.undated:,} undated" if summary.undated else ""
    parts: list[RenderableType] = [
        Text(f"{head}, published {period}{undated}" if period else head, style="bold"),
        Text(),
    ]
    acts = table("Act", *KINDS, "all", numbers=[*KINDS, "all"])
    for act in dict.fromkeys(count.act for count in summary.acts):
        numbers = {count.kind: count.count for count in summary.acts if count.act == act}
        cells = [f"{numbers[kind]:,}" if kind in numbers else "·" for kind in KINDS]
        acts.add_row(act or "not classified", *cells, f"{sum(numbers.values()):,}")
    speakers = table("Speaker", "Statements", numbers=["Statements"])
    for count in summary.speakers[:12]:
        speakers.add_row(escape(count.name), f"{count.count:,}")
    publishers = table("Publisher", "Documents", numbers=["Documents"])
    for count in summary.publishers[:12]:
        publishers.add_row(escape(count.name), f"{count.count:,}")
    side = Table.grid(padding=(0, 4, 0, 0))
    side.add_row(acts, speakers, publishers)
    parts.append(side)
    if summary.set_aside:
        parts += [Text(), Text("Set aside", style="bold")]
        failed = table("Reason", "Sources", "For instance", numbers=["Sources"])
        for item in summary.set_aside:
            failed.add_row(item.code, f"{item.count:,}", escape("; ".join(item.examples)))
        parts.append(failed)
    return parts
