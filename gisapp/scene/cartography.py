"""Reads the shipped looks of maps/ once: colour ramps and the style of every layer."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from gisapp import paths
from gisapp.scene.style import (
    Fill,
    Hatch,
    LabelStyle,
    Lettering,
    LineStyle,
    Mark,
    PointStyle,
    PolygonStyle,
    Scope,
    Stroke,
    Symbol,
    Tint,
)


@cache
def shipped(name: str) -> Mapping[str, Any]:
    """The content of ``maps/<name>.toml``."""
    with (paths.maps() / f"{name}.toml").open("rb") as file:
        return MappingProxyType(tomllib.load(file))


def ramp(name: str, count: int) -> tuple[Tint, ...]:
    """``count`` tints from few to many, spread over the ramp."""
    pair = shipped("ramps")[name]
    light, dark = pair["light"], pair["dark"]
    last = len(light) - 1
    places = [round(number * last / (count - 1)) if count > 1 else last for number in range(count)]
    return tuple(Tint(light[place], dark[place]) for place in places)


def class_names(layer: str) -> tuple[str, ...]:
    """The names of a layer's classes in the order of their codes, e.g. vacant, lived_in … for homes."""
    return tuple(entry["name"] for entry in _entries(layer))


def class_titles(layer: str) -> tuple[str, ...]:
    """The classes' titles in Chinese, in the order of their codes."""
    return tuple(entry.get("title", entry["name"]) for entry in _entries(layer))


def class_code(layer: str, name: str) -> int:
    """The class code of a class name."""
    return class_names(layer).index(name)


def title(layer: str) -> str:
    """The layer's title in Chinese."""
    return str(shipped("symbols")[layer]["title"])


def point_style(layer: str) -> PointStyle:
    return PointStyle(tuple(_symbol(entry) for entry in shipped("symbols")[layer]["points"]))


def line_style(layer: str) -> LineStyle:
    return LineStyle(tuple(_stroke(entry) for entry in shipped("symbols")[layer]["strokes"]))


def area_style(layer: str) -> PolygonStyle:
    """Fills by class, each with its own edge."""
    return PolygonStyle(tuple(_fill(entry) for entry in shipped("symbols")[layer]["fills"]))


def veil(layer: str) -> Fill:
    """What dims all that is not of the layer while it is looked at."""
    return _fill(shipped("symbols")[layer]["veil"][0])


def label_style(layer: str = "labels") -> LabelStyle:
    return LabelStyle(tuple(_lettering(entry) for entry in shipped("symbols")[layer]["letters"]))


def label_scopes(layer: str = "labels") -> tuple[Scope, ...]:
    return tuple(Scope(farthest=entry.get("farthest", float("inf"))) for entry in shipped("symbols")[layer]["letters"])


def cell_borders() -> tuple[Stroke, ...]:
    """Borders between grids, villages, towns, and the county's."""
    return tuple(_stroke(entry) for entry in shipped("symbols")["grids"]["borders"])


def cell_opacity() -> float:
    return float(shipped("symbols")["grids"]["opacity"])


def _entries(layer: str) -> list[dict[str, Any]]:
    looks = shipped("symbols")[layer]
    return next(list(looks[key]) for key in ("points", "fills", "strokes", "letters", "borders") if key in looks)


def _tint(pair: list[str]) -> Tint:
    return Tint(pair[0], pair[1])


def _stroke(entry: Mapping[str, Any]) -> Stroke:
    return Stroke(
        _tint(entry["tint"]),
        width_px=entry["width"],
        opacity=entry.get("opacity", 1.0),
        dash=tuple(entry.get("dash", ())),
        casing=_tint(entry["casing"]) if "casing" in entry else None,
    )


def _fill(entry: Mapping[str, Any]) -> Fill:
    return Fill(
        _tint(entry["tint"]),
        opacity=entry.get("opacity", 1.0),
        hatch=Hatch(entry.get("hatch", "none")),
        edge=_stroke(entry["edge"]) if "edge" in entry else None,
    )


def _symbol(entry: Mapping[str, Any]) -> Symbol:
    return Symbol(
        _tint(entry["tint"]),
        mark=Mark(entry["mark"]),
        far_px=entry["far"],
        near_px=entry["near"],
        opacity=entry.get("opacity", 1.0),
        edge=_tint(entry["edge"]) if "edge" in entry else None,
        far_opacity=entry.get("far_opacity"),
    )


def _lettering(entry: Mapping[str, Any]) -> Lettering:
    return Lettering(_tint(entry["tint"]), _tint(entry["halo"]), size_pt=entry["size"], bold=entry.get("bold", False))
