"""gisapp affected: which homes are in danger, who lives there, whom to call."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer, progress_bar
from gisapp.cli.compared import comparison_json, comparison_text
from gisapp.cli.reveal import refuse_unclear_reveal
from gisapp.cli.said_crs import crs_options, said_crs
from gisapp.cli.who import who
from gisapp.domain.affected import AffectedRun
from gisapp.domain.hazard import AffectedRule, CountedAt, thresholds_from_text
from gisapp.domain.validity import moment_from_text
from gisapp.errors import BadRequest
from gisapp.export.replaced_file import refuse_target
from gisapp.export.stored_run import stored_run
from gisapp.language import tr
from gisapp.services.hazards.hazard_fields import FieldChoice
from gisapp.services.runs.ask_affected import Answer, ask_affected
from gisapp.services.runs.compare_runs import RunComparison, compare_runs
from gisapp.services.runs.repeat_run import repeat_run
from gisapp.services.runs.reveal_calls import reveal_calls
from gisapp.storage.county import county_file

MOST_CLASSES = 20


@click.command("affected")
@arguments.county_file
@click.option("--hazard", "hazards", multiple=True, help="风险区名称、图形文件或水深栅格（GeoTIFF）；可写多个。")
@click.option("--repeat", type=int, help="把这一号研判按今天的住户再做一遍；可同时给 --buffer、--thresholds、--at，并与原来的比较。")
@click.option("--level-field", help="文件里写等级的字段。")
@click.option(
    "--rule",
    "rules",
    multiple=True,
    type=click.Choice([rule.value for rule in AffectedRule]),
    help="默认：面用 point，栅格用 bilinear；既有面又有栅格时可各给一个。",
)
@click.option("--thresholds", help="水深分级（米，从小到大，最后一个是红色），例如 0.5,1.0。")
@click.option("--buffer", "buffer_m", type=float, help="外扩米数。")
@click.option("--at", "counted_at", type=click.Choice([place.value for place in CountedAt]), help="人按在住的住房或现住何处计。")
@click.option("--at-time", help="只算这时有效的风险区，例如 2026-07-12T20:00。")
@crs_options
@click.option("--out", type=arguments.PATH, help="电话名单：.xlsx 或 .pdf。")
@click.option("--reveal", is_flag=True, help="名单里的电话不脱敏；必须写原因，会记入历史。")
@click.option("--reason", default="", help="不脱敏的原因。")
def command(
    file: Path,
    hazards: tuple[str, ...],
    repeat: int | None,
    level_field: str | None,
    rules: tuple[str, ...],
    thresholds: str | None,
    buffer_m: float | None,
    counted_at: str | None,
    at_time: str | None,
    crs_text: str | None,
    is_swapped: bool,
    out: Path | None,
    reveal: bool,
    reason: str,
) -> None:
    """哪些住房在险区，谁住在那里，该给谁打电话；结果存入县文件。"""
    _refuse_unclear(hazards, repeat, out)
    refuse_unclear_reveal(reveal=reveal, reason=reason)
    steps = None if thresholds is None else thresholds_from_text(thresholds)
    place = None if counted_at is None else CountedAt(counted_at)
    asked_rules, compared = _rules(rules), None
    with county_file.writing(file) as db, progress_bar(tr("研判")) as progress:
        if repeat is not None:
            run, change = repeat_run(db, repeat, who=who(), buffer_m=buffer_m, thresholds=steps, counted_at=place, progress=progress)
            asked, compared = Answer(run, change, ()), compare_runs(db.conn, repeat, int(run.id))
        else:
            asked = ask_affected(
                db,
                hazards,
                who=who(),
                fields=FieldChoice(level=level_field),
                rule=asked_rules[0],
                area_rule=asked_rules[1],
                thresholds=steps,
                counted_at=place or CountedAt.HOMES,
                buffer_m=buffer_m or 0.0,
                at_time=None if at_time is None else moment_from_text(at_time),
                source=said_crs(crs_text, is_swapped=is_swapped),
                progress=progress,
            )
        if out is not None:
            if reveal:
                reveal_calls(db, int(asked.run.id), who=who(), why=reason)
            shown = stored_run(db.conn, int(asked.run.id), is_revealed=True) if reveal else asked.run
            _write(db.conn, shown, out, is_revealed=reveal)
    _tell(asked, out, compared)


def _tell(asked: Answer, out: Path | None, compared: RunComparison | None) -> None:
    problems = [asdict(problem) for problem in asked.problems]
    data = as_json(asked.run) | {"problems": problems, "told": _oddities(asked.run), "out": str(out) if out else None}
    lines = _text(asked.run, out, len(problems))
    if compared is not None:
        data |= {"compared": comparison_json(compared)}
        lines += [tr("与第 {first} 号研判相比：", first=compared.first), *comparison_text(compared)]
    answer(data, "\n".join(lines))


def _oddities(run: AffectedRun) -> list[str]:
    return [tr("{name}：{note}", name=name, note=odd) for name, odd in run.question.oddities]


def as_json(run: AffectedRun) -> dict[str, Any]:
    """The keys of the command's JSON answer."""
    totals = run.totals
    return {
        "run": run.id,
        "question": run.question.sentence,
        "rule": run.question.rule,
        "area_rule": run.question.area_rule,
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
        "thresholds": list(run.question.thresholds),
        "at_time": run.question.at_time,
        "left_out": list(run.question.left_out),
        "combinations": [{"hazards": list(names), **asdict(tally)} for names, tally in totals.combinations],
        "only_by_buffer": asdict(totals.only_by_buffer),
        "vacant_homes": totals.vacant_homes,
        "sleepers_elsewhere": totals.sleepers_elsewhere,
        "repeats": run.question.repeats,
    }


def _refuse_unclear(hazards: tuple[str, ...], repeat: int | None, out: Path | None) -> None:
    if bool(hazards) == (repeat is not None):
        raise BadRequest(tr("要么给 --hazard，要么给 --repeat。"), tr("例如 --hazard 月河洪涝，或 --repeat 3。"))
    if out is not None and out.suffix.lower() not in (".xlsx", ".pdf"):
        raise BadRequest(tr("名单只能写成 .xlsx 或 .pdf：{path}", path=out), tr("请换一个文件名。"))
    if out is not None:
        refuse_target(out)  # before a run is stored that nobody gets to see


def _rules(texts: tuple[str, ...]) -> tuple[AffectedRule | None, AffectedRule | None]:
    first, second, *rest = (*(AffectedRule(text) for text in dict.fromkeys(texts)), None, None)
    if any(rest):
        raise BadRequest(tr("规则最多给两个：面一个，水深栅格一个。"), tr("例如 --rule footprint --rule nearest。"))
    return first, second


def _write(connection: Any, run: AffectedRun, out: Path, *, is_revealed: bool) -> None:
    if out.suffix.lower() == ".xlsx":
        from gisapp.export.call_list import call_list_sheet

        call_list_sheet(connection, run, out, is_revealed=is_revealed)
        return
    from gisapp.printing.call_list import print_call_list
    from gisapp.printing.paper import paper_ready

    paper_ready()
    print_call_list(connection, run, out, is_revealed=is_revealed)


def _text(run: AffectedRun, out: Path | None, problems: int) -> list[str]:
    totals = run.totals
    lines = [run.question.sentence, tr("房屋 {houses:,} 处，{households:,} 户，{residents:,} 人。", **asdict(totals.total))]
    for level, tally in totals.by_level:
        lines.append(tr("  {level}：{houses:,} 处，{households:,} 户，{residents:,} 人", level=level.caption, **asdict(tally)))
    lines.append(tr("重点人员 {people:,} 人；空置原住房 {empty:,} 处。", people=totals.vulnerable.people, empty=totals.empty_origin))
    lines.append(tr("另有安全住房 {safe:,} 户；没有联系人电话 {none:,} 户。", safe=totals.own_safe_home, none=totals.without_contact))
    lines.append(tr("空置住房 {vacant:,} 处；没有结论的住房 {unknown:,} 处。", vacant=totals.vacant_homes, unknown=totals.unknown))
    if len(totals.by_hazard) > 1:
        for names, tally in totals.combinations[:MOST_CLASSES]:
            which = tr("、").join(names)
            lines.append(tr("  只在“{names}”：{houses:,} 处，{households:,} 户，{residents:,} 人", names=which, **asdict(tally)))
    if run.question.buffer_m:
        by_buffer = asdict(totals.only_by_buffer)
        lines.append(tr("其中只因外扩才进入险区：{houses:,} 处，{households:,} 户，{residents:,} 人。", **by_buffer))
    if totals.sleepers_elsewhere:
        lines.append(tr("另有 {count:,} 人睡在险区、自家不在名单上，请再用 --at sleeping 研判。", count=totals.sleepers_elsewhere))
    if problems:
        lines.append(tr("文件中有 {count} 行被修复或拒绝，详见 --json。", count=problems))
    if out:
        lines.append(tr("名单已保存：{path}", path=out))
    return lines
