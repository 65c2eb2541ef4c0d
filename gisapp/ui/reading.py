"""What panels read of the county, put together from storage: one function a question, no SQL."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from gisapp.domain.cards import ContactLine, HouseholdRow, PeopleCounts, Unit
from gisapp.domain.change import Kind
from gisapp.domain.entrances import ENTRANCE, FLOOR, building_of, common_name, entrance_id, floor_id, is_part
from gisapp.domain.gaps import SlotGap
from gisapp.language import tr
from gisapp.services.contacts.explain_gaps import explain_gaps
from gisapp.storage.contacts import contacts, slots
from gisapp.storage.contacts.completeness import flats as flats_of_families
from gisapp.storage.county import counts, hits
from gisapp.storage.families import households
from gisapp.storage.places import house_lists, units
from gisapp.ui.flow_reading import FLOW, families_of_flows, title_of_flows
from gisapp.ui.tables.lists import GapRow


@dataclass(frozen=True, slots=True)
class Completeness:
    """Relocated families of a site or building, and how many of them miss a slot."""

    families: int
    incomplete: int

    @property
    def share(self) -> float:
        """The part of the families with all six slots, 0 to 1."""
        return 1.0 if not self.families else 1.0 - self.incomplete / self.families


def families_at_house(connection: sqlite3.Connection, house: int) -> list[int]:
    """Families with a current home in a house, those at home there first."""
    at_home = households.in_unit(connection, "house", house)
    return at_home or households.with_home_in(connection, [house])


def homes_of(connection: sqlite3.Connection, family: int) -> list[int]:
    """The standing houses of a family, the one lived in now first."""
    return [int(home.house_id) for home in households.homes(connection, family) if home.house_id is not None]


def families_of(connection: sqlite3.Connection, kind: str, ids: Sequence[int]) -> list[int]:
    """Families at home in units or houses (where none is, those with an origin home there), or the families themselves."""
    if kind == Kind.HOUSEHOLD:
        return [int(one) for one in ids]
    if kind == Kind.HOUSE and len(ids) == 1:
        return families_at_house(connection, ids[0])
    if kind == FLOW:
        return families_of_flows(connection, ids)
    if kind == Kind.HOUSE:
        return households.at_home_in(connection, ids) or households.with_home_in(connection, ids)
    found = [family for one in ids for family in households.in_unit(connection, kind, one)]
    return list(dict.fromkeys(found))


def place_around(connection: sqlite3.Connection, kind: str, ids: Sequence[int]) -> tuple[str, tuple[int, ...]]:
    """The grid a single family lives in, so that it is shown among its neighbours; anything else is its own place."""
    if kind == Kind.HOUSEHOLD and len(ids) == 1:
        grids = [int(home.grid_id) for home in households.homes(connection, ids[0]) if home.grid_id is not None]
        return ("grid", (grids[0],)) if grids else (kind, tuple(ids))
    return kind, tuple(ids)


def family_rows(connection: sqlite3.Connection, kind: str, ids: Sequence[int]) -> list[HouseholdRow]:
    """The families of units, houses or ids as rows."""
    return households.rows(connection, families_of(connection, kind, ids))


def relocated_rows(connection: sqlite3.Connection) -> list[HouseholdRow]:
    """Every relocated family as a row."""
    return households.rows(connection, households.relocated(connection))


def gap_rows(connection: sqlite3.Connection, kind: str, ids: Sequence[int]) -> list[GapRow]:
    """Relocated families missing a slot with the reasons, most gaps first; of the whole county when ``kind`` is empty."""
    chosen = families_of(connection, kind, ids) if kind else None
    gaps: dict[int, list[SlotGap]] = {}
    for gap in explain_gaps(connection, chosen):
        gaps.setdefault(gap.household, []).append(gap)
    rows = [_gap_row(row, gaps[int(row.id)]) for row in households.rows(connection, list(gaps))]
    return sorted(rows, key=lambda row: (-len(row.missing), -row.days))


def _gap_row(row: HouseholdRow, gaps: Sequence[SlotGap]) -> GapRow:
    return GapRow(row, tuple(gap.slot for gap in gaps), tuple(gaps))


def completeness(connection: sqlite3.Connection) -> dict[tuple[str, int], Completeness]:
    """How complete the slots are in each settlement site, building, entrance and floor where a relocated family lives."""
    missing = {family for family, _ in slots.incomplete(connection, None)}
    every: Counter[tuple[str, int]] = Counter()
    lacking: Counter[tuple[str, int]] = Counter()
    for family, site, building, unit, floor in flats_of_families(connection):
        entrance, storey = entrance_id(building, unit), floor_id(building, unit, floor)
        places = ((Kind.SETTLEMENT.value, site), ("building", building), (ENTRANCE, entrance), (FLOOR, storey))
        every.update(places)
        if family in missing:
            lacking.update(places)
    return {place: Completeness(count, lacking[place]) for place, count in every.items()}


def settlements(connection: sqlite3.Connection) -> list[Unit]:
    """Settlement sites, their buildings, entrances and floors, as a tree of their own."""
    return [replace(unit, parent=None) if unit.kind == "settlement_site" else unit for unit in units.settling(connection)]


def count_people(connection: sqlite3.Connection, kind: str, ids: Sequence[int]) -> PeopleCounts:
    """Figures over units or houses; several units are counted by their houses, each once."""
    day = date.today()
    if len(ids) == 1 and kind == Kind.GRID:
        return counts.people_in_grid(connection, ids[0], day)
    if len(ids) == 1 and kind == Kind.DIVISION:
        return counts.people_in_division(connection, ids[0], day)
    return counts.people_in_houses(connection, house_lists.in_units(connection, kind, ids), day)


def title_of(connection: sqlite3.Connection, kind: str, thing: int) -> tuple[str, str]:
    """(title, detail) of one unit, house or site."""
    if is_part(kind):
        return _part_title(connection, kind, (thing,))
    if kind == "building":
        building = units.site_of(connection, thing)
        return (building[0], building[2]) if building else ("", "")
    rows = hits.describe(connection, Kind(kind), [thing])
    return (rows[0][1], rows[0][2]) if rows else ("", "")


def title_of_place(connection: sqlite3.Connection, kind: str, ids: Sequence[int]) -> str:
    """What one place or a set of them is called; the whole county when ``kind`` is empty."""
    if not kind:
        return tr("全县")
    if kind == FLOW:
        return title_of_flows(connection, ids)
    if is_part(kind) and common_name(kind, ids):
        return _part_title(connection, kind, ids)[0]
    if len(ids) == 1 and kind != Kind.HOUSEHOLD:
        return title_of(connection, kind, ids[0])[0]
    return title_of_many(kind, len(ids))


def _part_title(connection: sqlite3.Connection, kind: str, ids: Sequence[int]) -> tuple[str, str]:
    name, site = title_of(connection, "building", building_of(kind, ids[0]))
    return tr("{building} {part}", building=name, part=common_name(kind, ids)), site


def title_of_many(kind: str, count: int) -> str:
    """What a set is called."""
    if kind == Kind.GRID:
        return tr("选中 {count} 个网格", count=f"{count:,}")
    if kind == Kind.HOUSEHOLD:
        return tr("选中 {count} 户", count=f"{count:,}")
    return tr("选中 {count} 处", count=f"{count:,}")


def contact(connection: sqlite3.Connection, contact_id: int) -> ContactLine | None:
    """One contact."""
    return contacts.by_id(connection, contact_id)
