"""Names are found by their pinyin initials."""

from __future__ import annotations

import pytest

from gisapp.domain.initials import initials_of


@pytest.mark.parametrize(
    ("name", "initials"),
    [("陈小平", "cxp"), ("单小平", "sxp"), ("欧阳 明", "oym"), ("赵六", "zl"), ("Ann 李", "annl"), ("闫龘", "y"), ("", ""), ("阿坐", "az")],
)
def test_initials(name: str, initials: str) -> None:
    assert initials_of(name) == initials
