"""What a person should know of a ledger that was read: sheets, columns and cells that were passed over."""

from __future__ import annotations

from gisapp.language import tr
from gisapp.services.ledger.table import LedgerTable


def notes_of(table: LedgerTable) -> list[str]:
    """One sentence for each thing that was passed over or read in an unusual way."""
    notes, found = table.notes, []
    if table.hidden_sheets:
        found.append(tr("隐藏的工作表没有读取：{sheets}", sheets="、".join(table.hidden_sheets)))
    if table.shapes is not None:
        found += table.shapes.notes
    if table.other_sheets and table.shapes is not None and table.shapes.is_of_a_map:
        found.append(tr("另外的图层没有读取：{layers}", layers="、".join(table.other_sheets)))
    elif table.other_sheets:
        found.append(tr("另外的工作表没有读取：{sheets}", sheets="、".join(table.other_sheets)))
    if notes.formulas:
        found.append(tr("{count:,} 个公式单元格只取保存时的值", count=notes.formulas))
    if notes.formulas_without_value:
        found.append(tr("{count:,} 个公式没有保存结果，按空白读取；请在 Excel 中打开并保存一次", count=notes.formulas_without_value))
    if notes.errors:
        found.append(tr("{count:,} 个单元格是错误值", count=notes.errors))
    if table.unused:
        found.append(tr("没有用到的列：{columns}", columns="、".join(table.unused)))
    if table.examples:
        found.append(tr("跳过样表的示例行：第 {rows} 行", rows="、".join(map(str, table.examples))))
    return found
