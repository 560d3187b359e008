"""Across the articles of a case: one origin, one party, one claim with its sides, one series of figures."""

from counterclaim._lazy import lazy

_STAGE = ("Listed", "claim_members", "link", "link_version", "links_of", "take_in")
_LISTS = ("NameList", "read_name_list")
_SERIES = ("SumCheck", "sum_checks")
__all__ = [
    "Listed",
    "NameList",
    "SumCheck",
    "claim_members",
    "link",
    "link_version",
    "links_of",
    "read_name_list",
    "sum_checks",
    "take_in",
]
__getattr__ = lazy(
    __name__,
    dict.fromkeys(_STAGE, "counterclaim.link.stage")
    | dict.fromkeys(_LISTS, "counterclaim.link.name_lists")
    | dict.fromkeys(_SERIES, "counterclaim.link.series"),
)
