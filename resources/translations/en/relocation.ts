<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>relocation</name>
    <message>
        <source>{command} 没有“{name}”这一项。</source>
        <translation>{command} has no command "{name}".</translation>
    </message>
</context>
</TS>
