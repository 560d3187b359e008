"""Floors and measured figures in, a verdict out: ``python -m evaluation.gate``.

A figure below its floor fails the build. Lowering a floor in ``floors.json`` is an act
that a reviewer sees. Parts whose shared data isn't there are named and not measured.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path

from counterclaim.extractor.model import Model
from evaluation import attribution, html_extraction
from evaluation.shared import DATA, SCORER

FLOORS = Path(__file__).parent / "floors.json"


def attribution_figures() -> dict[str, float]:
    model = Model()
    figures = attribution.evaluate(attribution.DEV, model.pieces, model)
    return {name: value["f1"] for name, value in figures.items()}


def html_figures() -> dict[str, float]:
    return html_extraction.evaluate(DATA / "html_extraction")


PARTS: dict[str, tuple[Callable[[], dict[str, float]], tuple[Path, ...]]] = {
    "attribution, PolNeAR dev": (attribution_figures, (attribution.DEV, SCORER)),
    "bodies of pages, html_extraction": (html_figures, (DATA / "html_extraction",)),
}


def main() -> int:
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    failed = 0
    for part, (measure, needed) in PARTS.items():
        missing = [path for path in needed if not path.exists()]
        if missing:
            print(f"{part}: not measured, {missing[0].name} is not beside the project")
            continue
        print(part)
        figures = measure()
        for name, floor in floors[part].items():
            good = figures[name] >= floor
            failed += not good
            print(f"  {name:16} {figures[name]:.4f}  floor {floor:.3f}  {'ok' if good else 'BELOW THE FLOOR'}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
