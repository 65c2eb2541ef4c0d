<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>scene</name>
    <message>
        <source>{number} 米</source>
        <translation>{number} m</translation>
    </message>
    <message>
        <source>{number} 公里</source>
        <translation>{number} km</translation>
    </message>
    <message>
        <source>{number} 平方米</source>
        <translation>{number} m²</translation>
    </message>
    <message>
        <source>{number} 公顷</source>
        <translation>{number} ha</translation>
    </message>
    <message>
        <source>{number} 平方公里</source>
        <translation>{number} km²</translation>
    </message>
    <message>
        <source>{low} {unit}及以上</source>
        <translation>{low} {unit} or more</translation>
    </message>
    <message>
        <source>0 {unit}</source>
        <translation>0 {unit}</translation>
    </message>
    <message>
        <source>{low} {unit}</source>
        <translation>{low} {unit}</translation>
    </message>
    <message>
        <source>{low}–{high} {unit}</source>
        <translation>{low}–{high} {unit}</translation>
    </message>
    <message>
        <source>没有名为“{name}”的专题。</source>
        <translation>There is no theme named “{name}”.</translation>
    </message>
    <message>
        <source>可用的专题：{names}。</source>
        <translation>Themes to choose from: {names}.</translation>
    </message>
    <message>
        <source>{layer} {level}</source>
        <translation>{layer}: {level}</translation>
    </message>
    <message>
        <source>每格户数</source>
        <translation>Households per grid</translation>
    </message>
    <message>
        <source>每格人数</source>
        <translation>Residents per grid</translation>
    </message>
    <message>
        <source>每格搬迁户</source>
        <translation>Relocated households per grid</translation>
    </message>
    <message>
        <source>每格缺岗</source>
        <translation>Missing slots per grid</translation>
    </message>
    <message>
        <source>风险区内住房</source>
        <translation>Homes in hazard areas</translation>
    </message>
    <message>
        <source>户</source>
        <translation>households</translation>
    </message>
    <message>
        <source>人</source>
        <translation>residents</translation>
    </message>
    <message>
        <source>个</source>
        <translation>slots</translation>
    </message>
    <message>
        <source>处</source>
        <translation>homes</translation>
    </message>
    <message>
        <source>房屋</source>
        <translation>Houses</translation>
    </message>
    <message>
        <source>空置</source>
        <translation>Vacant</translation>
    </message>
    <message>
        <source>有人住</source>
        <translation>Lived in</translation>
    </message>
    <message>
        <source>两头跑户</source>
        <translation>Two-ends households</translation>
    </message>
    <message>
        <source>风险区</source>
        <translation>Hazard area</translation>
    </message>
    <message>
        <source>蓝色</source>
        <translation>blue</translation>
    </message>
    <message>
        <source>黄色</source>
        <translation>yellow</translation>
    </message>
    <message>
        <source>橙色</source>
        <translation>orange</translation>
    </message>
    <message>
        <source>红色</source>
        <translation>red</translation>
    </message>
    <message>
        <source>河流</source>
        <translation>Rivers</translation>
    </message>
    <message>
        <source>溪沟</source>
        <translation>Streams</translation>
    </message>
    <message>
        <source>道路</source>
        <translation>Roads</translation>
    </message>
    <message>
        <source>避险点</source>
        <translation>Safe site</translation>
    </message>
    <message>
        <source>安置点</source>
        <translation>Settlement site</translation>
    </message>
</context>
</TS>
