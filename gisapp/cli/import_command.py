"""gisapp import: another office's ledger into the county."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer, progress_bar
from gisapp.cli.hazard_add import import_json, import_lines
from gisapp.cli.said_crs import crs_options, said_crs
from gisapp.cli.terrain_answer import terrain_json, terrain_lines
from gisapp.cli.who import who
from gisapp.domain.ledger import kind_from_text
from gisapp.domain.masking import ID_CHARACTERS, MOBILE_DIGITS, masked_id, masked_phone
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.hazards.import_hazards import import_hazards
from gisapp.services.hazards.read_terrain import TerrainImport, import_terrain, read_terrain
from gisapp.services.hazards.reading import Reading
from gisapp.services.ledger.import_ledger import Imported, LedgerPlan, LedgerTable, import_ledger, preview_ledger
from gisapp.services.ledger.map_table import kind_of_base, read_places
from gisapp.services.ledger.notes import notes_of
from gisapp.services.places.ask_crs import title_of
from gisapp.spatial.source_crs import SourceCrs
from gisapp.storage.county import county_file

MOST_TOLD = 1_000
MOST_LINES = 20
HAZARDS = "hazards"
TERRAIN = "terrain"
BASE = "base"


@click.command("import")
@arguments.county_file
@click.argument("source", type=arguments.PATH)
@click.option(
    "--as",
    "kind_text",
    required=True,
    help="residents、households、contacts、officers、slots、safe-sites、damage、divisions、grids、houses、settlements、roads、waterways、attributes、indicators、"
    "base（道路或河流），hazards（图形文件），或 terrain（高程 GeoTIFF）。",
)
@click.option("--sheet", help="工作表的名称；只有一张像台账时不必写。")
@click.option("--layer", "layers", multiple=True, help="图形文件的图层，可以写几次；只有一个合适时不必写。")
@click.option("--mapping", help="列名=字段，多个用逗号分开；字段留空就是不要这一列。")
@click.option("--encoding", help="文本文件的编码，如 gb18030、big5；一般不必写。")
@crs_options
@click.option("--dry-run", is_flag=True, help="只看结果，不写入。")
@click.option("--problems", "problems_path", type=arguments.PATH, help="把未导入的行写成工作簿，改好后可以再导入。")
@click.option("--strict", "is_strict", is_flag=True, help="身份证号校验位不对的行也不导入。")
def command(
    file: Path,
    source: Path,
    kind_text: str,
    sheet: str | None,
    layers: tuple[str, ...],
    mapping: str | None,
    encoding: str | None,
    crs_text: str | None,
    is_swapped: bool,
    dry_run: bool,
    problems_path: Path | None,
    is_strict: bool,
) -> None:
    """导入台账（.xlsx .xls .ods .csv .txt）或图形文件（.shp .gpkg .geojson .kml .kmz .gpx .dxf .jpg，或一个照片文件夹）。"""
    said = said_crs(crs_text, is_swapped=is_swapped)
    if kind_text == HAZARDS:
        _import_hazards(file, source, Reading(crs=said, encoding=encoding), is_dry=dry_run)
        return
    if kind_text == TERRAIN:
        _import_terrain(file, source, said, is_dry=dry_run)
        return
    kind = kind_of_base(source, layers) if kind_text == BASE else kind_from_text(kind_text)
    _refuse_bad_target(problems_path, source)
    with progress_bar(tr("导入")) as progress:
        with county_file.reading_of_any_age(file) as connection:
            table = read_places(connection, source, kind, layers=layers, sheet=sheet, mapping=mapping, encoding=encoding, source=said)
        if dry_run:
            with county_file.reading(file) as connection:
                done = Imported(preview_ledger(connection, table, is_strict=is_strict, progress=progress), None)
        else:
            with county_file.writing(file) as db:
                done = import_ledger(db, table, who=who(), is_strict=is_strict, progress=progress)
    if problems_path is not None:
        from gisapp.export.ledger_problems import write_problems

        write_problems(problems_path, table, done.plan)
    answer(as_json(table, done, problems_path), _text(table, done, problems_path, is_dry=dry_run))


def _import_hazards(file: Path, source: Path, how: Reading, *, is_dry: bool) -> None:
    """Areas of any geodata file; the fields are those remembered or recognised (``gisapp hazard add`` takes others)."""
    with county_file.writing(file) as db:
        found = import_hazards(db, source, who=who(), how=how, is_dry_run=is_dry)
    answer(import_json(found), "\n".join(import_lines(found)))


def _import_terrain(file: Path, source: Path, said: SourceCrs | None, *, is_dry: bool) -> None:
    """Heights for the relief and for river-level scenarios, in the place of those that were there."""
    with progress_bar(tr("读入地形")) as progress:
        if is_dry:
            with county_file.reading(file) as connection:
                read, told = read_terrain(connection, source, source=said, progress=progress)
                found = TerrainImport(read, told, None)
        else:
            with county_file.writing(file) as db:
                found = import_terrain(db, source, who=who(), source=said, progress=progress)
    answer(terrain_json(found), "\n".join(terrain_lines(found)))


def _refuse_bad_target(problems_path: Path | None, source: Path) -> None:
    if problems_path is None:
        return
    if problems_path.suffix.lower() != ".xlsx":
        raise BadRequest(tr("问题工作簿只能写成 .xlsx：{path}", path=problems_path), tr("请换一个文件名。"))
    from gisapp.export.replaced_file import refuse_target

    refuse_target(problems_path)
    if problems_path.resolve() == source.resolve():
        raise BadRequest(tr("问题工作簿不能盖掉要导入的文件：{path}", path=problems_path), tr("请换一个文件名。"))


def as_json(table: LedgerTable, done: Imported, problems_path: Path | None) -> dict[str, Any]:
    """The keys of the command's JSON answer; ID numbers and phones masked."""
    plan = done.plan
    return {
        "rows": plan.rows,
        "new": len(plan.new),
        "changed": len(plan.changed),
        "same": plan.same,
        "rejected": len(plan.refused),
        "problems": [_problem(one.row, one.column, one.value, one.reason) for one in plan.refused],
        "changes": [
            {"row": change.row, "name": change.who, "column": one.title, "old": one.old, "new": one.new}
            for change in plan.changed[:MOST_TOLD]
            for one in change.differences
        ],
        "warning_count": len(plan.doubts),
        "warnings": [_problem(one.row, one.column, one.value, one.reason) for one in plan.doubts[:MOST_TOLD]],
        "sheet": table.sheet,
        "encoding": table.encoding,
        "columns": {title: found for title, found in zip(table.header.titles, table.header.fields, strict=True) if title and found},
        "unused": list(table.unused),
        "examples": list(table.examples),
        "notes": [*notes_of(table), *plan.notes],
        "figures": dict(plan.figures),
        "crs": title_of(table.shapes.source) if table.shapes else None,
        "file": str(problems_path) if problems_path else None,
        "entry": done.change.entry if done.change else None,
    }


def _problem(row: int, column: str, value: str, reason: str) -> dict[str, Any]:
    return {"row": row, "column": column, "value": hidden(value), "reason": reason}


def hidden(value: str) -> str:
    """A cell for the screen: what looks like an ID number or a phone is masked."""
    plain = value.strip()
    if len(plain) >= ID_CHARACTERS and plain[:-1].isdecimal():
        return masked_id(plain)
    return masked_phone(plain) if len(plain) == MOBILE_DIGITS and plain.isdecimal() else value


def _text(table: LedgerTable, done: Imported, problems_path: Path | None, *, is_dry: bool) -> str:
    plan = done.plan
    counts = {"rows": plan.rows, "new": len(plan.new), "changed": len(plan.changed), "same": plan.same, "refused": len(plan.refused)}
    lines = [tr("共 {rows:,} 行：新增 {new:,}，更改 {changed:,}，相同 {same:,}，未导入 {refused:,}。", **counts)]
    if is_dry:
        lines.append(tr("这是试算，没有写入。"))
    lines += [
        tr("  第 {row} 行：{reason}", row=one.row, reason=_reason(one.column, one.value, one.reason)) for one in plan.refused[:MOST_LINES]
    ]
    lines += _changes(plan)
    lines += _doubts(plan)
    lines += [f"  {note}" for note in (*notes_of(table), *plan.notes)]
    if problems_path is not None:
        lines.append(tr("未导入的行已写到：{path}", path=problems_path))
    return "\n".join(lines)


def _reason(column: str, value: str, reason: str) -> str:
    return tr("{column}“{value}”：{reason}", column=column, value=hidden(value), reason=reason) if column and value else reason


def _changes(plan: LedgerPlan) -> list[str]:
    return [
        tr("  第 {row} 行 {name} {title}：{old} → {new}", row=change.row, name=change.who, title=one.title, old=one.old or "—", new=one.new)
        for change in plan.changed[:MOST_LINES]
        for one in change.differences
    ]


def _doubts(plan: LedgerPlan) -> list[str]:
    counted: dict[str, list[int]] = {}
    for one in plan.doubts:
        counted.setdefault(one.reason, []).append(one.row)
    return [
        tr("  提醒：{reason}（{count:,} 行，如第 {rows} 行）", reason=reason, count=len(rows), rows="、".join(map(str, rows[:3])))
        for reason, rows in counted.items()
    ]
