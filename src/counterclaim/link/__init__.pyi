from counterclaim.link.name_lists import NameList, read_name_list
from counterclaim.link.series import SumCheck, sum_checks
from counterclaim.link.stage import Listed, claim_members, link, link_version, links_of, take_in

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
