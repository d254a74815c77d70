"""Makes the ONNX models of the tests, a few hundred bytes each, with onnx 1.17.0:

    python3 -m venv onnx && onnx/bin/pip install onnx==1.17.0
    onnx/bin/python src/lib/loading/onnx-models.fixture.py
"""

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

FOLDER = Path(__file__).parent
FLOAT, INT64 = TensorProto.FLOAT, TensorProto.INT64


def save(name, nodes, inputs, outputs, constants=()):
    graph = helper.make_graph(
        nodes,
        name,
        [helper.make_tensor_value_info(*one) for one in inputs],
        [helper.make_tensor_value_info(*one) for one in outputs],
        [numpy_helper.from_array(value, key) for key, value in constants],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    onnx.checker.check_model(model)
    (FOLDER / f"{name}.fixture.onnx").write_bytes(model.SerializeToString(deterministic=True))


def save_pair_encoder():
    """Samples [1, n] to states [1, n / 2, 2]: of each pair of samples their sum and their difference."""
    save(
        "pair-encoder",
        [
            helper.make_node("Unsqueeze", ["samples", "axis"], ["channel"]),
            helper.make_node("Conv", ["channel", "filters"], ["columns"], strides=[2]),
            helper.make_node("Transpose", ["columns"], ["states"], perm=[0, 2, 1]),
        ],
        [("samples", FLOAT, [1, "n"])],
        [("states", FLOAT, [1, "frames", 2])],
        [
            ("axis", np.array([1], dtype=np.int64)),
            ("filters", np.array([[[1, 1]], [[1, -1]]], dtype=np.float32)),
        ],
    )


def save_voice_detector(name, rate):
    """Silero's inputs and outputs: the score is the highest of the 64 + 512 samples, the state stays."""
    save(
        name,
        [
            helper.make_node("ReduceMax", ["input"], ["output"], axes=[1]),
            helper.make_node("Identity", ["state"], ["stateN"]),
        ],
        [("input", FLOAT, [1, "n"]), ("state", FLOAT, [2, 1, 128]), (rate, INT64, [])],
        [("output", FLOAT, [1, 1]), ("stateN", FLOAT, [2, 1, 128])],
    )


save_pair_encoder()
save_voice_detector("voice-detector", "sr")
save_voice_detector("other-detector", "rate")
