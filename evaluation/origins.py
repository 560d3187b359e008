"""Real articles and copies made of them in, how many copies are found, what else is linked, and the time, out.

``python -m evaluation.origins`` reads ``news_unlabelled`` and the demo. Copies are made from a fixed seed. Statements
are not extracted here: every stretch within quotation marks stands for a quotation, and all of them for one speaker's,
so that links by quotations are an upper bound. ``--pairs N`` prints N linked pairs, to be judged by reading.
"""

import argparse
import gzip
import json
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice

from counterclaim.config import Config
from counterclaim.flow import Unread, analyse_sources
from counterclaim.link.origins import compare, features, groups, keys, link_origins, links_among
from counterclaim.records import Speaker, Statement, new_document, new_statement
from counterclaim.records.links import CaseArticle, OriginLink
from evaluation.bench import DEMO
from evaluation.shared import DATA

NEWS = DATA / "news_unlabelled" / "articles.jsonl.gz"
SEED = 7
COPIED = 400
POOL = 4000
SIZES = (1000, 4000, 12_573)
SHORTEST = 250
"""Words of the shortest article that copies are made of: a quarter of it is 62 words, just above what makes a copy."""
DEMO_GROUPS = [["03", "04"], ["05", "06", "07", "08"]]
"""Documents of the demo that share an origin, by demo/README.md."""

FURNITURE = (
    "Sign up for our free newsletter and get the best stories in your inbox every morning.",
    "Share this article on social media",
    "READ MORE: Ten things that you did not know about the harbour of Osmara",
    "We use cookies to make this site work and to count our visitors. By going on you agree to our privacy policy.",
    "Copyright 2024 Velimost Evening Leader. All rights reserved.",
)
_WORD = re.compile(r"\w+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+")
_QUOTE = re.compile(r"[“\"]([^“”\"\n]{20,1500})[”\"]")


def rows(limit: int | None = None) -> Iterator[dict[str, str]]:
    with gzip.open(NEWS, "rt", encoding="utf-8") as stream:
        yield from map(json.loads, islice(stream, limit))


def case_article(row: dict[str, str], text: str | None = None, publisher: str | None = None) -> CaseArticle:
    """A row as linking would see it, with what stands in quotation marks as statements of one speaker."""
    text = text if text is not None else row["text"]
    document = new_document(
        text,
        title=row["title"],
        publisher=publisher or row["source"],
        published=day[0] if (day := _DAY.match(row["date"] or "")) else None,
        url=row["url"] if publisher is None else None,
    )
    return CaseArticle(document=document, text=text, statements=tuple(quotations(document.id, text)))


def quotations(document: str, text: str) -> Iterator[Statement]:
    for match in _QUOTE.finditer(text):
        yield new_statement(
            document,
            text,
            source=(),
            cue=(),
            content=(match.span(),),
            kind="direct",
            confidence=1.0,
            speaker=Speaker(name="Somebody"),
        )


def changed(share: float) -> Callable[[str, random.Random], str]:
    """Every word with this chance replaced by another one of the same text."""

    def change(text: str, chance: random.Random) -> str:
        words = _WORD.findall(text)
        return _WORD.sub(lambda word: chance.choice(words) if chance.random() < share else word[0], text)

    return change


def cut(share: float) -> Callable[[str, random.Random], str]:
    """The first sentences, up to this share of the words, as an editor cuts from below."""

    def change(text: str, chance: random.Random) -> str:
        wanted, kept = share * len(text.split()), []
        for piece in _SENTENCE.split(text):
            if sum(len(part.split()) for part in kept) >= wanted:
                break
            kept.append(piece)
        return "\n".join(kept)

    return change


def thinned(share: float) -> Callable[[str, random.Random], str]:
    """This share of the sentences, dropped here and there, under another first line."""

    def change(text: str, chance: random.Random) -> str:
        pieces = _SENTENCE.split(text)
        kept = sorted(chance.sample(range(len(pieces)), max(1, round(share * len(pieces)))))
        return "\n".join(pieces[place] for place in kept)

    return change


def reordered(text: str, chance: random.Random) -> str:
    pieces = [piece for piece in text.split("\n") if piece.strip()]
    chance.shuffle(pieces)
    return "\n".join(pieces)


def other_marks(text: str, chance: random.Random) -> str:
    """Curly marks for straight ones or the other way round, other dashes, capitals in the first line, line breaks."""
    table = str.maketrans("“”‘’—–", "\"\"''--") if "“" in text else str.maketrans({"'": "’", "-": "–"})
    if "“" not in text:
        text = re.sub(r'"([^"]*)"', r"“\1”", text)
    return re.sub(r"\n+", "\n\n", text.translate(table)).replace(". ", ".  ")


def dressed(text: str, chance: random.Random) -> str:
    """A new headline, and what pages put around and into an article."""
    pieces = text.split("\n")
    pieces.insert(len(pieces) // 2, FURNITURE[2])
    return "\n".join(["What we know so far about the day's main story", FURNITURE[1], *pieces, *FURNITURE])


def both(first: Callable[[str, random.Random], str], second: Callable[[str, random.Random], str]) -> Callable[..., str]:
    return lambda text, chance: second(first(text, chance), chance)


COPIES: dict[str, Callable[[str, random.Random], str]] = {
    "marks changed": other_marks,
    "headline and furniture added": dressed,
    "paragraphs reordered": reordered,
    "5 % of words changed": changed(0.05),
    "10 % of words changed": changed(0.10),
    "20 % of words changed": changed(0.20),
    "cut to 60 %": cut(0.6),
    "cut to 40 %": cut(0.4),
    "cut to 25 %": cut(0.25),
    "40 % of the sentences": thinned(0.4),
    "40 % of the sentences, 5 % of words changed": both(thinned(0.4), changed(0.05)),
    "cut to 40 %, furniture added": both(cut(0.4), dressed),
}


def copies_found() -> None:
    """Copies through keys and alignment, by what was done to them."""
    chance = random.Random(SEED)
    eligible = [row for row in rows(POOL) if len(row["text"].split()) >= SHORTEST]
    picked = chance.sample(eligible, COPIED)
    originals = [features(case_article(row)) for row in picked]
    print(f"\ncopies of {COPIED} articles\n{'':46} candidates  linked  as")
    for name, change in COPIES.items():
        found: Counter[str] = Counter()
        candidates = 0
        for row, original in zip(picked, originals, strict=True):
            copy = features(case_article(row, change(row["text"], chance), publisher="Velimost Evening Leader"))
            if keys(copy) & keys(original):
                candidates += 1
                link = compare(original, copy)
                if link:
                    found[link.kind] += 1
        kinds = ", ".join(f"{kind} {count}" for kind, count in found.most_common())
        print(f"{name:46} {candidates / COPIED:10.1%} {sum(found.values()) / COPIED:7.1%}  {kinds}")


def links_of_pool(show: int) -> None:
    """How many pairs are linked among articles that nobody chose for sharing anything."""
    read = list(rows(POOL))
    items = [features(case_article(row)) for row in read]
    by_id = dict(zip((item.id for item in items), read, strict=True))
    links = sorted(links_among(items), key=lambda link: (link.kind, link.one, link.other))
    found = groups(items, links)
    same = sum(by_id[link.one]["source"] == by_id[link.other]["source"] for link in links)
    print(f"\n{len(links)} links among {POOL:,} articles, {same} of them within one publisher")
    print(dict(Counter(link.kind for link in links)))
    print("largest groups", sorted((len(group.documents) for group in found), reverse=True)[:10])
    for link in random.Random(SEED).sample(links, min(show, len(links))):
        _show(link, by_id[link.one], by_id[link.other])


def _show(link: OriginLink, one: dict[str, str], other: dict[str, str]) -> None:
    words = sum(len(one["text"][slice(*passage.one)].split()) for passage in link.passages)
    print(f"\n{link.kind} {link.share:.2f}, {words} words in {len(link.passages)} passages")
    for row in (one, other):
        print(f"   {(row['date'] or '')[:10]:10} {row['source']}: {row['title'][:90]}")
    longest = max(link.passages, key=lambda passage: passage.one[1] - passage.one[0])
    print("   " + " ".join(one["text"][slice(*longest.one)].split())[:200])


def demo() -> None:
    """Whether the demo's origin groups are those that are planted there."""
    articles = [
        CaseArticle(document=item.extraction.document, text=item.article.text, statements=item.extraction.statements)
        for item in analyse_sources([str(DEMO)], Config(threads=1))
        if not isinstance(item, Unread)
    ]
    number = {article.document.id: (article.document.file or "")[:2] for article in articles}
    found = link_origins(articles)
    shared = sorted(sorted(number[name] for name in group.documents) for group in found if len(group.documents) > 1)
    print(f"\ndemo: {shared} of {len(found)} groups, {'as planted' if shared == DEMO_GROUPS else 'NOT as planted'}")
    print("origins:", {number[group.documents[0]]: group.origin for group in found if group.origin})


def speed() -> None:
    """Milliseconds of CPU time per article, reading and linking apart."""
    print(f"\n{'articles':>8} {'features':>9} {'linking':>8} ms each")
    for size in SIZES:
        made, began = [], time.process_time()
        spent = 0.0
        for row in rows(size):
            article = case_article(row)
            began = time.process_time()
            made.append(features(article))
            spent += time.process_time() - began
        began = time.process_time()
        links = list(links_among(made))
        groups(made, links)
        print(f"{len(made):8,} {spent / len(made) * 1e3:9.2f} {(time.process_time() - began) / len(made) * 1e3:8.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=0, help="print so many linked pairs with their longest passage")
    parser.add_argument("--part", choices=("copies", "pool", "demo", "speed"), help="one part only")
    args = parser.parse_args()
    if args.part in (None, "demo"):
        demo()
    if not NEWS.exists():
        print(f"\nnothing else measured: {NEWS.name} is not beside the project")
        return
    if args.part in (None, "copies"):
        copies_found()
    if args.part in (None, "pool"):
        links_of_pool(args.pairs)
    if args.part in (None, "speed"):
        speed()


if __name__ == "__main__":
    main()
