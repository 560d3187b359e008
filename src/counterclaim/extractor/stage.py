"""Articles in, extractions out, by the model that the package carries."""

from collections.abc import Sequence
from functools import cache, partial
from importlib.metadata import version
from typing import Protocol

from counterclaim.config import Config
from counterclaim.extractor.confidence import Calibration, from_card
from counterclaim.extractor.dates import find_dates
from counterclaim.extractor.decode import decode
from counterclaim.extractor.encoder import score
from counterclaim.extractor.figures import find_figures
from counterclaim.extractor.model import Model
from counterclaim.extractor.nested import with_nested
from counterclaim.extractor.statements import statements
from counterclaim.extractor.votes import find_votes
from counterclaim.records import Article, Extraction, Provenance, Statement, canonical_bytes, sha256_hex


class Extractor(Protocol):
    """What turns articles into extractions: the seam behind which a model sits."""

    @property
    def provenance(self) -> Provenance:
        """The component, version, weights and settings behind what it gives."""
        ...

    def __call__(self, articles: Sequence[Article]) -> list[Extraction]:
        """One extraction for each article, in order; the same for an article alone or among others."""
        ...


class ModelExtractor:
    """The extractor with a trained model."""

    def __init__(self, model: Model, min_confidence: float = 0.0) -> None:
        self._model = model
        self._min_confidence = min_confidence
        self._calibration = from_card(model.card)
        self.provenance = Provenance(
            component="extractor",
            version=version("counterclaim"),
            weights=model.sha256,
            configuration=sha256_hex(canonical_bytes({"min_confidence": min_confidence})),
        )

    def __call__(self, articles: Sequence[Article]) -> list[Extraction]:
        """What each article holds; speakers, acts, days of speaking and who gives a figure are left to ``resolve``."""
        out = []
        for article in articles:
            found = self.statements(article.document.id, article.text)
            kept = tuple(s for s in found if s.confidence >= self._min_confidence)
            dates = tuple(find_dates(article.text, article.document.published))
            votes = tuple(find_votes(article.text))
            taken = [*(mention.span for mention in dates), *(v.span for v in votes if v.yes is not None)]
            figures = tuple(find_figures(article.document.id, article.text, article.sentences, taken))
            out.append(
                Extraction(document=article.document, statements=kept, figures=figures, dates=dates, votes=votes)
            )
        return out

    def statements(self, document_id: str, text: str) -> list[Statement]:
        """All statements of a text, those within others included, in text order."""
        flat = self.flat(document_id, text, self._calibration)
        return with_nested(document_id, text, flat, partial(self.flat, ""))

    def flat(self, document_id: str, text: str, calibration: Calibration | None = None) -> list[Statement]:
        """The statements that one reading finds, none within another.

        The calibration is learnt on articles; contents that are read by themselves go without.
        """
        stream = self._model.pieces(text)
        decoded = decode(score(stream, self._model.pieces, self._model))
        return statements(document_id, text, stream, decoded, calibration)


@cache
def shipped(config: Config) -> ModelExtractor:
    """The extractor with the shipped model, opened once for each configuration.

    Raises ModelError if the model's files are missing or damaged.
    """
    return ModelExtractor(Model(threads=config.threads), config.min_confidence)


def extract(article: Article, config: Config | None = None) -> Extraction:
    """The statements of one article, found by the shipped model.

    Speakers are as the article words them: ``resolve`` says who they are. Raises ModelError
    if the model's files are missing or damaged.
    """
    return shipped(config or Config())([article])[0]
