"""If a setting is read wrongly, a run does something else than it was told."""

from pathlib import Path

import msgspec
import pytest

from counterclaim.config import FIELDS, Config, load_config
from counterclaim.errors import UsageError


def test_the_table_names_every_setting_in_order() -> None:
    assert [field.name for field in FIELDS] == [field.name for field in msgspec.structs.fields(Config)]


def test_options_win_over_environment_over_file(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("timeout = 1\nmax_redirects = 1\nthreads = 1\n")
    environment = {"COUNTERCLAIM_MAX_REDIRECTS": "2", "COUNTERCLAIM_THREADS": "2", "HOME": "x"}
    config = load_config(file, environment, {"threads": 3, "timeout": None})
    assert (config.timeout, config.max_redirects, config.threads) == (1.0, 2, 3)


@pytest.mark.parametrize("text", ["nonsense = 1", "timeout = 'soon'", "not toml ["])
def test_a_bad_file_says_what_is_wrong(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(text)
    with pytest.raises(UsageError):
        load_config(file, {})


def test_a_missing_file_is_told() -> None:
    with pytest.raises(UsageError, match="can't be read"):
        load_config(Path("nowhere.toml"), {})
