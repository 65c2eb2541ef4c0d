"""Say in words what a plan does to homes, slots and people, before it is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gisapp.domain.family import NEW, Family, Held, Home, LeftReason, Person, Sleeping
from gisapp.domain.lines import Line, Slot
from gisapp.language import tr
from gisapp.services.families.family_change import FamilyPlan


@dataclass(frozen=True, slots=True)
class ChangeInWords:
    """Sentences about families, homes, slots and people; empty where nothing changes."""

    families: tuple[str, ...]
    homes: tuple[str, ...]
    slots: tuple[str, ...]
    people: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        return (*self.families, *self.homes, *self.slots, *self.people)


def describe_change(plan: FamilyPlan) -> ChangeInWords:
    """The difference between the families before and after, family by family; each is named when there are several."""
    before = {family.id: family for family in plan.before}
    pairs = [(before.get(family.id), family) for family in plan.after]
    return ChangeInWords(
        tuple(line for old, new in pairs for line in _family_lines(old, new)),
        tuple(line.strip() for old, new in pairs for line in _home_lines(old, new, code=new.code if len(pairs) > 1 else "")),
        tuple(line.strip() for old, new in pairs for line in _slot_lines(old, new, code=new.code if len(pairs) > 1 else "")),
        tuple(_people_lines(plan)),
    )


def _family_lines(old: Family | None, new: Family) -> Iterator[str]:
    if old is None:
        yield tr("新户 {code}：{count} 人，户主{head}", code=new.code, count=len(new.present), head=new.head.name if new.head else "—")
    elif new.ended_on and not old.ended_on:
        yield tr("{family}自 {day} 起不再是一户", family=old.caption, day=new.ended_on)
    elif new.is_relocated and not old.is_relocated:
        yield tr("{family}成为搬迁户，村线和社区线六个岗位待补", family=old.caption)


def _home_lines(old: Family | None, new: Family, *, code: str) -> Iterator[str]:
    known = {home.id: home for home in old.homes} if old else {}
    for home in new.homes:
        values = {"code": code, "role": home.role.caption, "number": home.place.number}
        if home.to_date is not None:
            if not any(_continues(home, one) for one in new.homes):
                yield tr("{code} {role} {number}：到 {day} 为止", day=home.to_date, **values)
        elif home != known.get(home.id):
            yield tr("{code} {role} {number}：{state}，自 {day} 起", state=home.state.caption, day=home.from_date, **values)


def _continues(home: Home, other: Home) -> bool:
    return other.to_date is None and other.place == home.place


def _slot_lines(old: Family | None, new: Family, *, code: str) -> Iterator[str]:
    kept = {held.id: held for held in new.slots}
    for held in old.slots if old else ():
        after = kept.get(held.id)
        if after is None or after.to_date != held.to_date:
            yield tr("{code} {slot}：{name}到 {day} 为止", code=code, slot=_slot(held), name=held.contact, day=_end(after, held))
    if old is None:
        for held in new.slots:
            if held.to_date is None:
                yield tr("{code} {slot}：{name}同样担任", code=code, slot=_slot(held), name=held.contact)
    elif new.is_relocated and not new.ended_on and _grid(old) != _grid(new):
        by_hand = any(held.line is Line.COMMUNITY and held.role == "grid_officer" and held.to_date is None for held in new.slots)
        if not by_hand:
            yield tr("{code} 社区线·网格员：随新住房所在网格", code=code)


def _end(after: Held | None, held: Held) -> str:
    return held.from_date if after is None or after.to_date is None else after.to_date


def _slot(held: Held) -> str:
    return Slot(held.line, held.role).caption


def _grid(family: Family) -> int | None:
    return family.residence.place.grid_id if family.residence else None


def _people_lines(plan: FamilyPlan) -> Iterator[str]:
    known = {person.id: (person, family) for family in plan.before for person in family.people}
    numbers: dict[int | None, str] = {
        home.place.house_id: home.place.number for family in (*plan.before, *plan.after) for home in family.homes if home.place.house_id
    }
    sleepers: dict[Sleeping, list[str]] = {}
    for family in plan.after:
        for person in family.people:
            old, was_in = known.get(person.id, (None, None)) if person.id != NEW else (None, None)
            yield from _person_lines(person, family, old=old, was_in=was_in)
            moves = old is None or (old.sleeping.house_id, old.sleeping.note) != (person.sleeping.house_id, person.sleeping.note)
            if person.left_on is None and moves:
                sleepers.setdefault(person.sleeping, []).append(person.name)
    for sleeping, names in sleepers.items():
        place = numbers.get(sleeping.house_id) or sleeping.note or tr("不详")
        yield tr("{names}今后住：{place}", names=tr("、").join(names), place=place)


def _person_lines(person: Person, family: Family, *, old: Person | None, was_in: Family | None) -> Iterator[str]:
    if person.left_on is not None:
        if old is not None and old.left_on is None:
            died = person.left_reason == LeftReason.DEATH
            yield tr("{name}去世", name=person.name) if died else tr("{name}不再在册", name=person.name)
    elif was_in is None:
        yield tr("{name}进入 {code}：{relation}", name=person.name, code=family.code, relation=person.relation.caption)
    elif was_in.id != family.id:
        values = {"name": person.name, "old": was_in.code, "new": family.code, "relation": person.relation.caption}
        yield tr("{name}从 {old} 到 {new}：{relation}", **values)
    elif old is not None and old.relation is not person.relation:
        yield tr("{name}：{old}→{new}", name=person.name, old=old.relation.caption, new=person.relation.caption)
