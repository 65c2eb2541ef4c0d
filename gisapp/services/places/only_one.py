"""A unit named by what people write: there must be one, and only one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from gisapp.errors import BadRequest
from gisapp.language import tr

T = TypeVar("T")
MOST_NAMED = 8


def the_one(text: str, found: Sequence[tuple[T, str]]) -> T:
    """The only thing found for ``text``, each with its caption; raises BadRequest when there is none or more than one."""
    if not found:
        raise BadRequest(tr("没有代码或名称为“{text}”的单位。", text=text), tr("请写完整的名称或官方代码。"))
    if len(found) > 1:
        names = "  ".join(caption for _thing, caption in found[:MOST_NAMED])
        raise BadRequest(tr("“{text}”不止一个：{names}", text=text, names=names), tr("请改用代码。"))
    return found[0][0]
