"""What a document is made of: a text, given sentences, a text with given spans,
a page, or several texts."""

from __future__ import annotations

from ._marked_text import MarkedText
from ._sources import SourceTexts
from ._value import Value


class SpannedText(Value):
    """A text with given sentences.

    Attributes:
        text: a str, or bytes in UTF-8.
        bounds: start and end of each sentence in turn, in code points, or in
            bytes for bytes.
    """

    __slots__ = ("bounds", "text")
    __match_args__ = ("text", "bounds")

    text: str | bytes
    bounds: tuple[int, ...]

    def __init__(self, text: str | bytes, bounds: tuple[int, ...]) -> None:
        put = object.__setattr__
        put(self, "text", text)
        put(self, "bounds", bounds)


Source = str | bytes | tuple[str, ...] | SpannedText | MarkedText | SourceTexts  # a tuple: given sentences


def text_of(source: Source) -> str | bytes | SourceTexts:
    """What its sentences are slices of."""
    if isinstance(source, str | bytes | SourceTexts):
        return source
    return source.text if isinstance(source, SpannedText | MarkedText) else "\n".join(source)
