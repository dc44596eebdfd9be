"""A list of summaries."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._summary import Summary


class Summaries(list["Summary | None"]):
    """A list of summaries, which a notebook shows as a table. Otherwise it is a
    list; None stands for a missing text.

    `summarize_many` returns one. Any other summaries can be shown by it, too:
    `Summaries([first, second])`.
    """

    __slots__ = ()

    def _repr_html_(self) -> str:
        from ._display.notebook_summaries import show_summaries

        return show_summaries(self)
