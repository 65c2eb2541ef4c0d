"""gisapp rollcall: who was reached, told, moved or refused in a run, and how far the night is."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer, progress_bar
from gisapp.cli.care_command import family_of
from gisapp.cli.roll_call_rows import (
    entry_data,
    log_text,
    merge_data,
    merge_text,
    place_text,
    progress_data,
    report_data,
    row_data,
    row_text,
    total_text,
)
from gisapp.cli.usage import TranslatedGroup
from gisapp.cli.who import who
from gisapp.domain.roll_call import Answer, MovedTo, PlaceKind, RollCallRow, RollState, state_from_text
from gisapp.errors import BadRequest
from gisapp.export.stored_run import question_of
from gisapp.language import tr
from gisapp.services.families.choose_families import choose_families
from gisapp.services.roll_call.carry_roll_call import carry_roll_call
from gisapp.services.roll_call.find_roll_call import begin_roll_call, run_called
from gisapp.services.roll_call.list_roll_call import by_urgency, list_roll_call
from gisapp.services.roll_call.merge_roll_call import merge_roll_call, preview_merge
from gisapp.services.roll_call.record_roll_call import record_roll_call
from gisapp.services.roll_call.report_roll_call import report_roll_call
from gisapp.storage.county import county_file
from gisapp.storage.roll_call import roll_calls

RUN = click.option("--run", "run_id", type=click.IntRange(1, 2**31), help="研判的号，默认最近一次。")
OWN_HOME = ("own", "own_home", "自己住房", "自己的另一处住房")


@click.group("rollcall", cls=TranslatedGroup)
@arguments.county_file
@click.pass_context
def command(ctx: click.Context, file: Path) -> None:
    """点名：list、set、board、log、begin、export、merge。每项的 --help 写明 --json 的键。"""
    arguments.keep_file(ctx, file)


@command.command("list")
@RUN
@click.option("--state", "state_text", help="只列这一种结果，例如 not_reached 或 没联系上；没联系上的按紧急程度排列。")
@click.option("--unit", help="只列一个单位（代码或名称），或条件，如 site=紫云南郡。")
def list_families(run_id: int | None, state_text: str | None, unit: str | None) -> None:
    """列出一次研判的每一户和点名结果。--json 的键：run question families … entries。"""
    state = state_from_text(state_text) if state_text else None
    with county_file.reading(arguments.kept_file()) as connection:
        report = report_roll_call(connection, run_id)
        chosen = set(choose_families(connection, unit)) if unit else None
        rows = _narrowed(list_roll_call(connection, report.run), state, chosen)
        asked = question_of(connection, report.run).sentence
    data = {"run": report.run, "question": asked, **progress_data(report.total), "entries": [row_data(row) for row in rows]}
    answer(data, "\n".join([asked, total_text(report), *map(row_text, rows)]))


def _narrowed(rows: Sequence[RollCallRow], state: RollState | None, chosen: set[int] | None) -> list[RollCallRow]:
    kept = [row for row in rows if state in (None, row.state) and (chosen is None or row.household in chosen)]
    return by_urgency(kept) if state is RollState.NOT_REACHED else kept


@command.command("set")
@click.argument("state_text", metavar="STATE")
@click.argument("families", nargs=-1, required=True, metavar="FAMILY…")
@RUN
@click.option("--to", "place", help="去处：避险点的名称，own（自己的另一处住房），或随便一个地方。")
@click.option("--note", default="", help="备注。")
def set_state(state_text: str, families: tuple[str, ...], run_id: int | None, place: str | None, note: str) -> None:
    """给几户（户编号）记一个结果：not_reached called moved refused elsewhere，或 1 到 5。--json 的键：run state set entry。"""
    state = state_from_text(state_text)
    with county_file.writing(arguments.kept_file()) as db:
        run = run_called(db.conn, run_id).id
        moved_to = _place(db.conn, place) if place else None
        answers = [Answer(family_of(db.conn, code), state, moved_to, note) for code in dict.fromkeys(families)]
        change = record_roll_call(db, run, answers, who=who())
    answer({"run": run, "state": state, "set": len(answers), "entry": change.entry}, change.label)


def _place(connection: sqlite3.Connection, text: str) -> MovedTo:
    if text.strip().lower() in OWN_HOME:
        return MovedTo(PlaceKind.OWN_HOME, PlaceKind.OWN_HOME.caption)
    named = [site for site, name in roll_calls.sites(connection).items() if name == text.strip()]
    if len(named) > 1:
        raise BadRequest(tr("有 {count} 个避险点都叫“{name}”。", count=len(named), name=text), tr("请在窗口的点名表里选。"))
    return MovedTo(PlaceKind.SAFE_SITE, text, named[0]) if named else MovedTo(PlaceKind.OTHER, text)


@command.command("board")
@RUN
@click.option("--by", type=click.Choice(["town", "village", "grid"]), default="town", show_default=True, help="屏幕上按什么分列。")
def board(run_id: int | None, by: str) -> None:
    """点名进度：户和人，按镇、村、网格。--json 的键：question run families … by_town by_village by_grid moved_to。"""
    with county_file.reading(arguments.kept_file()) as connection:
        report = report_roll_call(connection, run_id)
        asked = question_of(connection, report.run).sentence
    places = {"town": report.towns, "village": report.villages, "grid": report.grids}[by]
    answer({"question": asked} | report_data(report), "\n".join([asked, total_text(report), *map(place_text, places)]))


@command.command("log")
@click.argument("family", metavar="FAMILY")
@RUN
def log(family: str, run_id: int | None) -> None:
    """一户（户编号）的全部点名记录，最近的在前。--json 的键：run family entries。"""
    with county_file.reading(arguments.kept_file()) as connection:
        run, household = run_called(connection, run_id).id, family_of(connection, family)
        roll_call = roll_calls.of_run(connection, run)
        entries = roll_calls.log_of(connection, roll_call.id, household) if roll_call else []
    text = "\n".join(map(log_text, entries)) or tr("这一户还没有点名记录。")
    answer({"run": run, "family": family, "entries": [entry_data(one) for one in entries]}, text)


@command.command("begin")
@RUN
def begin(run_id: int | None) -> None:
    """另起一次点名，所有户重新算没联系上；原来的记录保留。--json 的键：run roll_call entry。"""
    with county_file.writing(arguments.kept_file()) as db:
        run = run_called(db.conn, run_id).id
        roll_call, change = begin_roll_call(db, run, who=who())
    answer({"run": run, "roll_call": roll_call.id, "entry": change.entry}, change.label)


@command.command("export")
@click.argument("out", type=arguments.PATH, metavar="OUT")
@RUN
def export(out: Path, run_id: int | None) -> None:
    """给另一台的点名文件（.json），或可以手工填写再读回的点名表（.xlsx）。--json 的键：run file entries。"""
    from gisapp.export.roll_call_file import write_roll_call_file
    from gisapp.export.roll_call_sheet import write_roll_call_sheet

    if out.suffix.lower() not in (".json", ".xlsx"):
        raise BadRequest(tr("点名只能导出为 .json 或 .xlsx：{path}", path=out), tr("给另一台合并用 .json，手工填写用 .xlsx。"))
    with county_file.reading(arguments.kept_file()) as connection:
        run = run_called(connection, run_id).id
        if out.suffix.lower() == ".json":
            entries = write_roll_call_file(carry_roll_call(connection, run, who=who()), out)
        else:
            entries = write_roll_call_sheet(connection, list_roll_call(connection, run), out, run=run)
    answer({"run": run, "file": str(out), "entries": entries}, tr("已保存：{path}", path=out))


@command.command("merge")
@click.argument("other", type=arguments.PATH, metavar="OTHER")
@RUN
@click.option("--dry-run", is_flag=True, help="只看会怎样，不写入。")
def merge(other: Path, run_id: int | None, dry_run: bool) -> None:
    """合并另一台的 .json、.xlsx 或县文件 .gpkg。--json 的键：run rows new refused differences run_differences … entry。"""
    if dry_run:
        with county_file.reading(arguments.kept_file()) as connection, progress_bar(tr("合并点名")) as progress:
            run = run_called(connection, run_id).id
            result, change = preview_merge(connection, other, run, who=who(), progress=progress), None
    else:
        with county_file.writing(arguments.kept_file()) as db, progress_bar(tr("合并点名")) as progress:
            run = run_called(db.conn, run_id).id
            result, change = merge_roll_call(db, other, run, who=who(), progress=progress)
    answer({"run": run, **merge_data(result), "entry": change.entry if change else None}, "\n".join(merge_text(result)))
