"""A roll call written into the small file that another desk merges."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from gisapp.domain.carried_roll_call import ENTRY_KEYS, FORMAT, VERSION, CarriedRollCall, fingerprint
from gisapp.export.replaced_file import replacing


def write_roll_call_file(carried: CarriedRollCall, path: Path) -> int:
    """Write it as JSON and return the number of entries; raises BadFile. No name, phone or ID number of anybody is in it but in notes."""
    data: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "county": carried.county,
        "roll_call": {"uid": carried.uid, "opened_at": carried.opened_at, "opened_by": carried.opened_by},
        "written_at": carried.written_at,
        "written_by": carried.written_by,
        "entries": [_only(asdict(one)) for one in carried.entries],
        "withdrawn": list(carried.withdrawn),
        "run": asdict(carried.run) if carried.run else None,
    }
    with replacing(path) as part:
        part.write_text(json.dumps(data | {"sha256": fingerprint(data)}, ensure_ascii=False, indent=0), "utf-8", newline="\n")
    return len(carried.entries)


def _only(entry: dict[str, Any]) -> dict[str, Any]:
    return {key: entry[key] for key in ENTRY_KEYS} | {"marks": list(entry["marks"])}
