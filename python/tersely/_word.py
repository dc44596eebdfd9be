"""Words of a document."""

from __future__ import annotations

from typing import NamedTuple


class Word(NamedTuple):
    """A word: a segment of UAX #29 with a letter, number, kana or ideograph.

    Attributes:
        text: verbatim slice of the source.
        start, end: where it stands, as a Sentence's.
        unit: index of its unit.
        is_stop: is it a stop word?
    """

    text: str
    start: int
    end: int
    unit: int
    is_stop: bool
