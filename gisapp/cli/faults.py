"""What a person reads when a command fails: a sentence or two on standard error, never a traceback."""

from __future__ import annotations

import sys
import traceback
from datetime import datetime

from gisapp import paths
from gisapp.language import tr


def say(*sentences: str) -> int:
    """Print the sentences on standard error; returns exit code 2."""
    for sentence in sentences:
        print(sentence, file=sys.stderr)
    return 2


def report_bug(error: BaseException) -> int:
    """Log where it happened (never the values: they may be names or phones) and say so in a sentence."""
    log = paths.user_data() / "gisapp.log"
    frames = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)]
    with log.open("a", encoding="utf-8") as file:
        print(datetime.now().isoformat(timespec="seconds"), type(error).__name__, *frames, sep="\n", file=file)
    return say(tr("程序内部出错（{kind}），没有写入任何内容。", kind=type(error).__name__), tr("请把日志 {path} 发给维护人员。", path=log))
