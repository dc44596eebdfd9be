"""A component for Haystack.

>>> from haystack import Document
>>> from tersely.integrations.haystack import TerselyCompressor
>>> text = "It rained. The river took the bridge. A ferry is free."
>>> note = Document(content=text, meta={"page": 7}, score=0.8)
>>> told = TerselyCompressor(1).run([note], query="a free ferry?")
>>> [found] = told["documents"]
>>> found.score, found.content, found.meta["page"], found.meta["spans"]
(0.8, 'A ferry is free.', 7, [[38, 54]])
>>> found.meta["source_id"] == note.id
True
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from .._options import show_signature
from . import missing
from ._retrieved import OPTIONS, Extract, pack_options, shorten

try:
    from haystack import Document, component, default_from_dict, default_to_dict
    from haystack.utils import deserialize_callable, serialize_callable
except ImportError as error:
    raise missing("haystack", "haystack") from error

if TYPE_CHECKING:
    from typing_extensions import Self, Unpack

    from .._option_types import Count, Options


@component
class TerselyCompressor:
    """Shortens retrieved documents to the sentences that answer the query,
    verbatim.

    It takes `documents` and `query`, and returns `documents`. Without a query,
    it uses that of the options, if any.

    The result has new documents with the same score and meta. In addition, meta
    has `source_id`, the id of the document that was given, and `spans`, the
    [start, end] of each sentence in its content, in code points. Documents of
    which no sentence is chosen are dropped. Documents without content are kept.

    Each sentence counts by how well it matches the query, times the score of
    its document. Negative scores count as 0. If a score is missing, or none is
    positive, all documents count the same.

    Args:
        sentences, options: see tersely.summarize_documents. The budget is that
            of all documents together. A pipeline with `count_tokens` can be
            saved if that is a function of a module.

    Raises:
        TypeError: an option is unknown; the message suggests the right one.
        InvalidOption: the value of an option is not allowed.
    """

    @show_signature(OPTIONS)
    def __init__(self, sentences: Count | None = None, **options: Unpack[Options]) -> None:
        self.options = pack_options("TerselyCompressor", sentences, options)

    @component.output_types(documents=list[Document])
    def run(self, documents: list[Document], query: str | None = None) -> dict[str, list[Document]]:
        """Returns the shortened documents, in the same order."""
        texts, scores = [document.content for document in documents], [document.score for document in documents]
        extracts = shorten(texts, scores, query, self.options)
        pairs = zip(documents, extracts, strict=True)
        return {"documents": [_shortened(*pair) for pair in pairs if pair[1] is None or pair[1].spans]}

    def to_dict(self) -> dict[str, Any]:
        given = {**self.options}
        if "count_tokens" in given:
            given["count_tokens"] = serialize_callable(given["count_tokens"])
        saved: dict[str, Any] = default_to_dict(self, **given)
        return saved

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        given = {**data["init_parameters"]}
        if "count_tokens" in given:
            given["count_tokens"] = deserialize_callable(given["count_tokens"])
        made: Self = default_from_dict(cls, {**data, "init_parameters": given})
        return made


def _shortened(document: Document, extract: Extract | None) -> Document:
    if extract is None:
        return document
    meta = {**document.meta, "source_id": document.id, "spans": extract.spans}
    return replace(document, id="", content=extract.text, meta=meta, embedding=None, sparse_embedding=None)
