"""The card of a family: whom to call first, the six slots with who leads, people, homes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gisapp.domain.cards import ContactLine, HomeLine, HouseholdCard, ResidentLine, SlotLine
from gisapp.domain.lines import Duty
from gisapp.language import tr
from gisapp.services.families.reveal_phones import RevealedPhones
from gisapp.ui import pieces
from gisapp.ui.cards.card import Card
from gisapp.ui.cards.place import CardActions

MOST_PAST = 4


def family_card(card: HouseholdCard, actions: CardActions) -> Card:
    """Everything about one family."""
    sheet = Card(tr("{head}（{people} 人）", head=card.head or tr("没有户主"), people=len(card.residents)))
    home = next((home for home in card.homes), None)
    sheet.note(tr("{number} · {code}", number=home.number if home else tr("没有住房记录"), code=card.code))
    if card.hazards:
        sheet.warning(tr("住房在风险区内：{names}", names=tr("、").join(card.hazards)))
    sheet.step(card.next_step)
    _first_call(sheet, card)
    if card.slots:
        _slots(sheet, card, actions)
    _people(sheet, card)
    _homes(sheet, card)
    _kept(sheet, card)
    _buttons(sheet, card, actions)
    return sheet


def _kept(sheet: Card, card: HouseholdCard) -> None:
    """What other departments' ledgers say of it."""
    if card.kept:
        sheet.section(tr("其他部门的登记"))
        for name, value in card.kept:
            sheet.line(name, value)


def phones_card(found: RevealedPhones, back: Callable[[], None]) -> Card:
    """Phones in clear, shown once."""
    sheet = Card(tr("{head} 的完整电话", head=found.head))
    sheet.warning(tr("只供本次使用，已记入历史。"))
    for title, lines in ((tr("家庭成员"), found.people), (tr("联系人"), found.contacts)):
        sheet.section(title)
        for name, phone in lines:
            sheet.line(name, phone or tr("无电话"))
        if not lines:
            sheet.note(tr("没有登记电话。"))
    sheet.button(tr("收起"), back, role="main", icon="done")
    return sheet


def _first_call(sheet: Card, card: HouseholdCard) -> None:
    """Whom to call first: who leads the screening, else the grid officer."""
    lead = next((line for line in card.slots if Duty.SCREENING in line.leads), None)
    contact = lead.contact if lead and lead.contact else card.officer
    role = lead.slot.caption if lead and lead.contact else tr("网格员")
    sheet.section(tr("先打给"))
    column = sheet.frame("" if contact else "missing")
    if contact is None:
        column.addWidget(pieces.label(tr("没有联系人电话"), "danger"))
    else:
        column.addWidget(pieces.label(tr("{name} {phone}", name=contact.name, phone=_phone(contact)), "title"))
        column.addWidget(pieces.label(role, "note"))
    column.addWidget(pieces.label(tr("户内电话 {phone}", phone=card.phone_masked or tr("无")), "note"))


def _slots(sheet: Card, card: HouseholdCard, actions: CardActions) -> None:
    filled = sum(1 for line in card.slots if line.contact)
    sheet.section(tr("双线六岗（{filled}/{all}）", filled=filled, all=len(card.slots)))
    for line in card.slots:
        _slot(sheet, card, line, actions)


def _slot(sheet: Card, card: HouseholdCard, line: SlotLine, actions: CardActions) -> None:
    column = sheet.frame("" if line.contact else "missing")
    head = QHBoxLayout()
    head.addWidget(pieces.label(line.slot.caption, "caption"), 1)
    choose = pieces.button(
        tr("更换") if line.contact else tr("选择"),
        lambda: actions.assign((int(card.id),), line.slot),
        role="link",
        tip=tr("为这个岗选择联系人"),
    )
    choose.setAccessibleName(tr("为{slot}选择联系人", slot=line.slot.caption))
    head.addWidget(choose)
    column.addLayout(head)
    if line.contact is None:
        column.addWidget(pieces.label(tr("缺岗"), "danger"))
    else:
        column.addWidget(pieces.label(tr("{name} {phone}", name=line.contact.name, phone=_phone(line.contact))))
        follows = tr("随网格") if line.follows_grid else ""
        since = tr("{unit} 自 {day}", unit=line.contact.unit, day=line.since or "")
        column.addWidget(pieces.label(tr("{since} {follows}", since=since, follows=follows).strip(), "note"))
    for duty in line.leads:
        column.addWidget(pieces.label(tr("主责：{duty}", duty=duty.caption), "lead"))
    for duty in line.assists:
        column.addWidget(pieces.label(tr("配合：{duty}", duty=duty.caption), "note"))


def _people(sheet: Card, card: HouseholdCard) -> None:
    sheet.section(tr("家庭成员（{count} 人）", count=len(card.residents)))
    for person in card.residents:
        sheet.add(_person(person))


def _person(person: ResidentLine) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    marks = tr("、").join(person.marks)
    words = tr("{relation} {sex} {age}岁", relation=person.relation, sex=person.sex, age=person.age)
    row.addWidget(pieces.label(person.name, "title", wraps=False))
    row.addWidget(pieces.label(words, "note", wraps=False))
    row.addWidget(pieces.label(marks, "danger"), 1)
    where = tr("现住：{place}（{day}）", place=person.sleeping or tr("不详"), day=person.sleeping_since or "—")
    outer = QWidget()
    column = QVBoxLayout(outer)
    column.setContentsMargins(0, 0, 0, 2)
    column.setSpacing(0)
    column.addWidget(box)
    column.addWidget(pieces.label(where, "caption"))
    return outer


def _homes(sheet: Card, card: HouseholdCard) -> None:
    sheet.section(tr("住房"))
    for home in card.homes:
        sheet.line(home.role.caption, tr("{home}，自 {day}", home=_home(home), day=home.from_date))
    if card.relocated_on:
        sheet.line(tr("搬迁"), tr("{day} 自 {origin}", day=card.relocated_on, origin=card.origin))
    for home in card.past_homes[:MOST_PAST]:
        words = {"begin": home.from_date, "end": home.to_date or "", "role": home.role.caption, "home": _home(home)}
        sheet.line(tr("以前"), tr("{begin} 至 {end}，{role} {home}", **words))
    if len(card.past_homes) > MOST_PAST:
        sheet.note(tr("更早的 {count} 段见“往来与变动”。", count=len(card.past_homes) - MOST_PAST))


def _home(home: HomeLine) -> str:
    return tr("{number}（{state}）{grid}", number=home.number, state=home.state.caption, grid=home.grid).strip()


def _buttons(sheet: Card, card: HouseholdCard, actions: CardActions) -> None:
    family = int(card.id)
    missing = next((line.slot for line in card.slots if line.contact is None), None)
    if missing is not None:
        sheet.button(tr("补齐：{slot}", slot=missing.caption), lambda: actions.assign((family,), missing), role="main", icon="contact")
    sheet.button(tr("显示完整电话…"), lambda: actions.reveal(family), icon="eye", tip=tr("要写明原因，会记入历史"))
    sheet.button(tr("在地图上看"), lambda: actions.zoom_to("household", family), icon="search", role="" if missing else "main")


def _phone(contact: ContactLine) -> str:
    return contact.phone_masked or tr("无电话")
