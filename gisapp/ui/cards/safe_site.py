"""The card of a safe site: how full it is, who keeps the key, what must be known before people are sent there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gisapp.domain.masking import masked_phone
from gisapp.domain.safe_site import SiteLoad
from gisapp.language import tr
from gisapp.ui.cards.card import Card


@dataclass(frozen=True, slots=True)
class SiteActions:
    """What the buttons of the card do; the slice connects them."""

    list_families: Callable[[], None]
    allocate: Callable[[], None]
    change: Callable[[], None]
    move: Callable[[], None]
    remove: Callable[[], None]
    sign_in: Callable[[], None]
    reveal: Callable[[], None]


def safe_site_card(load: SiteLoad, run: int | None, actions: SiteActions) -> Card:
    """One safe site; ``run`` is the run whose families were allocated, None = nobody was."""
    site = load.site
    sheet = Card(load.name)
    if site is None:
        sheet.warning(tr("这个避险点已删除，原定 {people} 人要去，请重新分配。", people=f"{load.people:,}"))
        return sheet
    place = tr("{town} · {unit}", town=site.town, unit=site.unit) if site.town and site.unit else site.unit or site.town
    sheet.note(tr("避险点 · {place}", place=place) if place else tr("避险点"))
    _warn(sheet, load)
    sheet.figures(
        (
            (site.facts.capacity, tr("容量（人）"), ""),
            (load.people, tr("已分配（人）"), "danger" if load.is_over else ""),
            (max(load.free, 0), tr("空位"), ""),
            (load.families, tr("已分配（户）"), ""),
        )
    )
    if load.percent is not None:
        sheet.line(tr("占"), tr("{percent}%", percent=load.percent), role="danger" if load.is_over else "")
    if load.arrived:
        sheet.line(tr("已到"), tr("{people} 人（点名）", people=f"{load.arrived:,}"), role="danger" if load.arrived > load.capacity else "")
    sheet.note(tr("按研判第 {run} 号的分配。", run=run) if run is not None else tr("还没有分配。"))
    _keeper(sheet, load)
    _buttons(sheet, load, actions)
    return sheet


def _warn(sheet: Card, load: SiteLoad) -> None:
    if load.is_over:
        values = {"capacity": f"{load.capacity:,}", "people": f"{load.people:,}", "over": f"{-load.free:,}"}
        sheet.warning(tr("超员：容量 {capacity} 人，已分配 {people} 人，{over} 人没有地方。", **values))
    sheet.warning(load.unsafe_ways)
    if load.left_out is not None:
        sheet.warning(tr("{why}：没有安排人来。", why=load.left_out.caption))
    elif load.site is not None and not load.site.facts.is_in_use:
        sheet.warning(tr("没有启用：不会安排人来。"))
    if load.doubt is not None:
        sheet.warning(tr("{why}：请先核实是否安全。", why=load.doubt.caption))


def _keeper(sheet: Card, load: SiteLoad) -> None:
    facts = load.site.facts if load.site else None
    if facts is None:
        return
    if facts.keeper or facts.keeper_phone:
        sheet.section(tr("负责人"))
        sheet.line(tr("姓名"), facts.keeper or "—")
        sheet.line(tr("电话"), masked_phone(facts.keeper_phone) or tr("无电话"))
    if facts.note:
        sheet.section(tr("备注"))
        sheet.note(facts.note)


def _buttons(sheet: Card, load: SiteLoad, actions: SiteActions) -> None:
    if load.families:
        sheet.button(tr("列出来这里的户"), actions.list_families, role="main", icon="table")
        sheet.button(tr("签到表…"), actions.sign_in, icon="print", tip=tr("每户一行，有签到和实到人数栏，存为 PDF 或 Excel"))
    else:
        sheet.button(tr("分配避险点…"), actions.allocate, role="main", icon="forward", tip=tr("把研判的户分到各避险点"))
    entries = [
        (tr("更改…"), "draw", False, actions.change),
        (tr("在地图上移动"), "pan", False, actions.move),
        (tr("删除"), "close", False, actions.remove),
    ]
    if load.site is not None and load.site.facts.keeper_phone:
        entries.append((tr("显示负责人完整电话…"), "phone", True, actions.reveal))
    sheet.menu_button(tr("更多操作"), entries)
