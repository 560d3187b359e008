"""If a denial is filed as an assertion, the ledger says the opposite of what was said."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.records import ACTS, Statement
from counterclaim.resolve.acts import act_of
from tests.making import said

CASES: dict[str, list[tuple[str, str]]] = {
    "asserts": [
        ("said", "nobody had come"),
        ("said", "there was no evidence of frost"),
        ("said", "it had carried out a survey of the dyke"),
        ("said", "the dam held"),
        ("added", "that the gates were open"),
        ("did not deny", "the claim"),
        ("has never denied", "meeting the contractor"),
        ("stopped short of accusing", "the operator"),
        ("did not accuse", "anybody of lying"),
        ("refused to rule out", "a second strike"),
        ("made no promise", "that the road would open"),
        ("said", "the gates will be open at noon"),
        ("said", "“You don’t have to stay. The road is open.”"),
        ("said", "“Who asked? Nobody did. We left at six.”"),
        ("said", "there was no warning"),
        ("reported", "that the harbour was corrupt to the core"),
        ("found", "that the new valve is better than the old one"),
        ("said", "it was not a hoax"),
        ("said", "they might have to wait until Monday"),
        ("said", "he was asked whether the fund had lied"),
        ("described", "the morning of the flood"),
        ("dismissed", "the lawsuit"),
        ("said", "the corruption case opens on Friday"),
        ("said", "she would be in Marlow on Tuesday"),
        ("confirmed", "that two wells were closed"),
        ("seeks", "to enlarge the port"),
        ("said", "if the board has lied, the court will see it"),
    ],
    "denies": [
        ("insisted", "that none of them had touched the till"),
        ("dismissed", "the charge as “a fairy tale for the jury”"),
        ("replied", "that there was no evidence that the lock had failed"),
        ("said", "the story that she had sold the lock to a cousin of the mayor was a lie"),
        ("denied", "that the dam leaked"),
        ("has denied", "the claim"),
        ("dismissed", "the video as fake"),
        ("dismissed as fake", "the reports that shells had hit Orrin"),
        ("rejected", "allegations of wrongdoing"),
        ("rejects", "any suggestion that the vote was bought"),
        ("refused to admit", "a mistake"),
        ("never acknowledged", "that the well was poisoned"),
        ("did not admit", "the theft"),
        ("said", "it was a lie"),
        ("said", "the pictures were fabricated"),
        ("said", "reports of a second leak were completely false"),
        ("said", "that is not true"),
        ("said", "“That’s simply not what happened”"),
        ("said", "“There is no truth in these stories”"),
        ("said", "“I had no knowledge of the letter”"),
        ("said", "the visit had no connection to the vote"),
        ("said", "his son had nothing to do with the fire"),
        ("said", "“We did not shell the school”"),
        ("said", "its forces had not fired on the column"),
        ("told reporters", "she had never met the contractor"),
        ("said", "he was not involved in the sale"),
        ("said", "there had been no collusion with the bank"),
        ("insisted", "that the fee was not part of any deal"),
        ("said", "“I was never mocking anyone”"),
        ("pleaded not guilty to", "arson"),
        ("ruled out", "sabotage"),
        ("called", "the report a fabrication"),
        ("said", "she rejected claims that water had been sold"),
        ("said", "he denied the theft"),
    ],
    "accuses": [
        ("says", "the clerks stuffed the boxes with forged papers"),
        ("say", "the tannery poisoned the creek and hid the test results"),
        ("accused", "the operator of lying"),
        ("blamed", "the army for the attack"),
        ("alleged", "that the mayor took bribes"),
        ("was charged with", "fraud"),
        ("criticised", "the mayor for ignoring the alarm"),
        ("came under fire for", "failing to warn the valley"),
        ("condemned", "the army for bombing the market"),
        ("attributed", "the bombing to the northern rebels"),
        ("complained", "that the guards had robbed her"),
        ("claimed", "the bank misled its customers"),
        ("told", "“They attacked us from all sides”"),
        ("said", "“They lied to us”"),
        ("called", "the inquiry a “witch hunt”"),
        ("said", "the minister is trying to silence the court"),
        ("said", "Velia’s government had broken the law"),
        ("said", "the company deliberately hid the leak"),
        ("testified", "she was beaten by two guards"),
        ("said", "the operator failed to warn the town"),
        ("said", "the law is nothing but a power grab"),
        ("said", "they were using the farmers as human shields"),
    ],
    "admits": [
        ("no longer disputes", "that the valve had been shut"),
        ("said", "it had planted the bomb under the bridge"),
        ("said", "“We got this badly wrong.”"),
        ("admitted", "that it had been warned"),
        ("acknowledged", "the delay"),
        ("conceded", "defeat"),
        ("confessed", "to the theft"),
        ("apologised for", "the delay"),
        ("claimed responsibility for", "the attack"),
        ("claimed full responsibility for", "the attack"),
        ("pleaded guilty to", "arson"),
        ("said", "“We made a terrible mistake”"),
        ("said", "“I take full responsibility”"),
        ("said", "he was ashamed of what he had built"),
        ("said", "“We should have closed the road”"),
    ],
    "demands": [
        ("asked", "to be let in before dark"),
        ("told", "drivers not to use the bridge"),
        ("demanded", "an inquiry"),
        ("called for", "an inquiry"),
        ("called on", "the mayor to resign"),
        ("urged", "people to leave"),
        ("said", "the minister must go"),
        ("asked", "people to leave"),
        ("asked", "Mayor Ilse Brandt of Marlow to step down"),
        ("asked for", "more time"),
        ("told", "residents to boil their water"),
        ("wants", "the board to publish the map"),
        ("said", "she wanted the council to stop ignoring her"),
        ("insisted", "that the inquiry be public"),
        ("suggested", "closing the road"),
        ("said", "“Let’s stop the pumps”"),
        ("said", "“Stop the pumps now”"),
        ("wrote", "“We urge both sides to talk”"),
        ("said", "the port should be closed"),
        ("said", "it was time to end the strike"),
        ("repeated", "its demand for an inquiry"),
        ("said", "the council needs to act"),
    ],
    "promises": [
        ("said", "she would be back at the mill by Monday"),
        ("promised", "new houses"),
        ("vowed", "to rebuild"),
        ("said", "“We will rebuild”"),
        ("announced", "that her government will withdraw the bill"),
        ("announced", "plans to pull out of Velia"),
        ("plans", "to appeal"),
        ("offered to", "rebuild the town"),
        ("agreed", "to publish the minutes"),
        ("said", "he would not seek another term"),
        ("said", "they intend to appeal"),
        ("said", "“I am committed to finishing the bridge”"),
        ("said", "“We’re going to fix the wall”"),
        ("said", "her office is taking steps to find the families"),
        ("said", "it would pay for the repairs"),
    ],
    "warns": [
        ("said", "“If the vote is held, every docker will walk out.”"),
        ("told", "that anyone found on the dyke after dark would be shot"),
        ("said", "the dyke could give way before morning"),
        ("warned", "that more rain would come"),
        ("warned against", "entering the tunnel"),
        ("threatened", "to close the strait"),
        ("cautioned", "that the figures could change"),
        ("said", "“If they cross the river, we will destroy their bridges”"),
        ("said", "he will not sign any budget that leaves out the dam"),
        ("said", "the cuts could lead to chaos"),
        ("said", "delay would put thousands of lives at risk"),
        ("issued", "a warning"),
    ],
    "believes": [
        ("hopes", "to return"),
        ("condemned", "the attack"),
        ("praised", "the crews"),
        ("criticised", "the plan as a gift to the bank"),
        ("offered", "condolences"),
        ("called", "the plan “lousy”"),
        ("wrote", "“We are deeply saddened by the loss”"),
        ("was concerned", "about the north wall"),
        ("voiced", "his opposition to the dam"),
        ("questioned", "the mayor’s power to do so"),
        ("rejected", "the offer"),
        ("did not believe", "the engineer"),
        ("said", "he hoped the crews would be back by noon"),
        ("said", "“I don’t think the wall will hold”"),
        ("said", "the verdict was outrageous"),
        ("said", "it was “a sad day for Marlow”"),
        ("said", "“This is a wonderful result”"),
        ("described", "him as very brave"),
        ("sees", "the vote as a turning point"),
        ("said", "“Thank you to all who came”"),
        ("thanked", "the crews"),
        ("said", "she was disappointed by the vote"),
        ("is considered", "the best engineer of the valley"),
        ("agreed", "that the wall was old"),
    ],
    "declines": [
        ("would not be drawn on", "whether the envoy had been called home"),
        ("declined to comment on", "the report"),
        ("declined", "to comment"),
        ("did not respond to", "a request for comment"),
        ("has not commented on", "the report"),
        ("could not be reached for", "comment"),
        ("would not say", "who paid for the trip"),
        ("refused to answer", "questions about the fund"),
        ("refused", "to discuss the case"),
        ("refused to condemn", "the raid"),
        ("refused to apologise for", "the remark"),
    ],
    "asks": [
        ("wanted to know", "why the gates had been locked"),
        ("asked", "who had been on duty"),
        ("asked", "how to reach the town"),
        ("asked", "whether the dam was safe"),
        ("wondered", "why nobody had called"),
        ("said", "“Who was on duty?”"),
        ("said", "“Why is the gate closed?”"),
        ("inquired", "about the price"),
    ],
}
"""By act: cue and content of what the minister says; all sentences are made up."""

FLAT = [(cue, content, act) for act, pairs in CASES.items() for cue, content in pairs]


def spoken(cue: str, content: str, source: str = "The minister") -> Statement:
    text = f"{source} {cue} {content}."
    statement = said(text, source, cue, content)
    direct = content[0] in '“"' and content[-1] in '”"'
    return msgspec.structs.replace(statement, kind="direct" if direct else "indirect")


@pytest.mark.parametrize(("cue", "content", "act"), FLAT)
def test_act_follows_what_is_done(cue: str, content: str, act: str) -> None:
    assert act_of(spoken(cue, content)) == act


def test_there_are_cases_of_every_act() -> None:
    assert set(CASES) == set(ACTS)
    assert len({(cue, content) for cue, content, _ in FLAT}) == len(FLAT) >= 120


def test_a_newspaper_that_reports_a_denial_denies_nothing() -> None:
    text = "The Marlow Post reported that Ilse Brandt said it was a lie."
    inner = said(text, "Ilse Brandt", "said", "it was a lie")
    outer = said(text, "The Marlow Post", "reported", "that Ilse Brandt said it was a lie")
    assert act_of(inner) == "denies"
    assert act_of(outer, [inner]) == "asserts"


def test_a_rejection_keeps_its_object_though_somebody_else_says_it() -> None:
    text = "The bureau rejected claims that the grant was bought."
    inner = said(text, "", "claims", "that the grant was bought")
    outer = said(text, "The bureau", "rejected", "claims that the grant was bought")
    assert act_of(outer, [inner]) == "denies"


@pytest.mark.parametrize("source", ["The government", "A ministry", "The council"])
def test_an_institution_commits_itself(source: str) -> None:
    assert act_of(spoken("said", f"the {source.split()[-1]} will pay for the repairs", source)) == "promises"


def test_the_future_of_others_is_no_promise() -> None:
    assert act_of(spoken("said", "the river will reach the houses")) == "asserts"


@given(st.text('aeinorst deny’“”"?.,not to if', min_size=1, max_size=80).filter(lambda words: words.strip()))
def test_every_content_has_an_act(words: str) -> None:
    text = f"The minister said {words} today"
    content = ((18, 18 + len(words)),)
    made = msgspec.structs.replace(said(text, "The minister", "said", text[18:]), content=content)
    made = msgspec.structs.replace(made, text=msgspec.structs.replace(made.text, content=(words,)))
    assert act_of(made) in ACTS
