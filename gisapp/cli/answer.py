"""How a command answers: one JSON object for programs, lines of text for people."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import click

_TERMINAL_CODES = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""A name out of somebody's file must not steer the terminal; line breaks and tabs may stay."""


def answer(data: Mapping[str, Any], text: str) -> None:
    """Print ``data`` as one JSON object when --json was given, else ``text``."""
    is_json = bool(click.get_current_context().find_root().obj)
    print(json.dumps(data, ensure_ascii=False) if is_json else _TERMINAL_CODES.sub(" ", text))


@contextmanager
def progress_bar(title: str) -> Iterator[Callable[[int, int], None]]:
    """A callable progress(done, total) that draws a bar on a terminal's standard error and nothing elsewhere."""
    is_terminal = sys.stderr.isatty()

    def progress(done: int, total: int) -> None:
        if is_terminal and total:
            filled = round(30 * done / total)
            print(f"\r{title} [{'#' * filled}{'.' * (30 - filled)}] {done:,}/{total:,}", end="", file=sys.stderr, flush=True)

    yield progress
    if is_terminal:
        print(file=sys.stderr)
