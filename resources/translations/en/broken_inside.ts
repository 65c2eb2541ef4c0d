<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
  <context>
    <name>broken_inside</name>
    <message><source>请用“从备份恢复”换回最近的备份：{copy}。</source><translation>Please restore the newest backup: {copy}.</translation></message>
    <message><source>请改用备份：欢迎页的“从备份恢复”，或从另一台电脑重新复制。</source><translation>Please use a backup (“Restore a backup” on the welcome page), or copy the file again from another computer.</translation></message>
    <message><source>县文件内部已损坏（{what}），没有写入任何内容：{path}</source><translation>The county file is damaged inside ({what}); nothing was written: {path}</translation></message>
    <message><source>表 {tables} 里有不该有的值</source><translation>values in {tables} that must not be there</translation></message>
    <message><source>有读不出来的数据页</source><translation>pages that cannot be read</translation></message>
    <message><source>缺少{parts}</source><translation>missing: {parts}</translation></message>
    <message><source>表 {name}</source><translation>table {name}</translation></message>
    <message><source>列 {table}.{name}</source><translation>column {table}.{name}</translation></message>
    <message><source>表 {table} 第 {row} 行指向 {parent} 里没有的一行</source><translation>row {row} of {table} points at a row that {parent} does not have</translation></message>
    <message><source>设置 {key} 读不出来</source><translation>the setting {key} cannot be read</translation></message>
    <message><source>缺少设置 {key}</source><translation>the setting {key} is missing</translation></message>
    <message><source>图层 {table} 有 {count:,} 个图形读不出来</source><translation>{count:,} shapes of the layer {table} cannot be read</translation></message>
    <message><source>等 {count} 处</source><translation> and more, {count} in all</translation></message>
  </context>
</TS>
