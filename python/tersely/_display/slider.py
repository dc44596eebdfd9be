"""A slider for the length of a summary in a running notebook, with ipywidgets,
which nothing else needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._errors import TerselyError
from .notebook import show_summary

if TYPE_CHECKING:
    from .shown import ShownSummary


def make_slider(summary: ShownSummary) -> Any:
    """See Summary.slider."""
    try:
        import ipywidgets
    except ImportError as error:
        raise ImportError("slider() needs ipywidgets: pip install 'tersely[notebook]'") from error
    if summary.status == "error":
        raise TerselyError(f"there is nothing to show, because the text could not be summarised: {summary.error}")
    shown = ipywidgets.HTML(show_summary(summary))
    curve = summary._curve()
    least, most = max(1, len(frozenset(summary._given.get("include", ())))), len(curve.order)
    if most <= least:
        return ipywidgets.VBox([shown])
    start = max(least, min(len(summary), most))
    useful = min(most, max(2 * curve.knee, start, least + 1))
    slider = ipywidgets.IntSlider(start, least, useful, description="Sentences", readout=False)
    field = ipywidgets.BoundedIntText(start, least, most, layout={"width": "6em"})

    def follow(change: Any) -> None:
        shown.value = show_summary(summary.at(sentences=change["new"]))
        slider.value = min(change["new"], useful)

    def set_field(change: Any) -> None:
        if not (change["new"] == useful and field.value > useful):  # the field is beyond the end of the slider
            field.value = change["new"]

    field.observe(follow, "value")
    slider.observe(set_field, "value")
    controls = ipywidgets.HBox([slider, field, ipywidgets.Label(f"of {most:,}")])
    return ipywidgets.VBox([controls, shown])
