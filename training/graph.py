"""The trained network in, an ONNX graph made for ONNX Runtime's CPU kernels out.

Written out operator by operator because the exporter's graph of the same network spends
more time around the matrix products than in them. Products are 8-bit: weights are scaled by
column, activations as they come, over one window at a time, so that an answer depends on
its window alone. Before a product, each channel of its input is divided by a factor that
its weights are multiplied by, so that the few channels with large values don't take the
8 bits from the others (Xiao et al. 2023, SmoothQuant, arXiv:2211.10438).
"""

from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from training.model import Attributor

MICROSOFT = "com.microsoft"
SMOOTHING = 0.85
"""How much of the difference between channels moves from activations to weights, 0 to 1
(experiments.md: .35 breaks the model, .5 loses .005 of linked F1, .7 to .85 lose nothing)."""


class Graph:
    """Nodes and constants in the making; every method gives the name of its output."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []
        self._count = 0

    def name(self, hint: str) -> str:
        self._count += 1
        return f"{hint}_{self._count}"

    def constant(self, array: np.ndarray, hint: str = "c") -> str:
        name = self.name(hint)
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def add(self, kind: str, *inputs: str, domain: str = "", outputs: int = 1, **attributes: Any) -> str:
        names = [self.name(kind.lower()) for _ in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(inputs), names, domain=domain, **attributes))
        return names[0]


class Products:
    """How a product of activations with constant weights is written: f32 or 8-bit.

    ``peaks`` holds, by the order in which products are asked for, the largest absolute
    value of each input channel over a sample; None writes f32.
    """

    def __init__(self, graph: Graph, peaks: list[np.ndarray] | None) -> None:
        self._graph, self._peaks = graph, iter(peaks) if peaks is not None else None
        self.inputs: list[str] = []

    def __call__(self, x: str, weight: np.ndarray, bias: np.ndarray | None) -> str:
        """``x`` times ``weight`` (in x out) plus ``bias``."""
        graph = self._graph
        self.inputs.append(x)
        if self._peaks is None:
            out = graph.add("MatMul", x, graph.constant(weight, "w"))
            return graph.add("Add", out, graph.constant(bias, "b")) if bias is not None else out
        peak = next(self._peaks)
        factor = np.maximum(peak, 1e-5) ** SMOOTHING / np.maximum(np.abs(weight).max(axis=1), 1e-5) ** (1 - SMOOTHING)
        factor = (factor / np.exp(np.log(factor).mean())).astype(np.float32)
        scaled = graph.add("Mul", x, graph.constant(1 / factor, "smooth"))
        weight = weight * factor[:, None]
        scale = (np.abs(weight).max(axis=0) / 127).astype(np.float32)
        whole = np.clip(np.round(weight / scale), -127, 127).astype(np.int8)
        zero = graph.constant(np.zeros(len(scale), np.int8), "zero")
        inputs = [scaled, graph.constant(whole, "w"), graph.constant(scale, "scale"), zero]
        inputs += [graph.constant(bias, "b")] if bias is not None else []
        return graph.add("DynamicQuantizeMatMul", *inputs, domain=MICROSOFT)


def _weights(model: Attributor) -> dict[str, np.ndarray]:
    return {name: value.detach().float().numpy() for name, value in model.state_dict().items()}


def word_vectors(graph: Graph, table: np.ndarray, *, eight_bit: bool) -> str:
    """The vectors of the word pieces ``ids``; 8-bit rows have a scale each."""
    if not eight_bit:
        return graph.add("Gather", graph.constant(table, "words"), "ids")
    scale = (np.abs(table).max(axis=1, keepdims=True) / 127).astype(np.float32)
    whole = np.clip(np.round(table / scale), -127, 127).astype(np.int8)
    rows = graph.add("Cast", graph.add("Gather", graph.constant(whole, "words"), "ids"), to=TensorProto.FLOAT)
    return graph.add("Mul", rows, graph.add("Gather", graph.constant(scale, "scales"), "ids"))


def layer(graph: Graph, product: Products, w: dict[str, np.ndarray], at: str, x: str, heads: int, eps: float) -> str:
    def linear(name: str) -> tuple[np.ndarray, np.ndarray]:
        return w[f"{at}.{name}.weight"].T, w[f"{at}.{name}.bias"]

    def norm(x: str, skip: str, name: str) -> str:
        gamma, beta = (graph.constant(w[f"{at}.{name}.LayerNorm.{part}"]) for part in ("weight", "bias"))
        # The fused SkipLayerNormalization of ONNX Runtime's CPU kernels takes four times as long as these two.
        return graph.add("LayerNormalization", graph.add("Add", x, skip), gamma, beta, axis=-1, epsilon=eps)

    parts = [linear(f"attention.self.{name}") for name in ("query", "key", "value")]
    packed = product(x, np.concatenate([p[0] for p in parts], axis=1), np.concatenate([p[1] for p in parts]))
    names = [graph.name(part) for part in "qkv"]
    graph.nodes.append(helper.make_node("Split", [packed], names, axis=2, num_outputs=3))
    mixed = graph.add("MultiHeadAttention", *names, domain=MICROSOFT, num_heads=heads)
    x = norm(product(mixed, *linear("attention.output.dense")), x, "attention.output")
    wide = _gelu(graph, product(x, *linear("intermediate.dense")))
    return norm(product(wide, *linear("output.dense")), x, "output")


def _gelu(graph: Graph, x: str) -> str:
    return graph.add("Gelu", x, domain=MICROSOFT)


def build(model: Attributor, peaks: list[np.ndarray] | None = None, probe: bool = False) -> onnx.ModelProto:
    """The graph: ids and features (batch x tokens) to tags and links.

    All windows of a batch are of one length, so there is no mask. With ``peaks`` products
    and the table of word pieces are 8-bit, else f32. ``probe`` adds the inputs of all
    products as outputs, for finding the peaks.
    """
    w, config = _weights(model), model.encoder.config
    graph = Graph()
    product = Products(graph, peaks)
    words = word_vectors(graph, w["encoder.embeddings.word_embeddings.weight"], eight_bit=peaks is not None)
    kinds = graph.add("Gather", graph.constant(w["encoder.embeddings.token_type_embeddings.weight"]), "features")
    length = graph.add("Shape", "ids", start=1, end=2)
    places = graph.add(
        "Slice",
        graph.constant(w["encoder.embeddings.position_embeddings.weight"]),
        graph.constant(np.array([0])),
        length,
        graph.constant(np.array([0])),
    )
    x = graph.add("Add", graph.add("Add", words, kinds), places)
    gamma, beta = (graph.constant(w[f"encoder.embeddings.LayerNorm.{part}"]) for part in ("weight", "bias"))
    x = graph.add("LayerNormalization", x, gamma, beta, axis=-1, epsilon=config.layer_norm_eps)
    for number in range(config.num_hidden_layers):
        at = f"encoder.encoder.layer.{number}"
        x = layer(graph, product, w, at, x, config.num_attention_heads, config.layer_norm_eps)
    outputs = ["tags", "links", *(product.inputs if probe else [])]
    _heads(graph, product, w, x)
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "tokens"]) for name in ("ids", "features")
    ]
    made = helper.make_graph(
        graph.nodes,
        "attribution",
        inputs,
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in outputs],
        graph.constants,
    )
    opsets = [helper.make_opsetid("", 18), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(made, opset_imports=opsets, ir_version=9)


def _heads(graph: Graph, product: Products, w: dict[str, np.ndarray], x: str) -> None:
    """Tag and link logits. The heads are small and stay f32: an edge of a span hangs on them."""

    def linear(x: str, name: str) -> str:
        out = graph.add("MatMul", x, graph.constant(w[f"{name}.weight"].T))
        return graph.add("Add", out, graph.constant(w[f"{name}.bias"])) if f"{name}.bias" in w else out

    tags = linear(x, "tags")
    graph.nodes.append(helper.make_node("Identity", [tags], ["tags"]))
    anchors = _gelu(graph, linear(x, "anchor.0"))
    dependents = linear(_gelu(graph, linear(x, "dependent.0")), "bilinear")
    size = w["bilinear.weight"].shape[0]
    scale = graph.constant(np.array(size**-0.5, np.float32))
    columns = graph.add("Transpose", anchors, perm=[0, 2, 1])
    links = graph.add("MatMul", graph.add("Mul", dependents, scale), columns)
    bias = graph.add("Transpose", linear(anchors, "anchor_bias"), perm=[0, 2, 1])
    graph.nodes.append(helper.make_node("Add", [links, bias], ["links"]))
