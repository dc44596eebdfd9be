"""Property tests of options: whatever their values are, a call works and keeps the invariants, or it raises
InvalidOption, which names the option, the value and what is allowed."""

from __future__ import annotations

import math
import re
import warnings
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support.checks import FLAGS, STATUSES, check_units
from support.hostile_pages import STORY
from support.random_values import ANYTHING, attempt, near_names, options, values

import tersely
from tersely import _options

ALL = list(_options.TABLE.values())
ANALYSIS = [option for option in ALL if option.analysis]
SEGMENTATION = [option for option in ANALYSIS if option.name in _options.SEGMENTATION]
BUDGETS = [option for option in ALL if option.name in _options.BUDGET_NAMES]
BESIDE_ROWS = ("language", "title", "query")  # of a column, which may be columns themselves
MOST = 2.0**63  # above it, a count is not limited
NUMBER = re.compile(r"[-+]?(\d[.\de+-]*|inf|nan)")
DOCUMENT = tersely.Document(STORY)
SHORT = "Dr. Smith left. It was 5 p.m. already.\n\n- Bring boots.\n- A torch"
texts = st.sampled_from(
    [STORY, STORY, SHORT, "Up. Down. Up.", "", " \n", "A \ud800 here. 鲸鱼厅开放了。骨头很老。", "x"]
)
rows = st.lists(st.sampled_from([STORY, None, SHORT, ""]), max_size=3)
counts = st.one_of(st.integers(1, 9), st.integers(1, 9), ANYTHING)


def is_refused(made, given):
    """Returns whether the call raised. If so, the error is the one that the documentation names."""
    if isinstance(made, tersely.LimitExceeded):
        assert "max_bytes" in given or "max_sentences" in given, made
    elif isinstance(made, tersely.SummaryTimeout):
        assert "timeout" in given, made
    elif isinstance(made, Exception):
        assert isinstance(made, tersely.InvalidOption), made
        check_refusal(made, given)
    return isinstance(made, Exception)


def check_refusal(error, given):
    """The message names the option, the value and what is allowed."""
    message = re.sub(r"^row \d+: ", "", str(error))
    assert error.option in given, message
    shown, must, allowed = message.partition(": must ")
    assert must, message
    assert allowed, message
    name, _, quoted = shown.partition("=")
    assert name == error.option, message
    assert len(quoted) < 450, message
    if error.option not in ("relevance", "vectors") and quoted:  # of which it names the part or the shape that is wrong
        assert is_quoted(given[name], quoted), message


def is_quoted(value, quoted):
    if isinstance(value, bool) or value is None:
        return quoted == str(value)
    if isinstance(value, int | float) and NUMBER.fullmatch(quoted.strip("\"'")) and not quoted.endswith("..."):
        number = as_float(value)
        return math.isclose(float(quoted.strip("\"'")), number, rel_tol=1e-5) or number != number or number > MOST
    if isinstance(value, str) and value.isascii() and value.isprintable() and not set("\\'\"") & set(value):
        return value.strip() in quoted or (NUMBER.fullmatch(quoted) and float(quoted) == as_number(value))
    return quoted != ""


def as_float(number):
    try:
        return float(number)
    except OverflowError:
        return math.inf if number > 0 else -math.inf


def ceilings(given):
    """Returns the accepted budgets as numbers."""
    found = {name: value for name, value in given.items() if name in _options.BUDGETS and value is not None}
    return {name: as_number(value) for name, value in found.items()} or {"sentences": 3}


def as_number(value):
    if not isinstance(value, str):
        return value
    number = Decimal(value.strip().removesuffix("%"))
    return number / 100 if value.strip().endswith("%") else number


def check_result(text, summary, given):
    """What holds for every summary of a text, whatever the options are."""
    chosen = [x.index for x in summary]
    assert len(set(chosen)) == len(chosen)
    assert sorted(chosen) == sorted(summary.order)
    for x in summary:
        assert text[x.start : x.end] == x.text
    assert bool(summary) or not text.strip() or ("query_unmatched" in summary.flags and "unmatched" in given)
    check_numbers(summary, given)


def check_numbers(summary, given):
    assert summary.status in STATUSES
    assert set(summary.flags) <= FLAGS | {"query_unmatched"}
    assert 0 <= summary.coverage <= 1
    assert all(0 <= score <= 1 for score in summary.scores)
    if summary.status == "over_budget":
        assert len(summary) == 1
        return
    most = ceilings(given)
    assert len(summary) <= most.get("sentences", math.inf)
    assert summary.n_words <= most.get("words", math.inf)
    assert len(str(summary)) <= most.get("chars", math.inf)
    assert summary.n_words <= max(1, math.ceil(most.get("ratio", 1) * summary.document.n_words))
    if "tokens" in most:
        tokens = given["count_tokens"](str(summary))
        assert (tokens if isinstance(tokens, int) else len(tokens)) <= most["tokens"]


# One text


@settings(max_examples=30)
@given(texts, options(ALL))
@example(STORY, {"timeout": math.inf})
@example(STORY, {"words": -(10**30)})
@example(STORY, {"title": 10**30})
@example(STORY, {"sentences": 10**4000})
def test_summarize(text, given):
    summary = attempt(tersely.summarize, text, **given)
    if not is_refused(summary, given):
        check_result(text, summary, given)


@settings(max_examples=30)
@given(st.data())
def test_an_option_alone_fails_because_of_itself(data):
    option = data.draw(st.sampled_from(ALL))
    value = data.draw(values(option))
    given = {"method": option.methods[0]} if option.methods else {}
    given |= {"count_tokens": len} if option.name == "tokens" else {}
    summary = attempt(tersely.summarize, STORY, **{**given, option.name: value})
    if is_refused(summary, {option.name: value}):
        assert option.name in str(summary)


@settings(max_examples=30)
@given(texts, options(ALL))
def test_a_summarizer_refuses_what_summarize_refuses(text, given):
    summarizer, summary = attempt(tersely.Summarizer, **given), attempt(tersely.summarize, text, **given)
    if is_refused(summarizer, given):
        assert (type(summarizer), str(summarizer)) == (type(summary), str(summary))
        return
    assert summarizer == tersely.Summarizer(**given)
    assert repr(summarizer).startswith("Summarizer(")
    again = attempt(summarizer, text)
    assert type(again) is type(summary) or "timeout" in given
    assert again == summary or is_refused(again, given)


@settings(max_examples=30)
@given(texts, options(SEGMENTATION))
def test_split(text, given):
    units = attempt(tersely.split_sentences, text, **given)
    if not is_refused(units, given):
        check_units(text, units)


@settings(max_examples=30)
@given(texts, options(ANALYSIS), st.fixed_dictionaries({}, optional={"n": counts, "max_words": counts}))
def test_keyphrases(text, given, size):
    phrases = attempt(tersely.keyphrases, text, **given, **size)
    if is_refused(phrases, {**given, **size}):
        return
    n = size.get("n")
    assert len(phrases) <= (10 if n is None else as_number(n))
    for phrase in phrases:
        assert phrase.count == len(phrase.spans) > 0
        assert phrase.text in {text[start:end] for start, end in phrase.spans}
        assert 0 < phrase.score <= 1


OF_DOCUMENT = {
    "include": st.one_of(st.lists(st.one_of(st.integers(-2, 9), ANYTHING), max_size=3), ANYTHING),
    "exclude": st.one_of(st.lists(st.integers(0, 9), max_size=2), ANYTHING),
    "seen": st.one_of(st.lists(st.sampled_from([DOCUMENT, DOCUMENT.summarize(1)]), max_size=2), ANYTHING),
    "vectors": st.one_of(st.just([[1.0, 0.5]] * len(DOCUMENT.candidates)), ANYTHING),
}


@settings(max_examples=30)
@given(st.fixed_dictionaries({}, optional=OF_DOCUMENT))
def test_what_belongs_to_a_document(given):
    summary = attempt(DOCUMENT.summarize, **given)
    if not is_refused(summary, given):
        included, excluded = (set(given.get(name, ())) for name in ("include", "exclude"))
        check_result(STORY, summary, {"sentences": max(3, len(included))})
        assert included <= set(summary.order)
        assert not excluded & set(summary.order)


@settings(max_examples=30)
@given(options(BUDGETS))
def test_other_budgets(given):
    summary = attempt(DOCUMENT.summarize(1).at, **given)
    if not is_refused(summary, given):
        has_budget = any(given.get(name) is not None for name in _options.BUDGETS)
        check_result(STORY, summary, given if has_budget else {"sentences": 1})


@settings(max_examples=30)
@given(st.sampled_from([{"chars": 9}, {"words": 30}, {"tokens": "400", "count_tokens": len}]), counts)
@example({"chars": 9}, 10**400)
def test_a_joined_summary_keeps_any_budget(budget, size):
    name = next(iter(budget))
    given = {**budget, name: size}
    summary = attempt(tersely.summarize, STORY, **given)
    bounded = size is not None and name != "words"
    if not is_refused(summary, given) and bounded and summary.status in ("ok", "whole_text"):
        assert len(summary.join(" ", gap=" […] ")) <= max(as_number(size), len(str(summary[0])))


# Several texts


HOW = {
    "threads": st.one_of(st.sampled_from([0, 1, 2]), ANYTHING),
    "on_error": st.one_of(st.sampled_from(["raise", "status"]), ANYTHING),
    "progress": st.one_of(st.just(False), ANYTHING.filter(lambda value: value is not True and not callable(value))),
}


@settings(max_examples=30)
@given(rows, options(ALL), st.fixed_dictionaries({}, optional=HOW))
def test_many(several, given, how):
    summaries = attempt(tersely.summarize_many, several, **given, **how)
    if is_refused(summaries, {**given, **how}):
        return
    assert len(summaries) == len(several)
    for text, summary in zip(several, summaries):
        if text is None or summary is None:
            assert text is summary
        elif summary.status == "error":
            assert is_refused(attempt(tersely.summarize, text, **given), given)
        else:
            check_result(text, summary, given)
            assert summary == tersely.summarize(text, **given)


BESIDE_TEXTS = {
    "names": st.one_of(st.lists(st.sampled_from(["Post", None, "Times"]), max_size=3), ANYTHING),
    "dates": st.one_of(st.lists(st.one_of(st.integers(0, 9), st.none(), ANYTHING), max_size=3), ANYTHING),
    "scores": st.one_of(st.lists(st.one_of(st.floats(0, 9), ANYTHING), max_size=3), ANYTHING),
}


@settings(max_examples=30)
@given(rows, options(ALL), st.fixed_dictionaries({}, optional=BESIDE_TEXTS))
@example(["It rained."], {}, {"scores": [10**400]})
@example(["It rained.", "It snowed."], {}, {"dates": [Decimal("NaN"), Decimal(1)]})
def test_documents(several, given, beside):
    summary = attempt(tersely.summarize_documents, several, **given, **beside)
    if is_refused(summary, {**given, **beside}):
        return
    assert len({x.index for x in summary}) == len(summary)
    for x in summary:
        assert several[x.source][x.start : x.end] == x.text
    if not any(text and text.strip() for text in several):
        assert summary.status == "empty"
    check_numbers(summary, given)


def options_of_rows(table):
    return options([option for option in table if option.name not in BESIDE_ROWS])


COLUMNS = {
    tersely.summarize_column: (options_of_rows(ALL), BESIDE_ROWS, True),
    tersely.split_column: (options_of_rows(SEGMENTATION), ("language",), True),
    tersely.keyphrases_column: (options_of_rows(ANALYSIS), ("language",), False),
}
columns = st.one_of(st.none(), st.just("en"), st.lists(st.sampled_from(["en", None, "ferry"]), max_size=3), ANYTHING)
outputs = st.one_of(st.just("struct"), st.just("struct"), ANYTHING)


@pytest.mark.parametrize("call", COLUMNS, ids=lambda call: call.__name__)
@settings(max_examples=30)
@given(several=rows, data=st.data())
def test_columns(call, several, data):
    table, beside, has_output = COLUMNS[call]
    more = {**HOW, **dict.fromkeys(beside, columns), **({"output": outputs} if has_output else {})}
    given = data.draw(table) | data.draw(st.fixed_dictionaries({}, optional=more))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # failed rows
        column = attempt(call, several, **given)
    if is_refused(column, given):
        return
    assert len(column) == len(several)
    for text, row in zip(several, column):
        assert text is not None or row is None
        if isinstance(row, dict) and row["status"] not in ("over_budget", "error"):
            check_struct(text, row, given)


def check_struct(text, row, given):
    spans = [(x["start"], x["end"]) for x in row["sentences"]]
    assert len(set(spans)) == len(spans)
    assert all(text[start:end].strip() for start, end in spans)
    assert row["summary"] or not text.strip() or "query_unmatched" in row["flags"]
    assert row["status"] in STATUSES
    most = ceilings(given)
    assert len(row["summary"]) <= most.get("chars", math.inf)
    assert len(spans) <= most.get("sentences", math.inf)


@settings(max_examples=30)
@given(st.lists(st.one_of(st.none(), rows), max_size=3), options_of_rows(ALL))
def test_columns_of_lists(several, given):
    column = attempt(tersely.summarize_documents_column, several, output="struct", **given)
    if not is_refused(column, given):
        assert [row is None for row in column] == [row is None for row in several]


# Names


@pytest.mark.parametrize(
    "call",
    [
        tersely.summarize,
        tersely.split_sentences,
        tersely.keyphrases,
        tersely.Document,
        lambda text, **given: tersely.Summarizer(**given),
        lambda text, **given: tersely.summarize_many([text], **given),
        lambda text, **given: tersely.summarize_documents([text], **given),
        lambda text, **given: tersely.summarize_column([text], **given),
        lambda text, **given: tersely.Document(text).summarize(**given),
        lambda text, **given: tersely.summarize(text).at(**given),
    ],
)
@settings(max_examples=10)
@given(name=st.one_of(near_names(_options.TABLE), st.text(max_size=5)))
@example(name="\ud800")
@example(name="")
@example(name="self_")
def test_unknown_names_are_named(call, name):
    error = attempt(call, SHORT, **{name: object()})  # which is the value of no option
    assert isinstance(error, TypeError | tersely.InvalidOption)
    assert name in str(error) or repr(name) in str(error)
