"""gisapp hazard scenario: what a river that rises so many metres would reach."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer, progress_bar
from gisapp.cli.said_crs import said_crs
from gisapp.cli.who import who
from gisapp.domain.change import Change
from gisapp.domain.hazard import level_from_text
from gisapp.domain.river_level import LevelFigures, checked_level, limits, listed_levels, rise_name
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.hazards.prepare_drainage import Ground, kept_ground, prepare_ground
from gisapp.services.hazards.raise_river import RiverRise, raise_river
from gisapp.services.hazards.save_river_level import hazard_of, save_river_level
from gisapp.services.hazards.terrain_of_file import ground_of_file
from gisapp.spatial.source_crs import SourceCrs
from gisapp.storage.county import county_file, settings

Progress = Callable[[int, int], None]


@click.command("scenario")
@arguments.county_file
@click.option("--level", "level_m", type=float, required=True, help="高出平常水位的米数。")
@click.option("--river", default="", help="只算这一条河，例如 月河；不写就是全部河流。")
@click.option("--terrain", "terrain_path", type=arguments.PATH, help="地形栅格（GeoTIFF）；不写就用县文件里的地形。")
@click.option("--crs", "crs_text", help="地形栅格的坐标系：EPSG 编号，如 4490、4545。")
@click.option("--save", "name", help="用这个名称存为风险区。")
@click.option("--colour", default="red", show_default=True, help="存为风险区时的等级：red、orange、yellow、blue。")
@click.option("--levels", "lists_levels", is_flag=True, help="并列出各级水位。")
@click.option("--out", type=arguments.PATH, help="把范围写成 .geojson 或 .gpkg。")
def command(
    file: Path,
    level_m: float,
    river: str,
    terrain_path: Path | None,
    crs_text: str | None,
    name: str | None,
    colour: str,
    lists_levels: bool,
    out: Path | None,
) -> None:
    """河流水位情景：水位高出平常若干米时淹到哪里、多少住房；静态推算，不是预报。"""
    level_m, level = checked_level(level_m), level_from_text(colour)
    _refuse(name, out)
    with progress_bar(tr("准备地形")) as progress:
        ground, told = _ground(file, terrain_path, said_crs(crs_text), progress)
    with county_file.reading(file) as connection:
        rise = raise_river(connection, ground, river.strip())
        srs_id = settings.crs(connection)
    figures = rise.at(level_m)
    if out is not None:
        from gisapp.export.river_area import write_river_area

        write_river_area(out, hazard_of(rise, level_m, name=name or "", colour=level), figures, srs_id=srs_id)
    change = None
    if name is not None:
        with county_file.writing(file) as db:
            change = save_river_level(db, rise, level_m, name=name, colour=level, who=who())
    kept = {"saved": name.strip() if name else None, "entry": change.entry if change else None, "file": str(out) if out else None}
    answer(
        {**_as_json(rise, figures, ground), **kept, "told": list(told)},
        "\n".join(_lines(rise, figures, told, change, _table(rise) if lists_levels else ())),
    )


def _refuse(name: str | None, out: Path | None) -> None:
    """What can be refused before any work is done."""
    if name is not None and not name.strip():
        raise BadRequest(tr("风险区没有名称。"), tr("请填写名称，例如“月河洪涝”。"))
    if out is not None:
        from gisapp.export.replaced_file import refuse_target
        from gisapp.export.river_area import refuse_ending

        refuse_ending(out)
        refuse_target(out)


def _ground(file: Path, terrain_path: Path | None, said: SourceCrs | None, progress: Progress) -> tuple[Ground, tuple[str, ...]]:
    """The drainage of a file's terrain, or that of the county; either is kept once it is made."""
    with county_file.reading(file) as connection:
        if terrain_path is not None:
            return ground_of_file(connection, terrain_path, source=said, progress=progress)
        kept = kept_ground(connection)
    if kept is None:
        with county_file.writing(file) as db:
            kept = prepare_ground(db, progress=progress)
    return kept, ()


def _as_json(rise: RiverRise, figures: LevelFigures, ground: Ground) -> dict[str, object]:
    """The keys of the command's JSON answer that tell of the level."""
    return {
        **asdict(figures),
        "area_ha": round(figures.area_ha, 2),
        "river": rise.river or None,
        "terrain": {"source": ground.terrain.source, "cell_m": ground.terrain.cell_m, "step_m": ground.terrain.unit_cm / 100},
        "levels": [asdict(rise.at(level)) for level in listed_levels(rise.step_m)],
        "limits": limits(),
    }


def _lines(rise: RiverRise, figures: LevelFigures, told: Sequence[str], change: Change | None, table: Iterable[str]) -> Iterator[str]:
    """The same for a person."""
    yield tr("{name}：{area:,.2f} 公顷", name=rise_name(rise.river, figures.level_m), area=figures.area_ha)
    yield tr("住房 {houses:,} 处，{households:,} 户，{residents:,} 人。", **_counts(figures))
    if figures.unknown:
        yield tr("另有 {count:,} 处住房没有结论：地形没有覆盖，或看不出水往哪条河流。", count=figures.unknown)
    yield from table
    yield from (tr("  提醒：{reason}", reason=one) for one in told)
    if change is not None:
        yield change.label
    yield rise.terrain
    yield limits()


def _table(rise: RiverRise) -> Iterator[str]:
    for figures in map(rise.at, listed_levels(rise.step_m)):
        values = {"level": figures.level_m, "area": figures.area_ha, **_counts(figures)}
        yield tr("  {level:g} 米：{houses:,} 处，{households:,} 户，{residents:,} 人，{area:,.2f} 公顷", **values)


def _counts(figures: LevelFigures) -> dict[str, int]:
    return {"houses": figures.houses, "households": figures.households, "residents": figures.residents}
