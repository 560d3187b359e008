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
    """F1 of the shipped model's statements."""
    model = Model()
    figures = attribution.evaluate(attribution.DEV, model.pieces, model)
    return {name: value["f1"] for name, value in figures.items()}


def html_figures() -> dict[str, float]:
    """Of the reading of pages."""
    return html_extraction.measure(DATA / "html_extraction")[0]._asdict()


PARTS: dict[str, tuple[Callable[[], dict[str, float]], tuple[Path, ...]]] = {
    "attribution, PolNeAR dev": (attribution_figures, (attribution.DEV, SCORER)),
    "bodies of pages, html_extraction": (html_figures, (DATA / "html_extraction",)),
}


def main() -> int:
    """Measure every part that can be measured; 1 if any figure is below its floor."""
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
