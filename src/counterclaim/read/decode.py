"""Bytes of text in, characters out, or the reason why they are no text.

A byte-order mark decides and is dropped, since it is no part of the text; valid UTF-8 is
taken as such, since no other encoding produces it by chance; then the encoding that the
source declares; then Windows-1252, if all that stands outside ASCII is what English text
uses; then a statistical guess.
"""

import codecs
import re

import charset_normalizer

from counterclaim.read.parsed import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ENGLISH_1252 = re.compile(r"[\x00-\x7f’‘“”–—…•€£©®™§°·«»\xa0½¼éèêëáàâäãåçñóòôöõíìîïúùûüýÿœæßøšžÉÁÖÜÄÅÇÑØŠŽ]*")
"""Windows-1252 without the capitals that Mac Roman's quotation marks would turn into."""

_CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_LATIN = frozenset({"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "windows-1252"})
_SAMPLE = 100_000
_ADVICE = "Save it as UTF-8 text"


def decode(content: bytes, declared: tuple[str, ...] = ()) -> str:
    """``content`` as characters; ``declared`` are names of encodings, most trusted first.

    Raises UnreadableError with code ``encoding`` if no encoding fits, ``binary`` if what
    comes out is not text.
    """
    text = _decoded(content, declared)
    controls = len(_CONTROLS.findall(text, 0, _SAMPLE))
    # A stray form feed's neighbour is an old typewriter habit; one in a thousand is a binary file.
    if "\0" in text or controls * 1000 > min(len(text), _SAMPLE) + 2000:
        raise UnreadableError("binary", "it holds control characters and is not text", _ADVICE)
    return text


def _decoded(content: bytes, declared: tuple[str, ...]) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                reason = f"it says that it is {encoding} and is not, from byte {error.start + len(mark)} on"
                raise UnreadableError("encoding", reason, _ADVICE) from None
    for encoding in ("utf-8", *map(_as_browsers_do, declared), "cp1252"):
        try:
            text = content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if encoding != "cp1252" or encoding in declared or _ENGLISH_1252.fullmatch(text):
            return text
    best = charset_normalizer.from_bytes(content[:_SAMPLE]).best()
    try:
        if best is not None:
            return content.decode(best.encoding)
    except UnicodeDecodeError:
        pass
    raise UnreadableError("encoding", "its characters are in no encoding that is known", _ADVICE)


def _as_browsers_do(name: str) -> str:
    """Latin-1 and ASCII are read as Windows-1252 (WHATWG Encoding, 4.2)."""
    return "cp1252" if name.lower() in _LATIN else name
