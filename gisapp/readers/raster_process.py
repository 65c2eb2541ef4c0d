"""Rasters of depths and heights parsed in a process of its own: a hostile GeoTIFF costs a sentence, not the program."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from gisapp.errors import BadFile
from gisapp.language import tr
from gisapp.readers.child_process import DONE, PROGRESS, RESULT, opened_child, received, send
from gisapp.readers.depth_raster import DepthFile
from gisapp.readers.raster_place import Around, Box, RasterPlace
from gisapp.readers.terrain_grid import Wish
from gisapp.readers.terrain_raster import TerrainFile

if TYPE_CHECKING:
    from numpy.typing import NDArray

CELLS_A_MESSAGE = 4_000_000
SLEEPING = (
    "AAIGrid,ACE2,ADRG,AIG,AirSAR,AmigoCloud,AVCBin,AVCE00,BAG,BIGGIF,BLX,BMP,BSB,BT,BYN,CALS,Carto,CEOS,COASP,COG,COSAR,CPG,CSV,CSW,"
    "CTable2,CTG,DAAS,DERIVED,DGN,DIMAP,DIPEx,DOQ1,DOQ2,DTED,DXF,ECRGTOC,EDIGEO,EEDA,EEDAI,EHdr,EIR,ELAS,Elasticsearch,ENVI,ERS,ESAT,"
    "ESRI Shapefile,ESRIC,ESRIJSON,FAST,FIT,FlatGeobuf,GDALG,GenBin,Geoconcept,GeoJSON,GeoJSONSeq,GeoRSS,GFF,GIF,GML,GNMDatabase,"
    "GNMFile,GPKG,GPSBabel,GPX,GRASSASCIIGrid,GRIB,GS7BG,GSAG,GSBG,GSC,GTFS,GTI,GTX,GXF,HDF5,HDF5Image,HF2,HFA,HTTP,Idrisi,ILWIS,"
    "IRIS,ISCE,ISG,ISIS2,ISIS3,JAXAPALSAR,JDEM,JML,JP2OpenJPEG,JPEG,JSONFG,KML,KMLSUPEROVERLAY,KRO,L1B,LAN,LCP,Leveller,LIBERTIFF,"
    "LIBKML,LOSLAS,LVBAG,MAP,MapInfo File,MapML,MBTiles,MFF,MFF2,MiraMonVector,MRF,MSGN,MVT,NDF,netCDF,NGSGEOID,NGW,NITF,NOAA_B,"
    "NSIDCbin,NTv2,NWT_GRC,NWT_GRD,OAPIF,ODS,OGCAPI,OGR_GMT,OGR_PDS,OGR_SDTS,OGR_VRT,OpenFileGDB,OSM,OZI,PAux,PCIDSK,PCRaster,PDF,"
    "PDS,PDS4,PGDUMP,PLMOSAIC,PLSCENES,PMTiles,PNG,PNM,PostGISRaster,PostgreSQL,PRF,R,Rasterlite,RIK,RMF,ROI_PAC,RPFTOC,RRASTER,RS2,"
    "RST,S102,S104,S111,S57,SAFE,SAGA,SAR_CEOS,SDTS,Selafin,SENTINEL2,SGI,SIGDEM,SNAP_TIFF,SNODAS,SQLite,SRP,SRTMHGT,STACIT,STACTA,"
    "SVG,SXF,Terragen,TGA,TIGER,TIL,TopoJSON,TSX,UK .NTF,USGSDEM,VDV,VFK,VICAR,VRT,WAsP,WCS,WEBP,WFS,WMS,WMTS,XLSX,XPM,XYZ,Zarr,ZMap"
)
"""Drivers of any build, for Linux or Windows, that are not woken: a side file of a GeoTIFF may name other files or addresses, and
none of these opens them."""


def depths_of(path: Path, around: Around, *, cancelled: Callable[[], bool] | None = None) -> DepthFile:
    """``read_depths`` in a process of its own; ``around`` is asked in this one. Raises Cancelled too."""
    in_words = partial(_in_words, tr("无法读取水深栅格：{path}", path=path))
    with opened_child(_tell_depths, str(path), in_words=in_words, cancelled=cancelled) as child:
        place = _heard_place(child.heard())
        wanted = around(place)
        (_, name, transform, shape, told), *strips = child.ask(None if wanted is None else tuple(map(float, wanted)))
        return DepthFile(name, place.crs, transform, _whole(shape, strips), tuple(told))


def place_in(path: Path) -> RasterPlace:
    """Where a raster says it lies, nothing else of it read. Raises BadFile."""
    in_words = partial(_in_words, tr("无法读取水深栅格：{path}", path=path))
    with opened_child(_tell_depths, str(path), in_words=in_words) as child:
        return _heard_place(child.heard())


def heights_of(path: Path, wish: Wish) -> TerrainFile:
    """``read_heights`` in a process of its own; what ``wish`` asks and tells is asked and told in this one."""

    def cancelled() -> bool:
        wish.go()
        return False

    in_words = partial(_in_words, tr("无法读取地形栅格：{path}", path=path))
    asked = (wish.target, None if wish.around is None else tuple(map(float, wish.around)))
    with opened_child(_tell_heights, str(path), *asked, in_words=in_words, cancelled=cancelled) as child:
        source = wish.written_in(_heard_place(child.heard()))
        said = []
        for message in child.ask(source):
            if message[0] == PROGRESS:
                wish.progress(message[1], message[2])
            else:
                said.append(message)
        (_, name, place, shape, told), *strips = said
        west, north, cell_m = place
        return TerrainFile(name, west, north, cell_m, _whole(shape, strips), tuple(told))


def _whole(shape: tuple[int, int], strips: list[tuple[str, bytes]]) -> NDArray[np.float32]:
    whole = np.empty(shape, np.float32)
    flat, at = whole.reshape(-1), 0
    for _, strip in strips:
        part = np.frombuffer(strip, np.float32)
        flat[at : at + len(part)] = part
        at += len(part)
    return whole


def _in_words(sentence: str, why: str) -> BadFile:
    if why == "slow":
        return BadFile(sentence, tr("文件读得太久，已停止；请先裁剪到本县范围。"))
    return BadFile(sentence, tr("需要 GeoTIFF；文件可能已损坏或不完整，请重新获取。"))


def _tell_depths(there: Connection, path_text: str) -> None:
    """In the child: say the CRS, hear which part is wanted, send it."""
    from gisapp.readers.depth_raster import read_depths

    def around(place: RasterPlace) -> Box | None:
        [box] = _asked(there, place)
        return box

    wake_drivers()
    found = read_depths(Path(path_text), around)
    send(there, RESULT, found.name, found.transform, found.depths.shape, list(found.told))
    _send_cells(there, found.depths)


def _tell_heights(there: Connection, path_text: str, target: int, around: Box | None) -> None:
    """In the child: say where it lies, hear its CRS, tell how far it is, then send the heights."""
    from gisapp.readers.terrain_raster import read_heights

    def written_in(place: RasterPlace) -> str:
        [source] = _asked(there, place)
        return str(source)

    wake_drivers()
    wish = Wish(target, around, written_in, progress=lambda done, total: send(there, PROGRESS, done, total))
    found = read_heights(Path(path_text), wish)
    place = (float(found.west), float(found.north), float(found.cell_m))
    send(there, RESULT, found.name, place, found.heights.shape, list(found.told))
    _send_cells(there, found.heights)


def _asked(there: Connection, place: RasterPlace) -> tuple[Any, ...]:
    """In the child: say where the raster lies, and what is answered."""
    send(there, "place", place.crs, place.transform, place.shape)
    send(there, DONE)
    return received(there)


def _heard_place(messages: Iterable[tuple[Any, ...]]) -> RasterPlace:
    [(_, crs, transform, shape)] = messages
    return RasterPlace(crs, transform, shape)


def _send_cells(there: Connection, cells: NDArray[np.float32]) -> None:
    flat = np.ascontiguousarray(cells, np.float32).reshape(-1)
    for at in range(0, len(flat), CELLS_A_MESSAGE):
        send(there, "cells", flat[at : at + CELLS_A_MESSAGE].tobytes())
    send(there, DONE)


def wake_drivers() -> None:
    """Before GDAL is loaded: GeoTIFF alone, no address, one thread."""
    os.environ["GDAL_SKIP"] = SLEEPING
    os.environ["CPL_VSIL_CURL_ALLOWED_EXTENSIONS"] = ".none"
    os.environ["GDAL_HTTP_TIMEOUT"] = os.environ["GDAL_HTTP_CONNECTTIMEOUT"] = "1"
    os.environ["GDAL_CACHEMAX"] = "64"
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
