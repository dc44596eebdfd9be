"""Plain implementations of what `tersely.evaluate` computes, after the papers. The judge of ROUGE is rouge-score."""

from __future__ import annotations

from collections import Counter


def grams(words, n):
    return Counter(zip(*(words[i:] for i in range(n))))


def f1(found, wanted):
    """The F-measure of two Counters."""
    size = found.total() + wanted.total()
    return 2 * (found & wanted).total() / size if size else 0.0


def oracle(units, references, sentences=None, words=None, mean=False):
    """The greedy oracle (Nallapati, Zhai & Zhou 2017).

    Args:
        units, references: lists of words.
        sentences, words: the budget.
        mean: whether several references count by their mean or by the best one.

    Returns the indices of the units in the order of picking.
    """

    def value(chosen):
        scores = []
        for reference in references:
            found = [sum((grams(units[i], n) for i in chosen), Counter()) for n in (1, 2)]
            scores.append(sum(f1(one, grams(reference, n)) for n, one in enumerate(found, 1)))
        return sum(scores) / len(scores) if mean else max(scores)

    picks = []
    while sentences is None or len(picks) < sentences:
        used = sum(len(units[i]) for i in picks)
        fitting = [i for i in range(len(units)) if i not in picks and (words is None or used + len(units[i]) <= words)]
        best = max(fitting, key=lambda i: (value([*picks, i]), -i), default=None)
        if best is None or value([*picks, best]) <= (value(picks) if picks else 0):
            break
        picks.append(best)
    return picks


def fragments(text, summary):
    """The lengths of the copied sequences of words (Grusky, Naaman & Artzi 2018, figure 3)."""
    lengths = []
    i = 0
    while i < len(summary):
        longest = 0
        for j in range(len(text)):
            n = 0
            while i + n < len(summary) and j + n < len(text) and summary[i + n] == text[j + n]:
                n += 1
            longest = max(longest, n)
        if longest:
            lengths.append(longest)
        i += max(1, longest)
    return lengths


def holm(p_values):
    """Holm 1979: the p value of rank k times the number of hypotheses that are left, never falling."""
    ranked = sorted(p_values)
    m = len(ranked)
    return [max(min(1.0, (m - k) * ranked[k]) for k in range(ranked.index(p) + 1)) for p in p_values]
