"""What each event makes of the families it touches; every function turns families into families.

People sleep where the event takes them. Whoever sleeps elsewhere, with a note that says where, stays there.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from gisapp.domain.family import (
    GONE,
    NEW,
    Family,
    Held,
    Home,
    JoinedReason,
    LeftReason,
    Person,
    Place,
    Sleeping,
    asleep,
    end_family,
    end_slots,
    ended,
    open_slots_that_do_not_fit,
    sleeps_at_home,
    with_home,
    with_home_state,
    with_person,
)
from gisapp.domain.home import HomeRole, HomeState
from gisapp.domain.person import Relation
from gisapp.domain.relations import led, under_head

VILLAGE, SETTLEMENT = "village", "settlement"


def becomes_relocated(family: Family, place: Place) -> bool:
    """Whether a move to ``place`` takes a family out of its village: it was not relocated, and the flat is of a settlement elsewhere."""
    home = family.residence
    if family.is_relocated or home is None or not place.site:
        return False
    return home.place.level == VILLAGE and home.place.division_id != place.division_id


def moved(family: Family, place: Place, day: str) -> Family:
    """The family living at ``place`` from ``day`` on; those who slept in the home it leaves sleep in the new one."""
    old = family.residence
    if becomes_relocated(family, place):
        assert old is not None
        return _relocated(family, old, place, day)
    role = HomeRole.RESIDENCE if family.is_relocated else HomeRole.ONLY
    new = Home(NEW, place, role, HomeState.LIVED_IN, day)
    before = old.place if old else None
    if old is None:
        family = replace(family, homes=(*family.homes, new))
    elif old.place == place:
        family = with_home_state(family, old, HomeState.LIVED_IN, day)
    elif old.from_date >= day:
        family = with_home(family, old, replace(old, place=place, state=HomeState.LIVED_IN))
    else:
        family = with_home(family, old, *ended(old, day), new)
    slots = end_slots(family.slots, open_slots_that_do_not_fit(family, place, before), day, "moved") if before else family.slots
    return _woken(replace(family, slots=slots), old, Sleeping(place.house_id, None, day))


def _relocated(family: Family, old: Home, place: Place, day: str) -> Family:
    state = HomeState.VACANT if old.state not in GONE else old.state
    origin = Home(NEW, old.place, HomeRole.ORIGIN, state, day)
    kept = (replace(old, role=HomeRole.ORIGIN, state=state),) if old.from_date >= day else (*ended(old, day), origin)
    family = with_home(family, old, *kept)
    new = Home(NEW, place, HomeRole.RESIDENCE, HomeState.LIVED_IN, day)
    family = replace(family, origin_division_id=old.place.division_id, relocated_on=day, homes=(*family.homes, new))
    return _woken(family, old, Sleeping(place.house_id, None, day))


def _woken(family: Family, old: Home | None, sleeping: Sleeping) -> Family:
    """Those who slept in the home that is left, sleep in the new one; if nobody did, those in any house; if none, all.

    Those of whom nothing is known come along.
    """
    houses = {one.id: one.sleeping.house_id for one in family.present}
    left = old.place.house_id if old else None
    coming = {one for one, house in houses.items() if house is not None and house == left}
    coming = coming or {one for one, house in houses.items() if house is not None} or set(houses)
    coming |= {one.id for one in family.present if one.sleeping.house_id is None and not one.sleeping.note}
    return replace(family, people=tuple(replace(one, sleeping=sleeping) if one.id in coming else one for one in family.people))


def back_home(family: Family, home: Home, day: str) -> Family:
    """The whole family living in one of its own homes again, another one that was lived in standing vacant."""
    for other in family.homes:
        if other is not home and other.to_date is None and other.state is HomeState.LIVED_IN:
            family = with_home_state(family, other, HomeState.VACANT, day)
    family = with_home_state(family, home, HomeState.LIVED_IN, day)
    return replace(family, people=asleep(family.people, Sleeping(home.place.house_id, None, day)))


def away(family: Family, where: str, day: str) -> Family:
    """The whole family out of the county for a time: its homes stand vacant, its people sleep ``where``."""
    return replace(_vacated(family, day), people=asleep(family.people, Sleeping(None, where, day)))


def _vacated(family: Family, day: str) -> Family:
    for home in family.homes:
        if home.to_date is None and home.state is HomeState.LIVED_IN:
            family = with_home_state(family, home, HomeState.VACANT, day)
    return family


def home_changed(family: Family, home: Home, state: HomeState, day: str) -> Family:
    """A home in another state; whoever slept in one that is gone or vacant sleeps in the family's other home, else nobody knows where."""
    family = with_home_state(family, home, state, day)
    if state is HomeState.LIVED_IN:
        return family
    standing = [one for one in family.homes if one.to_date is None and one.state is HomeState.LIVED_IN]
    others = [one for one in standing if one.place.house_id != home.place.house_id]
    sleeping = Sleeping(others[0].place.house_id, None, day) if others else Sleeping(None, None, None)
    of = [home.place.house_id] if home.place.house_id is not None else []
    return replace(family, people=asleep(family.people, sleeping, of=of))


def split(family: Family, chosen: Collection[int], *, head_id: int, code: str, day: str) -> tuple[Family, Family]:
    """(those who stay, the new family of the chosen): the new one shares the homes and is given the same holders."""
    staying = led(replace(family, people=tuple(one for one in family.people if one.id not in chosen)), day)
    going = replace(family, people=tuple(one for one in family.present if one.id in chosen))
    going = under_head(going, head_id)
    people = tuple(replace(one, joined_on=day, joined_reason=JoinedReason.MOVE) for one in going.people)
    homes = tuple(replace(home, id=NEW, from_date=day) for home in family.homes if home.to_date is None)
    new = replace(going, id=NEW, code=code, people=people, homes=homes, slots=_carried_over(family.slots, day))
    return staying, new


def _carried_over(slots: Collection[Held], day: str) -> tuple[Held, ...]:
    return tuple(replace(held, id=NEW, from_date=max(held.from_date, day)) for held in slots)


def merged(family: Family, into: Family, day: str, *, relations: Mapping[int, Relation]) -> tuple[Family, Family]:
    """(the family that ends, the one that goes on with all people and keeps its own homes and slots)."""
    gone = replace(end_family(family, day, reason="merged", successor=into.id), people=())
    kept_houses = {home.place.house_id for home in into.homes if home.to_date is None}
    for person in family.present:
        is_at_home = person.sleeping.house_id in kept_houses and person.sleeping.house_id is not None
        sleeping = person.sleeping if is_at_home else None
        into = joined(into, person, relations.get(person.id, Relation.OTHER), day, reason=JoinedReason.MOVE, sleeping=sleeping)
    return gone, into


def joined(
    family: Family, person: Person, relation: Relation, day: str, *, reason: JoinedReason, sleeping: Sleeping | None = None
) -> Family:
    """The family with one more person; a family without people gets its head so.

    Sleeps as said, else in the family's home; who sleeps elsewhere with a note goes on doing so.
    """
    is_elsewhere = person.sleeping.house_id is None and bool(person.sleeping.note)
    place = sleeping or (person.sleeping if is_elsewhere else sleeps_at_home(family, day))
    home = family.residence
    if not family.present and home is not None and home.state is HomeState.VACANT and place.house_id == home.place.house_id:
        family = with_home_state(family, home, HomeState.LIVED_IN, day)
    relation = Relation.HEAD if family.head is None else (Relation.OTHER if relation is Relation.HEAD else relation)
    newcomer = replace(person, relation=relation, sleeping=place, joined_on=day, joined_reason=reason, left_on=None, left_reason=None)
    return replace(family, people=(*(one for one in family.people if one.id != person.id or person.id == NEW), newcomer))


def without(family: Family, person_id: int, day: str, *, successor: int | None = None, head_id: int | None = None) -> Family:
    """The family after one of its people has gone to another; when that was the last one it ends."""
    rest = replace(family, people=tuple(one for one in family.people if one.id != person_id))
    return led(rest, day, head_id=head_id) if rest.present else end_family(rest, day, reason="family_ended", successor=successor)


def died(family: Family, person_id: int, day: str, *, head_id: int | None = None) -> Family:
    """The family after a death; after the last one it ends."""
    rest = _departed(family, person_id, day, LeftReason.DEATH, note=None)
    return led(rest, day, head_id=head_id) if rest.present else end_family(rest, day, reason="family_ended")


def left(family: Family, person_id: int, day: str, *, reason: LeftReason, note: str | None, head_id: int | None = None) -> Family:
    """The family after one of its people has left the county; it lives on without people, in vacant homes, for they may return."""
    rest = _departed(family, person_id, day, reason, note=note)
    return led(rest, day, head_id=head_id) if rest.present else _vacated(rest, day)


def _departed(family: Family, person_id: int, day: str, reason: LeftReason, *, note: str | None) -> Family:
    person = family.person(person_id)
    assert person is not None
    sleeping = Sleeping(None, note, day if note else None)
    return with_person(family, replace(person, left_on=day, left_reason=reason.value, sleeping=sleeping))
