"""gisapp hazard add: a file of areas into the county, what each field means said or remembered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer, progress_bar
from gisapp.cli.said_crs import crs_options, said_crs
from gisapp.cli.who import who
from gisapp.domain.hazard import HazardLevel, kind_from_text, level_from_text
from gisapp.domain.validity import moment_from_text
from gisapp.errors import BadRequest
from gisapp.export.hazard_problems import refuse_problems_target, write_hazard_problems
from gisapp.language import tr
from gisapp.services.hazards.hazard_fields import NO_FIELD, FieldChoice
from gisapp.services.hazards.hazard_problems import count_fates
from gisapp.services.hazards.import_hazards import HazardImport, import_hazards
from gisapp.services.hazards.reading import Reading
from gisapp.storage.county import county_file

NO_FIELD_WORDS = ("无", "没有", "-")
MOST_LINES = 20


@click.command("add")
@arguments.county_file
@click.argument("source", type=click.Path(path_type=Path))
@click.option("--level-field", help="文件里写等级的字段；“无”就是没有。")
@click.option("--level-of", "levels", multiple=True, help="等级字段里的词=等级，例如 高易发=红；可写多个。")
@click.option("--name-field", help="文件里写名称的字段。")
@click.option("--kind-field", help="文件里写灾种的字段。")
@click.option("--source-field", help="文件里写来源的字段。")
@click.option("--from-field", help="文件里写生效时间的字段。")
@click.option("--to-field", help="文件里写失效时间的字段。")
@click.option("--level", default="red", show_default=True, help="文件没写等级时用的等级。")
@click.option("--kind", default="flood", show_default=True, help="文件没写灾种时用的灾种。")
@click.option("--source", "origin", help="来源，例如“县气象局 7月12日公报”。")
@click.option("--from", "valid_from", help="有效期从何时起。")
@click.option("--to", "valid_to", help="有效期到何时止。")
@crs_options
@click.option("--encoding", help="文字编码，例如 gb18030。")
@click.option("--dry-run", is_flag=True, help="只看结果，不写入。")
@click.option("--problems", "problems_path", type=arguments.PATH, help="把拒收、修复和提醒的行写成 .xlsx 或 .csv。")
def add(
    file: Path,
    source: Path,
    level_field: str | None,
    levels: tuple[str, ...],
    name_field: str | None,
    kind_field: str | None,
    source_field: str | None,
    from_field: str | None,
    to_field: str | None,
    level: str,
    kind: str,
    origin: str | None,
    valid_from: str | None,
    valid_to: str | None,
    crs_text: str | None,
    is_swapped: bool,
    encoding: str | None,
    dry_run: bool,
    problems_path: Path | None,
) -> None:
    """把图形文件里的面存为风险区；再次读取同一文件只更新变化的。"""
    if problems_path is not None:
        refuse_problems_target(problems_path)
    fields = FieldChoice(
        name=_field(name_field),
        level=_field(level_field),
        kind=_field(kind_field),
        source=_field(source_field),
        valid_from=_field(from_field),
        valid_to=_field(to_field),
        levels=tuple(map(_level_of, levels)),
    )
    how = Reading(
        fields=fields,
        level=level_from_text(level),
        kind=kind_from_text(kind),
        source=origin,
        valid_from=moment_from_text(valid_from) if valid_from else None,
        valid_to=moment_from_text(valid_to) if valid_to else None,
        crs=said_crs(crs_text, is_swapped=is_swapped),
        encoding=encoding,
    )
    with county_file.writing(file) as db, progress_bar(tr("读取风险区文件")) as progress:
        found = import_hazards(db, source, who=who(), how=how, is_dry_run=dry_run, progress=progress)
    if problems_path is not None:
        write_hazard_problems(problems_path, found.problems)
    answer(import_json(found), "\n".join(import_lines(found)))


def _field(text: str | None) -> str | None:
    return NO_FIELD if text in NO_FIELD_WORDS else text


def _level_of(text: str) -> tuple[str, HazardLevel]:
    word, sign, level = text.rpartition("=")
    if not sign or not word.strip():
        raise BadRequest(tr("等级的对应写得不对：{text}", text=text), tr("请写成 --level-of 高易发=红 的样子。"))
    return word.strip(), level_from_text(level)


def import_json(found: HazardImport) -> dict[str, object]:
    """The keys of an import of hazard areas."""
    counts = {name: getattr(found, name) for name in ("total", "new", "changed", "same", "rejected")}
    problems = [asdict(problem) for problem in found.problems]
    fates = {fate.value: count for fate, count in count_fates(found.problems).items()}
    entry = found.change.entry if found.change else None
    return {"added": found.new, **counts, "fates": fates, "without_level": found.without_level, "problems": problems, "entry": entry}


def import_lines(found: HazardImport) -> Iterator[str]:
    """An import of hazard areas in sentences."""
    values = {"total": found.total, "new": found.new, "changed": found.changed, "same": found.same, "rejected": found.rejected}
    yield tr("共 {total} 行：新增 {new}，更新 {changed}，不变 {same}，拒收 {rejected}。", **values)
    if found.without_level:
        yield tr("{count} 个没有写等级，按 --level 统一。", count=found.without_level)
    for problem in found.problems[:MOST_LINES]:
        told = {"layer": problem.layer, "number": problem.number, "name": problem.name, "reason": problem.reason}
        yield tr("  {layer} 第 {number} 行 {name}：{reason}", **told)
    if len(found.problems) > MOST_LINES:
        yield tr("  另有 {count} 行；用 --problems 写出全部。", count=len(found.problems) - MOST_LINES)
