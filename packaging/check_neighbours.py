"""Checks that tersely shares a process with other packages that use an ICU: PyICU, icu4py and pyarrow.
PyICU uses that of the system, icu4py carries its own. Imports them in three orders, each in a process of its own, uses
all of them, and compares what they return.

    python check_neighbours.py        # in an environment with tersely, PyICU, icu4py and pyarrow
"""

from __future__ import annotations

import subprocess
import sys

TEXT = "Die Brücke ist zu. Am 3. Mai kam Dr. Weiß zurück. Die Fähre fährt nicht. 東京は晴れ。ฝนตก"

USE = f"""
text = {TEXT!r}
def icu():
    import icu
    cutter = icu.BreakIterator.createSentenceInstance(icu.Locale("de"))
    cutter.setText(text)
    return list(cutter)
def icu4py():
    from icu4py.breakers import SentenceBreaker
    return list(SentenceBreaker(text, "de_DE"))
def pyarrow():
    import pyarrow, pyarrow.compute
    return pyarrow.compute.utf8_upper(pyarrow.array([text])).to_pylist()
def tersely():
    import tersely
    return str(tersely.summarize(text, 2)), tersely.split_sentences(text, language="de").texts
"""

ORDERS = (
    ("icu", "icu4py", "pyarrow", "tersely"),
    ("tersely", "icu", "icu4py", "pyarrow"),
    ("icu4py", "tersely", "pyarrow", "icu"),
)


def results(order: tuple[str, ...]) -> str:
    """What each package returns after all are imported, sorted by name."""
    script = f"{USE}\nfor use in ({', '.join(order)}): use()\nprint([use() for use in (icu, icu4py, pyarrow, tersely)])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return done.stdout


def main() -> None:
    found = [results(order) for order in ORDERS]
    print(found[0], end="")
    print("three orders: " + ("equal results" if len(set(found)) == 1 else "DIFFERENT results"))
    raise SystemExit(len(set(found)) != 1)


if __name__ == "__main__":
    main()
