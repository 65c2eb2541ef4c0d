"""One timeline per family: what both lines wrote, events, slots, homes and sleeping places, the newest first."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gisapp.domain.care import CareKind, CareRow
from gisapp.domain.lines import Line, Slot
from gisapp.language import tr
from gisapp.services.care.list_care import list_care
from gisapp.services.damage.list_damage import damage_case
from gisapp.storage.damage.damaged_families import of_household
from gisapp.storage.families import family_dates


@dataclass(frozen=True, slots=True)
class TimelineLine:
    """One dated line; ``line`` is the side it belongs to, None for both; ``care`` the entry it comes from.

    ``kind``: visit, call, need, alarm, closed, slot_begin, slot_end, home_begin, home_end, sleeping, damage,
    and the kinds of family events.
    """

    on_date: str
    kind: str
    title: str
    text: str
    line: Line | None = None
    who: str = ""
    care: CareRow | None = None


def family_timeline(connection: sqlite3.Connection, household_id: int, *, day: date | None = None) -> tuple[TimelineLine, ...]:
    """All dated lines of one family up to ``day`` (today when None) and those already written beyond it, the newest first."""
    lines = [
        *_care(connection, household_id, day or date.today()),
        *_events(connection, household_id),
        *_slots(connection, household_id),
        *_homes(connection, household_id),
        *_sleeping(connection, household_id),
        *_damage(connection, household_id),
    ]
    return tuple(sorted(lines, key=lambda line: line.on_date, reverse=True))


def _care(connection: sqlite3.Connection, household_id: int, day: date) -> Iterator[TimelineLine]:
    for row in list_care(connection, household_ids=[household_id], day=day):
        entry = row.entry
        if entry.closed_on is not None:
            title = tr("办结{kind}", kind=entry.kind.caption)
            yield TimelineLine(entry.closed_on, "closed", title, entry.outcome or "", entry.line, entry.closed_by or "", row)
        yield TimelineLine(entry.on_date, entry.kind.value, entry.kind.caption, entry.text, entry.line, entry.who, row)


def _events(connection: sqlite3.Connection, household_id: int) -> Iterator[TimelineLine]:
    for kind, on_date, text, who in family_dates.events(connection, household_id):
        yield TimelineLine(on_date, kind, tr("家庭变动"), text, who=who)


def _slots(connection: sqlite3.Connection, household_id: int) -> Iterator[TimelineLine]:
    for held in family_dates.slots(connection, household_id):
        slot = Slot(held.line, held.role).caption
        yield TimelineLine(held.from_date, "slot_begin", slot, tr("{name}开始担任", name=held.contact), held.line)
        if held.to_date is not None:
            text = tr("{name}不再担任：{reason}", name=held.contact, reason=_why_ended(held.end_reason))
            yield TimelineLine(held.to_date, "slot_end", slot, text, held.line)


def _why_ended(reason: str | None) -> str:
    reasons = {
        "replaced": tr("由他人接替"),
        "handed_over": tr("移交"),
        "left": tr("离岗"),
        "moved": tr("这户搬走"),
        "merged": tr("村社合并"),
        "family_ended": tr("这户已并入他户或已无人"),
        "withdrawn": tr("撤回"),
    }
    return reasons.get(reason or "", tr("没有写原因"))


def _homes(connection: sqlite3.Connection, household_id: int) -> Iterator[TimelineLine]:
    for home in family_dates.homes(connection, household_id):
        yield TimelineLine(home.from_date, "home_begin", home.role.caption, tr("住进{number}", number=home.number))
        if home.to_date is not None:
            yield TimelineLine(home.to_date, "home_end", home.role.caption, tr("离开{number}", number=home.number))
        if home.gone_on is not None and home.to_date is None:
            text = tr("{number}不再存在（{state}）", number=home.number, state=home.state.caption)
            yield TimelineLine(home.gone_on, "home_end", home.role.caption, text)


def _sleeping(connection: sqlite3.Connection, household_id: int) -> Iterator[TimelineLine]:
    """People who began to sleep in the same place on the same day are one line."""
    together: dict[tuple[str, str], list[str]] = {}
    for name, where, since in family_dates.sleeping(connection, household_id):
        together.setdefault((since, where), []).append(name)
    for (since, where), names in together.items():
        yield TimelineLine(
            since, "sleeping", tr("现住何处"), tr("{names}：住{where}", names=tr("、").join(names), where=where or tr("不详"))
        )


def _damage(connection: sqlite3.Connection, household_id: int) -> Iterator[TimelineLine]:
    """What happened to its houses: every state, when work began and was finished, where it lived meanwhile."""
    for damage_id in of_household(connection, household_id):
        case = damage_case(connection, damage_id)
        one = case.damage
        for line in case.states:
            text = tr("{number}：{state}，{grade}", number=one.number, state=line.state.caption, grade=line.grade.caption)
            yield TimelineLine(line.on_date, "damage", tr("房屋受损"), text, who=line.who)
        way = one.way.caption if one.way else ""
        if one.begun_on is not None:
            yield TimelineLine(one.begun_on, "damage", tr("房屋恢复"), tr("{number}：{way}开工", number=one.number, way=way))
        if one.finished_on is not None:
            yield TimelineLine(one.finished_on, "damage", tr("房屋恢复"), tr("{number}：{way}完工", number=one.number, way=way))
        for stay in case.stays:
            if stay.household == household_id:
                yield TimelineLine(stay.from_date, "damage", tr("过渡住址"), tr("住进{number}", number=stay.address))


def open_care_of(lines: tuple[TimelineLine, ...]) -> tuple[CareRow, ...]:
    """The open needs and alarms of a timeline, the earliest due first."""
    found = [line.care for line in lines if line.care is not None and line.care.turn is not None]
    return tuple(sorted(dict.fromkeys(found), key=lambda row: row.entry.due_on or "9999"))


def is_care(line: TimelineLine) -> bool:
    """Whether somebody wrote it, rather than a date of the register."""
    return line.kind in tuple(CareKind) or line.kind == "closed"
