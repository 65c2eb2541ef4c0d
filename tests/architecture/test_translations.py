"""Every sentence for people speaks both languages, and no translation lies about unused."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree

import pytest

from tests.architecture.source_tree import CHECKOUT, PACKAGE, Module, called, modules

ENGLISH = CHECKOUT / "resources" / "translations" / "en"


def tr_calls(root: Path) -> Iterator[tuple[Module, ast.Call]]:
    """Every call of ``tr`` with its module; tr's own definition aside."""
    for module in modules(root):
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and called(node) == "tr" and node.args:
                yield module, node


def sentences(root: Path) -> dict[str, str]:
    """Sentence in the source language -> where it stands."""
    return {
        call.args[0].value: f"{module.place}:{call.lineno}"
        for module, call in tr_calls(root)
        if isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str)
    }


def glued(root: Path) -> list[str]:
    """Calls of tr with a sentence put together from pieces: no translator ever sees it whole."""
    return [
        f"{module.place}:{call.lineno} glues its sentence"
        for module, call in tr_calls(root)
        if isinstance(call.args[0], ast.JoinedStr | ast.BinOp)
    ]


def misfitting_values(root: Path) -> list[str]:
    """Calls of tr whose values are not the places of the sentence."""
    return [
        f"{module.place}:{call.lineno} has places {sorted(places(sentence.value))}, is given {sorted(given)}"
        for module, call in tr_calls(root)
        for sentence in call.args[:1]
        if isinstance(sentence, ast.Constant) and all(keyword.arg for keyword in call.keywords)
        for given in [{keyword.arg or "" for keyword in call.keywords}]
        if given != places(str(sentence.value))
    ]


def constants(root: Path) -> set[str]:
    """All strings in the code: a label may be named in one place and shown through tr in another."""
    return {
        node.value
        for module in modules(root)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def places(sentence: str) -> set[str]:
    """The names in braces."""
    return {name.split(".")[0].split("[")[0] for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def translations(folder: Path) -> dict[str, set[str]]:
    """Source sentence -> its different finished translations over all part files."""
    found: dict[str, set[str]] = defaultdict(set)
    for part in sorted(folder.glob("*.ts")):
        for message in ElementTree.parse(part).getroot().iter("message"):
            translation = message.find("translation")
            is_finished = translation is not None and translation.get("type") is None and translation.text
            found[message.findtext("source", "")] |= {str(translation.text)} if is_finished else set()
    return dict(found)


def test_no_sentence_is_glued_together() -> None:
    assert glued(PACKAGE) == []


def test_every_value_has_its_place_in_the_sentence() -> None:
    assert misfitting_values(PACKAGE) == []


def test_every_sentence_has_an_english_translation() -> None:
    translated = translations(ENGLISH)
    assert {where: text for text, where in sentences(PACKAGE).items() if not translated.get(text)} == {}


def test_translations_keep_the_places_of_their_sentences() -> None:
    assert [
        (source, target) for source, targets in translations(ENGLISH).items() for target in targets if places(source) != places(target)
    ] == []


def test_no_sentence_is_translated_in_two_ways() -> None:
    assert {source: targets for source, targets in translations(ENGLISH).items() if len(targets) > 1} == {}


def test_no_translation_is_orphaned() -> None:
    known = constants(PACKAGE)
    shipped = "".join(
        file.read_text(encoding="utf-8")
        for folder in ("resources", "maps")
        for ending in ("json", "toml")
        for file in (CHECKOUT / folder).rglob(f"*.{ending}")
    )
    assert [source for source in translations(ENGLISH) if source not in known and source not in shipped] == []


@pytest.mark.parametrize(
    ("check", "source"),
    [
        (glued, "tr(f'第 {n} 户')"),
        (glued, "tr('第 ' + str(n) + ' 户')"),
        (misfitting_values, "tr('第 {n} 户', m=1)"),
        (misfitting_values, "language.tr('第 {n} 户')"),
        (sentences, "tr('没有译文')"),
    ],
)
def test_a_careless_sentence_is_seen(check: object, source: str, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(source, encoding="utf-8")
    assert callable(check)
    assert check(tmp_path)


def test_unfinished_and_double_translations_are_seen(tmp_path: Path) -> None:
    one = "<message><source>户</source><translation>household</translation></message>"
    two = "<message><source>户</source><translation>family</translation></message>"
    open_ = "<message><source>人</source><translation type='unfinished'>person</translation></message>"
    (tmp_path / "a.ts").write_text(f"<TS><context>{one}{open_}</context></TS>", encoding="utf-8")
    (tmp_path / "b.ts").write_text(f"<TS><context>{two}</context></TS>", encoding="utf-8")
    assert translations(tmp_path) == {"户": {"household", "family"}, "人": set()}
