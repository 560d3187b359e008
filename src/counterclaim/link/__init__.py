"""Across the articles of a case: one origin, one party, one claim with its sides, one series of figures."""

from counterclaim._lazy import lazy

__all__ = ["link", "link_version", "links_of", "take_in"]
__getattr__ = lazy(__name__, dict.fromkeys(__all__, "counterclaim.link.stage"))
