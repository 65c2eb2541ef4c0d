"""Damaged houses: read with their place, families and how far the work is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from json import dumps
from typing import NamedTuple

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
from gisapp.domain.ids import GridId, HouseholdId, HouseId
from gisapp.storage.places.divisions import LIVING


class Tie(NamedTuple):
    """A family of a damaged house."""

    household: int
    code: str
    head: str
    people: int


_CHOSEN = "(SELECT value FROM json_each(:ids))"
_STANDS = "LEFT JOIN house h ON h.uid = d.house_uid LEFT JOIN former_house f ON f.uid = d.house_uid"
_TIES = (
    "WITH place AS MATERIALIZED (SELECT d.id AS damage, d.reported_on, h.id AS house, f.id AS former"
    f" FROM damage d {_STANDS} WHERE d.id IN {_CHOSEN}), tie AS ("
    "SELECT p.damage, p.reported_on, m.household_id AS household, m.from_date, m.to_date"
    "  FROM place p CROSS JOIN home m ON m.house_id = p.house AND m.to_date IS NULL UNION ALL"
    " SELECT p.damage, p.reported_on, m.household_id, m.from_date, m.to_date"
    "  FROM place p CROSS JOIN home m ON m.house_id = p.house AND m.to_date IS NOT NULL UNION ALL"
    " SELECT p.damage, p.reported_on, m.household_id, m.from_date, m.to_date FROM place p CROSS JOIN home m ON m.former_house_id = p.former)"
)
"""Every home of a family, present and past, in the houses of damages: each kind by the index it has."""
_ROWS = (
    f"WITH living AS ({LIVING})"
    " SELECT d.id, d.house_uid, h.id, coalesce(h.number, f.number, ''), g.id, coalesce(g.name, ''), v.id, coalesce(v.name, ''), t.id,"
    "  coalesce(t.name, ''), d.event_id, coalesce(e.name, ''), d.reported_on, d.state, d.grade, d.note, d.way, d.planned_on, d.begun_on,"
    "  d.finished_on, d.contact_id, coalesce(c.name, ''), (SELECT count(*) FROM damage_photo p WHERE p.damage_id = d.id)"
    f" FROM damage d {_STANDS} LEFT JOIN grid g ON g.id = CASE WHEN h.id IS NULL THEN f.grid_id ELSE h.grid_id END"
    " LEFT JOIN living l ON l.id = g.division_id LEFT JOIN division v ON v.id = l.today LEFT JOIN division t ON t.id = v.parent_id"
    " LEFT JOIN damage_event e ON e.id = d.event_id LEFT JOIN contact c ON c.id = d.contact_id"
)
_ORDER = " ORDER BY t.code IS NULL, t.code, v.code, g.code, 4, d.id"


class _Row(NamedTuple):
    """One damage as it is read."""

    id: int
    house_uid: str
    house: int | None
    number: str
    grid_id: int | None
    grid: str
    village_id: int | None
    village: str
    town_id: int | None
    town: str
    event: int | None
    event_name: str
    reported_on: str
    state: str
    grade: str
    note: str
    way: str | None
    planned_on: str | None
    begun_on: str | None
    finished_on: str | None
    contact: int | None
    contact_name: str
    photos: int


def rows(connection: sqlite3.Connection, stages: Stages, damage_ids: Sequence[int] | None = None) -> list[Damage]:
    """Damages (None = all) in order of town, village, grid and number; ``stages`` are the county's lists."""
    chosen = "" if damage_ids is None else f" WHERE d.id IN {_CHOSEN}"
    found = [_Row._make(row) for row in connection.execute(f"{_ROWS}{chosen}{_ORDER}", {"ids": dumps(list(damage_ids or ()))})]
    ids = [one.id for one in found]
    ties, recorded = families(connection, ids), stage_lines(connection, ids)
    return [_damage(one, ties.get(one.id, ()), recorded.get(one.id, ()), stages) for one in found]


def _damage(r: _Row, ties: Sequence[Tie], recorded: Sequence[StageLine], stages: Stages) -> Damage:
    way = RebuildWay(r.way) if r.way else None
    return Damage(
        id=r.id, house_uid=r.house_uid, house=HouseId(r.house) if r.house is not None else None, number=r.number,
        grid_id=GridId(r.grid_id) if r.grid_id is not None else None, grid=r.grid, village_id=r.village_id, village=r.village,
        town_id=r.town_id, town=r.town, event=r.event, event_name=r.event_name, reported_on=r.reported_on, state=DamageState(r.state),
        grade=DamageGrade(r.grade), note=r.note, way=way, planned_on=r.planned_on, begun_on=r.begun_on, finished_on=r.finished_on,
        contact=r.contact, contact_name=r.contact_name, families=tuple(HouseholdId(tie.household) for tie in ties),
        codes=tuple(tie.code for tie in ties), heads=tuple(tie.head for tie in ties), people=sum(tie.people for tie in ties),
        stage=last_begun(lined_up(recorded, stages[way])) if way else "", photos=r.photos,
    )  # fmt: skip


def count_all(connection: sqlite3.Connection) -> int:
    """All damages."""
    return int(connection.execute("SELECT count(*) FROM damage").fetchone()[0])


def count_open(connection: sqlite3.Connection) -> int:
    """Damages whose work is not finished."""
    return int(connection.execute("SELECT count(*) FROM damage WHERE finished_on IS NULL AND grade <> 'none'").fetchone()[0])


def count_unverified(connection: sqlite3.Connection) -> int:
    """Damages that nobody has verified, or that somebody objects to."""
    return int(connection.execute("SELECT count(*) FROM damage WHERE state <> 'verified'").fetchone()[0])


def families(connection: sqlite3.Connection, damage_ids: Sequence[int]) -> dict[int, list[Tie]]:
    """damage -> the families at home in its house when it was reported; where nobody was, those at home there now."""
    found = connection.execute(
        f"{_TIES} SELECT DISTINCT damage, household, from_date <= reported_on AND coalesce(to_date, '9999-12-31') > reported_on, to_date IS NULL"
        " FROM tie ORDER BY damage, household",
        {"ids": dumps(list(damage_ids))},
    ).fetchall()
    living = _living(connection, {row[1] for row in found})
    then: dict[int, dict[int, Tie]] = {}
    now: dict[int, dict[int, Tie]] = {}
    for damage, household, was_home, is_home in found:
        if household not in living:
            continue
        if was_home:
            then.setdefault(damage, {})[household] = living[household]
        if is_home:
            now.setdefault(damage, {})[household] = living[household]
    return {damage: list((then.get(damage) or now[damage]).values()) for damage in then.keys() | now.keys()}


def _living(connection: sqlite3.Connection, household_ids: Iterable[int]) -> dict[int, Tie]:
    """Those of the families that have not ended. Asked for by id: joined to the homes, SQLite would go through every family of the county."""
    found = connection.execute(
        "SELECT k.id, k.code, coalesce(r.name, ''), (SELECT count(*) FROM resident p WHERE p.household_id = k.id AND p.left_on IS NULL)"
        " FROM household k LEFT JOIN resident r ON r.household_id = k.id AND r.relation = 'head' AND r.left_on IS NULL"
        f" WHERE k.id IN {_CHOSEN} AND k.ended_on IS NULL",
        {"ids": dumps(sorted(household_ids))},
    )
    return {row[0]: Tie(*row) for row in found}


def of_household(connection: sqlite3.Connection, household_id: int) -> list[int]:
    """Ids of the damages of a family's houses, those of a house it left before or came to later left out; the latest first."""
    found = connection.execute(
        "WITH mine AS MATERIALIZED (SELECT h.uid FROM home m JOIN house h ON h.id = m.house_id WHERE m.household_id = :family"
        " UNION SELECT f.uid FROM home m JOIN former_house f ON f.id = m.former_house_id WHERE m.household_id = :family)"
        " SELECT d.id FROM mine CROSS JOIN damage d ON d.house_uid = mine.uid ORDER BY d.reported_on DESC, d.id DESC",
        {"family": household_id},
    )
    ids = [row[0] for row in found]
    ties = families(connection, ids)
    return [one for one in ids if any(tie.household == household_id for tie in ties.get(one, ()))]


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
