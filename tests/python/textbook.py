"""The textbook twin: computes what tersely chooses a second time, by definition, densely and slowly.

It shares no code and no shortcut with the library, only the lists of pronouns and connectives. Matrices are dense,
votes come from the n x n similarity, the greedy selection evaluates everything again at each pick, and PageRank
multiplies by an explicit matrix. It takes only the words, the units and the stop flags from the library and computes
every other number itself. It needs only the standard library, and is faster with numpy.

    analysis = Analysis(doc)                       # a tersely.Document of a str
    choice = analysis.choose(words=60)             # reuses what does not depend on the budget
    summarize(doc, sentences=3, method="lexrank")  # both in one call

A row is a candidate, a column a term. Cost: O(n^2) memory, O(picks * n) sums of concepts.
"""

import math
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path

try:
    import numpy
except ImportError:
    numpy = None

KEY_LENGTH = 6  # code points
PIVOT = 0.75  # share of a row's own length in its divisor
VOTE = 0.5  # mean weight of all votes that a sentence receives
VOTE_ACROSS = 0.5  # the share of that for a sentence of another source
MAX_VOTES = 8.0
POSITION_SCALE = 10.0
SINGLETON = 0.2  # share of its weight that a concept of only one sentence keeps
TITLE = 2.0
SENTENCE_COST = 10  # additional words that every sentence costs if sentences are counted
FULL = 0.9  # a length budget filled to this share is full
DIVISORS = (math.sqrt, lambda n: 1.0, float)  # of a length; the choices by all of them are compared if lengths count
SAME_COVERAGE = 1e-9  # a later power has to cover more than that in addition
MORE = "…"  # printed after a sentence that is cut
LONG_DOCUMENT = 1000  # with more candidates, position="auto" counts from the last heading
SCORE_STEP, TIE = 1e-9, 1e-12
SMOOTHING = 0.1  # occurrences of every word of the text in every summary, for kl
LEAST_FREQUENCY, LEAST_VALUE, LEAST_TOPIC, MOST_TOPICS = 0.4, 0.5, 0.01, 50  # for lsa
WEAK, CONTENT_WORDS, MANY_TURNS = 0.5, 3, 50  # a turn with fewer content words counts half where turns are many
WEAK_LINE, NO_NUMBER = 0.3, 0.75  # what it counts where they are few, and what one without a number does there
NO_OUTCOME = 0.8  # what a sentence counts in a conversation if others say what was decided
QUESTION, ASKS = 0.5, ("?", "\uff1f", "\u061f")  # what a question counts in a transcript
NEAR, PARTS, SPREAD_PICKS = 0.5, 8, 100  # how picks spread over a transcript
BM25_K1, BM25_B = 1.2, 0.75
BESIDE, FADING, REACH = 0.5, 0.7, 3  # the share of the sentences beside one in its relevance to a query
LEAST_OF_POSITION = 0.5  # with a query
OF_UNCOVERED, OF_APART, OF_ALL, MOST_COMPARED = 0.3, 0.65, 0.05, 100  # the shares of a gain with a query
LISTS = Path(__file__).resolve().parents[2] / "cpp" / "data"
REFERS = {"pronouns": {"full": 0.8}, "connectives": {"light": 0.5, "full": 0.5}}  # factors by coherence
MOST_GAP, MOST_TOGETHER = 6, 3  # words in a gap of a phrase; sentences that are picked together
ENDS = re.compile(r"[.!?\u2026\u3002\uff01\uff1f][\"'\u201d\u2019)\]]*$")
LINE_KINDS = ("item", "turn", "code")  # printed on lines of their own
FULL_WIDTH_STOPS = "。！？｡．"


@dataclass(frozen=True)
class Choice:
    """`order`: unit indices in the order of picking. `scores`, `ranks`: one per unit, 0 and None for non-candidates.

    `near_tie`: at some pick, another candidate had the same worth up to rounding errors, so both choices are right.
    `n_words`: of the summary. `cut`: the unit of which only the beginning is chosen, or None.
    """

    order: tuple
    status: str
    coverage: float
    scores: tuple
    ranks: tuple
    text: str
    near_tie: bool = False
    n_words: int = 0
    cut: int | None = None


# Words, keys, concepts


def key(word, stem="prefix"):
    folded = unicodedata.normalize("NFC", word).casefold().replace("’", "'")
    has_digit = any(c.isdecimal() for c in folded)
    has_case = any(c.isupper() or c.islower() or c.istitle() for c in folded)
    return folded[:KEY_LENGTH] if stem == "prefix" and has_case and not has_digit else folded


def content_keys(words, stem):
    """Returns the keys of all words except stop words, with repetitions, in reading order."""
    return [key(text, stem) for text, is_stop in words if not is_stop]


def adjacent_pairs(words, stem):
    return [
        (key(left, stem), key(right, stem))
        for (left, left_stop), (right, right_stop) in zip(words, words[1:])
        if not (left_stop and right_stop)
    ]


def opening_words(text):
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold()).replace("\u2019", "'")
    return re.findall(r"[^\W_]+(?:-[^\W_]+)*", folded)


@cache
def phrases(language, sections=(*REFERS, "self_contained")):
    """(words, words after a gap, section) of each phrase of these sections."""
    path = LISTS / f"{language}.txt"
    found, section = [], None
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        if line.startswith("["):
            section = line.strip("[]")
        elif section in sections:
            for phrase in line.split():
                head, _, tail = phrase.partition("_.._")
                found.append((opening_words(head.replace("_", " ")), opening_words(tail.replace("_", " ")), section))
    return found


def begins(words, head, tail):
    after = words[len(head) :]
    gaps = range(1, MOST_GAP + 1) if tail else [0]
    return words[: len(head)] == head and any(after[gap : gap + len(tail)] == tail for gap in gaps)


def opening(text, language):
    """Returns the section of the longest phrase with which a text begins."""
    words = opening_words(text)
    matches = [
        (len(head) + len(tail), section) for head, tail, section in phrases(language) if begins(words, head, tail)
    ]
    return max(matches)[1] if matches else "self_contained"


def says_outcome(text, language):
    """Does a text say what was decided, or what somebody will do? A single word counts only at the beginning."""
    words = opening_words(text)
    return any(
        begins(words[at:], head, tail) and (at == 0 or len(head + tail) > 1)
        for at in range(len(words))
        for head, tail, _ in phrases(language, ("outcomes",))
    )


def number(lists):
    """Returns {thing: id}; ids are in order of first occurrence."""
    ids = {}
    for things in lists:
        for thing in things:
            ids.setdefault(thing, len(ids))
    return ids


# Plain linear algebra. Loops, not sum(), because floats are added in ascending order of index, without compensation.


def total(values):
    result = 0.0
    for value in values:
        result += value
    return result


def dot(left, right):
    return total(a * b for a, b in zip(left, right))


def length(row):
    return math.sqrt(dot(row, row))


def scaled(row, divisor):
    return [value / divisor for value in row] if divisor > 0 else list(row)


def similarities(rows):
    """Returns the symmetric matrix of all dot products. Its diagonal is 0, because no sentence votes for itself."""
    n = len(rows)
    matrix = [[0.0] * n for _ in range(n)]
    for i, row in enumerate(rows):
        used = [(t, value) for t, value in enumerate(row) if value != 0]  # zeros add nothing to a sum
        for j in range(i):
            matrix[i][j] = matrix[j][i] = total(value * rows[j][t] for t, value in used)
    return matrix


def page_rank(weights, damping):
    """Returns the stationary distribution of a walk along `weights`, by power iteration (Page et al. 1998)."""
    n = len(weights)
    transitions = []
    for row in weights:
        transitions.append(scaled(row, total(row)) if total(row) > 0 else [1 / n] * n)
    ranks = [1 / n] * n
    for _ in range(200):
        following = [
            (1 - damping) / n + damping * total(ranks[i] * transitions[i][j] for i in range(n)) for j in range(n)
        ]
        change = total(abs(a - b) for a, b in zip(following, ranks))
        ranks = following
        if change < 1e-10:
            break
    return ranks


def eigen_pairs(matrix):
    """Returns the eigenvalues of a symmetric matrix and their vectors, by Jacobi's rotations; by LAPACK with numpy."""
    if numpy is not None and len(matrix):
        values, vectors = numpy.linalg.eigh(matrix)
        return values.tolist(), vectors.T.tolist()
    n, a = len(matrix), [list(row) for row in matrix]
    vectors = [[float(i == j) for j in range(n)] for i in range(n)]
    least = 1e-14 * max((abs(value) for row in a for value in row), default=0.0)
    while large := [(p, q) for p in range(n) for q in range(p) if abs(a[p][q]) > least]:
        for p, q in large:
            difference = a[q][q] - a[p][p]
            angle = 0.5 * math.atan(2 * a[p][q] / difference) if difference else math.pi / 4
            c, s = math.cos(angle), math.sin(angle)
            for row in a:
                row[p], row[q] = c * row[p] - s * row[q], s * row[p] + c * row[q]
            for rows in (a, vectors):
                rows[p], rows[q] = (
                    [c * x - s * y for x, y in zip(rows[p], rows[q])],
                    [s * x + c * y for x, y in zip(rows[p], rows[q])],
                )
    return [a[i][i] for i in range(n)], vectors


def over_maximum(values):
    highest = max(values)
    return [value / highest if highest > 0 else 0.0 for value in values]


# Printing


def printed(text):
    """Replaces a run of white space that contains a line break by one space."""
    return re.sub(r"\s+", lambda run: " " if re.search("[\n\v\f\r\x85\u2028\u2029]", run[0]) else run[0], text)


def separator(left, right):
    if left.source != right.source:
        return "\n"
    if left.kind in LINE_KINDS or right.kind in LINE_KINDS:
        return "\n"
    return "" if left.text[-1] in FULL_WIDTH_STOPS else " "


def join(units, ends):
    """Returns the summary as text. `units`: in the order of printing. `ends`: where units are cut, by index."""
    between = ["", *map(separator, units, units[1:])]
    texts = [printed(u.text[: ends[u.index]]) + MORE if u.index in ends else printed(u.text) for u in units]
    return "".join(before + text for before, text in zip(between, texts))


class Budget:
    """The ceilings of one call. All of them must hold. `text(units, kept)` prints a set of units; of the last one, only
    the first `kept` words if that is given.
    """

    def __init__(self, analysis, sentences, words, chars, ratio, tokens, count_tokens, text):
        self.sentences = 3 if sentences is words is chars is ratio is tokens is None else sentences
        self.n_units = len(analysis.units)
        self.kept_words = lambda unit, kept: len(analysis.words[unit]) if kept is None else kept
        limits = [] if words is None else [words]
        limits += [] if ratio is None else [max(1, math.ceil(ratio * analysis.n_all_words))]
        # (limit, length of a set of units, length of the unchanged text)
        self.lengths = [(limit, self.n_words, analysis.n_all_words) for limit in limits]
        if chars is not None:
            self.lengths.append((chars, lambda units, kept: len(text(units, kept)), len(analysis.whole_text())))
        self.printed = None
        if tokens is not None:  # while picking, the sum over the units; in the end, what is printed
            one = lambda unit, kept: count_tokens(text([unit], kept))  # noqa: E731
            every = lambda units, kept: sum(one(unit, None) for unit in units[:-1]) + one(units[-1], kept)  # noqa: E731
            whole = max(count_tokens(analysis.whole_text()), every(analysis.candidates, None))
            self.lengths.append((tokens, lambda units, kept: every(units, kept) if units else 0, whole))
            self.printed = lambda units, kept: count_tokens(text(units, kept)) <= tokens

    def n_words(self, units, kept=None):
        return sum(self.kept_words(unit, kept if place == len(units) else None) for place, unit in enumerate(units, 1))

    def holds_whole_text(self):
        return (self.sentences is None or self.n_units <= self.sentences) and all(
            whole <= limit for limit, _, whole in self.lengths
        )

    def fits(self, units, kept=None):
        return (self.sentences is None or len(units) <= self.sentences) and all(
            measure(units, kept) <= limit for limit, measure, _ in self.lengths
        )

    def holds_lengths(self, units):
        return all(measure(units, None) <= limit for limit, measure, _ in self.lengths)

    def fits_printed(self, units, kept=None):
        return self.fits(units, kept) and (self.printed is None or self.printed(units, kept))

    def is_full(self, units):
        return (self.sentences is not None and len(units) >= self.sentences) or any(
            measure(units, None) >= FULL * limit for limit, measure, _ in self.lengths
        )


class Analysis:
    """Everything that does not depend on the budget: rows, concepts, votes, scores."""

    def __init__(self, doc, stem="prefix"):
        self.doc, self.stem = doc, stem
        self.units = list(doc)
        self.words = [[] for _ in self.units]
        self.ends = [[] for _ in self.units]  # of the words in their unit
        for word in doc.words:
            self.words[word.unit].append((word.text, word.is_stop))
            self.ends[word.unit].append(word.end - self.units[word.unit].start)
        self.n_all_words = sum(map(len, self.words))
        self.candidates = list(doc.candidates)
        self.row_of = {unit: row for row, unit in enumerate(self.candidates)}
        self.sources = [self.units[unit].source for unit in self.candidates]  # None if there is only one text
        self.n = len(self.candidates)
        rows = [self.words[unit] for unit in self.candidates]
        self.terms = [content_keys(words, stem) for words in rows]
        self.pairs = [adjacent_pairs(words, stem) for words in rows]
        self.n_words = [max(1, len(words)) for words in rows]
        self.numbered = [any(word[0].isdigit() for word, _ in words) for words in rows]
        self.term_ids = number(self.terms)
        self.pair_ids = number(self.pairs)
        self.n_concepts = len(self.term_ids) + len(self.pair_ids)
        self.concepts = [self.concepts_of(words) for words in rows]
        self._scores = {}
        self.relevances = None  # of the call; one per candidate

    def concepts_of(self, words):
        """Returns the ids of the terms and pairs of (text, is_stop), ascending."""
        terms = {self.term_ids[t] for t in content_keys(words, self.stem)}
        return sorted(terms | {len(self.term_ids) + self.pair_ids[p] for p in adjacent_pairs(words, self.stem)})

    # TF-IDF

    @cached_property
    def counts(self):
        """tf, n x m."""
        matrix = [[0] * len(self.term_ids) for _ in range(self.n)]
        for row, terms in zip(matrix, self.terms):
            for term in terms:
                row[self.term_ids[term]] += 1
        return matrix

    @cached_property
    def document_frequencies(self):
        return [sum(row[t] > 0 for row in self.counts) for t in range(len(self.term_ids))]

    def weighted(self, idf):
        return [[tf * weight for tf, weight in zip(row, idf)] for row in self.counts]

    @cached_property
    def tf_idf(self):
        return self.weighted([math.log((self.n + 1) / (df + 1)) + 1 for df in self.document_frequencies])

    @cached_property
    def x(self):
        """TF-IDF rows divided by their pivoted length; the votes of `cover` are computed from them."""
        lengths = [length(row) for row in self.tf_idf]
        mean = total(lengths) / self.n if self.n else 0.0
        return [scaled(row, (1 - PIVOT) * mean + PIVOT * own) for row, own in zip(self.tf_idf, lengths)]

    @cached_property
    def cosines(self):
        return similarities([scaled(row, length(row)) for row in self.tf_idf])

    # cover

    @cached_property
    def votes(self):
        """y_i = min(8, b_i + alpha * sum over the later j of its source of y_j * x_i . x_j), alpha = .5 / mean degree.

        b_i = 1 + alpha / 2 * sum over the j of other sources of x_i . x_j
        """
        similarity = similarities(self.x)
        mean_degree = total(total(row) for row in similarity) / self.n if self.n else 0.0
        alpha = VOTE / mean_degree if mean_degree > 0 else 0.0
        others = [[j for j in range(self.n) if self.sources[j] != source] for source in self.sources]
        votes = [1 + VOTE_ACROSS * alpha * total(similarity[i][j] for j in others[i]) for i in range(self.n)]
        for i in reversed(range(self.n)):
            later = (j for j in range(i + 1, self.n) if self.sources[j] == self.sources[i])
            votes[i] = min(MAX_VOTES, votes[i] + alpha * total(votes[j] * similarity[i][j] for j in later))
        return votes

    def positions(self, rule):
        """p_i: the number of candidates before i, in its source or since the last heading."""
        places, before, last = {}, 0, None
        for index, unit in enumerate(self.units):
            if index == 0 or unit.source != last:
                before, last = 0, unit.source
            by_section = rule == "section" or (rule == "auto" and self.sources.count(unit.source) > LONG_DOCUMENT)
            if by_section and unit.kind == "heading":
                before = 0
            places[index] = before
            before += rule != "none" and index in self.row_of
        return [places[unit] for unit in self.candidates]

    def title_keys(self, title, title_words):
        """`title_words`: (text, is_stop) of an explicit title; by default the library reads them."""
        if title is None:
            first = {unit.source: index for index, unit in reversed(list(enumerate(self.units)))}
            leads = [i for i in first.values() if self.units[i].kind == "heading" and i not in self.row_of]
            title_words = [word for index in leads for word in self.words[index]]
        elif title_words is None:
            several = hasattr(self.doc, "texts")
            read = type(self.doc)([title] if several else title, language=self.doc.language)
            title_words = [(word.text, word.is_stop) for word in read.words]
        return set(content_keys(title_words, self.stem))

    def concept_weights(self, title, title_words, position, relevance=None):
        evidence = [y * y / (1 + p / POSITION_SCALE) for y, p in zip(self.votes, self.positions(position))]
        if relevance is not None:
            damping = [max(LEAST_OF_POSITION, 1 / (1 + p / POSITION_SCALE)) for p in self.positions(position)]
            evidence = [y * y * d * r * r for y, d, r in zip(self.votes, damping, relevance)]
        weights, frequency = [0.0] * self.n_concepts, [0] * self.n_concepts
        for value, concepts in zip(evidence, self.concepts):
            for concept in concepts:
                weights[concept] += value
                frequency[concept] += 1
        weights = [w * SINGLETON if f == 1 else w for w, f in zip(weights, frequency)]
        for term in self.title_keys(title, title_words):
            if term in self.term_ids:
                concept = self.term_ids[term]
                weights[concept] = TITLE * (weights[concept] + total(evidence) / self.n)
        return weights

    def without_seen(self, weights, position, seen):
        """`seen`: None, the Analysis of what the reader has seen, or the (text, is_stop) of each sentence read."""
        if isinstance(seen, Analysis):
            new, known = {}, {}
            for analysis, sums in ((self, new), (seen, known)):
                for y, p, terms, pairs in zip(
                    analysis.votes, analysis.positions(position), analysis.terms, analysis.pairs
                ):
                    for concept in {*terms, *pairs}:
                        sums[concept] = sums.get(concept, 0.0) + y * y / (1 + p / POSITION_SCALE)
            names = [*self.term_ids, *self.pair_ids]
            return [w * new[name] / (new[name] + known.get(name, 0.0)) for w, name in zip(weights, names)]
        for words in seen or ():
            for term in content_keys(words, self.stem):
                if term in self.term_ids:
                    weights[self.term_ids[term]] = 0.0
            for pair in adjacent_pairs(words, self.stem):
                if pair in self.pair_ids:
                    weights[len(self.term_ids) + self.pair_ids[pair]] = 0.0
        return weights

    # Queries

    def bm25(self, keys):
        """Robertson and Zaragoza 2009, with the candidates as documents. A speaker's name that matches adds its idf."""
        mean = total(self.n_words) / self.n

        def idf(n_with):
            return math.log(1 + (self.n - n_with + 0.5) / (n_with + 0.5))

        points = [0.0] * self.n
        speakers = self.speakers if self.n_turns else [set()] * self.n
        for term in keys:
            n_with = sum(term in terms for terms in self.terms)
            n_said = sum(term in names for names in speakers)
            for i, terms in enumerate(self.terms):
                tf = terms.count(term)
                cost = BM25_K1 * (1 - BM25_B + BM25_B * self.n_words[i] / mean)
                points[i] += idf(n_with) * tf * (BM25_K1 + 1) / (tf + cost)
                points[i] += idf(n_said) if term in speakers[i] else 0.0
        return points

    def bm25_of_sources(self, keys):
        """The same with the sources as documents, over the largest; 1 if no source has a key."""
        terms = {source: [] for source in self.sources}
        n_words = dict.fromkeys(terms, 0)
        for source, of_row, n in zip(self.sources, self.terms, self.n_words):
            terms[source] += of_row
            n_words[source] += n
        mean = total(n_words.values()) / len(terms)
        points = dict.fromkeys(terms, 0.0)
        for term in keys:
            n_with = sum(term in of_source for of_source in terms.values())
            idf = math.log(1 + (len(terms) - n_with + 0.5) / (n_with + 0.5))
            for source, of_source in terms.items():
                tf = of_source.count(term)
                cost = BM25_K1 * (1 - BM25_B + BM25_B * n_words[source] / mean)
                points[source] += idf * tf * (BM25_K1 + 1) / (tf + cost)
        largest = max(points.values())
        return {source: value / largest if largest > 0 else 1.0 for source, value in points.items()}

    @cached_property
    def speakers(self):
        """The keys in the label of the turn that each candidate belongs to, without numbers."""
        of_paragraph = {}
        for unit in self.units:
            if unit.kind == "turn":
                label = re.match(r"[^:>]*:", unit.text)
                of_paragraph[unit.paragraph] = label[0] if label else ""
        labels = [of_paragraph.get(self.units[unit].paragraph, "") for unit in self.candidates]
        return [{key(word, self.stem) for word in re.findall(r"[^\W\d_]\w*", label)} for label in labels]

    def relevance(self, banned, keys=None, given=None):
        """r_i: in [0, 1], one per candidate; None if nothing but `banned` is relevant. `given`: one number per unit."""
        points = None
        if given is None and keys is None:
            pass  # only the sources have scores
        elif given is not None:
            points = [given[unit] for unit in self.candidates]
        else:
            found = self.bm25(keys)
            near = lambda i, h: [j for j in (i - h, i + h) if 0 <= j < self.n and self.sources[j] == self.sources[i]]  # noqa: E731
            points = [
                value
                + total(BESIDE * FADING ** (h - 1) * total(found[j] for j in near(i, h)) for h in range(1, REACH + 1))
                for i, value in enumerate(found)
            ]
            if getattr(self.doc, "scores", None) is None:
                points = [value * self.bm25_of_sources(keys)[source] for value, source in zip(points, self.sources)]
        if getattr(self.doc, "scores", None) is not None:
            points = [value * self.doc.scores[source] for value, source in zip(points or [1] * self.n, self.sources)]
        matches = any(value > 0 for unit, value in zip(self.candidates, points) if unit not in banned)
        return over_maximum(points) if matches else None

    # Transcripts

    @cached_property
    def n_turns(self):
        """The number of paragraphs that begin with a turn, if they are at least half of all (without code); else 0."""
        first = {}
        for unit in self.units:
            if unit.kind != "code":
                first.setdefault(unit.paragraph, unit.kind)
        turns = sum(kind == "turn" for kind in first.values())
        return turns if 2 * turns >= len(first) else 0

    @cached_property
    def factors(self):
        """What the gain of each candidate is multiplied by before any pick."""
        if self.n_turns == 0:
            return [1.0] * self.n
        answers = [QUESTION if self.units[unit].text.endswith(ASKS) else 1.0 for unit in self.candidates]
        if self.n_turns < MANY_TURNS:
            decided = [says_outcome(self.said(unit), self.doc.language) for unit in self.candidates]
            return [
                (1.0 if outcome or not any(decided) else NO_OUTCOME)
                * answer
                * (1.0 if len(terms) >= CONTENT_WORDS else WEAK_LINE)
                * (1.0 if numbered else NO_NUMBER)
                for outcome, answer, terms, numbered in zip(decided, answers, self.terms, self.numbered)
            ]
        return [
            answer * (1.0 if len(terms) >= CONTENT_WORDS and ENDS.search(self.units[unit].text) else WEAK)
            for answer, unit, terms in zip(answers, self.candidates, self.terms)
        ]

    def factor(self, i, picked, position):
        """The same after the rows `picked`, in that order."""
        factor = self.factors[i]
        if self.relevances is not None:
            return self.relevances[i] * factor
        if self.n_turns and position == "auto":
            for j in picked[:SPREAD_PICKS]:
                factor *= 1 - NEAR * max(0.0, 1 - abs(i - j) / (self.n / PARTS))
        return factor

    def said(self, index):
        """The text of a unit from its first word on."""
        return self.units[index].text[self.ends[index][0] - len(self.words[index][0][0]) :] if self.words[index] else ""

    # Coherence

    @cached_property
    def openings(self):
        """The section of the first words of each candidate, if no heading stands between it and the one before it."""
        found = []
        for row, index in enumerate(self.candidates):
            unit = self.units[index]
            text = self.said(index)
            between = self.units[self.candidates[row - 1] + 1 : index]
            alone = (
                row == 0 or unit.source != self.sources[row - 1] or any(other.reason == "heading" for other in between)
            )
            found.append("self_contained" if alone else opening(text, self.doc.language))
        return found

    def reference_factor(self, i, picked, coherence):
        """Below 1 if row i refers to the row before it, which is not picked."""
        return 1.0 if i - 1 in picked else REFERS.get(self.openings[i], {}).get(coherence, 1.0)

    def needed(self, i, picked, coherence):
        """The rows that are picked together with row i, which is the last."""
        together = [i]
        while (
            coherence == "full"
            and len(together) < MOST_TOGETHER
            and self.reference_factor(together[0], picked, coherence) < 1
        ):
            together.insert(0, together[0] - 1)
        return together

    # The classic methods: one score per candidate

    def textrank(self, damping):
        """PageRank over the cosine of TF-IDF rows."""
        return page_rank(self.cosines, damping)

    def textrank_overlap(self, damping):
        """Mihalcea and Tarau 2004: common terms over the sum of the logarithms of the lengths."""
        sets = [set(terms) for terms in self.terms]
        logs = [math.log(len(terms)) if terms else -math.inf for terms in self.terms]
        weights = [
            [
                len(sets[i] & sets[j]) / (logs[i] + logs[j]) if i != j and logs[i] + logs[j] > 0 else 0.0
                for j in range(self.n)
            ]
            for i in range(self.n)
        ]
        return page_rank(weights, damping)

    def lexrank(self, damping, threshold):
        """Erkan and Radev 2004: idf-modified cosine; edges above the threshold, or weighted where it is None."""
        rows = self.weighted([math.log(self.n / df) for df in self.document_frequencies])
        weights = similarities([scaled(row, length(row)) for row in rows])
        if threshold is not None:
            weights = [[float(value > threshold) for value in row] for row in weights]
        return page_rank(weights, damping)

    def centroid(self):
        """Cosine with the sum of all rows."""
        rows = [scaled(row, length(row)) for row in self.tf_idf]
        centre = [total(column) for column in zip(*rows)]
        norm = length(centre)
        return [dot(row, centre) / norm if norm > 0 else 0.0 for row in rows]

    def luhn(self):
        """Luhn 1958: significant words, squared, over all words of the best cluster, as sumy delimits clusters."""
        occurrences = Counter(term for terms in self.terms for term in terms)
        scores = []
        for unit in self.candidates:
            significant = [not stop and occurrences[key(text, self.stem)] > 1 for text, stop in self.words[unit]]
            line = "".join("x" if flag else "." for flag in significant)
            clusters = [cluster.strip(".") for cluster in re.split(r"\.{4,}", line)]
            scores.append(max((c.count("x") ** 2 / len(c) for c in clusters if c.count("x") > 1), default=0.0))
        return scores

    def reduction(self):
        """The sum of the similarities to all others, as sumy has it: pairs of equal words over the logarithms."""
        logs = [math.log(len(terms)) if terms else 0.0 for terms in self.terms]
        common = similarities(self.counts)
        return [
            total(common[i][j] / (logs[i] + logs[j]) for j in range(self.n) if logs[i] + logs[j] > 0)
            for i in range(self.n)
        ]

    def lsa(self, by_topic=False):
        """Steinberger and Jezek 2004: the length in the space of the singular values of at least half the largest."""
        rows = [
            [LEAST_FREQUENCY + (1 - LEAST_FREQUENCY) * tf / max(row) if tf else 0.0 for tf in row]
            for row in self.counts
        ]
        gram = similarities(rows)
        for i, row in enumerate(rows):
            gram[i][i] = dot(row, row)
        topics = sorted(zip(*eigen_pairs(gram)), key=lambda topic: -topic[0])[:MOST_TOPICS]
        least = (LEAST_TOPIC if by_topic else LEAST_VALUE) ** 2 * topics[0][0] * (1 - 1e-9)  # of squares of values
        topics = [(square, vector) for square, vector in topics if square > 0 and square >= least]
        lengths = [math.sqrt(total(square * vector[i] ** 2 for square, vector in topics)) for i in range(self.n)]
        return self.places_by_topic(topics, lengths) if by_topic else lengths

    def places_by_topic(self, topics, lengths):
        """Gong and Liu 2001: each topic picks the sentence with the largest entry; the others follow by length."""
        order = []
        for square, _ in topics:
            equal = [vector for other, vector in topics if abs(math.sqrt(other / square) - 1) <= SCORE_STEP]
            shares = [round(length([vector[i] for vector in equal]) / SCORE_STEP) for i in range(self.n)]
            left = [i for i in range(self.n) if i not in order and shares[i] > 0]
            order += [max(left, key=lambda i: (shares[i], -i))] if left else []
        left = [i for i in range(self.n) if i not in order]
        order += sorted(left, key=lambda i: -round(lengths[i] / SCORE_STEP))
        return [self.n - order.index(i) for i in range(self.n)]

    def edmundson(self, title, title_words, bonus_words, stigma_words, null_words):
        """Edmundson 1969: cue words, words of the title and headings, location, weighted as sumy does."""
        headings = [words for unit, words in zip(self.units, self.words) if unit.reason == "heading"]
        heading = self.title_keys(title, title_words).union(*(content_keys(words, self.stem) for words in headings))
        bonus, stigma, null = (self.title_keys("\n".join(x), None) for x in (bonus_words, stigma_words, null_words))
        paragraphs = [self.units[unit].paragraph for unit in self.candidates]
        outer = {p[place] for source in set(self.sources) for p in [self.paragraphs_of(source)] for place in (0, -1)}
        scores = []
        for i, terms in enumerate(self.terms):
            cue = sum(-1 if term in stigma else term in bonus for term in terms)
            titled = sum(term in heading - null for term in terms)
            first, last = paragraphs.index(paragraphs[i]), self.n - 1 - paragraphs[::-1].index(paragraphs[i])
            scores.append(cue + titled + titled + (paragraphs[i] in outer) + (i in (first, last)))
        return [score - min(0, *scores) for score in scores]

    def paragraphs_of(self, source):
        return [self.units[unit].paragraph for unit in self.candidates if self.units[unit].source == source]

    def method_scores(self, method, damping=0.85, threshold=0.1, cues=(), lsa_selection="length"):
        """In [0, 1], for every method that is not in WORTHS."""
        if method == "lead":
            first = [self.sources.index(source) for source in self.sources]
            return [(self.n + 1 - rank) / self.n for rank in ranking([first[i] - i for i in range(self.n)])]
        asked = (method, damping, threshold, lsa_selection)
        if cues or asked not in self._scores:
            raw = {
                "textrank": lambda: self.textrank(damping),
                "textrank-overlap": lambda: self.textrank_overlap(damping),
                "lexrank": lambda: self.lexrank(damping, threshold),
                "centroid": self.centroid,
                "luhn": self.luhn,
                "edmundson": lambda: self.edmundson(*cues),
                "reduction": self.reduction,
                "lsa": lambda: self.lsa(lsa_selection == "topics"),
            }[method]()
            self._scores[asked] = raw
        raw = self._scores[asked]
        if self.relevances is not None:
            raw = [score * (relevance * relevance) for score, relevance in zip(raw, self.relevances)]
        return [round(score / SCORE_STEP) * SCORE_STEP for score in over_maximum(raw)]

    # Choosing

    def choose(
        self,
        *,
        sentences=None,
        words=None,
        chars=None,
        ratio=None,
        tokens=None,
        count_tokens=None,
        method="cover",
        title=None,
        title_words=None,
        position="auto",
        coherence=None,
        order="document",
        redundancy=0,
        damping=0.85,
        threshold=0.1,
        bonus_words=(),
        stigma_words=(),
        null_words=(),
        lsa_selection="length",
        include=(),
        exclude=(),
        cut=False,
        query_keys=None,
        unmatched="summary",
        relevance=None,
        seen=None,
    ):
        if not self.units:
            return Choice((), "empty", 0.0, (), (), "")
        by_length = sentences is None and not words is chars is ratio is tokens is None
        title_units = {u for u, unit in enumerate(self.units) if title and unit.text.split() == title.split()}
        banned = set(exclude) | title_units
        if banned.issuperset(self.candidates):  # rather the title than nothing
            banned = set(exclude)
        scored = getattr(self.doc, "scores", None) is not None
        asked = query_keys is not None or relevance is not None or scored
        self.relevances = self.relevance(banned, query_keys, relevance) if asked else None
        irrelevant = {u for u, r in zip(self.candidates, self.relevances or ()) if r == 0}
        if asked and self.relevances is None and unmatched == "empty":
            if not include:
                return Choice((), "empty", 0.0, (0.0,) * len(self.units), (None,) * len(self.units), "")
            irrelevant = set(self.candidates)
        irrelevant -= banned.union(include)
        banned |= irrelevant
        weights = self.concept_weights(title, title_words, position, self.relevances)
        weights = self.without_seen(weights, position, seen)

        def choice(divisor):
            if method in WORTHS:
                worth = WORTHS[method](self, weights, 0 if by_length else SENTENCE_COST, divisor, position)
                worth.coherence = coherence
                scores = over_maximum([worth(i, ()) for i in range(self.n)])
            else:
                cues = (title, title_words, bonus_words, stigma_words, null_words) if method == "edmundson" else ()
                scores = self.method_scores(method, damping, threshold, cues, lsa_selection)
                worth = MarginalRelevance(self, scores, redundancy)
            scores, ranks = self.by_unit(scores, 0.0), self.by_unit(ranking(scores), None)
            text = self.printer(scores if order == "score" else None)
            budget = Budget(self, sentences, words, chars, ratio, tokens, count_tokens, text)
            picked, status, kept = self.pick(
                worth, budget, sorted(include), banned, not exclude and not irrelevant, cut
            )
            full = status == "whole_text"
            return Choice(
                tuple(picked),
                status,
                1.0 if full else self.coverage(weights, picked, kept),
                tuple(scores),
                tuple(ranks),
                self.whole_text() if full else text(picked, kept),
                worth.near_tie,
                budget.n_words(picked, kept),
                picked[-1] if kept else None,
            )

        best = choice(DIVISORS[0])
        factors = [*self.factors, *(self.relevances or ())]
        plain = self.n_turns == 0 and all(factor == 1 for factor in factors)  # the gain is a share of the coverage
        if by_length and plain and method == "cover" and best.status in ("ok", "cut"):
            best = covers_most([best, *map(choice, DIVISORS[1:])])
        return best

    def printer(self, scores):
        """Returns the function that prints units: in the order of the document, or by score if scores are given."""

        def text(units, kept=None):
            beginnings = {units[-1]: self.ends[units[-1]][kept - 1]} if kept else {}
            places = sorted(units, key=lambda u: (-scores[u] if scores else 0, u))
            return join([self.units[u] for u in places], {self.units[u].index: end for u, end in beginnings.items()})

        return text

    def pick(self, worth, budget, included, banned, may_be_whole, cut):
        """(unit indices in the order of picking, status, number of words kept of the last one or None)"""
        if may_be_whole and budget.holds_whole_text():
            picked = self.greedy(
                worth, self.candidates, [], lambda units: True, lambda units: False, lambda units: True
            )
            return picked + [u for u in range(len(self.units)) if u not in self.row_of], "whole_text", None
        if not budget.fits(included):
            return included, "over_budget", None
        eligible = [u for u in self.candidates if u not in banned and u not in included]
        if budget.fits(included + eligible):
            picked = self.greedy(worth, eligible, included, lambda units: True, lambda units: False, lambda units: True)
        else:
            fits = self.admits(budget, cut)
            picked = self.greedy(worth, eligible, included, fits, budget.is_full, budget.holds_lengths)
        if not picked:
            alone = lambda units: len(units) <= 1  # noqa: E731
            best = self.greedy(worth, eligible, [], alone, lambda units: len(units) == 1, alone)
            return best, "over_budget", None
        left, kept = self.shorten(picked, budget, len(included), cut)
        if len(left) == len(included) + len(eligible) and not kept:
            return left, "all_candidates", None
        return left, "cut" if kept else "ok", kept

    def admits(self, budget, cut):
        """Returns the function that says whether the last of some units fits, or with `cut`, its first word."""
        return lambda units: budget.fits(units) or (cut and self.words[units[-1]] != [] and budget.fits(units, 1))

    def shorten(self, picked, budget, n_included, cut):
        """Cuts the last pick as little as possible, or drops it, until everything fits."""
        while len(picked) > n_included and not budget.fits_printed(picked):
            for kept in reversed(range(1, len(self.words[picked[-1]]) + 1)) if cut else ():
                if budget.fits_printed(picked, kept):
                    return picked, kept
            picked = picked[:-1]
        return picked, None

    def greedy(self, worth, eligible, included, fits, is_full, holds_lengths):
        """Picks the most valuable unit that fits, repeatedly; of equal units, the earlier one.

        Units that it needs come first if they are eligible and the lengths of all hold.
        """
        picked = list(included)
        while not is_full(picked):
            values = {
                self.row_of[unit]: worth(self.row_of[unit], self.rows(picked))
                for unit in eligible
                if unit not in picked and fits(picked + [unit])
            }
            if not values:
                break
            best = max(values, key=lambda row: (values[row], -row))
            worth.note_ties(best, values)
            rows = self.needed(best, self.rows(picked), getattr(worth, "coherence", None))
            together = [self.candidates[row] for row in rows]
            if not set(together) <= set(eligible) or not holds_lengths(picked + together):
                together = together[-1:]
            for unit in together:
                if len(together) == 1 or fits([*picked, unit]):
                    picked.append(unit)
        return picked

    def rows(self, units):
        return [self.row_of[unit] for unit in units if unit in self.row_of]

    def coverage(self, weights, picked, kept=None):
        """Returns the covered concept weight divided by the whole concept weight. `kept`: words of the last pick."""
        whole = picked if kept is None else picked[:-1]
        covered = {c for row in self.rows(whole) for c in self.concepts[row]}
        if kept is not None:
            covered.update(self.concepts_of(self.words[picked[-1]][:kept]))
        everything = total(weights)
        return total(weights[c] for c in sorted(covered)) / everything if everything > 0 else 1.0

    def by_unit(self, values, otherwise):
        result = [otherwise] * len(self.units)
        for unit, value in zip(self.candidates, values):
            result[unit] = value
        return result

    def whole_text(self):
        texts = getattr(self.doc, "texts", [self.doc.text])
        of = {}
        for unit in self.units:
            of.setdefault(unit.source, []).append(unit)
        return "\n\n".join(texts[source or 0][units[0].start : units[-1].end] for source, units in of.items())


def covers_most(choices):
    """Returns the choice with the highest coverage; of equal ones, the first."""
    best = choices[0]
    for choice in choices[1:]:
        if choice.coverage > best.coverage + SAME_COVERAGE:
            best = choice
    return replace(best, near_tie=any(choice.near_tie for choice in choices))


def ranking(scores):
    """Returns ranks: 1 for the highest score; of equal scores, the earlier one comes first."""
    ranks = [0] * len(scores)
    for rank, i in enumerate(sorted(range(len(scores)), key=lambda i: (-scores[i], i)), start=1):
        ranks[i] = rank
    return ranks


class CoverWorth:
    """Newly covered concept weight, divided by a function of the number of words, times the factor of transcripts.

    With a query, the factor holds the relevance, and the weight that no single pick covers counts, too.
    """

    def __init__(self, analysis, weights, cost, divisor, position):
        self.analysis, self.weights, self.position, self.near_tie = analysis, weights, position, False
        self.coherence = None
        self.divisors = [divisor(n + cost) for n in analysis.n_words]

    def __call__(self, i, picked):
        covered = set().union(*(self.analysis.concepts[j] for j in picked))
        gain = total(self.weights[c] for c in self.analysis.concepts[i] if c not in covered)
        if self.analysis.relevances is not None:
            whole, apart = self.weight(self.analysis.concepts[i]), self.weight_apart(i, picked[:MOST_COMPARED])
            gain = OF_UNCOVERED * gain + OF_APART * apart + OF_ALL * whole
        factor = self.analysis.factor(i, picked, self.position)
        factor *= self.analysis.reference_factor(i, picked, self.coherence)
        return factor * gain / self.divisors[i]

    def weight(self, concepts):
        return total(self.weights[c] for c in sorted(concepts))

    def weight_apart(self, i, picked):
        """The least weight of the concepts of row i that a pick does not have."""
        own = set(self.analysis.concepts[i])
        shared = [self.weight(own.intersection(self.analysis.concepts[j])) for j in picked]
        return self.weight(own) - max(shared, default=0.0)

    def note_ties(self, best, values):
        """Equal sets of concepts have equal worth to the last bit. Other ties may differ by the order of a sum."""
        concepts = self.analysis.concepts
        self.near_tie |= any(
            value > 0 and values[best] - value <= TIE * values[best] and concepts[i] != concepts[best]
            for i, value in values.items()
        )


class MarginalRelevance:
    """MMR (Carbonell and Goldstein 1998): the score minus the similarity to the units already picked."""

    def __init__(self, analysis, scores, redundancy):
        self.analysis, self.scores, self.redundancy, self.near_tie = analysis, scores, redundancy, False

    def __call__(self, i, picked):
        if not self.redundancy:
            return self.scores[i]
        similarity = max((self.analysis.cosines[i][j] for j in picked), default=0.0)
        return (1 - self.redundancy) * self.scores[i] - self.redundancy * similarity

    def note_ties(self, best, values):
        """Rounded scores are equal or at least a step apart. A score between two steps may be rounded either way."""
        self.near_tie |= any(0 < values[best] - value <= 2 * SCORE_STEP for value in values.values())


class SumBasicWorth:
    """Nenkova and Vanderwende 2005: the mean probability of the words, of sentences with the most probable word first.

    To put these first, the largest probability is added to their mean, which cannot exceed it.
    """

    def __init__(self, analysis, weights, cost, divisor, position):
        self.analysis, self.near_tie = analysis, False

    def probabilities(self, picked):
        counts = Counter(term for terms in self.analysis.terms for term in terms)
        n_words = sum(counts.values())
        probabilities = {term: count / n_words for term, count in counts.items()}
        for row in picked:
            for term in set(self.analysis.terms[row]):
                probabilities[term] *= probabilities[term]
        return probabilities

    def __call__(self, i, picked):
        counts = Counter(self.analysis.terms[i])
        if not counts:
            return 0.0
        probabilities = self.probabilities(picked)
        largest = max(probabilities.values())
        terms = sorted(counts, key=self.analysis.term_ids.get)
        mean = total(counts[term] * probabilities[term] for term in terms) / sum(counts.values())
        return mean + (largest if any(probabilities[term] == largest for term in terms) else 0.0)

    def note_ties(self, best, values):
        """The sums are the library's to the last bit, so that equal worths are equal there too."""


class DivergenceWorth:
    """Haghighi and Vanderwende 2009: how close the words of the summary come to those of the text.

    1 / (1 + KL(P || Q)): P of the text, Q of the summary with row i, smoothed. Rounded, so that the first of equals
    wins.
    """

    def __init__(self, analysis, weights, cost, divisor, position):
        self.analysis, self.near_tie = analysis, False
        counts = Counter(term for terms in analysis.terms for term in terms)
        self.text = {term: count / total(counts.values()) for term, count in counts.items()}

    def __call__(self, i, picked):
        if not self.analysis.terms[i]:
            return 0.0
        counts = Counter(term for j in [*picked, i] for term in self.analysis.terms[j])
        n_words = sum(counts.values()) + SMOOTHING * len(self.text)
        divergence = total(p * math.log(p * n_words / (counts[term] + SMOOTHING)) for term, p in self.text.items())
        return round(1 / (1 + max(0.0, divergence)) / SCORE_STEP) * SCORE_STEP

    def note_ties(self, best, values):
        """Rounded values are equal or at least a step apart. A value between two steps may be rounded either way."""
        self.near_tie |= any(0 < values[best] - value <= 2 * SCORE_STEP for value in values.values())


WORTHS = {
    "cover": CoverWorth,
    "sumbasic": SumBasicWorth,
    "kl": DivergenceWorth,
}  # of the methods that do not give each sentence one score


def summarize(doc, *, stem="prefix", **options):
    """Returns the Choice for one document. Options: see Analysis.choose."""
    return Analysis(doc, stem).choose(**options)
