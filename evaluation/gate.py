"""Floors and measured figures in, a verdict out: ``python -m evaluation.gate``.

A figure below its floor fails the build. Lowering a floor in ``floors.json`` is an act
that a reviewer sees. Parts whose shared data isn't there are named and not measured.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import counterclaim
from counterclaim.extractor.model import Model
from evaluation import (
    attribution,
    calibration,
    claims,
    gold,
    html_extraction,
    identity,
    judge_acts,
    judge_speakers,
    judge_votes,
    score_cases,
    score_meaning,
)
from evaluation.shared import DATA, SCORER

FLOORS = Path(__file__).parent / "floors.json"


def attribution_figures() -> dict[str, float]:
    """F1 of the shipped model's statements, of the direct ones apart, and how far confidence can be believed.

    ``reliability`` is 1 less the expected calibration error; ``precision at .9`` is the share of right
    statements among those of confidence .9 or more. Both are cross-fitted.
    """
    model = Model()
    judged = attribution.judge(attribution.DEV, model.pieces, model)
    figures = {name: value["f1"] for name, value in attribution.figures_of(judged).items()}
    figures["direct, linked"] = attribution.by_kind(judged)["direct"]["f1"]
    data = calibration.sample(judged)
    confidence = calibration.cross_fitted(data)
    figures["reliability"] = 1 - calibration.expected_error(calibration.bins(confidence, data.right))
    figures["precision at .9"] = float(data.right[confidence >= 0.9].mean())
    return figures


def case_figures() -> dict[str, float]:
    """The share of the short texts of ``evaluation/cases`` that are wholly right, by file."""
    out = {}
    for file in sorted(score_cases.CASES.glob("*.jsonl")):
        verdicts = [score_cases.run_case(case) for case in score_cases.read_cases(file)]
        out[file.stem] = sum(verdict.right for verdict in verdicts) / len(verdicts)
    return out


def meaning_figures() -> dict[str, float]:
    """Of what statements mean, on the development part of our own gold."""
    found = gold.measure("dev")
    found |= {f"act, {name}": value for name, value in judge_acts.figures(list(judge_acts.judged("dev"))).items()}
    speakers = judge_speakers.figures([item for _, item in judge_speakers.judged("dev", gold_spans=False)])
    found |= {f"speaker, {name}": hits / max(cases, 1) for name, (hits, cases) in speakers.items()}
    right = [
        judge_votes.judge(counterclaim.extract(a.text, published=a.published).votes, a.rows["votes"])
        for a in gold.load("dev")
    ]
    hits, given, marked = (sum(one) for one in zip(*right, strict=True))
    return found | {"votes, F1": gold.f1(hits, given, marked)}


def meaning_case_figures() -> dict[str, float]:
    """The share of the short texts of ``evaluation/meaning`` that are wholly right, by file."""
    out = {}
    for file in sorted(score_meaning.CASES.glob("*.jsonl")):
        verdicts = [score_meaning.run_case(case) for case in score_meaning.read_cases(file)]
        out[file.stem] = sum(not verdict.wrong for verdict in verdicts) / len(verdicts)
    return out


def link_figures() -> dict[str, float]:
    """Of what is found across articles: parties on MEANTIME, claims on our own clusters and on the demo."""
    out = {f"parties, {name}": value for name, value in identity.figures().items()}
    for part in ("dev", "demo"):
        total = claims.Counts()
        for _, counts in claims.measured(part, found=True):
            total = total.plus(counts)
        out |= {f"claims, {part}, {name}": value for name, value in total.figures().items()}
    return out


def html_figures() -> dict[str, float]:
    """Of the reading of pages."""
    return html_extraction.measure(DATA / "html_extraction")[0]._asdict()


PARTS: dict[str, tuple[Callable[[], dict[str, float]], tuple[Path, ...]]] = {
    "attribution, PolNeAR dev": (attribution_figures, (attribution.DEV, SCORER)),
    "short texts, evaluation/cases": (case_figures, ()),
    "what statements mean, own gold": (meaning_figures, gold.SETS),
    "short texts, evaluation/meaning": (meaning_case_figures, ()),
    "across articles": (link_figures, (*gold.SETS, identity.MEANTIME)),
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
            print(f"  {name:28} {figures[name]:.4f}  floor {floor:.3f}  {'ok' if good else 'BELOW THE FLOOR'}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
