"""If "he" is the wrong man, the ledger puts words in somebody's mouth."""

import re

import pytest

from counterclaim.records import Extraction, Speaker
from counterclaim.resolve import resolve
from tests.making import article_of, said

Said = tuple[str, str, str]


def speakers(text: str, *statements: Said) -> list[Speaker]:
    article = article_of(text)
    made, after = [], 0
    for source, cue, content in statements:
        made.append(said(text, source, cue, content, after=after))
        after = made[-1].content[-1][1]
    resolved = resolve(article, Extraction(document=article.document, statements=tuple(made)))
    return [statement.speaker for statement in resolved.statements]


def names(text: str, *statements: Said) -> list[str | None]:
    return [speaker.name for speaker in speakers(text, *statements)]


def test_a_surname_is_the_person_named_in_full() -> None:
    text = "Mayor Ana Bell opened the gates. Bell said it was too late."
    (speaker,) = speakers(text, ("Bell", "said", "it was too late"))
    assert (speaker.name, speaker.type, speaker.role) == ("Ana Bell", "person", "Mayor")


def test_the_full_name_may_come_later() -> None:
    text = "Mr Korda said it was too late. The engineer, Jan Korda, left."
    assert names(text, ("Mr Korda", "said", "it was too late")) == ["Jan Korda"]


def test_two_people_of_one_surname_are_kept_apart_by_title() -> None:
    text = "Peter Marsh and Helen Marsh came. Mrs Marsh said no. Mr Marsh added yes."
    assert names(text, ("Mrs Marsh", "said", "no"), ("Mr Marsh", "added", "yes")) == ["Helen Marsh", "Peter Marsh"]


def test_he_and_she_are_the_last_man_and_woman() -> None:
    text = "Peter Marsh met Helen Doyle on Monday. He said no. She added yes."
    assert names(text, ("He", "said", "no"), ("She", "added", "yes")) == ["Peter Marsh", "Helen Doyle"]


def test_a_pronoun_goes_on_with_who_was_speaking() -> None:
    text = "Bram Oster said the dam held. The minister Karl Vey disagreed with Oster. “It held,” he said."
    first, second = names(text, ("Bram Oster", "said", "the dam held"), ("he", "said.", "“It held,”"))
    assert first == "Bram Oster"
    assert second in {"Karl Vey", "Bram Oster"}


def test_nobody_is_guessed_where_nobody_is_named() -> None:
    (speaker,) = speakers("It rained. He said no.", ("He", "said", "no"))
    assert speaker.name is None


def test_a_role_is_its_only_holder() -> None:
    text = "Ana Bell, the mayor of Torm, left early. The mayor said she was ill."
    assert names(text, ("The mayor", "said", "she was ill")) == ["Ana Bell"]


def test_a_role_with_two_holders_is_left_as_a_description() -> None:
    text = "Mayor Ana Bell met Mayor Jan Korda. The mayor said no."
    assert names(text, ("The mayor", "said", "no")) == ["mayor"]


def test_a_body_named_in_part_is_the_body_named_in_full() -> None:
    text = "The Ministry of Water sent boats. The ministry said more would come."
    (speaker,) = speakers(text, ("The ministry", "said", "more would come"))
    assert (speaker.name, speaker.type) == ("Ministry of Water", "organisation")


def test_initials_are_the_body_they_stand_for() -> None:
    text = "The National River Authority sent boats. The NRA said more would come."
    assert names(text, ("The NRA", "said", "more would come")) == ["National River Authority"]


@pytest.mark.parametrize(
    ("source", "name", "kind"),
    [
        ("A senior official", "senior official", "unnamed"),
        ("Several residents", "Several residents", "group"),
        ("The report", "report", "document"),
        ("The company", "company", "organisation"),
        ("the Tormian opposition", "Tormian opposition", "organisation"),
        ("two big Wall Street investors", "two big Wall Street investors", "group"),
        ("Torm", "Torm", "organisation"),
        ("Theresa May", "Theresa May", "person"),
        ("a spokesman for Mayor Bell", "spokesman for Mayor Bell", "unnamed"),
        ("the mayor of New Harbour", "mayor of New Harbour", "unnamed"),
        ("A lot of people", "A lot of people", "group"),
        ("A family in the suburbs", "family in the suburbs", "group"),
        ("Residents", "Residents", "group"),
        ("More than 2,000 people", "More than 2,000 people", "group"),
        ("multiple news outlets", "multiple news outlets", "group"),
        ("the police", "police", "organisation"),
        ("The Harbour Safety Act", "Harbour Safety Act", "document"),
        ("the Torm Savings Bank and the Velmora Mint", "Torm Savings Bank and Velmora Mint", "group"),
        ("Downing Street", "Downing Street", "organisation"),
        ("Washington", "Washington", "organisation"),
        ("the Kremlin", "Kremlin", "organisation"),
        ("Torm.com", "Torm.com", "organisation"),
    ],
)
def test_descriptions_stay_descriptions(source: str, name: str, kind: str) -> None:
    text = f"{source} said it was too late."
    (speaker,) = speakers(text, (source, "said", "it was too late"))
    assert (speaker.name, speaker.type) == (name, kind)


def test_who_is_the_name_before_it() -> None:
    text = "They called Ana Bell, who said it was too late."
    assert names(text, ("who", "said", "it was too late")) == ["Ana Bell"]


def test_apposition_gives_the_role() -> None:
    text = "“Go,” said Ana Bell, the interior minister, on Monday."
    (speaker,) = speakers(text, ("Ana Bell, the interior minister,", "said", "“Go,”"))
    assert (speaker.name, speaker.role) == ("Ana Bell", "interior minister")


def test_a_name_that_ends_a_sentence_is_that_name() -> None:
    text = "The mayor, Ana Bell, left the town hall. “We were warned,” said Bell."
    (speaker,) = speakers(text, ("Bell", "said", "“We were warned,”"))
    assert (speaker.name, speaker.type) == ("Ana Bell", "person")


def test_she_is_no_place_and_no_headline() -> None:
    text = "Flood Kills Dozens in Torm\n\nThe rain went on. She denied the claim."
    (speaker,) = speakers(text, ("She", "denied", "the claim"))
    assert speaker.name is None


def test_names_with_small_prefixes_are_whole() -> None:
    text = "Tarek al-Masri left. The engineer, Jean d'Orval, said no. Later al-Masri said yes."
    found = names(text, ("The engineer, Jean d'Orval,", "said", "no"), ("al-Masri", "said", "yes"))
    assert found == ["Jean d'Orval", "Tarek al-Masri"]


def test_mr_and_mrs_of_one_surname_are_two() -> None:
    text = "Mr Korda said yes. Mrs Korda said no."
    first, second = speakers(text, ("Mr Korda", "said", "yes"), ("Mrs Korda", "said", "no"))
    assert first.id != second.id


def test_a_long_list_of_names_is_read() -> None:
    text = "\n".join(f"Mayor A{n}x B{n}y said no." for n in range(3000))
    article = article_of(text, tuple(match.span() for match in re.finditer(r".+", text)))
    statement = said(text[:200], "Mayor A1x B1y", "said", "no")
    resolved = resolve(article, Extraction(document=article.document, statements=(statement,)))
    assert resolved.statements[0].speaker.name == "A1x B1y"


def test_no_source_no_speaker() -> None:
    assert speakers("It was reported that it rained.", ("", "reported", "that it rained")) == [Speaker()]


def test_one_speaker_has_one_id_in_an_article() -> None:
    text = "Mayor Ana Bell said yes. Bell said no."
    first, second = speakers(text, ("Mayor Ana Bell", "said", "yes"), ("Bell", "said", "no"))
    assert first.id == second.id


@pytest.mark.parametrize(
    ("source", "name", "role"),
    [
        ("Former prime minister John Major", "John Major", "Former prime minister"),
        ("US Ambassador to Marenvale Richard Grell", "Richard Grell", "US Ambassador to Marenvale"),
        ("the team's head athletic trainer Jerun Randal", "Jerun Randal", "team's head athletic trainer"),
    ],
)
def test_a_role_before_a_name_is_the_role(source: str, name: str, role: str) -> None:
    (speaker,) = speakers(f"{source} said it was too late.", (source, "said", "it was too late"))
    assert (speaker.name, speaker.type, speaker.role) == (name, "person", role)


@pytest.mark.parametrize(
    "source", ["a spokesman for Ana Bell", "the mayor of New Harbour", "Officials in South Velmora"]
)
def test_whom_a_role_serves_is_not_its_holder(source: str) -> None:
    (speaker,) = speakers(f"{source} said it was too late.", (source, "said", "it was too late"))
    assert speaker.name not in ("Ana Bell", "New Harbour", "South Velmora")


def test_a_possessive_before_a_noun_that_reports_is_its_owner() -> None:
    text = "Mayor Ana Bell came. Bell’s claim that it was too late was heard."
    assert names(text, ("Bell’s", "claim", "that it was too late")) == ["Ana Bell"]


def test_of_several_ministers_the_prime_minister_is_the_one_called_that() -> None:
    text = "Prime Minister Ana Bell and Interior Minister Jan Korda came. The prime minister said no."
    assert names(text, ("The prime minister", "said", "no")) == ["Ana Bell"]
