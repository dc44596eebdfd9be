"""Shortens text. Widths are columns of a terminal: a Chinese character takes
two, a combining mark none."""

from __future__ import annotations

import unicodedata

ELLIPSIS = "…"


def shorten(text: str, width: int) -> str:
    """Shortens a text to at most `width` columns, including the ellipsis for
    the rest."""
    left, end = width, None
    for i, letter in enumerate(text):
        left -= _columns(letter)
        if left < 1 and end is None:
            end = i  # room for the ellipsis
        if left < 0:
            return text[:end].rstrip() + ELLIPSIS
    return text


def shorten_line(text: str, width: int) -> str:
    """Shortens a text to one line. Each run of white space becomes one space.
    Reads at most 4 * width characters."""
    start = text[: 4 * width]
    line = shorten(" ".join(start.split()), width)
    return line if len(start) == len(text) or line.endswith(ELLIPSIS) else line + ELLIPSIS


def _columns(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
