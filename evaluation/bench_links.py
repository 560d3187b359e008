"""Articles of ``news_unlabelled`` in, what linking costs as the case grows out: ``python -m evaluation.bench_links``.

Articles are read until 1,000, 10,000 and 100,000 statements are there; each size is linked from nothing into an
index on disk, and the answer is put together. Shown are the time per statement of each part, how it grows, the
peak of memory, and whether another order of the articles gives the same answer. Extraction takes most of the time
and is not measured here; ``--keep FILE`` stores what it gave for the next run.
"""

import argparse
import gzip
import json
import random
import re
import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec

from counterclaim.config import Config
from counterclaim.extractor import shipped
from counterclaim.ledger import LinkIndex
from counterclaim.link import link_version, links_of, take_in
from counterclaim.read.sentences import sentences
from counterclaim.records import Article, new_document, sha256_hex
from counterclaim.records.links import CaseArticle, Links
from counterclaim.resolve import resolve
from evaluation.bench import show
from evaluation.shared import DATA

_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)")
SIZES = (1_000, 10_000, 100_000)
SOURCE = DATA / "news_unlabelled" / "articles.jsonl.gz"


def extracted(limit: int) -> Iterator[CaseArticle]:
    """Articles with what was found in them, until there are ``limit`` statements."""
    extractor = shipped(Config(threads=1))
    count = 0
    with gzip.open(SOURCE, "rt", encoding="utf-8") as stream:
        for line in stream:
            row = json.loads(line)
            text = row["text"]
            day = _DAY.match(row["date"] or "")
            published = day[0] if day else None
            document = new_document(text, title=row["title"], publisher=row["source"], published=published)
            article = Article(document=document, text=text, sentences=sentences(text), capture_sha256=sha256_hex(b""))
            found = resolve(article, extractor([article])[0])
            yield CaseArticle(document=document, text=text, statements=found.statements, figures=found.figures)
            count += len(found.statements)
            if count >= limit:
                return


def kept(file: Path | None, limit: int) -> list[CaseArticle]:
    """The same, from ``file`` if it is there, stored in it if it is not."""
    if file and file.exists():
        return msgspec.msgpack.decode(file.read_bytes(), type=list[CaseArticle])
    articles = list(extracted(limit))
    if file:
        file.write_bytes(msgspec.msgpack.encode(articles))
    return articles


def first(articles: list[CaseArticle], statements: int) -> list[CaseArticle]:
    """The first articles that hold so many statements together."""
    out, count = [], 0
    for article in articles:
        if count >= statements:
            break
        out.append(article)
        count += len(article.statements)
    return out


def linked(articles: list[CaseArticle]) -> tuple[Links, float, float]:
    """The links of the articles, and the CPU seconds of linking and of putting the answer together."""
    with tempfile.TemporaryDirectory() as folder, LinkIndex(Path(folder), link_version()) as index:
        began = time.process_time()
        for article in articles:
            take_in(article, index)
        between = time.process_time()
        links = links_of(index)
        return links, between - began, time.process_time() - between


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep", type=Path, help="file for what extraction gave")
    parser.add_argument("--most", type=int, default=SIZES[-1], help="largest number of statements")
    options = parser.parse_args()
    if not SOURCE.exists():
        show("linking", "not measured: news_unlabelled is not beside the project")
        return
    articles = kept(options.keep, options.most)
    smallest = 0.0
    for size in [size for size in SIZES if size <= options.most]:
        some = first(articles, size)
        links, linking, answering = linked(some)
        statements = sum(len(article.statements) for article in some)
        each = (linking + answering) / statements
        smallest = smallest or each
        several = sum(len(claim.positions) > 1 for claim in links.claims)
        held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        parts = f"{linking / statements * 1e3:.2f} linking, {answering / statements * 1e3:.2f} answering"
        found = f"{several:,} claims of several statements, {len(links.parties):,} parties"
        growth = f"{each / smallest:.2f} times the smallest"
        show(f"{statements:,} statements", f"{each * 1e3:.2f} ms each ({parts}), {growth}; {found}; {held:,.0f} MB")
    some = first(articles, SIZES[1])
    turned = list(some)
    random.Random(1).shuffle(turned)
    same = msgspec.json.encode(linked(some)[0]) == msgspec.json.encode(linked(turned)[0])
    show("in another order", "the same answer, byte for byte" if same else "ANOTHER ANSWER: a defect")


if __name__ == "__main__":
    main()
