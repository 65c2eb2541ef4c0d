"""What the commands share that write whole phones and ID numbers: when --reveal and --reason are refused."""

from __future__ import annotations

from gisapp.errors import BadRequest
from gisapp.language import tr


def refuse_unclear_reveal(*, reveal: bool, reason: str) -> None:
    """Raises BadRequest for whole phones without a reason, or a reason without them."""
    if reason and not reveal:
        raise BadRequest(tr("写了 --reason 却没有写 --reveal。"), tr("脱敏的名单不需要原因；要完整电话请加 --reveal。"))
    if reveal and not reason.strip():
        raise BadRequest(tr("不脱敏必须写明原因。"), tr("请用 --reason 写明原因，它会记入历史。"))
