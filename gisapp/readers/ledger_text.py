"""Delimited text: which encoding, which separator, then rows; what cannot be told is asked, never guessed."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from gisapp.domain.ledger import all_titles, plain_title
from gisapp.errors import BadFile, BadRequest
from gisapp.language import tr
from gisapp.readers.ledger import HEAD_ROWS, Cells, LedgerFile, SheetNotes, SheetSummary

SEPARATORS = (",", "\t", ";", "|", "，", "、")
CHINESE = ("gb18030", "big5hkscs")
_UNMARKED = ("utf-16-le", "utf-16-be")
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_HEAD_LETTERS = 20_000
MOST_LINES_IN_A_CELL = 100
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")


def read_text(path: Path, encoding: str | None = None) -> LedgerFile:
    """A text file as one sheet named after it.

    Raises BadFile for what is no delimited text, BadRequest when two encodings read it equally well.
    """
    data = path.read_bytes()
    name = encoding_of(data, path, encoding)
    try:
        text = data.decode(name)
    except (UnicodeError, LookupError) as error:
        raise BadFile(
            tr("文件不是 {encoding} 编码：{path}", encoding=encoding or name, path=path), tr("请用 --encoding 写明另一种编码，如 gb18030。")
        ) from error
    if (
        "\x00" in text
        or (name in _UNMARKED and not any(mark in text for mark in ("\n", "\r", *SEPARATORS)))
        or len(_CONTROL.findall(text)) > len(text) / 20
    ):
        raise BadFile(tr("文件里有不是文字的内容：{path}", path=path), tr("请在 Excel 或 WPS 中打开后另存为 .xlsx 再试。"))
    separator = _separator(text)
    head: list[tuple[int, Cells]] = []
    count = width = 0
    for row in _rows(text, separator, path):
        count, width = count + 1, max(width, len(row[1]))
        if count <= HEAD_ROWS:
            head.append(row)
    summary = SheetSummary(path.stem, count, width, is_hidden=False, head=tuple(head), merges=())
    return LedgerFile(path, name, (summary,), lambda _name: _rows(text, separator, path), lambda _name: SheetNotes())


def encoding_of(data: bytes, path: Path, wanted: str | None) -> str:
    """The encoding of ``data``: its byte order mark, the one that was asked for, UTF-8, else the Chinese one that makes sense."""
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if marked or wanted:
        return marked or str(wanted)
    if b"\x00" in data[:4096]:
        return "utf-16-le" if data[1:2] == b"\x00" or data[3:4] == b"\x00" else "utf-16-be"
    if _reads(data, "utf-8"):
        return "utf-8"
    possible = [name for name in CHINESE if _reads(data, name)]
    if len(possible) <= 1:
        return possible[0] if possible else _refuse_encoding(path)
    sense = {name: _known_titles(data.decode(name)[:_HEAD_LETTERS]) for name in possible}
    best = max(possible, key=lambda name: sense[name])
    if sense[best] == 0 or list(sense.values()).count(sense[best]) > 1:
        raise _ask(data, path)
    return best


def _reads(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeError:
        return False
    return True


def _known_titles(text: str) -> int:
    """How many cells of the first lines are headings of ledgers."""
    known = all_titles()
    return sum(
        plain_title(cell.strip('"')) in known
        for line in text.splitlines()[:HEAD_ROWS]
        for cell in line.split(max(SEPARATORS, key=line.count))
        if cell.strip()
    )


def _refuse_encoding(path: Path) -> str:
    raise BadFile(tr("看不出文件的编码：{path}", path=path), tr("请在 Excel 或 WPS 中另存为 .xlsx，或用 --encoding 写明编码。"))


def _ask(data: bytes, path: Path) -> BadRequest:
    first, second = (" ".join(data.decode(name).split())[:24] for name in CHINESE)
    return BadRequest(
        tr("看不出文件的编码：{path}", path=path),
        tr(
            "按 GB18030 读作“{first}”，按 Big5 读作“{second}”；请用 --encoding gb18030 或 --encoding big5 写明。",
            first=first,
            second=second,
        ),
    )


def _separator(text: str) -> str:
    """The separator by which the first lines fall into the same number of cells most often."""
    lines = text[:_HEAD_LETTERS].splitlines()[:HEAD_ROWS]
    scores = [(_evenness(lines, separator), -place) for place, separator in enumerate(SEPARATORS)]
    return SEPARATORS[-max(scores)[1]]


def _evenness(lines: Sequence[str], separator: str) -> float:
    try:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=separator) if row)
    except csv.Error:
        return 0.0
    return max((count * min(width - 1, 12) for width, count in widths.items()), default=0)


def _rows(text: str, separator: str, path: Path) -> Iterator[tuple[int, Cells]]:
    lines = text.splitlines(keepends=True) if "\r" in text else text.split("\n")
    reader = csv.reader((line if line.endswith(("\n", "\r")) else f"{line}\n" for line in lines), delimiter=separator)
    number = 0
    before = 0
    try:
        for number, cells in enumerate(reader, 1):
            if reader.line_num - before > MOST_LINES_IN_A_CELL:
                raise _unpaired(path, before + 1)
            before = reader.line_num
            if any(cells):
                yield number, [_cell(cell) for cell in cells]
    except csv.Error as error:
        raise _unpaired(path, before + 1) from error


def _unpaired(path: Path, line: int) -> BadFile:
    return BadFile(tr("第 {line} 行的引号没有成对，后面的内容读不出来：{path}", line=line, path=path), tr("请改好这一行的引号再导入。"))


def _cell(text: str) -> str:
    """A cell without what keeps spreadsheets from spoiling it: ="0123", a leading tab, an apostrophe before a sign."""
    if text[:1] in "\t'=":
        if text.startswith('="') and text.endswith('"') and len(text) > 2:
            return text[2:-1]
        if text.startswith("\t"):
            return text[1:]
        if text.startswith("'") and text[1:2] in tuple("=+-@\t\r\n＝＋－＠0123456789"):
            return text[1:]
    return text
