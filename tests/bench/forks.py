"""Forks children while other threads summarise, and counts those that hang or give another answer than the parent.

    python tests/bench/forks.py [--forks 5000] [--language en th ja] [--patience 60]

Four threads summarise one small batch after another, each with two threads of the core. Meanwhile the process forks one
child at a time, which summarises the same batch. A child that does not finish within `--patience` seconds counts as
hung; `--keep` leaves the first of them alive for a debugger.
"""

import argparse
import os
import signal
import sys
import threading
import time

import tersely

TEXTS = {
    "en": "The council closed the old bridge. Engineers had found cracks in its beams. A ferry will carry people. ",
    "th": "เรือข้ามฟากออกทุกสิบห้านาที ผู้โดยสารจำนวนมากรอที่ท่าเรือในตอนเช้า สะพานเก่าปิดเพื่อซ่อมแซม ",
    "ja": "古い橋は閉鎖された。技師たちは梁にひびを見つけた。渡し船が住民を運ぶ。市は来年に橋を直す。",
}


def summarize(texts: list[str]) -> list[str]:
    return [str(summary) for summary in tersely.summarize_many(texts, threads=2)]


def child(texts: list[str], expected: list[str]) -> None:
    """Never returns. Exit code 0: the parent's answer; 3: another answer."""
    code = 4
    try:
        code = 0 if summarize(texts) == expected else 3
    finally:
        os._exit(code)


def wait_for(pid: int, patience: float) -> int | None:
    """The exit code, or None if the child does not finish."""
    deadline = time.monotonic() + patience
    pause = 0.0005
    while time.monotonic() < deadline:
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(pause)
        pause = min(2 * pause, 0.05)
    return None


def run(language: str, forks: int, patience: float, keep: bool) -> tuple[int, int]:
    texts = [TEXTS[language] * 2] * 2
    expected = summarize(texts)
    stop = threading.Event()

    def work() -> None:
        while not stop.is_set():
            summarize(texts)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    hung = wrong = 0
    for _ in range(forks):
        pid = os.fork()
        if pid == 0:
            child(texts, expected)
        code = wait_for(pid, patience)
        if code is None:
            hung += 1
            if keep:
                print(f"{language}: child {pid} hangs", flush=True)
                break
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
        wrong += code not in (None, 0)
    stop.set()
    for thread in threads:
        thread.join()
    return hung, wrong


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--forks", type=int, default=5000, help="number of forks per language")
    parser.add_argument("--language", nargs="+", choices=TEXTS, default=list(TEXTS))
    parser.add_argument("--patience", type=float, default=60, help="seconds until a child counts as hung")
    parser.add_argument("--keep", action="store_true", help="stop at the first hung child and leave it alive")
    arguments = parser.parse_args()
    failed = False
    for language in arguments.language:
        began = time.monotonic()
        hung, wrong = run(language, arguments.forks, arguments.patience, arguments.keep)
        took = time.monotonic() - began
        print(f"{language}: {hung} hung, {wrong} wrong, of {arguments.forks} forks, {took:.0f} s", flush=True)
        failed |= hung + wrong > 0
    sys.exit(failed)


if __name__ == "__main__":
    main()
