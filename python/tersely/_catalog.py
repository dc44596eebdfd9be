"""Lists of methods, languages and stop words, and the versions of this
build."""

from __future__ import annotations

from typing import NamedTuple

from . import _core


class Method(NamedTuple):
    """A way to score and choose sentences.

    Attributes:
        name: the value of `method=`.
        description: one sentence.
        paper: the paper that it is from, or "".
        options: the names of the options that only some methods use, this one
            among them.
        cost: the time beyond the analysis of the text, in words, sentences,
            picks, and nnz: the number of different words of each sentence,
            summed over the sentences.
    """

    name: str
    description: str
    paper: str
    options: tuple[str, ...]
    cost: str


def methods() -> dict[str, Method]:
    """Returns all methods by name, the default first.

    >>> list(tersely.methods())[:3]
    ['cover', 'textrank', 'textrank-overlap']
    """
    table = [*_core.options(), *_core.document_options()]
    return {
        name: Method(name, description, paper, tuple(option.name for option in table if name in option.methods), cost)
        for name, description, paper, cost in _core.methods()
    }


def languages() -> dict[str, str]:
    """Returns the languages with tables of their own: code -> English name.

    >>> tersely.languages()["de"]
    'German'
    """
    return dict(_core.languages())


def stop_words(language: str) -> frozenset[str]:
    """Returns the stop words of a language, case-folded.

    To add some, pass `stop_words=tersely.stop_words("en") | {"said"}`.

    >>> "the" in tersely.stop_words("en")
    True

    Args:
        language: see summarize; "auto" is not accepted.

    Raises:
        InvalidOption: there is no such language.
    """
    return frozenset(_core.stop_words(language))


def build_info() -> dict[str, str]:
    """Returns the versions of tersely, ICU, Unicode, Eigen and the compiler.
    Please include them in a bug report.

    `ruleset`, for example "1+icu72.1", is equal for two builds if and only if
    they make the same choices. It changes with the rules of tersely and with
    the version of ICU, and with nothing else. It is also in
    `Summary.to_dict()`, and as "tersely.ruleset" in the metadata of the Parquet
    files that the command line writes. Compute again what was made with another
    one.

    `python -m tersely.selftest` compares results with saved digests. These
    belong to the ICU `icu_of_digests`. If `icu` is another version, it may cut
    words and sentences differently.
    """
    return dict(_core.build_info())
