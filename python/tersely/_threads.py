"""The number of threads of a batch."""

from __future__ import annotations

import os
import sys

from ._errors import InvalidOption, quote
from ._inputs import as_index

VARIABLE = "TERSELY_NUM_THREADS"
MOST = 1024  # more than machines have cores; each thread has its own memory


def resolve_threads(threads: object) -> int:
    """Returns the number of threads for the core, at most MOST. 0 means all
    cores that the process may use.

    If `threads` is 0, the environment variable TERSELY_NUM_THREADS decides, if
    it is set. Otherwise a child process of multiprocessing gets 1, because
    there the processes already use the cores. Raises InvalidOption.
    """
    number = as_index(threads)
    if number is None or number < 0:
        raise InvalidOption(f"threads={quote(threads)}: must be a whole number of 0 or more", "threads", threads)
    return min(MOST, number or _of_environment() or (1 if _is_child() else 0))


def _of_environment() -> int:
    text = os.environ.get(VARIABLE, "").strip()
    if not text:
        return 0
    if not text.isdecimal():
        raise InvalidOption(f"{VARIABLE}={quote(text)}: must be a whole number of 0 or more", "threads", text)
    return int(text)


def _is_child() -> bool:
    process = sys.modules.get("multiprocessing.process")  # already imported in a child process
    return process is not None and process.parent_process() is not None
