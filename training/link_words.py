"""A large body of news in, the table of words that linking compares with out: ``python -m training.link_words``.

For every stem that stands in at least five articles: how rare it is, and whether it is a name.
"""

import argparse
import gzip
import json
from collections import Counter, defaultdict
from io import BytesIO
from pathlib import Path

import numpy as np

from counterclaim.link.encoder import SHIPPED
from counterclaim.link.wording import STOP, WORD, stem
from evaluation.shared import DATA
from training.link_card import write_card

LEAST = 5
"""Articles that a stem must stand in: rarer ones are names of a day and all count as rarest."""
NAME_SHARE = 0.7
"""A stem is a name if at least this share of its uses inside sentences is in capitals."""


def count(file: Path) -> tuple[int, Counter[str], dict[str, list[int]]]:
    """Articles, articles by stem, and uses inside sentences: in capitals, and all."""
    articles, by_stem = 0, Counter[str]()
    cases: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    with gzip.open(file, "rt", encoding="utf-8") as stream:
        for line in stream:
            text = json.loads(line)["text"]
            articles += 1
            seen = set()
            for found in WORD.finditer(text):
                word = found[0]
                if word[0].isdigit():
                    continue
                base = stem(word)
                seen.add(base)
                if text[max(0, found.start() - 2) : found.start()].strip(" ").isalpha():
                    cases[base][0] += word[0].isupper()
                    cases[base][1] += 1
            by_stem.update(seen)
    return articles, by_stem, cases


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=SHIPPED)
    out: Path = parser.parse_args().out
    articles, by_stem, cases = count(DATA / "news_unlabelled" / "articles.jsonl.gz")
    stems = sorted(s for s, n in by_stem.items() if n >= LEAST and s not in STOP)
    rarity = np.array([np.log(articles / by_stem[s]) for s in stems], np.float16)
    name = np.array([cases[s][0] >= NAME_SHARE * max(cases[s][1], 1) for s in stems], np.int8)
    stream = BytesIO()
    letters = np.frombuffer("\n".join(stems).encode(), np.uint8)
    np.savez_compressed(stream, stems=letters, rarity=rarity, name=name)
    (out / "words.npz").write_bytes(stream.getvalue())
    counted = f"{articles} news articles of 2012 to 2020; counts only, no text of them is contained"
    write_card(out, {"words": {"stems": len(stems), "counted over": counted}})
    print(f"{len(stems)} stems, {len(stream.getvalue()) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
