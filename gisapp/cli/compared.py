"""How two hazard runs compared are told: keys of JSON, and lines for a person."""

from __future__ import annotations

from dataclasses import asdict

from gisapp.domain.affected import Tally
from gisapp.language import tr
from gisapp.services.runs.compare_runs import ComparedRow, RunComparison

MOST_SHOWN = 40


def comparison_json(found: RunComparison) -> dict[str, object]:
    """The keys of a comparison."""
    counts = {name: asdict(getattr(found, name)) for name in ("newly", "gone", "changed", "same")}
    return {"first": found.first, "second": found.second, **counts, "families": [_family(row) for row in found.rows]}


def _family(row: ComparedRow) -> dict[str, object]:
    return {"code": row.code, "number": row.number, "before": row.before, "after": row.after, "residents": row.residents}


def comparison_text(found: RunComparison) -> list[str]:
    """The counts, then the first families one by one."""
    captions = ((tr("新进入险区"), found.newly), (tr("不再在险区"), found.gone), (tr("等级变了"), found.changed), (tr("不变"), found.same))
    lines = [_count(caption, tally) for caption, tally in captions]
    for row in found.rows[:MOST_SHOWN]:
        before, after = (level.caption if level else tr("不在") for level in (row.before, row.after))
        lines.append(tr("  {code} {number}：{before} → {after}", code=row.code, number=row.number, before=before, after=after))
    return lines


def _count(caption: str, tally: Tally) -> str:
    return tr("{caption}：{houses:,} 处，{households:,} 户，{residents:,} 人", caption=caption, **asdict(tally))
