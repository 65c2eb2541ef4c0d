"""The call list of the run in hand: every affected family once, by grid, unreachable ones first."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import TypeVar

import shapely

from gisapp.domain.affected import CallLine, CallRow, PropertyRow, UnknownRow
from gisapp.domain.hazard import CountedAt, HazardLevel
from gisapp.domain.ids import HouseholdId, HouseId
from gisapp.domain.lines import LeadRule, Line
from gisapp.domain.masking import masked_phone
from gisapp.language import tr
from gisapp.services.runs.mark_vulnerable import People, marks_of, people_of_run
from gisapp.services.safe_sites.find_destinations import find_destinations
from gisapp.storage.contacts import slots
from gisapp.storage.runs import runs
from gisapp.storage.runs.affected_people import AffectedPerson
from gisapp.storage.runs.runs import Holder

LEVELS = tuple(HazardLevel)
Person = tuple[str, str | None]
Row = TypeVar("Row")
ROWS_BETWEEN = 500
"""So many rows are worked through before it is asked again whether to go on: some milliseconds."""
NO_DEPTHS: Mapping[int, float] = MappingProxyType({})


def list_calls(
    connection: sqlite3.Connection,
    day: date,
    *,
    people: People | None = None,
    holders: Sequence[Holder] | None = None,
    depths_m: Mapping[int, float] = NO_DEPTHS,
    run_id: int | None = None,
    danger: Sequence[shapely.Geometry] = (),
    is_revealed: bool = False,
    go: Callable[[], None] = lambda: None,
) -> list[CallRow]:
    """Rows for the families of the run in hand (storage.runs.begin and find_families came before).

    ``people`` are the families' residents, ``holders`` their contacts (runs.slot_holders), read here when None;
    ``depths_m``: house id -> metres of water. ``run_id`` and ``danger``: as in find_destinations. ``go`` raises to stop.
    Families without any reachable contact come first, then by grid, level and number.
    """
    rules = slots.lead_rules(connection)
    officers = runs.officers(connection)
    holders = runs.slot_holders(connection) if holders is None else holders
    village, community = _leads(holders, rules, Line.VILLAGE), _leads(holders, rules, Line.COMMUNITY)
    reachable = {household for household, _, _, _, phone in holders if phone}
    own_homes = runs.own_safe_homes(connection)
    families = people_of_run(connection, day) if people is None else people
    marks = marks_of(families)
    go()
    rows = runs.call_rows(connection)
    going = find_destinations(connection, [(row[0], row[13]) for row in rows], run_id=run_id, danger=danger)
    words = _sleeping_words()

    @cache
    def shown(person: Person | None) -> CallLine | None:
        return None if person is None else CallLine(person[0], (person[1] or "") if is_revealed else masked_phone(person[1]))

    calls = []
    for row, to in while_wanted(zip(rows, going, strict=True), go):
        family, officer = row[0], officers.get(row[14])
        calls.append(
            CallRow(
                household=HouseholdId(family), house=HouseId(row[1]), code=row[2], level=LEVELS[row[3]], town=row[4], village=row[5],
                grid_code=row[6], grid=row[7], number=row[8], head=row[9], phone=(row[10] or "") if is_revealed else masked_phone(row[10]),
                residents=row[11], marks=marks.get(family, ""), sleeping=words.of(families.get(family, ())), depth_m=depths_m.get(row[1]),
                village_lead=shown(village.get(family)), community_lead=shown(community.get(family)), officer=shown(officer),
                safe_site=to.name, safe_site_m=to.metres, is_relocated=bool(row[12]), is_at_origin=bool(row[15]),
                own_home=own_homes.get(family, ""), is_reachable=family in reachable or bool(officer and officer[1]),
                is_allocated=to.is_allocated, walk=to.walk, no_site=to.no_site, safe_site_id=to.site, needs_car=to.is_too_far,
            )
        )  # fmt: skip
    return sorted(calls, key=lambda call: call.is_reachable)


def while_wanted(rows: Iterable[Row], go: Callable[[], None]) -> Iterator[Row]:
    """The rows; every so many ``go`` may raise to stop."""
    for number, row in enumerate(rows):
        if number % ROWS_BETWEEN == 0:
            go()
        yield row


def list_without_people(
    connection: sqlite3.Connection, counted_at: CountedAt, *, holders: Sequence[Holder] | None = None, is_revealed: bool = False
) -> tuple[list[PropertyRow], list[PropertyRow]]:
    """Homes in danger that the call list does not speak of, by grid: empty origin homes, and others with nobody in them.

    Every current tie of a family to an affected house is on the call list, here or there: nobody is lost.
    """
    rows = runs.homes_without_people(connection, counted_at)
    holders = runs.slot_holders(connection) if holders is None else holders
    leads = _leads(holders, slots.lead_rules(connection), Line.COMMUNITY)

    def phone(text: str | None) -> str:
        return (text or "") if is_revealed else masked_phone(text)

    homes = [
        (
            bool(row[11]),
            PropertyRow(
                household=HouseholdId(row[0]), house=HouseId(row[1]), level=LEVELS[row[2]], grid_code=row[3], grid=row[4], number=row[5],
                head=row[6], phone=phone(row[7]), lives_at=row[8], is_relocated=bool(row[9]), is_origin=bool(row[10]),
                community_lead=CallLine(lead[0], phone(lead[1])) if (lead := leads.get(row[0])) else None,
            ),
        )
        for row in rows
    ]  # fmt: skip
    return [home for is_empty, home in homes if is_empty], [home for is_empty, home in homes if not is_empty]


def list_unknown(connection: sqlite3.Connection, run_id: int) -> list[UnknownRow]:
    """The houses of a stored run without a conclusion, by grid and number."""
    return [UnknownRow(HouseId(r[0]), r[1], r[2], r[3], r[4], r[5], r[6], bool(r[7])) for r in runs.unknown_rows(connection, run_id)]


def _leads(holders: Sequence[Holder], rules: Sequence[LeadRule], line: Line) -> dict[int, Person]:
    """household id -> (name, phone) of the contact that leads on ``line`` by the rule table."""
    own = [rule.lead for rule in rules if rule.lead.line is line] or [rule.assist for rule in rules if rule.assist.line is line]
    slot = (own[0].line.value, own[0].role.value) if own else ("", "")
    return {household: (name, phone) for household, its_line, role, name, phone in holders if (its_line, role) == slot}


@dataclass(frozen=True, slots=True)
class _SleepingWords:
    """The words for where a family sleeps, looked up once for a whole list."""

    safe: str
    in_danger: str
    nowhere: str
    between: str

    def of(self, people: Sequence[AffectedPerson]) -> str:
        """Where the family sleeps: those in danger first, then the most."""
        places: dict[tuple[bool, str], int] = {}
        for person in people:
            place = (not person.is_in_danger, person.place)
            places[place] = places.get(place, 0) + 1
        ordered = sorted(places.items(), key=lambda item: (item[0][0], -item[1])) if len(places) > 1 else places.items()
        parts = [
            self.safe.format(place=name or self.nowhere, people=count) if is_safe else self.in_danger.format(people=count, place=name)
            for (is_safe, name), count in ordered
        ]
        return self.between.join(parts)


def _sleeping_words() -> _SleepingWords:
    kept = {"place": "{place}", "people": "{people}"}
    return _SleepingWords(tr("{place} {people} 人", **kept), tr("险区内 {people} 人（{place}）", **kept), tr("去处不详"), tr("；"))
