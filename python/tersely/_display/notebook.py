"""Summaries and documents as HTML for notebooks. _html_text.py says which HTML
a notebook keeps."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from .._html_text import AMBER, FACTS, FAINT, SEPARATOR, mark_style, short
from .._sentence import ScoredSentence, Sentence
from .facts import NO_PROSE, REASONS, plural, tell_facts, tell_language_and_flags, tell_nothing
from .view import View, name_source, paragraphs

if TYPE_CHECKING:
    from .shown import ShownDocument, ShownSummary

CONTEXT = 1  # units shown before and after a chosen one
SHORTEST_FOLD = 5  # units; fewer are not folded
SMALL_DOCUMENT = 20  # units; smaller documents are not folded
FIRST_UNITS = 40  # units of a document that are shown above the fold
MAX_SHOWN, MAX_FOLDED = 150_000, 60_000  # bytes of HTML; a notebook stores every output
FOLD_SIZE, TAG_SIZE = 200, 80  # bytes that a fold and a paragraph need in addition to their text

_INDENT = "white-space:pre"
_CODE = "white-space:pre-wrap;font-family:monospace"
_HEADING = "font-weight:bold"


def show_summary(summary: ShownSummary) -> str:
    """Shows the document with the chosen sentences marked and units far from
    them folded. At most about 300 kB."""
    nothing = tell_nothing(summary)
    if nothing is not None:
        return make_output("", make_line(nothing))
    view = View.of(summary.document, summary)
    return make_output(tell_facts(summary), show_chosen(view), side_of(view.units))


def show_document(document: ShownDocument) -> str:
    """Shows the first units, and folds the others. Headings are bold, code is
    monospace, non-candidates are faint."""
    if not any(unit.text for unit in document.units):
        return make_output("", make_line("The text is blank."))
    view = View.of(document)
    facts = [count_kinds(view.units), plural(document.n_words, "word"), *tell_language_and_flags(document)]
    return make_output(SEPARATOR.join(facts), _body(view, set(range(FIRST_UNITS))), side_of(view.units))


def show_chosen(view: View) -> str:
    """Shows the chosen units and their neighbours, and folds the others."""
    near = {i + step for i in view.chosen for step in range(-CONTEXT, CONTEXT + 1)}
    if len(view.units) <= SMALL_DOCUMENT:
        near.update(range(SMALL_DOCUMENT))
    return _body(view, near)


def _kinds(units: Iterable[Sentence]) -> Counter[str]:
    """Counts sentences (with items, turns and fragments), headings and lines of
    code, without blank units."""
    return Counter(unit.kind if unit.kind in NO_PROSE else "sentence" for unit in units if unit.text)


def count_kinds(units: Iterable[Sentence]) -> str:
    """For example: 12 sentences, 2 headings, 1 line of code."""
    kinds = _kinds(units)
    told = [plural(kinds["sentence"], "sentence"), plural(kinds["heading"], "heading")]
    told.append(plural(kinds["code"], "line") + " of code")
    return ", ".join(text for text in told if not text.startswith("0 "))


def make_output(facts: str, body: str, side: str = "ltr") -> str:
    """The facts stand on the side where lines of the text begin: on the right
    if `side` is "rtl".

    The classes keep MathJax from reading the text between two dollar signs as a
    formula.
    """
    header = f'<div style="{FACTS}">{in_english(facts)}</div>' if facts else ""
    style = "max-width:60em;line-height:1.5"
    return f'<div class="tex2jax_ignore mathjax_ignore" dir="{side}" style="{style}">{header}\n{body}\n</div>\n'


def in_english(text: str) -> str:
    """Isolates words of ours, so that they read from left to right beside any
    text."""
    return f'<span dir="ltr">{short(text)}</span>'


def make_line(text: str) -> str:
    return f'<div style="{FAINT};font-style:italic"><span dir="auto">{short(text)}</span></div>'


def _body(view: View, near: set[int]) -> str:
    stretches = list(_stretches(view.units, near))
    fold_limit = MAX_FOLDED // max(1, sum(folded for folded, _ in stretches))
    left = MAX_SHOWN
    parts = []
    for folded, units in stretches:
        shown = units if folded else _fit(view, units, left)
        part = _fold(view, units, fold_limit) if folded else _paragraphs(view, shown)
        left -= FOLD_SIZE if folded else len(part.encode())
        parts.append(part)
        if len(shown) < len(units) or left <= 0:
            parts.append(_rest(view, view.units[units[0].index + len(shown) :]))
            break
    return "\n".join(parts)


def _stretches(units: Sequence[Sentence], near: set[int]) -> Iterator[tuple[bool, Sequence[Sentence]]]:
    """Divides the document into stretches: (is it folded?, units)."""
    shown: list[Sentence] = []
    for is_near, group in groupby(units, lambda unit: unit.index in near):
        stretch = list(group)
        if is_near or len(stretch) < SHORTEST_FOLD:
            shown += stretch
            continue
        if shown:
            yield False, shown
        yield True, stretch
        shown = []
    if shown:
        yield False, shown


def _fit(view: View, units: Sequence[Sentence], limit: int) -> Sequence[Sentence]:
    """Returns the first units, as many as fit a limit in bytes of HTML."""
    for i, unit in enumerate(units):
        limit -= len((short(view.gap(unit)) + mark_unit(view, unit)).encode()) + TAG_SIZE
        if limit < 0:
            return units[:i]
    return units


def _fold(view: View, units: Sequence[Sentence], limit: int) -> str:
    shown = _fit(view, units, limit)
    body = _paragraphs(view, shown) + _rest(view, units[len(shown) :])
    summary = f'<summary style="{FAINT};cursor:pointer">{in_english(count_kinds(units))}</summary>'
    return f'<details style="margin:.4em 0">{summary}{body}</details>'


def _rest(view: View, units: Sequence[Sentence]) -> str:
    n_chosen = sum(unit.index in view.chosen for unit in units)
    chosen = f", {n_chosen:,} of them chosen" if n_chosen else ""
    return make_line(f"… {count_kinds(units)}{chosen}") if units else ""


def _paragraphs(view: View, units: Sequence[Sentence]) -> str:
    """Names each text before its first paragraph here, if there are several."""
    parts = []
    source = None
    for group in paragraphs(units):
        if group[0].source != source:
            source = group[0].source
            parts.append(_title(name_source(group[0])))
        parts.append(_paragraph(view, group))
    return "\n".join(parts)


def _title(name: str | None) -> str:
    return "" if name is None else f'<div style="margin-top:.9em">{make_line(name)}</div>'


def _paragraph(view: View, units: Sequence[Sentence]) -> str:
    """Drops the line breaks inside prose, because the browser wraps the
    lines."""
    is_code = units[0].kind == "code"
    n_lines, indent = view.lead(units[0])
    indent = short(indent)
    if indent and not is_code:
        indent = make_span(indent, [_INDENT])
    rest = "".join(short(view.gap(unit)) + mark_unit(view, unit) for unit in units[1:])
    styles = [f"margin-top:{'.7em' if n_lines > 2 else '.2em'}", "overflow-wrap:break-word"]
    style = ";".join([*styles, _CODE] if is_code else styles)
    direction = direction_of("".join(unit.text for unit in units))
    return f'<div dir="{direction}" style="{style}">{indent}{mark_unit(view, units[0])}{rest}</div>'


def direction_of(text: str) -> str:
    """Returns the direction of the first letter that has one. dir="auto" would
    skip marks, which have their own dir."""
    classes = (unicodedata.bidirectional(letter) for letter in text)
    return "rtl" if next((x for x in classes if x in ("L", "R", "AL")), "L") != "L" else "ltr"


def side_of(units: Sequence[Sentence]) -> str:
    """Returns the direction of most of the first units, "ltr" or "rtl": a
    document has one side."""
    directions = Counter(direction_of(unit.text) for unit in units[:FIRST_UNITS] if unit.text)
    return "rtl" if directions["rtl"] > directions["ltr"] else "ltr"


def mark_unit(view: View, unit: Sentence) -> str:
    chosen = view.chosen.get(unit.index)
    styles = [_HEADING] if unit.kind == "heading" else []
    if chosen is not None:
        mark = view.mark(chosen) if view.mark else make_mark(chosen, view.n_candidates)
        return make_span(mark + short(view.rest(unit)), styles)
    if unit.reason is None:
        return make_span(short(unit.text), styles)
    return make_span(short(unit.text), [*styles, FAINT], REASONS.get(unit.reason, unit.reason))


def make_mark(sentence: ScoredSentence, n_candidates: int) -> str:
    """dir="auto" isolates the sentence, so that direction controls in it do not
    affect the text after it."""
    rank = f"rank {sentence.rank} of {n_candidates}, " if sentence.rank is not None else ""
    relevance = f", relevance {sentence.relevance:.2f}" if sentence.relevance is not None else ""
    title = f"{rank}score {sentence.score:.2f}{relevance}"
    style = mark_style(AMBER, sentence.score)
    return f'<mark dir="auto" title="{title}" style="{style}">{short(sentence.text)}</mark>'


def make_span(content: str, styles: Sequence[str], title: str = "") -> str:
    if not styles:
        return content
    told = f' title="{short(title)}"' if title else ""
    return f'<span{told} style="{";".join(styles)}">{content}</span>'
