from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from gisapp.export.table import clean
from gisapp.printing.fonts import paper_font
from gisapp.printing.wrap import Wrapper


def test_short_text_is_one_line_and_newlines_are_kept() -> None:
    wrapper = Wrapper(paper_font(9))
    assert wrapper.lines("张三", 200) == ("张三",)
    assert wrapper.lines("张三\n\n李四", 200) == ("张三", "", "李四")
    assert wrapper.lines("", 200) == ("",)


def test_numbers_and_words_break_only_when_they_must() -> None:
    wrapper = Wrapper(paper_font(9))
    assert wrapper.lines("联系人 199****0001", wrapper.width("联系人 199***")) == ("联系人", "199****0001")
    assert len(wrapper.lines("x" * 50, wrapper.width("x" * 20))) == 3


def test_a_closing_mark_does_not_begin_a_line() -> None:
    wrapper = Wrapper(paper_font(9))
    assert wrapper.lines("在外务工（浙江）", wrapper.width("在外务工（浙江")) == ("在外务工（浙", "江）")


def test_what_moves_to_the_next_line_is_broken_again_when_it_is_too_wide_for_it() -> None:
    wrapper = Wrapper(paper_font(9))
    assert wrapper.lines(":MM", wrapper.width(":M")) == (":", "M", "M")


@given(text=st.text(max_size=80), width=st.floats(min_value=1, max_value=120))
@settings(max_examples=150, deadline=None)
def test_no_letter_is_lost_and_no_line_is_too_wide(text: str, width: float) -> None:
    wrapper = Wrapper(paper_font(9))
    lines = wrapper.lines(text, width)
    kept = "".join(lines).replace(" ", "")
    assert kept == clean(text).replace("\t", " ").replace("\n", "").replace(" ", "")
    assert all(wrapper.width(line) <= width or len(line) == 1 for line in lines)
