<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>relocation</name>
    <message>
        <source>{command} 没有“{name}”这一项。</source>
        <translation>{command} has no command "{name}".</translation>
    </message>
    <message>
        <source>没有要改的内容。</source>
        <translation>Nothing is to be changed.</translation>
    </message>
    <message>
        <source>请写新的姓名、电话或单位。</source>
        <translation>Write a new name, phone or unit.</translation>
    </message>
    <message>
        <source>更正联系人：{name}</source>
        <translation>Corrected contact: {name}</translation>
    </message>
    <message>
        <source>更正联系人：{old}改为{new}</source>
        <translation>Corrected contact: {old} is now {new}</translation>
    </message>
    <message>
        <source>电话；change 时写空就去掉。</source>
        <translation>Phone; empty with change takes it away.</translation>
    </message>
    <message>
        <source>{unit}；不改就留空</source>
        <translation>{unit}; empty leaves it</translation>
    </message>
    <message>
        <source>{phone}；不改就留空，写“无”就去掉</source>
        <translation>{phone}; empty leaves it, "none" takes it away</translation>
    </message>
    <message>
        <source>没有电话</source>
        <translation>No phone</translation>
    </message>
    <message>
        <source>岗位和网格不变；可在右下角撤销。</source>
        <translation>Slots and grids stay; undo at the bottom right.</translation>
    </message>
    <message>
        <source>更正联系人</source>
        <translation>Correct a contact</translation>
    </message>
    <message>
        <source>更正姓名、电话、单位…</source>
        <translation>Correct name, phone, unit…</translation>
    </message>
    <message>
        <source>{name}已离任。</source>
        <translation>{name} has left.</translation>
    </message>
    <message>
        <source>{name}自 {day} 起离任。</source>
        <translation>{name} leaves on {day}.</translation>
    </message>
    <message>
        <source>将给 {count} 户分配{name}，自 {day} 起：</source>
        <translation>{count} households would get {name} from {day}:</translation>
    </message>
    <message>
        <source>{name}将自 {day} 起交出 {count} 个岗位、{grids} 个网格。</source>
        <translation>{name} would hand over {count} slots and {grids} grids from {day}.</translation>
    </message>
    <message>
        <source>其中 {count} 户换下现有的联系人。</source>
        <translation>In {count} of them the present contact is replaced.</translation>
    </message>
    <message>
        <source>没有找到，请换几个字。</source>
        <translation>Nothing found; try other words.</translation>
    </message>
    <message>
        <source>{sex} {age}</source>
        <translation>{sex}, {age}</translation>
    </message>
    <message>
        <source>{place}
{flat}</source>
        <translation>{place}
{flat}</translation>
    </message>
    <message>
        <source>{name}　{phone}
{unit}</source>
        <translation>{name}  {phone}
{unit}</translation>
    </message>
    <message>
        <source>{name}（{slot}）</source>
        <translation>{name} ({slot})</translation>
    </message>
    <message>
        <source>{number}（{grid}）</source>
        <translation>{number} ({grid})</translation>
    </message>
    <message>
        <source>{role} · {unit} · {phone}</source>
        <translation>{role} · {unit} · {phone}</translation>
    </message>
    <message>
        <source>{place} {flat}</source>
        <translation>{place}, {flat}</translation>
    </message>
    <message>
        <source>{name}（{marks}）</source>
        <translation>{name} ({marks})</translation>
    </message>
    <message>
        <source>{where} · {day}</source>
        <translation>{where} · {day}</translation>
    </message>
    <message>
        <source>{title} · {about}</source>
        <translation>{title} · {about}</translation>
    </message>
</context>
</TS>
