"""gisapp slots: completeness of the six slots."""

from __future__ import annotations

from pathlib import Path

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer
from gisapp.language import tr
from gisapp.services.choose_families import choose_families
from gisapp.services.report_slots import report_slots
from gisapp.storage import county_file, households


@click.command("slots")
@arguments.county_file
@click.option("--unit", help="只看一个单位（代码或名称），或条件，如 site=紫云南郡。")
@click.option("--list", "is_listed", is_flag=True, help="列出缺岗的户。")
def command(file: Path, unit: str | None, is_listed: bool) -> None:
    """搬迁户六个岗位是否齐全。"""
    with county_file.reading(file) as connection:
        chosen = choose_families(connection, unit) if unit else None
        report = report_slots(connection, household_ids=chosen)
        rows = households.rows(connection, [family for family, _ in report.incomplete]) if is_listed else []
    gaps = dict(report.incomplete)
    empty = {row.id: [slot.code for slot in gaps[row.id]] for row in rows}
    listed = [{"id": row.id, "code": row.code, "number": row.number, "missing": empty[row.id]} for row in rows]
    data = {
        "families": report.families,
        "complete": report.complete,
        "missing": {slot.code: count for slot, count in report.missing},
    }
    lines = [tr("搬迁户 {families:,} 户，六岗齐全 {complete:,} 户。", families=report.families, complete=report.complete)]
    lines += [tr("  缺{slot}：{count:,} 户", slot=slot.caption, count=count) for slot, count in report.missing]
    lines += [f"  {row.id}  {row.code}  {row.number}  {' '.join(empty[row.id])}" for row in rows]
    answer(data | {"list": listed} if is_listed else data, "\n".join(lines))
