"""gisapp slots: completeness of the six slots."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer
from gisapp.domain.gaps import SlotGap
from gisapp.language import tr
from gisapp.services.contacts.explain_gaps import Coverage, measure_coverage
from gisapp.services.contacts.report_completeness import PlaceShare, report_completeness
from gisapp.services.contacts.report_slots import SlotReport, report_slots
from gisapp.services.families.choose_families import choose_families
from gisapp.storage.county import county_file
from gisapp.storage.families import households


@click.command("slots")
@arguments.county_file
@click.option("--unit", help="只看一个单位（代码或名称），或条件，如 site=紫云南郡。")
@click.option("--list", "is_listed", is_flag=True, help="列出缺岗的户。")
@click.option("--out", type=click.Path(path_type=Path), help="写成 Excel：按社区、楼栋、户籍村、岗位，和缺岗名单。")
def command(file: Path, unit: str | None, is_listed: bool, out: Path | None) -> None:
    """搬迁户六个岗位是否齐全。"""
    with county_file.reading(file) as connection:
        chosen = choose_families(connection, unit) if unit else None
        report = report_slots(connection, household_ids=chosen)
        covered = measure_coverage(connection, chosen)
        data = _figures(report) | _views(connection, chosen) | _coverage(covered)
        listed = _listed(connection, report, covered.gaps) if is_listed else []
        if out is not None:
            from gisapp.export.slot_report import write_slot_report

            data |= {"rows": write_slot_report(connection, out, household_ids=chosen, place=unit or ""), "file": str(out)}
    answer(data | {"list": listed} if is_listed else data, "\n".join(_lines(report, covered, listed, out)))


def _figures(report: SlotReport) -> dict[str, Any]:
    return {
        "families": report.families,
        "complete": report.complete,
        "missing": {slot.code: count for slot, count in report.missing},
    }


def _views(connection: sqlite3.Connection, chosen: Sequence[int] | None) -> dict[str, Any]:
    views = report_completeness(connection, household_ids=chosen)
    found = (("by_community", views.communities), ("by_building", views.buildings), ("by_village", views.villages))
    return {key: [_place(one) for one in shares] for key, shares in found}


def _place(one: PlaceShare) -> dict[str, Any]:
    missing = {slot.code: count for slot, count in one.missing}
    return {"id": one.id, "name": one.title, "families": one.families, "complete": one.complete, "missing": missing}


def _coverage(covered: Coverage) -> dict[str, Any]:
    since = {
        one.slot.code: {"empty": one.empty_now, "longest_days": one.longest_now, "days_empty": one.days_empty} for one in covered.slots
    }
    return {"reasons": {why.value: count for why, count in Counter(gap.why for gap in covered.gaps).most_common()}, "since": since}


def _listed(connection: sqlite3.Connection, report: SlotReport, gaps: Sequence[SlotGap]) -> list[dict[str, Any]]:
    missing = dict(report.incomplete)
    by_family: dict[int, list[SlotGap]] = {}
    for gap in gaps:
        by_family.setdefault(gap.household, []).append(gap)
    return [
        {
            "id": row.id,
            "code": row.code,
            "number": row.number,
            "missing": [slot.code for slot in missing[row.id]],
            "gaps": [
                {"slot": gap.slot.code, "why": gap.why.value, "reason": gap.sentence, "since": gap.since, "days": gap.days}
                for gap in by_family.get(int(row.id), ())
            ],
        }
        for row in households.rows(connection, list(missing))
    ]


def _lines(report: SlotReport, covered: Coverage, listed: list[dict[str, Any]], out: Path | None) -> list[str]:
    lines = [tr("搬迁户 {families:,} 户，六岗齐全 {complete:,} 户。", families=report.families, complete=report.complete)]
    longest = {one.slot: one.longest_now for one in covered.slots}
    for slot, count in report.missing:
        if count:
            lines.append(tr("  缺{slot}：{count:,} 户，最久 {days:,} 天", slot=slot.caption, count=count, days=longest[slot]))
        else:
            lines.append(tr("  缺{slot}：{count:,} 户", slot=slot.caption, count=count))
    for row in listed:
        lines.append(f"  {row['id']}  {row['code']}  {row['number']}  {' '.join(row['missing'])}")
        lines += [f"      {gap['reason']}" for gap in row["gaps"]]
    if out is not None:
        lines.append(tr("已写入 {path}", path=out))
    return lines
