"""Checks whether a value is a text. If it is not, the error suggests the call
that was probably meant."""

from __future__ import annotations

import operator
import os
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from ._errors import quote

_MISSING_TYPES = frozenset({"NAType", "NaTType"})
_NUMPY_TYPES = frozenset({"datetime64", "timedelta64", "float16", "float32", "longdouble"})  # they have a NaN or a NaT


def is_missing(value: object) -> bool:
    """True for None, a NaN, pandas.NA and NaT. Imports neither pandas nor
    numpy."""
    name = type(value).__name__
    has_nan = isinstance(value, float) or name in _NUMPY_TYPES
    return value is None or name in _MISSING_TYPES or (has_nan and bool(value != value))


def as_index(value: object) -> int | None:
    """Returns a whole number of any library as an int. Returns None for a bool,
    for anything else, and if it raises."""
    if isinstance(value, bool):
        return None
    try:
        return operator.index(value)  # type: ignore[arg-type]  # it raises if this is not an index
    except Exception:
        return None


def check_text(text: object) -> str | bytes:
    """Returns the text. Raises TypeError for anything else; the message names
    the right call."""
    if isinstance(text, (str, bytes)):  # faster than str | bytes
        return text
    raise TypeError(f"text must be str or bytes, not {type(text).__name__}: {_text_advice(text)}")


def _text_advice(text: Any) -> str:
    if is_missing(text):
        return "summarize_many(texts) takes missing texts and keeps them as None"
    if isinstance(text, os.PathLike):
        return "read it first: path.read_text(encoding='utf-8')"
    if hasattr(text, "read"):
        return "read it first: file.read()"
    if hasattr(text, "columns") and hasattr(text, "shape"):
        return "choose a column: summarize_many(frame['column'])"
    if hasattr(text, "values") and hasattr(text, "shape"):
        return "for a column of texts use summarize_many(column)"
    if isinstance(text, bytearray | memoryview):
        return "bytes(text)"
    if isinstance(text, Iterable):
        return "summarize_many(texts) takes several texts, summarize_sentences(sentences) one text in sentences"
    return "convert it with str(text)"


def check_source(texts: Any) -> Iterable[Any]:
    """Returns the rows of a batch. Raises TypeError for what has no rows or no
    order; the message names the fix."""
    if isinstance(texts, str | bytes):
        raise TypeError(
            "texts must be an iterable of texts, not one text: use summarize(text), or put it in a list: [text]"
        )
    if isinstance(texts, Mapping):
        raise TypeError("texts must be a sequence, not a dict: use summarize_many(mapping.values())")
    if isinstance(texts, AbstractSet):
        raise TypeError("texts must be a sequence, not a set, which has no order: use summarize_many(sorted(texts))")
    if hasattr(texts, "columns") and hasattr(texts, "shape"):
        raise TypeError("texts must be one column, not a table: use summarize_many(frame['column'])")
    return as_rows(texts)


def as_rows(texts: Any) -> Iterable[Any]:
    """Returns what has rows as an iterable of Python objects. That of an Arrow
    array yields scalars."""
    if hasattr(texts, "to_pylist"):
        rows: Iterable[Any] = texts.to_pylist()
        return rows
    if not isinstance(texts, Iterable):
        raise TypeError(f"texts must be an iterable of str or bytes, not {type(texts).__name__}")
    return texts


def check_row(row: int, text: object) -> str | bytes | None:
    """Returns a text of a batch, None if it is missing. Raises TypeError, which
    names the row, for anything else."""
    value = read_row(row, text)
    if isinstance(value, TypeError):
        raise value
    return value


def read_row(row: int, text: object) -> str | bytes | TypeError | None:
    """As check_row, but returns the error."""
    value = read_value(text)
    return TypeError(f"row {row}: {value}") if isinstance(value, TypeError) else value


def read_value(text: object, name: str = "") -> str | bytes | TypeError | None:
    """Returns a text, None if it is missing, or the error. `name`: what the
    value is, "" for the text of a row."""
    if isinstance(text, (str, bytes)):
        return text
    if is_missing(text):
        return None
    return TypeError(f"{name}{': ' if name else ''}must be str, bytes or missing, not {type(text).__name__}")


def check_sentences(sentences: object) -> tuple[str, ...]:
    """Returns the sentences of one text; missing ones become ''."""
    if isinstance(sentences, str | bytes):
        raise TypeError("sentences must be an iterable of sentences, not one text: use summarize(text)")
    if isinstance(sentences, Mapping | AbstractSet):
        raise TypeError(f"sentences must be a sequence, not a {type(sentences).__name__}, which has no fixed order")
    rows = sentences.to_pylist() if hasattr(sentences, "to_pylist") else sentences
    if not isinstance(rows, Iterable):
        raise TypeError(f"sentences must be an iterable of str, not {type(sentences).__name__}")
    return tuple(_check_sentence(index, sentence) for index, sentence in enumerate(rows))


def _check_sentence(index: int, sentence: object) -> str:
    if is_missing(sentence):
        return ""
    if isinstance(sentence, str):
        return sentence
    raise TypeError(f"sentence {index}: must be str or missing, not {type(sentence).__name__}")


def check_spans(spans: object) -> tuple[int, ...]:
    """Returns the start and end of each span in turn. An array may have any
    library; it is read by `tolist()`."""
    if isinstance(spans, str | bytes | Mapping | AbstractSet):
        raise TypeError(f"spans must be a sequence of pairs (start, end), not a {type(spans).__name__}")
    rows = spans.tolist() if hasattr(spans, "tolist") else spans
    if not isinstance(rows, Iterable):
        raise TypeError(f"spans must be a sequence of pairs (start, end), not {type(spans).__name__}")
    return tuple(bound for index, span in enumerate(rows) for bound in _check_span(index, span))


def _check_span(index: int, span: Any) -> tuple[int, int]:
    try:
        start, end = map(as_index, span)
    except (TypeError, ValueError):
        start = end = None
    if start is None or end is None:
        raise TypeError(f"span {index}: must be a pair of whole numbers (start, end), not {quote(span)}")
    return _within_64_bits(start), _within_64_bits(end)


def _within_64_bits(offset: int) -> int:
    return max(-1, min(offset, 2**63 - 1))
