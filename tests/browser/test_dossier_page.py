"""The dossier in a real browser: hostile content stays text, and the page works at every width."""

import re
from itertools import pairwise

import pytest

from counterclaim.ledger import Ledger
from counterclaim.records import SetAside, Speaker
from counterclaim.records.links import (
    Change,
    Links,
    OriginGroup,
    OriginLink,
    Position,
    Role,
    SeriesValue,
)
from counterclaim.serve import write_dossier
from tests.browser.hostile import ADDRESSES, PAYLOADS
from tests.serve.making import Counted, Said, add, claim, ferry_case, flood_case, party, series

pytestmark = pytest.mark.browser

ALLOWED_TAGS = {
    *("A", "ARTICLE", "B", "BDI", "BLOCKQUOTE", "BODY", "BR", "CAPTION", "CODE", "DD", "DETAILS", "DIV", "DL", "DT"),
    *("FIGCAPTION", "FIGURE", "FOOTER", "H1", "H2", "H3", "HEAD", "HEADER", "HTML", "I", "LI", "MAIN", "MARK", "META"),
    *(
        "NAV",
        "OL",
        "P",
        "SECTION",
        "SPAN",
        "STRONG",
        "STYLE",
        "SUMMARY",
        "TABLE",
        "TBODY",
        "TD",
        "TFOOT",
        "TH",
        "THEAD",
    ),
    *("TIME", "TITLE", "TR", "UL", "SVG", "CIRCLE", "DEFS", "DESC", "G", "LINE", "PATTERN", "RECT", "TEXT"),
    *("H4", "H5", "PATH"),
}
OPEN_ALL = "document.querySelectorAll('details').forEach(found => found.open = true)"
SCROLLING = """[...document.querySelectorAll('main *')].filter(
  e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX === 'auto').length"""


def hostile_links(ledger, found):
    """Claims, series, parties, changes and origins whose every word is a payload."""
    articles = {row.document.title: ledger.case_article(row.document.id) for row in ledger.documents()}
    parties, claims, values, changes, groups = [], [], [], [], []
    for payload, statements in zip(PAYLOADS, found, strict=True):
        article = articles[payload]
        roles = (Role(role=payload, first=payload, last="2024-05-04"),)
        one = party(payload, statements[:1], roles=roles, type="unnamed")
        other = party(f"N {payload}", statements[1:2], speaks_for=one.id)
        parties += [one, other]
        stances = (("for", one.id), ("against", other.id), ("unclear", None))
        positions = [
            Position(
                statement=statement.id,
                document=article.document.id,
                party=who,
                stance=stance,
                origin_group=article.document.id,
                day=payload,
                score=1.0,
            )
            for statement, (stance, who) in zip(statements, stances, strict=True)
        ]
        claims.append(claim(payload, positions))
        change = {"before_day": payload, "after_day": payload, "before_value": payload, "after_value": payload}
        claimed = {"party": one.id, "claim": claims[-1].id, "series": None}
        changes.append(Change(**claimed, before=statements[0].id, after=statements[1].id, **change))
        (given,) = article.figures
        shown = {"low": given.low, "high": given.low, "as_of": given.as_of, "approximate": False, "by": payload}
        where = {"document": article.document.id, "origin_group": article.document.id}
        values.append(SeriesValue(figure=given.id, statement=None, party=None, **where, **shown))
        groups.append(article.document.id)
    figures = tuple(
        series(values[at : at + 3], payload, payload) for at, payload in zip(range(0, 30, 3), PAYLOADS, strict=False)
    )
    moved = {"before": values[0].figure, "after": values[1].figure, "before_value": PAYLOADS[0], "after_value": "x"}
    days = {"before_day": PAYLOADS[0], "after_day": None}
    changes.append(Change(party=parties[0].id, claim=None, series=figures[0].id, **moved, **days))
    ties = tuple(OriginLink(kind="near", one=groups[0], other=one, share=0.5) for one in groups[1:])
    origin = OriginGroup(id="a" * 64, documents=tuple(groups), origin=PAYLOADS[0], links=ties)
    return Links(
        origin_groups=(origin,),
        parties=tuple(parties),
        claims=tuple(claims),
        figure_series=figures,
        changes=tuple(changes),
    )


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A case that carries every payload in every field that comes from outside, and links that carry it on."""
    folder = tmp_path_factory.mktemp("hostile")
    found = []
    with Ledger.create(folder / "case") as ledger:
        with ledger.writer():
            for number, payload in enumerate(PAYLOADS):
                text = f"Number {number}. {payload} claimed {payload} and more.\n\n{payload}"
                said = [
                    Said(
                        (payload, payload),
                        payload,
                        "claimed",
                        speaker=Speaker(name=payload, type="person", role=payload),
                    ),
                    Said(
                        payload[: len(payload) // 2 + 1], "Number", said_on=payload, speaker=Speaker(name=f"N{number}")
                    ),
                    Said(text[5:60], act="denies", kind="direct", speaker=Speaker(name=payload[:40])),
                ]
                head = {"title": payload, "publisher": payload, "authors": (payload, payload), "file": payload}
                published = payload if number % 2 else "2024-05-04"
                url = ADDRESSES[number % len(ADDRESSES)]
                counted = [Counted("Number", number, None, payload, "2024-05-04" if number % 3 else None)]
                found.append(add(ledger, text, said, counted, published=published, language=payload, url=url, **head))
                fields = {"source": payload, "code": payload, "reason": payload, "advice": payload}
                ledger.set_aside(SetAside(stage="read", **fields))
        write_dossier(ledger, folder / "unlinked.html", title=PAYLOADS[2])
        write_dossier(ledger, folder / "page.html", title=PAYLOADS[2], links=hostile_links(ledger, found))
    page = (folder / "page.html").read_text(encoding="utf-8")
    bare = re.sub(r"<meta http-equiv=[^>]*>", "", page, count=1)
    assert bare != page
    (folder / "bare.html").write_text(bare, encoding="utf-8")
    return folder


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", ["page", "bare", "unlinked"])
def test_hostile_content_stays_text_with_and_without_the_policy(browser, hostile, name, dark):
    browser.open(hostile / f"{name}.html", dark=dark)
    browser.value(OPEN_ALL)
    browser.value(
        "document.querySelectorAll('*').forEach(e => {e.dispatchEvent(new Event('mouseover')); e.focus && e.focus()})"
    )
    assert browser.value("typeof window.pwned") == "undefined"
    assert browser.value("document.title").endswith("– dossier")
    assert browser.named("Page.javascriptDialogOpening") == []
    assert (
        browser.value("document.querySelectorAll('script, iframe, img, object, embed, form, base, link').length") == 0
    )
    tags = browser.value("[...new Set([...document.querySelectorAll('*')].map(e => e.tagName.toUpperCase()))]")
    assert set(tags) <= ALLOWED_TAGS
    attributes = browser.value("[...new Set([...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames()))]")
    assert not [
        found for found in attributes if found.startswith("on") or found in ("style", "src", "srcdoc", "action")
    ]
    links = browser.value("[...document.links].map(e => e.href)")
    assert all(link.startswith(("file:", "https://paper.example/")) for link in links)
    asked = [event["request"]["url"] for event in browser.named("Network.requestWillBeSent")]
    assert len(asked) == 1, f"the page asked for {asked[1:]}"
    if name != "bare":
        problems = [event["entry"]["text"] for event in browser.named("Log.entryAdded")]
        assert problems == [], "the page breaks its own policy"


def test_hostile_content_does_not_break_the_layout(browser, hostile):
    for width in (320, 360, 1280):
        browser.open(hostile / "page.html", width=width)
        browser.value(OPEN_ALL)
        assert browser.value("document.documentElement.scrollWidth") <= width
    sections = browser.value("[...document.querySelectorAll('main > section')].map(e => e.id)")
    across = ["claims", "corroborated", "figures", "changes", "speakers", "origins"]
    assert sections == ["unread", *across, "time", "acts", "articles"]
    assert browser.value("document.querySelectorAll('.claim').length") == len(PAYLOADS)
    assert browser.value("document.querySelectorAll('.st').length") == 3 * len(PAYLOADS)
    assert browser.value("document.querySelectorAll('article').length") == len(PAYLOADS)


def test_reordering_characters_do_not_reach_their_neighbours(browser, hostile):
    browser.open(hostile / "page.html")
    boxes = browser.value("[...document.querySelectorAll('.ctl')].map(e => getComputedStyle(e).display)")
    assert boxes
    assert set(boxes) == {"inline-block"}
    loose = """(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); let found = 0;
      while (walker.nextNode()) {
        const node = walker.currentNode;
        if (/[\\u202a-\\u202e\\u2066-\\u2069]/.test(node.data) && !node.parentElement.closest('.ctl')) found += 1;
      }
      return found; })()"""
    assert browser.value(loose) == 0


@pytest.fixture(scope="module")
def flood_page(tmp_path_factory):
    folder = tmp_path_factory.mktemp("flood")
    with flood_case(folder / "case") as ledger:
        for number in range(8):  # enough for articles to be folded
            add(ledger, f"Filler number {number}.", title=f"Filler {number}")
        write_dossier(ledger, folder / "page.html", title="The breach")
    return folder / "page.html"


@pytest.fixture(scope="module")
def ferry_page(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ferry")
    found = ferry_case(folder / "case")
    with found.ledger:
        write_dossier(found.ledger, folder / "page.html", title="The ferry", links=found.links)
    return folder / "page.html"


@pytest.fixture(params=["flood_page", "ferry_page"])
def any_page(request):
    """A page without links and a page with them."""
    return request.getfixturevalue(request.param)


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_has_to_be_scrolled_sideways(browser, any_page, width):
    browser.open(any_page, width=width)
    browser.value(OPEN_ALL)
    assert browser.value("document.documentElement.scrollWidth") <= width
    assert browser.value(SCROLLING) == 0


def test_the_style_sheet_is_in_force_under_the_policy_in_both_themes(browser, any_page):
    grounds = []
    for dark in (False, True):
        browser.open(any_page, dark=dark)
        grounds.append(browser.value("getComputedStyle(document.documentElement).backgroundColor"))
        assert browser.named("Log.entryAdded") == []
    assert grounds == ["rgb(251, 250, 246)", "rgb(21, 23, 26)"]


def test_following_a_statement_opens_its_article_and_leads_back(browser, flood_page):
    browser.open(flood_page)
    assert browser.value("document.querySelector('.article').open") is False
    browser.value("document.querySelector('.st .where').click()")
    assert browser.value("document.querySelector('.article').open") is True
    assert browser.value("document.querySelector(':target').tagName") == "MARK"
    browser.value("document.querySelector('mark:target a').click()")
    assert browser.value("document.querySelector(':target').className") == "st"


def test_the_sides_of_a_claim_stand_beside_each_other_or_one_below_the_other_on_a_telephone(browser, ferry_page):
    tops = "[...document.querySelector('.sides').children].map(e => Math.round(e.getBoundingClientRect().top))"
    browser.open(ferry_page, width=1200)
    left, right = browser.value(tops)
    assert left == right
    browser.open(ferry_page, width=390)
    left, right = browser.value(tops)
    assert left < right


def test_following_a_position_and_a_figure_opens_what_is_folded_and_leads_back(browser, ferry_page):
    browser.open(ferry_page)
    browser.value("document.querySelectorAll('details').forEach(found => found.open = false)")
    browser.value("document.querySelector('.stand .meta a').click()")
    assert browser.value("document.querySelector(':target').className") == "st"
    browser.value("document.querySelector(':target .refs a').click()")
    assert browser.value("document.querySelector(':target').classList.contains('claim')")
    browser.value("document.querySelector('.series td a').click()")
    assert browser.value("document.querySelector(':target').className") == "fig"
    assert browser.value("document.querySelector(':target').closest('details').open")
    browser.value("document.querySelector('.fig:target + a').click()")
    assert browser.value("document.querySelector(':target').classList.contains('series')")


def test_every_table_has_a_caption(browser, any_page):
    browser.open(any_page)
    assert browser.value("[...document.querySelectorAll('table')].filter(e => !e.caption?.textContent).length") == 0


def test_the_keyboard_reaches_the_skip_link_first(browser, flood_page):
    browser.open(flood_page)
    for kind in ("keyDown", "keyUp"):
        browser.send("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)
    assert browser.value("document.activeElement.className") == "skip"
    assert browser.value("document.activeElement.getBoundingClientRect().top") >= 0


def test_every_link_has_a_name_and_every_heading_follows_its_parent(browser, any_page):
    browser.open(any_page)
    browser.value(OPEN_ALL)
    nameless = "[...document.links].filter(e => !(e.innerText.trim() || e.getAttribute('aria-label'))).length"
    assert browser.value(nameless) == 0
    levels = browser.value("[...document.querySelectorAll('h1, h2, h3, h4, h5')].map(e => Number(e.tagName[1]))")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_print_shows_what_is_folded(browser, flood_page):
    browser.open(flood_page)
    browser.send("Emulation.setEmulatedMedia", media="print")
    heights = browser.value(
        "[...document.querySelectorAll('.article article')].map(e => e.getBoundingClientRect().height)"
    )
    browser.send("Emulation.setEmulatedMedia", media="")
    assert all(height > 40 for height in heights)
