"""An empty ledger to hand out: headers, drop-downs, notes and one made-up row that the import skips."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gisapp.domain.ledger import EXAMPLE_MARK, KEPT, NOTE_TITLE, LedgerField, LedgerKind, fields_of
from gisapp.export.replaced_file import replacing
from gisapp.export.workbook import ACCENT
from gisapp.language import tr

ROWS_WITH_LISTS = 5_000
_EXAMPLES = (
    ("code", "61099910120100001"), ("head_name", "王示例"), ("head_id", "999999198503074217"), ("name", "王示例"), ("relation", "户主"),
    ("sex", "男"), ("birth_date", "1985-03-07"), ("id_number", "999999198503074217"), ("phone", "12000000000"), ("is_disabled", "否"),
    ("is_ill", "否"), ("is_pregnant", "否"), ("town", "示例镇"), ("village", "示例村"), ("grid", "示例村01网格"), ("site", "示例安置点"),
    ("building", "3号楼"), ("unit", "2"), ("room", "501"), ("address", "示例安置点3号楼2单元501"), ("longitude", "108.50"),
    ("latitude", "32.89"), ("state", "在住"), ("relocated_on", "2021-09-03"), ("origin_town", "示例镇"), ("origin_village", "示例老村"),
    ("origin_address", "示例老村3组12号"), ("origin_longitude", "108.40"), ("origin_latitude", "32.70"), ("origin_state", "空置"),
    ("role", "包联干部"), ("division", "示例村"), ("line", "村线"), ("from_date", "2026-01-01"),
    ("capacity", "120"), ("is_in_use", "是"), ("keeper", "王示例"), ("note", "两间教室"),
    ("number", "示例村3组12号"), ("event", "2021年8月强降雨"), ("reported_on", "2021-08-31"), ("grade", "倒塌"), ("way", "重建"),
    ("planned_on", "2022-06-30"), ("begun_on", "2021-10-08"), ("finished_on", "2022-05-20"),
    ("contact", "王示例"), ("contact_phone", "12000000000"), ("stay", "示例镇中心小学"), ("stay_from", "2021-09-01"),
    ("level", "村"), ("parent", "示例镇"), ("wkt", "POINT(108.50 32.89)"), ("officer", "王示例"), ("officer_phone", "12000000000"),
    ("units", "3"), ("floors", "11"),
)  # fmt: skip
_SITE_EXAMPLES = (("name", "示例村委会"),)
_AREA_EXAMPLES = (
    ("code", "610999101201"), ("name", "示例村"), ("wkt", "POLYGON((108.50 32.89,108.51 32.89,108.51 32.90,108.50 32.89))"),
)  # fmt: skip
_DAMAGE_EXAMPLES = (("state", "已核实"), ("note", "东墙倒塌"))
_CHOICES = (
    ("relation", ("户主", "配偶", "子女", "儿媳/女婿", "孙子女", "父母", "其他")),
    ("sex", ("男", "女")),
    ("is_disabled", ("是", "否")),
    ("is_ill", ("是", "否")),
    ("is_pregnant", ("是", "否")),
    ("state", ("在住", "空置")),
    ("origin_state", ("在住", "空置", "灾毁", "已拆除")),
    ("role", ("包联干部", "村/社区干部", "网格员")),
    ("line", ("村线", "社区线")),
    ("is_in_use", ("是", "否")),
    ("grade", ("倒塌", "严重受损", "一般受损", "未受损")),
    ("way", ("维修加固", "重建", "安置")),
)
_DAMAGE_CHOICES = (("state", ("已上报", "已核实", "有异议")),)  # fmt: skip
_REQUIRED = (
    (LedgerKind.RESIDENTS, ("name", "relation", "id_number")), (LedgerKind.HOUSEHOLDS, ("head_name", "head_id")),
    (LedgerKind.CONTACTS, ("name", "role", "division")), (LedgerKind.OFFICERS, ("grid", "name")),
    (LedgerKind.SLOTS, ("code", "role", "name")), (LedgerKind.SAFE_SITES, ("name", "capacity", "longitude", "latitude")),
    (LedgerKind.DAMAGE, ("number", "grade")), (LedgerKind.DIVISIONS, ("code", "name")), (LedgerKind.GRIDS, ("code", "name")),
    (LedgerKind.ATTRIBUTES, ("code",)), (LedgerKind.INDICATORS, ("village", "day")),
    (LedgerKind.HOUSES, ("number",)), (LedgerKind.SETTLEMENTS, ("name", "village")),
)  # fmt: skip

_KEPT_EXAMPLES = (
    (LedgerKind.ATTRIBUTES, (("低保类别", "示例：B类"), ("家庭年收入", "36000"))),
    (LedgerKind.INDICATORS, (("人均可支配收入", "12800"), ("饮水安全户数", "96"))),
)  # fmt: skip


def write_template(path: Path, kind: LedgerKind) -> int:
    """Write the empty ledger of ``kind`` and return the number of its columns. Raises BadFile."""
    import xlsxwriter

    fields, examples = _columns(kind)
    with replacing(path) as part:
        options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        book = xlsxwriter.Workbook(str(part), options)
        sheet = book.add_worksheet(kind.caption[:31])
        _write_rows(book, sheet, kind, fields, examples)
        _write_help(book, kind, fields)
        book.close()
    return len(fields)


def _columns(kind: LedgerKind) -> tuple[tuple[LedgerField, ...], dict[str, str]]:
    """The columns of a template, and what its example row says in each; a kind that keeps columns has two to begin with."""
    examples = dict(_EXAMPLES)
    if kind is LedgerKind.SAFE_SITES:
        examples |= dict(_SITE_EXAMPLES)
    if kind in (LedgerKind.DIVISIONS, LedgerKind.GRIDS):
        examples |= dict(_AREA_EXAMPLES)
    if kind is LedgerKind.DAMAGE:
        examples |= dict(_DAMAGE_EXAMPLES)
    kept = dict(_KEPT_EXAMPLES).get(kind, ())
    fields = tuple(field for field in fields_of(kind) if field.key != KEPT)
    return (*fields, *(LedgerField(title, (title,)) for title, _ in kept)), examples | {"day": "2026-06-30"} | dict(kept)


def _write_rows(book: Any, sheet: Any, kind: LedgerKind, fields: tuple[LedgerField, ...], examples: Mapping[str, str]) -> None:
    """Header in row 1, the example in row 2; every cell of the table is text, so that no number is rounded."""
    text = book.add_format({"num_format": "@", "font_name": "Microsoft YaHei", "font_size": 10})
    example = book.add_format({"num_format": "@", "font_name": "Microsoft YaHei", "font_size": 10, "italic": True, "font_color": "#7A868C"})
    look = {"bold": True, "font_color": "#FFFFFF", "font_name": "Microsoft YaHei", "font_size": 10, "text_wrap": True, "valign": "vcenter"}
    plain, needed = book.add_format(look | {"bg_color": "#52646C"}), book.add_format(look | {"bg_color": ACCENT})
    required, choices = dict(_REQUIRED)[kind], dict(_CHOICES)
    if kind is LedgerKind.DAMAGE:
        choices |= dict(_DAMAGE_CHOICES)
    for at, field in enumerate(fields):
        sheet.set_column(at, at, 22 if "id" in field.key or "address" in field.key else 14, text)
        sheet.write_string(
            0, at, f"{field.names[0]}*" if field.key in required else field.names[0], needed if field.key in required else plain
        )
        sheet.write_string(1, at, examples[field.key], example)
        if field.key in choices:
            sheet.data_validation(
                1, at, ROWS_WITH_LISTS, at, {"validate": "list", "source": list(choices[field.key]), "error_type": "warning"}
            )
    last = len(fields)
    sheet.set_column(last, last, 30, text)
    sheet.write_string(0, last, NOTE_TITLE, plain)
    sheet.write_string(1, last, f"{EXAMPLE_MARK}：人物为虚构，导入时跳过", example)
    sheet.set_row(0, 30)
    sheet.freeze_panes(1, 0)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD10000"})


def _write_help(book: Any, kind: LedgerKind, fields: tuple[LedgerField, ...]) -> None:
    sheet = book.add_worksheet(tr("填写说明"))
    wrap = book.add_format({"text_wrap": True, "valign": "top", "font_name": "Microsoft YaHei", "font_size": 10})
    sheet.set_column(0, 0, 24, wrap)
    sheet.set_column(1, 1, 90, wrap)
    notes = (
        tr("带*的列必填；颜色较深的表头就是必填列。列的次序可以改变，不用的列可以删去。"),
        tr("所有单元格都是文本：身份证号和电话不会被改写。请不要改成数字格式。"),
        tr("日期写成 2021-09-03、2021.9.3 或 2021年9月3日。"),
        tr("第二行是虚构的示例，导入时跳过，也可以删去。"),
    )
    for row, note in enumerate(notes):
        sheet.write_string(row, 0, tr("说明 {number}", number=row + 1), wrap)
        sheet.write_string(row, 1, note, wrap)
    for row, field in enumerate(fields, len(notes) + 1):
        sheet.write_string(row, 0, field.names[0], wrap)
        sheet.write_string(row, 1, tr("也认得：{names}", names="、".join(field.names[1:])), wrap)
