<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>sample</name>
    <message>
        <source>已取消建立示例县，没有留下文件。</source>
        <translation>Making the sample county was cancelled; no file was left behind.</translation>
    </message>
    <message>
        <source>倍数不能是 {times}。</source>
        <translation>The county cannot be made {times} times as large.</translation>
    </message>
    <message>
        <source>请用 1 到 {most} 之间的整数。</source>
        <translation>Use a whole number from 1 to {most}.</translation>
    </message>
</context>
</TS>
