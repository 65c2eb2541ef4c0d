"""The last export of each county and the columns chosen for each kind: this user's, kept beside the settings, never in the county file."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gisapp import paths
from gisapp.domain.cards import Unit
from gisapp.errors import BadRequest
from gisapp.export.county_tables import ExportKind
from gisapp.export.export_order import ExportOrder, OutCrs
from gisapp.language import tr

MOST_KEPT = 20


@dataclass(frozen=True, slots=True)
class LastExport:
    """Where it went and what it was; a reason is never kept, it is asked for each time."""

    path: Path
    order: ExportOrder
    is_revealed: bool


def keep(county: Path, last: LastExport) -> None:
    """Remember an export that was written; a folder that cannot be written is no reason to stop."""
    found, order = _read(), last.order
    unit = order.unit
    place = None if unit is None else [unit.kind, unit.id, unit.code, unit.name, unit.level]
    entry: dict[str, object] = {
        "path": str(last.path), "kind": order.kind.value, "unit": place, "columns": order.columns, "crs": order.crs.value,
        "is_titled": order.is_titled, "is_revealed": last.is_revealed,
    }  # fmt: skip
    rest = {name: value for name, value in found["last"].items() if name != str(county.resolve())}
    newest = dict(list({str(county.resolve()): entry, **rest}.items())[:MOST_KEPT])
    columns = found["columns"] | {order.kind.value: order.columns}
    with suppress(OSError):
        unfinished = _file().with_suffix(".part")
        unfinished.write_text(json.dumps({"last": newest, "columns": columns}, ensure_ascii=False, indent=1), "utf-8")
        unfinished.replace(_file())


def kept(county: Path) -> LastExport:
    """The last export of this county file; raises BadRequest when there is none."""
    try:
        return _from(_read()["last"][str(county.resolve())])
    except (KeyError, IndexError, TypeError, ValueError):
        raise BadRequest(tr("还没有从这个县文件导出过，没有可以再导出的。"), tr("请先导出一次，之后就能一步再导出。")) from None


def columns_of(kind: ExportKind) -> tuple[str, ...]:
    """The columns chosen last for this kind, by key; () = all."""
    found = _read()["columns"].get(kind.value)
    return tuple(key for key in found if isinstance(key, str)) if isinstance(found, list) else ()


def _from(entry: dict[str, Any]) -> LastExport:
    place = entry["unit"]
    unit = None if place is None else Unit(str(place[0]), int(place[1]), str(place[2]), str(place[3]), str(place[4]), None)
    order = ExportOrder(ExportKind(entry["kind"]), unit, tuple(entry["columns"]), OutCrs(entry["crs"]), bool(entry["is_titled"]))
    return LastExport(Path(entry["path"]), order, bool(entry["is_revealed"]))


def _file() -> Path:
    return paths.user_data() / "exports.json"


def _read() -> dict[str, dict[str, Any]]:
    """What is kept; nothing where it makes no sense."""
    try:
        found = json.loads(_file().read_text("utf-8"))
    except (OSError, ValueError):
        found = None
    parts = found if isinstance(found, dict) else {}
    return {name: part if isinstance(part := parts.get(name), dict) else {} for name in ("last", "columns")}
