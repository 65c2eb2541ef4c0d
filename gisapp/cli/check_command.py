"""gisapp check: everything that can be wrong with a county file."""

from __future__ import annotations

from pathlib import Path

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer
from gisapp.language import tr
from gisapp.services.county.check_county import check_county
from gisapp.storage.county import county_file


@click.command("check")
@arguments.county_file
def command(file: Path) -> int:
    """检查文件完整性、网格覆盖、网格员与岗位。"""
    with county_file.checking(file) as connection:
        report = check_county(connection)
    lines = [tr("检查通过。") if report.is_ok else tr("发现问题：")]
    lines += [f"  {name}: {count:,}" for name, count in report.findings]
    lines += [f"  {name}: {', '.join(items)}" for name, items in report.details]
    answer({"ok": report.is_ok, "findings": dict(report.findings), "details": dict(report.details)}, "\n".join(lines))
    return 0 if report.is_ok else 1
