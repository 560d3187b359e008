"""Text from outside in, the same with characters that steer a terminal made visible out."""

import re

_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    """``text`` with control and direction characters written out as escapes; line breaks and tabs stay."""
    return _STEERING.sub(lambda match: match.group().encode("unicode_escape", "surrogatepass").decode(), text)
