"""Text from outside in, text that a page can carry out: escaped once, nothing hidden, nothing reordered.

Three kinds of characters make trouble even when markup is escaped: those that HTML can't
carry (NUL and other controls, lone surrogates, noncharacters), those that reorder their
neighbours (the bidirectional controls of UAX #9), and the carriage return, which an HTML
parser turns into a line feed.
"""

import re
from urllib.parse import urlsplit

from markupsafe import Markup, escape

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
_BIDI_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_SPACE = re.compile(r"[\s\ufffd]+")


def printable(text: str) -> str:
    """``text`` with each character that HTML can't carry as U+FFFD, so that offsets stay right."""
    return _UNPRINTABLE.sub("\ufffd", text)


def shown(text: str) -> Markup:
    """``text`` as HTML: escaped, with every bidirectional control in a box of its own.

    Each such control stands in a ``span.ctl``, which the style sheet makes an inline block:
    inside an inline block it can't reach its neighbours (CSS Writing Modes 3, section 2.4.5),
    and the style sheet prints its code point from ``data-c``, so that a reader sees that
    somebody put it there. With the tags taken away and entities decoded the result is
    ``printable(text)``.
    """
    safe = str(escape(printable(text))).replace("\r", "&#13;")
    # The text is escaped above; only constant markup is added.
    return Markup(_BIDI_CONTROLS.sub(_boxed, safe))  # noqa: S704


def plain(text: str) -> str:
    """``text`` for places that hold no markup (``<title>``): one line, no bidirectional controls."""
    return " ".join(_BIDI_CONTROLS.sub("", printable(text)).split())


def excerpt(text: str, length: int) -> str:
    """The first words of ``text`` on one line, at most ``length`` characters, "…" where it was cut.

    Cut between words where there is a space in the second half, else inside the word.
    """
    line = " ".join(text[: 8 * length].split())
    if len(line) <= length and len(text) <= 8 * length:
        return line
    head = line[: length - 1]
    if len(line) > length - 1 and " " in head[length // 2 :]:
        head = head[: head.rindex(" ")]
    return head.rstrip(" ,;:.") + "…"


def web_address(url: str | None) -> str | None:
    """``url`` if it may stand in a link: http or https with a host and no odd characters; else None."""
    if url is None or _UNPRINTABLE.search(url) or _BIDI_CONTROLS.search(url) or _SPACE.search(url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and host else None


def _boxed(match: re.Match[str]) -> str:
    control = match.group()
    return f'<span class="ctl" data-c="U+{ord(control):04X}">{control}</span>'
