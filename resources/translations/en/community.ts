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
    <message>
        <source>请选择搬到哪一处房屋：用上下键选，或先写门牌的一部分。</source>
        <translation>Choose which house: with the arrow keys, or write a part of its number first.</translation>
    </message>
    <message>
        <source>门牌的一部分，如 紫云南郡3号楼；下面先列空着的房</source>
        <translation>Part of the number, e.g. 紫云南郡3号楼; vacant flats are listed below</translation>
    </message>
    <message>
        <source>{family}只有一个人，不能分户。</source>
        <translation>{family} has one person only and cannot be split.</translation>
    </message>
    <message>
        <source>这个人搬走请用搬家，并到别的户请用并户。</source>
        <translation>Use “move” when this person moves, “merge” to join another family.</translation>
    </message>
    <message>
        <source>{number}原来的位置上现在登记着{other}。</source>
        <translation>{other} is registered where {number} used to be.</translation>
    </message>
    <message>
        <source>请用搬家，把这户登记到新的房屋。</source>
        <translation>Move the family to its new house instead.</translation>
    </message>
    <message>
        <source>这个镇的搬迁户</source>
        <translation>Families from this town</translation>
    </message>
    <message>
        <source>搬迁来源（按镇，每线户数）</source>
        <translation>Origins (by town, families per line)</translation>
    </message>
    <message>
        <source>用法：{command}</source>
        <translation>Usage: {command}</translation>
    </message>
    <message>
        <source>选项</source>
        <translation>Options</translation>
    </message>
    <message>
        <source>命令</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>参数</source>
        <translation>Arguments</translation>
    </message>
    <message>
        <source>{heading}：</source>
        <translation>{heading}:</translation>
    </message>
    <message>
        <source>[选项]</source>
        <translation>[OPTIONS]</translation>
    </message>
    <message>
        <source>命令 [参数]…</source>
        <translation>COMMAND [ARGS]…</translation>
    </message>
    <message>
        <source>文字</source>
        <translation>TEXT</translation>
    </message>
    <message>
        <source>路径</source>
        <translation>PATH</translation>
    </message>
    <message>
        <source>整数</source>
        <translation>NUMBER</translation>
    </message>
    <message>
        <source>小数</source>
        <translation>DECIMAL</translation>
    </message>
    <message>
        <source>文件夹</source>
        <translation>FOLDER</translation>
    </message>
    <message>
        <source>显示这段说明。</source>
        <translation>Show this page.</translation>
    </message>
    <message>
        <source>显示版本号。</source>
        <translation>Show the version.</translation>
    </message>
    <message>
        <source>默认：{value}</source>
        <translation>default: {value}</translation>
    </message>
    <message>
        <source>必填</source>
        <translation>required</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>FILE</translation>
    </message>
    <message>
        <source>{home}，自 {day}</source>
        <translation>{home}, since {day}</translation>
    </message>
    <message>
        <source>以前</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>{begin} 至 {end}，{role} {home}</source>
        <translation>{begin} to {end}, {role} {home}</translation>
    </message>
    <message>
        <source>更早的 {count} 段见“往来与变动”。</source>
        <translation>{count} earlier stretches are in the timeline.</translation>
    </message>
    <message>
        <source>  {role}（{state}）：{number}，自 {day}</source>
        <translation>  {role} ({state}): {number}, since {day}</translation>
    </message>
    <message>
        <source>  以前 {begin} 至 {end}，{role}（{state}）：{number}</source>
        <translation>  Before, {begin} to {end}, {role} ({state}): {number}</translation>
    </message>
    <message>
        <source>{head}（{code}）：缺岗，补上{new}</source>
        <translation>{head} ({code}): empty, gets {new}</translation>
    </message>
    <message>
        <source>{head}（{code}）：{old}换成{new}</source>
        <translation>{head} ({code}): {new} in place of {old}</translation>
    </message>
    <message>
        <source>{head}（{code}）：{new}不再随网格，改为指定</source>
        <translation>{head} ({code}): {new} no longer as officer of the grid but set by hand</translation>
    </message>
    <message>
        <source>谁会得到这位联系人</source>
        <translation>Who gets this contact</translation>
    </message>
    <message>
        <source>只补缺这个岗的户，不换下现有的联系人</source>
        <translation>Only where this slot is empty; present contacts stay</translation>
    </message>
    <message>
        <source>另有 {count} 户已有这个岗的联系人，不换。</source>
        <translation>{count} families have a contact in this slot already, who stays.</translation>
    </message>
    <message>
        <source>{place}：{over} 人超上限</source>
        <translation>{place}: {over} over the limit</translation>
    </message>
</context>
</TS>
