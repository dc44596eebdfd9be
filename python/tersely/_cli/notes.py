"""What the command line says on standard error about summaries that are not
what the reader expects."""

from __future__ import annotations

from collections.abc import Container

from .._options import BUDGETS
from .._summarizer import Summarizer
from .._summary import Summary
from .wording import flag

WRONG_TEXTS = {
    "looks_like_path": "the text is the name of a file; to read the file, give its name as an argument",
    "looks_like_url": "the text is a URL; tersely does not fetch: curl -s URL | tersely --input html -",
}


def budget_words(summarizer: Summarizer) -> str:
    """Returns the budgets as they were typed."""
    given = summarizer._given
    return " ".join(f"{flag(name)} {given[name]}" for name in given if name in BUDGETS)


def note_on_flags(flags: Container[str]) -> str | None:
    """Says that a text is probably not what was meant, or None."""
    return next((meaning for flag_name, meaning in WRONG_TEXTS.items() if flag_name in flags), None)


def note_on(summary: Summary, summarizer: Summarizer) -> str | None:
    """Returns what is odd about the summary of a text, or None."""
    if "query_unmatched" in summary.flags:
        return f"nothing matches the query{'' if summary.status == 'empty' else '; this is the summary without it'}"
    wrong = note_on_flags(summary.flags)
    if wrong is not None:
        return wrong
    if summary.status == "empty":
        return "the text is blank; there is nothing to summarise"
    if summary.status != "over_budget":
        return None
    n_words, n_chars = summary.n_words, len(summary.text)
    given = summarizer._given
    advice = "; --cut would shorten it" if given.keys() & {"words", "chars"} and "cut" not in given else ""
    return (
        f"no sentence fits {budget_words(summarizer)}; the best one has {n_words} words, {n_chars} characters{advice}"
    )
