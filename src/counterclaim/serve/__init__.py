"""The pages: a ledger in, HTML for people out; nothing heavy is imported before it is used.

``write_dossier`` is given on first use (PEP 562), so that importing this package imports
neither Jinja nor SQLAlchemy. ``__init__.pyi`` tells type checkers the same name.
"""

from counterclaim._lazy import lazy

__all__ = ["write_dossier"]

__getattr__ = lazy(__name__, {"write_dossier": "counterclaim.serve.dossier"})
