"""The columns of the flood workspace's lists beside the call list."""

from __future__ import annotations

from gisapp.domain.hazard import HazardLevel
from gisapp.language import tr
from gisapp.services.runs.compare_runs import ComparedRow
from gisapp.storage.runs.stored_runs import StoredRun
from gisapp.ui.tables.rows import Column


def property_columns(number: str) -> tuple[Column, ...]:
    """Homes in danger where nobody is to be woken; ``number`` says which."""
    return (
        Column(tr("等级"), lambda row: row.level.caption, 2.6, order=lambda row: row.level.rank, tint=_level_tint),
        Column(tr("网格"), lambda row: row.grid, 9, order=lambda row: row.grid_code),
        Column(number, lambda row: row.number, 15),
        Column(tr("户主"), lambda row: row.head, 4),
        Column(tr("户电话"), lambda row: row.phone or tr("无电话"), 7),
        Column(tr("现住"), lambda row: row.lives_at, 18),
        Column(tr("搬迁户"), _moved, 5),
        Column(tr("社区主责"), _community, 10),
    )


def own_home_columns() -> tuple[Column, ...]:
    """Families that go to another home of their own."""
    return (
        Column(tr("等级"), lambda row: row.level.caption, 2.6, order=lambda row: row.level.rank, tint=_level_tint),
        Column(tr("网格"), lambda row: row.grid, 9, order=lambda row: row.grid_code),
        Column(tr("户主"), lambda row: row.head, 4),
        Column(tr("户电话"), lambda row: row.phone or tr("无电话"), 7),
        Column(tr("人数"), lambda row: str(row.residents), 2.6, order=lambda row: row.residents, is_number=True),
        Column(tr("险区里的住房"), lambda row: row.number, 15),
        Column(tr("去自己的住房"), lambda row: row.own_home, 16),
        Column(tr("今晚住"), lambda row: row.sleeping, 18),
    )


def unknown_columns() -> tuple[Column, ...]:
    """Houses without a conclusion."""
    return (
        Column(tr("镇"), lambda row: row.town, 5),
        Column(tr("村/社区"), lambda row: row.village, 7),
        Column(tr("网格"), lambda row: row.grid, 9),
        Column(tr("门牌"), lambda row: row.number, 15),
        Column(tr("户主"), lambda row: row.head, 4),
        Column(tr("人数"), lambda row: str(row.residents), 2.6, order=lambda row: row.residents, is_number=True),
        Column(tr("原因"), lambda row: row.reason, 10),
    )


def kept_run_columns() -> tuple[Column, ...]:
    """Runs of earlier hours."""
    return (
        Column(tr("号"), lambda row: str(row.id), 2.6, order=lambda row: row.id, is_number=True),
        Column(tr("时间"), lambda row: row.at.replace("T", " ")[:16], 8),
        Column(tr("谁"), lambda row: row.who, 5),
        Column(tr("风险区"), lambda row: tr("、").join(row.question["names"][:20]), 14),
        Column(tr("人按"), _counted, 6),
        Column(tr("外扩"), lambda row: tr("{metres:g} 米", metres=row.question["buffer_m"]), 4, order=lambda row: row.question["buffer_m"]),
        *(
            Column(caption, lambda row, key=key: f"{_total(row, key):,}", 4, order=lambda row, key=key: _total(row, key), is_number=True)  # type: ignore[misc]
            for caption, key in ((tr("住房"), "houses"), (tr("户"), "households"), (tr("人"), "residents"))
        ),
    )


def compared_columns() -> tuple[Column, ...]:
    """Families that two runs do not agree on."""
    return (
        Column(tr("变化"), _change, 6, order=_change_order, tint=lambda row: "danger" if row.before is None else ""),
        Column(tr("户主"), lambda row: row.head, 4),
        Column(tr("门牌"), lambda row: row.number, 16),
        Column(tr("先前"), lambda row: _level(row.before), 4),
        Column(tr("后来"), lambda row: _level(row.after), 4),
        Column(tr("人数"), lambda row: str(row.residents), 2.6, order=lambda row: row.residents, is_number=True),
        Column(tr("户编号"), lambda row: row.code, 9),
    )


def _level_tint(row: object) -> str:
    rank = getattr(row, "level", HazardLevel.BLUE).rank
    return "danger" if rank == 0 else ("warn" if rank == 1 else "")


def _moved(row: object) -> str:
    if not getattr(row, "is_relocated", False):
        return ""
    return tr("在原住房") if getattr(row, "is_origin", False) else tr("是")


def _community(row: object) -> str:
    lead = getattr(row, "community_lead", None)
    return tr("{name} {phone}", name=lead.name, phone=lead.phone).strip() if lead else ""


def _counted(row: StoredRun) -> str:
    return tr("现住何处") if row.question["counted_at"] == "sleeping" else tr("在住的住房")


def _total(row: StoredRun, key: str) -> int:
    return int(row.totals["total"][key])


def _level(level: HazardLevel | None) -> str:
    return level.caption if level else tr("不在")


def _change(row: ComparedRow) -> str:
    return (tr("新进入险区"), tr("等级变了"), tr("不再在险区"))[_change_order(row)]


def _change_order(row: ComparedRow) -> int:
    return 0 if row.before is None else (2 if row.after is None else 1)
