"""A family as a value: its homes, people and slots, and what an event makes of them.

The functions of this module and of ``family_events`` turn families into families; nothing is read or written.
What differs between before and after is what will be written, and what the person sees before it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from gisapp.domain.home import HomeRole, HomeState
from gisapp.domain.lines import Line, Role
from gisapp.domain.person import Relation, Sex
from gisapp.language import tr


class EventKind(StrEnum):
    """What can happen to a family."""

    MOVE = "move"
    RETURN = "return"
    AWAY = "away"
    SPLIT = "split"
    MERGE = "merge"
    HEAD = "head"
    BIRTH = "birth"
    DEATH = "death"
    MARRIAGE_IN = "marriage_in"
    MARRIAGE_OUT = "marriage_out"
    HOME = "home"

    @property
    def caption(self) -> str:
        titles = (
            tr("搬家"), tr("返回"), tr("外出"), tr("分户"), tr("并户"), tr("换户主"), tr("出生"), tr("去世"), tr("婚入"), tr("婚出"),
            tr("住房状态"),
        )  # fmt: skip
        return titles[tuple(EventKind).index(self)]


class LeftReason(StrEnum):
    """Why a person is no longer in the county's families."""

    AWAY = "away"
    MARRIAGE = "marriage"
    DEATH = "death"


class JoinedReason(StrEnum):
    """How a person came to the family."""

    BIRTH = "birth"
    MARRIAGE = "marriage"
    RETURN = "return"
    MOVE = "move"


GONE = frozenset({HomeState.LOST, HomeState.DEMOLISHED})
NEW = 0
"""The id of what is not in the county file yet."""


@dataclass(frozen=True, slots=True)
class Place:
    """A house or flat, or the place of one that stands no more.

    ``division_id`` and ``above`` are the village or community of its grid as it is today (a merged
    one's successor) and the units above that; ``site`` names the settlement site of a flat.
    """

    number: str
    house_id: int | None
    former_house_id: int | None = None
    grid_id: int | None = None
    division_id: int | None = None
    level: str = ""
    above: tuple[int, ...] = ()
    site: str = ""


@dataclass(frozen=True, slots=True)
class Home:
    """A current home of a family. A home that is gone while its place still names a house is one that goes now."""

    id: int
    place: Place
    role: HomeRole
    state: HomeState
    from_date: str
    to_date: str | None = None


@dataclass(frozen=True, slots=True)
class Sleeping:
    """Where a person sleeps: a house of the county, else a note; nothing known when both are empty."""

    house_id: int | None
    note: str | None
    since: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """What an event can change of a resident, and what it has to know."""

    id: int
    name: str
    relation: Relation
    sex: Sex
    birth_date: str
    sleeping: Sleeping
    id_number: str | None = None
    phone: str | None = None
    initials: str = ""
    joined_on: str | None = None
    joined_reason: JoinedReason | None = None
    left_on: str | None = None
    left_reason: str | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A row of the six slots that lasts on or has not begun; ``unit`` is the unit the contact works for, as it is today."""

    id: int
    line: Line
    role: Role
    contact_id: int
    contact: str
    unit: int
    from_date: str
    to_date: str | None = None
    end_reason: str | None = None


@dataclass(frozen=True, slots=True)
class Family:
    """A living family: current homes, the people in it, slots that last."""

    id: int
    code: str
    origin_division_id: int | None
    relocated_on: str | None
    homes: tuple[Home, ...]
    people: tuple[Person, ...]
    slots: tuple[Held, ...]
    ended_on: str | None = None
    successor_id: int | None = None

    @property
    def is_relocated(self) -> bool:
        return self.relocated_on is not None

    @property
    def head(self) -> Person | None:
        return next((person for person in self.present if person.relation is Relation.HEAD), None)

    @property
    def present(self) -> tuple[Person, ...]:
        """Those who have neither left nor died."""
        return tuple(person for person in self.people if person.left_on is None)

    @property
    def caption(self) -> str:
        """``head (code)``, the code alone when there is no head."""
        return tr("{head}（{code}）", head=self.head.name, code=self.code) if self.head else self.code

    @property
    def residence(self) -> Home | None:
        """The home where the family is counted: its only one, or the residence of a relocated family."""
        return next((home for home in self.homes if home.to_date is None and home.role is not HomeRole.ORIGIN), None)

    @property
    def origin(self) -> Home | None:
        return next((home for home in self.homes if home.to_date is None and home.role is HomeRole.ORIGIN), None)

    def person(self, person_id: int) -> Person | None:
        """One of the people in the family."""
        return next((one for one in self.present if one.id == person_id), None)


def with_person(family: Family, person: Person) -> Family:
    """The family with this state of one of its people."""
    return replace(family, people=tuple(person if one.id == person.id else one for one in family.people))


def with_home(family: Family, old: Home, *new: Home) -> Family:
    """The family with ``new`` in the place of ``old``."""
    homes = [part for home in family.homes for part in (new if home is old else (home,))]
    return replace(family, homes=tuple(homes))


def ended(home: Home, day: str) -> tuple[Home, ...]:
    """The home until ``day``; nothing when it began that day."""
    return () if home.from_date >= day else (replace(home, to_date=day),)


def in_state(home: Home, state: HomeState, day: str) -> tuple[Home, ...]:
    """The home's days before ``day`` as they were, and from then on in ``state``."""
    if home.state is state:
        return (home,)
    if home.from_date >= day:
        return (replace(home, state=state),)
    return (replace(home, to_date=day), replace(home, id=NEW, state=state, from_date=day))


def with_home_state(family: Family, home: Home, state: HomeState, day: str) -> Family:
    """The family with one of its homes in another state from ``day`` on."""
    return with_home(family, home, *in_state(home, state, day))


def asleep(people: Iterable[Person], sleeping: Sleeping, *, of: Iterable[int | None] | None = None) -> tuple[Person, ...]:
    """The people, those present who sleep in the houses ``of`` (None = all) sleeping elsewhere now."""
    houses = None if of is None else set(of)
    return tuple(
        replace(one, sleeping=sleeping) if one.left_on is None and (houses is None or one.sleeping.house_id in houses) else one
        for one in people
    )


def sleeps_at_home(family: Family, day: str) -> Sleeping:
    """Where somebody who comes to the family on ``day`` sleeps: its residence while it is lived in, else where its head is."""
    home, head = family.residence, family.head
    if home is not None and home.place.house_id is not None and home.state is HomeState.LIVED_IN:
        return Sleeping(home.place.house_id, None, day)
    if head is not None:
        return replace(head.sleeping, since=day)
    return Sleeping(home.place.house_id if home and home.state not in GONE else None, None, day)


def end_slots(slots: Iterable[Held], chosen: Iterable[Held], day: str, reason: str) -> tuple[Held, ...]:
    """The slots, the chosen ones ending on ``day``; those that would not have begun by then are gone."""
    ending = set(chosen)
    return tuple(
        replace(one, to_date=day, end_reason=reason) if one in ending else one for one in slots if one not in ending or one.from_date < day
    )


def end_family(family: Family, day: str, *, reason: str, successor: int | None = None) -> Family:
    """The family's last day: no current home, no slot that lasts."""
    return replace(
        family,
        ended_on=day,
        successor_id=successor,
        homes=tuple(part for home in family.homes for part in (ended(home, day) if home.to_date is None else (home,))),
        slots=end_slots(family.slots, family.slots, day, reason),
    )


def open_slots_that_do_not_fit(family: Family, place: Place, before: Place | None) -> tuple[Held, ...]:
    """Slots of the community line that a move from ``before`` to ``place`` ends.

    Sponsor and unit cadres stay while they work for the new community or a unit above it. An officer
    set by hand stays while the grid is the same: afterwards the slot follows the new grid's officer.
    """
    if before is not None and before.grid_id == place.grid_id:
        return ()
    fitting = {place.division_id, *place.above}
    return tuple(
        held
        for held in family.slots
        if held.line is Line.COMMUNITY and (held.role is Role.GRID_OFFICER or (held.unit not in fitting and not _same_unit(place, before)))
    )


def _same_unit(place: Place, before: Place | None) -> bool:
    return before is not None and before.division_id == place.division_id
