"""Options by name: which exist, which call takes them, and which one a wrong
name probably means.

Defaults, ranges and descriptions are in the core's table (`_core.options()`),
types in `_option_types`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterable, Mapping
from functools import cached_property
from types import FunctionType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from . import _core

if TYPE_CHECKING:
    import inspect

TABLE = {option.name: option for option in _core.options()}
ANALYSIS = frozenset(name for name, option in TABLE.items() if option.analysis)
OF_DOCUMENT = frozenset(option.name for option in _core.document_options())  # only of Document.summarize
SEGMENTATION = ANALYSIS - {"stop_words", "stem"}
SUMMARY = frozenset(name for name, option in TABLE.items() if option.summary) | OF_DOCUMENT
BUDGETS = frozenset({"sentences", "words", "chars", "tokens", "ratio"})
BUDGET_NAMES = BUDGETS | {"count_tokens"}
_LISTS = frozenset(name for name, option in TABLE.items() if option.type in ("words", "numbers"))
# For all other options, None means "not given".
NONE_IS_A_VALUE = frozenset(
    name for name, option in TABLE.items() if option.default != "None" and "None" in option.allowed
)

_ALIASES = {alias: x.name for x in (*TABLE.values(), *_core.document_options()) for alias in x.aliases}
_BATCH_ALIASES = {
    "n_jobs": "threads", "n_process": "threads", "workers": "threads", "num_workers": "threads", "n_threads": "threads",
    "errors": "on_error",
}  # fmt: skip
_ADVICE = {
    "split": "iterate over the summary: for sentence in summary",
    "scores": "iterate over the summary: each sentence has its .score",
    "include": "include belongs to Document(text).summarize(include=...) and Summary.at(include=...)",
    "exclude": "exclude belongs to Document(text).summarize(exclude=...) and Summary.at(exclude=...)",
}


def check_names(call: str, given: Iterable[str], allowed: Collection[str]) -> None:
    """Raises TypeError for a name that the call does not take; the message
    suggests the nearest one."""
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
        elsewhere = f" or summarize(text, {meant}=...)" if meant in TABLE else ""
        return f"{meant} belongs to Document.summarize({meant}=...){elsewhere}"
    if meant == "threads":
        return "did you mean threads, of summarize_many(texts, threads=...)?"
    import difflib  # takes half a millisecond, needed only after a mistake

    near = difflib.get_close_matches(name.lower(), sorted(allowed), n=1)
    return f"did you mean {near[0]}?" if near else f"it takes {', '.join(sorted(allowed))}"


class ValidOptions(NamedTuple):
    """Validated options.

    Attributes:
        given: the options that were given. Iterables are stored as tuples, so
            that they can be reused and compared.
        core: all options, for the core.
    """

    given: dict[str, Any]
    core: _core.Options


def validate(options: Mapping[str, Any]) -> ValidOptions:
    """Validates the options of any call. Reads iterables once. Raises
    InvalidOption, TypeError."""
    given = {
        name: _frozen(name, value) for name, value in options.items() if value is not None or name in NONE_IS_A_VALUE
    }
    return ValidOptions(given, _core.Options(given))


def with_keyphrase_options(options: Mapping[str, Any], n: Any, max_words: Any) -> _core.Options:
    """Validates the options of keyphrases. `options`: others that are valid,
    from ValidOptions.given."""
    return _core.Options({**options, "n": n, "max_words": max_words})


def _frozen(name: str, value: Any) -> Any:
    if name not in _LISTS or isinstance(value, str | bytes) or not isinstance(value, Iterable):
        return value
    items = tuple(value)
    if name == "stop_words" and all(isinstance(item, str) for item in items):
        return tuple(sorted(set(items)))
    return items


def as_lists(given: Mapping[str, Any]) -> dict[str, Any]:
    """Returns options with lists instead of tuples, as JSON and YAML have
    them."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in given.items()}


def part(given: Mapping[str, Any], names: Container[str]) -> dict[str, Any]:
    return {name: value for name, value in given.items() if name in names}


def replace_budget(given: Mapping[str, Any], budget: Mapping[str, Any]) -> dict[str, Any]:
    """Replaces all budgets of `given` by those of `budget`, if there are
    any."""
    budget = {name: value for name, value in budget.items() if value is not None}
    kept = {name: value for name, value in given.items() if name not in BUDGETS or not BUDGETS & budget.keys()}
    return {**kept, **budget}


_F = TypeVar("_F", bound=Callable[..., Any])


def show_signature(*names: Iterable[str]) -> Callable[[_F], _F]:
    """Gives a function that takes **options a signature for help() that lists
    every option with its default."""

    def decorate(function: _F) -> _F:
        function.__signature__ = _LazySignature(function, names)  # type: ignore[attr-defined]
        return function

    return decorate


class _LazySignature:
    """An inspect.Signature that is made on first use. The package then need not
    import inspect, which saves a third of its import time."""

    def __init__(self, function: Any, names: tuple[Iterable[str], ...]) -> None:
        self._function = function
        self._names = names

    @cached_property
    def _made(self) -> inspect.Signature:
        from inspect import Parameter, signature

        function = self._function
        unsigned = FunctionType(function.__code__, {}, None, function.__defaults__, function.__closure__)
        unsigned.__kwdefaults__ = function.__kwdefaults__
        unsigned.__annotations__ = function.__annotations__
        written = signature(unsigned)
        fixed = [p for p in written.parameters.values() if p.kind is not Parameter.VAR_KEYWORD]
        known = {p.name for p in fixed}
        more = [option for option in TABLE if any(option in group for group in self._names) and option not in known]
        keywords = [Parameter(name, Parameter.KEYWORD_ONLY, default=_default(name)) for name in more]
        first = [p for p in fixed if p.kind is not Parameter.KEYWORD_ONLY]
        last = [p for p in fixed if p.kind is Parameter.KEYWORD_ONLY]
        return written.replace(parameters=[*first, *last, *keywords])

    @property  # type: ignore[misc]
    def __class__(self) -> type[inspect.Signature]:  # type: ignore[override]  # inspect checks isinstance(...)
        return type(self._made)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._made, name)

    def __eq__(self, other: object) -> bool:
        return self._made == other

    def __hash__(self) -> int:
        return hash(self._made)

    def __repr__(self) -> str:
        return repr(self._made)

    def __str__(self) -> str:
        return str(self._made)

    def __reduce__(self) -> str | tuple[Any, ...]:
        return self._made.__reduce__()


def _default(name: str) -> object:
    literal = TABLE[name].default
    constants: dict[str, object] = {"None": None, "True": True, "False": False, "()": ()}
    if literal in constants:
        return constants[literal]
    if literal.startswith("'"):
        return literal.strip("'")
    return float(literal) if "." in literal else int(literal)
