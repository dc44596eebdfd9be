"""Why a summary is what it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from . import _core
from ._errors import TerselyError
from ._sentence import ScoredSentence, Sentence

if TYPE_CHECKING:
    from ._summary import Summary


@dataclass(frozen=True, slots=True)
class PickExplanation:
    """Why a sentence was picked when it was.

    Attributes:
        sentence: the sentence.
        concepts: (text, weight) of the words and pairs of words that it newly covers, the heaviest first.
        gain: what it was chosen by: factor * weight / divisor for `cover`, the score (less the redundancy) for other
            methods.
        weight: the sum of the concepts' weights.
        divisor: what its length costs; 1 for other methods than `cover`.
        factor: in (0, 1]; below 1 in transcripts, for turns that say little and for those near earlier picks, so that
            the picks spread; in pages with marked titles, for what does not say what they are about; and in
            instructions, for what stands around the steps.
        coverage_before, coverage_after: the summary's coverage, in [0, 1].
        runner_up: the best other unit that fitted the budget too (any unit where nothing fitted); None if there was
            none, or if the pick was asked for with `include`.
        margin: by how much the runner-up gained less; None without one.
        voters: (sentence, cosine) of up to five units most like it that had a vote: those behind it for `cover`, all
            for the graph methods, none for the others.
    """

    sentence: ScoredSentence
    concepts: tuple[tuple[str, float], ...]
    gain: float
    weight: float
    divisor: float
    factor: float
    coverage_before: float
    coverage_after: float
    runner_up: Sentence | None
    margin: float | None
    voters: tuple[tuple[Sentence, float], ...]


@dataclass(frozen=True, slots=True)
class UnitExplanation:
    """Why a unit was chosen or not.

    Attributes:
        index: number of the unit in its document.
        reason: "chosen"; for a unit that is no candidate its Sentence.reason, such as "heading"; "excluded", as asked
            for; "title", it is the title; "budget", it did not fit when its turn came; "covered", more than half the
            weight of its concepts is covered by chosen sentences; "ranked_lower", others gained more.
        covered_by: for "covered", indices of the chosen units that cover it, the one that covers most first.
        stands_for: index of the chosen unit that stands for it: the one most like it, by the cosine of TF-IDF rows;
            itself if chosen; None if none is like it, or if it is no candidate.
    """

    index: int
    reason: str
    covered_by: tuple[int, ...]
    stands_for: int | None


@dataclass(frozen=True, slots=True, repr=False)
class Explanation:
    """Why a summary is what it is. Immutable; `str(explanation)` is for reading, and a notebook shows it in full.

    Attributes:
        picks: one for each chosen sentence, in the order of picking.
        units: one for each unit of the document.
        total_weight: the weight of all concepts of the text; the picks' weights over it are the coverage.
        uncovered: (text, weight) of the heaviest concepts that no chosen sentence covers, at most 20.
        summary: what is explained; explanations are compared without it.
    """

    picks: tuple[PickExplanation, ...]
    units: tuple[UnitExplanation, ...]
    total_weight: float
    uncovered: tuple[tuple[str, float], ...]
    summary: Summary = field(compare=False)

    def unit(self, index: int) -> UnitExplanation:
        """Of the unit with this index."""
        return self.units[index]

    def to_dict(self) -> dict[str, Any]:
        """All of it for json.dumps; sentences as indices of units."""
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
        from ._explanation_text import lay_out

        return "\n".join(" " * line.indent + line.text for line in lay_out(self))

    def __repr__(self) -> str:
        return f"Explanation({len(self.picks)} of {len(self.units)} units chosen)"

    def _repr_html_(self) -> str:
        from ._display_explanation import show_explanation

        return show_explanation(self)


def explain(
    summary: Summary, options: Mapping[str, Any], include: Sequence[int], exclude: Sequence[int]
) -> Explanation:
    """Of a summary; `options`, `include`, `exclude`: those of Document.summarize."""
    if summary.status == "error":  # its text may well have a summary the second time: a timeout need not happen again
        raise TerselyError(f"there is nothing to explain, for the text could not be summarised: {summary.error}")
    document = summary.document
    core = _core.explain(document._core, _core.Options(dict(options)), list(include), list(exclude))
    chosen = {sentence.index: sentence for sentence in summary}
    units = document.units
    picks = []
    for pick in core.picks:
        runner_up, margin = (None, None) if pick.runner_up is None else pick.runner_up
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
            )
        )
    explained = [
        UnitExplanation(
            unit.index,
            str(unit.reason) if told.verdict == "no_candidate" else told.verdict,
            told.covered_by,
            told.stands_for,
        )
        for unit, told in zip(units, core.units, strict=True)
    ]
    return Explanation(tuple(picks), tuple(explained), core.total_weight, core.uncovered, summary)
