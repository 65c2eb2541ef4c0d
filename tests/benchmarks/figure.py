"""One figure: what was measured in this run, its budget, and the peer's."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """``value`` in ``unit``, the median of ``runs``; ``budget`` in the same unit; ``at_most`` of the peer's time; ``cpu`` the
    processor time of the same work, which a busy machine disturbs less; ``note`` what else there is to say."""

    name: str
    value: float
    unit: str
    runs: int
    budget: float | None = None
    at_most: float | None = None
    qgis: float | None = None
    cpu: float | None = None
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """Our time over QGIS's in the same run."""
        return self.value / self.qgis if self.qgis else None

    @property
    def is_met(self) -> bool | None:
        """Whether the budget is met; None when there is nothing to compare with."""
        verdicts = []
        if self.budget is not None:
            verdicts.append(self.value <= self.budget)
        if self.at_most is not None and self.ratio is not None:
            verdicts.append(self.ratio <= self.at_most)
        return all(verdicts) if verdicts else None

    def line(self) -> str:
        """The figure for people."""
        parts = [f"{self.name:34} {self.value:10.1f} {self.unit:3}"]
        if self.cpu is not None:
            parts.append(f"cpu {self.cpu:.0f} {self.unit}")
        if self.budget is not None:
            parts.append(f"budget {self.budget:g} {self.unit}")
        if self.ratio is not None:
            parts.append(
                f"QGIS {self.qgis:.1f} {self.unit}, ratio {self.ratio:.3f}" + (f" (at most {self.at_most:g})" if self.at_most else "")
            )
        parts += [{True: "met", False: "MISSED", None: ""}[self.is_met], self.note]
        return "  ".join(part for part in parts if part)

    def as_json(self) -> dict[str, Any]:
        """The figure for programs."""
        return asdict(self) | {"ratio": self.ratio, "met": self.is_met}


def with_peer(figure: Figure, qgis: float | None) -> Figure:
    """The figure with the peer's time beside it."""
    return replace(figure, qgis=qgis)


def median_ms(job: Callable[[], object], *, runs: int = 7, warm_up: int = 1) -> float:
    """Median wall milliseconds of ``job`` over ``runs`` after ``warm_up`` runs."""
    for _ in range(warm_up):
        job()
    return statistics.median(once_ms(job) for _ in range(runs))


def once_ms(job: Callable[[], object]) -> float:
    """Wall milliseconds of ``job``."""
    began = time.perf_counter()
    job()
    return (time.perf_counter() - began) * 1e3


def cpu_ms(action: Callable[[], object]) -> float:
    """The processor time ``action`` takes, in ms: this process and the children that ended meanwhile."""
    before = _processor_seconds()
    action()
    return (_processor_seconds() - before) * 1e3


def _processor_seconds() -> float:
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system
