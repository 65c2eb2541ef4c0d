"""The steps of `gisapp damage` on the damages themselves: report, judge, plan, work, remove."""

from __future__ import annotations

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer
from gisapp.cli.care_command import family_of
from gisapp.cli.damage_rows import result_data, result_text
from gisapp.cli.who import who
from gisapp.domain.damage import DamageGrade, DamageState, RebuildWay
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.damage.damage_event import find_event
from gisapp.services.damage.damage_result import DamageResult
from gisapp.services.damage.find_damaged_house import damaged_home, find_damaged_house
from gisapp.services.damage.judge_damage import judge_damage
from gisapp.services.damage.plan_rebuild import RebuildPlan, plan_rebuild
from gisapp.services.damage.record_damage import preview_damage, record_damage
from gisapp.services.damage.record_stage import clear_stage, record_stage
from gisapp.services.damage.remove_damage import remove_damage
from gisapp.storage.county import county_file

NUMBER = click.IntRange(1, 2**31)
NUMBERS = click.argument("numbers", type=NUMBER, nargs=-1, required=True, metavar="ID…")
GRADES = click.Choice([one.value for one in DamageGrade])


@click.command("add")
@click.option("--house", "houses", multiple=True, help="门牌或房屋编号，可写多次。")
@click.option("--family", "families", multiple=True, help="户编号（这户唯一的住房），可写多次。")
@click.option("--grade", type=GRADES, required=True, help="程度：collapsed 倒塌、serious 严重、moderate 一般、none 未受损。")
@click.option("--event", "event_text", help="灾次的名称或编号，可以不写。")
@click.option("--date", "day_text", help="上报日期，默认今天。")
@click.option("--note", default="", help="说明。")
@click.option("--dry-run", is_flag=True, help="只看会登记哪些，不写入。")
def add(
    houses: tuple[str, ...], families: tuple[str, ...], grade: str, event_text: str | None, day_text: str | None, note: str, dry_run: bool
) -> None:
    """上报受损房屋；同一灾次未完工的不会登记两次。"""
    day = arguments.day_from_text(day_text)
    with county_file.writing(arguments.kept_file()) as db:
        uids = [find_damaged_house(db.conn, text).uid for text in houses]
        uids += [damaged_home(db.conn, family_of(db.conn, code)).uid for code in families]
        event = find_event(db.conn, event_text).id if event_text is not None else None
        if dry_run:
            plan = preview_damage(db.conn, uids, event)
            result, would = DamageResult(None, (), plan.refused), [one.number for one in plan.houses]
        else:
            result = record_damage(db, uids, grade=DamageGrade(grade), who=who(), event=event, on_date=day, note=note)
            would = []
    lines = [tr("会登记：{numbers}", numbers=tr("、").join(would) or "—")] if dry_run else []
    answer(result_data(result) | ({"would": would} if dry_run else {}), "\n".join([*lines, result_text(result)]))


@click.command("verify")
@NUMBERS
@click.option("--grade", type=GRADES, help="核实的程度，默认与上报相同。")
@click.option("--date", "day_text", help="哪一天，默认今天。")
@click.option("--note", default="", help="说明。")
def verify(numbers: tuple[int, ...], grade: str | None, day_text: str | None, note: str) -> None:
    """核实受损房屋，可同时改程度。"""
    _judge(numbers, DamageState.VERIFIED, grade, day_text, note)


@click.command("dispute")
@NUMBERS
@click.option("--grade", type=GRADES, help="认为的程度，默认不改。")
@click.option("--date", "day_text", help="哪一天，默认今天。")
@click.option("--note", required=True, help="有什么异议。")
def dispute(numbers: tuple[int, ...], grade: str | None, day_text: str | None, note: str) -> None:
    """对受损登记提出异议。"""
    _judge(numbers, DamageState.DISPUTED, grade, day_text, note)


def _judge(numbers: tuple[int, ...], state: DamageState, grade: str | None, day_text: str | None, note: str) -> None:
    day = arguments.day_from_text(day_text)
    with county_file.writing(arguments.kept_file()) as db:
        result = judge_damage(db, numbers, state, who=who(), on_date=day, grade=DamageGrade(grade) if grade else None, note=note)
    answer(result_data(result), result_text(result))


@click.command("way")
@NUMBERS
@click.option("--way", type=click.Choice([one.value for one in RebuildWay]), help="repair 维修加固、rebuild 重建、resettle 安置。")
@click.option("--planned", "planned_text", help="计划完工日期。")
@click.option("--contact", type=NUMBER, help="责任联系人的编号。")
def way(numbers: tuple[int, ...], way: str | None, planned_text: str | None, contact: int | None) -> None:
    """定恢复方式、计划完工日期、责任联系人；没有写的不变。"""
    plan = RebuildPlan(RebuildWay(way) if way else None, arguments.day_from_text(planned_text), contact)
    with county_file.writing(arguments.kept_file()) as db:
        result = plan_rebuild(db, numbers, plan, who=who())
    answer(result_data(result), result_text(result))


@click.command("stage")
@NUMBERS
@click.option("--stage", required=True, help="阶段的名称，如 施工；用 stages 查看。")
@click.option("--begun", "begun_text", help="哪一天开始。")
@click.option("--finished", "finished_text", help="哪一天完成；最后一个阶段完成即完工。")
@click.option("--clear", "is_cleared", is_flag=True, help="退回未开始。")
def stage(numbers: tuple[int, ...], stage: str, begun_text: str | None, finished_text: str | None, is_cleared: bool) -> None:
    """登记恢复进度：一个阶段的开始和完成日期。"""
    begun, finished = arguments.day_from_text(begun_text), arguments.day_from_text(finished_text)
    if is_cleared and (begun or finished):
        raise BadRequest(tr("--clear 不能和日期一起写。"), tr("请只写其中一种。"))
    with county_file.writing(arguments.kept_file()) as db:
        if is_cleared:
            result = clear_stage(db, numbers, stage, who=who())
        else:
            result = record_stage(db, numbers, stage, who=who(), begun_on=begun, finished_on=finished)
    answer(result_data(result), result_text(result))


@click.command("remove")
@click.argument("number", type=NUMBER, metavar="ID")
@click.option("--reason", required=True, help="为什么删除，记入历史。")
def remove(number: int, reason: str) -> None:
    """删除登错的一条；可以撤销。"""
    with county_file.writing(arguments.kept_file()) as db:
        change = remove_damage(db, number, who=who(), why=reason)
    answer({"id": number, "entry": change.entry}, change.label)


STEPS = (add, verify, dispute, way, stage, remove)
