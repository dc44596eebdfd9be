"""A summary as an HTML page: the document, a slider for the number of sentences, and why each sentence is chosen.

page.html is the template with its style and script. This module fills in the text and the numbers.
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

from .._sentence import Sentence
from .facts import REASONS, SEPARATOR, tell_all, tell_choice, tell_nothing, tell_share
from .html_text import escape, printable
from .shorten import shorten_line
from .view import View, paragraphs

if TYPE_CHECKING:
    from .. import _core
    from .shown import ShownSummary

TITLE_WIDTH = 80  # columns
CURVE_POINTS = 400
CURVE_WIDTH, CURVE_HEIGHT = 1000, 100

_TEMPLATE = Path(__file__).with_name("page.html")


def make_page(summary: ShownSummary) -> str:
    """Makes a self-contained page. Costs as much as two summaries of all sentences. Raises as Document.summarize()."""
    nothing = tell_nothing(summary)
    if nothing is not None:
        return _fill(title="tersely", document=f'<p class="p" dir="auto">{escape(nothing)}</p>', data="null")
    curve = summary._curve()
    view = View.of(summary.document, summary)
    return _fill(
        title=escape(_title(summary)),
        curve=_draw(curve, _n_least(summary)),
        language="" if summary.language == "und" else f' lang="{escape(summary.language)}"',
        document="\n".join(_paragraph(view, units) for units in paragraphs(view.units)),
        facts=escape(SEPARATOR.join(tell_choice(summary))),
        data=json.dumps(_data(summary, curve), separators=(",", ":")).replace("<", "\\u003c"),
    )


def _fill(**parts: str) -> str:
    """Fills the template; parts that are not given become empty. Placeholders in the given parts are left alone."""
    template = _TEMPLATE.read_text(encoding="utf-8")
    parts["policy"] = _policy(template)
    return re.sub(r"<!--(\w+)-->", lambda found: parts.get(found[1], ""), template)


def _policy(template: str) -> str:
    """The content security policy: loads nothing, and allows only the template's own style and script."""
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
    rest = "".join(escape(view.gap(unit)) + _unit(view, unit) for unit in units[1:])
    classes = ["p", *(["code"] if is_code else []), *(["far"] if n_lines > 2 else [])]
    return f'<div class="{" ".join(classes)}" dir="auto">{indent}{_unit(view, units[0])}{rest}</div>'


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
            content = f'<span class="cut">{escape(view.chosen[unit.index].text)}</span>{escape(rest)}'
    return f'<span class="{" ".join(classes)}">{content}</span>'


def _data(summary: ShownSummary, curve: _core.CoverageCurve) -> dict[str, Any]:
    """Returns the data of the script. `order` and the lists after it are in the order of picking."""
    order = curve.order
    places = set(order)
    include, exclude = (frozenset(summary._given.get(name, ())) for name in ("include", "exclude"))
    every = summary.at(sentences=len(order), include=include, exclude=exclude)
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
        "asked": len(include),
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


def _n_least(summary: ShownSummary) -> int:
    """The smallest number of sentences: those of `include` are in every choice."""
    return max(1, len(set(summary._given.get("include", ()))))


def _begins(order: Sequence[int], summary: ShownSummary) -> bool:
    return summary.status != "cut" and set(order[: len(summary)]) == set(summary.order)


def _own(summary: ShownSummary) -> dict[str, Any]:
    """Returns the summary's own choice if no position of the slider shows it."""
    return {
        "units": summary.order,
        "cut": [sentence.index for sentence in summary if sentence.cut],
        "share": tell_share(summary).split(" of ", 1),
        "words": summary.n_words,
        "coverage": summary.coverage,
        "text": summary.join("\n"),
    }


def _why_never(unit: Sentence, exclude: Container[int]) -> str:
    if unit.index in exclude:
        return "excluded, as asked for"
    return "the title" if unit.reason is None else REASONS.get(unit.reason, unit.reason)


def _draw(curve: _core.CoverageCurve, least: int) -> str:
    """Draws the coverage by number of sentences, from `least` on, above the slider."""
    most = len(curve.order)
    if most <= least:
        return ""
    numbers = sorted({least + round(i * (most - least) / CURVE_POINTS) for i in range(CURVE_POINTS + 1)})

    def x(number: int) -> str:
        return f"{(number - least) / (most - least) * CURVE_WIDTH:.1f}"

    line = "L".join(f"{x(k)} {(1 - curve.coverage[k - 1]) * CURVE_HEIGHT:.1f}" for k in numbers)
    area = f"M0 {CURVE_HEIGHT}L{line}L{CURVE_WIDTH} {CURVE_HEIGHT}Z"
    knee = x(max(least, curve.knee))
    return (
        f'<svg viewBox="0 0 {CURVE_WIDTH} {CURVE_HEIGHT}" preserveAspectRatio="none" aria-hidden="true">'
        f'<path class="area" d="{area}"/><path class="area taken" d="{area}"/><path class="curve" d="M{line}"/>'
        f'<path class="knee" d="M{knee} 0V{CURVE_HEIGHT}"/></svg>'
    )
