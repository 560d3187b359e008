"""If the denied words are wrong, a denial is set against the wrong claim."""

import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.records import Act, Extraction, Statement, new_statement
from counterclaim.resolve import resolve
from counterclaim.resolve.acts import act_of
from counterclaim.resolve.denied import about
from tests.making import article_of, said

DENIED = [
    ("denied", ["that it had shelled the school"], "it had shelled the school"),
    ("denied", ["shelling the school"], "shelling the school"),
    ("has denied", ["any wrongdoing"], "any wrongdoing"),
    ("denied", ["having met the contractor"], "having met the contractor"),
    ("rejected", ["allegations of bribery"], "bribery"),
    ("rejected", ["any claims that the grant was bought"], "the grant was bought"),
    ("dismissed as fake", ["the reports that shells had hit Orrin"], "shells had hit Orrin"),
    ("dismissed", ["as fake the reports that shells had hit Orrin"], "shells had hit Orrin"),
    ("dismissed", ["the reports that shells had hit Orrin as completely false"], "shells had hit Orrin"),
    ("dismissed", ["claims by the opposition that the poll was rigged"], "the poll was rigged"),
    ("refused to admit", ["that the valve was open"], "the valve was open"),
    ("said", ["it was a lie that the valve was open"], "the valve was open"),
    ("said", ["reports of a second leak were false"], "a second leak"),
    ("said", ["the video was fake"], "the video"),
    ("said", ["the visit had no connection to the vote"], "connection to the vote"),
    ("said", ["“I never threaten anybody.”"], "threaten anybody"),
    ("said", ["the fee was not part of any deal"], "part of any deal"),
    ("said", ["“We did not shell the school,”"], "shell the school"),
    ("said", ["there was no truth in the story that he had fled"], "he had fled"),
    ("said", ["he never met her and had no role in the sale"], "he never met her and had no role in the sale"),
    ("said", ["it was a lie"], ""),
    ("said", ["that is not true"], ""),
]
ACCUSED = [
    ("accused", ["the operator of lying to the town"], "lying to the town"),
    ("accused", ["the board of theft"], "theft"),
    ("blamed", ["the army for the attack on Orrin"], "the attack on Orrin"),
    ("blamed", ["the attack on the army"], "the attack"),
    ("was charged with", ["fraud"], "fraud"),
    ("charged", ["the treasurer with abuse of office"], "abuse of office"),
    ("is accused of", ["the guard", "theft"], "theft"),
    ("is accused", ["One of them", "of theft from the fund"], "theft from the fund"),
    ("alleged", ["that the mayor took bribes"], "the mayor took bribes"),
    ("criticised", ["the mayor for ignoring the alarm"], "ignoring the alarm"),
    ("called", ["the video staged"], "the video staged"),
    ("called", ["the inquiry “a witch hunt”"], "the inquiry “a witch hunt”"),
    ("said", ["the company deliberately hid the leak"], "the company deliberately hid the leak"),
    ("said", ["“The board met. They lied to us about the wall. We want answers.”"], "They lied to us about the wall"),
    ("said", ["“So they are using the farmers as human shields”"], "they are using the farmers as human shields"),
    ("claimed", ["that the bank “misled its customers”"], "the bank “misled its customers”"),
]


WORDS = re.split(" ", "it was a lie that no the never “ ” , . claims of with for fake not he took on as — ?")


def spoken(cue: str, contents: list[str]) -> Statement:
    text = f"The minister {cue} {' | '.join(contents)}"
    return said(text, "The minister", cue, *contents, after=len("The minister "))


def words_of(statement: Statement, act: Act) -> str:
    text = f"The minister {statement.text.cue} {' | '.join(statement.text.content)}"
    return " ".join(text[start:end] for start, end in about(statement, act))


@pytest.mark.parametrize(("cue", "contents", "wanted"), DENIED)
def test_what_is_denied(cue: str, contents: list[str], wanted: str) -> None:
    assert words_of(spoken(cue, contents), "denies") == wanted


@pytest.mark.parametrize(("cue", "contents", "wanted"), ACCUSED)
def test_what_somebody_is_accused_of(cue: str, contents: list[str], wanted: str) -> None:
    assert words_of(spoken(cue, contents), "accuses") == wanted


@pytest.mark.parametrize(("cue", "contents", "_"), [case for case in DENIED if case[1] != ["it was a lie"]])
def test_the_cases_of_denial_are_denials(cue: str, contents: list[str], _: str) -> None:
    assert act_of(spoken(cue, contents)) == "denies"


@pytest.mark.parametrize("act", ["asserts", "believes", "admits", "demands"])
def test_other_acts_have_nothing_denied(act: Act) -> None:
    assert about(spoken("said", ["that it had shelled the school"]), act) == ()


@given(
    cue=st.sampled_from(["said", "denied", "accused", "blamed", "called", "dismissed as false", "is accused of"]),
    words=st.lists(
        st.sampled_from(WORDS),
        min_size=1,
        max_size=12,
    ),
    act=st.sampled_from(["denies", "accuses"]),
)
def test_the_spans_lie_in_the_content(cue: str, words: list[str], act: Act) -> None:
    content = " ".join(words)
    text = f"The minister {cue} {content}"
    begin = len(text) - len(content)
    statement = said(text, "The minister", cue, text[13:])
    statement = msgspec.structs.replace(
        statement,
        content=((begin, len(text)),),
        text=msgspec.structs.replace(statement.text, content=(content,)),
    )
    for start, end in about(statement, act):
        assert begin <= start < end <= len(text)


def test_resolve_fills_in_what_is_denied() -> None:
    article = article_of("The bureau denied that it had shelled the school.")
    denial = said(article.text, "The bureau", "denied", "that it had shelled the school")
    [found] = resolve(article, Extraction(document=article.document, statements=(denial,))).statements
    assert (found.id, found.act) == (denial.id, "denies")
    assert [article.text[start:end] for start, end in found.about] == ["it had shelled the school"]
    assert msgspec.json.decode(msgspec.json.encode(found), type=Statement) == found


def test_a_statement_written_before_there_was_about_is_still_read() -> None:
    denial = said("The bureau denied theft", "The bureau", "denied", "theft")
    older = {name: value for name, value in msgspec.to_builtins(denial).items() if name != "about"}
    assert msgspec.convert(older, Statement) == denial


def test_a_denied_proposition_outside_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="does not lie"):
        new_statement(
            "d",
            "He denied it",
            source=(),
            cue=(),
            content=((10, 12),),
            kind="indirect",
            confidence=1.0,
            about=((10, 99),),
        )
