"""Captures, pages and PDFs for the reading tests, all written for them."""

import io
from typing import Any

import pypdf
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from counterclaim.config import Config
from counterclaim.errors import ReadError
from counterclaim.read import read
from counterclaim.records import Article, Capture, sha256_hex

CONFIG = Config(min_words=3)
KINDS = {"html": "text/html", "text": "text/plain", "pdf": "application/pdf", "line": "application/json"}

PARAGRAPHS = (
    "The ferry company said on Tuesday that the night service to Marrow Island would end in June.",
    "“Nobody asked the people who live here,” said Ida Quill, who has run the harbour shop for thirty years.",
    "A spokesman for the company denied that the decision had anything to do with the strike in March.",
    "The regional council will vote on the plan next week, and two of its members have said they oppose it.",
)


def capture_of(content: bytes | str, kind: str = "text", **fields: Any) -> Capture:
    data = content.encode() if isinstance(content, str) else content
    values: dict[str, Any] = {
        "kind": "file",
        "source": "article",
        "content": data,
        "sha256": sha256_hex(data),
        "media_type": KINDS[kind],
        "captured_at": "2024-06-30T12:00:00Z",
        **fields,
    }
    return Capture(**values)


def article(content: bytes | str, kind: str = "text", config: Config = CONFIG, **given: Any) -> Article:
    return read(capture_of(content, kind), config, **given)


def refusal(content: bytes | str, kind: str = "text", config: Config = CONFIG) -> ReadError:
    """The error with which the content is refused; fails if it is read."""
    capture = capture_of(content, kind)
    try:
        found = read(capture, config)
    except ReadError as error:
        aside = error.set_aside()
        assert aside.stage == "read"
        assert aside.sha256 == capture.sha256
        assert aside.reason
        assert aside.advice
        assert "\n" not in str(aside)
        return error
    raise AssertionError(f"it was read: {found.text[:80]!r}")


def page(body: str = "", head: str = "") -> str:
    paragraphs = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    return (
        f"<!doctype html><html lang=en><head>{head}</head><body><nav><a href=/>Home</a> <a href=/s>Sport</a></nav>"
        f"<article><h1>Night ferry to end</h1>{body}{paragraphs}</article><footer>All rights reserved</footer>"
        "</body></html>"
    )


def pdf(
    pages: list[list[str]], about: dict[str, str] | None = None, password: str | None = None, drawing: str | None = None
) -> bytes:
    """A PDF with these lines on its pages, or with ``drawing`` as the instructions of each."""
    writer = pypdf.PdfWriter()
    font = writer._add_object(
        DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type1"),
                NameObject("/BaseFont"): NameObject("/Helvetica"),
            }
        )
    )
    for lines in pages:
        sheet = writer.add_blank_page(612, 792)
        shown = " ".join(f"({line}) Tj T*" for line in lines)
        stream = DecodedStreamObject()
        stream.set_data((drawing or f"BT /F1 12 Tf 72 720 Td 14 TL {shown} ET").encode("latin-1"))
        sheet[NameObject("/Contents")] = writer._add_object(stream.flate_encode())
        sheet[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
        )
    if about:
        writer.add_metadata(about)
    if password:
        writer.encrypt(password)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
