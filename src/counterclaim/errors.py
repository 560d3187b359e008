"""The errors of the project, each with what happened, where, and what to do next.

CounterclaimError
├── UsageError          the call can't be carried out as asked (a bad option, no such case)
├── InputError          one source can't be used; the rest of a run goes on
│   ├── CaptureError    the bytes can't be had (missing, unreachable, too large, refused)
│   └── ReadError       the bytes hold no article that can be read (binary, empty, not English)
├── ModelError          the model's files are missing, damaged or made for other code
└── LedgerError         the case can't be opened, written or trusted
"""

from typing import ClassVar, Literal

from counterclaim.records import SetAside


class CounterclaimError(Exception):
    """Base of all errors of the project.

    ``message`` says what happened and where; ``advice`` what to do next.
    """

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.message}. {self.advice}"


class UsageError(CounterclaimError):
    """The call can't be carried out as asked."""


class InputError(CounterclaimError):
    """One source can't be used: it is set aside with its reason and the rest goes on.

    ``code`` is a short stable word for counting, ``source`` what the user would recognise.
    """

    stage: ClassVar[Literal["capture", "read", "extract"]] = "read"

    def __init__(self, source: str, code: str, reason: str, advice: str, sha256: str | None = None) -> None:
        super().__init__(f"{source}: {reason}", advice)
        self.source = source
        self.code = code
        self.reason = reason
        self.sha256 = sha256

    def set_aside(self) -> SetAside:
        """The record that keeps this source and its reason."""
        return SetAside(
            stage=self.stage,
            source=self.source,
            code=self.code,
            reason=self.reason,
            advice=self.advice,
            sha256=self.sha256,
        )


class CaptureError(InputError):
    """The bytes of a source can't be had."""

    stage = "capture"


class ReadError(InputError):
    """The bytes of a source hold no article that can be read."""

    stage = "read"


class ModelError(CounterclaimError):
    """The model's files are missing, damaged or made for other code."""


class LedgerError(CounterclaimError):
    """The case can't be opened, written or trusted."""
