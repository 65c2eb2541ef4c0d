"""What the commands that print lists of families share: the PDF's ending, and writing it with a bar."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from gisapp.cli.answer import progress_bar
from gisapp.errors import BadRequest
from gisapp.language import tr

if TYPE_CHECKING:
    from gisapp.printing.table_document import TableDocument


def refuse_ending(out: Path, *endings: str) -> None:
    """Raises BadRequest unless ``out`` ends in one of ``endings``."""
    if out.suffix.lower() not in endings:
        known = "  ".join(endings)
        raise BadRequest(tr("不认识文件类型“{ending}”。", ending=out.suffix or out.name), tr("可用的类型：{endings}。", endings=known))


def write_pdf(out: Path, documents: list[TableDocument], title: str) -> int:
    """Write the documents; returns the pages."""
    from gisapp.printing.table_document import write_documents

    with progress_bar(title) as progress:
        return write_documents(out, documents, title=title, progress=progress)
