"""The web map out of the window: every theme on one page, the one on the screen first."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gisapp.language import tr
from gisapp.storage.county import county_file
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.outputs import tell_written, write_out
from gisapp.ui.tasks import Control

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class WebOrder:
    """``theme`` is shown first; ``hazards`` () = all; with a ``reason`` the officers' phones are whole and the history keeps it."""

    theme: str
    hazards: tuple[str, ...] = ()
    has_homes: bool = False
    reason: str = ""


def write_web_map(county: OpenCounty, path: Path, order: WebOrder) -> None:
    """Write the page in the background and say where it is."""
    from gisapp.scene.themes import theme_names

    title, more = tr("写离线网页地图"), theme_names()

    def write(place: Path, control: Control) -> None:
        from gisapp.printing.web_map import web_map

        with county_file.reading(county.path) as connection:
            web_map(
                connection, place, order.theme, more=more, hazards=order.hazards, has_homes=order.has_homes, cancelled=control.cancelled
            )

    def write_in_clear(db: Database, control: Control) -> None:
        from gisapp.printing.web_map import web_map_with_phones

        web_map_with_phones(
            db, path, order.theme, who=county.who, reason=order.reason, more=more, hazards=order.hazards, has_homes=order.has_homes,
            cancelled=control.cancelled,
        )  # fmt: skip

    if order.reason:
        county.tasks.write(title, write_in_clear, lambda _result: tell_written(county, path))
    else:
        write_out(county, path, title, write)
