"""Which homes stand on which map page: every affected home of a run once, with the families of its list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from gisapp.domain.affected import CallLine
from gisapp.domain.hazard import HazardLevel
from gisapp.errors import BadRequest
from gisapp.language import tr


class PageBy(StrEnum):
    """What one map page is about."""

    VILLAGE = "village"
    GRID = "grid"

    @property
    def caption(self) -> str:
        return tr("村/社区") if self is PageBy.VILLAGE else tr("网格")


def page_by_from_text(text: str) -> PageBy:
    """village or grid; raises BadRequest."""
    try:
        return PageBy(text.strip().lower())
    except ValueError:
        raise BadRequest(tr("地图页不能按“{text}”分。", text=text[:40]), tr("请写 village（村/社区）或 grid（网格）。")) from None


@dataclass(frozen=True, slots=True)
class MapFamily:
    """A line of the list beside the map; ``is_counted``: the call list names this home for the family."""

    head: str
    phone: str
    residents: int
    marks: str
    hint: str
    is_counted: bool
    is_reachable: bool = True


@dataclass(frozen=True, slots=True)
class MapHome:
    """A home on a page: level None = without a conclusion. ``families`` may be empty: nobody is on record there."""

    house: int
    x: float
    y: float
    number: str
    level: HazardLevel | None
    grid_code: str
    families: tuple[MapFamily, ...]


@dataclass(frozen=True, slots=True)
class PageGrid:
    """A grid of a page with its officer."""

    code: str
    name: str
    officer: CallLine | None


@dataclass(frozen=True, slots=True)
class MapPage:
    """One village or grid with its homes in the order of the list; ``kind`` "" and ``unit`` None: homes in none."""

    kind: str
    unit: int | None
    code: str
    name: str
    within: str
    grids: tuple[PageGrid, ...]
    homes: tuple[MapHome, ...]

    @property
    def in_danger(self) -> int:
        """Affected homes; those without a conclusion are not among them."""
        return sum(home.level is not None for home in self.homes)

    @property
    def unknown(self) -> int:
        return len(self.homes) - self.in_danger

    @property
    def households(self) -> int:
        """Families the call list names here."""
        return sum(family.is_counted for home in self.homes for family in home.families)

    @property
    def residents(self) -> int:
        return sum(family.residents for home in self.homes for family in home.families if family.is_counted)


def totals(pages: Sequence[MapPage]) -> tuple[int, int, int]:
    """(homes in danger, families, people) over pages: those of the run."""
    return sum(p.in_danger for p in pages), sum(p.households for p in pages), sum(p.residents for p in pages)
