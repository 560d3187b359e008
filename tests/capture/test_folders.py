"""If a folder were walked wrongly, articles would be missed, read twice, or read from outside."""

import glob
from pathlib import Path

import pytest

from counterclaim.capture import capture, expand
from counterclaim.config import Config
from counterclaim.records import Capture, SetAside

TEXT = b"The bridge will close on Monday, the mayor said.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "news"
    for name in (
        "b.txt",
        "a.html",
        "README",
        "sub/c.jsonl",
        "sub/deep/d.md.gz",
        ".hidden/e.txt",
        ".secret.txt",
        "sub/page_files/x.css",
        "sub/page_files/y.png",
        "table.csv",
    ):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(TEXT)
    return root


def names(items: list[str | SetAside], root: Path) -> list[str]:
    return [str(Path(item).relative_to(root)) for item in items if isinstance(item, str)]


def codes(items: list[str | SetAside]) -> list[str]:
    return sorted(item.code for item in items if isinstance(item, SetAside))


def test_a_folder_gives_its_articles_sorted_and_says_what_it_leaves(folder: Path) -> None:
    items = expand([str(folder)])
    assert names(items, folder) == ["README", "a.html", "b.txt", "sub/c.jsonl", "sub/deep/d.md.gz"]
    assert codes(items) == ["ancillary", "unknown-kind"]
    [ancillary] = [item for item in items if isinstance(item, SetAside) and item.code == "ancillary"]
    assert ancillary.reason.startswith("2 ")


def test_links_that_lead_out_of_the_folder_are_not_followed(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "private.txt").write_bytes(b"PRIVATE " * 10)
    (folder / "link.txt").symlink_to(outside / "private.txt")
    (folder / "linked").symlink_to(outside)
    (folder / "loop").symlink_to(folder)
    (folder / "inner.txt").symlink_to(folder / "b.txt")
    (folder / "self.txt").symlink_to(folder / "self.txt")
    found = list(capture(str(folder), Config()))
    assert not any(b"PRIVATE" in item.content for item in found if isinstance(item, Capture))
    assert codes(expand([str(folder)])).count("outside") == 3
    assert len(names(expand([str(folder)]), folder)) == 5


@pytest.mark.parametrize(
    "name", ["with space.txt", "ünï.txt", "-.txt", "[1].txt", "a" * 250 + ".txt", "*.txt", "nul\n.txt"]
)
def test_odd_names_are_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(TEXT)
    for source in (str(tmp_path), str(tmp_path / name)):
        [found] = capture(source, Config())
        assert isinstance(found, Capture)
        assert found.content == TEXT


def test_a_glob_gives_what_it_matches_once(folder: Path) -> None:
    assert names(expand([f"{folder}/*.txt"]), folder) == ["b.txt"]
    assert names(expand([f"{folder}/**/*.jsonl"]), folder) == ["sub/c.jsonl"]
    deep = names(expand([f"{folder}/**"]), folder)
    assert len(deep) == len(set(deep))
    assert names(expand([f"{folder}/su?"]), folder) == ["sub/c.jsonl", "sub/deep/d.md.gz"]
    assert not any("hidden" in item or "secret" in item for item in deep)


@pytest.mark.parametrize("source", ["*.nothing", "empty"])
def test_a_folder_or_glob_with_nothing_in_it_says_so(tmp_path: Path, source: str) -> None:
    (tmp_path / "empty").mkdir()
    [found] = capture(str(tmp_path / source), Config())
    assert isinstance(found, SetAside)
    assert found.code == "no-articles"
    assert found.source.endswith(source)


def test_one_bad_file_does_not_stop_a_folder(folder: Path) -> None:
    (folder / "a.html").write_bytes(bytes(range(256)))
    found = list(capture(str(folder), Config()))
    assert [type(item).__name__ for item in found if "a.html" in item.source] == ["SetAside"]
    assert sum(isinstance(item, Capture) for item in found) >= 3


def test_order_of_sources_is_kept_and_a_pattern_that_is_a_name_is_that_file(tmp_path: Path) -> None:
    (tmp_path / "a[1].txt").write_bytes(TEXT)
    assert glob.has_magic("a[1].txt")
    sources = [str(tmp_path / "a[1].txt"), "https://example.org/", "-", str(tmp_path / "none")]
    assert expand(sources) == sources
