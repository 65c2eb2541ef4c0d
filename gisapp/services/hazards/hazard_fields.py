"""Which field of a file means the name, the level, the kind, the source, the time of an area: recognised, asked, remembered."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from gisapp.domain.hazard import HazardLevel, kind_from_text, level_from_text
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.readers.area_rows import AreaLayer
from gisapp.storage.county import settings

SETTING = "hazard_layouts"
MOST_LAYOUTS = 200
SAMPLES = 5
SHORTEST_CUT = 2
NO_FIELD = ""
"""Somebody said that no field means a thing, whatever their names say."""

_ALIASES = (
    ("name", ("name", "名称", "风险区", "风险区名称", "隐患点名称", "预警区域", "mc")),
    ("level", ("level", "等级", "风险等级", "预警等级", "危险等级", "预警级别", "风险级别", "级别", "颜色", "预警颜色", "dj")),
    ("kind", ("kind", "灾种", "类型", "灾害类型", "隐患类型", "zl")),
    ("source", ("source", "来源", "数据来源", "资料来源", "发布单位", "发布部门", "发布机构", "编制单位", "ly")),
    ("valid_from", ("valid_from", "begin", "生效时间", "开始时间", "起始时间", "开始日期", "有效期起", "kssj")),
    ("valid_to", ("valid_to", "end", "失效时间", "结束时间", "截止时间", "结束日期", "有效期止", "jssj")),
)
MEANINGS = tuple(meaning for meaning, _ in _ALIASES)


@dataclass(frozen=True, slots=True)
class FieldChoice:
    """The field that means each thing; None = not said, NO_FIELD = no field does.

    ``levels``: values of the level's field that somebody gave a level to, each once.
    """

    name: str | None = None
    level: str | None = None
    kind: str | None = None
    source: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    levels: tuple[tuple[str, HazardLevel], ...] = ()

    def field_of(self, meaning: str) -> str | None:
        """The field that means ``meaning``."""
        found: str | None = getattr(self, meaning)
        return found


@dataclass(frozen=True, slots=True)
class FieldPreview:
    """One field of a file: some of its values, how many different ones there are, and what it seems to mean."""

    name: str
    samples: tuple[str, ...]
    distinct: int
    means: str


@dataclass(frozen=True, slots=True)
class LevelValue:
    """One value of the level's field, on how many rows it stands, and its level; None when nobody knows."""

    text: str
    count: int
    level: HazardLevel | None


def layout_of(layers: Iterable[AreaLayer]) -> str:
    """What files of one make have in common: the names of their fields."""
    return "|".join(sorted(names_of(layers)))


def names_of(layers: Iterable[AreaLayer]) -> tuple[str, ...]:
    """Every field of the rows, in the file's order."""
    return tuple(dict.fromkeys(field for layer in layers for row in layer.rows for field, _ in row.fields))


def chosen_fields(connection: sqlite3.Connection, layers: Sequence[AreaLayer], asked: FieldChoice) -> FieldChoice:
    """What was asked for, else what was chosen for this layout before, else what the names say.

    Raises BadRequest for a field the file does not have.
    """
    known = names_of(layers)
    for wanted in filter(None, map(asked.field_of, MEANINGS)):
        if wanted not in known:
            raise BadRequest(
                tr("文件里没有字段“{field}”。", field=wanted), tr("文件里的字段：{fields}。", fields="  ".join(sorted(known)) or tr("无"))
            )
    before = _kept(settings.read(connection, SETTING, {}).get(layout_of(layers), {}), known)
    if asked.level not in (None, before.level):
        before = replace(before, levels=())
    return _over(_over(recognised(known), before), asked)


def recognised(names: Sequence[str]) -> FieldChoice:
    """What the names of fields say; a shapefile cuts them after ten bytes."""
    found = {meaning: next((name for alias in aliases for name in names if _is(name, alias)), None) for meaning, aliases in _ALIASES}
    return FieldChoice(**found)  # type: ignore[arg-type]


def ways_to_say(names: Sequence[str], choice: FieldChoice) -> dict[str, tuple[str, ...]]:
    """meaning -> the fields that say it: the chosen one, then those of a usual name, for rows where it is empty; none for NO_FIELD."""
    ways: dict[str, tuple[str, ...]] = {}
    for meaning, aliases in _ALIASES:
        chosen = choice.field_of(meaning)
        usual = [name for alias in aliases for name in names if _is(name, alias)]
        ways[meaning] = () if chosen == NO_FIELD else tuple(dict.fromkeys([*filter(None, [chosen]), *usual]))
    return ways


def remember(connection: sqlite3.Connection, layout: str, choice: FieldChoice) -> None:
    """Keep a choice for the next file of this layout (inside a transaction)."""
    kept = settings.read(connection, SETTING, {})
    chosen: dict[str, Any] = {meaning: own for meaning in MEANINGS if (own := choice.field_of(meaning)) is not None}
    if choice.levels:
        chosen["levels"] = {text: level.value for text, level in choice.levels}
    if not layout or kept.get(layout) == chosen:
        return
    kept.pop(layout, None)
    settings.write(connection, SETTING, dict([*kept.items(), (layout, chosen)][-MOST_LAYOUTS:]))


def preview_fields(layers: Sequence[AreaLayer]) -> tuple[FieldPreview, ...]:
    """Every field with sample values; a field whose values are all levels or kinds is said to mean them."""
    values: dict[str, dict[str, None]] = {name: {} for name in names_of(layers)}
    for field, value in (pair for layer in layers for row in layer.rows for pair in row.fields):
        if value.strip():
            values[field].setdefault(value.strip())
    by_name = {own: meaning for meaning in MEANINGS if (own := recognised(tuple(values)).field_of(meaning))}
    return tuple(
        FieldPreview(field, tuple(found)[:SAMPLES], len(found), by_name.get(field) or _meaning(tuple(found)))
        for field, found in values.items()
    )


def preview_levels(layers: Sequence[AreaLayer], ways: Sequence[str], levels: Mapping[str, HazardLevel]) -> tuple[LevelValue, ...]:
    """What the fields ``ways`` say of the level, each value with its count and level, the most frequent first."""
    said = Counter(said_by(dict(row.fields), ways) for layer in layers for row in layer.rows)
    return tuple(LevelValue(text, count, _level(text, levels)) for text, count in said.most_common() if text)


def said_by(fields: Mapping[str, str], ways: Sequence[str]) -> str:
    """What a row says, in the first of the fields ``ways`` that says anything."""
    return next((value for field in ways if (value := fields.get(field, "").strip())), "")


def _level(text: str, levels: Mapping[str, HazardLevel]) -> HazardLevel | None:
    try:
        return levels.get(text) or level_from_text(text)
    except BadRequest:
        return None


def _meaning(values: Sequence[str]) -> str:
    for meaning, read in (("level", level_from_text), ("kind", kind_from_text)):
        try:
            if values and [read(value) for value in values] and not all(value.isdecimal() for value in values):
                return meaning
        except BadRequest:
            continue
    return ""


def _is(name: str, alias: str) -> bool:
    cut = name.strip().rstrip("\ufffd").lower()
    return cut == alias or (not cut.isascii() and len(cut) > SHORTEST_CUT and alias.startswith(cut))


def _kept(kept: Mapping[str, Any], known: Sequence[str]) -> FieldChoice:
    """A choice as ``remember`` wrote it, as far as the file has its fields."""
    fields = {meaning: kept.get(meaning) for meaning in MEANINGS if kept.get(meaning) in (*known, NO_FIELD)}
    levels = tuple((text, HazardLevel(level)) for text, level in kept.get("levels", {}).items())
    return FieldChoice(**fields, levels=levels)


def _over(below: FieldChoice, above: FieldChoice) -> FieldChoice:
    said = {meaning: field for meaning in MEANINGS if (field := above.field_of(meaning)) is not None}
    return replace(below, **said, levels=tuple({**dict(below.levels), **dict(above.levels)}.items()))
