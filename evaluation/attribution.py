"""A network and a folder of PolNeAR in, every figure of the scorer for the product's statements out.

``python -m evaluation.attribution [FOLDER] [--save PREDICTIONS.jsonl]`` scores the shipped
model; the predictions can be given to the scorer itself to check the figures.
"""

import argparse
import json
from pathlib import Path
from typing import Any

from counterclaim.extractor.decode import decode
from counterclaim.extractor.encoder import Network, score
from counterclaim.extractor.model import Model
from counterclaim.extractor.statements import statements
from counterclaim.extractor.tokens import WordPieces
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


def predictions(texts: list[str], pieces: WordPieces, network: Network) -> list[list[dict[str, Any]]]:
    """The statements of each text as the scorer wants them."""
    out = []
    for text in texts:
        stream = pieces(text)
        found = statements("", text, stream, decode(score(stream, pieces, network)))
        out.append([{"source": s.source, "cue": s.cue, "content": s.content} for s in found])
    return out


def evaluate(folder: Path, pieces: WordPieces, network: Network, save: Path | None = None) -> Figures:
    """Precision, recall, F1 and its 95 % interval (``lo``, ``hi``) by name of the figure."""
    judge = scorer()
    files = sorted((folder / "text").glob("*.txt"))
    texts = []
    for file in files:
        with file.open(encoding="utf-8", newline="") as stream:
            texts.append(stream.read())
    found = predictions(texts, pieces, network)
    rows = [
        judge.counts(text, said, judge.read_ann(judge.annotations(str(folder), file.name)[0]))
        for file, text, said in zip(files, texts, found, strict=True)
    ]
    if save:
        lines = (json.dumps({"doc": f.name, "attributions": said}) for f, said in zip(files, found, strict=True))
        save.write_text("\n".join(lines) + "\n", encoding="utf-8")
    figures: Figures = judge.summary(rows)
    return figures


def line(figures: Figures) -> str:
    """The figures that count, in one line."""
    return "  ".join(f"{name} {figures[name]['f1']:.4f}" for name in HEADLINES)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=DEV)
    parser.add_argument("--save", type=Path, help="write the predictions here")
    args = parser.parse_args()
    model = Model()
    for name, value in evaluate(args.folder, model.pieces, model, args.save).items():
        figures = "  ".join(f"{key.upper()} {value[key]:.3f}" for key in ("p", "r", "f1"))
        print(f"{name:16} {figures}  [{value['lo']:.3f}, {value['hi']:.3f}]")


if __name__ == "__main__":
    main()
