"""Help pages fit a terminal: wide signs take two columns, and no line begins with a stop."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gisapp.cli.help_page import columns_of, wrapped

WORDS = st.text("abc-= 甲乙丙，。（）：", min_size=1, max_size=80)


@given(text=WORDS, room=st.integers(20, 60))
def test_nothing_is_lost_and_no_line_is_wider_than_there_is_room(text: str, room: int) -> None:
    lines = wrapped(text, room)
    assert "".join("".join(lines).split()) == "".join(text.split())
    widest = max((columns_of(word) for word in text.replace("甲", " ").split()), default=0)
    assert all(columns_of(line) <= max(room, widest) for line in lines)


def test_lines_break_between_chinese_signs_and_before_no_stop() -> None:
    assert wrapped("电话名单一页，其余没有。", 12) == ["电话名单一", "页，其余没", "有。"]
    assert wrapped("写成 site=紫云南郡（见 --help）", 16) == ["写成 site=紫云南", "郡（见 --help）"]
