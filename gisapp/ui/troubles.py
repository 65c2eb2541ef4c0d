"""What happens to a bug: the log gets type, file and line; the person gets one sentence and never a traceback."""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType

from gisapp import __version__, paths
from gisapp.language import tr

LARGEST_BYTES = 500_000


def log_file() -> Path:
    """Where troubles are written."""
    folder = paths.user_data() / "log"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / "gisapp.log"


def log(error: BaseException) -> None:
    """Append the error's type and the places it came through; its words stay out, they may name people."""
    frames = traceback.extract_tb(error.__traceback__)
    places = " < ".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in reversed(frames))
    line = f"{datetime.now():%Y-%m-%d %H:%M:%S} {__version__} {type(error).__name__} at {places}\n"
    with suppress(OSError):
        file = log_file()
        if file.exists() and file.stat().st_size > LARGEST_BYTES:
            file.replace(file.with_suffix(".old.log"))
        with file.open("a", encoding="utf-8") as out:
            out.write(line)


def sentence() -> str:
    """What a person reads when the program erred."""
    return tr("程序出了意外问题，已经写入日志；县文件没有受影响。请再试一次，仍不行请把日志交给维护人员。")


def catch(tell: Callable[[str], None]) -> None:
    """From now on log every uncaught exception of any thread and ``tell`` the person a sentence."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log(error)
        tell(sentence())

    sys.excepthook = hook
    threading.excepthook = lambda args: log(args.exc_value) if args.exc_value else None
