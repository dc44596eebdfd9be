"""`TextSummarizer`, a transformer for scikit-learn.

>>> from sklearn.feature_extraction.text import CountVectorizer
>>> from sklearn.pipeline import make_pipeline
>>> from tersely.integrations.sklearn import TextSummarizer
>>> river = "It rained. The river rose and the river took the bridge."
>>> texts = [river, "It snowed. The snow closed the road."]
>>> TextSummarizer(1).fit_transform(texts).tolist()
['The river rose and the river took the bridge.', 'The snow closed the road.']
>>> pipeline = make_pipeline(TextSummarizer(1), CountVectorizer())
>>> pipeline.fit_transform(texts).shape
(2, 9)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from .._options import TABLE, check_names, show_signature
from .._summarizer import Summarizer
from . import changed, defaults_of, missing

try:
    import numpy
    from sklearn.base import BaseEstimator, TransformerMixin
except ImportError as error:
    raise missing("scikit-learn", "sklearn") from error

if TYPE_CHECKING:
    from typing_extensions import Self, Unpack

    from .._option_types import Count, Options


class TextSummarizer(TransformerMixin, BaseEstimator):  # scikit-learn requires this order
    """Transforms texts into summaries. It learns nothing; `fit` only checks the
    parameters.

    The output has the shape of the input: one-dimensional for a list, Series or
    array, as vectorizers need it; one column for a table with one column, as
    ColumnTransformer needs it. With `set_output(transform="pandas")`, it is a
    frame with the column `summary`. Missing texts become None.

    Args:
        sentences, options: see tersely.summarize.
        on_error, threads: see tersely.summarize_column.
    """

    @show_signature(TABLE)
    def __init__(
        self,
        sentences: Count | None = None,
        *,
        on_error: Literal["raise", "status"] = "status",
        threads: int = 0,
        **options: Unpack[Options],
    ) -> None:
        check_names("TextSummarizer()", options, TABLE)
        self.sentences = sentences
        self.on_error = on_error
        self.threads = threads
        for name, default in _DEFAULTS.items():
            setattr(self, name, options.get(name, default))

    def fit(self, X: Any, y: Any = None) -> Self:  # noqa: N803
        self._summarizer()
        return self

    def transform(self, X: Any) -> Any:  # noqa: N803
        texts = _one_column(X)
        column = self._summarizer().column(texts, on_error=self.on_error, threads=self.threads)
        summaries = numpy.array(column.to_list(), dtype=object)
        return summaries if texts is X else summaries.reshape(-1, 1)

    def get_feature_names_out(self, input_features: Any = None) -> Any:
        return numpy.array(["summary"], dtype=object)

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.requires_fit = False
        tags.input_tags.string = True
        tags.input_tags.allow_nan = True
        return tags

    def _summarizer(self) -> Summarizer:
        return Summarizer(self.sentences, **changed({name: getattr(self, name) for name in _DEFAULTS}, _DEFAULTS))


_DEFAULTS = defaults_of(TextSummarizer.__init__)


def _one_column(X: Any) -> Any:  # noqa: N803
    """Returns the texts, also from a table with one column."""
    shape: Any = getattr(X, "shape", (0,))
    if len(shape) == 1:
        return X
    if shape[1:] != (1,):
        raise TypeError(f"TextSummarizer takes one column of texts, not {shape[1]}; in a ColumnTransformer: ['body']")
    return X.iloc[:, 0] if hasattr(X, "iloc") else X[:, 0]
