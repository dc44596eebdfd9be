"""Several interpreters in one process, each with its own lock (Python 3.13 and later)."""

import sys
from concurrent.futures import ThreadPoolExecutor

CODE = """
import tersely
text = "It rained. The council closed the old bridge for repairs. The bridge had cracks. " * 50
texts = [text, None, text + "It rains again."] * 20
told = []
summaries = tersely.summarize_many(texts, threads=4, progress=lambda done, total: told.append(done))
column = tersely.summarize_column(texts, threads=4)
assert column.to_list() == [None if summary is None else str(summary) for summary in summaries]
assert told[-1] == len(texts)
import _interpreters
counted_in = set()
def count(part):
    counted_in.add(_interpreters.get_current())
    return len(part.split())
assert tersely.summarize(text, tokens=20, count_tokens=count).n_words <= 20
assert all(summary is None or summary.n_words <= 20
           for summary in tersely.summarize_many(texts, tokens=20, count_tokens=count, threads=4))
assert counted_in == {_interpreters.get_current()}
try:
    tersely.summarize(text, words=0)
except tersely.InvalidOption as error:
    assert error.option == "words"
else:
    raise AssertionError("no error")
"""

if sys.version_info >= (3, 13):
    import _interpreters

    def test_interpreters_in_threads_of_their_own():
        def run(_):
            interpreter = _interpreters.create()
            failure = _interpreters.exec(interpreter, CODE)
            _interpreters.destroy(interpreter)
            return failure

        with ThreadPoolExecutor(3) as pool:
            assert list(pool.map(run, range(3))) == [None] * 3

    def test_an_interpreter_in_the_main_thread():
        interpreter = _interpreters.create()
        failure = _interpreters.exec(interpreter, CODE)
        _interpreters.destroy(interpreter)
        assert failure is None
