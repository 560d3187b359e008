"""Times of the ledger: a clock in, UTC in one ISO 8601 spelling out.

Fixed width, so that the order of the strings is the order of the times.
"""

from datetime import UTC, datetime


def now() -> str:
    """The time now, as ``2024-05-01T09:30:00.000000Z``."""
    return encode(datetime.now(UTC))


def encode(moment: datetime) -> str:
    """``moment``, which must carry a time zone, in UTC with microseconds and a ``Z``.

    Raises ``ValueError`` for a moment without a time zone: whose noon it means is unknown.
    """
    if moment.tzinfo is None:
        raise ValueError("a time without a time zone can't be stored")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def decode(text: str) -> datetime:
    """The moment that ``text`` stands for. Raises ``ValueError`` unless it is ISO 8601 in UTC with a ``Z``."""
    if not text.endswith("Z") or "T" not in text:
        raise ValueError(f"{text!r} is not a time in UTC, ISO 8601, with a Z")
    return datetime.fromisoformat(text)
