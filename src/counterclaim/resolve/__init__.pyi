from counterclaim.resolve.stage import PROVENANCE, resolve

__all__ = ["PROVENANCE", "resolve"]
