"""Summaries and documents as HTML for notebooks.

Notebooks that are not trusted drop <style>, <svg>, scripts, CSS variables and many values of properties. So: a few tags
with inline styles, no colour of text, and tints that let light and dark pages through.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from ._sentence import ScoredSentence, Sentence, slice_text
from ._tables import languages

if TYPE_CHECKING:
    from ._document import Document
    from ._summary import Summary

CONTEXT = 1  # units shown before and after a chosen one
SHORTEST_FOLD = 5  # units; fewer are shown
SMALL_DOCUMENT = 20  # units; up to here nothing is folded
FIRST_UNITS = 40  # of a document, above the fold
MAX_SHOWN, MAX_FOLDED = 150_000, 60_000  # bytes of HTML; a notebook keeps every output
MAX_PIECE = 10_000  # code points of one unit, or of what is between two
FOLD_SIZE, TAG_SIZE = 200, 80  # bytes that a fold and a paragraph take beside their text

# Where "inherit" is dropped, marks are black, too dark for a tint on a dark page: the second background is dropped too.
_MARK = "background:rgb(255,{:.0f},{:.0f});background:rgb(255 190 0 / {:.0%});color:inherit;border-radius:.2em"
_FAINT = "opacity:0.65"
_INDENT = "white-space:pre"
_CODE = "white-space:pre-wrap;font-family:monospace"
_HEADING = "font-weight:bold"
_NO_PROSE = ("heading", "code")
_STATUS = {
    "whole_text": "the whole text fits",
    "all_candidates": "all that may be chosen",
    "over_budget": "not even one sentence fits the budget",
    "cut": "cut to fit the budget",
}
_FLAGS = {
    "no_punctuation": "no sentence ends in punctuation",
    "looks_like_html": "has HTML tags",
    "language_unknown": "language unknown",
    "headings_used": "headings may be chosen",
    "few_sentences": "few sentences among prose",
    "repeated": "some sentences are repeated",
}
_REASONS = {
    "heading": "heading, caption or credit",
    "code": "code or table",
    "sparse": "a sentence among headings or captions",
    "repeated": "stood before",
    "boilerplate": "boilerplate",
    "blank": "blank",
}


def show_summary(summary: Summary) -> str:
    """The document with the chosen sentences marked, what is far from them folded. At most some 300 kB."""
    if summary.status == "error":
        return _page("", _line(f"This text could not be summarised: {summary.error}"))
    if summary.status == "empty":
        return _page("", _line("The text is blank; there is nothing to summarise."))
    document = summary.document
    view = _View(document.text, document.units, {x.index: x for x in summary}, len(document.candidates))
    near = {i + step for i in view.chosen for step in range(-CONTEXT, CONTEXT + 1)}
    if len(view.units) <= SMALL_DOCUMENT:
        near.update(range(SMALL_DOCUMENT))
    return _page(_summary_facts(summary, view), _body(view, near))


def show_document(document: Document) -> str:
    """The first units, and the others folded: headings bold, code in monospace, what may not be chosen faint."""
    if not any(unit.text for unit in document.units):
        return _page("", _line("The text is blank."))
    view = _View(document.text, document.units, {}, len(document.candidates))
    facts = [_count(view.units), _plural(document.n_words, "word"), *_language_and_flags(document)]
    return _page(_SEPARATOR.join(facts), _body(view, set(range(FIRST_UNITS))))


class _View(NamedTuple):
    source: str | bytes
    units: Sequence[Sentence]
    chosen: Mapping[int, ScoredSentence]
    n_candidates: int

    def gap(self, unit: Sentence) -> str:
        """The text between a unit and the one before."""
        start = self.units[unit.index - 1].end if unit.index else 0
        return slice_text(self.source, start, unit.start)


_SEPARATOR = " · "


def _summary_facts(summary: Summary, view: _View) -> str:
    n_words = summary.document.n_words
    words = f"{summary.n_words:,} of {_plural(n_words, 'word')} ({_percent(summary.n_words / max(n_words, 1))})"
    facts = [_share(summary, view), words, f"covers {_percent(summary.coverage)}"]
    told, *flags = _language_and_flags(summary)
    status = [_STATUS[summary.status]] if summary.status in _STATUS else []
    return _SEPARATOR.join([*facts, told, summary.method, *status, *flags])


def _share(summary: Summary, view: _View) -> str:
    """Headings and code are counted only where some are chosen."""
    if any(x.kind in _NO_PROSE for x in summary):
        return f"{len(summary):,} of {_plural(len(view.units), 'unit')}"
    return f"{len(summary):,} of {_plural(_kinds(view.units)['sentence'], 'sentence')}"


def _language_and_flags(of: Summary | Document) -> list[str]:
    language = languages().get(of.language, of.language)
    flags = [_FLAGS.get(flag, flag) for flag in of.flags if flag != "language_unknown"]
    return [_FLAGS["language_unknown"] if of.language == "und" else language, *flags]


def _kinds(units: Iterable[Sentence]) -> Counter[str]:
    """How many sentences (items, turns and fragments too), headings, and lines of code; blank ones are none."""
    return Counter(unit.kind if unit.kind in _NO_PROSE else "sentence" for unit in units if unit.text)


def _count(units: Iterable[Sentence]) -> str:
    """E.g. 12 sentences, 2 headings, 1 line of code."""
    kinds = _kinds(units)
    told = [_plural(kinds["sentence"], "sentence"), _plural(kinds["heading"], "heading")]
    told.append(_plural(kinds["code"], "line") + " of code")
    return ", ".join(text for text in told if not text.startswith("0 "))


def _plural(n: int, noun: str) -> str:
    return f"{n:,} {noun}{'' if n == 1 else 's'}"


def _percent(share: float) -> str:
    return f"{share:.0%}".replace("%", "\xa0%") if share == 0 or share >= 0.005 else "<1\xa0%"


def _page(facts: str, body: str) -> str:
    """The classes keep MathJax from taking what is between two dollar signs for a formula."""
    header = f'<div dir="ltr" style="{_FAINT};font-size:90%;margin-bottom:.4em">{_escape(facts)}</div>' if facts else ""
    style = "max-width:60em;line-height:1.5"
    return f'<div class="tex2jax_ignore mathjax_ignore" style="{style}">{header}\n{body}\n</div>\n'


def _line(text: str) -> str:
    return f'<div dir="auto" style="{_FAINT};font-style:italic">{_escape(text)}</div>'


def _body(view: _View, near: set[int]) -> str:
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
    """(is it folded?, units) of stretches that make up the document."""
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


def _fit(view: _View, units: Sequence[Sentence], limit: int) -> Sequence[Sentence]:
    """The first units, as many as stay below a limit in bytes of HTML."""
    for i, unit in enumerate(units):
        limit -= len((_escape(view.gap(unit)) + _unit(view, unit)).encode()) + TAG_SIZE
        if limit < 0:
            return units[:i]
    return units


def _fold(view: _View, units: Sequence[Sentence], limit: int) -> str:
    shown = _fit(view, units, limit)
    body = _paragraphs(view, shown) + _rest(view, units[len(shown) :])
    summary = f'<summary style="{_FAINT};cursor:pointer">{_count(units)}</summary>'
    return f'<details style="margin:.4em 0">{summary}{body}</details>'


def _rest(view: _View, units: Sequence[Sentence]) -> str:
    n_chosen = sum(unit.index in view.chosen for unit in units)
    chosen = f", {n_chosen:,} of them chosen" if n_chosen else ""
    return _line(f"… {_count(units)}{chosen}") if units else ""


def _paragraphs(view: _View, units: Sequence[Sentence]) -> str:
    """Lines of code on end are one paragraph, and keep their layout."""
    groups = groupby(units, lambda unit: -1 if unit.kind == "code" else unit.paragraph)
    return "\n".join(_paragraph(view, list(group)) for _, group in groups)


def _paragraph(view: _View, units: Sequence[Sentence]) -> str:
    """In prose the browser breaks the lines: where the text was wrapped means nothing."""
    is_code = units[0].kind == "code"
    lines = (view.gap(units[0]) + "|").splitlines()
    starts_line = len(lines) > 1 or units[0].index == 0  # a fold may end inside a line
    indent = _escape(lines[-1][:-1]) if starts_line else ""
    if indent and not is_code:
        indent = _span(indent, [_INDENT])
    rest = "".join(_escape(view.gap(unit)) + _unit(view, unit) for unit in units[1:])
    styles = [f"margin-top:{'.7em' if len(lines) > 2 else '.2em'}", "overflow-wrap:break-word"]
    style = ";".join([*styles, _CODE] if is_code else styles)
    return f'<div dir="auto" style="{style}">{indent}{_unit(view, units[0])}{rest}</div>'


def _unit(view: _View, unit: Sentence) -> str:
    chosen = view.chosen.get(unit.index)
    styles = [_HEADING] if unit.kind == "heading" else []
    if chosen is not None:
        rest = slice_text(view.source, chosen.end, unit.end)  # of a sentence that was cut
        return _span(_mark(chosen, view.n_candidates) + _escape(rest), styles)
    if unit.reason is None:
        return _span(_escape(unit.text), styles)
    return _span(_escape(unit.text), [*styles, _FAINT], _REASONS.get(unit.reason, unit.reason))


def _mark(sentence: ScoredSentence, n_candidates: int) -> str:
    """dir="auto" isolates: what its controls do to the direction of text ends with it."""
    rank = f"rank {sentence.rank} of {n_candidates}, " if sentence.rank is not None else ""
    tint = 0.15 + 0.3 * sentence.score
    style = _MARK.format(255 - 65 * tint, 255 - 255 * tint, tint)
    return f'<mark dir="auto" title="{rank}score {sentence.score:.2f}" style="{style}">{_escape(sentence.text)}</mark>'


def _span(content: str, styles: Sequence[str], title: str = "") -> str:
    if not styles:
        return content
    told = f' title="{_escape(title)}"' if title else ""
    return f'<span{told} style="{";".join(styles)}">{content}</span>'


def _escape(text: str) -> str:
    """HTML for a text; neither NUL nor lone surrogates can be in a page."""
    if len(text) > MAX_PIECE:
        text = text[:MAX_PIECE] + " […]"
    return html.escape(re.sub(r"[\0\ud800-\udfff]", "\ufffd", text))
