"""Files that are written beside the one that they will replace.

A living process holds a lock on its own, which the kernel takes back however the process ends: a part without a lock is
a dead one. The id of a process would not tell, since processes of other containers have the same ids.
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
    """Name and locked descriptor of a new file; no descriptor where there are no such locks."""
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
        os.close(descriptor)  # somebody took it for a dead one, before it was locked


def _lock(descriptor: int) -> bool | None:
    """False: another process has it. None: there are no locks in this file system."""
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
            with suppress(OSError):  # it belongs to somebody else, or is gone
                _remove_if_dead(os.path.join(folder, name))


def _remove_if_dead(part: str) -> None:
    if fcntl is None:
        os.unlink(part)  # fails while it is open
        return
    descriptor = os.open(part, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        status = os.fstat(descriptor)
        # Once it is locked, the name may belong to another file already.
        if stat.S_ISREG(status.st_mode) and _lock(descriptor) and os.path.samestat(status, os.lstat(part)):
            os.unlink(part)
    finally:
        os.close(descriptor)


def inherit(part: str, path: str, old: os.stat_result) -> None:
    """Mode, owner and access list of the file to replace, as far as this process may give them. Where the group cannot
    be kept, the new group may do no more than all others."""
    with suppress(OSError):  # file systems without modes
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
