"""gisapp look: what is in somebody else's map file, before anything is imported."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer
from gisapp.cli.import_command import hidden
from gisapp.language import tr
from gisapp.readers.geo_layer import GeoFile, GeoLayer
from gisapp.services.ledger.look_at_map import LayerCrs, layer_crs, look_at_map, shape_of
from gisapp.services.places.ask_crs import code_of, title_of
from gisapp.storage.county import county_file

FIRST_ROWS, SAMPLES = 5, 3


@click.command("look")
@click.argument("source", type=arguments.PATH)
@click.option("--for", "file", type=arguments.PATH, help="县文件：用县界看坐标系是否合适，不写任何内容。")
@click.option("--encoding", help="文字编码，如 gb18030、big5；一般不必写。")
def command(source: Path, file: Path | None, encoding: str | None) -> None:
    """看一个图形文件：图层、字段、坐标系、编码、前几行；不写任何内容。"""
    found = look_at_map(source, encoding=encoding)
    if file is None:
        places = [layer_crs(None, layer) for layer in found.layers]
    else:
        with county_file.reading_of_any_age(file) as connection:
            places = [layer_crs(connection, layer) for layer in found.layers]
    layers = [_layer(layer, place) for layer, place in zip(found.layers, places, strict=True)]
    samples = [{"encoding": one.encoding, "text": hidden(one.text), "is_clean": one.is_clean} for one in found.samples]
    answer({"layers": layers, "encoding": found.encoding, "samples": samples}, "\n".join(_lines(found, places)))


def _layer(layer: GeoLayer, place: LayerCrs) -> dict[str, Any]:
    return {
        "name": layer.name,
        "geometry": shape_of(layer),
        "rows": layer.total,
        "crs": title_of(place.stated) if place.stated else None,
        "share_in_county": place.share,
        "proposals": [{"crs": title_of(one.source), "code": code_of(one.source), "share": one.share} for one in place.proposals],
        "fields": [{"name": name, "samples": _samples(layer, at)} for at, name in enumerate(layer.fields)],
        "first_rows": [[hidden(cell or "") for cell in cells] for cells in layer.cells[:FIRST_ROWS]],
    }


def _samples(layer: GeoLayer, at: int) -> list[str]:
    """Some different values of a field."""
    return list(dict.fromkeys(hidden(cells[at] or "") for cells in layer.cells if cells[at]))[:SAMPLES]


def _lines(found: GeoFile, places: list[LayerCrs]) -> Iterator[str]:
    if found.encoding:
        yield tr("文字编码：{encoding}", encoding=found.encoding)
        yield from (tr("  按 {encoding}：{text}", encoding=one.encoding, text=hidden(one.text)) for one in found.samples)
    for layer, place in zip(found.layers, places, strict=True):
        yield tr("{name}（{kind}，{rows} 行）", name=layer.name, kind=shape_of(layer), rows=layer.total)
        yield tr("  坐标系：{crs}", crs=title_of(place.stated) if place.stated else tr("没有说明，请用 --crs 指定"))
        if place.share is not None:
            yield tr("  落在本县：{share:.0%}", share=place.share)
        for one in place.proposals if not place.share else ():
            yield tr(
                "  像是 {crs}（{share:.0%} 落在本县）：--crs {code}", crs=title_of(one.source), share=one.share, code=code_of(one.source)
            )
        for at, field in enumerate(layer.fields):
            yield tr("  {field}：{samples}", field=field, samples=tr("、").join(_samples(layer, at)))
