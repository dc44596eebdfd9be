"""The summary of a text."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, overload

from . import _core
from ._inputs import as_index
from ._options import ANALYSIS, BUDGET_NAMES, SUMMARY, check_names, part, replace_budget, validate
from ._seen import make_seen
from ._sentence import ScoredSentence, make_scored_sentence, whole_text
from ._source import Source, text_of
from ._sources import SourceTexts

if TYPE_CHECKING:
    from ipywidgets import VBox
    from matplotlib.axes import Axes
    from typing_extensions import Unpack

    from ._comparison import Comparison
    from ._display.chart import HoverChart
    from ._document import Document
    from ._explanation import Explanation
    from ._option_types import BudgetOptions, Count

SCHEMA = 1
RULESET = _core.build_info()["ruleset"]

_Analyse = Callable[[Source, Mapping[str, Any]], "Document"]  # passed in to avoid an import cycle with Document


class _Content(NamedTuple):
    """Everything about a summary except its source text."""

    sentences: tuple[ScoredSentence, ...]
    text: str
    order: tuple[int, ...]
    status: str
    coverage: float
    n_words: int
    language: str
    method: str
    flags: tuple[str, ...]
    error: str | None
    ruleset: str = RULESET  # of the version that made it, even if another one has unpickled it


class Summary(Sequence[ScoredSentence]):
    """A sequence of the chosen sentences (ScoredSentence), verbatim and with
    their positions. Falsy if empty.

    Immutable. Compared and hashed by value. `str(summary)` is the summary as
    text.

    To save memory, only a summary made by a Document keeps the analysis. Any
    other summary, and one that was pickled, analyses its text again when
    `document`, `scores`, `at` or `explain` is first used. The results are
    equal.
    """

    __slots__ = ("_analyse", "_document", "_given", "_made", "_read", "_source")

    _source: Source | None  # None: see _document
    _analyse: _Analyse
    _given: Mapping[str, Any]
    _made: _core.Summary | None  # None: everything is in _read
    _read: _Content | None  # made on first use, because many summaries are only printed
    _document: Document | None

    @classmethod
    def _of(cls, document: Document, given: Mapping[str, Any], core: _core.Summary, analyse: _Analyse) -> Summary:
        """Makes the summary of a document. `given`: the options of
        Document.summarize."""
        self = cls._new(None, given, core, None, analyse)
        self._document = document
        return self

    @classmethod
    def _of_error(cls, text: str | bytes, given: Mapping[str, Any], error: Exception, analyse: _Analyse) -> Summary:
        content = _Content((), "", (), "error", 0.0, 0, "und", "", (), str(error))
        return cls._new(text, given, None, content, analyse)

    @classmethod
    def _new(
        cls,
        source: Source | None,
        given: Mapping[str, Any],
        core: _core.Summary | None,
        read: _Content | None,
        analyse: _Analyse,
    ) -> Summary:
        self = cls.__new__(cls)
        self._source = source
        self._given = given
        self._made = core
        self._read = read
        self._analyse = analyse
        self._document = None
        return self

    @property
    def _content(self) -> _Content:
        if self._read is None:
            core = self._made
            if core is not None:  # otherwise another thread was faster
                self._read = _read(self._source_text(), core)
                if self._source is not None:
                    self._made = None
        assert self._read is not None
        return self._read

    @property
    def text(self) -> str:
        """The summary as text.

        Sentences are joined by a space (by nothing after a full-width stop).
        Items, turns and lines of code stand on lines of their own. Inside a
        sentence, white space that contains a line break becomes one space. A
        sentence that is cut ends in "…". If the whole text fits the budget, it
        is returned unchanged.
        """
        core = self._made
        return self._content.text if core is None else core.text

    @property
    def sentences(self) -> tuple[ScoredSentence, ...]:
        """The sentences in the order of the text, or by score with
        `order="score"`."""
        return self._content.sentences

    @property
    def order(self) -> tuple[int, ...]:
        """The indices of the chosen units in the order in which they were
        picked."""
        return self._content.order

    @property
    def status(self) -> str:
        """How the summary relates to its budget and text.

        - "ok": some sentences were chosen, and they fit the budget
        - "whole_text": the whole text fits
        - "all_candidates": every sentence that may be chosen fits; headings or
            code, or what does not match the query, were left out
        - "over_budget": not even one sentence fits, and the best one is
            returned; or the sentences of `include` do not fit
        - "cut": the sentence that was picked last is cut, so that the summary
            fits (`cut=True`)
        - "empty": the text is blank, or the query is unmatched
            (`unmatched="empty"`)
        - "error": the row of a batch failed; see `error`
        """
        return self._content.status

    @property
    def coverage(self) -> float:
        """The share of the text's content that the summary covers, by the
        weight of words and word pairs, in [0, 1].

        With a query, words and word pairs weigh by the relevance of the
        sentences that have them.
        """
        return self._content.coverage

    @property
    def n_words(self) -> int:
        """The number of words in the summary, as the `words` budget counts
        them."""
        return self._content.n_words

    @property
    def language(self) -> str:
        """The language code; "und" if the language was neither given nor
        detected."""
        return self._content.language

    @property
    def method(self) -> str:
        """The name of the method."""
        return self._content.method

    @property
    def flags(self) -> tuple[str, ...]:
        """Peculiarities of the text that may affect the summary.

        - "no_punctuation": no unit ends in terminal punctuation
        - "looks_like_html": the text has HTML tags or entities
        - "language_unknown": the language was neither given nor detected, or
            has no tables
        - "headings_used": headings could be chosen because there were too few
            sentences
        - "few_sentences": sentences outside of running prose could be chosen
            because there was too little prose
        - "repeated": some sentences occur more than once; only the first
            occurrence could be chosen
        - "written_newlines": line breaks are written as a backslash and an n
        - "looks_like_path", "looks_like_url": the whole text is the name of a
            file or a URL, which tersely does not open; the first of them in a
            process also gives a RuntimeWarning
        - "replacement_characters": the text has U+FFFD, which stands for bytes
            that could not be decoded
        - "lone_surrogates": the str has halves of surrogate pairs, which are
            analysed as U+FFFD and returned unchanged
        - "wrong_encoding": UTF-8 was read as Latin-1 or cp1252 ("cafÃ©" for
            "café"); read the text again with encoding="utf-8"
        - "query_unmatched": no sentence that may be chosen has a word of the
            query, or a relevance above 0
        """
        return self._content.flags

    @property
    def error(self) -> str | None:
        """Why this row of a batch failed, or None."""
        return self._content.error

    @property
    def document(self) -> Document:
        """The analysed text."""
        if self._document is None:
            assert self._source is not None
            self._document = self._analyse(self._source, part(self._given, ANALYSIS))
        return self._document

    @property
    def scores(self) -> memoryview:
        """The score of each unit of the document, in [0, 1]; 0 if it is not a
        candidate. Read-only doubles."""
        if self._source is None and self._made is not None:
            return memoryview(self._made.scores)
        seen = self._given.get("seen")
        return self.document.summarize(**part(self._given, SUMMARY), seen=seen).scores

    def at(
        self,
        sentences: Count | None = None,
        *,
        include: Iterable[int] | None = None,
        exclude: Iterable[int] | None = None,
        **budget: Unpack[BudgetOptions],
    ) -> Summary:
        """Summarises the text again with another budget, from the same
        analysis.

        Args:
            sentences, words, chars, tokens, ratio, count_tokens: the new
                budgets; they replace all budgets of this summary. If none is
                given, those of this summary stay.
            include: indices of units that must be in the summary; they are
                picked first. None: as in this summary.
            exclude: indices of units that must not be in it. None: as in this
                summary. A unit given to one of them leaves the other list of
                this summary.
        """
        check_names("at()", budget, BUDGET_NAMES)
        given = replace_budget(part(self._given, SUMMARY), {"sentences": sentences, **budget})
        kept_in, kept_out = (self._given.get(name, ()) for name in ("include", "exclude"))
        # What is asked for now outweighs what this summary has.
        kept_in = [index for index in kept_in if not (isinstance(exclude, Collection) and index in exclude)]
        kept_out = [index for index in kept_out if not (isinstance(include, Collection) and index in include)]
        return self.document.summarize(
            include=kept_in if include is None else include,
            exclude=kept_out if exclude is None else exclude,
            seen=self._given.get("seen"),
            **given,
        )

    def explain(self) -> Explanation:
        """Explains the choice: the numbers behind each pick, and why every
        other unit was left out.

        The choice is made once more, from the same analysis. The time is linear
        in the text for each pick.

        Raises:
            TerselyError: the summary is a failed row of a batch.
        """
        from ._explanation import explain

        options = part(self._given, SUMMARY)
        include, exclude, seen = (self._given.get(name, ()) for name in ("include", "exclude", "seen"))
        return explain(self, options, include, exclude, seen)

    def compare(self, other: Summary) -> Comparison:
        """Compares this summary with another one of the same text: by another
        method, or with another budget.

        A notebook shows the text with the marks of both.

        Raises:
            TypeError: `other` is not a Summary.
            InvalidOption: `other` is a summary of another text, or its text was
                split in another way.
            TerselyError: one of them is a failed row of a batch.
        """
        from ._comparison import compare

        return compare(self, other)

    def suggest(self) -> int:
        """Suggests how many sentences are worth reading, for
        `summary.at(summary.suggest())`. 0 for a blank text.

        The result is the knee of the coverage curve: after it, one more
        sentence adds less than the average sentence (Satopaa et al. 2011,
        "Finding a 'Kneedle' in a Haystack"). It costs as much as a summary of
        all sentences.
        """
        return self._curve().knee

    def _curve(self) -> _core.CoverageCurve:
        """The first k units of its order are the sentences of
        `self.at(sentences=k)`."""
        options = validate(part(self._given, SUMMARY)).core
        include, exclude = (list(self._given.get(name, ())) for name in ("include", "exclude"))
        return self.document._core.curve(options, include, exclude, make_seen(self._given.get("seen", ())))

    @overload
    def to_html(self, path: None = None) -> str: ...
    @overload
    def to_html(self, path: str | os.PathLike[str]) -> None: ...
    def to_html(self, path: str | os.PathLike[str] | None = None) -> str | None:
        """Makes an interactive page: the text with the chosen sentences marked,
        and a slider for their number.

        The page is one file that works without a network. It starts with this
        summary. At k sentences, the slider shows `self.at(sentences=k)`. Text
        far from the chosen sentences is folded; the page can also show all of
        it, or only the summary. Each sentence says when it is chosen and what
        it adds to the coverage, or why it is never chosen. The first 200 also
        say which words they add. The page costs as much as two summaries of all
        sentences and an explanation of 200.

        Args:
            path: the file to write, in UTF-8. Without it, the page is returned.
                The file is written completely or not at all, and keeps the mode
                of the file that it replaces.

        Raises:
            OSError: the file cannot be written.
        """
        from ._display.page import make_page
        from ._output import open_output

        page = make_page(self)
        if path is None:
            return page
        with open_output(path) as file:
            file.write(page.encode())
        return None

    def plot(
        self, kind: Literal["scores", "coverage", "similarity", "concepts"] = "scores", *, ax: Axes | None = None
    ) -> Axes:
        """Draws a picture of the summary with matplotlib (`pip install
        "tersely[plot]"`).

        Args:
            kind: "scores": the score of each sentence by its position in the
                document; chosen sentences are labelled with their indices.
                "coverage": the coverage by number of sentences, with this
                summary and the knee that suggest() returns. "similarity": the
                cosine of the TF-IDF rows of every pair of candidates; above 500
                candidates, the mean cosine of groups of successive ones.
                "concepts": the heaviest words and pairs of words, coloured by
                the chosen sentence that covers them first.
            ax: the axes to draw on; None makes a new pyplot figure.

        Returns:
            The axes. To save the picture:
            `summary.plot().figure.savefig("scores.png")`.

        Raises:
            ImportError: matplotlib is not installed.
            InvalidOption: there is no such kind.
            TerselyError: the summary is a failed row of a batch.
        """
        from ._display.plot import plot

        return plot(self, kind, ax)

    def chart(self, kind: Literal["scores", "coverage", "similarity", "concepts"] = "scores") -> HoverChart:
        """Makes the pictures of plot() as a chart in which pointing at a mark
        shows the sentence.

        It needs Altair (`pip install "tersely[notebook]"`). JupyterLab, Jupyter
        Notebook and VS Code draw it without a network. Its attribute `altair`
        is the chart itself, to change or to save it.

        Args:
            kind: see plot(). "similarity" shows groups of sentences from 71
                candidates on.

        Raises:
            ImportError: Altair is not installed.
            InvalidOption: there is no such kind.
            TerselyError: the summary is a failed row of a batch.
        """
        from ._display.chart import make_chart

        return make_chart(self, kind)

    def slider(self) -> VBox:
        """Makes a slider for the number of sentences, with the summary below
        it, for a running notebook.

        It needs ipywidgets (`pip install "tersely[notebook]"`). It starts with
        this summary. At k sentences, it shows `self.at(sentences=k)`. The
        slider reaches as far as is useful, twice the number that suggest()
        returns; the field beside it reaches all sentences.

        Raises:
            ImportError: ipywidgets is not installed.
            TerselyError: the summary is a failed row of a batch.
        """
        from ._display.slider import make_slider

        return make_slider(self)

    def join(self, sep: str | None = None, *, gap: str | None = None) -> str:
        """Joins the sentences, as a summary prints them.

        >>> import tersely
        >>> text = '''The old ferry sank in the harbour. It rained.
        ... Divers raised the ferry.'''
        >>> tersely.summarize(text, 2).join(gap=" […] ")
        'The old ferry sank in the harbour. […] Divers raised the ferry.'

        Args:
            sep: what stands between two sentences. None: what stands there in
                `text`.
            gap: what stands, instead of `sep`, between two sentences that do
                not follow each other in the document, to mark what was left
                out. Without `sep`, it stands on a line of its own if the
                sentences do. It counts towards the budgets of words, characters
                and tokens: while the result exceeds one of them, the sentence
                that was picked last is left out, except the first one and those
                of `include`. None: no mark.
        """
        for name, value in (("sep", sep), ("gap", gap)):
            if value is not None and not isinstance(value, str):
                raise TypeError(f"{name} must be str or None, not {type(value).__name__}")
        if sep is None and (gap is None or self.status == "whole_text"):
            return self.text
        from ._joined import join

        required = set(self._given.get("include", ()))
        optional = [index for index in reversed(self.order[1:]) if index not in required]
        return join(self.sentences, self.text, sep, gap, optional, partial(self._fits, gap or ""))

    def _fits(self, gap: str, text: str, kept: Sequence[ScoredSentence], n_gaps: int) -> bool:
        """Do sentences joined to a text fit the budgets of words, characters
        and tokens?"""
        given = self._given
        if "chars" in given and len(text) > _as_number(given["chars"]):
            return False
        if "tokens" in given:
            tokens = given["count_tokens"](text)
            n_tokens = as_index(tokens)
            if (len(tokens) if n_tokens is None else n_tokens) > _as_number(given["tokens"]):
                return False
        n_in_gaps = n_gaps * _core.count_words([gap])[0] if "words" in given else 0
        return n_in_gaps == 0 or self._count_words(kept) + n_in_gaps <= _as_number(given["words"])

    def _count_words(self, kept: Sequence[ScoredSentence]) -> int:
        """Counts as `n_words`, for some of the sentences. One of all of them
        may be cut."""
        count = self.document._core.count_words
        n_words = count([x.index for x in kept if not x.cut])
        if any(x.cut for x in kept):
            n_words += self.n_words - count([x.index for x in self.sentences if not x.cut])
        return n_words

    def to_dict(self, offsets: Literal["codepoint", "utf16", "byte"] = "codepoint") -> dict[str, Any]:
        """Returns everything as a dict for json.dumps.

        The sentences have their relevance if there is a query, and source and
        source_name if there are several texts.

        "ruleset" is `build_info()["ruleset"]` of the version that made the
        summary: if it differs, compute again.

        Args:
            offsets: the unit of start and end: code points, UTF-16 code units
                (JavaScript, Java), or bytes of UTF-8.
        """
        return {
            "schema": SCHEMA,
            "ruleset": self._content.ruleset,
            "summary": self.text,
            "sentences": [
                {
                    "text": sentence.text,
                    "start": start,
                    "end": end,
                    "index": sentence.index,
                    "score": sentence.score,
                    "rank": sentence.rank,
                    "kind": sentence.kind,
                    "paragraph": sentence.paragraph,
                    "cut": sentence.cut,
                    **({} if sentence.relevance is None else {"relevance": sentence.relevance}),
                    **_place(sentence),
                }
                for sentence, (start, end) in zip(self.sentences, self._spans(offsets), strict=True)
            ],
            "status": self.status,
            "language": self.language,
            "method": self.method,
            "coverage": self.coverage,
            "n_words": self.n_words,
            "flags": list(self.flags),
            "error": self.error,
        }

    def _spans(self, unit: str) -> list[tuple[int, int]]:
        if not isinstance(unit, str) or unit not in ("codepoint", "utf16", "byte"):
            from ._errors import InvalidOption, quote

            raise InvalidOption(f'offsets={quote(unit)}: must be "codepoint", "utf16" or "byte"', "offsets", unit)
        source = self._source_text()
        offsets: dict[int | None, set[int]] = {}  # in each text
        for sentence in self.sentences:
            offsets.setdefault(sentence.source, set()).update((sentence.start, sentence.end))
        converted = {}
        for number, of_text in offsets.items():
            ascending = sorted(of_text)
            there = _core.convert_offsets(whole_text(source, number), ascending, unit)
            converted[number] = dict(zip(ascending, there, strict=True))
        return [(converted[x.source][x.start], converted[x.source][x.end]) for x in self.sentences]

    def _source_text(self) -> str | bytes | SourceTexts:
        return self.document._source_text() if self._source is None else text_of(self._source)

    @overload
    def __getitem__(self, index: int) -> ScoredSentence: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[ScoredSentence, ...]: ...
    def __getitem__(self, index: int | slice) -> ScoredSentence | tuple[ScoredSentence, ...]:
        return self.sentences[index]

    def __len__(self) -> int:
        return len(self.sentences)

    def __str__(self) -> str:
        return self.text

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Summary):
            return NotImplemented
        return self._content == other._content and self._source_text() == other._source_text()

    def __hash__(self) -> int:
        return hash(self._content)

    def __repr__(self) -> str:
        from ._display.shorten import shorten_line

        words = f"{self.n_words} word{'' if self.n_words == 1 else 's'}"
        told = shorten_line(self.error or self.text, 60)
        n = len(self)
        return f"Summary({n} sentence{'' if n == 1 else 's'}, {words}, {self.status}: {told!r})"

    def _repr_html_(self) -> str:
        from ._display.notebook import show_summary

        return show_summary(self)

    def __reduce__(self) -> tuple[Any, ...]:
        if self._document is None:
            return _restore, (self._source, dict(self._given), self._content, self._analyse)
        given = {**self._document._given, **self._given}
        return _restore, (self._document._source, given, self._content, self._analyse)

    def __copy__(self) -> Summary:
        return self

    def __deepcopy__(self, memo: object) -> Summary:
        return self


def _restore(source: Source, given: Mapping[str, Any], content: _Content, analyse: _Analyse) -> Summary:
    return Summary._new(source, given, None, content, analyse)


def _as_number(budget: Any) -> float:
    """Returns a valid budget as a number. An int stays one, because a large one
    is no float."""
    number = as_index(budget)
    return float(budget) if number is None else number


def _place(sentence: ScoredSentence) -> dict[str, Any]:
    if sentence.source is None:
        return {}
    return {"source": sentence.source, "source_name": sentence.source_name}


def _read(source: str | bytes | SourceTexts, core: _core.Summary) -> _Content:
    return _Content(
        tuple(make_scored_sentence(source, row) for row in core.sentences),
        core.text,
        core.order,
        core.status,
        core.coverage,
        core.n_words,
        core.language,
        core.method,
        core.flags,
        None,
    )
