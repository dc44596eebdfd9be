"""The pictures of plot.py as charts in which pointing at a mark shows the
sentence, made with Altair."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from .._errors import TerselyError
from .pictures import (
    CHOSEN,
    COLOURS,
    CURVE,
    FAINT,
    GREY,
    INDEX,
    check_kind,
    heaviest_concepts,
    place_on_curve,
    tell_groups,
    tell_title,
)
from .shorten import shorten_line
from .similarity import compare_candidates

if TYPE_CHECKING:
    from .shown import ShownSummary

MOST_CELLS = 70  # in each direction; a chart holds the text of each
SENTENCE_WIDTH = 200  # columns of the text that is shown for a mark
WIDTH, HEIGHT = 640, 260
_THIS, _KNEE = "this summary", "knee, where suggest() stops"
_Rows = Sequence[dict[str, Any]]


class HoverChart:
    """An Altair chart that a notebook draws itself. Altair's own output would
    load its script from the network.

    Attributes:
        altair: the chart, to change it, to save it, or to show it by one of
            Altair's renderers.
    """

    def __init__(self, altair: Any) -> None:
        self.altair = altair

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        """JupyterLab, Jupyter Notebook and VS Code draw this type. What these
        charts use is the same in all versions of Vega-Lite since 5, so Altair's
        may be newer than that of the notebook."""
        drawing = self.altair.to_dict()
        drawing.pop("$schema", None)
        return {"application/vnd.vegalite.v5+json": drawing, "text/plain": "Altair chart: see its attribute altair"}


def make_chart(summary: ShownSummary, kind: str) -> HoverChart:
    """See Summary.chart."""
    check_kind(kind)
    if summary.status == "error":
        raise TerselyError(f"there is nothing to plot, because the text could not be summarised: {summary.error}")
    try:
        import altair
    except ImportError as error:
        raise ImportError("chart() needs Altair: pip install 'tersely[notebook]'") from error
    return HoverChart(_KINDS[kind](altair, summary).properties(title=tell_title(summary, kind)))


def _text(sentence: object) -> str:
    return shorten_line(str(sentence), SENTENCE_WIDTH)


def _data(alt: Any, rows: _Rows) -> Any:
    return alt.Data(values=list(rows))


def _scores(alt: Any, summary: ShownSummary) -> Any:
    candidates = set(summary.document.candidates)
    chosen = {sentence.index for sentence in summary}
    rows = [
        {
            "index": unit.index,
            "score": summary.scores[unit.index],
            "choice": "chosen" if unit.index in chosen else "not chosen",
            "sentence": _text(unit),
        }
        for unit in summary.document.units
        if unit.index in candidates or unit.index in chosen
    ]
    rows.sort(key=lambda row: row["choice"] == "chosen")  # the chosen ones are drawn over the others
    n = len(summary.document.units)
    colour = alt.Scale(domain=["chosen", "not chosen"], range=[CHOSEN, GREY])
    faint = alt.Scale(domain=["chosen", "not chosen"], range=[1, FAINT])
    return (
        alt.Chart(_data(alt, rows), width=WIDTH, height=HEIGHT)
        .mark_bar(width=max(2, min(8, WIDTH // (2 * max(1, n)))))
        .encode(
            x=alt.X("index:Q", title=INDEX, scale=alt.Scale(domain=[-0.5, n - 0.5], nice=False)),
            y=alt.Y("score:Q", title=f"score ({summary.method})", scale=alt.Scale(domain=[0, 1])),
            color=alt.Color("choice:N", title=None, scale=colour),
            opacity=alt.Opacity("choice:N", title=None, scale=faint),
            tooltip=["sentence:N", "index:Q", alt.Tooltip("score:Q", format=".2f"), "choice:N"],
        )
    )


def _coverage(alt: Any, summary: ShownSummary) -> Any:
    curve = summary._curve()
    units = summary.document.units
    rows = [
        {"sentences": k, "coverage": coverage, "adds": _text(units[index])}
        for k, (index, coverage) in enumerate(zip(curve.order, curve.coverage, strict=True), 1)
    ]
    marked = [
        {**rows[k - 1], "coverage": coverage, "what": what}
        for k, coverage, what in (
            (curve.knee, curve.coverage[curve.knee - 1] if rows else 0.0, _KNEE),
            (place_on_curve(summary, curve.order), summary.coverage, _THIS),
        )
        if k > 0
    ]
    x = alt.X("sentences:Q", title="sentences", axis=alt.Axis(tickMinStep=1))
    y = alt.Y("coverage:Q", title="coverage", scale=alt.Scale(domain=[0, 1]), axis=alt.Axis(format=".0%"))
    told = ["adds:N", "sentences:Q", alt.Tooltip("coverage:Q", format=".1%")]
    line = alt.Chart(_data(alt, rows), width=WIDTH, height=HEIGHT).mark_line(color=CURVE, point={"color": CURVE})
    points = alt.Chart(_data(alt, marked)).mark_point(size=120, strokeWidth=3)
    colour = alt.Scale(domain=[_THIS, _KNEE], range=[CHOSEN, GREY])
    return line.encode(x=x, y=y, tooltip=told) + points.encode(
        x=x, y=y, color=alt.Color("what:N", title=None, scale=colour), tooltip=[*told, "what:N"]
    )


def _similarity(alt: Any, summary: ShownSummary) -> Any:
    candidates = summary.document.candidates
    units = summary.document.units
    similarity = compare_candidates(summary.document, MOST_CELLS, MOST_CELLS)
    firsts = [units[index] for index in candidates[:: similarity.size]]
    rows = [
        {"row": unit.index, "column": other.index, "cosine": float(value), "a": _text(unit), "b": _text(other)}
        for unit, values in zip(firsts, similarity.values, strict=True)
        for other, value in zip(firsts, values, strict=True)
        if other.index < unit.index
    ]
    names = ("first sentence of the row", "first sentence of the column") if similarity.size > 1 else ("row", "column")
    return (
        alt.Chart(_data(alt, rows), width=HEIGHT * 2, height=HEIGHT * 2)
        .mark_rect()
        .encode(
            x=alt.X("column:O", title=tell_groups(similarity.size), axis=alt.Axis(labelOverlap=True)),
            y=alt.Y("row:O", title=tell_groups(similarity.size), axis=alt.Axis(labelOverlap=True)),
            color=alt.Color("cosine:Q", title="cosine", scale=alt.Scale(scheme="blues")),
            tooltip=[
                alt.Tooltip("a:N", title=names[0]),
                alt.Tooltip("b:N", title=names[1]),
                alt.Tooltip("cosine:Q", format=".2f"),
            ],
        )
    )


def _concepts(alt: Any, summary: ShownSummary) -> Any:
    explained = summary.explain()
    bars = heaviest_concepts(explained)
    rows = []
    for place, bar in enumerate(bars):
        sentence = None if bar.pick is None else explained.picks[bar.pick].sentence
        rows.append(
            {
                "place": place,
                "concept": bar.text,
                "weight": bar.weight,
                "by": "not covered" if sentence is None else f"[{sentence.index}]",
                "sentence": "" if sentence is None else _text(sentence),
            }
        )
    covered = sorted({row["by"] for row in rows if row["sentence"]}, key=[row["by"] for row in rows].index)
    colours = [COLOURS[i % len(COLOURS)] for i in range(len(covered))]
    colour = alt.Scale(domain=[*covered, "not covered"], range=[*colours, GREY])
    return (
        alt.Chart(_data(alt, rows), width=WIDTH * 0.7)
        .mark_bar()
        .encode(
            x=alt.X("weight:Q", title="weight of the word or pair of words"),
            y=alt.Y("concept:N", title=None, sort=alt.EncodingSortField("place")),
            color=alt.Color("by:N", title="covered first by", scale=colour),
            tooltip=["concept:N", "sentence:N", "by:N", alt.Tooltip("weight:Q", format=".3~g")],
        )
    )


_KINDS: dict[str, Callable[[Any, ShownSummary], Any]] = {
    "scores": _scores,
    "coverage": _coverage,
    "similarity": _similarity,
    "concepts": _concepts,
}
