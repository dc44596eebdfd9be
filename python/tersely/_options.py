"""Options by name: which there are, which call takes them, and what a wrong one was probably meant to be.

The core's table (`_core.options()`) has their defaults, ranges and descriptions; what is written out here are their
types, for type checkers, and a test holds the two together.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sized
from typing import Any, Literal, NamedTuple, SupportsFloat, SupportsIndex, TypedDict, TypeVar

from . import _core

Count = SupportsIndex | str | float
Number = SupportsFloat | str


class BudgetOptions(TypedDict, total=False):
    """Ceilings; several hold together."""

    words: Count | None
    chars: Count | None
    tokens: Count | None
    ratio: Number | None
    count_tokens: Callable[[str], int | Sized] | None


class RankingOptions(BudgetOptions, total=False):
    """What shapes the summaries of all rows of a column."""

    method: str
    position: Literal["auto", "start", "section", "none"]
    order: Literal["document", "score"]
    redundancy: Number
    damping: Number
    threshold: Number | None
    max_sentences: Count
    cut: bool
    seed: Count
    timeout: Number | None


class SummaryOptions(RankingOptions, total=False):
    """What shapes a summary of a document."""

    title: str | None


class StructureOptions(TypedDict, total=False):
    """What shapes the units of all rows of a column."""

    newline: Literal["auto", "break", "join", "blank"]
    keep_quotes: bool
    abbreviations: Iterable[str]
    markup: Literal["auto", "text", "markdown"]
    max_bytes: Count | None
    timeout: Number | None


class SegmentationOptions(StructureOptions, total=False):
    """What shapes the units of a document."""

    language: str


class TermOptions(TypedDict, total=False):
    """What shapes the terms of a document."""

    stop_words: Iterable[str] | None
    stem: Literal["prefix", "none"]


class AnalysisOptions(SegmentationOptions, TermOptions, total=False):
    """What shapes a document."""


class ColumnOptions(RankingOptions, StructureOptions, TermOptions, total=False):
    """All but those that may be columns themselves, `title` and `language`."""


class Options(SummaryOptions, AnalysisOptions, total=False):
    """All of them."""


class CallOptions(BudgetOptions, total=False):
    """What may change from call to call of a Summarizer."""

    title: str | None
    language: str


TABLE = {option.name: option for option in _core.options()}
ANALYSIS = frozenset(name for name, option in TABLE.items() if option.analysis)
SUMMARY = frozenset(name for name, option in TABLE.items() if option.summary)
BUDGET_NAMES = frozenset({"sentences", *BudgetOptions.__annotations__})
BUDGETS = BUDGET_NAMES - {"count_tokens"}
# Elsewhere None means that the option is not given.
NONE_IS_A_VALUE = frozenset(
    name for name, option in TABLE.items() if option.default != "None" and "None" in option.allowed
)

_ALIASES = {alias: name for name, option in TABLE.items() for alias in option.aliases}
_BATCH_ALIASES = {
    "n_jobs": "threads", "n_process": "threads", "workers": "threads", "num_workers": "threads", "n_threads": "threads",
    "errors": "on_error",
}  # fmt: skip
_ADVICE = {
    "split": "iterate over the summary: for sentence in summary",
    "scores": "iterate over the summary: each sentence has its .score",
}


def check_names(call: str, given: Iterable[str], allowed: Collection[str]) -> None:
    """Raises TypeError for a name that the call does not take, with the nearest that it does."""
    for name in given:
        if name not in allowed:
            raise TypeError(f"{call} has no option {name!r}; {_advice(name, frozenset(allowed))}")


def _advice(name: str, allowed: frozenset[str]) -> str:
    if name in _ADVICE:
        return _ADVICE[name]
    meant = _ALIASES.get(name) or _BATCH_ALIASES.get(name) or name
    if meant in allowed:
        return f"did you mean {meant}?"
    if meant in ANALYSIS:
        return f"{meant} belongs to Document(text, {meant}=...), where the text is analysed"
    if meant in SUMMARY:
        return f"{meant} belongs to Document.summarize({meant}=...) or summarize(text, {meant}=...)"
    if meant == "threads":
        return "did you mean threads, of summarize_many(texts, threads=...)?"
    import difflib  # half a millisecond that only mistakes need

    near = difflib.get_close_matches(name.lower(), sorted(allowed), n=1)
    return f"did you mean {near[0]}?" if near else f"it takes {', '.join(sorted(allowed))}"


class ValidOptions(NamedTuple):
    """Options that have been validated.

    Attributes:
        given: those that were given, their iterables as tuples, so that they can be used again and compared.
        core: all of them, for the core.
    """

    given: dict[str, Any]
    core: _core.Options


def validate(options: Mapping[str, Any]) -> ValidOptions:
    """Every call validates its options here. Reads iterables once. Raises InvalidOption, TypeError."""
    is_given = {name: value for name, value in options.items() if value is not None or name in NONE_IS_A_VALUE}
    given = {name: _frozen(name, value) for name, value in is_given.items()}
    return ValidOptions(given, _core.Options(given))


def _frozen(name: str, value: Any) -> Any:
    if TABLE[name].type == "words" and isinstance(value, Iterable) and not isinstance(value, str | bytes):
        words = tuple(value)
        return tuple(sorted(set(words))) if name == "stop_words" and all(isinstance(w, str) for w in words) else words
    return value


def part(given: Mapping[str, Any], names: Container[str]) -> dict[str, Any]:
    return {name: value for name, value in given.items() if name in names}


def replace_budget(given: Mapping[str, Any], budget: Mapping[str, Any]) -> dict[str, Any]:
    """`budget` instead of all budgets of `given`, if it has any."""
    budget = {name: value for name, value in budget.items() if value is not None}
    kept = {name: value for name, value in given.items() if name not in BUDGETS or not BUDGETS & budget.keys()}
    return {**kept, **budget}


_F = TypeVar("_F", bound=Callable[..., Any])


def show_signature(*names: Iterable[str]) -> Callable[[_F], _F]:
    """Gives a function that takes **options the signature that help() shows: every option with its default."""

    def decorate(function: _F) -> _F:
        signature = inspect.signature(function)
        fixed = [p for p in signature.parameters.values() if p.kind is not inspect.Parameter.VAR_KEYWORD]
        known = {p.name for p in fixed}
        more = [option for option in TABLE if any(option in group for group in names) and option not in known]
        keywords = [inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=_default(name)) for name in more]
        first = [p for p in fixed if p.kind is not inspect.Parameter.KEYWORD_ONLY]
        last = [p for p in fixed if p.kind is inspect.Parameter.KEYWORD_ONLY]
        function.__signature__ = signature.replace(parameters=[*first, *last, *keywords])  # type: ignore[attr-defined]
        return function

    return decorate


def _default(name: str) -> object:
    literal = TABLE[name].default
    constants: dict[str, object] = {"None": None, "True": True, "False": False, "()": ()}
    if literal in constants:
        return constants[literal]
    if literal.startswith("'"):
        return literal.strip("'")
    return float(literal) if "." in literal else int(literal)
