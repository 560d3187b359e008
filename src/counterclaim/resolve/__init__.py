"""Within one article: who "he" and "the palace spokeswoman" are, and what each statement does."""

from counterclaim._lazy import lazy

__all__ = ["PROVENANCE", "resolve"]
__getattr__ = lazy(__name__, dict.fromkeys(__all__, "counterclaim.resolve.stage"))
