"""Evaluation: which method is best on your own texts, and is the difference
real?

>>> from tersely import evaluate
>>> reference = "The old bridge was closed."
>>> scores = evaluate.rouge("The bridge is closed.", reference)
>>> round(scores["rouge1"].recall, 2), round(scores["rouge2"].fmeasure, 2)
(0.6, 0.0)

`compare` runs several methods over texts with references and tests the
differences. `rouge` scores a summary, `oracle` finds the sentences with the
best ROUGE, `score_picks` compares chosen sentences with those that people
chose, and `describe` needs no reference. `python -m tersely.evaluate` compares
methods on a JSON Lines file.

`import tersely` does not import this package.
"""

from ._compare import compare
from ._comparison import Comparison
from ._describe import Description, describe
from ._oracle import Oracle, oracle
from ._picks import PickScore, score_picks
from ._results import MethodResult, TextDifference
from ._rouge import Score, rouge, rouge_many

__all__ = [
    "Comparison",
    "Description",
    "MethodResult",
    "Oracle",
    "PickScore",
    "Score",
    "TextDifference",
    "compare",
    "describe",
    "oracle",
    "rouge",
    "rouge_many",
    "score_picks",
]
