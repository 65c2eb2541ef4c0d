"""A folium page made self-contained: packaged files take the place of addresses, and the network is forbidden."""

from __future__ import annotations

import re
from functools import cache
from html import escape
from json import dumps
from pathlib import Path
from typing import Any

from gisapp import paths

POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
PACKAGED = (
    ("https://cdn.jsdelivr.net/npm/leaflet@1.9.3/dist/leaflet.js", "leaflet", "leaflet.js"),
    ("https://cdn.jsdelivr.net/npm/leaflet@1.9.3/dist/leaflet.css", "leaflet", "leaflet.css"),
)
NEEDED = frozenset({"leaflet", "leaflet_css"})
"""Names folium gives the files that this page uses; the others serve its markers and popups only."""

LINK = re.compile(r'<script\s+src="([^"]*)"\s*>\s*</script>|<link\s[^>]*href="([^"]*)"[^>]*/?>')
LOADS = re.compile(r"""(?:\b(?:src|href|action|poster|srcset)\s*=\s*["']?|url\(\s*["']?|@import\s+["']?)\s*(?:https?:)?//""", re.IGNORECASE)
ADDRESS = re.compile(r"https?://[^\s\"'<>)\\]+")
NAMES_ONLY = frozenset({"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml"})
"""Namespaces: names that look like addresses and load nothing."""


class AddressLeft(Exception):
    """The page asks for something that is not packaged: a mistake of ours, seen when the page is made."""


def self_contained(page: str) -> str:
    """``page`` with every link replaced by the packaged file, and a policy that forbids the network.

    Raises AddressLeft for an address that is not packaged or any other that could load.
    """
    page = LINK.sub(lambda found: _inlined(found.group(1) or found.group(2)), page)
    head = f'<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    page = page.replace("<head>", head, 1).replace("<html>", '<html lang="zh-CN">', 1)
    refuse_addresses(page)
    return page


def refuse_addresses(page: str) -> None:
    """Raise AddressLeft when ``page`` holds anything that a browser could fetch."""
    left = [found.group() for found in LOADS.finditer(page)]
    left += [address for address in ADDRESS.findall(_code_of(page)) if address not in NAMES_ONLY]
    if left:
        raise AddressLeft(", ".join(sorted(set(left))[:5]))


def in_script(value: Any) -> str:
    """``value`` as JSON that is safe inside a script element: no text of it can end the script or open a tag."""
    text = dumps(value, ensure_ascii=False, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text.replace("://", ":\\u002f/")


def in_html(text: str) -> str:
    """``text`` as the content of an element or a quoted attribute."""
    return escape(text).replace("://", ":&#47;/")


@cache
def template(name: str) -> str:
    """A file of resources/templates."""
    return (paths.resources() / "templates" / name).read_text(encoding="utf-8")


def _code_of(page: str) -> str:
    return page.replace(POLICY, "")


def _inlined(address: str) -> str:
    for known, package, name in PACKAGED:
        if address == known:
            text = packaged(package, name)
            return f"<style>{text}</style>" if name.endswith(".css") else f"<script>{text}</script>"
    raise AddressLeft(address)


@cache
def packaged(package: str, name: str) -> str:
    """A file of an XStatic package without source maps, links home and pictures."""
    from importlib import import_module

    folder = Path(str(import_module(f"xstatic.pkg.{package}").BASE_DIR))
    text = (folder / name).read_text(encoding="utf-8")
    text = re.sub(r"^//# sourceMappingURL=.*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"url\((?!data:)[^)]*\)", "none", text) if name.endswith(".css") else text
    text = re.sub(r"https?://(?!www\.w3\.org/(?:2000/svg|1999/xhtml))[^\s\"'<>)]+", "", text)
    return text.replace("</script", "<\\/script")
