"""Measures time and memory of one text against its size, and of hostile texts.

    python tests/bench/growth.py [--data DATA] [--hostile FILE] [--most 1000000] [--plot FILE.png]

Four texts grow from 10 to --most sentences:
  news       sentences of the English texts of DATA (a folder of JSON lines, default tests/data), each with a number,
             in paragraphs of eight
  one line   words without a full stop or a line break, a tenth of --most at most
  one word   sentences of one word each, a tenth of --most at most
  sharing    the bad case of lazy greedy selection: any two sentences share exactly one word, as the lines of a finite
             projective plane share points, and the budget is half of all words; a hundredth of --most at most
Then come the hostile texts: those of tests/python/support/hostile.py or, with --hostile, of JSON lines with a field
`text` (lines with a field `n` other than 3 test arguments and are skipped).

Each text gets a process of its own. Time is processor time, the fastest of up to five calls. Memory is the growth of
the resident peak over that of the process holding the text. The exponent is the slope of log time against log bytes
above 5 kB: 1 is linear.
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
import json
import math
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpora import TESTS, by_language

import tersely

SMALL = 5_000  # bytes; below, the fixed cost of a call dominates
MIB = 1 << 20
LEAST = {"seconds": 0, "growth": MIB // 10}  # for plots; below, memory is reused pages and noise


def news(n: int, data: Path | None) -> str:
    """At most 20,000 different sentences, then the same with other numbers, so that the vocabulary keeps growing."""
    found: list[str] = []
    for text in by_language(data)["en"]:
        found += [unit.text for unit in tersely.split_sentences(text, language="en") if unit.kind == "sentence"]
        if len(found) >= 20_000:
            break
    numbered = (f"{found[i % len(found)][:-1]} {i}{found[i % len(found)][-1]}" for i in range(n))
    return "\n\n".join(" ".join(itertools.islice(numbered, 8)) for _ in range(-(-n // 8)))


def _words(n: int) -> list[str]:
    """Words of a vocabulary that grows with the square root of the text, with a few frequent ones."""
    rng = random.Random(n)
    size = 10 * math.isqrt(n) + 10
    return [f"w{'aeiou'[i % 5]}{i}" for i in (int(size * rng.random() ** 3) for _ in range(n))]


def one_line(n: int, data: Path | None) -> str:
    return " ".join(_words(n * 15))


def one_word(n: int, data: Path | None) -> str:
    return " ".join(f"{word.capitalize()}." for word in _words(n))


def sharing(n: int, data: Path | None) -> str:
    """The lines of the projective plane of the largest prime order q with q * q + q + 1 lines <= n."""
    q = max(p for p in range(2, 98) if p * p + p + 1 <= max(n, 7) and all(p % d for d in range(2, p)))
    lines = [
        [f"p{x * q + (slope * x + y) % q}" for x in range(q)] + [f"s{slope}"] for slope in range(q) for y in range(q)
    ]
    lines += [[f"p{x * q + y}" for y in range(q)] + ["v"] for x in range(q)]
    lines.append([f"s{slope}" for slope in range(q)] + ["v"])
    return " ".join(f"The {' '.join(line)}." for line in lines)


@dataclass(frozen=True)
class Case:
    make: Callable[[int, Path | None], str]
    share: int = 1  # its largest size is --most / share
    options: tuple[tuple[str, Any], ...] = ()


CASES = {
    "news": Case(news),
    "one line": Case(one_line, 10),
    "one word": Case(one_word, 10),
    "sharing": Case(sharing, 100, (("ratio", 0.5),)),
}


def sizes(case: Case, most: int) -> list[int]:
    return [10**k for k in range(1, 8) if 10**k <= most // case.share]


def peak_rss() -> int:
    """In bytes. On Linux forget_peak() resets it, so that making the text does not count."""
    try:
        status = Path("/proc/self/status").read_text()
        return 1024 * next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def forget_peak() -> None:
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")


def measure(text: str, options: dict[str, Any]) -> dict[str, Any]:
    """Runs in the process of this text."""
    tersely.summarize("A first call loads what all calls need. It is not counted.")
    forget_peak()
    base, times = peak_rss(), []
    for _ in range(5):
        begin = time.process_time()
        summary = tersely.summarize(text, **options)
        times.append(time.process_time() - begin)
        if len(times) == 1:
            growth = peak_rss() - base
        if sum(times) > 1:
            break
    verbatim = all(text[s.start : s.end] == s.text for s in summary)
    answered = verbatim and bool(len(summary)) == bool(text.strip())
    n_bytes = len(text.encode("utf-8", "surrogatepass"))
    return {"bytes": n_bytes, "seconds": min(times), "growth": growth, "answered": answered}


@dataclass
class Row:
    name: str
    size: int  # sentences; 0 for hostile texts
    bytes: int
    seconds: float
    growth: int  # bytes
    answered: bool

    @property
    def ns_per_byte(self) -> float:
        return self.seconds * 1e9 / max(1, self.bytes)


def in_process(name: str, size: int, arguments: list[str], seconds: float = 300) -> Row:
    command = [sys.executable, str(Path(__file__).resolve()), "--one", name, "--size", str(size), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=seconds, check=True)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        print(f"{name} {size}: {error}", (error.stderr or "")[-300:], file=sys.stderr)
        return Row(name, size, 0, math.inf, 0, False)
    return Row(name, size, **json.loads(done.stdout.splitlines()[-1]))


def grow(data: Path | None, most: int) -> list[Row]:
    arguments = ["--data", str(data)] if data else []
    return [in_process(name, size, arguments) for name, case in CASES.items() for size in sizes(case, most)]


def hostile_texts(path: Path | None) -> dict[str, str]:
    if path is None:
        sys.path.insert(0, str(TESTS / "python"))
        from support.hostile import TEXTS

        return {name: hostile.text for name, hostile in TEXTS.items()}
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    texts = (row for row in rows if isinstance(row["text"], str) and row.get("n", 3) == 3)
    return {str(row.get("id", i)): row["text"] for i, row in enumerate(texts)}


def try_hostile(path: Path | None, most: int | None = None) -> list[Row]:
    """A row for each of the first `most` texts."""
    arguments = ["--hostile", str(path)] if path else []
    return [in_process(name, 0, arguments) for name in list(hostile_texts(path))[:most]]


def slope(points: list[tuple[float, float]]) -> float:
    """The slope by least squares."""
    mean_x, mean_y = (sum(axis) / len(points) for axis in zip(*points))
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / sum((x - mean_x) ** 2 for x, _ in points)


def exponents(rows: list[Row]) -> dict[str, float]:
    """The exponents of the cases with at least two sizes above SMALL."""
    found = {}
    for name in CASES:
        large = [row for row in rows if row.name == name and row.bytes >= SMALL and 0 < row.seconds < math.inf]
        if len(large) > 1:
            found[name] = slope([(math.log(row.bytes), math.log(row.seconds)) for row in large])
    return found


def line(row: Row, *more: str) -> str:
    growth = f"{row.growth / MIB:.1f}"
    per_mb = f"{row.growth / MIB / (row.bytes / 1e6):.1f}" if row.bytes >= SMALL else ""
    cells = [row.name, *more, f"{row.bytes / 1e6:.4g}", f"{row.seconds:.3g}", f"{row.ns_per_byte:.0f}", growth, per_mb]
    return f"| {' | '.join(cells)} |"


def growth_report(rows: list[Row]) -> Iterator[str]:
    yield "| text | sentences | MB | s | ns per byte | MiB of growth | MiB per MB |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    for row in rows:
        yield line(row, f"{row.size:,}")
    yield f"\nExponents of time: {', '.join(f'{name} {value:.2f}' for name, value in exponents(rows).items())}."


def hostile_report(rows: list[Row], shown: int = 8) -> Iterator[str]:
    """With the texts above SMALL that cost most per byte."""
    large = sorted((row for row in rows if row.bytes >= SMALL), key=lambda row: -row.ns_per_byte)
    failed = ", ".join(row.name for row in rows if not row.answered)
    answered = f"{sum(row.answered for row in rows)} of {len(rows)} hostile texts are answered verbatim"
    yield f"{answered}{f' (not {failed})' if failed else ''}."
    yield f"The most expensive of {len(large)} above {SMALL // 1000} kB:\n"
    yield "| text | MB | s | ns per byte | MiB of growth | MiB per MB |"
    yield "|---|---:|---:|---:|---:|---:|"
    yield from map(line, large[:shown])


def plot(rows: list[Row], path: Path) -> bool:
    """False if matplotlib is not installed."""
    try:
        from matplotlib.figure import Figure
    except ImportError:
        return False
    figure = Figure(figsize=(10, 4), layout="constrained")
    for axes, what, unit in zip(figure.subplots(1, 2), ("seconds", "growth"), ("s", "MiB")):
        for name in CASES:
            points = [row for row in rows if row.name == name and row.bytes and getattr(row, what) > LEAST[what]]
            values = [getattr(row, what) / (MIB if unit == "MiB" else 1) for row in points]
            axes.loglog([row.bytes / 1e6 for row in points], values, "o-", label=name)
        axes.set(xlabel="MB of text", ylabel=unit)
        axes.grid(alpha=0.3)
        axes.spines[["top", "right"]].set_visible(False)
    axes.legend(frameon=False)
    figure.savefig(path)
    return True


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--hostile", type=Path)
    parser.add_argument("--most", type=int, default=1_000_000)
    parser.add_argument("--plot", type=Path)
    parser.add_argument("--one", help=argparse.SUPPRESS)
    parser.add_argument("--size", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        case = CASES[options.one] if options.size else None
        text = case.make(options.size, options.data) if case else hostile_texts(options.hostile)[options.one]
        print(json.dumps(measure(text, dict(case.options) if case else {})))
        return
    rows = grow(options.data, options.most)
    print(*growth_report(rows), "", *hostile_report(try_hostile(options.hostile)), sep="\n")
    if options.plot and not plot(rows, options.plot):
        print("No plot: matplotlib is not installed.", file=sys.stderr)


if __name__ == "__main__":
    main()
