"""gisapp compare: another department's list held against ours."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer, progress_bar
from gisapp.cli.import_command import MOST_LINES, MOST_TOLD, hidden
from gisapp.cli.reveal import refuse_unclear_reveal
from gisapp.cli.who import who
from gisapp.domain.ledger import kind_from_text
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.compare.compare_list import compare_list, note_revealed
from gisapp.services.compare.comparison import Comparison, shown_id
from gisapp.services.families.choose_families import find_unit
from gisapp.services.ledger.import_ledger import LedgerTable, read_table
from gisapp.services.ledger.notes import notes_of
from gisapp.storage.county import county_file


@click.command("compare")
@arguments.county_file
@click.argument("source", type=arguments.PATH)
@click.option("--as", "kind_text", default="residents", show_default=True, help="residents（一人一行）或 households（一户一行）。")
@click.option("--where", "unit_text", help="本县只比一个单位：代码或名称。")
@click.option("--sheet", help="工作表的名称；只有一张像台账时不必写。")
@click.option("--mapping", help="列名=字段，多个用逗号分开；字段留空就是不要这一列。")
@click.option("--encoding", help="文本文件的编码，如 gb18030、big5；一般不必写。")
@click.option("--out", type=arguments.PATH, help="把四份名单写成工作簿（.xlsx）。")
@click.option("--reveal", is_flag=True, help="不脱敏；必须写原因，会记入历史。")
@click.option("--reason", default="", help="不脱敏的原因。")
def command(
    file: Path,
    source: Path,
    kind_text: str,
    unit_text: str | None,
    sheet: str | None,
    mapping: str | None,
    encoding: str | None,
    out: Path | None,
    reveal: bool,
    reason: str,
) -> None:
    """别的部门的名单与本县比对：只在对方、只在本县、不同；不写入任何数据。"""
    kind = kind_from_text(kind_text)
    _refuse_bad_request(out, source, reveal=reveal, reason=reason)
    with progress_bar(tr("比对")) as progress, county_file.reading(file) as connection:
        unit = find_unit(connection, unit_text) if unit_text else None
        table = read_table(connection, source, kind, sheet=sheet, mapping=mapping, encoding=encoding)
        found = compare_list(connection, table, unit=unit, progress=progress)
    if out is not None:
        _write_out(file, out, found, reveal=reveal, reason=reason)
    answer(as_json(table, found, out), _text(table, found, out))


def _refuse_bad_request(out: Path | None, source: Path, *, reveal: bool, reason: str) -> None:
    refuse_unclear_reveal(reveal=reveal, reason=reason)
    if reveal and out is None:
        raise BadRequest(tr("写了 --reveal 却没有写 --out。"), tr("未脱敏的比对结果只写入工作簿；请用 --out 写明文件名。"))
    if out is None:
        return
    from gisapp.export.replaced_file import refuse_target

    if out.suffix.lower() != ".xlsx":
        raise BadRequest(tr("比对结果只能写成 .xlsx：{path}", path=out), tr("请换一个文件名。"))
    refuse_target(out)
    if out.resolve() == source.resolve():
        raise BadRequest(tr("比对结果不能盖掉对方的名单：{path}", path=out), tr("请换一个文件名。"))


def _write_out(file: Path, out: Path, found: Comparison, *, reveal: bool, reason: str) -> None:
    from gisapp.export.comparison_tables import write_comparison

    if reveal:
        with county_file.writing(file) as db:
            note_revealed(db, found, who=who(), why=reason)
    write_comparison(out, found, is_revealed=reveal)


def as_json(table: LedgerTable, found: Comparison, out: Path | None) -> dict[str, Any]:
    """The keys of the command's JSON answer; ID numbers and phones masked, lists cut at MOST_TOLD."""
    return {
        "rows": found.rows,
        "matched": found.matched,
        "same": found.same,
        "different": len(found.different),
        "only_there": len(found.only_there),
        "only_here": len(found.only_here),
        "rejected": len(found.refused),
        "ours": found.ours,
        "duplicates": list(found.duplicates[:MOST_TOLD]),
        "duplicate_count": len(found.duplicates),
        "ruined": list(found.ruined[:MOST_TOLD]),
        "ruined_count": len(found.ruined),
        "scope": found.scope,
        "differences": [
            {"row": one.row, "code": one.code, "name": one.name, "column": each.title, "ours": ours, "theirs": theirs}
            for one in found.different[:MOST_TOLD]
            for each in one.differences
            for ours, theirs in [each.shown(is_revealed=False)]
        ],
        "there": [
            {"row": one.row, "code": one.code, "name": one.name, "id_number": shown_id(one.id_number, is_revealed=False), "note": one.note}
            for one in found.only_there[:MOST_TOLD]
        ],
        "here": [
            {"code": one.code, "name": one.name, "id_number": shown_id(one.id_number, is_revealed=False), "place": one.place}
            for one in found.only_here[:MOST_TOLD]
        ],
        "problems": [
            {"row": one.row, "column": one.column, "value": hidden(one.value), "reason": one.reason} for one in found.refused
        ],
        "columns": {title: field for title, field in zip(table.header.titles, table.header.fields, strict=True) if title and field},
        "notes": notes_of(table),
        "file": str(out) if out else None,
    }  # fmt: skip


def _text(table: LedgerTable, found: Comparison, out: Path | None) -> str:
    from gisapp.export.comparison_tables import summary

    lines = [
        summary(found),
        tr(
            "身份证号重复的 {count:,} 行，被表格软件改坏的 {ruined:,} 行，列在“不能比对”里。",
            count=len(found.duplicates),
            ruined=len(found.ruined),
        ),
    ]
    lines += _lines(
        tr("只在对方"),
        [tr("第 {row} 行 {name} {note}", row=one.row, name=one.name, note=one.note).strip() for one in found.only_there[:MOST_LINES]],
    )
    lines += _lines(
        tr("只在本县"), [tr("{code} {name} {place}", code=one.code, name=one.name, place=one.place) for one in found.only_here[:MOST_LINES]]
    )
    lines += _lines(tr("不同"), _differences(found))
    lines += _lines(tr("不能比对"), [tr("第 {row} 行：{reason}", row=one.row, reason=one.reason) for one in found.refused[:MOST_LINES]])
    lines += [f"  {note}" for note in notes_of(table)]
    if out is not None:
        lines.append(tr("比对结果已写到：{path}", path=out))
    return "\n".join(lines)


def _lines(title: str, found: list[str]) -> list[str]:
    return [tr("{title}：", title=title), *(f"  {one}" for one in found)] if found else []


def _differences(found: Comparison) -> list[str]:
    said = []
    for one in found.different[:MOST_LINES]:
        for each in one.differences:
            ours, theirs = each.shown(is_revealed=False)
            told = {"row": one.row, "name": one.name, "title": each.title, "ours": ours or "—", "theirs": theirs}
            said.append(tr("第 {row} 行 {name} {title}：本县 {ours}，对方 {theirs}", **told))
    return said
