"""The command line: arguments in, calls made, tables and lines out. Thin: parse, call, print."""

import functools
import os
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any, NoReturn, TypeVar, get_args, get_type_hints

import click
import msgspec

from counterclaim import capture, cli_judgements, cli_links, flow, ledger, serve, terminal
from counterclaim.config import FIELDS, Config, load_config
from counterclaim.errors import CounterclaimError, LedgerError, ModelError, UsageError
from counterclaim.records import ACTS, KINDS, visible
from counterclaim.records.links import SeriesRule

OK, SOME_SET_ASIDE, USAGE, BROKEN, STOPPED = 0, 1, 2, 3, 130

_EXIT_CODES = """
\b
Exit codes:
  0  everything was done
  1  done, but some sources were set aside (each with its reason on standard error)
  2  the call is wrong: an unknown option, a bad value
  3  the case or the model is missing, damaged, already there or can't be written
  130  stopped with Ctrl-C; what was added is safe
"""

F = TypeVar("F", bound=Callable[..., Any])
case_argument = click.argument("case", type=click.Path(path_type=Path))
quiet_option = click.option("--quiet", "-q", is_flag=True, help="Print errors only.")


def settings(*names: str) -> Callable[[F], F]:
    """Options for the named settings, made from the table in ``config``, and ``--config FILE``."""
    types = get_type_hints(Config)

    def decorate(function: F) -> F:
        @functools.wraps(function)
        def wrapped(config_file: Path | None, **options: Any) -> Any:
            chosen = {name: options.pop(name) for name in names}
            return function(config=load_config(config_file, options=chosen), **options)

        command = click.option(
            "--config",
            "config_file",
            type=click.Path(path_type=Path, dir_okay=False),
            help="Settings file (TOML); see docs/reference/settings.md.",
        )(wrapped)
        for field in reversed([field for field in FIELDS if field.name in names]):
            plain = types[field.name]
            kind = next((t for t in get_args(plain) if t is not type(None)), plain)
            default = getattr(Config(), field.name)
            text = field.help if default is None else f"{field.help} [default: {default}]"
            command = click.option("--" + field.name.replace("_", "-"), field.name, type=kind, help=text)(command)
        return command  # type: ignore[return-value]

    return decorate


def given_options(function: F) -> F:
    """Options for what the user knows of the articles."""
    for name, text in (
        ("publisher", "Publisher; wins over what the source says."),
        ("title", "Title; wins over what the source says."),
        ("published", "Day of publication, YYYY-MM-DD; wins over what the source says."),
    ):
        function = click.option("--" + name, help=text)(function)
    return function


@click.group(epilog=_EXIT_CODES, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="counterclaim")
def cli() -> None:
    """Who said what: reads news articles on a contested event and gives a ledger of statements.

    \b
    A first case:
      counterclaim init flood
      counterclaim add flood articles/*.html
      counterclaim statements flood --speaker minister
      counterclaim report flood -o flood.html
    """  # noqa: D301


@cli.command()
@case_argument
def init(case: Path) -> None:
    """Begin a case: a folder with an empty ledger and an archive."""
    ledger.Ledger.create(case).close()
    click.echo(f"Began the case {case}. Next: counterclaim add {case} SOURCE...")


@cli.command(epilog=_EXIT_CODES)
@case_argument
@click.argument("sources", nargs=-1, required=True)
@given_options
@settings("timeout", "max_bytes", "max_redirects", "allow_host", "min_words", "max_chars", "min_confidence", "threads")
@quiet_option
def add(
    case: Path,
    sources: tuple[str, ...],
    published: str | None,
    title: str | None,
    publisher: str | None,
    config: Config,
    quiet: bool,
) -> int:
    """Take articles into a case.

    A SOURCE is a file (HTML, plain text, PDF, or JSONL with an article per line), a folder, a
    glob in quotes, - for standard input, or an http(s) address. Bytes that are already in the
    case add nothing. What can't be used is set aside with its reason; the rest goes on.
    """
    given = flow.Given(published=published, title=title, publisher=publisher)
    items = capture.expand(sources)
    run = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    with ledger.Ledger.open(case) as opened, terminal.progress(lambda: capture.count(items), quiet) as each:
        tally = flow.add(opened, items, config, run=run, given=given, each=each)
    for record in tally.set_aside:
        click.echo(visible(str(record)), err=True)
    if given != flow.Given() and (tally.known or tally.copies):
        click.echo(
            "What was already there keeps its publisher, title and day; the options were not used for it.", err=True
        )
    if not quiet:
        click.echo(terminal.tally_line(tally))
    return SOME_SET_ASIDE if tally.set_aside else OK


@cli.command(epilog=_EXIT_CODES)
@click.argument("files", nargs=-1, required=True)
@given_options
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl", help="Output format.")
@settings("timeout", "max_bytes", "max_redirects", "allow_host", "min_words", "max_chars", "min_confidence", "threads")
def extract(
    files: tuple[str, ...],
    published: str | None,
    title: str | None,
    publisher: str | None,
    form: str,
    config: Config,
) -> int:
    """Print what articles say, one JSON object per article; nothing is stored.

    FILE is anything that `add` takes. For plain text the offsets are code points into the
    file as decoded, unchanged.
    """
    del form
    given = flow.Given(published=published, title=title, publisher=publisher)
    failed = False
    for outcome in flow.analyse_sources(files, config, given):
        if isinstance(outcome, flow.Unread):
            failed = True
            click.echo(visible(str(outcome.record)), err=True)
        else:
            sys.stdout.buffer.write(msgspec.json.encode(outcome.extraction) + b"\n")
            sys.stdout.buffer.flush()
    return SOME_SET_ASIDE if failed else OK


@cli.command()
@case_argument
@click.option("--speaker", help="Part of the speaker's name.")
@click.option("--publisher", help="Part of the publisher's name.")
@click.option("--kind", type=click.Choice(KINDS), help="How the words are given.")
@click.option("--act", type=click.Choice(ACTS), help="What was done by saying it.")
@click.option("--search", metavar="WORDS", help='Words that must all occur; "words in quotes" in that order.')
@click.option("--document", metavar="ID", help="Only from this document.")
@click.option("--min-confidence", type=float, default=0.0, help="From 0 to 1.")
@click.option("--limit", type=click.IntRange(0), help="Rows shown, 0 for all. [default: 50, all as JSONL]")
@click.option("--format", "form", type=click.Choice(["table", "jsonl"]), default="table", show_default=True)
def statements(case: Path, limit: int | None, form: str, **conditions: Any) -> None:
    """List who said what."""
    if limit is None:
        limit = 50 if form == "table" else 0
    query = ledger.StatementQuery(**conditions)
    with ledger.Ledger.open(case) as opened:
        if form == "jsonl":
            for row in islice(opened.statements(query), limit or None):
                _json_line({**msgspec.to_builtins(row.statement), "document": row.document.id})
            return
        rows = list(opened.statements(query))
    shown = rows[:limit] if limit else rows
    terminal.show(terminal.statement_table(shown))
    terminal.note_of_rest(len(shown), len(rows), "statements")


@cli.command()
@case_argument
@click.option("--set-aside", is_flag=True, help="What could not be used, and why, instead.")
@click.option("--format", "form", type=click.Choice(["table", "jsonl"]), default="table", show_default=True)
def documents(case: Path, set_aside: bool, form: str) -> None:
    """List the documents of a case, or what was set aside."""
    with ledger.Ledger.open(case) as opened:
        rows: list[Any] = list(opened.failures()) if set_aside else list(opened.documents())
    if form == "jsonl":
        for row in rows:
            _json_line(msgspec.to_builtins(row))
    else:
        terminal.show(terminal.failure_table(rows) if set_aside else terminal.document_table(rows))


@cli.command()
@case_argument
@click.argument("statement_id", metavar="ID")
def show(case: Path, statement_id: str) -> None:
    """Show one statement in its paragraph, with every field and where it comes from.

    ID is a statement's id or the first four or more characters of it.
    """
    with ledger.Ledger.open(case) as opened:
        terminal.show(terminal.statement_page(opened.statement(statement_id)))


@cli.command()
@case_argument
def summary(case: Path) -> None:
    """Show a case in numbers: documents, statements by act and kind, speakers, what failed."""
    with ledger.Ledger.open(case) as opened:
        terminal.show(*terminal.summary_page(opened.summary()))


@cli.command()
@case_argument
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), required=True, help="HTML file.")
@click.option("--title", help="Heading of the page; the case's name if not given.")
@cli_links.rule_option
@cli_links.names_option
@quiet_option
def report(case: Path, output: Path, title: str | None, rule: SeriesRule, names: Path | None, quiet: bool) -> None:
    """Write a case as one self-contained HTML page."""
    _outside(output, case)
    with ledger.Ledger.open(case) as opened:
        links = cli_links.linked(opened, rule, names)
        serve.write_dossier(opened, output, title=title or case.resolve().name, links=links)
    if not quiet:
        click.echo(f"Wrote {output}")


@cli.command()
@case_argument
@click.option("--format", "form", type=click.Choice(["jsonl", "csv"]), default="jsonl", show_default=True)
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="File; standard output if not given."
)
def export(case: Path, form: str, output: Path | None) -> None:
    """Write a whole case: every record as JSONL, or the statements as CSV."""
    with ledger.Ledger.open(case) as opened:
        links = flow.link(opened) if form == "jsonl" else None
        write = functools.partial(ledger.export_jsonl, links=links) if form == "jsonl" else ledger.export_csv
        if output is None:
            sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
            write(opened, sys.stdout)
            return
        _outside(output, case)
        part = output.with_name(output.name + ".part")
        try:
            with part.open("w", encoding="utf-8", newline="") as stream:
                write(opened, stream)
            part.replace(output)
        except OSError as error:
            reason = f"the export can't be written to {output}: {error.strerror or error}"
            raise UsageError(reason, "Give a file in a folder that exists, can be written and has room") from None
        finally:
            part.unlink(missing_ok=True)


_LINKED = (cli_links.claims, cli_links.figures, cli_links.sums, cli_links.parties, cli_links.origins)
_JUDGED = (cli_judgements.merge, cli_judgements.split, cli_judgements.withdraw, cli_judgements.judgements)
for command in (*_LINKED, *_JUDGED):
    cli.add_command(command)


def _outside(output: Path, case: Path) -> None:
    """Refuses to write into a case's own folder, where a slip of the pen would destroy it."""
    if case.resolve() in output.resolve().parents:
        raise UsageError(f"{output} lies inside the case {case}", "Give a file outside it")


def _json_line(row: dict[str, Any]) -> None:
    sys.stdout.buffer.write(msgspec.json.encode(row) + b"\n")


def main(arguments: Iterable[str] | None = None) -> NoReturn:
    """Runs the command line and leaves with its exit code; never shows a traceback for bad input."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        words = None if arguments is None else list(arguments)
        with cli.make_context("counterclaim", list(sys.argv[1:] if words is None else words)) as context:
            code = cli.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as left:
        code = left.exit_code
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped. What is in the case is safe; run the same command again to go on.", err=True)
        code = STOPPED
    except CounterclaimError as error:
        click.echo(f"counterclaim: {error}", err=True)
        code = BROKEN if isinstance(error, LedgerError | ModelError) else USAGE
    except BrokenPipeError:
        # Whoever read has read enough; what is left in the buffer has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = OK
    except OSError as error:
        click.echo(f"counterclaim: {error.filename or 'a file'}: {error.strerror or error}.", err=True)
        code = BROKEN
    sys.exit(code or OK)
