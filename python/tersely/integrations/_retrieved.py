"""Retrieved texts, shortened to the sentences that answer a query, for the adapters of retrieval frameworks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from .._summarizer import Summarizer, summarize_many

if TYPE_CHECKING:
    from .._options import Count
    from .._summary import Summary


class Extract(NamedTuple):
    """What is left of a text: the printed sentences, and the [start, end] of each in code points of the text."""

    text: str
    spans: list[list[int]]


def pack_options(sentences: Count | None, options: Mapping[str, Any]) -> dict[str, Any]:
    """Returns the options that are given, for `shorten`.

    Raises:
        TypeError: an option is unknown; the message suggests the right one.
        InvalidOption: the value of an option is not allowed.
    """
    packed = {"sentences": sentences, **options} if sentences is not None else {**options}
    Summarizer(**packed)
    return packed


def shorten(texts: Sequence[str | None], query: str | None, options: Mapping[str, Any]) -> list[Extract | None]:
    """Returns an extract of each text, with what matches the query, in the order of the text.

    An extract is empty if nothing is left of its text. Texts that do not match are left out if another one does. If
    none does, `unmatched` decides. A text that is None has None.
    """
    given = {**options, "query": query} if query is not None else {**options}
    summaries = summarize_many(texts, **{**given, "unmatched": "empty"} if given.get("query") else given)
    if not any(summaries):
        summaries = summarize_many(texts, **given)
    return [None if summary is None else _extract(summary) for summary in summaries]


def _extract(summary: Summary) -> Extract:
    return Extract(str(summary), [[x.start, x.end] for x in summary])
