"""A ledger of damaged houses against the county: found by house and event, changed where it says something else.

A day of the beginning goes to the first stage of the way, a day of the finish to the last; dates never run backwards here either.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from gisapp.domain.change import Kind
from gisapp.domain.damage import Damage, DamageEvent, DamageGrade, DamageState, RebuildWay, StageLine, lined_up
from gisapp.domain.damage_dates import fault_of_stages, span
from gisapp.domain.ids import new_uid
from gisapp.domain.ledger import caption_of
from gisapp.language import tr
from gisapp.services.damage.rebuild_stages import rebuild_stages
from gisapp.services.ledger.damage_cells import GivenDamage, given_damage
from gisapp.services.ledger.damage_people import STAY, DamagePeople
from gisapp.services.ledger.damaged_houses import DamagedHouses
from gisapp.services.ledger.outcome import Alteration, Difference, Insertion, LedgerPlan, RefusedRow, RowChange, RowRefused, Writes
from gisapp.services.ledger.people_rows import refused_row, row_texts
from gisapp.services.ledger.table import LedgerTable
from gisapp.storage.damage import damage, damaged_houses
from gisapp.storage.damage.damaged_houses import HouseName
from gisapp.storage.ledger import ledger_facts

DAMAGE = (
    "id", "uid", "house_uid", "event_id", "reported_on", "state", "grade", "note", "way", "planned_on", "begun_on", "finished_on",
    "contact_id",
)  # fmt: skip
STATE = ("uid", "damage_id", "state", "grade", "on_date", "who", "note")
STAGE = ("uid", "damage_id", "stage", "begun_on", "finished_on")
Key = tuple[str, int | None]


def plan_damage(connection: sqlite3.Connection, table: LedgerTable, *, today: date) -> LedgerPlan:
    """What becomes of every row of a ledger of damaged houses."""
    register = DamageRegister(connection, table, today.isoformat())
    for number, cells in table.rows:
        register.take(number, cells)
    return register.plan()


class DamageRegister:
    """Reads rows one by one and keeps what was decided of each."""

    def __init__(self, connection: sqlite3.Connection, table: LedgerTable, today: str) -> None:
        self._table, self._today = table, today
        self._places = tuple((place, key) for place, key in enumerate(table.header.fields) if key)
        self._stages = rebuild_stages(connection)
        self._events = {event.name: event for event in damage.events(connection)}
        found = damage.rows(connection, self._stages)
        self._known: dict[Key, Damage] = {(one.house_uid, one.event): one for one in sorted(found, key=_open_last)}
        self._recorded = damage.stage_lines(connection, [one.id for one in found])
        self._stage_rows = damage.stage_ids(connection)
        rows = [row_or_nothing(table, self._places, cells) for _number, cells in table.rows]
        self._connection, self._houses = connection, DamagedHouses(connection, rows)
        self._people = DamagePeople(connection, rows, today)
        self._next = ledger_facts.highest_id(connection, "damage")
        self._seen: dict[Key, int] = {}
        self._refused: list[RefusedRow] = []
        self._new: list[int] = []
        self._changed: list[RowChange] = []
        self._same = 0
        self._added: list[tuple[Any, ...]] = []
        self._states: list[tuple[Any, ...]] = []
        self._begun: list[tuple[Any, ...]] = []
        self._altered: list[tuple[int, dict[str, Any]]] = []
        self._altered_stages: list[tuple[int, dict[str, Any]]] = []

    def take(self, number: int, cells: list[str]) -> None:
        """Decide one row."""
        try:
            texts = row_texts(self._table, self._places, cells)
            given = given_damage(texts, is_1904=self._table.notes.is_1904)
            event = self._event(given)
            house = self._houses.of(texts, given.number)
            key = (house.uid, event.id if event else None)
            if self._seen.setdefault(key, number) != number:
                raise RowRefused(tr("与第 {row} 行是同一处房屋、同一灾次", row=self._seen[key]), field_key="number", value=given.number)
            known = self._known.get(key)
            if known is None:
                self._add(number, texts, given, house, event)
            else:
                self._compare(number, texts, given, known)
        except RowRefused as error:
            self._refused.append(refused_row(self._table, number, error))

    def plan(self) -> LedgerPlan:
        """Everything decided."""
        insertions = [
            Insertion(name, dict(zip(columns, map(list, zip(*rows, strict=True)), strict=True)))
            for name, columns, rows in (
                ("damage", DAMAGE, self._added),
                ("damage_state", STATE, self._states),
                ("damage_stage", STAGE, self._begun),
                ("damage_stay", STAY, self._people.stays),
            )
            if rows
        ]
        then = [Alteration(name, tuple(rows)) for name, rows in (("damage", self._altered), ("damage_stage", self._altered_stages)) if rows]
        return LedgerPlan(
            self._table.kind, len(self._table.rows), tuple(self._new), tuple(self._changed), self._same, tuple(self._refused), (),
            Writes(self._people.first, tuple(insertions), (*then, *self._people.then)),
            (Kind.DAMAGE, Kind.RESIDENT) if self._people.stays else (Kind.DAMAGE,),
        )  # fmt: skip

    def _event(self, given: GivenDamage) -> DamageEvent | None:
        if not given.event:
            return None
        event = self._events.get(given.event)
        if event is None:
            known = tr("、").join(self._events) or tr("还没有灾次")
            raise RowRefused(tr("没有这个灾次，请先登记；已有：{names}", names=known), field_key="event", value=given.event)
        if given.reported_on and given.reported_on < event.from_date:
            raise RowRefused(tr("上报日期早于灾次开始的 {first}", first=event.from_date), field_key="reported_on", value=given.reported_on)
        return event

    def _add(self, row: int, texts: Mapping[str, str], given: GivenDamage, house: HouseName, event: DamageEvent | None) -> None:
        first = event.from_date if event else min(filter(None, (given.begun_on, given.finished_on, self._today)))
        reported = given.reported_on or first
        self._refuse_days(given, reported)
        stages = self._stages_after((), given.way, given, reported)
        begun, finished = span(stages)
        contact = self._people.contact(given, None)
        tied = [home.household for home in damaged_houses.homes_at(self._connection, house.uid)] if given.stay else []
        stay = self._people.stay(texts, given, tied=tied, known=None, reported=reported)
        state = given.state or DamageState.REPORTED
        self._next += 1
        if stay is not None:
            self._people.note(stay[0], given.stay, stay[1], damage_id=self._next, house=house.house)
        way = given.way.value if given.way else None
        self._added.append(
            (self._next, new_uid(), house.uid, event.id if event else None, reported, state.value, given.grade.value, given.note, way,
             given.planned_on or None, begun, finished, contact.id if contact else None)
        )  # fmt: skip
        self._states.append(self._state_row(self._next, state, given.grade, reported, given.note))
        self._begun += [
            (new_uid(), self._next, line.stage, line.begun_on, line.finished_on) for line in stages if line.begun_on or line.finished_on
        ]
        self._new.append(row)

    def _compare(self, row: int, texts: Mapping[str, str], given: GivenDamage, one: Damage) -> None:
        if given.reported_on not in ("", one.reported_on):
            raise RowRefused(tr("县里的上报日期是 {day}，不能改", day=one.reported_on), field_key="reported_on", value=given.reported_on)
        self._refuse_days(given, one.reported_on)
        way = given.way or one.way
        before = self._stages_of(one, way)
        after = self._stages_after(before, way, given, one.reported_on, was=one)
        if given.grade is DamageGrade.NONE and one.begun_on is not None:
            raise RowRefused(tr("已于 {day} 开工，不能改为未受损", day=one.begun_on), field_key="grade")
        begun, finished = span(after) if after != before else (one.begun_on, one.finished_on)
        state = given.state or one.state
        values: dict[str, Any] = {
            "state": state.value,
            "grade": given.grade.value,
            "note": given.note or one.note,
            "way": way.value if way and given.grade is not DamageGrade.NONE else None,
            "planned_on": given.planned_on or one.planned_on,
            "begun_on": begun,
            "finished_on": finished,
        }
        changed = {key: value for key, value in values.items() if value != getattr(one, key)}
        differences = [self._difference(key, one, value) for key, value in changed.items()]
        contact = self._people.contact(given, one)
        stay = self._people.stay(texts, given, tied=one.families, known=one.id, reported=one.reported_on)
        if contact is not None:
            changed["contact_id"] = contact.id
            differences.append(Difference(caption_of(self._table.kind, "contact"), one.contact_name, contact.name))
        if stay is not None:
            self._people.note(stay[0], given.stay, stay[1], damage_id=one.id, house=one.house)
            differences.append(Difference(caption_of(self._table.kind, "stay"), "", given.stay))
        if not differences:
            self._same += 1
            return
        if changed:
            self._altered.append((one.id, changed))
        if {"state", "grade"} & set(changed):
            self._states.append(self._state_row(one.id, state, given.grade, self._today, given.note))
        self._note_stages(one.id, before, after)
        self._changed.append(RowChange(row, one.number, tuple(differences)))

    def _refuse_days(self, given: GivenDamage, reported: str) -> None:
        if reported > self._today:
            raise RowRefused(tr("上报日期还没有到"), field_key="reported_on", value=reported)
        if given.planned_on and given.planned_on < reported:
            raise RowRefused(tr("计划完工日期早于上报日期 {day}", day=reported), field_key="planned_on", value=given.planned_on)
        if given.way is not None and given.grade is DamageGrade.NONE:
            raise RowRefused(tr("未受损的房屋没有恢复方式"), field_key="way", value=given.way.caption)

    def _stages_of(self, one: Damage, way: RebuildWay | None) -> tuple[StageLine, ...]:
        return lined_up(self._recorded.get(one.id, ()), self._stages[way] if way else ())

    def _stages_after(
        self, before: tuple[StageLine, ...], way: RebuildWay | None, given: GivenDamage, reported: str, *, was: Damage | None = None
    ) -> tuple[StageLine, ...]:
        """The stages once the row's days of begin and finish, where they are new, are put in; raises RowRefused where they do not fit."""
        begun = given.begun_on if was is None or given.begun_on != was.begun_on else ""
        finished = given.finished_on if was is None or given.finished_on != was.finished_on else ""
        if not (begun or finished):
            return before
        if way is None:
            raise RowRefused(tr("写了开工或完工日期，但没有写恢复方式"), field_key="way")
        lines = list(before or lined_up((), self._stages[way]))
        if begun:
            lines[0] = replace(lines[0], begun_on=begun)
        if finished:
            lines[-1] = replace(lines[-1], finished_on=finished)
        fault = fault_of_stages(lines, reported_on=reported, today=self._today)
        if fault:
            raise RowRefused(fault, field_key="finished_on" if finished else "begun_on", value=finished or begun)
        return tuple(lines)

    def _note_stages(self, damage_id: int, before: Sequence[StageLine], after: Sequence[StageLine]) -> None:
        for line in after:
            if line in before:
                continue
            row = self._stage_rows.get((damage_id, line.stage))
            if row is None:
                self._begun.append((new_uid(), damage_id, line.stage, line.begun_on, line.finished_on))
            else:
                self._altered_stages.append((row, {"begun_on": line.begun_on, "finished_on": line.finished_on}))

    def _state_row(self, damage_id: int, state: DamageState, grade: DamageGrade, day: str, note: str) -> tuple[Any, ...]:
        return (new_uid(), damage_id, state.value, grade.value, day, tr("台账导入"), note)

    def _difference(self, key: str, one: Damage, value: Any) -> Difference:
        words: dict[str, dict[str, str]] = {
            "state": {each.value: each.caption for each in DamageState},
            "grade": {each.value: each.caption for each in DamageGrade},
            "way": {each.value: each.caption for each in RebuildWay},
        }
        old = getattr(one, key)
        named = words.get(key, {})
        return Difference(caption_of(self._table.kind, key), named.get(old or "", old or ""), named.get(value or "", value or ""))


def row_or_nothing(table: LedgerTable, places: tuple[tuple[int, str], ...], cells: list[str]) -> dict[str, str]:
    """The texts of a row; none for one that will be refused."""
    try:
        return row_texts(table, places, cells)
    except RowRefused:
        return {}


def _open_last(one: Damage) -> tuple[bool, str, int]:
    """Of several damages of a house in an event the open one counts, else the latest."""
    return (one.finished_on is None, one.reported_on, one.id)
