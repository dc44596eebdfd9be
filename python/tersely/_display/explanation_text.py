"""Lays out an explanation in lines, for plain text and terminals."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from .facts import REASONS, plural
from .shorten import shorten
from .view import name_source

if TYPE_CHECKING:
    from .._reasons import PickExplanation, UnitExplanation
    from .._sentence import Sentence
    from .shown import ShownExplanation, ShownSummary

FAINT, HEADING = "faint", "heading"  # styles of a line; "" is plain
MOST_CONCEPTS = 8  # shown for a pick
MOST_UNITS = 8  # shown for each reason
WIDTH = 60  # columns of the beginning of a sentence


class Line(NamedTuple):
    indent: int  # columns
    text: str
    style: str = ""


def lay_out(explanation: ShownExplanation) -> Iterator[Line]:
    """Yields the picks with their numbers, then the other units, grouped by the
    reason why they were not picked."""
    for place, pick in enumerate(explanation.picks, 1):
        yield from _pick(place, pick, explanation.n_sources)
        yield Line(0, "")
    groups = left_out(explanation)
    if explanation.units:
        yield Line(0, "Not chosen:" if groups else "All of it is chosen.", HEADING)
    for reason, units in groups:
        yield Line(3, f"{REASONS.get(reason, reason)} ({len(units):,}):")
        for unit in units[:MOST_UNITS]:
            yield Line(6, _unit(explanation.summary, unit), FAINT)
        if len(units) > MOST_UNITS:
            yield Line(6, f"… and {len(units) - MOST_UNITS:,} more", FAINT)


def left_out(explanation: ShownExplanation) -> list[tuple[str, Sequence[UnitExplanation]]]:
    """Returns (reason, units) for the units that were not chosen, the highest
    score first."""
    places = {reason: place for place, reason in enumerate(REASONS)}
    scores = explanation.summary.scores
    units = [unit for unit in explanation.units if unit.reason != "chosen"]
    units.sort(key=lambda unit: (places.get(unit.reason, len(places)), unit.reason, -scores[unit.index], unit.index))
    return [(reason, list(group)) for reason, group in groupby(units, lambda unit: unit.reason)]


def _pick(place: int, pick: PickExplanation, n_sources: int) -> Iterator[Line]:
    yield Line(0, f"{place}. [{pick.sentence.index}] {pick.sentence}", HEADING)
    gain = f"gain {number(pick.gain)}"
    if pick.sentence.cut:
        gain += f" of the whole sentence; weight {number(pick.weight)} of its beginning"
    elif pick.divisor != 1:
        factor = f"{number(pick.factor)} * " if pick.factor != 1 else ""
        more = "" if gains_by_weight(pick) else " and what no single pick says"
        gain += f" {'from' if more else '='} {factor}weight {number(pick.weight)} / {number(pick.divisor)}{more}"
    yield Line(3, f"{gain}; coverage {pick.coverage_before:.1%} -> {pick.coverage_after:.1%}")
    if (told := tell_sources(pick, n_sources)) is not None:
        yield Line(3, told)
    if (relevance := tell_relevance(pick)) is not None:
        yield Line(3, relevance)
    if pick.taken_for is not None:
        yield Line(3, tell_taken_for(pick.taken_for))
    if pick.runner_up is not None and pick.margin is not None:
        by = f"ahead of [{pick.runner_up.index}] by {number(pick.margin)}"
        yield Line(3, f"{by}: {shorten(str(pick.runner_up), WIDTH)}", FAINT)
    if pick.concepts:
        shown = [f"{shorten(text, WIDTH)} {number(weight)}" for text, weight in pick.concepts[:MOST_CONCEPTS]]
        rest = len(pick.concepts) - len(shown)
        yield Line(3, f"covers {' · '.join(shown)}{f' and {rest:,} more' if rest else ''}")
    if pick.voters:
        votes = (f"[{voter.index}] {weight:.2f}" for voter, weight in pick.voters)
        yield Line(3, f"votes of {', '.join(votes)}", FAINT)


def gains_by_weight(pick: PickExplanation) -> bool:
    """Is the gain that of the new concepts alone? With a query, it may be
    more; see PickExplanation.gain."""
    return math.isclose(pick.gain, pick.factor * pick.weight / pick.divisor, rel_tol=1e-6)


def _unit(summary: ShownSummary, unit: UnitExplanation) -> str:
    by = f"by {', '.join(f'[{index}]' for index in unit.covered_by)}: " if unit.covered_by else ""
    return f"[{unit.index}] {by}{shorten(str(summary.document.units[unit.index]), WIDTH)}"


def tell_relevance(pick: PickExplanation) -> str | None:
    """Says how well a pick matches the query, and by which words; None without
    a query."""
    if pick.relevance is None:
        return None
    words = ", ".join(shorten(word, WIDTH) for word in pick.matched[:MOST_CONCEPTS])
    return f"relevance {number(pick.relevance)}{': ' if words else ''}{words}"


def tell_sources(pick: PickExplanation, n_sources: int) -> str | None:
    """Says where a pick stands, and how many sources say it; None for a single
    text."""
    name = name_source(pick.sentence)
    if name is None:
        return None
    said = f", said by {len(pick.said_by)} of {plural(n_sources, 'source')}" if pick.said_by else ""
    return f"from {shorten(name, WIDTH)}{said}"


def tell_taken_for(taken_for: tuple[Sentence, str]) -> str:
    sentence, words = taken_for
    return f"taken because [{sentence.index}] begins with “{shorten(words, WIDTH)}”"


def number(value: float) -> str:
    """Formats with at least three digits, and large numbers without an
    exponent."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
