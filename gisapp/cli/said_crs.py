"""The options that say in which coordinates a file is written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from gisapp.spatial.source_crs import SourceCrs, crs_from_text

F = TypeVar("F", bound=Callable[..., Any])


def crs_options(command: F) -> F:
    """Give a command --crs (``crs_text``) and --swap-axes (``is_swapped``)."""
    swap = click.option("--swap-axes", "is_swapped", is_flag=True, help="文件里先写北坐标（纬度），后写东坐标（经度）。")
    said = click.option("--crs", "crs_text", help="坐标系：EPSG 编号（如 4490、4545），或 cgcs2000、wgs84、gcj02、bd09。")
    return said(swap(command))


def said_crs(text: str | None, *, is_swapped: bool = False) -> SourceCrs | None:
    """The coordinates a person names; degrees of CGCS2000 when only their order is said. Raises BadRequest."""
    return SourceCrs(crs_from_text(text or "cgcs2000"), is_swapped) if text or is_swapped else None
