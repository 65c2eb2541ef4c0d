"""gisapp care: visits, calls, needs and alarms of families, whose turn it is, and the figures of a month."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer
from gisapp.cli.care_rows import counts_data, entry_data, month_data, month_text, row_text
from gisapp.cli.usage import TranslatedGroup
from gisapp.cli.who import who
from gisapp.domain.care import CareKind, CareRow
from gisapp.domain.lines import Duty, Line
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.care.care_days import care_days, set_days, stale_days
from gisapp.services.care.change_due_date import change_due_date
from gisapp.services.care.close_care import close_care
from gisapp.services.care.list_care import count_open, list_care, list_open_care
from gisapp.services.care.record_care import record_care
from gisapp.services.care.report_care_month import report_care_month
from gisapp.services.families.choose_families import choose_families
from gisapp.services.families.family_timeline import family_timeline
from gisapp.storage.county import county_file
from gisapp.storage.families import households

LINES, KINDS, DUTIES = (click.Choice([one.value for one in words]) for words in (Line, CareKind, Duty))


@click.group("care", cls=TranslatedGroup)
@arguments.county_file
@click.pass_context
def command(ctx: click.Context, file: Path) -> None:
    """往来记录、需求与预警：list、add、close、due、month、timeline、days。"""
    arguments.keep_file(ctx, file)


@command.command("list")
@click.option("--open", "is_open", is_flag=True, help="只看未办结的需求和预警，逾期的在前。")
@click.option("--overdue", "is_overdue", is_flag=True, help="只看逾期的。")
@click.option("--line", type=LINES, help="只看这条线记的。")
@click.option("--lead", type=LINES, help="只看由这条线主责的未办结事项。")
@click.option("--kind", type=KINDS, help="只看这一类。")
@click.option("--duty", type=DUTIES, help="只看这项职责的。")
@click.option("--unit", help="只看一个单位（代码或名称），或条件，如 site=紫云南郡。")
@click.option("--family", help="只看一户（户编号）。")
@click.option("--day", "day_text", help="按哪一天算逾期，默认今天。")
def list_entries(
    is_open: bool, is_overdue: bool, line: str | None, lead: str | None, kind: str | None, duty: str | None, unit: str | None,
    family: str | None, day_text: str | None,
) -> None:  # fmt: skip
    """列出往来记录；加 --open 或 --overdue 只列未办结的。"""
    day = arguments.day_from_text(day_text)
    with county_file.reading(arguments.kept_file()) as connection:
        chosen = choose_families(connection, unit) if unit else None
        if family is not None:
            one = family_of(connection, family)
            chosen = [one] if chosen is None or one in chosen else []
        waiting = list_open_care(connection, household_ids=chosen, day=day)
        rows = waiting if is_open or is_overdue else list_care(connection, household_ids=chosen, day=day)
    kept = [row for row in rows if _fits(row, line, lead, kind, duty) and (row.days_overdue or not is_overdue)]
    counts = count_open([row for row in waiting if _fits(row, line, lead, kind, duty)])
    data = {"entries": [entry_data(row) for row in kept], **counts_data(counts)}
    values = {"open": f"{counts.open:,}", "overdue": f"{counts.overdue:,}", "office": f"{counts.at_office:,}"}
    lines = [tr("未办结 {open} 条，其中逾期 {overdue} 条，已报镇/社区 {office} 条。", **values)]
    answer(data, "\n".join([*lines, *(row_text(row) for row in kept)]))


def _fits(row: CareRow, line: str | None, lead: str | None, kind: str | None, duty: str | None) -> bool:
    is_led = lead is None or (row.turn is not None and row.turn.lead.line == lead)
    return is_led and line in (None, row.entry.line) and kind in (None, row.entry.kind) and duty in (None, row.entry.acts_on)


@command.command("add")
@click.option("--family", required=True, help="户编号。")
@click.option("--line", type=LINES, required=True, help="由哪条线记。")
@click.option("--kind", type=KINDS, required=True, help="走访、通话、需求或预警。")
@click.option("--text", required=True, help="内容。")
@click.option("--duty", type=DUTIES, help="职责，决定谁主责；需求默认帮扶落实，预警默认排查预警。")
@click.option("--due", "due_text", help="办理期限，默认按县里设的天数。")
@click.option("--date", "day_text", help="哪一天，默认今天。")
def add(family: str, line: str, kind: str, text: str, duty: str | None, due_text: str | None, day_text: str | None) -> None:
    """给一户记一笔走访、通话、需求或预警。"""
    due, day = arguments.day_from_text(due_text), arguments.day_from_text(day_text)
    with county_file.writing(arguments.kept_file()) as db:
        made, change = record_care(
            db, family_of(db.conn, family), line=Line(line), kind=CareKind(kind), text=text, who=who(), on_date=day, due_on=due,
            duty=Duty(duty) if duty else None,
        )  # fmt: skip
        row = next(row for row in list_care(db.conn, household_ids=[family_of(db.conn, family)]) if row.entry.id == made)
    answer({"id": made, "entry": change.entry, "record": entry_data(row)}, "\n".join([change.label, row_text(row)]))


@command.command("close")
@click.argument("number", type=click.IntRange(1, 2**31), metavar="ID")
@click.option("--outcome", required=True, help="办理结果。")
@click.option("--date", "day_text", help="哪一天，默认今天。")
def close(number: int, outcome: str, day_text: str | None) -> None:
    """办结一条需求或预警。"""
    day = arguments.day_from_text(day_text)
    with county_file.writing(arguments.kept_file()) as db:
        change = close_care(db, number, outcome=outcome, who=who(), on_date=day)
    answer({"id": number, "entry": change.entry}, change.label)


@command.command("due")
@click.argument("number", type=click.IntRange(1, 2**31), metavar="ID")
@click.argument("day_text", metavar="DATE")
@click.option("--reason", help="原因，记入历史。")
def due(number: int, day_text: str, reason: str | None) -> None:
    """改一条需求或预警的办理期限。"""
    day = arguments.day_from_text(day_text)
    assert day is not None
    with county_file.writing(arguments.kept_file()) as db:
        change = change_due_date(db, number, day, who=who(), why=reason)
    answer({"id": number, "due_on": day.isoformat(), "entry": change.entry}, change.label)


@command.command("month")
@click.argument("month", required=False)
@click.option("--out", type=click.Path(path_type=Path), help="另存为工作簿（.xlsx）。")
def month(month: str | None, out: Path | None) -> None:
    """一个月里两条线各做了多少；月份写成 2026-07，默认本月。"""
    from gisapp.export.care_month import write_care_month  # a workbook is asked for now and then

    if out is not None and out.suffix.lower() != ".xlsx":
        raise BadRequest(tr("月报只能存为 .xlsx：{path}", path=out), tr("请把文件名的结尾改为 .xlsx。"))
    with county_file.reading(arguments.kept_file()) as connection:
        report = report_care_month(connection, month)
        if out is not None:
            write_care_month(connection, report, out)
    saved = [tr("已保存：{path}", path=out)] if out is not None else []
    answer(month_data(report) | ({"file": str(out)} if out else {}), "\n".join([*month_text(report), *saved]))


@command.command("timeline")
@click.argument("family")
def timeline(family: str) -> None:
    """一户的全部往来和变动，最近的在前。"""
    with county_file.reading(arguments.kept_file()) as connection:
        lines = family_timeline(connection, family_of(connection, family))
    data = [
        {"date": one.on_date, "kind": one.kind, "line": one.line, "title": one.title, "text": one.text, "who": one.who} for one in lines
    ]
    texts = ["  ".join(filter(None, (one.on_date, one.line.caption if one.line else "", one.title, one.text, one.who))) for one in lines]
    answer({"family": family, "lines": data}, "\n".join(texts))


@command.command("days")
@click.option("--alarm", type=click.IntRange(0, 1000), help="预警几天内办结。")
@click.option("--need", type=click.IntRange(0, 1000), help="需求几天内办结。")
@click.option("--office", type=click.IntRange(0, 1000), help="逾期超过几天报镇/社区。")
@click.option("--stale", type=click.IntRange(0, 1000), help="住处几天没有核对算过期。")
def days(alarm: int | None, need: int | None, office: int | None, stale: int | None) -> None:
    """查看或修改办理和核对的天数。"""
    entry = None
    if {alarm, need, office, stale} != {None}:
        with county_file.writing(arguments.kept_file()) as db:
            entry = set_days(db, who=who(), alarm=alarm, need=need, office=office, stale=stale).entry
    with county_file.reading(arguments.kept_file()) as connection:
        found, checked = care_days(connection), stale_days(connection)
    data = {"alarm": found.alarm, "need": found.need, "office": found.office, "stale": checked}
    text = tr("预警 {alarm} 天内办结，需求 {need} 天内办结；逾期超过 {office} 天报镇/社区；住处 {stale} 天没有核对算过期。", **data)
    answer({**data, "entry": entry}, text)


def family_of(connection: sqlite3.Connection, code: str) -> int:
    """The family of this code; raises BadRequest when there is none."""
    found = households.by_code(connection, [code.strip()])
    if not found:
        raise BadRequest(tr("没有户编号为“{code}”的户。", code=code), tr("请检查户编号，或先用 search 查找。"))
    return next(iter(found.values()))
