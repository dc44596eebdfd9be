"""What the reader of a summary knows already."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from . import _core


def make_seen(seen: Iterable[Any]) -> _core.Seen | None:
    """Makes what the core takes. `seen`: each a Document, of which all counts,
    or a Summary."""
    known = tuple(seen)
    if not known:
        return None
    documents = [one._core for one in known if hasattr(one, "_core")]
    summaries = [one for one in known if not hasattr(one, "_core")]
    return _core.Seen(documents, [sentence.text for summary in summaries for sentence in summary])
