"""Lays out a comparison of two summaries in lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .facts import plural, tell_facts

if TYPE_CHECKING:
    from .shown import ShownComparison


def lay_out(comparison: ShownComparison) -> Iterator[str]:
    """Yields the facts of both summaries, and then the sentences of both, of
    the first and of the second."""
    first, second = name_both(comparison)
    yield f"{first}: {tell_facts(comparison.first)}"
    yield f"{second}: {tell_facts(comparison.second)}"
    for title, sentences in (
        ("both", comparison.both),
        (f"only {first}", comparison.only_first),
        (f"only {second}", comparison.only_second),
    ):
        yield ""
        yield f"{title}: {plural(len(sentences), 'sentence')}"
        yield from (f"   [{sentence.index}] {sentence}" for sentence in sentences)


def name_both(comparison: ShownComparison) -> tuple[str, str]:
    """Returns short names of the summaries: their methods, if these differ."""
    names = comparison.first.method, comparison.second.method
    return names if names[0] != names[1] and all(names) else ("the first", "the second")
