"""The shipped model and PolNeAR's dev part in, how far a statement's confidence can be believed out.

``python -m evaluation.calibration`` prints what ``--min-confidence`` gives and the expected
calibration error; ``--fit`` learns the calibration anew and writes it into the model's card;
``--plot FILE.svg`` draws the reliability plot. A statement is right if it is paired with one of the
annotator's as the scorer's linked80 pairs them. Figures are cross-fitted: each fifth of the
articles is judged by a calibration that was fitted on the other four.
"""

import argparse
import json
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from counterclaim.extractor.confidence import FEATURES, Calibration
from counterclaim.extractor.model import SHIPPED, Model
from evaluation.attribution import DEV, Judged, judge, partners

Floats = npt.NDArray[np.float64]

FOLDS = 5
BINS = 10
RIDGE = 1.0
"""Weight of the penalty on the weights: with 2,000 statements it hardly matters from .1 to 10."""
LEVELS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)


class Sample(NamedTuple):
    """Every found statement: its features, whether it is right, and the number of its article."""

    features: Floats
    right: Floats
    article: npt.NDArray[np.int64]


class Bin(NamedTuple):
    """Statements whose confidence lies in one tenth: how many, their mean confidence, the share that is right."""

    count: int
    confidence: float
    right: float


def sample(judged: list[Judged]) -> Sample:
    """All found statements of some articles."""
    rows, right, articles = [], [], []
    for number, item in enumerate(judged):
        pairs = partners(item, wide=True)
        rows += [said.features for said in item.found]
        right += [float(i in pairs) for i in range(len(item.found))]
        articles += [number] * len(item.found)
    return Sample(np.array(rows), np.array(right), np.array(articles))


def fit(features: Floats, right: Floats) -> Calibration:
    """The logistic regression of ``right`` on ``features``, by Newton's method on standardised columns."""
    centre, spread = features.mean(axis=0), features.std(axis=0) + 1e-9
    x = np.column_stack([np.ones(len(features)), (features - centre) / spread])
    penalty = np.diag([0.0] + [RIDGE] * features.shape[1])
    w = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (right - p) - penalty @ w
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + penalty, gradient)
        w += step
        if np.abs(step).max() < 1e-8:
            break
    weights = w[1:] / spread
    return Calibration(bias=float(w[0] - weights @ centre), weights=tuple(float(v) for v in weights))


def apply(calibration: Calibration, features: Floats) -> Floats:
    """The confidence of every row."""
    return np.array([calibration(row) for row in features])


def cross_fitted(data: Sample) -> Floats:
    """The confidence of every statement by a calibration that has not seen its article."""
    out = np.zeros(len(data.right))
    for fold in range(FOLDS):
        held = data.article % FOLDS == fold
        out[held] = apply(fit(data.features[~held], data.right[~held]), data.features[held])
    return out


def bins(confidence: Floats, right: Floats) -> list[Bin]:
    """Ten bins of equal width; empty ones are left out."""
    number = np.minimum((confidence * BINS).astype(int), BINS - 1)
    chosen = [number == k for k in range(BINS)]
    return [Bin(int(c.sum()), float(confidence[c].mean()), float(right[c].mean())) for c in chosen if c.any()]


def expected_error(found: list[Bin]) -> float:
    """Expected calibration error: the mean distance between confidence and share right, by statement."""
    return sum(b.count * abs(b.confidence - b.right) for b in found) / sum(b.count for b in found)


def report(confidence: Floats, right: Floats) -> str:
    """The bins, the error, and what each level of ``--min-confidence`` gives."""
    found = bins(confidence, right)
    lines = ["confidence   statements   right"]
    lines += [f"{b.confidence:10.3f}   {b.count:10}   {b.right:.3f}" for b in found]
    lines.append(f"expected calibration error {expected_error(found):.4f}")
    lines.append("at least     statements   right")
    for level in LEVELS:
        kept = confidence >= level
        lines.append(f"{level:10.2f}   {kept.sum():10}   {right[kept].mean() if kept.any() else float('nan'):.3f}")
    return "\n".join(lines)


def plot(found: list[Bin], error: float) -> str:
    """The reliability plot as SVG: share right against confidence, circles as large as their bins."""
    size, edge = 360, 48
    largest = max(b.count for b in found)

    def at(x: float, y: float) -> tuple[float, float]:
        return round(edge + x * size, 1), round(edge / 2 + (1 - y) * size, 1)

    def text(x: float, y: float, words: object, anchor: str = "middle") -> str:
        return f'<text x="{x}" y="{y}" text-anchor="{anchor}">{words}</text>'

    whole = size + 2 * edge
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" '
        'font-family="sans-serif" font-size="13">',
        "<title>Share of statements that are right against their confidence</title>",
        '<rect width="100%" height="100%" fill="#fff"/>',
    ]
    (left, bottom), (right, top) = at(0, 0), at(1, 1)
    for k in range(0, 11, 2):
        x, y = at(k / 10, k / 10)
        parts.append(f'<path d="M{x} {bottom}V{top}M{left} {y}H{right}" stroke="#ddd"/>')
        parts += [text(x, bottom + 18, k / 10), text(left - 8, y + 4, k / 10, "end")]
    parts.append(f'<path d="M{left} {bottom}L{right} {top}" stroke="#888" stroke-dasharray="5 4"/>')
    points = [at(b.confidence, b.right) for b in found]
    line = " ".join(f"{x},{y}" for x, y in points)
    parts.append(f'<polyline points="{line}" fill="none" stroke="#1b4f72" stroke-width="2"/>')
    for (x, y), b in zip(points, found, strict=True):
        radius = round(3 + 9 * (b.count / largest) ** 0.5, 1)
        parts.append(f'<circle cx="{x}" cy="{y}" r="{radius}" fill="#1b4f72" fill-opacity=".75">')
        parts.append(f"<title>{b.count} statements</title></circle>")
    middle = (top + bottom) / 2
    turned = f'<text transform="translate(14 {middle}) rotate(-90)" text-anchor="middle">share that is right</text>'
    parts += [text((left + right) / 2, bottom + 38, "confidence"), turned]
    parts.append(text(left + 10, top + 18, f"expected calibration error {error:.3f}", "start"))
    return "\n".join([*parts, "</svg>", ""])


def write(calibration: Calibration, card_file: Path) -> None:
    """Put a calibration into a model's card."""
    card = json.loads(card_file.read_text(encoding="utf-8"))
    weights = {name: round(value, 5) for name, value in zip(FEATURES, calibration.weights, strict=True)}
    card["calibration"] = {"right": "linked80", "bias": round(calibration.bias, 5), "weights": weights}
    card_file.write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fit", action="store_true", help="fit on the whole of the part and write the model's card")
    parser.add_argument("--plot", type=Path, metavar="FILE.svg")
    args = parser.parse_args()
    model = Model()
    data = sample(judge(DEV, model.pieces, model))
    confidence = cross_fitted(data)
    print(report(confidence, data.right))
    if args.plot:
        found = bins(confidence, data.right)
        args.plot.write_text(plot(found, expected_error(found)), encoding="utf-8")
    if args.fit:
        write(fit(data.features, data.right), SHIPPED / "card.json")


if __name__ == "__main__":
    main()
