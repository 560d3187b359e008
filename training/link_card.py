"""A folder of weights in, its card with the hashes of all its files out."""

import hashlib
import json
from pathlib import Path
from typing import Any

from counterclaim.records import canonical_bytes, sha256_hex


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def write_card(out: Path, fields: dict[str, Any]) -> None:
    """Adds ``fields`` to the card of ``out``, with the hashes of all files that are there."""
    path = out / "card.json"
    known = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    files = {
        file.name: {"sha256": sha256(file), "bytes": file.stat().st_size}
        for file in sorted(out.iterdir())
        if file != path
    }
    named = {**known, **fields, "files": files, "sha256": sha256_hex(canonical_bytes(files))}
    path.write_text(json.dumps(named, indent=2) + "\n", encoding="utf-8")
