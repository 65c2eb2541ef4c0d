"""gisapp backup: a safe copy."""

from __future__ import annotations

from pathlib import Path

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer
from gisapp.language import tr
from gisapp.services.county.back_up_county import back_up_county


@click.command("backup")
@arguments.county_file
@click.argument("dest", type=arguments.PATH, required=False)
def command(file: Path, dest: Path | None) -> None:
    """备份县文件；不写位置就放在旁边，保留最近五份。"""
    made = back_up_county(file, dest)
    answer({"file": str(made)}, tr("已备份：{path}", path=made))
