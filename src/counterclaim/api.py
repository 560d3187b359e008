"""What a script needs: a text in, its statements out; a case in, what was found across its articles out."""

from __future__ import annotations

from datetime import UTC, datetime

from counterclaim import ledger as ledger_stage
from counterclaim.config import Config
from counterclaim.extractor import shipped
from counterclaim.flow import analyse
from counterclaim.flow import link as link_case
from counterclaim.read import read
from counterclaim.records import Capture, Extraction, sha256_hex
from counterclaim.records.links import Links, SeriesRule


def extract(
    text: str,
    *,
    published: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    config: Config | None = None,
) -> Extraction:
    """The attributed statements of one article given as plain text.

    Offsets refer to ``text`` itself, in code points. ``published`` is an ISO 8601 day. The
    result has the shape of ``counterclaim extract --format jsonl``: ``document``,
    ``statements``, ``figures``, ``dates``, ``votes``.

    Raises ReadError if the text can't be used (empty, not English), UsageError if
    ``published`` is no day, ModelError if the model's files are damaged.

    >>> extract("The dam is safe, the minister said.").statements[0].text.source
    'the minister'
    """
    config = config or Config()
    content = text.encode("utf-8", "surrogatepass")
    capture = Capture(
        kind="text",
        source="text",
        content=content,
        sha256=sha256_hex(content),
        media_type="text/plain",
        charset="utf-8",
        captured_at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    )
    article = read(capture, config, published=published, title=title, publisher=publisher)
    return analyse(article, shipped(config))


def links(ledger: ledger_stage.Ledger, rule: SeriesRule = "best-low-high") -> Links:
    """What was found across the articles of a case: origins, parties, claims, figures in series, changes.

    Articles that were not linked before are linked first and kept in the case's ``links.db``. ``rule`` says how
    low, best and high of a series are worked out. The result has the shape of the last lines of
    ``counterclaim export``.

    Raises LedgerError if another process writes to the case, ModelError if the model's files are damaged.

    >>> with counterclaim.Ledger.open(Path("flood")) as ledger:
    ...     disputed = [claim for claim in counterclaim.links(ledger).claims if claim.state == "disputed"]
    """
    return link_case(ledger, rule)
