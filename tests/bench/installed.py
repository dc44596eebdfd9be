"""Which of the peers are there."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Callable, Mapping
from typing import TypeVar

T = TypeVar("T")


def installed(factories: Mapping[str, Callable[[], T]]) -> tuple[dict[str, T], list[str]]:
    """What the factories make, by distribution and version, and the distributions that are missing: a factory imports
    its package and raises ImportError where it is not installed.
    """
    found, missing = {}, []
    for distribution, factory in factories.items():
        try:
            found[f"{distribution} {importlib.metadata.version(distribution)}"] = factory()
        except ImportError:
            missing.append(distribution)
    return found, missing
