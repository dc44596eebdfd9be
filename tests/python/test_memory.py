"""No call leaves memory behind, whether it succeeds or raises."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

STATM = Path("/proc/self/statm")
CALLS = 3_000  # of each kind
ROUNDS = 5
LEAK = 100  # bytes a call: the smallest leak that is found in memory; of Python's objects, one in each call is found

# Runs each call in rounds, after one that fills caches and the free lists of malloc. Prints what memory (RSS) and the
# number of Python's blocks grew by in the round that grew least: a leak grows in every round, anything else does not.
PROGRAM = """
import contextlib, gc, json, os, sys, tersely
TEXT = "The old ferry sank. Divers raised it in May. " + "The bridge is closed until the river falls. It is old. " * 5
PAGE = os.sysconf("SC_PAGE_SIZE")
summarizer = tersely.Summarizer(words=20)

def refused():
    with contextlib.suppress(tersely.InvalidOption):
        tersely.summarize(TEXT, words=-1)
    with contextlib.suppress(tersely.InvalidText):
        tersely.summarize(b"It rained. \\xff")
    with contextlib.suppress(tersely.LimitExceeded):
        tersely.summarize(TEXT, max_bytes=10)
    with contextlib.suppress(TypeError):
        tersely.summarize(TEXT, word_count=3)
    with contextlib.suppress(ZeroDivisionError):
        tersely.summarize(TEXT, tokens=9, count_tokens=lambda text: 1 // 0)

def explained():
    document = tersely.Document(TEXT)
    summary = document.summarize(2, query="old ferry")
    return list(summary), summary.explain(), summary.at(1), document.tfidf, document.words

def columns():
    texts = [TEXT, None, b"\\xff", ""]
    struct = tersely.summarize_column(texts, 1, output="struct")
    return struct.to_list(), struct.__arrow_c_array__(), struct.__arrow_c_stream__(), tersely.split_column([TEXT])[0]

CALLS = {
    "summarize": lambda: tersely.summarize(TEXT, 2).to_dict(),
    "a Summarizer": lambda: list(summarizer(TEXT)),
    "split_sentences": lambda: (tersely.split_sentences(TEXT).texts, tersely.split_sentences(TEXT).spans),
    "keyphrases": lambda: tersely.keyphrases(TEXT, 3),
    "Document and explain": explained,
    "columns": columns,
    "documents": lambda: list(tersely.summarize_documents([TEXT, "The ferry sank."], 2, names=["a", "b"])),
    "batches": lambda: tersely.summarize_many([TEXT, None, TEXT.encode()], 1, threads=1),
    "errors": refused,
}

def measure():
    gc.collect()
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * PAGE, sys.getallocatedblocks()

def growth(call, n, rounds):
    least = [float("inf")] * 2
    before = None
    for _ in range(rounds):
        for _ in range(n // rounds):
            call()
        after = measure()
        if before is not None:
            least = [min(smallest, new - old) for smallest, new, old in zip(least, after, before)]
        before = after
    return least

n, rounds = map(int, sys.argv[1:])
print(json.dumps({name: growth(call, n, rounds) for name, call in CALLS.items()}))
"""


@pytest.mark.skipif(not STATM.exists(), reason="needs /proc/self/statm")
def test_memory_does_not_grow():
    command = [sys.executable, "-c", PROGRAM, str(CALLS), str(ROUNDS)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    grown = json.loads(done.stdout)
    of_each_round = CALLS // ROUNDS
    assert {name: bytes_ for name, (bytes_, _) in grown.items() if bytes_ >= LEAK * of_each_round} == {}
    assert {name: blocks for name, (_, blocks) in grown.items() if blocks >= of_each_round} == {}
