"""Settings: one frozen Config built from a table of fields; defaults, file, environment and options in.

The table FIELDS is the only place where a setting is described. The command line's
options, the TOML file's keys, the environment's names and the reference page all come
from it, so that none of them can lack a setting or explain it otherwise.
"""

import math
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from counterclaim.errors import UsageError


class Config(msgspec.Struct, frozen=True, kw_only=True):
    """Every setting of the program. Units stand in the field table below."""

    timeout: float = 30.0
    max_bytes: int = 64_000_000
    max_redirects: int = 5
    allow_host: str | None = None
    min_words: int = 1
    max_chars: int = 10_000_000
    min_confidence: float = 0.0
    threads: int = 0


class Field(msgspec.Struct, frozen=True):
    """One setting: its name in Config, what it means, whether it changes the output, and its range."""

    name: str
    help: str
    changes_output: bool
    least: float = 0
    most: float = math.inf


FIELDS: tuple[Field, ...] = (
    Field("timeout", "Seconds that fetching one address may take, redirects included.", False, 0, 86_400),
    Field("max_bytes", "Largest source that is taken in, in bytes; a larger one is set aside.", False, 1),
    Field("max_redirects", "Redirects followed for one address.", False),
    Field(
        "allow_host",
        "HOST:PORT that may be fetched although its address is private (for an archive of your own).",
        False,
    ),
    Field("min_words", "Shortest article that is read, in words; a shorter one is set aside.", True),
    Field("max_chars", "Longest article that is read, in characters; a longer one is set aside.", True),
    Field("min_confidence", "Statements below this confidence (0 to 1) are left out.", True, 0, 1),
    Field("threads", "CPU threads of the model; 0 takes all cores.", False),
)

ENVIRONMENT_PREFIX = "COUNTERCLAIM_"


def load_config(
    file: Path | None = None,
    environment: Mapping[str, str] | None = None,
    options: Mapping[str, Any] | None = None,
) -> Config:
    """The settings in force: options win over the environment, that over the file, that over defaults.

    ``file`` is TOML with the field names as keys. ``environment`` defaults to the process's;
    names are the field names in capitals after ``COUNTERCLAIM_``. An option that is None
    counts as not given. Raises UsageError for a key that no setting has or a value of the
    wrong type.
    """
    names = {field.name for field in FIELDS}
    values: dict[str, Any] = {}
    if file is not None:
        values |= _from_file(file, names)
    for key, value in (os.environ if environment is None else environment).items():
        name = key.removeprefix(ENVIRONMENT_PREFIX).lower()
        if key.startswith(ENVIRONMENT_PREFIX) and name in names:
            values[name] = value
    values |= {name: value for name, value in (options or {}).items() if value is not None}
    values = {name: value for name, value in values.items() if value != ""}
    try:
        config = msgspec.convert(values, Config, strict=False)
    except msgspec.ValidationError as error:
        advice = "`counterclaim add --help` lists the settings and what they take"
        raise UsageError(f"a setting has a wrong value: {error}", advice) from None
    for field in FIELDS:
        value = getattr(config, field.name)
        if isinstance(value, int | float) and not field.least <= value <= field.most:
            reach = f"from {field.least:g}" + (f" to {field.most:g}" if field.most < math.inf else "")
            raise UsageError(f"the setting {field.name} is {value}", f"Give a number {reach}")
    return config


def _from_file(file: Path, names: set[str]) -> dict[str, Any]:
    try:
        values = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"the settings file {file} can't be read: {error}", "Give a readable TOML file") from None
    unknown = sorted(set(values) - names)
    if unknown:
        raise UsageError(
            f"the settings file {file} has unknown keys: {', '.join(unknown)}",
            f"Known keys are {', '.join(sorted(names))}",
        )
    return values
