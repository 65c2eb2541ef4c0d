"""Geodata of other offices: layers with their rows and shapes, every row counted; nothing is decided here.

The file is parsed in a process of its own: a broken or hostile one costs a sentence, not the program.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

from gisapp.errors import BadFile
from gisapp.language import tr
from gisapp.readers.child_process import DONE, Message, NotReadable, opened_child, received, send
from gisapp.readers.geo_layer import Cell, GeoFile, GeoLayer, RawLayer, TextSample, shapes_of
from gisapp.readers.photo_places import PHOTO_SUFFIXES, read_photo_places

SUFFIXES = (".shp", ".gpkg", ".geojson", ".json", ".kml", ".kmz", ".gpx", ".dxf", *PHOTO_SUFFIXES)
MOST_BYTES = 1_000_000_000
MOST_SILENT_SECONDS = 25.0
HEAD_ROWS = 200
"""So many rows of each layer make a look: enough to see what stands in it and where it lies."""

ROWS_A_MESSAGE, BYTES_A_MESSAGE = 2_000, 2_000_000


def read_geodata(
    path: Path,
    *,
    encoding: str | None = None,
    names: Sequence[str] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> GeoFile:
    """Every layer of a file, or those of ``names``, whole.

    ``encoding`` is that of a shapefile's or drawing's text; found out when None. Raises BadFile for a file that is missing, of
    another kind, damaged or without any layer; Cancelled.
    """
    return _asked(path, (None if names is None else list(names), None, encoding), cancelled)


def look_at_layers(path: Path, *, encoding: str | None = None, cancelled: Callable[[], bool] | None = None) -> GeoFile:
    """Every layer with its first rows; raises as ``read_geodata`` does."""
    return _asked(path, (None, HEAD_ROWS, encoding), cancelled)


def refuse_unfit(path: Path, suffixes: Sequence[str]) -> None:
    """Raise BadFile for a file that is missing, of another ending, empty or too large."""
    if not path.is_file():
        raise BadFile(tr("找不到文件：{path}", path=path), tr("请检查文件名。"))
    if path.suffix.lower() not in suffixes:
        raise BadFile(tr("不认识的文件类型：{path}", path=path), tr("可以读取：{suffixes}。", suffixes="  ".join(suffixes)))
    if path.stat().st_size == 0:
        raise BadFile(tr("文件是空的：{path}", path=path), tr("请重新获取后再试。"))
    if path.stat().st_size > MOST_BYTES:
        raise BadFile(tr("文件太大：{path}", path=path), tr("请先裁剪到本县范围。"))


def _asked(path: Path, question: tuple[list[str] | None, int | None, str | None], cancelled: Callable[[], bool] | None) -> GeoFile:
    if not path.is_dir():  # a folder is one of photos
        refuse_unfit(path, SUFFIXES)
    in_words = partial(_in_words, path=path, encoding=question[2])
    with opened_child(_converse, str(path), in_words=in_words, cancelled=cancelled, most_silent_seconds=MOST_SILENT_SECONDS) as child:
        layers: list[_Arriving] = []
        encoding = ""
        samples: tuple[TextSample, ...] = ()
        notes: tuple[str, ...] = ()
        for message in child.ask(*question):
            match message[0]:
                case "layer":
                    layers.append(_Arriving(message))
                case "rows":
                    layers[-1].add(message)
                case _:
                    encoding, samples, notes = message[1], tuple(TextSample(*one) for one in message[2]), tuple(message[3])
        return GeoFile(path, encoding, samples, tuple(layer.whole() for layer in layers), notes)


class _Arriving:
    """A layer whose rows come piece by piece."""

    def __init__(self, message: Message) -> None:
        _, self._name, self._geometry, self._crs, self._fields, self._total, self._troubles, self._curved = message
        self._cells: list[list[Cell]] = []
        self._wkb: list[bytes | None] = []

    def add(self, message: Message) -> None:
        self._cells += message[1]
        self._wkb += message[2]

    def whole(self) -> GeoLayer:
        shapes = shapes_of(self._wkb)
        unreadable = {place: tr("图形已损坏，读不出来") for place, wkb in enumerate(self._wkb) if wkb is not None and shapes[place] is None}
        return GeoLayer(
            self._name, self._geometry, self._crs, tuple(self._fields), self._total, tuple(self._cells), shapes,
            {**unreadable, **self._troubles}, frozenset(self._curved),
        )  # fmt: skip


def _in_words(why: str, *, path: Path, encoding: str | None) -> BadFile:
    match why:
        case "large":
            return BadFile(tr("图形文件太大或已损坏，读不出来：{path}", path=path), tr("请裁剪到本县范围，或重新获取后再试。"))
        case "slow":
            return BadFile(tr("图形文件读得太久，已停止：{path}", path=path), tr("请裁剪到本县范围，或重新获取后再试。"))
        case "empty":
            return BadFile(tr("文件里没有图层：{path}", path=path), tr("请检查导出设置后重新导出。"))
        case "shx":
            return BadFile(
                tr("缺少同名的 .shx 文件：{path}", path=path), tr("shapefile 是一组同名文件（.shp .shx .dbf .prj），请整组复制。")
            )
        case "encoding":
            return BadFile(
                tr("文件不是 {encoding} 编码：{path}", encoding=encoding or "?", path=path),
                tr("请用 --encoding 写明另一种编码，如 gb18030。"),
            )
        case _:
            return BadFile(tr("无法读取图形文件：{path}", path=path), tr("文件可能已损坏或不完整，请重新获取。"))


def _converse(there: Connection, path_text: str) -> None:
    """In the child: read what is asked for and send it piece by piece."""
    from gisapp.readers.written_in import samples_of

    path = Path(path_text)
    names, most_rows, encoding = received(there)
    used, layers, words, notes = _parsed(path, encoding, names, most_rows)
    for layer in layers:
        kept = len(layer.wkb) if most_rows is None else min(most_rows, len(layer.wkb))
        fields = list(layer.fields)
        send(there, "layer", layer.name, layer.geometry, layer.crs, fields, layer.total, layer.troubles, layer.curved)
        for at, end in _pieces([len(wkb or b"") for wkb in layer.wkb[:kept]]):
            send(there, "rows", layer.cells[at:end], layer.wkb[at:end])
    samples = [(one.encoding, one.text, one.is_clean) for one in samples_of(words, used)] if used else []
    send(there, "file", used, samples, notes)
    send(there, DONE)


def _pieces(sizes: Sequence[int]) -> Iterator[tuple[int, int]]:
    """(first, last + 1) of rows that go together: few enough that whoever unpacks them can be stopped soon, one at least."""
    at, weight = 0, 0
    for place, size in enumerate(sizes):
        if place > at and (weight + size > BYTES_A_MESSAGE or place - at == ROWS_A_MESSAGE):
            yield at, place
            at, weight = place, 0
        weight += size
    if sizes:
        yield at, len(sizes)


def _parsed(
    path: Path, encoding: str | None, names: Sequence[str] | None, most_rows: int | None
) -> tuple[str, list[RawLayer], list[bytes], list[str]]:
    """(encoding, layers, words to compare encodings by, notes)."""
    suffix = path.suffix.lower()
    if path.is_dir() or suffix in PHOTO_SUFFIXES:
        return "", read_photo_places(path, most_rows), [], []
    if suffix in (".kml", ".kmz", ".gpx"):
        from gisapp.readers.gpx import read_gpx
        from gisapp.readers.kml import read_kml

        layers = read_gpx(path) if suffix == ".gpx" else read_kml(path)
        return "", [layer for layer in layers if names is None or layer.name in names], [], []
    from gisapp.readers import gdal_layers

    gdal_layers.wake_drivers()
    used, layers = gdal_layers.read_layers(path, encoding, names, most_rows)
    notes = gdal_layers.notes_of(path, layers) if most_rows is None else []
    if names is not None and not layers:
        raise NotReadable("empty")
    return used, layers, gdal_layers.words_of(path), notes
