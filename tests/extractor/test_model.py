"""If weights are damaged or of another make, answers are wrong without a sign."""

import json
import shutil
from pathlib import Path

import pytest

from counterclaim.config import Config
from counterclaim.errors import ModelError
from counterclaim.extractor import extract, shipped
from counterclaim.extractor.model import SHIPPED, Model
from tests.making import article_of

TEXT = (
    "The dam is safe, Interior Minister Ana Bell said on Friday.\n\n"
    "“We checked every gate,” she told reporters, “and we found nothing.”\n\n"
    "The operator denied that it had ignored a warning."
)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    shutil.copytree(SHIPPED, tmp_path / "weights")
    return tmp_path / "weights"


def test_plain_reports_are_found() -> None:
    found = {(s.text.source, s.text.cue.split()[0]): s for s in extract(article_of(TEXT)).statements}
    assert found["Interior Minister Ana Bell", "said"].text.content == ("The dam is safe",)
    broken = found["she", "told"]
    assert broken.text.content == ("“We checked every gate,”", "“and we found nothing.”")
    assert broken.kind == "direct"
    assert ("The operator", "denied") in found


def test_an_article_gives_the_same_alone_or_among_others() -> None:
    articles = [article_of(TEXT), article_of(TEXT + "\n\nHe said no."), article_of("Short. " * 700 + "She said yes.")]
    together = shipped(Config())(articles)
    alone = [extract(article) for article in articles]
    assert [[s.id for s in e.statements] for e in together] == [[s.id for s in e.statements] for e in alone]
    for one, other in zip(together, alone, strict=True):
        sure = [s.confidence for s in other.statements]
        assert [s.confidence for s in one.statements] == pytest.approx(sure, abs=1e-3)


def test_changed_weights_are_refused(copied: Path) -> None:
    network = copied / "model.onnx"
    data = bytearray(network.read_bytes())
    data[len(data) // 2] ^= 1
    network.write_bytes(data)
    with pytest.raises(ModelError, match="not the one that its card names"):
        Model(copied)._session  # noqa: B018


def test_other_labels_are_refused(copied: Path) -> None:
    card = json.loads((copied / "card.json").read_text())
    card["labels"] = card["labels"][:-1]
    (copied / "card.json").write_text(json.dumps(card))
    with pytest.raises(ModelError, match="other labels"):
        Model(copied)


def test_a_missing_model_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="Install counterclaim again"):
        Model(tmp_path)


def test_min_confidence_leaves_out_the_doubtful() -> None:
    sure = extract(article_of(TEXT), Config(min_confidence=0.8)).statements
    everything = extract(article_of(TEXT)).statements
    assert [s for s in everything if s.confidence >= 0.8] == list(sure)


def test_the_card_says_what_a_reader_must_know() -> None:
    card = Model().card
    assert {"base", "data", "training", "measured", "limits", "files"} <= set(card)
    floors = json.loads((Path(__file__).parents[2] / "evaluation" / "floors.json").read_text(encoding="utf-8"))
    measured = card["measured"]["f1"]["int8"]
    for name in measured.keys() & floors["attribution, PolNeAR dev"].keys():
        assert measured[name] >= floors["attribution, PolNeAR dev"][name]
