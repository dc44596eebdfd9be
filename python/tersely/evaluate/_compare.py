"""Compares methods on texts with references."""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from statistics import fmean
from typing import Literal

from .. import _core
from .._errors import InvalidOption, quote
from .._inputs import check_row, check_source, is_missing
from .._progress import Progress, ProgressFunction
from .._splitting import split_many
from .._threads import resolve_threads
from ._comparison import Comparison
from ._methods import Methods, Outcome, resolve_methods, run_method
from ._options import MULTI, TOKENS, check_choice, check_count, check_references, make_rouge_options
from ._results import FEW_TEXTS, MethodRun, Scores, Setting

_TYPES = ("rouge1", "rouge2", "rougeL")
_MOST_DETECTED = 100  # texts whose language is detected


def compare(
    texts: Iterable[str | None],
    references: Iterable[str | Sequence[str] | None],
    methods: Methods | None = None,
    *,
    words: int | None = None,
    sentences: int | None = None,
    baseline: str = "lead",
    equal_length: bool = True,
    n_resamples: int = 1000,
    seed: int = 0,
    use_stemmer: bool = False,
    tokens: Literal["auto", "rouge-score", "words"] = "auto",
    multi: Literal["max", "mean"] = "max",
    threads: int = 0,
    progress: bool | ProgressFunction = False,
) -> Comparison:
    """Compares methods on texts with references, and tests which differences
    from a baseline are real.

    >>> text = "It rained. The council closed the old bridge. Buses run."
    >>> texts = [text] * 100
    >>> references = ["The council closed the bridge."] * 100
    >>> result = evaluate.compare(texts, references, ["cover"], sentences=1)
    >>> print(result.conclusion)
    Better than lead, beyond chance: ...

    The methods lead and random and the baseline always take part. Every
    difference is tested by a paired bootstrap on the mean of ROUGE-1, ROUGE-2
    and ROUGE-L (F-measures); with several methods, the p values are corrected
    by Holm's method. The result depends on the arguments only. If a method
    fails on a text, or its summary has no words, its scores there are 0, and
    the table counts it. Ctrl-C stops the call.

    Args:
        texts: each a str. Rows in which the text or the reference is missing or
            blank are left out and counted.
        references: for each text, one or several references.
        methods: names from `tersely.methods()`, all of them by default; a dict
            from names to options such as `{"method": "lexrank", "threshold":
            None}`, to Summarizers, or to functions; or a list of names and
            dicts. A function gets a text, and returns a str, a Summary or a
            list of sentences; it must know the budget.
        words, sentences: the budget of each summary, one of the two. By
            default, each summary may have as many words as the references of
            its text have on average.
        baseline: the method with which the others are compared.
        equal_length: if True, all summaries of a text are cut to the number of
            words of the shortest one before they are scored, because longer
            summaries have other scores even if they are no better.
        n_resamples: the number of resamples of the bootstrap.
        seed: of the bootstrap.
        use_stemmer, multi: see rouge.
        tokens: see rouge; "auto" means "rouge-score" if most texts are English,
            and "words" otherwise.
        threads, progress: see summarize_many. The progress counts the texts of
            all methods.

    Raises:
        TypeError: a text or reference is not a str.
        ValueError: there are not as many references as texts.
        InvalidOption: the value of an option is not allowed, or no text with a
            reference is left.

    Warns:
        UserWarning: there are fewer than 100 texts.
    """
    check_choice("tokens", tokens, ("auto", *TOKENS))
    check_choice("multi", multi, MULTI)
    if words is not None and sentences is not None:
        raise InvalidOption(
            f"sentences={quote(sentences)}: must not be given together with words", "sentences", sentences
        )
    fixed = _fixed_budget(words, sentences)
    count_resamples = check_count("n_resamples", n_resamples) or 0
    threads = resolve_threads(threads)
    resolved = resolve_methods(methods, baseline)
    kept, kept_references, n_left_out = _read(texts, references)
    if len(kept) < FEW_TEXTS:
        warnings.warn(
            f"{len(kept)} texts are few: below {FEW_TEXTS}, only large differences can be told from chance",
            stacklevel=2,
        )
    if tokens == "auto":
        tokens = _detect_tokens(kept)
    options = make_rouge_options(_TYPES, use_stemmer, tokens, multi)
    budgets = [fixed] * len(kept) if fixed else _budgets_of(kept_references)
    with closing(Progress(progress, len(kept) * len(resolved))) as shown:
        outcomes = {
            name: run_method(method, kept, budgets, threads, shown, number * len(kept))
            for number, (name, method) in enumerate(resolved.items())
        }
    runs, lengths = _measure(outcomes, equal_length)
    _score(runs, kept_references, options, threads)
    oracle = _run_oracle(kept, kept_references, budgets, lengths if equal_length else None, options, threads)
    setting = Setting(baseline, fixed, equal_length, tokens, n_left_out, fmean(lengths), count_resamples, seed)
    return Comparison._of(kept, runs, oracle, setting)


def _fixed_budget(words: object, sentences: object) -> dict[str, int]:
    given = {"words": check_count("words", words), "sentences": check_count("sentences", sentences)}
    return {name: value for name, value in given.items() if value is not None}


def _read(
    texts: Iterable[str | None], references: Iterable[str | Sequence[str] | None]
) -> tuple[list[str], list[list[str]], int]:
    """Returns the rows that have a text and references, and how many have
    not."""
    rows = [check_row(row, text) for row, text in enumerate(check_source(texts))]
    wanted = list(check_source(references))
    if len(rows) != len(wanted):
        raise ValueError(f"there are {len(rows)} texts, but references for {len(wanted)}")
    kept, kept_references = [], []
    for row, (text, given) in enumerate(zip(rows, wanted, strict=True)):
        if isinstance(text, bytes):
            raise TypeError(f"row {row}: must be str, not bytes; decode it: text.decode()")
        named = [] if is_missing(given) or given == [] else check_references(given, f"row {row}: references")
        named = [reference for reference in named if reference.strip()]
        if text is not None and text.strip() and named:
            kept.append(text)
            kept_references.append(named)
    if not kept:
        raise InvalidOption("texts: must hold at least one text with a reference", "texts", texts)
    return kept, kept_references, len(rows) - len(kept)


def _detect_tokens(texts: list[str]) -> Literal["rouge-score", "words"]:
    split = split_many(texts[:_MOST_DETECTED], threads=1, on_error="status")
    languages = Counter(one.language for one in split if one is not None)
    return "rouge-score" if languages.most_common(1)[0][0] == "en" else "words"


def _budgets_of(references: list[list[str]]) -> list[dict[str, int]]:
    return [{"words": max(1, round(fmean(_core.count_words(row))))} for row in references]


def _measure(outcomes: Mapping[str, list[Outcome]], equal_length: bool) -> tuple[dict[str, MethodRun], list[int]]:
    """Returns the runs, with summaries of equal length if asked for, and the
    words of the shortest for each text."""
    words = {name: _core.count_words([one.summary or "" for one in rows]) for name, rows in outcomes.items()}
    lengths = [min((n for n in row if n > 0), default=0) for row in zip(*words.values(), strict=True)]
    runs = {}
    for name, rows in outcomes.items():
        summaries = [one.summary or "" for one in rows]
        if equal_length:
            summaries = [_core.first_words(text, n) for text, n in zip(summaries, lengths, strict=True)]
        failures = {row: one.error for row, one in enumerate(rows) if one.error is not None}
        runs[name] = MethodRun(summaries, [n for n in words[name] if n > 0], failures, [])
    return runs, lengths


def _score(
    runs: Mapping[str, MethodRun], references: list[list[str]], options: _core.RougeOptions, threads: int
) -> None:
    for run in runs.values():
        run.scores.extend(_fmeasures(run.summaries, references, options, threads))


def _fmeasures(
    summaries: list[str], references: list[list[str]], options: _core.RougeOptions, threads: int
) -> list[Scores]:
    scores = memoryview(_core.rouge(summaries, references, options, threads, None))
    table: list[list[float]] = scores.tolist()  # type: ignore[assignment]  # it has two dimensions
    return [Scores(*row[2::3]) for row in table]


def _run_oracle(
    texts: list[str],
    references: list[list[str]],
    budgets: Sequence[Mapping[str, int]],
    lengths: list[int] | None,
    options: _core.RougeOptions,
    threads: int,
) -> list[Scores]:
    """Scores the oracle. `lengths`: how many words it may use in each text, if
    not those of the budget."""
    words = [budget.get("words") for budget in budgets] if lengths is None else lengths
    limits = [(budget.get("sentences"), n) for budget, n in zip(budgets, words, strict=True)]
    chosen = _core.oracle_many(texts, references, limits, options, threads, None)
    return _fmeasures(chosen, references, options, threads)
