"""What a person reads when a command fails: a sentence or two on standard error, never a traceback."""

from __future__ import annotations

import re
import sys
import traceback
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from gisapp import paths
from gisapp.errors import GisappError
from gisapp.language import tr

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def say(*sentences: str) -> int:
    """Print the sentences on standard error, one a line whatever names they hold; returns exit code 2."""
    for sentence in filter(None, sentences):
        print(_CONTROLS.sub(" ", sentence), file=sys.stderr)
    return 2


def report_bug(error: BaseException, words: Sequence[str] = ()) -> int:
    """Log where it happened (never the values: they may be names or phones) and say so in a sentence.

    A county file among the ``words`` of the command that is broken inside is the reason, and said instead.
    """
    if (broken := _broken_county(words)) is not None:
        return say(broken.message, broken.next_step)
    what = tr("程序内部出错（{kind}），没有写入任何内容。", kind=type(error).__name__)
    frames = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)]
    try:
        log = paths.user_data() / "gisapp.log"
        with log.open("a", encoding="utf-8") as file:
            print(datetime.now().isoformat(timespec="seconds"), type(error).__name__, *frames, sep="\n", file=file)
    except OSError:
        return say(what, tr("日志也写不进去：请检查用户文件夹的权限和磁盘空间。"))
    return say(what, tr("请把日志 {path} 发给维护人员。", path=log))


def _broken_county(words: Sequence[str]) -> GisappError | None:
    from gisapp.services.county.find_damage import find_damage

    for word in words:
        path = Path(word)
        if path.suffix.lower() == ".gpkg" and path.is_file():
            return find_damage(path)
    return None
