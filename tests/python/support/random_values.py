"""Random values of options: right ones, nearly right ones, and whatever else Python has."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

import tersely
from tersely import _core


def attempt(function: Callable[..., Any], *arguments: Any, **given: Any) -> Any:
    """Returns the result, or the error with which the call says that it is wrong. Other errors are raised."""
    try:
        return function(*arguments, **given)
    except (tersely.TerselyError, TypeError) as error:
        return error


class Raising:
    """Looks like a number, but raises when it is used as one."""

    def __index__(self) -> int:
        raise ValueError("no number")

    __float__ = __len__ = __index__


NUMBERS = st.one_of(
    st.integers(-3, 12),
    st.floats(),  # NaN, infinities and the smallest ones, too
    st.sampled_from([2**31, 2**63 - 1, 2**63, 2**64, 10**400, -(2**63) - 1, -(10**400), True, False]),
    st.sampled_from([Decimal("3"), Decimal("NaN"), Decimal("1e999"), Fraction(1, 3), Fraction(4, 2), 1j, -0.0, 1e300]),
)
WORDS_FOR_NUMBERS = [
    "3",
    " 4 ",
    "1e3",
    "+2",
    "-1",
    "20%",
    "%",
    "120%",
    "nan",
    "inf",
    "0x10",
    "1_0",
    "١٢",
    "3,5",
    "",
    " ",
]
TEXTS = st.one_of(
    st.sampled_from(["", " ", "\ud800", "a\x00b", "ü" * 200, "{}", "%s", "None", "auto", "en", "whale"]),
    st.text(max_size=8),
)
OTHERS = st.sampled_from(
    [None, b"", b"3", (), [], [1], [None], [0.5, float("nan")], ["a"], ["\ud800"], [b"a"], {}, {"a": 1}, {"whale"}]
    + [range(2), object(), len, int, Raising(), ..., NotImplemented, 10**4000]
)
ANYTHING = st.one_of(NUMBERS, st.sampled_from(WORDS_FOR_NUMBERS), TEXTS, OTHERS)

COUNTS = st.one_of(st.integers(1, 9), st.sampled_from(["2", " 3 ", 4.0, Decimal("5"), 2**63, 10**400]))
WORD_LISTS = st.lists(st.sampled_from(["the", "whale", "Museum", "Dr", "", " ", "\ud800", "ü" * 50]), max_size=3)
LANGUAGES = st.sampled_from(["auto", "en", "DE", "pt-BR", "pt_BR.UTF-8", "por", "German", "xx", "zh-Hant", "th", "tr"])
RIGHT = {
    "count": COUNTS,
    "number": st.one_of(st.floats(0, 1), st.sampled_from([0, 1, "0.5", "1", Fraction(1, 3), Decimal("0.25")])),
    "text": st.sampled_from(["", " ", "The whale hall", "whale museum", "the", "\ud800", "a\x00b", "ü" * 200]),
    "flag": st.booleans(),
    "words": st.one_of(WORD_LISTS, WORD_LISTS.map(tuple), WORD_LISTS.map(frozenset)),
    "numbers": st.lists(st.floats(0, 9), max_size=9),
    "callable": st.sampled_from([len, str.split, lambda text: len(text) // 3]),
}


def choices_of(option: _core.OptionInfo) -> list[str]:
    return list(tersely.methods()) if option.name == "method" else re.findall('"([a-z]+)"', option.allowed)


@st.composite
def near_names(draw: Any, names: Collection[str]) -> str:
    """A name, or what somebody may type instead of it."""
    name = draw(st.sampled_from(sorted(names)))
    i = draw(st.integers(0, len(name)))
    slips = [name[:i] + name[i + 1 :], name[:i] + "x" + name[i:], f" {name}", name.upper(), name.replace("-", "_")]
    return draw(st.sampled_from([name, *slips]))


def right_values(option: _core.OptionInfo) -> st.SearchStrategy[Any]:
    if option.name == "language":
        return LANGUAGES
    if option.type == "choice":
        return st.sampled_from(choices_of(option))
    return RIGHT[option.type]


def values(option: _core.OptionInfo) -> st.SearchStrategy[Any]:
    """Mostly right ones, because a call refuses the first wrong one and never sees the others."""
    right = right_values(option)
    wrong = [ANYTHING, near_names(choices_of(option))] if option.type == "choice" else [ANYTHING]
    return st.one_of(right, right, right, *wrong)


@st.composite
def options(draw: Any, table: Collection[_core.OptionInfo]) -> dict[str, Any]:
    """Up to four options of a table, mostly with a method that uses them."""
    given = draw(st.lists(st.sampled_from(list(table)), unique_by=lambda option: option.name, max_size=4))
    chosen = {option.name: draw(values(option)) for option in given}
    users = [option.methods for option in given if option.methods]
    if users and "method" not in chosen and any(option.name == "method" for option in table):
        chosen["method"] = draw(st.sampled_from(users[0]))
    if "tokens" in chosen and draw(st.booleans()):
        chosen.setdefault("count_tokens", len)
    return chosen
