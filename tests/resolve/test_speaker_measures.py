"""If the measure is wrong, a worse release passes for a better one."""

from pathlib import Path

import pytest

from counterclaim.records import Speaker
from counterclaim.resolve.pronouns import Features
from evaluation.coreference import Choice, fit, parse
from evaluation.judge_speakers import Judged, head, is_part, plain

_CONLLU = """# newdoc id = small
# newpar
# sent_id = small-1
1\tAna\tAna\tPROPN\tNNP\t_\t2\tnsubj\t_\tEntity=(1-person-new-nnnnn-cf1-1-coref
2\tBell\tBell\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=1)
3-4\tisn't\t_\t_\t_\t_\t_\t_\t_\t_
3\tis\tbe\tAUX\tVBZ\t_\t5\tcop\t_\t_
4\tn't\tnot\tPART\tRB\t_\t5\tadvmod\t_\t_
5\till\till\tADJ\tJJ\t_\t0\troot\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_

# sent_id = small-2
1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\tEntity=(1-person-giv-nnnnn-cf1-1-ana)
2\tslept\tsleep\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_
"""


def judged(found: str | None, gold: str | None, aliases: frozenset[str] = frozenset()) -> Judged:
    row = {"name": gold, "type": "person", "role": None}
    return Judged("Bell", "no", Speaker(name=found, type="person"), row, aliases)


@pytest.mark.parametrize(
    ("found", "gold", "right"),
    [
        ("Ana Bell", "Ana Bell", True),
        ("The operator", "operator", True),
        ("Mr Bell", "Ana Bell", True),
        ("NRA", "National River Authority", True),
        ("Ana", "Jan Korda", False),
        (None, "Ana Bell", False),
        ("Ana Bell", None, False),
        (None, None, True),
    ],
)
def test_a_name_is_right_if_it_is_the_golds_or_a_part_of_it(found: str | None, gold: str | None, right: bool) -> None:
    assert judged(found, gold).name is right


def test_an_alias_counts_for_the_name_and_not_letter_by_letter() -> None:
    item = judged("Torm Electric", "Torm Power and Light Company", frozenset({"torm electric"}))
    assert (item.name, item.letters) == (True, False)


def test_no_part_of_nothing() -> None:
    assert not is_part("", "ana bell")
    assert not is_part("ana", "")


@pytest.mark.parametrize(
    ("role", "noun"),
    [("the interior minister of Torm", "minister"), ("Mayor, Torm", "mayor"), (None, ""), ("chief", "chief")],
)
def test_a_role_is_judged_by_its_noun(role: str | None, noun: str) -> None:
    assert head(role) == noun


def test_an_article_before_a_name_tells_nothing() -> None:
    assert plain("The  Dr. Ana Bell") == "ana bell"


def test_a_parsed_document_has_its_text_and_mentions(tmp_path: Path) -> None:
    path = tmp_path / "small.conllu"
    path.write_text(_CONLLU, encoding="utf-8")
    article, gold = parse(path)
    assert article.text == "Ana Bell isn't ill. She slept."
    assert [article.text[start:end] for start, end in article.sentences] == ["Ana Bell isn't ill.", "She slept."]
    assert [(article.text[slice(*item.head)], item.entity) for item in gold] == [("Ana", "1"), ("She", "1")]


def test_learning_prefers_what_is_right() -> None:
    choices = [Choice([Features(first=1.0), Features(object=1.0)], [True, False])] * 5
    learnt = fit(choices, steps=200)
    assert learnt.first > 0 > learnt.object
