"""The component for Haystack."""

from dataclasses import replace

import pytest

import tersely

haystack = pytest.importorskip("haystack")
builders = pytest.importorskip("haystack.components.builders")
retrievers = pytest.importorskip("haystack.components.retrievers.in_memory")
serialization = pytest.importorskip("haystack.core.serialization")
stores = pytest.importorskip("haystack.document_stores.in_memory")
TerselyCompressor = pytest.importorskip("tersely.integrations.haystack").TerselyCompressor
Document = haystack.Document

QUERY = "How much money did the town save?"
FERRY = "It rained. The river took the bridge. A ferry is free."
OWL = "An owl called. Nobody was there. The wood was dark."
MODULE = "tersely.integrations.haystack"


def count_words(text):
    return len(text.split())


@pytest.fixture
def found(article):
    return [
        Document(content=article, meta={"page": 7}, score=0.9, embedding=[1.0]),
        Document(content=OWL, score=0.5),
        Document(content=FERRY, score=0.1),
    ]


def test_no_telemetry_is_sent():
    assert pytest.importorskip("haystack.telemetry._telemetry").telemetry is None


def test_the_sentences_that_answer_the_query_with_meta_and_spans(found, article):
    before = [replace(document) for document in found]
    [shortened] = TerselyCompressor(words=60).run(found, query=QUERY)["documents"]

    summary = tersely.summarize_documents([x.content for x in found], words=60, query=QUERY, scores=[0.9, 0.5, 0.1])
    assert {x.source for x in summary} == {0}
    assert (shortened.content, shortened.score, shortened.embedding) == (str(summary), 0.9, None)
    spans = [[x.start, x.end] for x in summary]
    assert shortened.meta == {"page": 7, "source_id": found[0].id, "spans": spans}
    assert shortened.id not in {document.id for document in found}
    assert found == before


def test_without_a_query_and_without_text(found):
    image = Document(blob=haystack.dataclasses.ByteStream(b"png"))
    shortened, kept = TerselyCompressor(1).run([*found, image])["documents"]
    assert shortened.content == str(tersely.summarize_documents([x.content for x in found], 1))
    assert kept == image
    assert TerselyCompressor(1).run([])["documents"] == []


def test_the_scores_of_the_documents_count():
    texts = ["The ferry is free on Sunday.", "A ferry to the island is free, too."]
    for scores in ((0.9, 0.1), (0.1, 0.9), (0.9, -3.0)):
        documents = [Document(content=text, score=score) for text, score in zip(texts, scores)]
        [best] = TerselyCompressor(1).run(documents, query="Is the ferry free?")["documents"]
        assert (best.content, best.score) == (texts[scores.index(max(scores))], max(scores))


def test_the_query_of_the_options_holds_where_there_is_no_other(found):
    compressor = TerselyCompressor(1, query="the owl")
    assert [x.content for x in compressor.run(found)["documents"]] == ["An owl called."]
    assert [x.content for x in compressor.run(found, query="the ferry")["documents"]] == ["A ferry is free."]


def test_wrong_options_are_told_at_once():
    with pytest.raises(TypeError, match="did you mean words"):
        TerselyCompressor(word_count=3)
    with pytest.raises(tersely.InvalidOption, match="words=0"):
        TerselyCompressor(words=0)


def make_pipeline(found, compressor):
    store = stores.InMemoryDocumentStore()
    store.write_documents(found)
    pipeline = haystack.Pipeline()
    pipeline.add_component("retriever", retrievers.InMemoryBM25Retriever(store))
    pipeline.add_component("compressor", compressor)
    template = "{% for document in documents %}{{ document.content }}\n{% endfor %}{{ query }}"
    pipeline.add_component("prompt", builders.PromptBuilder(template, required_variables="*"))
    pipeline.connect("retriever", "compressor")
    pipeline.connect("compressor.documents", "prompt.documents")
    return pipeline


def test_in_a_pipeline_that_is_saved(found):
    pipeline = make_pipeline(found, TerselyCompressor(1, tokens=12, count_tokens=count_words))
    query = "Is the ferry free?"
    given = {"retriever": {"query": query}, "compressor": {"query": query}, "prompt": {"query": query}}
    assert pipeline.run(given)["prompt"]["prompt"] == f"A ferry is free.\n{query}"

    saved = pipeline.to_dict()["components"]["compressor"]
    assert saved["type"] == f"{MODULE}.TerselyCompressor"
    assert saved["init_parameters"]["count_tokens"] == f"{__name__}.count_words"
    for module in (MODULE, __name__):
        serialization.allow_deserialization_module(module)
    loaded = haystack.Pipeline.loads(make_pipeline([], TerselyCompressor(words=60, stop_words=["a"])).dumps())
    assert loaded.get_component("compressor").options == {"words": 60, "stop_words": ["a"]}
    assert TerselyCompressor.from_dict(saved).options["count_tokens"] is count_words


def test_connections_are_checked_by_type(found):
    pipeline = haystack.Pipeline()
    pipeline.add_component("compressor", TerselyCompressor(1))
    pipeline.add_component("prompt", builders.PromptBuilder("{{ query }}", required_variables="*"))
    with pytest.raises(haystack.core.errors.PipelineConnectError):
        pipeline.connect("prompt.prompt", "compressor.documents")
