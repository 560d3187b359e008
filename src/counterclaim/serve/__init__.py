"""The pages: a ledger in, HTML for people out; nothing heavy is imported before it is used.

``write_dossier`` is given on first use (PEP 562), so that importing this package imports
neither Jinja nor SQLAlchemy. ``__init__.pyi`` tells type checkers the same name.
"""

from importlib import import_module

__all__ = ["write_dossier"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("counterclaim.serve.dossier"), name)


def __dir__() -> list[str]:
    return list(__all__)
