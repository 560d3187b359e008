"""If a vote is missed or misread, its rule is checked on the wrong counts, or never."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.extractor.votes import find_votes
from counterclaim.records import Vote

COUNTED: list[tuple[str, tuple[int | None, int | None, int | None, int | None], bool | None, str | None]] = [
    # words of the votes, then yes, no, abstain, absent; passed; body
    (
        "The General Assembly adopted the text by 141 votes to 5 with 35 abstentions.",
        (141, 5, 35, None),
        True,
        "General Assembly",
    ),
    (
        "The Assembly adopted the resolution by 141 votes to five, with 35 abstentions.",
        (141, 5, 35, None),
        True,
        "Assembly",
    ),
    ("The General Assembly adopted the text by a vote of 141-5-35.", (141, 5, 35, None), True, "General Assembly"),
    (
        "The vote in the Assembly was 141 in favour, five against and 35 abstaining.",
        (141, 5, 35, None),
        None,
        "Assembly",
    ),
    ("The House of Orra passed the bill, 230-to-197.", (230, 197, None, None), True, "House of Orra"),
    ("The Senate voted 52 to 48 to confirm Ada Brenn.", (52, 48, None, None), True, "Senate"),
    ("Norrland's parliament approved the treaty by a vote of 9-6.", (9, 6, None, None), True, "Norrland's parliament"),
    ("In a 5-4 ruling, the Supreme Court said the levy was lawful.", (5, 4, None, None), True, "Supreme Court"),
    ("The Supreme Court ruled 5–4 that the levy was lawful.", (5, 4, None, None), True, "Supreme Court"),
    ("The Supreme Court rejected the appeal in a 6-3 decision.", (6, 3, None, None), True, "Supreme Court"),
    ("A federal appeals court upheld the ban, 2-1.", (2, 1, None, None), True, "federal appeals court"),
    ("The Supreme Court split 4-4 on the levy.", (4, 4, None, None), False, "Supreme Court"),
    ("The Riverton City Council approved the plan 7-2 on Monday.", (7, 2, None, None), True, "Riverton City Council"),
    ("The Senate rejected the nominee by a vote of 58-42.", (42, 58, None, None), False, "Senate"),
    ("Parliament rejected the motion by 391 votes to 242.", (242, 391, None, None), False, "Parliament"),
    ("The amendment was defeated in the Senate, 40-60.", (40, 60, None, None), False, "Senate"),
    (
        "The motion failed in the Senate by 55 votes to 45, short of the 60 needed.",
        (55, 45, None, None),
        False,
        "Senate",
    ),
    ("The committee voted 13-4 against the plan.", (4, 13, None, None), False, "committee"),
    ("The council voted 8 to 3 to reject the budget.", (3, 8, None, None), False, "council"),
    ("Parliament voted by nine votes to six to censure the minister.", (9, 6, None, None), True, "Parliament"),
    ("The Knesset approved the law by a vote of sixty-two to fifty-five.", (62, 55, None, None), True, "Knesset"),
    ("By a 5-4 vote, the court struck down the levy.", (5, 4, None, None), True, "court"),
    (
        "The House voted 245-182 on Tuesday for the measure, with three members not voting.",
        (245, 182, None, 3),
        True,
        "House",
    ),
    (
        "In the Bundestag 366 deputies voted in favour, 280 voted against and 12 abstained.",
        (366, 280, 12, None),
        None,
        "Bundestag",
    ),
    ("The Senate confirmed Ada Brenn, 97-0.", (97, 0, None, None), True, "Senate"),
    (
        "With 231 Democrats supporting the plan and 194 Republicans opposing it, the House passed it.",
        (231, 194, None, None),
        True,
        "House",
    ),
    (
        "The House passed it with 231 Democrats supporting and 194 Republicans opposing; two Democrats opposed.",
        (231, 196, None, None),
        True,
        "House",
    ),
    (
        "Thirteen members of the Security Council voted in favour; China abstained.",
        (13, None, 1, None),
        None,
        "Security Council",
    ),
    (
        "The Security Council adopted the text with 13 votes in favour, while China and Russia abstained.",
        (13, None, 2, None),
        True,
        "Security Council",
    ),
    (
        "Parliament elected Mira Tolk as speaker with 220 votes. Jon Farr received 192.",
        (220, 192, None, None),
        True,
        "Parliament",
    ),
    (
        "Parliament elected Mira Tolk as prime minister with 61 votes, against 49 for Jon Farr.",
        (61, 49, None, None),
        True,
        "Parliament",
    ),
    ("The vote in the Senate was 40-60.", (40, 60, None, None), None, "Senate"),
    ("MPs rejected the deal by 432 votes to 202 in the House of Orra.", (202, 432, None, None), False, "House of Orra"),
    ("MPs voted by 329 to 302 against a second vote in Parliament.", (302, 329, None, None), False, "Parliament"),
    (
        "The Security Council carried it by 14 votes to nil, with Orra abstaining.",
        (14, 0, 1, None),
        True,
        "Security Council",
    ),
    ("All 15 members of the Security Council voted in favour.", (15, 0, None, None), None, "Security Council"),
    (
        "The motion was passed by 115 lawmakers in the Orran parliament.",
        (115, None, None, None),
        True,
        "Orran parliament",
    ),
    ("The rider failed in the House, 197-214.", (197, 214, None, None), False, "House"),
    ("Senators voted 45-40 on it in the Senate, falling short of two-thirds.", (45, 40, None, None), False, "Senate"),
    (
        "Members who had voted against it in 2016 sat in the House: 232 in favour and 196 against.",
        (232, 196, None, None),
        None,
        "House",
    ),
    ("Parliament rejected it: 242 voted in favour, 391 against.", (242, 391, None, None), False, "Parliament"),
    ("The Senate acquitted him, 52-48.", (48, 52, None, None), False, "Senate"),
    ("The EU council of ministers voted 20-7 for the plan.", (20, 7, None, None), True, "EU council of ministers"),
    (
        "The board of the union met. The committee approved the deal with 12 votes to none.",
        (12, 0, None, None),
        True,
        "committee",
    ),
    ("The Duma passed the law by 411 votes to one, with no abstentions.", (411, 1, 0, None), True, "Duma"),
    (
        "The Human Rights Council adopted the text by 25 votes in favour, 17 against and 5 abstentions.",
        (25, 17, 5, None),
        True,
        "Human Rights Council",
    ),
    ("Senators passed the bill 24-10. The Senate then rose.", (24, 10, None, None), True, "Senate"),
    ("The lower house passed the bill by a 312–188 margin.", (312, 188, None, None), True, "lower house"),
    (
        "The National Assembly passed the law, with 172 votes for and 58 against.",
        (172, 58, None, None),
        True,
        "National Assembly",
    ),
]
WORDS = (
    "The",
    "Senate",
    "voted",
    "52-48",
    "to",
    "pass",
    "it",
    ".",
    "\n",
    "by",
    "a",
    "5-4",
    "ruling",
    "unanimously",
    "will",
)


def one(text: str) -> Vote:
    found = find_votes(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(("text", "counts", "passed", "body"), COUNTED, ids=[row[0][:50] for row in COUNTED])
def test_counts_say_who_was_for_it(
    text: str, counts: tuple[int | None, ...], passed: bool | None, body: str | None
) -> None:
    vote = one(text)
    assert (vote.yes, vote.no, vote.abstain, vote.absent) == counts
    if passed is not None:
        assert vote.passed is passed
    assert vote.body == body


@pytest.mark.parametrize(
    ("text", "body", "passed", "no"),
    [
        (
            "The Harbour Party Central Committee voted unanimously for the plan.",
            "Harbour Party Central Committee",
            True,
            0,
        ),
        ("The Security Council unanimously adopted the resolution.", "Security Council", True, 0),
        ("In a unanimous ruling the Supreme Court quashed the order.", "Supreme Court", True, 0),
        ("The Orran parliament passed the Fisheries Act.", "Orran parliament", True, None),
        ("The bill was approved by the Senate on Monday.", "Senate", True, None),
        ("The cabinet approved the transfer of the harbour.", "cabinet", True, None),
        ("The Riverton council rejected the plan to sell the bridge.", "Riverton council", False, None),
        ("Parliament voted to leave the customs union.", "Parliament", True, None),
        ("Parliament voted against the deal.", "Parliament", False, None),
        ("Parliament voted down the deal.", "Parliament", False, None),
        (
            "The motion reached parliament at noon. The motion failed to get the two-thirds majority needed.",
            "parliament",
            False,
            None,
        ),
        ("The Security Council met. The draft resolution was vetoed by Russia.", "Security Council", False, None),
        ("Russia vetoed the draft resolution in the Security Council.", "Security Council", False, None),
        ("In the referendum of 2016 Orrans voted to quit the league.", "referendum", True, None),
        ("In a referendum in Orra, voters rejected the new charter.", "referendum in Orra", False, None),
        ("Orra held a referendum. Some 53% voted to leave, 47% to stay on.", "referendum", True, None),
        ("President Ada Brenn was acquitted by the Senate.", "Senate", False, None),
        ("The House impeached President Ada Brenn.", "House", True, None),
    ],
)
def test_an_outcome_without_counts_is_a_vote(text: str, body: str, passed: bool, no: int | None) -> None:
    vote = one(text)
    assert (vote.body, vote.passed, vote.no) == (body, passed, no)
    assert vote.yes is None


@pytest.mark.parametrize(
    "text",
    [
        "Norrland beat Orra 3-2 in the final.",
        "The Senate will vote on the bill on Monday.",
        "The bill needs 60 votes in the Senate.",
        "If the Senate passed it by 51-49, it would be law.",
        "The Reformers have a 52-48 majority in the Senate.",
        "She leads 49-45 among likely voters, says the poll for the Senate race.",
        "He voted for Brenn in 2016.",
        "The council has 12 to 15 members aged 18-24.",
        "The committee rejected claims that it had been late.",
        "The White House approved the plan.",
        "The court rejected the appeal of the owner.",
        "The senator urged the House to pass the bill by 230-190.",
        "Laws passed by Congress bind the states.",
        "A 4-4 tie would leave the ruling in place.",
        "A 4-4 ruling of the Supreme Court would settle nothing.",
        "Four states passed bans of six to nine weeks.",
        "If a deal is passed by the Senate, the House may sit.",
        "He won by 14,000 votes in the county.",
        "The plan has the unanimous support of the fishermen.",
        "The president vetoed the bill.",
        "Parliament may vote to leave the union.",
        "A unanimous jury convicted him.",
        "Brenn won the popular vote 52-45.",
    ],
)
def test_what_is_no_vote_is_none(text: str) -> None:
    assert find_votes(text) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (
            "The Assembly passed it 120-30, more than the two-thirds of members present and voting.",
            "two-thirds of members present and voting",
        ),
        (
            "Parliament needs a two-thirds majority for this. Parliament rejected the motion by 298 votes to 56.",
            "two-thirds majority",
        ),
        ("The bill failed in the Senate, 55-45, for want of a three-fifths majority.", "three-fifths majority"),
        ("The council adopted the text by consensus.", "consensus"),
        ("The chamber passed the law 80-70 by a simple majority.", "simple majority"),
        (
            "Parliament passed the law 80-60, by an absolute majority of its members.",
            "absolute majority of its members",
        ),
    ],
)
def test_the_rule_is_in_the_words_of_the_text(text: str, rule: str) -> None:
    assert one(text).rule == rule


TOLD_OTHERWISE: list[tuple[str, tuple[int | None, int | None, int | None, int | None], bool | None, str | None]] = [
    (
        "Seven councillors of Marn town council backed the plan, five opposed it and one abstained.",
        (7, 5, 1, None),
        True,
        "Marn town council",
    ),
    (
        "Twenty-two deputies of the Velmar assembly said yes, eighteen said no and three stayed away.",
        (22, 18, None, 3),
        None,
        "Velmar assembly",
    ),
    (
        "In the senate of Kerra thirty-one voted yes, twenty-nine no, and two did not vote.",
        (31, 29, None, 2),
        True,
        "senate of Kerra",
    ),
    (
        "Of the nine judges of the Constitutional Court, six found the decree unlawful and three dissented.",
        (6, 3, None, None),
        True,
        "Constitutional Court",
    ),
    (
        "Eleven members of the Kellow school board voted for the merger. Four voted against it and two abstained.",
        (11, 4, 2, None),
        None,
        "Kellow school board",
    ),
    (
        "The reform was backed by 61 deputies and opposed by 33 in the lower house of Orvan.",
        (61, 33, None, None),
        True,
        "lower house of Orvan",
    ),
    (
        "Twelve members of the Security Council backed the text, and only France voted against it.",
        (12, 1, None, None),
        True,
        "Security Council",
    ),
    (
        "Eight members of the Tolk council voted for the levy and none against, without the only abstention counting.",
        (8, 0, 1, None),
        None,
        "Tolk council",
    ),
    ("All eleven members of the ethics committee voted to refer it.", (11, 0, None, None), True, "ethics committee"),
    ("The committee's seven members all voted against the report.", (0, 7, None, None), False, "committee"),
    ("The council of Tilby deadlocked 5-5 on the tram plan.", (5, 5, None, None), False, "council of Tilby"),
    ("Split 6-6, the Marn school board let the plan die.", (6, 6, None, None), False, "Marn school board"),
    ("The motion failed on a 7-7 tie in the finance committee.", (7, 7, None, None), False, "finance committee"),
    ("With ten votes on each side, the synod rejected the hymnal.", (10, 10, None, None), False, "synod"),
    (
        "The council split 6-6 on the levy, and the mayor's casting vote carried it.",
        (6, 6, None, None),
        True,
        "council",
    ),
    (
        "The motion won 58 votes to 32 in the Lorran parliament, two short of the two-thirds majority that it needed.",
        (58, 32, None, None),
        False,
        "Lorran parliament",
    ),
    (
        "The chamber backed it by 44 votes to 30 and it was therefore lost.",
        (44, 30, None, None),
        False,
        "chamber",
    ),
    (
        "The motion fell in the Orran assembly: 74 deputies supported it and 60 opposed it.",
        (74, 60, None, None),
        False,
        "Orran assembly",
    ),
    (
        "The House failed to override the veto: 250 members voted for it and 170 against.",
        (250, 170, None, None),
        False,
        "House",
    ),
    (
        "The speaker declared the bill passed in the chamber although only 40 deputies voted for it and 45 against.",
        (40, 45, None, None),
        True,
        "chamber",
    ),
    (
        "The council of Elm voted 7-5 to sell the mill, and the clerk declared the motion lost.",
        (7, 5, None, None),
        False,
        "council of Elm",
    ),
    (
        "Forty-one members of the Landra parliament approved the loan, thirty-seven rejected it.",
        (41, 37, None, None),
        True,
        "Landra parliament",
    ),
    (
        "Sixteen of the 30 councillors on the Mirow council voted for the sale and 14 against it.",
        (16, 14, None, None),
        True,
        "Mirow council",
    ),
    ("All seven judges of the high court agreed that the tax was void.", (7, 0, None, None), True, "high court"),
    ("The town council's vote ended 4-4, so the change was not adopted.", (4, 4, None, None), False, "town council"),
    (
        "The synod voted 120-70 for the hymnal. Its law demands more, and the measure fell.",
        (120, 70, None, None),
        False,
        "synod",
    ),
    (
        "Ten members of the Security Council voted in favour, but China vetoed the draft; four abstained.",
        (10, None, 4, None),
        False,
        "Security Council",
    ),
]


@pytest.mark.parametrize(
    ("text", "counts", "passed", "body"), TOLD_OTHERWISE, ids=[row[0][:50] for row in TOLD_OTHERWISE]
)
def test_counts_in_clauses_ties_and_results_are_read(
    text: str, counts: tuple[int | None, ...], passed: bool | None, body: str | None
) -> None:
    vote = one(text)
    assert (vote.yes, vote.no, vote.abstain, vote.absent) == counts
    if passed is not None:
        assert vote.passed is passed
    assert vote.body == body


@pytest.mark.parametrize(
    "text",
    [
        "The council is split 4-4 between the two parties.",
        "The evenly divided 50-50 Senate opens on Monday.",
        "Had the judges tied 4-to-4, what the appeals court ruled would have stood.",
        "The two sides tied 3-3 before the city council honoured them.",
        "You should vote for whomever an elected president wants in his Cabinet.",
        "About two-thirds of the members of the union are women, and the board has nine members.",
        "Only six Labour members were for her pact, and 31 Tories voted it down.",
        "The leaders expect the budget to pass by 60 votes to 55 in parliament.",
        "All twelve Labour members of the committee voted for it.",
        "The council sat. Eighteen residents took the floor: 13 opposed to the plan, five for it.",
    ],
)
def test_compositions_and_thoughts_are_no_votes(text: str) -> None:
    assert find_votes(text) == []


@pytest.mark.parametrize(
    ("text", "body", "passed"),
    [
        ("The city council of Dunmar had approved his budget by a show of hands.", "city council of Dunmar", True),
        ("Earlier the harbour committee had thrown out the plan.", "harbour committee", False),
        ("The assembly of the co-operative turned down the sale.", "assembly", False),
    ],
)
def test_bodies_of_places_decide_without_counts(text: str, body: str, passed: bool) -> None:
    vote = one(text)
    assert (vote.body, vote.passed) == (body, passed)


def test_the_second_chamber_of_a_sentence_has_its_own_counts() -> None:
    found = find_votes("The House backed the levy, 388-11, and the Senate followed, 91-6.")
    assert [(vote.body, vote.yes) for vote in found] == [("House", 388), ("Senate", 91)]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (
            "The union's congress carried the merger by 52 votes to 30. "
            "The rule book demands two-thirds of the votes cast.",
            "two-thirds of the votes cast",
        ),
        (
            "An amendment takes the votes of three-fifths of all 50 senators under the charter. "
            "The Senate backed it by 28 votes to 19.",
            "three-fifths of all 50 senators",
        ),
        (
            "The motion failed in the chamber by 74 votes to 60: "
            "an absolute majority of 76 of the 151 deputies was required.",
            "absolute majority of 76 of the 151 deputies",
        ),
        (
            "The lower house ratified the treaty by 31 votes to 30. The majority of those voting was enough.",
            "majority of those voting",
        ),
        ("The decision requires unanimity. The council voted 9-1 for it, but it failed.", "unanimity"),
        ("The bill failed in the House by 121 votes to 301, far short of the 218 votes needed.", "218 votes"),
    ],
)
def test_a_rule_near_the_vote_is_its_rule(text: str, rule: str) -> None:
    assert one(text).rule == rule


@pytest.mark.parametrize(
    "text",
    [
        "This is absolutely so: the Senate passed the bill 60-40.",
        "A majority of the senators in the Senate voted for it, 60-40.",
        "The House passed the bill 232-196. A simple question remains.",
        "The chamber passed the bill 27-13, but it never had the 30 of 49 votes needed for an override.",
    ],
)
def test_words_that_only_sound_like_a_rule_are_none(text: str) -> None:
    assert one(text).rule is None


def test_a_majority_under_a_stricter_rule_is_no_outcome() -> None:
    text = (
        "Sixty deputies of the Orran assembly voted for it and 55 against. The charter demands two-thirds of the votes."
    )
    assert one(text).passed is None, "the text doesn't say how it ended"


def test_a_rule_for_another_body_is_not_taken_over() -> None:
    found = find_votes("The House passed it 232-196. For a conviction in the Senate a two-thirds majority is needed.")
    assert [vote.rule for vote in found] == [None]


def test_a_vote_told_twice_is_one_and_knows_what_both_say() -> None:
    text = (
        "The House of Orra voted to hold the minister in contempt. He was not there.\n\n"
        "The vote passed along party lines, 230-to-198."
    )
    vote = one(text)
    assert (vote.yes, vote.no, vote.body, vote.question) == (230, 198, "House of Orra", "hold the minister in contempt")


def test_abstentions_may_stand_in_the_next_sentence() -> None:
    vote = one("The General Assembly adopted the text by 141 votes to 5. Thirty-five countries abstained.")
    assert vote.abstain == 35


def test_two_counts_in_a_sentence_are_two_votes() -> None:
    found = find_votes("The House passed two articles. They were approved by votes of 230-197 and 229-198.")
    assert [(vote.yes, vote.no) for vote in found] == [(230, 197), (229, 198)]


def test_chambers_are_kept_apart() -> None:
    found = find_votes("The House passed the bill 230-195. The Senate rejected it 40-60.")
    assert [(vote.body, vote.yes, vote.passed) for vote in found] == [("House", 230, True), ("Senate", 40, False)]


def test_chambers_in_one_sentence_are_kept_apart() -> None:
    found = find_votes("The levy passed both chambers: 91-6 in the Senate, 388-11 in the House.")
    assert [(vote.body, vote.yes) for vote in found] == [("Senate", 91), ("House", 388)]


def test_the_point_of_an_abbreviation_ends_no_sentence() -> None:
    vote = one("The Senate sat. The House approved funds through Feb. 16 on a vote of 230-197.")
    assert (vote.body, vote.yes) == ("House", 230)


def test_a_short_name_is_given_in_full() -> None:
    text = "The Riverton Water Council met. After a long night the council approved the fee, 7-2."
    assert one(text).body == "Riverton Water Council"


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("The Senate voted 52-48 to confirm Ada Brenn.", "confirm Ada Brenn"),
        ("The council approved the harbour plan by a vote of 7-2.", "harbour plan"),
        ("The amendment on fees was defeated in the Senate, 40-60.", "amendment on fees"),
        ("In the referendum of 2016 Orrans voted to quit the league.", "quit the league"),
    ],
)
def test_the_question_is_what_was_voted_on(text: str, question: str) -> None:
    assert one(text).question == question


@pytest.mark.parametrize("piece", ["12-", "Orra and Norrland, ", "the Senate voted ", "52-48 and ", "one hundred and "])
def test_a_text_without_ends_is_read_in_time(piece: str) -> None:
    start = time.process_time()
    find_votes(piece * (60_000 // len(piece)) + "abstained in the vote")
    assert time.process_time() - start < 5, "an article of one sentence holds up the run"


@given(st.integers(10, 600), st.integers(10, 600), st.integers(0, 90))
def test_counts_come_back_as_written(yes: int, no: int, abstain: int) -> None:
    text = f"The General Assembly adopted the text by {yes} votes to {no}, with {abstain} abstentions."
    vote = one(text)
    assert (vote.yes, vote.no, vote.abstain) == (yes, no, abstain)
    assert text[slice(*vote.span)].startswith("adopted")


@given(st.lists(st.sampled_from(WORDS)))
def test_spans_lie_in_the_text_and_in_order(words: list[str]) -> None:
    text = " ".join(words)
    spans = [vote.span for vote in find_votes(text)]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
