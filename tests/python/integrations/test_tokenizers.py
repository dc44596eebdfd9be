"""Budgets in tokens of real tokenizers: `count_tokens` takes their function as it is.

The vocabularies of models would have to be downloaded, so small ones are built here.
"""

import pytest

import tersely

BYTES = {bytes([byte]): byte for byte in range(256)}
PAIRS = [b"th", b"he", b"in", b"er", b"the", b" the"]


@pytest.fixture(scope="module")
def encoding():
    """An Encoding of tiktoken: bytes, and a few pairs of English."""
    tiktoken = pytest.importorskip("tiktoken")
    ranks = BYTES | {pair: 256 + rank for rank, pair in enumerate(PAIRS)}
    return tiktoken.Encoding("test", pat_str=r" ?\p{L}+| ?[^\s\p{L}]+|\s+", mergeable_ranks=ranks, special_tokens={})


@pytest.fixture(scope="module")
def tokenizer(samples):
    """A Tokenizer of Hugging Face, trained on the sample texts."""
    tokenizers = pytest.importorskip("tokenizers")
    made = tokenizers.Tokenizer(tokenizers.models.BPE(unk_token="[UNK]"))
    made.pre_tokenizer = tokenizers.pre_tokenizers.ByteLevel(add_prefix_space=False)
    alphabet = tokenizers.pre_tokenizers.ByteLevel.alphabet()
    trainer = tokenizers.trainers.BpeTrainer(vocab_size=600, initial_alphabet=alphabet, show_progress=False)
    made.train_from_iterator([samples["report"], samples["meeting"]], trainer)
    return made


@pytest.fixture(params=["encoding", "tokenizer"])
def encode(request):
    return request.getfixturevalue(request.param).encode


@pytest.mark.parametrize("tokens", [40, 150, 400, 100_000])
@pytest.mark.parametrize("name", ["english", "report", "meeting", "chinese", "arabic"])
def test_the_printed_summary_fits(encode, article, samples, name, tokens):
    text = article if name == "english" else samples[name]
    summary = tersely.summarize(text, tokens=tokens, count_tokens=encode)
    assert summary
    assert len(encode(str(summary))) <= tokens or summary.status == "over_budget"
    if tokens == 100_000:
        assert str(summary) == text.strip()


def test_tiktoken_fills_the_budget(encoding, article):
    summary = tersely.summarize(article, tokens=400, count_tokens=encoding.encode)
    assert 300 < len(encoding.encode(str(summary))) <= 400
    cut = tersely.summarize(article, tokens=400, count_tokens=encoding.encode, cut=True)
    assert 360 <= len(encoding.encode(str(cut))) <= 400


def test_each_sentence_is_counted_once_and_the_summary_once(encode, article_document):
    texts = []

    def count(text):
        texts.append(text)
        return encode(text)

    summary = article_document.summarize(tokens=300, count_tokens=count)
    assert sorted(texts) == sorted([*(str(article_document[i]) for i in article_document.candidates), str(summary)])


def test_a_function_of_another_shape_in_a_lambda(tokenizer, article):
    by_ids = tersely.summarize(article, tokens=200, count_tokens=lambda text: len(tokenizer.encode(text).ids))
    assert by_ids == tersely.summarize(article, tokens=200, count_tokens=tokenizer.encode)
