<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
  <context>
    <name>places_in</name>
    <message><source>请用 --crs 写明。像是：{proposals}</source><translation>Please say which with --crs. It looks like: {proposals}</translation></message>
    <message><source>{crs}（{share:.0%} 落在本县）--crs {code}</source><translation>{crs} ({share:.0%} in this county) --crs {code}</translation></message>
    <message><source>按文件说明的坐标系（{crs}），{name}没有一处在本县。</source><translation>Read as the file states ({crs}), nothing of {name} lies in this county.</translation></message>
    <message><source>没有说明坐标系：{name}</source><translation>The coordinates are not stated: {name}</translation></message>
    <message><source>没有一种常用坐标系能让它落在本县，请向对方问明坐标系，再用 --crs 写明。</source><translation>None of the usual coordinates puts it into this county: please ask where it came from, and say with --crs.</translation></message>
    <message><source>{crs}，先北后东（先纬度后经度）</source><translation>{crs}, north before east</translation></message>
    <message><source>与{against}相比，图形整体向{where}偏约 {metres:,.0f} 米，不知道原因。</source><translation>Against {against} everything lies about {metres:,.0f} m to the {where}, for no known reason.</translation></message>
    <message><source>请核对坐标系，用 --crs 写明；要照原样导入请用 --crs {stated}。</source><translation>Please check the coordinates and say which with --crs; to take it as it is, --crs {stated}.</translation></message>
    <message><source>东</source><translation>east</translation></message>
    <message><source>东北</source><translation>north-east</translation></message>
    <message><source>西北</source><translation>north-west</translation></message>
    <message><source>西</source><translation>west</translation></message>
    <message><source>西南</source><translation>south-west</translation></message>
    <message><source>南</source><translation>south</translation></message>
    <message><source>东南</source><translation>south-east</translation></message>
    <message><source>只有 {first:.0%} 的位置在所写的村里；按 {crs} 换算后是 {share:.0%}。</source><translation>Only {first:.0%} of the places lie in the villages they name; converted from {crs}, {share:.0%} do.</translation></message>
    <message><source>要换算请用 --crs {code}；要照原样导入请用 --crs {stated}。</source><translation>To convert it, --crs {code}; to take it as it is, --crs {stated}.</translation></message>
    <message><source>与{against}相比，图形整体向{where}偏约 {metres:,.0f} 米，像是 {crs}。</source><translation>Against {against} everything lies about {metres:,.0f} m to the {where}: it looks like {crs}.</translation></message>
    <message><source>坐标不是数，或超出坐标系的范围</source><translation>the coordinates are no numbers, or beyond what their system can hold</translation></message>
    <message><source>不是线：{kind}</source><translation>no line: {kind}</translation></message>
    <message><source>不是点：{kind}</source><translation>no point: {kind}</translation></message>
    <message><source>不是点，也不是面：{kind}</source><translation>neither a point nor an area: {kind}</translation></message>
    <message><source>面没有面积</source><translation>the area has no size</translation></message>
    <message><source>面取其中的一点</source><translation>a point within the area is taken</translation></message>
    <message><source>一行有 {count} 个点</source><translation>{count} points in one row</translation></message>
    <message><source>闭合的线按面读取</source><translation>a closed line, read as an area</translation></message>
    <message><source>只取其中的线，别的没有取</source><translation>only its lines are taken, the rest is not</translation></message>
  </context>
</TS>
