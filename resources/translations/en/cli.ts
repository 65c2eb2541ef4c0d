<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>cli</name>
    <message>
        <source>房屋 {houses:,} 处，{households:,} 户，{residents:,} 人。</source>
        <translation>{houses:,} houses, {households:,} households, {residents:,} people.</translation>
    </message>
    <message>
        <source>  {level}：{houses:,} 处，{households:,} 户，{residents:,} 人</source>
        <translation>  {level}: {houses:,} houses, {households:,} households, {residents:,} people</translation>
    </message>
    <message>
        <source>重点人员 {people:,} 人；空置原住房 {empty:,} 处；另有安全住房 {safe:,} 户；联系不上 {none:,} 户。</source>
        <translation>{people:,} vulnerable people; {empty:,} vacant origin homes; {safe:,} households with a safe home of their own; {none:,} without a contact.</translation>
    </message>
    <message>
        <source>文件中有 {count} 行被修复或拒绝，详见 --json。</source>
        <translation>{count} rows of the file were repaired or refused; see --json.</translation>
    </message>
    <message>
        <source>名单已保存：{path}</source>
        <translation>The list was saved: {path}</translation>
    </message>
    <message>
        <source>水深分级只用于栅格，目前没有可用的栅格。</source>
        <translation>Depth thresholds are for rasters, and there is none.</translation>
    </message>
    <message>
        <source>请去掉 --thresholds。</source>
        <translation>Leave out --thresholds.</translation>
    </message>
    <message>
        <source>研判</source>
        <translation>Hazard run</translation>
    </message>
    <message>
        <source>名单只能写成 .xlsx 或 .pdf：{path}</source>
        <translation>The list can only be written as .xlsx or .pdf: {path}</translation>
    </message>
    <message>
        <source>日期不对：{text}</source>
        <translation>Not a date: {text}</translation>
    </message>
    <message>
        <source>请写成 2026-07-12 的样子。</source>
        <translation>Write it like 2026-07-12.</translation>
    </message>
    <message>
        <source>请写 --where 或 --ids，二选一。</source>
        <translation>Give either --where or --ids.</translation>
    </message>
    <message>
        <source>例如：--where site=紫云南郡，或 --ids 12,13。</source>
        <translation>For example: --where site=紫云南郡, or --ids 12,13.</translation>
    </message>
    <message>
        <source>没有可以分配的户。</source>
        <translation>No household could be assigned.</translation>
    </message>
    <message>
        <source>  未分配 {id}：{reason}</source>
        <translation>  {id} not assigned: {reason}</translation>
    </message>
    <message>
        <source>不是户的编号：{text}</source>
        <translation>Not household numbers: {text}</translation>
    </message>
    <message>
        <source>编号是数字，用逗号分开。</source>
        <translation>They are numbers, separated by commas.</translation>
    </message>
    <message>
        <source>已备份：{path}</source>
        <translation>Backup made: {path}</translation>
    </message>
    <message>
        <source>检查通过。</source>
        <translation>The check found nothing wrong.</translation>
    </message>
    <message>
        <source>发现问题：</source>
        <translation>The check found problems:</translation>
    </message>
    <message>
        <source>写了 --reason 却没有写 --reveal。</source>
        <translation>--reason was given without --reveal.</translation>
    </message>
    <message>
        <source>导出脱敏名单不需要原因；要明文请加 --reveal。</source>
        <translation>A masked list needs no reason; add --reveal for full numbers.</translation>
    </message>
    <message>
        <source>已导出 {rows:,} 行：{path}</source>
        <translation>{rows:,} rows exported: {path}</translation>
    </message>
    <message>
        <source>程序内部出错（{kind}），没有写入任何内容。</source>
        <translation>The program failed inside ({kind}); nothing was written.</translation>
    </message>
    <message>
        <source>请把日志 {path} 发给维护人员。</source>
        <translation>Send the log {path} to the maintainers.</translation>
    </message>
    <message>
        <source>还没有任何操作。</source>
        <translation>Nothing has been done yet.</translation>
    </message>
    <message>
        <source>{name}：{towns} 个镇，{divisions} 个行政单位，{grids} 个网格，{settlements} 个安置点，{houses} 处房屋，{households} 户，{residents} 人，其中搬迁户 {relocated} 户；联系人 {contacts} 人，风险区 {hazards} 个。
坐标系 EPSG:{crs}，结构 {schema}，程序 {version}。</source>
        <translation>{name}: {towns} towns, {divisions} divisions, {grids} grids, {settlements} settlement sites, {houses} houses, {households} households, {residents} people, {relocated} relocated households; {contacts} contacts, {hazards} hazard areas.
CRS EPSG:{crs}, schema {schema}, program {version}.</translation>
    </message>
    <message>
        <source>已取消，没有写入任何内容。</source>
        <translation>Cancelled; nothing was written.</translation>
    </message>
    <message>
        <source>命令写得不对：{detail}</source>
        <translation>The command is not right: {detail}</translation>
    </message>
    <message>
        <source>用 gisapp COMMAND --help 查看写法。</source>
        <translation>See gisapp COMMAND --help.</translation>
    </message>
    <message>
        <source>已新建 {name}：{path}（EPSG:{epsg}）</source>
        <translation>{name} made: {path} (EPSG:{epsg})</translation>
    </message>
    <message>
        <source>已恢复：{path}（原文件另存为 {kept}）</source>
        <translation>Restored: {path} (what stood there is kept as {kept})</translation>
    </message>
    <message>
        <source>已恢复：{path}</source>
        <translation>Restored: {path}</translation>
    </message>
    <message>
        <source>生成示例县</source>
        <translation>Sample county</translation>
    </message>
    <message>
        <source>示例县已生成：{path}
{towns} 个镇，{grids} 个网格，{households} 户，{residents} 人，用时 {seconds:.1f} 秒。</source>
        <translation>Sample county made: {path}
{towns} towns, {grids} grids, {households} households, {residents} people, {seconds:.1f} s.</translation>
    </message>
    <message>
        <source>没有找到“{text}”。</source>
        <translation>Nothing found for “{text}”.</translation>
    </message>
    <message>
        <source>搬迁户 {families:,} 户，六岗齐全 {complete:,} 户。</source>
        <translation>{families:,} relocated households, {complete:,} with all six slots filled.</translation>
    </message>
    <message>
        <source>  缺{slot}：{count:,} 户</source>
        <translation>  {slot} missing: {count:,} households</translation>
    </message>
</context>
</TS>
