"""The document compressor and the text splitter for LangChain."""

import asyncio
import pickle

import pytest

import tersely

documents = pytest.importorskip("langchain_core.documents")
runnables = pytest.importorskip("langchain_core.runnables")
langchain = pytest.importorskip("tersely.integrations.langchain")
Document = documents.Document
TerselyCompressor = langchain.TerselyCompressor
TerselyTextSplitter = langchain.TerselyTextSplitter

QUERY = "How much money did the town save?"
FERRY = "It rained. The river took the bridge. A ferry is free."
OWL = "An owl called. Nobody was there. The wood was dark."


@pytest.fixture
def found(article):
    return [
        Document(article, id="a", metadata={"source": "article.txt"}),
        Document(OWL, metadata={"page": 2}),
        Document(FERRY, id="f"),
    ]


def test_the_sentences_that_answer_the_query_with_metadata_and_spans(found, article):
    [shortened] = TerselyCompressor(words=60).compress_documents(found, QUERY)

    summary = tersely.summarize_documents([x.page_content for x in found], words=60, query=QUERY)
    assert {x.source for x in summary} == {0}
    assert shortened.page_content == str(summary)
    assert shortened.metadata == {"source": "article.txt", "spans": [[x.start, x.end] for x in summary]}
    assert [article[start:end] for start, end in shortened.metadata["spans"]] == [x.text for x in summary]
    assert shortened.id == "a"
    assert found[0].metadata == {"source": "article.txt"}


def test_without_a_match(found):
    assert len(TerselyCompressor(1).compress_documents(found, "zebra")) == 1
    assert TerselyCompressor(1, unmatched="empty").compress_documents(found, "zebra") == []


def test_no_documents_and_blank_documents():
    assert TerselyCompressor(1).compress_documents([], QUERY) == []
    assert TerselyCompressor(1).compress_documents([Document(" \n")], QUERY) == []


def test_as_a_runnable(found):
    compressor = TerselyCompressor(1)
    given = {"documents": found, "query": "Is the ferry free?"}
    [ferry] = compressor.invoke(given)
    assert ferry.page_content == "A ferry is free."
    assert compressor.invoke(found) == compressor.compress_documents(found)
    assert compressor.batch([given, found]) == [[ferry], compressor.invoke(found)]
    assert asyncio.run(compressor.ainvoke(given)) == [ferry]
    assert asyncio.run(compressor.acompress_documents(found, given["query"])) == [ferry]
    assert list(compressor.stream(given)) == [[ferry]]
    chain = runnables.RunnablePassthrough.assign(documents=compressor) | (lambda x: x["documents"])
    assert chain.invoke(given) == [ferry]
    assert {"Document", "Retrieved"} <= compressor.get_input_jsonschema()["$defs"].keys()


def test_options_survive_copies_and_pickling():
    compressor = TerselyCompressor(2, method="lexrank", threshold=None)
    assert compressor.options == {"sentences": 2, "method": "lexrank", "threshold": None}
    for copy in (
        pickle.loads(pickle.dumps(compressor)),
        compressor.model_copy(deep=True),
        TerselyCompressor.model_validate(compressor.model_dump()),
    ):
        assert copy == compressor
    assert repr(TerselyCompressor(words=60)) == "TerselyCompressor(options={'words': 60})"


def test_wrong_options_are_told_at_once():
    with pytest.raises(TypeError, match="did you mean words"):
        TerselyCompressor(word_count=3)
    with pytest.raises(tersely.InvalidOption, match="words=0"):
        TerselyCompressor(words=0)
    with pytest.raises(TypeError, match="stem"):
        TerselyTextSplitter(stem="none")


def test_the_splitter_gives_verbatim_slices_with_exact_offsets(article, samples):
    texts = [article, *samples.values()]
    splitter = TerselyTextSplitter(chunk_size=500, chunk_overlap=150, add_start_index=True)
    chunks = splitter.split_documents([Document(text, metadata={"text": i}) for i, text in enumerate(texts)])

    for chunk in chunks:
        start, text = chunk.metadata["start_index"], texts[chunk.metadata["text"]]
        assert text[start : start + len(chunk.page_content)] == chunk.page_content
    assert [chunk.page_content for chunk in chunks if chunk.metadata["text"] == 0] == splitter.split_text(article)


def test_offsets_are_exact_where_a_search_finds_an_earlier_place():
    text = "Yes. The bridge is closed. Yes. Nobody knows why."
    chunks = TerselyTextSplitter(chunk_size=30, chunk_overlap=0, add_start_index=True).create_documents([text])
    assert [(x.metadata["start_index"], x.page_content) for x in chunks] == [
        (0, "Yes. The bridge is closed."),
        (27, "Yes. Nobody knows why."),
    ]


def test_metadata_of_chunks_are_copies():
    note = Document(FERRY, metadata={"tags": ["river"]})
    first, second = TerselyTextSplitter(chunk_size=40, chunk_overlap=0).split_documents([note])
    first.metadata["tags"].append("rain")
    assert second.metadata == note.metadata == {"tags": ["river"]}


def test_the_splitter_in_a_chain_and_as_a_transformer():
    splitter = TerselyTextSplitter(chunk_size=40, chunk_overlap=0)
    chain = runnables.RunnableLambda(lambda text: [Document(text)]) | splitter.split_documents
    assert [x.page_content for x in chain.invoke(FERRY)] == splitter.split_text(FERRY)
    assert splitter.transform_documents([Document(FERRY)]) == chain.invoke(FERRY)


def test_options_of_the_splitter():
    assert TerselyTextSplitter(abbreviations=["bldg"], chunk_size=20, chunk_overlap=0).split_text(
        "See bldg. Four is open. It rained."
    ) == ["See bldg. Four is open.", "It rained."]
    with pytest.raises(ValueError, match="overlap"):
        TerselyTextSplitter(chunk_size=10, chunk_overlap=20)


def test_the_splitter_counts_tokens_of_tiktoken(monkeypatch):
    tiktoken = pytest.importorskip("tiktoken")
    monkeypatch.setattr(
        tiktoken,
        "get_encoding",
        lambda name: tiktoken.Encoding(
            name, pat_str=r"\S+|\s+", mergeable_ranks={bytes([byte]): byte for byte in range(256)}, special_tokens={}
        ),
    )
    splitter = TerselyTextSplitter.from_tiktoken_encoder(chunk_size=40, chunk_overlap=0)
    assert splitter.split_text(FERRY) == ["It rained. The river took the bridge.", "A ferry is free."]


def test_in_a_compression_retriever(found):
    retrievers = pytest.importorskip("langchain_classic.retrievers")
    core = pytest.importorskip("langchain_core.retrievers")

    class Fixed(core.BaseRetriever):
        def _get_relevant_documents(self, query, *, run_manager):
            return found

    retriever = retrievers.ContextualCompressionRetriever(base_compressor=TerselyCompressor(1), base_retriever=Fixed())
    assert [x.page_content for x in retriever.invoke("Is the ferry free?")] == ["A ferry is free."]
