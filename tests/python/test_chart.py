"""Charts in which pointing at a mark shows the sentence: the data that they draw and tell."""

from __future__ import annotations

import subprocess
import sys

import pytest

import tersely

pytest.importorskip("altair")
pytest.importorskip("numpy")

VEGALITE = "application/vnd.vegalite.v5+json"
KINDS = ["scores", "coverage", "similarity", "concepts"]


@pytest.fixture(scope="module")
def summary(article):
    return tersely.summarize(article)


def drawing(summary, kind):
    return summary.chart(kind)._repr_mimebundle_()[VEGALITE]


def rows(chart):
    return chart["data"]["values"]


def tooltip(chart):
    return [field["field"] for field in chart["encoding"]["tooltip"]]


def test_each_bar_of_the_scores_tells_its_sentence(summary):
    chart = drawing(summary, "scores")
    assert tooltip(chart) == ["sentence", "index", "score", "choice"]
    document, chosen = summary.document, {x.index for x in summary}
    assert sorted(row["index"] for row in rows(chart)) == list(document.candidates)
    for row in rows(chart):
        assert row["sentence"] == str(document[row["index"]])
        assert row["score"] == summary.scores[row["index"]]
        assert (row["choice"] == "chosen") == (row["index"] in chosen)


def test_each_point_of_the_coverage_tells_the_sentence_that_is_added(summary):
    line, marked = drawing(summary, "coverage")["layer"]
    n = len(summary.document.candidates)
    assert tooltip(line)[0] == "adds"
    for k, row in enumerate(rows(line), 1):
        added = set(summary.at(k).order) - set(summary.at(k - 1).order if k > 1 else ())
        assert (row["sentences"], row["adds"]) == (k, str(summary.document[added.pop()]))
        assert row["coverage"] == pytest.approx(summary.at(k).coverage)
    assert len(rows(line)) == n
    assert [row["sentences"] for row in rows(marked)] == [summary.suggest(), len(summary)]


def test_each_cell_of_the_similarity_tells_both_sentences(summary):
    chart = drawing(summary, "similarity")
    document, n = summary.document, len(summary.document.candidates)
    assert tooltip(chart) == ["a", "b", "cosine"]
    assert len(rows(chart)) == n * (n - 1) // 2
    for row in rows(chart):
        assert (row["a"], row["b"]) == (str(document[row["row"]]), str(document[row["column"]]))
        assert -1e-9 <= row["cosine"] <= 1


def test_many_sentences_are_compared_in_groups():
    summary = tersely.summarize_sentences([f"The bridge number {i} is closed." for i in range(200)], 1)
    chart = drawing(summary, "similarity")
    assert max(row["row"] for row in rows(chart)) == 198  # 67 groups of 3
    assert len(rows(chart)) == 67 * 66 // 2
    assert chart["encoding"]["x"]["title"] == "sentence (groups of 3)"


def test_each_concept_tells_the_sentence_that_covers_it(summary):
    chart = drawing(summary, "concepts")
    by_sentence = {text: str(pick.sentence) for pick in reversed(summary.explain().picks) for text, _ in pick.concepts}
    weights = [row["weight"] for row in rows(chart)]
    assert len(weights) == 20
    assert weights == sorted(weights, reverse=True)
    for row in rows(chart):
        assert row["sentence"] == by_sentence.get(row["concept"], "")
        assert (row["by"] == "not covered") == (row["sentence"] == "")


def test_a_chart_is_drawn_without_the_network(summary):
    for kind in KINDS:
        chart = summary.chart(kind)
        assert set(chart._repr_mimebundle_()) == {VEGALITE, "text/plain"}
        assert "http" not in str(drawing(summary, kind))
        assert chart.altair.to_dict()["title"] == drawing(summary, kind)["title"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", ["One bridge.", "?!", "\ud83d\udc0b", "- item\n- item", "# Heading", " \n"])
def test_small_texts(text, kind):
    drawing(tersely.summarize(text), kind)


def test_long_sentences_are_shortened():
    summary = tersely.summarize(f"The bridge{' is closed and' * 200} old. The ferry is free.", 1)
    assert all(len(row["sentence"]) <= 200 for row in rows(drawing(summary, "scores")))


def test_wrong_calls(summary):
    with pytest.raises(tersely.InvalidOption, match=r"kind='bars': must be one of \"scores\""):
        summary.chart("bars")
    (failed,) = tersely.summarize_many([b"caf\xe9"], on_error="status")
    with pytest.raises(tersely.TerselyError, match="could not be summarised"):
        failed.chart()


@pytest.mark.parametrize("package, call", [("altair", "chart"), ("ipywidgets", "slider")])
def test_a_missing_package_is_named(package, call):
    program = f"""
import sys
sys.modules["{package}"] = None
import tersely
try:
    tersely.summarize("One bridge. Two ferries came. Three boats.").{call}()
except ImportError as error:
    assert "pip install 'tersely[notebook]'" in str(error), error
else:
    raise SystemExit("no error")
"""
    subprocess.run([sys.executable, "-c", program], check=True)
