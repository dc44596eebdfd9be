"""What there is: methods, languages, stop words, and what this build is made of."""

from __future__ import annotations

from typing import NamedTuple

from . import _core


class Method(NamedTuple):
    """A way to score and choose sentences.

    Attributes:
        name: value of `method=`.
        description: one sentence.
        paper: where it is from; "" for those that need none.
        options: names of the options that it uses and not every method does.
    """

    name: str
    description: str
    paper: str
    options: tuple[str, ...]


def methods() -> dict[str, Method]:
    """All methods by name, the default first.

    >>> list(tersely.methods())[:3]
    ['cover', 'textrank', 'textrank-overlap']
    """
    table = _core.options()
    return {
        name: Method(name, description, paper, tuple(option.name for option in table if name in option.methods))
        for name, description, paper in _core.methods()
    }


def languages() -> dict[str, str]:
    """English names of the languages with tables, by code.

    >>> tersely.languages()["de"]
    'German'
    """
    return dict(_core.languages())


def stop_words(language: str) -> frozenset[str]:
    """The stop words of a language, case-folded; to extend them: `stop_words=tersely.stop_words("en") | {"said"}`.

    >>> "the" in tersely.stop_words("en")
    True

    Args:
        language: BCP-47 tag or English name.

    Raises:
        InvalidOption: no such language.
    """
    return frozenset(_core.stop_words(language))


def build_info() -> dict[str, str]:
    """Versions of tersely, ICU, Unicode, Eigen and the compiler: the first thing to put in a bug report."""
    return dict(_core.build_info())
