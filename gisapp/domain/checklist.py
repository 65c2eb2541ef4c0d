"""What is to be done in a flood night, by hazard, level and duty: a list to start from, and one run's list with its ticks.

The preset is an example written for this program, no county's plan: it says so wherever it is shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gisapp.domain.hazard import HazardKind, HazardLevel
from gisapp.domain.lines import Duty
from gisapp.language import tr

MOST_TEXT = 500

RunArea = tuple[HazardKind, HazardLevel]


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """Something to do: for a ``kind`` of hazard (None = any) from a ``level`` on (None = any), as part of a duty."""

    code: str
    kind: HazardKind | None
    level: HazardLevel | None
    duty: Duty
    text: str

    def fits(self, areas: Iterable[RunArea]) -> bool:
        """Whether any of a run's areas calls for it."""
        return any(
            (self.kind is None or kind is self.kind) and (self.level is None or level.rank <= self.level.rank) for kind, level in areas
        )

    @property
    def scope(self) -> str:
        """For which hazards it is, in words."""
        kind = tr("各灾种") if self.kind is None else self.kind.caption
        if self.level is None:
            return tr("{kind}，各级", kind=kind)
        return tr("{kind}，{level}及以上", kind=kind, level=self.level.caption)


@dataclass(frozen=True, slots=True)
class RunCheck:
    """One line of a run's list; ``number`` counts from 1. Who did it and when, once it is done."""

    number: int
    item: ChecklistItem
    done_at: str | None = None
    done_by: str | None = None
    note: str = ""

    @property
    def is_done(self) -> bool:
        return self.done_at is not None


@dataclass(frozen=True, slots=True)
class RunChecklist:
    """The list of a run; ``is_kept``: somebody began to work through it, so that later changes of the table leave it alone."""

    run: int
    checks: tuple[RunCheck, ...]
    is_example: bool
    is_kept: bool

    @property
    def done(self) -> int:
        return sum(check.is_done for check in self.checks)

    def of_duty(self, duty: Duty) -> tuple[RunCheck, ...]:
        """The lines of one duty, in order."""
        return tuple(check for check in self.checks if check.item.duty is duty)


def preset_checklist() -> tuple[ChecklistItem, ...]:
    """An example to start from."""
    screening, assistance = Duty.SCREENING, Duty.ASSISTANCE
    orange, red = HazardLevel.ORANGE, HazardLevel.RED
    return (
        ChecklistItem("watch", None, None, screening, tr("定好值班和带班的人，电话畅通，按时报告雨情水情")),
        ChecklistItem("tell", None, None, screening, tr("把预警通知到名单上的每一户，逐户点名登记")),
        ChecklistItem("unreached", None, None, screening, tr("打不通电话的户派人上门，先去没有联系人的户")),
        ChecklistItem("unknown", None, None, screening, tr("没有结论的住房派人去看，结果告诉指挥")),
        ChecklistItem("river", HazardKind.FLOOD, None, screening, tr("派人看河水位和堤坝，涨得快就提前转移")),
        ChecklistItem("gully", HazardKind.FLASH_FLOOD, None, screening, tr("山洪沟口和沟边设人劝返，不让人过沟过桥")),
        ChecklistItem("slope", HazardKind.LANDSLIDE, None, screening, tr("查坡上裂缝、响声、浑水，发现异常立即撤离")),
        ChecklistItem("debris", HazardKind.DEBRIS_FLOW, None, screening, tr("人往沟两侧高处撤，不顺着沟跑")),
        ChecklistItem("rock", HazardKind.COLLAPSE, None, screening, tr("危岩下面的路和房拉警戒，不准停留")),
        ChecklistItem("ground", HazardKind.SUBSIDENCE, None, screening, tr("塌陷处围起来，远离已经开裂的房屋")),
        ChecklistItem("leave", None, orange, screening, tr("名单上的人全部转移到避险点或自己的安全住房")),
        ChecklistItem("close", None, orange, screening, tr("封住险区路口，劝返回家取东西的人")),
        ChecklistItem("second", None, red, screening, tr("转移后再逐户查一遍，确认房里没有人")),
        ChecklistItem("site", None, orange, assistance, tr("打开避险点，备好水、粮、铺盖、照明，进点的人签到")),
        ChecklistItem("weak", None, None, assistance, tr("老人、小孩、残疾、重病、孕妇和独居的人指定专人接送")),
        ChecklistItem("cars", None, orange, assistance, tr("安排车辆和司机，写明哪些户坐哪一趟")),
        ChecklistItem("doctor", None, orange, assistance, tr("请卫生院派人到避险点，带上常用药")),
        ChecklistItem("needs", None, orange, assistance, tr("按物资需求表核对库存，缺的报上一级")),
        ChecklistItem("back", None, None, assistance, tr("预警解除并查看房屋以后，才让人回家")),
        ChecklistItem("damage", None, None, assistance, tr("登记房屋受损，照相，报核查")),
    )
