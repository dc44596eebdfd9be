"""What became of the rows of all tables of a call."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..._report import Report, report_of
from ..streams import tell
from .rows import ERROR, Row

if TYPE_CHECKING:
    from ..._summary import Summary

_PLACE = re.compile(r"(row|line) \d+: ")


@dataclass
class Counts:
    report: Report = field(default_factory=Report)
    kept: int = 0  # failed rows that are copied unchanged
    first_kept: str | None = None

    @property
    def rows(self) -> int:
        return self.report.rows

    @property
    def failed(self) -> int:
        return self.report.statuses.get(ERROR, 0)

    def add(self, row: Row, summary: Summary | None, file: str) -> None:
        _, status, error = row.columns(summary)
        if error is not None:
            self.report.add(report_of(status, error=_PLACE.sub("", error, count=1)))
        elif summary is None:
            self.report.add(report_of(status))
        else:
            self.report.add(report_of(status, summary.language, summary.flags))
        if row.is_kept:
            self.kept += 1
            self.first_kept = self.first_kept or f"{file}: {row.error}"

    def tell(self, budget: str, quiet: bool) -> None:
        """`budget`: the options of the budget, as they were typed."""
        if self.failed:
            kept = f"; {self.kept} of them copied unchanged, the first: {self.first_kept}" if self.kept else ""
            tell(f"{self.failed} of {self.rows} rows failed{kept}")
        if quiet:
            return
        if over := self.report.statuses.get("over_budget", 0):
            tell(f"in {over} of {self.rows} rows, no sentence fits {budget}; they have the best one")
        for line in self.report.lines():
            tell(line)
