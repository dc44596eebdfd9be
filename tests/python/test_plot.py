"""Pictures of a summary: the right things are drawn in the right places."""

from __future__ import annotations

import math
import subprocess
import sys

import pytest

import tersely

matplotlib = pytest.importorskip("matplotlib")
matplotlib.use("Agg")
numpy = pytest.importorskip("numpy")
pyplot = pytest.importorskip("matplotlib.pyplot")

KINDS = ["scores", "coverage", "similarity", "concepts"]
BRIDGE = (
    "The old bridge across the river is closed for repairs. The bridge needs repairs. A ferry carries people across "
    "the river. The ferry is free. Shops fear for their customers."
)
REPORT = "Bridge closed\n\n" + BRIDGE


@pytest.fixture(autouse=True)
def _close_figures():
    yield
    pyplot.close("all")


@pytest.fixture(scope="module")
def summary():
    return tersely.summarize(REPORT, 2)


def labels(ax):
    return [text.get_text() for text in ax.get_legend().get_texts()]


def drawn_lines(ax):
    """Returns {x: height} of the vertical lines."""
    segments = [
        segment for lines in ax.collections if hasattr(lines, "get_segments") for segment in lines.get_segments()
    ]
    return {segment[1][0]: segment[1][1] for segment in segments}


def line(ax, label):
    (found,) = (line for line in ax.lines if line.get_label().startswith(label))
    return list(zip(found.get_xdata(), found.get_ydata()))


def bars(ax):
    """Returns (text, weight, label in the legend) from top to bottom."""
    rows = [
        (bar.get_y() + bar.get_height() / 2, bar.get_width(), container.get_label())
        for container in ax.containers
        for bar in container
    ]
    texts = dict(zip(ax.get_yticks(), (label.get_text() for label in ax.get_yticklabels())))
    return [(texts[y], weight, label) for y, weight, label in sorted(rows)]


# Scores


def test_every_picture_has_a_title(summary):
    titles = [summary.plot(kind).get_title(loc="left") for kind in KINDS]
    assert titles == [
        "Scores of 5 candidates, 2 chosen",
        "Coverage by number of sentences",
        "Similarity of 5 candidates",
        "Heaviest words and pairs of words, by the sentence that covers them first",
    ]


def test_scores_stand_at_the_indices_of_the_units(summary):
    ax = summary.plot()
    scores = {unit: summary.scores[unit] for unit in summary.document.candidates}
    assert drawn_lines(ax) == pytest.approx(scores)


def test_chosen_sentences_are_marked_and_named(summary):
    ax = summary.plot("scores")
    (chosen,) = (dots for dots in ax.collections if dots.get_label() == "chosen")
    assert sorted(map(tuple, chosen.get_offsets())) == sorted((x.index, x.score) for x in summary)
    assert {text.get_text(): text.xy for text in ax.texts} == {f"[{x.index}]": (x.index, x.score) for x in summary}


def test_a_lone_point_has_its_label_beside_it():
    ax = tersely.summarize_sentences(["The bridge is closed for repairs.", "It is.", "The bridge."], 3).plot()
    assert {text.xyann for text in ax.texts} == {(0, 5)}


def test_units_that_may_not_be_chosen_are_told_apart(summary):
    ax = summary.plot()
    (refused,) = (dots for dots in ax.collections if dots.get_label() == "may not be chosen")
    assert refused.get_offsets().tolist() == [[0, 0]]  # the heading
    assert labels(ax) == ["chosen", "not chosen", "may not be chosen"]
    assert labels(tersely.summarize(BRIDGE, 2).plot()) == ["chosen", "not chosen"]
    assert labels(tersely.summarize(BRIDGE, 5).plot()) == ["chosen"]


def test_labels_do_not_hide_each_other():
    sentences = [f"The {'river ' * (i % 7)} bridge number {i} is closed." for i in range(400)]
    summary = tersely.summarize_sentences(sentences, 30)  # most are in the first sixty
    ax = summary.plot()
    ax.figure.canvas.draw()
    boxes = [matplotlib.text.Text.get_window_extent(text) for text in ax.texts]
    assert len(boxes) >= 4
    assert f"[{max(summary, key=lambda x: x.score).index}]" in [text.get_text() for text in ax.texts]
    assert not any(box.overlaps(other) for i, box in enumerate(boxes) for other in boxes[:i])
    # No line of a chosen sentence crosses a label.
    tops = [ax.transData.transform((x.index, x.score)) for x in summary]
    assert not any(box.x0 < x < box.x1 and y > box.y0 + 1 for box in boxes for x, y in tops)


# Coverage


def test_coverage_rises_with_the_number_of_sentences(summary):
    ax = summary.plot("coverage")
    curve = line(ax, "chosen by cover")
    assert curve[0] == (0, 0)
    for k in range(1, len(summary.document.candidates) + 1):
        assert curve[k] == (k, pytest.approx(summary.at(k).coverage))
    assert len(curve) == len(summary.document.candidates) + 1


def test_the_summary_and_the_knee_are_marked(summary):
    ax = summary.plot("coverage")
    assert line(ax, "this summary") == [(2, summary.coverage)]
    knee = summary.suggest()
    assert line(ax, "knee") == [(knee, pytest.approx(summary.at(knee).coverage))]
    assert f"this summary: 2 sentences, {summary.coverage:.0%}" in labels(ax)


def test_another_method_has_another_curve(article_document):
    summary = article_document.summarize(4, method="lead")
    curve = line(summary.plot("coverage"), "chosen by lead")
    assert curve[4] == (4, pytest.approx(summary.coverage))
    assert curve[4][1] < line(article_document.summarize(4).plot("coverage"), "chosen by cover")[4][1]


# Similarity


def dense_rows(document):
    matrix = document.tfidf
    rows = [[0.0] * matrix.shape[1] for _ in range(matrix.shape[0])]
    for i, row in enumerate(rows):
        for k in range(matrix.indptr[i], matrix.indptr[i + 1]):
            row[matrix.indices[k]] = matrix.data[k]
    return rows


def cosine(row, other):
    norms = math.hypot(*row) * math.hypot(*other)
    return sum(a * b for a, b in zip(row, other)) / norms if norms else 0.0


def test_similarity_is_the_cosine_of_every_two_candidates(summary):
    (image,) = summary.plot("similarity").images
    rows = dense_rows(summary.document)
    for i, row in enumerate(rows):
        for j, other in enumerate(rows):
            assert image.get_array()[i, j] == pytest.approx(cosine(row, other))


def test_rows_of_the_similarity_are_named_by_their_units(summary):
    ax = summary.plot("similarity")
    named = [f"[{unit}]" for unit in summary.document.candidates]
    assert [label.get_text() for label in ax.get_xticklabels()] == named
    assert [label.get_text() for label in ax.get_yticklabels()] == named
    bold = [label.get_text() for label in ax.get_yticklabels() if label.get_fontweight() == "bold"]
    assert bold == [f"[{x.index}]" for x in summary]


def test_a_sentence_without_words_is_like_none():
    (image,) = (
        tersely.summarize_sentences(["It is what it is.", "The bridge is closed.", "The bridge leaks."])
        .plot("similarity")
        .images
    )
    assert image.get_array()[0].tolist() == [0, 0, 0]


def test_many_sentences_are_compared_in_groups():
    # 502 sentences are put into groups of three, with one sentence in the last group.
    sentences = [f"The bridge number {i} is closed{' for repair' * (i % 4)}." for i in range(501)]
    summary = tersely.summarize_sentences([*sentences, "It is."], 1)
    n = len(summary.document.candidates)
    assert n == 502
    ax = summary.plot("similarity")
    (image,) = ax.images
    rows = dense_rows(summary.document)
    groups = [range(first, min(first + 3, n)) for first in range(0, n, 3)]
    assert image.get_array().shape == (len(groups), len(groups))
    for i, j in ((0, 0), (0, 1), (7, 40), (len(groups) - 2, len(groups) - 2), (len(groups) - 1, 0)):
        cosines = [cosine(rows[a], rows[b]) for a in groups[i] for b in groups[j] if a != b]
        assert image.get_array()[i, j] == pytest.approx(sum(cosines) / len(cosines))
    assert "groups of 3" in ax.get_xlabel()
    assert ax.get_title(loc="left") == f"Similarity of {n} candidates"
    assert [label.get_text() for label in ax.get_xticklabels()] == [f"[{summary[0].index}]"]


# Concepts


def test_the_heaviest_concepts_come_first_with_the_sentence_that_covers_them(summary):
    shown = bars(summary.plot("concepts"))
    explained = summary.explain()
    expected = {
        text: (weight, f"[{pick.sentence.index}] {pick.sentence}")
        for pick in explained.picks
        for text, weight in pick.concepts
    }
    expected |= {text: (weight, "not covered") for text, weight in explained.uncovered}
    assert {text: (weight, label) for text, weight, label in shown} == {text: expected[text] for text, _, _ in shown}
    weights = [weight for _, weight, _ in shown]
    assert weights == sorted(weights, reverse=True)
    assert weights == sorted((weight for weight, _ in expected.values()), reverse=True)[:20]


def test_each_covered_bar_names_its_sentence(summary):
    ax = summary.plot("concepts")
    covered = [label for _, _, label in bars(ax) if label != "not covered"]
    assert sorted(text.get_text() for text in ax.texts) == sorted(label.split()[0] for label in covered)


def test_many_sentences_share_a_colour_and_an_entry(article_document):
    ax = article_document.summarize(20).plot("concepts")
    assert len(labels(ax)) <= 8
    assert len(set(labels(ax))) == len(labels(ax))


def test_text_is_no_mathematics_and_no_control():
    text = "A permit costs $5 and_a fine $x^2$ is \x07 due\ud83d. It costs $9 in the \u202enext town. Permits are due."
    ax = tersely.summarize(text, 2).plot("concepts")
    ax.figure.canvas.draw()
    told = " ".join(labels(ax))
    assert "$5 and_a fine $x^2$ is due." in told
    assert not {"\x07", "\u202e", "\ud83d"} & set(told)
    assert not any(text.get_parse_math() for text in ax.get_legend().get_texts())


def test_letters_that_no_font_has_are_replaced():
    word = "\U000e0fff".join("bridge")  # an unassigned code point
    ax = tersely.summarize(f"The {word} is closed. It is free. It is.", 3).plot("concepts")
    ax.figure.canvas.draw()
    shown = [label.get_text() for label in ax.get_yticklabels()]
    assert any("\ufffd" in text for text in [*shown, *labels(ax)])
    assert not any("\U000e0fff" in text for text in [*shown, *labels(ax)])


def test_long_texts_are_shortened():
    text = f"The {'w' * 400} bridge is closed{' and closed' * 100}. The ferry is free. Shops fear."
    ax = tersely.summarize(text, 1).plot("concepts")
    assert all(len(told) < 80 for told in labels(ax))
    assert all(len(told) <= 40 for told, _, _ in bars(ax))


def test_a_text_without_words_has_a_note_instead_of_bars():
    ax = tersely.summarize("?!").plot("concepts")
    assert [text.get_text() for text in ax.texts] == ["The text has no words except stop words."]


# All


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["arabic", "chinese", "russian", "meeting", "report"])
def test_every_script_is_drawn_without_a_warning(samples, name, kind):
    ax = tersely.summarize(samples[name]).plot(kind)
    ax.figure.canvas.draw()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", ["One bridge.", "?!", "\ud83d\udc0b", "- item\n- item", "# Heading"])
@pytest.mark.parametrize("options", [{}, {"method": "lexrank"}, {"method": "random"}])
def test_small_texts(text, kind, options):
    tersely.summarize(text, **options).plot(kind).figure.canvas.draw()


@pytest.mark.parametrize("kind", ["scores", "coverage", "concepts"])
def test_a_long_text(kind):
    sentences = [f"The bridge number {i % 97} of the town {i} is {'closed' if i % 3 else 'open'}." for i in range(2000)]
    tersely.summarize_sentences(sentences, 50).plot(kind).figure.canvas.draw()


@pytest.mark.parametrize("kind", KINDS)
def test_a_blank_text_has_a_note(kind):
    for blank in [tersely.summarize(" \n"), tersely.summarize(b""), tersely.summarize_sentences([None, ""])]:
        ax = blank.plot(kind)
        assert [text.get_text() for text in ax.texts] == ["The text is blank; there is nothing to summarise."]
        ax.figure.canvas.draw()


@pytest.mark.parametrize("kind", KINDS)
def test_an_unmatched_query_has_a_note(kind):
    ax = tersely.summarize("It rained. The river rose.", 1, query="volcano", unmatched="empty").plot(kind)
    assert [text.get_text() for text in ax.texts] == ["Nothing in the text matches the query."]


@pytest.mark.parametrize("kind", KINDS)
def test_a_failed_row_cannot_be_drawn(kind):
    (failed,) = tersely.summarize_many([b"\xff"], on_error="status")
    with pytest.raises(tersely.TerselyError, match=r"could not be summarised: .*UTF-8"):
        failed.plot(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_given_axes_are_drawn_on(summary, kind):
    figure, (left, right) = pyplot.subplots(1, 2)
    assert summary.plot(kind, ax=right) is right
    assert right.has_data()
    assert not left.has_data()
    assert pyplot.get_fignums() == [figure.number]


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_figure_is_shown_once(summary, kind):
    pyplot.figure()
    ax = summary.plot(kind)
    assert len(pyplot.get_fignums()) == 2
    assert pyplot.gcf() is ax.figure


def test_axes_of_a_figure_without_pyplot(summary):
    from matplotlib.figure import Figure

    ax = summary.plot("coverage", ax=Figure().subplots())
    assert pyplot.get_fignums() == []
    assert ax.get_xlabel() == "sentences"


@pytest.mark.parametrize("kind", ["score", "", None, 3, ["scores"]])
def test_other_kinds_are_refused(summary, kind):
    with pytest.raises(
        tersely.InvalidOption, match='must be one of "scores", "coverage", "similarity", "concepts"'
    ) as e:
        summary.plot(kind)
    assert (e.value.option, e.value.value) == ("kind", kind)
    assert repr(kind) in str(e.value)
    assert pyplot.get_fignums() == []


def test_summaries_of_batches_bytes_and_pickles_are_drawn_alike():
    (of_batch,) = tersely.summarize_many([REPORT.encode()], 2)
    assert bars(of_batch.plot("concepts")) == bars(tersely.summarize(REPORT, 2).plot("concepts"))
    assert drawn_lines(of_batch.plot()) == drawn_lines(tersely.summarize(REPORT, 2).plot())


def test_without_matplotlib_the_message_says_how_to_get_it():
    code = """
import sys
sys.modules["matplotlib"] = None
import tersely
try:
    tersely.summarize("The bridge is closed.").plot()
except ImportError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert "pip install 'tersely[plot]'" in done.stdout
