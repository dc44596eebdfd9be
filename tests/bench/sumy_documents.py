"""Documents of sumy without its downloads: the sentences of Punkt (package `punkt`), and words by a regex."""

from __future__ import annotations

import importlib
import re
from dataclasses import dataclass
from typing import Any

import punkt
from sumy.nlp.stemmers import Stemmer
from sumy.parsers.plaintext import PlaintextParser
from sumy.utils import get_stop_words

LANGUAGE = "english"
NOWHERE = "xyzzy"  # a cue word that no text holds, because sumy demands cue words
STOP_WORDS = get_stop_words(LANGUAGE)
SUMMARIZERS = {  # by the name that tersely gives the method
    "textrank-overlap": ("text_rank", "TextRankSummarizer"),
    "lexrank": ("lex_rank", "LexRankSummarizer"),
    "luhn": ("luhn", "LuhnSummarizer"),
    "edmundson": ("edmundson", "EdmundsonSummarizer"),
    "sumbasic": ("sum_basic", "SumBasicSummarizer"),
    "kl": ("kl", "KLSummarizer"),
    "lsa": ("lsa", "LsaSummarizer"),
    "reduction": ("reduction", "ReductionSummarizer"),
}


class Tokenizer:
    """Takes the place of sumy's own, which needs the data of NLTK."""

    to_sentences = staticmethod(punkt.tokenizer_for(LANGUAGE).tokenize)
    to_words = staticmethod(re.compile(r"[^\W\d_]+").findall)


def parse(text: str) -> Any:
    """A document of sumy."""
    return PlaintextParser.from_string(text, Tokenizer).document


def summarizer(method: str) -> Any:
    """A summarizer of sumy with stemmer and stop words: called with a document and a number of sentences."""
    module, name = SUMMARIZERS[method]
    made = getattr(importlib.import_module(f"sumy.summarizers.{module}"), name)(Stemmer(LANGUAGE))
    if method == "edmundson":
        made.null_words = STOP_WORDS
        made.bonus_words = made.stigma_words = [NOWHERE]
    else:
        made.stop_words = STOP_WORDS
    return made


@dataclass(frozen=True)
class Ratings:
    """What sumy chooses, as numbers of sentences, and its rating of each sentence."""

    chosen: set[int]
    of_sentence: list[float]


def rate(summarizer: Any, document: Any, n: int) -> Ratings:
    """Chooses `n` sentences, and keeps the ratings that lead to the choice."""
    ratings: list[float] = []
    choose = type(summarizer)._get_best_sentences

    def keep(sentences: Any, count: int, rating: Any, *arguments: Any) -> Any:
        ratings.extend(rating[s] if isinstance(rating, dict) else rating(s, *arguments) for s in sentences)
        kept = iter(ratings)
        return choose(sentences, count, lambda sentence: next(kept))

    summarizer._get_best_sentences = keep
    places = {id(sentence): place for place, sentence in enumerate(document.sentences)}
    return Ratings({places[id(sentence)] for sentence in summarizer(document, n)}, ratings)
