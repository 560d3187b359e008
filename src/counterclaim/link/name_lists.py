"""A list of names that the user knows in, its entries out, each found by any of its names.

Two formats: CSV with a head (``name``, ``aliases`` separated by ";", ``type``, ``country``, ``id``; only ``name`` is
needed) and FollowTheMoney entities as JSON lines (https://followthemoney.tech: ``schema``, ``properties`` with
``name``, ``alias``, ``weakAlias``, ``country``, ``position``).
"""

import csv
import io
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

import msgspec

from counterclaim.errors import UsageError
from counterclaim.link import names
from counterclaim.records import content_id

ListedType = Literal["person", "organisation", "group"]
_TYPES: dict[str, ListedType] = {
    "": "organisation",
    "person": "person",
    "organisation": "organisation",
    "organization": "organisation",
    "body": "organisation",
    "group": "group",
}
_SCHEMATA: dict[str, ListedType] = {
    "Person": "person",
    "Organization": "organisation",
    "Company": "organisation",
    "PublicBody": "organisation",
    "LegalEntity": "organisation",
}
_COLUMNS = frozenset(["name", "aliases", "type", "country", "id"])


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """One entry; ``country`` is as the list words it, ``positions`` are roles that the list gives."""

    id: str
    name: str
    aliases: tuple[str, ...]
    type: ListedType
    country: str | None = None
    positions: tuple[str, ...] = ()


class BadRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row that was set aside: its number in the file, counted from 1, and why."""

    row: int
    reason: str


class NameList(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A list's entries in its order, and its rows that could not be used."""

    entries: tuple[Listed, ...]
    set_aside: tuple[BadRow, ...] = ()

    @cached_property
    def _by_name(self) -> dict[str, Listed | None]:
        found: dict[str, Listed | None] = {}
        for entry in self.entries:
            for name in {_key(name) for name in (entry.name, *entry.aliases)}:
                found[name] = entry if found.get(name, entry) is entry else None
        return found

    @cached_property
    def _by_id(self) -> dict[str, Listed]:
        return {entry.id: entry for entry in self.entries}

    def find(self, name: str) -> Listed | None:
        """The one entry that goes by ``name``; None if there is none or several do."""
        return self._by_name.get(_key(name))

    def entry(self, entry_id: str) -> Listed | None:
        """The entry with an id."""
        return self._by_id.get(entry_id)


def _key(name: str) -> str:
    words = names.plain(name).replace("’", "'").split()
    while len(words) > 1 and words[0].rstrip(".") in names.HONORIFICS | {"the"}:
        words.pop(0)
    return " ".join(words)


def read_name_list(path: Path) -> NameList:
    """The entries of a CSV or JSON-lines file; rows that can't be used are kept with their reasons.

    Raises UsageError if the file can't be read at all or is a CSV without a column ``name``.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{path}: the list of names can't be read", "Give a CSV or JSON-lines file in UTF-8."
        ) from error
    rows = _json_rows(text) if text.lstrip().startswith("{") else _csv_rows(text, path)
    entries: dict[str, Listed] = {}
    bad: list[BadRow] = []
    for number, row in rows:
        if isinstance(row, str):
            bad.append(BadRow(row=number, reason=row))
        elif row.id in entries:
            bad.append(BadRow(row=number, reason=f"the id {row.id} stands in an earlier row"))
        else:
            entries[row.id] = row
    return NameList(entries=tuple(entries.values()), set_aside=tuple(bad))


def _csv_rows(text: str, path: Path) -> Iterator[tuple[int, Listed | str]]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        columns = {(column or "").strip().lower(): column for column in reader.fieldnames or ()}
    except csv.Error as error:
        raise UsageError(f"{path}: {error}", "Quote fields that hold quotation marks, commas or new lines.") from error
    if "name" not in columns:
        raise UsageError(
            f"{path}: no column “name”", "Give the columns name, aliases, type, country, id in the first line."
        )
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            yield reader.line_num, f"no well-formed CSV: {error}"
            continue
        if row is None:
            return
        fields = {key: (row.get(column) or "").strip() for key, column in columns.items() if key in _COLUMNS}
        yield reader.line_num, _from_csv(fields, surplus=None in row)


def _from_csv(fields: dict[str, str], *, surplus: bool) -> Listed | str:
    if surplus:
        return "more fields than columns"
    kind = _TYPES.get(fields.get("type", "").lower())
    if kind is None:
        return f"type is “{fields['type']}”, not person, organisation or group"
    aliases = tuple(alias.strip() for alias in fields.get("aliases", "").split(";") if alias.strip())
    return _listed(fields["name"], aliases, kind, fields.get("country") or None, fields.get("id"), ())


def _json_rows(text: str) -> Iterator[tuple[int, Listed | str]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            yield number, _from_json(line)


def _from_json(line: str) -> Listed | str:
    try:
        entity = msgspec.json.decode(line.encode())
    except (msgspec.DecodeError, UnicodeEncodeError) as error:
        return f"no well-formed JSON: {error}"
    if not isinstance(entity, dict) or not isinstance(entity.get("properties"), dict):
        return "no FollowTheMoney entity: schema and properties are needed"
    kind = _SCHEMATA.get(str(entity.get("schema")))
    if kind is None:
        return f"schema is “{entity.get('schema')}”, none of {', '.join(_SCHEMATA)}"
    properties = entity["properties"]
    own = _texts(properties, "name")
    aliases = (*own[1:], *_texts(properties, "alias"), *_texts(properties, "weakAlias"))
    country = next(iter(_texts(properties, "country")), None)
    entity_id = entity.get("id") if isinstance(entity.get("id"), str) else None
    return _listed(own[0] if own else "", aliases, kind, country, entity_id, _texts(properties, "position"))


def _texts(properties: dict[str, Any], key: str) -> tuple[str, ...]:
    values = properties.get(key, [])
    values = [values] if isinstance(values, str) else values
    if not isinstance(values, list):
        return ()
    return tuple(value.strip() for value in values if isinstance(value, str) and value.strip())


def _listed(
    name: str,
    aliases: tuple[str, ...],
    kind: ListedType,
    country: str | None,
    entry_id: str | None,
    positions: tuple[str, ...],
) -> Listed | str:
    if not name or not any(c.isalnum() for c in name):
        return "no name"
    chosen = entry_id or content_id("listed-name", name=name, kind=kind, country=country)
    return Listed(id=chosen, name=name, aliases=aliases, type=kind, country=country, positions=positions)
