"""Where the shared data and the scorer are; they are not part of the project."""

import importlib.util
from pathlib import Path
from types import ModuleType

SHARED = Path(__file__).resolve().parents[2] / "shared"
DATA = SHARED / "data"
SCORER = SHARED / "tools" / "score_attributions.py"


def scorer() -> ModuleType:
    """The module that defines what each figure of attribution means."""
    spec = importlib.util.spec_from_file_location("score_attributions", SCORER)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(SCORER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
