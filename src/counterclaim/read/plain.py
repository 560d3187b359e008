"""Plain text in, the same text out, with the title and the dateline that it opens with."""

import re

from counterclaim.read.dates import dateline, days_in
from counterclaim.read.parsed import Parsed

_TITLE_LENGTH = 150
_NOT_A_TITLE = re.compile(r"^(?:by\s|http|www\.|[-*=#_]{3,}|\W*$)|[.,;:]\s*$", re.IGNORECASE)


def read_plain(text: str) -> Parsed:
    """``text`` unchanged; its title and day only where they plainly stand at its head."""
    day = dateline(text)
    return Parsed(
        text=text,
        title=headline(text),
        published=day,
        published_from="text" if day else None,
    )


def headline(text: str) -> str | None:
    """The first line if it looks like a headline: short, no sentence, and more text after it."""
    line, _, rest = text[:20_000].lstrip().partition("\n")
    line = line.strip().removeprefix("# ").strip()
    if not rest.strip() or len(line) > _TITLE_LENGTH or len(line.split()) < 2 or _NOT_A_TITLE.search(line):
        return None
    if any(True for _ in days_in(line)) and len(line) < 40:
        return None  # a dateline
    # A line that runs on into the next one was wrapped, and is no headline.
    blank = not rest.split("\n", 1)[0].strip()
    return line if blank or rest.lstrip()[:1].isupper() or rest.lstrip()[:1] in "\"'“‘(" else None
