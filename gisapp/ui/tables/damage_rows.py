"""The columns of the lists of damaged houses."""

from __future__ import annotations

from datetime import date

from gisapp.domain.damage import Damage, DamageGrade, DamageState
from gisapp.language import tr
from gisapp.ui.tables.rows import Column


def damage_columns(day: date) -> tuple[Column, ...]:
    """Damaged houses, as late as they are on ``day``."""

    def due(one: Damage) -> str:
        late = one.days_overdue(day)
        if late:
            return tr("逾期 {days} 天", days=late)
        return one.planned_on or ("" if one.finished_on or not one.needs_work else tr("没有计划"))

    def due_order(one: Damage) -> tuple[int, str]:
        return (-one.days_overdue(day), one.planned_on or "9999")

    return (
        Column(tr("门牌"), lambda one: one.number, 12),
        Column(tr("户主"), lambda one: one.head or tr("没有住户"), 6),
        Column(tr("程度"), lambda one: one.grade.caption, 4.6, order=lambda one: tuple(DamageGrade).index(one.grade), tint=_grade_tint),
        Column(tr("核实情况"), lambda one: one.state.caption, 4.6, tint=_state_tint),
        Column(tr("恢复方式"), lambda one: one.way.caption if one.way else "", 4.6),
        Column(tr("阶段"), lambda one: one.stage_caption, 4.6),
        Column(tr("计划完工"), due, 6.4, order=due_order, tint=lambda one: "danger" if one.days_overdue(day) else ""),
        Column(tr("完工日期"), lambda one: one.finished_on or "", 5.8),
        Column(tr("村/社区"), lambda one: one.village or tr("不在任何网格内"), 7),
        Column(tr("镇"), lambda one: one.town, 5),
        Column(tr("责任人"), lambda one: one.contact_name, 4.4),
        Column(tr("照片"), lambda one: f"{one.photos}" if one.photos else "", 3, order=lambda one: one.photos, is_number=True),
        Column(tr("灾次"), lambda one: one.event_name, 10),
        Column(tr("上报日期"), lambda one: one.reported_on, 5.8),
        Column(tr("说明"), lambda one: one.note, 12),
    )


def _grade_tint(one: Damage) -> str:
    return "danger" if one.grade is DamageGrade.COLLAPSED and one.is_open else ""


def _state_tint(one: Damage) -> str:
    return "danger" if one.state is DamageState.DISPUTED else ""
