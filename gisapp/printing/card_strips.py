"""What stands on a 双线联系卡, from top to bottom."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QColor

from gisapp.domain.cards import HomeLine
from gisapp.domain.family_sheet import FamilySheet, SheetPerson, SheetSlot
from gisapp.domain.home import HomeRole
from gisapp.domain.lines import SLOTS, Duty, Line, Role
from gisapp.language import tr
from gisapp.printing.sheet import ACCENT, ALARM, INK, PALE, QUIET
from gisapp.printing.strips import Cell, Edge, Strip
from gisapp.printing.table_document import Imprint

MISSING_GROUND = QColor("#fdeceb")
SAMPLE_INK, SAMPLE_GROUND = QColor("#7a5900"), QColor("#fff7dc")
CALL_GROUND = QColor("#e3f1f0")
SHARES = (5.2, 4.6, 3.4, 3.0, 6.8, 10.0)
"""Of the columns about people."""


def head_strips(sheet: FamilySheet, said: Imprint, *, is_continued: bool = False) -> tuple[Strip, ...]:
    """The title, the head of the family and the door: repeated when a card goes on."""
    title = tr("双线联系卡（续）") if is_continued else tr("双线联系卡")
    mark = Cell(tr("示例数据"), 2.4, is_bold=True, colour=SAMPLE_INK, ground=SAMPLE_GROUND) if said.is_sample else Cell("", 2.4)
    place, flat = sheet.door.place, sheet.door.flat
    where = tr("{place}\n{flat}", place=place, flat=flat) if place else flat or tr("没有现住房")
    county = Cell(said.county, 4, is_right=True, colour=QUIET)
    return (
        Strip((Cell(title, 7, steps=5, is_bold=True, colour=ACCENT), mark, county), Edge.BENEATH),
        Strip(
            (Cell(sheet.head or tr("没有户主"), 6, steps=6, is_bold=True), Cell(where, 7, steps=2, is_bold=True, is_right=True)),
            above=3,
        ),
    )


def body_strips(sheet: FamilySheet) -> tuple[Strip, ...]:
    """Everything between the head and the signatures."""
    phone = tr("电话 {phone}", phone=sheet.phone) if sheet.phone else tr("户主没有电话")
    identity = (Cell(phone, 5), Cell(tr("户编号 {code}", code=sheet.code), 6, colour=QUIET, is_right=True))
    origin = (
        Cell(tr("户籍村"), 2.2, colour=QUIET),
        Cell(sheet.origin_text, 8, is_bold=True),
        Cell(tr("{day} 搬迁", day=sheet.relocated_on), 4, colour=QUIET, is_right=True),
    )
    homes = sorted(sheet.homes, key=lambda home: home.role is HomeRole.ORIGIN)
    return (
        Strip(identity), Strip(origin), *(_home(home, is_two_ends=sheet.is_two_ends) for home in homes),
        *_slot_strips(sheet), *_duty_strips(sheet), _call_strip(sheet), *_people_strips(sheet),
    )  # fmt: skip


def sign_strips() -> tuple[Strip, ...]:
    """Room to sign, at the foot of a card's last face."""
    names = (tr("户主签字"), tr("村线签字"), tr("社区线签字"), tr("日期"))
    return (Strip(tuple(Cell(name, 1, steps=-1, colour=QUIET) for name in names), Edge.BOXES, above=6, least=2.6),)


def foot_strips(said: Imprint, *, number: int, total: int, is_revealed: bool) -> tuple[Strip, ...]:
    """Which card, of which day, and whether the phones are whole."""
    hidden = tr("电话未脱敏，请妥善保管") if is_revealed else tr("电话已脱敏")
    printed = tr("{day} 印 · {hidden}", day=said.day.isoformat(), hidden=hidden)
    count = tr("第 {number} / {total} 户", number=number, total=total)
    colour = ALARM if is_revealed else QUIET
    return (Strip((Cell(printed, 3, steps=-1, colour=colour), Cell(count, 1.4, steps=-1, colour=QUIET, is_right=True)), above=2),)


def _home(home: HomeLine, *, is_two_ends: bool) -> Strip:
    is_used_origin = is_two_ends and home.role is HomeRole.ORIGIN
    state = tr("{state} · 两头跑", state=home.state.caption) if is_used_origin else home.state.caption
    return Strip(
        (
            Cell(home.role.caption, 2.2, colour=QUIET),
            Cell(tr("{number}（{grid}）", number=home.number, grid=home.grid) if home.grid else home.number, 9),
            Cell(state, 3, is_bold=is_used_origin, is_right=True, colour=ALARM if is_used_origin else INK),
        )
    )


def _slot_strips(sheet: FamilySheet) -> tuple[Strip, ...]:
    by_slot = {line.slot: line for line in sheet.slots}
    head = [Cell(tr("六岗"), 2.6, is_bold=True, ground=PALE)]
    head += [Cell(line.caption, 5, is_bold=True, ground=PALE) for line in Line]
    strips = [Strip(tuple(head), Edge.BOXES, above=5)]
    for role in Role:
        cells = [Cell(role.caption, 2.6, colour=QUIET)]
        cells += [_holder(by_slot[slot]) for slot in SLOTS if slot.role is role and slot in by_slot]
        strips.append(Strip(tuple(cells), Edge.BOXES))
    return tuple(strips)


def _holder(line: SheetSlot) -> Cell:
    contact = line.contact
    if contact is None:
        return Cell(tr("缺岗"), 5, is_bold=True, colour=ALARM, ground=MISSING_GROUND)
    return Cell(tr("{name}　{phone}\n{unit}", name=contact.name, phone=contact.phone or tr("无电话"), unit=contact.unit), 5)


def _duty_strips(sheet: FamilySheet) -> tuple[Strip, ...]:
    head = tuple(Cell(text, share, is_bold=True, ground=PALE) for text, share in ((tr("职责"), 2.6), (tr("主责"), 5.0), (tr("配合"), 5.0)))
    strips = [Strip(head, Edge.BOXES, above=5)]
    for duty in Duty:
        lead = next((line for line in sheet.slots if duty in line.leads), None)
        assist = next((line for line in sheet.slots if duty in line.assists), None)
        strips.append(Strip((Cell(duty.caption, 2.6, colour=QUIET), _doer(lead), _doer(assist)), Edge.BOXES))
    return tuple(strips)


def _doer(line: SheetSlot | None) -> Cell:
    if line is None:
        return Cell("", 5)
    if line.contact is None:
        return Cell(tr("缺岗（{slot}）", slot=line.slot.caption), 5, is_bold=True, colour=ALARM, ground=MISSING_GROUND)
    return Cell(tr("{name}（{slot}）", name=line.contact.name, slot=line.slot.caption), 5)


def _call_strip(sheet: FamilySheet) -> Strip:
    line = sheet.first_call
    if line is None or line.contact is None:
        text, colour, ground = tr("没有联系人留下电话：请先补齐缺岗。"), ALARM, MISSING_GROUND
    else:
        values = {"name": line.contact.name, "phone": line.contact.phone, "slot": line.slot.caption}
        text, colour, ground = tr("有事先打：{name}　{phone}（{slot}）", **values), ACCENT, CALL_GROUND
    return Strip((Cell(text, 1, steps=2, is_bold=True, colour=colour, ground=ground),), above=5)


def _people_strips(sheet: FamilySheet) -> tuple[Strip, ...]:
    homes = {home.number: home.role.caption for home in sheet.homes}
    captions = (tr("姓名"), tr("关系"), tr("年龄"), tr("重点"), tr("电话"), tr("现住何处"))
    head = Strip(
        tuple(Cell(text, share, is_bold=True, ground=PALE) for text, share in zip(captions, SHARES, strict=True)), Edge.BOXES, above=5
    )
    title = Strip((Cell(tr("家庭成员 {count} 人", count=len(sheet.people)), 1, is_bold=True),), above=2)
    return (title, head, *(_person(person, homes) for person in sheet.people))


def _person(person: SheetPerson, homes: Mapping[str, str]) -> Strip:
    """Somebody who sleeps in one of the family's homes does so by its name, anybody else by the place."""
    age = tr("{sex} {age}", sex=person.sex, age=person.age)
    sleeping = homes.get(person.sleeping, person.sleeping) or tr("不详")
    texts = (person.name, person.relation, age, "".join(person.marks), person.phone, sleeping)
    cells = [Cell(text, share) for text, share in zip(texts, SHARES, strict=True)]
    cells[3] = Cell(texts[3], SHARES[3], is_bold=True, colour=ALARM)
    return Strip(tuple(cells), Edge.BOXES)
