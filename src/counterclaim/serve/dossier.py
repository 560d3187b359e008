"""A ledger in; one HTML page out that holds all of it, needs no other file and runs no script."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256
from importlib import resources
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple, TextIO

import jinja2
from markupsafe import Markup

from counterclaim.errors import UsageError
from counterclaim.ledger import Ledger
from counterclaim.link.changes import told
from counterclaim.records import Document, Statement
from counterclaim.records.judgement import JudgedKind, Judgement
from counterclaim.records.links import CaseArticle, Links
from counterclaim.serve import series_chart, wording
from counterclaim.serve.across import Across
from counterclaim.serve.catalogue import Catalogue, Source
from counterclaim.serve.characters import excerpt, plain, shown, web_address
from counterclaim.serve.chart import bar_chart
from counterclaim.serve.highlight import Anchor, FigureAnchor, paragraphs_html

UNFOLDED_STATEMENTS = 60
"""Speakers are unfolded from the first on until they make up this many statements."""

UNFOLDED_ARTICLES = 5
"""A case of more articles than this has each of them folded: some ten screens of text."""

UNFOLDED_ROWS = 12
"""Rows of a list (failures, speakers, days) that stand open before the rest is folded."""

_JUDGED_LENGTH = 90
"""Characters of a statement's words where it is only named."""
_BUFFERED = 256
_OPENING_QUOTES = "\"'“”„«»‘’‚‹›"


def write_dossier(
    ledger: Ledger,
    out: TextIO | Path,
    *,
    title: str | None = None,
    made_at: datetime | None = None,
    links: Links | None = None,
) -> None:
    """Writes everything that ``ledger`` holds as one HTML page to ``out``.

    The page holds the case in numbers, what could not be read, a chart of statements over
    time, the statements by speaker and by act, and every article with its statements marked
    in place. With ``links`` (see ``flow.link``) it begins with what was found across the
    articles: claims with their sides, figures in series, changes of position, parties and
    origins. It needs no other file, no network and no script, and its security policy
    forbids all three.

    ``out`` is a text stream or a path; a file appears under its name only when it is whole.
    ``title`` defaults to the name of the case's folder, ``made_at`` (which must carry a time
    zone) to now. Memory grows with the number of statements, not with their text: words are
    kept in a temporary file and the page is written as it is rendered.

    Raises UsageError if the file can't be written or ``links`` are those of another case, and
    LedgerError if the case can't be read; a stream's own errors come through.
    """
    with _catalogue(ledger, links) as catalogue:
        across = Across(links, catalogue) if links else None
        context = _context(ledger, catalogue, across, title, made_at or datetime.now(UTC))
        if isinstance(out, Path):
            _write_file(out, context)
        else:
            _write(out, context)


def _catalogue(ledger: Ledger, links: Links | None) -> Catalogue:
    try:
        return Catalogue(ledger, links.parties if links else ())
    except OSError as error:
        what = f"the dossier can't keep its working file: {error.strerror or error}"
        raise UsageError(what, "Set TMPDIR to a folder that can be written and has room") from error


def _write(out: TextIO, context: dict[str, Any]) -> None:
    stream = _environment().get_template("dossier.html.j2").stream(context)
    stream.enable_buffering(_BUFFERED)
    out.writelines(stream)


def _write_file(path: Path, context: dict[str, Any]) -> None:
    special = path.exists() and not path.is_file()  # a device or a pipe, which nothing may replace
    part = path if special else path.with_name(path.name + ".part")
    try:
        try:
            with part.open("w", encoding="utf-8", newline="\n") as out:
                _write(out, context)
            if not special:
                part.replace(path)
        finally:
            if not special:
                part.unlink(missing_ok=True)
    except OSError as error:
        advice = "Give a file in a folder that exists, can be written and has room"
        raise UsageError(f"the dossier can't be written to {path}: {error.strerror or error}", advice) from error


def _context(
    ledger: Ledger, catalogue: Catalogue, across: Across | None, title: str | None, made_at: datetime
) -> dict[str, Any]:
    style = _style() + (series_chart.STYLE if across else "")
    summary = ledger.summary()
    failures = list(ledger.failures())
    before = accumulate((len(voice.numbers) for voice in catalogue.voices), initial=0)
    acts = catalogue.by_act()
    return {
        "title": title or ledger.folder.resolve().name,
        "made": wording.moment(made_at.astimezone(UTC).isoformat()),
        "style": Markup(style),  # noqa: S704 - a file of this package
        "style_hash": b64encode(sha256(style.encode()).digest()).decode(),
        "summary": summary,
        "period": wording.period(summary.first_day, summary.last_day),
        "failures": failures,
        "catalogue": catalogue,
        "across": across,
        "judged": _judged(ledger) if across else {},
        "speakers": sum(voice.name is not None for voice in catalogue.voices),
        "open_voices": {
            voice.anchor
            for voice, earlier in zip(catalogue.voices, before, strict=False)
            if earlier + len(voice.numbers) <= UNFOLDED_STATEMENTS or earlier == 0
        },
        "acts": acts,
        "act_kinds": {
            act: {kind: sum(e.kind == kind for e in found) for kind in wording.KIND_LABELS}
            for act, found in acts.items()
        },
        "chart": bar_chart(catalogue.days),
        "unfolded_articles": UNFOLDED_ARTICLES,
        "unfolded_rows": UNFOLDED_ROWS,
        "article_html": lambda source: _article_html(ledger, catalogue, across, source),
    }


class _Judged(NamedTuple):
    """A merge or split, with the names of the speakers or the words of the statements that it is about."""

    judgement: Judgement
    names: list[str]
    opposed: list[str]


def _judged(ledger: Ledger) -> dict[JudgedKind, list[_Judged]]:
    judgements = [one for one in ledger.judgements() if one.kind != "withdraw"]
    if not judgements:
        return {}
    called: dict[str, str | None] = {}
    for row in ledger.statements():
        if row.statement.speaker.id:
            called[row.statement.speaker.id] = row.statement.speaker.name
        words = excerpt(" … ".join(row.statement.text.content).strip(_OPENING_QUOTES), _JUDGED_LENGTH)
        called[row.statement.id] = f"“{words}”"

    def names(members: Iterable[str]) -> list[str]:
        ids = {member.partition(":")[0] for member in members}
        return sorted({called.get(each) or each[:10] for each in ids})

    found: dict[JudgedKind, list[_Judged]] = {}
    for one in judgements:
        rest = set(one.members) - set(one.opposed)
        found.setdefault(one.about, []).append(_Judged(one, names(rest), names(one.opposed)))
    return found


def _article_html(ledger: Ledger, catalogue: Catalogue, across: Across | None, source: Source) -> Iterator[Markup]:
    statements = [catalogue.statement(number) for number in source.numbers]
    anchors = [
        Anchor(
            number,
            catalogue.entry(number).short,
            tuple((r.number, r.short) for r in across.refs(number) if r.state != "single-source") if across else (),
        )
        for number in source.numbers
    ]
    if across is None:
        return paragraphs_html(ledger.article(source.row.document.id).text, statements, anchors)
    article = ledger.case_article(source.row.document.id)
    return paragraphs_html(article.text, statements, anchors, _figure_anchors(article, across))


def _figure_anchors(article: CaseArticle, across: Across) -> list[FigureAnchor]:
    """The article's figures that are in a series, each with the way to it where the page shows it."""
    found = []
    for figure in article.figures:
        short = across.figure_short(figure.id)
        if short:
            series = across.series_of(figure.id)
            found.append(FigureAnchor(figure.span, short, (series.number, series.short) if series else None))
    return found


def _quoted(statement: Statement) -> list[str]:
    """The pieces of the content; direct speech in quotation marks, unless the article's are in it."""
    pieces = statement.text.content
    if statement.kind != "direct":
        return list(pieces)
    return [piece if piece[:1] in _OPENING_QUOTES else f"“{piece}”" for piece in pieces]


def _name(document: Document) -> str:
    """What to call an article: its title, else its file, else its address."""
    return document.title or document.file or document.url or "Article without a title"


def _language(document: Document) -> str:
    """The language for the ``lang`` attribute; empty, which means unknown, unless it is a bare code."""
    code = document.language or ""
    return code if code.isascii() and code.isalpha() and len(code) in (2, 3) else ""


def _style() -> str:
    return resources.files("counterclaim.serve").joinpath("templates/dossier.css").read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("counterclaim.serve"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "shown": shown,
        "plain": plain,
        "day": wording.day,
        "short_day": wording.short_day,
        "moment": wording.moment,
        "number": wording.number,
        "quantity": wording.quantity,
        "told": told,
        "excerpt": excerpt,
        "sentence": wording.sentence,
        "sure": wording.sure,
        "quoted": _quoted,
        "name": _name,
        "lang": _language,
        "web_address": web_address,
    }
    environment.globals |= {"counted": wording.counted, "wording": wording}
    return environment
