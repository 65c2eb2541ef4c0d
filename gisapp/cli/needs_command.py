"""gisapp needs: the table of minimum needs, and what the people of a run need."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer
from gisapp.cli.paper import refuse_ending
from gisapp.cli.usage import TranslatedGroup
from gisapp.cli.who import who
from gisapp.domain.change import Change
from gisapp.domain.need_sources import source_kind, sourced
from gisapp.domain.needs import NeedBase, NeedItem, NeedsReport, amount_from_text, needs_notes, shown
from gisapp.export.needs_table import number, write_needs
from gisapp.export.run_notes import run_notes
from gisapp.export.stored_run import stored_run
from gisapp.language import tr
from gisapp.services.runs.count_needs import USUAL_DAYS, count_needs, count_site_needs
from gisapp.services.runs.keep_needs import NeedForm, NeedTable, add_need, change_need, read_needs, remove_need, restore_preset_needs
from gisapp.storage.county import county_file

BASES = click.Choice([base.value for base in NeedBase])


@click.group("needs", cls=TranslatedGroup)
@arguments.county_file
@click.pass_context
def command(ctx: click.Context, file: Path) -> None:
    """物资需求：list、run、set、add、remove、preset。"""
    arguments.keep_file(ctx, file)


@command.command("list")
def list_items() -> None:
    """列出物资标准和每一条的来源。--json 的键：items is_preset entry。"""
    with county_file.reading(arguments.kept_file()) as connection:
        _tell(read_needs(connection), None)


@command.command("run")
@arguments.run_option
@click.option("--days", type=click.IntRange(1, 365), default=USUAL_DAYS, show_default=True, help="几天。")
@click.option("--out", type=arguments.PATH, help="另存为工作簿（.xlsx）。")
def run_needs(run_text: str, days: int, out: Path | None) -> None:
    """一次研判的人需要多少物资：合计，和逐村的数。--json 的键：run question days people households items places sites is_preset out。"""
    wanted = arguments.run_from_text(run_text)
    if out is not None:
        refuse_ending(out, ".xlsx")
    with county_file.reading(arguments.kept_file()) as connection:
        report, run = count_needs(connection, wanted, days=days), stored_run(connection, wanted)
        at_sites = count_site_needs(connection, wanted, days=days)
        if out is not None:
            write_needs(out, report, run, run_notes(connection, run, is_revealed=False)[1:2], at_sites=at_sites)
    saved = [tr("已保存：{path}", path=out)] if out is not None else []
    data = needs_data(report, int(run.id)) | {"question": run.question.sentence, "sites": [] if at_sites is None else _place_data(at_sites)}
    answer(data | {"out": str(out) if out else None}, "\n".join([run.question.sentence, *_report_lines(report), *saved]))


@command.command("set")
@click.argument("code")
@click.option("--name", help="名称。")
@click.option("--unit", help="单位，如 升、千克、顶。")
@click.option("--amount", help="数量，最多三位小数；写“未定”就不计算。")
@click.option("--per", type=int, help="每多少人（或户）这么多。")
@click.option("--base", type=BASES, help="按谁计。")
@click.option("--daily/--once", "is_daily", default=None, help="每天都要，或只要一次。")
@click.option("--whole/--measured", "is_whole", default=None, help="按件（向上取整），或按量。")
@click.option("--source", help="标准的来源。")
def set_item(
    code: str, name: str | None, unit: str | None, amount: str | None, per: int | None, base: str | None, is_daily: bool | None,
    is_whole: bool | None, source: str | None,
) -> None:  # fmt: skip
    """改一条标准；只写要改的。--json 的键：items is_preset entry。"""
    with county_file.writing(arguments.kept_file()) as db:
        before = read_needs(db.conn).named(code)
        asked = {
            "name": name,
            "unit": unit,
            "per": per,
            "base": NeedBase(base) if base else None,
            "is_daily": is_daily,
            "is_whole": is_whole,
            "source": source,
        }
        form: NeedForm = replace(NeedForm.of(before), **{key: value for key, value in asked.items() if value is not None})  # type: ignore[arg-type]
        if amount is not None:
            form = replace(form, amount=amount_from_text(amount))
        change = change_need(db, before.code, form, who=who())
        _tell(read_needs(db.conn), change)


@command.command("add")
@click.argument("name")
@click.option("--unit", required=True, help="单位，如 升、千克、顶。")
@click.option("--amount", default="", help="数量，最多三位小数；写“未定”就不计算。")
@click.option("--per", type=int, default=1, show_default=True, help="每多少人（或户）这么多。")
@click.option("--base", type=BASES, default=NeedBase.PERSON.value, show_default=True, help="按谁计。")
@click.option("--daily/--once", "is_daily", default=False, help="每天都要，或只要一次。")
@click.option("--whole/--measured", "is_whole", default=True, help="按件（向上取整），或按量。")
@click.option("--source", required=True, help="标准的来源。")
def add_item(name: str, unit: str, amount: str, per: int, base: str, is_daily: bool, is_whole: bool, source: str) -> None:
    """加上一种物资。--json 的键：items is_preset entry。"""
    form = NeedForm(name, unit, amount_from_text(amount), per, NeedBase(base), is_daily, is_whole, source)
    with county_file.writing(arguments.kept_file()) as db:
        change = add_need(db, form, who=who())
        _tell(read_needs(db.conn), change)


@command.command("remove")
@click.argument("code")
def remove_item(code: str) -> None:
    """去掉一种物资。--json 的键：items is_preset entry。"""
    with county_file.writing(arguments.kept_file()) as db:
        change = remove_need(db, code, who=who())
        _tell(read_needs(db.conn), change)


@command.command("preset")
def preset() -> None:
    """恢复起始值。--json 的键：items is_preset entry。"""
    with county_file.writing(arguments.kept_file()) as db:
        change = restore_preset_needs(db, who=who())
        _tell(read_needs(db.conn), change)


def needs_data(report: NeedsReport, run: int) -> dict[str, Any]:
    """The keys of a run's needs."""
    items = [{**_item_data(line.item), "count": report.count(line.item.base), "total": number(line.total)} for line in report.lines]
    counted = {"people": report.count(NeedBase.PERSON), "households": report.count(NeedBase.HOUSEHOLD)}
    return {"run": run, "days": report.days, **counted, "items": items, "places": _place_data(report), "is_preset": report.is_preset}


def _place_data(report: NeedsReport) -> list[dict[str, Any]]:
    return [
        {
            "town": place.town,
            "name": place.village,
            "counts": {base.value: place.counts.get(base, 0) for base in NeedBase},
            "needs": {line.item.code: number(line.by_place[at]) for line in report.lines},
        }
        for at, place in enumerate(report.places)
    ]


def _item_data(item: NeedItem) -> dict[str, Any]:
    return {
        "code": item.code,
        "name": item.name,
        "unit": item.unit,
        "amount": number(item.amount),
        "per": item.per,
        "base": item.base.value,
        "is_daily": item.is_daily,
        "is_whole": item.is_whole,
        "source": item.source,
        "source_kind": source_kind(item).value,
    }


def _report_lines(report: NeedsReport) -> list[str]:
    lines = [
        tr("{name}：{total} {unit}（{rule}）", name=line.item.name, total=shown(line.total), unit=line.item.unit, rule=line.item.rule)
        for line in report.lines
        if line.total is not None
    ]
    return [*lines, *needs_notes(report)]


def _tell(table: NeedTable, change: Change | None) -> None:
    lines = [change.label] if change else []
    values = [(item.code, item.name, item.rule, sourced(item)) for item in table.items]
    lines += [tr("  {code}  {name}：{rule}（{source}）", code=v[0], name=v[1], rule=v[2], source=v[3]) for v in values]
    lines.append(tr("公开来源不是本县规定，估算更不是；请按本县标准修改。"))
    entry = change.entry if change else None
    answer({"items": [_item_data(item) for item in table.items], "is_preset": table.is_preset, "entry": entry}, "\n".join(lines))
