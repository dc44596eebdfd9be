"""The node postprocessor and the node parser for LlamaIndex."""

import asyncio
import pickle

import pytest

import tersely

core = pytest.importorskip("llama_index.core")
schema = pytest.importorskip("llama_index.core.schema")
ingestion = pytest.importorskip("llama_index.core.ingestion")
llama_index = pytest.importorskip("tersely.integrations.llama_index")
NodeWithScore, TextNode = schema.NodeWithScore, schema.TextNode
TerselyNodeParser = llama_index.TerselyNodeParser
TerselyPostprocessor = llama_index.TerselyPostprocessor

QUERY = "How much money did the town save?"
FERRY = "It rained. The river took the bridge. A ferry is free."
OWL = "An owl called. Nobody was there. The wood was dark."


@pytest.fixture
def found(article):
    return [
        NodeWithScore(node=TextNode(id_="a", text=article, metadata={"page": 7}, embedding=[1.0]), score=0.9),
        NodeWithScore(node=TextNode(id_="o", text=OWL), score=0.5),
        NodeWithScore(node=TextNode(id_="f", text=FERRY), score=0.1),
    ]


def test_the_sentences_that_answer_the_query_with_metadata_and_spans(found, article):
    before = [item.model_dump() for item in found]
    [shortened] = TerselyPostprocessor(words=60).postprocess_nodes(found, query_str=QUERY)

    summary = tersely.summarize_documents([x.text for x in found], words=60, query=QUERY, scores=[0.9, 0.5, 0.1])
    assert {x.source for x in summary} == {0}
    assert (shortened.text, shortened.score, shortened.node_id) == (str(summary), 0.9, "a")
    assert shortened.metadata == {"page": 7, "spans": [[x.start, x.end] for x in summary]}
    assert shortened.node.embedding is None
    assert [item.model_dump() for item in found] == before


def test_spans_are_not_shown_to_models(found):
    [shortened] = TerselyPostprocessor(1).postprocess_nodes(found, query_str="Is the ferry free?")
    for mode in (schema.MetadataMode.LLM, schema.MetadataMode.EMBED):
        assert shortened.get_content(metadata_mode=mode) == "A ferry is free."


def test_with_a_query_bundle_without_a_query_and_awaited(found):
    postprocessor = TerselyPostprocessor(1)
    bundle = schema.QueryBundle("Is the ferry free?")
    [ferry] = postprocessor.postprocess_nodes(found, query_bundle=bundle)
    assert ferry.text == "A ferry is free."
    assert asyncio.run(postprocessor.apostprocess_nodes(found, query_bundle=bundle)) == [ferry]
    assert [x.node_id for x in postprocessor.postprocess_nodes(found)] == ["a"]


def test_the_scores_of_the_nodes_count():
    texts = ["The ferry is free on Sunday.", "A ferry to the island is free, too."]
    for scores in ((0.9, 0.1), (0.1, 0.9), (0.9, -3.0)):
        nodes = [NodeWithScore(node=TextNode(text=text), score=score) for text, score in zip(texts, scores)]
        [best] = TerselyPostprocessor(1).postprocess_nodes(nodes, query_str="Is the ferry free?")
        assert (best.text, best.score) == (texts[scores.index(max(scores))], max(scores))


def test_other_kinds_of_nodes():
    image = NodeWithScore(node=schema.ImageNode(image_url="https://example.org/a.png"), score=0.5)
    media = NodeWithScore(node=schema.Node(text_resource=schema.MediaResource(text=FERRY)), score=None)
    kept, shortened = TerselyPostprocessor(1).postprocess_nodes([image, media], query_str="the ferry")
    assert kept == image
    assert shortened.node.get_content() == "A ferry is free."
    assert media.node.get_content() == FERRY


def test_saved_and_pickled():
    postprocessor = TerselyPostprocessor(words=60)
    parser = TerselyNodeParser(chunk_size=50, chunk_overlap=5, language="de")
    saved = {name: value for name, value in parser.to_dict().items() if name != "id_func"}  # LlamaIndex cannot load it
    for component, copy in (
        (postprocessor, TerselyPostprocessor.from_dict(postprocessor.to_dict())),
        (postprocessor, pickle.loads(pickle.dumps(postprocessor))),
        (parser, TerselyNodeParser.from_dict(saved)),
        (parser, pickle.loads(pickle.dumps(parser))),
    ):
        assert copy.to_dict() == component.to_dict()
        assert component.to_dict()["class_name"] == type(component).__name__


def test_wrong_options_are_told_at_once():
    with pytest.raises(TypeError, match="did you mean words"):
        TerselyPostprocessor(word_count=3)
    with pytest.raises(tersely.InvalidOption, match="words=0"):
        TerselyPostprocessor(words=0)
    with pytest.raises(TypeError, match="stem"):
        TerselyNodeParser(stem="none")
    with pytest.raises(ValueError, match="chunk_size"):
        TerselyNodeParser(chunk_size=0)


def test_nodes_are_verbatim_slices_with_exact_offsets(article, samples):
    texts = [article, *samples.values()]
    parser = TerselyNodeParser(chunk_size=100, chunk_overlap=30, tokenizer=str.split)
    nodes = parser.get_nodes_from_documents([core.Document(text=text, id_=str(i)) for i, text in enumerate(texts)])
    for node in nodes:
        assert texts[int(node.ref_doc_id)][node.start_char_idx : node.end_char_idx] == node.text
    assert [node.text for node in nodes if node.ref_doc_id == "0"] == parser.split_text(article)
    assert all(left.next_node.node_id == right.node_id for left, right in zip(nodes[:2], nodes[1:3]))


def test_offsets_are_exact_where_a_search_finds_an_earlier_place():
    text = "It rained. Yes. The bridge is closed. Yes."
    parser = TerselyNodeParser(chunk_size=27, chunk_overlap=0, tokenizer=list)
    nodes = parser.get_nodes_from_documents([core.Document(text=text)])
    assert [(x.start_char_idx, x.text) for x in nodes] == [(0, "It rained. Yes."), (16, "The bridge is closed. Yes.")]


def test_nodes_leave_room_for_the_metadata():
    document = core.Document(text=FERRY, metadata={"title": "River"})  # "title: River", 12 letters
    [whole] = TerselyNodeParser(chunk_size=66, chunk_overlap=0, tokenizer=list).get_nodes_from_documents([document])
    assert (whole.text, whole.metadata) == (FERRY, {"title": "River"})
    parser = TerselyNodeParser(chunk_size=65, chunk_overlap=0, tokenizer=list)
    assert len(parser.get_nodes_from_documents([document])) == 2
    with pytest.raises(ValueError, match="the metadata alone has 12 tokens"):
        TerselyNodeParser(chunk_size=12, chunk_overlap=0, tokenizer=list).get_nodes_from_documents([document])


def test_in_an_ingestion_pipeline_and_a_query_engine():
    parser = TerselyNodeParser(chunk_size=8, chunk_overlap=0, tokenizer=str.split)
    pipeline = ingestion.IngestionPipeline(transformations=[parser])
    documents = [core.Document(text=FERRY)]
    nodes = pipeline.run(documents=documents)
    assert [x.text for x in pipeline.run(documents=documents)] == [x.text for x in nodes]
    index = core.VectorStoreIndex(nodes, embed_model=core.MockEmbedding(embed_dim=4))
    engine = index.as_query_engine(llm=core.llms.MockLLM(), node_postprocessors=[TerselyPostprocessor(1)])
    answer = engine.query("Is the ferry free?")  # MockLLM returns the prompt
    assert "\nA ferry is free.\n" in str(answer)
    assert [x.text for x in answer.source_nodes] == ["A ferry is free."]
