"""Of whom a row with kept columns speaks: a household by code or ID number, a grid, a village; never by guess."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from gisapp.domain.change import Kind
from gisapp.domain.id_number import IdFault, IdNumber, fault_reason, in_eighteen, read_id_number
from gisapp.domain.ledger import LedgerKind
from gisapp.domain.written import person_name, tidy
from gisapp.language import tr
from gisapp.services.ledger.outcome import Doubt, RowRefused
from gisapp.services.ledger.table import LedgerTable
from gisapp.services.ledger.units import Units
from gisapp.storage.ledger import ledger_facts
from gisapp.storage.ledger.kept_columns import Subject


class Subjects:
    """Looks up everybody a table names at once; ``doubts`` and ``kinds`` grow along."""

    def __init__(self, connection: sqlite3.Connection, table: LedgerTable) -> None:
        self._table = table
        self._units = Units(connection)
        codes, numbers = (self._all(key) for key in ("code", "id_number"))
        self._by_code = {one.code: one for one in ledger_facts.households_by_code(connection, {_code(text) for text in codes})}
        keys = {tidy(text).upper() for text in numbers}
        keys |= {key[:6] + key[8:17] for key in keys if len(key) == 18}
        self._people = {in_eighteen(one.id_number or ""): one for one in ledger_facts.people_by_id_number(connection, keys)}
        ids = {one.household_id for one in self._people.values()}
        self._families = {one.id: one for one in ledger_facts.households_by_id(connection, ids)}
        self._found: set[Kind] = set()
        self.doubts: list[Doubt] = []

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of things the rows spoke of."""
        return tuple(sorted(self._found)) or (Kind.HOUSEHOLD,)

    def _all(self, key: str) -> set[str]:
        places = [place for place, field in enumerate(self._table.header.fields) if field == key]
        return {cells[place].strip() for _, cells in self._table.rows for place in places if place < len(cells) and cells[place].strip()}

    def of(self, row: int, texts: Mapping[str, str]) -> tuple[Subject, str]:
        """The subject and its name for a person. Raises RowRefused."""
        subject, who = self._household(row, texts) if texts.get("code") or texts.get("id_number") else self._place(texts)
        self._found.add(Kind(subject[0]))
        return subject, who

    def _place(self, texts: Mapping[str, str]) -> tuple[Subject, str]:
        town, village, grid = (texts.get(key, "") for key in ("town", "village", "grid"))
        if grid:
            return ("grid", self._units.grid(grid, town=town, village=village)), grid
        if village or (town and self._table.kind is LedgerKind.INDICATORS):
            return ("division", self._units.division(village or town, town=town if village else "").id), village or town
        raise RowRefused(tr("没有写是哪一户或哪个单位"))

    def _household(self, row: int, texts: Mapping[str, str]) -> tuple[Subject, str]:
        by_code = self._by_code.get(_code(texts["code"])) if texts.get("code") else None
        by_id = self._by_number(row, texts) if texts.get("id_number") else None
        if texts.get("code") and by_code is None:
            raise RowRefused(tr("县里没有这个户编号"), field_key="code", value=texts["code"])
        if by_code and by_id and by_code.id != by_id.id:
            raise RowRefused(tr("户编号和身份证号不是同一户"), field_key="code", value=texts["code"])
        family = by_code or by_id
        assert family is not None
        if family.ended_on:
            raise RowRefused(tr("户 {code} 已于 {day} 结束", code=family.code, day=family.ended_on), value=family.code)
        return ("household", family.id), texts.get("name") or family.code

    def _by_number(self, row: int, texts: Mapping[str, str]) -> ledger_facts.HouseholdFact:
        text = texts["id_number"]
        found = read_id_number(tidy(text), is_known=True)
        if isinstance(found, IdFault):
            raise RowRefused(fault_reason(found, text), field_key="id_number", value=text)
        person = self._person(found)
        if person is None or person.left_on is not None:
            raise RowRefused(tr("县里没有这个身份证号"), field_key="id_number", value=text)
        if texts.get("name") and person_name(texts["name"]) != person.name:
            self.doubts.append(Doubt(row, self._table.title_of("name"), texts["name"], tr("姓名与县里的不同：{name}", name=person.name)))
        return self._families[person.household_id]

    def _person(self, number: IdNumber) -> ledger_facts.PersonFact | None:
        return self._people.get(in_eighteen(number.text))


def _code(text: str) -> str:
    return tidy(text).replace(" ", "").upper()
