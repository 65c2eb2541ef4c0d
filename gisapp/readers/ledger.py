"""Spreadsheets and delimited text of other offices: sheets, rows and what is odd about them; nothing is decided here.

The file is parsed in a process of its own (``ledger_process``): a broken or hostile one costs a sentence, not the
program. Every cell arrives as text: a date as ISO text, a number as its digits, an error as ``#N/A``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from gisapp.errors import BadFile
from gisapp.language import tr

Cells = list[str]
Merge = tuple[int, int, int, int]
"""First row, first column, last row, last column; counted from 0."""

MOST_BYTES = 400_000_000
HEAD_ROWS = 40
_ZIP, _OLE, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF"
_TEXT_ENDINGS = (".csv", ".txt", ".tsv")
READABLE = "  ".join((".xlsx", ".xls", ".ods", ".csv", ".txt"))


@dataclass(frozen=True, slots=True)
class SheetSummary:
    """One sheet before it is chosen: ``rows`` that hold anything (of a long sheet all down to the last), the first of them as
    (number from 1, cells)."""

    name: str
    rows: int
    columns: int
    is_hidden: bool
    head: tuple[tuple[int, Cells], ...]
    merges: tuple[Merge, ...]


@dataclass(frozen=True, slots=True)
class SheetNotes:
    """What a person should know of a sheet: formulas are read as the values they had when the file was saved."""

    formulas: int = 0
    formulas_without_value: int = 0
    errors: int = 0
    is_1904: bool = False


@dataclass(frozen=True, slots=True)
class LedgerFile:
    """An opened ledger; ``encoding`` is "" for a workbook. ``read(name, progress)`` yields the rows that hold anything."""

    path: Path
    encoding: str
    sheets: tuple[SheetSummary, ...]
    read: Callable[[str], Iterator[tuple[int, Cells]]]
    notes: Callable[[str], SheetNotes]


@contextmanager
def opened_ledger(path: Path, *, encoding: str | None = None, cancelled: Callable[[], bool] | None = None) -> Iterator[LedgerFile]:
    """A ledger of any kind, judged by its content and not by its ending.

    Raises BadFile (missing, empty, damaged, protected, something else), BadRequest when the encoding has to be asked, Cancelled.
    """
    from gisapp.readers.ledger_process import opened_text, opened_workbook

    start = _first_bytes(path)
    if start.startswith((_ZIP, _OLE)):
        opened = opened_workbook(path, cancelled=cancelled)
    else:
        _refuse_other_kinds(path, start)
        opened = opened_text(path, encoding=encoding, cancelled=cancelled)
    with opened as file:
        yield file


def _first_bytes(path: Path) -> bytes:
    if not path.exists():
        raise BadFile(tr("找不到文件：{path}", path=path), tr("请检查文件名。"))
    if path.is_dir():
        raise BadFile(tr("这是一个文件夹，不是台账：{path}", path=path), tr("可以读取：{suffixes}。", suffixes=READABLE))
    if not path.is_file():  # a device or pipe gives bytes without end, or none
        raise BadFile(tr("不认识的文件类型：{path}", path=path), tr("可以读取：{suffixes}。", suffixes=READABLE))
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(4096)
    except OSError as error:
        raise BadFile(tr("无法读取文件：{path}", path=path), tr("请检查是否有权限打开这个文件。")) from error
    if size == 0:
        raise BadFile(tr("文件是空的：{path}", path=path), tr("请重新获取这个文件。"))
    if size > MOST_BYTES:
        raise BadFile(tr("文件太大：{path}", path=path), tr("请拆成几个文件再导入。"))
    return start


def _refuse_other_kinds(path: Path, start: bytes) -> None:
    lower = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if lower.startswith((b"<html", b"<!doctype html", b"<table", b"<meta")) or b"<html" in lower[:1024]:
        raise BadFile(tr("这个文件其实是网页，不是表格：{path}", path=path), tr("请用 Excel 或 WPS 打开后另存为 .xlsx。"))
    if lower.startswith(b"<?xml"):
        raise BadFile(tr("这个文件是 XML，不是表格：{path}", path=path), tr("请用 Excel 或 WPS 打开后另存为 .xlsx。"))
    if start.startswith(_PDF):
        raise BadFile(tr("这个文件是 PDF，不是表格：{path}", path=path), tr("请向对方索要原始表格。"))
    if path.suffix.lower() not in _TEXT_ENDINGS:
        is_workbook = path.suffix.lower() in (".xlsx", ".xlsm", ".xls", ".ods", ".et", ".xlsb")
        if is_workbook:
            raise BadFile(tr("文件已损坏，或不是表格：{path}", path=path), tr("请在 Excel 或 WPS 中打开后另存为 .xlsx 再试。"))
        raise BadFile(tr("不认识的文件类型：{path}", path=path), tr("可以读取：{suffixes}。", suffixes=READABLE))
