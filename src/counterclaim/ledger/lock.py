"""One writer at a time: a file's path in, a lock that ends with its process out."""

import os
import sys
import time
from pathlib import Path

from counterclaim.errors import LedgerError

_POLL_SECONDS = 0.05


def acquire(file: Path, wait: float) -> int:
    """Lock ``file`` (made if it isn't there) and give its descriptor, for ``release``.

    The operating system ends the lock when the process dies, so no stale lock is left.
    Raises LedgerError if another writer still holds it after ``wait`` seconds.
    """
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
    deadline = time.monotonic() + wait
    while not _try(descriptor):
        if time.monotonic() >= deadline:
            os.close(descriptor)
            raise LedgerError(
                f"{file.parent} is being written to by another process",
                "Wait until it has ended and run the same command again",
            )
        time.sleep(_POLL_SECONDS)
    return descriptor


def release(descriptor: int) -> None:
    """End the lock."""
    os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _try(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
