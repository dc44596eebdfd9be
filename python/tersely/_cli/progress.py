"""Progress on a terminal: rows, rate, and the time left where the size is
known."""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from .sources import size_of
from .streams import is_terminal, tell

DELAY = 2.0  # seconds; what ends sooner shows nothing
_INTERVAL = 0.2


class Meter:
    """Shows one line that replaces itself, with a bar if tqdm is installed.
    Close it after use (contextlib.closing).

    Args:
        shown: False shows nothing.
        unit: what is counted.
        total: the size of all inputs in bytes; None if unknown.
    """

    def __init__(self, shown: bool, unit: str, total: int | None, clock: Callable[[], float] = time.monotonic) -> None:
        self._shown = shown
        self._unit = unit
        self._total = total
        self._clock = clock
        self._start = clock()
        self._next = self._start + DELAY
        self._line: _Line | None = None

    def update(self, count: int, position: int) -> None:
        """`position`: the number of bytes of all inputs that are done."""
        now = self._clock()
        if not self._shown or now < self._next:
            return
        self._next = now + _INTERVAL
        self._line = self._line or _Line(self._total)
        self._line.show(self._describe(count, position, max(now - self._start, 1e-9)), position)

    def tell(self, message: str) -> None:
        """Writes a message on a line of its own."""
        self.close()
        tell(message)

    def close(self) -> None:
        if self._line is not None:
            self._line.close()
            self._line = None

    def _describe(self, count: int, position: int, seconds: float) -> str:
        rate = count / seconds
        parts = [f"{count:,} {self._unit}", f"{rate:,.0f}/s" if rate >= 10 else f"{rate:.1f}/s"]
        if self._total and position:
            done = min(1.0, position / self._total)
            parts += [f"{done:.0%}", f"{_duration(seconds * (1 - done) / done)} left"]
        return ", ".join(parts)


def make_meter(parsed: argparse.Namespace, unit: str, files: Sequence[str]) -> Meter:
    """Shows progress if standard error is a terminal to which the output does
    not go, unless --quiet is given."""
    free = parsed.out is not None or parsed.out_dir is not None or not is_terminal(sys.stdout)
    sizes = [size_of(file) for file in files]
    total = None if None in sizes else sum(size or 0 for size in sizes)
    return Meter(free and not parsed.quiet and is_terminal(sys.stderr), unit, total)


class _Line:
    def __init__(self, total: int | None) -> None:
        size = shutil.get_terminal_size()
        self._columns = size.columns - 1
        self._bar = _make_bar(total, self._columns, size.lines)
        self._width = 0

    def show(self, text: str, position: int) -> None:
        if self._bar is None:
            line = text[: self._columns]
            self._write(f"\r{line.ljust(self._width)}")
            self._width = len(line)
        else:
            self._bar.set_description_str(text, refresh=False)
            self._bar.update(position - self._bar.n)
            self._bar.refresh()

    def close(self) -> None:
        if self._bar is None:
            self._write(f"\r{' ' * self._width}\r")
        else:
            self._bar.close()

    def _write(self, text: str) -> None:
        with suppress(OSError):
            sys.stderr.write(text)
            sys.stderr.flush()


def _make_bar(total: int | None, columns: int, lines: int) -> Any:
    try:
        from tqdm import tqdm
    except ImportError:
        return None
    form = "{desc} |{bar:20}|" if total else "{desc}"
    return tqdm(total=total, leave=False, ncols=columns, nrows=lines, bar_format=form)


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
