"""The saved hazard areas as lines of a tree: those of one name under each other, each with its tick, level and validity."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import shapely
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication

from gisapp.domain.validity import Validity, now_text, validity_at
from gisapp.language import tr
from gisapp.storage.hazards.hazards import HazardArea
from gisapp.ui import pieces
from gisapp.ui.theme import colour

Index = QModelIndex | QPersistentModelIndex
Group = tuple[HazardArea, ...]
FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
TICKED, UNTICKED, SOME = Qt.CheckState.Checked, Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked


@dataclass(frozen=True, slots=True)
class Arranged:
    """Areas as the tree shows them: ``groups`` of one name, and of each area its size in m² and whether it holds now, by id."""

    areas: Group = ()
    groups: tuple[Group, ...] = ()
    sizes: Mapping[int, float] = field(default_factory=dict)
    validity: Mapping[int, Validity] = field(default_factory=dict)


def arranged(areas: Sequence[HazardArea]) -> Arranged:
    """Areas of one name together; those that hold first, the worst level first, the largest of a level first. Made on any thread."""
    at = now_text()
    measured = shapely.area(np.array([*(area.geometry for area in areas), None], dtype=object)[:-1]).tolist()
    sizes = {_id(area): size for area, size in zip(areas, measured, strict=True)}
    validity = {_id(area): validity_at(area.valid_from, area.valid_to, at) for area in areas}
    groups: dict[str, list[HazardArea]] = {}
    for area in areas:
        groups.setdefault(area.name, []).append(area)

    def urgency(group: Sequence[HazardArea]) -> tuple[bool, int, float]:
        holds = any(validity[_id(area)] is Validity.HOLDS for area in group)
        return not holds, min(area.level.rank for area in group), -sum(sizes[_id(area)] for area in group)

    ordered = tuple(tuple(group) for group in sorted(groups.values(), key=urgency))
    return Arranged(tuple(areas), ordered, sizes, validity)


class HazardTree(QAbstractItemModel):
    """Names with the worst level first; a name with one area is one line. ``ticked`` are the ids asked about.

    An index below a name holds the name's place + 1, one at the top holds 0.
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown = Arranged()
        self._ticked: set[int] = set()

    @property
    def areas(self) -> Group:
        """Every area."""
        return self._shown.areas

    @property
    def groups(self) -> tuple[Group, ...]:
        """The areas by name, as they stand."""
        return self._shown.groups

    def show(self, found: Arranged) -> None:
        """Show areas: of new ones those that hold now are ticked, without any the ticks stay; at first the most urgent name is ticked."""
        before = self._shown
        self.beginResetModel()
        self._shown = found
        if before.areas:
            wanted = {one for one, validity in found.validity.items() if validity is Validity.HOLDS and one not in before.sizes}
        else:
            wanted = set(next(filter(None, map(self._holding, found.groups)), ()))
        self._ticked = wanted or (self._ticked & found.sizes.keys())
        self.endResetModel()

    @property
    def ticked(self) -> frozenset[int]:
        """Ids of the ticked areas."""
        return frozenset(self._ticked)

    def tick_all(self, is_ticked: bool) -> None:
        """Tick every area, or none."""
        self._tick(self.areas, is_ticked=is_ticked)

    def areas_at(self, index: Index) -> Group:
        """The areas of a line: one, or all of a name."""
        if not index.isValid():
            return ()
        place = int(index.internalId())
        return (self.groups[place - 1][index.row()],) if place else self.groups[index.row()]

    def validity(self, area: HazardArea) -> Validity:
        """Whether an area held when the list was filled."""
        return self._shown.validity[_id(area)]

    # What Qt asks

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if column or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, 0, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, child: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        place = int(child.internalId()) if child.isValid() else 0
        return self.createIndex(place - 1, 0, 0) if place else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(self.groups)
        if int(parent.internalId()):
            return 0
        count = len(self.groups[parent.row()])
        return count if count > 1 else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        return FLAGS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        areas = self.areas_at(index)
        if not areas:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(areas, is_below=bool(index.internalId()))
            case Qt.ItemDataRole.CheckStateRole:
                return self._state(areas)
            case Qt.ItemDataRole.ToolTipRole:
                return pieces.tip(_whole(areas[0]) if len(areas) == 1 else areas[0].name)
            case Qt.ItemDataRole.ForegroundRole if not self._holding(areas):
                return colour("muted", QGuiApplication.palette())
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self._tick(self.areas_at(index), is_ticked=Qt.CheckState(value) is not UNTICKED)
        return True

    # How it comes about

    def _tick(self, areas: Iterable[HazardArea], *, is_ticked: bool) -> None:
        ids = {_id(area) for area in areas}
        self._ticked = self._ticked | ids if is_ticked else self._ticked - ids
        if self.groups:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.groups) - 1, 0), [Qt.ItemDataRole.CheckStateRole])
        for place, group in enumerate(self.groups):
            if len(group) > 1 and any(_id(area) in ids for area in group):
                head = self.index(place, 0)
                self.dataChanged.emit(self.index(0, 0, head), self.index(len(group) - 1, 0, head), [Qt.ItemDataRole.CheckStateRole])

    def _state(self, areas: Sequence[HazardArea]) -> Qt.CheckState:
        count = sum(_id(area) in self._ticked for area in areas)
        return UNTICKED if not count else TICKED if count == len(areas) else SOME

    def _holding(self, areas: Iterable[HazardArea]) -> list[int]:
        return [_id(area) for area in areas if self.validity(area) is Validity.HOLDS]

    def _text(self, areas: Group, *, is_below: bool) -> str:
        if len(areas) > 1:
            return self._marked(areas, areas[0].name)
        [area] = areas
        values = {"level": area.level.caption, "size": f"{self._shown.sizes[_id(area)] / 1e6:,.2f}"}
        if is_below:
            return self._marked(areas, tr("{kind} {level} · {size} km²", kind=area.kind.caption, **values))
        return self._marked(areas, tr("{level} · {name} · {size} km²", name=area.name, **values))

    def _marked(self, areas: Group, line: str) -> str:
        """With a word before it when none of the areas holds."""
        found = {self.validity(area) for area in areas}
        if Validity.HOLDS in found:
            return line
        mark = Validity.NOT_YET if Validity.NOT_YET in found else Validity.EXPIRED
        return tr("[{mark}] {line}", mark=mark.caption, line=line)


def _whole(area: HazardArea) -> str:
    values = {"name": area.name, "origin": area.source}
    if not (area.valid_from or area.valid_to):
        return tr("{name}（{origin}）", **values)
    times = {"first": _moment(area.valid_from), "last": _moment(area.valid_to)}
    return tr("{name}（{origin}），有效期 {first} 至 {last}", **values, **times)


def _moment(text: str | None) -> str:
    return text.replace("T", " ") if text else tr("不限")


def _id(area: HazardArea) -> int:
    return int(area.id or 0)


def lines_of(model: HazardTree) -> Iterator[QModelIndex]:
    """Every line from the top down, names before what stands under them."""
    for row in range(model.rowCount()):
        head = model.index(row, 0)
        yield head
        yield from (model.index(below, 0, head) for below in range(model.rowCount(head)))
