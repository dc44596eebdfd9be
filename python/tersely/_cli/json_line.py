"""JSON on one line, as the command line prints it."""

from __future__ import annotations

import base64
import json
import math
import re
from typing import Any

from .._errors import TerselyError

_STEERING = re.compile("[\x7f-\x9f\u202d\u202e]")  # controls that JSON does not escape


def dump(value: Any) -> bytes:
    """Returns JSON in UTF-8 without line feeds. Lone surrogates are escaped.

    Dates and the like are written as text; see as_text. JSON has neither NaN
    nor infinity; both become null. Raises TerselyError for values that are
    nested more than about a thousand times.
    """
    try:
        try:
            text = json.dumps(value, ensure_ascii=False, allow_nan=False, default=as_text)
        except ValueError:
            text = json.dumps(_finite(value), ensure_ascii=False, allow_nan=False, default=as_text)
    except RecursionError as error:
        raise TerselyError(f"a value is nested too deeply: {error}") from None
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text).encode("utf-8", "backslashreplace")


def _finite(value: Any) -> Any:
    """Replaces NaN and infinity by None."""
    if isinstance(value, dict):
        return {key: _finite(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(inner) for inner in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def as_text(value: object) -> str:
    """Returns what JSON has no type for: dates as ISO 8601, decimal numbers as
    digits, and bytes as text if they are UTF-8, otherwise in base64."""
    if isinstance(value, str):
        return value
    if not isinstance(value, bytes):
        isoformat = getattr(value, "isoformat", None)
        return str(value) if isoformat is None else str(isoformat())
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return base64.b64encode(value).decode("ascii")
