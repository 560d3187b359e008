"""A network and a folder of PolNeAR in, every figure of the scorer for the product's statements out.

``python -m evaluation.attribution [FOLDER] [--save PREDICTIONS.jsonl]`` scores the shipped
model; the predictions can be given to the scorer itself to check the figures.
"""

import argparse
import json
from pathlib import Path
from typing import Any, NamedTuple

from counterclaim.extractor.confidence import features
from counterclaim.extractor.decode import decode
from counterclaim.extractor.encoder import Network, score
from counterclaim.extractor.layout import Layout
from counterclaim.extractor.model import Model
from counterclaim.extractor.statements import drafts, form_of, kind_of
from counterclaim.extractor.tokens import WordPieces
from counterclaim.records import KINDS
from evaluation.shared import DATA, scorer

Figures = dict[str, dict[str, float]]
DEV = DATA / "polnear" / "dev"
HEADLINES = (
    "char.source",
    "char.content",
    "exact.source",
    "exact.cue",
    "exact.content",
    "linked",
    "linked80",
    "full",
)


Spans = tuple[tuple[int, int], ...]


class Said(NamedTuple):
    """A statement of the product as the scorer and the calibration see it."""

    source: Spans
    cue: Spans
    content: Spans
    kind: str
    features: list[float]

    def as_row(self) -> dict[str, Any]:
        """The shape that the scorer reads."""
        return {"source": self.source, "cue": self.cue, "content": self.content}


class Judged(NamedTuple):
    """One article with what was found in it and what an annotator marked."""

    file: str
    text: str
    found: list[Said]
    gold: list[dict[str, Any]]


def read_texts(folder: Path) -> dict[str, str]:
    """The texts of one part of PolNeAR by file name."""
    texts = {}
    for file in sorted((folder / "text").glob("*.txt")):
        with file.open(encoding="utf-8", newline="") as stream:
            texts[file.name] = stream.read()
    return texts


def find(text: str, pieces: WordPieces, network: Network) -> list[Said]:
    """The flat statements of one text: PolNeAR marks none within another."""
    stream = pieces(text)
    layout = Layout(text)
    out = []
    for draft in drafts(layout, stream, decode(score(stream, pieces, network))):
        source, cue, content, evidence = draft
        kind = kind_of(layout, content, cue)
        out.append(Said(source, cue, content, kind, features(evidence, form_of(text, draft, kind))))
    return out


def judge(folder: Path, pieces: WordPieces, network: Network) -> list[Judged]:
    """What the product finds in every article of a part, beside its first annotator's gold."""
    rule = scorer()
    return [
        Judged(name, text, find(text, pieces, network), rule.read_ann(rule.annotations(str(folder), name)[0]))
        for name, text in read_texts(folder).items()
    ]


def evaluate(folder: Path, pieces: WordPieces, network: Network, keep: Path | None = None) -> Figures:
    """Precision, recall, F1 and its 95 % interval (``lo``, ``hi``) by name of the figure."""
    judged = judge(folder, pieces, network)
    if keep:
        save(judged, keep)
    return figures_of(judged)


def save(judged: list[Judged], file: Path) -> None:
    """What was found, as the scorer reads it."""
    rows = [{"doc": j.file, "attributions": [said.as_row() for said in j.found]} for j in judged]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def figures_of(judged: list[Judged]) -> Figures:
    """Every figure of the scorer."""
    rule = scorer()
    figures: Figures = rule.summary([rule.counts(j.text, [s.as_row() for s in j.found], j.gold) for j in judged])
    return figures


def partners(judged: Judged, *, wide: bool) -> dict[int, int]:
    """Index of the found statement to that of the gold one it is paired with, by the scorer's rule.

    ``wide`` asks, as linked80 does, that 80 % of the contents' characters agree.
    """
    rule = scorer()
    found = rule.prepare(judged.text, [said.as_row() for said in judged.found])
    gold = rule.prepare(judged.text, judged.gold)
    ranked = sorted(
        (
            (shared, i, j)
            for i, p in enumerate(found)
            for j, g in enumerate(gold)
            if (shared := len(p["content"] & g["content"]))
        ),
        reverse=True,
    )
    out: dict[int, int] = {}
    for shared, i, j in ranked:
        p, g = found[i], gold[j]
        sources = bool(p["source"] & g["source"]) or not (p["source"] or g["source"])
        enough = not wide or shared >= 0.8 * len(p["content"] | g["content"])
        if i not in out and j not in out.values() and sources and enough:
            out[i] = j
    return out


def by_kind(judged: list[Judged]) -> dict[str, dict[str, float]]:
    """Linked precision, recall and F1 of direct, mixed and indirect statements apart.

    A found statement is of its own kind, a gold one of that which its quotation marks give it.
    """
    tally = {kind: dict.fromkeys(("found", "right", "gold", "met"), 0) for kind in KINDS}
    for item in judged:
        layout = Layout(item.text)
        kinds = [kind_of(layout, tuple(sorted(row["content"])), tuple(sorted(row["cue"]))) for row in item.gold]
        pairs = partners(item, wide=False)
        for i, said in enumerate(item.found):
            tally[said.kind]["found"] += 1
            tally[said.kind]["right"] += i in pairs
        for j, kind in enumerate(kinds):
            tally[kind]["gold"] += 1
            tally[kind]["met"] += j in pairs.values()
    out = {}
    for kind, n in tally.items():
        p, r = n["right"] / max(n["found"], 1), n["met"] / max(n["gold"], 1)
        out[kind] = {"p": p, "r": r, "f1": 2 * p * r / max(p + r, 1e-9), "found": n["found"], "gold": n["gold"]}
    return out


def line(figures: Figures) -> str:
    """The figures that count, in one line."""
    return "  ".join(f"{name} {figures[name]['f1']:.4f}" for name in HEADLINES)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=DEV)
    parser.add_argument("--save", type=Path, help="write the predictions here")
    args = parser.parse_args()
    model = Model()
    judged = judge(args.folder, model.pieces, model)
    if args.save:
        save(judged, args.save)
    for name, value in figures_of(judged).items():
        print(f"{name:16} {prf(value)}  [{value['lo']:.3f}, {value['hi']:.3f}]")
    print("\nlinked, by kind")
    for name, value in by_kind(judged).items():
        print(f"{name:16} {prf(value)}  {value['found']:.0f} found, {value['gold']:.0f} marked")


def prf(value: dict[str, float]) -> str:
    """Precision, recall and F1 for people."""
    return "  ".join(f"{key.upper()} {value[key]:.3f}" for key in ("p", "r", "f1"))


if __name__ == "__main__":
    main()
