"""Several texts that are analysed together and can be summarised many times."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NoReturn

from . import _core
from ._document import Document
from ._errors import InvalidText
from ._options import ANALYSIS, check_names, show_signature, validate
from ._sentence import whole_text
from ._source import Source
from ._sources import SourceTexts, check_sources
from ._summary import Summary

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ._option_types import AnalysisOptions


class DocumentSet(Document):
    """Several texts (sources), analysed together: reports of one event, reviews
    of one thing, the hits of a search.

    >>> import tersely
    >>> post = "The old bridge is closed. Engineers found cracks."
    >>> times = "A ferry replaces the closed old bridge."
    >>> names = ["Post", "Times"]
    >>> summary = tersely.DocumentSet([post, times], names=names).summarize(1)
    >>> [(x.source, x.source_name, x.start, x.text) for x in summary]
    [(1, 'Times', 0, 'A ferry replaces the closed old bridge.')]

    Each text is split as if it were alone, in its own language. A sentence has
    `source` (the number of its text), `source_name`, and `start` and `end` in
    its own text: `texts[x.source][x.start:x.end] == x.text`. `index` counts the
    units of all texts. A sentence that stands in several texts may be chosen
    once.

    The order of the texts decides the numbers and the order in which a summary
    is printed, but not which sentences are chosen, unless texts are equal. A
    set of one text is summarised as that text. See Document for the rest.

    Args:
        texts: each a str, or bytes in UTF-8. None and NaN keep their place and
            count as blank.
        names: the name of each text, for example its file, site or author.
        dates: when each text was written: dates, or other values that can be
            compared. Summaries are printed from the earliest text to the
            latest, and units are in that order. Texts without a date come last.
        scores: how relevant each text is, for example by the search that found
            it: finite numbers of 0 or more, which are divided by the largest.
            The relevance of a sentence is multiplied by that of its text, and
            with 0, no sentence of the text is chosen. Without scores, a query
            weighs the texts by BM25.
        options: see Document. `language` is that of all texts; "auto" detects
            that of each. Stop words are those of the most common one.
            `max_bytes` limits the texts together.

    Raises:
        TypeError: `texts` is no iterable of texts, or an option is unknown; the
            message says what to do.
        InvalidOption: the value of an option is not allowed, or there is not
            one name, date or score for each text.
        InvalidText, LimitExceeded, SummaryTimeout: see Document. The message of
            InvalidText names the text.
    """

    __slots__ = ("_sources",)

    _sources: SourceTexts

    @show_signature(ANALYSIS)
    def __init__(
        self,
        texts: Iterable[str | bytes | None],
        names: Iterable[str | None] | None = None,
        dates: Iterable[Any] | None = None,
        scores: Iterable[float] | None = None,
        **options: Unpack[AnalysisOptions],
    ) -> None:
        check_names("DocumentSet()", options, ANALYSIS)
        self._set(check_sources(texts, names, dates, scores), options)

    def _set(self, sources: SourceTexts, options: Mapping[str, Any]) -> None:
        self._source = self._sources = sources
        self._units = None
        self._given, validated = validate(options)
        scores = [] if sources.scores is None else [sources.scores[number] for number in sources.order]
        texts = [sources.texts[number] for number in sources.order]
        try:
            self._core = _core.Document.of_sources(texts, scores, validated)
        except InvalidText as error:
            number = sources.find_invalid()
            raise InvalidText(f"text {number}: {error}", error.position, number) from None

    @classmethod
    def _of(cls, sources: SourceTexts, options: Mapping[str, Any]) -> DocumentSet:
        self = cls.__new__(cls)
        self._set(sources, options)
        return self

    @classmethod
    def from_sentences(cls, *_: object, **__: object) -> NoReturn:
        """Raises TypeError."""
        raise TypeError("from_sentences() makes a Document of one text; DocumentSet(texts) splits its texts itself")

    @classmethod
    def from_spans(cls, *_: object, **__: object) -> NoReturn:
        """Raises TypeError."""
        raise TypeError("from_spans() makes a Document of one text; DocumentSet(texts) splits its texts itself")

    @classmethod
    def from_html(cls, *_: object, **__: object) -> NoReturn:
        """Raises TypeError."""
        raise TypeError("from_html() makes a Document of one page; DocumentSet takes the texts of such documents")

    @property
    def text(self) -> str:
        """All texts, with a blank line between them. Sentences have offsets in
        their own text: see `texts`."""
        texts = (self._sources.texts[number] for number in self._sources.order)
        return "\n\n".join(text if isinstance(text, str) else (text or b"").decode() for text in texts)

    @property
    def texts(self) -> tuple[str | bytes | None, ...]:
        """The texts as they were given."""
        return self._sources.texts

    @property
    def names(self) -> tuple[str | None, ...] | None:
        """The names of the texts, if they were given."""
        return self._sources.names

    @property
    def dates(self) -> tuple[Any, ...] | None:
        """The dates of the texts, if they were given."""
        return self._sources.dates

    @property
    def scores(self) -> tuple[float, ...] | None:
        """The scores of the texts, if they were given."""
        return self._sources.scores

    def keyphrases(self, *_: object, **__: object) -> NoReturn:
        """Raises TypeError."""
        raise TypeError("keyphrases have places in one text: use tersely.keyphrases(documents.text)")

    def _source_text(self) -> SourceTexts:
        return self._sources

    def _text_of(self, unit: int) -> str | bytes:
        return whole_text(self._sources, self.units[unit].source)

    def _summary(self, given: Mapping[str, Any], core: _core.Summary) -> Summary:
        return Summary._of(self, given, core, rebuild_set)

    def _key(self) -> tuple[Any, ...]:
        return self._sources, tuple(sorted(self._given.items()))

    def __reduce__(self) -> tuple[Any, ...]:
        return rebuild_set, (self._sources, self._given)

    def __repr__(self) -> str:
        n = len(self.texts)
        texts = f"{n} text{'' if n == 1 else 's'}"
        return f"DocumentSet({texts}, {len(self)} units, {self.n_words} words, language={self.language!r})"


def rebuild_set(sources: Source, given: Mapping[str, Any]) -> DocumentSet:
    assert isinstance(sources, SourceTexts)
    return DocumentSet._of(sources, given)
