"""Text of a document in pictures: shortened, and in fonts that have its
letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from .shorten import shorten_line

# Lone surrogates cannot be drawn, controls appear as boxes, and direction overrides reverse the text after them.
_UNWANTED = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_HAN_OF = {"ja": "JP", "ko": "KR", "zh": "SC"}  # suffixes of font families with the usual glyphs


def fit(text: str, width: int) -> str:
    """Shortens a text to one line of `width` columns."""
    return shorten_line(_UNWANTED.sub("", text), width)


def find_fonts(texts: Sequence[str], language: str) -> tuple[list[str], list[str]]:
    """Returns font families for the texts, and the texts, in which U+FFFD
    replaces letters that no font has."""
    families, missing = _find_families("".join(texts), language)
    replaced = dict.fromkeys(missing, "\ufffd")
    return families, [text.translate(replaced) for text in texts]


def _find_families(text: str, language: str) -> tuple[list[str], set[int]]:
    """Returns matplotlib's own families, installed ones for the letters that
    they lack, and the letters all lack."""
    from matplotlib import rcParams

    families = list(rcParams["font.family"])
    missing = {ord(letter) for letter in text if not letter.isspace()}
    for family in families:
        missing -= _drawn_by(family, missing)
    for family in _others(language) if missing else ():
        drawn = _drawn_by(family, missing)
        if drawn:
            families.append(family)
            missing -= drawn
        if not missing:
            break
    return families, missing


def _others(language: str) -> list[str]:
    """Returns the installed families, the likeliest first."""
    from matplotlib.font_manager import fontManager

    han = _HAN_OF.get(language, "")
    names = {entry.name for entry in fontManager.ttflist if entry.weight == 400 and entry.style == "normal"}
    # Last-resort fonts have a box for every letter.
    usable = (name for name in names if not name.startswith((".", "Last Resort", "LastResort")))
    return sorted(usable, key=lambda name: (not name.endswith(han), "Sans" not in name, "Mono" in name, name))


def _drawn_by(family: str, letters: Iterable[int]) -> set[int]:
    from matplotlib import font_manager

    try:
        font = font_manager.get_font(font_manager.findfont(font_manager.FontProperties(family=[family])))
    except (OSError, RuntimeError):  # matplotlib cannot read the format
        return set()
    return {letter for letter in letters if font.get_char_index(letter)} if font.scalable else set()
