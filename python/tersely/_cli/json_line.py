"""JSON on one line, as the command line prints it."""

from __future__ import annotations

import json
import re
from typing import Any

_STEERING = re.compile("[\x7f-\x9f\u202d\u202e]")  # controls that JSON does not escape


def dump(record: dict[str, Any]) -> bytes:
    """Returns JSON in UTF-8 without line feeds. Lone surrogates are escaped."""
    text = _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(record, ensure_ascii=False))
    return text.encode("utf-8", "backslashreplace")
