"""Names of people who do not exist: common surnames and given names of their generation, with pinyin initials."""

from __future__ import annotations

from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Texts = NDArray[np.str_]

SURNAMES = (
    "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱"
    "夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚单解覃仇查翟"
)  # fmt: skip
"""Falling in number, about as the census ranks them; the last ones are read differently as surnames."""

SURNAME_INITIALS = MappingProxyType(
    {"单": "s", "解": "x", "曾": "z", "仇": "q", "覃": "q", "查": "z", "翟": "z", "区": "o", "朴": "p", "盖": "g", "乐": "y",
     "缪": "m", "冼": "x", "种": "c", "华": "h", "任": "r", "尹": "y", "员": "y", "繁": "p", "折": "s", "召": "s", "黑": "h",
     "秘": "b", "万": "w", "俞": "y", "重": "c", "尉": "w", "宁": "n", "纪": "j", "牟": "m"}
)  # fmt: skip

# (sex 0 male 1 female, generation 0 old 1 middle 2 young) -> first characters, second characters
_GIVEN = (
    (("建国志德文明光永世正洪兴家安福贵长玉春金天万大全忠", "国明华德富贵祥林清荣生平安才发山成财义礼仁和喜顺武"),
     ("建志国小海晓军永伟文红明立春新长宏华少世学家向益安", "军平强勇峰涛刚斌华东辉林波鹏飞明兵涛毅松龙超宁亮刚"),
     ("子浩俊宇博梓泽一嘉家天晨思皓睿文奕铭承景逸云书昊明", "轩宇涵杰豪然辰博航睿泽阳霖熙翔哲凡铭晨钧林安恒昊远")),
    (("秀桂玉春兰淑凤素文国月金翠仁德应远明正美永先家大自", "英兰珍芳梅香莲芝翠秀琴碧华清云菊凤蓉群芬珍莲银荣桂"),
     ("小晓海丽红艳春玉雪文桂秀慧冬明永彩金云燕静亚爱远孝", "芳丽霞敏艳燕红娟玲梅萍静莉琴娜蓉云英霞琼花荣芝菊婷"),
     ("欣雨梓诗思佳雅语可一子若梦依悦紫心艺晨静馨清安沐书", "怡涵萱琪妍彤欣瑶悦宁桐妮轩雯蕊涵然宸琳汐晴婷溪颖月")),
)  # fmt: skip
SINGLE_SHARE = 0.09


def initials_of(name: str) -> str:
    """Pinyin initials in lower case, a surname read as a surname: 单小平 -> sxp."""
    if not name:
        return ""
    return _character_initials(name[:1], SURNAME_INITIALS.get(name[0])) + "".join(_character_initials(c) for c in name[1:])


def _character_initials(character: str, known: str | None = None) -> str:
    from pypinyin import Style, lazy_pinyin

    if known:
        return known
    letters = "".join(lazy_pinyin(character, style=Style.FIRST_LETTER, errors="ignore"))
    return letters.lower()[:1] if letters else ""


def surnames(rng: np.random.Generator, count: int) -> Ints:
    """Numbers into SURNAMES, frequent ones more often."""
    weights = 1.0 / (np.arange(len(SURNAMES)) + 4.0)
    return rng.choice(len(SURNAMES), count, p=weights / weights.sum())


def named(rng: np.random.Generator, surname: Ints, *, is_female: NDArray[np.bool_], born: Ints) -> tuple[Texts, Texts]:
    """(names, initials) for people with a surname number, sex and year of birth."""
    generation = np.where(born < 1965, 0, np.where(born < 1996, 1, 2))
    count = len(surname)
    given, letters = np.empty(count, dtype="<U2"), np.empty(count, dtype="<U2")
    first_pick, second_pick, single = rng.random(count), rng.random(count), rng.random(count) < SINGLE_SHARE
    for sex in (0, 1):
        for age in (0, 1, 2):
            chosen = np.flatnonzero((is_female == bool(sex)) & (generation == age))
            first, second = (np.array(list(part)) for part in _GIVEN[sex][age])
            a = (first_pick[chosen] * len(first)).astype(int)
            b = (second_pick[chosen] * len(second)).astype(int)
            alone = single[chosen]
            given[chosen] = np.where(alone, second[b], np.char.add(first[a], second[b]))
            first_i, second_i = _initials(first), _initials(second)
            letters[chosen] = np.where(alone, second_i[b], np.char.add(first_i[a], second_i[b]))
    family = np.array(list(SURNAMES))
    family_i = np.array([initials_of(name) for name in SURNAMES])
    return np.char.add(family[surname], given), np.char.add(family_i[surname], letters)


def _initials(characters: Texts) -> Texts:
    return np.array([_character_initials(character) for character in characters.tolist()])
