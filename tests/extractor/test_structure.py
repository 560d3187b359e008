"""If a transcript's turns are cut or a fact box is taken for people talking, words land in the wrong mouth."""

import pytest

from counterclaim.extractor.confidence import Evidence
from counterclaim.extractor.layout import Layout
from counterclaim.extractor.mending import Draft
from counterclaim.extractor.structure import given, sign, with_given

TALK = "MAYOR: We saw it.\n\nREPORTER: When did you see it?\n\nMAYOR: At six."


def shown(text: str) -> list[tuple[str, list[str]]]:
    return [(text[slice(*g.source)], [text[slice(*s)] for s in g.content]) for g in given(Layout(text))]


def test_turns_are_whole() -> None:
    assert shown(TALK) == [("MAYOR", ["We saw it."]), ("REPORTER", ["When did you see it?"]), ("MAYOR", ["At six."])]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Q. Did you open it?\nA. No.", ["Q", "A"]),
        ("[21:07] dispatch_2: anyone near the cut?\n[21:08] van14: ten mins away", ["dispatch_2", "van14"]),
        (
            "Mr. BELL. I yield two minutes.\nMs. KORDA of Ohio. I thank the gentleman.",
            ["Mr. BELL", "Ms. KORDA of Ohio"],
        ),
        ("06:41 Coastguard: Say your position.\n06:42 Kestrel: Two miles off.", ["Coastguard", "Kestrel"]),
        ("Interviewer: And you?\nRespondent 4: The same.", ["Interviewer", "Respondent 4"]),
        ("Tribune: How many came?\nLena Voss: Too many.", ["Tribune", "Lena Voss"]),
    ],
)
def test_who_speaks_is_the_label(text: str, speakers: list[str]) -> None:
    assert [source for source, _ in shown(text)] == speakers


@pytest.mark.parametrize(
    "text",
    [
        "Date: 5 May\nPlace: Brackwater\nDeaths: 12",
        "Little Relief: The crisis is deep.\n\nIt went on.\n\nThe Gap Goes On: The talks failed.",
        "Photo: We were there?\n\nSource: You know it.",
        "He said: “We saw it.” Then he left.",
        "Minister: Dam is safe despite cracks\n\nEngineers returned on Thursday.",
        "",
    ],
)
def test_headings_fact_boxes_and_captions_are_no_conversation(text: str) -> None:
    assert shown(text) == []


def test_posts_are_the_lines_under_a_handle() -> None:
    text = (
        "Port Police @portpolice · 2h\nThe man has been found.\nThank you.\n"
        "Tilly Bram (@tilly)\nReplying to @portpolice\nSo happy!\n\nThe town was quiet."
    )
    assert shown(text) == [
        ("Port Police", ["The man has been found.", "Thank you."]),
        ("Tilly Bram", ["So happy!"]),
    ]


def test_a_handle_may_stand_under_the_name_and_the_page_adds_lines_of_its_own() -> None:
    text = "Marsh Fire & Rescue\n@marshfire\nThe moor fire is out.\n3:15 PM · Jul 9, 2023\n12 likes\n\nRain fell."
    assert shown(text) == [("Marsh Fire & Rescue", ["The moor fire is out."])]


def span(text: str, words: str) -> tuple[int, int]:
    at = text.index(words)
    return at, at + len(words)


def test_what_was_found_of_a_turn_gives_way_to_the_whole_and_its_next_paragraph_stays() -> None:
    text = "ANA: We saw it. It was red.\n\nAnd it was loud.\n\nBO: Did you?\n\nThe town was quiet, Cy said."
    part: Draft = (
        (span(text, "ANA"),),
        (span(text, ":"),),
        (span(text, "We saw it"), span(text, "And it was loud.")),
        Evidence(),
    )
    other: Draft = ((span(text, "Cy"),), (span(text, "said"),), (span(text, "The town was quiet"),), Evidence())
    found = with_given(Layout(text), [part, other])
    assert other in found
    ana = next(draft for draft in found if draft[0] == (span(text, "ANA"),))
    assert [text[slice(*s)] for s in ana[2]] == ["We saw it. It was red.", "And it was loud."]
    assert len(found) == 3


@pytest.mark.parametrize(
    ("under", "name"),
    [
        ("Tamsin Orrell\nGeneral Secretary", "Tamsin Orrell"),
        ("— Lena Voss, President of the Union", "Lena Voss, President of the Union"),
        ("Nobody answered the letter.", None),
        ("What Comes Next?", None),
    ],
)
def test_a_quotation_of_nobody_takes_the_name_set_under_it(under: str, name: str | None) -> None:
    text = f"“We have a contract.”\n{under}"
    source, _, _, _ = sign(Layout(text), ((), (), (span(text, "“We have a contract.”"),), Evidence()))
    assert [text[slice(*s)] for s in source] == ([name] if name else [])
