"""The directive `article-figure`: a picture of the summary of the sample article, drawn by tersely's own results.

    ```{article-figure} votes
    What the picture shows.
    ```

"units" draws each unit as a bar as long as its words, "votes" an arc from each sentence to each earlier sentence that
it votes for, "coverage" the coverage by number of sentences. The pictures are SVG inside the page, in its colours.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

import tersely

ARTICLE = Path(__file__).resolve().parents[2] / "tests" / "data" / "article.txt"
WIDTH = 480
MARGIN = 24


def draw_units(document: tersely.Document) -> tuple[int, list[str]]:
    """Returns the height and the shapes: filled if chosen, open if a candidate, dashed with the reason if not."""
    chosen = {sentence.index for sentence in document.summarize(3)}
    words = [0] * len(document)
    for word in document.words:
        words[word.unit] += 1
    left, row = 40, 18
    scale = (WIDTH - left - MARGIN) / max(words)
    shapes = []
    for unit in document:
        y = row * unit.index + 4
        width = words[unit.index] * scale
        mark = ' class="marked"' if unit.index in chosen else "" if unit.candidate else ' stroke-dasharray="3 3"'
        shapes.append(f'<rect{mark} x="{left}" y="{y}" width="{width:.1f}" height="{row - 7}" rx="3"/>')
        shapes.append(f'<text class="small" x="{left - 8}" y="{y + 10}" text-anchor="end">{unit.index}</text>')
        if unit.reason is not None:
            shapes.append(f'<text class="small" x="{left + width + 8:.1f}" y="{y + 10}">{unit.reason}</text>')
    return row * len(document) + 8, shapes


def draw_votes(document: tersely.Document) -> tuple[int, list[str]]:
    """Returns the height and the shapes. The wider an arc, the higher the cosine."""
    candidates = document.candidates
    step = (WIDTH - 2 * MARGIN) / (len(candidates) - 1)
    place = {unit: MARGIN + number * step for number, unit in enumerate(candidates)}
    base = 238  # the highest arc reaches .75 of its control points
    shapes = []
    for pick in document.summarize(len(candidates), order="score").explain().picks:
        for voter, cosine in pick.voters:
            left, right = place[pick.sentence.index], place[voter.index]
            height = 24 + (right - left) * 0.62
            top = base - height
            arc = f"M{right:.1f} {base}C{right:.1f} {top:.1f} {left:.1f} {top:.1f} {left:.1f} {base}"
            shapes.append(f'<path class="line" d="{arc}" stroke-width="{8 * cosine:.2f}"/>')
    chosen = {sentence.index for sentence in document.summarize(3)}
    for unit, x in place.items():
        mark = ' class="marked"' if unit in chosen else ""
        shapes.append(f'<circle{mark} cx="{x:.1f}" cy="{base + 8}" r="6"/>')
        if unit in chosen or unit == candidates[-1]:
            shapes.append(f'<text x="{x:.1f}" y="{base + 34}" text-anchor="middle">{unit}</text>')
    return base + 42, shapes


def draw_coverage(document: tersely.Document) -> tuple[int, list[str]]:
    """Returns the height and the shapes."""
    summary = document.summarize()
    n = len(document.candidates)
    knee = summary.suggest()
    top, base = 16, 196
    points = [(MARGIN + 16 + k * (WIDTH - 2 * MARGIN - 16) / n, base) for k in range(n + 1)]
    shares = [0.0, *(summary.at(k).coverage for k in range(1, n + 1))]
    points = [(x, base - share * (base - top)) for (x, _), share in zip(points, shares, strict=True)]
    left = points[0][0]
    shapes = [f'<path d="M{left} {top}V{base}H{WIDTH - MARGIN}"/>']
    shapes.append(f'<path class="line" stroke-width="2.5" d="M{"L".join(f"{x:.1f} {y:.1f}" for x, y in points)}"/>')
    shapes.extend(f'<circle class="marked" cx="{x:.1f}" cy="{y:.1f}" r="3"/>' for x, y in points[1:])
    x, y = points[knee]
    shapes.append(f'<path stroke-dasharray="4 4" d="M{x:.1f} {y:.1f}V{base}"/>')
    shapes.append(f'<text x="{x + 8:.1f}" y="{base - 10}">suggest() = {knee}</text>')
    for k in (1, 5, 10, n):
        shapes.append(f'<text x="{points[k][0]:.1f}" y="{base + 20}" text-anchor="middle">{k}</text>')
    shapes.append(f'<text x="{left - 6}" y="{top + 6}" text-anchor="end">1</text>')
    shapes.append(f'<text x="{left - 6}" y="{base}" text-anchor="end">0</text>')
    return base + 28, shapes


DRAWN = {"units": draw_units, "votes": draw_votes, "coverage": draw_coverage}


class ArticleFigure(SphinxDirective):
    """See above."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        self.env.note_dependency(ARTICLE)
        document = tersely.Document(ARTICLE.read_text(encoding="utf-8"))
        height, shapes = DRAWN[self.arguments[0]](document)
        caption = " ".join(self.content)
        head = f'<svg class="chart" role="img" viewBox="0 0 {WIDTH} {height}" xmlns="http://www.w3.org/2000/svg">'
        picture = "".join([head, f"<title>{escape(caption)}</title>", *shapes, "</svg>"])
        return [nodes.raw("", f"<figure>{picture}<figcaption>{escape(caption)}</figcaption></figure>", format="html")]


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_directive("article-figure", ArticleFigure)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
