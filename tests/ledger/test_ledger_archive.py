"""The archive never gives back other bytes than were taken in, and never hides that it is damaged."""

import gzip
import io
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from counterclaim.errors import LedgerError
from counterclaim.ledger import Ledger, archive
from counterclaim.records import Capture, SetAside
from tests.ledger.making import capture_of, item, url_capture

PAGE = b"<html>\r\n\r\n<p>\x00\xff caf\xc3\xa9</p>\r\n\r\n"
CAPTURES = (
    capture_of(PAGE * 3, "page.html", media_type="text/html"),
    url_capture(PAGE, "https://paper.example/a b?q=\u00fc#part"),
    capture_of(b'{"text": "x"}', "list.jsonl:7", kind="line", media_type="application/json", charset="utf-8"),
)


def keep(ledger: Ledger, capture: Capture) -> None:
    record = SetAside(stage="read", source=capture.source, code="kept", reason="for a test", advice="None")
    assert ledger.set_aside(record, capture, "run")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.create(tmp_path / "case") as made:
        with made.writer():
            for capture in CAPTURES:
                keep(made, capture)
        yield made


@pytest.fixture
def file(ledger: Ledger) -> Path:
    return ledger.folder / "archive" / "00001.warc.gz"


def test_other_programs_can_read_it(file: Path) -> None:
    records = []
    with file.open("rb") as stream:
        for record in ArchiveIterator(stream, check_digests="raise"):
            payload = record.content_stream().read()
            records.append((record.rec_type, record.rec_headers.get_header("WARC-Target-URI"), payload, record))
    assert [kind for kind, *_ in records] == ["warcinfo", "resource", "response", "request", "resource"]
    assert records[1][2] == CAPTURES[0].content
    assert records[1][1] == f"urn:sha256:{CAPTURES[0].sha256}"
    assert records[1][3].rec_headers.get_header("Content-Type") == "text/html"
    assert records[1][3].rec_headers.get_header("Counterclaim-Source") == "page.html"
    response, request = records[2], records[3]
    assert response[2] == PAGE
    assert response[1] == request[1] == "https://paper.example/a%20b?q=%C3%BC#part"
    assert response[3].rec_headers.get_header("WARC-Payload-Digest") == f"sha256:{CAPTURES[1].sha256}"
    assert response[3].rec_headers.get_header("WARC-Date") == CAPTURES[1].captured_at
    assert response[3].http_headers.get_header("X-Archive-Orig-Content-Encoding") == "gzip"
    assert response[3].http_headers.get_header("Content-Length") == str(len(PAGE))
    assert request[3].http_headers.get_header("User-Agent") == "test"
    assert request[3].rec_headers.get_header("WARC-Concurrent-To") == response[3].rec_headers.get_header(
        "WARC-Record-ID"
    )


def test_every_cut_is_noticed(ledger: Ledger, file: Path) -> None:
    whole = file.read_bytes()
    for length in range(0, len(whole), 5):
        file.write_bytes(whole[:length])
        assert ledger.check(), f"cut to {length} bytes and not noticed"
        with pytest.raises(LedgerError, match=r"00001\.warc\.gz is damaged"), ledger.writer():
            pass
        assert file.stat().st_size == length, "a damaged archive was written to"
        assert_true_or_refused(ledger)
    file.unlink()
    assert ledger.check()
    with pytest.raises(LedgerError, match="missing"), ledger.writer():
        pass


def test_every_flipped_bit_is_noticed(ledger: Ledger, file: Path) -> None:
    whole = file.read_bytes()
    for place in range(0, len(whole), 3):
        damaged = bytearray(whole)
        damaged[place] ^= 1 << place % 8
        file.write_bytes(damaged)
        assert ledger.check(), f"byte {place} was changed and not noticed"
        assert_true_or_refused(ledger)


def assert_true_or_refused(ledger: Ledger) -> None:
    for capture in CAPTURES:
        with suppress(LedgerError):
            assert ledger.capture_bytes(capture.sha256) == capture.content


def test_what_a_killed_writer_left_is_cut_off(ledger: Ledger, file: Path) -> None:
    whole = file.read_bytes()
    unknown = archive.record_bytes(url_capture(b"never acknowledged", "https://paper.example/x"))
    for left in range(0, len(unknown), 37):
        file.write_bytes(whole + unknown[:left])
        assert ledger.check() == ()
        with ledger.writer():
            assert file.read_bytes() == whole
    file.write_bytes(whole + unknown)
    keep(ledger, capture_of(b"next", "next.txt"))
    assert file.read_bytes().startswith(whole)
    assert ledger.check() == ()


def test_more_than_a_killed_writer_can_leave_is_kept(ledger: Ledger, file: Path) -> None:
    whole = file.read_bytes()
    unknown = [archive.record_bytes(capture_of(bytes([n]), "x")) for n in range(2)]
    file.write_bytes(whole + b"".join(unknown))
    with pytest.raises(LedgerError, match="holds 2 captures that the database doesn't know"), ledger.writer():
        pass
    assert file.read_bytes() == whole + b"".join(unknown)
    file.write_bytes(whole)
    (file.parent / "00003.warc.gz").write_bytes(b"")
    with pytest.raises(LedgerError, match="more than the database knows of"), ledger.writer():
        pass


def test_a_full_file_is_followed_by_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "ROLL_BYTES", 1000)
    captures = [capture_of(bytes([n]) * 10, f"{n}.txt") for n in range(9)]
    with Ledger.create(tmp_path / "case") as ledger:
        for capture in captures:
            keep(ledger, capture)
        files = sorted((tmp_path / "case" / "archive").iterdir())
        assert len(files) > 2
        assert all(path.stat().st_size > 1000 for path in files[:-1])
        for path in files:
            with path.open("rb") as stream:
                assert next(iter(ArchiveIterator(stream))).rec_headers.get_header("WARC-Filename") == path.name
        assert [ledger.capture_bytes(capture.sha256) for capture in captures] == [c.content for c in captures]
        assert ledger.check() == ()
        # A writer killed just after it began the next file.
        begun = files[-1].with_name(f"{len(files) + 1:05d}.warc.gz")
        begun.write_bytes(archive.header_bytes(len(files) + 1))
        with ledger.writer():
            assert begun.stat().st_size == 0


def test_a_failed_disk_leaves_nothing_behind(ledger: Ledger, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = file.read_bytes()

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with ledger.writer():
        with monkeypatch.context() as patch:
            patch.setattr("os.fsync", full)
            with pytest.raises(LedgerError, match="No space left"):
                ledger.add(*item(1))
        assert file.read_bytes() != whole
        assert ledger.documents() == []
        assert ledger.add(*item(1))
    assert ledger.check() == ()
    assert ledger.summary().captures == 4


def test_the_archive_is_not_followed_through_a_link(ledger: Ledger, file: Path, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere"
    shutil.copy(file, target)
    file.unlink()
    file.symlink_to(target)
    before = target.read_bytes()
    with pytest.raises(LedgerError):
        keep(ledger, capture_of(b"new", "new.txt"))
    assert target.read_bytes() == before


@settings(max_examples=150, deadline=None)
@given(
    content=st.binary(max_size=300),
    source=st.text(st.characters(), min_size=1, max_size=30),
    kind=st.sampled_from(["file", "line", "url", "stdin", "text"]),
    headers=st.lists(
        st.tuples(st.text(st.characters(), max_size=8), st.text(st.characters(), max_size=12)), max_size=4
    ),
)
def test_any_bytes_under_any_name_come_back(
    content: bytes, source: str, kind: str, headers: list[tuple[str, str]]
) -> None:
    fields = {"kind": kind, "http_headers": tuple(headers), "request_headers": tuple(headers), "http_status": 299}
    capture = capture_of(content, source, url=f"https://paper.example/{source}", **fields)
    records = archive.record_bytes(capture)
    assert archive.payload(records, len(content), capture.sha256) == content
    # No name or header can begin a record or a header of its own.
    first, *others = list(ArchiveIterator(io.BytesIO(records), check_digests="raise"))
    assert first.rec_type == ("response" if kind == "url" else "resource")
    assert len(others) == (kind == "url")
    assert gzip.decompress(records).count(b"WARC-Payload-Digest: sha256:") >= 1
    for end in range(0, len(records) - 1, 11):
        if kind != "url":
            with pytest.raises(LedgerError):
                archive.payload(records[:end], len(content), capture.sha256)
