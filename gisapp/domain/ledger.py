"""What a ledger can be about, which columns it can have, and by which names people call them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from gisapp import paths
from gisapp.domain.shape_kind import ShapeKind
from gisapp.errors import BadRequest
from gisapp.language import tr

EXAMPLE_MARK = "示例行"
"""A row with a cell that begins so is the template's made-up example: never data, whatever language the screen speaks."""

REASON_TITLE, ROW_TITLE, NOTE_TITLE = "原因", "行号", "说明"
ADDED_HEAD_TITLE = "户主身份证号"
SHAPE_TITLE = "图形WKT"
OWN_TITLES = (REASON_TITLE, ROW_TITLE, NOTE_TITLE, ADDED_HEAD_TITLE, SHAPE_TITLE)
"""Columns that our own sheets add: they do not make another layout, and only the last two are read back."""

_BRACKETED = re.compile(r"[(\[【〔{].*?[)\]】〕}]")
_BRACKETS = re.compile(r"[()\[\]{}【】〔〕]")
_NUMBERED = re.compile(r"^[0-9]{1,2}[.、]")
_NOISE = re.compile(r"[\s*＊★☆:：　\ufeff\u200b]+")
_TRADITIONAL = str.maketrans(
    "戶證號電話聯繫係關與樓棟單現舊點網員崗線經緯鎮區時間齡歲殘搬遷編碼稱標職務開門車機構縣鄉",
    "户证号电话联系系关与楼栋单现旧点网员岗线经纬镇区时间龄岁残搬迁编码称标职务开门车机构县乡",
)  # fmt: skip
_NARROW = str.maketrans({chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {"　": " "})


class LedgerKind(StrEnum):
    """What one row of a ledger speaks of."""

    RESIDENTS = "residents"
    HOUSEHOLDS = "households"
    CONTACTS = "contacts"
    OFFICERS = "officers"
    SLOTS = "slots"
    SAFE_SITES = "safe_sites"
    DAMAGE = "damage"
    DIVISIONS = "divisions"
    GRIDS = "grids"
    HOUSES = "houses"
    SETTLEMENTS = "settlements"
    ROADS = "roads"
    WATERWAYS = "waterways"
    ATTRIBUTES = "attributes"
    INDICATORS = "indicators"

    @property
    def caption(self) -> str:
        titles = (
            tr("人员台账"), tr("户台账"), tr("联系人名册"), tr("网格员名册"), tr("双线岗位名册"), tr("避险点名册"), tr("受损房屋台账"),
            tr("行政区划"), tr("网格"), tr("房屋"), tr("安置点"), tr("道路"), tr("河流"),
            tr("户的附加属性"), tr("指标"),
        )  # fmt: skip
        return titles[tuple(LedgerKind).index(self)]

    @property
    def shape(self) -> ShapeKind | None:
        """What a row looks like on the map; None where a row speaks of no place of its own."""
        return _SHAPES.get(self)

    @property
    def has_template(self) -> bool:
        """Whether an empty spreadsheet of this kind is of use: roads and rivers come as lines of a map only."""
        return self.shape is not ShapeKind.LINE


_SHAPES = MappingProxyType(
    {
        LedgerKind.SAFE_SITES: ShapeKind.POINT,
        LedgerKind.DIVISIONS: ShapeKind.AREA,
        LedgerKind.GRIDS: ShapeKind.AREA,
        LedgerKind.HOUSES: ShapeKind.HOUSE,
        LedgerKind.SETTLEMENTS: ShapeKind.POINT,
        LedgerKind.ROADS: ShapeKind.LINE,
        LedgerKind.WATERWAYS: ShapeKind.LINE,
    }
)
KEPT = "kept"
"""The field of every column that is kept under its own name."""

REMARKS = frozenset({"序号", "编号", "备注", "说明", "备注说明", "情况说明", "填表人", "签字", "签名"})
"""Columns of many a ledger that say nothing of its kind."""

IDENTITY = frozenset({"name", "head_name", "id_number", "head_id", "code", "phone"})
"""Fields that only say who is meant: a list with no others is about what else it holds."""

KEEPING = (LedgerKind.ATTRIBUTES, LedgerKind.INDICATORS)
"""Kinds whose unknown columns are what they are about."""

BASE = (LedgerKind.ROADS, LedgerKind.WATERWAYS)
"""What lies below the county's own things on the map."""


REQUIRED = MappingProxyType(
    {
        LedgerKind.RESIDENTS: (("name",),),
        LedgerKind.HOUSEHOLDS: (("head_name", "code"),),
        LedgerKind.ATTRIBUTES: (("code", "id_number"), (KEPT,)),
        LedgerKind.INDICATORS: (("village", "grid", "code", "id_number"), ("day",), (KEPT,)),
        LedgerKind.CONTACTS: (("name",), ("role",), ("division",)),
        LedgerKind.OFFICERS: (("grid",), ("name",)),
        LedgerKind.SLOTS: (("code", "head_id"), ("role",), ("name",)),
        LedgerKind.SAFE_SITES: (("name",), ("capacity",)),
        LedgerKind.DAMAGE: (("number", "code", "head_id"), ("grade",)),
        LedgerKind.DIVISIONS: (("code", "name"),),
        LedgerKind.GRIDS: (("code", "name"),),
        LedgerKind.HOUSES: (("number", "code", "longitude", "wkt"),),
        LedgerKind.SETTLEMENTS: (("name",),),
        LedgerKind.ROADS: (("wkt",),),
        LedgerKind.WATERWAYS: (("wkt",),),
    }
)
"""Of each group of fields a ledger has one column at least."""

REQUIRED_OF_A_MAP = MappingProxyType({LedgerKind.SAFE_SITES: (("name",),), LedgerKind.SETTLEMENTS: (("name",),)})
"""The same for a layer of a map, whose rows have shapes."""


@dataclass(frozen=True, slots=True)
class LedgerField:
    """A fact that a column can hold: ``names`` are the title of our template and then everybody else's."""

    key: str
    names: tuple[str, ...]

    @property
    def caption(self) -> str:
        return tr(self.names[0])


def kind_from_text(text: str) -> LedgerKind:
    """The kind named by its code; raises BadRequest that lists those there are."""
    wanted = text.strip().lower().replace("-", "_")
    for kind in LedgerKind:
        if wanted in (kind.value, kind.value.removesuffix("s"), kind.caption.lower()):
            return kind
    raise BadRequest(
        tr("不能导入“{text}”类的台账。", text=text),
        tr("可以导入：{kinds}。", kinds="  ".join(f"{kind}（{kind.caption}）" for kind in LedgerKind)),
    )


@cache
def fields_of(kind: LedgerKind) -> tuple[LedgerField, ...]:
    """The fields of a kind in the order of its template, from resources/ledgers/columns.toml."""
    with (paths.resources() / "ledgers" / "columns.toml").open("rb") as file:
        table = tomllib.load(file)[kind.value]
    return tuple(LedgerField(key, tuple(names)) for key, names in table.items())


def caption_of(kind: LedgerKind, key: str) -> str:
    """The title of a field; the key itself for an unknown one."""
    return next((field.caption for field in fields_of(kind) if field.key == key), key)


def field_from_text(kind: LedgerKind, text: str) -> str:
    """The key of the field named by key or by any of its names; raises BadRequest that lists the fields."""
    wanted = plain_title(text)
    for field in fields_of(kind):
        if wanted == field.key or wanted in map(plain_title, field.names) or text.strip() == field.caption:
            return field.key
    known = "  ".join(f"{field.key}（{field.caption}）" for field in fields_of(kind))
    raise BadRequest(tr("没有名为“{text}”的字段。", text=text), tr("可用的字段：{fields}。", fields=known))


@cache
def _by_title(kind: LedgerKind) -> Mapping[str, str]:
    return MappingProxyType({plain_title(name): field.key for field in fields_of(kind) for name in field.names})


def recognised(kind: LedgerKind, title: str) -> str | None:
    """The field that people mean by ``title``: the whole name, else without what stands in brackets; None for an unknown one."""
    known = _by_title(kind)
    whole = _NUMBERED.sub("", plain_title(title))
    bare = _BRACKETED.sub("", whole)
    return known.get(whole) or known.get(bare) or known.get(_BRACKETS.sub("", whole))


@cache
def all_titles() -> frozenset[str]:
    """Every name of every field, plain: what tells a heading from other text."""
    return frozenset(plain_title(name) for kind in LedgerKind for field in fields_of(kind) for name in field.names)


@cache
def plain_title(text: str) -> str:
    """A heading for comparison: narrow, simplified, without spaces, line ends, stars and colons."""
    return _NOISE.sub("", text.translate(_NARROW)).translate(_TRADITIONAL).lower()


def recognised_columns(kind: LedgerKind, titles: Sequence[Sequence[str]], chosen: Mapping[str, str]) -> tuple[str | None, ...]:
    """For each column its field or None; ``titles`` are the names a column goes by, best first; no field twice, KEPT aside.

    ``chosen`` (plain title -> field, "" = leave the column out) goes before what is recognised; of columns with one title the first has it.
    """
    by_hand: list[str | None] = []
    for names in titles:
        wanted = next((chosen[plain_title(name)] for name in names if plain_title(name) in chosen), None)
        by_hand.append("" if wanted and wanted != KEPT and wanted in by_hand else wanted)
    taken = {field for field in by_hand if field}
    found: list[str | None] = []
    for field_by_hand, names in zip(by_hand, titles, strict=True):
        field = field_by_hand if field_by_hand is not None else _first_free(kind, names, taken)
        if field_by_hand is None and field:
            taken.add(field)
        elif field_by_hand is None and kind in KEEPING and names[0] and plain_title(names[0]) not in map(plain_title, OWN_TITLES):
            field = KEPT
        found.append(field or None)
    return tuple(found)


def _first_free(kind: LedgerKind, names: Iterable[str], taken: set[str]) -> str | None:
    fields = (recognised(kind, name) for name in names if name)
    return next((field for field in fields if field and field not in taken), None)
