"""A workbook or a text parsed in a child process with limits: what the child says, and what is made of it here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from gisapp.errors import BadFile
from gisapp.language import tr
from gisapp.readers.child_process import DONE, Child, Message, NotReadable, opened_child, received, send
from gisapp.readers.ledger import HEAD_ROWS, Cells, LedgerFile, Merge, SheetNotes, SheetSummary

ROWS_A_MESSAGE = 5_000
MOST_CELLS = 60_000_000
COUNTED_EXACTLY = 20_000


@contextmanager
def opened_workbook(path: Path, *, cancelled: Callable[[], bool] | None = None) -> Iterator[LedgerFile]:
    """A workbook of any format calamine reads; the child ends with the block. Raises BadFile, Cancelled."""
    with opened_child(_converse, str(path), in_words=partial(_in_words, path=path), cancelled=cancelled) as child:
        summaries = tuple(_summary(message) for message in child.heard())
        notes: dict[str, SheetNotes] = {}
        yield LedgerFile(path, "", summaries, partial(_rows, child, notes), lambda name: notes.get(name, SheetNotes()))


@contextmanager
def opened_text(path: Path, *, encoding: str | None = None, cancelled: Callable[[], bool] | None = None) -> Iterator[LedgerFile]:
    """Delimited text; the child ends with the block. Raises BadFile, BadRequest when the encoding has to be asked, Cancelled."""
    with opened_child(_converse_of_text, str(path), encoding, in_words=partial(_in_words_of_text, path=path), cancelled=cancelled) as child:
        (_, used), *sheets = child.heard()
        yield LedgerFile(path, used, tuple(map(_summary, sheets)), partial(_rows, child, {}), lambda _name: SheetNotes())


def _summary(message: Message) -> SheetSummary:
    _, name, rows, columns, is_hidden, head, merges = message
    return SheetSummary(name, rows, columns, is_hidden, tuple((number, cells) for number, cells in head), tuple(map(tuple, merges)))


def _rows(child: Child, notes: dict[str, SheetNotes], name: str) -> Iterator[tuple[int, Cells]]:
    for message in child.ask(name):
        if message[0] == "notes":
            notes[name] = SheetNotes(*message[1:])
        else:
            yield from message[1]


def _in_words(why: str, *, path: Path) -> BadFile:
    match why:
        case "protected":
            return BadFile(tr("工作簿有打开密码：{path}", path=path), tr("请在 Excel 或 WPS 中去掉密码、保存后再导入。"))
        case "other":
            return BadFile(tr("这个压缩文件里没有表格：{path}", path=path), tr("可以读取 .xlsx .xls .ods .csv .txt。"))
        case "large":
            return BadFile(tr("工作簿太大或已损坏，读不出来：{path}", path=path), tr("请删去多余的行列和工作表，另存为 .xlsx 再试。"))
        case "slow":
            return BadFile(tr("工作簿读得太久，已停止：{path}", path=path), tr("请删去多余的行列和工作表，另存为 .xlsx 再试。"))
        case _:
            return BadFile(tr("文件已损坏，或不是表格：{path}", path=path), tr("请在 Excel 或 WPS 中打开后另存为 .xlsx 再试。"))


def _in_words_of_text(why: str, *, path: Path) -> BadFile:
    if why in ("large", "slow"):
        return BadFile(tr("文件太大：{path}", path=path), tr("请拆成几个文件再导入。"))
    return BadFile(tr("文件里有不是文字的内容：{path}", path=path), tr("请在 Excel 或 WPS 中打开后另存为 .xlsx 再试。"))


def _converse(there: Connection, path_text: str) -> None:
    """In the child: tell the sheets, then send the rows of those asked for."""
    from gisapp.readers import ledger_workbook
    from gisapp.readers.workbook_inside import inside_of

    path = Path(path_text)
    book = ledger_workbook.open_book(path)
    worksheet, visible = ledger_workbook.sheet_types()
    inside = inside_of(path)
    sheets: dict[str, tuple[int, Any]] = {}
    for place, facts in enumerate(book.sheets_metadata):
        if facts.typ != worksheet:
            continue
        sheet = book.get_sheet_by_index(place)
        sheets[facts.name] = place, sheet
        merges = inside.merges.get(place, ())
        send(there, *_told(sheet, facts.name, is_hidden=facts.visible != visible, merges=merges))
    send(there, DONE)
    while True:
        [name] = received(there)
        place, sheet = sheets[name]
        odd = inside.oddities(place)
        send(there, "notes", odd.formulas, odd.without_value, len(odd.errors), inside.is_1904)
        _send_rows(there, ledger_workbook.sheet_rows(sheet, odd.errors))


def _converse_of_text(there: Connection, path_text: str, encoding: str | None) -> None:
    """In the child: tell the only sheet, then send its rows whenever they are asked for."""
    from gisapp.readers.ledger_text import read_text

    text = read_text(Path(path_text), encoding)
    [sheet] = text.sheets
    send(there, "encoding", text.encoding)
    send(there, "sheet", sheet.name, sheet.rows, sheet.columns, sheet.is_hidden, list(sheet.head), [])
    send(there, DONE)
    while True:
        [name] = received(there)
        _send_rows(there, text.read(name))


def _send_rows(there: Connection, rows: Iterable[tuple[int, Cells]]) -> None:
    batch: list[tuple[int, Cells]] = []
    known: dict[str, str] = {}
    for number, cells in rows:
        batch.append((number, [known.setdefault(cell, cell) for cell in cells]))  # what is one string here is one there
        if len(batch) == ROWS_A_MESSAGE:
            known.clear()
            send(there, "rows", batch)
            batch = []
    known.clear()
    send(there, "rows", batch)
    send(there, DONE)


def _told(sheet: Any, name: str, *, is_hidden: bool, merges: Sequence[Merge]) -> Message:
    from gisapp.readers.ledger_workbook import sheet_rows

    height, width = (0, 0) if sheet.end is None else (sheet.end[0] + 1, sheet.end[1] + 1)
    if height * width > MOST_CELLS:
        raise NotReadable("large")
    head: list[tuple[int, list[str]]] = []
    for row in sheet_rows(sheet, {}) if height else ():
        head.append(row)
        if len(head) == HEAD_ROWS:
            break
    known = [(*first, *last) for first, last in (sheet.merged_cell_ranges or ())]
    return ("sheet", name, _filled_rows(sheet, height), width, is_hidden, head, known or list(merges))


def _filled_rows(sheet: Any, height: int) -> int:
    """How many rows hold anything; of a long sheet its height, for which nothing has to be read."""
    return height if height > COUNTED_EXACTLY else sum(1 for values in sheet.iter_rows() if any(value != "" for value in values))
