"""Which family of the county a family of the file is, and which person each row: by number, by code, never by guess."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from gisapp.domain.id_number import in_eighteen
from gisapp.domain.person import Relation
from gisapp.language import tr
from gisapp.services.ledger.groups import Group
from gisapp.services.ledger.people_rows import PersonRow
from gisapp.storage.ledger import ledger_facts
from gisapp.storage.ledger.ledger_facts import HomeFact, HouseholdFact, PersonFact

T = TypeVar("T")
_PIECE = 10_000


@dataclass(slots=True)
class Match:
    """The family (None = new), the person of the county for each row number, and the rows that contradict the county."""

    household: HouseholdFact | None = None
    known: dict[int, PersonFact] = field(default_factory=dict)
    refused: list[tuple[PersonRow, str]] = field(default_factory=list)


class Heads:
    """The county's heads by name and birth date, for those of a file of whom it says neither code nor number."""

    def __init__(self, connection: sqlite3.Connection, people: Iterable[PersonRow], *, ask: Callable[[], None] = lambda: None) -> None:
        """Asks the county piece by piece; before each ``ask()`` may raise Cancelled."""
        names = {person.name for person in people if _has_name_alone(person)}
        self._heads: dict[tuple[str, str], list[PersonFact]] = {}
        for several in _pieces(sorted(names), ask):
            for head in ledger_facts.heads_named(connection, several):
                self._heads.setdefault((head.name, head.birth_date), []).append(head)

    def like(self, person: PersonRow) -> list[PersonFact]:
        """Heads with the same name and birth date."""
        return self._heads.get((person.name, person.birth_date), []) if _has_name_alone(person) else []


def _has_name_alone(person: PersonRow) -> bool:
    return person.relation is Relation.HEAD and person.id is None and bool(person.name) and not person.code


class County:
    """What the county knows of the people and families a file names."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        people: Sequence[PersonRow],
        *,
        heads: Heads | None = None,
        ask: Callable[[], None] = lambda: None,
    ) -> None:
        """Asks the county piece by piece; before each ``ask()`` may raise Cancelled. ``heads``: whose families are meant too."""
        self.by_number: dict[str, PersonFact] = {}
        self.by_code: dict[str, HouseholdFact] = {}
        for piece in _pieces(people, ask):
            numbers = {person.id_key for person in piece} | {person.id_text for person in piece} | {person.head_id for person in piece}
            numbers |= {_in_fifteen(number) for number in numbers}
            numbers.discard("")
            self.by_number |= {in_eighteen(one.id_number or ""): one for one in ledger_facts.people_by_id_number(connection, numbers)}
            codes = {person.code for person in piece if person.code} - self.by_code.keys()
            self.by_code |= {one.code: one for one in ledger_facts.households_by_code(connection, codes)}
        ids = {one.household_id for one in self.by_number.values()} | {one.id for one in self.by_code.values()}
        ids |= {head.household_id for person in people for head in (heads.like(person) if heads else ())}
        self.households: dict[int, HouseholdFact] = {}
        self._members: dict[int, list[PersonFact]] = {}
        self._homes: dict[int, dict[str, HomeFact]] = {}
        for some in _pieces(sorted(ids), ask):
            self._gather(connection, some)

    def _gather(self, connection: sqlite3.Connection, ids: Sequence[int]) -> None:
        self.households |= {one.id: one for one in ledger_facts.households_by_id(connection, ids)}
        for one in ledger_facts.people_of(connection, ids):
            if one.left_on is None:
                self._members.setdefault(one.household_id, []).append(one)
        for home in ledger_facts.homes_of(connection, ids):
            self._homes.setdefault(home.household_id, {})[home.role] = home

    def members(self, household: int) -> list[PersonFact]:
        """Who belongs to the family now."""
        return self._members.get(household, [])

    def head(self, household: int) -> PersonFact | None:
        """The family's head."""
        return next((one for one in self.members(household) if one.relation == Relation.HEAD), None)

    def homes_of(self, household: int) -> dict[str, HomeFact]:
        """role -> current home."""
        return self._homes.get(household, {})

    def named(self, household: int) -> str:
        """A family for a sentence: its code and its head."""
        head = self.head(household)
        return tr("{code}（{head}）", code=self.households[household].code, head=head.name if head else tr("无户主"))


def _pieces(things: Sequence[T], ask: Callable[[], None]) -> Iterator[Sequence[T]]:
    """``things`` so many at a time that each piece takes less than a tenth of a second."""
    for at in range(0, len(things), _PIECE):
        ask()
        yield things[at : at + _PIECE]


class Matcher:
    """Finds for every family of the file its family in the county, which may be known piece by piece."""

    def __init__(self, heads: Heads) -> None:
        self.heads = heads
        self._taken: dict[int, int] = {}
        self._families: dict[int, int] = {}

    def match(self, group: Group, county: County) -> Match:
        """The county's side of one family of the file."""
        self._county, match = county, Match()
        reason = self._find(group, match)
        if reason:
            match.refused = [(person, reason) for person in group.rows]
            return match
        for person in group.rows:
            self._match_person(person, match)
        self._check_head(group, match)
        return match

    def _find(self, group: Group, match: Match) -> str:
        """Set the family; returns why the whole family has to be refused, else ""."""
        found = self._by_code_or_number(group)
        if isinstance(found, str):
            return found
        if found is None:
            return ""
        if found.ended_on:
            return tr("户 {code} 已于 {day} 结束", code=found.code, day=found.ended_on)
        earlier = self._families.setdefault(found.id, group.rows[0].row)
        if earlier != group.rows[0].row:
            return tr("与第 {row} 行同属户 {code}，请合在一起写", row=earlier, code=found.code)
        match.household = found
        return ""

    def _by_code_or_number(self, group: Group) -> HouseholdFact | str | None:
        county = self._county
        if group.code:
            return county.by_code.get(group.code)
        by_head = self._present(group.head_id) or (self._present(group.head.id_key) if group.head else None)
        if by_head is not None:
            return county.households[by_head.household_id]
        by_member = self._by_members(group)
        if by_member is not None or group.head is None:
            return by_member
        head = group.head
        alike = self.heads.like(head)
        if len(alike) > 1:
            return tr("县里有 {count} 位户主叫{name}且出生日期相同，请写户编号或身份证号", count=len(alike), name=head.name)
        return county.households[alike[0].household_id] if alike else None

    def _present(self, key: str) -> PersonFact | None:
        """Whoever bears the number and has not left."""
        found = self._county.by_number.get(key) if key else None
        return found if found is not None and found.left_on is None else None

    def _by_members(self, group: Group) -> HouseholdFact | None:
        """The family of those whose numbers are known: only when the file names no head, or a head of the same name."""
        for person in group.rows:
            fact = self._present(person.id_key)
            if fact is None:
                continue
            present = self._county.head(fact.household_id)
            if group.head is None or (present is not None and present.name == group.head.name):
                return self._county.households[fact.household_id]
        return None

    def _match_person(self, person: PersonRow, match: Match) -> None:
        fact = self._county.by_number.get(person.id_key) if person.id_key else None
        reason = ""
        if fact is not None and fact.left_on is not None:
            reason = tr("县里记着此人已于 {day} 离开户 {family}", day=fact.left_on, family=self._county.named(fact.household_id))
        elif fact is not None and (match.household is None or fact.household_id != match.household.id):
            reason = tr("同一身份证号在县里属于户 {family}", family=self._county.named(fact.household_id))
        elif fact is None and match.household is not None and person.name:
            fact, reason = self._by_name(person, match.household.id)
        if fact is not None and not reason and self._taken.setdefault(fact.id, person.row) != person.row:
            reason = tr("与第 {row} 行是同一个人", row=self._taken[fact.id])
        if reason:
            match.refused.append((person, reason))
        elif fact is not None:
            match.known[person.row] = fact

    def _by_name(self, person: PersonRow, household: int) -> tuple[PersonFact | None, str]:
        """The member of the family with the same name and birth date; with the name alone where the file says no date."""
        named = [one for one in self._county.members(household) if one.name == person.name]
        found = [one for one in named if one.birth_date == person.birth_date] if person.birth_date else named
        if len(found) > 1:
            return None, tr("这一户有 {count} 人叫{name}，请写身份证号", count=len(found), name=person.name)
        return (found[0], "") if found else (None, "")

    def _check_head(self, group: Group, match: Match) -> None:
        """A family keeps one head: another can follow only where the file says what the former head is now."""
        if match.household is None:
            return
        lost = {person.row for person, _ in match.refused}
        present = self._county.head(match.household.id)
        rows = [person for person in group.rows if person.row not in lost]
        new = next((person for person in rows if person.relation is Relation.HEAD and person.name), None)
        if present is None:
            return
        own_row = next((person for person in rows if match.known.get(person.row) == present), None)
        is_same = new is not None and new is own_row
        steps_down = own_row is not None and own_row.relation is not None and own_row.relation is not Relation.HEAD
        if new is not None and not is_same and not steps_down:
            reason = tr("县里这一户的户主是{name}；要换户主，请在表中写明{name}与新户主的关系", name=present.name)
            match.refused.append((new, reason))
            match.known.pop(new.row, None)
        elif own_row is not None and steps_down and new is None:
            match.refused.append((own_row, tr("县里此人是户主，表中却不是，也没有写新的户主")))
            match.known.pop(own_row.row, None)


def _in_fifteen(number: str) -> str:
    """The old number that an 18-character one may have been; "" when there was none."""
    return number[:6] + number[8:17] if len(number) == 18 and number[6:8] == "19" else ""
