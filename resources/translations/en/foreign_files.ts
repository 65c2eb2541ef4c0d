<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>foreign_files</name>
    <message>
        <source>文件读得太久，已停止；请先裁剪到本县范围。</source>
        <translation>Reading took too long and was stopped; please clip the file to the county first.</translation>
    </message>
</context>
</TS>
