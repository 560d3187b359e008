"""The shipped 8-bit graph in, others to measure it against out: the same network in f32, one large product alone."""

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

from counterclaim.extractor.model import SHIPPED

PRODUCT = "DynamicQuantizeMatMul"
MICROSOFT = "com.microsoft"


def session(graph: onnx.ModelProto) -> onnxruntime.InferenceSession:
    """One thread, as the benchmark's other sessions."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(graph.SerializeToString(), options, providers=["CPUExecutionProvider"])


def shipped() -> onnx.ModelProto:
    """The graph that the package carries."""
    return onnx.load(SHIPPED / "model.onnx")


def constants(graph: onnx.ModelProto) -> dict[str, np.ndarray]:
    """Every constant of a graph by name."""
    return {item.name: numpy_helper.to_array(item) for item in graph.graph.initializer}


def in_f32(graph: onnx.ModelProto) -> onnx.ModelProto:
    """The same network with products in f32, and without the scaling of channels that only 8 bits need."""
    values = constants(graph)
    smoothed = {node.output[0]: node for node in graph.graph.node if node.op_type == "Mul" and node.input[1] in values}
    nodes, added, dropped = [], [], set()
    for node in graph.graph.node:
        if node.op_type != PRODUCT:
            nodes.append(node)
            continue
        x, whole, scale, _, *bias = node.input
        weight = values[whole].astype(np.float32) * values[scale]
        if x in smoothed:
            dropped.add(x)
            weight = weight * values[smoothed[x].input[1]][:, None]
            x = smoothed[x].input[0]
        added.append(numpy_helper.from_array(weight, f"{whole}_f32"))
        product = f"{node.output[0]}_product" if bias else node.output[0]
        nodes.append(helper.make_node("MatMul", [x, f"{whole}_f32"], [product]))
        if bias:
            nodes.append(helper.make_node("Add", [product, bias[0]], [node.output[0]]))
    made = onnx.ModelProto()
    made.CopyFrom(graph)
    del made.graph.node[:]
    made.graph.node.extend(node for node in nodes if node.output[0] not in dropped)
    made.graph.initializer.extend(added)
    return made


def operations(graph: onnx.ModelProto, tokens: int) -> dict[str, int]:
    """Multiplications and additions of one window: ``int8`` in the constant products, ``f32`` in attention."""
    values = constants(graph)
    weights = [values[node.input[1]].shape for node in graph.graph.node if node.op_type == PRODUCT]
    layers = sum(node.op_type == "MultiHeadAttention" for node in graph.graph.node)
    width = min(min(shape) for shape in weights)
    return {
        "int8": 2 * tokens * sum(rows * columns for rows, columns in weights),
        "f32": 2 * 2 * layers * tokens * tokens * width,
    }


def one_product(size: int) -> onnx.ModelProto:
    """A single 8-bit product of two square matrices: as fast as this runtime can multiply on this machine."""
    random = np.random.default_rng(0)
    weight = random.integers(-127, 127, (size, size), dtype=np.int8)
    made = helper.make_graph(
        [helper.make_node("MatMulInteger", ["x", "w"], ["y"])],
        "product",
        [helper.make_tensor_value_info("x", TensorProto.UINT8, [size, size])],
        [helper.make_tensor_value_info("y", TensorProto.INT32, [size, size])],
        [numpy_helper.from_array(weight, "w")],
    )
    return helper.make_model(made, opset_imports=[helper.make_opsetid("", 18)], ir_version=9)
