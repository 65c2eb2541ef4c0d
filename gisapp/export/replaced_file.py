"""A file appears whole or not at all: written beside its place, then renamed into it."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from gisapp.errors import BadFile
from gisapp.language import tr

FULL_DISK = frozenset({errno.ENOSPC, errno.EDQUOT})


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Yield a temporary path beside ``path``; when the block ends well, it takes the place of ``path``.

    Whatever goes wrong, the former file stays and nothing is left behind. Raises BadFile for a folder that
    is missing or read-only, a target that is a folder, a county file or open elsewhere, and a full disk.
    """
    refuse_target(path)
    part = path.parent / f".gisapp-{uuid4().hex[:12]}{path.suffix}"
    try:
        yield part
        os.replace(part, path)
    except OSError as error:
        raise in_words(error, path) from error
    finally:
        part.unlink(missing_ok=True)


def refuse_target(path: Path) -> None:
    """Raise BadFile where nothing can be written: no folder, a folder of that name, a county file, read-only."""
    if not path.parent.is_dir():
        raise BadFile(tr("文件夹不存在：{path}", path=path.parent), tr("请先新建这个文件夹，或换一个位置。"))
    if path.is_dir():
        raise BadFile(tr("这是一个文件夹，不能写成文件：{path}", path=path), tr("请写明文件名。"))
    if is_county_file(path):
        raise BadFile(tr("不能覆盖县文件：{path}", path=path), tr("请换一个文件名。"))
    if not os.access(path.parent, os.W_OK) or (path.exists() and not os.access(path, os.W_OK)):
        raise _read_only(path)


def is_county_file(path: Path) -> bool:
    """Whether a county file of this program (of any version) lies at ``path``."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        head = file.read(1 << 20)
    return head.startswith(b"SQLite format 3\0") and b"schema_migration" in head


def in_words(error: OSError, path: Path) -> BadFile:
    """The error of a file that was to be written, as one sentence."""
    if error.errno in FULL_DISK:
        return BadFile(tr("磁盘已满，没有写入：{path}", path=path), tr("请腾出空间后再试；原文件没有被改动。"))
    if isinstance(error, PermissionError) and path.exists():
        return BadFile(tr("文件正被另一个程序打开，没有写入：{path}", path=path), tr("请在 Excel 或阅读器中关闭它，再试一次。"))
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return _read_only(path)
    return BadFile(tr("写不了文件：{path}（{reason}）", path=path, reason=error.strerror or error), tr("请换一个位置再试。"))


def _read_only(path: Path) -> BadFile:
    return BadFile(tr("文件夹或文件是只读的，没有写入：{path}", path=path), tr("请换一个可以写入的文件夹。"))
