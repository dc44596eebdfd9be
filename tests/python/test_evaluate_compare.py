"""Comparisons of methods: scores, tests, failures, and how the result shows itself."""

from __future__ import annotations

import random
import statistics
import subprocess
import sys

import pytest
import textbook_evaluation as textbook
from hypothesis import given
from hypothesis import strategies as st

import tersely
from tersely import evaluate
from tersely.evaluate._comparison import correct

WORDS = [
    "bridge",
    "ferry",
    "council",
    "river",
    "school",
    "harbour",
    "engineer",
    "ticket",
    "storm",
    "island",
    "museum",
    "budget",
    "market",
    "winter",
]


def make_texts(n):
    """Texts of ten sentences, and references that are the second and a part of the third."""
    chance = random.Random(7)
    texts, references = [], []
    for number in range(n):
        lines = [f"The {' '.join(chance.choices(WORDS, k=9))} {number}.".capitalize() for _ in range(10)]
        texts.append(" ".join(lines))
        references.append(f"{lines[1]} {' '.join(lines[2].split()[:5])}.")
    return texts, references


TEXTS, REFERENCES = make_texts(100)


def second(text):
    """A method that knows where the reference is."""
    return tersely.split_sentences(text).texts[1:3]


@pytest.fixture(scope="module")
def result():
    return evaluate.compare(TEXTS, REFERENCES, ["cover", {"second": second}], sentences=2)


def row_of(result, method):
    return next(row for row in result.rows if row.method == method)


def test_lead_and_random_always_take_part(result):
    assert {row.method for row in result.rows} == {"cover", "second", "lead", "random", "oracle"}
    assert len(result) == len(result.rows) == 5
    assert result.rows[0].method == "second"
    assert result.rows[-1].method == "oracle"


def test_the_means_are_those_of_rouge_at_equal_length(result):
    texts = {"lead": [str(tersely.summarize(text, 2, method="lead")) for text in TEXTS]}
    texts["second"] = ["\n".join(second(text)) for text in TEXTS]
    every = [
        *texts.values(),
        *([str(tersely.summarize(text, 2, method=name)) for text in TEXTS] for name in ("cover", "random")),
    ]
    for name, summaries in texts.items():
        cut = [" ".join(one.split()[: min(len(x.split()) for x in row)]) for one, row in zip(summaries, zip(*every))]
        scores = evaluate.rouge_many(cut, REFERENCES)

        for kind in ("rouge1", "rouge2", "rougeL"):
            expected = statistics.fmean(score[kind].fmeasure for score in scores)
            assert getattr(row_of(result, name), kind) == pytest.approx(expected)


def test_results_have_the_public_types(result):
    assert isinstance(result, evaluate.Comparison)
    assert result.baseline == "lead"
    lead = row_of(result, "lead")
    assert isinstance(lead, evaluate.MethodResult)
    assert 0 < lead.rouge2 < lead.rouge1 < 1
    assert 0 < lead.rougeL < lead.rouge1
    assert isinstance(result.differences("lead", "second", 1)[0], evaluate.TextDifference)
    assert isinstance(evaluate.oracle(TEXTS[0], REFERENCES[0]), evaluate.Oracle)
    assert isinstance(evaluate.rouge(TEXTS[0], REFERENCES[0])["rouge1"], evaluate.Score)
    assert isinstance(evaluate.score_picks([0], [1]), evaluate.PickScore)
    assert isinstance(evaluate.describe(TEXTS[0], REFERENCES[0]), evaluate.Description)


def test_large_limits_are_none():
    free = evaluate.oracle(TEXTS[0], REFERENCES[0])
    assert evaluate.oracle(TEXTS[0], REFERENCES[0], sentences=10**30, words=2**64) == free


def test_a_real_difference_is_found_and_told(result):
    row = row_of(result, "second")

    assert row.is_real
    assert row.low <= row.difference <= row.high
    assert row.low > 0
    assert row.p_value < 0.05
    assert result.conclusion.startswith("Better than lead, beyond chance: second (+")


def test_methods_that_do_the_same_are_not_told_apart():
    result = evaluate.compare(TEXTS, REFERENCES, {"same": {"method": "lead"}}, sentences=2)
    row = row_of(result, "same")

    assert (row.difference, row.low, row.high, row.p_value, row.is_real) == (0, 0, 0, 1, False)
    assert "No real difference from lead was found for" in result.conclusion


def test_the_interval_is_that_of_a_plain_bootstrap(result):
    differences = [a.mean - b.mean for a, b in zip(result.scores["second"], result.scores["lead"])]
    chance = random.Random(1)
    means = sorted(statistics.fmean(chance.choices(differences, k=len(differences))) for _ in range(2000))
    row = row_of(result, "second")

    assert row.difference == pytest.approx(statistics.fmean(differences))
    assert row.low == pytest.approx(means[50], abs=0.02)
    assert row.high == pytest.approx(means[1949], abs=0.02)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=8, unique=True))
def test_holm(p_values):
    assert correct(p_values) == pytest.approx(textbook.holm(p_values))


def test_the_result_depends_on_the_arguments_only(result):
    again = evaluate.compare(TEXTS, REFERENCES, ["cover", {"second": second}], sentences=2, threads=3)
    other = evaluate.compare(TEXTS, REFERENCES, ["cover", {"second": second}], sentences=2, seed=1)

    assert again.rows == result.rows
    assert [row[:7] for row in other.rows] == [row[:7] for row in result.rows]
    assert [row.low for row in other.rows] != [row.low for row in result.rows]


def test_the_oracle_is_a_ceiling(result):
    best = row_of(result, "oracle")

    assert best.oracle_share == 1
    assert all(row.rouge1 <= best.rouge1 + 0.02 and row.oracle_share <= 1.02 for row in result.rows)


def test_the_length_of_the_references_is_the_default():
    texts, references = (
        ["One two three. Four five six. Seven eight nine."] * 100,
        ["One two three four five six."] * 100,
    )

    result = evaluate.compare(texts, references, ["lead"])

    assert row_of(result, "lead").words == 6
    assert row_of(result, "lead").rouge1 == 1
    assert "as long as its references" in str(result)


def test_equal_length_can_be_turned_off():
    methods = {"all": lambda text: text}
    cut = evaluate.compare(TEXTS, REFERENCES, methods, words=30)
    whole = evaluate.compare(TEXTS, REFERENCES, methods, words=30, equal_length=False)

    assert row_of(cut, "all").words == row_of(whole, "all").words > 100
    assert row_of(cut, "all").rouge1 > row_of(whole, "all").rouge1
    assert "not cut to equal length" in str(whole)


def test_failures_count_as_zero():
    def fail_at_first(text):
        if text == TEXTS[0]:
            raise RuntimeError("no \x1b[31mluck")
        return None if text == TEXTS[1] else "" if text == TEXTS[2] else second(text)

    result = evaluate.compare(TEXTS, REFERENCES, {"bad": fail_at_first}, sentences=2)

    assert row_of(result, "bad").failed == 3
    assert result.failures["bad"] == {
        0: "RuntimeError: no \x1b[31mluck",
        1: "TypeError: it must return a str, a Summary or sentences, not None",
        2: "the summary has no words",
    }
    assert [scores.mean for scores in result.scores["bad"][:3]] == [0, 0, 0]
    assert result.scores["lead"][0].mean > 0
    assert "bad failed on 3 texts, which count as 0; the first: RuntimeError" in str(result)
    assert "\x1b" not in str(result)


def test_ctrl_c_in_a_method_is_no_failure():
    def stop(text):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        evaluate.compare(TEXTS, REFERENCES, {"stop": stop}, sentences=2)


def test_where_the_baseline_wins(result):
    found = result.differences("cover", "lead", n=3)

    scores = result.scores
    worst = sorted(a.mean - b.mean for a, b in zip(scores["cover"], scores["lead"]))[:3]
    assert [one.difference for one in found] == worst
    assert all(one.text == TEXTS[one.row] and one.first != one.second for one in found)
    assert all(len(repr(one)) < 300 and f"row={one.row}" in repr(one) for one in found)
    assert result.differences("lead", "lead") == []


def test_a_summarizer_gets_the_budget():
    result = evaluate.compare(TEXTS, REFERENCES, {"two": tersely.Summarizer(9, method="lead")}, sentences=2)

    assert result.scores["two"] == result.scores["lead"]


def test_few_texts_are_told():
    with pytest.warns(UserWarning, match="3 texts are few"):
        result = evaluate.compare(TEXTS[:3], REFERENCES[:3], ["cover"], sentences=2)

    assert result.conclusion.endswith("3 texts are too few to find small differences.")


def test_three_texts_never_show_a_real_difference():
    with pytest.warns(UserWarning, match="few"):
        result = evaluate.compare(TEXTS[:3], REFERENCES[:3], {"second": second}, sentences=2)

    assert row_of(result, "second").low > 0
    assert row_of(result, "second").p_value >= 0.25
    assert "beyond chance" not in result.conclusion


def test_rows_without_text_or_reference_are_left_out():
    texts = [*TEXTS, None, "A text.", "Another.", " "]
    references = [*REFERENCES, "a", None, [" "], "b"]

    result = evaluate.compare(texts, references, ["cover"], sentences=2)

    assert (result.n_texts, result.n_left_out) == (100, 4)
    assert "4 left out without text or reference" in str(result)


def test_texts_that_are_not_english_are_scored_by_words(samples):
    with pytest.warns(UserWarning, match="few"):
        result = evaluate.compare([samples["chinese"]], ["桥关闭了"], ["cover"], sentences=1)

    assert "words of any language" in str(result)


def test_progress_counts_the_texts_of_all_methods():
    calls = []

    evaluate.compare(TEXTS, REFERENCES, {"second": second}, progress=lambda *call: calls.append(call))

    assert calls[-1] == (300, 300)
    assert [done for done, _ in calls] == sorted(done for done, _ in calls)


def test_the_table(result):
    lines = str(result).split("\n")

    assert lines[0].split() == [
        "method",
        "R-1",
        "R-2",
        "R-L",
        "words",
        "of",
        "oracle",
        "difference",
        "95",
        "%",
        "interval",
        "p",
    ]
    assert lines[1].startswith("second ")
    assert "*" in lines[1]
    assert lines[-1] == result.conclusion
    assert repr(result) == "Comparison(cover, second, lead, random; 100 texts)"


def test_the_notebook_table():
    result = evaluate.compare(TEXTS, REFERENCES, {"<script>": second}, sentences=2)
    page = result._repr_html_()

    assert "&lt;script&gt;" in page
    assert "<script" not in page
    assert page.count("<tr") == 5


def test_tables_of_other_libraries(result):
    pandas, polars, pyarrow = (pytest.importorskip(name) for name in ("pandas", "polars", "pyarrow"))
    expected = [row._asdict() for row in result.rows]

    assert result.to_polars().to_dicts() == expected
    assert result.to_pandas().method.to_list() == [row["method"] for row in expected]
    assert pandas.isna(result.to_pandas().difference.iloc[-1])
    assert pyarrow.table(result).to_pylist() == expected
    assert polars.DataFrame(result).shape == (5, 12)


@pytest.mark.parametrize(
    "options, option",
    [
        ({"methods": ["coverr"]}, "method"),
        ({"methods": {"a": 3}}, "methods"),
        ({"methods": {"oracle": str}}, "methods"),
        ({"baseline": "nothing"}, "method"),
        ({"words": 0}, "words"),
        ({"words": 3, "sentences": 3}, "sentences"),
        ({"n_resamples": 0}, "n_resamples"),
        ({"tokens": "letters"}, "tokens"),
        ({"multi": "min"}, "multi"),
        ({"threads": -1}, "threads"),
    ],
)
def test_wrong_options_are_named(options, option):
    with pytest.raises(tersely.InvalidOption, match=option) as caught:
        evaluate.compare(TEXTS, REFERENCES, **options)

    assert caught.value.option == option


def test_wrong_inputs():
    with pytest.raises(ValueError, match="1 texts, but references for 2"):
        evaluate.compare(["a"], ["b", "c"])
    with pytest.raises(TypeError, match="row 0"):
        evaluate.compare([3], ["b"])
    with pytest.raises(TypeError, match="row 0: references"):
        evaluate.compare(["a"], [[3]])
    with pytest.raises(TypeError, match="not one text"):
        evaluate.compare("a", ["b"])
    with pytest.raises(tersely.InvalidOption, match="at least one text"):
        evaluate.compare([], [])


def test_differences_of_unknown_methods(result):
    with pytest.raises(
        tersely.InvalidOption, match="first='coverr': must be one of the methods compared: cover, second"
    ):
        result.differences("coverr", "lead")


def test_the_package_is_not_imported_with_tersely():
    code = "import sys, tersely; assert 'tersely.evaluate' not in sys.modules"

    assert subprocess.run([sys.executable, "-c", code], timeout=60).returncode == 0
