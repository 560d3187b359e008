"""If copies are not seen, five reprints of one report count as five sources that confirm it."""

import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.config import Config
from counterclaim.flow import Unread, analyse_sources
from counterclaim.link.origins import compare, features, groups, keys, link_origins, links_among
from counterclaim.records.links import CaseArticle, OriginLink
from tests.link.making_origins import FURNITURE, OTHER, REWRITE, WIRE, article

DEMO = Path(__file__).resolve().parents[2] / "demo" / "articles"
PARAGRAPHS = WIRE.strip().split("\n\n")


def link(one: CaseArticle, other: CaseArticle) -> OriginLink | None:
    """The link as it would be found: through a shared key, then by comparing."""
    first, second = features(one), features(other)
    return compare(first, second) if keys(first) & keys(second) else None


def reworded(text: str, every: int) -> str:
    words = text.split(" ")
    return " ".join(f"{word}x" if place % every == every - 1 else word for place, word in enumerate(words))


COPIES = {
    "curly marks": (re.sub(r'"([^"]+)"', r"“\1”", WIRE).replace("'", "’"), "exact"),
    "capitals and line breaks": (WIRE.upper().replace("\n\n", "\n").replace("(HALYARD)", "(Halyard)"), "exact"),
    "headline and furniture": ("A pier that moves\n\n" + WIRE + FURNITURE, "exact"),
    "paragraphs in another order": ("\n\n".join(reversed(PARAGRAPHS)), "near"),
    "one word in fifteen changed": (reworded(WIRE, 15), "near"),
    "cut from below": ("\n\n".join(PARAGRAPHS[:3]), "contained"),
    "cut here and there": ("\n\n".join(PARAGRAPHS[1::2]), "contained"),
    "its middle in a longer article": (OTHER + "\n\n".join(PARAGRAPHS[1:5]), "contained"),
}


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_is_found_however_it_was_dressed(name: str) -> None:
    text, kind = COPIES[name]
    found = link(article(WIRE, "Halyard"), article(text, "Skerry Sound Herald"))
    assert found is not None
    assert found.kind == kind
    assert found.share > 0.4


def test_passages_are_the_same_words_in_both_texts() -> None:
    one, other = article(WIRE, "Halyard"), article(COPIES["cut here and there"][0], "Aldmoor Gazette")
    found = link(one, other)
    assert found is not None
    texts = {one.document.id: one.text, other.document.id: other.text}
    for passage in found.passages:
        here, there = texts[found.one][slice(*passage.one)], texts[found.other][slice(*passage.other)]
        assert re.findall(r"\w+", here.casefold()) == re.findall(r"\w+", there.casefold())
    assert {passage.one for passage in found.passages} != set()


def test_furniture_of_one_publisher_ties_nothing() -> None:
    pages = [article(text + FURNITURE, "Skerry Sound Herald") for text in (WIRE, OTHER)]
    assert link(*pages) is None
    assert [len(group.documents) for group in link_origins(pages)] == [1, 1]


def test_a_shared_list_of_headlines_is_no_copy() -> None:
    names = " ".join(
        f"Mayor Tarasko opens bridge Nr{place} Velimost council budget vote harbour" for place in range(30)
    )
    first, second = (f"{text}\n{names}." for text in (PARAGRAPHS[1], OTHER.split("\n\n")[0]))
    assert link(article(first, "Velimost Leader"), article(second, "Aldmoor Gazette")) is None


def test_background_that_one_paper_repeats_is_no_copy() -> None:
    background = "\n\n".join(PARAGRAPHS[4:6])
    first, second = f"{PARAGRAPHS[0]}\n\n{background}", f"{OTHER}\n\n{background}"
    assert link(article(first, "Ostrel Tribune"), article(second, "Aldmoor Gazette")) is not None
    later = article(second, "Ostrel Tribune", published="2024-05-02")
    assert link(article(first, "Ostrel Tribune"), later) is None


def test_a_rewrite_with_the_same_quotations_is_one_origin() -> None:
    found = link(article(WIRE, "Halyard"), article(REWRITE, "Aldmoor Gazette"))
    assert found is not None
    assert found.kind == "quotes"
    assert len(found.passages) >= 2


def test_quotations_weigh_only_where_they_come_from_one_occasion() -> None:
    wire = article(WIRE, "Halyard")
    assert link(wire, article(REWRITE, "Aldmoor Gazette", published="2025-01-20")) is None


def test_a_slogan_that_everybody_carries_ties_nothing() -> None:
    slogan = '"No friends of the harbour," Maren Tolliver said.'
    assert link(article(f"{OTHER}\n{slogan}"), article(f"{REWRITE}\n{slogan}", "Aldmoor Gazette")) is None


def test_ten_words_of_another_speaker_are_not_the_same_statement() -> None:
    shared = '"The town will have its answer before the end of the week," {} said.'
    first, second = (
        f"{text}\n{shared.format(name)}" for text, name in (("", "Maren Tolliver"), ("", "Ilse Brandauer"))
    )
    tail = "Nobody in the hall had asked for more, and the meeting was closed before the rain began to fall again."
    one, other = article(first + tail, "Ostrel Tribune"), article(second + tail[::-1], "Aldmoor Gazette")
    assert link(one, other) is None
    same = article(second + tail[::-1], "Aldmoor Gazette", speaker="Mrs Tolliver")
    found = link(one, same)
    assert found is not None
    assert found.kind == "quotes"


def test_the_same_credit_and_much_the_same_words_are_one_origin() -> None:
    lead = f"{PARAGRAPHS[0].partition(' - ')[2]} {PARAGRAPHS[4].partition('.')[0]}."
    own = [
        f"{lead}\n\n{text}"
        for text in (PARAGRAPHS[5] + " " + PARAGRAPHS[6], OTHER.split("\n\n")[2] + " " + OTHER.split("\n\n")[3])
    ]
    papers = ("Ostrel Tribune", "Drusnik Post")
    credited = [article(f"{text}\n\n(Halyard)", paper) for text, paper in zip(own, papers, strict=True)]
    found = link(*credited)
    assert found is not None
    assert found.kind == "credited"
    assert link(*(article(text, paper) for text, paper in zip(own, papers, strict=True))) is None


def test_told_the_same_agency_is_not_the_same_story() -> None:
    first = WIRE.replace("(Halyard) ", "").replace("Henrik Oulie said", "Henrik Oulie told the Halyard agency")
    second = OTHER.replace("Ilse Brandauer said", "Ilse Brandauer told the Halyard agency")
    assert link(article(first), article(second, "Aldmoor Gazette")) is None


def test_a_group_is_in_order_of_publication_and_names_its_agency() -> None:
    wire = article(WIRE, "Halyard", published="2024-03-09")
    cut = article(COPIES["cut from below"][0], "Skerry Sound Herald", published="2024-03-10")
    rewrite = article(REWRITE, "Aldmoor Gazette", published="2024-03-12")
    other = article(OTHER, "Drusnik Post", published="2024-03-08")
    found = link_origins([rewrite, cut, other, wire])
    assert [group.documents for group in found] == [
        (other.document.id,),
        (wire.document.id, cut.document.id, rewrite.document.id),
    ]
    assert [group.origin for group in found] == [None, "Halyard"]


def test_two_reports_are_not_one_because_a_third_quotes_from_both() -> None:
    speech = '"{} and we will say so again in every town along this river until somebody listens," {} said.'
    first = speech.format("The pier was never safe", "Maren Tolliver")
    second = (
        speech.format("The apples rot where they lie", "Ilse Brandauer")
        .replace("river", "road")
        .replace("say so again in every town", "drive there with every tractor we own")
    )
    one = article(f"{first}\n{PARAGRAPHS[1]}", "Ostrel Tribune")
    both = article(f"{second}\n{first}", "Aldmoor Gazette")
    two = article(f"{second}\n{OTHER.split(chr(10))[0]}", "Drusnik Post")
    found = link_origins([one, both, two])
    assert link(one, two) is None
    assert link(one, both) is not None
    assert link(both, two) is not None
    assert sorted(len(group.documents) for group in found) == [1, 2]


SENTENCES = [sentence for text in (WIRE, OTHER, REWRITE) for sentence in re.split(r"(?<=[.”\"’])\s+", text) if sentence]
ARTICLES = st.builds(
    lambda places, publisher, day: article("\n".join(SENTENCES[place] for place in places), publisher, day),
    st.lists(st.integers(0, len(SENTENCES) - 1), min_size=1, max_size=9),
    st.sampled_from(["Ostrel Tribune", "Aldmoor Gazette", "Drusnik Post"]),
    st.sampled_from(["2024-03-09", "2024-03-11", "2024-06-01", None]),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(ARTICLES, max_size=9), st.integers(0, 2**32))
def test_groups_are_the_same_in_any_order_and_one_by_one(case: list[CaseArticle], seed: int) -> None:
    shuffled = case.copy()
    random.Random(seed).shuffle(shuffled)
    assert link_origins(case) == link_origins(shuffled)

    items = [features(one) for one in case]
    everything = {(found.one, found.other): found for one in items for other in items if (found := compare(one, other))}
    by_index = {(found.one, found.other): found for found in links_among(items)}
    assert by_index.items() <= everything.items()
    assert all(compare(one, other) == compare(other, one) for one in items for other in items)


@settings(max_examples=40, deadline=None)
@given(st.lists(ARTICLES, min_size=1, max_size=9))
def test_a_new_article_touches_only_the_groups_that_it_links_to(case: list[CaseArticle]) -> None:
    items = [features(one) for one in case]
    before = groups(items[:-1], links_among(items[:-1]))
    links = list(links_among(items))
    touched = {items[-1].id} | {name for found in links for name in (found.one, found.other)}
    reached = {items[-1].id}
    for _ in items:
        reached |= {name for found in links if {found.one, found.other} & reached for name in (found.one, found.other)}
    untouched = [group for group in before if not set(group.documents) & reached]
    assert untouched == [group for group in groups(items, links) if not set(group.documents) & reached]
    assert reached <= touched


def test_the_demo_s_reprints_cuts_and_rewrites_are_found_and_nothing_else() -> None:
    articles = [
        CaseArticle(document=item.extraction.document, text=item.article.text, statements=item.extraction.statements)
        for item in analyse_sources([str(DEMO)], Config(threads=1))
        if not isinstance(item, Unread)
    ]
    number = {one.document.id: (one.document.file or "")[:2] for one in articles}
    found = {tuple(sorted(number[name] for name in group.documents)): group for group in link_origins(articles)}
    assert len(articles) == 16
    assert sorted(names for names in found if len(names) > 1) == [("03", "04"), ("05", "06", "07", "08")]
    assert found["05", "06", "07", "08"].origin == "Halyard"


def test_a_text_without_prose_is_a_group_of_its_own() -> None:
    found = link_origins([article("Menu", "Ostrel Tribune"), article("Home", "Aldmoor Gazette")])
    assert [len(group.documents) for group in found] == [1, 1]
