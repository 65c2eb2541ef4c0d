"""The letters on paper: a Chinese font must be there, and is embedded."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from gisapp.canvas.lettering import FAMILIES
from gisapp.errors import GisappError
from gisapp.language import tr

PX_PER_POINT = 96 / 72


def chinese_family() -> str:
    """The family used for Chinese text, one of the map's where installed; needs a QGuiApplication.

    Raises GisappError that says what to install when the machine has no Chinese font.
    """
    known = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    for family in (*FAMILIES, *known):
        if family in known:
            return family
    raise GisappError(tr("这台电脑没有中文字体，汉字会印成方框。"), tr("请安装中文字体后再试；Debian 上：apt install fonts-wqy-microhei。"))


def paper_font(size_pt: float, *, bold: bool = False) -> QFont:
    """The font of sheets in logical pixels of 1/96 inch, unhinted so that every size is set evenly."""
    font = QFont()
    font.setFamilies([chinese_family(), *FAMILIES])
    font.setPixelSize(max(1, round(size_pt * PX_PER_POINT)))
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
