"""Where the norms of minimum needs come from: a public source that was looked up, an estimate, or the county itself.

What was not found in a source is called an estimate wherever it is shown, so that nobody takes a memory for a norm.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from gisapp.domain.need_item import NeedBase, NeedItem
from gisapp.language import said_in_every_language, tr

ESTIMATED = frozenset({"blanket"})
"""Codes of the preset whose figure no source was found for."""


class SourceKind(StrEnum):
    """What a figure rests on."""

    PUBLIC = "public"
    ESTIMATE = "estimate"
    COUNTY = "county"
    UNDECIDED = "undecided"

    @property
    def caption(self) -> str:
        return (tr("公开来源"), tr("估算"), tr("本县修改"), tr("未定"))[tuple(SourceKind).index(self)]


def source_kind(item: NeedItem) -> SourceKind:
    """What the figure of a row rests on: one that differs from the preset's, or names another source, is the county's."""
    preset = {one.code: one for one in preset_needs()}.get(item.code)
    if item.amount is None:
        return SourceKind.UNDECIDED
    if preset is None or _figure(item) != _figure(preset):
        return SourceKind.COUNTY
    if item.source != preset.source and item.source not in said_in_every_language(preset.source):
        return SourceKind.COUNTY
    return SourceKind.ESTIMATE if item.code in ESTIMATED else SourceKind.PUBLIC


def sourced(item: NeedItem) -> str:
    """The source of a row with what it is worth, for a line of text."""
    return tr("{kind}：{source}", kind=source_kind(item).caption, source=item.source)


def _figure(item: NeedItem) -> tuple[object, ...]:
    return item.amount, item.per, item.base, item.is_daily, item.is_whole


def preset_needs() -> tuple[NeedItem, ...]:
    """The table a county starts from; the county's own standard goes before it.

    Water, living space, toilets: The Sphere Handbook, 2018 (WASH chapter, water supply and excreta management; shelter chapter,
    living space). Containers: The Sphere Project, 2011, hygiene items. Grain: the joint circular of the ministries of civil affairs
    and finance and the grain administration after the Yushu earthquake, April 2010, as after Wenchuan 2008. Tents: MZ/T 011.2-2010.
    Medicines: WHO, The Interagency Emergency Health Kit 2017.
    """
    sphere_water = tr("Sphere 手册（2018）供水标准 2.1：每人每天至少 15 升，含饮用")
    drinking = tr("Sphere 手册，基本用水表：饮用和食物每人每天 2.5–3 升，取上限")
    grain = tr("民政部、财政部、国家粮食局联合通知（2010 年 4 月玉树地震，2008 年汶川地震同）：每人每天 500 克粮食")
    blanket = tr("估算：每人一套，没有核对到公开标准")
    tent = tr("Sphere 手册（2018）住所标准 3：每人至少 3.5 ㎡；12 ㎡单帐篷（MZ/T 011.2-2010）可住 3 人；只给没有室内安置的人")
    toilet = tr("Sphere 手册（2018）粪便管理标准 3.2：每 20 人至少一个厕位")
    container = tr("Sphere 手册（2011）卫生用品：每户一个运水、一个存水的 10–20 升容器")
    kit = tr("世界卫生组织机构间应急卫生包（IEHK 2017）：一个基本单元供 1,000 人三个月")
    milk = tr("没有可引用的统一标准：Sphere 婴幼儿喂养标准要求逐个评估，请由卫健部门确定")
    person, household, infant = NeedBase.PERSON, NeedBase.HOUSEHOLD, NeedBase.INFANT
    return (
        NeedItem("drinking", tr("饮用水"), tr("升"), Decimal(3), 1, person, True, False, drinking),
        NeedItem("water", tr("生活用水（含饮用）"), tr("升"), Decimal(15), 1, person, True, False, sphere_water),
        NeedItem("grain", tr("成品粮"), tr("千克"), Decimal("0.5"), 1, person, True, False, grain),
        NeedItem("blanket", tr("毯子和铺盖"), tr("套"), Decimal(1), 1, person, False, True, blanket),
        NeedItem("tent", tr("12 ㎡单帐篷"), tr("顶"), Decimal(1), 3, person, False, True, tent),
        NeedItem("toilet", tr("厕位"), tr("个"), Decimal(1), 20, person, False, True, toilet),
        NeedItem("container", tr("盛水容器"), tr("个"), Decimal(2), 1, household, False, True, container),
        NeedItem("medicine", tr("基本药品"), tr("基本单元"), Decimal(1), 1_000, person, False, False, kit),
        NeedItem("milk", tr("婴儿配方奶"), tr("千克"), None, 1, infant, True, False, milk),
    )
