"""A node postprocessor and a node parser for LlamaIndex.

>>> from llama_index.core.schema import Document, NodeWithScore, TextNode
>>> from tersely.integrations import llama_index as tersely_llama
>>> text = "It rained. The river took the bridge. A ferry is free."
>>> note = TextNode(text=text, metadata={"page": 7})
>>> nodes = [NodeWithScore(node=note, score=0.8)]
>>> shorten = tersely_llama.TerselyPostprocessor(1)
>>> [found] = shorten.postprocess_nodes(nodes, query_str="Is the ferry free?")
>>> found.score, found.text, found.metadata
(0.8, 'A ferry is free.', {'page': 7, 'spans': [[38, 54]]})
>>> parser = tersely_llama.TerselyNodeParser(
...     chunk_size=40, chunk_overlap=0, tokenizer=list
... )
>>> for node in parser.get_nodes_from_documents([Document(text=text)]):
...     print(node.start_char_idx, node.text)
0 It rained. The river took the bridge.
38 A ferry is free.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence, Sized
from typing import TYPE_CHECKING, Any

from .._options import SEGMENTATION, show_signature
from . import missing
from ._chunks import check_options, split_chunks
from ._retrieved import OPTIONS, Extract, pack_options, shorten

try:
    from llama_index.core.bridge.pydantic import Field
    from llama_index.core.node_parser.interface import MetadataAwareTextSplitter
    from llama_index.core.node_parser.node_utils import build_nodes_from_splits
    from llama_index.core.postprocessor.types import BaseNodePostprocessor
    from llama_index.core.schema import BaseNode, Document, MetadataMode, NodeWithScore, QueryBundle, TextNode
    from llama_index.core.utils import get_tokenizer, get_tqdm_iterable
except ImportError as error:
    raise missing("llama_index.core", "llama-index") from error

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._option_types import Count, Options


class TerselyPostprocessor(BaseNodePostprocessor):
    """Shortens retrieved nodes to the sentences that answer the query,
    verbatim.

    The result has copies of the nodes with the same id, score and
    relationships, without embedding. Their metadata is the same, and has
    `spans` in addition, the [start, end] of each sentence in the text that was
    given, in code points. `spans` is not shown to models. Nodes of which no
    sentence is chosen are dropped. Nodes without text, such as images, are
    kept. The nodes that are given are not changed.

    Each sentence counts by how well it matches the query, times the score of
    its node. Negative scores count as 0. If a score is missing, or none is
    positive, all nodes count the same.

    Args:
        sentences, options: see tersely.summarize_documents. The budget is that
            of all nodes together.

    Raises:
        TypeError: an option is unknown; the message suggests the right one.
        InvalidOption: the value of an option is not allowed.
    """

    options: dict[str, Any] = Field(default_factory=dict)

    @show_signature(OPTIONS)
    def __init__(self, sentences: Count | None = None, **options: Unpack[Options]) -> None:
        given: dict[str, Any] = {**options}
        fields = {name: given.pop(name) for name in type(self).model_fields if name in given}
        fields["options"] = pack_options("TerselyPostprocessor", sentences, {**fields.get("options", {}), **given})
        super().__init__(**fields)

    @classmethod
    def class_name(cls) -> str:
        return "TerselyPostprocessor"

    def _postprocess_nodes(
        self, nodes: list[NodeWithScore], query_bundle: QueryBundle | None = None
    ) -> list[NodeWithScore]:
        texts = [item.node.get_content(metadata_mode=MetadataMode.NONE) or None for item in nodes]
        query = query_bundle.query_str if query_bundle else None
        extracts = shorten(texts, [item.score for item in nodes], query, self.options)
        pairs = zip(nodes, extracts, strict=True)
        return [_shortened(item, extract) for item, extract in pairs if extract is None or extract.spans]


class TerselyNodeParser(MetadataAwareTextSplitter):
    """Splits documents into nodes of whole sentences: verbatim slices with
    exact offsets.

    A node is never longer than `chunk_size`, unless a single sentence is. No
    sentence is cut.

    Args:
        chunk_size: the maximum number of tokens of a node, with those of its
            metadata.
        chunk_overlap: how many tokens of a node the next one may repeat, in
            whole sentences.
        tokenizer: a function that returns the tokens of a text; by default that
            of LlamaIndex's settings.
        options: see tersely.split_sentences; also the fields of every
            NodeParser.
    """

    chunk_size: int = Field(default=1024, gt=0)
    chunk_overlap: int = Field(default=200, ge=0)
    tokenizer: Callable[[str], Sized] | None = Field(default=None, exclude=True)
    options: dict[str, Any] = Field(default_factory=dict)

    @show_signature(SEGMENTATION)
    def __init__(
        self,
        chunk_size: int = 1024,
        chunk_overlap: int = 200,
        tokenizer: Callable[[str], Sized] | None = None,
        **options: Any,
    ) -> None:
        fields = {name: options.pop(name) for name in type(self).model_fields if name in options}
        fields["options"] = check_options("TerselyNodeParser", {**fields.get("options", {}), **options})
        fields.update(chunk_size=chunk_size, chunk_overlap=chunk_overlap, tokenizer=tokenizer)
        super().__init__(**fields)

    @classmethod
    def class_name(cls) -> str:
        return "TerselyNodeParser"

    def split_text(self, text: str) -> list[str]:
        """Returns the chunks of a text."""
        return self.split_text_metadata_aware(text, "")

    def split_text_metadata_aware(self, text: str, metadata_str: str) -> list[str]:
        """Returns the chunks of a text. Each leaves room for the metadata."""
        return [text[start:end] for start, end in self._spans(text, metadata_str)]

    def _spans(self, text: str, metadata: str) -> list[tuple[int, int]]:
        tokenize = self.tokenizer or get_tokenizer()
        size = self.chunk_size - (len(tokenize(metadata)) if metadata else 0)
        if size <= 0:
            raise ValueError(f"chunk_size={self.chunk_size}: the metadata alone has {self.chunk_size - size} tokens")
        return split_chunks(text, size, self.chunk_overlap, lambda part: len(tokenize(part)), self.options)

    def _parse_nodes(self, nodes: Sequence[BaseNode], show_progress: bool = False, **kwargs: Any) -> list[BaseNode]:
        parsed: list[BaseNode] = []
        for node in get_tqdm_iterable(nodes, show_progress, "Parsing nodes"):
            text = node.get_content(metadata_mode=MetadataMode.NONE)
            spans = self._spans(text, self._get_metadata_str(node) if self.include_metadata else "")
            made = build_nodes_from_splits([text[start:end] for start, end in spans], node, id_func=self.id_func)
            for chunk, (start, end) in zip(made, spans, strict=True):
                chunk.start_char_idx, chunk.end_char_idx = start, end
            parsed.extend(made)
        return parsed

    def _postprocess_parsed_nodes(self, nodes: list[BaseNode], parent_doc_map: dict[str, Document]) -> list[BaseNode]:
        places = [(node, node.start_char_idx, node.end_char_idx) for node in nodes if isinstance(node, TextNode)]
        nodes = super()._postprocess_parsed_nodes(nodes, parent_doc_map)  # it searches, and may find an earlier place
        for node, start, end in places:
            node.start_char_idx, node.end_char_idx = start, end
        return nodes


def _shortened(item: NodeWithScore, extract: Extract | None) -> NodeWithScore:
    if extract is None:
        return item
    hidden = {name: [*getattr(item.node, name), "spans"] for name in _HIDDEN if "spans" not in getattr(item.node, name)}
    changes = {"metadata": {**item.node.metadata, "spans": extract.spans}, "embedding": None, **hidden}
    node = item.node.model_copy(update=changes)
    node.set_content(extract.text)
    return NodeWithScore(node=node, score=item.score)


_HIDDEN = ("excluded_llm_metadata_keys", "excluded_embed_metadata_keys")
