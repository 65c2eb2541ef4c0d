"""The question as it stands on top of every result: which areas at which levels, by which rule, counted where, at what time."""

from __future__ import annotations

from dataclasses import replace

from gisapp.domain.affected import Question
from gisapp.domain.hazard import AffectedRule, CountedAt, HazardLevel

RED, ORANGE = HazardLevel.RED, HazardLevel.ORANGE
AREAS = Question(("月河", "山洪"), AffectedRule.POINT, CountedAt.HOMES, 20.0, "2026-07-12", levels=((RED, ORANGE), (RED,)))


def test_every_area_is_named_with_its_levels_the_rule_and_the_time() -> None:
    assert AREAS.sentence == (
        "2026-07-12：哪些房屋在“月河”（红色、橙色）、“山洪”（红色）内（外扩 20 米，按房屋点位判断，边界上算在内），"
        "人按在住的住房计。不论有效时间。"
    )
    assert replace(AREAS, at_time="2026-07-12T20:00").sentence.endswith("只算 2026-07-12 20:00 有效的风险区。")


def test_many_areas_are_named_by_the_first_and_their_number() -> None:
    many = replace(AREAS, names=tuple(f"坡{n}" for n in range(5_000)), levels=((RED,),) * 5_000)
    assert "“坡0”（红色）、“坡1”（红色）等 5000 个风险区内" in many.told(2)
    assert len(many.sentence) < 250


def test_areas_and_depths_in_one_question_name_both_rules() -> None:
    both = replace(AREAS, area_rule=AffectedRule.FOOTPRINT, rule=AffectedRule.NEAREST, thresholds=(0.5, 1.0))
    assert "按房屋轮廓判断，碰到即算" in both.sentence
    assert "水深按房屋点位所在像元取值，达到即算。水深0.5 米起橙色、1 米起红色" in both.sentence


def test_rasters_with_steps_of_their_own_are_told_apart() -> None:
    steps = (("东河", (0.5,)), ("西河", (0.2, 0.4, 0.6, 0.8)))
    depths = Question(("东河", "西河"), AffectedRule.BILINEAR, CountedAt.HOMES, 0.0, "2026-07-12", (0.2, 0.4, 0.5, 0.6, 0.8), steps=steps)
    assert "水深（东河）0.5 米起红色；（西河）0.2 米起蓝色、0.4 米起黄色、0.6 米起橙色、0.8 米起红色；" in depths.sentence


def test_a_run_of_an_earlier_program_says_no_more_than_it_knows() -> None:
    old = replace(AREAS, levels=())
    assert "在“月河”、“山洪”内" in old.sentence
    assert "有效" not in old.sentence
