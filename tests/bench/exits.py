"""Counts the interpreters that do not exit quietly with code 0 if daemon threads are inside calls at exit.

    python tests/bench/exits.py [--exits 200] [--threads 4] [--call summarize_many ...]

Each exit is a process of its own. Its daemon threads call one function over and over; its main thread ends after up to
100 ms.
"""

import argparse
import collections
import random
import subprocess
import sys

CALLS = {
    "summarize": "tersely.summarize(text)",
    "Document": "tersely.Document(text).summarize(2)",
    "explain": "tersely.summarize(text).explain()",
    "suggest": "tersely.summarize(text).suggest()",
    "split_sentences": "tersely.split_sentences(text).texts",
    "split_many": "tersely.split_many([text] * 20, threads=2)",
    "summarize_many": "tersely.summarize_many([text] * 20, threads=2)",
    "summarize_column": "tersely.summarize_column([text] * 20, threads=2)",
    "progress": "tersely.summarize_many([text] * 1000, threads=2, progress=lambda done, total: None)",
    "count_tokens": "tersely.summarize(text, tokens=40, count_tokens=lambda part: len(part.split()))",
    "failures": 'tersely.summarize_many([text, b"\\xff"] * 20, threads=2, on_error="status")',
}

PROCESS = """
import sys, threading, time, tersely
threads, delay = int(sys.argv[1]), float(sys.argv[2])
text = "The council closed the old bridge. Engineers had found cracks in its beams. A ferry sails now.\\n\\n" * 9
started = threading.Barrier(threads + 1)
def work():
    started.wait()
    while True: {call}
for _ in range(threads): threading.Thread(target=work, daemon=True).start()
started.wait()
time.sleep(delay)
"""


def exit_once(call: str, threads: int, delay: float) -> tuple[str, str]:
    """(how the process ended, what it wrote to standard error)"""
    command = [sys.executable, "-c", PROCESS.format(call=CALLS[call]), str(threads), str(delay)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    except subprocess.TimeoutExpired:
        return "hung", ""
    return f"exit code {done.returncode}", done.stderr


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--exits", type=int, default=200, help="number of exits per call")
    parser.add_argument("--threads", type=int, default=4)
    parser.add_argument("--call", nargs="+", choices=CALLS, default=list(CALLS))
    arguments = parser.parse_args()
    delays = random.Random(1)
    failed = False
    for call in arguments.call:
        endings = [exit_once(call, arguments.threads, delays.uniform(0, 0.1)) for _ in range(arguments.exits)]
        counts = collections.Counter(how for how, _ in endings)
        print(f"{call}: " + ", ".join(f"{number} with {how}" for how, number in counts.items()), flush=True)
        for message in sorted({error.strip().splitlines()[-1] for _, error in endings if error.strip()})[:3]:
            print(f"    {message}")
        failed |= any(ending != ("exit code 0", "") for ending in endings)
    sys.exit(failed)


if __name__ == "__main__":
    main()
