"""Commands that draw make a QGuiApplication; tests of the window in the same run need the larger QApplication."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def window_application(qapp: object) -> None:
    """Have the larger one made first."""
