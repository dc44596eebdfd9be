"""Extracts the article of an HTML page with trafilatura, which nothing else
needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

from ._errors import TerselyError
from ._marked_text import MarkedText

_NEEDED = ("trafilatura", "lxml_html_clean")  # the first imports the second and does not install it
# What is no part of an article by its markup, in addition to what trafilatura leaves out.
_PRUNED = ["//nav", "//*[@role='navigation']", "//figcaption"]
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_BLOCKS = ("p", "head", "list", "quote", "div")  # elements that are blocks wherever they stand


def extract(page: str | bytes, url: str | None = None) -> MarkedText:
    """Returns the main text of a page, one line for each block, "" if the page
    is blank.

    Raises:
        ImportError: trafilatura or lxml_html_clean is missing; the message says
            which, and how to install it.
        TerselyError: trafilatura finds no article.
    """
    try:
        import trafilatura
    except ImportError as error:
        missing = " and ".join(name for name in _NEEDED if find_spec(name) is None)
        needed = missing or f"trafilatura, which cannot be imported ({error})"
        raise ImportError(f"HTML needs {needed}: pip install 'tersely[html]'") from error
    if not page.strip():
        return MarkedText("", ())
    if isinstance(page, str):
        page = _LONE_SURROGATE.sub("\ufffd", page)  # at which lxml would end the text
    found: Any = trafilatura.bare_extraction(
        page, url, include_comments=False, include_tables=False, prune_xpath=_PRUNED, with_metadata=False
    )
    article = MarkedText("", ()) if found is None else _join(_blocks(found.body))
    if not article.text:
        raise TerselyError(f"trafilatura finds no article in the page; {_advice(page)}")
    return article


def _advice(page: str | bytes) -> str:
    has_tags = (b"<" if isinstance(page, bytes) else "<") in page  # type: ignore[operator]  # of the same type
    if not has_tags:
        return "it has no tags: pass the page itself, not its file name or URL, and a text to summarize()"
    return "if you know its text, pass that to summarize()"


def _join(blocks: Iterator[tuple[str, bool]]) -> MarkedText:
    lines: list[str] = []
    headings: list[int] = []
    end = 0
    for text, is_heading in blocks:
        if is_heading:
            headings += end, end + len(text)
        lines.append(text)
        end += len(text) + 1
    return MarkedText("\n".join(lines), tuple(headings))


def _blocks(element: Any) -> Iterator[tuple[str, bool]]:
    """Yields the text of each block of the body in the format of trafilatura
    (TEI), and whether it is a heading."""
    for block in element:
        if block.tag == "item" and next(block.iter(*_BLOCKS), None) is None:
            for number, line in enumerate(_lines(block)):
                yield line if number else f"- {line}", False
        elif block.tag == "list" or next(block.iterdescendants(*_BLOCKS), None) is not None:
            yield from ((line, False) for line in _split(block.text))
            yield from _blocks(block)
        elif isinstance(block.tag, str):  # no comment
            yield from ((line, block.tag == "head") for line in _lines(block))
        yield from ((line, False) for line in _split(block.tail))


def _lines(block: Any) -> Iterator[str]:
    for line_break in block.iter("lb"):
        line_break.tail = "\n" + (line_break.tail or "")
    return _split("".join(block.itertext()))


def _split(text: str | None) -> Iterator[str]:
    """Yields the lines that are not blank, with single spaces and without soft
    hyphens."""
    return filter(None, (" ".join(line.split()) for line in (text or "").replace("\xad", "").splitlines()))
