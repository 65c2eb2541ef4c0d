"""gisapp hazard change, hazard remove: correct saved hazard areas."""

from __future__ import annotations

from pathlib import Path

import click
import shapely

from gisapp.cli import arguments
from gisapp.cli.answer import answer
from gisapp.cli.said_crs import crs_options, said_crs
from gisapp.cli.who import who
from gisapp.domain.change import Change
from gisapp.domain.hazard import kind_from_text, level_from_text
from gisapp.domain.validity import moment_from_text
from gisapp.language import tr
from gisapp.services.hazards.change_hazard import HazardFacts, change_hazards, hazards_meant
from gisapp.services.hazards.read_hazards import read_hazards
from gisapp.services.hazards.reading import Reading
from gisapp.services.hazards.save_hazard import remove_hazards
from gisapp.storage.county import county_file

NO_TIME = ("", "无", "none", "-")


@click.command("change")
@arguments.county_file
@click.argument("which", nargs=-1, required=True)
@click.option("--name", help="新的名称。")
@click.option("--kind", help="新的灾种。")
@click.option("--level", help="新的等级。")
@click.option("--source", help="新的来源。")
@click.option("--from", "valid_from", help="有效期从何时起；写“无”就是不限。")
@click.option("--to", "valid_to", help="有效期到何时止；写“无”就是不限。")
@click.option("--shape", type=arguments.PATH, help="新的边界：图形文件里的全部面合成一个。")
@crs_options
def change(
    file: Path,
    which: tuple[str, ...],
    name: str | None,
    kind: str | None,
    level: str | None,
    source: str | None,
    valid_from: str | None,
    valid_to: str | None,
    shape: Path | None,
    crs_text: str | None,
    is_swapped: bool,
) -> None:
    """修改风险区（名称或编号，可写多个）；可以撤销。"""
    facts = HazardFacts(
        name=name,
        kind=None if kind is None else kind_from_text(kind),
        level=None if level is None else level_from_text(level),
        source=source,
        valid_from=_moment(valid_from),
        valid_to=_moment(valid_to),
    )
    with county_file.writing(file) as db:
        ids = [int(area.id or 0) for area in hazards_meant(db.conn, which)]
        border = None
        if shape is not None:
            how = Reading(crs=said_crs(crs_text, is_swapped=is_swapped))
            border = shapely.union_all([area.geometry for area in read_hazards(db.conn, shape, how).areas])
        _tell(change_hazards(db, ids, facts, who=who(), shape=border), len(ids))


@click.command("remove")
@arguments.county_file
@click.argument("which", nargs=-1, required=True)
def remove(file: Path, which: tuple[str, ...]) -> None:
    """删除风险区（名称或编号，可写多个）；可以撤销。"""
    with county_file.writing(file) as db:
        ids = [int(area.id or 0) for area in hazards_meant(db.conn, which)]
        _tell(remove_hazards(db, ids, who=who()), len(ids))


def _moment(text: str | None) -> str | None:
    if text is None:
        return None
    return "" if text.strip().lower() in NO_TIME else moment_from_text(text)


def _tell(done: Change | None, count: int) -> None:
    label = tr("没有变化。") if done is None else done.label
    answer({"label": label, "areas": count, "entry": done.entry if done else None}, label)
