"""Extracts the article of an HTML page with trafilatura, which nothing else needs."""

from __future__ import annotations

from importlib.util import find_spec

from ._errors import TerselyError

_NEEDED = ("trafilatura", "lxml_html_clean")  # the first imports the second and does not install it


def extract(page: bytes) -> str:
    """Returns the main text of a page, "" if it is blank.

    Raises:
        ImportError: trafilatura or lxml_html_clean is missing; the message says which, and how to install it.
        TerselyError: trafilatura finds no article.
    """
    try:
        import trafilatura
    except ImportError as error:
        missing = " and ".join(name for name in _NEEDED if find_spec(name) is None)
        needed = missing or f"trafilatura, which cannot be imported ({error})"
        raise ImportError(f"HTML needs {needed}: pip install 'tersely[html]'") from error
    if not page.strip():
        return ""
    text: str | None = trafilatura.extract(page, include_comments=False, include_tables=False)
    if text is None:
        raise TerselyError("trafilatura finds no article in the page")
    return text
