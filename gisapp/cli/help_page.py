"""The help of a command in the reader's language: click writes the frame of it in English and counts a Chinese sign as one column."""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import east_asian_width

import click

from gisapp.language import tr

_PIECE = re.compile(r"[（“「]*(?:[ -~]+?(?:\s+|(?=[^ -~]|$))|[^ -~])[，。；：、）”」！？]*")
_NO_RANGE = re.compile(r"1<=x<=2147483648(?:; )?")
"""Says of an id only that it is a number."""
WIDEST_FIRST = 34
GAP = 2


class HelpPage(click.HelpFormatter):
    """Headings, places for values and what stands in brackets in words; columns as wide as they look."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, _args(args), prefix or tr("用法：{command}", command=""))

    def write_heading(self, heading: str) -> None:
        known = {"Options": tr("选项"), "Commands": tr("命令"), "Arguments": tr("参数")}
        self.write(f"{'':>{self.current_indent}}{tr('{heading}：', heading=known.get(heading, heading))}\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = WIDEST_FIRST, col_spacing: int = GAP) -> None:
        told = [(_metavar(first), _bracketed(second)) for first, second in rows]
        widest = min(max((columns_of(first) for first, _ in told), default=0), col_max) + col_spacing
        room = max(self.width - widest - self.current_indent, 20)
        for first, second in told:
            lines = wrapped(second, room)
            padding = " " * (widest - columns_of(first))
            begin = f"{first}{padding}" if padding else f"{first}\n{'':>{self.current_indent + widest}}"
            self.write(f"{'':>{self.current_indent}}{begin}{lines[0]}\n".rstrip(" "))
            for line in lines[1:]:
                self.write(f"{'':>{self.current_indent + widest}}{line}\n")


class ReadersContext(click.Context):
    """Writes help pages in the reader's language."""

    formatter_class = HelpPage


def columns_of(text: str) -> int:
    """How many columns of a terminal the text takes: two for a wide sign."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def wrapped(text: str, room: int) -> list[str]:
    """Lines of at most ``room`` columns, broken between words and Chinese signs, never before a stop or after an opening bracket."""
    lines, line = [], ""
    for piece in _PIECE.findall(text):
        if line and columns_of((line + piece).rstrip()) > room:
            lines.append(line.rstrip())
            line, piece = "", piece.lstrip()
        line += piece
    return [*lines, line.rstrip()]


def _args(text: str) -> str:
    known = (("[OPTIONS]", tr("[选项]")), ("COMMAND [ARGS]...", tr("命令 [参数]…")))
    for english, words in known:
        text = text.replace(english, words)
    return text


def _metavar(text: str) -> str:
    known = {
        "TEXT": tr("文字"),
        "PATH": tr("路径"),
        "INTEGER": tr("整数"),
        "FLOAT": tr("小数"),
        "DIRECTORY": tr("文件夹"),
        "FILE": tr("文件"),
    }
    option, space, value = text.partition(" ")
    return f"{option}{space}{known.get(value.removesuffix(' RANGE'), value)}" if option.startswith("-") else text


def _bracketed(text: str) -> str:
    text = text.replace("Show this message and exit.", tr("显示这段说明。")).replace("Show the version and exit.", tr("显示版本号。"))
    text = _NO_RANGE.sub("", text).replace("  []", "")
    text = re.sub(r"\[default: (.*?)(?=[;\]])", lambda found: f"[{tr('默认：{value}', value=found[1])}", text)
    return re.sub(r"(?<=[\[ ])required(?=\])", tr("必填"), text)
