"""Our own gold and the product in, how often a statement's speaker is the right one out.

``python -m evaluation.judge_speakers [dev|test] [--gold-spans] [--mistakes]``. Judged are the pairs of
``evaluation.gold``; with ``--gold-spans`` the gold's own statements, so that only ``resolve`` is judged.

``name``: the found name is the gold's after lower-casing and dropping an article and a form of
address in front, or it is an alias: a source of another statement of the same gold speaker in
the same article, or a part of the gold's name that a reader takes for it (its last word or
words, for a body also its first words or its initials). ``letters``: without aliases. Both null
is right, one null is wrong. ``pronouns`` and ``others`` part the same measure by the gold's source.
``type``: equal. ``role``: both null, or the same head word (the last word before a preposition
or a comma) after lower-casing and dropping articles; ``role, letters``: the whole text so.
"""

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

import counterclaim
from counterclaim.records import Article, Extraction, Speaker, Statement
from counterclaim.records.statement import new_statement
from counterclaim.resolve import lexicon, resolve
from evaluation.gold import GoldArticle, as_read, load, pairs
from evaluation.names import plain

PRONOUNS = {*lexicon.PRONOUNS, "some", "many", "others", "both"}
_PREPOSITION = re.compile(
    r"\s*[,;(]\s*|\s+(?:of|for|to|at|in|on|with|from|by|who|and|under|against)\s+|\s+(?=who$|in$)"
)

_NAME = re.compile(r"(?:[Tt]he )?(?!The )[A-Z][\w’'.\-]*(?: (?:of|the|for|and|de|van|von|al) | |[A-Z][\w’'.\-]*)*")


class Judged(NamedTuple):
    """One statement: what was found, what the gold says and the names by which the gold's speaker goes."""

    words: str
    content: str
    found: Speaker
    gold: dict[str, Any]
    aliases: frozenset[str]

    @property
    def pronoun(self) -> bool:
        return self.words.lower() in PRONOUNS

    @property
    def letters(self) -> bool:
        return plain(self.found.name) == plain(self.gold["name"])

    @property
    def name(self) -> bool:
        found, gold = plain(self.found.name), plain(self.gold["name"])
        return self.letters or bool(found and gold and (found in self.aliases or is_part(found, gold)))

    @property
    def type(self) -> bool:
        return self.found.type == self.gold["type"]

    @property
    def role(self) -> bool:
        return head(self.found.role) == head(self.gold["role"])

    @property
    def role_letters(self) -> bool:
        return plain(self.found.role) == plain(self.gold["role"])


def head(role: str | None) -> str:
    """The word that a role is about: "Cologne police chief" -> "chief"; empty for no role."""
    words = _PREPOSITION.split(plain(role))[0].split()
    return words[-1] if words else ""


def is_part(found: str, gold: str) -> bool:
    """Whether one of two names is the other's surname, first words or initials."""
    short, full = sorted((found.split(), gold.split()), key=len)
    if not short or len(short) == len(full) or not gold[:1]:
        return False
    initials = "".join(word[0] for word in full if word not in {"of", "the", "for", "and", "on", "in"})
    return full[-len(short) :] == short or full[: len(short)] == short or short == [initials]


def judge(article: GoldArticle, extraction: Extraction) -> Iterator[Judged]:
    """Every pair of a found and a gold statement of one article."""
    rows = article.rows["statements"]
    aliases: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        words = source_of(article.text, row)
        if row["speaker"]["name"] and words.lower() not in PRONOUNS and _NAME.fullmatch(words):
            aliases[plain(row["speaker"]["name"]), row["speaker"]["type"]].add(plain(words))
    for i, j in pairs(extraction, rows):
        speaker = rows[j]["speaker"]
        known = frozenset(aliases.get((plain(speaker["name"]), speaker["type"]), ()))
        start, end = rows[j]["content"][0]
        content = article.text[start : min(end, start + 60)]
        yield Judged(source_of(article.text, rows[j]), content, extraction.statements[i].speaker, speaker, known)


def source_of(text: str, row: dict[str, Any]) -> str:
    """The words of a gold statement's source."""
    return " ".join(text[start:end] for start, end in row["source"]).strip(" ,")


def from_gold(read_article: Article, rows: list[dict[str, Any]]) -> Extraction:
    """The gold's statements as an extraction without speakers."""

    def spans(row: dict[str, Any], field: str) -> tuple[tuple[int, int], ...]:
        return tuple((start, end) for start, end in row[field])

    made: list[Statement] = [
        new_statement(
            read_article.document.id,
            read_article.text,
            source=spans(row, "source"),
            cue=spans(row, "cue"),
            content=spans(row, "content"),
            kind=row["kind"],
            confidence=1.0,
        )
        for row in rows
    ]
    return Extraction(document=read_article.document, statements=tuple(made))


def judged(part: str, gold_spans: bool) -> Iterator[tuple[int, Judged]]:
    """Every judged statement of a part with the number of its article."""
    for number, article in enumerate(load(part)):
        if gold_spans:
            read_article = as_read(article)
            extraction = resolve(read_article, from_gold(read_article, article.rows["statements"]))
        else:
            extraction = counterclaim.extract(article.text, published=article.published)
        for item in judge(article, extraction):
            yield number, item


def figures(items: list[Judged]) -> dict[str, tuple[int, int]]:
    """Hits and cases of every figure."""
    count = Counter[str]()
    for item in items:
        count["name"] += item.name
        count["letters"] += item.letters
        count["pronouns"] += item.name and item.pronoun
        count["others"] += item.name and not item.pronoun
        count["type"] += item.type
        count["role"] += item.role
        count["role, letters"] += item.role_letters
    cases = dict.fromkeys(count, len(items))
    cases["pronouns"] = sum(item.pronoun for item in items)
    cases["others"] = len(items) - cases["pronouns"]
    return {name: (count[name], cases[name]) for name in count}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", nargs="?", choices=("dev", "test"), default="dev")
    parser.add_argument("--gold-spans", action="store_true", help="judge on the gold's own statements")
    parser.add_argument("--mistakes", action="store_true", help="print every wrong speaker")
    given = parser.parse_args()
    items = list(judged(given.part, given.gold_spans))
    if given.mistakes:
        for number, item in items:
            wrong = [field for field in ("letters", "type", "role") if not getattr(item, field)]
            if wrong:
                gold = item.gold
                print(f"{number} {','.join(wrong)}: {item.words!r} | {item.content!r}")
                print(f"    found {item.found.name!r} {item.found.type} {item.found.role!r}")
                print(f"    gold  {gold['name']!r} {gold['type']} {gold['role']!r}")
    for name, (hits, cases) in figures([item for _, item in items]).items():
        print(f"{name:16} {hits / max(cases, 1):.3f} of {cases}")


if __name__ == "__main__":
    main()
