"""A register of slots: which contact holds which slot of which family from which day."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from gisapp.domain.change import Kind
from gisapp.domain.id_number import IdNumber, in_eighteen, read_id_number
from gisapp.domain.ledger import caption_of
from gisapp.domain.lines import Slot, slot_from_text
from gisapp.domain.written import tidy
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.contacts.assign_contact import preview_assignment
from gisapp.services.ledger.contact_facts import Contacts
from gisapp.services.ledger.contact_rows import ContactRow, Register, near_contact_names, refuse_unknown_slot
from gisapp.services.ledger.outcome import Difference, LedgerPlan, RowChange, RowRefused, Writes
from gisapp.services.ledger.table import LedgerTable
from gisapp.storage.contacts import slots
from gisapp.storage.ledger import ledger_facts


@dataclass(frozen=True, slots=True)
class SlotSeat:
    """One assignment to make."""

    row: int
    name: str
    family: int
    slot: Slot
    contact: int
    from_date: str


def plan_slots(connection: sqlite3.Connection, table: LedgerTable, *, today: date) -> tuple[LedgerPlan, tuple[SlotSeat, ...]]:
    """(what becomes of each row, the assignments to make); the rules are those of assigning by hand."""
    register = Register(connection, table)
    rows = list(register.rows())
    families = FamiliesNamed(connection, [row.texts for row in rows])
    contacts = Contacts(connection)
    seats: list[SlotSeat] = []
    seen: dict[tuple[int, Slot], int] = {}
    for row in rows:
        try:
            seat = _seat(register, families, contacts, row, today)
            if seen.setdefault((seat.family, seat.slot), row.row) != row.row:
                raise RowRefused(
                    tr("与第 {row} 行是同一户的同一岗位", row=seen[seat.family, seat.slot]), field_key="role", value=seat.slot.caption
                )
        except RowRefused as error:
            register.refuse(row.row, error)
            continue
        seats.append(seat)
    kept = _judge(connection, register, seats)
    register.changed.sort(key=lambda one: one.row)
    return register.plan(Writes(), (Kind.HOUSEHOLD,)), kept


class FamiliesNamed:
    """The families that the rows of a file name, by code and by their people's numbers."""

    def __init__(self, connection: sqlite3.Connection, rows: Iterable[Mapping[str, str]]) -> None:
        known = list(rows)
        codes = {_code(texts) for texts in known} - {""}
        self.by_code = {one.code: one.id for one in ledger_facts.households_by_code(connection, codes)}
        numbers = {tidy(texts.get("head_id", "")).upper() for texts in known} - {""}
        both = numbers | {in_eighteen(number) for number in numbers}
        self.by_number = {in_eighteen(one.id_number or ""): one for one in ledger_facts.people_by_id_number(connection, both)}

    def of(self, texts: Mapping[str, str]) -> int:
        """The family of a row; raises RowRefused."""
        code, number = _code(texts), tidy(texts.get("head_id", ""))
        by_code = self.by_code.get(code)
        if code and by_code is None:
            raise RowRefused(tr("县里没有户编号{code}", code=code), field_key="code", value=code)
        person = self.by_number.get(in_eighteen(number.upper())) if number else None
        if number and person is None and by_code is None:
            found = read_id_number(number)
            reason = tr("县里没有这个身份证号的人") if isinstance(found, IdNumber) else tr("看不懂身份证号")
            raise RowRefused(reason, field_key="head_id", value=number)
        if by_code is not None and person is not None and person.household_id != by_code:
            raise RowRefused(tr("户编号和身份证号不是同一户"), field_key="head_id", value=number)
        family = by_code if by_code is not None else person.household_id if person else None
        if family is None:
            raise RowRefused(tr("没有写户编号，也没有写户主身份证号"), field_key="code")
        return family


def _code(texts: Mapping[str, str]) -> str:
    return tidy(texts.get("code", "")).replace(" ", "").upper()


def _seat(register: Register, families: FamiliesNamed, contacts: Contacts, row: ContactRow, today: date) -> SlotSeat:
    slot = _slot(row)
    family = families.of(row.texts)
    named = [one for one in contacts.by_name.get(row.name, []) if one.is_active]
    found = [one for one in named if one.phone == row.phone] if row.phone else named
    fitting = [one for one in found if one.role == slot.role] or found
    if len(fitting) == 1:
        return SlotSeat(row.row, row.name, family, slot, fitting[0].id, register.day(row.texts, today))
    if fitting:
        raise RowRefused(tr("叫{name}的联系人有 {count} 位，请写电话", name=row.name, count=len(fitting)), field_key="name", value=row.name)
    if named:
        raise RowRefused(tr("县里{name}的电话不是这个", name=row.name), field_key="phone", value=row.phone or "")
    near = near_contact_names(contacts, row.name)
    reason = (
        tr("没有叫{name}的在岗联系人，是不是：{names}？", name=row.name, names=near)
        if near
        else tr("没有叫{name}的在岗联系人", name=row.name)
    )
    raise RowRefused(reason, field_key="name", value=row.name)


def _slot(row: ContactRow) -> Slot:
    line, role = tidy(row.texts.get("line", "")), tidy(row.texts.get("role", ""))
    text = f"{line}/{role}" if line else role
    for written in (text, text.replace("线", "线/", 1) if "线" in text and "/" not in text and "·" not in text else text):
        try:
            return slot_from_text(written)
        except BadRequest as error:
            failed = error
    raise refuse_unknown_slot(failed, text)


def _judge(connection: sqlite3.Connection, register: Register, seats: list[SlotSeat]) -> tuple[SlotSeat, ...]:
    """Ask for each slot, contact and day who can be given; who holds it already is the same."""
    asked: dict[tuple[Slot, int, str], list[SlotSeat]] = {}
    for seat in seats:
        asked.setdefault((seat.slot, seat.contact, seat.from_date), []).append(seat)
    kept: list[SlotSeat] = []
    names = {one.id: one.name for one in ledger_facts.contacts(connection)}
    for (slot, contact, day), group in asked.items():
        ids = [seat.family for seat in group]
        plan = preview_assignment(connection, ids, slot, contact, from_date=date.fromisoformat(day))
        held = slots.held_by_hand(connection, ids, slot, day)
        reasons = {refusal.household: refusal.reason for refusal in plan.refused}
        for seat in group:
            if held.get(seat.family, (0, ""))[0] == contact:
                register.same += 1
            elif seat.family in reasons:
                register.refuse(seat.row, RowRefused(reasons[seat.family], value=seat.name))
            else:
                kept.append(seat)
                _note(register, seat, held.get(seat.family), names)
    return tuple(_without_double_sponsors(register, kept))


def _without_double_sponsors(register: Register, kept: list[SlotSeat]) -> list[SlotSeat]:
    """Nobody is sponsor cadre of both lines of a family, in one file neither."""
    first: dict[tuple[int, int], SlotSeat] = {}
    good = []
    for seat in sorted(kept, key=lambda one: one.row):
        earlier = first.setdefault((seat.family, seat.contact), seat) if seat.slot.role == "sponsor_cadre" else seat
        if earlier is seat:
            good.append(seat)
            continue
        register.new = [row for row in register.new if row != seat.row]
        register.changed = [change for change in register.changed if change.row != seat.row]
        register.refuse(
            seat.row, RowRefused(tr("{name}在第 {row} 行已是另一条线的包联干部", name=seat.name, row=earlier.row), value=seat.name)
        )
    return good


def _note(register: Register, seat: SlotSeat, held: tuple[int, str] | None, names: Mapping[int, str]) -> None:
    if held is None:
        register.new.append(seat.row)
        return
    old = names.get(held[0], "")
    register.changed.append(RowChange(seat.row, seat.name, (Difference(caption_of(register.table.kind, "name"), old, seat.name),)))
