"""Summaries on a terminal: the whole text with the chosen sentences marked, or
why they were chosen.

Colours need rich and a terminal with colours; rich also reads NO_COLOR and
FORCE_COLOR. Otherwise, chosen sentences stand between ⟦ and ⟧. Control codes in
a text never reach the terminal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .._sentence import Sentence, slice_text
from .explanation_text import FAINT, HEADING, lay_out
from .facts import tell_facts

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from .shown import ShownSummary


CHOSEN = "chosen"
MARKS = "⟦", "⟧"  # Unicode knows them as brackets, so right-to-left text mirrors them
_COLOURS = {CHOSEN: "black on yellow", FAINT: "dim", HEADING: "bold", "": ""}
# C0 and DEL have pictures in Unicode. C1 can start control sequences, too; direction overrides affect the text after.
_PICTURES = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n"} | {0x7F: "␡"}
_STEERING = _PICTURES | dict.fromkeys([*range(0x80, 0xA0), 0x202D, 0x202E, *range(0xD800, 0xE000)], "\ufffd")


def find_console() -> Console | None:
    """Returns a console that writes colours to standard output; None if it has
    no colours or rich is not installed."""
    try:
        from rich.console import Console
    except ImportError:
        return None
    console = Console(highlight=False, markup=False, emoji=False)
    return None if console.no_color or console.color_system is None else console


def visible(text: str) -> str:
    """Returns the text with control codes as pictures, such as ␛, and every
    line end as a line feed."""
    return re.sub(r"\r\n?|\x85", "\n", text).translate(_STEERING)


def highlight(summary: ShownSummary, console: Console | None) -> str:
    """Returns the whole text, verbatim, with the chosen sentences marked."""
    pieces = [(visible(text), style) for text, style in _pieces(summary)]
    if console is not None:
        return _colour(pieces, console)
    left, right = _free_marks("".join(text for text, _ in pieces))
    marked = "".join(f"{left}{text}{right}" if style == CHOSEN else text for text, style in pieces)
    return marked.rstrip("\n") + "\n"


def explain(summary: ShownSummary, console: Console | None) -> str:
    """Returns facts about the summary, why each sentence was picked, and what
    was left out."""
    if not summary.document.candidates:
        return "The text is blank; there is nothing to explain.\n"
    facts = tell_facts(summary)
    lines = [(line.indent, visible(line.text), line.style) for line in lay_out(summary.explain())]
    if console is None:
        return "\n".join([facts, "", *(" " * indent + text for indent, text, _ in lines)]) + "\n"
    from rich.text import Text

    with console.capture() as captured:
        for indent, text, style in [(0, facts, FAINT), (0, "", ""), *lines]:
            _print(console, Text(text, _COLOURS[style]), indent)
    return captured.get()


def _pieces(summary: ShownSummary) -> Iterator[tuple[str, str]]:
    """Yields (text, style) of the units and of the text between them; together
    they are the whole text."""
    document = summary.document
    source = document.text
    chosen = {sentence.index: sentence for sentence in summary}
    end = 0
    for unit in document.units:
        gap = slice_text(source, end, unit.start)
        yield gap if unit.index else gap.removeprefix("\ufeff"), ""
        sentence = chosen.get(unit.index)
        if sentence is not None:  # it may be cut
            yield sentence.text, CHOSEN
            yield slice_text(source, sentence.end, unit.end), ""
        else:
            yield unit.text, _style(unit)
        end = unit.end
    yield slice_text(source, end, len(source)), ""


def _style(unit: Sentence) -> str:
    if unit.kind == "heading":
        return HEADING
    return FAINT if unit.reason else ""


def _free_marks(text: str) -> tuple[str, str]:
    """Returns the marks, doubled until the text contains none of them."""
    left, right = MARKS
    while left in text or right in text:
        left, right = left * 2, right * 2
    return left, right


def _colour(pieces: list[tuple[str, str]], console: Console) -> str:
    from rich.text import Text

    line = Text()
    with console.capture() as captured:
        for text, style in pieces:
            first, *others = text.split("\n")
            _append(line, first, style)
            for other in others:
                _print(console, line)
                line = Text()
                _append(line, other, style)
        if line:
            _print(console, line)
    return captured.get()


def _append(line: Text, part: str, style: str) -> None:
    """Adds a part without colour on the indents inside it."""
    core = part.strip()
    start = part.find(core)
    line.append(part[:start])
    line.append(core, _COLOURS[style])
    line.append(part[start + len(core) :])


def _print(console: Console, text: Text, indent: int = 0) -> None:
    """Prints a line of the text, wrapped at words, without colour after the end
    of each line."""
    for line in text.wrap(console, max(1, console.width - indent)):
        line.rstrip()
        line.pad_left(indent)
        console.print(line, soft_wrap=True)
