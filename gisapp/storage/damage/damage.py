"""Damaged houses: read with their place, families and how far the work is."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from json import dumps
from typing import Any

from gisapp.domain.damage import (
    Damage,
    DamageEvent,
    DamageGrade,
    DamagePhoto,
    DamageState,
    KeptStay,
    RebuildWay,
    StageLine,
    Stages,
    StateLine,
    Stay,
    last_begun,
    lined_up,
)
from gisapp.domain.ids import HouseholdId
from gisapp.storage.damage.damaged_families import Tie, families
from gisapp.storage.places.divisions import LIVING

_CHOSEN = "(SELECT value FROM json_each(:ids))"
_STANDS = "LEFT JOIN house h ON h.uid = d.house_uid LEFT JOIN former_house f ON f.uid = d.house_uid"
_ROWS = (
    f"WITH living AS ({LIVING})"
    " SELECT d.id, d.house_uid, h.id AS house, coalesce(h.number, f.number, '') AS number, g.id AS grid_id, coalesce(g.name, '') AS grid,"
    "  v.id AS village_id, coalesce(v.name, '') AS village, t.id AS town_id, coalesce(t.name, '') AS town, d.event_id AS event,"
    "  coalesce(e.name, '') AS event_name, d.reported_on, d.state, d.grade, d.note, d.way, d.planned_on, d.begun_on, d.finished_on,"
    "  d.contact_id AS contact, coalesce(c.name, '') AS contact_name,"
    "  (SELECT count(*) FROM damage_photo p WHERE p.damage_id = d.id) AS photos"
    f" FROM damage d {_STANDS} LEFT JOIN grid g ON g.id = CASE WHEN h.id IS NULL THEN f.grid_id ELSE h.grid_id END"
    " LEFT JOIN living l ON l.id = g.division_id LEFT JOIN division v ON v.id = l.today LEFT JOIN division t ON t.id = v.parent_id"
    " LEFT JOIN damage_event e ON e.id = d.event_id LEFT JOIN contact c ON c.id = d.contact_id"
)
_ORDER = " ORDER BY t.code IS NULL, t.code, v.code, g.code, 4, d.id"


def rows(connection: sqlite3.Connection, stages: Stages, damage_ids: Sequence[int] | None = None) -> list[Damage]:
    """Damages (None = all) in order of town, village, grid and number; ``stages`` are the county's lists."""
    chosen = "" if damage_ids is None else f" WHERE d.id IN {_CHOSEN}"
    cursor = connection.execute(f"{_ROWS}{chosen}{_ORDER}", {"ids": dumps(list(damage_ids or ()))})
    names = [column[0] for column in cursor.description]
    found = [dict(zip(names, row, strict=True)) for row in cursor]
    ids = [one["id"] for one in found]
    ties, recorded = families(connection, ids), stage_lines(connection, ids)
    return [_damage(one, ties.get(one["id"], ()), recorded.get(one["id"], ()), stages) for one in found]


def _damage(row: dict[str, Any], ties: Sequence[Tie], recorded: Sequence[StageLine], stages: Stages) -> Damage:
    """The columns are the fields of a Damage by name; the rest follows from its families and its stages."""
    way = RebuildWay(row["way"]) if row["way"] else None
    row.update(
        state=DamageState(row["state"]), grade=DamageGrade(row["grade"]), way=way,
        families=tuple(HouseholdId(tie.household) for tie in ties), codes=tuple(tie.code for tie in ties),
        heads=tuple(tie.head for tie in ties), people=sum(tie.people for tie in ties),
        stage=last_begun(lined_up(recorded, stages[way])) if way else "",
    )  # fmt: skip
    return Damage(**row)


def count_all(connection: sqlite3.Connection) -> int:
    """All damages."""
    return int(connection.execute("SELECT count(*) FROM damage").fetchone()[0])


def count_open(connection: sqlite3.Connection) -> int:
    """Damages whose work is not finished."""
    return int(connection.execute("SELECT count(*) FROM damage WHERE finished_on IS NULL AND grade <> 'none'").fetchone()[0])


def count_unverified(connection: sqlite3.Connection) -> int:
    """Damages that nobody has verified, or that somebody objects to."""
    return int(connection.execute("SELECT count(*) FROM damage WHERE state <> 'verified'").fetchone()[0])


def of_houses(connection: sqlite3.Connection, house_ids: Sequence[int]) -> dict[int, list[int]]:
    """standing house -> its damages, the latest first; houses without any are left out."""
    found: dict[int, list[int]] = {}
    query = f"SELECT h.id, d.id FROM house h JOIN damage d ON d.house_uid = h.uid WHERE h.id IN {_CHOSEN} ORDER BY d.reported_on DESC, d.id DESC"
    for house, damage in connection.execute(query, {"ids": dumps(list(house_ids))}):
        found.setdefault(house, []).append(damage)
    return found


def of_event(connection: sqlite3.Connection, house_uids: Sequence[str], event: int | None) -> dict[str, tuple[int, bool]]:
    """house uid -> (id, is open) of its latest damage in the event (None = in no event), an open one first."""
    found = connection.execute(
        f"SELECT house_uid, id, finished_on IS NULL AS is_open FROM damage WHERE event_id IS :event AND house_uid IN {_CHOSEN}"
        " ORDER BY is_open, reported_on, id",
        {"event": event, "ids": dumps(list(house_uids))},
    )
    return {row[0]: (row[1], bool(row[2])) for row in found}


def states(connection: sqlite3.Connection, damage_id: int) -> tuple[StateLine, ...]:
    """The states of a damage, the first one first."""
    found = connection.execute(
        "SELECT state, grade, on_date, who, note FROM damage_state WHERE damage_id = ? ORDER BY on_date, id", (damage_id,)
    )
    return tuple(StateLine(DamageState(r[0]), DamageGrade(r[1]), r[2], r[3], r[4]) for r in found)


def last_state_days(connection: sqlite3.Connection, damage_ids: Sequence[int]) -> dict[int, str]:
    """damage -> the day of its latest state."""
    query = f"SELECT damage_id, max(on_date) FROM damage_state WHERE damage_id IN {_CHOSEN} GROUP BY damage_id"
    return dict(connection.execute(query, {"ids": dumps(list(damage_ids))}).fetchall())


def stage_lines(connection: sqlite3.Connection, damage_ids: Sequence[int]) -> dict[int, list[StageLine]]:
    """damage -> the stages that were recorded, in no order of work."""
    found: dict[int, list[StageLine]] = {}
    query = f"SELECT damage_id, stage, begun_on, finished_on FROM damage_stage WHERE damage_id IN {_CHOSEN} ORDER BY damage_id, id"
    for damage, *line in connection.execute(query, {"ids": dumps(list(damage_ids))}):
        found.setdefault(damage, []).append(StageLine(line[0], line[1], line[2]))
    return found


def stage_ids(connection: sqlite3.Connection) -> dict[tuple[int, str], int]:
    """(damage, stage) -> the row of every stage that was recorded."""
    return {(row[1], row[2]): row[0] for row in connection.execute("SELECT id, damage_id, stage FROM damage_stage")}


def stays(connection: sqlite3.Connection, damage_id: int) -> tuple[Stay, ...]:
    """Where the families of a damage lived and live meanwhile, family by family, the latest first."""
    found = connection.execute(
        "SELECT s.id, k.id, k.code, coalesce(r.name, ''), s.address, s.from_date, s.to_date FROM damage_stay s"
        " JOIN household k ON k.id = s.household_id LEFT JOIN resident r ON r.household_id = k.id AND r.relation = 'head' AND r.left_on IS NULL"
        " WHERE s.damage_id = ? ORDER BY k.id, s.from_date DESC, s.id DESC",
        (damage_id,),
    )
    return tuple(Stay(r[0], HouseholdId(r[1]), r[2], r[3], r[4], r[5], r[6]) for r in found)


def addresses(connection: sqlite3.Connection) -> dict[int, list[tuple[int, str]]]:
    """damage -> (family, address) of everybody who lives elsewhere meanwhile, by family."""
    found: dict[int, list[tuple[int, str]]] = {}
    rows = connection.execute("SELECT damage_id, household_id, address FROM damage_stay WHERE to_date IS NULL ORDER BY household_id")
    for damage, family, address in rows:
        found.setdefault(damage, []).append((family, address))
    return found


def every_stay(connection: sqlite3.Connection) -> dict[int, list[KeptStay]]:
    """family -> its stays, whatever damage they are of."""
    found: dict[int, list[KeptStay]] = {}
    for family, *row in connection.execute("SELECT household_id, id, damage_id, address, from_date, to_date FROM damage_stay ORDER BY id"):
        found.setdefault(family, []).append(KeptStay(*row))
    return found


def photos(connection: sqlite3.Connection, damage_id: int) -> tuple[DamagePhoto, ...]:
    """The photos of a damage without their pictures, the earliest taken first."""
    found = connection.execute(
        "SELECT d.id, p.sha256, d.name, d.taken_at, d.longitude, d.latitude, d.distance_m, p.width, p.height, d.added_on, d.added_by"
        " FROM damage_photo d JOIN photo p ON p.sha256 = d.photo_sha256 WHERE d.damage_id = ? ORDER BY d.taken_at IS NULL, d.taken_at, d.id",
        (damage_id,),
    )
    return tuple(DamagePhoto(*row) for row in found)


def events(connection: sqlite3.Connection) -> list[DamageEvent]:
    """Every event, the latest first."""
    found = connection.execute("SELECT id, name, from_date, to_date, run_id FROM damage_event ORDER BY from_date DESC, id DESC")
    return [DamageEvent(*row) for row in found]


def first_report_of(connection: sqlite3.Connection, event_id: int) -> str | None:
    """The day of the first report in an event; None without any."""
    day = connection.execute("SELECT min(reported_on) FROM damage WHERE event_id = ?", (event_id,)).fetchone()[0]
    return str(day) if day is not None else None
