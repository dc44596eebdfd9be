"""The exceptions of tersely. All derive from TerselyError, most also from the
built-in exception that fits.

Each can be made from a message alone, because some engines re-create an error
of a worker that way.
"""

from __future__ import annotations

from typing import Any

MOST_QUOTED = 100  # characters


def quote(value: object) -> str:
    """Returns a value as messages show it: the beginning of its repr() on one
    line, or its type if repr() fails."""
    try:
        text = " ".join(repr(value).splitlines())
    except Exception:
        text = f"<{type(value).__name__}>"
    return text if len(text) <= MOST_QUOTED else text[:MOST_QUOTED] + "..."


class TerselyError(Exception):
    """The base class of all errors of tersely."""


class InvalidOption(TerselyError, ValueError):
    """The value of an option is not allowed. The message names the option, the
    value and what is allowed.

    Attributes:
        option: the name of the option.
        value: the given value.
    """

    def __init__(self, message: str, option: str = "", value: object = None) -> None:
        super().__init__(message)
        self.option = option
        self.value = value

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (str(self), self.option, self.value)


class InvalidText(TerselyError, ValueError):
    """The bytes are not UTF-8.

    Attributes:
        position: the index of the first invalid byte; -1 if unknown.
        row: the index of the text in a batch; None for a single text.
    """

    def __init__(self, message: str, position: int = -1, row: int | None = None) -> None:
        super().__init__(message)
        self.position = position
        self.row = row

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (str(self), self.position, self.row)


class LimitExceeded(TerselyError):
    """The text is larger than `max_bytes` or 2 GiB, or has more sentences than
    a quadratic method accepts."""


class InvalidColumn(TerselyError, ValueError):
    """The Arrow column is damaged or has already been used, or its stream
    failed."""


class SummaryTimeout(TerselyError, TimeoutError):
    """The call took more than `timeout` seconds."""


def missing(engine: str, extra: str) -> ImportError:
    """Returns the error to raise if the engine cannot be imported."""
    return ImportError(f'{engine} is missing: pip install "tersely[{extra}]"', name=engine)
