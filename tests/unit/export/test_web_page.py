from __future__ import annotations

import json

import pytest

from gisapp.export.web_page import AddressLeft, in_html, in_script, packaged, refuse_addresses, self_contained

LEAFLET = '<script src="https://cdn.jsdelivr.net/npm/leaflet@1.9.3/dist/leaflet.js"></script>'
STYLE = '<link rel="stylesheet" href="https://cdn.jsdelivr.net/npm/leaflet@1.9.3/dist/leaflet.css"/>'


def page(head: str = "", body: str = "") -> str:
    return f"<!DOCTYPE html>\n<html>\n<head>{head}</head>\n<body>{body}</body></html>"


def test_packaged_files_take_the_place_of_links() -> None:
    made = self_contained(page(LEAFLET + STYLE))
    assert "cdn.jsdelivr.net" not in made
    assert "L.version" in made or "leaflet" in made
    assert made.index("Content-Security-Policy") < made.index("<script>")
    assert "default-src 'none'" in made


@pytest.mark.parametrize(
    "piece",
    [
        '<script src="https://example.invalid/x.js"></script>',
        '<link rel="stylesheet" href="https://example.invalid/x.css">',
        '<img src="//example.invalid/x.png">',
        "<img src=http://example.invalid/x.png>",
        "<style>a{background:url(https://example.invalid/x.png)}</style>",
        "<style>@import 'https://example.invalid/x.css';</style>",
        "<script>fetch('https://example.invalid/')</script>",
    ],
)
def test_an_unknown_address_is_an_error_when_the_page_is_made(piece: str) -> None:
    with pytest.raises(AddressLeft, match="example|//"):
        self_contained(page(LEAFLET, piece))


def test_packaged_files_name_no_address_but_namespaces() -> None:
    for name in ("leaflet.js", "leaflet.css"):
        text = packaged("leaflet", name)
        refuse_addresses(text)
        assert "sourceMappingURL" not in text
        assert "leafletjs.com" not in text


def test_data_in_a_script_cannot_end_it_and_reads_back_the_same() -> None:
    nasty = {"n": '</script><script>alert("1")\u2028</script>', "u": "https://example.invalid/<!--"}
    text = in_script(nasty)
    assert "<" not in text
    assert "\u2028" not in text
    assert "://" not in text
    assert json.loads(text) == nasty


def test_text_in_html_is_escaped() -> None:
    assert in_html('<b a="1">&\'https://x') == "&lt;b a=&quot;1&quot;&gt;&amp;&#x27;https:&#47;/x"
