"""What follows the printed call list: who goes to another home of their own, and the homes in danger with nobody to wake."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gisapp.domain.affected import AffectedRun, CallRow, PropertyRow
from gisapp.language import tr
from gisapp.printing.paged_table import Group, PrintRow


def extra_groups(run: AffectedRun) -> Iterator[Group]:
    """Groups under the columns of the call list; they repeat families or speak of property, so nobody in them is counted."""
    own = [call for call in run.calls if call.has_own_safe_home]
    if own:
        note = tr("{count:,} 户，已在上面名单中，不重复计数", count=len(own))
        yield Group(tr("去自己另一处住房"), note, tuple(_own_home(call) for call in sorted(own, key=lambda call: call.grid_code)))
    yield from _property(tr("空置原住房（财产，无人可叫）"), run.property)
    yield from _property(tr("空置住房（今晚无人）"), run.vacant)


def _property(heading: str, homes: Sequence[PropertyRow]) -> Iterator[Group]:
    if homes:
        yield Group(heading, tr("{count:,} 处", count=len(homes)), tuple(_empty(home) for home in homes))


def _own_home(call: CallRow) -> PrintRow:
    cells = (
        "", call.level.caption, call.head, call.phone, f"{call.residents}", call.marks, call.number, call.sleeping, "", "", "",
        tr("去自己的{home}", home=call.own_home),
    )  # fmt: skip
    return PrintRow(cells)


def _empty(home: PropertyRow) -> PrintRow:
    lead = home.community_lead
    told = "" if lead is None else f"{lead.name}\n{lead.phone}"
    where = home.grid or tr("不在任何网格内")
    said = "\n".join((where, tr("搬迁户"))) if home.is_relocated else where
    cells = ("", home.level.caption, home.head, home.phone, "", "", home.number, home.lives_at, told, "", "", said)
    return PrintRow(cells)
