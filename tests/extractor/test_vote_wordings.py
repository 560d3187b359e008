"""News tells votes in many words; one that is told in other words must not turn into its contrary or be lost."""

import pytest

from counterclaim.extractor.votes import find_votes
from counterclaim.records import Vote
from counterclaim.resolve.voting import check


def one(text: str) -> Vote:
    found = find_votes(text)
    assert len(found) == 1, [text[slice(*vote.span)] for vote in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "passed"),
    [
        ("The Senate voted 31 to 27 for the canal bill, but its president ruled that the bill had fallen.", False),
        (
            "The student council voted 12 to 9 for the boycott, yet the speaker told members that it had not passed.",
            False,
        ),
        (
            "The council backed the plan by 14 votes to 11. The plan is dead nonetheless: the charter asks for more.",
            False,
        ),
        ("The synod voted 70 to 41 to admit women. The motion missed the two-thirds majority of those voting.", False),
        ("The assembly voted 80 to 45 to change the flag. That was not enough, as the statutes have it.", False),
        ("Parliament voted 60 to 41 for the treaty. It failed all the same, because too few came.", False),
        ("The county council voted 21 to 20 for the tram, and the leader declared the scheme approved.", True),
        ("The school board voted 5 to 4 for the merger, though the chairwoman declared the motion defeated.", False),
        (
            "Seven countries voted for sanctions in the Lake Council, and one, Norrland, opposed them. "
            "As the council acts by unanimity, the plan fell through.",
            False,
        ),
        (
            "Thirty senators voted for the ban and twelve against, the Senate of Orra said. "
            "The ban, which required an absolute majority of the senators, was adopted.",
            True,
        ),
        (
            "Twenty-four members of the town council voted for the arena and 22 against, but it is not yet clear "
            "whether the vote is valid.",
            None,
        ),
        (
            "Ten members of the town council voted for the loan and eight against. Lawyers will say whether it was "
            "enough.",
            None,
        ),
    ],
)
def test_what_the_text_says_came_of_it_counts_more_than_the_majority(text: str, passed: bool | None) -> None:
    assert one(text).passed is passed


@pytest.mark.parametrize(
    ("text", "body", "counts"),
    [
        ("Trustees of the Orra Maritime Museum voted 9 to 4 to sell the ship.", "Orra Maritime Museum", (9, 4)),
        (
            "Delegates of the Norrland Rowing Federation elected Ada Brenn as chair with 61 votes; Tom Farr got 48.",
            "Norrland Rowing Federation",
            (61, 48),
        ),
        (
            "Sixteen of the 28 delegates to the Sarre Harbour Talks voted for the pact and nine voted against it.",
            "Sarre Harbour Talks",
            (16, 9),
        ),
        (
            "Sixty members of the Landsraad of Sarre voted for the budget and 41 against.",
            "Landsraad of Sarre",
            (60, 41),
        ),
        ("The National Farmers' Union voted 212-140 to end its boycott.", "National Farmers' Union", (212, 140)),
        ("Shareholders of Brenn Shipping voted down the merger on Friday.", "Brenn Shipping", (None, None)),
    ],
)
def test_a_body_is_known_by_its_members(text: str, body: str, counts: tuple[int | None, int | None]) -> None:
    vote = one(text)
    assert (vote.body, (vote.yes, vote.no)) == (body, counts)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            "Forty deputies of the Orran assembly voted to dismiss the minister, 52 voted to keep her and eight were "
            "absent.",
            (40, 52, None, 8),
        ),
        (
            "Five members of the fisheries commission voted to leave the quota as it is and four voted to raise it.",
            (4, 5, None, None),
        ),
        (
            "Eight states voted to admit Orra to the Coast Council and two, Kellin and Sarre, voted against.",
            (8, 2, None, None),
        ),
        (
            "Eleven aldermen of the city council of Brack voted for the sale; eight, among them the mayor, voted "
            "against it.",
            (11, 8, None, None),
        ),
        (
            "Nineteen deputies in the Norrland parliament voted for lifting the ban and 23 against it.",
            (19, 23, None, None),
        ),
        (
            "Twenty-two members of the Dunmar county school council voted for it, 17 voted against it and three "
            "abstained.",
            (22, 17, 3, None),
        ),
        ("By 4-3, the ethics panel cleared the minister.", (4, 3, None, None)),
    ],
)
def test_sides_are_counted_across_clauses(text: str, counts: tuple[int | None, ...]) -> None:
    vote = one(text)
    assert (vote.yes, vote.no, vote.abstain, vote.absent) == counts


@pytest.mark.parametrize(
    ("text", "body", "passed"),
    [
        ("The Kellin school board voted down the new timetable on Monday.", "Kellin school board", False),
        ("The planning board approved the tower on Tuesday without giving its count.", "planning board", True),
        ("The hospital's board of trustees voted to close the maternity ward.", "board of trustees", True),
    ],
)
def test_boards_that_govern_decide_as_councils_do(text: str, body: str, passed: bool) -> None:
    vote = one(text)
    assert (vote.body, vote.passed) == (body, passed)


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        (
            "The lower house approved the rail bill by 61 votes to 40. A motion on fares was defeated, 58 deputies "
            "voting against it and 44 for. A simple majority was enough in both cases.",
            ["simple majority", "simple majority"],
        ),
        (
            "In a 4-1 decision, the licensing board of Dunmar revoked the permit. The board takes its decisions by "
            "simple majority.",
            ["simple majority"],
        ),
        (
            "In a 5-2 decision the review board upheld the fine. Decisions of the board are taken by simple majority.",
            ["simple majority"],
        ),
        (
            "The council adopted the programme by 30 votes to 8. A week of talks followed. A simple majority was "
            "needed at the last congress.",
            [None],
        ),
    ],
)
def test_a_rule_is_that_of_each_vote_it_is_said_of(text: str, rules: list[str | None]) -> None:
    assert [vote.rule for vote in find_votes(text)] == rules


@pytest.mark.parametrize(
    "text",
    [
        "The board rejected claims that it had acted too late.",
        "The board passed the time with cards.",
        "The company's board approved of his conduct.",
        "The appeals board rejected the driver's appeal.",
        "The members of the Radical Party voted against the bill.",
        "Directors of the Brenn Bank approved three loans to 12 farms last year.",
        "Six Democrats voted to hold the clerk in contempt and 26 voted to petition the court.",
        "Three members of the Kellin family voted to leave town and two said they would stay.",
        "Delegates of the Norrland Farmers' Union will vote on Friday; 40 of 70 are expected to be for it.",
    ],
)
def test_what_boards_and_members_do_otherwise_is_no_vote(text: str) -> None:
    assert find_votes(text) == []


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            "Eleven members of the Security Council backed the text and three abstained, but it could not be adopted "
            "because a permanent member, China, voted against.",
            (11, 1, 3),
        ),
        (
            "Twelve members of the UN Security Council voted for the resolution and two abstained, yet the resolution "
            "was not adopted because a permanent member opposed it.",
            (12, 1, 2),
        ),
        (
            "Twelve of the 15 members of the Security Council supported the text, two abstained and one permanent "
            "member vetoed it.",
            (12, 1, 2),
        ),
    ],
)
def test_a_permanent_member_need_not_be_named_to_stop_a_text(text: str, counts: tuple[int, int, int]) -> None:
    vote = one(text)
    assert ((vote.yes, vote.no, vote.abstain), vote.passed) == (counts, False)
    made = check(vote, text)
    assert made is not None
    assert (made.passed, made.agrees) == (False, True), "nine votes are not enough against a veto"


def test_a_defeat_that_the_rule_does_not_give_is_seen() -> None:
    text = (
        "The school board voted 5 to 4 for the merger, though the chairwoman declared the motion defeated. "
        "The by-laws call for a simple majority of those voting."
    )
    made = check(one(text), text)
    assert made is not None
    assert (made.passed, made.agrees) == (True, False)
