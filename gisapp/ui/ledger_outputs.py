"""What an import gives back: the rows it did not take, and empty ledgers to hand out."""

from __future__ import annotations

from pathlib import Path

from gisapp.domain.ledger import LedgerKind
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.ledger.import_ledger import LedgerPlan, LedgerTable
from gisapp.ui.ask import Ask
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.outputs import EXCEL, write_out
from gisapp.ui.tasks import Control


def write_template(county: OpenCounty, ask: Ask, kind: LedgerKind) -> None:
    """An empty ledger with headers, drop-downs and one made-up row."""

    def write(path: Path, _control: Control) -> None:
        from gisapp.export.ledger_template import write_template as write_it

        write_it(path, kind)

    name = tr("{kind}-空白.xlsx", kind=kind.caption)
    write_out(county, ask.save_as(tr("空白模板"), Path.home() / name, EXCEL), tr("空白模板"), write)


def write_problems(county: OpenCounty, ask: Ask, table: LedgerTable, plan: LedgerPlan) -> None:
    """The rows that were not taken, to be corrected and imported again."""

    def write(path: Path, _control: Control) -> None:
        from gisapp.export.ledger_problems import write_problems as write_it

        if path.resolve() == table.path.resolve():
            raise BadRequest(tr("问题工作簿不能盖掉要导入的文件：{path}", path=path), tr("请换一个文件名。"))
        write_it(path, table, plan)

    name = tr("{file}-未导入.xlsx", file=table.path.stem)
    write_out(county, ask.save_as(tr("问题另存为"), table.path.with_name(name), EXCEL), tr("问题另存为"), write)
