<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
  <context>
    <name>hazard_files</name>
    <message>
      <source>不像是表格；请用 Excel 打开，另存为 CSV 后再试。</source>
      <translation>This does not look like a table; open it in Excel, save it as CSV and try again.</translation>
    </message>
  </context>
</TS>
