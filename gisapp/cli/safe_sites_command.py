"""gisapp safe-sites: the safe sites of the county, and who goes where."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import click
import numpy as np

from gisapp.cli import arguments
from gisapp.cli.answer import answer, progress_bar
from gisapp.cli.paper import refuse_ending, write_pdf
from gisapp.cli.safe_sites_rows import allocation_data, allocation_lines, family_data, load_data, moved_data, site_data, site_line
from gisapp.cli.usage import TranslatedGroup
from gisapp.cli.who import who
from gisapp.domain.safe_site import AllocationQuestion, AllocationWay, SiteFacts
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.families.find_family import find_family
from gisapp.services.places.list_lineage import find_division
from gisapp.services.safe_sites.allocate_sites import allocate_sites
from gisapp.services.safe_sites.move_family import move_family
from gisapp.services.safe_sites.report_safe_sites import report_safe_sites
from gisapp.services.safe_sites.save_safe_site import add_safe_site, change_safe_site, find_site, moved, remove_safe_sites
from gisapp.spatial import crs
from gisapp.storage.county import county_file, settings
from gisapp.storage.safe_sites import allocations, safe_sites

MOST_DEGREES = 180.0
F = TypeVar("F", bound=Callable[..., object])


@click.group("safe-sites", cls=TranslatedGroup)
@arguments.county_file
@click.pass_context
def command(ctx: click.Context, file: Path) -> None:
    """避险点：list、add、change、remove、allocate、move、sign-in。"""
    arguments.keep_file(ctx, file)


@command.command("list")
@arguments.run_option
@click.option("--families", "with_families", is_flag=True, help="JSON 中列出每一户去哪里。")
def list_sites(run_text: str, with_families: bool) -> None:
    """列出避险点：容量、已分配的户和人、剩余、已到；超员写明。--json 的键：sites capacity allocation run without_place over 等。"""
    run = arguments.run_from_text(run_text)
    with county_file.reading(arguments.kept_file()) as connection:
        report = report_safe_sites(connection, run)
        epsg = settings.crs(connection)
        found = report.allocation
        families = allocations.families(connection, int(found.id)) if found and with_families else []
    sites = [(site_data(load.site, epsg) if load.site else {}) | load_data(load) for load in report.sites]
    data: dict[str, Any] = {
        "sites": sites,
        "capacity": report.capacity,
        "allocation": found.id if found else None,
        "run": found.run if found else None,
        "allocated_families": report.allocated_families,
        "allocated_people": report.allocated_people,
        "own_home_families": report.own_home_families,
        "own_home_people": report.own_home_people,
        "without_place_people": report.without_people,
        "without_place": [family_data(family) for family in report.without_place],
        "over": [load.id for load in report.over],
    }
    if with_families:
        data["families"] = [family_data(family) for family in families]
    answer(data, "\n".join([report.sentence, *map(site_line, report.sites)]) if sites else tr("县里还没有避险点。"))


def site_options(needs_all: bool) -> Callable[[F], F]:
    """The facts of a site as options; ``needs_all``: those of a new one."""

    def decorate(function: F) -> F:
        for option in reversed(_options(needs_all)):
            function = option(function)
        return function

    return decorate


def _options(needs_all: bool) -> tuple[Callable[[F], F], ...]:
    return (
        click.option("--capacity", type=int, required=needs_all, help="容纳多少人。"),
        click.option("--place", required=needs_all, help="经度,纬度（度），或本县坐标系的 x,y（米）。"),
        click.option("--unit", help="所属村、社区或镇（代码或名称），默认所在的村。"),
        click.option("--keeper", help="负责人。"),
        click.option("--phone", help="负责人电话。"),
        click.option("--note", help="备注。"),
        click.option("--in-use/--closed", "is_in_use", default=None, help="是否启用，默认启用。"),
    )


@command.command("add")
@click.argument("name")
@site_options(needs_all=True)
def add(name: str, place: str, capacity: int, **more: Any) -> None:
    """新增一个避险点。--json 的键：id name capacity unit town in_use keeper phone note x y longitude latitude entry。"""
    with county_file.writing(arguments.kept_file()) as db:
        x, y = place_from_text(place, settings.crs(db.conn))
        made, change = add_safe_site(db, _with(db.conn, SiteFacts(name, capacity, x, y), **more), who=who())
        site = safe_sites.of_ids(db.conn, [made])[made]
        epsg = settings.crs(db.conn)
    answer(site_data(site, epsg) | {"entry": change.entry}, change.label)


@command.command("change")
@click.argument("site")
@click.option("--name", help="新的名称。")
@site_options(needs_all=False)
def change(site: str, name: str | None, place: str | None, capacity: int | None, **more: Any) -> None:
    """更改一个避险点（名称或编号）；没有写的不变。--json 的键同 add。"""
    with county_file.writing(arguments.kept_file()) as db:
        before = find_site(db.conn, site)
        facts = before.facts
        if place is not None:
            facts = moved(db.conn, facts, *place_from_text(place, settings.crs(db.conn)))
        facts = replace(facts, name=facts.name if name is None else name, capacity=facts.capacity if capacity is None else capacity)
        done = change_safe_site(db, before.id, _with(db.conn, facts, **more), who=who())
        after = safe_sites.of_ids(db.conn, [before.id])[before.id]
        epsg = settings.crs(db.conn)
    answer(site_data(after, epsg) | {"entry": done.entry}, done.label)


@command.command("remove")
@click.argument("sites", nargs=-1, required=True)
def remove(sites: tuple[str, ...]) -> None:
    """删除避险点（名称或编号）；可以撤销。--json 的键：removed entry。"""
    with county_file.writing(arguments.kept_file()) as db:
        ids = list(dict.fromkeys(int(find_site(db.conn, site).id) for site in sites))
        done = remove_safe_sites(db, ids, who=who())
    answer({"removed": ids, "entry": done.entry}, done.label)


@command.command("allocate")
@arguments.run_option
@click.option("--way", type=click.Choice([way.value for way in AllocationWay]), default="optimised", show_default=True, help="怎样分配。")
@click.option("--own-home-too", is_flag=True, help="有自己另一处安全住房的户也去避险点。")
@click.option("--together", type=float, default=5.0, show_default=True, help="为了同村集中，总路程最多增加百分之几。")
@click.option("--most-walk", type=float, help="最远步行多少米；超过的户列为走不到、要派车。默认不限。")
@click.option("--forget-moves", is_flag=True, help="手工改过去处的户也重新分配。")
def allocate(run_text: str, way: str, own_home_too: bool, together: float, most_walk: float | None, forget_moves: bool) -> None:
    """把一次研判的户分到避险点；结果存入县文件，同一次研判以最新的为准。--json 的键见 README。"""
    run = arguments.run_from_text(run_text)
    question = AllocationQuestion(AllocationWay(way), own_home_too, together, most_walk, not forget_moves)
    with county_file.writing(arguments.kept_file()) as db, progress_bar(tr("分配避险点")) as progress:
        found, done = allocate_sites(db, run, question, who=who(), progress=progress)
        report = report_safe_sites(db.conn, found.run)
        too_far = [family_data(one) for one in allocations.families(db.conn, int(found.id)) if one.is_too_far]
    data = allocation_data(found) | {
        "too_far": too_far,
        "by_site": [load_data(load) for load in report.sites],
        "without_place": [family_data(family) for family in report.without_place],
        "entry": done.entry,
    }
    answer(data, "\n".join(allocation_lines(found, report)))


@command.command("move")
@click.argument("household")
@click.argument("site")
@arguments.run_option
def move(household: str, site: str, run_text: str) -> None:
    """把一户（户编号）改到另一个避险点（名称或编号），再分配时不变；可以撤销。--json 的键见 README。"""
    run = arguments.run_from_text(run_text)
    with county_file.writing(arguments.kept_file()) as db:
        family, chosen = find_family(db.conn, household), find_site(db.conn, site)
        done, change = move_family(db, run, family, int(chosen.id), who=who())
    answer(moved_data(done) | {"entry": change.entry}, change.label)


@command.command("sign-in")
@click.argument("out", type=arguments.PATH)
@click.option("--site", "sites", multiple=True, help="只要这个避险点的（名称或编号）；可写多个，默认全部有人要去的。")
@arguments.run_option
def sign_in(out: Path, sites: tuple[str, ...], run_text: str) -> None:
    """每个避险点一份签到表：.pdf 或 .xlsx；电话已脱敏。--json 的键：file run allocation sites families people pages 或 rows。"""
    run = arguments.run_from_text(run_text)
    from gisapp.export.sign_in import sign_in_sheets, write_sign_in

    refuse_ending(out, ".pdf", ".xlsx")
    with county_file.reading(arguments.kept_file()) as connection:
        chosen = [int(find_site(connection, site).id) for site in sites]
        found, allocation, sheets = sign_in_sheets(connection, run, sites=chosen)
        if out.suffix.lower() == ".xlsx":
            written = {"rows": write_sign_in(connection, out, found, sheets)}
        else:
            from gisapp.printing.paper import paper_ready
            from gisapp.printing.sign_in import sign_in_documents
            from gisapp.printing.table_document import imprint

            paper_ready()
            documents = sign_in_documents(sheets, imprint(connection), run=found, allocation=allocation)
            written = {"pages": write_pdf(out, documents, tr("签到表"))}
    counts = {"sites": len(sheets), "families": sum(len(one.calls) for one in sheets), "people": sum(one.people for one in sheets)}
    told = tr("签到表已保存：{path}（{sites} 个避险点，{families} 户 {people} 人）", path=out, **counts)
    answer({"file": str(out), "run": found.id, "allocation": allocation.id, **counts, **written}, told)


def place_from_text(text: str, epsg: int) -> tuple[float, float]:
    """x, y in metres of the county's CRS from ``longitude,latitude`` or ``x,y``; raises BadRequest."""
    parts = text.replace("，", ",").split(",")
    try:
        x, y = (float(part) for part in parts)
    except ValueError as error:
        raise BadRequest(tr("看不懂位置：{text}", text=text), tr("请写成 经度,纬度，例如 108.512,32.893。")) from error
    if max(abs(x), abs(y)) > MOST_DEGREES:
        return x, y
    metres = crs.to_metres(np.array([[x, y]]), epsg)[0]
    return float(metres[0]), float(metres[1])


def _with(connection: sqlite3.Connection, facts: SiteFacts, **more: Any) -> SiteFacts:
    """``facts`` with the options that were given."""
    keys = {"keeper": "keeper", "phone": "keeper_phone", "note": "note", "is_in_use": "is_in_use"}
    found = {key: more[option] for option, key in keys.items() if more.get(option) is not None}
    if more.get("unit"):
        found["division"] = find_division(connection, more["unit"]).id
    return replace(facts, **found)
