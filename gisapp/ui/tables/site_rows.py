"""The lists of safe sites and of families that go to them."""

from __future__ import annotations

from dataclasses import dataclass

from gisapp.domain.masking import masked_phone
from gisapp.domain.safe_site import PlacedFamily, SiteLoad, WalkBasis
from gisapp.language import tr
from gisapp.ui.tables.rows import Column


@dataclass(frozen=True, slots=True)
class SiteRow:
    """A safe site as a line of a list; ``site_id`` is its number."""

    site_id: int
    load: SiteLoad


def site_columns() -> tuple[Column, ...]:
    """Safe sites with who goes there."""
    return (
        Column(tr("避险点"), lambda row: row.load.name, 11, tint=_tint),
        Column(tr("状态"), lambda row: site_state(row.load), 9, order=lambda row: (not row.load.is_over, row.load.free), tint=_tint),
        _number(tr("容量"), lambda load: load.capacity),
        _number(tr("已分配"), lambda load: load.people),
        _number(tr("户"), lambda load: load.families),
        Column(tr("占 %"), lambda row: _percent(row.load), 4, order=lambda row: row.load.percent or 0, is_number=True, tint=_tint),
        _number(tr("空位"), lambda load: load.free),
        _number(tr("已到"), lambda load: load.arrived),
        _number(tr("穿险区（户）"), lambda load: load.through, 7),
        _number(tr("只有直线（户）"), lambda load: load.straight, 8),
        Column(tr("村/社区"), lambda row: row.load.site.unit if row.load.site else "", 8),
        Column(tr("镇"), lambda row: row.load.site.town if row.load.site else "", 6),
        Column(tr("负责人"), _keeper, 9),
        Column(tr("备注"), lambda row: row.load.site.facts.note if row.load.site else "", 12),
    )


def placed_columns() -> tuple[Column, ...]:
    """Families with where they go, or why to no site."""
    return (
        Column(tr("等级"), lambda row: row.level.caption, 2.6, order=lambda row: row.level.rank, tint=_level_tint),
        Column(tr("户主"), lambda row: row.head, 4.4),
        Column(tr("人数"), lambda row: f"{row.people}", 3, order=lambda row: row.people, is_number=True),
        Column(tr("去哪里"), going, 15, tint=_going_tint),
        Column(tr("距离（米）"), _metres, 5.6, order=lambda row: row.distance_m or 0.0, is_number=True),
        Column(tr("怎样算的"), how, 15, tint=_way_tint),
        Column(tr("门牌"), lambda row: row.number, 14),
        Column(tr("网格"), lambda row: row.grid, 9),
        Column(tr("村/社区"), lambda row: row.village, 7),
        Column(tr("镇"), lambda row: row.town, 5),
        Column(tr("户编号"), lambda row: row.code, 9),
    )


def site_state(load: SiteLoad) -> str:
    """What a person has to know of a site, in words."""
    if load.is_over:
        return tr("超员 {count} 人", count=f"{-load.free:,}")
    if load.site is None:
        return tr("已删除")
    if load.left_out is not None:
        return load.left_out.caption
    if not load.site.facts.is_in_use:
        return tr("没有启用")
    if load.doubt is not None:
        return load.doubt.caption
    return tr("满") if load.people and not load.free else ""


def going(row: PlacedFamily) -> str:
    """Where a family goes, in words."""
    if row.no_site is None:
        return row.site_name
    return tr("{why}（原定{site}）", why=row.no_site.caption, site=row.site_name) if row.site_name else row.no_site.caption


def how(row: PlacedFamily) -> str:
    """What the distance is, whether the family can walk it, and who said so."""
    if row.basis is None:
        return ""
    marks = (row.basis.caption, tr("走不到，要派车") if row.is_too_far else "", tr("手工改的") if row.by_hand else "")
    return tr("；").join(filter(None, marks))


def _number(title: str, value: object, width: float = 4.6) -> Column:
    read = value
    assert callable(read)
    return Column(title, lambda row: f"{read(row.load):,}", width, order=lambda row: read(row.load), is_number=True)


def _percent(load: SiteLoad) -> str:
    return "—" if load.percent is None else f"{load.percent}"


def _keeper(row: SiteRow) -> str:
    site = row.load.site
    return tr("{name} {phone}", name=site.facts.keeper, phone=masked_phone(site.facts.keeper_phone)).strip() if site else ""


def _metres(row: PlacedFamily) -> str:
    return "" if row.distance_m is None else f"{row.distance_m:,.0f}"


def _tint(row: SiteRow) -> str:
    if row.load.is_over:
        return "danger"
    return "muted" if row.load.capacity == 0 or row.load.left_out is not None else ""


def _level_tint(row: PlacedFamily) -> str:
    return "danger" if row.level.rank == 0 else ("warn" if row.level.rank == 1 else "")


def _way_tint(row: PlacedFamily) -> str:
    return "danger" if row.basis is WalkBasis.THROUGH or row.is_too_far else ""


def _going_tint(row: PlacedFamily) -> str:
    return "danger" if row.no_site is not None and row.no_site.is_urgent else ""
