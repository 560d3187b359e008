"""The dossier in a real browser: hostile content stays text, and the page works at every width."""

import re
from itertools import pairwise

import pytest

from counterclaim.ledger import Ledger
from counterclaim.records import SetAside, Speaker
from counterclaim.serve import write_dossier
from tests.browser.hostile import ADDRESSES, PAYLOADS
from tests.serve.making import Said, add, flood_case

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
}
OPEN_ALL = "document.querySelectorAll('details').forEach(found => found.open = true)"
SCROLLING = """[...document.querySelectorAll('main *')].filter(
  e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX === 'auto').length"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A case that carries every payload in every field that comes from outside."""
    folder = tmp_path_factory.mktemp("hostile")
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
                add(ledger, text, said, published=published, language=payload, url=url, **head)
                fields = {"source": payload, "code": payload, "reason": payload, "advice": payload}
                ledger.set_aside(SetAside(stage="read", **fields))
        write_dossier(ledger, folder / "page.html", title=PAYLOADS[2])
    page = (folder / "page.html").read_text(encoding="utf-8")
    bare = re.sub(r"<meta http-equiv=[^>]*>", "", page, count=1)
    assert bare != page
    (folder / "bare.html").write_text(bare, encoding="utf-8")
    return folder


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", ["page", "bare"])
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
    if name == "page":
        problems = [event["entry"]["text"] for event in browser.named("Log.entryAdded")]
        assert problems == [], "the page breaks its own policy"


def test_hostile_content_does_not_break_the_layout(browser, hostile):
    for width in (320, 360, 1280):
        browser.open(hostile / "page.html", width=width)
        browser.value(OPEN_ALL)
        assert browser.value("document.documentElement.scrollWidth") <= width
    sections = browser.value("[...document.querySelectorAll('main > section')].map(e => e.id)")
    assert sections == ["unread", "time", "speakers", "acts", "articles"]
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


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_has_to_be_scrolled_sideways(browser, flood_page, width):
    browser.open(flood_page, width=width)
    browser.value(OPEN_ALL)
    assert browser.value("document.documentElement.scrollWidth") <= width
    assert browser.value(SCROLLING) == 0


def test_the_style_sheet_is_in_force_under_the_policy_in_both_themes(browser, flood_page):
    grounds = []
    for dark in (False, True):
        browser.open(flood_page, dark=dark)
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


def test_the_keyboard_reaches_the_skip_link_first(browser, flood_page):
    browser.open(flood_page)
    for kind in ("keyDown", "keyUp"):
        browser.send("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)
    assert browser.value("document.activeElement.className") == "skip"
    assert browser.value("document.activeElement.getBoundingClientRect().top") >= 0


def test_every_link_has_a_name_and_every_heading_follows_its_parent(browser, flood_page):
    browser.open(flood_page)
    browser.value(OPEN_ALL)
    nameless = "[...document.links].filter(e => !(e.innerText.trim() || e.getAttribute('aria-label'))).length"
    assert browser.value(nameless) == 0
    levels = browser.value("[...document.querySelectorAll('h1, h2, h3')].map(e => Number(e.tagName[1]))")
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
