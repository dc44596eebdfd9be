"""Runs the methods of a comparison: those of tersely, and functions of the
caller."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from .. import _core
from .._catalog import methods as known_methods
from .._errors import InvalidOption, quote
from .._options import replace_budget
from .._progress import Progress
from .._summarizer import Summarizer
from .._summary import Summary
from ._results import ORACLE

Summarise = Callable[[str], object]
Method = Summarizer | Summarise
Methods = Mapping[str, object] | Iterable[str | Mapping[str, object]]

ALWAYS = ("lead", "random")


class Outcome(NamedTuple):
    """What a method made of a text. One of the two is None."""

    summary: str | None
    error: str | None


def resolve_methods(methods: Methods | None, baseline: str) -> dict[str, Method]:
    """Returns the methods by name. Adds the baseline, lead and random. Raises
    InvalidOption and TypeError."""
    resolved: dict[str, Method] = {}
    given = list(known_methods()) if methods is None else methods
    for entry in [given] if isinstance(given, str | Mapping) else given:
        for name, method in entry.items() if isinstance(entry, Mapping) else [(entry, entry)]:
            resolved[name] = _resolve(name, method)
    if ORACLE in resolved:
        raise InvalidOption(f"methods[{ORACLE!r}]: this name is taken, give the method another", "methods", ORACLE)
    for name in (baseline, *ALWAYS):
        if name not in resolved:
            resolved[name] = _resolve(name, name)
    return resolved


def _resolve(name: object, method: Any) -> Method:
    if not isinstance(name, str):
        raise TypeError(f"methods must hold names and dicts of functions by name, not {quote(name)}")
    if isinstance(method, str):
        return Summarizer(method=method)
    if isinstance(method, Mapping):
        return Summarizer(**method)
    if callable(method):
        function: Summarise = method
        return function
    raise InvalidOption(
        f"methods[{name!r}]={quote(method)}: must be a name, a dict of options, a Summarizer or a function",
        "methods",
        method,
    )


def run_method(
    method: Method, texts: Sequence[str], budgets: Sequence[Mapping[str, int]], threads: int, shown: Progress, done: int
) -> list[Outcome]:
    """`budgets`: one for each text. `done`: how many texts the progress has
    counted before."""
    if isinstance(method, Summarizer):
        return _run_own(method, texts, budgets, threads, shown, done)
    outcomes = []
    for row, text in enumerate(texts):
        outcomes.append(_call(method, text))
        shown.update(done + row + 1)
    return outcomes


def _run_own(
    method: Summarizer,
    texts: Sequence[str],
    budgets: Sequence[Mapping[str, int]],
    threads: int,
    shown: Progress,
    done: int,
) -> list[Outcome]:
    """Summarises the texts that have equal budgets together."""
    rows_of: dict[tuple[tuple[str, int], ...], list[int]] = defaultdict(list)
    for row, given in enumerate(budgets):
        rows_of[tuple(given.items())].append(row)
    outcomes = [Outcome(None, None)] * len(texts)
    for budget, rows in rows_of.items():
        summarizer = Summarizer(**replace_budget(method._given, dict(budget)))
        report = shown.callback
        progress = False if report is None else lambda n, _, before=done, report=report: report(before + n)
        results = summarizer.many([texts[row] for row in rows], threads=threads, on_error="status", progress=progress)
        for row, summary in zip(rows, results, strict=True):
            assert summary is not None
            outcomes[row] = _outcome(summary.text, summary.error)
        done += len(rows)
    return outcomes


def _call(function: Summarise, text: str) -> Outcome:
    """Whatever the function raises is a failure of this text."""
    try:
        return _outcome(_as_text(function(text)), None)
    except Exception as error:
        return Outcome(None, f"{type(error).__name__}: {error}")


def _as_text(result: object) -> str:
    if isinstance(result, str):
        return result
    if isinstance(result, Summary):
        return result.text
    if isinstance(result, Iterable):
        return "\n".join(map(str, result))
    raise TypeError(f"it must return a str, a Summary or sentences, not {quote(result)}")


def _outcome(summary: str, error: str | None) -> Outcome:
    if error is not None:
        return Outcome(None, error)
    if _core.count_words([summary]) == [0]:
        return Outcome(None, "the summary has no words")
    return Outcome(summary, None)
