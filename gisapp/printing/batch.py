"""Many PDFs into one folder, one after the other: stopped at any time, what is written stays and is not written again."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from gisapp.errors import BadFile, Cancelled
from gisapp.language import tr

NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
MOST_NAME = 80

Progress = Callable[[int, int], None]
Write = Callable[[Path], int]
"""Writes one PDF and returns its sheets."""


@dataclass(frozen=True, slots=True)
class BatchDone:
    """Files written now with their sheets, and files that were there already."""

    written: tuple[tuple[Path, int], ...]
    kept: tuple[Path, ...]

    @property
    def sheets(self) -> int:
        return sum(sheets for _, sheets in self.written)


def file_name(*parts: str) -> str:
    """Parts of a name joined as a file name every system takes."""
    return f"{NOT_IN_NAMES.sub(' ', '-'.join(part for part in parts if part)).strip(' .')[:MOST_NAME]}.pdf"


def write_each(
    folder: Path,
    jobs: Sequence[tuple[str, Write]],
    *,
    is_again: bool = False,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> BatchDone:
    """Write each (file name, how) into ``folder``, which is made; a file that is there is whole and kept, unless ``is_again``.

    Raises BadFile, and Cancelled, which says how far it came.
    """
    _make(folder)
    written: list[tuple[Path, int]] = []
    kept: list[Path] = []
    for number, (name, write) in enumerate(jobs, 1):
        path = folder / name
        if cancelled and cancelled():
            raise _stopped(number - 1, len(jobs), folder)
        if path.exists() and not is_again:
            kept.append(path)
        else:
            try:
                written.append((path, write(path)))
            except Cancelled as error:
                raise _stopped(number - 1, len(jobs), folder) from error
        if progress:
            progress(number, len(jobs))
    return BatchDone(tuple(written), tuple(kept))


def _stopped(done: int, total: int, folder: Path) -> Cancelled:
    return Cancelled(
        tr("已停下：{done:,} / {total:,} 份在 {folder}。", done=done, total=total, folder=folder), tr("再做一次会接着做，写好的不重写。")
    )


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadFile(tr("建不了文件夹：{path}", path=folder), tr("请换一个可以写入的位置。")) from error
