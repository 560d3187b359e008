"""Small articles with statements in them for tests of claims."""

from counterclaim.records import Act, Span, Speaker
from counterclaim.records.document import new_document
from counterclaim.records.links import CaseArticle
from counterclaim.records.statement import new_statement

Said = tuple[str, str, str, Act]
"""Speaker, cue, content and act; cue and content as they stand in the text."""


def article(text: str, *said: Said, published: str = "2024-05-06", about: dict[str, str] | None = None) -> CaseArticle:
    """An article whose statements stand in ``text`` in this order; ``about`` gives by content what is denied in it."""
    document = new_document(text, published=published, title=text.split(".", maxsplit=1)[0])
    made, at = [], 0
    for speaker, cue, content, act in said:
        start = text.index(content, at)
        at = start + len(content)
        denied = (about or {}).get(content)
        made.append(
            new_statement(
                document.id,
                text,
                source=(),
                cue=(_at(text, cue, start),) if cue else (),
                content=((start, at),),
                kind="indirect",
                confidence=0.9,
                act=act,
                about=(_at(text, denied, start + 1),) if denied else (),
                speaker=Speaker(id=speaker, name=speaker, type="organisation"),
            )
        )
    return CaseArticle(document=document, text=text, statements=tuple(made))


def _at(text: str, words: str, near: int) -> Span:
    """The nearest place of ``words``."""
    starts = [i for i in range(len(text)) if text.startswith(words, i)]
    start = min(starts, key=lambda i: abs(i - near))
    return start, start + len(words)
