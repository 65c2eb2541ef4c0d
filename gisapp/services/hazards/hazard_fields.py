"""Which field of a file means the name, the level, the kind, the time of an area: recognised, asked, remembered."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields, replace

from gisapp.domain.hazard import kind_from_text, level_from_text
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.readers.area_rows import AreaLayer
from gisapp.storage import settings

SETTING = "hazard_layouts"
MOST_LAYOUTS = 200
SAMPLES = 5
SHORTEST_CUT = 2
_ALIASES = (
    ("name", ("name", "名称", "风险区", "风险区名称", "隐患点名称", "预警区域", "mc")),
    ("level", ("level", "等级", "风险等级", "预警等级", "危险等级", "预警级别", "风险级别", "级别", "颜色", "预警颜色", "dj")),
    ("kind", ("kind", "灾种", "类型", "灾害类型", "隐患类型", "zl")),
    ("valid_from", ("valid_from", "begin", "生效时间", "开始时间", "起始时间", "开始日期", "有效期起", "kssj")),
    ("valid_to", ("valid_to", "end", "失效时间", "结束时间", "截止时间", "结束日期", "有效期止", "jssj")),
)


@dataclass(frozen=True, slots=True)
class FieldChoice:
    """The field that means each thing; None = no field does."""

    name: str | None = None
    level: str | None = None
    kind: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None


@dataclass(frozen=True, slots=True)
class FieldPreview:
    """One field of a file: some of its values, how many different ones there are, and what it seems to mean."""

    name: str
    samples: tuple[str, ...]
    distinct: int
    means: str


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
    for field in filter(None, asdict(asked).values()):
        if field not in known:
            raise BadRequest(
                tr("文件里没有字段“{field}”。", field=field), tr("文件里的字段：{fields}。", fields="  ".join(sorted(known)) or tr("无"))
            )
    kept = settings.read(connection, SETTING, {}).get(layout_of(layers), {})
    before = FieldChoice(**{field.name: kept.get(field.name) for field in fields(FieldChoice) if kept.get(field.name) in known})
    return _over(_over(recognised(known), before), asked)


def recognised(names: Sequence[str]) -> FieldChoice:
    """What the names of fields say; a shapefile cuts them after ten bytes."""
    found = {meaning: next((name for alias in aliases for name in names if _is(name, alias)), None) for meaning, aliases in _ALIASES}
    return FieldChoice(**found)


def ways_to_say(names: Sequence[str], choice: FieldChoice) -> dict[str, tuple[str, ...]]:
    """meaning -> the fields that say it: the chosen one, then those of a usual name, for rows where it is empty."""
    usual = {meaning: [name for alias in aliases for name in names if _is(name, alias)] for meaning, aliases in _ALIASES}
    return {meaning: tuple(dict.fromkeys([*filter(None, [getattr(choice, meaning)]), *found])) for meaning, found in usual.items()}


def remember(connection: sqlite3.Connection, layout: str, choice: FieldChoice) -> None:
    """Keep a choice for the next file of this layout (inside a transaction)."""
    kept = settings.read(connection, SETTING, {})
    chosen = {meaning: field for meaning, field in asdict(choice).items() if field}
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
    by_name = {field: meaning for meaning, field in asdict(recognised(tuple(values))).items() if field}
    return tuple(
        FieldPreview(field, tuple(found)[:SAMPLES], len(found), by_name.get(field) or _meaning(tuple(found)))
        for field, found in values.items()
    )


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


def _over(below: FieldChoice, above: FieldChoice) -> FieldChoice:
    return replace(below, **{meaning: field for meaning, field in asdict(above).items() if field})
