"""gisapp lineage: merge and rename villages; without options the lineage itself."""

from __future__ import annotations

from pathlib import Path

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer
from gisapp.cli.who import who
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.places.list_lineage import LineageLine, find_division, list_lineage
from gisapp.services.places.merge_divisions import DivisionMerge, merge_divisions, preview_merge
from gisapp.services.places.rename_division import preview_rename, rename_division
from gisapp.storage.county import county_file


@click.command("lineage")
@arguments.county_file
@click.option("--merge", "merged", help="哪个村合并：代码或名称。")
@click.option("--into", help="并入哪个村：代码或名称。")
@click.option("--leaving", default="", help="离岗联系人的编号，用逗号分开。")
@click.option("--take-grids", "takes_grids", is_flag=True, help="网格一并划归新村，默认仍记在原村名下。")
@click.option("--rename", "renamed", help="哪个单位更名：代码或名称。")
@click.option("--name", help="新名称。")
@click.option("--date", "date_text", help="哪一天，默认今天。")
@click.option("--reason", help="原因，记入历史。")
@click.option("--dry-run", "is_dry", is_flag=True, help="只看会发生什么，不写入。")
def command(
    file: Path, merged: str | None, into: str | None, leaving: str, takes_grids: bool, renamed: str | None, name: str | None,
    date_text: str | None, reason: str | None, is_dry: bool,
) -> None:  # fmt: skip
    """村庄合并与更名；不写选项时列出沿革。"""
    if merged is not None and into is not None and renamed is None and name is None:
        return _merge(file, merged, into, leaving=leaving, takes_grids=takes_grids, date_text=date_text, reason=reason, is_dry=is_dry)
    if renamed is not None and name is not None and merged is None and into is None:
        return _rename(file, renamed, name, date_text=date_text, reason=reason, is_dry=is_dry)
    if any(option is not None for option in (merged, into, renamed, name)):
        raise BadRequest(tr("请写 --merge 和 --into，或 --rename 和 --name。"), tr("不写选项时列出沿革。"))
    return _list(file)


def _merge(
    file: Path, merged: str, into: str, *, leaving: str, takes_grids: bool, date_text: str | None, reason: str | None, is_dry: bool
) -> None:
    gone, day, entry = _ids(leaving), arguments.day_from_text(date_text), None
    if is_dry:
        with county_file.reading(file) as connection:
            old, new = find_division(connection, merged), find_division(connection, into)
            plan = preview_merge(connection, old.id, new.id, leaving=gone, takes_grids=takes_grids, day=day)
    else:
        with county_file.writing(file) as db:
            old, new = find_division(db.conn, merged), find_division(db.conn, into)
            plan = preview_merge(db.conn, old.id, new.id, leaving=gone, takes_grids=takes_grids, day=day)
            entry = merge_divisions(db, plan, who=who(), why=reason).entry
    answer(_merge_data(plan, entry), "\n".join(_merge_lines(plan)))


def _merge_data(plan: DivisionMerge, entry: int | None) -> dict[str, object]:
    proposed = [{"household": one.household, "slot": one.slot.code, "contact": one.contact, "name": one.name} for one in plan.proposed]
    return {
        "label": plan.label, "date": plan.day, "merged": plan.division.code, "into": plan.into.code, "families": list(plan.families),
        "grids": plan.grids, "grids_moved": plan.takes_grids, "kept": plan.kept, "leaving": list(plan.leaving), "proposed": proposed,
        "unfilled": [{"household": gap.household, "slot": f"village/{gap.role}"} for gap in plan.unfilled], "entry": entry,
    }  # fmt: skip


def _merge_lines(plan: DivisionMerge) -> list[str]:
    return [
        plan.label,
        tr("  原籍在该村的搬迁户 {families} 户，村线岗位留任 {kept} 个。", families=len(plan.families), kept=plan.kept),
        tr("  提议由新村接任、等待确认 {proposed} 个；仍无人选 {unfilled} 个。", proposed=len(plan.proposed), unfilled=len(plan.unfilled)),
    ]


def _rename(file: Path, renamed: str, name: str, *, date_text: str | None, reason: str | None, is_dry: bool) -> None:
    day, entry = arguments.day_from_text(date_text), None
    if is_dry:
        with county_file.reading(file) as connection:
            plan = preview_rename(connection, find_division(connection, renamed).id, name, day=day)
    else:
        with county_file.writing(file) as db:
            plan = preview_rename(db.conn, find_division(db.conn, renamed).id, name, day=day)
            entry = rename_division(db, plan.division.id, name, who=who(), day=day, why=reason).entry
    old = plan.division
    answer({"label": plan.label, "date": plan.day, "code": old.code, "old": old.name, "name": plan.name, "entry": entry}, plan.label)


def _list(file: Path) -> None:
    with county_file.reading(file) as connection:
        lines = list_lineage(connection)
    answer({"lineage": [_row(line) for line in lines]}, "\n".join(_text(line) for line in lines) or tr("还没有合并或更名的单位。"))


def _row(line: LineageLine) -> dict[str, object]:
    unit = line.division
    return {
        "code": unit.code, "name": unit.name, "level": unit.level, "ended_on": unit.ended_on,
        "successor": line.successor.code if line.successor else None, "families": line.families,
        "names": [{"name": one.name, "to_date": one.to_date, "reason": one.reason} for one in line.names],
    }  # fmt: skip


def _text(line: LineageLine) -> str:
    unit, names = line.division, tr("、").join(one.name for one in line.names)
    parts = [f"{unit.code}  {unit.name}"]
    if line.successor:
        parts.append(tr("{day} 并入{other}", day=unit.ended_on or "—", other=line.successor.name))
    if names:
        parts.append(tr("曾用名、并入的村：{names}", names=names))
    return "  ".join(parts)


def _ids(text: str) -> list[int]:
    parts = text.replace("，", ",").replace(",", " ").split()
    wrong = [part for part in parts if not part.isdecimal() or len(part) > 11]
    if wrong:
        raise BadRequest(tr("不是联系人的编号：{text}", text=" ".join(wrong[:5])), tr("编号是数字，用逗号分开。"))
    return [int(part) for part in parts]
