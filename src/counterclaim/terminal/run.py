"""A run's sources in, a progress bar while they are read and a line of what became of them out."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from counterclaim.flow import Result, Tally
from counterclaim.terminal.tables import console_for


@contextmanager
def progress(total: Callable[[], int], quiet: bool) -> Iterator[Callable[[Result, str], None]]:
    """A bar with count, rate and what is left on standard error; yields what to call for each source."""
    console = console_for(stderr=True)
    if quiet or not console.is_terminal:
        yield _ignore
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("Reading", total=total(), rate="")

        def each(result: Result, source: str) -> None:
            del result, source
            bar.advance(task)
            speed = bar.tasks[0].speed
            bar.update(task, rate=f"{speed:.1f}/s" if speed else "")

        yield each


@contextmanager
def counted(what: str) -> Iterator[Callable[[int, int], None] | None]:
    """A bar on standard error for work that tells how much is done and how much there is."""
    console = console_for(stderr=True)
    if not console.is_terminal:
        yield None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _ignore(result: Result, source: str) -> None:
    """What is called for each source where no bar is shown."""


def tally_line(tally: Tally) -> str:
    """What became of a run's sources, in one line."""
    parts = [f"Added {tally.added:,} of {tally.sources:,} ({tally.words:,} words, {tally.statements:,} statements)"]
    if tally.known:
        parts.append(f"{tally.known:,} already there (the same bytes)")
    if tally.copies:
        parts.append(f"{tally.copies:,} already there (the same article in other bytes)")
    if tally.set_aside:
        parts.append(f"{len(tally.set_aside):,} set aside")
    return "; ".join(parts) + "."
