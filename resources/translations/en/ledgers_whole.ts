<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
  <context>
    <name>ledgers_whole</name>
    <message><source>县里已有的安置点</source><translation>the county's settlement sites</translation></message>
    <message><source>县里已有的避险点</source><translation>the county's safe sites</translation></message>
    <message><source>县里已有的道路</source><translation>the county's roads</translation></message>
    <message><source>县里已有的河流</source><translation>the county's rivers</translation></message>
    <message><source>文件夹里的全部照片（{count:,} 张）</source><translation>All photos of the folder ({count:,})</translation></message>
    <message><source>有 {count:,} 个图形伸出县界，按 {crs} 换算后都在县内。</source><translation>{count:,} shapes jut out of the county; converted from {crs} all lie within it.</translation></message>
    <message><source>安置房套房</source><translation>flats of settlement sites</translation></message>
    <message><source>道路等级</source><translation>road class</translation></message>
    <message><source>河流等级</source><translation>river class</translation></message>
    <message><source>单元数</source><translation>entrances</translation></message>
    <message><source>层数</source><translation>floors</translation></message>
    <message><source>安置房套房名册</source><translation>flats of settlement sites</translation></message>
    <message><source>长度（公里）</source><translation>length (km)</translation></message>
    <message><source>道路名称</source><translation>road</translation></message>
    <message><source>河流名称</source><translation>river</translation></message>
  </context>
</TS>
