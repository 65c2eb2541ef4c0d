"""A workbook parsed in a child process with limits: a bomb, a crash or a hang there is one sentence here.

The child keeps the parser's memory to itself and can be stopped at any moment, so Cancel never waits for it.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic
from typing import Any

from gisapp.errors import BadFile, Cancelled
from gisapp.language import tr
from gisapp.readers.ledger import HEAD_ROWS, Cells, LedgerFile, SheetNotes, SheetSummary

MOST_MEMORY_BYTES = 1_250_000_000
MOST_SILENT_SECONDS = 30.0
ROWS_A_MESSAGE = 5_000
MOST_CELLS = 60_000_000
COUNTED_EXACTLY = 20_000
_ASK_EVERY_SECONDS = 0.1

Message = tuple[Any, ...]


@contextmanager
def opened_workbook(path: Path, *, cancelled: Callable[[], bool] | None = None) -> Iterator[LedgerFile]:
    """A workbook of any format calamine reads; the child ends with the block. Raises BadFile, Cancelled."""
    context = get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(there, str(path)), daemon=True)
    process.start()
    there.close()
    try:
        talk = partial(_receive, here, process, path, cancelled)
        summaries = tuple(_summary(message) for message in _until_done(talk, path))
        notes: dict[str, SheetNotes] = {}
        yield LedgerFile(path, "", summaries, partial(_rows, here, talk, path, notes), lambda name: notes.get(name, SheetNotes()))
    finally:
        here.close()
        process.terminate()
        process.join()


def _summary(message: Message) -> SheetSummary:
    _, name, rows, columns, is_hidden, head, merges = message
    return SheetSummary(name, rows, columns, is_hidden, tuple((number, cells) for number, cells in head), tuple(map(tuple, merges)))


def _rows(
    here: Connection, talk: Callable[[], Message], path: Path, notes: dict[str, SheetNotes], name: str
) -> Iterator[tuple[int, Cells]]:
    here.send_bytes(marshal.dumps(name))
    for message in _until_done(talk, path):
        if message[0] == "notes":
            notes[name] = SheetNotes(*message[1:])
        else:
            yield from message[1]


def _until_done(talk: Callable[[], Message], path: Path) -> Iterator[Message]:
    while (message := talk())[0] != "done":
        if message[0] == "failed":
            raise _in_words(str(message[1]), path)
        yield message


def _receive(here: Connection, process: Any, path: Path, cancelled: Callable[[], bool] | None) -> Message:
    """The child's next message; raises BadFile when it dies or stays silent too long."""
    started = monotonic()
    while True:
        if cancelled and cancelled():
            raise Cancelled(tr("已取消导入。"), tr("没有写入任何内容。"))
        if here.poll(_ASK_EVERY_SECONDS):
            break
        if monotonic() - started > MOST_SILENT_SECONDS:
            raise _in_words("slow", path)
        if not process.is_alive() and not here.poll():
            raise _in_words("large", path)
    try:
        message: Message = marshal.loads(here.recv_bytes())
    except (EOFError, OSError, ValueError) as error:
        raise _in_words("large", path) from error
    return message


def _in_words(why: str, path: Path) -> BadFile:
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


def _serve(there: Connection, path_text: str) -> None:
    """In the child: tell the sheets, then send the rows of those asked for."""
    from gisapp.readers.ledger_workbook import NotReadable

    _be_silent()
    _limit_memory()
    path = Path(path_text)
    try:
        _converse(there, path)
    except NotReadable as error:
        _send(there, ("failed", str(error)))
    except MemoryError:
        _send(there, ("failed", "large"))
    except (BrokenPipeError, EOFError, ConnectionError):
        return
    except Exception:
        _send(there, ("failed", "damaged"))


def _converse(there: Connection, path: Path) -> None:
    from gisapp.readers import ledger_workbook

    book = ledger_workbook.open_book(path)
    worksheet, visible = ledger_workbook.sheet_types()
    is_1904, parts = ledger_workbook.of_xlsx(path)
    sheets: dict[str, Any] = {}
    for place, facts in enumerate(book.sheets_metadata):
        if facts.typ != worksheet:
            continue
        sheet = sheets[facts.name] = book.get_sheet_by_index(place)
        _send(there, _told(sheet, facts.name, is_hidden=facts.visible != visible))
    _send(there, ("done",))
    while True:
        name = marshal.loads(there.recv_bytes())
        formulas, without, errors = ledger_workbook.oddities(path, parts.get(name))
        _send(there, ("notes", formulas, without, len(errors), is_1904))
        batch: list[tuple[int, list[str]]] = []
        for row in ledger_workbook.sheet_rows(sheets[name], errors):
            batch.append(row)
            if len(batch) == ROWS_A_MESSAGE:
                _send(there, ("rows", batch))
                batch = []
        _send(there, ("rows", batch))
        _send(there, ("done",))


def _told(sheet: Any, name: str, *, is_hidden: bool) -> Message:
    from gisapp.readers.ledger_workbook import NotReadable, sheet_rows

    height, width = (0, 0) if sheet.end is None else (sheet.end[0] + 1, sheet.end[1] + 1)
    if height * width > MOST_CELLS:
        raise NotReadable("large")
    head: list[tuple[int, list[str]]] = []
    for row in sheet_rows(sheet, {}) if height else ():
        head.append(row)
        if len(head) == HEAD_ROWS:
            break
    merges = [(*first, *last) for first, last in (sheet.merged_cell_ranges or ())]
    return ("sheet", name, _filled_rows(sheet, height), width, is_hidden, head, merges)


def _filled_rows(sheet: Any, height: int) -> int:
    """How many rows hold anything; of a long sheet its height, for which nothing has to be read."""
    return height if height > COUNTED_EXACTLY else sum(1 for values in sheet.iter_rows() if any(value != "" for value in values))


def _send(there: Connection, message: Message) -> None:
    with suppress(BrokenPipeError):
        there.send_bytes(marshal.dumps(message))


def _be_silent() -> None:
    """What the parser prints when it dies is not for the person at the terminal."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)


def _limit_memory() -> None:
    """Where the system can, the child gets no more memory than its share; elsewhere the parser's own refusals hold."""
    try:
        import resource
    except ImportError:
        return
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY_BYTES, MOST_MEMORY_BYTES))
