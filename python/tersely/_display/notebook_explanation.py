"""Explanations as HTML for notebooks. _html_text.py says which HTML a notebook
keeps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from .._html_text import FAINT, short
from .._sentence import Sentence
from .explanation_text import gains_by_weight, left_out, number, tell_relevance, tell_sources, tell_taken_for
from .facts import REASONS, percent, plural, tell_facts
from .notebook import (
    MAX_FOLDED,
    MAX_SHOWN,
    SMALL_DOCUMENT,
    count_kinds,
    direction_of,
    in_english,
    make_line,
    make_mark,
    make_output,
    make_span,
    mark_unit,
    side_of,
)
from .shorten import shorten
from .view import View

if TYPE_CHECKING:
    from .._reasons import PickExplanation, UnitExplanation
    from .shown import ShownExplanation

MOST_CHIPS = 12  # concepts shown for a pick
CHIP_WIDTH, NAME_WIDTH = 40, 100  # columns

_SMALL = f"{FAINT};font-size:90%"
_TINT = "rgba(255,190,0,{:.2f})"
_CHIP = f"background:{_TINT};border-radius:.3em;padding:0 .35em"
_BAR = "height:.45em;max-width:30em;margin:.35em 0;overflow:hidden;border-radius:.2em;background:rgba(128,128,128,.2)"
_MONOSPACE = "font-family:monospace;white-space:pre-wrap"


def show_explanation(explanation: ShownExplanation) -> str:
    """Shows each pick with its numbers, then all units with their reasons,
    folded if many. At most about 300 kB."""
    summary = explanation.summary
    if not summary.document.candidates:
        return make_output("", make_line("The text is blank; there is nothing to explain."))
    view = View.of(summary.document, summary)
    side = side_of(view.units)
    picks = _bounded(
        (_pick(view, n, pick, side, explanation.n_sources) for n, pick in enumerate(explanation.picks, 1)), MAX_SHOWN
    )
    rest = len(explanation.picks) - len(picks)
    more = [make_line(f"… {plural(rest, 'more pick')}")] if rest else []
    return make_output(tell_facts(summary), "\n".join([*picks, *more, _document(view, explanation)]), side)


def _bounded(parts: Iterable[str], limit: int) -> list[str]:
    """Returns the first parts, as many as fit a limit in bytes."""
    shown = []
    for part in parts:
        limit -= len(part.encode())
        if limit < 0:
            break
        shown.append(part)
    return shown


def _pick(view: View, place: int, pick: PickExplanation, side: str, n_sources: int) -> str:
    parts = [
        f"<div>{_badge(place)} {make_mark(pick.sentence, view.n_candidates)}</div>",
        _bar(pick, side),
        _reasons(pick, n_sources),
        _chips(pick.concepts),
        _calculation(pick),
    ]
    return f'<div style="margin-top:1.1em">{"".join(parts)}</div>'


def _badge(place: int) -> str:
    """Shows the number of a pick."""
    return f'<span style="{_CHIP.format(0.45)};font-size:80%;font-weight:bold">{place:,}</span>'


def _bar(pick: PickExplanation, side: str) -> str:
    """Shows the coverage before this sentence, and what the sentence adds to
    it."""
    widths = (pick.coverage_before, 0.35), (pick.coverage_after - pick.coverage_before, 0.95)
    start = "right" if side == "rtl" else "left"
    parts = (
        f'<div style="float:{start};height:.45em;width:{share:.1%};background:{_TINT.format(tint)}"></div>'
        for share, tint in widths
    )
    return f'<div style="{_BAR}">{"".join(parts)}</div>'


def _reasons(pick: PickExplanation, n_sources: int) -> str:
    """Says in words what the pick adds, what it was taken for, and what came
    second."""
    lines = [in_english(f"covers {percent(pick.coverage_before)} → {percent(pick.coverage_after)}")]
    if (told := tell_sources(pick, n_sources)) is not None:
        lines.append(in_english(told))
    if (relevance := tell_relevance(pick)) is not None:
        lines.append(in_english(relevance))
    if pick.taken_for is not None:
        lines.append(f"{in_english(tell_taken_for(pick.taken_for))}: {_name(pick.taken_for[0])}")
    if pick.runner_up is not None:
        lines.append(f"{in_english('next best:')} {_name(pick.runner_up)}")
    return _lines(lines)


def _calculation(pick: PickExplanation) -> str:
    """Folds away the numbers of the gain, and the votes."""
    lines = [in_english(_tell_gain(pick))]
    if pick.margin is not None:
        lines.append(in_english(f"The next best gained {number(pick.gain - pick.margin)}."))
    title = "How it was weighed"
    if pick.voters:
        title += f", and {plural(len(pick.voters), 'sentence')} like it"
        lines.append(in_english("Sentences like it, with their similarity:"))
        lines += [f"{weight:.2f} {_name(voter)}" for voter, weight in pick.voters]
    return _fold(title, _lines(lines))


def _tell_gain(pick: PickExplanation) -> str:
    """Says how the gain was calculated. The attributes of PickExplanation are
    explained there."""
    gain = number(pick.gain)
    if pick.sentence.cut:
        return f"The gain of the whole sentence is {gain}. What is new in its beginning weighs {number(pick.weight)}."
    if pick.divisor == 1 and pick.factor == 1:
        return f"Its gain is {gain}."
    length = f", divided by {number(pick.divisor)} for its length" if pick.divisor != 1 else ""
    factor = f", times {number(pick.factor)} for {_tell_factor(pick)}" if pick.factor != 1 else ""
    more = "" if gains_by_weight(pick) else " with what no single pick says"
    return f"What is new in it weighs {number(pick.weight)}{length}{factor}: its gain is {gain}{more}."


def _tell_factor(pick: PickExplanation) -> str:
    places = "its place in the text or its first words"
    if pick.relevance is None:
        return places
    return "its relevance" if pick.factor == pick.relevance else f"its relevance, and {places}"


def _lines(lines: Sequence[str]) -> str:
    return f'<div style="{_SMALL}">{"".join(f"<div>{line}</div>" for line in lines)}</div>'


def _name(sentence: Sentence) -> str:
    """Shows the beginning of a sentence, isolated by its direction."""
    return f'<span dir="auto">{short(shorten(str(sentence), NAME_WIDTH))}</span>'


def _chips(concepts: Sequence[tuple[str, float]]) -> str:
    """Shows the newly covered concepts; heavier ones are darker."""
    if not concepts:
        return ""
    most = max(weight for _, weight in concepts) or 1
    chips = [
        f'<span dir="auto" title="weight {number(weight)}" style="{_CHIP.format(0.08 + 0.42 * weight / most)}">'
        f"{short(shorten(text, CHIP_WIDTH))}</span>"
        for text, weight in concepts[:MOST_CHIPS]
    ]
    rest = len(concepts) - len(chips)
    if rest:
        chips.append(make_span(f"and {rest:,} more", [FAINT]))
    return f'<div style="font-size:90%;margin-top:.2em;line-height:1.7">{" ".join(chips)}</div>'


def _fold(title: str, body: str) -> str:
    return f'<details><summary style="{_SMALL};cursor:pointer">{in_english(title)}</summary>{body}</details>'


def _document(view: View, explanation: ShownExplanation) -> str:
    """Shows all units with their reasons."""
    places = {pick.sentence.index: place for place, pick in enumerate(explanation.picks, 1)}
    units = [unit for unit in view.units if unit.text]
    rows = _bounded((_row(view, unit, explanation.units[unit.index], places) for unit in units), MAX_FOLDED)
    if len(rows) < len(units):
        rows.append(make_line(f"… {count_kinds(units[len(rows) :])}"))
    reasons = (f"{REASONS.get(reason, reason)} ({len(group):,})" for reason, group in left_out(explanation))
    told = "; ".join(reasons)
    told = f"Not chosen: {told}." if told else "All of it is chosen."
    body = f'<div style="{_SMALL}">{in_english(told)}</div>{"".join(rows)}'
    if len(units) > SMALL_DOCUMENT:
        body = _fold(f"All {count_kinds(units)}, and why they were chosen or not", body)
    return f'<div style="margin-top:1.4em">{body}</div>'


def _row(view: View, unit: Sentence, told: UnitExplanation, places: dict[int, int]) -> str:
    before = view.units[unit.index - 1] if unit.index else unit
    opens = before.paragraph != unit.paragraph and not before.kind == unit.kind == "code"
    styles = [f"margin-top:{'.7em' if opens else '.15em'}", "overflow-wrap:break-word"]
    if unit.kind == "code":
        styles.append(_MONOSPACE)
    badge = f"{_badge(places[unit.index])} " if told.reason == "chosen" else ""
    row = f'{badge}<span dir="{direction_of(unit.text)}">{mark_unit(view, unit)}</span>{_note(told, places)}'
    return f'<div style="{";".join(styles)}">{row}</div>'


def _note(told: UnitExplanation, places: dict[int, int]) -> str:
    """Says why the unit was not chosen, and which picks cover or represent
    it."""
    if told.reason == "chosen":
        return ""
    if told.covered_by:
        note = "most of its words are in " + " ".join(_badge(places[index]) for index in told.covered_by)
    else:
        note = short(REASONS.get(told.reason, told.reason))
        if told.stands_for is not None:
            note += f", most like {_badge(places[told.stands_for])}"
    return f' <span dir="ltr" style="{_SMALL}">— {note}</span>'
