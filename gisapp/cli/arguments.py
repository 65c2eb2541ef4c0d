"""Arguments that several commands share."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from gisapp.errors import BadRequest
from gisapp.language import tr

PATH = click.Path(path_type=Path, readable=False)
"""A path as it is written: whether it is there and can be read is said by whoever opens it."""

county_file = click.argument("file", type=PATH)


FILE_KEY = "gisapp.file"
MOST_DIGITS = 10


def keep_file(ctx: click.Context, file: Path) -> None:
    """Remember the county file of a group for its commands."""
    ctx.meta[FILE_KEY] = file


def kept_file() -> Path:
    """The county file named before the present command."""
    file = click.get_current_context().meta[FILE_KEY]
    assert isinstance(file, Path)
    return file


def day_from_text(text: str | None) -> date | None:
    """An ISO date, None for None; raises BadRequest for a day that does not exist."""
    if text is None:
        return None
    try:
        return datetime.strptime(text if len(text) == len("2026-07-12") else "", "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError as error:
        raise BadRequest(tr("日期不对：{text}", text=text), tr("请写成 2026-07-12 的样子。")) from error


def run_from_text(text: str) -> int | None:
    """The number of a stored run, None for ``latest``; raises BadRequest."""
    wanted = text.strip().lower()
    if wanted == "latest":
        return None
    if not wanted.isdecimal() or not 0 < len(wanted) < MOST_DIGITS:
        raise BadRequest(tr("研判的号数不对：{text}", text=text), tr("请写一个号数，或写 latest（最近一次）。"))
    return int(wanted)


run_option = click.option("--run", "run_text", default="latest", show_default=True, help="哪一次研判：号数，或 latest（最近一次）。")


def pixels_from_text(text: str) -> tuple[int, int]:
    """The size of a picture written as WIDTHxHEIGHT; raises BadRequest."""
    width, _, height = text.lower().partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        raise BadRequest(tr("图片大小不对：{text}", text=text), tr("请写成 1920x1080 的样子。"))
    return int(width), int(height)
