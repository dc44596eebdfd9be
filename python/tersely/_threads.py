"""How many threads a batch may use."""

from __future__ import annotations

import os
import sys

from ._errors import InvalidOption, quote
from ._inputs import as_index

VARIABLE = "TERSELY_NUM_THREADS"
MOST = 1024  # more than machines have cores; each has its own memory


def resolve_threads(threads: object) -> int:
    """The number for the core; 0 leaves it to the core: all cores that the process may use.

    0 stands for the environment's TERSELY_NUM_THREADS if that is set, and for 1 in a child of multiprocessing, where
    the processes are the parallelism. At most MOST. Raises InvalidOption.
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
    process = sys.modules.get("multiprocessing.process")  # a child has loaded it
    return process is not None and process.parent_process() is not None
