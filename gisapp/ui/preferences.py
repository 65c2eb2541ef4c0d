"""What this user likes: recent files, the window's place, language and colours. One small JSON file, never the registry."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from gisapp import paths
from gisapp.language import LANGUAGE_VARIABLE, choose_language

MOST_RECENT = 8


@dataclass(frozen=True, slots=True)
class Preferences:
    """``recent`` newest first; ``geometry`` is Qt's own text (base64), ``panes`` the splitters' sizes, ``cards`` a5 or a4.

    ``report``: the parts of the situation report that are not wanted, separated by blanks.
    """

    recent: tuple[str, ...] = ()
    language: str = ""
    scheme: str = ""
    geometry: str = ""
    panes: str = ""
    cards: str = ""
    report: str = ""

    def with_recent(self, path: Path) -> Preferences:
        """``path`` put first."""
        rest = [name for name in self.recent if name != str(path)]
        return replace(self, recent=(str(path), *rest)[:MOST_RECENT])

    def without_recent(self, path: Path) -> Preferences:
        """``path`` taken out, because it is no longer there."""
        return replace(self, recent=tuple(name for name in self.recent if name != str(path)))


def _file() -> Path:
    return paths.user_data() / "settings.json"


def load() -> Preferences:
    """The kept preferences; defaults for whatever is missing or makes no sense."""
    try:
        found = json.loads(_file().read_text("utf-8"))
    except (OSError, ValueError):
        return Preferences()
    if not isinstance(found, dict):
        return Preferences()
    recent = found.get("recent")
    names = tuple(name for name in recent if isinstance(name, str)) if isinstance(recent, list) else ()
    texts = {
        key: value for key in ("language", "scheme", "geometry", "panes", "cards", "report") if isinstance(value := found.get(key), str)
    }
    return Preferences(recent=names[:MOST_RECENT], **texts)


def speak_as_chosen() -> None:
    """Speak the kept language, unless the environment already says which."""
    chosen = load().language
    if chosen and LANGUAGE_VARIABLE not in os.environ:
        choose_language(chosen)


def keep_card_size(size: str) -> None:
    """Remember how large contact cards are printed."""
    keep(replace(load(), cards=size))


def parts_left_out() -> frozenset[str]:
    """The parts of the situation report that were not wanted last time."""
    return frozenset(load().report.split())


def keep_parts_left_out(parts: Iterable[str]) -> None:
    """Remember which parts of the situation report are not wanted."""
    keep(replace(load(), report=" ".join(parts)))


def keep(preferences: Preferences) -> None:
    """Write them down; a folder that cannot be written is no reason to stop."""
    with suppress(OSError):
        file = _file()
        unfinished = file.with_suffix(".part")
        unfinished.write_text(json.dumps(asdict(preferences), ensure_ascii=False, indent=1), "utf-8")
        unfinished.replace(file)
