"""What tersely raises. Everything derives from TerselyError, and from the built-in exception that fits.

All can be made of a message alone, as engines do that raise an error of a worker once more.
"""

from __future__ import annotations

from typing import Any

MOST_QUOTED = 100  # characters


def quote(value: object) -> str:
    """A value as messages show it: the beginning of its repr(), or its type where that fails."""
    try:
        text = repr(value)
    except Exception:
        text = f"<{type(value).__name__}>"
    return text if len(text) <= MOST_QUOTED else text[:MOST_QUOTED] + "..."


class TerselyError(Exception):
    """Base class of all errors of tersely."""


class InvalidOption(TerselyError, ValueError):
    """An option has a value that it does not allow.

    The message names the option, the value and what is allowed.

    Attributes:
        option: name of the option.
        value: the value that was given.
    """

    def __init__(self, message: str, option: str = "", value: object = None) -> None:
        super().__init__(message)
        self.option = option
        self.value = value

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (str(self), self.option, self.value)


class InvalidText(TerselyError, ValueError):
    """Bytes that are not UTF-8.

    Attributes:
        position: index of the first byte that cannot be read; -1: unknown.
        row: index of the text in a batch, None for a single text.
    """

    def __init__(self, message: str, position: int = -1, row: int | None = None) -> None:
        super().__init__(message)
        self.position = position
        self.row = row

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (str(self), self.position, self.row)


class LimitExceeded(TerselyError):
    """The text is larger than `max_bytes` or 2 GiB, or has more sentences than a quadratic method takes."""


class InvalidColumn(TerselyError, ValueError):
    """An Arrow column that is damaged or has been used before, or a stream of one that failed."""


class SummaryTimeout(TerselyError, TimeoutError):
    """`timeout` seconds have passed."""
