"""What must hold of every article, whatever stands in it: spans, bounds, nesting, ids, line ends."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import counterclaim
from counterclaim.config import Config
from counterclaim.errors import ReadError
from counterclaim.extractor import shipped
from counterclaim.records import Extraction, Span, new_document
from counterclaim.records.document import Article

SENTENCES = (
    "The dam is safe, Ana Bell, the interior minister, said on Thursday.",
    "“We checked every gate,” she told reporters. “Nobody was hurt.”",
    "Bell denied that the operator had known of the leak.",
    "The operator said the ministry denied the report.",
    "At least 12 people were killed and 40 injured, the governor of Marlow said.",
    "Among them were three children, according to police.",
    "It was reported that dozens had fled by Sunday.",
    "MAYOR: We were never told.",
    "The assembly voted 141-5, with 35 abstentions, to pass the bill on 3 May 2024.",
    "Q: Did you see the water? A: I did.",
    "Between 30 and 40 boats, some 25% of the fleet, sank in early June.",
    "He called the film a fake; no one was arrested.",
    "'It held,' the mayor of Tarn wrote on 4 April, 'and it will hold.'",
    "",
    "The council has 15 members. Nine voted in favour and six against.",
)
TEXTS = st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=9).map("\n".join)
FEW = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def extracted(text: str) -> Extraction | None:
    try:
        return counterclaim.extract(text, published="2024-05-04", config=Config(threads=1))
    except ReadError:  # too short to tell its language
        return None


@FEW
@given(TEXTS)
def test_every_span_holds_the_words_that_are_given_for_it(text: str) -> None:
    found = extracted(text)
    if found is None:
        return

    def words(spans: tuple[Span, ...]) -> tuple[str, ...]:
        assert all(0 <= start < end <= len(text) for start, end in spans)
        return tuple(text[start:end] for start, end in spans)

    for statement in found.statements:
        assert words(statement.content) == statement.text.content
        assert " ".join(words(statement.source)) == statement.text.source
        assert " ".join(words(statement.cue)) == statement.text.cue
        words(statement.about)
    for record in (*found.figures, *found.dates):
        assert words((record.span,)) == (record.text,)
    words(tuple(vote.span for vote in found.votes))


@FEW
@given(TEXTS)
def test_bounds_are_in_order_and_counts_are_counts(text: str) -> None:
    found = extracted(text)
    for figure in found.figures if found else ():
        assert figure.low is not None or figure.high is not None
        assert figure.low is None or figure.high is None or figure.low <= figure.high
    for vote in found.votes if found else ():
        assert all(count is None or count >= 0 for count in (vote.yes, vote.no, vote.abstain, vote.absent))


@FEW
@given(TEXTS)
def test_nested_statements_and_parts_of_figures_form_forests(text: str) -> None:
    found = extracted(text)
    if found is None:
        return
    outer = {statement.id: statement.within for statement in found.statements}
    whole = {figure.id: figure.part_of for figure in found.figures}
    for above in (outer, whole):
        assert all(parent is None or parent in above for parent in above.values())
        for one in above:
            seen, at = set(), one
            while at is not None:
                assert at not in seen
                seen.add(at)
                at = above[at]


@FEW
@given(st.lists(TEXTS, min_size=2, max_size=3, unique=True))
def test_ids_don_t_depend_on_what_comes_before_or_with_an_article(texts: list[str]) -> None:
    extractor = shipped(Config(threads=1))
    articles = [
        Article(document=new_document(t, published="2024-05-04"), text=t, sentences=((0, len(t)),), capture_sha256="")
        for t in texts
    ]
    together = extractor(articles)
    assert together == list(reversed(extractor(list(reversed(articles)))))
    assert together == [extractor([article])[0] for article in articles]


@FEW
@given(TEXTS)
def test_line_ends_of_either_kind_give_the_same_statements(text: str) -> None:
    unix, windows = extracted(text), extracted(text.replace("\n", "\r\n"))

    def said(found: Extraction | None) -> list[tuple[object, ...]]:
        return [
            (
                s.text.source,
                s.text.cue,
                tuple(" ".join(c.split()) for c in s.text.content),
                s.kind,
                s.act,
                s.speaker.name,
            )
            for s in (found.statements if found else ())
        ]

    assert said(unix) == said(windows)
    assert [(f.text, f.low, f.high, f.measure, f.by) for f in (unix.figures if unix else ())] == [
        (f.text, f.low, f.high, f.measure, f.by) for f in (windows.figures if windows else ())
    ]
    assert [(d.text, d.value) for d in (unix.dates if unix else ())] == [
        (d.text, d.value) for d in (windows.dates if windows else ())
    ]
