"""What a document is made of: a text, given sentences, or a text with given spans."""

from __future__ import annotations

from ._value import Value


class SpannedText(Value):
    """A text with given sentences.

    Attributes:
        text: a str, or bytes in UTF-8.
        bounds: start and end of each sentence in turn, in code points, or in bytes for bytes.
    """

    __slots__ = ("bounds", "text")
    __match_args__ = ("text", "bounds")

    text: str | bytes
    bounds: tuple[int, ...]

    def __init__(self, text: str | bytes, bounds: tuple[int, ...]) -> None:
        put = object.__setattr__
        put(self, "text", text)
        put(self, "bounds", bounds)


Source = str | bytes | tuple[str, ...] | SpannedText  # a tuple: given sentences


def text_of(source: Source) -> str | bytes:
    if isinstance(source, SpannedText):
        return source.text
    return "\n".join(source) if isinstance(source, tuple) else source
