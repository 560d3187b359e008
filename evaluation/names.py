"""Two names in, whether they name the same out: small letters, without article and form of address."""

import re

_HEAD = re.compile(r"^(?:the|an?|dr\.?|mr\.?|mrs\.?|ms\.?)\s+")


def plain(name: str | None) -> str:
    """A name without article and form of address, in small letters; empty for none."""
    return " ".join(_HEAD.sub("", (name or "").lower().strip()).split())


def same_name(one: str | None, other: str | None) -> bool:
    """Whether both are the same name, or both none."""
    return plain(one) == plain(other)
