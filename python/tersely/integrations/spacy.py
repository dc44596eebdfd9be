"""The pipeline component "tersely" for spaCy.

>>> import spacy
>>> import tersely.integrations.spacy
>>> nlp = spacy.blank("en")
>>> component = nlp.add_pipe("tersely", config={"sentences": 1})
>>> doc = nlp("Dr. Smith left. The river rose and the river took the bridge.")
>>> [sentence.text for sentence in doc.sents]
['Dr. Smith left.', 'The river rose and the river took the bridge.']
>>> doc._.summary
'The river rose and the river took the bridge.'
>>> [(span.start, span.end) for span in doc.spans["summary"]]
[(4, 14)]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._document import Document
from .._options import ANALYSIS, SUMMARY, TABLE, part, show_signature
from .._summarizer import Summarizer
from . import changed, defaults_of, missing

try:
    import numpy
    from spacy.language import Language
    from spacy.tokens import Doc, SpanGroup
except ImportError as error:
    raise missing("spacy", "spacy") from error

if TYPE_CHECKING:
    from collections.abc import Callable

    from .._option_types import Count

_GROUP = "summary"


@show_signature(TABLE)
def make_component(nlp: Language, name: str, sentences: Count | None = None, **options: Any) -> Callable[[Doc], Doc]:
    """Makes the component.

    It sets

    - `doc.sents`, unless a component before it has set them. A token in which a
      sentence begins belongs to the one before. To have these sentences used by
      a parser, add the component before the parser.
    - `doc.spans["summary"]`, a span for each sentence of the summary; with the
        tokens in which it begins and ends.
    - `doc._.summary`, the summary as text.

    All three are kept by `Doc.to_bytes` and DocBin. It has no other state.

    Args:
        sentences, options: see tersely.summarize. The language "auto" is that
            of the pipeline, unless it is "xx".
    """
    given = changed({name: _from_json(value) for name, value in options.items()}, _DEFAULTS)
    if nlp.lang != "xx":
        given.setdefault("language", nlp.lang)
    return Component(sentences, given)


_DEFAULTS = defaults_of(make_component)


def _from_json(value: Any) -> Any:
    """A config that was saved has lists where the defaults have tuples."""
    return tuple(value) if isinstance(value, list) else value


class Component:
    """The component "tersely"; see make_component."""

    def __init__(self, sentences: Count | None, options: dict[str, Any]) -> None:
        Summarizer(sentences, **options)  # reports a wrong option
        self._analysis = part(options, ANALYSIS)
        self._summary = {**part(options, SUMMARY), "sentences": sentences}

    def __call__(self, doc: Doc) -> Doc:
        document = Document(doc.text, **self._analysis)
        if not doc.has_annotation("SENT_START"):
            _set_sentences(doc, [unit.start for unit in document[1:]])
        summary = document.summarize(**self._summary)
        spans = [doc.char_span(x.start, x.end, alignment_mode="expand") for x in summary]
        kept = [span for span in spans if span is not None]
        doc.spans[_GROUP] = SpanGroup(doc, name=_GROUP, spans=kept, attrs={"text": str(summary)})
        return doc


def _set_sentences(doc: Doc, starts: list[int]) -> None:
    """Marks the first token of each sentence, and every other token as no first
    token.

    Args:
        starts: of all sentences but the first, which starts with the first
            token, even if that is white space.
    """
    first_tokens: Any = numpy.searchsorted(doc.to_array("IDX"), starts)
    is_start: Any = numpy.full(len(doc), -1, dtype=numpy.int64)
    is_start[:1] = 1
    is_start[first_tokens[first_tokens < len(doc)]] = 1
    doc.from_array("SENT_START", is_start.astype(numpy.uint64))


def _get_summary(doc: Doc) -> str | None:
    group = doc.spans.get(_GROUP)
    return None if group is None else group.attrs["text"]


Doc.set_extension("summary", getter=_get_summary, force=True)
Language.factory(
    "tersely", func=make_component, assigns=["token.is_sent_start", "doc.sents", "doc.spans", "doc._.summary"]
)
