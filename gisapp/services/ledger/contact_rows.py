"""Registers of contacts, of grid officers and of slots against the county."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from gisapp.domain.change import Kind
from gisapp.domain.ledger import caption_of
from gisapp.domain.lines import Role
from gisapp.domain.masking import masked_phone
from gisapp.domain.written import person_name, read_day, read_phones, tidy
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.ledger.contact_facts import Contacts
from gisapp.services.ledger.officer_posts import OfficerPosts
from gisapp.services.ledger.outcome import Alteration, Difference, Doubt, LedgerPlan, RefusedRow, RowChange, RowRefused, Writes
from gisapp.services.ledger.people_rows import LONGEST_NAME, refused_row, row_texts
from gisapp.services.ledger.table import LedgerTable
from gisapp.services.ledger.units import Units, proposals
from gisapp.storage.ledger.ledger_facts import ContactFact

_ROLE_WORDS = (
    (Role.SPONSOR_CADRE, ("包联干部", "包联", "帮扶干部", "帮扶人", "联户干部", "sponsor_cadre", "sponsor")),
    (Role.UNIT_CADRE, ("村/社区干部", "村干部", "社区干部", "村社区干部", "两委干部", "unit_cadre", "unit")),
    (Role.GRID_OFFICER, ("网格员", "网格长", "专职网格员", "grid_officer", "grid", "officer")),
)


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A contact as a row names it; ``phone`` None = not said."""

    row: int
    texts: dict[str, str]
    name: str
    phone: str | None


class Register:
    """Shared by the three kinds: reads rows, keeps what was decided of each."""

    def __init__(self, connection: sqlite3.Connection, table: LedgerTable) -> None:
        self.connection, self.table = connection, table
        self.units = Units(connection)
        self.doubts: list[Doubt] = []
        self.refused: list[RefusedRow] = []
        self.new: list[int] = []
        self.changed: list[RowChange] = []
        self.same = 0
        self._places = tuple((place, key) for place, key in enumerate(table.header.fields) if key)

    def rows(self) -> Iterator[ContactRow]:
        """Rows that name somebody; others are refused."""
        for number, cells in self.table.rows:
            try:
                texts = row_texts(self.table, self._places, cells)
                name = person_name(texts.get("name", ""))
                if not name:
                    raise RowRefused(tr("没有姓名"), field_key="name")
                if len(name) > LONGEST_NAME:
                    raise RowRefused(tr("姓名太长"), field_key="name", value=name[:LONGEST_NAME])
                yield ContactRow(number, texts, name, self._phone(number, texts))
            except RowRefused as error:
                self.refuse(number, error)

    def refuse(self, row: int, error: RowRefused) -> None:
        """The row is not taken."""
        self.refused.append(refused_row(self.table, row, error))

    def day(self, texts: dict[str, str], today: date) -> str:
        """From which day the row holds, today when it does not say."""
        text = texts.get("from_date", "")
        if not text:
            return today.isoformat()
        found = read_day(text, is_1904=self.table.notes.is_1904)
        if found is None:
            raise RowRefused(tr("看不懂日期，或没有这一天"), field_key="from_date", value=text)
        return found.text

    def plan(self, writes: Writes, touched: tuple[Kind, ...]) -> LedgerPlan:
        """Everything decided."""
        lost = {one.row for one in self.refused}
        return LedgerPlan(
            self.table.kind, len(self.table.rows), tuple(self.new), tuple(self.changed), self.same,
            tuple(sorted(self.refused, key=lambda one: one.row)), tuple(one for one in self.doubts if one.row not in lost), writes, touched,
        )  # fmt: skip

    def _phone(self, row: int, texts: dict[str, str]) -> str | None:
        text = texts.get("phone", "")
        found = read_phones(text) if text else ()
        if found is None:
            reason = tr("电话已脱敏（含*），没有读取") if "*" in text else tr("看不懂电话，没有读取")
            self.doubts.append(Doubt(row, self.table.title_of("phone"), text, reason))
            return None
        if len(found) > 1:
            self.doubts.append(Doubt(row, self.table.title_of("phone"), text, tr("有几个电话，只存第一个")))
        return found[0] if found else None


def read_role(text: str, *, field_key: str = "role") -> Role:
    """The role people mean; raises RowRefused that lists the three."""
    plain = tidy(text).replace(" ", "").lower()
    for role, words in _ROLE_WORDS:
        if plain in words or plain == role.caption.lower():
            return role
    roles = "、".join(role.caption for role in Role)
    raise RowRefused(tr("不认识的岗位，可填：{roles}", roles=roles) if text else tr("没有写岗位"), field_key=field_key, value=text)


def plan_contacts(connection: sqlite3.Connection, table: LedgerTable) -> LedgerPlan:
    """A register of contacts: found by phone and name, else by name, role and unit."""
    register, contacts = Register(connection, table), Contacts(connection)
    alterations: list[tuple[int, dict[str, Any]]] = []
    seen: dict[int, int] = {}
    for row in register.rows():
        try:
            role = read_role(row.texts.get("role", ""))
            if not row.texts.get("division"):
                raise RowRefused(tr("没有写单位"), field_key="division")
            division = register.units.division(row.texts["division"], town=row.texts.get("town", ""), field_key="division")
            fact = contacts.same(row.name, row.phone, role, division.id)
            if fact is not None and seen.setdefault(fact.id, row.row) != row.row:
                raise RowRefused(tr("与第 {row} 行是同一个人", row=seen[fact.id]), value=row.name)
        except RowRefused as error:
            register.refuse(row.row, error)
            continue
        if fact is None:
            seen[contacts.add(row.name, row.phone, role, division.id).id] = row.row
            register.new.append(row.row)
            continue
        given = {"phone": row.phone or fact.phone, "role": role.value, "division_id": division.id}
        values = {key: value for key, value in given.items() if value != getattr(fact, key)}
        if not values:
            register.same += 1
            continue
        alterations.append((fact.id, values))
        register.changed.append(
            RowChange(row.row, row.name, tuple(_difference(register, key, fact, value) for key, value in values.items()))
        )
    writes = Writes((), contacts.insertions(), (Alteration("contact", tuple(alterations)),) if alterations else ())
    return register.plan(writes, (Kind.CONTACT,))


def _difference(register: Register, key: str, fact: ContactFact, value: Any) -> Difference:
    old = getattr(fact, key)
    if key == "division_id":
        names = register.units.divisions
        return Difference(caption_of(register.table.kind, "division"), names[old].name, names[value].name)
    if key == "role":
        return Difference(caption_of(register.table.kind, "role"), Role(old).caption, Role(value).caption)
    return Difference(caption_of(register.table.kind, key), masked_phone(old), masked_phone(value))


def plan_officers(connection: sqlite3.Connection, table: LedgerTable, *, today: date) -> LedgerPlan:
    """A register of grid officers: who holds each grid from which day; an officer nobody knows becomes a contact."""
    register, contacts = Register(connection, table), Contacts(connection)
    posts = OfficerPosts(connection, contacts)
    seen: dict[int, int] = {}
    for row in register.rows():
        try:
            grid = _grid_of(register, row, seen)
            day = register.day(row.texts, today)
            told, is_first = posts.hold(grid, row.name, row.phone, day=day, division=register.units.grids[grid][3])
        except RowRefused as error:
            register.refuse(row.row, error)
            continue
        differences = [Difference(caption_of(table.kind, key), old, new) for key, old, new in told]
        _decide(register, row, differences, is_new=is_first)
    return register.plan(Writes(posts.first(), posts.insertions(), posts.then()), (Kind.GRID, Kind.CONTACT))


def _decide(register: Register, row: ContactRow, differences: list[Difference], *, is_new: bool) -> None:
    if is_new:
        register.new.append(row.row)
    elif differences:
        register.changed.append(RowChange(row.row, row.name, tuple(differences)))
    else:
        register.same += 1


def _grid_of(register: Register, row: ContactRow, seen: dict[int, int]) -> int:
    if not row.texts.get("grid"):
        raise RowRefused(tr("没有写网格"), field_key="grid")
    grid = register.units.grid(row.texts["grid"], town=row.texts.get("town", ""), village=row.texts.get("village", ""))
    if seen.setdefault(grid, row.row) != row.row:
        raise RowRefused(tr("与第 {row} 行是同一个网格", row=seen[grid]), field_key="grid", value=row.texts["grid"])
    return grid


def near_contact_names(contacts: Contacts, name: str) -> str:
    """Near spellings of a contact's name; "" when there is none."""
    return proposals(name, contacts.by_name)


def refuse_unknown_slot(error: BadRequest, text: str) -> RowRefused:
    """A slot nobody knows, as a refused row."""
    return RowRefused(error.message.rstrip("。"), field_key="role", value=text)
