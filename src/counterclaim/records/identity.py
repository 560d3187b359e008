"""Content ids: named identity fields in, the SHA-256 of their RFC 8785 JSON out."""

import hashlib
from typing import Any

import rfc8785


def sha256_hex(data: bytes) -> str:
    """SHA-256 of ``data`` as 64 lower-case hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def canonical_bytes(fields: dict[str, Any]) -> bytes:
    """The fields as canonical JSON (RFC 8785, JSON Canonicalization Scheme).

    Keys are sorted and numbers and strings have one spelling, so that equal fields give
    equal bytes on every machine. Raises ``rfc8785.CanonicalizationError`` for values that
    JSON can't carry (a lone surrogate, an integer beyond 2**53).
    """
    return rfc8785.dumps(fields)


def content_id(record_type: str, **fields: Any) -> str:
    """The id of a record: SHA-256 over the canonical JSON of its type and identity fields.

    Named fields are hashed, never joined strings, so that no two records can share an id
    by moving a character from one field to the next.
    """
    return sha256_hex(canonical_bytes({"type": record_type, **fields}))
