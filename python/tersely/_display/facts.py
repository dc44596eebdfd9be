"""Facts about a summary or a document in words, and the reasons why units are
not chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._catalog import languages
from .._html_text import SEPARATOR
from .shorten import shorten_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .._sentence import Sentence
    from .shown import ShownDocument, ShownSummary

QUERY_WIDTH = 60  # columns
NO_PROSE = ("heading", "code")
STATUS = {
    "whole_text": "the whole text fits",
    "all_candidates": "all that may be chosen",
    "over_budget": "not even one sentence fits the budget",
    "cut": "the last sentence picked is cut to fit the budget",
}
FLAGS = {
    "no_punctuation": "no sentence ends in punctuation",
    "looks_like_html": "has HTML tags or entities",
    "language_unknown": "language unknown",
    "headings_used": "headings may be chosen",
    "few_sentences": "few sentences among prose",
    "repeated": "some sentences are repeated",
    "written_newlines": "line breaks are written out as \\n",
    "query_unmatched": "nothing matches the query",
    "looks_like_path": "is the name of a file, not its content",
    "looks_like_url": "is a URL, not its page",
    "replacement_characters": "has characters that could not be decoded",
    "lone_surrogates": "has halves of surrogate pairs",
    "wrong_encoding": "was read in the wrong encoding",
}
# Why a unit was not chosen or cannot be. The reasons of units that came close come first.
REASONS = {
    "budget": "did not fit the budget when it was the best",
    "gained_less": "others gained more",
    "irrelevant": "has nothing to do with the query",
    "covered": "most of its words are in chosen sentences",
    "excluded": "excluded, as asked for",
    "title": "is the title",
    "repeated": "stood before",
    "sparse": "a sentence among headings, a caption, or beside the article",
    "boilerplate": "boilerplate",
    "heading": "heading, caption or credit",
    "code": "code or table",
    "blank": "blank",
}


def tell_nothing(summary: ShownSummary) -> str | None:
    """Says why there is nothing to show; otherwise None."""
    if summary.status == "error":
        return f"This text could not be summarised: {summary.error}"
    if summary.status == "empty":
        unmatched = "query_unmatched" in summary.flags
        return (
            "Nothing in the text matches the query."
            if unmatched
            else "The text is blank; there is nothing to summarise."
        )
    return None


def tell_facts(summary: ShownSummary) -> str:
    """Says how many sentences and words of how many were chosen, the coverage,
    and what tell_choice() says."""
    n_words = summary.document.n_words
    words = f"{summary.n_words:,} of {plural(n_words, 'word')} ({percent(summary.n_words / max(n_words, 1))})"
    return SEPARATOR.join([tell_share(summary), words, f"covers {percent(summary.coverage)}", *tell_choice(summary)])


def tell_share(summary: ShownSummary) -> str:
    """Says of how many sentences or units the summary takes how many."""
    return f"{len(summary):,} of {tell_all(summary.document, summary)}"


def tell_all(document: ShownDocument, chosen: Iterable[Sentence]) -> str:
    """Counts the sentences of a document, that is, all units but headings and
    code, or if one of these is chosen, the units. Candidates are the sentences,
    or units, that may be chosen; only ranks are among them."""
    units = document.units
    if any(x.kind in NO_PROSE for x in chosen):
        return plural(len(units), "unit")
    return plural(sum(unit.kind not in NO_PROSE for unit in units if unit.text), "sentence")


def tell_choice(summary: ShownSummary) -> list[str]:
    """Says the language, the method, the query, the status if it is unusual,
    and the flags."""
    language, *flags = tell_language_and_flags(summary)
    query = summary._given.get("query")
    asked = [f"query “{shorten_line(str(query), QUERY_WIDTH)}”"] if query else []
    status = [STATUS[summary.status]] if summary.status in STATUS else []
    return [language, summary.method, *asked, *status, *flags]


def tell_language_and_flags(of: ShownSummary | ShownDocument) -> list[str]:
    language = languages().get(of.language, of.language)
    flags = [FLAGS.get(flag, flag) for flag in of.flags if flag != "language_unknown"]
    return [FLAGS["language_unknown"] if of.language == "und" else language, *flags]


def plural(n: int, noun: str) -> str:
    return f"{n:,} {noun}{'' if n == 1 else 's'}"


def percent(share: float) -> str:
    return f"{share:.0%}".replace("%", "\xa0%") if share == 0 or share >= 0.005 else "<1\xa0%"
