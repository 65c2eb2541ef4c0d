"""A ledger of people or families against the county: who is new, what changed, what contradicts."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from operator import attrgetter
from typing import Any

from gisapp.domain.change import Kind
from gisapp.domain.person import Relation
from gisapp.language import tr
from gisapp.services.ledger.family_facts import FamilyFacts, FamilyHomes
from gisapp.services.ledger.family_match import County, Heads, Match, Matcher
from gisapp.services.ledger.family_writes import FamilyWrites, Initials
from gisapp.services.ledger.groups import Group, Grouping
from gisapp.services.ledger.outcome import Difference, Doubt, LedgerPlan, RefusedRow, RowChange, RowRefused
from gisapp.services.ledger.people_rows import LostRow, PeopleReader, PersonRow, refused_row
from gisapp.services.ledger.person_differences import new_values, person_title, shown_value
from gisapp.services.ledger.table import LedgerTable
from gisapp.services.ledger.watch import Watch
from gisapp.storage.ledger import ledger_facts
from gisapp.storage.ledger.ledger_facts import PersonFact

_ASK_EVERY = 500
_FAMILIES_AT_ONCE = 2_000
"""So many families are looked up in the county together: what it knows of a whole one does not have to stand in memory."""


def plan_families(connection: sqlite3.Connection, table: LedgerTable, *, is_strict: bool, today: date, watch: Watch) -> LedgerPlan:
    """Compare every row with the county; nothing is written. About 25 s for 311,000 people."""
    return _Plan(connection, table, is_strict=is_strict, today=today).made(watch)


class _Plan:
    def __init__(self, connection: sqlite3.Connection, table: LedgerTable, *, is_strict: bool, today: date) -> None:
        self._connection, self._table, self._today = connection, table, today.isoformat()
        self._reader = PeopleReader(table, is_strict=is_strict)
        self._grouping = Grouping()
        self._refused: list[RefusedRow] = []
        self._doubts: list[Doubt] = []
        self._new: list[int] = []
        self._changed: list[RowChange] = []
        self._heads: dict[int, str] = {}
        self._same = 0
        self._initials = Initials()
        highest = {name: ledger_facts.highest_id(connection, name) for name in ("household", "resident", "home")}
        self._writes = FamilyWrites(highest=highest)

    def made(self, watch: Watch) -> LedgerPlan:
        total = 2 * len(self._table.rows) or 1
        for done, row in enumerate(self._reader.read()):
            if done % _ASK_EVERY == 0:
                watch.done(done, total)
            if isinstance(row, LostRow):
                self._grouping.note_lost(row.row, was_head=row.was_head, code=row.code)
            else:
                self._grouping.add(row)
        done = len(self._table.rows)
        watch.done(done, total)
        self._grouping.finish()
        watch.done(done, total)
        self._facts = FamilyFacts(self._connection, self._table, today=self._today)
        self._homes = FamilyHomes(self._writes, today=self._today)
        watch.done(done, total)
        everybody = (person for group in self._grouping.groups for person in group.rows)
        matcher = Matcher(Heads(self._connection, everybody, ask=partial(watch.done, done, total)))
        for groups in self._grouping.hand_over(_FAMILIES_AT_ONCE):
            self._take_some(groups, matcher, ask=partial(watch.done, done, total))
            done += len(groups)
        return self._plan(partial(watch.done, total, total))

    def _plan(self, ask: Callable[[], None]) -> LedgerPlan:
        ask()
        refused = sorted([*self._reader.refused, *self._grouping.refused, *self._refused], key=_row)
        doubts = sorted([*self._reader.doubts, *self._doubts, *self._facts.doubts], key=_row)
        ask()
        lost = {one.row for one in refused}
        self._heads |= {row: group.head.id.text for row, group in self._grouping.lost_members.items() if group.head and group.head.id}
        places = self._facts.places
        touched = [Kind.HOUSEHOLD] if self._writes.touched("household") or self._writes.touched("home") else []
        touched += [Kind.RESIDENT] if self._writes.touched("resident") else []
        houses = places.insertions() if places else []
        changed = tuple(sorted(self._changed, key=_row))
        ask()
        writes = self._writes.finished(houses, ask)
        kept = tuple(one for one in doubts if one.row not in lost)
        heads = {row: head for row, head in self._heads.items() if row in lost}
        ask()
        return LedgerPlan(
            self._table.kind, len(self._table.rows), tuple(self._new), changed, self._same, tuple(refused), kept, writes,
            (*touched, *([Kind.HOUSE] if houses else [])), heads,
        )  # fmt: skip

    def _take_some(self, groups: Sequence[Group], matcher: Matcher, *, ask: Callable[[], None]) -> None:
        people = [person for group in groups for person in group.rows]
        county = County(self._connection, people, heads=matcher.heads, ask=ask)
        for place, group in enumerate(groups):
            if place % _ASK_EVERY == 0:
                ask()
            self._take(group, matcher.match(group, county), county)

    def _take(self, group: Group, match: Match, county: County) -> None:
        """Decide about every row of one family."""
        if group.head is not None and group.head.id:
            self._heads |= {person.row: group.head.id.text for person in group.rows}
        rows = self._without_refused(group, match)
        if not rows:
            return
        wanted: dict[str, Any] | None = None
        bearer: PersonRow | None = group.head if group.head in rows else None
        try:
            wanted = self._facts.wanted(group, match.household)
        except RowRefused as error:
            at = next((person for person in rows if error.field_key in person.texts), rows[0])
            self._refused.append(refused_row(self._table, at.row, error))
            rows = [person for person in rows if person is not at]
            bearer = group.head if group.head in rows else None
        if match.household is None:
            self._add_family(group, rows, wanted)
        else:
            self._compare_family(match, rows, wanted, bearer, county)

    def _without_refused(self, group: Group, match: Match) -> list[PersonRow]:
        for person, reason in match.refused:
            self._refused.append(RefusedRow(person.row, "", person.name or person.code, reason))
        lost = {person.row for person, _ in match.refused}
        rows = [person for person in group.rows if person.row not in lost]
        if match.household is None:
            rows = self._fit_to_begin(group, rows)
        return rows

    def _fit_to_begin(self, group: Group, rows: list[PersonRow]) -> list[PersonRow]:
        """Those of a new family that can be taken: none without its head, nobody without name, sex and birth date."""
        fit = []
        for person in rows:
            reason = _unfit(person)
            if reason:
                self._refused.append(RefusedRow(person.row, "", person.name or person.code, reason))
            else:
                fit.append(person)
        if group.head is not None and group.head in fit:
            return fit
        for person in fit:
            if group.head is None and group.code in self._grouping.lost_heads:
                reason = tr("户主所在的第 {row} 行没有导入", row=self._grouping.lost_heads[group.code])
            elif group.head is None:
                reason = tr("县里没有这一户，表中这一户也没有户主")
            else:
                reason = tr("户主所在的第 {row} 行没有导入", row=group.head.row)
            self._refused.append(RefusedRow(person.row, "", person.name, reason))
        return []

    def _add_family(self, group: Group, rows: list[PersonRow], wanted: dict[str, Any] | None) -> None:
        if wanted is None or group.head not in rows:
            for person in rows:
                reason = tr("户主所在的第 {row} 行没有导入", row=group.head.row if group.head else person.row)
                self._refused.append(RefusedRow(person.row, "", person.name, reason))
            return
        household = self._writes.household(
            group.code or self._facts.new_code(group, wanted), wanted.get("origin_division_id"), wanted.get("relocated_on")
        )
        self._homes.begin(household, wanted)
        for person in rows:
            self._add_person(household, person)

    def _add_person(self, household: int, person: PersonRow) -> None:
        relation = person.relation
        if relation is None:
            self._doubts.append(Doubt(person.row, self._table.title_of("relation"), person.name, tr("没有写与户主关系，按“其他”记")))
            relation = Relation.OTHER
        assert person.sex is not None
        marks = [int(bool(mark)) for mark in person.marks]
        values = (relation.value, person.name, self._initials.of(person.name), person.sex.value, person.birth_date)
        self._writes.resident(household, (*values, person.id_text or None, person.phone, *marks))
        self._new.append(person.row)

    def _compare_family(
        self, match: Match, rows: list[PersonRow], wanted: dict[str, Any] | None, bearer: PersonRow | None, county: County
    ) -> None:
        assert match.household is not None
        fit = [person for person in rows if not self._is_refused_as_unfit(person, match)]
        bearer = bearer if bearer in fit else next((person for person in fit if person.row in match.known), fit[0] if fit else None)
        shared: list[Difference] = []
        if wanted and bearer is not None:
            shared = self._homes.compare(match.household, county.homes_of(match.household.id), wanted, self._facts)
        for person in fit:
            fact = match.known.get(person.row)
            if fact is None and person.name:
                self._add_person(match.household.id, person)
            else:
                self._compare(person, fact, shared if person is bearer else [])

    def _is_refused_as_unfit(self, person: PersonRow, match: Match) -> bool:
        reason = _unfit(person) if person.name and person.row not in match.known else ""
        if reason:
            self._refused.append(RefusedRow(person.row, "", person.name, reason))
        return bool(reason)

    def _compare(self, person: PersonRow, fact: PersonFact | None, more: list[Difference]) -> None:
        values = new_values(person, fact) if fact else {}
        differences = [*self._differences(fact, values), *more] if fact else more
        if fact and values:
            self._alter(fact, values)
        if differences:
            self._changed.append(RowChange(person.row, person.name or person.code, tuple(differences)))
        else:
            self._same += 1

    def _alter(self, fact: PersonFact, values: dict[str, Any]) -> None:
        if "name" in values:
            values["initials"] = self._initials.of(values["name"])
        is_no_longer_head = fact.relation == Relation.HEAD and "relation" in values
        (self._writes.alter_first if is_no_longer_head else self._writes.alter)("resident", fact.id, values)

    def _differences(self, fact: PersonFact, values: dict[str, Any]) -> list[Difference]:
        return [
            Difference(person_title(self._table.kind, key), shown_value(key, getattr(fact, key)), shown_value(key, value))
            for key, value in values.items()
        ]


_row = attrgetter("row")


def _unfit(person: PersonRow) -> str:
    """Why nobody new can be made of the row; "" when somebody can."""
    if not person.name:
        return tr("县里没有这一户，表中也没有写户主姓名")
    if person.sex is None:
        return tr("没有性别，也没有身份证号")
    if not person.birth_date:
        return tr("没有出生日期，也没有身份证号")
    return ""
