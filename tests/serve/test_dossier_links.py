"""What the page shows across articles: sides, counts, figures, changes, parties, origins, and links both ways."""

import io
import re

import msgspec
import pytest

from counterclaim.errors import UsageError
from counterclaim.ledger import Ledger
from counterclaim.records import Speaker
from counterclaim.records.links import Links, Position
from counterclaim.serve import write_dossier
from counterclaim.serve.dossier import UNFOLDED_ROWS
from tests.serve.making import Counted, Said, add, claim, ferry_case, flood_case, party
from tests.serve.test_dossier import NOON, render


@pytest.fixture
def ferry(tmp_path):
    found = ferry_case(tmp_path / "ferry")
    with found.ledger:
        yield found


@pytest.fixture
def page(ferry):
    return render(ferry.ledger, links=ferry.links)


def short(statement):
    return statement.id[:8]


def claim_text(page, claim):
    return page.text(f"c-{claim.id[:8]}")


def test_without_links_the_page_speaks_of_single_articles_only(ferry):
    page = render(ferry.ledger)
    assert not {"claims", "corroborated", "figures", "changes", "origins"} & set(page.ids)
    assert "Statements by speaker" in page.text("speakers")
    assert not [link for link in page.links if re.match("#[cfgo]-", link)]


def test_the_sections_stand_in_the_order_in_which_a_checker_needs_them(page):
    sections = [given["id"] for tag, given in page.tags if tag == "section"]
    expected = ["unread", "claims", "corroborated", "figures", "changes", "speakers", "origins", "time", "acts"]
    assert sections == [*expected, "articles"]
    targets = [given["href"][1:] for tag, given in page.tags if tag == "a" and given.get("href", "")[1:] in sections]
    assert set(sections) <= set(targets), "each section is in the contents"


def test_a_disputed_claim_shows_who_stands_where(page, ferry):
    text = claim_text(page, ferry.links.claims[0])
    sides = re.fullmatch(
        r"C1 the ferry was overloaded disputed · 2 independent sources for, 1 against · 7 statements · "
        r"3 May 2024 to 8 May 2024 Stands for it 2 independent sources (.*) Is against it 1 independent source (.*) "
        r"Leaves it open (.*) Why these numbers (.*)",
        text,
    )
    assert sides, text
    stands, against, open_, _ = sides.groups()
    assert "Ilse Brandt" in stands
    assert "Jon Verrick asserts said “The ferry was too full,” Inland Echo, 8 May 2024, statement 9" in stands
    assert "Harbour Lines denies" in against
    assert "Ilse Brandt" not in against
    assert "Piet Halm" in open_


def test_a_reprint_is_folded_into_the_source_that_it_copies(page, ferry):
    text = claim_text(page, ferry.links.claims[0])
    assert text.count("1 more statement of the same origin Coast Post, 5 May 2024, statement") == 2
    against = text.split("Is against it")[1].split("Leaves it open")[0]
    assert against.count("the ferry was overloaded.") == 1, "the words of a reprint are not told twice"


def test_every_count_says_what_it_is_made_of_and_what_was_left_out(page, ferry):
    why = claim_text(page, ferry.links.claims[0]).split("Why these numbers")[1]
    counted, left_out = why.split("Not counted:")
    assert "Stands for it, counted: Ilse Brandt, Osk Daily, 4 May 2024, statement 1; origin of 2 articles" in counted
    assert "Jon Verrick, Inland Echo, 8 May 2024, statement 9" in counted
    assert "Is against it, counted: Harbour Lines, Osk Daily, 4 May 2024, statement 2" in counted
    assert "Ilse Brandt, Inland Echo, 8 May 2024, statement 10: its party is counted already" in left_out
    assert "Piet Halm, Inland Echo, 8 May 2024, statement 11: it takes no side" in left_out
    group = ferry.links.origin_groups[0].id[:8]
    assert f"#o-{group}" in page.links


def test_a_denial_that_its_party_gave_up_is_marked_and_not_counted(ferry):
    moved = ferry.links.claims[0].positions
    lines = msgspec.structs.replace(moved[-1], stance="for", party=moved[1].party)
    links = Links(
        origin_groups=ferry.links.origin_groups,
        parties=ferry.links.parties,
        claims=(claim("the ferry was overloaded", (*moved[:-1], lines)),),
    )
    text = claim_text(render(ferry.ledger, links=links), links.claims[0])
    assert "Harbour Lines denies denied given up since" in text
    assert "statement 2: its party has gone over to the other side since" in text
    assert text.startswith("C1 the ferry was overloaded corroborated · 2 independent sources for, 0 against")


def test_a_source_that_is_not_named_is_given_in_the_articles_words(page, ferry):
    text = claim_text(page, ferry.links.claims[1])
    assert "not named: “A man on the quay”" in text
    assert "0 independent sources" in text
    assert "nobody is named, and two unnamed sources may be one" in text


def test_claims_are_sorted_by_state_and_what_is_not_listed_is_counted(page, ferry):
    two_sided, rejected, alone = page.text("claims"), page.text("rejected"), page.text("corroborated")
    assert "the ferry was overloaded" in two_sided
    assert "C2 the coast guard it had slept" in rejected
    assert "No claim was found that two independent sources stand for" in alone
    assert "the bell had rung" in page.text("one-source")
    assert "1 claim of a single statement is not listed here" in alone
    assert f"c-{ferry.links.claims[3].id[:8]}" not in page.ids


def test_statements_lead_to_their_claims_and_claims_to_their_statements(page, ferry):
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
    for found in ferry.links.claims[:3]:
        inside = page.source.split(f'id="c-{found.id[:8]}"')[1].split("</section>")[0]
        for position in found.positions:
            assert f'href="#s-{position.statement[:8]}"' in inside
            statement = page.source.split(f'id="s-{position.statement[:8]}"')[1].split("</li>")[0]
            assert f'href="#c-{found.id[:8]}"' in statement
    text = page.text(f"s-{short(ferry.later[0])}")
    assert "for claim C1, disputed" in text


def test_an_article_leads_on_from_a_statement_to_its_disputed_claim(page, ferry):
    article = page.source.split('id="articles"')[1]
    disputed, one_source = (found.id[:8] for found in ferry.links.claims[:2])
    assert article.count(f'href="#c-{disputed}" data-n="C1" aria-label="Claim 1"') == 7
    assert f'href="#c-{one_source}"' not in article


def test_figures_are_framed_in_place_and_lead_to_their_series(page, ferry):
    (series,) = ferry.links.figure_series
    for value in series.values:
        assert page.text(f"g-{value.figure[:8]}") in ("At least 12", "17 dead", "21")
        assert f"#g-{value.figure[:8]}" in page.links
    assert page.links.count(f"#f-{series.id[:8]}") >= len(series.values)


def test_a_series_shows_its_estimate_the_rule_and_the_contradictions(page, ferry):
    text = page.text(f"f-{ferry.links.figure_series[0].id[:8]}")
    assert "F1 Passengers killed disputed: sources contradict one another on one day · 4 figures" in text
    assert "Low 17 Best 17 High 21" in text
    assert "By the rule “best-low-high”: the median of the last day" in text
    assert "From 17 (the coast guard), 21 (Ilse Brandt)." in text
    assert "7 May 2024: 17 (the coast guard) · 21 (Ilse Brandt)" in text
    rows = [given for tag, given in page.tags if tag == "svg" and "fs-" in given.get("aria-labelledby", "")]
    assert rows, "there is a chart"


def test_figures_without_a_day_have_a_table_instead_of_a_chart(ferry):
    (series,) = ferry.links.figure_series
    undated = tuple(msgspec.structs.replace(value, as_of=None) for value in series.values)
    links = msgspec.structs.replace(
        ferry.links,
        figure_series=(msgspec.structs.replace(series, values=undated, relation="consistent"),),
    )
    page = render(ferry.ledger, links=links)
    text = page.text(f"f-{series.id[:8]}")
    assert "Osk Daily, 4 May 2024 at least 12 Ilse Brandt" in text
    assert "Figures that agree 1 series" in page.text("consistent")
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_a_figure_alone_is_framed_and_counted_but_not_listed(ferry):
    (series,) = ferry.links.figure_series
    one = msgspec.structs.replace(series, values=series.values[:1], relation="consistent")
    page = render(ferry.ledger, links=Links(figure_series=(one,)))
    assert "1 figure that stands alone is not listed; in the articles it has a frame" in page.text("figures")
    assert page.text(f"g-{series.values[0].figure[:8]}") == "At least 12"
    assert f"#f-{series.id[:8]}" not in page.links


def test_changes_give_before_and_after_with_their_words(page, ferry):
    text = page.text("changes")
    assert (
        "Harbour Lines on C1 the ferry was overloaded Before: 4 May 2024, against it denies denied "
        "the ferry was overloaded. "
        "Osk Daily, 4 May 2024, statement 2 After: 8 May 2024 admits admitted the ferry was overloaded Inland Echo"
        in text
    )
    assert "Ilse Brandt on F1 Passengers killed at least 12 4 May 2024, Osk Daily 21 8 May 2024, Inland Echo" in text


def test_a_figure_that_moves_twice_is_one_line(ferry):
    moved = ferry.links.changes[1]
    values = ferry.links.figure_series[0].values
    again = msgspec.structs.replace(
        moved,
        before=moved.after,
        before_day=moved.after_day,
        before_value="21",
        after=values[1].figure,
        after_day="2024-05-09",
        after_value="at least 12",
    )
    links = msgspec.structs.replace(ferry.links, changes=(moved, again))
    text = render(ferry.ledger, links=links).text("changes")
    assert "at least 12 4 May 2024, Osk Daily 21 8 May 2024, Inland Echo at least 12 9 May 2024" in text
    assert "No party was found to change sides" in text


def test_statements_are_grouped_by_party_under_all_its_names(page, ferry):
    groups = [page.text(id_) for id_ in page.ids if id_.startswith("speaker-")]
    heads = [re.match(r"(.*?) \d statements?", group).group(1) for group in groups]
    assert heads[0] == "Ilse Brandt"
    assert heads[-1] == "No source named"
    assert len(heads) == len(set(heads)) == 6, "one party under two names stands there once"
    assert (
        "5 statements · person Also named the mayor of Osk (3) Role mayor of Osk 4 May 2024 to 8 May 2024" in groups[0]
    )
    halm = next(group for group in groups if group.startswith("Piet Halm"))
    assert "Speaks for Harbour Lines" in halm


def test_articles_of_one_origin_say_what_ties_them(page):
    text = page.text("origins")
    assert "3 articles come from 2 origins" in text
    assert "Taken from Quay Agency 2 articles · 1 shared passage" in text
    assert "Ferry lost Coast Post, 5 May 2024 the same text as Osk Daily: 100 % of the shorter, in 1 passage" in text
    assert "What the ferry carried" not in text


def test_the_head_counts_what_was_found_across_articles(page):
    text = page.text("top")
    for part in ("Articles, 2 origins", "Parties", "Disputed claim", "Disputed figure", "Words"):
        assert part in text
    assert "It may join what differs" in text


def test_empty_links_give_sections_that_say_so(tmp_path):
    with flood_case(tmp_path / "flood") as ledger:
        page = render(ledger, links=Links())
    assert "No claim was found that somebody stands for" in page.text("claims")
    assert "No two figures were found" in page.text("figures")
    assert "No party was found to change sides" in page.text("changes")
    assert "No article was found to share its origin" in page.text("origins")
    assert "Katarin Olvedy 2 statements" in page.text("speakers"), "without a party the name still groups"


def test_links_of_another_case_are_refused(ferry, tmp_path):
    with flood_case(tmp_path / "flood") as ledger, pytest.raises(UsageError, match="not those of this case"):
        write_dossier(ledger, io.StringIO(), links=ferry.links)
    broken = msgspec.structs.replace(ferry.links, figure_series=())
    with pytest.raises(UsageError, match="a figure that is in no series"):
        write_dossier(ferry.ledger, io.StringIO(), links=broken)


def many_claims(ledger: Ledger, count: int) -> Links:
    """``count`` claims that two parties quarrel about, each in an article of its own, and as many parties."""
    parties, claims = [], []
    with ledger.writer():
        for at in range(count):
            said = [
                Said(f"gate {at} was open", f"Anna {at}", "said", act="asserts", speaker=Speaker(name=f"Anna {at}")),
                Said(
                    f"gate {at} was open,", f"Boris {at}", "denied", act="denies", speaker=Speaker(name=f"Boris {at}")
                ),
            ]
            text = f"Anna {at} said gate {at} was open. Boris {at} denied gate {at} was open, but {at} drowned."
            day = f"2024-05-{at % 28 + 1:02d}"
            drowned = [Counted(f"{at} drowned", at, at, as_of=day)]
            found = add(ledger, text, said, drowned, title=f"Gate {at}", publisher="Post", published=day)
            both = [party(one.speaker.name, [one]) for one in found]
            parties += both
            positions = [
                Position(
                    statement=one.id,
                    document=f"d{at}",
                    party=who.id,
                    stance=stance,
                    origin_group=f"d{at}",
                    day=day,
                    score=1.0,
                )
                for one, who, stance in zip(found, both, ("for", "against"), strict=True)
            ]
            claims.append(claim(f"gate {at} was open", positions))
    return Links(parties=tuple(parties), claims=tuple(claims))


def test_many_claims_are_folded_and_none_is_cut(tmp_path):
    count = 2 * UNFOLDED_ROWS + 9
    with Ledger.create(tmp_path / "many") as ledger:
        links = many_claims(ledger, count)
        page = render(ledger, links=links)
    folds = [given for tag, given in page.tags if tag == "details" and given.get("id", "").startswith("c-")]
    assert len(folds) == count
    assert sum("open" in given for given in folds) == UNFOLDED_ROWS
    assert f"The other {count - UNFOLDED_ROWS} claims" in page.text("claims")
    assert all(re.search(rf"\bgate {at} was open\b", page.texts["claims"]) for at in range(count))


def test_many_voices_on_one_side_are_folded_and_none_is_cut(tmp_path):
    with Ledger.create(tmp_path / "crowd") as ledger:
        links = many_claims(ledger, 9)
        everybody = claim("a gate was open", [p for found in links.claims for p in found.positions])
        page = render(ledger, links=msgspec.structs.replace(links, claims=(everybody,)))
    text = claim_text(page, everybody)
    assert text.count("The other 5 parties on this side") == 2
    assert all(f"Anna {at} asserts said" in text and f"Boris {at} denies denied" in text for at in range(9))


def test_the_page_grows_in_step_with_the_case(tmp_path):
    sizes = []
    for count in (40, 80):
        with Ledger.create(tmp_path / str(count)) as ledger:
            out = io.StringIO()
            write_dossier(ledger, out, links=many_claims(ledger, count), made_at=NOON)
        sizes.append(len(out.getvalue()))
    fixed = 2 * sizes[0] - sizes[1]
    assert 0 < fixed < 60_000, "twice the claims are twice the bytes beyond head and style sheet"
    assert (sizes[1] - sizes[0]) / 40 < 9_000


def test_the_same_links_give_the_same_page(ferry, page):
    assert render(ferry.ledger, links=ferry.links).source == page.source
