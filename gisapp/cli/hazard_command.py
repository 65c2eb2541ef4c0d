"""gisapp hazard: keep, list and remove hazard areas."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer
from gisapp.cli.usage import translated
from gisapp.cli.who import who
from gisapp.domain.hazard import level_from_text
from gisapp.language import tr
from gisapp.services.find_affected import named_areas
from gisapp.services.hazard_fields import FieldChoice
from gisapp.services.read_hazards import Reading, read_hazards
from gisapp.services.save_hazard import remove_hazards, save_hazards
from gisapp.storage import county_file, hazards
from gisapp.storage.hazards import HazardArea


class TranslatedGroup(click.Group):
    """Its commands speak the reader's language."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        found = super().get_command(ctx, cmd_name)
        return translated(found) if found else None


@click.group("hazard", cls=TranslatedGroup)
def command() -> None:
    """保存、列出、删除风险区。"""


@command.command("add")
@arguments.county_file
@click.argument("source", type=click.Path(path_type=Path))
@click.option("--level-field", help="文件里写等级的字段。")
@click.option("--level", default="red", show_default=True, help="文件没写等级时用的等级。")
@click.option("--crs", "epsg", type=int, help="图形文件的坐标系（EPSG）。")
def add(file: Path, source: Path, level_field: str | None, level: str, epsg: int | None) -> None:
    """把图形文件里的面存为风险区。"""
    chosen = level_from_text(level)
    with county_file.writing(file) as db:
        found = read_hazards(db.conn, source, Reading(fields=FieldChoice(level=level_field), level=chosen, epsg=epsg))
        change = save_hazards(db, found.areas, who=who())
    problems = [asdict(problem) for problem in found.problems]
    lines = [change.label, *(tr("  第 {number} 行：{reason}", number=problem.number, reason=problem.reason) for problem in found.problems)]
    answer({"added": len(found.areas), "total": found.total, "problems": problems, "entry": change.entry}, "\n".join(lines))


@command.command("list")
@arguments.county_file
def list_areas(file: Path) -> None:
    """列出全部风险区。"""
    with county_file.reading(file) as connection:
        areas = hazards.all_areas(connection)
    lines = [tr("{name}  {level}  {hectares} 公顷", name=a.name, level=a.level.caption, hectares=_hectares(a)) for a in areas]
    answer({"hazards": [_row(area) for area in areas]}, "\n".join(lines) or tr("还没有风险区。"))


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
    }


def _hectares(area: HazardArea) -> float:
    return float(round(area.geometry.area / 10_000, 2))


@command.command("remove")
@arguments.county_file
@click.argument("name")
def remove(file: Path, name: str) -> None:
    """删除这个名称的风险区；可以撤销。"""
    with county_file.writing(file) as db:
        change = remove_hazards(db, [int(area.id) for area in named_areas(db.conn, [name]) if area.id is not None], who=who())
    answer({"label": change.label, "entry": change.entry}, change.label)
