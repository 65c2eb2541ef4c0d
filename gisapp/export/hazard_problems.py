"""Rows of a hazard file that were refused, repaired or must be looked at, with their reasons, as a workbook or CSV."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from gisapp.errors import BadFile
from gisapp.export.plain_table import write_csv
from gisapp.export.replaced_file import refuse_target
from gisapp.export.table import Column, Content, Table
from gisapp.export.workbook import write_workbook
from gisapp.language import tr
from gisapp.services.hazards.hazard_problems import Problem, fates_text


def write_hazard_problems(path: Path, problems: Sequence[Problem], *, cancelled: Callable[[], bool] | None = None) -> int:
    """Write every such row to .xlsx or .csv, returns how many; areas in square metres. Raises BadFile, Cancelled."""
    table = Table(tr("要看一看的行"), _columns(), map(_row, problems), (fates_text(problems),) if problems else ())
    match path.suffix.lower():
        case ".csv":
            return write_csv(path, table, cancelled=cancelled)
        case ".xlsx":
            write_workbook(path, [table], cancelled=cancelled)
            return len(problems)
    raise _of_no_kind(path)


def refuse_problems_target(path: Path) -> None:
    """Raise BadFile where the problems cannot be written: said before anything is imported."""
    if path.suffix.lower() not in (".csv", ".xlsx"):
        raise _of_no_kind(path)
    refuse_target(path)


def _of_no_kind(path: Path) -> BadFile:
    return BadFile(tr("写不成这种文件：{path}", path=path), tr("请用 .xlsx 或 .csv。"))


def _columns() -> tuple[Column, ...]:
    return (
        Column("fate", tr("结果"), 8),
        Column("number", tr("行"), 8, Content.INTEGER),
        Column("layer", tr("图层"), 18),
        Column("name", tr("名称"), 24),
        Column("what", tr("类别"), 14),
        Column("reason", tr("原因"), 60),
        Column("before_m2", tr("修复前面积（平方米）"), 20, Content.NUMBER),
        Column("after_m2", tr("修复后面积（平方米）"), 20, Content.NUMBER),
    )


def _row(one: Problem) -> tuple[str | int | float | None, ...]:
    result = tr("拒收") if one.is_refused else tr("保留")
    return result, one.number, one.layer, one.name, one.fate.caption, one.reason, _whole(one.before_m2), _whole(one.after_m2)


def _whole(area_m2: float | None) -> float | None:
    return None if area_m2 is None else round(area_m2, 1)
