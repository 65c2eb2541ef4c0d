"""One sheet a contact: the families looked after on both lines, with the slot held and the duties led or assisted."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from gisapp.domain.family_sheet import Caseload, FamilySheet, SheetSlot
from gisapp.language import tr
from gisapp.printing.paged_table import Group, PrintColumn, PrintRow
from gisapp.printing.table_document import Imprint, TableDocument


def caseload_documents(caseloads: Sequence[Caseload], said: Imprint) -> list[TableDocument]:
    """One document a contact, each counted and numbered by itself."""
    return [_document(caseload, said) for caseload in caseloads]


def _document(caseload: Caseload, said: Imprint) -> TableDocument:
    contact, families = caseload.contact, caseload.families
    who = tr("{role} · {unit} · {phone}", role=caseload.role, unit=contact.unit, phone=contact.phone or tr("无电话"))
    counts = tr(
        "负责 {families:,} 户 {people:,} 人，其中重点人群 {weak:,} 人，两头跑 {two_ends:,} 户。",
        families=len(families), people=sum(len(one.people) for one in families), weak=sum(one.vulnerable for one in families),
        two_ends=sum(1 for one in families if one.is_two_ends),
    )  # fmt: skip
    title = tr("负责户清单 · {name}", name=contact.name)
    return TableDocument(title, said.about(contact.unit), _columns(), _groups(caseload), (who, counts), said.is_sample)


def _groups(caseload: Caseload) -> tuple[Group, ...]:
    groups = []
    for (line, role), found in groupby(caseload.held, key=lambda pair: (pair[1].slot.line, pair[1].slot.role)):
        held = tuple(found)
        note = tr("{families:,} 户 {people:,} 人", families=len(held), people=sum(len(one.people) for one, _ in held))
        heading = tr("{line}·{role}", line=line.caption, role=role.caption)
        groups.append(Group(heading, note, tuple(_row(at, one, slot) for at, (one, slot) in enumerate(held, 1))))
    return tuple(groups)


def _columns() -> tuple[PrintColumn, ...]:
    return (
        PrintColumn(tr("序号"), 4),
        PrintColumn(tr("户主"), 8, is_bold=True),
        PrintColumn(tr("电话"), 9.5, is_bold=True),
        PrintColumn(tr("现住"), 18),
        PrintColumn(tr("户籍村"), 14),
        PrintColumn(tr("人数"), 4.5),
        PrintColumn(tr("重点人群"), 18),
        PrintColumn(tr("两头跑"), 6),
        PrintColumn(tr("职责"), 13),
        PrintColumn(tr("备注"), 9),
    )


def _row(at: int, one: FamilySheet, slot: SheetSlot) -> PrintRow:
    duties = [tr("主责{duty}", duty=duty.caption) for duty in slot.leads] + [tr("配合{duty}", duty=duty.caption) for duty in slot.assists]
    weak = tr("、").join(tr("{name}（{marks}）", name=person.name, marks="".join(person.marks)) for person in one.people if person.marks)
    where = tr("{place} {flat}", place=one.door.place, flat=one.door.flat) if one.door.building else one.door.number
    cells = (
        f"{at}", one.head, one.phone or tr("无电话"), where or tr("没有现住房"), one.origin_text, f"{len(one.people)}", weak,
        tr("两头跑") if one.is_two_ends else "", "\n".join(duties), "",
    )  # fmt: skip
    return PrintRow(cells)
