"""Compares the quality of all methods with that of other summarisers, and writes tests/bench/QUALITY.md.

    python tests/bench/quality.py DATA_FOLDER [SET ...] [--limit 200] [--peer-limit 50] [--seconds 60] [--out FILE]

DATA_FOLDER holds the sets as JSON lines: `text` or `documents` (a list, joined by blank lines), `reference` (a string
or a list of strings), `lang`. tersely.evaluate.compare compares the methods on the first --limit texts of each set, and
methods and peers on the first --peer-limit texts of each English set. Every summary has as many words as the references
of its set have on average: sentences are taken in the order in which the method ranks them, and the last is cut. A peer
that would need more than --seconds for a set, going by its first text, is left out of it.
"""

from __future__ import annotations

import argparse
import itertools
import json
import re
import signal
import statistics
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from installed import installed
from peers import rapid_textrank_scores, scikit_learn_scores, split

import tersely
from tersely import evaluate

OUT = Path(__file__).with_name("QUALITY.md")
DEFAULT, BASELINE = "cover", "lead"
CHARS_OF_WORD = 8  # more than the mean, so that a summary of so many characters has enough words

ABOUT = """
Figures are the mean of the F-measures of ROUGE-1, ROUGE-2 and ROUGE-L, times 100. In each set, all summaries have as
many words as the references on average: sentences in the order in which the method ranks them, the last one cut. Peers
read the sentences of their own splitters. The oracle chooses whole sentences with the references at hand. Where
references are shorter than most sentences (scitldr, zh_csl), it is no ceiling, because the others cut theirs. `lead`
leaves out headings, captions and notices, as all methods do.
"""

Call = Callable[..., str]  # of a text and n_words


@dataclass(frozen=True)
class Set:
    name: str
    language: str
    texts: list[str]
    references: list[list[str]]

    def first(self, n: int) -> Set:
        return replace(self, texts=self.texts[:n], references=self.references[:n])

    @property
    def n_words(self) -> int:
        """The mean length of the references."""
        lengths = [statistics.fmean(len(words_of(one, self.language)) for one in given) for given in self.references]
        return max(1, round(statistics.fmean(lengths)))


@dataclass(frozen=True)
class Figures:
    name: str
    language: str
    n_words: int
    rows: dict[str, evaluate.MethodResult]
    n_texts: int


def words_of(text: str, language: str) -> Sequence[tersely.Word]:
    return tersely.Document(text, language=language).words


def read(path: Path, limit: int) -> Set | None:
    """None if the set has no references."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in itertools.islice(lines, limit)]
    if not rows[0].get("reference"):
        return None
    texts = [row.get("text") or "\n\n".join(row["documents"]) for row in rows]
    references = [[row["reference"]] if isinstance(row["reference"], str) else row["reference"] for row in rows]
    return Set(path.stem, rows[0]["lang"], texts, references)


def fill(sentences: Sequence[str], scores: Sequence[float], n_words: int) -> str:
    """The best sentences in the order of the text, the last that is taken cut to fill the budget."""
    chosen = {}
    for i in sorted(range(len(sentences)), key=lambda i: -scores[i]):
        ends = [word.end for word in words_of(sentences[i], "en")][:n_words]
        if ends:
            chosen[i] = sentences[i][: ends[-1]]
            n_words -= len(ends)
        if n_words == 0:
            break
    return "\n".join(chosen[i] for i in sorted(chosen))


# Peers


def lede_calls() -> dict[str, Call]:
    import lede

    return {"lede": lambda text, n_words: lede.summarize(text, max_length=CHARS_OF_WORD * n_words).summary}


def scikit_learn_calls() -> dict[str, Call]:
    score = scikit_learn_scores()
    return {"scikit-learn recipe": partial(call_scores, score)}


def rapid_textrank_calls() -> dict[str, Call]:
    return {"rapid-textrank": partial(call_scores, rapid_textrank_scores())}


def call_scores(score: Callable[[str, list[str]], Sequence[float]], text: str, n_words: int) -> str:
    sentences = split(text)
    return fill(sentences, score(text, sentences), n_words)


def sumy_calls() -> dict[str, Call]:
    import sumy_documents

    return {f"sumy {method}": partial(call_sumy, method) for method in sumy_documents.SUMMARIZERS}


def call_sumy(method: str, text: str, n_words: int) -> str:
    import sumy_documents

    document = sumy_documents.parse(text)
    ratings = sumy_documents.rate(sumy_documents.summarizer(method), document, 1).of_sentence
    return fill(list(map(str, document.sentences)), ratings, n_words)


PEERS = {
    "lede": lede_calls,
    "scikit-learn": scikit_learn_calls,
    "rapid-textrank": rapid_textrank_calls,
    "sumy": sumy_calls,
}  # distributions


def is_fast(call: Call, of: Set, seconds: float) -> bool:
    """Whether the first text takes at most its share of the time. Ends the call if not."""

    def end(*signal_and_frame: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGVTALRM, end)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds / len(of.texts))
    try:
        call(of.texts[0], n_words=of.n_words)
    except TimeoutError:
        return False
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return True


# Measuring


def measure(of: Set, peer_limit: int, seconds: float) -> tuple[Figures, Figures | None]:
    """Of the methods alone, and of the methods and the peers if the set is English."""
    warnings.simplefilter("ignore")  # of peers, and of sets with fewer than 100 texts
    own = compare(of, {})
    if of.language != "en":
        return own, None
    few = of.first(peer_limit)
    found, _ = installed(PEERS)
    calls = {name: call for calls in found.values() for name, call in calls.items()}
    return own, compare(few, {name: call for name, call in calls.items() if is_fast(call, few, seconds)})


def compare(of: Set, peers: dict[str, Call]) -> Figures:
    own = {name: {"method": name, "cut": True, "language": of.language} for name in tersely.methods()}
    calls = {name: partial(call, n_words=of.n_words) for name, call in peers.items()}
    result = evaluate.compare(of.texts, of.references, own | calls, words=of.n_words, threads=1)
    return Figures(of.name, of.language, of.n_words, {row.method: row for row in result.rows}, result.n_texts)


def score(row: evaluate.MethodResult) -> float:
    return 100 * statistics.fmean((row.rouge1, row.rouge2, row.rougeL))


# Reporting


def compare_with_lead(figures: Sequence[Figures]) -> Iterator[str]:
    yield f"| set | texts | words | random | lead | `{DEFAULT}` | oracle | `{DEFAULT}` minus lead |"
    yield "|---|---:|---:|---:|---:|---:|---:|---:|"
    for one in figures:
        scores = [f"{score(one.rows[name]):.1f}" for name in ("random", BASELINE, DEFAULT, "oracle")]
        yield (
            f"| {one.name} ({one.language}) | {one.n_texts} | {one.n_words} | {' | '.join(scores)} "
            f"| {show_difference(one.rows[DEFAULT])} |"
        )


def show_difference(row: evaluate.MethodResult) -> str:
    assert row.difference is not None
    assert row.low is not None
    assert row.high is not None
    shown = f"{100 * row.difference:+.1f} [{100 * row.low:+.1f}, {100 * row.high:+.1f}]"
    return f"**{shown}**" if row.low > 0 or row.high < 0 else shown


def all_methods(figures: Sequence[Figures]) -> Iterator[str]:
    """A row for each method, the best mean first. Methods that were too slow for a set have no mean."""
    names = list(dict.fromkeys(itertools.chain.from_iterable(one.rows for one in figures)))
    means = {name: statistics.fmean(score(one.rows[name]) for one in figures if name in one.rows) for name in names}
    whole = {name for name in names if all(name in one.rows for one in figures)}
    yield f"| method | {' | '.join(re.sub('_', ' ', one.name) for one in figures)} | mean |"
    yield f"|---|{'---:|' * (len(figures) + 1)}"
    for name in sorted(names, key=lambda name: (name not in whole, -means[name])):
        shown = [f"{score(one.rows[name]):.1f}" if name in one.rows else "" for one in figures]
        mean = f"{means[name]:.1f}" if name in whole else ""
        label = f"`{name}`" if name in tersely.methods() else name
        yield f"| {label} | {' | '.join(shown)} | {mean} |"


def report(own: Sequence[Figures], with_peers: Sequence[Figures], command: str) -> Iterator[str]:
    found, missing = installed(PEERS)
    yield "# Quality\n"
    yield f"Made by `{command}` with tersely {tersely.__version__}; {', '.join(found)}."
    if missing:
        yield f"Not installed: {', '.join(missing)}."
    yield ABOUT
    yield "## The default beside the first sentences\n"
    yield "Differences whose 95 % interval excludes 0 are bold.\n"
    yield from compare_with_lead(own)
    yield ""
    yield from conclude(own)
    yield "\n## All methods\n"
    yield from all_methods(own)
    if with_peers:
        counts = ", ".join(f"{one.name} {one.n_texts}" for one in with_peers)
        yield "\n## Other packages, on English\n"
        yield f"On fewer texts, since some are slow, so that differences of a point or two may be chance: {counts}.\n"
        yield from all_methods(with_peers)
        yield "\nAn empty cell: too slow for the texts of this set."


def conclude(figures: Sequence[Figures]) -> Iterator[str]:
    """On which sets the default is better than the first sentences, level with them, or worse."""
    kinds: dict[str, list[str]] = {"better than": [], "level with": [], "worse than": []}
    for one in figures:
        row = one.rows[DEFAULT]
        assert row.low is not None
        assert row.high is not None
        kinds["better than" if row.low > 0 else "worse than" if row.high < 0 else "level with"].append(one.name)
    for kind, names in kinds.items():
        if names:
            yield f"* The default is {kind} lead on {', '.join(names)}."


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("sets", nargs="*", metavar="SET")
    parser.add_argument("--limit", type=int, default=200, help="at most this many texts per set (200)")
    parser.add_argument("--peer-limit", type=int, default=50, help="the same, for comparing with peers (50)")
    parser.add_argument(
        "--seconds", type=float, default=60, help="at most so much processor time for a peer on a set (60)"
    )
    parser.add_argument("--out", type=Path, default=OUT)
    arguments = parser.parse_args()
    paths = [
        path for path in sorted(arguments.folder.glob("*.jsonl")) if path.stem in arguments.sets or not arguments.sets
    ]
    sets = [one for one in (read(path, arguments.limit) for path in paths) if one]
    run = partial(measure, peer_limit=arguments.peer_limit, seconds=arguments.seconds)
    with ProcessPoolExecutor(2) as pool:
        figures = list(pool.map(run, sets))
    command = f"python tests/bench/quality.py DATA_FOLDER --limit {arguments.limit} --peer-limit {arguments.peer_limit}"
    text = "\n".join(report([own for own, _ in figures], [peers for _, peers in figures if peers], command))
    arguments.out.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
