"""Several texts that are summarised together, with what the caller knows about
each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

from ._errors import InvalidOption, quote
from ._inputs import as_rows, is_missing, read_value

_NO_NUMBER = float("nan")  # importing math takes longer than this module


class SourceTexts(NamedTuple):
    """The texts in the order in which they were given.

    Attributes:
        names, dates, scores: one for each text, or None.
        order: the numbers of the texts in the order in which they are read: by
            date, or as given.
    """

    texts: tuple[str | bytes | None, ...]
    names: tuple[str | None, ...] | None
    dates: tuple[Any, ...] | None
    scores: tuple[float, ...] | None
    order: tuple[int, ...]

    def name(self, number: int) -> str | None:
        return None if self.names is None else self.names[number]

    def find_invalid(self) -> int:
        """Returns the number of the first text that is read and not UTF-8."""
        return next(number for number in self.order if not _is_valid(self.texts[number]))


def check_sources(texts: object, names: object, dates: object, scores: object) -> SourceTexts:
    """Reads each iterable once. Raises TypeError, InvalidOption; the message
    names the fix."""
    given = tuple(_check_text(number, text) for number, text in enumerate(_check_texts(texts)))
    n = len(given)
    dated = _as_tuple("dates", dates, n)
    return SourceTexts(given, _check_names(names, n), dated, _check_scores(scores, n), _by_date(dated, n))


def _by_date(dates: tuple[Any, ...] | None, n: int) -> tuple[int, ...]:
    """The earliest first, undated ones last."""
    if dates is None:
        return tuple(range(n))
    dated = [number for number in range(n) if not is_missing(dates[number])]
    try:
        dated.sort(key=lambda number: dates[number])
    except Exception as error:  # also of their own methods, as for the NaN of Decimal
        allowed = "values that can be compared with each other, such as datetime.date"
        raise InvalidOption(f"dates={quote(dates)}: must be {allowed}; {error}", "dates", dates) from None
    return (*dated, *(number for number in range(n) if is_missing(dates[number])))


def _is_valid(text: str | bytes | None) -> bool:
    try:
        return not isinstance(text, bytes) or text.decode() is not None
    except UnicodeDecodeError:
        return False


def _check_texts(texts: Any) -> Iterable[Any]:
    if isinstance(texts, str | bytes):
        raise TypeError("texts must be an iterable of texts, not one text: use summarize(text), or a list: [text]")
    if isinstance(texts, Mapping):
        raise TypeError("texts must be a sequence, not a dict: use texts=list(d.values()), names=list(d.keys())")
    if isinstance(texts, AbstractSet):
        raise TypeError("texts must be a sequence, not a set, which has no order: use sorted(texts)")
    if hasattr(texts, "columns") and hasattr(texts, "shape"):
        raise TypeError("texts must be one column, not a table: use frame['column']")
    return as_rows(texts)


def _check_text(number: int, text: object) -> str | bytes | None:
    value = read_value(text)
    if isinstance(value, TypeError):
        raise TypeError(f"text {number}: {value}")
    return value


def _as_tuple(name: str, values: object, n: int) -> tuple[Any, ...] | None:
    if values is None:
        return None
    if isinstance(values, AbstractSet) or (name != "names" and isinstance(values, Mapping)):
        kind = type(values).__name__
        raise InvalidOption(
            f"{name}={quote(values)}: must be a list in the order of the texts, not a {kind}", name, values
        )
    items = tuple(values) if isinstance(values, Iterable) and not isinstance(values, str | bytes) else None
    if items is None or len(items) != n:
        given = quote(values) if items is None else f"{len(items)} values"
        raise InvalidOption(f"{name}={given}: must be a list with one for each of the {n} texts", name, values)
    return items


def _check_names(names: object, n: int) -> tuple[str | None, ...] | None:
    items = _as_tuple("names", names, n)
    for item in items or ():
        if not (isinstance(item, str) or is_missing(item)):
            raise InvalidOption(f"names={quote(item)}: must be str or None", "names", names)
    return None if items is None else tuple(item if isinstance(item, str) else None for item in items)


def _check_scores(scores: object, n: int) -> tuple[float, ...] | None:
    items = _as_tuple("scores", scores, n)
    return None if items is None else tuple(_check_score(item, scores) for item in items)


def _check_score(item: Any, scores: object) -> float:
    try:
        score = _NO_NUMBER if isinstance(item, bool | str) else float(item)
    except Exception:  # also of its own methods
        score = _NO_NUMBER
    if not 0 <= score < float("inf"):
        allowed = "finite numbers of 0 or more, such as cosines; add a constant to negative ones"
        raise InvalidOption(f"scores={quote(item)}: must be {allowed}", "scores", scores)
    return score
