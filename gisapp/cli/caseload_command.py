"""gisapp caseload: how many families each contact looks after, and who is over the limit."""

from __future__ import annotations

from pathlib import Path

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer
from gisapp.cli.paper import refuse_ending
from gisapp.cli.who import who
from gisapp.domain.caseload import ContactLoad, limits_from_texts, role_from_text
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.contacts.limit_caseloads import limit_caseloads
from gisapp.services.contacts.report_caseload import CaseloadReport, report_caseload
from gisapp.services.families.choose_families import find_unit
from gisapp.storage.county import county_file


@click.command("caseload")
@arguments.county_file
@click.option("--role", "role_text", help="只看一种角色：sponsor_cadre、unit_cadre 或 grid_officer。")
@click.option("--unit", "unit_text", help="只看一个单位（代码或名称）：在那里工作，或负责那里的户。")
@click.option("--limit", "limit_texts", multiple=True, help="换一个上限试算，如 sponsor_cadre=20；可以写几次。")
@click.option("--save", is_flag=True, help="把 --limit 存为全县的上限。")
@click.option("--out", type=arguments.PATH, help="另存为 .xlsx。")
def command(file: Path, role_text: str | None, unit_text: str | None, limit_texts: tuple[str, ...], save: bool, out: Path | None) -> None:
    """每个联系人两条线合计负责多少户、多少人，谁超过上限。"""
    limits = limits_from_texts(limit_texts)
    if out is not None:
        refuse_ending(out, ".xlsx")
    if save and not limits:
        raise BadRequest(tr("没有写要存的上限。"), tr("例如：--limit sponsor_cadre=20 --save。"))
    change = None
    if save:
        with county_file.writing(file) as db:
            change = limit_caseloads(db, limits, who=who())
    with county_file.reading(file) as connection:
        unit = find_unit(connection, unit_text) if unit_text is not None else None
        kind, ids = (unit.kind, (unit.id,)) if unit is not None else ("", ())
        report = report_caseload(connection, role=role_from_text(role_text) if role_text else None, kind=kind, ids=ids, limits=limits)
        if out is not None:
            from gisapp.export.caseload_tables import write_caseload

            write_caseload(connection, out, report)
    data = {
        "contacts": [_row(load) for load in report.contacts],
        "over": [int(load.contact) for load in report.over],
        "families": report.families,
        "limits": report.limits.as_json(),
    }
    data |= {"file": str(out)} if out is not None else {}
    data |= {"entry": change.entry if change else None} if save else {}
    answer(data, "\n".join(([change.label] if change else []) + _lines(report) + ([str(out)] if out else [])))


def _row(load: ContactLoad) -> dict[str, object]:
    return {
        "id": int(load.contact), "name": load.name, "role": load.role.value, "unit": load.unit, "families": load.families,
        "people": load.people, "village": load.village, "community": load.community, "limit": load.limit, "over": load.is_over,
        "active": load.is_active,
    }  # fmt: skip


def _lines(report: CaseloadReport) -> list[str]:
    counts = {"contacts": f"{len(report.contacts):,}", "families": f"{report.families:,}", "over": f"{len(report.over):,}"}
    told = [tr("{contacts} 名联系人负责 {families} 户，{over} 人超上限。", **counts)]
    for load in report.over:
        values = {"id": load.contact, "name": load.name, "role": load.role.caption, "unit": load.unit}
        told.append(
            tr(
                "  {id}  {name}（{role}，{unit}）：{families} 户 {people} 人，上限 {limit} 户",
                **values,
                families=load.families,
                people=load.people,
                limit=load.limit,
            )
        )
    return told
