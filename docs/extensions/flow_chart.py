"""The directive `flow`: steps from top to bottom as an SVG inside the page.

    ```{flow} What the picture shows, for people who do not see it
    Title of a step | what it makes
    ```

Text and lines have the colours of the page, light or dark. The picture is as wide as a narrow screen.
"""

from __future__ import annotations

from html import escape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

WIDTH, HEIGHT, GAP = 440, 52, 22  # of a step, and the space between two


def draw(caption: str, steps: list[tuple[str, str]]) -> str:
    """Returns the picture of the steps (title, detail)."""
    height = len(steps) * (HEIGHT + GAP) - GAP + 2
    parts = [f'<svg class="flow" role="img" viewBox="0 0 {WIDTH} {height}" xmlns="http://www.w3.org/2000/svg">']
    parts.append(f"<title>{escape(caption)}</title>")
    for number, (title, detail) in enumerate(steps):
        top = 1 + number * (HEIGHT + GAP)
        if number > 0:
            parts.append(f'<path d="M{WIDTH / 2} {top - GAP}v{GAP - 5}m-5 -6l5 7l5 -7"/>')
        parts.append(f'<rect x="1" y="{top}" width="{WIDTH - 2}" height="{HEIGHT}" rx="6"/>')
        parts.append(f'<text x="14" y="{top + 21}" class="title">{escape(title)}</text>')
        parts.append(f'<text x="14" y="{top + 41}">{escape(detail)}</text>')
    return "".join([*parts, "</svg>"])


class Flow(SphinxDirective):
    """See above."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True

    def run(self) -> list[nodes.Node]:
        steps = [tuple(part.strip() for part in line.split("|", 1)) for line in self.content if line.strip()]
        return [nodes.raw("", draw(self.arguments[0], steps), format="html")]  # type: ignore[arg-type]


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_directive("flow", Flow)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
