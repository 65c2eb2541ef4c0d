<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
  <context>
    <name>two_desks</name>
    <message><source>户编号相同，但没有户主或房屋可以核对</source><translation>the same household code, but no head or house by which it could be confirmed</translation></message>
    <message><source>户编号相同，但户主不是同一人</source><translation>the same household code, but another head</translation></message>
    <message><source>户编号相同，但不是同一处房屋</source><translation>the same household code, but another house</translation></message>
    <message><source>本机有 {count} 户的户主和房屋都对得上</source><translation>{count} households here fit both head and house</translation></message>
    <message><source>对方有几户都对上本机的同一户</source><translation>several households there fit the same household here</translation></message>
    <message><source>文件没有写明对方点的是哪次研判，无法核对两台的研判是否相同。</source><translation>The file does not say which run was called there, so that it cannot be told whether both desks have the same run.</translation></message>
    <message><source>两台的研判有 {count} 处不同，请核对。</source><translation>The runs of the two desks differ in {count} points; please check.</translation></message>
    <message><source>两台分别导入的户：{code:,} 户按户编号对上，{head:,} 户按户主和房屋对上。</source><translation>Households imported apart: {code:,} recognised by code, {head:,} by head and house.</translation></message>
    <message><source>其中 {count:,} 户不在本机这次研判的名单上，也记下。</source><translation>{count:,} households are not on the list of the run here; they are kept too.</translation></message>
    <message><source>  {what}  本机：{ours}  对方：{theirs}</source><translation>  {what}  here: {ours}  there: {theirs}</translation></message>
    <message><source>研判时间</source><translation>Time of the run</translation></message>
    <message><source>判断规则</source><translation>Rule</translation></message>
    <message><source>险区的判断规则</source><translation>Rule for areas</translation></message>
    <message><source>年龄按哪天算</source><translation>Ages taken on</translation></message>
    <message><source>外扩（米）</source><translation>Buffer (m)</translation></message>
    <message><source>水深分级</source><translation>Depth levels</translation></message>
    <message><source>只算何时有效的</source><translation>Only areas holding at</translation></message>
    <message><source>只有一台问的险区</source><translation>Areas only one desk asked</translation></message>
    <message><source>险区“{name}”</source><translation>Area "{name}"</translation></message>
    <message><source>另有 {count:,} 个</source><translation>{count:,} more</translation></message>
    <message><source>范围不同的险区</source><translation>Areas of another extent</translation></message>
    <message><source>{names}等 {count} 个险区</source><translation>{names} and others, {count} areas</translation></message>
    <message><source>{count:,} 块 {hectares:,.2f} 公顷</source><translation>{count:,} parts, {hectares:,.2f} ha</translation></message>
    <message><source>{houses:,} 房 {families:,} 户 {people:,} 人</source><translation>{houses:,} houses, {families:,} households, {people:,} people</translation></message>
    <message><source>{name}（{level}）</source><translation>{name} ({level})</translation></message>
    <message><source>险区里</source><translation>In the areas</translation></message>
    <message><source>两台的研判不同的地方</source><translation>Differences between the two desks' runs</translation></message>
    <message><source>读取另一台的点名</source><translation>Read the other desk's roll call</translation></message>
  </context>
</TS>
