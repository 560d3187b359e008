"""Input that could not be used, kept with its reason: nothing is dropped silently."""

from typing import Literal

import msgspec


class SetAside(msgspec.Struct, frozen=True, kw_only=True):
    """One source that was set aside.

    ``code`` is short and stable, for counting (``empty``, ``binary``, ``not-english``,
    ``unreachable``, ...); ``reason`` says what happened in one line, ``advice`` what to do.
    ``sha256`` is that of the captured bytes where there were any.
    """

    stage: Literal["capture", "read", "extract"]
    source: str
    code: str
    reason: str
    advice: str
    sha256: str | None = None

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}. {self.advice}"
