"""Gold articles in, made-up pages with labelled attributions out: the forms that news prose hardly teaches.

PolNeAR has few speaker labels, interviews, posts without marks, headlines, press-release lines and
statements without a source, and marks nothing nested. Its own sources and contents are put into such
forms here, each time anew, and read beside the articles themselves. Marks of quotation are changed
in place, so that British single ones, straight ones and unclosed ones are met too.

Everything that comes out is for training only: no sentence of it is kept.
"""

import random
import re
from dataclasses import dataclass, field
from typing import NamedTuple

from training.polnear import Attribution, GoldArticle, Spans

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]+[”\"’)]*(?=\s|$)")
_MARKS = "\"“”‘’'"
_NAMED = re.compile(r"(?:[A-Z][\w.’'-]*\s?){1,4}")
_PAST = re.compile(r" (?=[a-z]+ed (?:the|a|an|to|in|on|at|by|his|her|their|from|into|for|with|after|before)\b)")
_AUXILIARY = re.compile(r" (?:was|were|is|are|has|have|had|will|could) ")


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(" ".join(phrase.split()) for phrase in text.split(";"))


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


CAST = _words(
    """
    Reporter Host Moderator Judge Witness Caller Dispatcher Minister Chair Chairman Counsel Senator Pilot
    Interviewer Anchor Presenter Speaker Clerk Officer Mayor Colonel Student Questioner Announcer Operator Tower
    Nurse Doctor Coach Lawyer Prosecutor Spokesman Spokeswoman Inspector Delegate Governor Captain
    """
)
NO_SPEAKER = _words(
    """
    Photo Photos Picture Image Video Source Sources Note Update Correction Related Watch Credit Location Date
    Time Where When Price Entry Tickets Minutes Score Result Results Warning Contact Phone Email Read Topics
    Tags Born Died Age Height Total Deaths Figures Weather Traffic Next Breaking Exclusive Analysis Opinion Live
    """
)
"""Words that stand before a colon and name nobody."""
OUTLETS = _words(
    """
    Gazette Tribune Courier Herald Post Times Observer Star Chronicle Journal BBC CNN Reuters Spiegel
    """
)
POSTED = _phrases(
    """
    wrote on X; wrote on Twitter; tweeted; posted on Facebook; wrote on Telegram; wrote in a post;
    said in a tweet; posted a message on Instagram; posted; wrote; commented; replied; wrote on his page;
    wrote on her blog; texted; put out a short statement; said in a video message
    """
)
REPORTED = _phrases(
    """
    was reported; is reported; has been reported; was claimed; has been claimed; is claimed; was alleged;
    is alleged; is feared; was feared; is believed; was believed; is said; was said; was rumoured; is thought;
    is understood; was announced; has been suggested; is expected; emerged; was confirmed
    """
)
THERE = _phrases(
    """
    were reports; are reports; were claims; are claims; were rumours; are fears; were suggestions;
    have been allegations; is speculation
    """
)
OUTER = _phrases(
    """
    said; said; said; says; told reporters; claimed; denied; insisted; alleged; reported; confirmed; wrote;
    testified; added; acknowledged; complained; believes; told the committee
    """
)


class Words(NamedTuple):
    """What the gold articles lend.

    ``sources`` are names and descriptions, ``quotes`` the words of direct contents without their
    marks, ``clauses`` are (source, cue, content) that make one sentence in that order,
    ``bystanders`` sentences in which nobody says anything, ``small`` words that are written small
    inside a sentence.
    """

    sources: list[str]
    quotes: list[str]
    clauses: list[tuple[str, str, str]]
    bystanders: list[str]
    small: set[str]


@dataclass
class Page:
    """A text in the making and its attributions; ``None`` begins a new one of its spans."""

    text: str = ""
    attributions: list[Attribution] = field(default_factory=list)

    def add(self, words: str) -> tuple[int, int]:
        start = len(self.text)
        self.text += words
        return start, len(self.text)

    def say(self, source: Spans, cue: Spans, *content: tuple[int, int]) -> None:
        self.attributions.append(Attribution(source, cue, content))


def collect(articles: list[GoldArticle]) -> Words:
    """The words that the articles of a training part lend."""
    words = Words([], [], [], [], set())
    for article in articles:
        text = article.text
        said = sorted(span for a in article.attributions for spans in a for span in spans)
        for item in article.attributions:
            if len(item.source) == 1:
                source = text[slice(*item.source[0])]
                if len(source) < 80 and "\n" not in source:
                    words.sources.append(source)
            for start, end in item.content:
                content = text[start:end]
                inner = content.strip(_MARKS + " ,")
                bare = not any(mark in inner for mark in '"“”')
                if content[0] in '"“' and bare and 3 <= len(inner.split()) <= 60 and "\n" not in inner:
                    words.quotes.append(inner[0].upper() + inner[1:])
            if len(item.source) == len(item.cue) == len(item.content) == 1:
                (a, b), (c, d), (e, f) = item.source[0], item.cue[0], item.content[0]
                together = b <= c <= b + 2 and d <= e <= d + 2
                begins = a == 0 or text[a - 1] == "\n" or text[max(0, a - 2) : a] in (". ", "” ", '" ')
                plain = not any(mark in text[a:f] for mark in '"“”\n')
                if together and begins and plain and text[f : f + 1] in (".", "!", "?") and f - a < 300:
                    words.clauses.append((text[a:b], text[c:d], text[e:f]))
        for match in _SENTENCE.finditer(text):
            a, b = match.span()
            sentence = match.group().strip()
            free = not any(start < b and end > a for start, end in said)
            if free and 6 <= len(sentence.split()) <= 40 and not any(mark in sentence for mark in '"“”‘'):
                words.bystanders.append(sentence)
    words.small.update(word for sentence in words.bystanders for word in sentence.split()[1:] if word.islower())
    return words


def remarked(article: GoldArticle, rng: random.Random) -> GoldArticle:
    """The article with its quotation marks changed in place, so that all offsets stay."""
    drawn, text = rng.random(), article.text
    if drawn < 0.10:
        text = text.replace("“", "‘").replace("”", "’")
        text = _paired(text, "‘", "’")
    elif drawn < 0.20:
        text = text.replace("“", "'").replace("”", "'").replace('"', "'")
    elif drawn < 0.30:
        text = _paired(text, "“", "”")
    elif drawn < 0.35:
        text = text.replace("“", '"').replace("”", '"').replace("’", "'")
    if rng.random() < 0.2:
        text = "".join(" " if c in '“”"' and rng.random() < 0.08 else c for c in text)
    return article._replace(text=text)


def _paired(text: str, opening: str, closing: str) -> str:
    """Straight double marks made into a pair: one before a word opens, any other closes."""
    return re.sub(r'"(?=\w)', opening, text).replace('"', closing)


def pages(words: Words, rng: random.Random, count: int) -> list[GoldArticle]:
    """``count`` made-up pages."""
    makers = (_transcript, _transcript, _interview, _posts, _press, _headline, _nobody, _nested, _nested, _fragments)
    made = []
    for number in range(count):
        page = Page()
        makers[number % len(makers)](page, words, rng)
        made.append(GoldArticle(f"made-{number}", page.text, page.attributions))
    return made


def _speech(words: Words, rng: random.Random) -> str:
    """One to four sentences of somebody's words."""
    chosen = [q if q[-1] in ".!?" else q + "." for q in rng.choices(words.quotes, k=rng.choice((1, 1, 1, 2, 2, 3)))]
    return " ".join(chosen)


def _question(words: Words, rng: random.Random) -> str:
    for _ in range(30):
        words_ = rng.choice(words.quotes)
        if words_[-1] == "?":
            return words_
    return words_ if words_[-1] in ".!?" else words_ + "?"


def _name(words: Words, rng: random.Random) -> str:
    """A name in capitals, or a part in a conversation."""
    if rng.random() < 0.4:
        return rng.choice(CAST)
    for _ in range(30):
        name = rng.choice(words.sources)
        if len(name) > 2 and _NAMED.fullmatch(name + " "):
            return name
    return rng.choice(CAST)


def _styled(name: str, rng: random.Random) -> str:
    drawn = rng.random()
    if drawn < 0.4:
        return name.upper()
    if drawn < 0.6:
        return name.split()[-1]
    return name


def _bystander(page: Page, words: Words, rng: random.Random, chance: float = 0.6) -> None:
    """With some luck a sentence or two in which nobody speaks, before or after others."""
    if rng.random() < chance:
        page.add(" ".join(rng.choices(words.bystanders, k=rng.choice((1, 1, 2)))))


def _label_of_nobody(page: Page, words: Words, rng: random.Random) -> None:
    """A line that looks like a speaker's and is a caption, a note or a table's."""
    name = rng.choice(NO_SPEAKER)
    page.add(f"{name.upper() if rng.random() < 0.2 else name}: ")
    page.add(rng.choice(words.bystanders) if rng.random() < 0.7 else rng.choice(words.sources))


def _turns(page: Page, names: list[str], words: Words, rng: random.Random) -> None:
    gap = rng.choice(("\n", "\n\n", "\n\n"))
    for number in range(rng.randint(2, 7)):
        if rng.random() < 0.06:
            page.add(gap if page.text else "")
            _label_of_nobody(page, words, rng)
        if page.text:
            page.add(gap)
        who = names[number % len(names)]
        source = page.add(who)
        cue = page.add("." if who in ("Q", "A") and rng.random() < 0.5 else ":")
        page.add(" ")
        asked = number % 2 == 0 and rng.random() < 0.7
        content = [page.add(_question(words, rng) if asked else _speech(words, rng))]
        if not asked and rng.random() < 0.15:
            page.add(gap)
            content.append(page.add(_speech(words, rng)))
        page.say((source,), (cue,), *content)


def _transcript(page: Page, words: Words, rng: random.Random) -> None:
    _bystander(page, words, rng, 0.4)
    style = rng.random()
    names = [_name(words, rng) for _ in range(rng.choice((1, 2, 2, 3)))]
    names = [name.upper() for name in names] if style < 0.5 else [_styled(name, rng) for name in names]
    _turns(page, names, words, rng)


def _interview(page: Page, words: Words, rng: random.Random) -> None:
    _bystander(page, words, rng, 0.5)
    name = _name(words, rng)
    asker = rng.choice(OUTLETS)
    names = rng.choice((["Q", "A"], ["Q", "A"], [asker, name], [asker, name.split()[-1]], ["Q", name]))
    _turns(page, [n.upper() for n in names] if rng.random() < 0.3 else names, words, rng)


def _posts(page: Page, words: Words, rng: random.Random) -> None:
    for _ in range(rng.randint(1, 3)):
        if page.text:
            page.add(rng.choice(("\n\n", "\n")))
        if rng.random() < 0.3:
            _bystander(page, words, rng, 1)
            page.add(" ")
        drawn, speech = rng.random(), _speech(words, rng)
        if drawn < 0.5:
            source = page.add(rng.choice(words.sources))
            page.add(" ")
            cue = page.add(rng.choice(POSTED))
            page.add(": ")
            page.say((source,), (cue,), page.add(speech))
        elif drawn < 0.6:
            # A post as it is copied from a page: the handle is what tells that it is one.
            source = page.add(_name(words, rng))
            page.add(rng.choice((" ", " ", " (")))
            cue = page.add("@" + rng.choice(words.sources).lower().replace(" ", "")[:15])
            page.add((")" if page.text[cue[0] - 1] == "(" else "") + rng.choice(("\n", "\n", ": ", " · ")))
            page.say((source,), (cue,), page.add(speech))
        elif drawn < 0.75:
            handle = "@" + rng.choice(words.sources).lower().replace(" ", rng.choice(("", "_")))[:24]
            if rng.random() < 0.4:
                handle = f"{_name(words, rng)} ({handle})"
            source = page.add(handle)
            cue = page.add(":")
            page.add(" ")
            page.say((source,), (cue,), page.add(speech))
        else:
            content = page.add(speech.rstrip(".!?") + ",")
            page.add(" ")
            source = page.add(rng.choice(words.sources))
            page.add(" ")
            cue = page.add(rng.choice(("had ", "", "")) + rng.choice(POSTED))
            page.add(".")
            page.say((source,), (cue,), content)
        if rng.random() < 0.5:
            page.add(rng.choice(("\n\n", "\n")))
            _bystander(page, words, rng, 1)


def _press(page: Page, words: Words, rng: random.Random) -> None:
    if rng.random() < 0.3:
        page.add(rng.choice(("What they are saying", "Reactions", "Statement", "What people say", "Quotes")))
        page.add(rng.choice((":", ":", "")))
    else:
        _bystander(page, words, rng)
    opening, closing = rng.choice((("“", "”"), ('"', '"'), ("‘", "’"), ("", "")))
    dash = rng.choice(("-", "–", "—", "--"))
    gap = rng.choice((" ", " ", "\n", "\n\n"))
    for _ in range(rng.randint(1, 3)):
        if page.text:
            page.add("\n\n")
        content = page.add(opening + _speech(words, rng) + closing)
        page.add(gap)
        cue = page.add(dash)
        page.add(rng.choice((" ", " ", "")))
        role = rng.choice(words.sources)
        title = rng.choice(("", "", f", {rng.choice(CAST)}", f", {rng.choice(CAST)}, {role}", f", {role}"))
        page.say((page.add(_name(words, rng) + title),), (cue,), content)
    if rng.random() < 0.3:
        page.add("\n\n")
        _bystander(page, words, rng, 1)


def _headline(page: Page, words: Words, rng: random.Random) -> None:
    if rng.random() < 0.1:
        _label_of_nobody(page, words, rng)
        page.add("\n\n")
    source, _, content = rng.choice(words.clauses)
    content = content.removeprefix("that ")
    short = content[0].upper() + content[1:]
    drawn = rng.random()
    if drawn < 0.35:
        first = page.add(source[0].upper() + source[1:])
        mark = page.add(":")
        page.add(" ")
        page.say((first,), (mark,), page.add(short))
    elif drawn < 0.75:
        said = page.add(short)
        page.add(", ")
        if rng.random() < 0.4:
            told = page.add("according to")
            page.add(" ")
            page.say((page.add(source),), (told,), said)
        else:
            told = page.add(rng.choice(("says", "say", "said", "claims", "warns", "admits")))
            page.add(" ")
            page.say((page.add(source),), (told,), said)
    else:
        opening, closing = rng.choice((("‘", "’"), ("'", "'"), ("“", "”")))
        said = page.add(opening + rng.choice(words.quotes).rstrip(".,") + closing)
        mark = page.add(":")
        page.add(" ")
        page.say((page.add(rng.choice(words.sources)),), (mark,), said)
    page.add("\n\n")
    _bystander(page, words, rng, 1)


def _nobody(page: Page, words: Words, rng: random.Random) -> None:
    for _ in range(rng.randint(1, 3)):
        if page.text:
            page.add(rng.choice((" ", "\n\n")))
        drawn = rng.random()
        if drawn < 0.35:
            sentence = rng.choice(words.bystanders).rstrip(".!?")
            match = rng.choice((_AUXILIARY, _PAST)).search(sentence)
            if not match:
                continue
            first = page.add(sentence[: match.end() - 1])
            page.add(" ")
            cue = page.add(rng.choice(("reportedly", "allegedly", "apparently", "supposedly", "reportedly")))
            page.add(" ")
            page.say((), (cue,), first, page.add(sentence[match.end() :]))
            page.add(".")
        else:
            clause = rng.choice(words.bystanders).rstrip(".!?")
            clause = _lowered(clause, words)
            start, cues = rng.choice((("It ", REPORTED), ("It ", REPORTED), ("There ", THERE)))
            page.add(start)
            cue = page.add(rng.choice(cues))
            page.add(" ")
            page.say((), (cue,), page.add("that " + clause))
            page.add(".")
    page.add(rng.choice((" ", "\n")))
    _bystander(page, words, rng, 0.7)


def _lowered(sentence: str, words: Words) -> str:
    """A sentence as it would go on after "that": its first word small unless it is a name."""
    return sentence[0].lower() + sentence[1:] if sentence.split()[0].lower() in words.small else sentence


def _clause(words: Words, rng: random.Random) -> str:
    source, cue, content = rng.choice(words.clauses)
    return _lowered(f"{source} {cue} {content}", words)


def _nested(page: Page, words: Words, rng: random.Random) -> None:
    """Somebody says that somebody says: the outer statement is labelled, its content as a whole."""
    _bystander(page, words, rng, 0.3)
    page.add(" " if page.text else "")
    drawn, clause = rng.random(), _clause(words, rng)
    outer = rng.choice(words.sources)
    if drawn < 0.15:
        cue = page.add("According to")
        page.add(" ")
        source = page.add(outer)
        page.add(", ")
        page.say((source,), (cue,), page.add(clause))
    elif drawn < 0.7:
        source = page.add(outer[0].upper() + outer[1:])
        page.add(" ")
        cue = page.add(rng.choice(OUTER))
        page.add(" ")
        page.say((source,), (cue,), page.add(rng.choice(("that ", "that ", "")) + clause))
    else:
        opening, closing = rng.choice((("“", ",”"), ('"', ',"'), ("‘", ",’")))
        content = page.add(opening + clause[0].upper() + clause[1:] + closing)
        page.add(" ")
        if rng.random() < 0.5:
            cue = page.add("said")
            page.add(" ")
            source = page.add(outer)
        else:
            source = page.add(outer)
            page.add(" ")
            cue = page.add(rng.choice(OUTER))
        page.say((source,), (cue,), content)
    page.add(". ")
    _bystander(page, words, rng, 0.5)


def _fragments(page: Page, words: Words, rng: random.Random) -> None:
    """Contents alone, a paragraph each, as the second reading for statements within sees them."""
    for _ in range(rng.randint(2, 7)):
        if page.text:
            page.add("\n")
        page.add(rng.choice(("", "", "that ")))
        if rng.random() < 0.3:
            sentence = rng.choice(words.bystanders).rstrip(".!?")
            page.add(_lowered(sentence, words))
            continue
        source, cue, content = rng.choice(words.clauses)
        first = page.add(_lowered(source, words))
        page.add(" ")
        told = page.add(cue)
        page.add(" ")
        page.say((first,), (told,), page.add(content))
        if rng.random() < 0.2:
            page.add(
                rng.choice((", and ", " and ", ", but ")) + _lowered(rng.choice(words.bystanders), words).rstrip(".!?")
            )
