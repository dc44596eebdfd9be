"""Pictures of a summary and of keyphrases, drawn with matplotlib, which nothing
else needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, NamedTuple

from .._errors import TerselyError
from .facts import tell_nothing
from .pictures import (
    CHOSEN,
    COLOURS,
    CURVE,
    FAINT,
    GREY,
    INDEX,
    MOST_CONCEPTS,
    Bar,
    check_kind,
    heaviest_concepts,
    place_on_curve,
    tell_groups,
    tell_title,
)
from .plot_text import find_fonts, fit
from .similarity import Similarity, compare_candidates

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from .._keyphrase import Keyphrase
    from .._sentence import ScoredSentence
    from .shown import ShownKeyphrases, ShownSummary

MOST_SIMILAR, MOST_GROUPS = 500, 250  # candidates in a heat map with a cell for each pair; otherwise groups of them
LEAST_DARK = 0.25  # cosine of two sentences
MOST_TICKS = 40  # up to so many sentences of a heat map are all labelled
SENTENCE_WIDTH, CONCEPT_WIDTH = 64, 32  # columns of text


_TITLE: dict[str, Any] = {"loc": "left", "fontsize": "medium"}


class _Picture(NamedTuple):
    size: tuple[float, float]  # of a new figure, in inches
    draw: Callable[[Any], None]  # draws on the given axes


def plot(summary: ShownSummary, kind: str, ax: Axes | None) -> Axes:
    """See Summary.plot."""
    check_kind(kind)
    if summary.status == "error":
        raise TerselyError(f"there is nothing to plot, because the text could not be summarised: {summary.error}")
    pyplot = _import_pyplot()
    nothing = tell_nothing(summary)
    if nothing is not None:
        return _draw(pyplot, _Picture((6.4, 1.6), partial(_note, nothing)), ax)
    drawn = _draw(pyplot, _KINDS[kind](summary), ax)
    drawn.set_title(tell_title(summary, kind), **_TITLE)
    return drawn


def plot_keyphrases(keyphrases: ShownKeyphrases, ax: Axes | None) -> Axes:
    """See Keyphrases.plot."""
    pyplot = _import_pyplot()
    shown = list(keyphrases)[:MOST_CONCEPTS]
    picture = _Picture((6.4, 0.9 + 0.25 * len(shown)), partial(_draw_keyphrases, shown, keyphrases.language))
    drawn = _draw(pyplot, picture, ax)
    drawn.set_title("Keyphrases", **_TITLE)
    return drawn


def _import_pyplot() -> Any:
    try:
        from matplotlib import pyplot
    except ImportError as error:
        raise ImportError("plot() needs matplotlib: pip install 'tersely[plot]'") from error
    return pyplot


def _draw(pyplot: Any, picture: _Picture, ax: Axes | None) -> Axes:
    if ax is None:
        _, ax = pyplot.subplots(figsize=picture.size, layout="constrained")
    picture.draw(ax)
    return ax


def _note(text: str, ax: Any) -> None:
    ax.set_axis_off()
    ax.text(0.5, 0.5, text, ha="center", va="center", transform=ax.transAxes)


# Scores by position


def _scores(summary: ShownSummary) -> _Picture:
    return _Picture((9.0, 3.2), partial(_draw_scores, summary))


def _draw_scores(summary: ShownSummary, ax: Any) -> None:
    n = len(summary.document.units)
    scores = summary.scores
    chosen = sorted(sentence.index for sentence in summary)
    others = sorted(set(summary.document.candidates).difference(chosen))
    refused = sorted(set(range(n)).difference(chosen, others))

    width = min(6.0, max(0.5, 0.6 * _points(ax)[0] / n))
    ax.vlines(chosen, 0, [scores[i] for i in chosen], colors=CHOSEN, linewidth=max(width, 1), zorder=3)
    ax.scatter(chosen, [scores[i] for i in chosen], max(9.0, width * width), CHOSEN, zorder=3, label="chosen")
    if others:
        heights = [scores[i] for i in others]
        ax.vlines(others, 0, heights, colors=GREY, alpha=FAINT, linewidth=width, label="not chosen")
    if refused:
        ax.scatter(
            refused, [0] * len(refused), 16, GREY, marker="x", alpha=FAINT, linewidth=1, label="may not be chosen"
        )

    ax.set_xlim(-0.02 * n - 0.5, 1.02 * n - 0.5)
    ax.set_ylim(-0.05, 1.22)
    ax.set_yticks([0, 0.25, 0.5, 0.75, 1])
    _count_on(ax.xaxis)
    ax.set_xlabel(INDEX)
    ax.set_ylabel(f"score ({summary.method})")
    _open(ax)
    _label_points(ax, [(i, scores[i]) for i in chosen])
    ax.legend(loc="lower right", bbox_to_anchor=(1, 1), ncols=3, frameon=False, fontsize="small", borderaxespad=0)


MOST_LABELS = 100
LABEL_HEIGHT, LINE_GAP, DIGIT = 10.0, 4.0, 5.5  # points
LEVELS = 4


def _label_points(ax: Any, points: Sequence[tuple[int, float]]) -> None:
    """Puts the index above each point, the highest point first. A label moves
    up if its place is taken, or if the line of another point would cross it. If
    there is no room at all, it is left out."""
    from matplotlib.patheffects import withStroke

    width, height = _points(ax)
    (left, right), (bottom, top) = ax.get_xlim(), ax.get_ylim()
    spots = {
        i: ((i - left) / (right - left) * width, (score - bottom) / (top - bottom) * height) for i, score in points
    }
    taken: list[tuple[float, float, float]] = []  # centre, half width
    halo = [withStroke(linewidth=2, foreground=ax.get_facecolor())]
    for index, score in sorted(points, key=lambda point: (-point[1], point[0]))[:MOST_LABELS]:
        x, y = spots[index]
        half = (len(str(index)) + 2) * DIGIT / 2
        for over in (5 + level * LABEL_HEIGHT for level in range(LEVELS)):
            is_clear = all(abs(x - x2) >= half or y2 <= y + over - LINE_GAP for x2, y2 in spots.values())
            if is_clear and all(
                abs(x - x2) >= half + half2 or abs(y + over - y2) >= LABEL_HEIGHT for x2, y2, half2 in taken
            ):
                taken.append((x, y + over, half))
                ax.annotate(
                    f"[{index}]", (index, score), (0, over), textcoords="offset points", ha="center", fontsize="small",
                    path_effects=halo, zorder=4, arrowprops={"arrowstyle": "-", "color": CHOSEN, "linewidth": 0.5},
                )  # fmt: skip
                break


# Coverage


def _coverage(summary: ShownSummary) -> _Picture:
    return _Picture((6.4, 4.0), partial(_draw_coverage, summary))


def _draw_coverage(summary: ShownSummary, ax: Any) -> None:
    curve = summary._curve()
    n = len(curve.order)
    marker = "." if n <= 60 else None
    ax.plot(
        range(n + 1),
        (0.0, *curve.coverage),
        color=CURVE,
        marker=marker,
        label=f"chosen by {summary.method}",
    )
    knee = curve.coverage[curve.knee - 1]
    ax.vlines(curve.knee, 0, knee, colors=GREY, linestyles="dashed", linewidth=1)
    ax.plot(
        [curve.knee], [knee], color=GREY, marker="o", markersize=9, markerfacecolor="none", markeredgewidth=2,
        linestyle="none", label=f"knee, where suggest() stops: {_sentences(curve.knee)}, {knee:.0%}",
    )  # fmt: skip
    mine = place_on_curve(summary, curve.order)
    ax.plot(
        [mine], [summary.coverage], color=CHOSEN, marker="D", markersize=7, linestyle="none",
        label=f"this summary: {_sentences(mine)}, {summary.coverage:.0%}",
    )  # fmt: skip
    ax.set_xlim(-0.02 * n, 1.02 * n)
    ax.set_ylim(0, 1.05)
    _count_on(ax.xaxis)
    ax.yaxis.set_major_formatter("{x:.0%}")
    ax.set_xlabel("sentences")
    ax.set_ylabel("coverage")
    _open(ax)
    ax.legend(loc="lower right", fontsize="small", framealpha=0.8)


def _sentences(n: int) -> str:
    return f"{n:,} sentence{'' if n == 1 else 's'}"


# Similarity


def _similarity(summary: ShownSummary) -> _Picture:
    similarity = compare_candidates(summary.document, MOST_SIMILAR, MOST_GROUPS)
    side = min(8.0, max(4.0, 0.22 * len(similarity.values) + 1))
    return _Picture((side + 1, side), partial(_draw_similarity, summary, similarity))


def _draw_similarity(summary: ShownSummary, similarity: Similarity, ax: Any) -> None:
    import numpy as np

    cosines, size = similarity
    n = len(cosines)
    # The diagonal is always 1, so it must not set the scale. If no two sentences are similar, the picture stays pale.
    most = float(np.max(cosines - 2 * np.eye(n))) if n > 1 else 0.0
    most = max(most, LEAST_DARK / size)
    image = ax.imshow(cosines, cmap="Blues", vmin=0, vmax=most, interpolation="nearest")
    bar = ax.figure.colorbar(image, ax=ax, shrink=0.8, extend="max" if most < 1 else "neither")
    bar.set_label("cosine similarity" if size == 1 else "mean cosine similarity")
    _label_rows(summary, similarity, ax)


def _label_rows(summary: ShownSummary, similarity: Similarity, ax: Any) -> None:
    """Names all sentences if they are few, otherwise the chosen ones, as far as
    there is room."""
    n = len(similarity.values)
    candidates = summary.document.candidates
    chosen = {sentence.index for sentence in summary}
    units = {
        similarity.group_of(row): unit
        for row, unit in reversed([*enumerate(candidates)])
        if n <= MOST_TICKS or unit in chosen
    }
    rows = _apart(sorted(units), LABEL_HEIGHT / _points(ax)[1] * n)
    for axis in (ax.xaxis, ax.yaxis):
        axis.set_ticks(rows, [f"[{units[row]}]" for row in rows], fontsize="small")
        for label, row in zip(axis.get_ticklabels(), rows, strict=True):
            if units[row] in chosen:
                label.set(color=CHOSEN, fontweight="bold")
    if len(rows) > 10:
        ax.tick_params(axis="x", rotation=90)
    which = "chosen ones marked" if n <= MOST_TICKS else "chosen ones labelled"
    ax.set_xlabel(f"{tell_groups(similarity.size)}, {which}")
    ax.set_ylabel(tell_groups(similarity.size))


def _apart(rows: Iterable[int], least: float) -> list[int]:
    """Returns the rows that are at least `least` after the row returned
    before."""
    kept: list[int] = []
    for row in rows:
        if not kept or row - kept[-1] >= least:
            kept.append(row)
    return kept


# Concepts


def _concepts(summary: ShownSummary) -> _Picture:
    explained = summary.explain()
    bars = heaviest_concepts(explained)
    entries = min(len(COLOURS) + 1, len({bar.pick for bar in bars}))
    sentences = [pick.sentence for pick in explained.picks]
    size = (7.2, 0.9 + 0.25 * len(bars) + 0.2 * entries)
    return _Picture(size, partial(_draw_concepts, bars, sentences, summary.language))


def _draw_concepts(bars: Sequence[Bar], sentences: Sequence[ScoredSentence], language: str, ax: Any) -> None:
    if not bars:
        _note("The text has no words except stop words.", ax)
        return
    numbers = sorted({bar.pick for bar in bars if bar.pick is not None})
    shown = [sentences[number] for number in numbers]
    names = [fit(bar.text, CONCEPT_WIDTH) for bar in bars]
    told = [f"[{sentence.index}] {fit(str(sentence), SENTENCE_WIDTH)}" for sentence in shown[: len(COLOURS)]]
    families, texts = find_fonts([*names, *told], language)
    names, told = texts[: len(names)], texts[len(names) :]

    labels = [*told, "other chosen sentences"]
    for number, sentence, label, colour in zip_longest(numbers, shown, labels[: len(shown)], COLOURS[: len(shown)]):
        drawn = _draw_bars(ax, bars, number, color=colour or GREY, label=label)
        ax.bar_label(drawn, [f"[{sentence.index}]"] * len(drawn), padding=3, fontsize="small")
    if any(bar.pick is None for bar in bars):
        _draw_bars(ax, bars, None, facecolor="none", edgecolor=GREY, label="not covered")
    ax.set_ylim(len(bars) - 0.4, -0.6)
    ax.set_xlim(0, 1.08 * bars[0].weight or 1)
    ax.set_yticks(range(len(bars)), names, fontfamily=families, parse_math=False)
    ax.tick_params(axis="y", length=0)
    ax.set_xlabel("weight of the word or pair of words")
    _open(ax)
    below = -45 / _points(ax)[1]
    legend = ax.legend(loc="upper left", bbox_to_anchor=(0, below), frameon=False, fontsize="small", borderaxespad=0)
    for text in legend.get_texts():
        text.set(fontfamily=families, parse_math=False)


def _draw_bars(ax: Any, bars: Sequence[Bar], pick: int | None, **style: Any) -> Any:
    places = [place for place, bar in enumerate(bars) if bar.pick == pick]
    return ax.barh(places, [bars[place].weight for place in places], height=0.75, **style)


# Keyphrases


def _draw_keyphrases(shown: Sequence[Keyphrase], language: str, ax: Any) -> None:
    if not shown:
        _note("The text has no keyphrases.", ax)
        return
    families, names = find_fonts([fit(str(keyphrase), CONCEPT_WIDTH) for keyphrase in shown], language)
    drawn = ax.barh(range(len(shown)), [keyphrase.score for keyphrase in shown], height=0.75, color=CURVE)
    ax.bar_label(drawn, [str(keyphrase.count) for keyphrase in shown], padding=3, fontsize="small")
    ax.set_ylim(len(shown) - 0.4, -0.6)
    ax.set_xlim(0, 1.08)
    ax.set_yticks(range(len(shown)), names, fontfamily=families, parse_math=False)
    ax.tick_params(axis="y", length=0)
    ax.set_xlabel("score (and number of occurrences)")
    _open(ax)


# Axes


def _points(ax: Any) -> tuple[float, float]:
    """Returns the width and height of the axes in points."""
    box = ax.get_position()
    width, height = ax.figure.get_size_inches()
    return box.width * width * 72, box.height * height * 72


def _count_on(axis: Any) -> None:
    from matplotlib.ticker import MaxNLocator

    axis.set_major_locator(MaxNLocator(integer=True, min_n_ticks=1))


def _open(ax: Any) -> None:
    ax.spines[["top", "right"]].set_visible(False)


_KINDS: dict[str, Callable[[ShownSummary], _Picture]] = {
    "scores": _scores,
    "coverage": _coverage,
    "similarity": _similarity,
    "concepts": _concepts,
}
