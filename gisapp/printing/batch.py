"""Many PDFs into one folder, one after the other: stopped at any time; what is written and still holds is not written again."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from gisapp.errors import BadFile, Cancelled
from gisapp.language import tr
from gisapp.printing import page_list
from gisapp.printing.page_list import Batch

NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
MOST_NAME, MOST_NAMED = 80, 12

Progress = Callable[[int, int], None]
Write = Callable[[Path], int]
"""Writes one PDF and returns its sheets."""


@dataclass(frozen=True, slots=True)
class Job:
    """One PDF: its file name, how it is written, and the digest of what will stand on it."""

    name: str
    write: Write
    digest: Callable[[], str]


@dataclass(frozen=True, slots=True)
class BatchDone:
    """Files written now with their sheets, and files that were there already and still hold.

    ``renewed`` are those of the written that were there and out of date; ``gone`` files of the batch that nobody asks for any more.
    """

    written: tuple[tuple[Path, int], ...]
    kept: tuple[Path, ...]
    renewed: tuple[Path, ...] = ()
    gone: tuple[Path, ...] = ()

    @property
    def sheets(self) -> int:
        return sum(sheets for _, sheets in self.written)

    @property
    def changes(self) -> tuple[str, ...]:
        """Which pages were out of date and which are no longer needed, in sentences."""
        told = []
        if self.renewed:
            told.append(tr("过期后重写 {count:,} 份：{names}", count=len(self.renewed), names=_named(self.renewed)))
        if self.gone:
            told.append(tr("已不需要、没有删除的 {count:,} 份：{names}", count=len(self.gone), names=_named(self.gone)))
        return tuple(told)


def _named(files: Sequence[Path]) -> str:
    names = tr("、").join(file.stem for file in files[:MOST_NAMED])
    return tr("{names} 等", names=names) if len(files) > MOST_NAMED else names


def file_name(*parts: str) -> str:
    """Parts of a name joined as a file name every system takes."""
    return f"{NOT_IN_NAMES.sub(' ', '-'.join(part for part in parts if part)).strip(' .')[:MOST_NAME]}.pdf"


def write_each(
    folder: Path,
    jobs: Sequence[Job],
    batch: Batch,
    *,
    is_again: bool = False,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> BatchDone:
    """Write each job into ``folder``, which is made; a file that still says what it would say now is kept, unless ``is_again``.

    What each was made from is noted beside them. Raises BadFile, and Cancelled, which says how far it came.
    """
    _make(folder)
    known = page_list.read(folder)
    written: list[tuple[Path, int]] = []
    kept: list[Path] = []
    renewed: list[Path] = []
    for number, job in enumerate(jobs, 1):
        path = folder / job.name
        if cancelled and cancelled():
            raise _stopped(number - 1, len(jobs), folder)
        was_there = path.exists()
        digest = _digest(job, known.get(job.name) if was_there else None, batch)
        if was_there and not is_again and digest is None:
            kept.append(path)
            if known[job.name].entry != batch.entry:
                _note(folder, replace(known[job.name], entry=batch.entry, day=date.today().isoformat()))
        else:
            try:
                written.append((path, job.write(path)))
            except Cancelled as error:
                raise _stopped(number - 1, len(jobs), folder) from error
            _note(folder, page_list.made(batch, job.name, digest or job.digest()))
            renewed += [path] if was_there and digest is not None else []
        if progress:
            progress(number, len(jobs))
    wanted = {job.name for job in jobs}
    gone = [name for name, page in known.items() if batch.is_whole and page.about == batch.about and name not in wanted]
    return BatchDone(tuple(written), tuple(kept), tuple(renewed), tuple(folder / name for name in sorted(gone) if (folder / name).exists()))


def _digest(job: Job, page: page_list.MadePage | None, batch: Batch) -> str | None:
    """What will stand on the page; None where it is as it was, which needs no look when nothing was changed since."""
    if page is not None and (page.about, page.entry, page.day) == (batch.about, batch.entry, date.today().isoformat()):
        return None
    digest = job.digest()
    return None if page is not None and (page.about, page.digest) == (batch.about, digest) else digest


def _note(folder: Path, page: page_list.MadePage) -> None:
    try:
        page_list.add(folder, page)
    except OSError as error:
        raise BadFile(tr("写不进文件夹：{path}", path=folder), tr("请换一个可以写入的文件夹。")) from error


def _stopped(done: int, total: int, folder: Path) -> Cancelled:
    return Cancelled(
        tr("已停下：{done:,} / {total:,} 份在 {folder}。", done=done, total=total, folder=folder), tr("再做一次会接着做，写好的不重写。")
    )


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadFile(tr("建不了文件夹：{path}", path=folder), tr("请换一个可以写入的位置。")) from error
