"""Words of a document."""

from typing import NamedTuple


class Word(NamedTuple):
    """A word: a segment of UAX #29 that contains a letter, number, kana or
    ideograph.

    Attributes:
        text: the verbatim slice of the source.
        start, end: its offsets in the source, as in Sentence.
        unit: the index of its unit.
        is_stop: whether it is a stop word.
    """

    text: str
    start: int
    end: int
    unit: int
    is_stop: bool
