"""If a public name goes missing or loads too much, other people's scripts break or crawl."""

import importlib
import subprocess
import sys

import pytest

PACKAGES = ["counterclaim"] + [
    f"counterclaim.{name}"
    for name in ("capture", "extractor", "ledger", "read", "records", "resolve", "serve", "terminal")
]


@pytest.mark.parametrize("package", PACKAGES)
def test_every_exported_name_is_there(package: str) -> None:
    module = importlib.import_module(package)
    assert len(module.__all__) == len(set(module.__all__))
    for name in module.__all__:
        assert getattr(module, name) is not None
    with pytest.raises(AttributeError):
        _ = module.no_such_name


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys, counterclaim.cli\n"
        "heavy = {'sqlalchemy', 'onnxruntime', 'numpy', 'trafilatura', 'httpx2', 'rich', 'jinja2', 'pypdf'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
