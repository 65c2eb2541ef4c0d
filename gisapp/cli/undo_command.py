"""gisapp undo: take the last change back."""

from __future__ import annotations

from pathlib import Path

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer
from gisapp.cli.who import who
from gisapp.services.county.undo import undo
from gisapp.storage.county import county_file


@click.command("undo")
@arguments.county_file
def command(file: Path) -> None:
    """撤销最近一步。"""
    with county_file.writing(file) as db:
        change = undo(db, who=who())
    answer({"label": change.label, "entry": change.entry}, change.label)
