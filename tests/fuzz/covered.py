"""Mutants led by what they reach in the readers that are Python, where atheris is there; it is installed beside the program:

    uv pip install --target FOLDER --no-deps -r tests/fuzzer.lock
    PYTHONPATH=FOLDER:. python -m tests.fuzz.covered TARGET [options of libFuzzer, such as -max_total_time=600]

A target that raises what its reader does not answer for, hangs or grows is printed and kept as a file by libFuzzer.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from xml.etree.ElementTree import ParseError
from xml.parsers import expat

import atheris

from gisapp.errors import GisappError

with atheris.instrument_imports(include=["gisapp.readers"]):
    from gisapp.readers import corner_table, gpx, kml, ledger_text, roll_call_file, written_in
    from gisapp.readers.child_process import NotReadable
    from gisapp.readers.coordinate_text import coordinate_from_text
    from gisapp.readers.xml_tree import read_tree
    from tests.fuzz.seeds import SEEDS

ANSWERED = (GisappError, NotReadable)


def _in_a_file(read: Callable[[Path], object], suffix: str) -> Callable[[bytes], None]:
    path = Path(tempfile.mkdtemp(prefix="gisapp-fuzz-")) / f"a{suffix}"

    def target(data: bytes) -> None:
        path.write_bytes(data)
        try:
            read(path)
        except ANSWERED:
            return

    return target


def _tree(data: bytes) -> None:
    try:
        read_tree(data)
    except (ParseError, expat.ExpatError, ValueError):
        return


def _coordinate(data: bytes) -> None:
    try:
        coordinate_from_text(data.decode("utf-8", "replace"))
    except ValueError:
        return


TARGETS: Mapping[str, Callable[[bytes], None]] = MappingProxyType(
    {
        "tree": _tree,
        "coordinate": _coordinate,
        "kml": _in_a_file(kml.read_kml, ".kml"),
        "kmz": _in_a_file(kml.read_kml, ".kmz"),
        "gpx": _in_a_file(gpx.read_gpx, ".gpx"),
        "text": _in_a_file(lambda path: list(ledger_text.read_text(path).read("")), ".csv"),
        "corners": _in_a_file(corner_table.read_corner_table, ".csv"),
        "table": _in_a_file(written_in.table_encoding, ".dbf"),
        "rollcall": _in_a_file(lambda path: roll_call_file._parsed(lambda _done, _total: None, str(path)), ".json"),
    }
)

_SEED_OF: Mapping[str, str] = MappingProxyType(
    {"tree": "areas.kml", "kml": "areas.kml", "kmz": "areas.kmz", "gpx": "areas.gpx", "text": "ledger.csv", "corners": "areas.csv"}
)


def _corpus(name: str) -> str:
    """A folder with a good file to begin with."""
    folder = Path(tempfile.mkdtemp(prefix="gisapp-fuzz-corpus-"))
    if name in _SEED_OF:
        SEEDS[_SEED_OF[name]](folder / _SEED_OF[name])
    elif name == "table":
        SEEDS["areas.shp"](folder / "areas.shp")
    else:
        (folder / "a").write_text(
            {"coordinate": "东经109度30分15.5秒"}.get(name, '{"format": "gisapp roll call", "version": 1, "entries": []}')
        )
    return str(folder)


if __name__ == "__main__":
    name, *options = sys.argv[1:] or [""]
    if name not in TARGETS:
        sys.exit(f"targets: {' '.join(TARGETS)}")
    atheris.Setup([sys.argv[0], *options, _corpus(name)], TARGETS[name])
    atheris.Fuzz()
