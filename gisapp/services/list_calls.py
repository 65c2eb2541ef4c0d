"""The call list of the run in hand: every affected family once, by grid, unreachable ones first."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from gisapp.domain.affected import CallLine, CallRow, PropertyRow
from gisapp.domain.hazard import HazardLevel
from gisapp.domain.ids import HouseholdId, HouseId
from gisapp.domain.lines import Line
from gisapp.domain.masking import masked_phone
from gisapp.language import tr
from gisapp.services.mark_vulnerable import marks_of
from gisapp.spatial.inside import nearest
from gisapp.storage import affected_people, geopackage, layers, runs, slots
from gisapp.storage.affected_people import AffectedPerson

LEVELS = tuple(HazardLevel)
Person = tuple[str, str | None]
People = Mapping[int, Sequence[AffectedPerson]]


def list_calls(connection: sqlite3.Connection, day: date, *, people: People | None = None, is_revealed: bool = False) -> list[CallRow]:
    """Rows for the families of the run in hand (storage.runs.begin and find_families came before).

    ``people`` are the families' residents, read here when None.
    Families without any reachable contact come first, then by grid, level and number.
    """
    rules = slots.lead_rules(connection)
    village, community = runs.leads(connection, rules, Line.VILLAGE), runs.leads(connection, rules, Line.COMMUNITY)
    officers, reachable = runs.officers(connection), runs.reachable_by_slot(connection)
    own_safe = runs.families_with_safe_home(connection)
    families = affected_people.of_run(connection) if people is None else people
    marks = marks_of(families, day)
    rows = runs.call_rows(connection)
    sites = _nearest_sites(connection, [row[13] for row in rows])

    def shown(person: Person | None) -> CallLine | None:
        return None if person is None else CallLine(person[0], (person[1] or "") if is_revealed else masked_phone(person[1]))

    calls = []
    for row, (site, distance_m) in zip(rows, sites, strict=True):
        family, officer = row[0], officers.get(row[14])
        calls.append(
            CallRow(
                household=HouseholdId(family), house=HouseId(row[1]), code=row[2], level=LEVELS[row[3]], town=row[4], village=row[5],
                grid_code=row[6], grid=row[7], number=row[8], head=row[9], phone=(row[10] or "") if is_revealed else masked_phone(row[10]),
                residents=row[11], marks=marks.get(family, ""), sleeping=_sleeping(families.get(family, ())),
                village_lead=shown(village.get(family)), community_lead=shown(community.get(family)), officer=shown(officer),
                safe_site=site, safe_site_m=distance_m, is_relocated=bool(row[12]), has_own_safe_home=family in own_safe,
                is_reachable=family in reachable or bool(officer and officer[1]),
            )
        )  # fmt: skip
    return sorted(calls, key=lambda call: call.is_reachable)


def list_property(connection: sqlite3.Connection) -> list[PropertyRow]:
    """Vacant origin homes in danger, by grid."""
    return [PropertyRow(HouseId(r[0]), r[1], r[2], r[3], r[4]) for r in runs.empty_origin_homes(connection)]


def _sleeping(people: Sequence[AffectedPerson]) -> str:
    """Where the family sleeps: those in danger first, then the most."""
    places = Counter((not person.is_in_danger, person.place) for person in people)
    parts = [
        _place(place, count, is_safe=is_safe) for (is_safe, place), count in sorted(places.items(), key=lambda item: (item[0][0], -item[1]))
    ]
    return tr("；").join(parts)


def _place(place: str, people: int, *, is_safe: bool) -> str:
    if is_safe:
        return tr("{place} {people} 人", place=place or tr("去处不详"), people=people)
    return tr("险区内 {people} 人（{place}）", people=people, place=place)


def _nearest_sites(connection: sqlite3.Connection, points: Sequence[bytes]) -> list[tuple[str, float | None]]:
    sites = layers.safe_sites(connection)
    if not len(sites.ids) or not points:
        return [("", None)] * len(points)
    targets = np.array([(site.x, site.y) for site in sites.geometries])
    which, distance_m = nearest(geopackage.decode_points(points), targets)
    return [(sites.names[site], float(metres)) for site, metres in zip(which, distance_m, strict=True)]
