"""If a name, a tweet or "both men" is given to the wrong one, the ledger quotes somebody who never spoke."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.records import Extraction
from counterclaim.resolve import resolve
from counterclaim.resolve.names import find_names
from counterclaim.resolve.people import Directory
from counterclaim.resolve.pronouns import WEIGHTS, Antecedents
from tests.making import article_of, said
from tests.resolve.test_speakers import names, speakers

_DIRECTOR = "Hong Kong director of Harbour International Wei Lun"
_ROADS = "Ministry of Roads"
_PORT = "Torm Port Authority"
_CHEMIST = "theoretical chemist at Torm University"


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("The Joint River Command (JRC) sent boats. The JRC said more would come.", "The JRC", "Joint River Command"),
        ("Robert Marsh came early. Bob Marsh said no.", "Bob Marsh", "Robert Marsh"),
        ("Colonel Mustafa Kaddari came. Qadari said no.", "Qadari", "Mustafa Kaddari"),
        ("President Luis Ortega Brandt came. Ortega said no.", "Ortega", "Luis Ortega Brandt"),
        ("Labour MP (Member of Parliament) Tom Wendel said no.", "Tom Wendel", "Tom Wendel"),
        (f"{_DIRECTOR} said no.", _DIRECTOR, "Wei Lun"),
        ("The Ministry of Water met. The Ministry of Roads slept. The ministry said no.", "The ministry", _ROADS),
        ("Pope Anselm came. Pope Anselm said no.", "Pope Anselm", "Pope Anselm"),
    ],
)
def test_every_form_of_a_name_is_the_fullest(text: str, source: str, name: str) -> None:
    assert names(text, (source, "said", text[text.rindex("said") + 5 : -1])) == [name]


def test_two_given_names_are_two_people_though_they_share_a_surname() -> None:
    text = "Peter Marsh and Helen Marsh came. Peter Marsh said no. Helen Marsh said yes."
    assert names(text, ("Peter Marsh", "said", "no"), ("Helen Marsh", "said", "yes")) == ["Peter Marsh", "Helen Marsh"]


def test_a_member_of_a_body_is_not_the_body() -> None:
    text = "Torm Council officer Ana Bell came. The union of Torm Council clerks said no."
    (speaker,) = speakers(text, ("Torm Council officer Ana Bell", "came", "no"))
    assert (speaker.name, speaker.type) == ("Ana Bell", "person")


@pytest.mark.parametrize(
    ("text", "source", "role"),
    [
        (f"“Go,” said Ana Bell, a {_CHEMIST}.", "Ana Bell", _CHEMIST),
        ("The head of the Torm Green Party, Jan Korda, said no.", "Jan Korda", "head of the Torm Green Party"),
        ("Germany’s Chancellor Ana Bell said no.", "Ana Bell", "Germany’s Chancellor"),
        ("Retired clerk and harbour specialist Ana Bell said no.", "Ana Bell", "Retired clerk and harbour specialist"),
        ("Ana Bell of the Torm River Party said no.", "Ana Bell", "Torm River Party"),
        ("Ana Bell, 39, a harbour pilot, said no.", "Ana Bell", "harbour pilot"),
        ("A protester using the pseudonym Katja said no.", "Katja", "protester"),
        ("They met officers Ana Bell and Jan Korda. Korda said no.", "Korda", None),
        ("Peter Marsh sat down. His wife, Ana, said no.", "Ana", "Peter Marsh's wife"),
        ("The news agency Torma said no.", "Torma", "news agency"),
    ],
)
def test_a_role_is_read_before_and_after_the_name(text: str, source: str, role: str | None) -> None:
    content = "“Go,”" if "Go" in text else "no"
    (speaker,) = speakers(text, (source, "said", content))
    assert speaker.role == role


def test_what_another_does_is_no_role() -> None:
    text = "According to the Tormian Herald, the prime minister told the crowd to go."
    (speaker,) = speakers(text, ("the Tormian Herald", "According to", "to go"))
    assert (speaker.name, speaker.type, speaker.role) == ("Tormian Herald", "organisation", None)


@pytest.mark.parametrize(
    ("text", "source", "name", "kind"),
    [
        ("Mayor Ana Bell came. Bell’s tweet said no.", "Bell’s tweet", "Ana Bell", "person"),
        ("A letter on Monday by Mayor Ana Bell said no.", "A letter on Monday by Mayor Ana Bell", "Ana Bell", "person"),
        (f"The {_PORT} issued a statement. The statement said no.", "The statement", _PORT, "organisation"),
        ("A report by Ana Bell said no.", "A report by Ana Bell", "report by Ana Bell", "document"),
        ("Mayor Ana Bell wept. Her office said no.", "Her office", "Ana Bell's office", "organisation"),
        ("AFN reports said no.", "AFN reports", "AFN", "organisation"),
    ],
)
def test_a_tweet_is_its_authors_and_a_report_a_document(text: str, source: str, name: str, kind: str) -> None:
    (speaker,) = speakers(text, (source, "said", "no"))
    assert (speaker.name, speaker.type) == (name, kind)


def test_both_men_are_the_two_named_side_by_side() -> None:
    text = "Peter Marsh and Jan Korda were heard. The judge slept. Both men said no. They left."
    (speaker,) = speakers(text, ("Both men", "said", "no"))
    assert (speaker.name, speaker.type) == ("Peter Marsh and Jan Korda", "group")


def test_two_who_speak_together_are_a_group_with_both_roles() -> None:
    text = "Mayor Ana Bell and Governor Jan Korda said no."
    (speaker,) = speakers(text, ("Mayor Ana Bell and Governor Jan Korda", "said", "no"))
    assert (speaker.name, speaker.type, speaker.role) == ("Ana Bell and Jan Korda", "group", "Mayor and Governor")


def test_i_in_somebodys_words_is_who_speaks_them_and_we_is_open() -> None:
    text = "“I think it holds, and we hope so,” said Mayor Ana Bell."
    article = article_of(text)
    made = (
        said(text, "Mayor Ana Bell", "said", text[: text.index(" said")]),
        said(text, "I", "think", "it holds"),
        said(text, "we", "hope", "so"),
    )
    found = resolve(article, Extraction(document=article.document, statements=made)).statements
    assert [statement.speaker.name for statement in found] == ["Ana Bell", "Ana Bell", None]


def test_i_of_nobody_is_open() -> None:
    assert names("And I think it holds.", ("I", "think", "it holds")) == [None]


def test_the_short_description_is_the_full_one_given_elsewhere() -> None:
    text = "A spokesperson for the Port Ministry said yes. The spokesperson said no."
    found = speakers(text, ("A spokesperson for the Port Ministry", "said", "yes"), ("The spokesperson", "said", "no"))
    assert [s.name for s in found] == ["spokesperson for the Port Ministry"] * 2
    assert {(s.type, s.role) for s in found} == {("unnamed", "Port Ministry")}


def test_a_bare_plural_takes_nothing_up() -> None:
    text = "Several harbour officials from Torm met. Officials said no."
    assert names(text, ("Officials", "said", "no")) == ["Officials"]


def test_he_is_no_woman_and_she_no_man() -> None:
    text = "Helen Doyle spoke with Peter Marsh. She said no. He said yes."
    assert names(text, ("She", "said", "no"), ("He", "said", "yes")) == ["Helen Doyle", "Peter Marsh"]


def test_a_german_is_no_man() -> None:
    text = "So did German Chancellor Ingrid Vell. Her office said no."
    assert names(text, ("Her office", "said", "no")) == ["Ingrid Vell's office"]


def test_accents_make_no_second_person() -> None:
    text = "President Recep Çelik came. Celik said no."
    assert names(text, ("Celik", "said", "no")) == ["Recep Çelik"]


def test_a_name_that_no_list_has_is_a_woman_where_her_follows() -> None:
    text = "Xanvi Torrel sold her house to Peter Marsh. She said no."
    assert names(text, ("She", "said", "no")) == ["Xanvi Torrel"]


def test_a_headline_in_capitals_is_no_name() -> None:
    text = "New Tension Grows After Harbour Flood Kills Dozens\n\nShe denied the claim."
    assert names(text, ("She", "denied", "the claim")) == [None]


def test_nobody_stays_nobody() -> None:
    assert names("Not everyone said no.", ("Not everyone", "said", "no")) == [None]


def test_every_weight_has_a_feature_and_the_nearer_of_two_equals_wins() -> None:
    text = "Peter Marsh came. It rained. Jan Korda came. He left."
    article = article_of(text)
    directory = Directory(find_names(text, article.sentences), text)
    antecedents = Antecedents(text, article.sentences, directory)
    (near, features), (far, _) = antecedents.candidates(True, text.index("He left"))
    assert (near.name, far.name, len(features)) == ("Jan Korda", "Peter Marsh", len(WEIGHTS))
    best = antecedents.best(True, text.index("He left"))
    assert best is not None
    assert best.name == "Jan Korda"


_NAMES = ["Ana", "Bell", "U.S.", "PG&E", "Ministry", "The", "She"]
_WORDS = ["mayor", "the", "of", "and", "he", "report", "both", "former", "who", "said", "statement", "its", "their"]
_SIGNS = [",", ".", "(", ")", "’s", "'", "3,000", "“", "”", "—", "\n"]
_PIECES = st.sampled_from([*_NAMES, *_WORDS, *_SIGNS])


@given(st.lists(_PIECES, min_size=3, max_size=25), st.data())
def test_no_wording_of_a_source_breaks_the_reading(pieces: list[str], data: st.DataObject) -> None:
    text = " ".join(pieces) + " said no."
    article = article_of(text, ((0, len(text)),))
    start = data.draw(st.integers(0, len(text) - 10))
    end = data.draw(st.integers(start + 1, len(text) - 9))
    words = text[start:end]
    (speaker,) = speakers(article.text, (words, "said", "no")) if words.strip() else (None,)
    assert speaker is None or (speaker.name is None) <= (speaker.role is None)


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("Magistrate Olga Brandt fined Petra Lund. She told the court that she paid", "She", "Petra Lund"),
        ("Justice Helen Moor jailed Karen Ashby. Before that, she told the jury it was late", "she", "Karen Ashby"),
        ("Judge Peter Vane heard Tom Lusk. He told the judge he had slept", "He", "Tom Lusk"),
        ("Mayor Peter Marsh led Karl Vey out. He told Marsh it was late", "He", "Karl Vey"),
    ],
)
def test_who_hears_it_does_not_say_it(text: str, source: str, name: str) -> None:
    assert names(f"{text}.", (source, "told", text.split(" told ")[1])) == [name]


def test_a_judge_who_tells_nobody_can_be_she() -> None:
    text = "Judge Olga Brandt fined Petra Lund. She said the money was owed."
    assert names(text, ("She", "said", "the money was owed")) == ["Olga Brandt"]


@pytest.mark.parametrize("meeting", ["met", "spoke with", ", the mayor, met", "has held talks with"])
def test_of_two_men_who_met_neither_is_guessed(meeting: str) -> None:
    text = f"Peter Marsh {meeting} Karl Vey in Torm. He said it went well.".replace(" ,", ",")
    (speaker,) = speakers(text, ("He", "said", "it went well"))
    assert (speaker.name, speaker.type) == (None, "person")


def test_of_two_men_who_met_the_one_who_spoke_goes_on() -> None:
    text = "Peter Marsh said no. Marsh met Karl Vey in Torm. He said it went well."
    assert names(text, ("Peter Marsh", "said", "no"), ("He", "said", "it went well"))[1] == "Peter Marsh"


def test_a_form_of_address_tells_more_than_a_given_name() -> None:
    text = "Jo Sellick and Robin Toll ran. Mrs Toll had the votes, Mr Sellick the money. He said no. She said yes."
    assert names(text, ("He", "said", "no"), ("She", "said", "yes")) == ["Jo Sellick", "Robin Toll"]


def test_a_brother_is_mr_and_whoever_is_called_so() -> None:
    text = "Odalys Brenk and her brother, Tarn Brenk, met. Ms Brenk said no. Mr Brenk said yes. Her brother said maybe."
    said_so = (("Ms Brenk", "said", "no"), ("Mr Brenk", "said", "yes"), ("Her brother", "said", "maybe"))
    assert names(text, *said_so) == ["Odalys Brenk", "Tarn Brenk", "Tarn Brenk"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Corin Vale came with his wife, Ysolde Vale. His wife said no.", "Ysolde Vale"),
        ("Jan Korda's wife, Mira Korda, stayed. Peter Vale sat down. His wife said no.", "Peter Vale's wife"),
        ("Peter Vale and his wife, Ysolde Vale, came. Jan Korda left. His wife said no.", "Jan Korda's wife"),
    ],
)
def test_a_relative_introduced_by_name_is_that_name(text: str, name: str) -> None:
    assert names(text, ("His wife", "said", "no")) == [name]


def test_somebodys_cousin_is_not_the_one_just_named() -> None:
    text = "Magnus Ohrle and his cousin, Sverre Ohrle, fish. Sverre Ohrle left. His cousin said no."
    assert names(text, ("His cousin", "said", "no")) == ["Sverre Ohrle's cousin"]


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("Elizabeth Marrow, 19, won. Her mother, Ana, cried. Lizzie said no.", "Lizzie", "Elizabeth Marrow"),
        ("Theodore Quist won. Teddy said no.", "Teddy", "Theodore Quist"),
        ("Robert Vale met Bob Hale. Bob said no.", "Bob", "Bob Hale"),
        ("Raymond Vale met Jo Ray. Ray said no.", "Ray", "Jo Ray"),
        ("Karl Rudd asked Detective Inspector Mona Rudd. DI Rudd said no.", "DI Rudd", "Mona Rudd"),
        ("Police Constable Ivo Lamb met Ada Lamb. PC Lamb said no.", "PC Lamb", "Ivo Lamb"),
        ("The Torm Teachers' Association (TTA) met. The TTA said no.", "The TTA", "Torm Teachers' Association"),
        ("The Torm Women's League met. The league said no.", "The league", "Torm Women's League"),
        ("The Velm Nurses’ Federation met. The union said no.", "The union", "Velm Nurses’ Federation"),
        ("The Torm Federation met the Velm Association. The union said no.", "The union", "union"),
        ("Quell Airways cut flights. The airline said no.", "The airline", "Quell Airways"),
        ("Velmora's Bank Council met. The council said no.", "The council", "Bank Council"),
    ],
)
def test_short_forms_are_the_name_in_full(text: str, source: str, name: str) -> None:
    assert names(text, (source, "said", "no")) == [name]
