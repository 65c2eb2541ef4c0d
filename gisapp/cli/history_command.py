"""gisapp history: who did what."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer
from gisapp.language import tr
from gisapp.storage.county import county_file, history


@click.command("history")
@arguments.county_file
@click.option("--limit", type=click.IntRange(1, 100_000), default=50, show_default=True)
def command(file: Path, limit: int) -> None:
    """谁在什么时候做了什么，最近的在前。"""
    with county_file.reading(file) as connection:
        entries = history.newest(connection, limit=limit)
    lines = [_line(entry) for entry in entries] or [tr("还没有任何操作。")]
    answer({"entries": [asdict(entry) for entry in entries]}, "\n".join(lines))


def _line(entry: history.Entry) -> str:
    what = tr("{label}（已撤销）", label=entry.label) if entry.undone_by else entry.label
    reason = tr("原因：{why}", why=entry.why) if entry.why else ""
    return "\t".join((str(entry.id), entry.at[:16].replace("T", " "), entry.who, what, reason)).rstrip()
