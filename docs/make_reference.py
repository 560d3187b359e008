"""The code in, the pages of docs/reference out: ``python docs/make_reference.py``.

A test compares the pages with what this gives, so that no option, setting or public name
can be missing from them or explained otherwise than in the code.
"""

import inspect
from pathlib import Path

import click

import counterclaim
from counterclaim.cli import cli
from counterclaim.config import ENVIRONMENT_PREFIX, FIELDS, Config

FOLDER = Path(__file__).parent / "reference"


def settings() -> str:
    lines = [
        "# Settings",
        "",
        "A setting is given as an option (`--min-confidence 0.5`), in the environment",
        f"(`{ENVIRONMENT_PREFIX}MIN_CONFIDENCE=0.5`) or in a TOML file named with `--config` (`min_confidence = 0.5`).",
        "An option wins over the environment, the environment over the file, the file over the default.",
        "",
        "| setting | default | meaning | changes the output |",
        "| --- | --- | --- | --- |",
    ]
    for field in FIELDS:
        default = getattr(Config(), field.name)
        shown = "none" if default is None else f"{default:,}" if isinstance(default, int) else str(default)
        lines.append(f"| `{field.name}` | {shown} | {field.help} | {'yes' if field.changes_output else 'no'} |")
    return "\n".join(lines) + "\n"


def command_line() -> str:
    parts = ["# Command line", "", "What `counterclaim COMMAND --help` prints.", ""]
    parts += ["```", _help(cli, "counterclaim"), "```", ""]
    for name, command in sorted(cli.commands.items()):
        parts += [f"## {name}", "", "```", _help(command, f"counterclaim {name}"), "```", ""]
    return "\n".join(parts)


def _help(command: click.Command, name: str) -> str:
    context = click.Context(
        command, info_name=name, max_content_width=100, terminal_width=100, help_option_names=["-h", "--help"]
    )
    return "\n".join(line.rstrip() for line in command.get_help(context).splitlines())


def python() -> str:
    parts = ["# Python", "", "The public names of the package `counterclaim`.", ""]
    for name in counterclaim.__all__:
        thing = getattr(counterclaim, name)
        signature = ""
        if inspect.isfunction(thing):
            signature = str(inspect.signature(thing)).replace("counterclaim.records.extraction.", "")
            signature = signature.replace("counterclaim.config.", "")
        parts += [f"## {name}", "", "```", f"{name}{signature}", "", inspect.getdoc(thing) or "", "```", ""]
    return "\n".join(parts)


PAGES = {"settings.md": settings, "command-line.md": command_line, "python.md": python}

if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, make in PAGES.items():
        (FOLDER / name).write_text(make(), encoding="utf-8")
