"""gisapp search: people, houses, units."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer
from gisapp.language import tr
from gisapp.services.places.search_county import search_county
from gisapp.storage.county import county_file


@click.command("search")
@arguments.county_file
@click.argument("text")
@click.option("--limit", type=click.IntRange(1, 1000), default=30, show_default=True)
def command(file: Path, text: str, limit: int) -> None:
    """按姓名、拼音首字母、证件尾号、电话、门牌或单位查找。"""
    with county_file.reading(file) as connection:
        hits = search_county(connection, text, limit=limit)
    lines = [f"{hit.kind}\t{hit.id}\t{hit.title}\t{hit.detail}" for hit in hits] or [tr("没有找到“{text}”。", text=text)]
    answer({"hits": [asdict(hit) for hit in hits]}, "\n".join(lines))
