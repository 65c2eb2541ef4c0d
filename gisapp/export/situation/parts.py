"""The parts of the situation report in their order; a new one is one function and one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from gisapp.errors import BadRequest
from gisapp.export.situation import answer, checklist, damages, method, moved, needs, sites, units, unknown
from gisapp.export.situation.blocks import Block
from gisapp.export.situation.matter import Matter
from gisapp.language import tr

Content = Callable[[Matter], Iterable[Block]]


@dataclass(frozen=True, slots=True)
class ReportPart:
    """``content`` yields nothing while there is nothing to say: the part is then left out."""

    id: str
    title: Callable[[], str]
    content: Content


@dataclass(frozen=True, slots=True)
class WrittenPart:
    """A part as it stands in a report."""

    id: str
    title: str
    blocks: tuple[Block, ...]


PARTS = (
    ReportPart("question", lambda: tr("问题"), answer.question),
    ReportPart("totals", lambda: tr("合计"), answer.totals),
    ReportPart("map", lambda: tr("地图"), answer.run_map),
    ReportPart("units", lambda: tr("按单位"), units.units),
    ReportPart("hazards", lambda: tr("按等级和风险区"), answer.hazards),
    ReportPart("vulnerable", lambda: tr("重点人群"), answer.vulnerable),
    ReportPart("moved", lambda: tr("转移情况"), moved.moved),
    ReportPart("sites", lambda: tr("避险点"), sites.sites),
    ReportPart("needs", lambda: tr("物资需求"), needs.needs),
    ReportPart("checklist", lambda: tr("行动清单"), checklist.checklist),
    ReportPart("damage", lambda: tr("房屋受损"), damages.damages),
    ReportPart("unknown", lambda: tr("还不知道的"), unknown.unknown),
    ReportPart("method", lambda: tr("方法和来源"), method.method),
    ReportPart("limits", lambda: tr("局限"), method.limits),
)


def chosen_parts(ids: Sequence[str] = ()) -> tuple[ReportPart, ...]:
    """These parts in the report's own order, all when none is named; raises BadRequest that lists them."""
    known = {part.id for part in PARTS}
    unknown_ids = [one for one in ids if one not in known]
    if unknown_ids:
        listed = "  ".join(tr("{id}（{title}）", id=part.id, title=part.title()) for part in PARTS)
        raise BadRequest(tr("报告没有“{name}”这一部分。", name=unknown_ids[0][:40]), tr("可用的部分：{parts}", parts=listed))
    return tuple(part for part in PARTS if not ids or part.id in ids)


def write_parts(matter: Matter, parts: Sequence[ReportPart]) -> tuple[WrittenPart, ...]:
    """The content of those parts that have any."""
    written = (WrittenPart(part.id, part.title(), tuple(part.content(matter))) for part in parts)
    return tuple(part for part in written if part.blocks)
