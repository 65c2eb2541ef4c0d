"""Jobs that end with a county file to open: the sample, a new county, a backup put back, an older file brought up to date."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from gisapp.storage.county import county_file
from gisapp.ui.tasks import Control


def make_sample(path: Path, control: Control) -> Path:
    """Build the sample county at ``path``."""
    from gisapp.services.county.make_sample import make_sample as make

    make(path, day=date.today(), progress=control.progress, cancelled=control.cancelled)
    return path


def make_new(path: Path, outline: Path) -> Path:
    """An empty county from an outline file."""
    from gisapp.services.county.new_county import new_county

    new_county(path, county=None, outline=outline)
    return path


def restore(backup: Path, path: Path) -> Path:
    """Put ``backup`` in the place of ``path``."""
    from gisapp.services.county.back_up_county import restore_county

    restore_county(backup, path)
    return path


def upgrade(path: Path) -> Path:
    """Open an older file for writing once, which backs it up and migrates it."""
    with county_file.writing(path):
        return path


def home_of(backup: Path) -> Path:
    """Where a backup made beside a county file belongs: next to the backups' folder, without the time in its name."""
    stem = backup.parent.name.removesuffix("-备份")
    beside = backup.parent.name.endswith("-备份") and backup.stem.startswith(stem)
    return backup.parent.parent / f"{stem}.gpkg" if beside else backup
