"""An article in, the agency or outlet that it names as its origin out; the same for one of its statements.

Two strengths are kept apart. A dateline "(Halyard) -", a line "(Halyard)" under the text, an agency as author or as
holder of the rights say where the whole text was taken from: a credit. "Halyard contributed to this report" says only
that it helped. A statement has an origin of its own where its sentence names one: "told Halyard", "according to state
media".
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from counterclaim.records import Statement
from counterclaim.records.links import CaseArticle

HEAD, TAIL = 6, 8
"""Lines at the start and at the end of a text where credit lines stand."""
REACH = 80
"""Characters on either side of a statement in which its sentence may still name where it was said."""

_AGENCIES = {
    "Agence France-Presse": "AFP; Agence France Presse",
    "Anadolu Agency": "AA; Anadolu",
    "ANSA": "",
    "Asian News International": "ANI",
    "Associated Press": "AP",
    "Australian Associated Press": "AAP",
    "Bloomberg": "Bloomberg News",
    "Canadian Press": "CP",
    "Deutsche Presse-Agentur": "dpa",
    "EFE": "",
    "Indo-Asian News Service": "IANS",
    "Interfax": "",
    "IRNA": "",
    "KCNA": "",
    "Kyodo": "Kyodo News",
    "Press Association": "PA; PA Media",
    "Press Trust of India": "PTI",
    "Reuters": "Thomson Reuters; Reuters Health",
    "RIA Novosti": "RIA",
    "SANA": "",
    "TASS": "Itar-Tass",
    "UPI": "United Press International",
    "Xinhua": "Xinhua News Agency",
    "Yonhap": "Yonhap News",
}
_OUTLETS = """
    ABC: ABC News; Al Arabiya; Al Jazeera; Axios; Bild; BuzzFeed: BuzzFeed News; BBC: BBC News; CBC: CBC News;
    CBS: CBS News; CNBC; CNN; C-SPAN; Corriere della Sera; Der Spiegel; Die Welt; Die Zeit; Deutsche Welle; El Mundo;
    El País; Fox News; Haaretz; ITV: ITV News; La Repubblica; Le Figaro; Le Monde; MSNBC; National Review;
    NBC: NBC News; Newsweek; New Yorker; NHK; NPR; PBS; Politico; ProPublica; RTÉ; Sky News; The Atlantic; The Hill;
    The Intercept; USA Today; ZDF
"""
_KIND = re.compile(
    r"\b(?:Agency|Bulletin|Broadcasting|Chronicle|Courier|Daily|Dispatch|Echo|Examiner|Express|Gazette|Globe|Guardian"
    r"|Herald|Inquirer|Magazine|Mail|Newspapers?|Newswire|News|Observer|Post|Radio|Telegraph|Television|Times|Tribune"
    r"|TV|Weekly|Journal)\b|\w\.(?:com|net)$",
    re.IGNORECASE,
)
"""Words that make a name the name of an outlet; "Press", "Standard" or "Record" alone don't."""
_WIRE = re.compile(r"\b(?:News Agency|Agency|Newswire|News Service|Wire)\b", re.IGNORECASE)


def _spellings() -> dict[str, str]:
    pairs = [entry.partition(":")[::2] for entry in _OUTLETS.split(";")] + list(_AGENCIES.items())
    return {
        spelling.strip().casefold(): " ".join(name.split())
        for name, others in pairs
        for spelling in (" ".join(name.split()), *others.split(";"))
        if spelling.strip()
    }


_KNOWN = _spellings()
_CAPITAL = r"[A-ZÀ-Þ][\w&’'-]*(?:\.(?=\w)[\w&’'-]+)*"
_NAME = rf"(?:dpa|{_CAPITAL}(?: (?:della |of )?{_CAPITAL}){{0,4}})"
_NOUN = r"(?P<noun> (?:news )?(?:agency|newspaper|television|radio|daily|magazine|website))?"
_MEDIA = (
    r"(?:state|state[- ](?:run|owned|controlled)|state news|official|government|pro-government|local|regional|foreign"
    r"|international) (?:media|television|TV|radio|broadcasters?|newspapers?|news agency|news agencies|press)"
)

_DATELINE = re.compile(rf"^\W*(?P<place>[^\n()]{{0,60}}?)\s*\((?P<name>{_NAME})\)\s*(?:[-–—:]|$)")
_UNDER = re.compile(rf"^\W*?(?:[Ss]ource:? |[Cc]redit:? )?[(\[](?:[Ww]ith )?(?P<name>{_NAME})[)\]]\W*$")
_SOURCE = re.compile(rf"^\W*(?:[Ss]ource|[Cc]redit)s?: ?(?:[Tt]he )?(?P<name>{_NAME})\W*$")
_CLOSING = re.compile(rf"(?:^|[.”\"’])\s*(?:[-–—]+\s*(?:[Ww]ith )?|\()(?P<name>{_NAME})\)?\W*$")
_RIGHTS = re.compile(
    rf"^\W*(?:copyright|\(c\)|©)(?:\s|©|\(c\)|copyright|by|the|[\d,.–-])*(?P<name>(?-i:{_NAME}))", re.IGNORECASE
)
_HELPED = re.compile(rf"(?P<name>{_NAME}) (?:also )?contributed to th(?:is|e)\b")
_WITH = re.compile(
    r"^\W*(?:additional reporting|contributing|with (?:files|material|reporting))(?::| from| by)* +(?:the )?"
    rf"(?P<name>(?-i:{_NAME}))\W*$",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:told|telling|spoke to|spoke with|speaking to|speaking with|(?:interview|comments?|remarks|statement)"
    r" (?:with|to|on|in|for|by)|interviewed by|according to|(?:quoted|cited|reported|carried|published) (?:by|in|on)"
    r"|as saying (?:by|on)|(?:said|appearing|appeared|speaking|wrote) (?:on|in))"
    rf" (?:[Tt]he |a )?(?:(?:news )?agency |newspaper )?(?:(?P<media>{_MEDIA})\b|(?P<name>{_NAME}){_NOUN})"
)
_REPORTS = re.compile(
    rf"\b(?:(?P<media>(?i:{_MEDIA}))|(?P<name>{_NAME}){_NOUN})(?: has| have| had| also| first| later)?"
    r" (?:report(?:s|ed)|said|says|cited|quot(?:es|ed)|claim(?:s|ed))\b"
)
_STOP = re.compile(r"[.!?][\"”’']*\s")


def credit(article: CaseArticle) -> str | None:
    """The agency or outlet from which the whole article says it was taken, under its common name.

    Looked for in the dateline, the lines under the text, the notice of rights, the authors and the publisher, in
    that order. None where nothing says so; an outlet's notice of its own rights is no credit.
    """
    lines = [line.strip() for line in article.text.splitlines() if line.strip()]
    publisher = _folded(article.document.publisher or "")
    found = next(chain(_in_dateline(lines[:HEAD]), _under(lines[-TAIL:], publisher)), None)
    if found:
        return found
    for author in (*article.document.authors, article.document.publisher or ""):
        name = outlet(author)
        if name in _AGENCIES or (name and author is not article.document.publisher and _WIRE.search(author)):
            return name
    return None


def contributors(article: CaseArticle) -> frozenset[str]:
    """Outlets that the lines under the text thank for help, without saying that the text is theirs."""
    found = set()
    for line in article.text.rstrip().rsplit("\n", 2 * TAIL)[-2 * TAIL :]:
        for match in (*_HELPED.finditer(line), *_WITH.finditer(line)):
            # "Additional reporting: Halyard" has no other name beside it, "Ann Howe contributed" may have.
            name = outlet(match["name"]) or (match["name"] if match.re is _WITH and " " not in match["name"] else None)
            found |= {name} if name else set()
    return frozenset(found)


def statement_origin(article: CaseArticle, statement: Statement, credited: str | None = None) -> str | None:
    """The outlet that a statement was made to or taken from; else the credit of the whole article.

    "told Halyard", "in an interview with the Ostrel Tribune", "state media reported". The article's own publisher
    is no origin: what was told to a paper and stands in that paper was gathered by it. ``credited`` is the
    article's ``credit`` if it is known already, so that it isn't worked out for each statement.
    """
    credited = credited or credit(article)
    publisher = article.document.publisher or ""
    own = {_folded(name): name for name in (credited or "", publisher) if name}
    for match in _mentions(article.text, statement):
        if match["media"]:
            return match["media"].casefold()
        name = outlet(match["name"] + (match["noun"] or "")) or own.get(_folded(match["name"]))
        if name:
            return credited if _folded(name) == _folded(publisher) else name
    return credited


def outlet(name: str) -> str | None:
    """The common name of an agency or outlet; None if nothing shows that ``name`` is one."""
    plain = re.sub(r"^[Tt]he\s+|['’]s?$|[\s.,]+$", "", " ".join(name.split()))
    known = _KNOWN.get(plain.casefold()) or _KNOWN.get(f"the {plain}".casefold())
    if known:
        return known
    kind = _KIND.search(plain)
    if not kind or kind[0] == plain or re.search(r"['’]s? ", plain):
        return None
    short = re.sub(r"(?i)\s+(?:news\s+)?(?:agency|newspaper|television|radio|daily|magazine|website)$", "", plain)
    return _KNOWN.get(short.casefold(), short.title() if short.isupper() and len(short) > 5 else short)


def _folded(name: str) -> str:
    return (outlet(name) or name).casefold().removeprefix("the ").strip()


def _in_dateline(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        match = _DATELINE.match(line)
        if match:
            name = outlet(match["name"])
            # A name that no table knows counts behind a place in capitals, as agencies write it.
            place = match["place"].partition(",")[0]
            if name or (len(place) > 2 and place.isupper() and " " not in match["name"]):
                yield name or match["name"]


def _under(lines: Sequence[str], publisher: str) -> Iterator[str]:
    for line in lines:
        alone = _UNDER.match(line)
        if alone and (outlet(alone["name"]) or (line is lines[-1] and alone["name"].istitle())):
            yield outlet(alone["name"]) or alone["name"]
        closing = _SOURCE.match(line) or _CLOSING.search(line)
        name = outlet(closing["name"]) if closing else None
        if name and (name in _AGENCIES or (closing and closing.re is _SOURCE)):
            yield name
        rights = _RIGHTS.match(line)
        name = outlet(rights["name"]) if rights else None
        if rights and name and _folded(name) != publisher and (name in _AGENCIES or _WIRE.search(rights["name"])):
            yield name


def _mentions(text: str, statement: Statement) -> Iterator[re.Match[str]]:
    """Where the sentence around a statement names to whom or where it was said; its own content doesn't count."""
    spans = sorted((*statement.source, *statement.cue, *statement.content))
    start, end = spans[0][0], spans[-1][1]
    before = max(text.rfind("\n", 0, start), text.rfind(". ", 0, start), start - REACH, 0)
    after = min(at for at in (text.find("\n", end), end + REACH, len(text)) if at >= 0)
    stop = re.compile(r"[.!?][\"”’']*\s").search(text, end, after)
    after = stop.start() if stop and text[end - 1 : end] not in '”"’' else after
    frame = text[before:after]
    hidden = [(a - before, b - before) for a, b in statement.content]
    for pattern in (_TOLD, _REPORTS):
        for match in pattern.finditer(frame):
            if not any(a <= match.start("name" if match["name"] else "media") < b for a, b in hidden):
                yield match
