"""gisapp affected: which homes are in danger, who lives there, whom to call."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer, progress_bar
from gisapp.cli.who import who
from gisapp.domain.affected import AffectedRun
from gisapp.domain.hazard import AffectedRule, CountedAt
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.ask_affected import ask_affected
from gisapp.storage import county_file


@click.command("affected")
@arguments.county_file
@click.option("--hazard", "hazards", multiple=True, required=True, help="风险区名称，或图形文件；可写多个。")
@click.option("--level-field", help="文件里写等级的字段。")
@click.option("--rule", type=click.Choice([rule.value for rule in AffectedRule]), default="point", show_default=True)
@click.option("--thresholds", help="水深分级（栅格用）。")
@click.option("--buffer", "buffer_m", type=float, default=0.0, show_default=True, help="外扩米数。")
@click.option("--at", "counted_at", type=click.Choice([place.value for place in CountedAt]), default="homes", show_default=True)
@click.option("--crs", "epsg", type=int, help="图形文件的坐标系（EPSG）。")
@click.option("--out", type=arguments.PATH, help="电话名单：.xlsx 或 .pdf。")
def command(
    file: Path,
    hazards: tuple[str, ...],
    level_field: str | None,
    rule: str,
    thresholds: str | None,
    buffer_m: float,
    counted_at: str,
    epsg: int | None,
    out: Path | None,
) -> None:
    """哪些住房在险区，谁住在那里，该给谁打电话；结果存入县文件。"""
    if thresholds is not None:
        raise BadRequest(tr("水深分级只用于栅格，目前没有可用的栅格。"), tr("请去掉 --thresholds。"))
    _refuse_unknown_sheet(out)
    with county_file.writing(file) as db, progress_bar(tr("研判")) as progress:
        asked = ask_affected(
            db,
            hazards,
            who=who(),
            level_field=level_field,
            rule=AffectedRule(rule),
            counted_at=CountedAt(counted_at),
            buffer_m=buffer_m,
            epsg=epsg,
            progress=progress,
        )
        if out is not None:
            _write(db.conn, asked.run, out)
    problems = [asdict(problem) for problem in asked.problems]
    answer(as_json(asked.run) | {"problems": problems, "out": str(out) if out else None}, _text(asked.run, out, len(problems)))


def as_json(run: AffectedRun) -> dict[str, Any]:
    """The keys of the command's JSON answer."""
    totals = run.totals
    return {
        "run": run.id,
        "question": run.question.sentence,
        "rule": run.question.rule,
        "at": run.question.counted_at,
        **asdict(totals.total),
        "by_level": {level.value: asdict(tally) for level, tally in totals.by_level},
        "by_hazard": {name: asdict(tally) for name, tally in totals.by_hazard},
        "both": asdict(totals.both),
        "by_grid": {code: asdict(tally) for code, tally in totals.by_grid},
        "unknown": totals.unknown,
        "vulnerable": asdict(totals.vulnerable),
        "empty_origin": totals.empty_origin,
        "own_safe_home": totals.own_safe_home,
        "without_contact": totals.without_contact,
    }


def _refuse_unknown_sheet(out: Path | None) -> None:
    if out is not None and out.suffix.lower() not in (".xlsx", ".pdf"):
        raise BadRequest(tr("名单只能写成 .xlsx 或 .pdf：{path}", path=out), tr("请换一个文件名。"))


def _write(connection: Any, run: AffectedRun, out: Path) -> None:
    if out.suffix.lower() == ".xlsx":
        from gisapp.export.call_list import call_list_sheet

        call_list_sheet(connection, run, out)
        return
    from gisapp.printing.call_list import print_call_list
    from gisapp.printing.paper import paper_ready

    paper_ready()
    print_call_list(connection, run, out)


def _text(run: AffectedRun, out: Path | None, problems: int) -> str:
    totals = run.totals
    lines = [run.question.sentence, tr("房屋 {houses:,} 处，{households:,} 户，{residents:,} 人。", **asdict(totals.total))]
    for level, tally in totals.by_level:
        lines.append(tr("  {level}：{houses:,} 处，{households:,} 户，{residents:,} 人", level=level.caption, **asdict(tally)))
    lines.append(tr("重点人员 {people:,} 人；空置原住房 {empty:,} 处。", people=totals.vulnerable.people, empty=totals.empty_origin))
    lines.append(tr("另有安全住房 {safe:,} 户；没有联系人电话 {none:,} 户。", safe=totals.own_safe_home, none=totals.without_contact))
    if problems:
        lines.append(tr("文件中有 {count} 行被修复或拒绝，详见 --json。", count=problems))
    if out:
        lines.append(tr("名单已保存：{path}", path=out))
    return "\n".join(lines)
