"""Layers of a map as a table whose rows have shapes: the same as a ledger from here on."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import numpy as np
import shapely

from gisapp.domain.ledger import REQUIRED_OF_A_MAP, LedgerKind, fields_of, plain_title, recognised_columns
from gisapp.domain.shape_kind import ShapeKind
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.readers import geodata
from gisapp.readers.geo_layer import GeoFile, GeoLayer
from gisapp.readers.geodata import read_geodata
from gisapp.readers.ledger import Cells, SheetNotes
from gisapp.services.ledger.collector import collector_at_rest
from gisapp.services.ledger.column_shapes import with_shapes
from gisapp.services.ledger.row_shapes import Rows, shapes_on
from gisapp.services.ledger.table import (
    Header,
    LedgerTable,
    parsed_mapping,
    read_table,
    refuse_missing,
    refuse_unknown_titles,
    setting_key,
)
from gisapp.spatial.source_crs import SourceCrs
from gisapp.storage.county import settings

POINTS, LINES, AREAS = (0, 4), (1, 2, 5), (3, 6)
_FITTING = MappingProxyType(
    {ShapeKind.POINT: (*POINTS, *AREAS), ShapeKind.HOUSE: (*POINTS, *AREAS), ShapeKind.LINE: LINES, ShapeKind.AREA: AREAS}
)
SHORTEST_CUT = 3
_ROAD_WORDS = ("道路", "公路", "road", "highway", "street", "路网", "交通", "dlmc", "dldj", "lxmc", "村道", "乡道")
_WATER_WORDS = ("河", "水系", "水网", "water", "river", "stream", "hlmc", "sxmc", "沟渠")
LAYER_TITLE = "图层"


def is_map(path: Path) -> bool:
    """Whether a file is geodata by its ending, or a folder of photos: everything else is read as a spreadsheet."""
    return path.is_dir() or path.suffix.lower() in geodata.SUFFIXES


def read_places(
    connection: sqlite3.Connection,
    path: Path,
    kind: LedgerKind,
    *,
    layers: Sequence[str] = (),
    sheet: str | None = None,
    header_row: int | None = None,
    mapping: str | Mapping[str, str] | None = None,
    encoding: str | None = None,
    source: SourceCrs | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> LedgerTable:
    """The rows of ``path`` as ``kind`` with where they lie; a spreadsheet when the file is no map.

    ``layers`` are those wanted (none = the one that fits, or all that look alike); ``source`` goes before what the file says of its
    coordinates. Raises BadFile, BadRequest (CrsAsked among them), Cancelled.
    """
    if not is_map(path):
        table = read_table(
            connection, path, kind, sheet=sheet, header_row=header_row, mapping=mapping, encoding=encoding, cancelled=cancelled
        )
        wants_shapes = kind.shape is not None and (kind is not LedgerKind.SAFE_SITES or source is not None or "wkt" in table.header.fields)
        return with_shapes(connection, table, chosen=source) if wants_shapes else replace(table, source=source)
    if kind.shape is None:
        raise BadRequest(
            tr("{kind}不能从图形文件导入。", kind=kind.caption), tr("图形文件可以导入：{kinds}。", kinds="  ".join(_places_of_maps()))
        )
    with collector_at_rest():
        file = read_geodata(path, encoding=encoding, cancelled=cancelled)
        chosen = chosen_layers(file, kind, layers)
        return table_of(connection, file, chosen, kind, mapping=mapping, source=source)


def chosen_layers(file: GeoFile, kind: LedgerKind, names: Sequence[str]) -> tuple[GeoLayer, ...]:
    """The layers named; without names the one that fits, or all that fit and have the same fields. Raises BadRequest."""
    if names:
        known = {layer.name: layer for layer in file.layers}
        missing = next((name for name in names if name not in known), None)
        if missing is not None:
            raise BadRequest(tr("文件里没有图层“{name}”。", name=missing), tr("文件里的图层：{layers}。", layers=listed(file.layers)))
        return tuple(known[name] for name in names)
    fitting = [layer for layer in file.layers if fits(layer, kind)]
    fitting = [layer for layer in fitting if not shapely.is_missing(layer.shapes).all()] or fitting
    if not fitting:
        raise BadRequest(tr("文件里没有能作{kind}的图层。", kind=kind.caption), tr("文件里的图层：{layers}。", layers=listed(file.layers)))
    if len(fitting) > 1 and len({frozenset(layer.fields) for layer in fitting}) > 1:
        raise BadRequest(
            tr("有几个图层都可以作{kind}。", kind=kind.caption), tr("请用 --layer 写明（可以写几次）：{layers}。", layers=listed(fitting))
        )
    return tuple(fitting)


def kind_of_base(path: Path, names: Sequence[str]) -> LedgerKind:
    """Whether the lines of a file are roads or rivers, by the names of its layers and fields. Raises BadFile, BadRequest."""
    file = geodata.look_at_layers(path)
    chosen = [layer for layer in file.layers if (layer.name in names if names else fits(layer, LedgerKind.ROADS))]
    kinds = {_way_kind(layer, path.stem) for layer in chosen}
    if len(kinds) == 1 and (kind := kinds.pop()) is not None:
        return kind
    raise BadRequest(
        tr("看不出是道路还是河流：{layers}。", layers=listed(chosen) or tr("无")),
        tr("请用 --as roads 或 --as waterways 写明，图层用 --layer 写明。"),
    )


def _way_kind(layer: GeoLayer, stem: str) -> LedgerKind | None:
    text = " ".join((layer.name, stem, *layer.fields)).lower()
    is_road, is_water = (any(word in text for word in words) for words in (_ROAD_WORDS, _WATER_WORDS))
    if is_road == is_water:
        return None
    return LedgerKind.ROADS if is_road else LedgerKind.WATERWAYS


def fits(layer: GeoLayer, kind: LedgerKind) -> bool:
    """Whether any shape of a layer can be one of ``kind``, or the layer has lost them all."""
    if not layer.total or kind.shape is None:
        return False
    types = shapely.get_type_id(layer.shapes)
    is_closed = np.zeros(len(types), bool)
    if kind.shape is not ShapeKind.LINE:
        lines = types == LINES[0]
        is_closed[lines] = shapely.is_closed(layer.shapes[lines])
    return bool((np.isin(types, (*_FITTING[kind.shape], 7)) | is_closed).any()) or (layer.geometry != "None" and bool((types < 0).all()))


def listed(layers: Iterable[GeoLayer]) -> str:
    """Layers with what they hold, for a sentence."""
    return "  ".join(tr("{name}（{kind}，{rows} 行）", name=layer.name, kind=shape_words(layer), rows=layer.total) for layer in layers)


def shape_words(layer: GeoLayer) -> str:
    """What shapes a layer has, in words."""
    types = set(shapely.get_type_id(layer.shapes).tolist())
    words = [
        text for kinds, text in ((POINTS, tr("点")), (LINES, tr("线")), (AREAS, tr("面")), ((7,), tr("混合"))) if types.intersection(kinds)
    ]
    return "/".join(words) or tr("无图形")


def map_header(connection: sqlite3.Connection, kind: LedgerKind, titles: Sequence[str], by_hand: Mapping[str, str]) -> Header:
    """The fields of a layer as a header: chosen by hand, kept for the layout, or recognised, also where a shapefile cut the title off."""
    names = tuple((title, *_whole_titles(kind, title)) for title in titles)
    kept = {} if by_hand else dict(settings.read(connection, setting_key(kind, titles), None) or {})
    return Header(0, 0, tuple(titles), names, recognised_columns(kind, names, by_hand or kept))


def titles_and_rows(layers: Sequence[GeoLayer]) -> tuple[tuple[str, ...], list[Cells]]:
    """Fields of all layers, and the cells of every row by them; of several layers each row says from which it comes."""
    if len(layers) == 1:
        return layers[0].fields, [[cell or "" for cell in cells] for cells in layers[0].cells]
    titles = tuple(dict.fromkeys([*(title for layer in layers for title in layer.fields), LAYER_TITLE]))
    rows: list[Cells] = []
    for layer in layers:
        places = [titles.index(title) for title in layer.fields]
        at = titles.index(LAYER_TITLE)
        for cells in layer.cells:
            row = [""] * len(titles)
            row[at] = layer.name
            for place, cell in zip(places, cells, strict=True):
                row[place] = cell or ""
            rows.append(row)
    return titles, rows


def table_of(
    connection: sqlite3.Connection,
    file: GeoFile,
    layers: Sequence[GeoLayer],
    kind: LedgerKind,
    *,
    mapping: str | Mapping[str, str] | None = None,
    source: SourceCrs | None = None,
) -> LedgerTable:
    """The rows of ``layers`` one after the other as a table of ``kind``. Raises CrsAsked, BadRequest."""
    by_hand = dict(mapping) if isinstance(mapping, Mapping) else parsed_mapping(kind, mapping)
    titles, cells = titles_and_rows(layers)
    header = map_header(connection, kind, titles, by_hand)
    refuse_unknown_titles(header, by_hand)
    refuse_missing(kind, header, REQUIRED_OF_A_MAP.get(kind, ()))
    parts, at = [], 0
    for layer in layers:
        numbers = range(at + 1, at + 1 + len(layer.cells))
        parts.append(Rows(numbers, layer.shapes, layer.crs, layer.troubles, layer.curved, layer.name))
        at += len(layer.cells)
    shapes = shapes_on(connection, parts, kind, chosen=source)
    name = tr("、").join(layer.name for layer in layers)
    others = tuple(layer.name for layer in file.layers if layer.total and all(layer is not one for one in layers))
    rows = tuple(enumerate(cells, 1))
    return LedgerTable(
        file.path, name, file.encoding, kind, header, rows, (), SheetNotes(), (), others, bool(by_hand),
        replace(shapes, notes=(*file.notes, *shapes.notes)),
    )  # fmt: skip


def _whole_titles(kind: LedgerKind, title: str) -> tuple[str, ...]:
    """What a title may have been before a shapefile cut it after ten bytes, when that can be one field only."""
    cut = plain_title(title)
    if cut.isascii() or len(cut) < SHORTEST_CUT:
        return ()
    found = {field.key: name for field in fields_of(kind) for name in field.names if plain_title(name).startswith(cut)}
    return tuple(found.values()) if len(found) == 1 else ()


def _places_of_maps() -> list[str]:
    return [f"{kind}（{kind.caption}）" for kind in LedgerKind if kind.shape is not None]
