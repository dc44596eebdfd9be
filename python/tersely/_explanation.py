"""Why a summary is what it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from . import _core
from ._errors import TerselyError, quote
from ._options import validate
from ._reasons import PickExplanation, UnitExplanation
from ._seen import make_seen
from ._sources import SourceTexts

if TYPE_CHECKING:
    from ._summary import Summary


@dataclass(frozen=True, slots=True, repr=False)
class Explanation:
    """Why a summary is what it is. Immutable. `print(explanation)` shows it as
    text, a notebook shows it in full.

    Attributes:
        picks: a PickExplanation for each chosen sentence, in the order of
            picking, as in Summary.order. This is the order of gains, which fall
            as others are picked. It is not that of ranks, which are by score.
        units: a UnitExplanation for each unit of the document.
        total_weight: the weight of all concepts of the text. The coverage is
            the sum of the picks' weights divided by it.
        uncovered: (text, weight) of the heaviest concepts that no chosen
            sentence covers, at most 20, in the order of the concepts of a pick.
        summary: the explained summary. Comparisons of explanations ignore it.
        n_sources: the number of texts that are not blank; see
            PickExplanation.said_by.
    """

    picks: tuple[PickExplanation, ...]
    units: tuple[UnitExplanation, ...]
    total_weight: float
    uncovered: tuple[tuple[str, float], ...]
    summary: Summary = field(compare=False)
    n_sources: int = 1

    def unit(self, which: int | str) -> UnitExplanation:
        """Returns the explanation of a unit, given by its index or by a part of
        its text, as it is written there; if several units have this part, of
        the first.

        Raises IndexError for an index beyond the units, ValueError if no unit
        has the text. Takes time linear in the text for a str.
        """
        if not isinstance(which, str):
            return self.units[which]
        found = next((unit.index for unit in self.summary.document.units if which in unit.text), None)
        if found is None:
            raise ValueError(f"no unit of the document contains {quote(which)}")
        return self.units[found]

    def to_dict(self) -> dict[str, Any]:
        """Returns everything as a dict for json.dumps; sentences are given as
        indices of units.

        Only picks that were taken for another sentence have the key
        "taken_for", and only those from a DocumentSet have "source",
        "source_name" and "said_by".
        """
        return {
            "total_weight": self.total_weight,
            "uncovered": [{"text": text, "weight": weight} for text, weight in self.uncovered],
            "picks": [
                {
                    "index": pick.sentence.index,
                    "text": pick.sentence.text,
                    "gain": pick.gain,
                    "weight": pick.weight,
                    "divisor": pick.divisor,
                    "factor": pick.factor,
                    "coverage_before": pick.coverage_before,
                    "coverage_after": pick.coverage_after,
                    "runner_up": None if pick.runner_up is None else pick.runner_up.index,
                    "margin": pick.margin,
                    "concepts": [{"text": text, "weight": weight} for text, weight in pick.concepts],
                    "voters": [{"index": voter.index, "weight": weight} for voter, weight in pick.voters],
                    **_query_part(pick),
                    **_taken_for(pick),
                    **_sources(pick),
                }
                for pick in self.picks
            ],
            "units": [
                {
                    "index": unit.index,
                    "reason": unit.reason,
                    "covered_by": list(unit.covered_by),
                    "stands_for": unit.stands_for,
                }
                for unit in self.units
            ],
        }

    def __str__(self) -> str:
        from ._display.explanation_text import lay_out

        return "\n".join(" " * line.indent + line.text for line in lay_out(self))

    def __repr__(self) -> str:
        return f"Explanation({len(self.picks)} of {len(self.units)} units chosen)"

    def _repr_html_(self) -> str:
        from ._display.notebook_explanation import show_explanation

        return show_explanation(self)


def _query_part(pick: PickExplanation) -> dict[str, Any]:
    return {} if pick.relevance is None else {"relevance": pick.relevance, "matched": list(pick.matched)}


def _sources(pick: PickExplanation) -> dict[str, Any]:
    if pick.sentence.source is None:
        return {}
    place = {"source": pick.sentence.source, "source_name": pick.sentence.source_name}
    return {**place, "said_by": list(pick.said_by)}


def _taken_for(pick: PickExplanation) -> dict[str, Any]:
    if pick.taken_for is None:
        return {}
    sentence, words = pick.taken_for
    return {"taken_for": {"index": sentence.index, "words": words}}


def explain(
    summary: Summary, options: Mapping[str, Any], include: Sequence[int], exclude: Sequence[int], seen: Sequence[Any]
) -> Explanation:
    """Explains a summary. `options`, `include`, `exclude`, `seen`: see
    Document.summarize."""
    if summary.status == "error":  # do not try again: after a timeout, a second attempt could succeed
        raise TerselyError(f"there is nothing to explain, because the text could not be summarised: {summary.error}")
    document = summary.document
    core = _core.explain(document._core, validate(options).core, list(include), list(exclude), make_seen(seen))
    chosen = {sentence.index: sentence for sentence in summary}
    if chosen.keys() != {pick.unit for pick in core.picks}:
        raise TerselyError(
            "the summary was made with another ruleset and cannot be explained: summarise again, "
            "with summary.document.summarize(...)"
        )
    units = document.units
    source = document._source_text()
    order = source.order if isinstance(source, SourceTexts) else ()
    picks = []
    for pick in core.picks:
        runner_up, margin = (None, None) if pick.runner_up is None else pick.runner_up
        referrer, words = (None, "") if pick.taken_for is None else pick.taken_for
        picks.append(
            PickExplanation(
                chosen[pick.unit],
                pick.concepts,
                pick.gain,
                pick.weight,
                pick.divisor,
                pick.factor,
                pick.coverage_before,
                pick.coverage_after,
                None if runner_up is None else units[runner_up],
                margin,
                tuple((units[index], weight) for index, weight in pick.voters),
                pick.relevance,
                pick.matched,
                None if referrer is None else (units[referrer], words),
                tuple(sorted(order[source] for source in pick.said_by)),
            )
        )
    explained = [
        UnitExplanation(
            unit.index,
            str(unit.reason) if told.verdict == "no_candidate" else told.verdict,
            told.covered_by,
            told.stands_for,
            unit,
        )
        for unit, told in zip(units, core.units, strict=True)
    ]
    return Explanation(tuple(picks), tuple(explained), core.total_weight, core.uncovered, summary, core.n_sources)
