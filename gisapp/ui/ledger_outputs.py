"""What an import gives back: the rows it did not take, and empty ledgers to hand out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from gisapp.domain.ledger import LedgerKind
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.ledger.import_ledger import LedgerPlan, LedgerTable
from gisapp.ui.ask import Ask
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.outputs import EXCEL, tell_written, write_out
from gisapp.ui.tasks import Control

if TYPE_CHECKING:
    from sqlite_utils import Database

    from gisapp.domain.change import Change
    from gisapp.services.compare.comparison import Comparison


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


def write_comparison(county: OpenCounty, ask: Ask, found: Comparison) -> None:
    """The four lists of a comparison, numbers and phones masked."""

    def write(path: Path, control: Control) -> None:
        from gisapp.export.comparison_tables import write_comparison as write_it

        write_it(path, found, cancelled=control.cancelled)

    write_out(county, _comparison_path(ask, found), tr("比对结果另存为"), write)


def write_revealed(county: OpenCounty, ask: Ask, found: Comparison) -> None:
    """As ``write_comparison`` with everything in clear; the reason goes into the history first."""
    title, who = tr("完整号码另存为"), county.who
    why = ask.reason(title, tr("比对结果里的身份证号和电话将不脱敏。原因（会记入历史）："))
    path = _comparison_path(ask, found) if why else None
    if why is None or path is None:
        return

    def note(db: Database, control: Control) -> Change:
        from gisapp.export.comparison_tables import write_comparison as write_it
        from gisapp.services.compare.compare_list import note_revealed

        change = note_revealed(db, found, who=who, why=why)
        write_it(path, found, is_revealed=True, cancelled=control.cancelled)
        return change

    def told(change: Change) -> None:
        county.signals.tell_change(change, None)
        tell_written(county, path)

    county.tasks.write(title, note, told)


def _comparison_path(ask: Ask, found: Comparison) -> Path | None:
    return ask.save_as(tr("比对结果另存为"), Path.home() / tr("{file}-比对.xlsx", file=Path(found.file).stem), EXCEL)
