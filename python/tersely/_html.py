"""The article of an HTML page, by trafilatura, which is not needed for anything else."""

from __future__ import annotations

from ._errors import TerselyError


def extract(page: bytes) -> str:
    """The main text of a page, "" where there is none.

    Raises:
        ImportError: trafilatura is missing; the message says how to install it.
        TerselyError: it cannot read the page.
    """
    try:
        import trafilatura
    except ImportError as error:
        raise ImportError("HTML needs trafilatura: pip install 'tersely[html]'") from error
    if not page.strip():
        return ""
    text: str | None = trafilatura.extract(page, include_comments=False, include_tables=False)
    if text is None:
        raise TerselyError("trafilatura finds no article in the page")
    return text
