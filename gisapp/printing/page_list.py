"""What the PDFs of a folder were made from, in a small file beside them: which batch, after which change, and a digest of each page.

File names and numbers only: no name of a person, no phone. One line a page, added as the page is written, the last one of a name holds.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

LIST_NAME = "页清单.jsonl"


@dataclass(frozen=True, slots=True)
class Batch:
    """What pages are of (``about``, e.g. "map-pages run 3 by grid") and the history's newest entry; ``is_whole``: no page is left out."""

    about: str
    entry: int
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page as it was written: of which batch, after which entry, on which day, and what stood on it."""

    file: str
    about: str
    entry: int
    day: str
    digest: str


def digest_of(*content: object) -> str:
    """The same for the same content; nobody reads the content out of it."""
    return hashlib.sha256(repr(content).encode()).hexdigest()


def made(batch: Batch, name: str, digest: str) -> MadePage:
    """The line of a page written today."""
    return MadePage(name, batch.about, batch.entry, date.today().isoformat(), digest)


def read(folder: Path) -> dict[str, MadePage]:
    """file name -> how it was made; a line that makes no sense is passed over, then its page counts as unknown."""
    found: dict[str, MadePage] = {}
    try:
        lines = (folder / LIST_NAME).read_text("utf-8").splitlines()
    except (OSError, ValueError):
        return found
    for line in lines:
        try:
            page = MadePage(**json.loads(line))
        except (ValueError, TypeError):
            continue
        found[page.file] = page
    return found


def add(folder: Path, page: MadePage) -> None:
    """Note a page; raises OSError."""
    with (folder / LIST_NAME).open("a", encoding="utf-8") as file:
        file.write(json.dumps(asdict(page), ensure_ascii=False) + "\n")
