"""The whole county on one page that a browser opens without any network."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.domain.cards import Unit
from gisapp.domain.hazard import HazardLevel
from gisapp.domain.river_level import caution, is_river_level
from gisapp.errors import BadRequest, Cancelled
from gisapp.export.placed_table import geometries_of
from gisapp.export.replaced_file import replacing
from gisapp.export.web_cells import DECIMALS, bounds_in_degrees, features, simplified
from gisapp.export.web_page import NEEDED, in_html, in_script, self_contained, template
from gisapp.export.web_theme import LevelLook, WebContent, WebTheme
from gisapp.language import tr
from gisapp.services.runs.find_affected import named_areas
from gisapp.spatial import crs
from gisapp.storage.county import geopackage, settings
from gisapp.storage.county.interruption import interruptible
from gisapp.storage.hazards import hazards
from gisapp.storage.hazards.hazards import HazardArea
from gisapp.storage.ledger import export_rows

HAZARD_TOLERANCE_M = 3.0
SCRIPT_PLACE = "/* the county */"


def write_web_map(
    connection: sqlite3.Connection,
    path: Path,
    shown: Sequence[WebTheme],
    *,
    looks: Mapping[HazardLevel, LevelLook],
    unit: Unit | None = None,
    hazard_names: Sequence[str] = (),
    content: WebContent = WebContent(),  # noqa: B008 - frozen
    day: date | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> int:
    """Write the page of the county (or of ``unit``) and return its size in bytes; without names all hazard areas are shown.

    The first theme is shown first, the others are a choice on the page. No families: grid, village, officer and the themes'
    figures only; phones only when ``content`` has them, for which the caller keeps the reason. Raises BadFile, BadRequest,
    Cancelled (then the former file stays).
    """
    go_on = stopper(cancelled)
    with interruptible(connection, cancelled):
        title, header, data = _gathered(connection, shown, looks, unit, hazard_names, content, day or date.today(), go_on)
    page = self_contained(_rendered(header, title, data)).encode("utf-8")
    go_on()
    with replacing(path) as part:
        part.write_bytes(page)
    return len(page)


def stopper(cancelled: Callable[[], bool] | None) -> Callable[[], None]:
    """What to call now and then: it raises Cancelled once ``cancelled()`` is true."""

    def go_on() -> None:
        if cancelled is not None and cancelled():
            raise Cancelled(tr("已取消。"), tr("没有写入文件。"))

    return go_on


def _gathered(
    connection: sqlite3.Connection,
    shown: Sequence[WebTheme],
    looks: Mapping[HazardLevel, LevelLook],
    unit: Unit | None,
    hazard_names: Sequence[str],
    content: WebContent,
    day: date,
    go_on: Callable[[], None],
) -> tuple[str, str, dict[str, Any]]:
    """(title, header, everything the page shows)."""
    place = None if unit is None else (unit.kind, unit.id)
    inside = export_rows.grids_in(connection, place)
    rows = [row for row in export_rows.grids(connection, day) if row[0] in inside and row[13]]
    go_on()
    if not rows:
        raise BadRequest(tr("这里没有网格可画。"), tr("请选择有网格的单位。"))
    areas = named_areas(connection, hazard_names) if hazard_names else hazards.all_areas(connection)
    data = _page_data(connection, rows, shown, looks=looks, areas=areas, unit=unit, has_phones=content.has_phones, go_on=go_on)
    data["homes"] = _homes(connection, place) if content.has_homes else []
    go_on()
    title = _title(connection, shown[0], unit)
    said = caution(list(dict.fromkeys(area.name for area in areas if is_river_level(area.source))))
    return title, _header(connection, title, day, said), data


def _title(connection: sqlite3.Connection, theme: WebTheme, unit: Unit | None) -> str:
    county = settings.read(connection, "county_name", "")
    place = county if unit is None or unit.name == county else tr("{county} {unit}", county=county, unit=unit.name)
    return str(tr("{place} · {theme}", place=place, theme=theme.title))


def _page_data(
    connection: sqlite3.Connection,
    rows: Sequence[tuple[Any, ...]],
    shown: Sequence[WebTheme],
    *,
    looks: Mapping[HazardLevel, LevelLook],
    areas: Sequence[HazardArea],
    unit: Unit | None,
    has_phones: bool,
    go_on: Callable[[], None],
) -> dict[str, Any]:
    srs_id = settings.crs(connection)
    shapes = simplified(geometries_of([row[13] for row in rows]), go_on=go_on)
    go_on()
    own = [
        {
            "k": row[1], "n": row[2], "t": row[3], "v": row[4], "o": _officer(row, has_phones=has_phones),
            "f": [theme.figures.get(row[0], 0) for theme in shown], "c": [theme.codes.get(row[0], 0) for theme in shown],
        }
        for row in rows
    ]  # fmt: skip
    return {
        "cells": _collection(features(shapes, own, srs_id=srs_id)),
        "towns": _collection(_towns([row[3] for row in rows], shapes, srs_id)),
        "hazards": _collection(_hazards(areas, srs_id)),
        "levels": {level.value: _look(look) for level, look in looks.items()},
        "themes": [_choice(theme, [row[0] for row in rows]) | {"heading": _title(connection, theme, unit)} for theme in shown],
        "bounds": bounds_in_degrees(shapes, srs_id),
        "words": _words(),
    }


def _choice(theme: WebTheme, grids: Sequence[int]) -> dict[str, Any]:
    """A theme's words and colours, with how many of these grids are in each class."""
    counts = np.bincount([theme.codes.get(grid, 0) for grid in grids], minlength=len(theme.labels))
    classes = [{"label": label, "count": int(count)} for label, count in zip(theme.labels, counts, strict=True)]
    return {"title": theme.title, "unit": theme.unit, "colours": list(theme.colours), "classes": classes}


def _officer(row: tuple[Any, ...], *, has_phones: bool) -> str:
    return str(tr("{name} {phone}", name=row[5], phone=row[6] or "")).strip() if has_phones and row[5] else row[5]


def _homes(connection: sqlite3.Connection, place: tuple[str, int] | None) -> list[int]:
    """Where houses stand, in 0.00001 degree: longitude and latitude one after the other, each as the step from the one before."""
    inside = None if place is None else export_rows.houses_in(connection, place)
    ids, blobs = export_rows.house_points(connection)
    kept = [blob for house, blob in zip(ids, blobs, strict=True) if inside is None or house in inside]
    if not kept:
        return []
    lonlat = np.round(crs.to_degrees(geopackage.decode_points(kept), settings.crs(connection)) * 10**DECIMALS).astype(np.int64)
    ordered = lonlat[np.lexsort((lonlat[:, 1], lonlat[:, 0] // 100))]
    steps: list[int] = np.diff(ordered, axis=0, prepend=np.zeros((1, 2), np.int64)).ravel().tolist()
    return steps


def _collection(found: list[dict[str, Any]]) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": found}


def _look(look: LevelLook) -> dict[str, Any]:
    return {"title": look.title, "fill": look.fill, "opacity": look.opacity, "edge": look.edge, "lines": look.lines}


def _towns(names: Sequence[str], shapes: NDArray[np.object_], srs_id: int) -> list[dict[str, Any]]:
    """Each town joined from its simplified cells, so that the borders lie exactly on theirs, with a place for its name."""
    wanted = [name for name in dict.fromkeys(names) if name]
    which = np.array(names)
    joined = np.array([shapely.coverage_union_all(shapes[which == name]) for name in wanted], dtype=object)
    if not wanted:
        return []
    middles = shapely.get_coordinates(shapely.point_on_surface(joined))
    lonlat = crs.to_degrees(middles, srs_id).round(5).tolist()
    own = [{"n": name, "x": x, "y": y} for name, (x, y) in zip(wanted, lonlat, strict=True)]
    return features(joined, own, srs_id=srs_id)


def _hazards(areas: Sequence[HazardArea], srs_id: int) -> list[dict[str, Any]]:
    """Least severe first, so that the worst lies on top."""
    ordered = sorted(areas, key=lambda area: -area.level.rank)
    shapes = np.array([shapely.simplify(area.geometry, HAZARD_TOLERANCE_M) for area in ordered], dtype=object)
    own = [{"n": area.name, "l": area.level.value} for area in ordered]
    return features(shapes, own, srs_id=srs_id) if ordered else []


def _words() -> dict[str, str]:
    return {
        "choose": tr("专题"),
        "legend": tr("图例"),
        "homes": tr("住房"),
        "officer": tr("网格员：{name}", name="{name}"),
        "noOfficer": tr("没有网格员"),
        "figure": tr("{title}：{figure} {unit}", title="{title}", figure="{figure}", unit="{unit}"),
        "hazard": tr("风险区：{name}（{level}）", name="{name}", level="{level}"),
        "hazards": tr("风险区"),
        "cells": tr("{count} 格", count="{count}"),
        "metres": tr("{number} 米", number="{number}"),
        "kilometres": tr("{number} 公里", number="{number}"),
        "nothing": tr("没有这个网格"),
        "whole": tr("全图"),
    }


def _rendered(header: str, title: str, data: dict[str, Any]) -> str:
    """folium's page with our header, style and script."""
    import folium

    (south, west), (north, east) = data["bounds"]
    centre = ((south + north) / 2, (west + east) / 2)
    page = folium.Map(location=centre, tiles=None, prefer_canvas=True, attribution_control=False, zoom_snap=0.1, zoom_delta=0.5, min_zoom=7)
    page.default_js = [entry for entry in page.default_js if entry[0] in NEEDED]
    page.default_css = [entry for entry in page.default_css if entry[0] in NEEDED]
    figure: Any = page.get_root()
    figure.title = in_html(title)
    script = f"{template('webmap.js')}\nwindow.county = countyPage({page.get_name()}, {in_script(data)});"
    figure.header.add_child(_verbatim(f"<style>{template('webmap.css')}</style>"), name="style")
    figure.html.add_child(_verbatim(header), name="header")
    page.add_child(_place_for_script())
    return str(figure.render()).replace(SCRIPT_PLACE, script)


def _verbatim(text: str) -> Any:
    """A piece of the page that is put in as it is: never read as a template."""
    from branca.element import Element

    element: Any = Element("{{ this.text }}")
    element.text = text
    return element


def _place_for_script() -> Any:
    """Where our script goes, after the map's own. branca reads what it is given as a template, so that names
    with braces would be run: the script itself is put in when the page is rendered."""
    from branca.element import MacroElement
    from jinja2 import Template

    element: Any = MacroElement()  # type: ignore[no-untyped-call]
    element._template = Template("{% macro script(this, kwargs) %}" + SCRIPT_PLACE + "{% endmacro %}")
    return element


def _header(connection: sqlite3.Connection, title: str, day: date, said: str) -> str:
    mark = f'<span class="mark">{in_html(tr("示例数据"))}</span>' if settings.read(connection, "is_sample", False) else ""
    wish = in_html(tr("搜索网格或村名"))
    return (
        f'<header><h1>{in_html(title)}</h1>{mark}<span class="about">{in_html(tr("制图日期 {day}", day=day.isoformat()))}</span>'
        '<span class="space"></span><div class="search">'
        f'<input id="search-field" type="search" placeholder="{wish}" aria-label="{wish}" autocomplete="off" spellcheck="false">'
        '<ul id="search-hits" role="listbox"></ul></div></header>' + (f'<p class="said">{in_html(said)}</p>' if said else "")
    )
