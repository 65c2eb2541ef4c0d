"""A month's ledger: every person of the county changed, read from a workbook and written; time, and memory of both processes together."""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.benchmarks.figure import Figure, cpu_ms, once_ms

MOST_MS, MOST_MB = 60_000.0, 1_500.0
EVERY_S = 0.03


def ledger(county: Path) -> Iterator[Figure]:
    """On a copy of the county. Memory is known where the system tells it (/proc)."""
    from gisapp.storage.county import county_file

    with tempfile.TemporaryDirectory() as folder, county_file.writing(Path(shutil.copy(county, folder))) as db:
        people = Path(folder) / "人员.xlsx"
        _write_people(db, people)
        with _Memory() as memory:
            took = [0.0]
            cpu = cpu_ms(lambda: took.append(once_ms(lambda: _take_in(db, people))))
        count = db.execute("SELECT count(*) FROM resident WHERE phone LIKE '139%'").fetchone()[0]
        yield Figure(f"{count:,} people changed from .xlsx", took[-1], "ms", 1, budget=MOST_MS, cpu=cpu)
        if memory.peak_mb:
            yield Figure("memory of the import, its reader too", memory.peak_mb, "MB", 1, budget=MOST_MB)


def _take_in(db: Any, path: Path) -> None:
    from gisapp.domain.ledger import LedgerKind
    from gisapp.services.ledger.import_ledger import import_ledger, read_table

    import_ledger(db, read_table(db.conn, path, LedgerKind.RESIDENTS), who="benchmark")


def _write_people(db: Any, path: Path) -> None:
    """Everybody with another phone, as a workbook."""
    from gisapp.export.county_tables import ExportKind
    from gisapp.export.export_kind import export_revealed
    from gisapp.export.export_order import ExportOrder

    with db.atomic():
        kept = db.execute("SELECT id, phone FROM resident").fetchall()
        db.execute("UPDATE resident SET phone = '139' || printf('%08d', id)")
    export_revealed(db, path, ExportOrder(ExportKind.RESIDENTS), who="benchmark", reason="benchmark")
    with db.atomic():
        db.conn.executemany("UPDATE resident SET phone = ? WHERE id = ?", ((phone, person) for person, phone in kept))


class _Memory:
    """The most memory this process and its children hold at one time, in MB; 0 where nobody tells."""

    def __enter__(self) -> _Memory:
        self.peak_mb, self._is_over = 0.0, threading.Event()
        self._watch = threading.Thread(target=self._look, daemon=True)
        self._watch.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._is_over.set()
        self._watch.join()

    def _look(self) -> None:
        while not self._is_over.is_set():
            self.peak_mb = max(self.peak_mb, sum(map(_resident_mb, _family())))
            time.sleep(EVERY_S)


def _family() -> list[int]:
    """This process and those it started."""
    found = [os.getpid()]
    for path in Path(f"/proc/{os.getpid()}/task").glob("*/children"):
        found += map(int, path.read_text().split())
    return found


def _resident_mb(process: int) -> float:
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)
