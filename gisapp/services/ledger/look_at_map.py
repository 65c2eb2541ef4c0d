"""Look at a map before it is read: its layers, fields, first rows, coordinates; what each layer may be."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely

from gisapp.domain.ledger import REQUIRED_OF_A_MAP, LedgerKind, caption_of
from gisapp.language import tr
from gisapp.readers.geo_layer import GeoFile, GeoLayer
from gisapp.readers.geodata import look_at_layers
from gisapp.readers.ledger import HEAD_ROWS, SheetSummary
from gisapp.services.ledger.look_at_ledger import Headings
from gisapp.services.ledger.map_table import fits, map_header, shape_words, titles_and_rows
from gisapp.services.places.ask_crs import Ground, proposed, title_of
from gisapp.spatial import crs
from gisapp.spatial.china_shift import BD_09, GCJ_02
from gisapp.spatial.source_crs import Proposal, SourceCrs, share_inside
from gisapp.storage.county import settings

KINDS = (
    LedgerKind.GRIDS, LedgerKind.DIVISIONS, LedgerKind.HOUSES, LedgerKind.SETTLEMENTS, LedgerKind.SAFE_SITES, LedgerKind.ROADS,
    LedgerKind.WATERWAYS,
)  # fmt: skip
ALL = "*"
LONGEST_INITIALS = 3
USUAL = (f"EPSG:{crs.CGCS2000}", f"EPSG:{crs.WGS84}", GCJ_02, BD_09)
_TELLING = (
    (LedgerKind.GRIDS, ("网格", "wg", "grid")),
    (LedgerKind.DIVISIONS, ("区划", "行政", "村界", "镇界", "县界", "乡镇", "xzq", "division")),
    (LedgerKind.SETTLEMENTS, ("安置", "小区", "settlement")),
    (LedgerKind.SAFE_SITES, ("避险", "避难", "避灾", "safe", "shelter")),
    (LedgerKind.HOUSES, ("房", "建筑", "门牌", "house", "building")),
    (LedgerKind.ROADS, ("道路", "公路", "路网", "road", "highway")),
    (LedgerKind.WATERWAYS, ("河", "水系", "water", "river")),
)


@dataclass(frozen=True, slots=True)
class LayerCrs:
    """Of a layer's coordinates: what the file states, which share of its first rows lies in the county so, what else would fit.

    ``share`` is None without a county, or without any place.
    """

    stated: SourceCrs | None
    share: float | None
    proposals: tuple[Proposal, ...]


OF_A_TABLE = LayerCrs(None, None, ())
"""Longitudes and latitudes in the columns of a spreadsheet."""


@dataclass(frozen=True, slots=True)
class MapLook:
    """A map that was looked at: its layers with their first rows, and how the coordinates of each may be meant.

    Where all layers have the same fields, the last layer is all of them together, by the name ALL.
    """

    file: GeoFile
    layers: tuple[GeoLayer, ...]
    places: Mapping[str, LayerCrs]

    def layer(self, name: str) -> GeoLayer:
        """The layer of this name."""
        return next(layer for layer in self.layers if layer.name == name)

    def names(self, name: str) -> tuple[str, ...]:
        """The layers of the file that are meant by a name."""
        return tuple(layer.name for layer in self.file.layers) if name == ALL else (name,)


@dataclass(frozen=True, slots=True)
class CrsChoice:
    """One way to read coordinates, in words; ``source`` None leaves it to the file."""

    text: str
    source: SourceCrs | None


def look_at_map(path: Path, *, encoding: str | None = None, cancelled: Callable[[], bool] | None = None) -> GeoFile:
    """The layers of a map with their first rows. Raises BadFile, Cancelled."""
    return look_at_layers(path, encoding=encoding, cancelled=cancelled)


def look_closer(connection: sqlite3.Connection, file: GeoFile) -> MapLook:
    """What the county tells of a map's layers; those without rows are left out."""
    filled = tuple(layer for layer in file.layers if layer.total)
    is_alike = len(filled) > 1 and len({frozenset(layer.fields) for layer in filled}) == 1
    layers = (*filled, _together(filled)) if is_alike else filled
    return MapLook(file, layers, {layer.name: layer_crs(connection, layer) for layer in layers})


def crs_choices(place: LayerCrs, asked: Sequence[Proposal] = (), stated: SourceCrs | None = None) -> tuple[CrsChoice, ...]:
    """Every way to read a layer that makes sense: as the file says, what fits the county, what was ``asked`` about, the usual ones."""
    first = tr("按文件说明：{crs}", crs=title_of(place.stated)) if place.stated else tr("没有说明，请选择")
    if place is OF_A_TABLE:
        first = tr("不换算：经纬度是 CGCS2000 或 WGS-84")
    found = [CrsChoice(first, None)]
    found += map(_as_choice, asked)
    if stated is not None:
        found.append(CrsChoice(tr("照原样：{crs}", crs=title_of(stated)), stated))
    found += map(_as_choice, place.proposals)
    found += [CrsChoice(title_of(source), source) for source in map(SourceCrs, USUAL)]
    known: dict[SourceCrs | None, CrsChoice] = {}
    for choice in found:
        known.setdefault(choice.source, choice)
    return tuple(known.values())


def _as_choice(one: Proposal) -> CrsChoice:
    return CrsChoice(tr("像是 {crs}（{share:.0%} 落在本县）", crs=title_of(one.source), share=one.share), one.source)


def _together(layers: Sequence[GeoLayer]) -> GeoLayer:
    """Layers of the same fields as one."""
    titles, cells = titles_and_rows(layers)
    shapes = np.concatenate([layer.shapes for layer in layers])
    crs_of_all = {layer.crs for layer in layers}
    total = sum(layer.total for layer in layers)
    shared = crs_of_all.pop() if len(crs_of_all) == 1 else None
    return GeoLayer(ALL, "", shared, titles, total, tuple([[*row] for row in cells]), shapes, {}, frozenset())


def layer_crs(connection: sqlite3.Connection | None, layer: GeoLayer) -> LayerCrs:
    """How the coordinates of a layer may be meant, against the county's outline when there is one."""
    stated = SourceCrs(layer.crs) if layer.crs is not None and crs.is_known(layer.crs) else None
    xy = shapely.get_coordinates(layer.shapes)
    ground = Ground(connection) if connection is not None else None
    if ground is None or ground.near is None or not len(xy):
        return LayerCrs(stated, None, ())
    share = share_inside(xy, stated, ground.near, ground.epsg) if stated is not None else None
    return LayerCrs(stated, share, proposed(xy, ground))


def as_sheet(layer: GeoLayer) -> SheetSummary:
    """A layer as a sheet whose header is its fields."""
    head = tuple((number, [cell or "" for cell in cells]) for number, cells in enumerate(layer.cells[:HEAD_ROWS], 1))
    return SheetSummary(layer.name, layer.total, len(layer.fields), is_hidden=False, head=head, merges=())


def map_headings(
    connection: sqlite3.Connection, layer: GeoLayer, kind: LedgerKind, *, by_hand: Mapping[str, str] | None = None
) -> Headings:
    """The fields of a layer read as ``kind``; ``by_hand`` goes before what is kept for the layout."""
    header = map_header(connection, kind, layer.fields, by_hand or {})
    kept: dict[str, str] = {} if by_hand else dict(settings.read(connection, setting_of(kind, layer), None) or {})
    known = set(header.fields)
    missing = tuple("/".join(caption_of(kind, key) for key in keys) for keys in REQUIRED_OF_A_MAP.get(kind, ()) if not set(keys) & known)
    return Headings(header, kept, missing)


def setting_of(kind: LedgerKind, layer: GeoLayer) -> str:
    """Under which setting a choice of fields is kept for layers of this layout."""
    from gisapp.services.ledger.table import setting_key

    return setting_key(kind, layer.fields)


def kinds_of(layer: GeoLayer) -> tuple[LedgerKind, ...]:
    """What a layer can be by its shapes."""
    return tuple(kind for kind in KINDS if fits(layer, kind))


def seems_to_be(connection: sqlite3.Connection, file: GeoFile) -> tuple[GeoLayer, LedgerKind] | None:
    """The layer, and the kind, that fit best: by what its name says, then by how many fields are known; None when none fits."""
    best: tuple[tuple[int, int, int], GeoLayer, LedgerKind] | None = None
    for layer in file.layers:
        for kind in KINDS:
            if not fits(layer, kind):
                continue
            found = map_headings(connection, layer, kind)
            is_told = _is_told(layer, file.path.stem, dict(_TELLING)[kind])
            rank = (int(not found.missing) + 2 * int(is_told), found.header.known, layer.total)
            best = (rank, layer, kind) if best is None or rank > best[0] else best
    return (best[1], best[2]) if best else None


def _is_told(layer: GeoLayer, stem: str, words: Sequence[str]) -> bool:
    """Whether a layer's name or its file's says a kind, or a field in Chinese or its initials: a field “houses” only counts them."""
    names, fields = f"{layer.name} {stem}".lower(), " ".join(layer.fields).lower()
    return any(word in names or (word in fields and (not word.isascii() or len(word) <= LONGEST_INITIALS)) for word in words)


def shape_of(layer: GeoLayer) -> str:
    """What shapes a layer has, in words."""
    return shape_words(layer)
