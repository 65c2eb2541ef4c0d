"""Damage of the event the run belongs to: what must be restored, what is done, what is open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gisapp.domain.damage_board import Grouping, Share
from gisapp.export.situation.blocks import Block, TableBlock, TableColumn, TableRow, Words
from gisapp.export.situation.matter import Matter
from gisapp.language import tr
from gisapp.services.damage.list_damage import DamageFilter, count_damage

SHOWN = (Grouping.TOWN, Grouping.GRADE, Grouping.STATE, Grouping.WAY)


def damages(matter: Matter) -> Iterator[Block]:
    """By town, grade, state and way; nothing while no damage of the run's event is on record."""
    found = count_damage(matter.connection, DamageFilter(run=matter.run_id))
    if not found.total and not found.undamaged:
        return
    yield Words(found.sentence)
    if found.undamaged:
        yield Words(tr("另有 {count:,} 处看过没有受损，不在下表内。", count=len(found.undamaged)))
    if found.overdue:
        yield Words(tr("过了计划完工日还没有完工的 {count:,} 处。", count=len(found.overdue)), is_warning=True)
    for grouping in SHOWN if found.total else ():
        yield _table(grouping, found.by(grouping), found.whole)


def _table(grouping: Grouping, shares: Sequence[Share], whole: Share) -> TableBlock:
    numbers = (tr("需恢复"), tr("已完工"), tr("未完工"))
    columns = (TableColumn(tr("分项"), 48), *(TableColumn(text, 14, is_number=True) for text in numbers))
    rows = (*(_row(share) for share in shares), _row(whole, is_sum=True))
    return TableBlock(tr("受损房屋{grouping}（处）", grouping=grouping.caption), columns, rows)


def _row(share: Share, *, is_sum: bool = False) -> TableRow:
    return TableRow((share.caption, f"{share.total:,}", f"{share.done:,}", f"{share.open:,}"), is_sum)
