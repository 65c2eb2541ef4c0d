"""The safe sites' part of the situation report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from gisapp.domain.safe_site import AllocationQuestion
from gisapp.export.situation.blocks import Block, TableBlock, Words
from gisapp.export.situation.matter import Matter
from gisapp.export.situation.sites import sites
from gisapp.export.stored_run import stored_run
from gisapp.services.runs.find_affected import find_affected
from gisapp.services.safe_sites.allocate_sites import allocate_sites
from gisapp.services.safe_sites.save_safe_site import change_safe_site
from gisapp.storage.hazards import hazards
from gisapp.storage.safe_sites import safe_sites
from tests.builders import add_hazard, box, opened


def words(blocks: list[Block]) -> list[tuple[str, bool]]:
    return [(block.text, block.is_warning) for block in blocks if isinstance(block, Words)]


def test_room_against_need_families_without_a_place_and_over_full_are_said(county: Path) -> None:
    with opened(county) as db:
        add_hazard(db, box(0, 0, 2_000, 4_000))
        run = find_affected(db, hazards.all_areas(db.conn), who="甲")[0]
        matter = Matter(db.conn, stored_run(db.conn, run.id), 1)
        assert words(list(sites(matter))) == [("可用避险点 1 个，容量 200 人；还没有分配。", False)]
        school = safe_sites.of_ids(db.conn, [1])[1].facts
        change_safe_site(db, 1, replace(school, capacity=4), who="甲")
        allocate_sites(db, run.id, AllocationQuestion(), who="甲")
        found = list(sites(matter))
        assert words(found) == [
            ("可用避险点 1 个，容量 4 人，要安置 6 人：2 人没有地方。", True),
            ("1 户 2 人去自己另一处住房，不占避险点。", False),
            ("2 户没有相通的道路（按直线距离计），请派人带路或派车。", True),
        ]
        used, without = (block for block in found if isinstance(block, TableBlock))
        assert [row.cells for row in used.rows] == [
            ("东社区小学", "东社区", "4", "2", "4", "0", "100", "0", "2"),
            ("合计", "", "", "2", "4", "", "", "0", "2"),
        ]
        assert [row.cells for row in without.rows] == [("西山村", "西山村2组1号", "李四", "2", "没有地方")]
        allocate_sites(db, run.id, AllocationQuestion(most_walk_m=3_000), who="甲")
        assert ("2 户 4 人走不到，要派车。", True) in words(list(sites(matter)))
        change_safe_site(db, 1, replace(school, capacity=3), who="甲")
        assert ("东社区小学超员：容量 3 人，已分配 4 人，超 1 人。", True) in words(list(sites(matter)))
