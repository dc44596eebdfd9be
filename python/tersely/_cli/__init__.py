"""The command line. `main` is its entry point."""

from .command import main

__all__ = ["main"]
