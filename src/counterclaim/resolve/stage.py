"""An article and its extraction in, the extraction with speakers, acts and days filled in out."""

from importlib.metadata import version

import msgspec

from counterclaim.records import Article, Extraction, Provenance
from counterclaim.resolve.acts import act_of
from counterclaim.resolve.speakers import Resolver
from counterclaim.resolve.when import said_on

PROVENANCE = Provenance(component="resolve", version=version("counterclaim"))


def resolve(article: Article, extraction: Extraction) -> Extraction:
    """Who each statement's source is, what was done by saying it and on which day.

    Spans, ids and everything else that ``extract`` found stay as they are.
    """
    in_order = sorted(extraction.statements, key=lambda s: (s.source or s.content)[0])
    resolver = Resolver(article, in_order)
    speakers = {statement.id: resolver.speaker(statement) for statement in in_order}
    resolved = tuple(
        msgspec.structs.replace(
            statement,
            speaker=speakers[statement.id],
            act=act_of(statement),
            said_on=said_on(article.text, statement, extraction.dates),
        )
        for statement in extraction.statements
    )
    return msgspec.structs.replace(extraction, statements=resolved)
