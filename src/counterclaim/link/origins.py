"""Articles in, groups of those that carry the same copy or the same interview out, with the words that they share.

What an article is compared by depends on that article alone, whether two are linked on these two alone, and what a
set of linked articles becomes on that set alone: adding an article never changes what two others are to one another.
Candidates come from shared fingerprints, which survive cutting; every link is confirmed by aligning the texts.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from urllib.parse import urlsplit

import msgspec
import numpy as np
import numpy.typing as npt

from counterclaim.link.credits import contributors, credit
from counterclaim.link.joining import with_rewrites
from counterclaim.link.passages import Run, Words, prose_words, shared_runs, shingles, winnowed
from counterclaim.link.quotations import Quotes, Utterance, fingerprints, quoted_words, shared_utterances
from counterclaim.link.sets import DisjointSets
from counterclaim.records import Span
from counterclaim.records.links import CaseArticle, OriginGroup, OriginKind, OriginLink, Passage, group_id

SHINGLE, WINDOW = 8, 32
"""Words of a fingerprint, and how many on end give one: 58 for 1,000 words. Two texts that share 39 words on end
share a fingerprint for certain. Buckets stay small: the fullest holds 27 of 4,000 articles of ``news_unlabelled``."""
COPIED_WORDS, COPIED_SHARE = 60, 0.25
"""Shared running prose that makes a copy, the share being of the shorter text (docs/origins.md has the experiment)."""
OWN_SHARE, OWN_DAYS = 0.5, 7
"""What one publisher's pages share is mostly background and captions: only versions of one story count."""
NEAR_SHARE = 0.6
"""Of the longer text: with more the two are one text with changes, with less the shorter is a cut."""
LIST_SHARE = 0.25
"""A run with a smaller share of function words is a list of names or headlines; running prose has .41, and 4 % of its
stretches of thirty words have less than this."""
LIST_WORDS = 10
"""Shorter runs say little about that by themselves and are judged together."""
EXACT_WORDS = 20
"""Two texts of fewer words that are the same may be one caption."""
ONE_QUOTE = 8
"""Words of one shared quotation that is enough; two shorter ones do as well."""
QUOTED_SHARE, QUOTED_TEXT = 0.25, 0.05
"""Of the quoted words of the article that quotes less, and of the shorter text: of pairs read in ``news_unlabelled``
those below .05 were all different stories that cite the same famous words, those above .1 nearly all one story."""
QUOTED_DAYS = 14
"""Days between two articles that quote one press conference; famous words are quoted again for years."""
CREDITED_WORDS, CREDITED_SHARE, CREDITED_DAYS = 30, 0.1, 3
"""What two texts that name the same origin have to share besides."""


class OriginFeatures(msgspec.Struct, frozen=True, kw_only=True):
    """What one article is compared by; a function of that article alone.

    ``publisher`` is its name or its host, in small letters; ``credit`` what the text says it is taken from, and
    ``named`` all origins that it names for the whole text, helpers with them.
    """

    id: str
    published: str | None
    publisher: str | None
    credit: str | None
    named: tuple[str, ...]
    prose: Words
    quotes: Quotes


def features(article: CaseArticle) -> OriginFeatures:
    """What an article is compared by: its running prose, its quotations with speakers, what it credits."""
    document = article.document
    credited = credit(article)
    host = urlsplit(document.url).hostname if document.url else None
    return OriginFeatures(
        id=document.id,
        published=document.published,
        publisher=(document.publisher or host or "").casefold() or None,
        credit=credited,
        named=tuple(sorted(contributors(article) | ({credited} if credited else set()))),
        prose=prose_words(article.text),
        quotes=quoted_words(article.text, article.statements),
    )


def keys(item: OriginFeatures) -> frozenset[str]:
    """The fingerprints of an article: two articles can only be linked if they share one.

    Winnowed hashes of eight words on end of the prose and of five within quotation marks.
    """
    prose = winnowed(shingles(item.prose, SHINGLE), WINDOW)
    found = {f"p{value >> 24:x}" for value in prose.tolist()}
    found |= {f"q{value >> 24:x}" for value in fingerprints(item.quotes)}
    return frozenset(found)


def compare(first: OriginFeatures, second: OriginFeatures) -> OriginLink | None:
    """The link between two articles with the passages that show it; None if they are of different origins."""
    one, other = sorted((first, second), key=lambda item: item.id)
    if one.id == other.id:
        return None
    runs = shared_runs(one.prose, other.prose)
    told = list(shared_utterances(one.quotes, other.quotes)) if _days_apart(one, other) <= QUOTED_DAYS else []
    kind = _copied(one, other, runs) or _requoted(one, other, told) or _credited(one, other, runs)
    if kind is None:
        return None
    shorter = min(len(one.prose), len(other.prose))
    share = min(1.0, sum(run.words for run in runs) / shorter) if shorter else 0.0
    passages = {Passage(one=_span(one.prose, run.one, run), other=_span(other.prose, run.other, run)) for run in runs}
    if kind == "quotes":
        passages = {
            Passage(one=_span(one.quotes.words, run.one, run), other=_span(other.quotes.words, run.other, run))
            for _, _, run in told
        }
    return OriginLink(
        kind=kind,
        one=one.id,
        other=other.id,
        share=round(share, 4),
        passages=tuple(sorted(passages, key=lambda passage: (passage.one, passage.other))),
    )


def groups(items: Iterable[OriginFeatures], links: Iterable[OriginLink]) -> list[OriginGroup]:
    """The origin groups of a case: every article is in one of them, alone if nothing links it.

    Copies of a copy are one origin. Shared quotations are weaker: A may share a speech with B and B an interview with
    C. So two sets of copies come together only where more than half of their copies, pair by pair, share quotations.
    What linked articles become depends on them alone. ``documents`` are in order of publication, those without a
    day last; groups in the order of their first document.
    """
    known = {item.id: item for item in items}
    kept = [link for link in sorted(links, key=_strongest) if link.one in known and link.other in known]
    copies = DisjointSets(known)
    for link in kept:
        if link.kind != "quotes":
            copies.join(link.one, link.other)
    joined = with_rewrites(copies, [link for link in kept if link.kind == "quotes"])
    members: defaultdict[str, list[OriginFeatures]] = defaultdict(list)
    inside: defaultdict[str, list[OriginLink]] = defaultdict(list)
    for item in known.values():
        members[joined.root(item.id)].append(item)
    for link in sorted(kept, key=lambda link: (link.one, link.other)):
        if joined.root(link.one) == joined.root(link.other):
            inside[joined.root(link.one)].append(link)
    found = [_group(items, inside[name]) for name, items in members.items()]
    return sorted(found, key=lambda group: _when(known[group.documents[0]]))


def link_origins(articles: Iterable[CaseArticle]) -> list[OriginGroup]:
    """All of it in memory: articles in, origin groups out."""
    items = [features(article) for article in articles]
    return groups(items, links_among(items))


def links_among(items: Iterable[OriginFeatures]) -> Iterator[OriginLink]:
    """The links of every article with those before it, found through an index from key to articles."""
    index: defaultdict[str, list[int]] = defaultdict(list)
    seen: list[OriginFeatures] = []
    for item in items:
        near: set[int] = set()
        for key in keys(item):
            near.update(index[key])
            index[key].append(len(seen))
        for place in near:
            link = compare(seen[place], item)
            if link:
                yield link
        seen.append(item)


def _strongest(link: OriginLink) -> tuple[float, str, str]:
    return -link.share, link.one, link.other


def _group(items: Sequence[OriginFeatures], links: Sequence[OriginLink]) -> OriginGroup:
    ordered = sorted(items, key=_when)
    credited = Counter(item.credit for item in ordered if item.credit)
    named = tuple(item.id for item in ordered)
    origin = min(credited, key=lambda name: (-credited[name], name)) if credited else None
    return OriginGroup(id=group_id("origin_group", named), documents=named, origin=origin, links=tuple(links))


def _when(item: OriginFeatures) -> tuple[str, str]:
    return item.published or "9999", item.id


def _days_apart(one: OriginFeatures, other: OriginFeatures) -> int:
    """Days between two publications; 0 where either is unknown, so that an unknown day keeps nothing apart."""
    if not one.published or not other.published:
        return 0
    return abs((date.fromisoformat(one.published) - date.fromisoformat(other.published)).days)


def _copied(one: OriginFeatures, other: OriginFeatures, runs: Sequence[Run]) -> OriginKind | None:
    shorter, longer = sorted((len(one.prose), len(other.prose)))
    if one.prose.hashes == other.prose.hashes:
        return "exact" if shorter >= EXACT_WORDS else None
    if sum(run.words for run in runs) < max(COPIED_WORDS, COPIED_SHARE * shorter):
        return None
    words = _running_words(one, other, runs)
    own = one.publisher is not None and one.publisher == other.publisher
    if own and _days_apart(one, other) > OWN_DAYS:
        return None
    if words < COPIED_WORDS or words < (OWN_SHARE if own else COPIED_SHARE) * shorter:
        return None
    return "near" if words >= NEAR_SHARE * longer else "contained"


def _running_words(one: OriginFeatures, other: OriginFeatures, runs: Sequence[Run]) -> int:
    """Shared words outside quotation marks and lists, with those inside as long as they aren't the greater part."""
    function = one.prose.function_words()
    mine, theirs = _inside_quotes(one), _inside_quotes(other)
    # What a list leaves in short runs is judged together, and so is prose that was changed every few words.
    long = [[run] for run in runs if run.words >= LIST_WORDS]
    told = plain = 0
    for part in (*long, [run for run in runs if run.words < LIST_WORDS]):
        here = np.concatenate([np.arange(run.one, run.one + run.words) for run in part] or [np.arange(0)])
        there = np.concatenate([np.arange(run.other, run.other + run.words) for run in part] or [np.arange(0)])
        if len(here) and function[here].mean() >= LIST_SHARE:
            inside = int((mine[here] | theirs[there]).sum())
            told, plain = told + inside, plain + len(here) - inside
    return plain + min(told, plain)


def _inside_quotes(item: OriginFeatures) -> npt.NDArray[np.bool_]:
    return np.isin(item.prose.places(), item.quotes.words.places())


def _requoted(one: OriginFeatures, other: OriginFeatures, told: Sequence[Utterance]) -> OriginKind | None:
    words: Counter[tuple[int, int]] = Counter()
    for mine, theirs, run in told:
        words[mine, theirs] += run.words
    quoted = min(len(one.quotes.words), len(other.quotes.words))
    shorter = min(len(one.prose), len(other.prose))
    if sum(words.values()) < max(QUOTED_SHARE * quoted, QUOTED_TEXT * shorter):
        return None
    enough = max(words.values(), default=0) >= ONE_QUOTE or len(words) > 1
    return "quotes" if enough else None


def _credited(one: OriginFeatures, other: OriginFeatures, runs: Sequence[Run]) -> OriginKind | None:
    if not set(one.named) & set(other.named) or _days_apart(one, other) > CREDITED_DAYS:
        return None
    shorter = min(len(one.prose), len(other.prose))
    return "credited" if _running_words(one, other, runs) >= max(CREDITED_WORDS, CREDITED_SHARE * shorter) else None


def _span(words: Words, first: int, run: Run) -> Span:
    return words.span(first, first + run.words - 1)
