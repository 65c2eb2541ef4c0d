"""Where the people of relocated families sleep: who was not looked after for long, who is away, who lives at both ends."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gisapp.domain.sleeping import DoorCount, Sleeper, SleepingPlace, TwoEnds
from gisapp.services.care.care_days import stale_days
from gisapp.storage.families import sleeping


@dataclass(frozen=True, slots=True)
class SleepingReport:
    """The people in door order; ``stale_days`` is the setting in force."""

    day: date
    stale_days: int
    people: tuple[Sleeper, ...]

    @property
    def stale(self) -> tuple[Sleeper, ...]:
        """Those whose sleeping place is stale, in door order."""
        return tuple(one for one in self.people if one.is_stale(self.day, self.stale_days))

    @property
    def away(self) -> tuple[Sleeper, ...]:
        """Those who sleep neither in the present home nor in the origin home, and those of whom nobody knows."""
        return tuple(one for one in self.people if one.place in (SleepingPlace.ELSEWHERE, SleepingPlace.UNKNOWN))

    def count(self, place: SleepingPlace) -> int:
        """How many sleep there."""
        return sum(one.place is place for one in self.people)


def report_sleeping(
    connection: sqlite3.Connection, *, household_ids: Sequence[int] | None = None, day: date | None = None
) -> SleepingReport:
    """Everybody of the relocated families among ``household_ids`` (None = all) on ``day`` (today when None)."""
    people = sleeping.of_relocated(connection, household_ids)
    return SleepingReport(day or date.today(), stale_days(connection), tuple(people))


def count_doors(connection: sqlite3.Connection, *, household_ids: Sequence[int] | None = None, day: date | None = None) -> list[DoorCount]:
    """The people of relocated families entrance by entrance, those with most stale people first."""
    now = day or date.today()
    found = sleeping.doors(connection, household_ids, before=_before(connection, now), day=now)
    return sorted(found, key=lambda door: (-door.stale, door.name, door.entrance or 0))


def list_two_ends(connection: sqlite3.Connection, *, household_ids: Sequence[int] | None = None) -> list[TwoEnds]:
    """Relocated families whose origin home is lived in, or where somebody of them sleeps; most people there first."""
    return sleeping.two_ends(connection, household_ids)


def count_stale(connection: sqlite3.Connection, *, day: date | None = None) -> int:
    """How many people of relocated families have a stale sleeping place."""
    return sleeping.count_stale(connection, _before(connection, day or date.today()))


def _before(connection: sqlite3.Connection, day: date) -> str:
    """Who was last asked before this day is stale."""
    return date.fromordinal(max(1, day.toordinal() - stale_days(connection))).isoformat()
