"""MEANTIME's chains and the demo's cast in, how well parties are told across articles out.

``python -m evaluation.identity [--demo] [--errors]``.

MEANTIME (English, 120 Wikinews articles; Minard et al. 2016), the dev set of this part:
its persons and organisations. Judged are named mentions: those whose head is a proper name once asides, relative
clauses and what follows a comma or a bracket are cut ("Vantor chief Ana Bell" counts, "the company", "its" and "the
chief executive" don't); of mentions nested around one head the longest is taken, so that none counts twice. The system
sees, for each mention, its words, whether it is a person's or an organisation's, which article it stands in and that
article's text; it doesn't see chains, and mentions of one article come as separate items, so that names are brought
together inside articles by the same functions as across them. The words before the name are given to it as the role.

B-cubed (Bagga and Baldwin 1998) is over mentions; LEA (Moosavi and Strube 2016) weighs an entity by its mentions, one
of a single mention counting as resolved if it is alone on both sides. ``across`` is B-cubed with each
article's mentions of one chain taken as one item, which frequent names inside an article can't make easy.

``same words`` is what it takes to beat: mentions are one where their names are, letter for letter.

The demo: every name under "Who is who" in ``demo/README.md`` that speaks in an article, against the parties found.
"""

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from counterclaim import flow
from counterclaim.config import Config
from counterclaim.link.mentions import Mention, mentions
from counterclaim.link.names import word_list
from counterclaim.link.parties import link_parties
from counterclaim.link.party_records import party_records
from counterclaim.records import Speaker, SpeakerType, content_id
from counterclaim.records.document import new_document
from counterclaim.records.links import CaseArticle
from counterclaim.records.statement import new_statement
from evaluation.shared import DATA

MEANTIME = DATA / "meantime" / "meantime.conll"
DEMO = Path(__file__).resolve().parents[1] / "demo"
_MARK = re.compile(r"(\()?((?:cross_|intra_)*(PER|ORG)\d+)(\))?")
_ROLES = word_list(
    """ceo cfo coo president minister chairman chief executive officer senator director secretary spokesman
    spokeswoman chancellor governor company firm airline airliner automaker prime head analyst analysts founder
    chairwoman vice-president vp pilot pilots his her our their its some many most i we us
    you he she it they they'll who i'm ya"""
)
"""Words that aren't names though this corpus capitalises them in titles and at the beginning of sentences."""
_HEAD_BEFORE = word_list("of for with by from in at to 's ’s on")
"""Before the last name of a mention these say that its head stands further in front: "the chief of Vantor"."""
_NO_PERSON = word_list("minister ministry office union bloc selwen hydro street palace commission")
"""Last words of what stands in capitals under "Who is who" without being a person."""
_LINKS = word_list("of for and & the de van von on")


class Gold(NamedTuple):
    """One named mention: its article, the name with what stands before it, its chain, and its type."""

    document: str
    name: str
    role: str | None
    chain: str
    type: SpeakerType


class Scores(NamedTuple):
    """Precision, recall and F1."""

    precision: float
    recall: float
    f1: float


def read(path: Path = MEANTIME) -> tuple[dict[str, str], list[Gold]]:
    """Each article's text and the named mentions of persons and organisations, in order."""
    texts: dict[str, str] = {}
    gold: list[Gold] = []
    for part in path.read_text(encoding="utf-8").split("#begin document ")[1:]:
        head, *lines = part.splitlines()
        document = head.split(");")[0].strip("(")
        sentences: list[str] = []
        sentence: list[tuple[str, str]] = []
        for line in [*lines, ""]:
            fields = line.split("\t")
            if len(fields) == 5:
                sentence.append((fields[3], fields[4]))
            elif sentence:
                sentences.append(_text([word for word, _ in sentence]))
                gold += _named(document, sentence)
                sentence = []
        texts[document] = "\n\n".join(sentences)
    return texts, gold


def _text(words: Sequence[str]) -> str:
    return re.sub(r" ([,.;:!?)’]|'s\b|n't\b)", r"\1", " ".join(words)).replace("( ", "(")


def _named(document: str, sentence: list[tuple[str, str]]) -> list[Gold]:
    """The named mentions of a sentence, the longest around each head."""
    opened: dict[str, list[int]] = defaultdict(list)
    longest: dict[tuple[int, str], tuple[int, Gold]] = {}
    for at, (_, marks) in enumerate(sentence):
        for begin, chain, kind, end in _MARK.findall(marks):
            if begin:
                opened[chain].append(at)
            if not end or not opened[chain]:
                continue
            first = opened[chain].pop()
            core = _core([word for word, _ in sentence[first : at + 1]])
            if core is None:
                continue
            start, stop = core
            words = [word for word, _ in sentence[first : at + 1]]
            identity = re.sub(r"^(?:cross_|intra_)*", "", chain)
            person = kind == "PER"
            found = Gold(
                document=document,
                name=_text(words[start:stop]),
                role=_text(words[:start]) or None,
                chain=identity,
                type="person" if person else "organisation",
            )
            key = (first + stop, identity)
            if key not in longest or at - first > longest[key][0]:
                longest[key] = (at - first, found)
    return [found for _, (_, found) in sorted(longest.items(), key=lambda item: item[0])]


def _core(words: Sequence[str]) -> tuple[int, int] | None:
    """Where the name in a mention begins and ends; None if its head is no name."""
    stop = next((at for at, w in enumerate(words) if at and w in {",", "(", "who", "which", "that", "--"}), len(words))
    while stop > 1 and words[stop - 1].islower() and words[stop - 1] in {"union", "label", "unit", "division"}:
        stop -= 1
    if not stop or not _is_name(words[stop - 1]):
        return None
    start = stop - 1
    while start and (
        _is_name(words[start - 1]) or (words[start - 1] in _LINKS and start > 1 and _is_name(words[start - 2]))
    ):
        start -= 1
    before = words[start - 1].lower() if start else ""
    return None if before in _HEAD_BEFORE else (start, stop)


def _is_name(word: str) -> bool:
    return (word[:1].isupper() or (word[:1].isdigit() and word[1:].isalpha())) and word.lower() not in _ROLES


def system(texts: dict[str, str], gold: Sequence[Gold]) -> list[list[int]]:
    """The mentions' numbers, grouped by the product's own functions."""
    items: list[Mention] = []
    numbers: dict[str, list[int]] = defaultdict(list)
    for name, text in texts.items():
        document = new_document(text, file=name)
        said = []
        for number, mention in enumerate(gold):
            if mention.document != name:
                continue
            speaker = Speaker(
                id=content_id("mention", number=number), name=mention.name, type=mention.type, role=mention.role
            )
            numbers[speaker.id or ""].append(number)
            span = ((number % max(1, len(text) - 1), number % max(1, len(text) - 1) + 1),)
            said.append(
                new_statement(
                    document.id, text, source=(), cue=(), content=span, kind="indirect", confidence=1.0, speaker=speaker
                )
            )
        items += mentions(CaseArticle(document=document, text=text, statements=tuple(said)))
    return [[number for id_ in group for number in numbers[id_]] for group in link_parties(items)]


def b_cubed(found: Sequence[Iterable[object]], gold: Sequence[Iterable[object]]) -> Scores:
    """B-cubed over the items, which both sides hold once each."""
    ours = {item: frozenset(group) for group in map(list, found) for item in group}
    true = {item: frozenset(group) for group in map(list, gold) for item in group}
    precision = sum(len(ours[i] & true[i]) / len(ours[i]) for i in true) / len(true)
    recall = sum(len(ours[i] & true[i]) / len(true[i]) for i in true) / len(true)
    return Scores(precision, recall, 2 * precision * recall / (precision + recall))


def lea(found: Sequence[Iterable[object]], gold: Sequence[Iterable[object]]) -> Scores:
    """LEA: the share of an entity's links that the other side has, weighed by its size."""

    def side(keys: Sequence[Iterable[object]], others: Sequence[Iterable[object]]) -> float:
        place = {item: number for number, group in enumerate(map(list, others)) for item in group}
        size = Counter(place.values())
        total = resolved = 0.0
        for group in map(list, keys):
            total += len(group)
            if len(group) == 1:
                resolved += size[place[group[0]]] == 1
                continue
            shared = Counter(place[item] for item in group)
            links = sum(n * (n - 1) / 2 for n in shared.values())
            resolved += len(group) * links / (len(group) * (len(group) - 1) / 2)
        return resolved / total

    precision, recall = side(found, gold), side(gold, found)
    return Scores(precision, recall, 2 * precision * recall / (precision + recall))


def chains(gold: Sequence[Gold]) -> list[list[int]]:
    """The numbers of the mentions of each chain."""
    by_chain: dict[str, list[int]] = defaultdict(list)
    for number, mention in enumerate(gold):
        by_chain[mention.chain].append(number)
    return list(by_chain.values())


def by_document(groups: Sequence[Iterable[int]], gold: Sequence[Gold]) -> list[set[tuple[str, str]]]:
    """Groups of (article, chain) pairs: the pair stands in the group that holds most of its mentions."""
    votes: dict[tuple[str, str], Counter[int]] = defaultdict(Counter)
    for number, group in enumerate(groups):
        for item in group:
            votes[gold[item].document, gold[item].chain][number] += 1
    placed: dict[int, set[tuple[str, str]]] = defaultdict(set)
    for pair, counts in votes.items():
        placed[max(counts, key=lambda n: (counts[n], -n))].add(pair)
    return list(placed.values())


def meantime(errors: bool) -> None:
    """Prints the scores on MEANTIME."""
    texts, gold = read()
    found, true = system(texts, gold), chains(gold)
    scores = {"B-cubed": b_cubed(found, true), "LEA": lea(found, true)}
    scores["across"] = b_cubed(by_document(found, gold), by_document(true, gold))
    for kind in ("person", "organisation"):
        kept = {number for number, mention in enumerate(gold) if mention.type == kind}
        parts = [[[n for n in group if n in kept] for group in side] for side in (found, true)]
        ours, theirs = ([group for group in side if group] for side in parts)
        scores[f"B-cubed, {kind}"] = b_cubed(ours, theirs)
    words = defaultdict(list)
    for number, mention in enumerate(gold):
        words[mention.name.lower()].append(number)
    scores["B-cubed, same words"] = b_cubed(list(words.values()), true)
    print(f"{len(gold)} named mentions in {len(texts)} articles, {len(true)} chains")
    for name, score in scores.items():
        print(f"{name:24} P {score.precision:.3f}  R {score.recall:.3f}  F1 {score.f1:.3f}")
    if errors:
        _show(found, true, gold)


def figures() -> dict[str, float]:
    """B-cubed F1 and LEA F1 on MEANTIME."""
    texts, gold = read()
    found, true = system(texts, gold), chains(gold)
    return {"B-cubed": b_cubed(found, true).f1, "LEA": lea(found, true).f1}


def _show(found: Sequence[Sequence[int]], true: Sequence[Sequence[int]], gold: Sequence[Gold]) -> None:
    place = {number: at for at, group in enumerate(found) for number in group}
    for group in true:
        parts: dict[int, Counter[str]] = defaultdict(Counter)
        for number in group:
            parts[place[number]][gold[number].name] += 1
        if len(parts) > 1:
            print("split ", gold[group[0]].chain, [dict(part) for part in parts.values()])
    for ours in found:
        kinds: dict[str, Counter[str]] = defaultdict(Counter)
        for number in ours:
            kinds[gold[number].chain][gold[number].name] += 1
        if len(kinds) > 1:
            print("merged", {chain: dict(names) for chain, names in kinds.items()})


def cast(readme: Path = DEMO / "README.md") -> list[str]:
    """The names of persons under "Who is who"."""
    section = readme.read_text(encoding="utf-8").split("## Who is who")[1].split("\n## ")[0]
    cells = [line.split("|")[2] for line in section.splitlines() if line.startswith("| ")][1:]
    runs = [run.split() for cell in cells for run in re.findall(r"[A-Z]\w+(?: [A-Z]\w+)+", cell)]
    return sorted({" ".join(run[-2:]) for run in runs if run[-1].lower() not in _NO_PERSON})


def demo() -> None:
    """Prints the demo's parties: each speaking member of the cast as one party, in pieces, or mixed with others."""
    articles = [
        CaseArticle(document=a.article.document, text=a.article.text, statements=a.extraction.statements)
        for a in flow.analyse_sources([str(DEMO / "articles")], Config())
        if isinstance(a, flow.Analysed)
    ]
    items = [mention for article in articles for mention in mentions(article)]
    groups = link_parties(items)
    of_item = {id_: at for at, group in enumerate(groups) for id_ in group}
    right = pieces = mixed = 0
    people, silent = cast(), []
    for person in people:
        own = [m for m in items if m.name in (person, person.split()[-1])]
        if not own:
            silent.append(person)
            continue
        held = {of_item[m.id] for m in own}
        others = [m.name for at in held for id_ in groups[at] for m in items if m.id == id_ and m not in own]
        right, pieces, mixed = right + (len(held) == 1 and not others), pieces + (len(held) > 1), mixed + bool(others)
        if len(held) > 1 or others:
            print(person, "in", len(held), "parties; also", others)
    print(f"of the cast that speak: {right} one party, {pieces} in pieces, {mixed} mixed with others")
    print("not found as a named speaker:", ", ".join(silent))
    records = party_records(items, groups)
    names = {party.id: party.name for party in records}
    for party in records:
        if party.type in ("person", "organisation"):
            served = f"  for {names[party.speaks_for]}" if party.speaks_for else ""
            aliases = sum(len(alias.statements) for alias in party.aliases)
            print(f"  {party.name} ({party.type}, {aliases} statements){served}")


def main() -> None:
    """Prints what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--demo", action="store_true", help="the demo's parties instead of MEANTIME")
    parser.add_argument("--errors", action="store_true", help="show split and merged chains")
    given = parser.parse_args()
    if given.demo:
        demo()
    else:
        meantime(given.errors)


if __name__ == "__main__":
    main()
