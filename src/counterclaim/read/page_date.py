"""A page's tree in, the day that it was published on out: from what is written for machines, or seen.

Guesses from dates that stand anywhere in the page are not made. A day later than the
capture is none of a publication.
"""

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from lxml.html import HtmlElement

from counterclaim.read.dates import days_in, iso_day, stated_day

META_NAMES = (
    "article:published_time",
    "article:published",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "publish-date",
    "publish_date",
    "publishdate",
    "published-date",
    "published_date",
    "publication_date",
    "pubdate",
    "pub_date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.date",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dc:date",
    "originalpublicationdate",
    "article_date_original",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
    "rnews:datepublished",
    "article.published",
    "bt:pubdate",
    "date",
)
"""Names of meta tags that give the day of publication, most telling first, in lower case."""

_URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?|[a-z]{3})[/-](\d\d?)(?:/|-|$)", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ARTICLE_TYPE = re.compile(r"(?:Article|Posting|Report|Review)$")
_SEEN = re.compile(
    r"(?:^|[\s_-])(?:pub(?:lish(?:ed)?)?-?date|date-?published|dateline|timestamp|posted-?on|byline|date)", re.I
)
_SEEN_LENGTH = 120
_EARLIEST = "1980-01-01"
_JSON_LIMIT = 2_000_000


def metadata_day(tree: HtmlElement, url: str | None, captured_at: str) -> str | None:
    """The day by meta tags, JSON-LD, microdata, the address or the article's only ``time``; else None."""
    latest = (date.fromisoformat(captured_at[:10]) + timedelta(days=1)).isoformat()
    for day in _machine_days(tree, url):
        if day and _EARLIEST <= day <= latest:
            return day
    return None


def visible_day(tree: HtmlElement) -> str | None:
    """The one full date that elements named for it (by class or id) show; None if they differ."""
    days: set[str] = set()
    for element in tree.iter("span", "p", "div", "time", "li", "em", "small"):
        if _SEEN.search(f"{element.get('class', '')} {element.get('id', '')}"):
            shown = " ".join(element.text_content().split())
            if len(shown) <= _SEEN_LENGTH and "updated" not in shown.lower():
                days.update(day for _, _, day in days_in(shown))
    return days.pop() if len(days) == 1 else None


def _machine_days(tree: HtmlElement, url: str | None) -> Iterator[str | None]:
    yield from _meta_days(tree)
    yield from _json_days(tree)
    for element in tree.xpath("//*[@itemprop='datePublished' or @pubdate]"):
        value = element.get("content") or element.get("datetime")
        yield stated_day(value) if value else None
    if url:
        yield _url_day(url)
    # Related stories carry their own times, so that only an article with one day is believed.
    articles = tree.xpath("(//article)[1]") or tree.xpath("(//main)[1]")
    times = {
        iso_day(time.get("datetime")) for article in articles for time in article.iter("time") if time.get("datetime")
    }
    if len(times) == 1:
        yield times.pop()


def _meta_days(tree: HtmlElement) -> Iterator[str | None]:
    values: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = element.get("content")
        for attribute in ("property", "name", "itemprop"):
            name = element.get(attribute)
            if content and name:
                values.setdefault(name.strip().lower(), content)
    for name in META_NAMES:
        if name in values:
            yield stated_day(values[name])


def _json_days(tree: HtmlElement) -> Iterator[str | None]:
    for script in tree.iter("script"):
        source = script.text or ""
        if "ld+json" in (script.get("type") or "").lower() and "datePublished" in source and len(source) < _JSON_LIMIT:
            try:
                found = json.loads(source, strict=False)
            except (ValueError, RecursionError):
                continue
            yield from (stated_day(day) for day in _published_in(found))


def _published_in(found: Any) -> Iterator[str]:
    """``datePublished`` of objects that are articles, those at the top first."""
    waiting = [found]
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting = item + waiting
        elif isinstance(item, dict):
            types = item.get("@type")
            names = types if isinstance(types, list) else [types]
            day = item.get("datePublished")
            if isinstance(day, str) and any(isinstance(name, str) and _ARTICLE_TYPE.search(name) for name in names):
                yield day
            waiting += [value for value in item.values() if isinstance(value, (dict, list))]


def _url_day(url: str) -> str | None:
    match = _URL_DAY.search(url)
    if not match:
        return None
    year, month, day = match.groups()
    number = _MONTHS.index(month.lower()) + 1 if month.lower() in _MONTHS else int(month) if month.isdigit() else 0
    return iso_day(f"{year}-{number:02}-{int(day):02}")
