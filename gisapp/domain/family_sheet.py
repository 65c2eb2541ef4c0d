"""What paper says of one family: where the door is, who lives there, whom to call. Phones are already as they may be shown."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from gisapp.domain.cards import HomeLine
from gisapp.domain.home import HomeRole, HomeState
from gisapp.domain.ids import ContactId, HouseholdId, ResidentId
from gisapp.domain.lines import Duty, Line, Role, Slot
from gisapp.domain.person import Vulnerability
from gisapp.language import tr

_DIGITS = re.compile(r"(\d+)")
MOST_DIGITS = 18


@dataclass(frozen=True, slots=True)
class Door:
    """Where a family's current home is; ``site`` and ``building`` are empty for a house of its own, all is empty without a home."""

    town: str = ""
    division: str = ""
    site: str = ""
    building: str = ""
    unit: int | None = None
    floor: int | None = None
    room: str = ""
    number: str = ""
    grid_code: str = ""
    grid: str = ""

    @property
    def place(self) -> str:
        """The building with its site, else the grid: what a batch is sorted and headed by."""
        return tr("{site} {building}", site=self.site, building=self.building) if self.building else self.grid

    @property
    def flat(self) -> str:
        """The flat within its building (2单元501), else the whole door number."""
        if not self.building:
            return self.number
        return tr("{unit}单元{room}", unit=self.unit, room=self.room) if self.unit is not None else self.room or self.number

    @property
    def order(self) -> tuple[object, ...]:
        """Sorts doors as one walks: building, unit, floor, room with 10 after 9; houses of their own by grid and number."""
        inside = (self.unit or 0, self.floor or 0, natural(self.room))
        return (
            not self.building and not self.number,
            not self.building,
            natural(self.site),
            natural(self.building),
            self._around,
            inside,
            natural(self.number),
        )

    @property
    def _around(self) -> str:
        return "" if self.building else self.grid_code


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """A sort key by which 2号楼 stands before 10号楼."""
    parts = _DIGITS.split(text)
    return tuple((1, int(part[:MOST_DIGITS]), part) if part.isdecimal() else (0, 0, part) for part in parts if part)


@dataclass(frozen=True, slots=True)
class SheetPerson:
    """One person; ``marks`` are one character each, ``sleeping`` names the place."""

    id: ResidentId
    name: str
    relation: str
    sex: str
    age: int
    marks: tuple[str, ...]
    phone: str
    sleeping: str
    sleeping_since: str


@dataclass(frozen=True, slots=True)
class SheetContact:
    """Who holds a slot."""

    id: ContactId
    name: str
    phone: str
    unit: str


@dataclass(frozen=True, slots=True)
class SheetSlot:
    """One of the six, ``contact`` None when nobody holds it; which duties it leads and assists."""

    slot: Slot
    contact: SheetContact | None
    leads: tuple[Duty, ...]
    assists: tuple[Duty, ...]


@dataclass(frozen=True, slots=True)
class FamilySheet:
    """One family; ``slots`` are empty when it was not relocated. ``former_origins``: names the origin village had before."""

    id: HouseholdId
    code: str
    head: str
    phone: str
    relocated_on: str
    origin: str
    former_origins: tuple[str, ...]
    door: Door
    homes: tuple[HomeLine, ...]
    people: tuple[SheetPerson, ...]
    slots: tuple[SheetSlot, ...]

    @property
    def origin_text(self) -> str:
        """The origin village as it is called today, with its former name."""
        if not self.former_origins:
            return self.origin
        return tr("{village}（原{former}）", village=self.origin, former=tr("、").join(self.former_origins))

    @property
    def is_two_ends(self) -> bool:
        """Whether a relocated family still lives in its origin home part of the time."""
        return any(home.role is HomeRole.ORIGIN and home.state is HomeState.LIVED_IN for home in self.homes)

    @property
    def missing(self) -> tuple[Slot, ...]:
        """The slots nobody holds."""
        return tuple(line.slot for line in self.slots if line.contact is None)

    @property
    def first_call(self) -> SheetSlot | None:
        """Who is called first: of those with a phone whoever leads screening, then assistance, then assists, then the grid officers."""
        reachable = [line for line in self.slots if line.contact is not None and line.contact.phone]
        return min(reachable, key=_call_rank, default=None)

    @property
    def marks_text(self) -> str:
        """How many of the people carry each mark: 老2 幼1."""
        counts = Counter(mark for person in self.people for mark in person.marks)
        return " ".join(f"{mark.mark}{counts[mark.mark]}" for mark in Vulnerability if counts[mark.mark])

    @property
    def vulnerable(self) -> int:
        """How many of the people carry a mark."""
        return sum(1 for person in self.people if person.marks)


@dataclass(frozen=True, slots=True)
class Caseload:
    """The families a contact looks after, with the slot held for each, in the order of the doors."""

    contact: SheetContact
    role: str
    held: tuple[tuple[FamilySheet, SheetSlot], ...]

    @property
    def families(self) -> tuple[FamilySheet, ...]:
        """Each family once."""
        return tuple({sheet.id: sheet for sheet, _ in self.held}.values())


def _call_rank(line: SheetSlot) -> tuple[int, int, bool]:
    duties = tuple(Duty)
    if line.leads:
        return (0, min(map(duties.index, line.leads)), False)
    if line.assists:
        return (1, min(map(duties.index, line.assists)), False)
    return (2, int(line.slot.role is not Role.GRID_OFFICER), line.slot.line is not Line.COMMUNITY)
