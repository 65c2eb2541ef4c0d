"""gisapp sample: the sample county."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer, progress_bar
from gisapp.language import tr


@click.command("sample")
@arguments.county_file
@click.option("--seed", type=int, default=20260712, show_default=True, help="同一种子得到同一内容。")
@click.option("--times", type=click.IntRange(1, 20), default=1, show_default=True, help="放大倍数。")
@click.option("--day", "day_text", help="走访、需求和住处核对以哪天为今天，默认 2026-07-12。")
def command(file: Path, seed: int, times: int, day_text: str | None) -> None:
    """生成示例县（全部人员为虚构）。"""
    from gisapp.services.county.make_sample import make_sample
    from gisapp.services.sample.scale import REFERENCE_DAY

    day = arguments.day_from_text(day_text) or REFERENCE_DAY

    with progress_bar(tr("生成示例县")) as progress:
        counts = make_sample(file, seed=seed, times=times, day=day, progress=progress)
    data = asdict(counts)
    text = tr(
        "示例县已生成：{path}\n{towns} 个镇，{grids} 个网格，{households} 户，{residents} 人，用时 {seconds:.1f} 秒。", path=file, **data
    )
    answer(data, text)
