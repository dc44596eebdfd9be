"""Why a sentence was picked, and why each unit was chosen or not."""

from __future__ import annotations

from dataclasses import dataclass

from ._sentence import ScoredSentence, Sentence


@dataclass(frozen=True, slots=True)
class PickExplanation:
    """Why a sentence was picked at its turn.

    Attributes:
        sentence: the picked sentence.
        concepts: (text, weight) of the words and pairs of words that it newly
            covers, the heaviest first, but pairs with a stop word ("the
            village") after all others. If the sentence is cut, those of its
            beginning.
        gain: the value by which it was picked. For `cover`: factor * weight /
            divisor, of the whole sentence even if it is cut; with a query, the
            weight that no single pick covers counts, too. For other methods:
            the score minus the redundancy.
        weight: the sum of the concepts' weights.
        divisor: the cost of its length. For `cover`, of n words: the square
            root of n + 10 if sentences are counted; otherwise that of n, 1 or
            n, the same for all picks. For other methods 1.
        factor: in [0, 1]. With a query, the relevance, multiplied by the other
            factors. These are below 1 in transcripts, for turns that say little
            or (without a query) are near earlier picks, so that the picks
            spread; in pages with marked titles, for sentences that do not say
            what the page is about; in instructions, for the text around the
            steps; and with `coherence`, for sentences that refer to a sentence
            that is not picked.
        coverage_before, coverage_after: the summary's coverage before and after
            this pick, in [0, 1].
        runner_up: the second-best unit that also fitted the budget (if nothing
            fitted, any unit). None if there was no other, if the pick was
            forced by `include`, or if it was taken together with others
            (`taken_for`).
        margin: the gain minus the runner-up's gain; None without a runner-up.
        taken_for: (sentence, words): with coherence="full", this sentence was
            picked because the next one, which begins with these words ("He"),
            refers to it. None otherwise. A budget of sentences may end before
            the next one.
        voters: (sentence, cosine) of up to five of the most similar units that
            voted for it. For `cover`, only later units of its text vote, and
            those of other texts; for the graph methods, all; for the other
            methods, none. The cosine is that of TF-IDF rows, or of the
            `vectors` of the summary.
        relevance: see ScoredSentence. None without a query.
        matched: the words of the sentence, and of its speaker's name, that are
            words of the query, each in its first spelling. Empty if only the
            sentences beside it have such words.
        said_by: in a DocumentSet of several texts, the numbers of those that
            say it: its own, those that have the same sentence, and those with a
            sentence that resembles it (a cosine of TF-IDF rows of at least .3).
            Empty for one text, and for units that are no candidates.
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
    relevance: float | None = None
    matched: tuple[str, ...] = ()
    taken_for: tuple[Sentence, str] | None = None
    said_by: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitExplanation:
    """Why a unit was chosen or not.

    Attributes:
        index: the index of the unit in its document.
        reason: for a unit that is not a candidate, its Sentence.reason, such as
            "heading". For a candidate: "chosen"; "excluded" by the `exclude`
            option; "title": it is the title; "budget": it did not fit when its
            turn came; "irrelevant": neither it nor a sentence near it has a
            word of the query, or its relevance was given as 0; "covered":
            chosen sentences cover more than half the weight of its concepts;
            "gained_less": others gained more and filled the budget, for which
            nine tenths of a length are enough.
        covered_by: for "covered", the indices of the chosen units that cover
            it, the one that covers most first.
        stands_for: the index of the chosen unit that represents it: the most
            similar one by the cosine of TF-IDF rows (or of `vectors`), or the
            unit itself if it is chosen. None if no chosen unit is similar, or
            if it is not a candidate.
        sentence: the unit itself, with its text and place.
    """

    index: int
    reason: str
    covered_by: tuple[int, ...]
    stands_for: int | None
    sentence: Sentence
