"""What a command says of a terrain that was read."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from gisapp.domain.river_level import CM
from gisapp.language import tr
from gisapp.services.hazards.read_terrain import TerrainImport, describe_terrain


def terrain_json(found: TerrainImport) -> dict[str, object]:
    """The keys of a terrain that was read."""
    heights = found.terrain.heights()
    rows, columns = heights.shape
    return {
        "source": found.terrain.source,
        "rows": rows,
        "columns": columns,
        "cell_m": found.terrain.cell_m,
        "step_m": found.terrain.unit_cm / CM,
        "lowest_m": round(float(np.nanmin(heights)), 2),
        "highest_m": round(float(np.nanmax(heights)), 2),
        "without_height": int(np.isnan(heights).sum()),
        "told": list(found.told),
        "entry": found.change.entry if found.change else None,
    }


def terrain_lines(found: TerrainImport) -> Iterator[str]:
    """The same in sentences."""
    facts = terrain_json(found)
    yield tr("{source}：{rows} x {columns} 个像元，高程 {lowest_m} 至 {highest_m} 米，{without_height:,} 个没有高程。",
             **{key: facts[key] for key in ("source", "rows", "columns", "lowest_m", "highest_m", "without_height")})  # fmt: skip
    yield describe_terrain(found.terrain)
    yield from (tr("  提醒：{reason}", reason=one) for one in found.told)
    if found.change is None:
        yield tr("没有写入。")
