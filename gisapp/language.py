"""The reader's language: Chinese is the source, other languages come from Qt translation files.

One road for the window, the command line and paper, so that ranks below Qt speak too:
the Linguist files under ``resources/translations/<language>/*.ts`` are read directly.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from xml.etree import ElementTree

from gisapp import paths

LANGUAGE_VARIABLE = "GISAPP_LANGUAGE"
SOURCE_LANGUAGE = "zh"


def current_language() -> str:
    """``zh`` (the default) or ``en``, as the environment variable GISAPP_LANGUAGE says."""
    return "en" if os.environ.get(LANGUAGE_VARIABLE, "").lower().startswith("en") else SOURCE_LANGUAGE


def choose_language(language: str) -> None:
    """Speak ``language`` from now on in this process and in those it starts."""
    os.environ[LANGUAGE_VARIABLE] = language


def tr(source: str, /, **values: object) -> str:
    """Return ``source`` (Chinese) in the current language with ``values`` put in its {places}.

    A sentence without translation is shown in Chinese rather than not at all.
    """
    language = current_language()
    text = source if language == SOURCE_LANGUAGE else catalogue(language).get(source, source)
    return text.format(**values) if values else text


def said_in_every_language(text: str) -> frozenset[str]:
    """``text``, a sentence of the program in any of its languages, in all of them; anything else alone."""
    pairs = catalogue("en").items()
    found = {text, *(english for source, english in pairs if source == text), *(source for source, english in pairs if english == text)}
    return frozenset(found)


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """All translations of ``language``: source sentence -> translation."""
    found: dict[str, str] = {}
    for part in sorted((paths.resources() / "translations" / language).glob("*.ts")):
        for message in ElementTree.parse(part).getroot().iter("message"):
            source, translation = message.findtext("source"), message.findtext("translation")
            if source and translation:
                found[source] = translation
    return MappingProxyType(found)
