"""Measures all figures of speed and memory in one run and writes tests/bench/RESULTS.md.

    python tests/bench/results.py [DATA_FOLDER] [--hostile FILE] [--quick] [--out FILE] [--build FOLDER]

DATA_FOLDER holds JSON lines with the fields `text` and `lang`; without it the texts of tests/data are used. For
--hostile, see growth.py. Measures the installed tersely; the C++ benchmark is built from these sources, which needs
CMake, a compiler and Google Benchmark. Takes some minutes and needs a quiet machine. --quick makes every measurement
very short, to check that it runs.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import compare
import growth
import peers
import splitters
import threads
from corpora import TESTS, by_language, first
from programs import BUILD, build, write_texts

import tersely

LANGUAGES = ("en", "de", "fr", "ru", "ar", "hi", "ko", "zh", "ja", "th")
OFF_LATIN = ("zh", "ja", "th", "ar", "hi", "ru")
LONG = 100_000  # sentences, in the goal
LONG_MB = 9.7
MOST_EXPONENT = 1.2  # above 1, since larger texts do not fit the caches


@dataclass(frozen=True)
class Effort:
    min_time: float = 0.1  # seconds per stage
    repetitions: int = 3
    stage_bytes: int = 1_000_000
    rounds: int = 5
    seconds: float = 2  # per call or peer in a round
    most_sentences: int = 1_000_000
    most_hostile: int | None = None
    pairs: int = 5
    thread_bytes: int = 8_000_000


QUICK = Effort(0.001, 1, 1, 1, 0.05, 10_000, 5, 1, 1)


@dataclass
class Measured:
    stages: compare.Rates
    calls: list[peers.Row]
    missing: list[str]  # peers
    splits: list[peers.Row]
    missing_splitters: list[str]
    grown: list[growth.Row]
    hostile: list[growth.Row]
    threads: list[threads.Row]


@dataclass
class Goal:
    what: str
    before: str  # the peers' figures when the goals were set
    goal: str
    now: str
    met: bool | None  # None if a peer is not installed


def measure_stages(program: Path, data: Path | None, effort: Effort) -> compare.Rates:
    corpora = by_language(data)
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for language in LANGUAGES:
            if language in corpora:
                files.append(Path(folder) / f"{language}.txt")
                write_texts(files[-1], first(corpora[language], effort.stage_bytes))
        out = Path(folder) / "out.json"
        options = [f"--benchmark_min_time={effort.min_time}", f"--benchmark_repetitions={effort.repetitions}"]
        options += ["--benchmark_enable_random_interleaving=true"]
        options += [f"--benchmark_out={out}", "--benchmark_out_format=json"]
        with peers.one_core():
            subprocess.run([program, *options, *files], check=True, capture_output=True)
        return compare.read(out)


def measure(options: argparse.Namespace, effort: Effort) -> Measured:
    def step(name: str) -> None:
        print(f"{name} ...", file=sys.stderr, flush=True)

    step("building")
    program = build("stage_benchmark", options.build)
    step("stages")
    stages = measure_stages(program, options.data, effort)
    step("calls")
    calls, missing = peers.measure(peers.texts_of(options.data), effort.rounds, effort.seconds)
    step("splitting")
    splits, missing_splitters = splitters.measure(peers.texts_of(options.data), effort.rounds, effort.seconds)
    step("threads")
    by_threads = threads.measure(options.data, effort.pairs, effort.thread_bytes)
    step("growth")
    grown = growth.grow(options.data, effort.most_sentences)
    step("hostile texts")
    hostile = growth.try_hostile(options.hostile, effort.most_hostile)
    return Measured(stages, calls, missing, splits, missing_splitters, grown, hostile, by_threads)


def speed_goals(measured: Measured) -> Iterator[Goal]:
    own, many, column = (row.rate for row in measured.calls[:3])
    now = f"{own:.1f} ({many:.1f} in `summarize_many`, {column:.1f} in `summarize_column`)"
    yield Goal("news articles, one thread, from Python: MB/s of `summarize`", "", "60, then 100", now, own >= 60)
    for name, what, before, least in (
        ("lede", "times lede", "4.1 MB/s", 20),
        ("scikit-learn", "times the scikit-learn recipe", "2.2 MB/s", 27),
        (peers.LEAD, "times all sentences by a regex, the first three of them", "26.5 MB/s", 2),
    ):
        ratio = next((own / row.rate for row in measured.calls if row.name.startswith(name)), None)
        yield Goal(what, before, f"{least}", f"{ratio:.1f}" if ratio else "-", ratio >= least if ratio else None)


def split_goals(measured: Measured) -> Iterator[Goal]:
    texts, spans = (row.rate for row in measured.splits[:2])
    other = next((row.rate for row in measured.splits if row.name.startswith("sentencex")), None)
    now = f"{texts / other:.1f}" if other else "-"
    met = texts > other if other else None
    yield Goal("splitting from Python, `.texts`: times sentencex", "78 MB/s", "1", now, met)
    yield Goal("splitting from Python, `.spans`: MB/s", "blingfire 27", "150", f"{spans:.0f}", spans >= 150)


def iterator_goals(stages: compare.Rates) -> Iterator[Goal]:
    languages = [text for stage, text in stages if stage == "whole"]
    rate = stages["segment", "en"][0]
    yield Goal("segmentation of English: MB/s", "sentencex 97, pysbd 0.2", "150", f"{rate:.0f}", rate >= 150)
    shares = {code: stages["segment", code][0] / stages["icu_sentences", code][0] for code in languages}
    now = ", ".join(f"{code} {value:.2f}" for code, value in shares.items())
    what = "segmentation over ICU's sentence iterator"
    yield Goal(what, "ICU 240 to 370 MB/s", "0.5", now, min(shares.values()) >= 0.5)
    shares = {c: stages["whole", c][0] / stages["icu_words", c][0] for c in OFF_LATIN if c in languages}
    now = ", ".join(f"{code} {value:.2f}" for code, value in shares.items())
    what = "whole summaries over ICU's word iterator, in scripts other than Latin"
    yield Goal(what, "ICU 19 to 107 MB/s", "0.5", now, min(shares.values()) >= 0.5)


def growth_goals(measured: Measured) -> Iterator[Goal]:
    for row in measured.grown:
        if row.name == "news" and row.size == LONG:
            seconds = row.seconds * LONG_MB / (row.bytes / 1e6)
            what = f"one text of 100,000 sentences: seconds for {LONG_MB} MB"
            now = f"{seconds:.2f} ({row.seconds:.2f} for {row.bytes / 1e6:.1f} MB)"
            yield Goal(what, "lede 2.7, scikit-learn 35", "0.3", now, seconds <= 0.3)
            mib = row.growth / growth.MIB * LONG_MB / (row.bytes / 1e6)
            yield Goal("the same: MiB of growth", "lede 138, scikit-learn 7,600", "100", f"{mib:.0f}", mib <= 100)
    slopes = growth.exponents(measured.grown)
    now = ", ".join(f"{name} {value:.2f}" for name, value in slopes.items())
    linear = max(slopes.values(), default=1) <= MOST_EXPONENT
    goal = f"1 (at most {MOST_EXPONENT})"
    yield Goal("exponent of the time in the size of the text", "most are quadratic", goal, now, linear)


def other_goals(measured: Measured) -> Iterator[Goal]:
    ratios = {row.name: row.processor_ratio for row in measured.threads}
    share = ratios["2 threads"] / ratios["2 processes"]
    now = f"{share:.3f} ({ratios['2 threads']:.3f} and {ratios['2 processes']:.3f} of one thread)"
    what = "processor time of two threads over that of two processes"
    yield Goal(what, "none has threads", "1.05", now, share <= 1.05)
    n, answered = len(measured.hostile), sum(row.answered for row in measured.hostile)
    yield Goal("hostile texts answered", "at best 74 of 76", "all", f"{answered} of {n}", answered == n)
    large = [row for row in measured.hostile if row.bytes >= growth.SMALL]
    dearest = max((row.ns_per_byte / 1000 for row in large), default=0)
    yield Goal("the most expensive of them: seconds per MB", "some never end", "1", f"{dearest:.2f}", dearest <= 1)


def goals(measured: Measured) -> Iterator[str]:
    yield "| what | other packages when the goal was set | goal | now | met |"
    yield "|---|---|---:|---:|---|"
    rows = (
        speed_goals(measured),
        split_goals(measured),
        iterator_goals(measured.stages),
        growth_goals(measured),
        other_goals(measured),
    )
    for goal in (goal for part in rows for goal in part):
        met = "-" if goal.met is None else "yes" if goal.met else "**no**"
        yield f"| {goal.what} | {goal.before} | {goal.goal} | {goal.now} | {met} |"


def machine() -> Iterator[str]:
    names = []
    if Path("/proc/cpuinfo").exists():  # Linux, where platform.processor() is often empty
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    name = names[0] if names else platform.processor()
    yield f"* {name}, {os.cpu_count()} cores; {platform.system()} {platform.machine()}"
    info = tersely.build_info()
    yield f"* Python {platform.python_version()}; {', '.join(f'{key} {value}' for key, value in info.items())}"


def report(measured: Measured, command: str, figure: str | None) -> Iterator[str]:
    yield "# Speed and memory\n"
    yield f"Made by `{command}` in one run on"
    yield from machine()
    yield "\nTimes are processor seconds of one core, the fastest of several runs in which all contenders take turns."
    yield "Trust ratios more than absolute figures. A MB is 10^6 bytes of UTF-8, a MiB 2^20 bytes.\n"
    yield "## Goals\n"
    yield "What the project wants to reach, and whether it does.\n"
    yield from goals(measured)
    yield "\n## Whole calls: English, from a text to three sentences\n"
    yield from peers.report(measured.calls, measured.missing)
    yield "\n## Splitting: English\n"
    yield from splitters.report(measured.splits, measured.missing_splitters)
    yield "\n## Stages, by language\n"
    yield "Each stage alone, and all (`whole`). `icu_*` are ICU's iterators.\n"
    yield from compare.tables(measured.stages)
    yield "\n## Growth\n"
    yield 'News is numbered sentences of articles. "One line" has no line break, "one word" sentences of one word.'
    yield '"Sharing" is built so that every two sentences share exactly one word.\n'
    if figure:
        yield f"![Time and memory against size]({figure})\n"
    yield from growth.growth_report(measured.grown)
    yield ""
    yield from growth.hostile_report(measured.hostile)
    yield "\n## Threads, over one column of news\n"
    yield "Seconds and ratios are medians of several rounds. A ratio is to one thread in the same round.\n"
    yield from threads.report(measured.threads)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="?", metavar="DATA_FOLDER")
    parser.add_argument("--hostile", type=Path, metavar="FILE")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--out", type=Path, metavar="FILE", default=TESTS / "bench" / "RESULTS.md")
    parser.add_argument("--build", type=Path, metavar="FOLDER", default=BUILD)
    options = parser.parse_args()
    measured = measure(options, QUICK if options.quick else Effort())
    figure = options.out.with_name("growth.png")
    plotted = growth.plot(measured.grown, figure)
    words = ["DATA_FOLDER"] * bool(options.data) + ["--hostile FILE"] * bool(options.hostile)
    command = " ".join(["python tests/bench/results.py", *words, *["--quick"] * options.quick])
    lines = report(measured, command, figure.name if plotted else None)
    options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(options.out)


if __name__ == "__main__":
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "RAYON_NUM_THREADS"):
        os.environ[variable] = "1"
    main()
