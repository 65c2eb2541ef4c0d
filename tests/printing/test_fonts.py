from __future__ import annotations

import pytest
from PySide6.QtGui import QFontDatabase, QFontMetricsF

from gisapp.errors import GisappError
from gisapp.printing import fonts


def test_the_font_of_sheets_has_chinese_letters() -> None:
    assert fonts.chinese_family()
    assert QFontMetricsF(fonts.paper_font(9)).inFont("汉")


def test_without_a_chinese_font_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFontDatabase, "families", lambda *_: [])
    with pytest.raises(GisappError, match="没有中文字体") as caught:
        fonts.chinese_family()
    assert "fonts-wqy-microhei" in caught.value.next_step
