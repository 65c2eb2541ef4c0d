"""The card of a family: people, homes, six slots, who leads, what to do next."""

from __future__ import annotations

import sqlite3
from datetime import date

from gisapp.domain.cards import ContactLine, HomeLine, HouseholdCard, SlotLine
from gisapp.domain.home import HomeRole
from gisapp.domain.ids import DivisionId, HouseholdId
from gisapp.domain.kept import Content, shown_value
from gisapp.domain.lines import SLOTS, LeadRule, Slot
from gisapp.domain.masking import masked_text
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.storage.contacts import contacts, slots
from gisapp.storage.families import households
from gisapp.storage.hazards import hazards
from gisapp.storage.ledger import kept_columns
from gisapp.storage.places import grids, lineage


def describe_household(connection: sqlite3.Connection, household_id: int, *, day: date | None = None) -> HouseholdCard:
    """Everything about one family on ``day`` (today when None); raises BadRequest for an unknown id."""
    identity = households.identity(connection, household_id)
    if identity is None:
        raise BadRequest(tr("没有这一户。"), tr("请重新搜索，或在列表中选择。"))
    code, relocated_on, origin, origin_id = identity
    people = households.residents(connection, household_id, day or date.today())
    homes = households.homes(connection, household_id)
    ending = households.ending(connection, household_id)
    lines = _slot_lines(connection, household_id) if relocated_on and ending is None else ()
    at_risk = hazards.names_at_houses(connection, [home.house_id for home in homes if home.house_id])
    current = [home for home in homes if home.role is not HomeRole.ORIGIN]
    head = people[0] if people else None
    return HouseholdCard(
        id=HouseholdId(household_id),
        code=code,
        head=head.name if head else "",
        phone_masked=head.phone_masked if head else "",
        relocated_on=relocated_on,
        origin=_origin(connection, origin, origin_id),
        origin_id=DivisionId(origin_id) if origin_id else None,
        homes=homes,
        past_homes=households.past_homes(connection, household_id),
        residents=people,
        slots=lines,
        officer=grids.officer(connection, current[0].grid_id) if current else None,
        hazards=tuple(dict.fromkeys(name for _, name, _ in at_risk)),
        next_step=_ended(*ending) if ending else _next_step(lines, homes, is_at_risk=bool(at_risk)),
        kept=_kept(connection, household_id),
    )


def _kept(connection: sqlite3.Connection, household_id: int) -> tuple[tuple[str, str], ...]:
    attributes = kept_columns.of_household(connection, household_id)
    figures = kept_columns.latest_of_household(connection, household_id)
    return (
        *((name, masked_text(shown_value(value, Content(content)))) for name, content, value in attributes),
        *((name, tr("{value}（{day}）", value=f"{value:,.10g}", day=day)) for name, day, value in figures),
    )


def _origin(connection: sqlite3.Connection, name: str, division_id: int | None) -> str:
    """The origin village as it was called, with the one it is part of today when it was merged."""
    unit = lineage.by_id(connection, division_id) if division_id is not None else None
    today = lineage.by_id(connection, unit.today) if unit is not None and unit.today != unit.id else None
    return tr("{old}（今{new}）", old=name, new=today.name) if today else name


def _ended(day: str, successor: str | None) -> str:
    if successor is None:
        return tr("这一户已于 {day} 结束。", day=day)
    return tr("这一户已于 {day} 结束，人在 {code}。", day=day, code=successor)


def _slot_lines(connection: sqlite3.Connection, household_id: int) -> tuple[SlotLine, ...]:
    held, rules = slots.holders(connection, household_id), slots.lead_rules(connection)
    return tuple(_slot_line(connection, slot, held.get(slot), rules) for slot in SLOTS)


def _slot_line(connection: sqlite3.Connection, slot: Slot, holder: slots.Holder | None, rules: tuple[LeadRule, ...]) -> SlotLine:
    contact: ContactLine | None = contacts.holder(connection, holder[0]) if holder else None
    return SlotLine(
        slot=slot,
        contact=contact,
        since=holder[1] if holder else None,
        follows_grid=bool(holder and holder[2]),
        leads=tuple(rule.duty for rule in rules if rule.lead == slot),
        assists=tuple(rule.duty for rule in rules if rule.assist == slot),
    )


def _next_step(lines: tuple[SlotLine, ...], homes: tuple[HomeLine, ...], *, is_at_risk: bool) -> str:
    missing = [line.slot.caption for line in lines if line.contact is None]
    if is_at_risk:
        return tr("住房在风险区内：先与主责联系人核对今晚住处。")
    if missing:
        return tr("补齐缺岗：{slots}。", slots=tr("、").join(missing))
    if not homes:
        return tr("没有住房记录：请登记这户的现住房。")
    return tr("六岗齐全，无需处理。") if lines else tr("无需处理。")
