"""Warns, once in a process, of a text that is the name of a file or a URL
instead of what is in there."""

from __future__ import annotations

import warnings
from collections.abc import Container

MEANT = {
    "looks_like_path": "is the name of a file, which is not opened; read it first: pathlib.Path(...).read_text()",
    "looks_like_url": "is a URL, which is not fetched; pass the text of the page, or the page to summarize_html()",
}
_warned = False


def warn_of_flags(flags: Container[str]) -> None:
    """Warns if one of the flags is among them. The core calls it for texts with
    one of them."""
    global _warned
    if _warned:
        return
    for flag, meaning in MEANT.items():
        if flag in flags:
            _warned = True
            message = f"a text {meaning} ({flag}; this warning is given once)"
            warnings.warn(message, RuntimeWarning, stacklevel=user_level())
            return


def user_level() -> int:
    """Returns the stack level of the first caller outside of the package, so
    that the warning names the user's line."""
    import sys

    depth = 2
    frame = sys._getframe(2)
    while frame.f_back is not None and frame.f_globals.get("__name__", "").startswith("tersely."):
        frame = frame.f_back
        depth += 1
    return depth
