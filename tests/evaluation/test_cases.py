"""If a case is malformed or the judge too lenient, a bad model looks like a good one."""

import json
from collections import Counter
from pathlib import Path

import pytest

from evaluation.score_cases import (
    CASES,
    FORMS,
    KINDS,
    Attribution,
    Case,
    Verdict,
    as_json,
    content_iou,
    judge,
    locate,
    overall,
    pair,
    read_case,
    read_cases,
    report,
    shares,
)

FILES = sorted(CASES.glob("*.jsonl"))
AT_LEAST = 150
TEXT = "Ana Bell said the gate was shut. Tom Reed denied that it was open."


def said(source: str, cue: str, *content: str) -> Attribution:
    where = (locate(TEXT, source),) if source else ()
    return Attribution(where, (locate(TEXT, cue),), tuple(locate(TEXT, words) for words in content))


BELL = said("Ana Bell", "said", "the gate was shut")
REED = said("Tom Reed", "denied", "that it was open")
CASE = Case("plain-99", "plain", TEXT, (BELL, REED))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_case_is_well_formed(file: Path) -> None:
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    cases = read_cases(file)
    assert [row["id"] for row in rows] == [case.id for case in cases]
    for row, case in zip(rows, cases, strict=True):
        assert row.keys() == {"id", "kind", "text", "expected"}
        assert case.id.rpartition("-")[0] == case.kind
        assert all(item["form"] in FORMS for item in row["expected"])
        assert bool(case.expected) == (case.kind != "none")


def test_there_are_enough_cases_of_every_kind_and_no_id_or_text_twice() -> None:
    cases = [case for file in FILES for case in read_cases(file)]
    assert len(cases) >= AT_LEAST
    assert min(Counter(case.kind for case in cases)[kind] for kind in KINDS) >= 5
    assert len({case.id for case in cases}) == len({case.text for case in cases}) == len(cases)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_expected_statements_themselves_are_right(file: Path) -> None:
    assert all(judge(case, case.expected[::-1]).right for case in read_cases(file))


def test_identical_statements_are_right_in_any_order() -> None:
    assert judge(CASE, [BELL, REED]).right
    assert judge(CASE, [REED, BELL]).right


def test_a_missing_statement_is_wrong() -> None:
    verdict = judge(CASE, [REED])
    assert (verdict.right, verdict.missing, verdict.extra) == (False, (BELL,), ())


def test_an_extra_statement_is_wrong_even_if_it_repeats_a_right_one() -> None:
    verdict = judge(CASE, [BELL, REED, REED])
    assert (verdict.right, verdict.missing, verdict.extra) == (False, (), (REED,))


def test_swapped_sources_are_wrong() -> None:
    verdict = judge(CASE, [BELL._replace(source=REED.source), REED._replace(source=BELL.source)])
    assert not verdict.right
    assert len(verdict.missing) == len(verdict.extra) == 2


def test_part_of_a_source_is_enough_but_none_is_not() -> None:
    bell = said("Bell", "said", "the gate was shut")
    assert judge(CASE, [bell, REED]).right
    assert not judge(CASE, [BELL._replace(source=()), REED]).right


def test_a_statement_without_source_must_be_found_without_one() -> None:
    case = CASE._replace(expected=(BELL._replace(source=()),))
    assert judge(case, [BELL._replace(source=())]).right
    assert not judge(case, [BELL]).right


def test_cues_are_not_judged() -> None:
    assert judge(CASE, [BELL._replace(cue=()), REED]).right


def test_content_may_differ_by_a_word_of_little_weight_only() -> None:
    assert judge(CASE, [said("Ana Bell", "said", "the gate was shut."), REED]).right
    assert not judge(CASE, [said("Ana Bell", "said", "gate was"), REED]).right


def test_spaces_and_breaks_between_pieces_do_not_count() -> None:
    pieces = said("Ana Bell", "said", "the gate", "was shut")
    assert content_iou(TEXT, pieces.content, BELL.content) == 1.0
    assert content_iou(TEXT, REED.content, BELL.content) == 0.0


def test_no_statement_is_right_where_none_is_expected() -> None:
    nothing = CASE._replace(kind="none", expected=())
    assert judge(nothing, []).right
    assert judge(nothing, [BELL]).extra == (BELL,)


def test_pairing_gives_way_so_that_all_find_a_partner() -> None:
    text = "0123456789"
    seven, eight, nine, ten = (Attribution((), (), ((0, end),)) for end in (7, 8, 9, 10))
    assert pair(text, [eight, ten], [nine, seven]) == {0: 1, 1: 0}
    assert pair(text, [ten], [seven]) == {}


def test_a_text_that_cannot_be_read_is_wrong_even_if_nothing_is_expected() -> None:
    assert not Verdict(CASE._replace(expected=()), (), (), "not English").right


@pytest.mark.parametrize(
    ("words", "nth", "found"), [("gate", None, (18, 22)), ("was", 2, (57, 60)), ("was", 1, (23, 26))]
)
def test_words_are_located(words: str, nth: int | None, found: tuple[int, int]) -> None:
    assert locate(TEXT, {"words": words, "nth": nth} if nth else words) == found


@pytest.mark.parametrize("reference", ["absent", "was", "", {"words": "was", "nth": 3}, {"words": "was", "nth": 0}])
def test_words_that_are_nowhere_or_not_in_one_place_are_refused(reference: str | dict[str, object]) -> None:
    with pytest.raises(ValueError, match="occur"):
        locate(TEXT, reference)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"kind": "poem"}, "unknown kind"),
        ({"expected": [{"source": "", "cue": "said", "content": [], "form": "direct"}]}, "without content"),
        ({"expected": [{"source": "", "cue": "said", "content": ["gate"], "form": "loud"}]}, "unknown form"),
        ({"expected": [{"source": "Eve", "cue": "said", "content": ["gate"], "form": "direct"}]}, "does not occur"),
    ],
)
def test_a_malformed_case_is_refused_by_its_name(change: dict[str, object], complaint: str) -> None:
    row = {"id": "plain-98", "kind": "plain", "text": TEXT, "expected": [], **change}
    with pytest.raises(ValueError, match=f"plain-98.*{complaint}"):
        read_case(json.dumps(row))


def test_shares_count_by_kind_and_over_all() -> None:
    verdicts = [judge(CASE, [BELL, REED]), judge(CASE, []), judge(CASE._replace(kind="none", expected=()), [])]
    by_kind = shares(verdicts)
    assert by_kind == {"none": (1, 1), "plain": (1, 2)}
    assert overall(by_kind) == (2, 3)
    assert as_json(verdicts)["all"] == {"right": 2, "total": 3, "share": 0.6667}


def test_the_report_shows_what_was_missed_and_what_came_instead() -> None:
    shown = report([judge(CASE, [BELL, REED._replace(source=BELL.source)])])
    assert "missing  Tom Reed | denied | that it was open" in shown
    assert "extra    Ana Bell | denied | that it was open" in shown
