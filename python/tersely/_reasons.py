"""Why a sentence was picked, and what became of each unit."""

from __future__ import annotations

from dataclasses import dataclass

from ._sentence import ScoredSentence, Sentence


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
