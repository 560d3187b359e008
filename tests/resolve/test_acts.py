"""If a denial is filed as an assertion, the ledger says the opposite of what was said."""

import pytest

from counterclaim.resolve.acts import act_of
from tests.making import said


@pytest.mark.parametrize(
    ("cue", "content", "act"),
    [
        ("said", "the dam held", "asserts"),
        ("denied", "that the dam leaked", "denies"),
        ("has denied", "the claim", "denies"),
        ("dismissed", "the video as fake", "denies"),
        ("did not deny", "the claim", "asserts"),
        ("refused to admit", "a mistake", "denies"),
        ("said", "it was a lie", "denies"),
        ("said", "there was no warning", "denies"),
        ("accused", "the operator of lying", "accuses"),
        ("admitted", "that it had been warned", "admits"),
        ("demanded", "an inquiry", "demands"),
        ("called for", "an inquiry", "demands"),
        ("urged", "people to leave", "demands"),
        ("said", "the minister must go", "demands"),
        ("promised", "new houses", "promises"),
        ("said", "“We will rebuild”", "promises"),
        ("warned", "that more rain would come", "warns"),
        ("hopes", "to return", "believes"),
        ("declined to comment on", "the report", "declines"),
        ("did not respond to", "a request for comment", "declines"),
        ("asked", "who had been on duty", "asks"),
        ("asked", "how to reach the town", "asks"),
        ("asked", "people to leave", "demands"),
        ("offered", "condolences", "believes"),
        ("offered to", "rebuild the town", "promises"),
        ("said", "“Who was on duty?”", "asks"),
        ("added", "that the gates were open", "asserts"),
        ("said", "“I had no knowledge of the letter”", "denies"),
        ("said", "the visit had no connection to the vote", "denies"),
        ("announced", "that her government will withdraw the bill", "promises"),
        ("plans", "to appeal", "promises"),
        ("said", "the gates will be open at noon", "asserts"),
        ("told", "“They attacked us from all sides”", "accuses"),
        ("called", "the inquiry a “witch hunt”", "accuses"),
        ("called", "the plan “lousy”", "believes"),
        ("wrote", "“We are deeply saddened by the loss”", "believes"),
        ("was concerned", "about the north wall", "believes"),
        ("claimed responsibility for", "the attack", "admits"),
        ("said", "“You don’t have to stay. The road is open.”", "asserts"),
        ("said", "“Who asked? Nobody did. We left at six.”", "asserts"),
    ],
)
def test_act_follows_what_is_done(cue: str, content: str, act: str) -> None:
    text = f"The minister {cue} {content}."
    assert act_of(said(text, "The minister", cue, content)) == act
