"""Makes napoleon read the docstrings of tersely as they are written.

"Attributes" are a list like "Args", where several names may share a line. What stands before a colon in the docstring
of a property is not its type.
"""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx
from sphinx.ext.napoleon.docstring import GoogleDocstring


class _Docstring(GoogleDocstring):
    def _parse_attributes_section(self, section: str) -> list[str]:
        return self._format_fields("Attributes", self._consume_fields())

    def _consume_inline_attribute(self) -> tuple[str, list[str]]:
        return "", self._consume_to_end()


def setup(app: Sphinx) -> dict[str, Any]:
    for name in ("_parse_attributes_section", "_consume_inline_attribute"):
        setattr(GoogleDocstring, name, vars(_Docstring)[name])
    return {"parallel_read_safe": True, "parallel_write_safe": True}
