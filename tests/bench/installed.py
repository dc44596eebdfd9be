"""Finds the peers that are installed."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Callable, Mapping
from typing import TypeVar

T = TypeVar("T")


def installed(factories: Mapping[str, Callable[[], T]]) -> tuple[dict[str, T], list[str]]:
    """(the products of the factories by "distribution version", the missing distributions). A factory imports its
    package and raises ImportError if it is not installed.
    """
    found, missing = {}, []
    for distribution, factory in factories.items():
        try:
            found[f"{distribution} {importlib.metadata.version(distribution)}"] = factory()
        except ImportError:
            missing.append(distribution)
    return found, missing
