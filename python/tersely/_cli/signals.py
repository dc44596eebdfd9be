"""Signals that end the command line."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Stopped(BaseException):
    """SIGTERM or SIGHUP has arrived."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@contextmanager
def stoppable() -> Iterator[None]:
    """Makes SIGTERM and SIGHUP raise Stopped, so that half-written files are
    removed.

    Ignored signals (nohup) stay ignored. Only the main thread can set signal
    handlers; in others this does nothing.
    """
    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    if threading.current_thread() is not threading.main_thread():
        numbers = []
    ours = [number for number in numbers if signal.getsignal(number) is signal.SIG_DFL]
    for number in ours:
        signal.signal(number, _stop)
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, signal.SIG_DFL)


def _stop(number: int, frame: FrameType | None) -> None:
    raise Stopped(number)


def end_by(stopped: Stopped) -> int:
    """Ends this process by the signal, as if it had not been handled, so that
    the parent process sees the signal."""
    os.kill(os.getpid(), stopped.number)
    return 128 + stopped.number
