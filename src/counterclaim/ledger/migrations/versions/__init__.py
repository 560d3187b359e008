"""One file per schema revision, oldest first; a published one is never changed."""
