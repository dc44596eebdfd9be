"""What became of the rows of all tables of a call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..streams import tell
from .rows import ERROR, Row

if TYPE_CHECKING:
    from ..._summary import Summary


@dataclass
class Counts:
    rows: int = 0
    failed: int = 0
    over: int = 0  # summaries that are longer than the budget
    kept: int = 0  # failed rows that are copied unchanged
    first_kept: str | None = None

    def add(self, row: Row, summary: Summary | None, file: str) -> None:
        failed = row.columns(summary)[1] == ERROR
        self.add_rows(1, failed, not failed and summary is not None and summary.status == "over_budget")
        if row.is_kept:
            self.kept += 1
            self.first_kept = self.first_kept or f"{file}: {row.error}"

    def add_rows(self, rows: int, failed: int, over: int) -> None:
        self.rows += rows
        self.failed += failed
        self.over += over

    def tell(self, budget: str, quiet: bool) -> None:
        """`budget`: the options of the budget, as they were typed."""
        if self.failed:
            kept = f"; {self.kept} of them copied unchanged, the first: {self.first_kept}" if self.kept else ""
            tell(f"{self.failed} of {self.rows} rows failed{kept}")
        if self.over and not quiet:
            tell(f"in {self.over} of {self.rows} rows, no sentence fits {budget}; they have the best one")
