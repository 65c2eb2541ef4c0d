"""gisapp restore: a backup back into place; the file it replaces is kept as a backup itself."""

from __future__ import annotations

from pathlib import Path

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer
from gisapp.language import tr
from gisapp.services.county.back_up_county import restore_county


@click.command("restore")
@click.argument("backup", type=arguments.PATH)
@click.argument("file", type=arguments.PATH)
def command(backup: Path, file: Path) -> None:
    """用备份恢复县文件；原文件先另存一份。"""
    kept = restore_county(backup, file)
    text = tr("已恢复：{path}（原文件另存为 {kept}）", path=file, kept=kept) if kept else tr("已恢复：{path}", path=file)
    answer({"file": str(file), "kept": str(kept) if kept else None}, text)
