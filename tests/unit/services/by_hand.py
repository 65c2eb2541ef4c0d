"""The flood question answered the slow way, house by house and person by person, for comparing."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import shapely

from gisapp.domain.affected import AffectedTotals, Tally, Vulnerable
from gisapp.domain.hazard import HazardLevel
from gisapp.storage.hazards.hazards import HazardArea

LEVELS = ("red", "orange", "yellow", "blue")
Row = dict[str, Any]


def table(connection: sqlite3.Connection, name: str) -> list[Row]:
    cursor = connection.execute(f"SELECT * FROM {name} ORDER BY id")  # noqa: S608
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


@dataclass
class Family:
    """One affected family: where it is counted, and who."""

    id: int
    ties: dict[int, list[Row]] = field(default_factory=dict)
    """affected house -> the people counted there"""


def answer(connection: sqlite3.Connection, areas: Sequence[HazardArea], *, at_homes: bool, day: date) -> AffectedTotals:
    """Totals of a run with the point rule and no buffer."""
    houses = {row["id"]: row for row in table(connection, "house")}
    people = [row for row in table(connection, "resident") if row["left_on"] is None]
    homes = [row for row in table(connection, "home") if row["to_date"] is None]
    over = {id_: [area for area in areas if area.geometry.intersects(point(row))] for id_, row in houses.items() if row["geom"]}
    over = {id_: found for id_, found in over.items() if found}
    families = affected_families(people, homes, over, at_homes=at_homes)
    worst = {house: min(LEVELS.index(area.level) for area in found) for house, found in over.items()}
    listed = {family.id: min(family.ties, key=lambda house: (worst[house], house)) for family in families}
    codes = {row["id"]: row["code"] for row in table(connection, "grid")}

    def tally(chosen: set[int], listed_in: set[int] | None = None) -> Tally:
        """Over a set of houses: families tied to them, or only those listed in them."""
        own = [f for f in families if (listed[f.id] in chosen if listed_in is not None else chosen & set(f.ties))]
        counted = [
            {person["id"] for house, there in f.ties.items() if listed_in is not None or house in chosen for person in there} for f in own
        ]
        return Tally(len(chosen), len(own), sum(map(len, counted)))

    everything, contacts = set(over), Contacts(connection)
    names = list(dict.fromkeys(area.name for area in areas))
    grids = {house: codes.get(houses[house]["grid_id"], "") for house in over}
    counted = {person["id"]: person for f in families for there in f.ties.values() for person in there}
    combined = combinations(names, over, families, at_homes=at_homes)
    several = Tally(*(sum(getattr(t, figure) for own, t in combined if len(own) > 1) for figure in ("houses", "households", "residents")))
    slept_in = {(p["household_id"], p["sleeping_house_id"]) for p in people}
    apart = [
        home
        for home in homes
        if home["house_id"] in over
        and (home["state"] != "lived_in" if at_homes else (home["household_id"], home["house_id"]) not in slept_in)
    ]
    return AffectedTotals(
        total=tally(everything, everything),
        by_level=tuple((HazardLevel(level), tally({h for h in over if worst[h] == rank}, everything)) for rank, level in enumerate(LEVELS)),
        by_hazard=tuple((name, tally({h for h, found in over.items() if name in {a.name for a in found}})) for name in names),
        both=several,
        by_grid=tuple((code, tally({h for h in over if grids[h] == code}, everything)) for code in sorted(set(grids.values()))),
        unknown=0,
        vulnerable=vulnerable(list(counted.values()), people, day),
        empty_origin=sum(1 for home in apart if home["role"] == "origin" and home["state"] == "vacant"),
        own_safe_home=sum(
            1
            for family in families
            if any(home["household_id"] == family.id and home["house_id"] and home["house_id"] not in over for home in homes)
        ),
        without_contact=sum(1 for family in families if not contacts.reach(family.id, houses[listed[family.id]]["grid_id"])),
        combinations=combined,
        vacant_homes=sum(1 for home in apart if not (home["role"] == "origin" and home["state"] == "vacant")),
        sleepers_elsewhere=sum(
            1 for p in people if at_homes and p["sleeping_house_id"] in over and p["household_id"] not in {f.id for f in families}
        ),
    )


def combinations(
    names: list[str], over: dict[int, list[HazardArea]], families: list[Family], *, at_homes: bool
) -> tuple[tuple[tuple[str, ...], Tally], ...]:
    """Every subset of the names that occurs: what lies under exactly these."""
    found = []
    for bits in range(1, 2 ** len(names)):
        own = {name for place, name in enumerate(names) if bits >> place & 1}
        under = {house for house, areas in over.items() if {a.name for a in areas} == own}
        united = [f for f in families if {a.name for house in f.ties for a in over[house]} == own]
        if at_homes:
            people = {p["id"] for f in united for there in f.ties.values() for p in there}
        else:
            people = {p["id"] for f in families for house, there in f.ties.items() if house in under for p in there}
        tally = Tally(len(under), len(united), len(people))
        if under or united or people:
            found.append((tuple(name for name in names if name in own), tally))
    return tuple(sorted(found, key=lambda pair: (len(pair[0]), [names.index(name) for name in pair[0]])))


def point(house: Row) -> shapely.Geometry:
    return shapely.from_wkb(house["geom"][8:])


def affected_families(people: list[Row], homes: list[Row], over: dict[int, Any], *, at_homes: bool) -> list[Family]:
    found: dict[int, Family] = {}
    if at_homes:
        for home in homes:
            if home["state"] == "lived_in" and home["house_id"] in over:
                family = found.setdefault(home["household_id"], Family(home["household_id"]))
                family.ties[home["house_id"]] = [person for person in people if person["household_id"] == family.id]
    else:
        for person in people:
            if person["sleeping_house_id"] in over:
                family = found.setdefault(person["household_id"], Family(person["household_id"]))
                family.ties.setdefault(person["sleeping_house_id"], []).append(person)
    return [found[id_] for id_ in sorted(found)]


def vulnerable(counted: list[Row], people: list[Row], day: date) -> Vulnerable:
    def age(person: Row) -> int:
        born = date.fromisoformat(person["birth_date"])
        return day.year - born.year - ((born.month, born.day) > (day.month, day.day))

    sizes = Counter(person["household_id"] for person in people)

    def alone(person: Row) -> bool:
        return sizes[person["household_id"]] == 1

    marks = [(age(p) >= 65, age(p) < 6, bool(p["is_disabled"]), bool(p["is_ill"]), bool(p["is_pregnant"]), alone(p)) for p in counted]
    return Vulnerable(sum(map(any, marks)), *(sum(mark[column] for mark in marks) for column in range(6)))


class Contacts:
    """Who has a phone and holds which slot or grid today."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        today = date.today().isoformat()

        def in_force(row: Row) -> bool:
            return bool(row["from_date"] <= today < (row["to_date"] or "9"))

        self.phones = {row["id"]: row["phone"] for row in table(connection, "contact")}
        self.posts = {row["grid_id"]: row["contact_id"] for row in filter(in_force, table(connection, "grid_post"))}
        self.slots: dict[int, dict[tuple[str, str], int]] = {}
        for row in filter(in_force, table(connection, "slot")):
            self.slots.setdefault(row["household_id"], {})[row["line"], row["role"]] = row["contact_id"]
        self.homes: dict[int, list[Row]] = {}
        for home in table(connection, "home"):
            if home["to_date"] is None:
                self.homes.setdefault(home["household_id"], []).append(home)
        self.grid_of = {("house_id", row["id"]): row["grid_id"] for row in table(connection, "house")}
        self.grid_of |= {("former_house_id", row["id"]): row["grid_id"] for row in table(connection, "former_house")}

    def reach(self, family: int, grid: int | None) -> bool:
        """Whether a slot holder of today, or the officer of the listed house's grid, has a phone."""
        by_hand = self.slots.get(family, {})
        holders: list[int | None] = list(by_hand.values())
        for home in self.homes[family]:
            line = {"origin": "village", "residence": "community"}.get(home["role"])
            if line and (line, "grid_officer") not in by_hand:
                column = "house_id" if home["house_id"] else "former_house_id"
                holders.append(self.posts.get(self.grid_of[column, home[column]]))
        return any(self.phones.get(contact) for contact in (*holders, self.posts.get(grid)))
