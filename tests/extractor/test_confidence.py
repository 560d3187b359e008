"""If confidence goes up where the network is less sure, ``--min-confidence`` keeps the wrong statements."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.extractor.confidence import FEATURES, Calibration, Evidence, Form, features, from_card
from counterclaim.extractor.model import Model

FORM = Form("indirect", 8, 1, sourceless=False, cueless=False)
PROBABILITIES = st.floats(0, 1)


@given(st.tuples(*[PROBABILITIES] * len(Evidence._fields)), st.floats(-99, 99))
def test_a_confidence_is_a_probability_whatever_the_network_says(parts: tuple[float, ...], bias: float) -> None:
    calibration = Calibration(bias=bias, weights=(1.0,) * len(FEATURES))
    assert 0 <= calibration(features(Evidence(*parts), FORM)) <= 1
    assert 0 <= Evidence(*parts).plain() <= 1


def test_the_regression_is_the_textbook_one() -> None:
    weights = tuple(1.0 if name == "log words" else 0.0 for name in FEATURES)
    found = Calibration(bias=-1.0, weights=weights)(features(Evidence(), FORM))
    assert found == pytest.approx(1 / (1 + math.exp(1 - math.log(8))))


def test_surer_evidence_gives_more_confidence_with_the_shipped_model() -> None:
    calibration = from_card(Model().card)
    assert calibration is not None
    sure, doubtful = Evidence(), Evidence(*[0.5] * len(Evidence._fields))
    assert calibration(features(sure, FORM)) > calibration(features(doubtful, FORM)) + 0.2


def test_a_card_for_other_features_gives_no_calibration() -> None:
    assert from_card({"calibration": {"bias": 0.0, "weights": {"log cue": 1.0}}}) is None
    assert from_card({}) is None
