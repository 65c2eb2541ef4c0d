"""gisapp template: an empty ledger to hand out."""

from __future__ import annotations

from pathlib import Path

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer
from gisapp.domain.ledger import kind_from_text
from gisapp.errors import BadRequest
from gisapp.language import tr


@click.command("template")
@click.argument("kind_text", metavar="KIND")
@click.argument("out", type=arguments.PATH)
def command(kind_text: str, out: Path) -> None:
    """写一份空白台账：表头、下拉选项、说明和一行示例。"""
    from gisapp.export.ledger_template import write_template

    kind = kind_from_text(kind_text)
    if not kind.has_template:
        raise BadRequest(
            tr("{kind}没有空白表：只能从图形文件导入。", kind=kind.caption), tr("例如 gisapp import 县文件 {kind}.shp。", kind=kind.caption)
        )
    if out.suffix.lower() != ".xlsx":
        raise BadRequest(tr("样表只能写成 .xlsx：{path}", path=out), tr("请换一个文件名。"))
    columns = write_template(out, kind)
    answer({"file": str(out), "kind": kind.value, "columns": columns}, tr("{kind}样表已写好：{path}", kind=kind.caption, path=out))
