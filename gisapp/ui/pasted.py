"""A block copied in a spreadsheet, put where a ledger is read from: the same preview as for any file."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from gisapp.errors import BadRequest
from gisapp.language import tr

_KEPT_AS_TEXT = re.compile(r'(?<![^\t\n])="([^"\t\n]*)"(?![^\t\r\n])')
"""How our own copied lines keep a long number from being rounded."""


class PastedTable:
    """Holds the last block that was pasted in a folder of its own, which goes with the program."""

    def __init__(self) -> None:
        self._folder: TemporaryDirectory[str] | None = None

    def kept(self, text: str) -> Path:
        """The block as a text file; raises BadRequest when the clipboard holds no table."""
        if "\t" not in text.strip("\n") and "\n" not in text.strip():
            raise BadRequest(tr("剪贴板里没有表格。"), tr("请在 Excel 或 WPS 里选中单元格（连同表头），复制后再粘贴。"))
        self.forget()
        self._folder = TemporaryDirectory(prefix="gisapp-")
        path = Path(self._folder.name) / tr("粘贴的表格.txt")
        path.write_text(_KEPT_AS_TEXT.sub(r"\1", text), encoding="utf-8-sig", newline="")
        return path

    def forget(self) -> None:
        """Remove what was pasted: it may hold ID numbers."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None
