"""Makes a process without a window able to draw and print."""

from __future__ import annotations

import os
import sys
from functools import cache

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from gisapp.printing.fonts import chinese_family


def paper_ready() -> None:
    """Call once before drawing from the command line; raises GisappError when there is no Chinese font."""
    if QCoreApplication.instance() is None:
        _application()
    chinese_family()


@cache
def _application() -> QGuiApplication:
    """The one application object; on Linux without any screen, so that a broken display cannot stop a print."""
    if sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication(["gisapp"])
