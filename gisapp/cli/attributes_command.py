"""gisapp attributes: what other departments' ledgers say of households and places."""

from __future__ import annotations

from pathlib import Path

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer
from gisapp.domain.kept import Content
from gisapp.language import tr
from gisapp.storage.county import county_file
from gisapp.storage.ledger import kept_columns


@click.command("attributes")
@arguments.county_file
@click.option("--out", type=arguments.PATH, help="写成工作簿（.xlsx）。")
def command(file: Path, out: Path | None) -> None:
    """列出户的附加属性和指标（用 import --as attributes 或 indicators 导入）。"""
    with county_file.reading(file) as connection:
        attributes, indicators = kept_columns.counted_attributes(connection), kept_columns.counted_indicators(connection)
        if out is not None:
            from gisapp.export.kept_tables import write_kept

            write_kept(connection, out)
    data = {
        "attributes": [{"name": name, "content": content, "households": count} for name, content, count in attributes],
        "indicators": [{"name": name, "values": count, "first": first, "last": last} for name, count, first, last in indicators],
        "file": str(out) if out else None,
    }
    lines = [tr("附加属性 {count} 项，指标 {figures} 项。", count=len(attributes), figures=len(indicators))]
    lines += [
        tr("  {name}（{content}）：{count:,} 户", name=name, content=Content(content).caption, count=n) for name, content, n in attributes
    ]
    lines += [tr("  {name}：{count:,} 个数，{first} 至 {last}", name=name, count=n, first=a, last=z) for name, n, a, z in indicators]
    lines += [tr("已写好：{path}", path=out)] if out else []
    answer(data, "\n".join(lines))
