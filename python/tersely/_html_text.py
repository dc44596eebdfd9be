"""Text in HTML, and the styles of texts in notebooks.

An untrusted notebook drops <style>, <svg>, scripts, CSS variables and many
property values. So the displays use only a few tags with inline styles, no text
colours, and translucent backgrounds that suit light and dark pages.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

MAX_PIECE = 10_000  # code points of one unit, or of the text between two; a notebook stores every output
FAINT = "opacity:0.65"
FACTS = f"{FAINT};font-size:90%;margin-bottom:.4em"
SEPARATOR = " · "

# A sanitizer that drops "inherit" leaves the text of marks black. It also drops the second, translucent background, so
# the opaque first one applies and the text stays readable on a dark page.
_MARK = "background:rgb({}, {}, {});background:rgb({} {} {} / {:.0%});color:inherit;border-radius:.2em"
AMBER, BLUE, GREEN = (255, 190, 0), (0, 150, 255), (0, 190, 90)


def printable(text: str) -> str:
    """Replaces NUL and lone surrogates, which a page cannot contain."""
    return re.sub(r"[\0\ud800-\udfff]", "\ufffd", text)


def escape(text: str) -> str:
    """Escapes a text for HTML, CR too, because parsers would turn it into
    LF."""
    return html.escape(printable(text)).replace("\r", "&#13;")


def short(text: str) -> str:
    return escape(text if len(text) <= MAX_PIECE else text[:MAX_PIECE] + " […]")


def mark_style(colour: tuple[int, int, int], strength: float) -> str:
    """Returns the style of a mark. `strength` in [0, 1]: a score of 1 is
    darkest."""
    tint = 0.15 + 0.3 * strength
    opaque = (f"{255 - (255 - part) * tint:.0f}" for part in colour)
    return _MARK.format(*opaque, *colour, tint)


def show_sentence(text: str, facts: Iterable[str], score: float | None) -> str:
    """Shows one sentence with facts about it, marked if it has a score."""
    style = f' style="{mark_style(AMBER, score)}"' if score is not None else ""
    tag = "span" if score is None else "mark"
    told = f'<div dir="ltr" style="{FACTS}">{short(SEPARATOR.join(facts))}</div>'
    shown = f'<div><{tag} dir="auto"{style}>{short(text)}</{tag}></div>'
    return f'<div class="tex2jax_ignore mathjax_ignore" style="max-width:60em;line-height:1.5">{told}{shown}</div>'
