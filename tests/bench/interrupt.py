"""How long a batch of a million rows goes on after Ctrl-C: the worst of some runs, in milliseconds.

    python tests/bench/interrupt.py [--rows 1000000] [--runs 20]

Each run is a process of its own that gets SIGINT in the middle of the batch.
"""

import argparse
import random
import subprocess
import sys

CHILD = """
import os, signal, sys, threading, time, tersely
rows, delay, threads = int(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3])
text = "The council closed the old bridge. Engineers had found cracks in its beams. A ferry will carry people. " * 20
sent = 0.0
def interrupt():
    global sent
    time.sleep(delay)
    sent = time.monotonic()
    os.kill(os.getpid(), signal.SIGINT)
texts = [text] * rows
threading.Thread(target=interrupt, daemon=True).start()
try:
    tersely.summarize_column(texts, threads=threads)
    print("finished too early")
except KeyboardInterrupt:
    took = time.monotonic() - sent
    print(took * 1000)
    sys.stdout.flush()
    os._exit(0)
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=20)
    arguments = parser.parse_args()
    delays = random.Random(1)
    for threads in (0, 1):
        took = []
        for _ in range(arguments.runs):
            command = [sys.executable, "-c", CHILD, str(arguments.rows), str(delays.uniform(0.5, 2)), str(threads)]
            took.append(float(subprocess.run(command, capture_output=True, text=True, check=True).stdout))
        took.sort()
        print(f"threads={threads}: median {took[len(took) // 2]:.0f} ms, worst {took[-1]:.0f} ms of {len(took)} runs")


if __name__ == "__main__":
    main()
