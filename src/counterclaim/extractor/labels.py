"""The tags of the token classifier: what a token is part of, and whether it begins it."""

ROLES = ("source", "cue", "content")

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
"""Beginning, inside, outside. Tag ``1 + 2 * role`` begins a span of ROLES[role], the next goes on."""
