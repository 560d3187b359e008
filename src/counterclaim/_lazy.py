"""A table of public names in, a module ``__getattr__`` that imports them when first used out.

The command line answers ``--help`` without loading a model or a database because the
stages' packages export their names this way (PEP 562).
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def lazy(package: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """A ``__getattr__`` for ``package``; ``homes`` maps each public name to its module."""

    def get(name: str) -> Any:
        home = homes.get(name)
        if home is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(home), name)

    return get
