"""A summary as an HTML page: the document, a slider for the number of
sentences, and why each sentence is chosen.

page.html is the template with its style and script. This module fills in the
text and the numbers.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections import Counter
from collections.abc import Container, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .._html_text import SEPARATOR, escape, printable
from .._sentence import Sentence
from .facts import REASONS, tell_all, tell_choice, tell_nothing, tell_share
from .notebook import CONTEXT, SHORTEST_FOLD, SMALL_DOCUMENT
from .shorten import shorten_line
from .view import View, paragraphs

if TYPE_CHECKING:
    from .. import _core
    from .._reasons import PickExplanation
    from .shown import ShownSummary

TITLE_WIDTH = 80  # columns
MOST_EXPLAINED = 200  # sentences, in the order of picking, that say which words they add; each costs time and space
MOST_CHIPS = 8
CHIP_WIDTH = 40  # columns

_TEMPLATE = Path(__file__).with_name("page.html")


def make_page(summary: ShownSummary) -> str:
    """Makes a self-contained page. See Summary.to_html for its cost. Raises as
    Document.summarize()."""
    nothing = tell_nothing(summary)
    if nothing is not None:
        return _fill(title="tersely", document=f'<p class="p" dir="auto">{escape(nothing)}</p>', data="null")
    curve = summary._curve()
    view = View.of(summary.document, summary)
    return _fill(
        title=escape(_title(summary)),
        language="" if summary.language == "und" else f' lang="{escape(summary.language)}"',
        document="\n".join(_paragraph(view, units) for units in paragraphs(view.units)),
        facts=escape(SEPARATOR.join(tell_choice(summary))),
        data=json.dumps(_data(summary, curve), separators=(",", ":")).replace("<", "\\u003c"),
    )


def _fill(**parts: str) -> str:
    """Fills the template; parts that are not given become empty. Placeholders
    in the given parts are left alone."""
    template = _TEMPLATE.read_text(encoding="utf-8")
    parts["policy"] = _policy(template)
    return re.sub(r"<!--(\w+)-->", lambda found: parts.get(found[1], ""), template)


def _policy(template: str) -> str:
    """The content security policy: loads nothing, and allows only the
    template's own style and script."""
    allowed = {
        name: base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        for name, content in re.findall(r"<(style|script)>(.*?)</\1>", template, re.DOTALL)
    }
    sources = "; ".join(f"{name}-src 'sha256-{digest}'" for name, digest in allowed.items())
    return f"default-src 'none'; base-uri 'none'; form-action 'none'; {sources}"


def _title(summary: ShownSummary) -> str:
    """Returns the given title, or the beginning of the text."""
    texts = (str(unit) for unit in summary.document.units if unit.text)
    return shorten_line(str(summary._given.get("title") or next(texts)), TITLE_WIDTH)


def _paragraph(view: View, units: Sequence[Sentence]) -> str:
    is_code = units[0].kind == "code"
    n_lines, indent = view.lead(units[0])
    indent = escape(indent)
    if indent and not is_code:
        indent = f'<span class="indent">{indent}</span>'
    rest = "".join(_gap(view.gap(unit), is_code) + _unit(view, unit) for unit in units[1:])
    classes = ["p", *(["code"] if is_code else []), *(["far"] if n_lines > 2 else [])]
    title = view.title(units[0])
    line = "" if title is None else f'<div class="source" dir="auto">{escape(title)}</div>\n'
    return f'{line}<div class="{" ".join(classes)}" dir="auto">{indent}{_unit(view, units[0])}{rest}</div>'


def _gap(gap: str, is_code: bool) -> str:
    """The page hides a gap with the unit after it, if the gap can be seen."""
    return f'<span class="gap">{escape(gap)}</span>' if is_code or gap.strip() else escape(gap)


def _unit(view: View, unit: Sentence) -> str:
    classes = ["u"]
    content = escape(unit.text)
    if unit.kind == "heading":
        classes.append("heading")
    if unit.reason is not None:
        classes.append("never")
    if unit.index in view.chosen:
        classes.append("on")
        rest = view.rest(unit)
        if rest:
            classes.append("part")
            start = escape(view.chosen[unit.index].text)
            content = f'<span class="cut">{start}</span><span class="rest">{escape(rest)}</span>'
    return f'<span class="{" ".join(classes)}">{content}</span>'


def _data(summary: ShownSummary, curve: _core.CoverageCurve) -> dict[str, Any]:
    """Returns the data of the script. `order` and the lists after it are in the
    order of picking."""
    order = curve.order
    places = set(order)
    include, exclude = (frozenset(summary._given.get(name, ())) for name in ("include", "exclude"))
    every = summary.at(sentences=len(order))
    first = summary.at(sentences=min(len(order), MOST_EXPLAINED))
    reasons = {pick.sentence.index: pick for pick in first.explain().picks}
    # In reading order, with the scores and ranks of the budget that the slider sets.
    sentences = [x for x in every if x.index in places]
    by_index = {x.index: x for x in sentences}
    n_words = Counter(word.unit for word in summary.document.words)
    never = [unit for unit in summary.document.units if unit.index not in by_index]
    own = None if _begins(order, summary) else _own(summary)
    return {
        "order": order,
        "coverage": curve.coverage,
        "words": [n_words[index] for index in order],
        "scores": [by_index[index].score for index in order],
        "ranks": [by_index[index].rank for index in order],
        "relevance": [by_index[index].relevance for index in order],
        "why": [_why(reasons[index]) if index in reasons else None for index in order],
        "asked": len(include),
        "folding": (CONTEXT, SHORTEST_FOLD, SMALL_DOCUMENT),
        "least": _n_least(summary),
        "start": max(_n_least(summary), min(len(summary), len(order))),
        "own": own,
        "suggested": max(_n_least(summary), curve.knee),
        "candidates": len(summary.document.candidates),
        "all": tell_all(summary.document, sentences),
        "allWords": summary.document.n_words,
        "reading": [x.index for x in sentences],
        "printed": {x.index: str(x) for x in sentences if str(x) != printable(x.text)},
        "never": {unit.index: _why_never(unit, exclude) for unit in never},
    }


def _why(pick: PickExplanation) -> dict[str, Any]:
    """Returns the words that a sentence adds, each with its share of the
    heaviest weight, and what else led to it."""
    most = max((weight for _, weight in pick.concepts), default=0) or 1
    chips = [[shorten_line(text, CHIP_WIDTH), round(weight / most, 2)] for text, weight in pick.concepts[:MOST_CHIPS]]
    return {
        "chips": chips,
        "more": len(pick.concepts) - len(chips),
        "matched": pick.matched[:MOST_CHIPS],
        "takenFor": None if pick.taken_for is None else shorten_line(pick.taken_for[1], CHIP_WIDTH),
    }


def _n_least(summary: ShownSummary) -> int:
    """The smallest number of sentences: those of `include` are in every
    choice."""
    return max(1, len(set(summary._given.get("include", ()))))


def _begins(order: Sequence[int], summary: ShownSummary) -> bool:
    return summary.status != "cut" and set(order[: len(summary)]) == set(summary.order)


def _own(summary: ShownSummary) -> dict[str, Any]:
    """Returns the summary's own choice if no position of the slider shows
    it."""
    return {
        "units": summary.order,
        "cut": [sentence.index for sentence in summary if sentence.cut],
        "n": len(summary),
        "of": tell_share(summary).split(" of ", 1)[1],
        "words": summary.n_words,
        "coverage": summary.coverage,
        "text": summary.join("\n"),
    }


def _why_never(unit: Sentence, exclude: Container[int]) -> str:
    if unit.index in exclude:
        return "excluded, as asked for"
    return "the title" if unit.reason is None else REASONS.get(unit.reason, unit.reason)
