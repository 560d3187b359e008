"""Two names in, whether they name the same out: small letters, without article and form of address."""

import re

_IN_FRONT = re.compile(r"^(?:the|an?|dr|mr|mrs|ms|miss|sir|lord|lady)\.?\s+")


def plain(name: str | None) -> str:
    """A name in small letters without an article or a form of address in front; empty for none."""
    low = " ".join((name or "").lower().replace("’", "'").split())
    while (bare := _IN_FRONT.sub("", low)) != low:
        low = bare
    return low


def same_name(one: str | None, other: str | None) -> bool:
    """Whether both are the same name, or both none."""
    return plain(one) == plain(other)
