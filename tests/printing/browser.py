"""A page in headless Chromium with the network blocked: what it became, and what the browser logged."""

from __future__ import annotations

import subprocess
from html.parser import HTMLParser
from pathlib import Path

from tests.printing.conftest import tool

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND", "--virtual-time-budget=8000",
    "--run-all-compositor-stages-before-draw", "--window-size=1200,800", "--enable-logging=stderr",
)  # fmt: skip
STARTS = 3
"""A browser that starts on a busy machine may hand over the page before it drew a first frame: then it is started anew."""


class Body(HTMLParser):
    """The attributes of the body of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.attributes: dict[str, str | None] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "body":
            self.attributes = dict(attrs)


def opened(page: Path, profile: Path) -> tuple[str, str]:
    """(the page after its script ran in a browser without any network, what the browser logged)."""
    words = [tool("chromium"), *FLAGS, f"--user-data-dir={profile}", "--dump-dom", page.as_uri()]
    for _ in range(STARTS):
        done = subprocess.run(words, capture_output=True, check=True, timeout=120)
        if "data-drawn" in Body(done.stdout.decode("utf-8")).attributes:
            break
    return done.stdout.decode("utf-8"), done.stderr.decode("utf-8", "replace")
