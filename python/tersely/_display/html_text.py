"""Text in HTML."""

from __future__ import annotations

import html
import re


def printable(text: str) -> str:
    """Neither NUL nor lone surrogates can be in a page."""
    return re.sub(r"[\0\ud800-\udfff]", "\ufffd", text)


def escape(text: str) -> str:
    """HTML for a text; of a bare CR parsers would make LF."""
    return html.escape(printable(text)).replace("\r", "&#13;")
