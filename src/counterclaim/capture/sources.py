"""Names that a user gives in, the single files, addresses and '-' that they stand for out.

In a folder, files of the known kinds are taken, and files without a suffix, whose bytes then
decide. Hidden names are skipped. Links are not followed: the files that they point to inside
the folder are met anyway, and a link that leads out is set aside. Pictures, styles and
scripts saved beside a page are reported in one line per folder; any other file is set aside
by name.
"""

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from counterclaim.errors import CaptureError
from counterclaim.records import SetAside

KNOWN = frozenset({".html", ".htm", ".xhtml", ".txt", ".text", ".md", ".pdf", ".jsonl", ".ndjson"})
"""Suffixes taken from a folder, each also with ``.gz`` behind it."""

ANCILLARY = frozenset(
    f".{suffix}"
    for suffix in (
        *("css", "js", "mjs", "map", "woff", "woff2", "ttf", "eot"),
        *("png", "jpg", "jpeg", "gif", "svg", "ico", "webp", "avif", "bmp", "mp3", "mp4", "webm"),
    )
)
"""What browsers save beside a page: never an article."""

_KINDS = "Counterclaim reads HTML, plain text, PDF and JSONL"


def is_url(source: str) -> bool:
    """Whether ``source`` is written as an address (``scheme://...``) and not as a path."""
    scheme, separator, _ = source.partition("://")
    return bool(separator) and len(scheme) > 1 and scheme.isalpha()


def display(path: str) -> str:
    """``path`` as it can be printed and kept: bytes of a name that are not UTF-8 are replaced."""
    return os.fsencode(path).decode("utf-8", "replace")


def display_url(url: str) -> str:
    """``url`` as it can be printed and kept: without the user name and password it may hold."""
    try:
        host = urlsplit(url).netloc
    except ValueError:
        return url
    return url.replace(host, host.rpartition("@")[2], 1) if "@" in host else url


def expand(sources: Iterable[str]) -> list[str | SetAside]:
    """See ``counterclaim.capture.expand``."""
    return [item for source in sources for item in _expand_one(source)]


def _expand_one(source: str) -> Iterator[str | SetAside]:
    if source in ("", "-") or is_url(source):
        yield source
        return
    try:
        folder, exists = Path(source).is_dir(), os.path.lexists(source)
    except ValueError:  # a NUL character in the name
        folder, exists = False, True
    if folder:
        yield from _not_empty(source, walk(source))
    elif not exists and glob.has_magic(source):
        yield from _not_empty(source, _matches(source))
    else:
        yield source


def _not_empty(source: str, items: Iterator[str | SetAside]) -> Iterator[str | SetAside]:
    found = False
    for item in items:
        found = True
        yield item
    if not found:
        reason = "no file to read was found there"
        yield CaptureError(display(source), "no-articles", reason, f"Check the name; {_KINDS}").set_aside()


def _matches(pattern: str) -> Iterator[str | SetAside]:
    """Files that match and, unless the pattern itself descends (``**``), files in folders that match."""
    # glob, not pathlib: patterns may be absolute, and * must not match hidden names.
    for name in sorted(glob.glob(pattern, recursive=True)):  # noqa: PTH207
        if not Path(name).is_dir():
            yield name
        elif "**" not in pattern:
            yield from walk(name)


def walk(folder: str) -> Iterator[str | SetAside]:
    """The files of ``folder`` and its folders in sorted order, and what is left out."""
    root = Path(folder).resolve()
    denied: list[OSError] = []
    for here, folders, files in os.walk(folder, onerror=denied.append):
        yield from _denied(denied)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        links = [name for name in folders if Path(here, name).is_symlink()]
        kept = sorted(name for name in files + links if not name.startswith("."))
        ancillary = [name for name in kept if kind_of(name) == "ancillary"]
        for path in (Path(here, name) for name in kept if name not in ancillary):
            if path.is_symlink():
                yield from _link(path, root)
            elif kind_of(path.name) == "unknown" or not path.is_file():
                reason = "files of this kind are not read from a folder"
                yield CaptureError(display(str(path)), "unknown-kind", reason, f"{_KINDS}").set_aside()
            else:
                yield str(path)
        if ancillary:
            reason = f"{len(ancillary)} pictures, styles, scripts or sounds in this folder were left out"
            yield CaptureError(display(here), "ancillary", reason, f"{_KINDS}").set_aside()
    yield from _denied(denied)


def kind_of(name: str) -> str:
    """``known``, ``bare`` (no suffix), ``ancillary`` or ``unknown``, by the name alone."""
    path = Path(name)
    suffix = Path(path.stem).suffix if path.suffix.lower() == ".gz" else path.suffix
    if suffix.lower() in ANCILLARY:
        return "ancillary"
    if not suffix:
        return "bare"
    return "known" if suffix.lower() in KNOWN else "unknown"


def _link(path: Path, root: Path) -> Iterator[SetAside]:
    try:
        inside = path.resolve().is_relative_to(root)
    except (OSError, RuntimeError):  # a link that leads to itself
        inside = False
    if not inside:
        reason = "it is a link that leads out of the folder or nowhere"
        yield CaptureError(display(str(path)), "outside", reason, "Give the file it points to by name").set_aside()


def _denied(errors: list[OSError]) -> Iterator[SetAside]:
    while errors:
        error = errors.pop(0)
        reason = f"the folder can't be listed ({error.strerror})"
        name = display(str(error.filename))
        yield CaptureError(name, "unreadable", reason, "Check its permissions").set_aside()
