"""What may be dropped onto the window: one spreadsheet, map or folder of photos."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

from gisapp.services.ledger.list_imports import LEDGER_ENDINGS


def ledger_in(data: QMimeData) -> Path | None:
    """The one ledger that is being dragged; None for anything else."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and (files[0].is_dir() or files[0].suffix.lower() in LEDGER_ENDINGS) else None
