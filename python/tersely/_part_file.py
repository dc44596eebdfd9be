"""Temporary files ("parts") in the folder of the file that they will replace.

A process holds a lock on its part. The kernel releases the lock when the
process ends, in whatever way. So a part without a lock is dead and can be
removed. A process id could not decide this, because ids repeat across
containers.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
from contextlib import suppress

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

_STEM_LENGTH = 50  # code points of a part's name; a name may have 255 bytes


def _part(path: str, number: int | str) -> str:
    folder, name = os.path.split(path)
    return os.path.join(folder, f".{name[:_STEM_LENGTH]}.{number}.part")


def create_part(path: str, mode: int) -> tuple[str, int | None]:
    """Returns the name of a new file and its locked descriptor, or None if the
    system has no such locks."""
    number = os.getpid()
    while True:
        part = _part(path, number)
        number += 1
        try:
            descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        except FileExistsError:
            continue
        if fcntl is None:
            os.close(descriptor)
            return part, None
        if _lock(descriptor) is not False and os.fstat(descriptor).st_nlink:
            return part, descriptor
        os.close(descriptor)  # another process removed it as dead before it was locked


def _lock(descriptor: int) -> bool | None:
    """Returns False if another process has the lock, None if the file system
    has no locks."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


def remove_dead_parts(path: str) -> None:
    folder, beginning = os.path.split(_part(path, ""))
    pattern = re.compile(re.escape(beginning.removesuffix(".part")) + r"\d+\.part")
    with suppress(OSError):
        for name in filter(pattern.fullmatch, os.listdir(folder)):
            with suppress(OSError):  # it belongs to another user, or is gone
                _remove_if_dead(os.path.join(folder, name))


def _remove_if_dead(part: str) -> None:
    if fcntl is None:
        os.unlink(part)  # fails while a process has it open
        return
    descriptor = os.open(part, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        status = os.fstat(descriptor)
        # By the time of the lock, the name may already belong to another file.
        if stat.S_ISREG(status.st_mode) and _lock(descriptor) and os.path.samestat(status, os.lstat(part)):
            os.unlink(part)
    finally:
        os.close(descriptor)


def inherit(part: str, path: str, old: os.stat_result) -> None:
    """Copies mode, owner and access list of the file to replace, as far as this
    process may set them.

    If the group cannot be kept, the new group gets only the rights that
    everybody has.
    """
    with suppress(OSError):  # the file system has no modes
        shutil.copystat(path, part)
        os.utime(part)
    if not hasattr(os, "chown"):
        return
    mode = stat.S_IMODE(old.st_mode)
    if not _give(part, old.st_uid, old.st_gid):
        mode &= 0o777
        if not _give(part, -1, old.st_gid):
            mode = mode & ~0o070 | (mode & 0o007) << 3 & mode
    with suppress(OSError):
        os.chmod(part, mode)


def _give(part: str, user: int, group: int) -> bool:
    try:
        os.chown(part, user, group)
    except OSError:
        return False
    return True
