"""Linking a whole case: the answer must not depend on the order, nor on how often it was interrupted."""

import random
from pathlib import Path

import msgspec
import pytest

import counterclaim
from counterclaim import flow
from counterclaim.config import Config
from counterclaim.errors import LedgerError
from counterclaim.ledger import Ledger, LinkIndex
from counterclaim.link import link, link_version, links_of, take_in
from counterclaim.records.links import CaseArticle, Links

DEMO = Path(__file__).resolve().parents[2] / "demo" / "articles"


@pytest.fixture(scope="module")
def articles() -> list[CaseArticle]:
    """The articles of the demo about one event, with what was found in them."""
    found = flow.analyse_sources([str(DEMO)], Config())
    return [
        CaseArticle(
            document=one.article.document,
            text=one.article.text,
            statements=one.extraction.statements,
            figures=one.extraction.figures,
        )
        for one in found
        if isinstance(one, flow.Analysed)
    ]


@pytest.fixture(scope="module")
def links(articles: list[CaseArticle]) -> Links:
    return link(articles)


def file_of(articles: list[CaseArticle], document: str) -> str:
    return next((a.document.file or "")[:2] for a in articles if a.document.id == document)


def test_another_order_gives_the_same_answer(articles: list[CaseArticle], links: Links) -> None:
    for seed in range(3):
        turned = list(articles)
        random.Random(seed).shuffle(turned)
        assert link(turned) == links


def test_an_index_on_disk_gives_the_same_answer_and_goes_on_where_it_stopped(
    articles: list[CaseArticle], links: Links, tmp_path: Path
) -> None:
    for some in (articles[:5], articles[5:11], articles[11:]):
        with LinkIndex(tmp_path, link_version()) as index:
            for article in some:
                take_in(article, index)
    with LinkIndex(tmp_path, link_version()) as index:
        assert index.documents() == {article.document.id for article in articles}
        assert links_of(index) == links


def test_an_index_of_another_version_is_made_anew(articles: list[CaseArticle], tmp_path: Path) -> None:
    with LinkIndex(tmp_path, "older") as index:
        take_in(articles[0], index)
    with LinkIndex(tmp_path, link_version()) as index:
        assert index.documents() == set()


def test_a_file_that_is_no_index_is_told_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "links.db").write_bytes(b"not a database, but long enough to be read as one" * 50)
    with pytest.raises(LedgerError, match="Delete this file"):
        LinkIndex(tmp_path, "any")


def test_nothing_gives_nothing() -> None:
    assert link([]) == Links()


def test_every_id_in_the_answer_leads_somewhere(articles: list[CaseArticle], links: Links) -> None:
    documents = {article.document.id for article in articles}
    statements = {s.id for article in articles for s in article.statements}
    figures = {f.id for article in articles for f in article.figures}
    parties = {party.id for party in links.parties}
    assert {d for group in links.origin_groups for d in group.documents} == documents
    for claim in links.claims:
        for position in claim.positions:
            assert position.statement in statements
            assert position.document in documents
            assert position.party is None or position.party in parties
    for series in links.figure_series:
        for value in series.values:
            assert value.figure in figures
            assert value.party is None or value.party in parties
    for party in links.parties:
        assert {s for alias in party.aliases for s in alias.statements} <= statements
        assert party.speaks_for is None or party.speaks_for in parties
    for change in links.changes:
        assert change.party in parties
        assert {change.before, change.after} <= (statements if change.claim else figures)


def test_reprints_of_one_agency_are_one_origin(articles: list[CaseArticle], links: Links) -> None:
    groups = {frozenset(file_of(articles, d) for d in group.documents) for group in links.origin_groups}
    assert frozenset(("05", "06", "07", "08")) in groups


def test_a_claim_that_both_sides_argue_about_is_disputed(articles: list[CaseArticle], links: Links) -> None:
    """The operator denies that it was warned; the mayor and, later, its own chief say that it was."""
    text = {s.id: " ".join(s.text.content) for article in articles for s in article.statements}
    warned = [
        claim
        for claim in links.claims
        if any("was no warning" in text[position.statement] for position in claim.positions)
        and any("We were warned" in text[position.statement] for position in claim.positions)
    ]
    assert [claim.state for claim in warned] == ["disputed"]
    stances = {text[p.statement]: p.stance for p in warned[0].positions}
    assert {stance for words, stance in stances.items() if "no warning" in words} == {"against"}
    assert {stance for words, stance in stances.items() if "We were warned" in words} == {"for"}


def test_the_two_tolls_are_a_dispute(links: Links) -> None:
    tolls = [one for one in links.figure_series if one.measure == "killed" and one.what == "people" and not one.place]
    longest = max(tolls, key=lambda one: len(one.values))
    assert longest.relation == "disputed"
    assert {47.0, 68.0} <= {value.low for value in longest.values}


def test_who_turned_round_is_listed(articles: list[CaseArticle], links: Links) -> None:
    names = {party.id: party.name for party in links.parties}
    assert "Gareth Vossler" in {names[change.party] for change in links.changes if change.claim}


def test_a_case_is_linked_when_it_is_asked_and_only_what_is_new(tmp_path: Path) -> None:
    case = tmp_path / "case"
    seen: list[tuple[int, int]] = []
    with Ledger.create(case) as ledger:
        flow.add(ledger, [str(DEMO / "03-selwen-hydro-press-release.txt")], Config(), run="one")
        flow.link(ledger, each=lambda done, total: seen.append((done, total)))
        flow.add(ledger, [str(DEMO / "05-halyard-dam-footage.txt")], Config(), run="two")
        both = flow.link(ledger, each=lambda done, total: seen.append((done, total)))
        assert seen == [(1, 1), (1, 1)]
        assert flow.link(ledger) == counterclaim.links(ledger) == both
        assert msgspec.json.encode(both) == msgspec.json.encode(flow.link(ledger))
    assert len(both.origin_groups) == 2
