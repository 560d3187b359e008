"""If a credit is missed, an agency's report in two papers passes for two sources."""

import pytest

from counterclaim.link.credits import contributors, credit, outlet, statement_origin
from counterclaim.records import new_document, new_statement
from counterclaim.records.links import CaseArticle

BODY = "The pier stays shut, the harbour board said.\n"


def page(text: str, publisher: str | None = "Skerry Sound Herald", authors: tuple[str, ...] = ()) -> CaseArticle:
    return CaseArticle(document=new_document(text, publisher=publisher, authors=authors), text=text)


CREDITED = [
    ("OSKERRY, March 9 (Halyard) - " + BODY, "Halyard"),
    ("Pier shut\n\nNEW VELIMOST, Tolvara (AP) — " + BODY, "Associated Press"),
    ("Oskerry (Reuters) – " + BODY, "Reuters"),
    (BODY + "\n(Halyard)", "Halyard"),
    (
        BODY + "\n(Reporting by Ann Howe; editing by Bo Lund)\nCopyright 2024 Halyard News Agency. Used under licence.",
        "Halyard",
    ),
    (BODY + "\n© 2024 Agence France-Presse", "Agence France-Presse"),
    (BODY + "\nSource: Xinhua", "Xinhua"),
    (BODY + "— AFP", "Agence France-Presse"),
    (BODY, None),
    (BODY + "\nCopyright 2024 Skerry Sound Herald. All rights reserved.", None),
    (BODY + "\n(LAUGHTER)", None),
    (BODY + "The minister (Labour) - who was not there - said nothing.", None),
    (BODY + "\nThe Associated Press contributed to this report.", None),
    ("The ferry (Tolvara) - late again - sailed on Monday, its captain told Reuters.", None),
]


@pytest.mark.parametrize(("text", "name"), CREDITED)
def test_credit_of_the_whole_text(text: str, name: str | None) -> None:
    assert credit(page(text)) == name


def test_an_agency_as_author_or_publisher_is_a_credit() -> None:
    assert credit(page(BODY, authors=("Halyard News Agency",))) == "Halyard"
    assert credit(page(BODY, publisher="Reuters")) == "Reuters"
    assert credit(page(BODY, publisher="The Ostrel Tribune", authors=("Ann Howe",))) is None


def test_who_helped_is_no_credit_but_is_known() -> None:
    text = BODY + "\nAdditional reporting: Halyard\nAnn Howe and The Associated Press contributed to this report."
    assert contributors(page(text)) == {"Halyard", "Associated Press"}
    assert credit(page(text)) is None


SAID = [
    ("Tolliver told Reuters that {the pier was shut}.", "Reuters"),
    ("{The pier is shut}, Tolliver told the Halyard agency on Monday.", "Halyard"),
    ("In an interview with the Ostrel Tribune, Tolliver said {the pier was shut}.", "Ostrel Tribune"),
    ("{The pier is shut}, according to state media.", "state media"),
    ("State television reported that {the pier was shut}.", "state television"),
    ("{The pier is shut}, Tolliver was quoted as saying by Xinhua news agency.", "Xinhua"),
    ("{The pier is shut}, Tolliver told Congress.", None),
    ("{The pier is shut}, Tolliver told Henrik Oulie.", None),
    ("Tolliver said {the mayor had told Reuters that the pier was shut}.", None),
    ("{The pier is shut}, Tolliver told the Skerry Sound Herald.", None),
    ("{The pier is shut}, she said. Oulie told Reuters that he was sorry.", None),
]


@pytest.mark.parametrize(("marked", "name"), SAID)
def test_origin_of_one_statement(marked: str, name: str | None) -> None:
    start, end = marked.index("{"), marked.index("}") - 1
    text = marked.replace("{", "").replace("}", "")
    found = page(text)
    statement = new_statement(
        found.document.id, text, source=(), cue=(), content=((start, end),), kind="indirect", confidence=0.9
    )
    assert statement_origin(found, statement) == name


def test_a_statement_without_an_origin_of_its_own_has_the_article_s() -> None:
    text = "OSKERRY, March 9 (Halyard) - " + BODY + "Oulie told Halyard that he was sorry."
    found = page(text)
    start = text.index("The pier")
    statement = new_statement(
        found.document.id, text, source=(), cue=(), content=((start, start + 20),), kind="indirect", confidence=0.9
    )
    assert statement_origin(found, statement) == "Halyard"


@pytest.mark.parametrize(
    ("name", "common"),
    [
        ("the AP", "Associated Press"),
        ("AFP", "Agence France-Presse"),
        ("Halyard News Agency", "Halyard"),
        ("HALYARD NEWS AGENCY", "Halyard"),
        ("The Ostrel Tribune", "Ostrel Tribune"),
        ("BBC News", "BBC"),
        ("Congress", None),
        ("Maren Tolliver", None),
        ("News", None),
        ("Fox News' Ann Howe", None),
    ],
)
def test_common_names_of_outlets(name: str, common: str | None) -> None:
    assert outlet(name) == common
