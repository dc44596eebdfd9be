"""The options that several functions of the package share."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from .. import _core
from .._errors import InvalidOption, quote
from .._inputs import as_index

TOKENS = ("rouge-score", "words")
_MOST = 2**63 - 1  # that the core reads
MULTI = ("max", "mean")


def check_choice(name: str, value: object, allowed: Collection[str]) -> None:
    """Raises InvalidOption."""
    if not isinstance(value, str) or value not in allowed:
        told = " or ".join(f'"{one}"' for one in allowed)
        raise InvalidOption(f"{name}={quote(value)}: must be {told}", name, value)


def check_count(name: str, value: object) -> int | None:
    """Returns a whole number of 1 or more, or None if it is None. Raises
    InvalidOption."""
    if value is None:
        return None
    number = as_index(value)
    if number is None or number < 1:
        raise InvalidOption(f"{name}={quote(value)}: must be a whole number of 1 or more", name, value)
    return min(number, _MOST)


def make_rouge_options(types: Sequence[str], use_stemmer: bool, tokens: str, multi: str) -> _core.RougeOptions:
    """Raises InvalidOption."""
    check_choice("tokens", tokens, TOKENS)
    check_choice("multi", multi, MULTI)
    if use_stemmer and tokens == "words":
        message = 'use_stemmer=True: must be False with tokens="words", because Porter\'s stemmer is for English only'
        raise InvalidOption(message, "use_stemmer", use_stemmer)
    return _core.RougeOptions(list(types), tokens == "words", bool(use_stemmer), multi == "mean")


def check_references(references: object, name: str = "references") -> list[str]:
    """Returns the references of one text. Raises TypeError, and InvalidOption
    if there is none."""
    if isinstance(references, str):
        return [references]
    if not isinstance(references, Sequence) or not all(isinstance(one, str) for one in references):
        raise TypeError(f"{name} must be a str or a list of str, not {quote(references)}")
    if not references:
        raise InvalidOption(f"{name}=[]: must hold at least one reference", name, references)
    return list(references)
