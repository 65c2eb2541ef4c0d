"""How people write a person's relation to the head of the household."""

from __future__ import annotations

from functools import lru_cache

from gisapp.domain.person import Relation, Sex
from gisapp.domain.written import tidy

_WORDS = (
    (Relation.HEAD, "户主 本人 本人或户主 戶主 head"),
    (Relation.SPOUSE, "配偶 妻 妻子 丈夫 夫 爱人 老婆 老公 媳妇 前妻 spouse"),
    (Relation.CHILD, "子女 子 女 儿子 女儿 长子 次子 二子 三子 四子 五子 六子 大儿子 二儿子 小儿子 独生子 独子 养子 继子 其他儿子"
                     " 长女 次女 二女 三女 四女 五女 六女 大女儿 二女儿 小女儿 独生女 独女 养女 继女 其他女儿 养子女 child"),
    (Relation.CHILD_IN_LAW, "儿媳/女婿 儿媳 女婿 儿媳妇 长媳 次媳 大儿媳 二儿媳 上门女婿 婿 child_in_law"),
    (Relation.GRANDCHILD, "孙子女 孙子 孙女 孙 外孙 外孙子 外孙女 孙子、孙女 孙媳 孙媳妇 孙女婿 长孙 次孙 长孙女"
                          " 孙子女或外孙子女 grandchild"),
    (Relation.PARENT, "父母 父 母 父亲 母亲 岳父 岳母 公公 婆婆 公婆 继父 继母 养父 养母 岳父母 其他父母 parent"),
    (Relation.OTHER, "其他 其它 兄 弟 姐 妹 兄弟 姐妹 哥哥 弟弟 姐姐 妹妹 兄弟姐妹 祖父 祖母 祖父母 爷爷 奶奶 外祖父 外祖母 外公 外婆"
                     " 曾孙 曾孙子 曾孙女"
                     " 侄子 侄女 侄儿 外甥 外甥女 伯父 叔父 叔叔 姑母 舅父 嫂 弟媳 弟媳妇 妹夫 姐夫 非亲属 其他亲属 other"),
)  # fmt: skip


@lru_cache(maxsize=1_024)
def read_relation(text: str) -> Relation | None:
    """The relation people mean by 之妻, 长子, 儿媳; None for a word that is not known."""
    word = tidy(text).replace(" ", "").removeprefix("之").removeprefix("户主之").removeprefix("户主的").lower()
    for relation, words in _WORDS:
        if word in words.split():
            return relation
    return None


@lru_cache(maxsize=64)
def read_sex(text: str) -> Sex | None:
    """男 or 女 as people write them; None for anything else."""
    match tidy(text).lower():
        case "男" | "男性" | "m" | "male" | "1":
            return Sex.MALE
        case "女" | "女性" | "f" | "female" | "2":
            return Sex.FEMALE
        case _:
            return None
