"""The pipeline component for spaCy."""

import json
import subprocess
import sys

import pytest

import tersely

spacy = pytest.importorskip("spacy")
tokens = pytest.importorskip("spacy.tokens")
pytest.importorskip("tersely.integrations.spacy")


def pipeline(code="en", **config):
    nlp = spacy.blank(code)
    nlp.add_pipe("tersely", config=config)
    return nlp


def sentences(doc):
    return [sentence.text for sentence in doc.sents]


def test_sentences_are_ours(article, samples):
    for language, text in (("en", article), ("de", samples["german"]), ("ru", samples["russian"])):
        doc = pipeline(language)(text)
        assert [x.strip() for x in sentences(doc)] == tersely.split_sentences(text, language=language).texts
        assert doc.text == text


def test_the_summary_is_ours(article):
    doc = pipeline(words=60)(article)
    summary = tersely.summarize(article, words=60, language="en")
    assert doc._.summary == str(summary)
    assert [(span.start_char, span.end_char) for span in doc.spans["summary"]] == [(x.start, x.end) for x in summary]


def test_the_language_is_that_of_the_pipeline(samples):
    text = samples["german"]
    assert pipeline("de")(text)._.summary == str(tersely.summarize(text, language="de"))
    assert pipeline("xx")(text)._.summary == str(tersely.summarize(text))
    assert pipeline("de", language="fr")(text)._.summary == str(tersely.summarize(text, language="fr"))


@pytest.mark.parametrize(
    "words, spaces, expected",
    [  # our boundary is inside of "left.Then", or inside of "Then.", or both ends of a sentence are inside of a token
        (["He", "left.Then", "she", "came", "."], [1, 1, 1, 0, 0], ["He left.Then", "she came."]),
        (["He left", ".Then", "she came."], [0, 1, 0], ["He left.Then", "she came."]),
        (["He left.Then she came.So", "did", "I."], [1, 1, 0], ["He left.Then she came.So", "did I."]),
        (["He left.Then she came."], [0], ["He left.Then she came."]),
    ],
)
def test_a_token_that_crosses_a_boundary_belongs_to_the_sentence_in_which_it_begins(words, spaces, expected):
    nlp = pipeline(sentences=1)
    doc = tokens.Doc(nlp.vocab, words=words, spaces=[bool(space) for space in spaces])
    assert len(tersely.split_sentences(doc.text)) > 1
    doc = nlp(doc)
    assert sentences(doc) == expected
    [span] = doc.spans["summary"]
    assert doc._.summary in span.text


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\n\nIt rained.\n\nIt snowed. \n", "It rained.", "..."])
def test_white_space_and_short_texts(text):
    doc = pipeline()(text)
    assert "".join(sentence.text_with_ws for sentence in doc.sents) == doc.text == text
    assert [x.strip() for x in sentences(doc) if x.strip()] == tersely.split_sentences(text).texts
    assert doc._.summary == str(tersely.summarize(text))


def test_sentences_that_are_set_are_kept(article):
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    before = sentences(nlp(article))
    nlp.add_pipe("tersely")
    assert sentences(nlp(article)) == before
    assert nlp(article)._.summary == str(tersely.summarize(article, language="en"))


def test_every_token_is_annotated(article):
    doc = pipeline()(article)
    assert doc.has_annotation("SENT_START", require_complete=True)
    assert {token.is_sent_start for token in doc} == {True, False}


def test_docs_are_saved_with_sentences_and_summary(article):
    nlp = pipeline(words=60)
    doc = nlp(article)
    packed = tokens.DocBin(docs=[doc]).to_bytes()
    for copy in (
        tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes()),
        next(tokens.DocBin().from_bytes(packed).get_docs(nlp.vocab)),
    ):
        assert copy._.summary == doc._.summary
        assert sentences(copy) == sentences(doc)
        assert [span.text for span in copy.spans["summary"]] == [span.text for span in doc.spans["summary"]]


def test_pipelines_are_saved_and_loaded_without_an_import(article, tmp_path):
    nlp = pipeline(words=60, bonus_words=["moths"], method="edmundson")
    nlp.to_disk(tmp_path)
    program = (
        "import json, sys, spacy\n"
        f"doc = spacy.load({str(tmp_path)!r})(json.load(sys.stdin))\n"
        "json.dump(doc._.summary, sys.stdout)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], input=json.dumps(article), capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout) == nlp(article)._.summary


def test_in_processes(article, samples):
    nlp = pipeline(words=40)
    texts = [article, samples["french"], article]
    assert [doc._.summary for doc in nlp.pipe(texts, n_process=2)] == [nlp(text)._.summary for text in texts]


def test_wrong_options_are_told_at_once():
    with pytest.raises(ValueError, match="word_count"):
        pipeline(word_count=3)
    with pytest.raises(tersely.InvalidOption, match="words=0"):
        pipeline(words=0)
    with pytest.raises(tersely.InvalidOption, match="threshold"):
        pipeline(threshold=0.2)


def test_a_tokenizer_from_the_registry(article):
    @spacy.registry.misc("tests.count_words")
    def make_counter():
        return str.split

    doc = pipeline(tokens=60, count_tokens={"@misc": "tests.count_words"})(article)
    assert doc._.summary == str(tersely.summarize(article, tokens=60, count_tokens=str.split, language="en"))


def test_a_doc_of_another_pipeline_has_no_summary():
    assert spacy.blank("en")("It rained.")._.summary is None


def test_what_the_component_assigns():
    assert pipeline().analyze_pipes()["attrs"]["doc._.summary"]["assigns"] == ["tersely"]
