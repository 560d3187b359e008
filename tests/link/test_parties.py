"""If two people are made one, the ledger has a man contradict himself with another's words."""

import json
from itertools import cycle, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.errors import UsageError
from counterclaim.link import bodies, names, places
from counterclaim.link.mentions import Features, Mention, describe, mentions
from counterclaim.link.name_lists import NameList, read_name_list
from counterclaim.link.parties import compare, groups, keys, link_all, link_parties
from counterclaim.link.party_records import party_of_statements, party_records, served
from counterclaim.records import Speaker, SpeakerType, content_id
from counterclaim.records.document import new_document
from counterclaim.records.links import CaseArticle, Party
from counterclaim.records.statement import new_statement
from evaluation import identity

Who = tuple[str, str, SpeakerType, str | None]
"""How a source stands in the text, and the speaker's name, type and role."""


def article(text: str, *said: Who, day: str | None = None) -> CaseArticle:
    """An article in which each of ``said`` says the words after its source, up to the full stop."""
    document = new_document(text, published=day)
    statements = []
    at = 0
    for source, name, kind, role in said:
        start = text.index(source, at)
        end = start + len(source)
        at = text.index(".", end) if "." in text[end:] else len(text)
        speaker = Speaker(id=content_id("party", document=document.id, name=name), name=name, type=kind, role=role)
        statements.append(
            new_statement(
                document.id,
                text,
                source=((start, end),),
                cue=(),
                content=((end + 1, at),),
                kind="indirect",
                confidence=1.0,
                speaker=speaker,
            )
        )
    return CaseArticle(document=document, text=text, statements=tuple(statements))


def person(name: str, *, role: str | None = None, text: str | None = None, day: str | None = None) -> CaseArticle:
    return article(text or f"{name} said that it held.", (name, name, "person", role), day=day)


def body(name: str, text: str | None = None) -> CaseArticle:
    return article(text or f"The {name} said that it held.", (name, name, "organisation", None))


def speakers(*articles: CaseArticle, listed: NameList | None = None) -> list[Mention]:
    """All mentions; articles of one text are told apart by a number before it."""
    found: list[Mention] = []
    for number, one in enumerate(articles):
        document = new_document(f"{number}", published=one.document.published)
        fresh = CaseArticle(document=document, text=one.text, statements=one.statements)
        found += [_renamed(mention, f"{number} {mention.id}") for mention in mentions(fresh, listed)]
    return found


def _renamed(mention: Mention, id_: str) -> Mention:
    return Mention(**{field: getattr(mention, field) for field in mention.__struct_fields__} | {"id": id_})


def named(*articles: CaseArticle, listed: NameList | None = None) -> list[list[str]]:
    """The names in each group, sorted."""
    items = speakers(*articles, listed=listed)
    by_id = {mention.id: mention for mention in items}
    return sorted(sorted(by_id[id_].name for id_ in group) for group in link_parties(items))


def records(*articles: CaseArticle, listed: NameList | None = None) -> dict[str, Party]:
    items = speakers(*articles, listed=listed)
    found = party_records(items, link_parties(items), listed)
    return {party.name: party for party in found}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Muammar al-Gaddafi", "Moammar Qadhafi"),
        ("Volodymyr Zarensky", "Volodymyr Zarenskyy"),
        ("Mohammed Mursi", "Mohamed Morsi"),
        ("Bob Marsh", "Robert Marsh"),
        ("Prof. Ana Bell", "Ana Bell"),
        ("José Núñez", "Jose Nunez"),
        ("Ana M. Bell", "Ana Bell"),
        ("A. Bell", "Ana Bell"),
        ("Bell", "Ana Bell"),
        ("Ramón Vega Pinto", "Ramón Vega"),
        ("Chen Tao Ming", "Chen"),
        ("Katrin Oberhausser", "Katrin Oberhauser"),
    ],
)
def test_one_person_under_two_names_is_one_party(one: str, other: str) -> None:
    assert named(person(one), person(other)) == [sorted([one, other])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Bell", "Jon Bell"),
        ("Eric Marsh", "Erica Marsh"),
        ("Jan Korda", "Jana Korda"),
        ("George W. Marsh", "George H. Marsh"),
        ("Anna Gates", "Anna Kates"),
        ("Marta Moran", "Marta Marino"),
        ("Hanson", "Peter Hansen"),
    ],
)
def test_two_people_of_like_names_are_kept_apart(one: str, other: str) -> None:
    assert named(person(one), person(other)) == sorted([[one], [other]])


def test_a_surname_of_two_people_joins_neither_and_isnt_one_person_itself() -> None:
    found = named(person("Ana Bell"), person("Jon Bell"), person("Bell"), person("Bell"))
    assert found == [["Ana Bell"], ["Bell"], ["Bell"], ["Jon Bell"]]


def test_a_title_tells_whose_surname_it_is() -> None:
    found = named(
        person("Ana Bell", text="Ana Bell, a spokeswoman, said that it held.", role="spokeswoman"),
        person("Jon Bell", text="Mr Jon Bell said that it held."),
        person("Bell", text="Mrs Bell said that it held."),
    )
    assert found == [["Ana Bell", "Bell"], ["Jon Bell"]]


def test_pronouns_that_were_resolved_tell_whose_surname_it_is() -> None:
    text = "Bell came. He said that it held."
    he = article(text, ("He", "Bell", "person", None))
    found = named(person("Ana Bell", role="chairwoman"), person("Jon Bell", role="chairman"), he)
    assert found == [["Ana Bell"], ["Bell", "Jon Bell"]]


def test_a_role_tells_whose_surname_it_is() -> None:
    found = named(
        person("Ana Bell", role="harbour engineer"),
        person("Jon Bell", role="finance minister"),
        person("Bell", role="the finance minister"),
    )
    assert found == [["Ana Bell"], ["Bell", "Jon Bell"]]


def test_ministries_of_two_countries_are_two_even_where_one_is_named_without_its_country() -> None:
    found = named(
        body("Interior Ministry", "Norland's Interior Ministry said that it held."),
        body("Interior Ministry", "The Interior Ministry of Velmora said that it held."),
        body("Interior Ministry"),
        body("Interior Ministry"),
    )
    assert found == [["Interior Ministry"]] * 4


def test_a_ministry_without_country_is_the_only_one_of_that_name() -> None:
    found = named(
        body("Interior Ministry", "Norland's Interior Ministry said that it held."),
        body("Norlandish Interior Ministry"),
        body("Ministry of the Interior"),
    )
    assert found == [["Interior Ministry", "Ministry of the Interior", "Norlandish Interior Ministry"]]


def test_capitals_and_adjectives_stand_for_their_country() -> None:
    found = named(
        body("Foreign Ministry", "The Foreign Ministry in Tehran said that it held."),
        body("Iranian Foreign Ministry"),
        body("Foreign Ministry", "The Foreign Ministry in Paris said that it held."),
        body("Foreign Ministry", "France's Foreign Ministry said that it held."),
    )
    assert len(found) == 2


def test_a_ministry_in_an_article_about_another_country_isnt_joined() -> None:
    about = "Italy said little. Italian farmers wait. In Italy, the Health Ministry said that it held."
    found = named(body("German Health Ministry"), body("Health Ministry", about))
    assert found == [["German Health Ministry"], ["Health Ministry"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("TRB", "Torm River Board"),
        ("Vantor", "Vantor Motors Inc."),
        ("Ministry of Health", "Health Ministry"),
        ("U.S. Department of Labor", "US Labor Department"),
        ("Vantor N.V.", "the Vantor company"),
        ("Norland", "Norlandish government"),
    ],
)
def test_one_body_under_two_names_is_one_party(one: str, other: str) -> None:
    assert named(body(one), body(other)) == [sorted([one, other])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bank of Norland", "Bank of Velmora"),
        ("National Grain Board", "National Water Board"),
        ("Singapore", "Singapore Grain Board"),
        ("Torm Police", "Torm Times"),
        ("Air Force", "Royal Air Force"),
        ("Berlin", "Berlin police"),
    ],
)
def test_bodies_that_share_words_are_kept_apart(one: str, other: str) -> None:
    assert named(body(one), body(other)) == sorted([[one], [other]])


def test_initials_in_brackets_are_learnt_from_the_article() -> None:
    text = "Torvane Lines (TVL) sails again. TVL said that it held."
    found = named(article(text, ("TVL said", "TVL", "organisation", None)), body("Torvane Lines"))
    assert found == [["TVL", "Torvane Lines"]]


def test_nobody_who_isnt_named_is_the_same_in_two_articles() -> None:
    found = named(
        article("An official said that it held.", ("An official", "official", "unnamed", None)),
        article("An official said that it fell.", ("An official", "official", "unnamed", None)),
        article("The company said it fell.", ("The company", "company", "organisation", None)),
        article("The company said it held.", ("The company", "company", "organisation", None)),
        article("Residents of Torm said no.", ("Residents of Torm", "Residents of Torm", "group", None)),
        article("Residents of Torm said yes.", ("Residents of Torm", "Residents of Torm", "group", None)),
    )
    assert [len(group) for group in found] == [1] * 6


def test_an_unnamed_source_of_reprinted_words_is_one() -> None:
    words = "A harbour official said that nobody had looked at the gate for a year."
    one = article(words, ("A harbour official", "harbour official", "unnamed", None))
    other = article(f"Copied. {words}", ("A harbour official", "harbour official", "unnamed", None))
    assert named(one, other) == [["harbour official", "harbour official"]]


def test_a_statement_without_a_name_makes_no_party() -> None:
    text = "It was said that it held."
    document = new_document(text)
    statement = new_statement(
        document.id, text, source=(), cue=(), content=((12, 24),), kind="indirect", confidence=1.0
    )
    assert mentions(CaseArticle(document=document, text=text, statements=(statement,))) == ()


def test_a_spokeswoman_and_her_ministry_are_two_parties_that_can_be_counted_together() -> None:
    found = records(
        person("Ana Bell", role="spokeswoman for the Interior Ministry in Norland"),
        body("Interior Ministry", "Norland's Interior Ministry said that it held."),
        body("Norlandish government"),
    )
    ministry = found["Norland's Interior Ministry"]
    assert found["Ana Bell"].speaks_for == ministry.id != found["Ana Bell"].id
    assert ministry.speaks_for == found["Norlandish government"].id


def test_a_minister_isnt_given_another_countrys_ministry() -> None:
    text = "Velmora's Interior Ministry and Jon Marsh said that it held."
    found = records(
        article(
            text,
            ("Interior Ministry", "Interior Ministry", "organisation", None),
        ),
        person("Jon Marsh", role="interior minister of Norland"),
        person("Jon Marsh", role="Interior Minister"),
    )
    assert found["Jon Marsh"].speaks_for is None


def test_parliaments_and_courts_dont_speak_for_their_government() -> None:
    found = records(body("Norlandish parliament"), body("Norlandish Supreme Court"), body("Norlandish government"))
    assert [party.speaks_for for party in found.values()] == [None, None, None]


@pytest.mark.parametrize(
    "role", ["founding president of Vantor", "former head of Vantor", "engineer at Vantor", "critic of Vantor"]
)
def test_who_only_worked_there_doesnt_speak_for_a_body(role: str) -> None:
    assert served(role, alone=True) == [] or served(role, alone=True)[0].core != ("vantor",)


def test_an_office_speaks_for_whom_it_belongs_to() -> None:
    office = article("Bell's office said that it held.", ("Bell's office", "Bell's office", "organisation", None))
    found = records(person("Ana Bell"), office)
    assert found["Bell's office"].speaks_for == found["Ana Bell"].id


def test_roles_are_dated_by_the_articles_that_give_them() -> None:
    found = records(
        person("Ana Bell", role="mayor", day="2019-03-02"),
        person("Ana Bell", role="mayor", day="2019-01-04"),
        person("Ana Bell", role="governor", day="2020-06-01"),
        person("Ana Bell", role="engineer"),
    )["Ana Bell"]
    assert [(r.role, r.first, r.last) for r in found.roles] == [
        ("mayor", "2019-01-04", "2019-03-02"),
        ("governor", "2020-06-01", "2020-06-01"),
        ("engineer", None, None),
    ]


def test_every_statement_of_a_named_speaker_has_one_party() -> None:
    text = "Ana Bell said that it held. The Torm Board said that it fell."
    one = article(text, ("Ana Bell", "Ana Bell", "person", None), ("Torm Board", "Torm Board", "organisation", None))
    items = mentions(one)
    placed = party_of_statements(party_records(items, link_parties(items)))
    assert set(placed) == {s.id for s in one.statements}
    assert len(set(placed.values())) == 2


# A list of names


def test_listed_aliases_join_a_party_and_name_it(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text(
        "name,aliases,type,country,id\nAna Bell,The Heron;Anna Bellova,person,,p1\nTorm Board,,organisation,,\n"
    )
    listed = read_name_list(path)
    found = records(person("The Heron"), person("Anna Bellova"), body("Torm Board"), listed=listed)
    assert set(found) == {"Ana Bell", "Torm Board"}
    assert {alias.name for alias in found["Ana Bell"].aliases} == {"The Heron", "Anna Bellova"}


def test_listed_apart_is_apart(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text("name,id\nAna Bell,p1\nAnna Bell,p2\n")
    listed = read_name_list(path)
    assert named(person("Ana Bell"), person("Anna Bell"), listed=listed) == [["Ana Bell"], ["Anna Bell"]]


def test_bad_rows_of_a_csv_are_kept_with_reasons(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text(
        "name,aliases,type,country,id\n,x,person,,\nAna,,robot,,\nBo,,person,,1\nCy,,person,,1\nDi,,,,,,,9\n"
    )
    found = read_name_list(path)
    assert [entry.name for entry in found.entries] == ["Bo"]
    assert [(bad.row, bad.reason) for bad in found.set_aside] == [
        (2, "no name"),
        (3, "type is “robot”, not person, organisation or group"),
        (5, "the id 1 stands in an earlier row"),
        (6, "more fields than columns"),
    ]


def test_followthemoney_entities_are_read_and_bad_lines_kept(tmp_path: Path) -> None:
    path = tmp_path / "names.jsonl"
    good = {
        "id": "x1",
        "schema": "Person",
        "properties": {"name": ["Ana Bell"], "alias": ["The Heron"], "weakAlias": ["AB"], "position": ["mayor"]},
    }
    lines = [
        json.dumps(good),
        "{",
        '{"schema": "Vessel", "properties": {"name": ["Gull"]}}',
        "",
        '{"schema": "Person"}',
    ]
    path.write_text("\n".join(lines))
    found = read_name_list(path)
    (entry,) = found.entries
    assert (entry.name, entry.aliases, entry.positions) == ("Ana Bell", ("The Heron", "AB"), ("mayor",))
    assert [bad.row for bad in found.set_aside] == [2, 3, 5]


def test_a_name_of_two_entries_is_nobodys(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text("name,aliases,id\nAna Bell,The Heron,1\nJon Marsh,The Heron,2\n")
    assert read_name_list(path).find("The Heron") is None


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"title,alias\nx,y\n"])
def test_a_file_that_is_no_list_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "names.csv"
    path.write_bytes(content)
    with pytest.raises(UsageError):
        read_name_list(path)


# The contract that linking one article more gives what linking all from scratch gives

_PEOPLE = [
    "Ana Bell",
    "Anna Bell",
    "Jon Bell",
    "J. Bell",
    "Jonathan Bell",
    "Bell",
    "Mr Bell",
    "Mrs Bell",
    "Muammar Gaddafi",
    "Qadhafi",
    "Moammar al-Qadhafi",
    "Bob Marsh",
    "Robert Marsh",
    "Robert P. Marsh",
    "Robert Q. Marsh",
    "Marsh",
    "Ramón Vega Pinto",
    "Ramon Vega",
    "Vega",
    "Vantor",
]
_BODIES = [
    "Interior Ministry",
    "Norlandish Interior Ministry",
    "Velmora's Interior Ministry",
    "Interior Ministry in Torm",
    "Torm River Board",
    "TRB",
    "Vantor",
    "Vantor Motors",
    "Vantor Records",
    "Norland",
    "Norlandish government",
    "the company",
    "Bell's office",
    "Ana Bell's office",
]
_SPEAKERS = st.one_of(
    st.builds(person, st.sampled_from(_PEOPLE), role=st.sampled_from([None, "interior minister", "chairwoman"])),
    st.builds(body, st.sampled_from(_BODIES)),
)
_CASES = st.lists(_SPEAKERS, min_size=1, max_size=12)


@given(_CASES, st.randoms(use_true_random=False))
def test_the_order_of_articles_changes_no_party(case: list[CaseArticle], random) -> None:  # type: ignore[no-untyped-def]
    items = speakers(*case)
    mixed = list(items)
    random.shuffle(mixed)
    assert link_parties(mixed) == link_parties(items)


@given(_CASES)
def test_adding_articles_one_by_one_gives_what_all_at_once_gives(case: list[CaseArticle]) -> None:
    items = speakers(*case)
    by_key: dict[str, list[Mention]] = {}
    links = []
    for mention in items:
        near = {o.features.id: o for key in keys(mention.features) for o in by_key.get(key, ())}
        links += [link for other in near.values() if (link := compare(mention.features, other.features))]
        for key in keys(mention.features):
            by_key.setdefault(key, []).append(mention)
    assert groups(items, links) == link_parties(items)


@given(_CASES)
def test_a_component_is_resolved_by_itself(case: list[CaseArticle]) -> None:
    items = speakers(*case)
    far = speakers(person("Wilhelmina Strozzi"), person("Strozzi"), body("Quill Society"))
    far = [_renamed(mention, f"far {mention.id}") for mention in far]
    together = link_parties([*items, *far])
    assert sorted([*link_parties(items), *link_parties(far)]) == together


@given(_CASES)
def test_comparing_is_symmetric_and_what_is_linked_shares_a_key(case: list[CaseArticle]) -> None:
    features = [mention.features for mention in speakers(*case)]
    for one in features:
        for other in features:
            link = compare(one, other)
            assert link == compare(other, one)
            assert link is None or one.id == other.id or keys(one) & keys(other)


@given(_CASES)
def test_every_speaker_stands_in_one_group(case: list[CaseArticle]) -> None:
    items = speakers(*case)
    held = [id_ for group in link_parties(items) for id_ in group]
    assert sorted(held) == sorted(mention.id for mention in items)


@given(st.text(max_size=60), st.sampled_from(["person", "organisation", "group", "unnamed"]))
def test_no_name_breaks_the_linking(name: str, kind: SpeakerType) -> None:
    features = describe(name, kind)
    link = compare(features, describe("Ana Bell", "person"))
    assert isinstance(keys(features), frozenset)
    assert link is None or 0 < link.strength <= 1


def test_many_people_are_linked_without_comparing_all_with_all(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = 0
    relation = names.relation

    def counted(one: names.PersonName, other: names.PersonName) -> float:
        nonlocal calls
        calls += 1
        return relation(one, other)

    monkeypatch.setattr(names, "relation", counted)
    letters = "bdfgklmnprstv"
    surnames = [f"{a}o{b}a{c}i{d}u" for a in letters for b in letters for c in "klmt" for d in "nr"]
    features = [
        describe(f"{given_} {surname.capitalize()}", "person")
        for given_, surname in zip(cycle(["Ana", "Jon", "Olga", "Pavel", "Rut", "Sam", "Tove"]), surnames, strict=False)
    ]
    assert len(features) > 1000
    link_all(features)
    assert calls < 20 * len(features)  # all with all would be 676 for each


def test_a_places_adjective_and_name_have_one_key() -> None:
    for words in [("Dutch", "Netherlands", "The Hague"), ("Velmora", "Velmoran"), ("U.S.", "American", "Washington")]:
        assert len({places.key(word) for word in words}) == 1
    assert all(places.key(a) != places.key(b) for a, b in pairwise(["Iran", "Iraq", "Niger", "Nigeria", "Norland"]))


def test_the_measures_of_identity_are_those_of_a_worked_example() -> None:
    gold, found = [["a", "b", "c"], ["d"]], [["a", "b"], ["c", "d"]]
    b_cubed = identity.b_cubed(found, gold)
    assert b_cubed.precision == pytest.approx((1 + 1 + 0.5 + 0.5) / 4)
    assert b_cubed.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    lea = identity.lea(found, gold)
    assert lea.precision == pytest.approx((2 * 1 + 2 * 0) / 4)
    assert lea.recall == pytest.approx((3 * (1 / 3) + 1 * 0) / 4)


@pytest.mark.skipif(not identity.MEANTIME.exists(), reason="the shared data with MEANTIME isn't there")
def test_parties_on_meantime_are_as_good_as_promised() -> None:
    texts, gold = identity.read()
    assert identity.b_cubed(identity.system(texts, gold), identity.chains(gold)).f1 >= 0.85


def test_a_surname_and_two_words_without_a_given_name_link_the_same_either_way() -> None:
    collins, ben = (
        Features(person=names.PersonName(None, (), "collins"), body=bodies.parse("Collins"), male=False),
        Features(person=names.PersonName(None, (), "ben collins"), roles=("news", "reporter")),
    )
    assert compare(collins, ben) == compare(ben, collins)
