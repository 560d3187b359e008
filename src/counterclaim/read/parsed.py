"""What every reader gives: the canonical text and what the source says about itself."""

import msgspec

from counterclaim.records import PublishedFrom


class Parsed(msgspec.Struct, frozen=True, kw_only=True):
    """One source after reading, before limits, language and sentences are looked at.

    ``lines_break`` tells that every newline of ``text`` ends a sentence, as in text that was
    put together from paragraphs; otherwise the lines themselves have to be judged.
    """

    text: str
    lines_break: bool = False
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    published: str | None = None
    published_from: PublishedFrom | None = None


class UnreadableError(ValueError):
    """The bytes can't be read as what they are; ``code`` is for counting, the message the reason."""

    def __init__(self, code: str, reason: str, advice: str) -> None:
        super().__init__(reason)
        self.code = code
        self.advice = advice
