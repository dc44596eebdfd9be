"""What became of the rows of a column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

MOST_ERRORS = 100  # different reasons that are counted apart
OTHER_ERRORS = "other errors"
SHOWN_ERRORS = 3
_NONE: Mapping[str, int] = MappingProxyType({})


class Report:
    """How many rows of a column have each status, language, flag and error.
    `print(report)` shows it in a few lines.

    Attributes:
        statuses: by Summary.status, and "missing" for rows without a text.
        languages: by code, "und" if it was neither given nor detected.
        flags: by Summary.flags; a row may have several.
        errors: by the reason why a row failed. After 100 different ones, the
            rest are "other errors".
    """

    __slots__ = ("errors", "flags", "languages", "statuses")

    def __init__(
        self,
        statuses: Mapping[str, int] = _NONE,
        languages: Mapping[str, int] = _NONE,
        flags: Mapping[str, int] = _NONE,
        errors: Mapping[str, int] = _NONE,
    ) -> None:
        self.statuses = dict(statuses)
        self.languages = dict(languages)
        self.flags = dict(flags)
        self.errors = dict(errors)

    @property
    def rows(self) -> int:
        """The number of rows."""
        return sum(self.statuses.values())

    def add(self, other: Report) -> None:
        """Adds the rows of another report."""
        _add(self.statuses, other.statuses)
        _add(self.languages, other.languages)
        _add(self.flags, other.flags)
        for reason, n in other.errors.items():
            known = reason in self.errors or len(self.errors) < MOST_ERRORS
            _add(self.errors, {reason if known else OTHER_ERRORS: n})

    def lines(self) -> Iterator[str]:
        """Yields the rows by status, and then what else there is. The most
        frequent come first."""
        yield f"{self.rows:,} row{'' if self.rows == 1 else 's'}{': ' if self.rows else ''}{_tell(self.statuses)}"
        if self.languages:
            yield f"languages: {_tell(self.languages)}"
        if self.flags:
            yield f"flags: {_tell(self.flags)}"
        frequent = _by_number(self.errors)
        yield from (f"error in {n:,} row{'' if n == 1 else 's'}: {reason}" for reason, n in frequent[:SHOWN_ERRORS])
        if len(frequent) > SHOWN_ERRORS:
            more = len(frequent) - SHOWN_ERRORS
            yield f"{more:,} more kind{'' if more == 1 else 's'} of errors"

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def __repr__(self) -> str:
        return f"Report({self.statuses}, {self.languages}, {self.flags}, {self.errors})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Report):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self.__slots__)

    __hash__ = None  # type: ignore[assignment]  # it changes as reports are added


def report_of(status: str, language: str | None = None, flags: Iterable[str] = (), error: str | None = None) -> Report:
    """Makes the report of a single row."""
    return Report(
        {status: 1},
        {} if language is None else {language: 1},
        dict.fromkeys(flags, 1),
        {} if error is None else {error: 1},
    )


def _add(counts: dict[str, int], more: Mapping[str, int]) -> None:
    for name, n in more.items():
        counts[name] = counts.get(name, 0) + n


def _by_number(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda count: (-count[1], count[0]))


def _tell(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{n:,} {name}" for name, n in _by_number(counts))
