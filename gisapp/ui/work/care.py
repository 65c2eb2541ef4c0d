"""Slice of the relocation community's work: needs, alarms, the timeline, where people sleep."""

from __future__ import annotations

from gisapp.domain.change import Kind
from gisapp.language import tr
from gisapp.ui.cards.care import read_care
from gisapp.ui.work import care_deeds, care_lists
from gisapp.ui.work.records import FamilyAction, FamilySection, Slice, WorkButton, WorkCommand, WorkList, is_relocated


def _open_buttons() -> tuple[WorkButton, ...]:
    return (WorkButton(tr("办结…"), "done", care_deeds.close_rows, tr("写明结果，或改期限；没有选中时是表中全部")),)


def _sleeping_buttons() -> tuple[WorkButton, ...]:
    return (
        WorkButton(tr("核对住处…"), "house", care_deeds.check_rows, tr("在门口逐人核对，用 1、2、3 键；先选中几行")),
        WorkButton(tr("存核对表…"), "table", care_deeds.save_form, tr("每人一行的工作簿，填好后可以读回")),
        WorkButton(tr("读回核对表…"), "open", care_deeds.read_form, tr("先看会怎样，再写入")),
    )


SLICE = Slice(
    lists=(
        WorkList(
            "care",
            lambda: tr("需求与预警"),
            care_lists.count_open,
            care_lists.list_open,
            _open_buttons,
            frozenset({Kind.CARE, Kind.HOUSEHOLD, Kind.CONTACT, Kind.SETTING}),
            is_urgent=True,
            marks_houses=True,
        ),
        WorkList(
            "two_ends",
            lambda: tr("两头跑户"),
            care_lists.count_both_ends,
            care_lists.list_both_ends,
            _sleeping_buttons,
            frozenset({Kind.RESIDENT, Kind.HOUSEHOLD}),
        ),
        WorkList(
            "sleeping",
            lambda: tr("住处久未核对"),
            care_lists.count_unchecked,
            care_lists.list_unchecked,
            _sleeping_buttons,
            frozenset({Kind.RESIDENT, Kind.HOUSEHOLD, Kind.SETTING}),
        ),
    ),
    family_actions=(
        FamilyAction("write_care", lambda: tr("记一笔…"), care_deeds.write_entry, is_for=is_relocated, icon="draw", opens_group=True),
        FamilyAction("close_care", lambda: tr("办结需求与预警…"), care_deeds.close_of_family, is_for=is_relocated, icon="done"),
        FamilyAction("timeline", lambda: tr("往来与变动…"), care_deeds.show_timeline, is_for=is_relocated, icon="table"),
        FamilyAction("sleeping", lambda: tr("核对住处…"), care_deeds.check_family, icon="house"),
    ),
    family_sections=(FamilySection("care", read_care, care_deeds.draw_section),),
    commands=(
        WorkCommand("care_month", care_deeds.save_month),
        WorkCommand("sleeping_form", care_deeds.read_form),
        WorkCommand("care_days", care_deeds.change_days),
    ),
)
