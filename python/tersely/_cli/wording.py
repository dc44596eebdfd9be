"""Messages in the words of the command line: options as they are typed, and no
Python."""

from __future__ import annotations

import difflib
import re
import shlex
from collections.abc import Iterable

from .._display.shorten import shorten
from .._errors import MOST_QUOTED, InvalidOption
from .._options import TABLE

_NAMES_WIDTH = 1000  # limits the names in a message, because a header may be very long
_SETTING = re.compile(rf'(?<![\w-])({"|".join([*TABLE, "threads"])})=("[^"]*"|[^\s:,;?]+)')
_PYTHON = (
    (re.compile(r"decode it first(?:, e\.g\.|:) data\.decode\(\"([\w-]+)\"\)"), r"name it, e.g. --encoding \1"),
    (re.compile(r"; to go on in spite of damage, data\.decode\(errors=\"replace\"\)"), ""),
)


class WrongCall(Exception):
    """A usage error, some of which are found only when a file is read."""


def flag(option: str) -> str:
    return f"--{option.replace('_', '-')}"


def say(message: str) -> str:
    """Returns a message of the library in the words of the command line."""
    for pattern, words in _PYTHON:
        message = pattern.sub(words, message)
    return _SETTING.sub(lambda found: f"{flag(found[1])} {found[2].strip(chr(34))}", message)


def say_option(error: InvalidOption) -> str:
    """Returns the message of a wrong option. The value is shown as it was
    typed."""
    _, must, allowed = str(error).partition(": must be ")
    if not must or not str(error).startswith(f"{error.option}="):
        return say(str(error))
    value = ",".join(map(str, error.value)) if isinstance(error.value, list | tuple) else str(error.value)
    value = value.removeprefix('"').removesuffix('"')
    if len(value) > MOST_QUOTED:
        value = value[:MOST_QUOTED] + "..."
    return f"{flag(error.option)} {value or shlex.quote(value)}{must}{say(allowed)}"


def tell_names(names: Iterable[str]) -> str:
    return shorten(", ".join(names), _NAMES_WIDTH)


def tell_near(name: str, names: Iterable[str]) -> str:
    """Returns a suggestion, "" if no name is near."""
    folded = {other.lower(): other for other in names}
    near = difflib.get_close_matches(name.lower(), folded, n=3)
    return f"; did you mean {' or '.join(repr(folded[other]) for other in near)}?" if near else ""
