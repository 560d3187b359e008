"""One article's statements in, the propositions that they take a side on out, each with all that it is compared by.

A proposition is what a statement says, sentence by sentence, put positively: who says it and whether
it is asserted or denied is kept apart. It depends on its article alone. A denial that names what it
denies only by "it" or "the accusation" gets the proposition of the nearest earlier statement of
somebody else.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log

import msgspec
import numpy as np

from counterclaim.link import polarity
from counterclaim.link.encoder import SCALE, Encoded, SentenceEncoder
from counterclaim.link.particulars import Number, days_of, names_of, numbers_of, words_of
from counterclaim.link.wording import STOP, WORD, stem, table
from counterclaim.records import Span, Spans, Statement
from counterclaim.records.links import CaseArticle

SIDES = frozenset({"asserts", "denies", "accuses", "admits", "warns", "believes", "promises", "demands", "declines"})
"""Acts by which somebody can take a side; a question takes none."""
_FEELING = re.compile(
    r"\b(?:hop(?:e[sd]?|ing)|wish\w*|want\w*|lik(?:e[sd]?)\s+to|love[sd]?|regret\w*|proud|sad(?:dened)?|sorry|happy|glad|thank\w*|grateful"
    r"|condolences?|sympath\w*|pray\w*|angry|disappointed|shocked|afraid|looking\s+forward)\b",
    re.IGNORECASE,
)
"""Hopes and feelings: nobody else can stand for or against them."""
_PASSIVE = re.compile(
    r"\b(?:been|being|be|was|were|is|are)\s+(?:\w+ly\s+)?(?:warned|told|asked|informed|advised|accused)\b"
)
"""The source of such words is who heard them: "it had been warned"."""
_ACCOUNT = (
    r"(?:accusations?|charges?|allegations?|claims?|reports?|reporting|statements?|suggestions?|rumou?rs?|story|stories|accounts?"
    r"|versions?|criticisms?|assertions?|complaints?|findings?|conclusions?|remarks?|comments?|idea|notion|link|it|this|that|them|these"
    r"|those|so|everything|all|wrongdoing)"
)
_ANAPHOR = re.compile(
    rf"\W*(?:(?:an?|the|all|any|both|such|these|those|this|that|his|her|its|their|latest|earlier|media|press|news|to|on|as|\w+ly)\s+)*{_ACCOUNT}\W*",
    re.IGNORECASE,
)
"""Words that point to a proposition and don't hold it."""
_COMMENT = re.compile(
    rf"\W*(?:to\s+)?(?:comment|respond|answer)(?:\s+(?:on|to|about)\s+{_ANAPHOR.pattern})?\W*", re.IGNORECASE
)
_WHAT = re.compile(r"\b(?:what\w*|how|whether|where|why|when|if)\b", re.IGNORECASE)
_UNTRUE = re.compile(
    rf"\W*(?:(?:that\s+)?{_ANAPHOR.pattern}\s+(?:is|was|are|were)\s+)?(?:as\s+)?(?:(?:an?|the|all|\w+ly)\s+)*{polarity.UNTRUE}\W*",
    re.IGNORECASE,
)
_CHARGE = re.compile(r"\b(?:accus|charge|alleg|critic|complain)", re.IGNORECASE)
_REACH = 2500
"""Characters between a denial and what it points to: the longest in the dev articles was 2,100."""
_REACH_OPEN = 700
"""The same for "declined to comment" and "denied any wrongdoing", which point to nothing in words."""
_NEXT = 200
"""The same where the denied proposition is no charge against who denies it: a sentence or two. In 185 articles of other
events all five ties from further on or to a nameless source were wrong, and all five from nearer were right."""
_ADJACENT = 80
"""The same where nobody is named for what is denied: the sentence before."""
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Drs?|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Cmdr|Prof|St|Jr|Sr|No|vs|Inc|Ltd|Co|U\.S|U\.N|U\.K|D\.C))\.$"
)
_SUBJECT = (
    r"(?:there|it|he|she|they|we|I|that|this|who|(?:the|its|his|her|their|our|my|no|an?)\s+[\w’'-]+"
    r"(?:\s+[\w’'-]+){0,2}?|[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*)"
)
_FINITE = r"(?:is|was|are|were|has|had|have|will|would|can|could|should|may|might|must|did|does|do|[a-z]+ed)"
_END = re.compile(
    rf"(?<=[.!?])[”\"’']?\s+(?=[“\"‘'\[(]?[A-Z0-9])|;\s+|\s+[–—]\s+|,?\s+(?:and|but)\s+(?:that\s+)?(?={_SUBJECT}\s+(?:n[’']t\s+)?{_FINITE}\b)"
    rf"|,?\s+(?:and|but)\s+(?={_FINITE}\s)|,\s+(?=(?:killing|injuring|wounding|leaving|adding|saying|calling|causing|forcing)\b)|,\s+(?:although|while|because|which)\s+"
)
"""Where one proposition ends: at a sentence's end, and before a clause with a verb of its own."""
_NEXT_CLAUSE = re.compile(r"(?:and|but)\s+(?:there|it|he|she|they|we|I|that)\s")
_MARKS = " \t\r\n,.;:–—-“”\"„«»‘’'()[]"
_DECLINED = re.compile(
    r"\W*(?:to\s+)?(?:comment|discuss|say|answer|respond|elaborate)?\s*(?:publicly\s+)?(?:on|to|about|whether|if)?\b",
    re.IGNORECASE,
)
_DONE = re.compile(r"\b(?:was|were|been|be|is|are)\s+(?:\w+ly\s+)?\w+ed\b")
"""What was done to somebody says enough in one word: "we were warned"."""
CLAUSE = 3
"""Words that a clause needs to stand alone."""
_VERB = re.compile(
    rf"\b(?:{_FINITE[3:-1]}|be|been|being|am|[’'](?:s|re|ve|ll|d|m)|cannot|to|not|never|said|says|went|came|got|gets|made|makes|took|takes"
    r"|knew|knows?|saw|see[sn]?|found|finds?|gave|gives?|told|left|lost|broke|hit|fell|rose|held|kept|met|paid|won|wrote|sent|led|began|ran|spent|shot"
    r"|let|put|set|cut|needs?|wants?|shows?|says?|means?|goes|comes|plans?|\w+ing)\b|n[’']t\b",
)
"""Signs of a clause; without one the words only name a matter ("the court's decision")."""
_PRESENTS = re.compile(
    r"\b(?:confirm|announc|identif|reveal|describ|disclos|acknowledg|predict|forecast)", re.IGNORECASE
)
QUOTED = 4
"""Words from which on a quotation is taken for a clause although no sign of a verb is known in it."""
_OF_THINGS = frozenset({"denies", "accuses", "demands", "promises", "declines"})
"""Acts whose content is a proposition although it only names a matter: "denied any wrongdoing", "demanded talks"."""
LEAST_WORDS = 2
"""Words with meaning that a proposition needs: "That is true" can't be compared with anything."""
LONG_NAME = 9
"""Words without a sign of a verb that still count as a clause: the signs are not complete."""
CONTEXT_WORDS = 60
"""Words from the head of an article that show, with its title, which event it is about."""
TOPICS = 8
"""Words that stand for an article's event: of articles about one event 96 in 100 share one, with 12 words 98."""
AT_THE_HEAD = 1.5
"""How much more a word of the title or the head weighs."""
LEAST_LETTERS, LEAST_RARITY = 2, 2.0
"""A topic has more letters, and stands in fewer than one article of seven."""


class Proposition(msgspec.Struct, frozen=True, kw_only=True):
    """What a statement says in one sentence, and everything that it is compared by.

    ``sign`` is 1 where the speaker stands for the positive form ``text``, -1 against it, 0 where that is left open.
    ``wording`` are the words as they stand at ``spans``; where ``tied``, those of the proposition that is denied.
    Where ``rejected``, the cue turns them ("doubts that"). ``kind`` keeps apart what is, what somebody should do,
    and what somebody will do; ``thing`` is what is said to be genuine or not, if anything is. ``words`` are stems,
    with ``weights`` by how rare they are in news and how often they stand in the article. Vectors are the sentence
    encoder's, as whole numbers of 1/127: of the text, of the article's propositions on the average (``topic``), and
    of each word in its sentence (``tokens``, 64 numbers each). ``topics`` are words that show the article's event,
    ``published`` is its day.

    Whether it can be one side of a dispute depends on the rest: ``whole``, whether the words say something or only
    name a matter; ``main``, the stems of their main clause; ``negated``, those after its negation (None where it has
    none); ``negations``, each with the word after it.
    """

    id: str
    statement: str
    document: str
    speaker: str | None
    day: str | None
    act: str
    sign: int
    kind: str
    wording: str
    spans: Spans
    text: str
    thing: str
    words: tuple[str, ...]
    names: tuple[str, ...]
    numbers: tuple[Number, ...]
    days: tuple[str, ...]
    tied: bool = False
    rejected: bool = False
    whole: bool = True
    main: tuple[str, ...] = ()
    negated: tuple[str, ...] | None = None
    negations: tuple[str, ...] = ()
    weights: tuple[float, ...] = ()
    vector: bytes = b""
    topic: bytes = b""
    topics: tuple[str, ...] = ()
    published: str | None = None
    tokens: bytes = b""


def features(article: CaseArticle, encoder: SentenceEncoder) -> tuple[Proposition, ...]:
    """The propositions of one article, in the order of the text."""
    found = _found(article)
    if not found:
        return ()
    head = " ".join(article.text.split()[:CONTEXT_WORDS])
    first, *encoded = encoder([f"{article.document.title or ''}. {head}", *(p.text for p in found)])
    rows = np.array([first.vector, *(e.vector for e in encoded)], np.float32)
    topic = np.round(rows.mean(axis=0)).astype(np.int8).tobytes()
    often = Counter(stem(word) for word in WORD.findall(article.text))
    topics = topics_of(article.document.title or "", head, often)
    return tuple(
        msgspec.structs.replace(
            p,
            vector=e.vector.tobytes(),
            topic=topic,
            topics=topics,
            published=article.document.published,
            tokens=_by_word(e, words_of(p.text).values()),
            weights=tuple(round(table().weight(w) / (1 + log(max(often[w], 1))), 3) for w in p.words),
        )
        for p, e in zip(found, encoded, strict=True)
    )


def topics_of(title: str, head: str, often: Mapping[str, int]) -> tuple[str, ...]:
    """The stems that tell best which event an article is about: rare in news, frequent in it or named at its head."""
    known, first = table(), {stem(word) for word in WORD.findall(f"{title} {head}")}
    weighed = {
        word: (1 + log(count)) * known.weight(word) * (AT_THE_HEAD if word in first else 1)
        for word, count in often.items()
        if len(word) > LEAST_LETTERS and word[0].isalpha() and word not in STOP and known.weight(word) > LEAST_RARITY
    }
    return tuple(sorted(sorted(weighed, key=lambda word: (-weighed[word], word))[:TOPICS]))


def _by_word(encoded: Encoded, places: Iterable[Span]) -> bytes:
    """One vector for each word: the mean of its pieces'; zeros for a word beyond what the encoder reads."""
    rows = np.zeros((len(places := list(places)), encoded.tokens.shape[1]), np.float32)
    for row, (start, end) in zip(rows, places, strict=True):
        pieces = [i for i, (a, b) in enumerate(encoded.places) if a < end and start < b]
        if pieces:
            row += encoded.tokens[pieces].astype(np.float32).mean(axis=0)
    rows *= SCALE / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)
    return np.round(rows).astype(np.int8).tobytes()


def _found(article: CaseArticle) -> list[Proposition]:
    relayed = _relays(article)
    ordered = sorted(article.statements, key=lambda s: (s.content[0][0], s.id))
    out: list[Proposition] = []
    pointing: list[tuple[Statement, str]] = []
    for statement in ordered:
        if statement.act not in SIDES or statement.id in relayed or _PASSIVE.search(statement.text.cue):
            continue
        units = _units(article, statement)
        made = [p for i, spans in enumerate(units) if (p := _proposition(article, statement, i, spans))]
        out += made
        if not made and (pointer := _pointer(statement)) is not None:
            pointing.append((statement, pointer))
    out += [p for statement, words in pointing if (p := _tied(article, statement, words, out))]
    return sorted(out, key=lambda p: (p.spans[0], p.id))


def _relays(article: CaseArticle) -> set[str]:
    """Statements whose content is hardly more than somebody else's statement: the inner one takes the side."""
    by_id = {s.id: s for s in article.statements}
    out = set()
    for inner in article.statements:
        outer = by_id.get(inner.within or "")
        if outer is None or inner.speaker.name is None or inner.act not in SIDES or _PASSIVE.search(inner.text.cue):
            continue
        inside = sum(end - start for spans in (inner.source, inner.cue, inner.content) for start, end in spans)
        if inside >= RELAYED * sum(end - start for start, end in outer.content):
            out.add(outer.id)
    return out


RELAYED = 0.6
"""Share of a content that an inner statement must fill for the outer one to be a mere report of it."""


def _units(article: CaseArticle, statement: Statement) -> list[Spans]:
    """The sentences of what is said, or of what is denied where the verb of saying denies it."""
    spans = statement.content
    if statement.act == "denies" and polarity.denied_by(statement.text.cue) and statement.about:
        spans = statement.about
    out: list[list[Span]] = []
    joined = False
    for start, end in spans:
        words = article.text[start:end]
        at = 0
        for mark in [*_ends(words), None]:
            piece = (start + at, start + (mark.start() if mark else len(words)))
            if joined and out:
                out[-1].append(piece)
            elif piece[0] < piece[1]:
                out.append([piece])
            joined = False
            at = mark.end() if mark else at
        joined = not words.rstrip("”\"’' ").endswith((".", "!", "?")) and _runs_on(article.text, end)
    return [tuple(unit) for unit in out]


def _ends(words: str) -> list[re.Match[str]]:
    """The ends of propositions that leave enough words on either side to be one."""
    out: list[re.Match[str]] = []
    at = 0
    for mark in _END.finditer(words):
        before, after = words[at : mark.start()], words[mark.end() :]
        if _ABBREVIATION.search(before) or len(before.split()) < CLAUSE or len(after.split()) < CLAUSE:
            continue
        out.append(mark)
        at = mark.end()
    return out


def _runs_on(text: str, end: int) -> bool:
    """Whether a sentence goes on after its speaker is named: the next piece begins in lower case."""
    opened = re.search(r"[“\"‘]\s*(?=[a-z])", text[end : end + 200].lstrip("”\"’'"))
    return opened is not None and not _NEXT_CLAUSE.match(text[end : end + 200].lstrip("”\"’'"), opened.end())


def _proposition(article: CaseArticle, statement: Statement, number: int, spans: Spans) -> Proposition | None:
    wording = " ".join(article.text[start:end].strip(_MARKS) for start, end in spans)
    wording = re.sub(r"^(?:that|and|but|because|of|as)\s+", "", wording)
    act = statement.act or "asserts"
    if _ANAPHOR.fullmatch(wording) or "to the contrary" in wording:
        return None
    if act == "believes" and _FEELING.search(f"{statement.text.cue} {wording}"):
        return None
    denied = polarity.denied_by(statement.text.cue)
    if act not in _OF_THINGS and not denied and not _clause(wording) and not _presents(statement):
        return None
    if act == "declines":
        wording = wording[m.end() :].strip(_MARKS) if (m := _DECLINED.match(wording)) else wording
        if _ANAPHOR.fullmatch(wording):
            return None
    reading = polarity.read(wording, denied)
    text = reading.text
    words = tuple(words_of(text))
    told = denied or reading.sign < 0 or _DONE.search(wording) is not None
    if len(words) < (1 if told else LEAST_WORDS):
        return None
    return Proposition(
        id=f"{statement.id}:{number}",
        statement=statement.id,
        document=article.document.id,
        speaker=statement.speaker.name,
        day=statement.said_on or article.document.published,
        act=act,
        sign=0 if act == "declines" or polarity.unsaid_by(statement.text.cue) else reading.sign,
        kind={"demands": "demand", "promises": "promise"}.get(act, "fact"),
        wording=wording,
        spans=spans,
        text=text,
        thing=reading.thing,
        words=words,
        names=tuple(sorted(names_of(wording))),
        numbers=tuple(sorted(numbers_of(wording))),
        days=tuple(sorted(days_of(wording, article.document.published))),
        rejected=denied,
        whole=act in ("accuses", "denies") or polarity.says(wording),
        main=tuple(words_of(_WHAT.split(polarity.main_clause(text))[0])),
        negated=None if reading.negated is None else tuple(words_of(reading.negated)),
        negations=tuple(sorted(polarity.negations(wording))),
    )


def _presents(statement: Statement) -> bool:
    """Whether a name alone says that something is so: "confirmed the deaths"; a quotation is taken for a clause."""
    words = sum(len(content.split()) for content in statement.text.content)
    return bool(_PRESENTS.search(statement.text.cue)) or (statement.kind == "direct" and words >= QUOTED)


def _clause(wording: str) -> bool:
    """Whether the words say something of a thing; a quantity or a verdict in quotation marks does too."""
    return bool(_VERB.search(wording)) or bool(numbers_of(wording)) or len(wording.split()) > LONG_NAME


def _pointer(statement: Statement) -> str | None:
    """The words that point to a proposition without holding it; None where the statement doesn't deny or decline."""
    words = " ".join(statement.text.content)
    if statement.act not in ("denies", "declines"):
        return None
    points = _ANAPHOR.fullmatch(words) or (statement.act == "declines" and _COMMENT.fullmatch(words))
    untrue = statement.act == "denies" and _UNTRUE.fullmatch(words)
    return f"{words} {statement.text.cue}" if points or untrue else None


def _within_reach(target: Proposition, denial: Statement, distance: int) -> bool:
    """Whether a denial can point to the target: it follows closely, or is of a charge that names who denies it."""
    if not target.whole or (target.sign < 0 and not target.thing):
        return False
    if target.act == "accuses" and not names_of(f"by {denial.speaker.name}").isdisjoint(target.words):
        return True
    return distance <= (_NEXT if target.speaker else _ADJACENT)


def _tied(article: CaseArticle, statement: Statement, words: str, found: Sequence[Proposition]) -> Proposition | None:
    """The denial's own copy of the nearest earlier proposition that it can be about."""
    at = statement.content[0][0]
    unsaid = "wrongdoing" in words or (statement.act == "declines" and not re.search(_ACCOUNT, words))
    reach = _REACH_OPEN if unsaid else _REACH
    before = [
        p
        for p in found
        if p.spans[-1][1] <= at
        and at - p.spans[-1][1] <= reach
        and p.kind == "fact"
        and p.speaker != statement.speaker.name
        and p.sign != 0
        and p.act != "denies"
        and (statement.act == "declines" or _within_reach(p, statement, at - p.spans[-1][1]))
    ]
    if _CHARGE.search(words) or "wrongdoing" in words:
        charges = [p for p in before if p.act == "accuses"]
        before = charges if charges or "wrongdoing" in words else before
    if not before:
        return None
    nearest = max(before, key=lambda p: (p.spans[-1][1], p.id)).statement
    target = min((p for p in before if p.statement == nearest), key=lambda p: p.spans[0])
    return msgspec.structs.replace(
        target,
        id=f"{statement.id}:tied",
        statement=statement.id,
        speaker=statement.speaker.name,
        day=statement.said_on or article.document.published,
        act=statement.act or "denies",
        sign=0 if statement.act == "declines" else -target.sign,
        spans=statement.content,
        tied=True,
    )
