"""Prints the results of stage_benchmark as Markdown tables: MB/s and nanoseconds per word, by stage and text.

    stage_benchmark --benchmark_repetitions=5 --benchmark_enable_random_interleaving=true \\
        --benchmark_out=now.json --benchmark_out_format=json
    python tests/bench/compare.py now.json [before.json] [--save baseline.json]

With a second file, also prints the rates of the first divided by those of the second: above 1 is faster than before.
Takes the fastest of the repetitions. --save writes only the rates, for later use as a second file; tests/bench/baseline
holds such a file. Figures compare well only on the same machine under the same load, so for a close call measure both
files anew, one after the other.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable
from pathlib import Path

Rates = dict[tuple[str, str], tuple[float, float]]  # (stage, text) -> MB/s, ns per word


def read(path: Path) -> Rates:
    """The rates in a file of Google Benchmark or of --save."""
    content = json.loads(path.read_text(encoding="utf-8"))
    if "benchmarks" not in content:
        return {tuple(name.split("/")): tuple(rate) for name, rate in content.items()}
    best: Rates = {}
    runs = [run for run in content["benchmarks"] if run["run_type"] == "iteration" and "bytes_per_second" in run]
    for run in sorted(runs, key=lambda run: run["family_index"]):  # in the order of registration, even if interleaved
        stage, text = run["run_name"].split("/")[:2]
        rate = run["bytes_per_second"] / 1e6, run["s/word"] * 1e9
        if (stage, text) not in best or rate[0] > best[stage, text][0]:
            best[stage, text] = rate
    return best


def save(rates: Rates, path: Path) -> None:
    lines = [f'"{stage}/{text}": [{mb:.1f}, {ns:.2f}]' for (stage, text), (mb, ns) in rates.items()]
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def table(rates: Rates, cell: Callable[[tuple[str, str]], str]) -> Iterable[str]:
    texts = list(dict.fromkeys(text for _, text in rates))
    yield "| " + " | ".join(["", *texts]) + " |"
    yield "|---" + "|---:" * len(texts) + "|"
    for stage in dict.fromkeys(stage for stage, _ in rates):
        cells = [cell((stage, text)) if (stage, text) in rates else "" for text in texts]
        yield "| " + " | ".join([stage, *cells]) + " |"


def tables(now: Rates, before: Rates | None = None) -> Iterable[str]:
    yield "MB/s\n"
    yield from table(now, lambda key: f"{now[key][0]:.0f}")
    yield "\nns per word\n"
    yield from table(now, lambda key: f"{now[key][1]:.1f}")
    if before is not None:
        both = {key: rate for key, rate in now.items() if key in before}
        yield "\nMB/s now / before\n"
        yield from table(both, lambda key: f"{now[key][0] / before[key][0]:.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("now", type=Path)
    parser.add_argument("before", type=Path, nargs="?")
    parser.add_argument("--save", type=Path, metavar="FILE", help="write the rates of the first file")
    options = parser.parse_args()
    now = read(options.now)
    for line in tables(now, options.before and read(options.before)):
        print(line)
    if options.save:
        save(now, options.save)


if __name__ == "__main__":
    main()
