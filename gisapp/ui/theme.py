"""Colours and the style sheet, light or dark as the system is, from resources/theme."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from string import Template
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from gisapp import paths

FAMILIES = ("Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", "SimHei")
CHOSEN = "gisappScheme"
TEXT_PT = 9.75
ROLES = MappingProxyType(
    {
        QPalette.ColorRole.Window: "ground",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "ground",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.BrightText: "danger",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "on_accent",
        QPalette.ColorRole.ToolTipBase: "surface",
        QPalette.ColorRole.ToolTipText: "text",
        QPalette.ColorRole.PlaceholderText: "muted",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.Mid: "border",
        QPalette.ColorRole.Dark: "border",
        QPalette.ColorRole.Light: "surface",
    }
)


@cache
def _schemes() -> Mapping[str, Mapping[str, str]]:
    with (paths.resources() / "theme" / "colours.toml").open("rb") as file:
        return MappingProxyType(tomllib.load(file))


def is_dark(palette: QPalette) -> bool:
    """Whether a palette is one of light letters on a dark ground."""
    return palette.color(QPalette.ColorRole.Window).lightness() < 128


def colour(name: str, palette: QPalette) -> QColor:
    """The colour of that name which suits ``palette``."""
    return QColor(_schemes()["dark" if is_dark(palette) else "light"][name])


def choose_scheme(app: QApplication, scheme: str) -> None:
    """Follow the system (""), or keep to ``light`` or ``dark``."""
    app.setProperty(CHOSEN, scheme)
    schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
    app.styleHints().setColorScheme(schemes.get(scheme, Qt.ColorScheme.Unknown))
    dress(app)


def dress(app: QApplication) -> None:
    """Set palette and style sheet for the chosen scheme, or for the system's own."""
    is_system_dark = app.styleHints().colorScheme() is Qt.ColorScheme.Dark
    scheme = str(app.property(CHOSEN) or ("dark" if is_system_dark else "light"))
    colours = _schemes()[scheme]
    app.setPalette(_palette(colours))
    sheet = (paths.resources() / "theme" / "window.qss").read_text("utf-8")
    icons = (paths.resources() / "icons").as_posix()
    font = app.font()
    families = ", ".join(f'"{family}"' for family in font.families())
    size_pt = f"{font.pointSizeF():g}"
    app.setStyleSheet(Template(sheet).substitute(colours, icons=icons, scheme=scheme, families=families, size_pt=size_pt))


def set_font(app: QApplication) -> None:
    """A Chinese face where there is one, never below 9 pt."""
    font = QFont(app.font())
    font.setFamilies([*FAMILIES, font.family()])
    font.setPointSizeF(max(TEXT_PT, font.pointSizeF()))
    app.setFont(font)


def _palette(colours: Mapping[str, str]) -> QPalette:
    palette = QPalette()
    for role, name in ROLES.items():
        palette.setColor(role, QColor(colours[name]))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours["muted"]))
    return palette
