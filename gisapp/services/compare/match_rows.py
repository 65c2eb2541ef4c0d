"""Which of ours each row of another department's list is, and in what it differs."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from gisapp.domain.ledger import LedgerKind
from gisapp.language import tr
from gisapp.services.compare.comparison import Differing, FieldDifference, OnlyThere
from gisapp.services.ledger.family_facts import FamilyFacts, FamilyHomes
from gisapp.services.ledger.family_match import County
from gisapp.services.ledger.family_writes import FamilyWrites
from gisapp.services.ledger.groups import Group
from gisapp.services.ledger.outcome import RefusedRow, RowRefused
from gisapp.services.ledger.people_rows import PersonRow, file_title
from gisapp.services.ledger.person_differences import new_values, person_title, shown_value
from gisapp.services.ledger.table import LedgerTable
from gisapp.storage.ledger.ledger_facts import HouseholdFact, PersonFact
from gisapp.storage.places.divisions import merged_divisions

OurPlace = tuple[int | None, int | None, int | None]
"""Grid, village and town of a family's current home."""

Found = tuple[HouseholdFact, PersonFact | None]
"""The family, and the person of it; None for a family without head."""


class RowMatcher:
    """Takes rows one by one; ``inside``: families of ours that are compared, None = all."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        table: LedgerTable,
        county: County,
        *,
        places: Mapping[int, OurPlace],
        inside: frozenset[int] | None,
        today: str,
    ) -> None:
        self._places = places
        self._today_of = {old: new for old, new, _parent in merged_divisions(connection)}
        self._table, self._county, self._inside = table, county, inside
        self._is_households = table.kind is LedgerKind.HOUSEHOLDS
        self._facts = FamilyFacts(connection, table, today=today)
        self._homes = FamilyHomes(FamilyWrites(highest={"household": 0, "resident": 0, "home": 0}), today=today)
        self.only_there: list[OnlyThere] = []
        self.refused: list[RefusedRow] = []
        self.duplicates: list[int] = []
        self._matches: list[tuple[PersonRow, Found]] = []
        self._rows_of: dict[int, int] = {}
        self._rows_by_key: dict[str, int] = {}

    @property
    def found(self) -> frozenset[int]:
        """Ids of ours that a row is: people, or families in a list of households."""
        return frozenset(self._rows_of)

    def take(self, person: PersonRow) -> None:
        """Match one row, or say why it is only there or cannot be compared."""
        try:
            earlier = self._said_before(person)
            if earlier:
                raise RowRefused(earlier)
            found = self._family_of(person) if self._is_households else self._person_of(person)
        except RowRefused as error:
            title = file_title(self._table, error.field_key) if error.field_key else ""
            self.refused.append(RefusedRow(person.row, title, error.value or person.name or person.code, error.reason))
            return
        if found is not None:
            self._keep(person, found)

    def _said_before(self, person: PersonRow) -> str:
        """Why the row only repeats an earlier one; "" when it does not."""
        key = person.id_key or (person.code if self._is_households else "")
        earlier = self._rows_by_key.setdefault(key, person.row) if key else person.row
        if earlier == person.row:
            return ""
        self.duplicates.append(person.row)
        return tr("身份证号与第 {row} 行相同", row=earlier) if person.id_key else tr("户编号与第 {row} 行相同", row=earlier)

    def _keep(self, person: PersonRow, found: Found) -> None:
        family, fact = found
        if self._inside is not None and family.id not in self._inside:
            self._only_there(person, tr("县里有，不在所比对的单位：户 {family}", family=self._county.named(family.id)))
            return
        key = family.id if self._is_households or fact is None else fact.id
        earlier = self._rows_of.setdefault(key, person.row)
        if earlier != person.row:
            self.duplicates.append(person.row)
            reason = tr("与第 {row} 行是同一户", row=earlier) if self._is_households else tr("与第 {row} 行是同一个人", row=earlier)
            self.refused.append(RefusedRow(person.row, "", person.name or person.code, reason))
            return
        self._matches.append((person, found))

    def _only_there(self, person: PersonRow, note: str = "") -> None:
        self.only_there.append(OnlyThere(person.row, person.code, person.name or person.head_name, person.id_text, note))

    def _person_of(self, person: PersonRow) -> Found | None:
        fact = self._county.by_number.get(person.id_key) if person.id_key else None
        if fact is not None and fact.left_on is not None:
            self._only_there(
                person, tr("县里记着此人已于 {day} 离开户 {family}", day=fact.left_on, family=self._county.named(fact.household_id))
            )
            return None
        if fact is None:
            fact = self._by_code_and_name(person)
        if fact is None:
            self._only_there(person)
            return None
        return self._county.households[fact.household_id], fact

    def _by_code_and_name(self, person: PersonRow) -> PersonFact | None:
        """The member of the family with this code that bears the name (and birth date, where the row says one)."""
        if not person.code and not person.id_key:
            raise RowRefused(tr("没有身份证号，也没有户编号，不能比对"))
        family = self._county.by_code.get(person.code) if person.code else None
        named = [one for one in self._county.members(family.id) if one.name == person.name] if family else []
        found = [one for one in named if not person.birth_date or one.birth_date == person.birth_date]
        if len(found) > 1:
            raise RowRefused(tr("这一户有 {count} 人叫{name}，请写身份证号", count=len(found), name=person.name))
        return found[0] if found else None

    def _family_of(self, person: PersonRow) -> Found | None:
        if not person.code and not person.id_key:
            raise RowRefused(tr("没有身份证号，也没有户编号，不能比对"))
        bearer = self._county.by_number.get(person.id_key) if person.id_key else None
        by_id = self._county.households[bearer.household_id] if bearer and bearer.left_on is None else None
        by_code = self._county.by_code.get(person.code) if person.code else None
        if by_id and by_code and by_id.id != by_code.id:
            families = (self._county.named(by_code.id), self._county.named(by_id.id))
            raise RowRefused(tr("户编号是户 {first} 的，身份证号却在户 {second}，请核对", first=families[0], second=families[1]))
        family = by_code or by_id
        if family is None or family.ended_on:
            self._only_there(person, tr("户 {code} 已于 {day} 结束", code=family.code, day=family.ended_on) if family else "")
            return None
        return family, self._county.head(family.id)

    # In what they differ

    def compared(self) -> tuple[tuple[Differing, ...], int]:
        """(rows that differ in the order of the file, how many do not)."""
        shared = self._family_differences()
        different: list[Differing] = []
        for person, (family, fact) in self._matches:
            found = (*self._own(person, family, fact), *shared.get(person.row, ()))
            if found:
                name = person.name or (fact.name if fact else "")
                number = person.id_text or (fact.id_number if fact else "") or ""
                different.append(Differing(person.row, family.id, family.code, name, number, found))
        return tuple(different), len(self._matches) - len(different)

    def _own(self, person: PersonRow, family: HouseholdFact, fact: PersonFact | None) -> tuple[FieldDifference, ...]:
        found = []
        if person.code and person.code != family.code:
            found.append(FieldDifference("code", person_title(self._table.kind, "code"), family.code, person.code))
        for key, value in (new_values(person, fact) if fact else {}).items():
            ours, theirs = (shown_value(key, one, is_revealed=True) for one in (getattr(fact, key), value))
            found.append(FieldDifference(key, person_title(self._table.kind, key), ours, theirs))
        return tuple(found)

    def _family_differences(self) -> dict[int, tuple[FieldDifference, ...]]:
        """row -> what is said of the whole family, once for each, at its head's row or its first."""
        groups: dict[int, Group] = {}
        for person, (family, fact) in self._matches:
            group = groups.setdefault(family.id, Group(family.code))
            group.rows.append(person)
            if fact is not None and fact.relation == "head":
                group.head = person
        families = {family.id: family for _person, (family, _fact) in self._matches}
        return {
            (group.head or group.rows[0]).row: found for key, group in groups.items() if (found := self._of_family(group, families[key]))
        }

    def _of_family(self, group: Group, family: HouseholdFact) -> tuple[FieldDifference, ...]:
        try:
            wanted = self._facts.wanted(group, family)
            found = self._unit_differences(group, family)
        except RowRefused as error:
            title = file_title(self._table, error.field_key) if error.field_key else ""
            return (FieldDifference(error.field_key, title, "", tr("{value}（{reason}）", value=error.value, reason=error.reason)),)
        more = self._homes.compare(family, self._county.homes_of(family.id), wanted, self._facts) if wanted else []
        return (*found, *(FieldDifference("", one.title, one.old, one.new) for one in more))

    def _unit_differences(self, group: Group, family: HouseholdFact) -> list[FieldDifference]:
        """Village and grid where they are others than those of the current home; old names are those of today. Raises RowRefused."""
        texts = group.texts(("town", "village", "grid"))
        grid, village, town = self._places.get(family.id, (None, None, None))
        units, found = self._facts.units, []
        if "village" in texts:
            theirs = units.division(texts["village"], town=texts.get("town", "")).id
            if self._today_of.get(theirs, theirs) not in (village, town):
                ours = units.divisions[village].name if village else ""
                found.append(FieldDifference("village", person_title(self._table.kind, "village"), ours, texts["village"]))
        if "grid" in texts and units.grid(texts["grid"], town=texts.get("town", ""), village=texts.get("village", "")) != grid:
            ours = units.grids[grid][2] if grid else ""
            found.append(FieldDifference("grid", person_title(self._table.kind, "grid"), ours, texts["grid"]))
        return found
