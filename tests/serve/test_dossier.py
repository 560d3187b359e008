import hashlib
import io
import re
import subprocess
import sys
import time
import tracemalloc
from base64 import b64encode
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest

from counterclaim.errors import LedgerError, UsageError
from counterclaim.ledger import Ledger
from counterclaim.records import SetAside, Speaker
from counterclaim.serve import write_dossier
from counterclaim.serve.dossier import UNFOLDED_STATEMENTS
from tests.serve.making import Said, add, flood_case

NOON = datetime(2024, 6, 1, 12, tzinfo=UTC)
BLOCKS = {"p", "li", "dt", "dd", "th", "td", "h1", "h2", "h3", "h4", "h5", "blockquote", "summary"}
VOID = {"meta", "br", "link", "img", "input"}


class Page(HTMLParser):
    """A page taken apart: text of the whole and of each element with an id, links, tags."""

    def __init__(self, source):
        super().__init__()
        self.source = source
        self.ids = []
        self.links = []
        self.tags = []
        self.texts = {}
        self._open = []
        self.feed(source)
        self.close()
        assert not self._open, f"never closed: {self._open}"

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.tags.append((tag, given))
        if "id" in given:
            self.ids.append(given["id"])
            self.texts[given["id"]] = ""
        if "href" in given:
            self.links.append(given["href"])
        if tag not in VOID:
            self._open.append((tag, given.get("id")))

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        assert self._open.pop()[0] == tag
        if tag in BLOCKS:
            self.handle_data(" ")

    def handle_data(self, data):
        for _, id_ in self._open:
            if id_:
                self.texts[id_] += data

    def text(self, id_):
        return " ".join(self.texts[id_].replace("\u202f", " ").replace("\u2060", "").split())


def render(ledger, **options) -> Page:
    out = io.StringIO()
    write_dossier(ledger, out, made_at=NOON, **options)
    return Page(out.getvalue())


@pytest.fixture
def flood(tmp_path):
    with flood_case(tmp_path / "flood") as ledger:
        yield ledger


@pytest.fixture
def empty(tmp_path):
    with Ledger.create(tmp_path / "empty") as ledger:
        yield ledger


def test_the_head_says_what_the_page_holds_and_what_it_does_not_mean(flood):
    head = render(flood, title="The breach").text("top")
    assert "The breach" in head
    assert "6 statements from 2 articles, 4 May 2024" in head
    assert "Nothing here says that they are true" in head
    assert "A program found the statements" in head
    assert "Made 1 June 2024, 12:00 UTC" in head
    assert "1 article undated" in head
    assert "extractor 1.2.3" in head
    assert "ab" * 32 in head
    assert "resolver 4" in head
    assert "Tolvara Daily (1)" in head


def test_the_title_defaults_to_the_name_of_the_case(flood):
    assert "<title>flood – dossier</title>" in render(flood).source


def test_what_could_not_be_read_stands_first_with_reason_and_advice(flood):
    page = render(flood)
    text = page.text("unread")
    assert "1 × not-english" in text
    assert "articles/presa.html" in text
    assert "It is in Spanish and not in English." in text
    assert "What to do: Give an English translation." in text
    assert "#unread" in page.links
    assert page.source.index('id="unread"') < page.source.index('id="time"')


def test_a_statement_is_told_in_full(flood):
    page = render(flood)
    first = next(page.text(id_) for id_ in page.ids if id_.startswith("s-") and "accuses" in page.texts[id_])
    for part in (
        "accuses",
        "quoted",
        "“We were not warned,” … “Nobody rang.”",
        "Olvedy",
        "said",
        "Tolvara Daily, 4 May 2024",
        "said on 3 May 2024",
        "sure 90 %",
    ):
        assert part in first


def test_speakers_come_by_number_of_statements_and_the_nameless_last(flood):
    page = render(flood)
    groups = [page.text(id_) for id_ in page.ids if id_.startswith("speaker-")]
    assert [re.match(r"(.*?) \d statement", group).group(1) for group in groups] == [
        "The Halyard Institute",
        "Katarin Olvedy",
        "residents",
        "No source named",
    ]
    assert "2 statements · person · president of Tolvara; head of state" in groups[1]
    assert "organisation" in groups[0]
    assert "different people may stand behind it" in groups[2]
    assert "names no source" in groups[3]
    assert page.ids.index("speaker-none") > max(page.ids.index(f"speaker-{at}") for at in (1, 2, 3))


def test_a_statement_without_an_act_is_not_classified(flood):
    page = render(flood)
    assert "not classified" in page.text("act-none")
    assert page.text("acts").count("“the road is closed”") == 0


def test_a_statement_inside_another_leads_to_it(flood):
    page = render(flood)
    inner = next(id_ for id_ in page.ids if id_.startswith("s-") and "inside statement 3" in page.text(id_))
    outer = next(id_ for id_ in page.ids if id_.startswith("s-") and "sure 99 %" in page.text(id_))
    assert f'inside <a href="#{outer}">' in page.source
    assert "sure 100 %" in page.text(inner)


def test_every_inner_link_has_one_target_and_statements_lead_both_ways(flood):
    page = render(flood)
    assert len(page.ids) == len(set(page.ids))
    targets = {link[1:] for link in page.links if link.startswith("#")}
    assert targets <= set(page.ids)
    shorts = {id_[2:] for id_ in page.ids if id_.startswith("s-")}
    assert len(shorts) == 6
    for short in shorts:
        assert {f"#s-{short}", f"#in-{short}"} <= set(page.links)
        assert f"in-{short}" in page.ids


def test_an_article_shows_where_it_comes_from(flood):
    page = render(flood)
    articles = [page.text(id_) for id_ in page.ids if id_.startswith("a-")]
    assert len(articles) == 2
    for part in (
        "Dam gives way",
        "Zora Pelikant, M. Jessik",
        "4 May 2024 (from the page’s metadata)",
        "dam.html",
        "language en",
        "1 May 2024, 08:00 UTC",
    ):
        assert part in articles[0]
    assert "rain.txt" in articles[1]
    assert "undated" in articles[1]
    assert "publisher not known" in articles[1]
    documents = [row.document for row in flood.documents()]
    assert all(document.sha256 in page.source for document in documents)
    anchor = {"href": "https://daily.example/dam?a=1&b=2", "rel": "noopener noreferrer nofollow"}
    assert ("a", anchor) in page.tags


def test_the_chart_has_words_and_a_table(flood):
    page = render(flood)
    svg = next(given for tag, given in page.tags if tag == "svg" and "aria-labelledby" in given)
    for id_ in svg["aria-labelledby"].split():
        assert page.text(id_)
    assert "4 May 2024 1 1 4 6" in page.text("time")


def test_undated_statements_are_counted_beside_the_chart(empty):
    add(empty, "He said no.", [Said("no", "He", "said")])
    add(empty, "She said yes.", [Said("yes", "She", "said")], published="2024")
    assert "No chart: 2 statements, all in undated articles" in render(empty).text("time")
    add(empty, "They said maybe.", [Said("maybe", "They", "said")], published="2024-01-01")
    assert "2 statements in undated articles are not in the chart" in render(empty).text("time")


def test_an_empty_case_gives_a_page_that_says_so(empty):
    page = render(empty)
    assert "0 statements from 0 articles" in page.text("top")
    assert "Everything that was put in could be read" in page.text("unread")
    assert "There are no articles in this case" in page.text("articles")
    assert "No statements were found" in page.text("speakers")


def test_long_lists_are_folded_and_complete(empty):
    many = UNFOLDED_STATEMENTS + 15
    with empty.writer():
        for at in range(many):
            said = Said(f"no {at}", f"Person {at}", "said", speaker=Speaker(name=f"Person {at}"))
            add(empty, f"Person {at} said no {at}.", [said])
            reason = {"code": "empty", "reason": "it is empty", "advice": "Drop it"}
            empty.set_aside(SetAside(stage="read", source=f"f{at}", **reason))
    page = render(empty)
    assert sum(id_.startswith("s-") for id_ in page.ids) == many
    assert sum(id_.startswith("a-") for id_ in page.ids) == many
    assert all(re.search(rf"\bf{at}\b", page.texts["unread"]) for at in range(many))
    assert f"The other {many - 12}" in page.text("unread")
    assert f"The other {many - 24} speakers in this list" in page.text("speakers")
    folds = [given for tag, given in page.tags if tag == "details" and given.get("id", "").startswith("speaker-")]
    assert sum("open" in given for given in folds) == UNFOLDED_STATEMENTS
    articles = [given for tag, given in page.tags if tag == "details" and given.get("id", "").startswith("a-")]
    assert not any("open" in given for given in articles)


def test_the_page_needs_nothing_and_allows_nothing(flood):
    page = render(flood)
    policy = next(given["content"] for tag, given in page.tags if given.get("http-equiv") == "Content-Security-Policy")
    style = page.source.split("<style>")[1].split("</style>")[0]
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
    tags = {tag for tag, _ in page.tags}
    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "form", "base", "audio", "video", "source"}
    assert not any(
        name.startswith("on") or name in {"style", "src", "srcset"} for _, given in page.tags for name in given
    )
    assert "@import" not in style
    assert not re.search(r"url\(\s*['\"]?(?!#)", style)


def test_a_page_is_made_the_same_way_twice(flood):
    assert render(flood).source == render(flood).source


def test_a_file_appears_whole_or_not_at_all(flood, tmp_path, monkeypatch):
    target = tmp_path / "page.html"
    target.write_text("old")
    monkeypatch.setattr("counterclaim.serve.dossier._article_html", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        write_dossier(flood, target)
    assert target.read_text() == "old"
    monkeypatch.undo()
    write_dossier(flood, target, made_at=NOON)
    assert target.read_text(encoding="utf-8") == render(flood).source
    assert sorted(path.name for path in tmp_path.iterdir()) == ["flood", "page.html"]


def test_a_place_that_cannot_be_written_is_a_usage_error(flood, tmp_path):
    with pytest.raises(UsageError, match="can't be written to"):
        write_dossier(flood, tmp_path / "missing" / "page.html")
    with pytest.raises(UsageError, match="can't be written to"):
        write_dossier(flood, tmp_path)


def test_a_closed_case_is_a_ledger_error(flood):
    flood.close()
    with pytest.raises(LedgerError):
        render(flood)


def test_a_usual_case_is_small_and_quick(empty):
    sentence = "Speaker {} told reporters on the quay that gate number {} had never been opened by anybody. "
    with empty.writer():
        for article in range(30):
            text = "".join(
                sentence.format(at % 7, article * 100 + at) + "Rain fell on the town. " * 5 for at in range(20)
            )
            found = [
                Said(
                    f"that gate number {article * 100 + at} had never been opened by anybody",
                    speaker=Speaker(name=f"S {at % 7}", type="person"),
                )
                for at in range(20)
            ]
            add(empty, text, found, published=f"2024-05-{article + 1:02d}", publisher="Post", title=f"Day {article}")
    out = io.StringIO()
    write_dossier(empty, out)
    began = time.process_time()
    write_dossier(empty, out := io.StringIO())
    assert time.process_time() - began < 1
    assert len(out.getvalue().encode()) < 1_500_000


def test_memory_does_not_grow_with_the_text(empty):
    class Sink(io.StringIO):
        def write(self, text):
            return len(text)

    long = ("Long rain fell on the town. " * 40 + "\n") * 250
    with empty.writer():
        for article in range(12):
            add(empty, f"He said no {article}.\n{long}", [Said(f"no {article}", "He", "said")])
    write_dossier(empty, Sink())
    tracemalloc.start()
    write_dossier(empty, Sink())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5 * len(long), "12 articles must not be held at once, in whatever form"


def test_importing_the_package_is_light():
    code = (
        "import sys, counterclaim.serve; sys.exit(int(bool({'jinja2', 'sqlalchemy', 'markupsafe'} & set(sys.modules))))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
