"""JSON on one line, as the command line prints it."""

from __future__ import annotations

import base64
import json
import re
from typing import Any

_STEERING = re.compile("[\x7f-\x9f\u202d\u202e]")  # controls that JSON does not escape


def dump(value: Any) -> bytes:
    """Returns JSON in UTF-8 without line feeds. Lone surrogates are escaped.

    Dates are written as ISO 8601, decimal numbers as strings, and bytes as text
    if they are UTF-8, otherwise in base64.
    """
    text = json.dumps(value, ensure_ascii=False, default=_as_json)
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text).encode("utf-8", "backslashreplace")


def _as_json(value: object) -> str:
    if not isinstance(value, bytes):
        isoformat = getattr(value, "isoformat", None)
        return str(value) if isoformat is None else str(isoformat())
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return base64.b64encode(value).decode("ascii")
