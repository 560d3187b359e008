"""Sentences in, their vectors out: the sentence encoder that linking ships, sure to be the one its card names."""

import hashlib
import json
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Encoding, Tokenizer

from counterclaim.errors import ModelError

Floats = npt.NDArray[np.float32]
Bytes = npt.NDArray[np.int8]

SHIPPED = Path(__file__).parent / "weights"
LONGEST = 128
"""Word pieces of a sentence that are read, as in the base model's own training."""
SCALE = 127
"""Vectors are kept as whole numbers of 1/127: a cosine of two moves by less than .01."""
_REINSTALL = "Install counterclaim again; the package carries its model"


class Encoded(NamedTuple):
    """A text's vector (384), and one (64) and the place in code points of each of its word pieces.

    All are whole numbers; divided by SCALE they have length 1.
    """

    vector: Bytes
    tokens: Bytes
    places: tuple[tuple[int, int], ...]


class SentenceEncoder:
    """The 8-bit sentence encoder with its tokeniser and card.

    Opening it checks nothing; each file is checked against its SHA-256 in ``card.json`` when it is
    first needed, and ModelError is raised where they differ. A sentence has some 17 word pieces, too few to share
    out: with a thread for each core one took 6.5 ms on a busy machine with two cores, with one thread 2.4 ms.
    """

    def __init__(self, folder: Path = SHIPPED, threads: int = 1) -> None:
        self._folder = folder
        self._threads = threads

    @cached_property
    def card(self) -> dict[str, Any]:
        """What the weights are made of, their files' hashes, and one hash over all of them (``sha256``)."""
        return card(self._folder)

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        tokenizer = Tokenizer.from_str(checked(self._folder, "tokenizer.json", self.card).decode())
        tokenizer.no_padding()
        tokenizer.enable_truncation(LONGEST)
        return tokenizer

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self._threads
        options.log_severity_level = 3
        content = checked(self._folder, "model.onnx", self.card)
        return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])

    def __call__(self, texts: Iterable[str]) -> list[Encoded]:
        """What the encoder says of each text.

        Each text goes through alone: 8-bit products scale all that goes through at once, so
        that in a batch a text's vector would depend on its neighbours.
        """
        return [self._one(encoding) for encoding in self._tokenizer.encode_batch(list(texts))]

    def _one(self, encoding: Encoding) -> Encoded:
        ids = np.array([encoding.ids], np.int64)
        vectors, tokens = self._session.run(["vectors", "tokens"], {"ids": ids})
        # The first and the last token stand for the text as a whole and have no place in it.
        places = tuple(encoding.offsets[1:-1])
        return Encoded(_whole(np.asarray(vectors)[0]), _whole(np.asarray(tokens)[0, 1:-1]), places)


def _whole(numbers: Floats) -> Bytes:
    whole: Bytes = np.clip(np.round(numbers * SCALE), -SCALE, SCALE).astype(np.int8)
    return whole


def card(folder: Path) -> dict[str, Any]:
    """The card of a folder of weights; raises ModelError if it can't be read."""
    path = folder / "card.json"
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        found["files"], found["sha256"]
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"the model's card {path} can't be read ({error})", _REINSTALL) from None
    return found


def checked(folder: Path, name: str, named: dict[str, Any]) -> bytes:
    """A file's bytes, if they are those that the card names; raises ModelError otherwise."""
    path = folder / name
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ModelError(f"the model file {path} can't be read ({error.strerror})", _REINSTALL) from None
    if hashlib.sha256(content).hexdigest() != named["files"].get(name, {}).get("sha256"):
        raise ModelError(f"the model file {path} is not the one that its card names", _REINSTALL)
    return content
