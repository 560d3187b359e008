"""If a file were lost, misread or stopped a run here, nothing later could tell that it was ever given."""

import gzip
import io
import json
import os
import sys
from pathlib import Path

import pytest

from counterclaim.capture import capture, count, expand
from counterclaim.config import Config
from counterclaim.records import Capture, SetAside, sha256_hex

TEXT = b"The bridge will close on Monday, the mayor said.\n"
HTML = b"<!DOCTYPE html>\n<html><body><p>The bridge closes.</p></body></html>"
CONFIG = Config()


def one(source: str | Path, config: Config = CONFIG) -> Capture | SetAside:
    [found] = capture(str(source), config)
    return found


def aside(source: str | Path, config: Config = CONFIG) -> SetAside:
    found = one(source, config)
    assert isinstance(found, SetAside)
    assert found.stage == "capture"
    assert found.reason
    assert found.advice
    assert "\n" not in str(found)
    return found


def taken(source: str | Path, config: Config = CONFIG) -> Capture:
    found = one(source, config)
    assert isinstance(found, Capture), found
    return found


def test_a_file_is_kept_byte_for_byte(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.replace(b"\n", b"\r\n") * 3000)
    found = taken(path)
    assert found.content == path.read_bytes()
    assert found.sha256 == sha256_hex(path.read_bytes())
    assert (found.kind, found.source, found.file) == ("file", str(path), "a.txt")
    assert found.captured_at.endswith("Z")
    assert len(found.captured_at) == 20


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("page.txt", HTML, "text/html"),
        ("page.html", TEXT, "text/plain"),
        ("page.html", b"\xef\xbb\xbf\n <!-- saved -->" + HTML, "text/html"),
        ("page", b"<p>A paragraph", "text/html"),
        ("page.html", b"Words first, <b>tags</b> <p>later</p>", "text/html"),
        ("page.xhtml", b'<?xml version="1.0"?>' + HTML, "text/html"),
        ("wide.html", "\ufeff<html><body>wide</body></html>".encode("utf-16-le"), "text/html"),
        ("a.txt", TEXT, "text/plain"),
        ("a.txt", "\ufeffWide text.".encode("utf-16-be"), "text/plain"),
        ("a.txt", b"Less < than <p> in words", "text/plain"),
        ("a.txt", "naïve café".encode("latin-1"), "text/plain"),
        ("a.txt", b"%PDF-1.7\n%\xe2\xe3", "application/pdf"),
        ("a.txt", b"MZungu said that PK is a name.", "text/plain"),
    ],
)
def test_the_kind_is_that_of_the_bytes(tmp_path: Path, name: str, content: bytes, media_type: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert taken(tmp_path / name).media_type == media_type


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\r\n", "empty"),
        ("a.txt", bytes(range(256)) * 10, "binary"),
        ("a.html", b"\x89PNG\r\n\x1a\n\x00\x00", "binary"),
        ("a.docx", b"PK\x03\x04\x14\x00\x00", "binary"),
        ("a.txt", b"\x7fELF\x02\x01\x01\x00", "binary"),
        ("a.xml", b'<?xml version="1.0"?><rss><channel/></rss>', "unknown-kind"),
        ("a.svg", b"<svg xmlns='x'></svg>", "unknown-kind"),
        ("a.json", b'{\n "text": "x"\n}', "unknown-kind"),
        ("a.json", b"[1, 2]", "unknown-kind"),
        ("a.txt.gz", b"\x1f\x8b\x08nonsense", "damaged"),
        ("a.txt.gz", gzip.compress(TEXT * 50)[:-12], "damaged"),
        ("a.gz", gzip.compress(gzip.compress(TEXT)), "binary"),
    ],
)
def test_what_cannot_be_read_is_set_aside_with_its_reason(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert aside(tmp_path / name).code == code


def test_names_that_lead_nowhere_are_missing(tmp_path: Path) -> None:
    assert aside(tmp_path / "none.txt").code == "missing"
    assert aside("bad\0name").code == "missing"
    (tmp_path / "file").write_bytes(TEXT)
    assert aside(tmp_path / "file" / "inside.txt").code == "missing"
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "gone")
    assert aside(tmp_path / "dangling.txt").code == "missing"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT)
    path.chmod(0)
    assert aside(path).code == "unreadable"


def test_the_size_limit_holds_for_plain_and_packed_files(tmp_path: Path) -> None:
    small = Config(max_bytes=1000)
    (tmp_path / "a.txt").write_bytes(b"x" * 1001)
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(b"word " * 1000))
    (tmp_path / "c.txt").write_bytes(b"x" * 1000)
    assert aside(tmp_path / "a.txt", small).code == "too-large"
    assert aside(tmp_path / "b.txt.gz", small).code == "too-large"
    assert isinstance(one(tmp_path / "c.txt", small), Capture)


def test_an_endless_device_is_stopped(tmp_path: Path) -> None:
    assert aside("/dev/zero", Config(max_bytes=1_000_000)).code == "binary"


def test_a_packed_file_is_kept_unpacked(tmp_path: Path) -> None:
    (tmp_path / "page.html.gz").write_bytes(gzip.compress(HTML))
    found = taken(tmp_path / "page.html.gz")
    assert (found.content, found.media_type, found.file) == (HTML, "text/html", "page.html.gz")


@pytest.mark.parametrize("name", ["bomb.txt.gz", "bomb.jsonl.gz"])
def test_a_bomb_is_stopped_long_before_its_end(tmp_path: Path, name: str) -> None:
    with gzip.open(tmp_path / name, "wb", compresslevel=6) as stream:
        stream.write(b"{" if "json" in name else b"a")
        for _ in range(100):
            stream.write(b" " * 1_000_000)
    found = list(capture(str(tmp_path / name), CONFIG))
    assert [item.code for item in found if isinstance(item, SetAside)] == ["too-large"]


def lines_of(path: Path, config: Config = CONFIG) -> list[Capture | SetAside]:
    return list(capture(str(path), config))


def test_every_line_of_jsonl_is_its_own_capture(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    rows = [json.dumps({"text": f"Text {number}."}).encode() for number in range(4)]
    path.write_bytes(b"\xef\xbb\xbf" + rows[0] + b"\r\n" + rows[1] + b"\n\n" + rows[2] + b"\n" + rows[3])
    found = lines_of(path)
    assert all(isinstance(item, Capture) for item in found)
    captures = [item for item in found if isinstance(item, Capture)]
    assert [item.content for item in captures] == rows
    assert [item.source for item in captures] == [f"{path}:{number}" for number in (1, 2, 4, 5)]
    assert {(item.kind, item.media_type, item.file) for item in captures} == {
        ("line", "application/json", "many.jsonl")
    }


@pytest.mark.parametrize(
    "broken",
    [
        b'{"text": "cut',
        b"not json",
        b'["a list"]',
        b"12",
        b'{"text": "bad \xff bytes"}',
        b'{"text": "\\ud800"}',
        b'{"a":' * 100_000,
        b"\x00\x00\x00",
    ],
)
def test_a_broken_line_costs_only_itself(tmp_path: Path, broken: bytes) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "one"}\n' + broken + b'\n{"text": "three"}\n')
    first, second, third = lines_of(path)
    assert isinstance(first, Capture)
    assert isinstance(third, Capture)
    assert isinstance(second, SetAside)
    assert (second.code, second.source) == ("bad-json", f"{path}:2")
    assert third.source == f"{path}:3"


def test_a_line_above_the_limit_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "a.ndjson"
    path.write_bytes(b'{"text": "one"}\n{"text": "' + b"x" * 3000 + b'"}\n{"text": "three"}\n')
    first, second, third = lines_of(path, Config(max_bytes=1000))
    assert isinstance(second, SetAside)
    assert second.code == "too-large"
    assert isinstance(first, Capture)
    assert isinstance(third, Capture)


def test_a_line_without_end_ends_the_file_but_not_what_came_before(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "one"}\n' + b"x" * 100_000)
    found = lines_of(path, Config(max_bytes=1000))
    assert isinstance(found[0], Capture)
    assert [item.code for item in found[1:] if isinstance(item, SetAside)] == ["too-large", "too-large"]


def test_jsonl_is_known_by_its_content_too_and_packed(tmp_path: Path) -> None:
    row = b'{"title": "T", "text": "Some text."}'
    (tmp_path / "dump").write_bytes(row + b"\n" + row)
    (tmp_path / "dump.jsonl.gz").write_bytes(gzip.compress(row + b"\n" + row + b"\n"))
    for name in ("dump", "dump.jsonl.gz"):
        found = lines_of(tmp_path / name)
        assert [item.kind for item in found if isinstance(item, Capture)] == ["line", "line"]


def test_jsonl_is_read_as_a_stream(tmp_path: Path) -> None:
    path = tmp_path / "big.jsonl"
    path.write_bytes(b'{"text": "one"}\n' * 200_000)
    stream = capture(str(path), CONFIG)
    assert isinstance(next(stream), Capture)
    with path.open("r+b") as behind:
        behind.truncate(1_000_000)
    assert sum(1 for _ in stream) < 100_000


def test_standard_input_gives_text_or_lines() -> None:
    [found] = capture("-", CONFIG, stdin=io.BytesIO(TEXT))
    assert isinstance(found, Capture)
    assert (found.kind, found.source, found.content, found.file) == ("stdin", "-", TEXT, None)
    found_lines = list(capture("-", CONFIG, stdin=io.BytesIO(b'{"text": "a"}\n{"text": "b"}')))
    assert [item.source for item in found_lines] == ["-:1", "-:2"]
    [nothing] = capture("-", CONFIG, stdin=io.BytesIO(b""))
    assert isinstance(nothing, SetAside)
    assert nothing.code == "empty"


def test_standard_input_is_the_process_s_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT)))
    [found] = capture("-", CONFIG)
    assert isinstance(found, Capture)
    assert found.content == TEXT


def test_a_name_that_is_not_utf_8_is_still_read(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    Path(path).write_bytes(TEXT)
    [item] = expand([str(tmp_path)])
    assert isinstance(item, str)
    found = taken(item)
    assert found.source.endswith("caf\ufffd.txt")
    found.source.encode("utf-8")


def test_counting_tells_how_much_there_is(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT)
    (tmp_path / "b.jsonl").write_bytes(b'{"text": "a"}\n\nbad\n{"text": "b"}')
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress(b"{}\n{}\n"))
    (tmp_path / "d.jsonl.gz").write_bytes(b"\x1f\x8b damaged")
    (tmp_path / "e.zip").write_bytes(b"PK")
    items = expand([str(tmp_path), "http://127.0.0.1/a.jsonl", "-", str(tmp_path / "missing.jsonl")])
    assert count(items) == 1 + 3 + 2 + 1 + 1 + 1 + 1 + 1
