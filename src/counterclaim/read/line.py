"""One line of JSONL in, what it holds out: ``text`` kept unchanged, or ``html`` read as a page."""

from typing import Any

import msgspec

from counterclaim.config import Config
from counterclaim.read.dates import iso_day
from counterclaim.read.html import read_html
from counterclaim.read.parsed import Parsed, UnreadableError
from counterclaim.read.plain import read_plain

_ADVICE = "Mend the line; docs/capture-and-read.md lists the fields"


def read_line(line: bytes, *, captured_at: str, config: Config) -> Parsed:
    """The article in ``line``: ``text`` wins over ``html``, the other fields over what was found.

    Raises UnreadableError with code ``bad-json`` that names the field with a wrong type, or
    ``empty`` if there is neither text nor html.
    """
    fields = _fields(line)
    text, html = _string(fields, "text"), _string(fields, "html")
    day = _published(fields)
    if text is not None and text.strip():
        found = read_plain(text)
    elif html is not None and html.strip():
        content = html.encode("utf-8")
        url = _string(fields, "url")
        found = read_html(content, charset="utf-8", url=url, captured_at=captured_at, config=config)
    else:
        raise UnreadableError("empty", "the line has neither a text nor an html", _ADVICE)
    return msgspec.structs.replace(
        found,
        title=_string(fields, "title") or found.title,
        publisher=_string(fields, "publisher") or found.publisher,
        url=_string(fields, "url") or found.url,
        authors=_authors(fields) or found.authors,
        published=day or found.published,
        published_from="metadata" if day else found.published_from,
    )


def _fields(line: bytes) -> dict[str, Any]:
    try:
        return msgspec.json.decode(line, type=dict[str, Any])
    except msgspec.ValidationError:
        raise UnreadableError("bad-json", "the line is JSON, but not an object with fields", _ADVICE) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UnreadableError("bad-json", f"the line is not JSON ({error})", _ADVICE) from None


def _string(fields: dict[str, Any], name: str) -> str | None:
    value = fields.get(name)
    if value is not None and not isinstance(value, str):
        raise UnreadableError("bad-json", f"the field {name!r} is not a string", _ADVICE)
    return value


def _authors(fields: dict[str, Any]) -> tuple[str, ...]:
    value = fields.get("authors")
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise UnreadableError("bad-json", "the field 'authors' is not a list of strings", _ADVICE)
    return tuple(value)


def _published(fields: dict[str, Any]) -> str | None:
    value = _string(fields, "published")
    if value is None or not value.strip():
        return None
    day = iso_day(value)
    if day is None:
        raise UnreadableError("bad-json", "the field 'published' is not an ISO 8601 date or time", _ADVICE)
    return day
