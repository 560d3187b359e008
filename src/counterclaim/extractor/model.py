"""The shipped model's folder in, a network that is sure to be the one the card describes out."""

import hashlib
import json
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

from counterclaim.errors import ModelError
from counterclaim.extractor.encoder import Floats, Row
from counterclaim.extractor.labels import TAGS
from counterclaim.extractor.tokens import FEATURES, WordPieces

SHIPPED = Path(__file__).parent / "weights"
_REINSTALL = "Install counterclaim again; the package carries its model"


class Model:
    """A quantised ONNX network with its tokeniser and card.

    Opening it checks the files' SHA-256 and the label list against ``card.json`` and raises
    ModelError where they differ: weights trained for other labels or features would give
    wrong answers without a sign.
    """

    def __init__(self, folder: Path = SHIPPED, threads: int = 0) -> None:
        self._folder = folder
        self._threads = threads
        self.card = _card(folder)
        self.sha256: str = self.card["files"]["model.onnx"]["sha256"]

    @cached_property
    def pieces(self) -> WordPieces:
        """The tokeniser."""
        return WordPieces(self._checked("tokenizer.json"))

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self._threads
        options.log_severity_level = 3
        path = self._checked("model.onnx")
        return onnxruntime.InferenceSession(path.read_bytes(), options, providers=["CPUExecutionProvider"])

    def __call__(self, ids: Row, features: Row) -> tuple[Floats, Floats]:
        """Tag and link logits of one window; see ``encoder.Network``."""
        tags, links = self._session.run(["tags", "links"], {"ids": ids[None], "features": features[None]})
        return np.asarray(tags)[0], np.asarray(links)[0]

    def _checked(self, name: str) -> Path:
        path = self._folder / name
        try:
            found = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError as error:
            raise ModelError(f"the model file {path} can't be read ({error.strerror})", _REINSTALL) from None
        if found != self.card["files"][name]["sha256"]:
            raise ModelError(f"the model file {path} is not the one that its card names", _REINSTALL)
        return path


def _card(folder: Path) -> dict[str, Any]:
    path = folder / "card.json"
    try:
        card: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        labels, features = card["labels"], card["features"]
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"the model's card {path} can't be read ({error})", _REINSTALL) from None
    if labels != list(TAGS) or features != FEATURES:
        raise ModelError(f"the model in {folder} was trained for other labels than this program's", _REINSTALL)
    return card
