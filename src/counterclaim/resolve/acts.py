"""A statement's cue and words in, the act that was done by saying it out.

First the cue is asked, with what it negates and what its object is; where it tells nothing, the
content is. What neither of them tells is called an assertion, the commonest act. The rules and
what they get wrong: ``docs/acts.md``.
"""

import re
from collections.abc import Sequence

from counterclaim.records import ACTS, Act, Statement
from counterclaim.resolve import act_contents as contents
from counterclaim.resolve import act_cues as cues

_OPENING = 140
"""Characters of a content in which its act is looked for: further on it is seldom what the statement is for."""

_FAR = 40
"""Characters before a wrong in which an "if" or "whether" leaves it open."""

_BEFORE = 14
"""Characters before a wrong in which a "not" is one about it: "has never, ever lied"."""

_MOSTLY = 0.6
"""Share of a content from which it is somebody else's statement, and only reported by this one."""

_NEGATED: dict[Act, Act] = {"admits": "denies", "believes": "believes"}
_REFUSED: dict[Act, Act] = {"admits": "denies", "denies": "asserts", "asks": "asserts"}
"""What it is not to do a thing, and to refuse it; else it is to assert, and to decline."""

_REFUSAL = re.compile(r"\b(?:refus\w*|declin\w*|unwilling|reluctant)\b", re.IGNORECASE)
_INFINITIVE = re.compile(r"to\s+(?:\w+ly\s+)?\w+(?:\s(?:for|on|upon|out|to))?", re.IGNORECASE)
_GERUND = re.compile(r"(?:of\s+)?\w+ing\b", re.IGNORECASE)
_APOLOGY = re.compile(r"apolog", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:was|were|been|be|being|am|is|are|got|get)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_REJECTS = re.compile(
    r"\b(?:repudiat|reject|dismiss|brush|shrug|laugh|disput|contest|push|hit|shot|rebuff|scoff)", re.IGNORECASE
)
_UNTRUTH = re.compile(
    rf"\b(?:{cues.ACCOUNT}|{cues.FALSE}|wrongdoing|responsibility|charge|guilt)\b|^\W*that\b", re.IGNORECASE
)
_RULED = re.compile(r"\b(?:lawsuits?|cases?|suits?|petitions?|motions?|charges|appeals?|complaints?)\b", re.IGNORECASE)
_CRITICISES = re.compile(
    r"\b(?:condemn|criticis|criticiz|denounc|slam|blast|attack|assail|lambast|decr|castigat|rebuk|berat|scold|chid|"
    r"under\s+fire|rap|hit|lash|thank(?!\w*\sfor))",
    re.IGNORECASE,
)
_FOR_DOING = re.compile(
    r"(?:^|\s)(?:for|over)\s+(?:(?:not|allegedly|\w+ly)\s+)?(?:\w+ing\b|(?:his|her|its|their|the|a)\s+(?:\w+\s+)?"
    r"(?:failure|refusal|abuse|attempt|role|killing|attack|use|lies|treatment|crackdown)\b)",
    re.IGNORECASE,
)
_VIOLENCE = re.compile(
    r"\b(?:attack|bomb|kill|murder|shoot|violen|explosi|massacre|strike|assault|hack|poison)", re.IGNORECASE
)
_WANTS = re.compile(r"\bwant(?:s|ed|ing)?$", re.IGNORECASE)
_SOMEBODY_TO = re.compile(r"^\W*(?!to\b|the\s+\w+\s+of\b)(?:[\w’'.-]+\s+){1,6}?to\s+[a-z]+", re.IGNORECASE)
_AS = re.compile(r"\bas\b", re.IGNORECASE)
_SEES = re.compile(r"\b(?:see|sees|saw|seen|treat\w*)\b", re.IGNORECASE)
_TELLS = re.compile(r"\b(?:t(?:ell|ells|old|elling)|sa(?:id|y|ys))\b", re.IGNORECASE)
_MAY_URGE = re.compile(r"\b(?:insist|suggest|ask|propos|mov)", re.IGNORECASE)
_VOICES = re.compile(
    r"\b(?:express|voic|stress|convey|shar|reiterat|repeat|echo|renew|issu|offer|rais|ma[dk]|announc|stat|unveil|declar|"
    r"deliver|present|reveal|confirm|emphasi|underlin|signal|cit|discuss)|^(?:had|has|have)$",
    re.IGNORECASE,
)
"""Verbs whose object can name the act: "voiced his opposition", "repeated its demand"."""
_SUGGESTS_DOING = re.compile(r"^\W*(?:that\s+)?(?:\w+ing\b|(?:\w+\s+){1,5}?should\b)", re.IGNORECASE)
_SUBJECT = re.compile(r"^[\W_]*(?:that\s+)?(?:I|we|he|she|they|it|who)\s+", re.IGNORECASE)
_OWN_VERB = re.compile(
    r"((?:(?:\w+ly|also|now|still|would|will|had|has|have|do|does|did|not|never|n[’']t|once|again|both|all)\s+)*)"
    r"(\w+(?:\s(?:for|on|upon|to|as|responsibility))?)",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(r"\b(?:if|whether|unless|whoever|anyone\s+who|risk\s+of|to\s+prevent)\b", re.IGNORECASE)
_NOT_SAYING = re.compile(r"(?:\bnot|n[’']t)\s+(?:saying|mean\w*|think\w*|believe|to\s+say)\b", re.IGNORECASE)
_MODAL = re.compile(r"\b(?:would|will)\b", re.IGNORECASE)
_THREATENS = re.compile(r"\b(?:if|unless|until|otherwise)\b", re.IGNORECASE)
_HARMS = re.compile(
    r"\b(?:veto|punish|retaliate|strike|attack|destroy|fire|sue|expel|cut|suspend|block|shut|impose|tariffs?|sanctions?|"
    r"respond|crush|kill|arrest|not\s+(?:approve|sign|allow|tolerate|accept|hesitate))\b",
    re.IGNORECASE,
)
_INTERROGATIVE = re.compile(
    r"^\W*(?:(?:and|but|so|or|well|if\s[^,]*,)\s+)?(?:who|what|when|where|why|how|which|whose|whom|is|are|was|were|am|do|does|did|can|"
    r"could|will|would|should|shall|has|have|had|may|might|must|isn|aren|wasn|weren|don|doesn|didn|can|couldn|won|"
    r"wouldn|shouldn|hasn|haven)\b",
    re.IGNORECASE,
)
_REPLIES = re.compile(r"\b(?:repl(?:y|ied|ies)|respond|counter|answer|retort|shot\s+back|hit\s+back)", re.IGNORECASE)
_GIVES_UP_DENYING = re.compile(r"\bno\s+longer\s+(?:den|disput|contest|reject)", re.IGNORECASE)
_PROSECUTES = re.compile(
    r"\b(?:prosecut(?:ors?|ion)|plaintiffs?|lawsuit|indictment|complaint|accusers?|charge\s+sheet|whistle-?blowers?)\b",
    re.IGNORECASE,
)
_DID = re.compile(
    r"^\W*(?:that\s+)?(?!(?:they|we|I|the\s+(?:case|trial|investigation|hearing|inquiry|evidence|court|judge|jury))\b)"
    r"(?:[\w’',.-]+\s+){1,8}?(?!(?:said|was\s+due|were\s+due)\b)(?:\w{3,}ed|sold|took|stole|paid|gave|ran|kept|made|used|hid|built|drove|shot|"
    r"sent|bought|got|lied|knew|was|were|had)\b"
)
"""What one side of a case says that another did."""
_INSISTS = re.compile(r"\b(?:insist|maintain|stress|assur|swore|swear)", re.IGNORECASE)
_BE_THERE = re.compile(r"\s+(?:back|there|present|ready|at\s+the)\b", re.IGNORECASE)
_WONDERS = re.compile(r"\bwant(?:s|ed|ing)?\s+to\s+know\b", re.IGNORECASE)
_VETO = re.compile(
    r"\b(?:not|never|n[’']t)\s+(?:approve|sign|support|accept|back|vote\s+for)\s+[^.]{1,30}?\b(?:that|unless|without|until)\b|\bveto\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"(?:[Tt]he|[Aa]n?|[Ii]ts)\s+(?:[\w’'-]+\s+){0,5}?(?:compan|line|firm|bank|ministry|government|council|committee|party|club|union|agency|"
    r"airline|authority|department|army|court|commission|university|hospital|museum|group|federation|board|office|"
    r"league|operator|railway|utility|manufacturer|maker|retailer|chain|school|church|city|state|palace|parliament)\w*$"
)
"""A source for which "it" stands in what it says."""
_MEDIUM = re.compile(
    r"\b(?:stud(?:y|ies)|research|reports?|data|figures|polls?|survey|statistics|theory|footage|video|records?|documents?|"
    r"analysis|estimates?|models?|law|forecast|news|times|post|bbc|cnn|reuters|press|agency|media|court|census)\b",
    re.IGNORECASE,
)
"""Sources that find or report: their words are presented as fact."""


def act_of(statement: Statement, inner: Sequence[Statement] = ()) -> Act:
    """What was done by making ``statement``; ``inner`` are the statements that its content holds."""
    cue = statement.text.cue
    told = _by_cue(cue, " ".join(statement.text.content), sourced=bool(statement.source))
    return told or _by_content(statement, cue, _own_words(statement, inner))


def _own_words(statement: Statement, inner: Sequence[Statement]) -> str:
    """The content, without the statements of others where it is mostly these."""
    whole = " ".join(statement.text.content)
    pieces = [
        (start, end, words) for (start, end), words in zip(statement.content, statement.text.content, strict=True)
    ]
    taken = [span for one in inner for span in (*one.source, *one.cue, *one.content)]
    covered = sum(max(0, min(end, e) - max(start, s)) for start, end, _ in pieces for s, e in taken)
    if covered < _MOSTLY * len(whole):
        return whole
    kept = []
    for start, end, words in pieces:
        letters = list(words)
        for s, e in taken:
            for at in range(max(start, s), min(end, e)):
                letters[at - start] = " "
        kept.append("".join(letters))
    return " ".join(" ".join(kept).split())


def _by_cue(cue: str, content: str, *, sourced: bool) -> Act | None:
    """The act that the cue tells; nothing for a neutral one."""
    if cues.REFUSES.search(cue) and _declines(cue, content):
        return "declines"
    head, opening = cue, ""
    if cues.NEGATED.search(cue) and (verb := _INFINITIVE.match(content) or _GERUND.match(content)):
        opening = verb[0]
        head = f"{cue} {opening}"
    if cue.strip().lower() == "allegedly":
        return "accuses"
    if _WONDERS.search(cue):
        return "asks"
    if _GIVES_UP_DENYING.search(cue):
        return "admits"
    for act, words in cues.BY_CUE:
        if found := words.search(head):
            before = head[: found.start()]
            if cues.NEGATED.search(before):
                return "declines" if _APOLOGY.match(found[0]) else _negated(act, before)
            return _by_object(act, found[0], head, content.removeprefix(opening), sourced=sourced)
    if _REFUSAL.search(cue) and content.startswith("to "):
        return "declines"
    return _by_frame(cue, content)


def _declines(cue: str, content: str) -> bool:
    """Whether the cue says that no information is given."""
    after = cue[cues.REFUSES.search(cue).start() :]  # type: ignore[union-attr]
    asked = content.removeprefix("to ").lstrip()
    if not _REFUSAL.search(after):
        return bool(cues.SILENT.search(after))
    return bool(cues.COMMENT.search(after) or cues.COMMENT.match(asked))


def _negated(act: Act, before: str) -> Act:
    """The act of a negated verb: who doesn't deny a thing has not denied it, nor admitted it who refuses to."""
    if _REFUSAL.search(before):
        return _REFUSED.get(act, "declines")
    return _NEGATED.get(act, "asserts")


def _by_object(act: Act, word: str, cue: str, content: str, *, sourced: bool) -> Act:
    """The act of a telling word, seen with what it is done to."""
    if act == "denies" and _REJECTS.match(word):
        return _rejection(content)
    if word.lower() == "supported" and _PASSIVE.search(cue[: cue.index(word)]):
        return "asserts"
    if act == "promises" and word.lower() in ("intended", "planned") and _PASSIVE.search(cue[: cue.index(word)]):
        return "asserts"
    if act == "demands" and word.lower() in ("seek", "seeks", "seeking", "sought") and content.startswith("to "):
        return "asserts"
    if act == "accuses" and word.lower().startswith("attribut"):
        return "accuses" if _VIOLENCE.search(content) else "asserts"
    if act == "asks" and content.rstrip(" ”\"'’").endswith("?"):
        return "asks"
    if act == "asks" and word.lower().startswith("question") and sourced and not _question(content):
        return "believes"
    if act == "believes" and word.lower().startswith("agree") and content.startswith("to "):
        return "promises"
    if act == "asks" and (
        content.startswith(("for ", "to ")) or contents.REQUEST.search(content) or contents.SUBJUNCTIVE.search(content)
    ):
        return "demands"
    if act == "believes":
        if _WANTS.search(cue) and _SOMEBODY_TO.search(content):
            return "demands"
        if _CRITICISES.match(word) and _FOR_DOING.search(f"{cue} {content}"):
            return "accuses"
    return act


def _rejection(content: str) -> Act:
    """What it is to reject or dismiss this: an account is denied, an offer disliked, a lawsuit is a deed."""
    early = content[:_OPENING]
    if not early.strip():
        return "denies"
    if _RULED.search(early) and not re.search(rf"\b{cues.FALSE}\b", early, re.IGNORECASE):
        return "asserts"
    if _UNTRUTH.search(early):
        return "denies"
    return "believes"


def _by_frame(cue: str, content: str) -> Act | None:
    """The act that a neutral verb gets from the shape of what follows it."""
    if cues.CALLED.search(cue):
        if content.startswith("to "):
            return "demands"
        if contents.WRONG_NAME.search(content) or contents.WRONGDOING.search(content):
            return "accuses"
        if re.search(rf"\b{cues.FALSE}[”\"’'.]*$", content, re.IGNORECASE):
            return "denies"
        described = cues.DESCRIBED.search(cue) and not _AS.search(f"{cue} {content}")
        return None if described else "believes"
    if _SEES.search(cue) and _AS.search(f"{cue} {content}"):
        return "believes"
    if _TELLS.search(cue) and contents.ORDERED.search(content):
        return "demands"
    if _MAY_URGE.search(cue) and contents.SUBJUNCTIVE.search(content):
        return "demands"
    if cue.lower().startswith("suggest") and _SUGGESTS_DOING.search(content):
        return "demands"
    if _VOICES.search(cue) and (noun := cues.NAMED_ACT.match(content)):
        return next(act for act in ACTS if noun.groupdict().get(act))
    return None


def _by_content(statement: Statement, cue: str, content: str) -> Act:
    """The act that the words themselves do."""
    early = content[:_OPENING]
    if denial(content):
        return "denies"
    if _question(content) or _question(statement.text.content[-1]):
        return "asks"
    if own := _own_verb(early):
        return own
    if _INSISTS.search(cue) and contents.NONE_DID.match(early):
        return "denies"
    if _REPLIES.search(cue) and contents.NO_EVIDENCE.search(early):
        return "denies"
    if contents.OWN_FAULT.search(early) or contents.CLAIMED_DEED.match(early):
        return "admits"
    commits = _commits(statement, content)
    reported = cues.REPORTS.search(cue) or (cues.ACCORDING.search(cue) and _MEDIUM.search(statement.text.source))
    if reported and not commits:
        return "asserts"
    if any(contents.OWN_MIND.search(piece) for piece in statement.text.content):
        return "believes"
    if commits:
        return "warns" if _threatens(content) else "promises"
    if accusation(content) or (_PROSECUTES.search(statement.text.source) and _DID.match(early)):
        return "accuses"
    if contents.CONDITIONAL_HARM.search(early):
        return "warns"
    if contents.WARNING.search(content):
        return "warns"
    if demand(content) or (statement.kind == "direct" and contents.IMPERATIVE.search(content)):
        return "demands"
    if contents.FEELING.search(content) or contents.SYMPATHY.search(content) or contents.EVALUATED.search(content):
        return "believes"
    return "asserts"


def denial(content: str) -> re.Match[str] | None:
    """Where ``content`` says that something is untrue, or that somebody had no part in it."""
    early = content[:_OPENING]
    patterns = (contents.UNTRUE, contents.DISOWNED, contents.NOT_DONE, contents.NOT_DOING)
    return next((found for pattern in patterns if (found := pattern.search(early))), None)


def demand(content: str) -> bool:
    """Whether ``content`` calls on somebody to act, and not "I'm not saying that we must"."""
    return any(
        not _NOT_SAYING.search(content, max(0, found.start() - _FAR), found.start())
        for found in contents.DEMANDING.finditer(content)
    )


def accusation(content: str) -> re.Match[str] | None:
    """Where ``content`` speaks of wrong that is done, and doesn't say that it is not."""
    for found in contents.WRONGDOING.finditer(content):
        before = content[max(0, found.start() - _FAR) : found.start()]
        if not contents.NOT_THAT.search(before[-_BEFORE:]) and not _SUPPOSED.search(before):
            return found
    return None


def _own_verb(early: str) -> Act | None:
    """The act of a telling verb whose subject is the speaker: "he denied ..." within what he said."""
    if not (subject := _SUBJECT.match(early)):
        return None
    if not (verb := _OWN_VERB.match(early, subject.end())) or _MODAL.search(verb[1]):
        return None
    for act, words in cues.BY_CUE:
        if act in ("denies", "accuses", "admits", "warns", "promises", "demands") and words.fullmatch(verb[2]):
            rest = early[verb.end() :].lstrip()
            return (
                _negated(act, "")
                if cues.NEGATED.search(verb[1])
                else _by_object(act, verb[2], verb[2], rest, sourced=True)
            )
    return None


def _threatens(content: str) -> bool:
    """Whether what is announced is harm on a condition."""
    return bool(_VETO.search(content) or (_HARMS.search(content[:_OPENING]) and _THREATENS.search(content)))


def _commits(statement: Statement, content: str) -> bool:
    """Whether what is said commits the own side to act."""
    if statement.kind != "indirect" and contents.PLEDGING.search(content[:_OPENING]):
        return True
    if not (found := contents.COMMITTING.match(content)):
        return False
    subject = found["subject"].lower().split()
    if subject[0] == "the" and subject[-1] not in contents.INSTITUTIONS | set(statement.text.source.lower().split()):
        return False
    if not (verb := found["verb"]):
        return True
    base, *gerund = verb.lower().split()
    if base == "be" and gerund and gerund[0].endswith("ing"):
        return subject[0] != "it"
    thing = subject[-1] == "it" and not (statement.kind == "indirect" and _BODY.match(statement.text.source))
    if base == "be" and _BE_THERE.match(content, found.end()):
        return True
    return base not in (contents.NO_DEED_OF_THINGS if thing else contents.NO_DEED)


def _question(content: str) -> bool:
    """Whether what is said is a question and nothing else."""
    bare = content.rstrip("”\"'’ ")
    return bare.endswith("?") and bool(_INTERROGATIVE.match(bare)) and not re.search(r"[.!]\s", bare)
