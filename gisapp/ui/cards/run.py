"""The card of a hazard run: the answer in figures, what must not be overlooked, and what to do with the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gisapp.domain.affected import AffectedRun, Tally
from gisapp.language import tr
from gisapp.ui.cards.card import Card

MOST_NAMES, MOST_HAZARDS = 3, 12


@dataclass(frozen=True, slots=True)
class RunActions:
    """What is done with a run's list."""

    print_list: Callable[[], None]
    export: Callable[[], None]
    web_map: Callable[[], None]


def run_card(run: AffectedRun, actions: RunActions) -> Card:
    """Totals of a run."""
    totals = run.totals
    sheet = Card(short_names(run.question.names))
    sheet.note(run.question.told(MOST_NAMES))
    sheet.note(tr("研判时间 {at}", at=run.at.replace("T", " ")[:16]))
    sheet.figures(
        (
            (totals.total.houses, tr("处住房"), ""),
            (totals.total.households, tr("户"), ""),
            (totals.total.residents, tr("人"), ""),
            (totals.vulnerable.people, tr("重点人员"), ""),
            (totals.empty_origin, tr("空置原住房"), ""),
            (totals.own_safe_home, tr("户另有安全住房"), ""),
            *(((totals.vacant_homes, tr("其他空置住房"), ""),) if totals.vacant_homes else ()),
            *(((totals.unknown, tr("处没有结论"), "danger"),) if totals.unknown else ()),
        )
    )
    _warn(sheet, run)
    if totals.without_contact:
        sheet.warning(tr("没有联系人电话的 {count} 户排在最前", count=f"{totals.without_contact:,}"))
    elif totals.total.households:
        sheet.step(tr("每一户都有可联系的人，按名单逐户通知。"))
    else:
        sheet.step(tr("范围内没有住户，无需通知。"))
    _levels(sheet, run)
    _vulnerable(sheet, run)
    if len(totals.by_hazard) > 1:
        _hazards(sheet, run)
    if run.question.buffer_m:
        sheet.line(tr("只因外扩"), _tally(totals.only_by_buffer))
    sheet.button(tr("打印电话名单"), actions.print_list, role="main", icon="print", tip=tr("存为可打印的 PDF，附地图"))
    sheet.button(tr("导出 Excel"), actions.export, icon="table")
    sheet.button(tr("离线网页地图"), actions.web_map, icon="globe", tip=tr("存为一个网页文件，没有网络也能打开"))
    return sheet


def short_names(names: Sequence[str]) -> str:
    """The names of a run's hazards; many of them by the first and their number."""
    if len(names) <= MOST_NAMES:
        return tr("、").join(names)
    return tr("{name} 等 {count} 个风险区", name=names[0], count=len(names))


def _warn(sheet: Card, run: AffectedRun) -> None:
    """What the figures alone would hide."""
    totals = run.totals
    if totals.unknown:
        sheet.warning(tr("{count} 处住房没有结论：不是安全，请派人查看。", count=f"{totals.unknown:,}"))
    if totals.sleepers_elsewhere:
        sheet.warning(tr("另有 {count} 人睡在险区而自家不在名单上，请改“人按现住何处计”再研判。", count=f"{totals.sleepers_elsewhere:,}"))
    if run.question.expired:
        sheet.warning(tr("{count} 个风险区当时不在有效期内，也计入了。", count=len(run.question.expired)))
    if run.question.left_out:
        sheet.warning(tr("{count} 个风险区届时无效，没有计入。", count=len(run.question.left_out)))


def _levels(sheet: Card, run: AffectedRun) -> None:
    sheet.section(tr("按等级"))
    for level, tally in run.totals.by_level:
        if tally.houses:
            sheet.line(level.caption, _tally(tally), role="danger" if level.rank == 0 else "")


def _vulnerable(sheet: Card, run: AffectedRun) -> None:
    weak = run.totals.vulnerable
    captions = (
        (tr("65岁及以上"), weak.elderly),
        (tr("6岁以下"), weak.children),
        (tr("残疾"), weak.disabled),
        (tr("重病"), weak.ill),
        (tr("孕妇"), weak.pregnant),
        (tr("独居"), weak.alone),
    )
    sheet.section(tr("重点人员（一人可有多项）"))
    for caption, count in captions:
        if count:
            sheet.line(caption, tr("{count} 人", count=f"{count:,}"))


def _hazards(sheet: Card, run: AffectedRun) -> None:
    sheet.section(tr("按风险区（重叠处各计一次）"))
    for name, tally in run.totals.by_hazard[:MOST_HAZARDS]:
        sheet.line(name, _tally(tally))
    sheet.section(tr("恰好在（各类相加等于合计）"))
    for names, tally in run.totals.combinations[:MOST_HAZARDS]:
        sheet.line(tr("只在{name}", name=names[0]) if len(names) == 1 else tr("、").join(names), _tally(tally))
    if len(run.totals.combinations) > MOST_HAZARDS:
        sheet.note(tr("另有 {count} 类，见导出的汇总表。", count=len(run.totals.combinations) - MOST_HAZARDS))
    sheet.line(tr("两个以上"), _tally(run.totals.both))


def _tally(tally: Tally) -> str:
    return tr(
        "{houses} 处 · {households} 户 · {people} 人",
        houses=f"{tally.houses:,}",
        households=f"{tally.households:,}",
        people=f"{tally.residents:,}",
    )
