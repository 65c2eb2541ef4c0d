"""Marks out of KML and KMZ: every folder, every name and value in Chinese, nothing fetched from anywhere.

GDAL drops the values of untyped ExtendedData, and joins folders; so the marks are read here from the XML itself, one after the
other: a county's houses are a hundred megabytes of it.
"""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO
from xml.etree.ElementTree import ParseError, TreeBuilder
from xml.parsers import expat

from gisapp.readers.archive import BAD_ARCHIVE
from gisapp.readers.area_rows import DEGREES
from gisapp.readers.child_process import NotReadable
from gisapp.readers.geo_layer import RawLayer, by_field
from gisapp.readers.kml_mark import Mark, mark_of
from gisapp.readers.xml_tree import read_tags

MOST_UNPACKED = 400_000_000
_BLOCK = 1 << 20
FEATURES = frozenset({"Placemark", "NetworkLink", "GroundOverlay", "ScreenOverlay", "PhotoOverlay"})
CONTAINERS = frozenset({"kml", "Document", "Folder"})


def read_kml(path: Path) -> list[RawLayer]:
    """One layer a folder that holds marks, in degrees; raises NotReadable for a file that is no KML."""
    try:
        roots = [_Marks().read(blocks) for blocks in _texts(path)]
    except (ParseError, expat.ExpatError, *BAD_ARCHIVE) as error:
        raise NotReadable("damaged") from error
    if not roots:
        raise NotReadable("damaged")
    layers = [layer for root in roots for layer in _layers(root, path.stem)]
    seen: dict[str, int] = {}
    for layer in layers:  # two folders of one name are two layers
        seen[layer.name] = seen.get(layer.name, 0) + 1
        layer.name = layer.name if seen[layer.name] == 1 else f"{layer.name} ({seen[layer.name]})"
    return layers or [RawLayer(path.stem, crs=DEGREES)]


def _texts(path: Path) -> Iterator[Iterator[bytes]]:
    if path.suffix.lower() == ".kml":
        with path.open("rb") as file:
            yield _blocks(file)
        return
    with zipfile.ZipFile(path) as archive:
        entries = [entry for entry in archive.infolist() if entry.filename.lower().endswith(".kml")]
        if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
            raise NotReadable("large")
        for entry in entries:
            with archive.open(entry) as file:
                yield _blocks(file)  # type: ignore[arg-type]


def _blocks(file: BinaryIO) -> Iterator[bytes]:
    total = 0
    while block := file.read(_BLOCK):
        total += len(block)
        if total > MOST_UNPACKED:
            raise NotReadable("large")
        yield block


@dataclass(slots=True)
class _Box:
    """A folder or document: its own marks and the boxes within, in the order of the file."""

    tag: str
    name: str = ""
    marks: list[Mark] = field(default_factory=list)
    boxes: list[_Box] = field(default_factory=list)


class _Marks:
    """Builds one mark at a time and lets go of its XML; everything else but the folders' names is passed over."""

    def __init__(self) -> None:
        self._open: list[_Box] = []
        self._root: _Box | None = None
        self._mark: TreeBuilder | None = None
        self._depth = 0
        self._words: list[str] | None = None

    def read(self, blocks: Iterator[bytes]) -> _Box:
        read_tags(blocks, start=self._start, end=self._end, text=self._text)
        if self._root is None:
            raise NotReadable("damaged")
        return self._root

    def _start(self, tag: str, facts: dict[str, str]) -> None:
        if self._mark is not None:
            self._depth += 1
            self._mark.start(sys.intern(tag), facts)
        elif self._depth:
            self._depth += 1
        elif not self._open:
            self._begin(tag)
        elif tag in FEATURES:
            self._mark, self._depth = TreeBuilder(), 1
            self._mark.start(tag, facts)
        elif tag in CONTAINERS:
            self._begin(tag)
        else:
            self._depth = 1
            self._words = [] if tag == "name" and not self._open[-1].name else None

    def _begin(self, tag: str) -> None:
        if self._root is None:
            if tag != "kml":
                raise NotReadable("damaged")
            self._root = _Box(tag)
            self._open.append(self._root)
            return
        box = _Box(tag)
        self._open[-1].boxes.append(box)
        self._open.append(box)

    def _end(self, tag: str) -> None:
        if self._mark is not None:
            self._mark.end(tag)
            self._depth -= 1
            if not self._depth:
                self._open[-1].marks.append(mark_of(self._mark.close()))
                self._mark = None
        elif self._depth:
            self._depth -= 1
            if not self._depth and self._words is not None:
                self._open[-1].name, self._words = "".join(self._words).strip(), None
        else:
            self._open.pop()

    def _text(self, text: str) -> None:
        if self._mark is not None:
            self._mark.data(text)
        elif self._words is not None:
            self._words.append(text)


def _layers(root: _Box, stem: str) -> Iterator[RawLayer]:
    """Folders from the outside in; iterative, for a file may nest them without end."""
    waiting = [(root, stem)]
    while waiting:
        box, outer = waiting.pop()
        name = box.name if box.tag == "Folder" else ""
        if box.marks:
            yield _layer(name or outer, box.marks)
        waiting += [(child, name or outer) for child in reversed(box.boxes)]


def _layer(name: str, marks: list[Mark]) -> RawLayer:
    fields, cells = by_field(mark.pairs for mark in marks)
    layer = RawLayer(name, crs=DEGREES, fields=fields, total=len(marks), cells=cells)
    layer.wkb += [mark.wkb for mark in marks]
    layer.troubles.update({place: mark.trouble for place, mark in enumerate(marks) if mark.trouble})
    return layer
