<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
  <context>
    <name>ledgers_ui</name>
    <message><source>导入台账</source><translation>Import a ledger</translation></message>
    <message><source>读取台账</source><translation>Reading the ledger</translation></message>
    <message><source>看不出这个文本文件的编码，请在下面选择。</source><translation>The encoding of this text file cannot be told; choose it below.</translation></message>
    <message><source>比对台账</source><translation>Comparing the ledger</translation></message>
    <message><source>上一份台账还没有处理完。</source><translation>The last ledger is still being worked on.</translation></message>
    <message><source>{kind}-空白.xlsx</source><translation>{kind}-empty.xlsx</translation></message>
    <message><source>{file}-未导入.xlsx</source><translation>{file}-not-imported.xlsx</translation></message>
    <message><source>空白模板</source><translation>Empty template</translation></message>
    <message><source>问题另存为</source><translation>Save the problems</translation></message>
    <message><source>同名列</source><translation>Same title</translation></message>
    <message><source>按您的选择</source><translation>As you chose</translation></message>
    <message><source>沿用上次</source><translation>As last time</translation></message>
    <message><source>已认出</source><translation>Recognised</translation></message>
    <message><source>不导入</source><translation>Left out</translation></message>
    <message><source>没有认出</source><translation>Not recognised</translation></message>
    <message><source>文件里的列</source><translation>Column of the file</translation></message>
    <message><source>第 {number} 列</source><translation>Column {number}</translation></message>
    <message><source>导入为</source><translation>Imported as</translation></message>
    <message><source>前几行的内容</source><translation>First rows</translation></message>
    <message><source>不导入这一列</source><translation>Leave this column out</translation></message>
    <message><source>“{title}”导入为</source><translation>“{title}” is imported as</translation></message>
    <message><source>第 {row} 行：{text}</source><translation>Row {row}: {text}</translation></message>
    <message><source>认出 {known} 列，共 {every} 列。每一列都可以改；选过的下次照旧。</source><translation>{known} of {every} columns are recognised. Each can be changed; what you choose is remembered.</translation></message>
    <message><source>还没有写入。下面的表里可以看每一行；按“写入”一次写完，一次撤销。</source><translation>Nothing is written yet. The table below shows every row; “Write” writes all of it, and one undo takes it back.</translation></message>
    <message><source>1 选文件</source><translation>1 File</translation></message>
    <message><source>2 核对列</source><translation>2 Columns</translation></message>
    <message><source>3 预览</source><translation>3 Preview</translation></message>
    <message><source>4 完成</source><translation>4 Done</translation></message>
    <message><source>第 {first}、{last} 行：{text}</source><translation>Rows {first}, {last}: {text}</translation></message>
    <message><source>这张工作表里没有内容。请换一张工作表。</source><translation>This sheet is empty. Choose another one.</translation></message>
    <message><source>{kind}缺少列：{columns}。请在下面指明是哪一列，或换一种台账、换一行表头。</source><translation>The {kind} lacks columns: {columns}. Say below which column it is, or choose another kind or header row.</translation></message>
    <message><source>预览之后县里的数据有了改动，请重新比对。</source><translation>The county has changed since the preview; compare again.</translation></message>
    <message><source>没有要写入的内容：文件里的每一行不是相同就是未导入。</source><translation>There is nothing to write: every row is either the same or not imported.</translation></message>
    <message><source>问题另存为…</source><translation>Save the problems…</translation></message>
    <message><source>文件的编码</source><translation>Encoding of the file</translation></message>
    <message><source>身份证号校验位不对的行不导入</source><translation>Leave out rows whose ID number has a wrong check digit</translation></message>
    <message><source>选择文件…</source><translation>Choose a file…</translation></message>
    <message><source>看会怎样</source><translation>See what happens</translation></message>
    <message><source>再导入一份…</source><translation>Import another…</translation></message>
    <message><source>没有要写入的内容。</source><translation>There was nothing to write.</translation></message>
    <message><source>这次导入已撤销，县里和导入前一样。</source><translation>This import was undone; the county is as it was before.</translation></message>
    <message><source>已写入。要退回，按 Ctrl+Z 或右下角的“撤销”。</source><translation>Written. To take it back press Ctrl+Z or “Undo” at the lower right.</translation></message>
    <message><source>上一步（Esc）</source><translation>One step back (Esc)</translation></message>
    <message><source>把没有导入的行连同原因存成工作簿，改好后再导入</source><translation>Save the rows not imported, with the reasons, as a workbook to correct and import again</translation></message>
    <message><source>上一步</source><translation>Back</translation></message>
    <message><source>台账种类</source><translation>Kind of ledger</translation></message>
    <message><source>工作表</source><translation>Sheet</translation></message>
    <message><source>表头所在的行</source><translation>Row of the header</translation></message>
    <message><source>种类</source><translation>Kind</translation></message>
    <message><source>表头</source><translation>Header</translation></message>
    <message><source>重新比对</source><translation>Compare again</translation></message>
    <message><source>完成</source><translation>Done</translation></message>
    <message><source>【{step}】</source><translation>[{step}]</translation></message>
    <message><source>“{sheet}”的前几行</source><translation>First rows of “{sheet}”</translation></message>
    <message><source>表头下面没有数据。</source><translation>There is no data below the header.</translation></message>
    <message><source>新增的行</source><translation>New rows</translation></message>
    <message><source>没有新增的行。</source><translation>No new rows.</translation></message>
    <message><source>与县里相同的行</source><translation>Rows the same as in the county</translation></message>
    <message><source>没有相同的行。</source><translation>No rows are the same.</translation></message>
    <message><source>要更改的内容</source><translation>What changes</translation></message>
    <message><source>没有要更改的行。</source><translation>No row changes anything.</translation></message>
    <message><source>未导入的行</source><translation>Rows not imported</translation></message>
    <message><source>没有未导入的行。</source><translation>Every row can be imported.</translation></message>
    <message><source>请留意的行（照样导入）</source><translation>Rows to look at (imported all the same)</translation></message>
    <message><source>没有要留意的行。</source><translation>No rows to look at.</translation></message>
    <message><source>行号</source><translation>Row</translation></message>
    <message><source>字段</source><translation>Field</translation></message>
    <message><source>县里现在是</source><translation>In the county now</translation></message>
    <message><source>文件里是</source><translation>In the file</translation></message>
    <message><source>台账</source><translation>Ledgers</translation></message>
    <message><source>导入台账…</source><translation>Import a ledger…</translation></message>
    <message><source>导入预览</source><translation>Preview of the import</translation></message>
    <message><source>按“导入台账…”选一份表格，或把它拖到窗口里。这里会列出每一行将怎样。</source><translation>Press “Import a ledger…” to choose a spreadsheet, or drop it onto the window. This list then shows what happens to each row.</translation></message>
    <message><source>新增 {count}</source><translation>New {count}</translation></message>
    <message><source>更改 {count}</source><translation>Changed {count}</translation></message>
    <message><source>相同 {count}</source><translation>Same {count}</translation></message>
    <message><source>未导入 {count}</source><translation>Refused {count}</translation></message>
    <message><source>留意 {count}</source><translation>Doubtful {count}</translation></message>
    <message><source>可以导入的台账</source><translation>Ledgers that can be imported</translation></message>
    <message><source>空白模板…</source><translation>Template…</translation></message>
    <message><source>{kind}空白模板</source><translation>Empty template: {kind}</translation></message>
    <message><source>存一份空表：表头、下拉选项、说明和一行示例</source><translation>Save an empty sheet with header, drop-downs, notes and one example row</translation></message>
    <message><source>最近的导入</source><translation>Recent imports</translation></message>
    <message><source>{at}　{what}</source><translation>{at}　{what}</translation></message>
    <message><source>还没有导入过台账。</source><translation>No ledger was imported yet.</translation></message>
    <message><source>撤销这次导入</source><translation>Undo this import</translation></message>
    <message><source>从表格导入，先看每一行会怎样</source><translation>Import a spreadsheet; see first what happens to each row</translation></message>
    <message>
      <source>{title}：最后写入，不能再取消</source>
      <translation>{title}: last write, cannot be cancelled any more</translation>
    </message>
  </context>
</TS>
