<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>export</name>
    <message>
        <source>{county} · 研判第 {run} 号 · {at}</source>
        <translation>{county} · run no. {run} · {at}</translation>
    </message>
    <message>
        <source>重点人群（一人可有多项）</source>
        <translation>Vulnerable people (one person may have several marks)</translation>
    </message>
    <message>
        <source>电话未脱敏，只供本次处置使用。</source>
        <translation>Phones are shown in full, for this response only.</translation>
    </message>
    <message>
        <source>电话已脱敏。</source>
        <translation>Phones are masked.</translation>
    </message>
    <message>
        <source>{code} {name}</source>
        <translation>{code} {name}</translation>
    </message>
    <message>
        <source>自己的安全住房</source>
        <translation>Own safe home</translation>
    </message>
    <message>
        <source>电话名单</source>
        <translation>Call list</translation>
    </message>
    <message>
        <source>汇总</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>空置原住房</source>
        <translation>Empty origin homes</translation>
    </message>
    <message>
        <source>去自己另一处住房</source>
        <translation>Go to own other home</translation>
    </message>
    <message>
        <source>示例数据：人物与电话均为虚构。</source>
        <translation>Sample data: people and phones are made up.</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>村/社区</source>
        <translation>Village/community</translation>
    </message>
    <message>
        <source>网格编号</source>
        <translation>Grid code</translation>
    </message>
    <message>
        <source>网格</source>
        <translation>Grid</translation>
    </message>
    <message>
        <source>门牌</source>
        <translation>House number</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>应转移人数</source>
        <translation>People to move</translation>
    </message>
    <message>
        <source>重点人群</source>
        <translation>Vulnerable</translation>
    </message>
    <message>
        <source>现住何处</source>
        <translation>Sleeping place</translation>
    </message>
    <message>
        <source>社区线主责</source>
        <translation>Community lead</translation>
    </message>
    <message>
        <source>社区线电话</source>
        <translation>Community lead's phone</translation>
    </message>
    <message>
        <source>村线主责</source>
        <translation>Village lead</translation>
    </message>
    <message>
        <source>村线电话</source>
        <translation>Village lead's phone</translation>
    </message>
    <message>
        <source>网格员电话</source>
        <translation>Officer's phone</translation>
    </message>
    <message>
        <source>自己有安全住房</source>
        <translation>Has own safe home</translation>
    </message>
    <message>
        <source>搬迁户</source>
        <translation>Relocated</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>户编号</source>
        <translation>Household code</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>无联系人电话</source>
        <translation>No contact's phone</translation>
    </message>
    <message>
        <source>住房（处）</source>
        <translation>Houses</translation>
    </message>
    <message>
        <source>分项</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>同时在两个及以上风险区</source>
        <translation>In two or more hazard areas at once</translation>
    </message>
    <message>
        <source>重点人群（每人只计一次）</source>
        <translation>Vulnerable people (each counted once)</translation>
    </message>
    <message>
        <source>空置的原住房（财产）</source>
        <translation>Empty origin homes (property)</translation>
    </message>
    <message>
        <source>自己另有安全住房</source>
        <translation>Have another safe home of their own</translation>
    </message>
    <message>
        <source>没有联系人电话</source>
        <translation>No contact with a phone</translation>
    </message>
    <message>
        <source>没有结论的住房</source>
        <translation>Houses without an answer</translation>
    </message>
    <message>
        <source>现住</source>
        <translation>Lives at</translation>
    </message>
    <message>
        <source>按等级（每户只计一次，取最重）</source>
        <translation>By level (each household once, at its worst)</translation>
    </message>
    <message>
        <source>按风险区（重叠处各计一次）</source>
        <translation>By hazard area (overlaps counted in each)</translation>
    </message>
    <message>
        <source>按网格</source>
        <translation>By grid</translation>
    </message>
    <message>
        <source>不在任何网格内</source>
        <translation>In no grid</translation>
    </message>
    <message>
        <source>{county} · {place} · {day}</source>
        <translation>{county} · {place} · {day}</translation>
    </message>
    <message>
        <source>证件号码和电话未脱敏，导出已记录。</source>
        <translation>ID numbers and phones are shown in full; this export was logged.</translation>
    </message>
    <message>
        <source>证件号码和电话已脱敏。</source>
        <translation>ID numbers and phones are masked.</translation>
    </message>
    <message>
        <source>网格名册</source>
        <translation>List of grids</translation>
    </message>
    <message>
        <source>户数</source>
        <translation>Households</translation>
    </message>
    <message>
        <source>人数</source>
        <translation>People</translation>
    </message>
    <message>
        <source>缺岗户</source>
        <translation>Households missing a slot</translation>
    </message>
    <message>
        <source>户名册</source>
        <translation>List of households</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>性别</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>年龄</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>搬迁日期</source>
        <translation>Relocated on</translation>
    </message>
    <message>
        <source>户籍村</source>
        <translation>Origin village</translation>
    </message>
    <message>
        <source>不认识导出内容“{text}”。</source>
        <translation>Nothing called “{text}” can be exported.</translation>
    </message>
    <message>
        <source>可用的内容：{kinds}。</source>
        <translation>What can be exported: {kinds}.</translation>
    </message>
    <message>
        <source>全县</source>
        <translation>Whole county</translation>
    </message>
    <message>
        <source>{name} {phone}</source>
        <translation>{name} {phone}</translation>
    </message>
    <message>
        <source>导出未脱敏名单必须写明原因。</source>
        <translation>Exporting an unmasked list needs a reason.</translation>
    </message>
    <message>
        <source>请用 --reason 写明原因，它会记入历史。</source>
        <translation>Give the reason with --reason; it goes into the history.</translation>
    </message>
    <message>
        <source>不认识文件类型“{ending}”。</source>
        <translation>The file type “{ending}” is not known.</translation>
    </message>
    <message>
        <source>可用的类型：{endings}。</source>
        <translation>Known types: {endings}.</translation>
    </message>
    <message>
        <source>导出未脱敏名单</source>
        <translation>Unmasked list exported</translation>
    </message>
    <message>
        <source>写不了文件：{path}（{reason}）</source>
        <translation>The file cannot be written: {path} ({reason})</translation>
    </message>
    <message>
        <source>请换一个位置再试。</source>
        <translation>Please try another place.</translation>
    </message>
    <message>
        <source>导出已取消。</source>
        <translation>The export was cancelled.</translation>
    </message>
    <message>
        <source>没有写入文件。</source>
        <translation>No file was written.</translation>
    </message>
    <message>
        <source>文件夹或文件是只读的，没有写入：{path}</source>
        <translation>The folder or file is read-only; nothing was written: {path}</translation>
    </message>
    <message>
        <source>请换一个可以写入的文件夹。</source>
        <translation>Please choose a folder that can be written.</translation>
    </message>
    <message>
        <source>这是一个文件夹，不能写成文件：{path}</source>
        <translation>This is a folder and cannot be written as a file: {path}</translation>
    </message>
    <message>
        <source>请写明文件名。</source>
        <translation>Please give a file name.</translation>
    </message>
    <message>
        <source>不能覆盖县文件：{path}</source>
        <translation>A county file must not be overwritten: {path}</translation>
    </message>
    <message>
        <source>请换一个文件名。</source>
        <translation>Please choose another file name.</translation>
    </message>
    <message>
        <source>请腾出空间后再试；原文件没有被改动。</source>
        <translation>Please free some space and try again; the former file is unchanged.</translation>
    </message>
    <message>
        <source>文件正被另一个程序打开，没有写入：{path}</source>
        <translation>The file is open in another program; nothing was written: {path}</translation>
    </message>
    <message>
        <source>请在 Excel 或阅读器中关闭它，再试一次。</source>
        <translation>Please close it in Excel or the viewer and try again.</translation>
    </message>
    <message>
        <source>还没有保存过研判。</source>
        <translation>No run has been stored yet.</translation>
    </message>
    <message>
        <source>请先在“防汛”中研判，或运行 gisapp affected。</source>
        <translation>Ask under “Flood” first, or run gisapp affected.</translation>
    </message>
    <message>
        <source>{county} {unit}</source>
        <translation>{county} {unit}</translation>
    </message>
    <message>
        <source>{place} · {theme}</source>
        <translation>{place} · {theme}</translation>
    </message>
    <message>
        <source>网格员：{name}</source>
        <translation>Grid officer: {name}</translation>
    </message>
    <message>
        <source>没有网格员</source>
        <translation>No grid officer</translation>
    </message>
    <message>
        <source>{title}：{figure} {unit}</source>
        <translation>{title}: {figure} {unit}</translation>
    </message>
    <message>
        <source>风险区：{name}（{level}）</source>
        <translation>Hazard area: {name} ({level})</translation>
    </message>
    <message>
        <source>{count} 格</source>
        <translation>{count} grids</translation>
    </message>
    <message>
        <source>没有这个网格</source>
        <translation>No such grid</translation>
    </message>
    <message>
        <source>全图</source>
        <translation>Whole map</translation>
    </message>
    <message>
        <source>搜索网格或村名</source>
        <translation>Search a grid or village</translation>
    </message>
    <message>
        <source>这里没有网格可画。</source>
        <translation>There are no grids to draw here.</translation>
    </message>
    <message>
        <source>请选择有网格的单位。</source>
        <translation>Please choose a unit that has grids.</translation>
    </message>
    <message>
        <source>制图日期 {day}</source>
        <translation>Made on {day}</translation>
    </message>
    <message>
        <source>示例数据</source>
        <translation>Sample data</translation>
    </message>
    <message>
        <source>……（过长，已截断）</source>
        <translation>… (too long, cut)</translation>
    </message>
    <message>
        <source>一张工作表放不下这么多行（最多 1,048,576 行）。</source>
        <translation>One sheet cannot hold that many rows (at most 1,048,576).</translation>
    </message>
    <message>
        <source>请用 --where 选一个单位，或导出为 .csv。</source>
        <translation>Choose a unit with --where, or export to .csv.</translation>
    </message>
</context>
</TS>
