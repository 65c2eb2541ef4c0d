"""The tables a county exports, one a kind; its grids, its families and the latest hazard run's list are made here."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from gisapp.domain.affected import CallRow
from gisapp.domain.lines import SLOTS, Slot
from gisapp.domain.person import Sex, age_on
from gisapp.errors import BadRequest
from gisapp.export import ground_tables, kept_tables, people_tables, place_tables
from gisapp.export.call_list import by_grid, call_columns, call_row
from gisapp.export.placed_table import Chosen, PlacedTable, notes_of
from gisapp.export.run_notes import run_notes
from gisapp.export.stored_run import stored_run
from gisapp.export.table import Column, Content, Row
from gisapp.language import tr
from gisapp.storage.ledger import export_lists, export_rows
from gisapp.storage.places import grids
from gisapp.storage.runs import stored_runs

Holder = tuple[str, str | None]
"""(name, phone)"""


class ExportKind(StrEnum):
    """What can be exported; the names are those of the import where it knows the kind."""

    GRIDS = "grids"
    HOUSEHOLDS = "households"
    RESIDENTS = "residents"
    HOUSES = "houses"
    SLOTS = "slots"
    CONTACTS = "contacts"
    DIVISIONS = "divisions"
    SETTLEMENTS = "settlements"
    HAZARDS = "hazards"
    SAFE_SITES = "safe-sites"
    ROADS = "roads"
    WATERWAYS = "waterways"
    ROOMS = "rooms"
    ATTRIBUTES = "attributes"
    INDICATORS = "indicators"
    AFFECTED = "affected"

    @property
    def caption(self) -> str:
        titles = (
            tr("网格"), tr("住户"), tr("人员"), tr("房屋"), tr("六岗"), tr("联系人"), tr("行政区划"), tr("安置点"), tr("风险区"),
            tr("避险点"), tr("道路"), tr("河流"), tr("安置房套房"), tr("户的附加属性"), tr("指标"), tr("最近一次研判的电话名单"),
        )  # fmt: skip
        return titles[tuple(ExportKind).index(self)]

    @property
    def has_place(self) -> bool:
        """Whether a line lies somewhere: else it cannot go into a map file."""
        return self not in (ExportKind.CONTACTS, ExportKind.INDICATORS)


def kind_from_text(text: str) -> ExportKind:
    """The kind of that name; raises BadRequest that lists them."""
    try:
        return ExportKind(text.strip().lower())
    except ValueError:
        kinds = "  ".join(ExportKind)
        raise BadRequest(tr("不认识导出内容“{text}”。", text=text), tr("可用的内容：{kinds}。", kinds=kinds)) from None


def county_table(connection: sqlite3.Connection, kind: ExportKind, chosen: Chosen) -> PlacedTable:
    """The lines of one kind with their places; raises BadRequest when no run is stored."""
    makers: Mapping[ExportKind, Callable[[sqlite3.Connection, Chosen], PlacedTable]] = {
        ExportKind.GRIDS: _grids,
        ExportKind.HOUSEHOLDS: _households,
        ExportKind.RESIDENTS: people_tables.residents,
        ExportKind.HOUSES: place_tables.houses,
        ExportKind.SLOTS: people_tables.slots,
        ExportKind.CONTACTS: people_tables.contacts,
        ExportKind.DIVISIONS: place_tables.divisions,
        ExportKind.SETTLEMENTS: place_tables.settlements,
        ExportKind.HAZARDS: place_tables.hazards,
        ExportKind.SAFE_SITES: place_tables.sites,
        ExportKind.ROADS: ground_tables.roads,
        ExportKind.WATERWAYS: ground_tables.waterways,
        ExportKind.ROOMS: ground_tables.rooms,
        ExportKind.ATTRIBUTES: kept_tables.attributes,
        ExportKind.INDICATORS: kept_tables.indicators,
        ExportKind.AFFECTED: _affected,
    }
    return makers[kind](connection, chosen)


def _grids(connection: sqlite3.Connection, chosen: Chosen) -> PlacedTable:
    inside = export_rows.grids_in(connection, chosen.place)
    figures = [grids.figures(connection, theme) for theme in ("relocated", "missing_slots", "hazard_homes")]
    found = [row for row in export_rows.grids(connection, chosen.day) if row[0] in inside]
    rows = [(*row[1:6], chosen.phone(row[6]), *row[7:13], *(figure.get(row[0], 0) for figure in figures)) for row in found]
    lines = zip(rows, (row[13] for row in found), strict=True)
    title = tr("网格名册")
    return PlacedTable("grids", title, _grid_columns(), lines, notes_of(connection, title, chosen), "MultiPolygon", len(found))


def _grid_columns() -> tuple[Column, ...]:
    texts = (
        Column("code", tr("网格编号"), 20),
        Column("name", tr("网格"), 18),
        Column("town", tr("镇"), 12),
        Column("village", tr("村/社区"), 16),
        Column("officer", tr("网格员"), 12),
        Column("officer_phone", tr("网格员电话"), 15),
    )
    counts = (
        ("houses", tr("房屋")), ("households", tr("户数")), ("residents", tr("人数")), ("elderly", tr("65岁及以上")),
        ("children", tr("6岁以下")), ("disabled", tr("残疾")), ("relocated", tr("搬迁户")), ("missing_slots", tr("缺岗户")),
        ("hazard_homes", tr("风险区内住房")),
    )  # fmt: skip
    return (*texts, *(Column(key, title, 11, Content.INTEGER) for key, title in counts))


def _households(connection: sqlite3.Connection, chosen: Chosen) -> PlacedTable:
    held = export_rows.holders(connection)
    lines = ((_family_row(row, held.get(row[0], {}), chosen), row[15]) for row in export_rows.families(connection, chosen.place))
    title, total = tr("户名册"), export_lists.how_many(connection, "household") if chosen.unit is None else None
    return PlacedTable("households", title, _household_columns(), lines, notes_of(connection, title, chosen), "Point", total)


def _family_row(row: tuple[Any, ...], held: Mapping[Slot, Holder], chosen: Chosen) -> Row:
    sex = Sex(row[3]).caption if row[3] else ""
    age = age_on(date.fromisoformat(row[4]), chosen.day) if row[4] else None
    shown = (_holder(held.get(slot), chosen) for slot in SLOTS)
    is_relocated = row[13] is not None
    return (
        row[1], row[2], sex, age, row[5], chosen.phone(row[6]), chosen.id_number(row[7]), *row[8:13],
        tr("是") if is_relocated else tr("否"), row[13] or "", row[14], *shown,
    )  # fmt: skip


def _holder(holder: Holder | None, chosen: Chosen) -> str:
    return "" if holder is None else tr("{name} {phone}", name=holder[0], phone=chosen.phone(holder[1])).strip()


def _household_columns() -> tuple[Column, ...]:
    fixed = (
        Column("code", tr("户编号"), 20),
        Column("head", tr("户主"), 10),
        Column("sex", tr("性别"), 6),
        Column("age", tr("年龄"), 6, Content.INTEGER),
        Column("residents", tr("人数"), 6, Content.INTEGER),
        Column("phone", tr("电话"), 14),
        Column("id_number", tr("证件号码"), 22),
        Column("number", tr("门牌"), 28),
        Column("grid_code", tr("网格编号"), 18),
        Column("grid", tr("网格"), 16),
        Column("village", tr("村/社区"), 14),
        Column("town", tr("镇"), 11),
        Column("relocated", tr("搬迁户"), 8),
        Column("relocated_on", tr("搬迁日期"), 12, Content.DATE),
        Column("origin", tr("户籍村"), 14),
    )
    return (*fixed, *(Column(slot.code.replace("/", "_"), slot.caption, 22) for slot in SLOTS))


def _affected(connection: sqlite3.Connection, chosen: Chosen) -> PlacedTable:
    run = stored_run(connection, is_revealed=chosen.is_revealed)
    inside = None if chosen.place is None else export_rows.houses_in(connection, chosen.place)
    calls: list[CallRow] = [call for call in by_grid(run.calls) if inside is None or call.house in inside]
    points = dict(_house_points(connection, run.id))
    notes = run_notes(connection, run, is_revealed=chosen.is_revealed)
    lines = ((call_row(call), points.get(call.house)) for call in calls)
    return PlacedTable("affected", tr("电话名单"), call_columns(), lines, notes, "Point", len(calls))


def _house_points(connection: sqlite3.Connection, run_id: int) -> Iterator[tuple[int, bytes]]:
    ids, _, blobs = stored_runs.house_points(connection, run_id)
    return zip(ids, blobs, strict=True)
