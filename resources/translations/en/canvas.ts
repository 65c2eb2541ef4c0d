<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>canvas</name>
    <message>
        <source>北</source>
        <translation>N</translation>
    </message>
    <message>
        <source>地图</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>方向键移动，加减号缩放，Home 键显示全县</source>
        <translation>Arrow keys move, plus and minus zoom, Home shows the whole county</translation>
    </message>
    <message>
        <source>长度：{length}</source>
        <translation>Length: {length}</translation>
    </message>
</context>
</TS>
