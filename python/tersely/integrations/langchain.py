"""A document compressor and a text splitter for LangChain.

>>> from langchain_core.documents import Document
>>> from tersely.integrations import langchain as tersely_langchain
>>> text = "It rained. The river took the bridge. A ferry is free."
>>> note = Document(text, metadata={"page": 7})
>>> compressor = tersely_langchain.TerselyCompressor(1)
>>> [found] = compressor.compress_documents([note], "What did the river take?")
>>> found.page_content, found.metadata
('The river took the bridge.', {'page': 7, 'spans': [[11, 37]]})
>>> splitter = tersely_langchain.TerselyTextSplitter(
...     chunk_size=40, chunk_overlap=0, add_start_index=True
... )
>>> for chunk in splitter.split_documents([note]):
...     print(chunk.metadata["start_index"], chunk.page_content)
0 It rained. The river took the bridge.
38 A ferry is free.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from .._options import SEGMENTATION, show_signature
from . import missing
from ._chunks import check_options, split_chunks
from ._retrieved import OPTIONS, pack_options, shorten

try:
    from langchain_core.documents import BaseDocumentCompressor, Document
    from langchain_core.runnables import RunnableConfig, RunnableSerializable
    from langchain_text_splitters import TextSplitter
    from typing_extensions import TypedDict  # pydantic needs this one
except ImportError as error:
    raise missing("langchain_core with langchain_text_splitters", "langchain") from error

if TYPE_CHECKING:
    from langchain_core.callbacks import Callbacks
    from typing_extensions import Unpack

    from .._option_types import Count, Options, SegmentationOptions


class Retrieved(TypedDict):
    """The input of TerselyCompressor as a Runnable: documents, and the query
    that found them."""

    documents: Sequence[Document]
    query: str


class TerselyCompressor(BaseDocumentCompressor, RunnableSerializable[Retrieved | Sequence[Document], list[Document]]):
    """Shortens retrieved documents to the sentences that answer the query,
    verbatim.

    The result has the same metadata, and in `spans` the [start, end] of each
    sentence in the page_content that was given, in code points. Documents of
    which no sentence is chosen are dropped. The documents that are given are
    not changed.

    It is also a Runnable. Its input is a dict with `documents` and `query`, or
    only documents, which are then summarised without a query.

    Args:
        sentences, options: see tersely.summarize_documents. The budget is that
            of all documents together.

    Raises:
        TypeError: an option is unknown; the message suggests the right one.
        InvalidOption: the value of an option is not allowed.
    """

    options: dict[str, Any] = {}  # noqa: RUF012  # pydantic copies it

    @show_signature(OPTIONS)
    def __init__(self, sentences: Count | None = None, **options: Unpack[Options]) -> None:
        given: dict[str, Any] = {**options}
        fields = {name: given.pop(name) for name in type(self).model_fields if name in given}
        fields["options"] = pack_options("TerselyCompressor", sentences, {**fields.get("options", {}), **given})
        super().__init__(**fields)

    def compress_documents(
        self, documents: Sequence[Document], query: str | None = None, callbacks: Callbacks | None = None
    ) -> list[Document]:
        """Returns the shortened documents, in the same order."""
        texts = [document.page_content for document in documents]
        extracts = shorten(texts, [None] * len(texts), query, self.options)
        return [
            Document(id=document.id, page_content=extract.text, metadata={**document.metadata, "spans": extract.spans})
            for document, extract in zip(documents, extracts, strict=True)
            if extract and extract.spans
        ]

    def invoke(
        self,
        input: Retrieved | Sequence[Document],  # noqa: A002
        config: RunnableConfig | None = None,
        **kwargs: Any,
    ) -> list[Document]:
        """Returns the shortened documents, in the same order."""
        documents: list[Document] = self._call_with_config(self._compress, input, config, run_type="retriever")
        return documents

    def _compress(self, given: Retrieved | Sequence[Document]) -> list[Document]:
        if isinstance(given, dict):
            return self.compress_documents(given["documents"], given["query"])
        return self.compress_documents(given)


class TerselyTextSplitter(TextSplitter):
    """Splits texts into chunks of whole sentences: verbatim slices, so that
    `start_index` is exact.

    A chunk is never longer than `chunk_size`, unless a single sentence is. No
    sentence is cut.

    Args:
        chunk_size: the maximum length of a chunk.
        chunk_overlap: how much of a chunk the next one may repeat, in whole
            sentences.
        length_function: measures both; `len` counts code points.
        add_start_index: whether to add `start_index`, the offset of the chunk
            in its text, to the metadata.
        options: see tersely.split_sentences.
    """

    @show_signature(SEGMENTATION)
    def __init__(
        self,
        chunk_size: int = 4000,
        chunk_overlap: int = 200,
        length_function: Callable[[str], int] = len,
        add_start_index: bool = False,
        **options: Unpack[SegmentationOptions],
    ) -> None:
        super().__init__(chunk_size, chunk_overlap, length_function, add_start_index=add_start_index)
        self._options = check_options("TerselyTextSplitter", options)

    def split_text(self, text: str) -> list[str]:
        """Returns the chunks of a text."""
        return [text[start:end] for start, end in self._spans(text)]

    def create_documents(self, texts: list[str], metadatas: list[dict[Any, Any]] | None = None) -> list[Document]:
        """Returns a document for each chunk, with a copy of the metadata of its
        text."""
        documents = []
        for text, metadata in zip(texts, metadatas or [{}] * len(texts), strict=True):
            for start, end in self._spans(text):
                index = {"start_index": start} if self._add_start_index else {}
                documents.append(Document(text[start:end], metadata={**copy.deepcopy(metadata), **index}))
        return documents

    def _spans(self, text: str) -> list[tuple[int, int]]:
        return split_chunks(text, self._chunk_size, self._chunk_overlap, self._length_function, self._options)
