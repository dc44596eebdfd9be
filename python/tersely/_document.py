"""A text that is analysed once and can be summarised many times."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any, overload

from . import _core
from ._errors import InvalidOption, quote
from ._inputs import as_index, check_sentences, check_spans, check_text
from ._keyphrases import Keyphrases, find_keyphrases
from ._marked_text import MarkedText
from ._options import ANALYSIS, SUMMARY, check_names, show_signature, validate, with_keyphrase_options
from ._seen import make_seen
from ._sentence import Sentence, make_sentence, slice_text
from ._source import Source, SpannedText
from ._sources import SourceTexts
from ._sparse_matrix import SparseMatrix
from ._summary import Summary
from ._word import Word

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ._core import Summary as CoreSummary
    from ._option_types import AnalysisOptions, Count, SummaryOptions


class Document(Sequence[Sentence]):
    """A text, split into units and analysed once, to be summarised many times.

    A Document is a sequence of its units (`len`, indexing, iteration). It is
    immutable and thread-safe. It is pickled and compared by its text and
    options. The time is linear in the size of the text. The GIL is released
    during the work.

    Args:
        text: a str, or bytes in UTF-8.
        language: a BCP-47 tag ("pt-BR"), a code of ISO 639 ("por"), a locale
            ("pt_BR.UTF-8") or an English name; "auto" detects the language. A
            language without tables gives the flag "language_unknown".
        stop_words: the words that carry no meaning; they replace the language's
            list.
        stem: which words count as the same: those with the same first six
            letters ("prefix"), or only equal ones ("none").
        newline: whether a line break ends a unit: "break" always, "join" never,
            "blank" only at a blank line; "auto" decides by the text.
        keep_quotes: if True, a quotation or bracket of several sentences is not
            split.
        abbreviations: additional abbreviations; the full stop after one does
            not end a sentence.
        markup: "text", "markdown", or "auto" to decide by the text.
        max_bytes: the maximum size of the text, in bytes of UTF-8.
        timeout: the time limit in seconds.

    Raises:
        TypeError: the text is not str or bytes, or an option is unknown; the
            message suggests the right one.
        InvalidOption: the value of an option is not allowed.
        InvalidText: the bytes are not UTF-8.
        LimitExceeded: the text exceeds `max_bytes` or 2 GiB.
        SummaryTimeout: the analysis took more than `timeout` seconds.
    """

    __slots__ = ("_core", "_given", "_source", "_text", "_units")

    _source: Source
    _text: str | bytes
    _given: dict[str, Any]
    _core: _core.Document
    _units: tuple[Sentence, ...] | None

    @show_signature(ANALYSIS)
    def __init__(self, text: str | bytes, **options: Unpack[AnalysisOptions]) -> None:
        check_names("Document()", options, ANALYSIS)
        self._source = self._text = check_text(text)
        self._units = None
        self._given, validated = validate(options)
        self._core = _core.Document(self._text, validated)

    @classmethod
    def from_sentences(cls, sentences: Iterable[str | None], **options: Unpack[AnalysisOptions]) -> Document:
        """Makes a document of given sentences without further splitting. Its
        `text` is them, joined by line feeds.

        Args:
            sentences: each a str. None, NaN and blank strings keep their place
                in the list and are never chosen.
            options: see Document; newline, keep_quotes, abbreviations and
                markup have no effect.
        """
        check_names("Document.from_sentences()", options, ANALYSIS)
        given = check_sentences(sentences)
        starts = accumulate((len(sentence) + 1 for sentence in given), initial=0)
        bounds = [bound for x, start in zip(given, starts, strict=False) for bound in (start, start + len(x))]
        return cls._of_bounds(given, "\n".join(given), bounds, options)

    @classmethod
    def from_spans(
        cls, text: str | bytes, spans: Iterable[Iterable[int]], **options: Unpack[AnalysisOptions]
    ) -> Document:
        """Makes a document of a text whose sentences are known, for example
        from spaCy, Stanza or a PDF reader.

        >>> text = "Dr. Smith left [1] It was late"
        >>> document = tersely.Document.from_spans(text, [(0, 14), (19, 30)])
        >>> [(x.start, x.end, x.text) for x in document]
        [(0, 14, 'Dr. Smith left'), (19, 30, 'It was late')]

        Unit i is the text of spans[i] without the white space at its ends. Text
        between the spans is never read or chosen. A line break between two
        spans begins a paragraph. With spaCy, the spans are `[(x.start_char,
        x.end_char) for x in doc.sents]`.

        Args:
            text: a str, or bytes in UTF-8.
            spans: (start, end) of each sentence, in code points (bytes if the
                text is bytes), ascending and disjoint: any sequence of pairs,
                or an array of whole numbers with two columns. Blank spans keep
                their place and are never chosen.
            options: see Document; newline, keep_quotes, abbreviations and
                markup have no effect.

        Raises:
            InvalidOption: the message names the first span that overlaps the
                one before it, is out of order, is not inside the text, or (in
                bytes) cuts a character.
            TypeError: a span is no pair of whole numbers; see Document for the
                rest.
        """
        check_names("Document.from_spans()", options, ANALYSIS)
        source = SpannedText(check_text(text), check_spans(spans))
        return cls._of_bounds(source, source.text, source.bounds, options)

    @classmethod
    def _of_bounds(
        cls, source: Source, text: str | bytes, bounds: Sequence[int], options: Mapping[str, Any]
    ) -> Document:
        """`bounds`: start and end of each sentence in turn, in the text."""
        self = cls.__new__(cls)
        self._source = source
        self._text = text
        self._units = None
        self._given, validated = validate(options)
        self._core = _core.Document(self._text, bounds, validated)
        return self

    @classmethod
    def from_html(cls, html: str | bytes, *, url: str | None = None, **options: Unpack[AnalysisOptions]) -> Document:
        """Makes a document of the article of a web page (`pip install
        "tersely[html]"`).

        trafilatura finds the article, and leaves out navigation, comments and
        tables. `text` is the text of the article, one line for each block of
        the page: headings, paragraphs, list items ("- " before them). Headings
        and captions are those of the markup and need no guess. Spans refer to
        this text, not to the page.

        Args:
            html: the page, a str or bytes in the encoding that it declares.
            url: the address of the page, which helps trafilatura. It is not
                fetched.
            options: see Document; `newline` and `markup` have no effect.

        Raises:
            ImportError: trafilatura is missing.
            TypeError: the page is not str or bytes, or an option is unknown.
            TerselyError: the page has no article.
            InvalidOption, LimitExceeded, SummaryTimeout: see Document.
        """
        from ._html import extract

        check_names("Document.from_html()", options, [*ANALYSIS, "url"])
        validate(options)  # before the page is read
        return cls._of_marked(extract(check_text(html), url), options)

    @classmethod
    def _of_marked(cls, source: MarkedText, options: Mapping[str, Any]) -> Document:
        self = cls.__new__(cls)
        self._source = source
        self._text = source.text
        self._units = None
        self._given, _ = validate(options)
        core = validate({**options, "newline": "break", "markup": "text"}).core
        self._core = _core.Document(self._text, core, list(source.headings))
        return self

    @property
    def text(self) -> str | bytes:
        """The text as it was given."""
        return self._text

    @property
    def units(self) -> tuple[Sentence, ...]:
        """All units, in order."""
        if self._units is None:
            self._units = tuple(make_sentence(self._source_text(), row) for row in self._core.units())
        return self._units

    @property
    def candidates(self) -> tuple[int, ...]:
        """Indices of the units that may be chosen: the rows of `tfidf`, and of
        the `vectors` of summarize()."""
        return self._core.candidates

    @property
    def language(self) -> str:
        """The language code; "und" if the language was neither given nor
        detected."""
        return self._core.language

    @property
    def flags(self) -> tuple[str, ...]:
        """Peculiarities of the text; see Summary.flags."""
        return self._core.flags

    @property
    def n_words(self) -> int:
        """The number of words in all units; `ratio` is a share of it."""
        return self._core.n_words

    @property
    def words(self) -> tuple[Word, ...]:
        """All words, in order."""
        return tuple(
            Word(slice_text(self._text_of(unit), start, end), start, end, unit, is_stop)
            for start, end, unit, is_stop in self._core.words()
        )

    @property
    def terms(self) -> tuple[str, ...]:
        """The terms, each in its most frequent spelling: the columns of
        `tfidf`."""
        return tuple(self._core.terms())

    @property
    def tfidf(self) -> SparseMatrix:
        """TF-IDF of the candidates: tf * (ln((n + 1) / (df + 1)) + 1), each row
        divided by its pivoted length."""
        data, indices, indptr = self._core.tfidf()
        shape = (len(self.candidates), self._core.n_terms)
        return SparseMatrix(memoryview(data), memoryview(indices), memoryview(indptr), shape)

    @show_signature(SUMMARY, ("include", "exclude"))
    def summarize(
        self,
        sentences: Count | None = None,
        *,
        include: Iterable[int] = (),
        exclude: Iterable[int] = (),
        vectors: Any = None,
        seen: Known | Iterable[Known] | None = None,
        **options: Unpack[SummaryOptions],
    ) -> Summary:
        """Returns a summary; see summarize() for the options.

        Args:
            include: indices of units that must be in the summary; they are
                picked first.
            exclude: indices of units that must not be in it.
            vectors: a vector for each candidate, for example by
                sentence-transformers, as the rows of a matrix:
                `encode([document[i].text for i in document.candidates])`.
                Wherever the method compares sentences, the cosine of their
                vectors takes the place of that of their TF-IDF rows: in the
                votes of cover, in textrank, lexrank and centroid, in
                `redundancy` for every method that has it, and in explain().
                Negative cosines count as 0 in textrank, lexrank and redundancy;
                in the votes of a sentence and in centroid, the sum does. Words
                and pairs of words remain what is covered, and `query` matches
                words. Any float32 or float64 array without gaps is read where
                it lies, so do not change it while the summary is in use; numpy
                converts other matrices. It costs O(numbers), and O(candidates)
                times that in lexrank with a threshold, and in textrank and
                lexrank if there are negative numbers. Not for lead, random,
                sumbasic and kl.
            seen: what the reader knows already: a Summary, a Document or a
                DocumentSet, or several of them. The summary then tells what is
                new. Words and pairs of words of a Summary weigh nothing. Those
                of documents keep the share b / (a + b) of their weight, where a
                is what they weigh there and b what they weigh here. Only for
                cover.

        Raises:
            InvalidOption: the value of an option is not allowed, or the method
                does not use the option; `vectors` is no matrix of finite
                numbers with one row for each candidate.
            LimitExceeded, SummaryTimeout: see summarize().
        """
        check_names("Document.summarize()", options, SUMMARY)
        if vectors is not None:
            from ._matrix import as_matrix

            vectors = as_matrix("vectors", vectors)
        given, validated = validate({"sentences": sentences, "vectors": vectors, **options})
        constraints = {"include": _indices("include", include), "exclude": _indices("exclude", exclude)}
        known = _check_seen(seen)
        kept = {**given, **{name: tuple(units) for name, units in constraints.items() if units}}
        if known:
            kept["seen"] = known
        return self._summary(kept, self._core.summarize(validated, **constraints, seen=make_seen(known)))

    def _summary(self, given: Mapping[str, Any], core: CoreSummary) -> Summary:
        return Summary._of(self, given, core, rebuild)

    def _source_text(self) -> str | bytes | SourceTexts:
        """What sentences are slices of."""
        return self._text

    def _text_of(self, unit: int) -> str | bytes:
        """The text in which a unit stands."""
        return self._text

    def keyphrases(self, n: Count = 10, max_words: Count = 4) -> Keyphrases:
        """Returns the keyphrases of the text, the best first; see
        tersely.keyphrases().

        Args:
            n: the maximum number of keyphrases.
            max_words: the maximum number of words of each, from 1 to 10. Words
                joined by hyphens count as one.

        Raises:
            InvalidOption: the value of an option is not allowed.
            SummaryTimeout: it took more than the `timeout` of the document,
                without the analysis.
        """
        timeout = {name: value for name, value in self._given.items() if name == "timeout"}
        return find_keyphrases(self._text, self._core, with_keyphrase_options(timeout, n, max_words))

    @overload
    def __getitem__(self, index: int) -> Sentence: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Sentence, ...]: ...
    def __getitem__(self, index: int | slice) -> Sentence | tuple[Sentence, ...]:
        return self.units[index]

    def __len__(self) -> int:
        return self._core.n_units

    def __eq__(self, other: object) -> bool:
        return self._key() == other._key() if isinstance(other, Document) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._key())

    def _key(self) -> tuple[Any, ...]:
        return self._source, tuple(sorted(self._given.items()))

    def __reduce__(self) -> tuple[Any, ...]:
        return rebuild, (self._source, self._given)

    def __copy__(self) -> Document:
        return self

    def __deepcopy__(self, memo: object) -> Document:
        return self

    def __repr__(self) -> str:
        return f"Document({len(self)} units, {self.n_words} words, language={self.language!r})"

    def _repr_html_(self) -> str:
        from ._display.notebook import show_document

        return show_document(self)


def rebuild(source: Source, given: Mapping[str, Any]) -> Document:
    """Makes the document of a source again."""
    if isinstance(source, str | bytes):
        return Document(source, **given)
    assert not isinstance(source, SourceTexts)
    if isinstance(source, SpannedText):
        return Document._of_bounds(source, source.text, source.bounds, given)
    if isinstance(source, MarkedText):
        return Document._of_marked(source, given)
    return Document.from_sentences(source, **given)


def make_summary(text: str | bytes, given: Mapping[str, Any], core: _core.Summary) -> Summary:
    """Makes a summary without its analysis. `given`: the options of
    summarize()."""
    return Summary._new(text, given, core, None, rebuild)


def make_failed_summary(text: str | bytes, given: Mapping[str, Any], error: Exception) -> Summary:
    return Summary._of_error(text, given, error, rebuild)


Known = Summary | Document


def _check_seen(seen: object) -> tuple[Known, ...]:
    if seen is None:
        return ()
    if isinstance(seen, Known):
        return (seen,)
    known = tuple(seen) if isinstance(seen, Iterable) and not isinstance(seen, str | bytes) else (seen,)
    for one in known:
        if not isinstance(one, Known):
            raise InvalidOption(
                f"seen={quote(one)}: must be a Summary, a Document or a DocumentSet, or a list of them; "
                "for a text: seen=tersely.Document(text)",
                "seen",
                seen,
            )
    return known


_MOST_UNITS = 2**31


def _indices(name: str, units: Iterable[int]) -> list[int]:
    try:
        indices = [as_index(unit) for unit in units]
    except TypeError:
        indices = [None]
    known = [index for index in indices if index is not None and 0 <= index < _MOST_UNITS]
    if len(known) < len(indices):
        raise InvalidOption(f"{name}={quote(units)}: must be a list of indices of units of the document", name, units)
    return known
