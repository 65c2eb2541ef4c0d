"""gisapp hazard: keep, list and remove hazard areas."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer
from gisapp.cli.hazard_add import add
from gisapp.cli.hazard_change import change, remove
from gisapp.cli.hazard_scenario import command as scenario
from gisapp.cli.usage import TranslatedGroup
from gisapp.cli.who import who
from gisapp.domain.hazard import kind_from_text, level_from_text
from gisapp.domain.validity import Validity, moment_from_text, now_text, validity_at
from gisapp.language import tr
from gisapp.readers.area_rows import AreaLayer
from gisapp.readers.areas import read_areas
from gisapp.services.hazards.change_hazard import HazardFacts
from gisapp.services.hazards.draw_along import area_along
from gisapp.services.hazards.hazard_fields import preview_fields
from gisapp.services.hazards.save_hazard import save_hazards
from gisapp.spatial import crs
from gisapp.storage.county import county_file
from gisapp.storage.hazards import hazards
from gisapp.storage.hazards.hazards import HazardArea


@click.group("hazard", cls=TranslatedGroup)
def command() -> None:
    """预览、保存、列出、修改、删除风险区。"""


@command.command("preview")
@click.argument("source", type=arguments.PATH)
@click.option("--encoding", help="文字编码，例如 gb18030。")
def preview(source: Path, encoding: str | None) -> None:
    """看一个图形文件有哪些图层、字段和坐标系；不写任何内容。"""
    layers = read_areas(source, encoding=encoding)
    found = [_layer(layer) for layer in layers]
    answer({"layers": found}, "\n".join(line for layer in layers for line in _layer_lines(layer)))


def _layer(layer: AreaLayer) -> dict[str, object]:
    fields = [asdict(field) for field in preview_fields((layer,))]
    refused = [{"number": row.number, "reason": row.reason} for row in layer.refused]
    return {"name": layer.name, "crs": _crs(layer), "total": layer.total, "areas": len(layer.rows), "refused": refused, "fields": fields}


def _crs(layer: AreaLayer) -> str | None:
    return tr("本县坐标系（米）") if layer.is_in_metres else (None if layer.crs is None else crs.title(layer.crs))


def _layer_lines(layer: AreaLayer) -> Iterator[str]:
    values = {"name": layer.name, "total": layer.total, "areas": len(layer.rows), "refused": len(layer.refused)}
    yield tr("{name}：{total} 行，面 {areas} 个，拒收 {refused} 行", **values)
    yield tr("  坐标系：{crs}", crs=_crs(layer) or tr("没有说明，请用 --crs 指定"))
    for field in preview_fields((layer,)):
        yield tr("  {field}：{samples}", field=field.name, samples=tr("、").join(field.samples))


@command.command("along")
@arguments.county_file
@click.argument("line")
@click.argument("metres", type=float)
@click.option("--name", default="", help="风险区名称。")
@click.option("--level", default="red", show_default=True, help="等级。")
@click.option("--kind", default="flood", show_default=True, help="灾种。")
@click.option("--source", "origin", default="", help="来源，例如“县气象局 7月12日公报”。")
@click.option("--from", "valid_from", help="有效期从何时起。")
@click.option("--to", "valid_to", help="有效期到何时止。")
def along(
    file: Path,
    line: str,
    metres: float,
    name: str,
    level: str,
    kind: str,
    origin: str,
    valid_from: str | None,
    valid_to: str | None,
) -> None:
    """沿本县的一条河或路，向两侧外扩若干米，存为风险区。"""
    facts = HazardFacts(
        name=name or None,
        kind=kind_from_text(kind),
        level=level_from_text(level),
        source=origin or None,
        valid_from=moment_from_text(valid_from) if valid_from else None,
        valid_to=moment_from_text(valid_to) if valid_to else None,
    )
    with county_file.writing(file) as db:
        area = facts.of(area_along(db.conn, line, metres))
        change = save_hazards(db, [area], who=who())
    answer({"name": area.name, "area_ha": _hectares(area), "entry": change.entry}, change.label)


@command.command("list")
@arguments.county_file
def list_areas(file: Path) -> None:
    """列出全部风险区。"""
    with county_file.reading(file) as connection:
        areas = hazards.all_areas(connection)
    answer({"hazards": [_row(area) for area in areas]}, "\n".join(map(_line, areas)) or tr("还没有风险区。"))


def _line(area: HazardArea) -> str:
    values = {"id": area.id, "name": area.name, "kind": area.kind.caption, "level": area.level.caption, "hectares": _hectares(area)}
    line = tr("{id}  {name}  {kind} {level}  {hectares} 公顷", **values)
    if not (area.valid_from or area.valid_to):
        return line
    validity = _validity(area)
    if validity is not Validity.HOLDS:
        line = tr("{line}  [{mark}]", line=line, mark=validity.caption)
    times = {"first": area.valid_from or tr("不限"), "last": area.valid_to or tr("不限")}
    return tr("{line}  {first} 至 {last}", line=line, **times)


def _row(area: HazardArea) -> dict[str, object]:
    return {
        "id": area.id,
        "name": area.name,
        "kind": area.kind,
        "level": area.level,
        "area_ha": _hectares(area),
        "source": area.source,
        "valid_from": area.valid_from,
        "valid_to": area.valid_to,
        "validity": _validity(area),
    }


def _validity(area: HazardArea) -> Validity:
    return validity_at(area.valid_from, area.valid_to, now_text())


def _hectares(area: HazardArea) -> float:
    return float(round(area.geometry.area / 10_000, 2))


for made in (add, change, remove, scenario):
    command.add_command(made)
