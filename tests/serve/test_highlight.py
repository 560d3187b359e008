import html
import re
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.records import new_statement
from counterclaim.serve.characters import printable
from counterclaim.serve.highlight import Anchor, FigureAnchor, paragraphs_html

PIECES = ["word ", "“quoted”", "<b>", "&amp;", "\n", "\n\n", "\r\n", "\u202e", "\x01", "'\"", "é ", " "]


@st.composite
def articles(draw):
    text = "".join(draw(st.lists(st.sampled_from(PIECES), min_size=1, max_size=30)))
    span = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).filter(lambda found: found[0] < found[1])
    spans = st.lists(span, max_size=3).map(tuple)
    statements = [
        new_statement(
            "d",
            text,
            source=draw(spans),
            cue=draw(spans),
            content=draw(spans.filter(bool)),
            kind="direct",
            confidence=0.5,
        )
        for _ in range(draw(st.integers(0, 4)))
    ]
    series = st.sampled_from([None, (1, "one"), (2, "two")])
    figures = [FigureAnchor(draw(span), f"g{at}", draw(series)) for at in range(draw(st.integers(0, 3)))]
    return text, statements, figures


def render(text, statements, figures=(), claims=()):
    anchors = [Anchor(at + 1, f"id{at}", tuple(claims)) for at in range(len(statements))]
    return "".join(paragraphs_html(text, statements, anchors, figures))


class Nesting(HTMLParser):
    """Fails on a tag closed out of order, a link in a link or a paragraph in anything."""

    def __init__(self):
        super().__init__()
        self.open = []
        self.ids = []
        self.links = []

    def handle_starttag(self, tag, attributes):
        assert not (tag == "a" and "a" in self.open), "a link inside a link"
        assert not (tag == "p" and self.open), "a paragraph inside something"
        self.open.append(tag)
        given = dict(attributes)
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@settings(deadline=None, max_examples=60)
@given(articles())
def test_without_its_tags_the_html_is_the_article(article):
    text, statements, figures = article
    page = render(text, statements, figures, [(7, "seven")])
    assert html.unescape(re.sub(r"<[^>]*>", "", page)) == printable(text)


@settings(deadline=None, max_examples=60)
@given(articles())
def test_tags_nest_and_every_statement_and_figure_has_one_anchor_and_can_be_followed(article):
    text, statements, figures = article
    page = Nesting()
    page.feed(render(text, statements, figures, [(7, "seven")]))
    assert page.open == []
    anchors = [f"in-id{at}" for at in range(len(statements))]
    assert sorted(page.ids) == sorted([*anchors, *(f"g-{figure.short}" for figure in figures)])
    for figure in figures:
        if figure.series and text[slice(*figure.span)].strip():
            assert f"#f-{figure.series[1]}" in page.links
    for at, statement in enumerate(statements):
        if any(piece.strip() for piece in statement.text.content):
            assert {f"#s-id{at}", "#c-seven"} <= set(page.links)


def test_a_statement_in_a_statement_is_a_mark_in_a_mark():
    text = "She said he denied it."
    outer = new_statement("d", text, source=((0, 3),), cue=((4, 8),), content=((9, 21),), kind="indirect", confidence=1)
    inner = new_statement(
        "d", text, source=((9, 11),), cue=((12, 18),), content=((19, 21),), kind="indirect", confidence=1
    )
    assert render(text, [outer, inner]) == (
        '<p dir="auto" class="free"><b class="source">She</b> <i class="cue">said</i> '
        '<mark id="in-id0"><b class="source"><a href="#s-id0">he</a></b> '
        '<i class="cue"><a href="#s-id0">denied</a></i> '
        '<mark id="in-id1"><a href="#s-id1">it</a><span class="n" data-n="2"></span></mark>'
        '<span class="n" data-n="1"></span></mark>.</p>'
    )


def test_a_quotation_over_two_paragraphs_is_split_and_numbered_once():
    text = "“One.\n\nTwo.”"
    found = new_statement("d", text, source=(), cue=(), content=((0, len(text)),), kind="direct", confidence=1)
    page = render(text, [found])
    assert page.count("<mark") == 2
    assert page.count("data-n") == 1
    assert page.count('id="in-') == 1


def test_two_statements_with_the_same_words_can_both_be_followed():
    text = "Both said no."
    both = [
        new_statement("d", text, source=(span,), cue=(), content=((10, 12),), kind="indirect", confidence=1)
        for span in ((0, 4), (5, 9))
    ]
    page = render(text, both)
    assert 'href="#s-id0"' in page
    assert 'href="#s-id1"' in page
    assert 'aria-label="Statement 1"' in page


def test_a_broken_quote_leads_to_its_claim_once_at_its_end():
    text = "“One,” she said, “two.”"
    found = new_statement("d", text, source=(), cue=(), content=((0, 6), (17, 23)), kind="direct", confidence=1)
    page = render(text, [found], claims=[(3, "abc")])
    assert page.count('href="#c-abc"') == 1
    assert page.endswith('</mark><a class="n to" href="#c-abc" data-n="C3" aria-label="Claim 3"></a></p>')


def test_a_figure_has_a_frame_and_leads_to_its_series_without_leaving_its_statement():
    text = "He said 12 died."
    found = new_statement("d", text, source=((0, 2),), cue=(), content=((8, 15),), kind="indirect", confidence=1)
    page = render(text, [found], [FigureAnchor((8, 10), "f12", (2, "dead"))])
    assert (
        '<mark id="in-id0"><span class="fig" id="g-f12"><a href="#s-id0">12</a></span>'
        '<a class="n to" href="#f-dead" data-n="F2" aria-label="Figures 2"></a><a href="#s-id0"> died</a>' in page
    )
