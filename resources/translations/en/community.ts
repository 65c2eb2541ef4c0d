<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>community</name>
    <message>
        <source>{unit} {floor}</source>
        <translation>{unit}, {floor}</translation>
    </message>
    <message>
        <source>{figures}
单击：列出这里的户</source>
        <translation>{figures}
Click: list who lives here</translation>
    </message>
    <message>
        <source>安置点 · 楼栋 · 单元 · 楼层 · 齐全率</source>
        <translation>Site · building · unit · floor · complete</translation>
    </message>
    <message>
        <source>看楼栋图</source>
        <translation>Show the building chart</translation>
    </message>
    <message>
        <source>{families} 户，超上限 {over} 户</source>
        <translation>{families} families, {over} over the limit</translation>
    </message>
    <message>
        <source>{families} 户，已到上限</source>
        <translation>{families} families, at the limit</translation>
    </message>
    <message>
        <source>{families} 户，上限 {limit} 户</source>
        <translation>{families} families, limit {limit}</translation>
    </message>
    <message>
        <source>{who}，{load}</source>
        <translation>{who}, {load}</translation>
    </message>
    <message>
        <source>分配后{name}共 {load}。</source>
        <translation>With these {name} has {load}.</translation>
    </message>
    <message>
        <source>交接后{name}共 {load}。</source>
        <translation>After this {name} has {load}.</translation>
    </message>
    <message>
        <source>  交接后{name}共 {load}。</source>
        <translation>  After this {name} has {load}.</translation>
    </message>
</context>
</TS>
