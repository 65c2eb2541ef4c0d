"""gisapp sleeping: where the people of relocated families sleep, who is to be asked again, and what was found at the door."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer
from gisapp.cli.who import who
from gisapp.domain.sleeping import DoorCount, Sleeper, SleepingPlace, SleepingUpdate, TwoEnds, place_from_text
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.families.choose_families import choose_families
from gisapp.services.families.report_sleeping import SleepingReport, count_doors, list_two_ends, report_sleeping
from gisapp.services.families.take_sleeping_form import FormResult, preview_sleeping_form, take_sleeping_form
from gisapp.services.families.update_sleeping import preview_sleeping, update_sleeping
from gisapp.storage.county import county_file


@dataclass(frozen=True, slots=True)
class Asked:
    """What the words of the command ask for."""

    unit: str | None
    stale: bool
    two_ends: bool
    away: bool
    day: date | None


@click.command("sleeping")
@arguments.county_file
@click.option("--unit", help="只看一个单位（代码或名称），或条件，如 site=紫云南郡 building=3号楼。")
@click.option("--stale", "is_stale", is_flag=True, help="列出住处久未核对的人。")
@click.option("--two-ends", "is_two_ends", is_flag=True, help="列出两头跑户。")
@click.option("--away", "is_away", is_flag=True, help="列出住在别处和住处不详的人。")
@click.option("--set", "places", multiple=True, metavar="ID=PLACE[:NOTE]", help="人员编号=here、origin 或 elsewhere:地方；可重复。")
@click.option("--checked", "checked_text", help="核对日期，默认今天。")
@click.option("--in", "form", type=click.Path(path_type=Path), help="读回填好的核对表（.xlsx）。")
@click.option("--out", type=click.Path(path_type=Path), help="另存核对表（.xlsx），每人一行。")
@click.option("--dry-run", is_flag=True, help="只看会怎样，不写入。")
@click.option("--reason", help="原因，记入历史。")
@click.option("--day", "day_text", help="按哪一天算久未核对，默认今天。")
def command(
    file: Path, unit: str | None, is_stale: bool, is_two_ends: bool, is_away: bool, places: tuple[str, ...], checked_text: str | None,
    form: Path | None, out: Path | None, dry_run: bool, reason: str | None, day_text: str | None,
) -> None:  # fmt: skip
    """搬迁户每个人现在住在哪里，多久没有核对。"""
    checked = arguments.day_from_text(checked_text)
    if sum((bool(places), form is not None, out is not None)) > 1:
        raise BadRequest(tr("--set、--in、--out 一次只能用一个。"), tr("请分几次运行。"))
    if form is not None:
        return _take(file, form, checked=checked, is_dry=dry_run, reason=reason)
    if places:
        return _set(file, places, checked=checked, is_dry=dry_run, reason=reason)
    asked = Asked(unit, is_stale, is_two_ends, is_away, arguments.day_from_text(day_text))
    return _write_form(file, asked, out) if out is not None else _report(file, asked)


def _report(file: Path, asked: Asked) -> None:
    with county_file.reading(file) as connection:
        chosen = choose_families(connection, asked.unit) if asked.unit else None
        report = report_sleeping(connection, household_ids=chosen, day=asked.day)
        both = list_two_ends(connection, household_ids=chosen)
        doors = count_doors(connection, household_ids=chosen, day=asked.day)
    data: dict[str, Any] = {
        "people": len(report.people), **{place.value: report.count(place) for place in SleepingPlace},
        "stale": len(report.stale), "stale_days": report.stale_days, "two_ends": len(both),
        "by_door": [_door_data(door) for door in doors],
    }  # fmt: skip
    values = {key: f"{data[key]:,}" for key in ("people", "here", "origin", "elsewhere", "unknown", "stale", "two_ends")}
    lines = [
        tr("{people} 人：现住房 {here}，原住房 {origin}，别处 {elsewhere}，不详 {unknown}。", **{k: values[k] for k in list(values)[:5]}),
        tr(
            "{stale} 人超过 {days} 天没有核对；两头跑 {two_ends} 户。",
            stale=values["stale"],
            days=report.stale_days,
            two_ends=values["two_ends"],
        ),
    ]
    listed = _listed(report, asked)
    if asked.stale or asked.away:
        data["list"] = [_sleeper_data(one, report) for one in listed]
        lines += [_sleeper_text(one, report) for one in listed]
    if asked.two_ends:
        data["two_ends_list"] = [_two_ends_data(one) for one in both]
        lines += [_two_ends_text(one) for one in both]
    answer(data, "\n".join(lines))


def _listed(report: SleepingReport, asked: Asked) -> tuple[Sleeper, ...]:
    """The stale, the away, or who is both when both are asked for."""
    if asked.stale and asked.away:
        away = {one.resident for one in report.away}
        return tuple(one for one in report.stale if one.resident in away)
    return report.stale if asked.stale else report.away


def _write_form(file: Path, asked: Asked, out: Path) -> None:
    from gisapp.export.sleeping_form import write_sleeping_form  # a workbook is asked for now and then

    if out.suffix.lower() != ".xlsx":
        raise BadRequest(tr("核对表只能存为 .xlsx：{path}", path=out), tr("请把文件名的结尾改为 .xlsx。"))
    with county_file.reading(file) as connection:
        chosen = choose_families(connection, asked.unit) if asked.unit else None
        report = report_sleeping(connection, household_ids=chosen, day=asked.day)
        people = _listed(report, asked) if asked.stale or asked.away else report.people
        if not people:
            raise BadRequest(tr("这里没有搬迁户的人要核对。"), tr("请换一个单位，或去掉条件。"))
        rows = write_sleeping_form(connection, people, out, title=asked.unit or tr("全县搬迁户"))
    answer({"rows": rows, "file": str(out)}, tr("核对表已保存：{path}（{rows} 人）", path=out, rows=f"{rows:,}"))


def _set(file: Path, places: tuple[str, ...], *, checked: date | None, is_dry: bool, reason: str | None) -> None:
    rows = [_update(text, checked or date.today()) for text in places]
    if is_dry:
        with county_file.reading(file) as connection:
            plan, change = preview_sleeping(connection, rows), None
    else:
        with county_file.writing(file) as db:
            plan, change = update_sleeping(db, rows, who=who(), why=reason)
    refused = tuple(plan.refused)
    _answer(FormResult(len(rows), len(plan.changed), len(plan.same), refused, 0), change.entry if change else None)


def _update(text: str, checked: date) -> SleepingUpdate:
    number, _, rest = text.partition("=")
    place, _, note = rest.replace("：", ":").partition(":")
    if not number.strip().isdecimal() or not place:
        raise BadRequest(tr("看不懂“{text}”。", text=text), tr("请写成 12=here、12=origin 或 12=elsewhere:西安。"))
    return SleepingUpdate(int(number), place_from_text(place), checked, note)


def _take(file: Path, form: Path, *, checked: date | None, is_dry: bool, reason: str | None) -> None:
    if is_dry:
        with county_file.reading(file) as connection:
            return _answer(preview_sleeping_form(connection, form, checked_on=checked), None)
    with county_file.writing(file) as db:
        result, change = take_sleeping_form(db, form, who=who(), checked_on=checked, why=reason)
    return _answer(result, change.entry if change else None)


def _answer(result: FormResult, entry: int | None) -> None:
    refused = [{"row": one.row, "id": one.resident, "name": one.name, "reason": one.reason} for one in result.refused]
    data = {"rows": result.rows, "changed": result.changed, "same": result.same, "refused": refused, "blank": result.blank, "entry": entry}
    values = {"rows": result.rows, "changed": result.changed, "same": result.same, "refused": len(refused), "blank": result.blank}
    lines = [tr("填了 {rows} 人：{changed} 人有变化，{same} 人不变，{refused} 人没有采用；另有 {blank} 人没有填。", **values)]
    lines += [tr("  第 {row} 行 {name}：{reason}", row=one.row, name=one.name, reason=one.reason) for one in result.refused]
    answer(data, "\n".join(lines))


def _door_data(door: DoorCount) -> dict[str, Any]:
    return {
        "building": door.building, "name": door.name, "entrance": door.entrance, "households": len(door.households),
        "people": door.people, "stale": door.stale, "away": door.away, "longest_days": door.longest_days,
    }  # fmt: skip


def _sleeper_data(one: Sleeper, report: SleepingReport) -> dict[str, Any]:
    return {
        "id": one.resident, "household": one.household, "family": one.code, "name": one.name, "number": one.number,
        "place": one.place, "where": one.where, "since": one.since, "checked_on": one.checked_on,
        "days": one.days_unchecked(report.day), "is_stale": one.is_stale(report.day, report.stale_days),
    }  # fmt: skip


def _sleeper_text(one: Sleeper, report: SleepingReport) -> str:
    days = one.days_unchecked(report.day)
    ago = tr("{days} 天前核对", days=days) if days is not None else tr("从未核对")
    return f"  {one.resident}  {one.number}  {one.name}  {one.place.caption}  {one.where}  {ago}"


def _two_ends_data(one: TwoEnds) -> dict[str, Any]:
    return {
        "household": one.household, "family": one.code, "head": one.head, "number": one.number, "origin": one.origin_number,
        "origin_state": one.origin_state, "people": one.people, "at_origin": one.at_origin, "village": one.village,
        "checked_on": one.checked_on,
    }  # fmt: skip


def _two_ends_text(one: TwoEnds) -> str:
    return tr(
        "  {code}  {head}  {number} ↔ {origin}（{state}）  {at_origin}/{people} 人住原住房",
        code=one.code, head=one.head, number=one.number, origin=one.origin_number, state=one.origin_state.caption,
        at_origin=one.at_origin, people=one.people,
    )  # fmt: skip
