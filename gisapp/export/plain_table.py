"""Tables for other programs: CSV that a double click does not spoil, and JSON."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path

from gisapp.errors import Cancelled
from gisapp.export.replaced_file import replacing
from gisapp.export.table import Cell, Content, Table, clean
from gisapp.language import tr

LOOKS_LIKE_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
SPOILED_AS_A_NUMBER = re.compile(r"0\d+|\d{12,}")
CHECK_EVERY = 500


def write_csv(
    path: Path, table: Table, *, progress: Callable[[int], None] | None = None, cancelled: Callable[[], bool] | None = None
) -> int:
    """Write UTF-8 with byte order mark and a header of titles; returns the number of rows. Raises BadFile, Cancelled."""
    count = 0
    with replacing(path) as part, part.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([column.title for column in table.columns])
        contents = [column.content for column in table.columns]
        for count, row in enumerate(table.rows, 1):
            _tell(count, progress, cancelled)
            writer.writerow([csv_cell(value, content) for value, content in zip(row, contents, strict=True)])
    return count


def csv_cell(value: Cell, content: Content) -> Cell:
    """The cell as a spreadsheet keeps it: a text that would become a formula gets a leading apostrophe,
    a long or zero-led row of digits a leading tab (Excel would round an ID number to 15 digits)."""
    if value is None:
        return ""
    if content is not Content.TEXT or not isinstance(value, str):
        return value
    text = clean(value)
    if text.startswith(LOOKS_LIKE_A_FORMULA):
        return f"'{text}"
    return f"\t{text}" if SPOILED_AS_A_NUMBER.fullmatch(text) else text


def write_json(
    path: Path, table: Table, *, progress: Callable[[int], None] | None = None, cancelled: Callable[[], bool] | None = None
) -> int:
    """Write a list of objects under the columns' keys; returns their number. Raises BadFile, Cancelled."""
    count = 0
    keys = [column.key for column in table.columns]
    with replacing(path) as part, part.open("w", encoding="utf-8") as file:
        file.write("[")
        for count, row in enumerate(table.rows, 1):
            _tell(count, progress, cancelled)
            file.write(",\n" if count > 1 else "\n")
            json.dump(dict(zip(keys, row, strict=True)), file, ensure_ascii=False)
        file.write("\n]\n")
    return count


def _tell(count: int, progress: Callable[[int], None] | None, cancelled: Callable[[], bool] | None) -> None:
    if (count - 1) % CHECK_EVERY:
        return
    if cancelled and cancelled():
        raise Cancelled(tr("导出已取消。"), tr("没有写入文件。"))
    if progress:
        progress(count)
