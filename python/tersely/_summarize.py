"""The functions that summarise a text, several texts, batches and columns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal

from . import _batch, _column, _core
from ._column import SummaryColumn
from ._document import Document, Known, make_summary
from ._document_set import DocumentSet
from ._inputs import check_text
from ._options import (
    ANALYSIS,
    SUMMARY,
    TABLE,
    ValidOptions,
    check_names,
    part,
    show_signature,
    validate,
)
from ._summaries import Summaries
from ._summary import Summary

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ._option_types import (
        ColumnOptions,
        Count,
        Options,
    )
    from ._progress import ProgressFunction

_DEFAULTS = validate({})
_WITHOUT_TITLE = TABLE.keys() - {"title"}


@show_signature(TABLE)
def summarize(text: str | bytes, sentences: Count | None = None, **options: Unpack[Options]) -> Summary:
    """Returns the best sentences of a text, verbatim, in the order of the text.

    >>> import tersely
    >>> text = '''It rained. The council closed the old bridge, for its beams
    ... have cracks. A ferry carries people while the bridge is closed.'''
    >>> print(tersely.summarize(text, 1))
    The council closed the old bridge, for its beams have cracks.

    The same text and options give the same summary on every machine and with
    any number of threads. The time is linear in the size of the text for most
    methods, also for the default; see `cost` in `tersely.methods()`. The GIL is
    released during the work.

    Args:
        text: a str, or bytes in UTF-8.
        sentences: the maximum number of sentences; 3 if no budget is given.
        words, chars, tokens: the maximum number of words, of characters (code
            points of the printed summary), or of tokens, as `count_tokens`
            counts them. If several budgets are given, the summary respects all
            of them. A number may also be a str of digits or a whole float. A
            sentence that does not fit is passed over for the next best one,
            unless `cut` is given. The method `cover` chooses with three
            divisors of the length in words (its square root, 1, and itself) and
            keeps the choice with the highest coverage, of equal ones the first.
            It uses only the first if `sentences` is given too, and in texts
            where sentences have a factor (see PickExplanation). Other methods
            do not divide by the length.
        ratio: the maximum share of the text's words, more than 0 and at most 1,
            or a percentage such as "20%".
        count_tokens: a function that takes a str and returns its tokens or
            their number.
        language: a BCP-47 tag ("pt-BR"), a code of ISO 639 ("por"), a locale
            ("pt_BR.UTF-8") or an English name; "auto" detects the language. A
            language without tables gives the flag "language_unknown".
        method: a name from `tersely.methods()`.
        title: the title of the text. Its words weigh more, and it is never
            chosen. None uses the heading at the start, if there is one; ""
            means no title.
        query: what the summary should answer: a question, or words. The
            sentences are weighed by how well they match it (BM25 of their
            words, with a share of the sentences beside them). A sentence is
            chosen only if it matches, or one of the three before or after it.
            Words match as the words of the text match each other. Stop words do
            not count, nor do words such as "summarise" or "people", unless
            there are no others. In transcripts, the names of the speakers count
            too. None, "" and a blank str mean no query. Not for lead, random,
            sumbasic and kl.
        unmatched: what to return if no sentence that may be chosen has a word
            of the query: "summary", the one without a query, or "empty", a
            summary without sentences. Both have the flag "query_unmatched".
        relevance: the relevance of each unit of the document, for example by a
            reranker, instead of the one that the query gives: as many finite
            numbers of 0 or more as the Document has units. They are divided by
            the largest and used as they are, without the sentences beside them.
            Units with 0 are never chosen. If all that may be chosen have 0,
            that is as if the query were unmatched.
        position: where the weight of sentences starts to decrease: at the
            "start" of the document, at the last heading ("section"), or nowhere
            ("none"). "auto" means "section" above 1,000 sentences and "start"
            otherwise. Only for cover.
        coherence: what is done about sentences whose first words refer to the
            sentence before them. None: nothing. "light": the gain of a sentence
            that begins with a connective ("But", "As a result") counts half as
            long as the sentence before it is not picked. "full": also, .8 of
            the gain counts for a sentence that begins with a pronoun or
            demonstrative ("He", "These"); and if such a sentence is picked, the
            one before it is picked first, and the one before that if needed, at
            most three in all. If they do not all fit, the sentence is picked
            without them. The sentence before is the last candidate before it,
            unless a heading stands between them. The words are known for Dutch,
            English, French, German, Italian, Portuguese and Spanish; in other
            languages, nothing is done. Only for cover.
        order: the order of the returned sentences, "document" or "score".
        redundancy: how much similarity to the sentences already chosen counts
            against a sentence (maximal marginal relevance), in [0, 1]. Only for
            score-based methods.
        damping: the damping factor of PageRank, in [0, 1]. Only for textrank,
            textrank-overlap, lexrank.
        threshold: two sentences are linked if their cosine is above this value,
            in [0, 1]. None links all sentences and weights each link by its
            cosine. Only for lexrank.
        max_sentences: the maximum number of sentences in the text, because the
            method compares all pairs. It also accepts at most 50 million pairs
            of similar sentences (600 MB). Only for textrank-overlap, for
            lexrank with a threshold, and for textrank and lexrank with
            `vectors` of which some numbers are negative (see
            Document.summarize).
        bonus_words, stigma_words: words that count for a sentence and against
            it, one point for each occurrence. They match words of the text as
            these match each other: case does not matter, nor does what follows
            the sixth letter. Stop words never count. Only for edmundson.
        null_words: words of the title and the headings that do not count,
            besides stop words. Only for edmundson.
        lsa_selection: "length" prefers the sentences with the largest share in
            all main topics together (Steinberger & Jezek 2004), "topics" takes
            the best sentence of each topic in turn (Gong & Liu 2001). Only for
            lsa.
        stop_words, stem, newline, keep_quotes, abbreviations, markup,
            max_bytes: options of the analysis; see Document.
        cut: fill a budget of words, characters or tokens. Sentences are picked
            whether they fit or not, until nine tenths of the budget are used,
            and the last one is cut after a word to fit. It ends in "…", which
            counts as a character and towards the tokens, and stands at its
            place in the order, which may be in the middle. Its `cut` is True,
            and its text, start and end are those of its beginning. The coverage
            counts only that beginning. A sentence of which not even the first
            word fits is passed over; if there is no other, the best one is
            returned whole (status "over_budget").
        seed: the seed of the method random.
        timeout: the time limit in seconds.

    Raises:
        TypeError: the text is not str or bytes, or an option is unknown; the
            message suggests the right one.
        InvalidOption: the value of an option is not allowed, or the method does
            not use the option.
        InvalidText: the bytes are not UTF-8.
        LimitExceeded: the text exceeds `max_bytes`, 2 GiB, `max_sentences` or
            the number of pairs of similar sentences.
        SummaryTimeout: the call took more than `timeout` seconds.
    """
    check_names("summarize()", options, TABLE)
    if sentences is None and not options:
        return summarize_one(text, _DEFAULTS)
    return summarize_one(text, validate({"sentences": sentences, **options}))


def summarize_one(text: str | bytes, options: ValidOptions) -> Summary:
    """summarize() with options that are already checked."""
    return make_summary(text, options.given, _core.summarize(check_text(text), options.core))


@show_signature(TABLE)
def summarize_html(
    html: str | bytes, sentences: Count | None = None, *, url: str | None = None, **options: Unpack[Options]
) -> Summary:
    """Returns the best sentences of the article of a web page (`pip install
    "tersely[html]"`).

    Spans refer to the text of the article, `summary.document.text`.
    Document.from_html says how it is found.

    Args:
        html: the page, a str or bytes in the encoding that it declares.
        url: the address of the page, which helps to find the article. It is not
            fetched.
        sentences, options: see summarize.

    Raises:
        ImportError: trafilatura is missing.
        TerselyError: the page has no article.
        TypeError, InvalidOption, LimitExceeded, SummaryTimeout: see summarize.
    """
    check_names("summarize_html()", options, [*TABLE, "url"])
    given = validate({"sentences": sentences, **options}).given  # before the page is read
    return Document.from_html(html, url=url, **part(given, ANALYSIS)).summarize(**part(given, SUMMARY))


@show_signature(TABLE)
def summarize_sentences(
    given: Iterable[str | None], sentences: Count | None = None, **options: Unpack[Options]
) -> Summary:
    """Chooses the best of given sentences, for texts that come in pieces:
    transcripts, subtitles, messages, reviews.

    The sentences are used as they are, without further splitting. `index` is
    the position of a sentence in the list; missing and blank ones count.
    `start` and `end` are offsets in `summary.document.text`, which is the
    sentences joined by line feeds.

    >>> bridge = "we close the bridge because the bridge has cracks"
    >>> segments = ["okay so", None, bridge, "and lunch is at one"]
    >>> tersely.summarize_sentences(segments, 1)[0].index
    2

    Args:
        given: each a str. None, NaN and blank strings keep their place in the
            list and are never chosen.
        sentences: the maximum number of chosen sentences; 3 if no budget is
            given.
        options: see summarize.
    """
    check_names("summarize_sentences()", options, TABLE)
    document = Document.from_sentences(given, **part(options, ANALYSIS))
    return document.summarize(sentences, **part(options, SUMMARY))


@show_signature(TABLE)
def summarize_documents(
    texts: Iterable[str | bytes | None],
    sentences: Count | None = None,
    *,
    names: Iterable[str | None] | None = None,
    dates: Iterable[Any] | None = None,
    scores: Iterable[float] | None = None,
    seen: Known | Iterable[Known] | None = None,
    **options: Unpack[Options],
) -> Summary:
    """Summarises several texts together: reports of one event, reviews of one
    thing, the hits of a search.

    >>> post = "The old bridge is closed. Engineers found cracks."
    >>> times = "A ferry replaces the closed old bridge."
    >>> for x in tersely.summarize_documents([post, times], 2):
    ...     print(x.source, x.text)
    0 The old bridge is closed.
    1 A ferry replaces the closed old bridge.

    The budgets are for all texts together. With a query, sentences are weighed
    by how well they match it among those of all texts, and also by how well
    their text does. The method lead takes the first sentence of each text, then
    the second ones.

    Args:
        texts, names, dates, scores: see DocumentSet.
        sentences, options: see summarize. `relevance` has one number for each
            unit of the DocumentSet.
        seen: what the reader knows already; see Document.summarize.

    Raises:
        TypeError, InvalidOption, InvalidText, LimitExceeded, SummaryTimeout:
            see DocumentSet and summarize.
    """
    check_names("summarize_documents()", options, TABLE)
    documents = DocumentSet(texts, names, dates, scores, **part(options, ANALYSIS))
    return documents.summarize(sentences, seen=seen, **part(options, SUMMARY))


@show_signature(TABLE)
def summarize_many(
    texts: Iterable[str | bytes | None],
    sentences: Count | None = None,
    *,
    threads: int = 0,
    on_error: Literal["raise", "status"] = "raise",
    progress: bool | ProgressFunction = False,
    **options: Unpack[Options],
) -> Summaries:
    """Summarises many texts, in order, on all cores. The result is that of one
    call for each text. Ctrl-C stops it.

    >>> texts = ["It rained. The river rose.", ""]
    >>> [str(summary) for summary in tersely.summarize_many(texts, 1)]
    ['The river rose.', '']

    Args:
        texts: each a str or bytes. None, NaN, pandas.NA and NaT are missing
            texts and give None.
        sentences, options: see summarize.
        threads: the number of threads. 0 means the value of the environment
            variable TERSELY_NUM_THREADS if that is set, otherwise one in a
            child process of multiprocessing, otherwise one for each core that
            the process may use. With `tokens`, everything runs in the calling
            thread.
        on_error: "raise" raises the error of the first text that fails; its
            message names the row. "status" returns a Summary with status
            "error" and `.error` for each text that fails, and for each value
            that is not a text.
        progress: True shows a progress bar (tqdm; `pip install
            "tersely[progress]"`). A function is called with the number of texts
            done and the number of all texts (None if unknown), about every 50
            ms and at the end.
    """
    check_names("summarize_many()", options, [*TABLE, "threads", "on_error", "progress"])
    return _batch.many(texts, validate({"sentences": sentences, **options}), threads, on_error, progress)


@show_signature(TABLE)
def summarize_column(
    column: Any,
    sentences: Count | None = None,
    *,
    field: str | None = None,
    output: Literal["text", "struct"] = "text",
    language: Any = None,
    title: Any = None,
    query: Any = None,
    on_error: Literal["raise", "status"] = "status",
    threads: int = 0,
    progress: bool | ProgressFunction = False,
    **options: Unpack[ColumnOptions],
) -> SummaryColumn:
    """Summarises a column of texts into a column of summaries, in the same
    order, on all cores. Ctrl-C stops it.

    >>> texts = ["It rained. The river rose.", None, ""]
    >>> column = tersely.summarize_column(texts, 1)
    >>> column.to_list()
    ['The river rose.', None, '']

    Args:
        column: a column that exports Arrow (pyarrow, Polars, pandas, DuckDB,
            ...), or a list or other iterable as in summarize_many. An Arrow
            column may be string, large_string, string_view, the binary types,
            or a dictionary of these; it is read without a copy and without
            pyarrow. Missing texts stay missing; blank ones give "".
        sentences, options: see summarize.
        field: the name of the column of texts, if `column` is a table or a
            struct.
        output: "text" gives strings; "struct" gives structs (summary,
            sentences, status, language, coverage, flags, error), where each
            sentence has start, end, index and score. start and end count code
            points, or bytes in a binary column. A lone surrogate in a str
            becomes U+FFFD.
        language, title, query: one value for all rows, or a column of them. A
            missing language means "auto", a missing title None. A row whose
            query is missing or blank is summarised without one.
        on_error: "status" keeps going after a failed row, such as a number
            among the texts. With output="text", the row is null, and one
            RuntimeWarning tells how many rows failed and why the first did;
            with output="struct", the row has status "error" and the reason.
            "raise" raises the error of the first failed row.
        threads, progress: see summarize_many.

    Raises:
        TypeError: the column does not hold text; the message names the cast.
        InvalidColumn: the Arrow column is damaged, or it has already been read
            and cannot be read twice.
    """
    check_names("summarize_column()", options, [*TABLE, "field", "output", "on_error", "threads", "progress"])
    validated = validate({"sentences": sentences, **options})
    return _column.summarize_column(
        column, validated, field, output, language, title, query, on_error, threads, progress
    )


@show_signature(_WITHOUT_TITLE)
def summarize_documents_column(
    column: Any,
    sentences: Count | None = None,
    *,
    field: str | None = None,
    output: Literal["text", "struct"] = "text",
    language: Any = None,
    query: Any = None,
    on_error: Literal["raise", "status"] = "status",
    threads: int = 0,
    progress: bool | ProgressFunction = False,
    **options: Unpack[ColumnOptions],
) -> SummaryColumn:
    """Summarises a column of lists of texts: those of each row together, for
    example the hits of one search.

    >>> bridge = "The bridge is closed. It has cracks."
    >>> hits = [[bridge, "The closed bridge will be repaired."], None, []]
    >>> queries = ["Why is the bridge closed?", None, None]
    >>> column = tersely.summarize_documents_column(hits, 1, query=queries)
    >>> column.to_list()
    ['The bridge is closed.', None, '']

    The result of a row is that of summarize_documents for its texts. The rows
    are summarised on all cores. Ctrl-C stops it.

    Args:
        column: a column of lists of texts: of pandas, Polars or pyarrow, or a
            list or other iterable. Missing rows stay missing; a list without
            texts gives "". Missing texts in a list count as blank. A row that
            is one text, not a list, fails.
        sentences, options: see summarize.
        field: the name of the column of lists, if `column` is a table.
        output: see summarize_column. With "struct", each sentence also has
            source, the number of its text in the list. start and end count code
            points of that text.
        language, query: one value for all rows, or a column of them; see
            summarize_column.
        on_error, threads, progress: see summarize_column.

    Raises:
        TypeError: `column` is no column; the message names the fix.
    """
    names = [*_WITHOUT_TITLE, "field", "output", "on_error", "threads", "progress"]
    check_names("summarize_documents_column()", options, names)
    validated = validate({"sentences": sentences, **options})
    return _column.summarize_documents_column(
        column, validated, field, output, language, query, on_error, threads, progress
    )
