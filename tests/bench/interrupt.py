"""Measures how long a call continues after Ctrl-C: the median and the worst of several runs, in milliseconds.

    python tests/bench/interrupt.py [--rows 1000000] [--runs 20] [--megabytes 12]

The calls get a batch of many rows, a column of nulls, and texts that are one huge unit without a stop. Each run is a
process of its own that gets SIGINT at a random moment of the call.
"""

import argparse
import random
import subprocess
import sys

CHILD = """
import ctypes, os, signal, sys, threading, time, tersely
delay = float(sys.argv[1])
sent = 0.0
def interrupt():
    global sent
    time.sleep(delay)
    sent = time.monotonic()
    os.kill(os.getpid(), signal.SIGINT)
{call}
threading.Thread(target=interrupt, daemon=True).start()
begin = time.monotonic()
try:
    call()
    print("finished", time.monotonic() - begin)
except KeyboardInterrupt:
    print("interrupted", time.monotonic() - sent)
sys.stdout.flush()
os._exit(0)
"""

ROWS = """
text = "The council closed the old bridge. Engineers had found cracks in its beams. A ferry will carry people. " * 20
texts = [text] * {rows}
def call(): tersely.summarize_column(texts, threads={threads})
"""

NULLS = """
from support.hand_made_column import HandMade
nulls = HandMade([""])
nulls.schema.format, nulls.array.length = b"n", 2**50
def call(): tersely.summarize_column(nulls, threads={threads})
"""

TEXT = """
text = {part!r} * ({size} // len({part!r}.encode()))
def call(): tersely.summarize(text)
"""

HUGE_UNITS = {
    "Chinese": "研究人员发现河流上升导致旧桥关闭居民",
    "one ideograph": "中",
    "Japanese": "カタカナとひらがなをまぜた文章",
    "Thai": "ภาษาไทยเป็นภาษาที่มีเสียงวรรณยุกต์",
    "Khmer": "ភាសាខ្មែរជាភាសាផ្លូវការ",
    "Hebrew without spaces": "שלום",
    "English": "a long sentence of words without a stop, ",
    "Russian": "слово за словом ",
    "lines": "word and word\n",
    "sentences": "A bridge is closed. ",
}


def run(call, delay):
    """("interrupted", seconds since the signal) or ("finished", seconds of the call)."""
    command = [sys.executable, "-c", CHILD.format(call=call), str(delay)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env={"PYTHONPATH": "tests/python"})
    what, seconds = done.stdout.split()
    return what, float(seconds)


def report(name, call, runs, longest):
    """`longest`: an upper bound in seconds for the moment of the signal, such as the duration of the call."""
    delays = random.Random(1)
    took = []
    for _ in range(runs):
        what, seconds = run(call, delays.uniform(0, 0.95 * longest))
        if what == "interrupted":
            took.append(1000 * seconds)
    took.sort()
    if took:
        print(f"{name}: median {took[len(took) // 2]:.0f} ms, worst {took[-1]:.0f} ms of {len(took)} runs", flush=True)
    else:
        print(f"{name}: finished before the signal in all runs", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--megabytes", type=int, default=12)
    arguments = parser.parse_args()
    for threads in (0, 1):
        report(f"rows, threads={threads}", ROWS.format(rows=arguments.rows, threads=threads), arguments.runs, 2)
        report(f"nulls, threads={threads}", NULLS.format(threads=threads), arguments.runs, 2)
    for name, part in HUGE_UNITS.items():
        call = TEXT.format(part=part, size=arguments.megabytes * 1_000_000)
        _, whole = run(call, 1000)
        report(f"{name}, {arguments.megabytes} MB", call, arguments.runs, whole)


if __name__ == "__main__":
    main()
