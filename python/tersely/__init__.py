"""Extractive summaries: the best sentences of a text, verbatim, with their
positions.

>>> import tersely
>>> text = "It rained. The council closed the old bridge for repairs. It sags."
>>> s = tersely.summarize(text, 1)
>>> print(s)
The council closed the old bridge for repairs.
>>> s[0].start, s[0].end
(11, 57)

No model, no download, no network, no randomness: the same text gives the same
summary on every machine.
"""

from ._catalog import Method, build_info, languages, methods, stop_words
from ._column import KeyphraseColumn, SentenceColumn, SummaryColumn
from ._document import Document
from ._document_set import DocumentSet
from ._errors import InvalidColumn, InvalidOption, InvalidText, LimitExceeded, SummaryTimeout, TerselyError
from ._keyphrase import Keyphrase
from ._keyphrase_functions import keyphrases, keyphrases_column
from ._keyphrases import Keyphrases
from ._report import Report
from ._sentence import ScoredSentence, Sentence
from ._sparse_matrix import SparseMatrix
from ._split import Sentences
from ._splitting import split_column, split_many, split_sentences
from ._summaries import Summaries
from ._summarize import (
    summarize,
    summarize_column,
    summarize_documents,
    summarize_documents_column,
    summarize_html,
    summarize_many,
    summarize_sentences,
)
from ._summarizer import Summarizer
from ._summary import Summary
from ._word import Word

__version__ = build_info()["version"]

__all__ = [
    "Document",
    "DocumentSet",
    "InvalidColumn",
    "InvalidOption",
    "InvalidText",
    "Keyphrase",
    "KeyphraseColumn",
    "Keyphrases",
    "LimitExceeded",
    "Method",
    "Report",
    "ScoredSentence",
    "Sentence",
    "SentenceColumn",
    "Sentences",
    "SparseMatrix",
    "Summaries",
    "Summarizer",
    "Summary",
    "SummaryColumn",
    "SummaryTimeout",
    "TerselyError",
    "Word",
    "__version__",
    "build_info",
    "keyphrases",
    "keyphrases_column",
    "languages",
    "methods",
    "split_column",
    "split_many",
    "split_sentences",
    "stop_words",
    "summarize",
    "summarize_column",
    "summarize_documents",
    "summarize_documents_column",
    "summarize_html",
    "summarize_many",
    "summarize_sentences",
]
