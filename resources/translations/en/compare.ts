<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
  <context>
    <name>compare</name>
    <message><source>身份证号重复的 {count:,} 行，被表格软件改坏的 {ruined:,} 行，列在“不能比对”里。</source><translation>{count:,} rows with a repeated ID number and {ruined:,} with one ruined by a spreadsheet are listed under “Not comparable”.</translation></message>
    <message><source>只在对方</source><translation>Only there</translation></message>
    <message><source>只在本县</source><translation>Only here</translation></message>
    <message><source>不同</source><translation>Different</translation></message>
    <message><source>不能比对</source><translation>Not comparable</translation></message>
    <message><source>比对</source><translation>Comparing</translation></message>
    <message><source>写了 --reveal 却没有写 --out。</source><translation>--reveal was given without --out.</translation></message>
    <message><source>未脱敏的比对结果只写入工作簿；请用 --out 写明文件名。</source><translation>Whole numbers are only written to a workbook; name it with --out.</translation></message>
    <message><source>比对结果只能写成 .xlsx：{path}</source><translation>A comparison can only be written as .xlsx: {path}</translation></message>
    <message><source>比对结果不能盖掉对方的名单：{path}</source><translation>The comparison must not overwrite the other list: {path}</translation></message>
    <message><source>{code} {name} {place}</source><translation>{code} {name} {place}</translation></message>
    <message><source>第 {row} 行：{reason}</source><translation>Row {row}: {reason}</translation></message>
    <message><source>比对结果已写到：{path}</source><translation>The comparison was written to: {path}</translation></message>
    <message><source>{title}：</source><translation>{title}:</translation></message>
    <message><source>第 {row} 行 {name} {title}：本县 {ours}，对方 {theirs}</source><translation>Row {row} {name} {title}: ours {ours}, theirs {theirs}</translation></message>
    <message><source>第 {row} 行 {name} {note}</source><translation>Row {row} {name} {note}</translation></message>
    <message><source>对方 {rows:,} 行：相同 {same:,}，不同 {different:,}，只在对方 {there:,}，不能比对 {refused:,}；本县 {ours:,}，只在本县 {here:,}。</source><translation>Their {rows:,} rows: {same:,} the same, {different:,} different, {there:,} only there, {refused:,} not comparable; of our {ours:,}, {here:,} only here.</translation></message>
    <message><source>{file} 与本县比对</source><translation>{file} compared with this county</translation></message>
    <message><source>县里的情况</source><translation>What the county knows</translation></message>
    <message><source>本县</source><translation>Ours</translation></message>
    <message><source>对方名单</source><translation>Theirs</translation></message>
    <message><source>导出未脱敏的比对结果：{file}</source><translation>Comparison with whole numbers written out: {file}</translation></message>
    <message><source>只能比对人员台账和户台账。</source><translation>Only ledgers of people and of households can be compared.</translation></message>
    <message><source>请用 --as residents 或 --as households。</source><translation>Use --as residents or --as households.</translation></message>
    <message><source>已取消比对。</source><translation>The comparison was cancelled.</translation></message>
    <message><source>户编号与第 {row} 行相同</source><translation>The household code is that of row {row}</translation></message>
    <message><source>县里有，不在所比对的单位：户 {family}</source><translation>In the county, but not in the unit compared: household {family}</translation></message>
    <message><source>与第 {row} 行是同一户</source><translation>The same household as row {row}</translation></message>
    <message><source>没有身份证号，也没有户编号，不能比对</source><translation>Neither ID number nor household code: cannot be compared</translation></message>
    <message><source>户编号是户 {first} 的，身份证号却在户 {second}，请核对</source><translation>The code is that of household {first}, the ID number belongs to household {second}; please check</translation></message>
    <message><source>{value}（{reason}）</source><translation>{value} ({reason})</translation></message>
    <message><source>residents（一人一行）或 households（一户一行）。</source><translation>residents (a row per person) or households (a row per household).</translation></message>
    <message><source>本县只比一个单位：代码或名称。</source><translation>Compare only one unit of ours: code or name.</translation></message>
    <message><source>把四份名单写成工作簿（.xlsx）。</source><translation>Write the four lists to a workbook (.xlsx).</translation></message>
    <message><source>别的部门的名单与本县比对：只在对方、只在本县、不同；不写入任何数据。</source><translation>Hold another department's list against the county: only there, only here, different; writes nothing.</translation></message>
    <message><source>比对名单</source><translation>Comparing the list</translation></message>
    <message><source>比对结果另存为</source><translation>Save the comparison</translation></message>
    <message><source>完整号码另存为</source><translation>Save with whole numbers</translation></message>
    <message><source>比对结果里的身份证号和电话将不脱敏。原因（会记入历史）：</source><translation>ID numbers and phones of the comparison will not be masked. Reason (kept in the history):</translation></message>
    <message><source>{file}-比对.xlsx</source><translation>{file}-compared.xlsx</translation></message>
    <message><source>没有写入任何数据。不能比对的行里，重复的 {duplicates:,} 行，号码被表格软件改坏的 {ruined:,} 行。</source><translation>Nothing was written. Of the rows that cannot be compared, {duplicates:,} are repeated and {ruined:,} have a number ruined by a spreadsheet.</translation></message>
    <message><source>只比对…</source><translation>Only compare…</translation></message>
    <message><source>对方 {rows:,} 行，对上 {matched:,} 行；本县 {ours:,}。</source><translation>{matched:,} of their {rows:,} rows matched; ours: {ours:,}.</translation></message>
    <message><source>比对结果另存为…</source><translation>Save the comparison…</translation></message>
    <message><source>比对结果</source><translation>Comparison</translation></message>
    <message><source>和本县比对：只在对方、只在本县、不同；不写入任何数据</source><translation>Hold against the county: only there, only here, different; writes nothing</translation></message>
    <message><source>比对之后县里的数据有了改动，请重新比对。</source><translation>The county changed since the comparison; compare again.</translation></message>
    <message><source>本县比对的范围</source><translation>Which of ours is compared</translation></message>
    <message><source>范围：全县</source><translation>Scope: whole county</translation></message>
    <message><source>范围：{unit}</source><translation>Scope: {unit}</translation></message>
    <message><source>粘贴的表格.txt</source><translation>pasted table.txt</translation></message>
    <message><source>剪贴板里没有表格。</source><translation>There is no table on the clipboard.</translation></message>
    <message><source>请在 Excel 或 WPS 里选中单元格（连同表头），复制后再粘贴。</source><translation>Choose cells with their header in Excel or WPS, copy them, then paste.</translation></message>
    <message><source>两边不同的内容</source><translation>What differs</translation></message>
    <message><source>没有不同的内容。</source><translation>Nothing differs.</translation></message>
    <message><source>只在对方名单里的</source><translation>Only in their list</translation></message>
    <message><source>对方的每一行县里都有。</source><translation>The county has every row of theirs.</translation></message>
    <message><source>只在本县的</source><translation>Only in the county</translation></message>
    <message><source>县里的都在对方名单里。</source><translation>All of ours are in their list.</translation></message>
    <message><source>不能比对的行</source><translation>Rows that cannot be compared</translation></message>
    <message><source>每一行都能比对。</source><translation>Every row can be compared.</translation></message>
    <message><source>身份证号和电话不脱敏，要写明原因，会记入历史</source><translation>ID numbers and phones in clear; asks for a reason, which the history keeps</translation></message>
    <message><source>不同 {count}</source><translation>Different {count}</translation></message>
    <message><source>只在对方 {count}</source><translation>Only there {count}</translation></message>
    <message><source>只在本县 {count}</source><translation>Only here {count}</translation></message>
    <message><source>不能比对 {count}</source><translation>Not comparable {count}</translation></message>
    <message><source>完整号码另存为…</source><translation>Save with whole numbers…</translation></message>
    <message><source>粘贴表格导入</source><translation>Import a pasted table</translation></message>
    <message><source>把从 Excel、WPS 复制的单元格当作台账导入</source><translation>Import cells copied in Excel or WPS as a ledger</translation></message>
    <message><source>附加属性 {count} 项，指标 {figures} 项。</source><translation>{count} attributes, {figures} indicators.</translation></message>
    <message><source>  {name}（{content}）：{count:,} 户</source><translation>  {name} ({content}): {count:,} households</translation></message>
    <message><source>  {name}：{count:,} 个数，{first} 至 {last}</source><translation>  {name}: {count:,} figures, {first} to {last}</translation></message>
    <message><source>数字</source><translation>number</translation></message>
    <message><source>是或否</source><translation>yes or no</translation></message>
    <message><source>户的附加属性</source><translation>Attributes of households</translation></message>
    <message><source>指标</source><translation>Indicators</translation></message>
    <message><source>附加属性和指标只能写成 .xlsx：{path}</source><translation>Attributes and indicators can only be written as .xlsx: {path}</translation></message>
    <message><source>数值</source><translation>Figure</translation></message>
    <message><source>附加属性</source><translation>Attributes</translation></message>
    <message><source>{value}（{day}）</source><translation>{value} ({day})</translation></message>
    <message><source>与第 {row} 行说的是同一户或同一单位</source><translation>Speaks of the same household or unit as row {row}</translation></message>
    <message><source>这一行没有要保留的内容</source><translation>Nothing in this row is to be kept</translation></message>
    <message><source>“{title}”的内容太长，最多 {most} 个字</source><translation>“{title}” is too long: {most} characters at most</translation></message>
    <message><source>没有写日期</source><translation>No date is written</translation></message>
    <message><source>没有写是哪一户或哪个单位</source><translation>No household or unit is named</translation></message>
    <message><source>县里没有这个户编号</source><translation>The county has no such household code</translation></message>
    <message><source>县里没有这个身份证号</source><translation>The county has no such ID number</translation></message>
    <message><source>姓名与县里的不同：{name}</source><translation>The name differs from the county's: {name}</translation></message>
    <message><source>“{title}”应填{content}：{text}</source><translation>“{title}” takes a {content}: {text}</translation></message>
    <message><source>指标“{title}”应填数字：{text}</source><translation>Indicator “{title}” takes a number: {text}</translation></message>
    <message><source>其他部门的登记</source><translation>From other departments</translation></message>
    <message><source>写成工作簿（.xlsx）。</source><translation>Write a workbook (.xlsx).</translation></message>
    <message><source>列出户的附加属性和指标（用 import --as attributes 或 indicators 导入）。</source><translation>List attributes of households and indicators (imported with import --as attributes or indicators).</translation></message>
  </context>
</TS>
