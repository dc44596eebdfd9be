"""A text whose headings are known."""

from typing import NamedTuple


class MarkedText(NamedTuple):
    """The text of a page, and what its markup said.

    Attributes:
        text: one line for each block.
        headings: the start and end of each line that is a heading or a caption,
            in code points, ascending.
    """

    text: str
    headings: tuple[int, ...]
