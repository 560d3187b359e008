"""A text and a place in it in, the role or affiliation that is worded beside a name or in a description out."""

import re

from counterclaim.resolve import lexicon

_DETERMINER = r"(?:the|a|an|his|her|their|its|our|my|one)"
_APPOSITION = re.compile(
    r",?\s+(?:who\s+(?:is|was|works\s+as|served\s+as)\s+|which\s+is\s+)?((?:[^,.;:\n“”\"()]|(?<=\b[A-Z])\.){3,110})",
    re.IGNORECASE,
)
_AGE = re.compile(r",\s+\d{1,3}(?=,)")
_SERVED = re.compile(
    r"\s+(?:of|from|with|at)\s+(?:the\s+)?((?:[a-z\-]+\s+){0,3}[A-Z][\w’'&\-]*(?:\s+(?:of\s+|for\s+|the\s+|and\s+)*[A-Z][\w’'&\-]*)*)"
)
_MANY = rf"one\s+of\s+{_DETERMINER}\s+((?:[\w\-]+\s+){{0,3}}?[\w\-]+s)"
_ONE_OF = re.compile(rf",\s+{_MANY}\b(?=\s*(?:,|\.|;|who|of|and|said|at|in|from))", re.IGNORECASE)
_ONE_OF_BEFORE = re.compile(rf"\b{_MANY}$", re.IGNORECASE)
_SERVES_AS = re.compile(
    r",?\s+who\s+(?:(was)|has\s+been|is\s+in\s+(?:his|her)\s+\w+\s+(?:term|year|month|week)\s+as|"
    r"(?:has\s+)?serve[sd]\s+(?:\w+\s+){0,3}as|took\s+over\s+as|took\s+office\s+as|became)\s+"
    r"((?:the\s+|an?\s+)?[a-z\-]+(?:\s+[a-z\-]+){0,3}?)"
    r"(?=\s*[,.;]|\s+(?:until|till|since|from|between|before|after|for|in|last|when|at|under)\b)"
)
"""A relative clause that tells an office: "who was mayor until May", "who is in her second term as mayor"."""
_COPULA = re.compile(r"\s+(?:is|was)\s+((?:the|a|an)\s+[^,.;:\n“”\"()]{3,80})")
_LEAVE = re.compile(
    r"\s+(?:who|whom|whose|which|that|said|says|told|added|wrote|tweeted|speaking|has|had|is|was|were|will|would|"
    r"when|where|while|as|and\s+(?:his|her|the|a|an)|on\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
_FINITE = frozenset(
    ["said", "says", "told", "added", "wrote", "tweeted", "has", "had", "is", "was", "were", "will", "would"]
)
"""Verbs whose subject a noun phrase before them is, so that it describes no name before it."""
_ARTICLE = re.compile(r"^(?:the|a|an|one|this|that|these|those)\s+", re.IGNORECASE)
_HONORIFIC_LAST = re.compile(rf"\s*\b(?:{'|'.join(sorted(lexicon.HONORIFICS))})\b\.?$", re.IGNORECASE)
_OWNED = re.compile(r"(?:^\s*|\s)([A-Z][\w\-]*(?:\s[A-Z][\w\-]*)*[’']s\s+[^,]+)$")
_DETERMINED = re.compile(rf"(?<![\w’'])(?:{_DETERMINER})\s+", re.IGNORECASE)
_ALIAS = re.compile(
    r"((?:\b(?:a|an|the|one)\s+)(?:[\w\-]+\s+){0,3}[\w\-]+),?\s+(?:named|called|known\s+as|nicknamed|identified\s+as|"
    r"using\s+the\s+(?:pseudonym|name|alias)|who\s+gave\s+(?:his|her|their)\s+name\s+(?:only\s+)?as)\s+$",
    re.IGNORECASE,
)
_LAST_PHRASE = re.compile(r".*\b(?:and|or|the|a|an)\s+", re.IGNORECASE)
_SERVING = re.compile(r"((?:[\w’'\-]+\s+){0,4}[\w\-]+)\s+(?:of|for|to|at)\s+(?:the\s+)?$")
_ASIDE = re.compile(r"\s\((?=[A-Z])[^()]{2,40}\)\s$")
_OFFICE = re.compile(r"(?:^|(?<=\s))((?:[\w\-]+\s+){0,3}[\w\-]+\s+(?:of|for)\s+(?:the\s+)?\w+)\s$")
_QUALIFYING = frozenset(["former", "senior", "local", "early"])
_FORMER = frozenset(["former", "acting", "then", "incoming", "outgoing", "deputy", "late"])
_BREAK = re.compile(r"[.;:!?,\n“”\"]|[()]")
_REACH = 110
"""Characters before a name in which a description of its bearer is looked for."""
_NO_ROLE = lexicon.RELATIVES | {
    "said",
    "says",
    "told",
    "and",
    "but",
    "as",
    "where",
    "when",
    "if",
    "then",
    "also",
    "while",
}
_IRREGULAR = frozenset(
    ["heard", "held", "made", "given", "seen", "found", "known", "taken", "written", "sent", "led", "won"]
)
_HEAD_FIRST = 7
"""In apposition the head noun stands among the first words; later words say of what or whom."""
_ORIGIN = re.compile(r"(?:ian|ean|ish|ese|ican|asian|aeli|iraqi|stani|gali)$")
_ORIGINS = frozenset(
    [
        "us",
        "uk",
        "u.s",
        "u.k",
        "un",
        "eu",
        "french",
        "german",
        "dutch",
        "greek",
        "swiss",
        "thai",
        "czech",
        "afghan",
        "kurd",
    ]
)
_SERVICE = frozenset(["of", "for", "to"])


def is_origin(word: str) -> bool:
    """Whether a word in small letters says of which country somebody or something is."""
    return word in _ORIGINS or bool(_ORIGIN.search(word))


def is_office(name: str) -> bool:
    """Whether capitalised words name an office and nobody: "Member", "Members of Parliament"."""
    first = name.lower().split()[0]
    return lexicon.is_person_noun(first) and " of " in name


def head(phrase: str) -> str:
    """The noun that a phrase is about: the last word before any preposition, clause or participle."""
    found = ""
    words = phrase.lower().split()
    for number, word in enumerate(words):
        bare = re.sub(r"[’']s?$", "", word.strip(".,()"))
        stop = bare in lexicon.PREPOSITIONS or bare in {"close", "familiar", "and", "or", "not"}
        if found and (stop or _is_participle(bare, number, words)):
            break
        if word.endswith(","):
            return bare
        found = bare
    return found


def _is_participle(word: str, number: int, words: list[str]) -> bool:
    """Whether a word that ends in -ed or -ing begins a clause: a preposition or an article follows."""
    following = words[number + 1] if number + 1 < len(words) else ""
    if word in _IRREGULAR:
        return bool(following)
    return word.endswith(("ing", "ed")) and following in lexicon.PREPOSITIONS | {"the", "a", "an", "as", "his", "her"}


def before(text: str, at: int, title: str | None) -> tuple[str | None, int]:
    """The description right before a name or its title, and where it begins.

    ``title`` is what stands in capitals between ``at`` and the name. "campaign spokesman Ana Bell",
    "the mayor of Torm, Ana Bell", "Velmora's President Ana Bell".
    """
    own = _HONORIFIC_LAST.sub("", title).strip() if title else ""
    window = text[max(0, at - _REACH) : at]
    aside = _ASIDE.search(window)
    if aside:
        window = window[: aside.start()] + " "
        office = _OFFICE.search(_BREAK.split(window)[-1])
        at = at - len(aside.group()) + 1
        if office and lexicon.is_person_noun(head(office.group(1))):
            return _ARTICLE.sub("", office.group(1)), at - len(office.group())
    pieces = _BREAK.split(window)
    tail = pieces[-1]
    comma = not tail.strip() and window.rstrip().endswith(",") and len(pieces) > 1
    if comma:
        return _before_comma(pieces[-2], at - len(window) + window.rfind(pieces[-2] + ","), own, at)
    alias = _ALIAS.search(tail)
    serving = _SERVING.search(tail) if title and title.split()[-1].lower().rstrip(".") not in lexicon.TITLES else None
    if alias and lexicon.is_person_noun(head(alias.group(1))):
        return _ARTICLE.sub("", alias.group(1)), at - len(tail) + alias.start(1)
    if serving:
        served = _LAST_PHRASE.search(serving.group(1))
        lead = served.end() if served else 0
        if lexicon.is_person_noun(head(serving.group(1)[lead:])):
            return f"{serving.group()[lead:].strip()} {own}", at - len(tail) + serving.start() + lead
    phrase = _noun_phrase_end(tail, titled=bool(own))
    if not phrase:
        return own or None, at
    whole = f"{phrase} {own}".strip()
    return _ARTICLE.sub("", whole), at - len(tail) + tail.rfind(phrase)


def _before_comma(piece: str, start: int, own: str, at: int) -> tuple[str | None, int]:
    """The description before "," and a name; it has a determiner or begins the sentence."""
    match = _OWNED.search(piece)
    if (many := _ONE_OF_BEFORE.search(piece)) and (one := _singular(many.group(1))):
        return (f"{one}, {own}" if own else one), start + many.start()
    last = None
    for found in _DETERMINED.finditer(piece):
        preceding = piece[: found.start()].split()[-1:]
        noun = head(_ARTICLE.sub("", piece[found.start() :]))
        if lexicon.is_person_noun(noun) and not (last is not None and preceding and preceding[0].lower() in _SERVICE):
            last = found.start()
    phrase = piece[last:] if last is not None else (match.group(1) if match else "")
    if not phrase or not lexicon.is_person_noun(head(_ARTICLE.sub("", phrase))) or _LEAVE.search(phrase):
        return own or None, at
    role = _ARTICLE.sub("", " ".join(phrase.split()))
    return (f"{role}, {own}" if own and own.lower() not in role.lower() else role), start + piece.rfind(phrase)


def _singular(phrase: str) -> str | None:
    """One of several: "senior officials" -> "senior official"; None if they aren't people."""
    one = phrase[:-3] + "y" if phrase.endswith("ies") else phrase[:-1]
    return one if lexicon.is_person_noun(head(one)) else None


def _noun_phrase_end(tail: str, *, titled: bool) -> str:
    """The words at the end of ``tail`` that describe the name after it; empty for none.

    Before a title only a possessor or an adjective belongs to it.
    """
    words = tail.split()
    if not words or (tail and not tail[-1].isspace()):
        return ""
    taken: list[str] = []
    low = words[-1].lower()
    noun = low.strip("’'")
    several = noun.endswith("s") and noun[:-1] in lexicon.ROLES
    if noun == "source":
        return ""
    if not titled and not (lexicon.is_person_noun(noun) or several):
        return ""
    if titled and not (re.search(r"[’']s$", words[-1]) or low in _FORMER):
        return ""
    for word in reversed(words):
        bare = word.lower()
        owner = bool(re.search(r"[’']s?$", word))
        if bare == "and" and _joins(words, taken):
            taken.insert(0, word)
            continue
        if bare in lexicon.PAST_VERBS or (bare in lexicon.NOT_NAMES - _QUALIFYING and not owner):
            break
        if bare in lexicon.PREPOSITIONS or not re.fullmatch(r"[\w’'&.\-/]+", word):
            break
        preceding = words[-len(taken) - 2].lower() if len(words) > len(taken) + 1 else "the"
        verbal = re.search(r"(?:ed|[^ik]ly)$", bare) and "-" not in bare
        if taken and verbal and preceding not in {"the", "a", "an"}:
            break
        taken.insert(0, word)
    phrase = _phrase_from(tail, taken)
    return phrase[:-1] if several and not titled else phrase


def _joins(words: list[str], taken: list[str]) -> bool:
    """Whether "and" before ``taken`` stands between two descriptions of one person."""
    place = len(words) - len(taken) - 1
    return place > 0 and lexicon.is_person_noun(words[place - 1].lower())


def before_body(text: str, at: int) -> str | None:
    """What a body is, right before its name: "the news agency"."""
    tail = _BREAK.split(text[max(0, at - _REACH) : at])[-1]
    words = tail.split()
    if not words or not tail[-1].isspace() or words[-1].lower() not in lexicon.BODY_NOUNS:
        return None
    taken: list[str] = []
    for word in reversed(words):
        if word.lower() in lexicon.NOT_NAMES | lexicon.PREPOSITIONS or (
            taken and re.search(r"(?:ed|[^ik]ly|ing)$", word)
        ):
            break
        taken.insert(0, word)
    return " ".join(taken) or None


def _phrase_from(tail: str, taken: list[str]) -> str:
    """The end of ``tail`` that begins with the first of ``taken``, as it stands there."""
    if not taken:
        return ""
    found = re.search(r"\s+".join(map(re.escape, taken)) + r"\s*$", tail)
    return found.group().strip() if found else ""


def after(text: str, end: int) -> str | None:
    """A description after a name: "Ana Bell, the interior minister,", "Jo Ray is a farmer"."""
    if many := _ONE_OF.match(text, end):
        return _singular(many.group(1))
    serving = _SERVES_AS.match(text, end)
    if serving and (role := _person_role(serving.group(2))) and head(role) == role.lower().split()[-1]:
        return f"former {role}" if serving.group(1) == "was" else role
    served = _SERVED.match(text, end)
    if served and is_body(served.group(1)):
        return served.group(1)
    age = _AGE.match(text, end)
    match = _APPOSITION.match(text, age.end() if age else end)
    if not match or not match.group().startswith(","):
        copula = _COPULA.match(text, end) if " " in text[max(0, end - 12) : end].strip() else None
        role = _person_role(copula.group(1)) if copula else None
        return role if role and head(role) not in _NO_OFFICE else None
    return _person_role(match.group(1))


def _person_role(phrase: str) -> str | None:
    phrase = " " + phrase.strip()
    if (leaves := _LEAVE.search(phrase)) and leaves.group().strip().lower() in _FINITE:
        return None
    phrase = _LEAVE.split(phrase, maxsplit=1)[0].strip()
    words = phrase.split()
    if not words or words[0].lower() in _NO_ROLE | lexicon.PREPOSITIONS:
        return None
    determined = bool(re.match(rf"(?:{_DETERMINER}|former|acting|deputy|chief)\b|[\w\-]+[’']s\b", phrase))
    noun = head(_ARTICLE.sub("", phrase))
    lows = [word.strip("’',").lower() for word in words]
    position = lows.index(noun) if noun in lows else 0
    trade = bool(_TRADE.search(" ".join(lows[:position]))) and noun.isalpha()
    if (
        not (lexicon.is_person_noun(noun) or trade)
        or position > _HEAD_FIRST
        or (noun.endswith("s") and noun in lexicon.GROUPS)
    ):
        return None
    if not determined and (words[0][0].isupper() and not lexicon.is_person_noun(words[-1].lower())) and len(words) > 4:
        return None
    return _ARTICLE.sub("", phrase)


_NO_OFFICE = frozenset(
    ["man", "woman", "boy", "girl", "person", "source", "figure", "lady", "gentleman", "spokesperson", "individual"]
)
"""Nouns that say nothing of what somebody does."""
_TRADE = re.compile(r"\b(?:retired|self-employed|freelance|apprentice|trainee|off-duty|unemployed)\b")
"""Words that only people's trades take, so that any noun after them is one: "a retired welder"."""
_LONGEST_ROLE = 8
_MAKER = re.compile(r"\b(?:by|from)\s+((?:the\s+)?[^,;()]+)")
_HOLDER = re.compile(r"^((?:the\s+)?[^,;()]{2,50}?)[’']s?\s", re.IGNORECASE)
_OF_BODY = re.compile(
    r"\b(?:of|for|from|at|within|with|by)\s+((?:the\s+)?(?:[a-z\-]+\s+){0,3}[A-Z0-9][^,;()]*)", re.DOTALL
)
_SENIORITY = re.compile(
    r"^(?:senior|top|high-ranking|unnamed|anonymous|former|another|other|one|some|several)\s+", re.IGNORECASE
)


def of_body(phrase: str) -> str | None:
    """The body or person whom a description serves: "a spokesman for the Ministry of Water" -> "Ministry of Water"."""
    match = _OF_BODY.search(phrase)
    if not match:
        return None
    found = _ARTICLE.sub("", " ".join(_LEAVE.split(match.group(1), maxsplit=1)[0].split()))
    return found if is_body(found) else None


def is_body(name: str) -> bool:
    """Whether a name holds a word of a body or initials."""
    words = name.split()
    return any(
        w.lower().strip("’'s") in lexicon.ORGANISATIONS or w.lower() in lexicon.ORGANISATIONS for w in words
    ) or any(w.isupper() and len(w) > 1 for w in words)


def of_description(phrase: str) -> str | None:
    """The affiliation that the description of one unnamed person gives, else what the person is.

    "a spokesman for the Ministry of Water" -> "Ministry of Water", "a police spokesman" ->
    "police", "one MP" -> "MP".
    """
    served = of_body(phrase)
    if served:
        return served
    noun = head(phrase)
    bare = _SENIORITY.sub("", _ARTICLE.sub("", phrase))
    words = bare.split()
    lows = [word.lower().strip("’',") for word in words]
    if noun not in lows or not lexicon.is_person_noun(noun):
        return None
    modifiers = words[: lows.index(noun)]
    if modifiers and modifiers[-1].lower() in lexicon.ORGANISATIONS | {"military", "party", "police"}:
        return _SENIORITY.sub("", " ".join(modifiers))
    return bare.split(",")[0] if noun not in _NO_OFFICE and len(words) <= _LONGEST_ROLE else None


def of_document(phrase: str) -> str | None:
    """Who made or holds a document that names it: "research by the Water Board", "the ministry's website"."""
    made = _MAKER.search(phrase)
    owner = _HOLDER.match(phrase)
    if made and any(word[:1].isupper() for word in made.group(1).split()[:4]):
        return _ARTICLE.sub("", " ".join(_LEAVE.split(made.group(1), maxsplit=1)[0].split()))
    if owner:
        return _ARTICLE.sub("", owner.group(1))
    words = _ARTICLE.sub("", phrase).split()
    capitals = [word for word in words if word[:1].isupper()]
    bodied = bool(capitals) and words[: len(capitals)] == capitals and is_body(" ".join(capitals))
    return " ".join(capitals) if bodied and len(capitals) < len(words) else None
