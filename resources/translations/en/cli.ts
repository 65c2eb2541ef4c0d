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
        <source>文件中有 {count} 行被修复或拒绝，详见 --json。</source>
        <translation>{count} rows of the file were repaired or refused; see --json.</translation>
    </message>
    <message>
        <source>名单已保存：{path}</source>
        <translation>The list was saved: {path}</translation>
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
    <message>
        <source>用 {command} --help 查看写法。</source>
        <translation>See {command} --help.</translation>
    </message>
    <message>
        <source>没有选项“{name}”。</source>
        <translation>There is no option “{name}”.</translation>
    </message>
    <message>
        <source>选项“{name}”后面要写一个值。</source>
        <translation>The option “{name}” needs a value.</translation>
    </message>
    <message>
        <source>缺少“{name}”。</source>
        <translation>“{name}” is missing.</translation>
    </message>
    <message>
        <source>多余的内容：{words}</source>
        <translation>Too many words: {words}</translation>
    </message>
    <message>
        <source>没有写要做什么。</source>
        <translation>It is not said what to do.</translation>
    </message>
    <message>
        <source>“{name}”只能是：{choices}。</source>
        <translation>“{name}” can only be: {choices}.</translation>
    </message>
    <message>
        <source>“{name}”要填 {low} 到 {high} 之间的整数。</source>
        <translation>“{name}” needs a whole number from {low} to {high}.</translation>
    </message>
    <message>
        <source>“{name}”要填整数。</source>
        <translation>“{name}” needs a whole number.</translation>
    </message>
    <message>
        <source>“{name}”要填数字。</source>
        <translation>“{name}” needs a number.</translation>
    </message>
    <message>
        <source>“{name}”的值不对。</source>
        <translation>The value of “{name}” is not right.</translation>
    </message>
    <message>
        <source>没有命令“{name}”。</source>
        <translation>There is no command “{name}”.</translation>
    </message>
    <message>
        <source>可用的命令：{commands}。</source>
        <translation>The commands are: {commands}.</translation>
    </message>
    <message>
        <source>日志也写不进去：请检查用户文件夹的权限和磁盘空间。</source>
        <translation>The log cannot be written either: check the rights and the free space of your own folder.</translation>
    </message>
    <message>
        <source>网格与搬迁社区：命令行。</source>
        <translation>Grids and relocation communities: the command line.</translation>
    </message>
    <message>
        <source>一个 JSON 对象写到标准输出。</source>
        <translation>Print one JSON object on standard output.</translation>
    </message>
    <message>
        <source>新建空的县文件。</source>
        <translation>Make an empty county file.</translation>
    </message>
    <message>
        <source>生成示例县（全部人员为虚构）。</source>
        <translation>Make the sample county (every person is made up).</translation>
    </message>
    <message>
        <source>县文件里有多少内容。</source>
        <translation>How much the county file holds.</translation>
    </message>
    <message>
        <source>检查文件完整性、网格覆盖、网格员与岗位。</source>
        <translation>Check the file, the coverage by grids, officers and slots.</translation>
    </message>
    <message>
        <source>哪些住房在险区，谁住在那里，该给谁打电话；结果存入县文件。</source>
        <translation>Which homes are in danger, who lives there, whom to call; the answer is stored in the county file.</translation>
    </message>
    <message>
        <source>搬迁户六个岗位是否齐全。</source>
        <translation>Whether the six slots of relocated households are filled.</translation>
    </message>
    <message>
        <source>给一户或多户分配联系人。</source>
        <translation>Assign a contact to one household or to many.</translation>
    </message>
    <message>
        <source>按姓名、拼音首字母、证件尾号、电话、门牌或单位查找。</source>
        <translation>Search by name, pinyin initials, ID tail, phone, house number or unit.</translation>
    </message>
    <message>
        <source>谁在什么时候做了什么，最近的在前。</source>
        <translation>Who did what and when, the latest first.</translation>
    </message>
    <message>
        <source>撤销最近一步。</source>
        <translation>Take the latest step back.</translation>
    </message>
    <message>
        <source>备份县文件；不写位置就放在旁边，保留最近五份。</source>
        <translation>Back up the county file; without DEST beside it, the last five kept.</translation>
    </message>
    <message>
        <source>用备份恢复县文件；原文件先另存一份。</source>
        <translation>Restore the county file from a backup; what stood there is kept.</translation>
    </message>
    <message>
        <source>文件里写等级的字段。</source>
        <translation>The field of the file that says the level.</translation>
    </message>
    <message>
        <source>外扩米数。</source>
        <translation>Metres by which areas are widened.</translation>
    </message>
    <message>
        <source>电话名单：.xlsx 或 .pdf。</source>
        <translation>The call list: .xlsx or .pdf.</translation>
    </message>
    <message>
        <source>LINE/ROLE，如 village/sponsor_cadre。</source>
        <translation>LINE/ROLE, such as village/sponsor_cadre.</translation>
    </message>
    <message>
        <source>联系人编号。</source>
        <translation>Number of the contact.</translation>
    </message>
    <message>
        <source>条件，如 site=紫云南郡 building=3号楼。</source>
        <translation>Conditions, such as site=紫云南郡 building=3号楼.</translation>
    </message>
    <message>
        <source>从哪天起，默认今天。</source>
        <translation>From which day on; today if not given.</translation>
    </message>
    <message>
        <source>原因，记入历史。</source>
        <translation>The reason, kept in the history.</translation>
    </message>
    <message>
        <source>随程序附带边界的县：代码或名称。</source>
        <translation>A county whose outline comes with the program: code or name.</translation>
    </message>
    <message>
        <source>县界文件（GeoJSON、GeoPackage、shapefile、KML）。</source>
        <translation>A file with the outline (GeoJSON, GeoPackage, shapefile, KML).</translation>
    </message>
    <message>
        <source>县名；默认取边界文件的名称。</source>
        <translation>Name of the county; that of the outline file if not given.</translation>
    </message>
    <message>
        <source>EPSG 编号；默认按位置选 CGCS2000 三度带。</source>
        <translation>EPSG number; the CGCS2000 3-degree zone of its place if not given.</translation>
    </message>
    <message>
        <source>走访、需求和住处核对以哪天为今天，默认 2026-07-12。</source>
        <translation>The day visits, needs and checked sleeping places count as today; 2026-07-12 by default.</translation>
    </message>
    <message>
        <source>示例县没有 {day} 的数据。</source>
        <translation>The sample county has no data of {day}.</translation>
    </message>
    <message>
        <source>请写 {first} 或以后的日期。</source>
        <translation>Give {first} or a later day.</translation>
    </message>
    <message>
        <source>同一种子得到同一内容。</source>
        <translation>The same seed gives the same content.</translation>
    </message>
    <message>
        <source>放大倍数。</source>
        <translation>How many times its size.</translation>
    </message>
    <message>
        <source>只看一个单位（代码或名称），或条件，如 site=紫云南郡。</source>
        <translation>One unit only (code or name), or conditions such as site=紫云南郡.</translation>
    </message>
    <message>
        <source>列出缺岗的户。</source>
        <translation>List the households that miss a slot.</translation>
    </message>
    <message>
        <source>画一张地图：.png 图片或 .pdf 图纸。</source>
        <translation>Draw a map: a .png picture or a .pdf sheet.</translation>
    </message>
    <message>
        <source>写一个不联网也能打开的网页地图；不含住户的信息。</source>
        <translation>Write a web map that opens without a network; it holds nothing about families.</translation>
    </message>
    <message>
        <source>走一遍全部流程：全县图、网格卡片、缺岗、电话名单、网页地图。</source>
        <translation>Walk through everything: county picture, a grid's card, slots, call list, web map.</translation>
    </message>
    <message>
        <source>只要一个单位：代码或名称。</source>
        <translation>One unit only: code or name.</translation>
    </message>
    <message>
        <source>不脱敏；必须写原因，会记入历史。</source>
        <translation>Show full numbers; needs a reason, which the history keeps.</translation>
    </message>
    <message>
        <source>不脱敏的原因。</source>
        <translation>Why full numbers are needed.</translation>
    </message>
    <message>
        <source>households、people、relocated、missing_slots 或 hazard_homes。</source>
        <translation>households, people, relocated, missing_slots or hazard_homes.</translation>
    </message>
    <message>
        <source>图片的宽x高（像素）；PDF 写 A4 或 A3。</source>
        <translation>Width x height of the picture in pixels; A4 or A3 for a PDF.</translation>
    </message>
    <message>
        <source>范围（米）：西,南,东,北。</source>
        <translation>Extent in metres: west,south,east,north.</translation>
    </message>
    <message>
        <source>只画一个单位：代码或名称。</source>
        <translation>Draw one unit only: code or name.</translation>
    </message>
    <message>
        <source>只画这些风险区。</source>
        <translation>Draw these hazard areas only.</translation>
    </message>
    <message>
        <source>重点人员 {people:,} 人；空置原住房 {empty:,} 处。</source>
        <translation>{people:,} vulnerable people; {empty:,} vacant origin homes.</translation>
    </message>
    <message>
        <source>另有安全住房 {safe:,} 户；没有联系人电话 {none:,} 户。</source>
        <translation>{safe:,} households have another safe home; {none:,} have no contact with a phone.</translation>
    </message>
    <message>
        <source>网页地图只能写成 .html：{path}</source>
        <translation>A web map is written as .html: {path}</translation>
    </message>
    <message>
        <source>{label}（已撤销）</source>
        <translation>{label} (undone)</translation>
    </message>
    <message>
        <source>原因：{why}</source>
        <translation>Reason: {why}</translation>
    </message>
    <message>
        <source>地图已保存：{path}（{width}x{height}，{seconds} 秒）</source>
        <translation>Map saved: {path} ({width}x{height}, {seconds} s)</translation>
    </message>
    <message>
        <source>地图只能写成 .png 或 .pdf：{path}</source>
        <translation>A map is written as .png or .pdf only: {path}</translation>
    </message>
    <message>
        <source>全县网格图</source>
        <translation>Grids of the county</translation>
    </message>
    <message>
        <source>图片大小不对：{text}</source>
        <translation>This is no picture size: {text}</translation>
    </message>
    <message>
        <source>范围是空的：{text}</source>
        <translation>This extent is empty: {text}</translation>
    </message>
    <message>
        <source>东要大于西，北要大于南。</source>
        <translation>East must be greater than west, north greater than south.</translation>
    </message>
    <message>
        <source>范围不对：{text}</source>
        <translation>This is no extent: {text}</translation>
    </message>
    <message>
        <source>请写四个数（米）：西,南,东,北。</source>
        <translation>Write four numbers in metres: west,south,east,north.</translation>
    </message>
    <message>
        <source>2. {town}{grid}，网格员 {officer}：{path}</source>
        <translation>2. {town} {grid}, grid officer {officer}: {path}</translation>
    </message>
    <message>
        <source>   {households} 户 {residents} 人，老人 {elderly}，儿童 {children}，险区内住房 {houses_in_hazard} 处</source>
        <translation>   {households} households, {residents} people, {elderly} elderly, {children} children, {houses_in_hazard} homes in hazard areas</translation>
    </message>
    <message>
        <source>3. 搬迁户 {families} 户，六岗齐全 {before} 户；给 {assigned} 户补上{slot}后 {after} 户；撤销后 {again} 户。</source>
        <translation>3. Of {families} relocated households {before} have all six slots; {after} after filling {slot} for {assigned}; {again} after undo.</translation>
    </message>
    <message>
        <source>4. {question}
   房屋 {houses} 处，{households} 户，{residents} 人：{book}、{sheet}</source>
        <translation>4. {question}
   {houses} houses, {households} households, {residents} people: {book}, {sheet}</translation>
    </message>
    <message>
        <source>全部结果在：{path}</source>
        <translation>Everything lies in: {path}</translation>
    </message>
    <message>
        <source>1. 全县图：{path}</source>
        <translation>1. Picture of the county: {path}</translation>
    </message>
    <message>
        <source>5. 网页地图（不用联网）：{path}，{size} 字节</source>
        <translation>5. Web map (needs no network): {path}, {size} bytes</translation>
    </message>
    <message>
        <source>写不进文件夹：{path}</source>
        <translation>This folder cannot be written: {path}</translation>
    </message>
    <message>
        <source>网页地图已保存：{path}（{size:,} 字节）</source>
        <translation>Web map saved: {path} ({size:,} bytes)</translation>
    </message>
    <message>
        <source>网格卡片印成 .pdf。</source>
        <translation>Print a grid’s card as .pdf.</translation>
    </message>
    <message>
        <source>网格、单位或一户（户编号）的卡片。</source>
        <translation>The card of a grid, a unit or a family (household code).</translation>
    </message>
    <message>
        <source>卡片已保存：{path}</source>
        <translation>Card saved: {path}</translation>
    </message>
    <message>
        <source>{households:,} 户，{residents:,} 人；65岁及以上 {elderly:,} 人，6岁以下 {children:,} 人，残疾 {disabled:,} 人。</source>
        <translation>{households:,} households, {residents:,} people; {elderly:,} aged 65 and over, {children:,} under 6, {disabled:,} disabled.</translation>
    </message>
    <message>
        <source>房屋 {houses:,} 处，其中险区内 {houses_in_hazard:,} 处。</source>
        <translation>{houses:,} houses, {houses_in_hazard:,} of them in hazard areas.</translation>
    </message>
    <message>
        <source>搬迁户 {relocated:,} 户，其中缺岗 {missing_slots:,} 户。</source>
        <translation>{relocated:,} relocated households, {missing_slots:,} of them missing a slot.</translation>
    </message>
    <message>
        <source>网格员：{name} {phone}</source>
        <translation>Grid officer: {name} {phone}</translation>
    </message>
    <message>
        <source>{head} {phone}（{code}）</source>
        <translation>{head} {phone} ({code})</translation>
    </message>
    <message>
        <source>主责{duty}</source>
        <translation>leads {duty}</translation>
    </message>
    <message>
        <source>配合{duty}</source>
        <translation>assists {duty}</translation>
    </message>
    <message>
        <source>只有网格的卡片可以印成 .pdf：{path}</source>
        <translation>Only a grid’s card can be printed as .pdf: {path}</translation>
    </message>
    <message>
        <source>请写网格的代码或名称，和以 .pdf 结尾的文件名。</source>
        <translation>Give a grid’s code or name, and a file name that ends in .pdf.</translation>
    </message>
    <message>
        <source>文件没写等级时用的等级。</source>
        <translation>The level where the file says none.</translation>
    </message>
    <message>
        <source>列出全部风险区。</source>
        <translation>List all hazard areas.</translation>
    </message>
    <message>
        <source>还没有风险区。</source>
        <translation>There is no hazard area yet.</translation>
    </message>
</context>
</TS>
