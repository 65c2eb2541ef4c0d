"""What is wanted of an export, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gisapp.domain.cards import Unit
from gisapp.errors import BadRequest
from gisapp.export.county_tables import ExportKind
from gisapp.language import tr


class OutCrs(StrEnum):
    """What coordinates geodata is written in. GCJ-02 is not among them: no file can say that it is so shifted."""

    USUAL = ""
    COUNTY = "county"
    WGS84 = "wgs84"

    @property
    def caption(self) -> str:
        return (tr("按文件类型"), tr("本县坐标系（米）"), tr("WGS-84（经纬度）"))[tuple(OutCrs).index(self)]


def crs_from_text(text: str) -> OutCrs:
    """The CRS of that name; raises BadRequest that lists them."""
    try:
        return OutCrs(text.strip().lower())
    except ValueError:
        what = tr("不能导出成坐标系“{text}”。", text=text)
        raise BadRequest(what, tr("可用：county（本县坐标系）、wgs84。火星坐标（GCJ-02）无法在文件里注明，所以不写。")) from None


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """``unit`` None = the whole county; ``columns`` by key in the order wanted, () = all; ``is_titled``: fields of geodata are called
    as people call them, not as programs do."""

    kind: ExportKind
    unit: Unit | None = None
    columns: tuple[str, ...] = ()
    crs: OutCrs = OutCrs.USUAL
    is_titled: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """``renamed``: (title, what the field is called in the file); ``cut``: texts that were too long for the file."""

    rows: int
    renamed: tuple[tuple[str, str], ...] = ()
    cut: int = 0

    @property
    def told(self) -> str:
        """What the person must know of the file; "" when it says everything."""
        parts = []
        if self.renamed:
            names = tr("、").join(tr("{title} → {field}", title=title, field=field) for title, field in self.renamed)
            parts.append(tr("字段名最多 10 个字节，已缩短：{names}。", names=names))
        if self.cut:
            parts.append(tr("有 {count:,} 处文字超过 254 个字节，只写了前面的部分。", count=self.cut))
        return "\n".join(parts)
