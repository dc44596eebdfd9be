"""Assertions that hold for every text, shared by the property tests and the tests of hostile texts."""

from __future__ import annotations

import math
from collections.abc import Sequence

import tersely

INVISIBLE = {chr(c) for c in [*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF]}
KINDS = {"sentence", "heading", "item", "turn", "fragment", "code"}
STATUSES = {"ok", "whole_text", "all_candidates", "over_budget", "cut", "empty"}
FLAGS = {
    "no_punctuation",
    "looks_like_html",
    "language_unknown",
    "headings_used",
    "few_sentences",
    "repeated",
    "written_newlines",
    "looks_like_path",
    "looks_like_url",
    "replacement_characters",
    "lone_surrogates",
    "wrong_encoding",
}


def indices(summary: tersely.Summary) -> list[int]:
    return [x.index for x in summary]


def is_outside(text: str) -> bool:
    """Returns whether these characters may stand between units."""
    return all(c in INVISIBLE for c in set(text) if not c.isspace())


def check_units(text: str, units: Sequence[tersely.Sentence]) -> None:
    """Units are verbatim, ascending, disjoint and not blank, and no text between them is lost."""
    end = 0
    for i, unit in enumerate(units):
        assert unit.index == i
        assert text[unit.start : unit.end] == unit.text
        assert unit.text.strip() == unit.text != ""
        assert end <= unit.start
        assert is_outside(text[end : unit.start])
        assert unit.kind in KINDS
        assert unit.candidate == (unit.reason is None)
        end = unit.end
    assert is_outside(text[end:])
    assert bool(units) == bool(text.strip())
    paragraphs = [unit.paragraph for unit in units]
    assert paragraphs == sorted(paragraphs)
    assert not units or any(unit.candidate for unit in units)


def check_summary(document: tersely.Document, summary: tersely.Summary) -> None:
    """The summary has some of the document's candidates (or all its units), each once, in order, with valid numbers."""
    chosen = indices(summary)
    assert chosen == sorted(set(chosen)) == sorted(summary.order)
    assert summary.status in STATUSES
    assert set(summary.flags) <= FLAGS
    if summary.status == "whole_text":
        assert chosen == list(range(len(document)))
        assert summary.coverage == 1
    else:
        assert set(chosen) <= set(document.candidates)
    for x in summary:
        source = document.text if isinstance(document.text, str) else document.text.decode()
        assert source[x.start : x.end] == x.text
        assert document[x.index].text.startswith(x.text)
        assert x.cut or x.text == document[x.index].text
    assert [x.index for x in summary if x.cut] == (list(summary.order[-1:]) if summary.status == "cut" else [])
    assert bool(summary) == bool(document) == (summary.status != "empty")
    assert 0 <= summary.coverage <= 1
    scores = list(summary.scores)
    assert len(scores) == len(document)
    assert all(math.isfinite(score) and 0 <= score <= 1 for score in scores)
    candidates = set(document.candidates)
    assert all(score == 0 for i, score in enumerate(scores) if i not in candidates)
    for x in summary:
        assert x.score == scores[x.index]
        assert (x.rank is None) == (x.index not in candidates)


def check_budget(summary: tersely.Summary, **budget: int) -> None:
    """The ceilings hold, except for a single sentence that is too long by itself."""
    if summary.status == "over_budget":
        assert len(summary) == 1
        return
    assert len(summary) <= budget.get("sentences", math.inf)
    assert summary.n_words <= budget.get("words", math.inf)
    assert len(str(summary)) <= budget.get("chars", math.inf)
