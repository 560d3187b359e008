"""PolNeAR's folders in, articles with their attributions as code-point spans out."""

import re
from pathlib import Path
from typing import NamedTuple

ROLES = ("source", "cue", "content")
Spans = tuple[tuple[int, int], ...]


class Attribution(NamedTuple):
    source: Spans
    cue: Spans
    content: Spans


class GoldArticle(NamedTuple):
    name: str
    text: str
    attributions: list[Attribution]


def load(folder: Path) -> list[GoldArticle]:
    """The articles of one part of PolNeAR (``train`` or ``dev``), in order of name.

    Where several people annotated an article, the first file in sorted order counts.
    """
    articles = []
    for file in sorted((folder / "text").glob("*.txt")):
        with file.open(encoding="utf-8", newline="") as stream:
            text = stream.read()
        pattern = re.compile(re.escape(file.stem) + r"_....\.ann$")
        annotated = sorted(path for path in (folder / "attributions").iterdir() if pattern.fullmatch(path.name))
        articles.append(GoldArticle(file.name, text, read_annotations(annotated[0])))
    return articles


def read_annotations(file: Path) -> list[Attribution]:
    """The attributions of one brat stand-off file; ``Discuss`` and ``Discard`` are none."""
    spans: dict[str, Spans] = {}
    events: list[list[list[str]]] = []
    with file.open(encoding="utf-8", newline="") as stream:
        lines = stream.read().split("\n")
    for line in lines:
        key, _, rest = line.partition("\t")
        if re.fullmatch(r"T\d+", key):
            _, _, offsets = rest.partition("\t")[0].partition(" ")
            spans[key] = tuple((int(a), int(b)) for a, b in (piece.split() for piece in offsets.split(";")))
        elif re.fullmatch(r"E\d+", key):
            events.append([part.split(":") for part in rest.split()])
    found = []
    for event in events:
        roles: dict[str, Spans] = dict.fromkeys(ROLES, ())
        for name, key in event[1:]:
            role = re.sub(r"\d+$", "", name).lower()
            if role in roles and key in spans:
                roles[role] = tuple(sorted(roles[role] + spans[key]))
        if roles["content"]:
            found.append(Attribution(**roles))
    return found
