"""First stage: a file, folder, glob, JSONL, standard input or URL in; captures and set-asides out.

The names are light to import: the HTTP client is loaded with the first call.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from counterclaim.config import Config
from counterclaim.records import Capture, SetAside

__all__ = ["capture", "count", "expand"]


def capture(source: str, config: Config, *, stdin: BinaryIO | None = None) -> Iterator[Capture | SetAside]:
    """The captures that one source holds, in order, each kept byte for byte.

    ``source`` is a file, a folder (walked in sorted order), a glob, ``-`` for standard input
    or an http(s) address. ``stdin`` is read for ``-`` and defaults to the process's. A JSONL
    file gives one capture per line, streamed. What can't be used comes out in its place as
    a SetAside with its reason, and the rest goes on; nothing is raised for bad input.
    """
    from counterclaim.capture.dispatch import capture as dispatch

    return dispatch(source, config, stdin=stdin)


def expand(sources: Iterable[str]) -> list[str | SetAside]:
    """The single files, addresses and ``-`` that ``sources`` stand for, in order.

    Folders and globs are walked; nothing is opened or fetched. Each string in the result
    can be given to ``capture``; each SetAside stands for files that are left out.
    """
    from counterclaim.capture.sources import expand as walk

    return walk(sources)


def count(items: Sequence[str | SetAside]) -> int:
    """How many captures and set-asides ``items`` (from ``expand``) will give, for a progress bar.

    JSONL files are counted by their lines; everything else counts as one. It is an estimate:
    standard input and an address count as one, whatever they hold.
    """
    from counterclaim.capture.dispatch import count as count_items

    return count_items(items)
