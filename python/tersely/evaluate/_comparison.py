"""The result of a comparison of methods."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

from .. import _core
from .._errors import InvalidOption, quote
from .._inputs import as_index
from ._results import ORACLE, SIGNIFICANT, MethodResult, MethodRun, Scores, Setting, Shown, TextDifference
from ._show import conclude, show_html, show_text

if TYPE_CHECKING:
    import pandas
    import polars


class Comparison:
    """The result of `compare`: a table with a row for each method, the best
    first, and the oracle last.

    It shows itself in a terminal (`print(result)`) and in a notebook, where
    scores are times 100. `pyarrow.table(result)`, `to_pandas` and `to_polars`
    make a table of `rows`.

    Attributes:
        rows: a MethodResult for each method.
        scores: for each method, the F-measures (rouge1, rouge2, rougeL) of each
            text.
        failures: for each method, the reasons of its failures, by the number of
            the text.
        baseline: the name of the baseline.
        n_texts: the number of texts that were compared.
        n_left_out: the number of rows without a text or reference.
    """

    _texts: list[str]
    _runs: dict[str, MethodRun]
    _oracle: list[Scores]
    _setting: Setting

    @classmethod
    def _of(cls, texts: list[str], runs: dict[str, MethodRun], oracle: list[Scores], setting: Setting) -> Comparison:
        self = cls.__new__(cls)
        self._texts = texts
        self._runs = runs
        self._oracle = oracle
        self._setting = setting
        return self

    @property
    def baseline(self) -> str:
        return self._setting.baseline

    @property
    def n_texts(self) -> int:
        return len(self._texts)

    @property
    def n_left_out(self) -> int:
        return self._setting.n_left_out

    @property
    def scores(self) -> dict[str, list[Scores]]:
        return {name: list(run.scores) for name, run in self._runs.items()} | {ORACLE: list(self._oracle)}

    @property
    def failures(self) -> dict[str, dict[int, str]]:
        return {name: dict(run.failures) for name, run in self._runs.items()}

    @cached_property
    def rows(self) -> tuple[MethodResult, ...]:
        tests = self._test()
        best = _sum_of_means(self._oracle)
        rows = [_make_row(name, run, best, tests.get(name)) for name, run in self._runs.items()]
        rows.sort(key=lambda row: -(row.rouge1 + row.rouge2 + row.rougeL))
        means = _means(self._oracle)
        return *rows, MethodResult(ORACLE, *means, None, 1.0, None, None, None, None, None, 0)

    @property
    def conclusion(self) -> str:
        """Which differences from the baseline are real, in words."""
        return conclude(self._shown)

    def differences(self, first: str, second: str, n: int = 20) -> list[TextDifference]:
        """Returns the texts on which the second method is ahead of the first
        most, at most `n`.

        Texts on which it is not ahead are left out. `differences("cover",
        "lead")` shows where lead wins.

        Raises:
            InvalidOption: a method did not take part, or `n` is not a whole
                number of 0 or more.
        """
        runs = [self._find("first", first), self._find("second", second)]
        count = as_index(n)
        if count is None or count < 0:
            raise InvalidOption(f"n={quote(n)}: must be a whole number of 0 or more", "n", n)
        pairs = zip(*(run.scores for run in runs), strict=True)
        ahead = [(left.mean - right.mean, row) for row, (left, right) in enumerate(pairs) if right.mean > left.mean]
        return [
            TextDifference(row, difference, self._texts[row], *(run.summaries[row] for run in runs))
            for difference, row in sorted(ahead)[:count]
        ]

    def to_pandas(self) -> pandas.DataFrame:
        """Returns the rows as a pandas.DataFrame (`pip install
        "tersely[pandas]"`)."""
        try:
            import pandas
        except ImportError:
            raise ImportError('to_pandas() needs pandas: pip install "tersely[pandas]"') from None
        return pandas.DataFrame([row._asdict() for row in self.rows])

    def to_polars(self) -> polars.DataFrame:
        """Returns the rows as a polars.DataFrame (`pip install
        "tersely[polars]"`)."""
        try:
            import polars
        except ImportError:
            raise ImportError('to_polars() needs polars: pip install "tersely[polars]"') from None
        return polars.DataFrame([row._asdict() for row in self.rows], infer_schema_length=None)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Exports the rows to Arrow, with `is_real` as 0 or 1."""
        formats = {"method": "u", "is_real": "l", "failed": "l"}
        fields = [(name, formats.get(name, "g")) for name in MethodResult._fields]
        return _core.make_table(fields, list(self.rows)).stream()

    def __len__(self) -> int:
        return len(self.rows)

    def __repr__(self) -> str:
        return f"Comparison({', '.join(self._runs)}; {self.n_texts} texts)"

    def __str__(self) -> str:
        return show_text(self._shown)

    def _repr_html_(self) -> str:
        return show_html(self._shown)

    @property
    def _shown(self) -> Shown:
        return Shown(self.rows, self._setting, self.n_texts, self.failures)

    def _find(self, name: str, method: str) -> MethodRun:
        if method not in self._runs:
            allowed = ", ".join(self._runs)
            raise InvalidOption(f"{name}={quote(method)}: must be one of the methods compared: {allowed}", name, method)
        return self._runs[method]

    def _test(self) -> dict[str, _Test]:
        """Tests each method against the baseline."""
        others = [name for name in self._runs if name != self.baseline]
        base = [scores.mean for scores in self._runs[self.baseline].scores]
        columns = [[scores.mean for scores in self._runs[name].scores] for name in others]
        table = [[x - start for x in row] for start, row in zip(base, zip(*columns, strict=True), strict=True)]
        found = _core.bootstrap(table, len(others), self._setting.n_resamples, self._setting.seed)
        corrected = correct([one[3] for one in found])
        tests = (_Test(*one[:3], p_value) for one, p_value in zip(found, corrected, strict=True))
        return dict(zip(others, tests, strict=True))


class _Test(NamedTuple):
    difference: float
    low: float
    high: float
    p_value: float


def _make_row(name: str, run: MethodRun, best: float, test: _Test | None) -> MethodResult:
    share = _sum_of_means(run.scores) / best if best else 0.0
    words = fmean(run.words) if run.words else 0.0
    result = MethodResult(name, *_means(run.scores), words, share, None, None, None, None, None, len(run.failures))
    if test is None:
        return result
    return result._replace(**test._asdict(), is_real=test.p_value < SIGNIFICANT)


def _means(scores: Sequence[Scores]) -> tuple[float, float, float]:
    return tuple(map(fmean, zip(*scores, strict=True)))  # type: ignore[return-value]  # three, as Scores has


def _sum_of_means(scores: Sequence[Scores]) -> float:
    return sum(_means(scores)[:2])


def correct(p_values: Iterable[float]) -> list[float]:
    """Corrects p values for their number (Holm 1979)."""
    given = list(p_values)
    corrected = [1.0] * len(given)
    highest = 0.0
    for place, row in enumerate(sorted(range(len(given)), key=given.__getitem__)):
        highest = max(highest, min(1.0, given[row] * (len(given) - place)))
        corrected[row] = highest
    return corrected
