"""Damaged houses of the made-up county a year after a made-up rain: most are restored, some are not, a few are overdue.

How many need restoring and how many are finished are the figures published for Hanyin after the rains of 2021 (489 and 461); which
houses, grades, ways and dates is made up, and every note says so.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.domain.damage import PRESET_STAGES, DamageGrade, DamageState, RebuildWay
from gisapp.domain.hazard import HazardKind
from gisapp.services.sample.county import County
from gisapp.services.sample.rows import Days, ids, iso, or_none, uids
from gisapp.services.sample.scale import COUNTY
from gisapp.services.sample.write_places import HOUSE
from gisapp.storage.county import bulk

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

EVENT, DAMAGE, STATE, STAGE = range(41, 45)
TO_RESTORE, FINISHED, UNDAMAGED = 489, 461, 21
LEAST = 12
IN_FLOOD_SHARE = 0.55
RAIN_MONTH, RAIN_DAY, RAIN_DAYS, DAYS_AGO = 7, 10, 2, 360
COLLAPSED, SERIOUS, MODERATE, NONE = range(4)
REPAIR, REBUILD, RESETTLE = range(3)
GRADES, WAYS = tuple(DamageGrade), tuple(RebuildWay)
GRADE_SHARES = (0.3, 0.42, 0.28)
WAY_SHARES = ((0.0, 0.8, 0.2), (0.55, 0.35, 0.1), (1.0, 0.0, 0.0))
WORK_DAYS = ((20, 90), (120, 240), (40, 150))
"""Of each way, from the begin to the finish."""
NOTES = (
    ("示例：山墙倒塌，屋顶塌落。", "示例：后坡滑塌，房屋倒塌。", "示例：洪水冲垮主墙。"),
    ("示例：墙体开裂，不能居住。", "示例：地基下沉，墙角开裂。", "示例：屋架变形。"),
    ("示例：屋面漏雨，瓦片脱落。", "示例：进水，地面和墙根受损。", "示例：院墙倒塌，主屋完好。"),
    ("示例：到场查看，没有受损。",),
)
NEVER = np.datetime64("NaT", "D")


@dataclass(frozen=True, slots=True)
class Damages:
    """One entry a damage, in order of the report: ``state`` numbers DamageState, ``way`` is -1 where none was chosen."""

    house: Ints
    grade: Ints
    state: Ints
    way: Ints
    reported: Days
    judged: Days
    planned: Days
    begun: Days
    finished: Days


def write_damage(connection: sqlite3.Connection, county: County) -> None:
    """The event, its damages, their states and stages."""
    first = np.datetime64(_rain(county.day), "D")
    found = make_damages(county, first + np.timedelta64(RAIN_DAYS, "D"))
    count = len(found.house)
    begun = first.astype(object)
    name = f"示例：{begun.year}年{begun.month:02}月强降雨"
    bulk.fill(connection, "damage_event", {
        "id": [1], "uid": uids(county.seed, EVENT, 1), "name": [name], "from_date": iso(np.array([first])),
        "to_date": iso(np.array([first + np.timedelta64(RAIN_DAYS, "D")])),
    })  # fmt: skip
    houses = uids(county.seed, HOUSE, len(county.homes.place))
    rng = np.random.default_rng((county.seed, STATE))
    bulk.fill(connection, "damage", {
        "id": ids(count), "uid": uids(county.seed, DAMAGE, count), "house_uid": [houses[house] for house in found.house.tolist()],
        "event_id": [1] * count, "reported_on": iso(found.reported), "state": _words(tuple(DamageState), found.state),
        "grade": _words(GRADES, found.grade), "note": [str(rng.choice(NOTES[grade])) for grade in found.grade.tolist()],
        "way": [None if way < 0 else WAYS[way].value for way in found.way.tolist()], "planned_on": iso(found.planned),
        "begun_on": iso(found.begun), "finished_on": iso(found.finished),
        "contact_id": or_none(_officers(county)[county.homes.cell[found.house]], found.way < 0),
    })  # fmt: skip
    _write_states(connection, county, found)
    _write_stages(connection, county, found)


def make_damages(county: County, rain_ended: np.datetime64) -> Damages:
    """As many as the scale of the county asks for; what is finished comes first, then what is open, then what was found whole."""
    rng = np.random.default_rng((county.seed, DAMAGE))
    restore = max(round(TO_RESTORE * county.scale.households / COUNTY.households), LEAST)
    done = round(restore * FINISHED / TO_RESTORE)
    whole = max(round(UNDAMAGED * restore / TO_RESTORE), 1)
    house = _houses(rng, county, restore + whole)
    grade = np.concatenate((rng.choice(3, restore, p=GRADE_SHARES), np.full(whole, NONE)))
    way = np.array([-1 if one == NONE else int(rng.choice(3, p=WAY_SHARES[one])) for one in grade.tolist()])
    reported = rain_ended + rng.integers(0, 10, len(house)).astype("timedelta64[D]")
    judged = reported + rng.integers(1, 9, len(house)).astype("timedelta64[D]")
    state = np.full(len(house), 1)
    is_open = np.arange(len(house)) >= done
    is_open[restore:] = False
    begun = judged + rng.integers(10, 61, len(house)).astype("timedelta64[D]")
    work = np.array([int(rng.integers(*WORK_DAYS[max(one, 0)])) for one in way.tolist()]).astype("timedelta64[D]")
    planned = begun + np.array([WORK_DAYS[max(one, 0)][1] for one in way.tolist()]).astype("timedelta64[D]")
    finished = np.where(is_open | (grade == NONE), NEVER, begun + work)
    _leave_open(np.flatnonzero(is_open), np.datetime64(county.day, "D"), state=state, way=way, planned=planned, begun=begun)
    begun, planned = np.where(way < 0, NEVER, begun), np.where(way < 0, NEVER, planned)
    order = np.lexsort((house, reported))
    return Damages(
        house[order], grade[order], state[order], way[order], reported[order], judged[order], planned[order], begun[order], finished[order]
    )


def _rain(day: date) -> date:
    """The first day of the last summer's rain that is long enough ago for the longest work."""
    summers = (date(day.year - ago, RAIN_MONTH, RAIN_DAY) for ago in range(3))
    return next(first for first in summers if (day - first).days >= DAYS_AGO)


def _leave_open(chosen: Ints, today: np.datetime64, *, state: Ints, way: Ints, planned: Days, begun: Days) -> None:
    """Of ten that are open, two are only reported, one is disputed, one waits for a way, two have not begun, four are at work."""
    for place, one in enumerate(chosen.tolist()):
        kind = place % 10
        if kind < 3:
            state[one], way[one] = (0, -1) if kind < 2 else (2, -1)
        elif kind == 3:
            way[one] = -1
        else:
            planned[one] = today + np.timedelta64(-25 + 17 * (place % 7), "D")
            begun[one] = NEVER if kind < 6 else begun[one]


def _houses(rng: np.random.Generator, county: County, count: int) -> Ints:
    """Different village houses in which families live, every other one where the flood area is."""
    settled = county.scale.households - county.scale.relocated
    lived_in = np.unique(county.homes.house[:settled])
    flood = shapely.union_all([hazard.area for hazard in county.hazards if hazard.kind is HazardKind.FLOOD])
    shapely.prepare(flood)
    place = county.homes.place[lived_in]
    wet = lived_in[shapely.intersects_xy(flood, place[:, 0], place[:, 1])]
    near = rng.choice(wet, min(round(count * IN_FLOOD_SHARE), len(wet)), replace=False)
    rest = rng.choice(np.setdiff1d(lived_in, near), count - len(near), replace=False)
    return rng.permutation(np.concatenate((near, rest)))


def _officers(county: County) -> Ints:
    """(cells) contact id of the grid officer."""
    contacts, officer = county.contacts, np.zeros(len(county.cells.polygons), dtype=np.int64)
    now = np.isnat(contacts.post_to)
    officer[contacts.post_grid[now]] = contacts.post_contact[now] + 1
    return officer


def _words(words: tuple[DamageGrade, ...] | tuple[DamageState, ...], numbers: Ints) -> list[str]:
    return [words[number].value for number in numbers.tolist()]


def _write_states(connection: sqlite3.Connection, county: County, found: Damages) -> None:
    """Each was reported by the grid's officer; the others were then judged."""
    count = len(found.house)
    judged = np.flatnonzero(found.state > 0)
    which = np.concatenate((np.arange(count), judged))
    names = county.contacts.names
    officers = [str(names[one - 1]) if one else "值班员" for one in _officers(county)[county.homes.cell[found.house]].tolist()]
    bulk.fill(connection, "damage_state", {
        "id": ids(len(which)), "uid": uids(county.seed, STATE, len(which)), "damage_id": which + 1,
        "state": ["reported"] * count + _words(tuple(DamageState), found.state[judged]),
        "grade": _words(GRADES, found.grade[which]), "on_date": iso(np.concatenate((found.reported, found.judged[judged]))),
        "who": officers + ["镇核查组"] * len(judged),
        "note": [""] * count + ["示例：户主认为程度不对。" if one == 2 else "" for one in found.state[judged].tolist()],
    })  # fmt: skip


def _write_stages(connection: sqlite3.Connection, county: County, found: Damages) -> None:
    """The stages of a way share its days; of what is at work the first has begun, or is finished and the next has begun."""
    rows: list[tuple[int, str, np.datetime64, np.datetime64]] = []
    for place in np.flatnonzero(~np.isnat(found.begun)).tolist():
        names = PRESET_STAGES[WAYS[int(found.way[place])]]
        begun, finished = found.begun[place], found.finished[place]
        if np.isnat(finished):
            now = place % 2 if len(names) > 2 else 0
            rows += [
                (place + 1, name, begun + 15 * at, begun + 15 * at + 12 if at < now else NEVER) for at, name in enumerate(names[: now + 1])
            ]
            continue
        days = int((finished - begun).astype(int))
        marks = [begun + days * at // len(names) for at in range(len(names) + 1)]
        rows += [(place + 1, name, marks[at], marks[at + 1]) for at, name in enumerate(names)]
    damage, stage, begun_on, finished_on = zip(*rows, strict=True)
    bulk.fill(connection, "damage_stage", {
        "id": ids(len(rows)), "uid": uids(county.seed, STAGE, len(rows)), "damage_id": list(damage), "stage": list(stage),
        "begun_on": iso(np.array(begun_on)), "finished_on": iso(np.array(finished_on)),
    })  # fmt: skip
