"""gisapp checklist: what is to be done by hazard, level and duty, and who did what in a run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer
from gisapp.cli.usage import TranslatedGroup
from gisapp.cli.who import who
from gisapp.domain.change import Change
from gisapp.domain.checklist import ChecklistItem, RunChecklist
from gisapp.domain.hazard import HazardKind, HazardLevel, kind_from_text, level_from_text
from gisapp.domain.lines import Duty
from gisapp.language import tr
from gisapp.services.runs.keep_checklist import (
    CheckForm,
    Checklist,
    add_item,
    change_item,
    read_checklist,
    remove_item,
    restore_example,
)
from gisapp.services.runs.tick_checklist import add_check, run_checklist, tick_checks, untick_checks
from gisapp.storage.county import county_file

DUTIES = click.Choice([duty.value for duty in Duty])
ANY = "any"


@click.group("checklist", cls=TranslatedGroup)
@arguments.county_file
@click.pass_context
def command(ctx: click.Context, file: Path) -> None:
    """行动清单：list、tick、untick、items、add、change、remove、preset。"""
    arguments.keep_file(ctx, file)


@command.command("list")
@arguments.run_option
def list_checks(run_text: str) -> None:
    """一次研判的清单：谁在什么时候办了哪几条。--json 的键：run checks done is_example is_kept entry。"""
    with county_file.reading(arguments.kept_file()) as connection:
        _tell_run(run_checklist(connection, arguments.run_from_text(run_text)), None)


@command.command("tick")
@click.argument("numbers", type=click.IntRange(1, 100_000), nargs=-1, required=True)
@arguments.run_option
@click.option("--by", default="", help="谁办的，默认是操作的人。")
@click.option("--note", default="", help="备注。")
def tick(numbers: tuple[int, ...], run_text: str, by: str, note: str) -> None:
    """登记第几条已办。--json 的键：run checks done is_example is_kept entry。"""
    run = arguments.run_from_text(run_text)
    with county_file.writing(arguments.kept_file()) as db:
        change = tick_checks(db, run, numbers, who=who(), by=by, note=note)
        _tell_run(run_checklist(db.conn, run), change)


@command.command("untick")
@click.argument("numbers", type=click.IntRange(1, 100_000), nargs=-1, required=True)
@arguments.run_option
def untick(numbers: tuple[int, ...], run_text: str) -> None:
    """取消登记。--json 的键：run checks done is_example is_kept entry。"""
    run = arguments.run_from_text(run_text)
    with county_file.writing(arguments.kept_file()) as db:
        change = untick_checks(db, run, numbers, who=who())
        _tell_run(run_checklist(db.conn, run), change)


@command.command("items")
def items() -> None:
    """全县的清单，按灾种、等级和职责。--json 的键：items is_example entry。"""
    with county_file.reading(arguments.kept_file()) as connection:
        _tell_items(read_checklist(connection), None)


@command.command("add")
@click.argument("text")
@click.option("--duty", type=DUTIES, default=Duty.SCREENING.value, show_default=True, help="职责：排查预警或帮扶落实。")
@click.option("--kind", default=ANY, help="灾种；any 为各灾种。")
@click.option("--level", default=ANY, help="从哪一级起；any 为各级。")
@click.option("--run", "run_text", help="只加在这一次研判里：号数，或 latest。")
def add(text: str, duty: str, kind: str, level: str, run_text: str | None) -> None:
    """加上一条，默认加在全县的清单里。--json 的键：items is_example entry。"""
    form = CheckForm(text, Duty(duty), _kind(kind), _level(level))
    with county_file.writing(arguments.kept_file()) as db:
        if run_text is None:
            change = add_item(db, form, who=who())
            _tell_items(read_checklist(db.conn), change)
        else:
            run = arguments.run_from_text(run_text)
            change = add_check(db, run, form, who=who())
            _tell_run(run_checklist(db.conn, run), change)


@command.command("change")
@click.argument("code")
@click.option("--text", help="要做什么。")
@click.option("--duty", type=DUTIES, help="职责：排查预警或帮扶落实。")
@click.option("--kind", help="灾种；any 为各灾种。")
@click.option("--level", help="从哪一级起；any 为各级。")
def change_one(code: str, text: str | None, duty: str | None, kind: str | None, level: str | None) -> None:
    """改一条；只写要改的。--json 的键：items is_example entry。"""
    with county_file.writing(arguments.kept_file()) as db:
        before = read_checklist(db.conn).coded(code)
        form = CheckForm(
            before.text if text is None else text,
            before.duty if duty is None else Duty(duty),
            before.kind if kind is None else _kind(kind),
            before.level if level is None else _level(level),
        )
        change = change_item(db, code, form, who=who())
        _tell_items(read_checklist(db.conn), change)


@command.command("remove")
@click.argument("code")
def remove(code: str) -> None:
    """去掉一条。--json 的键：items is_example entry。"""
    with county_file.writing(arguments.kept_file()) as db:
        change = remove_item(db, code, who=who())
        _tell_items(read_checklist(db.conn), change)


@command.command("preset")
def preset() -> None:
    """恢复示例清单。--json 的键：items is_example entry。"""
    with county_file.writing(arguments.kept_file()) as db:
        change = restore_example(db, who=who())
        _tell_items(read_checklist(db.conn), change)


def _kind(text: str) -> HazardKind | None:
    return None if text.strip().lower() == ANY else kind_from_text(text)


def _level(text: str) -> HazardLevel | None:
    return None if text.strip().lower() == ANY else level_from_text(text)


def _item_data(item: ChecklistItem) -> dict[str, Any]:
    return {"kind": item.kind, "level": item.level, "duty": item.duty.value, "text": item.text}


def _tell_run(found: RunChecklist, change: Change | None) -> None:
    checks = [
        {
            "number": check.number,
            **_item_data(check.item),
            "done": check.is_done,
            "done_at": check.done_at,
            "done_by": check.done_by,
            "note": check.note,
        }
        for check in found.checks
    ]
    lines = [change.label] if change else []
    for check in found.checks:
        done = tr("已办 {by} {at}", by=check.done_by, at=(check.done_at or "")[:16].replace("T", " ")) if check.is_done else tr("未办")
        values = {"number": check.number, "duty": check.item.duty.caption, "text": check.item.text, "done": done}
        lines.append(tr("  {number}. {duty}：{text}（{done}）", **values))
    lines.append(tr("共 {count} 条，已办 {done} 条。", count=len(found.checks), done=found.done))
    lines += [tr("这是示例清单，请按本县预案修改。")] if found.is_example else []
    data = {"run": found.run, "checks": checks, "done": found.done, "is_example": found.is_example, "is_kept": found.is_kept}
    answer(data | {"entry": change.entry if change else None}, "\n".join(lines))


def _tell_items(table: Checklist, change: Change | None) -> None:
    lines = [change.label] if change else []
    for item in table.items:
        values = {"code": item.code, "scope": item.scope, "duty": item.duty.caption, "text": item.text}
        lines.append(tr("  {code}  {scope}·{duty}：{text}", **values))
    lines += [tr("这是示例清单，请按本县预案修改。")] if table.is_example else []
    data = {"items": [{"code": item.code, **_item_data(item)} for item in table.items], "is_example": table.is_example}
    answer(data | {"entry": change.entry if change else None}, "\n".join(lines))
