"""Retrieved texts, shortened to the sentences that answer a query, for the
adapters of retrieval frameworks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .._catalog import methods
from .._errors import InvalidOption, quote
from .._options import TABLE, as_lists, check_names, validate
from .._summarize import summarize_documents

if TYPE_CHECKING:
    from .._option_types import Count
    from .._summary import Summary

OPTIONS = TABLE.keys() - {"title"}  # the title of one text would be taken for that of all


@dataclass
class Extract:
    """What is left of a text: the printed sentences, and the [start, end] of
    each in code points of the text."""

    text: str = ""
    spans: list[list[int]] = field(default_factory=list)


def pack_options(call: str, sentences: Count | None, options: Mapping[str, Any]) -> dict[str, Any]:
    """Returns the options that are given, for `shorten`. Lists of words are
    lists of str, so that frameworks can save them.

    Raises:
        TypeError: an option is unknown; the message suggests the right one.
        InvalidOption: the value of an option is not allowed, or the method
            takes no query.
    """
    packed = {"sentences": sentences, **options} if sentences is not None else {**options}
    check_names(f"{call}()", packed, OPTIONS)
    given = validate(packed).given
    method = given.get("method")
    if method is not None and "query" not in methods()[method].options:
        allowed = ", ".join(name for name, info in methods().items() if "query" in info.options)
        raise InvalidOption(f"method={quote(method)}: must take a query: {allowed}", "method", method)
    return as_lists(given)


def shorten(
    texts: Sequence[str | None], scores: Sequence[float | None], query: str | None, options: Mapping[str, Any]
) -> list[Extract | None]:
    """Summarises the texts together, and returns what is left of each; of a
    text that is None, None.

    An extract is empty if no sentence of its text is chosen.

    Args:
        scores: one for each text. Negative scores count as 0. If a score is
            missing, or none is positive, all texts count the same.
        query: replaces that of the options, unless it is None.
        options: from pack_options.
    """
    given = {**options, "query": query} if query is not None else {**options}
    summary = summarize_documents(texts, scores=_usable(scores), **given)
    extracts = [Extract() for _ in texts]
    _divide(summary, extracts)
    if summary.status == "whole_text":
        for text, extract in zip(texts, extracts, strict=True):
            extract.text = (text or "").strip()
    return [None if text is None else extract for text, extract in zip(texts, extracts, strict=True)]


def _usable(scores: Sequence[float | None]) -> list[float] | None:
    known = [max(score, 0.0) for score in scores if score is not None]
    return known if len(known) == len(scores) and any(known) else None


def _divide(summary: Summary, extracts: Sequence[Extract]) -> None:
    """Divides the printed summary by the sources of its sentences."""
    printed, end, before = str(summary), 0, None
    for x in summary:
        assert x.source is not None
        extract = extracts[x.source]
        start = max(printed.find(str(x), end), end)  # the whole text is printed unchanged, and does not have it
        separator = printed[end:start] if before == x.source else " "
        extract.text += separator + str(x) if extract.spans else str(x)
        extract.spans.append([x.start, x.end])
        end, before = start + len(str(x)), x.source
