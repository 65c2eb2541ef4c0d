"""Shapefiles: several files replaced together or zipped as one, with names and texts as short as the format wants them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from gisapp.export.export_order import Written
from gisapp.export.geodata import Place, Tell, write_frames
from gisapp.export.placed_table import PlacedTable
from gisapp.export.replaced_file import in_words, refuse_target, replacing
from gisapp.export.table import clean

MOST_NAME_BYTES, MOST_TEXT_BYTES = 10, 254
PARTS = (".shp", ".shx", ".dbf", ".prj", ".cpg")
BYTES_BETWEEN = 1_000_000
STALE = (".sbn", ".sbx", ".qix", ".qpj", ".fix")
"""What other programs put beside a shapefile; it speaks of the former one."""


def write_shapefile(path: Path, placed: PlacedTable, names: Sequence[str], place: Place, *, tell: Tell) -> Written:
    """Write .shp with its four companions, or all five in a .zip. Raises BadFile; then the former files are as they were."""
    fields, cutter = short_names(names), _Cutter()
    renamed = tuple((name, field) for name, field in zip(names, fields, strict=True) if name != field)
    with replaced_set(path, go=partial(tell, placed.total or 0)) as part:
        rows = write_frames(part, placed, fields, place, tell=tell, driver="ESRI Shapefile", cut=cutter.cut)
    return Written(rows, renamed, cutter.count)


def short_names(names: Sequence[str]) -> tuple[str, ...]:
    """The names in ten bytes of UTF-8 each, no two alike in upper or lower case."""
    found: list[str] = []
    for name in names:
        plain = " ".join(clean(name).split()) or "field"
        short, number = cut_bytes(plain, MOST_NAME_BYTES), 1
        while short.lower() in {other.lower() for other in found}:
            number += 1
            short = cut_bytes(plain, MOST_NAME_BYTES - len(str(number))) + str(number)
        found.append(short)
    return tuple(found)


def cut_bytes(text: str, most: int) -> str:
    """The beginning of ``text`` that fits into ``most`` bytes of UTF-8, no letter cut in two."""
    return text.encode("utf-8")[:most].decode("utf-8", "ignore")


class _Cutter:
    """Cuts texts and counts those that lost something."""

    def __init__(self) -> None:
        self.count = 0

    def cut(self, text: str) -> str:
        text = clean(text)
        short = cut_bytes(text, MOST_TEXT_BYTES)
        self.count += short != text
        return short


@contextmanager
def replaced_set(path: Path, *, go: Callable[[], None]) -> Iterator[Path]:
    """Yield the .shp to write in a folder of its own; when the block ends well all its files take their places together.

    A .zip holds them under its own name; ``go`` may raise while they are packed. Raises BadFile as ``replacing`` does; whatever is
    raised, nothing is replaced then.
    """
    if path.suffix.lower() == ".zip":
        with replacing(path) as part, TemporaryDirectory(prefix="gisapp-") as folder:
            shape = Path(folder) / f"{path.stem}.shp"
            yield shape
            with ZipFile(part, "w", ZIP_DEFLATED) as packed:
                for ending in PARTS:
                    _pack(packed, shape.with_suffix(ending), f"{path.stem}{ending}", go)
        return
    for ending in PARTS:
        refuse_target(path.with_suffix(ending))
    try:
        with TemporaryDirectory(prefix=".gisapp-", dir=path.parent) as folder:
            shape = Path(folder) / f"{path.stem}.shp"
            yield shape
            _take_places(shape, path, Path(folder))
    except OSError as error:
        raise in_words(error, path) from error


def _pack(packed: ZipFile, source: Path, name: str, go: Callable[[], None]) -> None:
    """Put one file into an archive; the texts of a county take two seconds."""
    entry = ZipInfo.from_file(source, name)
    entry.compress_type = ZIP_DEFLATED
    with source.open("rb") as file, packed.open(entry, "w") as target:
        while piece := file.read(BYTES_BETWEEN):
            go()
            target.write(piece)


def _take_places(shape: Path, path: Path, folder: Path) -> None:
    """Move the new files in; when one cannot be moved, the former ones go back to where they were."""
    kept: list[tuple[Path, Path]] = []
    placed: list[Path] = []
    try:
        for ending in (*PARTS, *STALE):
            former = path.with_suffix(ending)
            if former.exists():
                os.replace(former, folder / f"former{ending}")
                kept.append((folder / f"former{ending}", former))
        for ending in PARTS:
            os.replace(shape.with_suffix(ending), path.with_suffix(ending))
            placed.append(path.with_suffix(ending))
    except OSError:
        for one in placed:
            one.unlink(missing_ok=True)
        for stored, former in kept:
            os.replace(stored, former)
        raise
