"""Roads and rivers of a map against the county's: what is there already stays, what was redrawn is brought up to date."""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from gisapp.domain.change import Kind
from gisapp.domain.ids import new_uid
from gisapp.domain.ledger import LedgerKind
from gisapp.domain.written import tidy
from gisapp.language import tr
from gisapp.services.ledger.outcome import Difference, LedgerPlan, RowRefused, Writes
from gisapp.services.ledger.place_rows import PlaceRegister, alteration, insertion, name_of
from gisapp.services.ledger.place_shift import ask_about_lines
from gisapp.services.ledger.table import LedgerTable
from gisapp.services.ledger.watch import Watch
from gisapp.storage.ledger import ledger_facts
from gisapp.storage.places import layers

WAY = ("id", "geom", "uid", "name", "rank")
ROUNDED_M = 0.1
_LOWEST = 3
_ROAD_WORDS = (
    (1, ("高速", "国道", "一级", "motorway", "trunk", "primary", "主干", "快速")),
    (2, ("省道", "县道", "二级", "三级", "secondary", "tertiary", "次干", "干道")),
    (3, ("乡道", "村道", "四级", "等外", "residential", "unclassified", "track", "service", "path", "footway", "living", "支路", "机耕")),
)
_WATER_WORDS = (
    (1, ("江", "干流", "一级", "river", "大河")),
    (2, ("二级", "支流", "stream", "canal", "运河", "中河")),
    (3, ("沟", "渠", "溪", "三级", "四级", "ditch", "drain", "brook", "小河")),
)
_ROAD_CODE = re.compile(r"\b([GSXYCgsxyc])\d{1,4}\b")
_BY_CODE = (("G", 1), ("S", 2), ("X", 2), ("Y", 3), ("C", 3))


@dataclass(slots=True)
class _Way:
    """One row: ``key`` is its line, coordinates rounded."""

    row: int
    name: str
    rank: int
    shape: shapely.Geometry
    key: bytes
    known: int = 0


def plan_ways(connection: sqlite3.Connection, table: LedgerTable, *, watch: Watch) -> LedgerPlan:
    """What becomes of every row of a layer of roads or rivers. Raises CrsAsked when all lie beside where they belong."""
    register = PlaceRegister(connection, table, watch)
    is_road = table.kind is LedgerKind.ROADS
    found = _read(register, is_road=is_road)
    known = layers.roads(connection) if is_road else layers.waterways(connection)
    facts = dict(zip(known.ids.tolist(), zip(known.names, map(int, known.ranks), strict=True), strict=True))
    keys = dict(zip(known.ids.tolist(), _keys(known.geometries), strict=True))
    _match(found, facts, keys)
    _refuse_shift(register, found, dict(zip(known.ids.tolist(), known.geometries.tolist(), strict=True)))
    kind, name = (Kind.ROAD, "road") if is_road else (Kind.WATERWAY, "waterway")
    return register.plan(_writes(register, connection, found, facts, keys, table=name), (kind,))


def _refuse_shift(register: PlaceRegister, found: Sequence[_Way], known: dict[int, shapely.Geometry]) -> None:
    """All lines lie beside where they belong: ask."""
    shapes = register.table.shapes
    if shapes is None or shapes.is_chosen:
        return
    against = tr("县里已有的道路") if register.table.kind is LedgerKind.ROADS else tr("县里已有的河流")
    pairs = [(one.shape, known[one.known]) for one in found if one.known]
    ask_about_lines(
        [one.shape for one in found], register.ground, shapes.source, known=pairs, against=against, go_on=lambda: register.watch.done(1, 2)
    )


def rank_of(text: str, name: str, *, is_road: bool) -> int:
    """1 to 3 from what a row calls the class, else from the name, else the lowest; a number is taken as it is."""
    plain = tidy(text).lower()
    if re.fullmatch(r"[1-9](\.0+)?", plain):
        return min(int(plain[0]), _LOWEST)
    for written in (plain, tidy(name)):
        if is_road and (code := _ROAD_CODE.search(written)):
            return dict(_BY_CODE)[code[1].upper()]
        for rank, words in _ROAD_WORDS if is_road else _WATER_WORDS:
            if written and any(written.endswith(word) if written is not plain else word in written for word in words):
                return rank
    return 2 if not is_road and name.endswith("河") else _LOWEST


def _read(register: PlaceRegister, *, is_road: bool) -> list[_Way]:
    rows = []
    for row in register.rows():
        try:
            if row.shape is None:
                raise RowRefused(tr("没有图形"))
            name = name_of(row.texts)
            rows.append(_Way(row.row, name, rank_of(row.texts.get("rank", ""), name, is_road=is_road), row.shape, b""))
        except RowRefused as error:
            register.refuse(row.row, error)
    for way, key in zip(rows, _keys(np.array([*(one.shape for one in rows), None], dtype=object)[:-1]), strict=True):
        way.key = key
    return rows


def _keys(shapes: Any) -> list[bytes]:
    """Lines as they are compared: rounded, parts in one order, a single part like a whole of one part."""
    rounded = shapely.normalize(shapely.transform(shapes, lambda xy: np.round(xy / ROUNDED_M)))
    is_single = shapely.get_num_geometries(rounded) == 1
    rounded[is_single] = shapely.get_geometry(rounded[is_single], 0)
    return [bytes(one) if one else b"" for one in shapely.to_wkb(rounded)]


def _match(found: Sequence[_Way], facts: dict[int, tuple[str, int]], keys: dict[int, bytes]) -> None:
    """The same line first; then the only line of a name in the file and the only one left of it in the county."""
    by_key: dict[bytes, list[int]] = defaultdict(list)
    for way in reversed(facts):
        by_key[keys[way]].append(way)
    for one in found:
        if by_key[one.key]:
            same = [way for way in by_key[one.key] if facts[way][0] == one.name] or by_key[one.key]
            one.known = same[-1]
            by_key[one.key].remove(one.known)
    taken = {one.known for one in found}
    free: dict[str, list[int]] = defaultdict(list)
    for way, (name, _) in facts.items():
        if way not in taken and name:
            free[name].append(way)
    waiting: dict[str, list[_Way]] = defaultdict(list)
    for one in found:
        if not one.known and one.name:
            waiting[one.name].append(one)
    for name, ways in waiting.items():
        if len(ways) == len(free[name]) == 1:
            ways[0].known = free[name][0]


def _writes(
    register: PlaceRegister, connection: sqlite3.Connection, found: Sequence[_Way], facts: dict[int, tuple[str, int]],
    keys: dict[int, bytes], *, table: str,
) -> Writes:  # fmt: skip
    number = ledger_facts.highest_id(connection, table)
    added: list[tuple[Any, ...]] = []
    changed: list[tuple[int, dict[str, Any]]] = []
    for one in found:
        if not one.known:
            number += 1
            added.append((number, register.encoded(one.shape), new_uid(), one.name, one.rank))
            register.decide(one.row, one.name, (), is_new=True)
            continue
        name, rank = facts[one.known]
        values: dict[str, Any] = {}
        told: list[Difference] = []
        if one.name and one.name != name:
            values["name"] = one.name
            told.append(register.difference("name", name, one.name))
        if one.rank != rank:
            values["rank"] = one.rank
            told.append(register.difference("rank", str(rank), str(one.rank)))
        if one.key != keys[one.known]:
            values["geom"] = register.encoded(one.shape)
            told.append(Difference(tr("走向"), "", tr("长 {km:,.1f} 公里", km=one.shape.length / 1_000)))
        if values:
            changed.append((one.known, values))
        register.decide(one.row, one.name or name, told, is_new=False)
    return Writes((), insertion(table, WAY, added), alteration(table, changed))
