"""The keyphrases of a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, overload

from . import _core
from ._keyphrase import Keyphrase, make_keyphrase

if TYPE_CHECKING:
    from matplotlib.axes import Axes


class Keyphrases(Sequence[Keyphrase]):
    """The keyphrases of a text, the best first. An immutable and thread-safe
    sequence of Keyphrase.

    Attributes:
        language: the language code of the text; "und" if it was neither given
            nor detected.
    """

    __slots__ = ("_items", "_language")

    _items: tuple[Keyphrase, ...]
    _language: str

    @classmethod
    def _of(cls, items: tuple[Keyphrase, ...], language: str) -> Keyphrases:
        self = cls.__new__(cls)
        self._items = items
        self._language = language
        return self

    @property
    def language(self) -> str:
        return self._language

    @property
    def texts(self) -> list[str]:
        """The text of each keyphrase. Each access makes a new list."""
        return [keyphrase.text for keyphrase in self._items]

    def plot(self, *, ax: Axes | None = None) -> Axes:
        """Draws the scores as horizontal bars, with the number of occurrences,
        with matplotlib (`tersely[plot]`).

        Args:
            ax: the axes to draw on; None makes a new pyplot figure.

        Raises:
            ImportError: matplotlib is not installed.
        """
        from ._display.plot import plot_keyphrases

        return plot_keyphrases(self, ax)

    @overload
    def __getitem__(self, index: int) -> Keyphrase: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Keyphrase, ...]: ...
    def __getitem__(self, index: int | slice) -> Keyphrase | tuple[Keyphrase, ...]:
        return self._items[index]

    def __iter__(self) -> Iterator[Keyphrase]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __eq__(self, other: object) -> bool:
        return self._items == other._items if isinstance(other, Keyphrases) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._items)

    def __reduce__(self) -> tuple[Any, ...]:
        return Keyphrases._of, (self._items, self._language)

    def __repr__(self) -> str:
        n = len(self)
        best = "".join(f", {str(keyphrase)!r}" for keyphrase in self._items[:3])
        return f"Keyphrases({n} phrase{'' if n == 1 else 's'}{best}{', …' if n > 3 else ''})"

    def _repr_html_(self) -> str:
        from ._display.notebook_keyphrases import show_keyphrases

        return show_keyphrases(self)


def find_keyphrases(text: str | bytes, document: _core.Document, options: _core.Options) -> Keyphrases:
    found = tuple(make_keyphrase(text, row) for row in _core.keyphrases(document, options))
    return Keyphrases._of(found, document.language)
