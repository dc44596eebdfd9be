"""Text in HTML."""

from __future__ import annotations

import html
import re


def printable(text: str) -> str:
    """Replaces NUL and lone surrogates, which a page cannot contain."""
    return re.sub(r"[\0\ud800-\udfff]", "\ufffd", text)


def escape(text: str) -> str:
    """Escapes a text for HTML, CR too, because parsers would turn it into LF."""
    return html.escape(printable(text)).replace("\r", "&#13;")
