"""Shows the progress of a batch: a bar, or a function of the caller."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ._errors import InvalidOption, quote

ProgressFunction = Callable[[int, "int | None"], object]


class Progress:
    """`update(done)` shows the number of rows done. Close it after use
    (contextlib.closing).

    Args:
        progress: False; True for a bar of tqdm; or a function, which is called
            with the number of rows done and of all rows (None if unknown) about
            every 50 ms and at the end. If it raises, the batch ends.
        total: the number of all rows, or None.
    """

    def __init__(self, progress: bool | ProgressFunction, total: int | None) -> None:
        if not isinstance(progress, bool) and not callable(progress):
            raise InvalidOption(
                f"progress={quote(progress)}: must be True, False or a function of (done, total)", "progress", progress
            )
        self._function = progress if callable(progress) else None
        self._bar: Any = _bar(total) if progress is True else None
        self._total = total

    @property
    def callback(self) -> Callable[[int], None] | None:
        """`update`, or None if nothing is shown."""
        return None if self._bar is None and self._function is None else self.update

    def update(self, done: int) -> None:
        if self._bar is not None:
            self._bar.update(done - self._bar.n)
        if self._function is not None:
            self._function(done, self._total)

    def close(self) -> None:
        if self._bar is not None:
            self._bar.close()


def _bar(total: int | None) -> Any:
    try:
        from tqdm.auto import tqdm
    except ImportError:
        raise ImportError('progress=True needs tqdm: pip install "tersely[progress]"') from None
    return tqdm(total=total, unit="text")
