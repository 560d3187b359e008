"""An article and its extraction in, the extraction with speakers, acts, days and givers of figures filled in out."""

from collections import defaultdict
from importlib.metadata import version

import msgspec

from counterclaim.records import Article, Extraction, Provenance, Statement
from counterclaim.resolve.acts import act_of
from counterclaim.resolve.denied import about
from counterclaim.resolve.figures import resolve_figures
from counterclaim.resolve.speakers import Resolver
from counterclaim.resolve.voting import check
from counterclaim.resolve.when import as_spoken, said_on

PROVENANCE = Provenance(component="resolve", version=version("counterclaim"))


def resolve(article: Article, extraction: Extraction) -> Extraction:
    """Who each statement's source is, what was done by saying it and on which day.

    Spans, ids and everything else that ``extract`` found stay as they are.
    """
    in_order = sorted(extraction.statements, key=lambda s: (s.source or s.content)[0])
    resolver = Resolver(article, in_order)
    speakers = {statement.id: resolver.speaker(statement) for statement in in_order}
    inner: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in extraction.statements:
        if statement.within:
            inner[statement.within].append(statement)
    acts = {statement.id: act_of(statement, inner[statement.id]) for statement in extraction.statements}
    resolved = tuple(
        msgspec.structs.replace(
            statement,
            speaker=speakers[statement.id],
            act=acts[statement.id],
            about=about(statement, acts[statement.id]),
            said_on=said_on(article.text, statement, extraction.dates),
        )
        for statement in extraction.statements
    )
    figures = resolve_figures(article, extraction.figures, resolved, extraction.dates)
    votes = tuple(msgspec.structs.replace(vote, check=check(vote, article.text)) for vote in extraction.votes)
    dates = as_spoken(extraction.dates, resolved)
    return msgspec.structs.replace(extraction, statements=resolved, figures=figures, dates=dates, votes=votes)
