<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
  <context>
    <name>hazard_files</name>
    <message>
      <source>不像是表格；请用 Excel 打开，另存为 CSV 后再试。</source>
      <translation>This does not look like a table; open it in Excel, save it as CSV and try again.</translation>
    </message>
    <message>
      <source>等级的对应写得不对：{text}</source>
      <translation>This is not how a word is given a level: {text}</translation>
    </message>
    <message>
      <source>请写成 --level-of 高易发=红 的样子。</source>
      <translation>Write it like --level-of high=red.</translation>
    </message>
    <message>
      <source>{count} 个没有写等级，按 --level 统一。</source>
      <translation>{count} say no level; they have that of --level.</translation>
    </message>
    <message>
      <source>  另有 {count} 行；用 --problems 写出全部。</source>
      <translation>  {count} more rows; --problems writes them all.</translation>
    </message>
    <message>
      <source>{line}  [{mark}]</source>
      <translation>{line}  [{mark}]</translation>
    </message>
    <message>
      <source>其中 {count} 个当时不在有效期内：{names}。</source>
      <translation>Of these {count} were not in force then: {names}.</translation>
    </message>
    <message>
      <source>有效</source>
      <translation>in force</translation>
    </message>
    <message>
      <source>已过期</source>
      <translation>expired</translation>
    </message>
    <message>
      <source>未生效</source>
      <translation>not yet in force</translation>
    </message>
    <message>
      <source>要看一看的行</source>
      <translation>Rows to look at</translation>
    </message>
    <message>
      <source>写不成这种文件：{path}</source>
      <translation>No file of this kind can be written: {path}</translation>
    </message>
    <message>
      <source>请用 .xlsx 或 .csv。</source>
      <translation>Use .xlsx or .csv.</translation>
    </message>
    <message>
      <source>保留</source>
      <translation>kept</translation>
    </message>
    <message>
      <source>行</source>
      <translation>Row</translation>
    </message>
    <message>
      <source>修复前面积（平方米）</source>
      <translation>Area before repair (m²)</translation>
    </message>
    <message>
      <source>修复后面积（平方米）</source>
      <translation>Area after repair (m²)</translation>
    </message>
    <message>
      <source>{count:,} 个风险区当时不在有效期内，也计入了。</source>
      <translation>{count:,} hazard areas were not in force then and are counted all the same.</translation>
    </message>
    <message>
      <source>点</source>
      <translation>point</translation>
    </message>
    <message>
      <source>不是面</source>
      <translation>no area</translation>
    </message>
    <message>
      <source>在本县之外</source>
      <translation>outside the county</translation>
    </message>
    <message>
      <source>内容读不懂</source>
      <translation>not readable</translation>
    </message>
    <message>
      <source>重复</source>
      <translation>given twice</translation>
    </message>
    <message>
      <source>边界已修复</source>
      <translation>border repaired</translation>
    </message>
    <message>
      <source>在县界附近</source>
      <translation>near the county</translation>
    </message>
    <message>
      <source>只取了面</source>
      <translation>areas only taken</translation>
    </message>
    <message>
      <source>时间没有采用</source>
      <translation>times not taken</translation>
    </message>
    <message>
      <source>{fate} {count}</source>
      <translation>{fate} {count}</translation>
    </message>
    <message>
      <source>与“{layer}”第 {number} 行完全相同，只取一次</source>
      <translation>Exactly the same as row {number} of “{layer}”; taken once</translation>
    </message>
    <message>
      <source>边界太复杂，算不了</source>
      <translation>The border is too intricate to be worked on</translation>
    </message>
    <message>
      <source>请先简化边界，或拆成几个面。</source>
      <translation>Simplify the border first, or split it into several areas.</translation>
    </message>
    <message>
      <source>{level} {count}</source>
      <translation>{level} {count}</translation>
    </message>
    <message>
      <source>按等级：{levels}</source>
      <translation>By level: {levels}</translation>
    </message>
    <message>
      <source>等级（选择会记住，下次自动沿用）</source>
      <translation>Level (remembered for the next such file)</translation>
    </message>
    <message>
      <source>没有写等级的按</source>
      <translation>Level of those that say none</translation>
    </message>
    <message>
      <source>其他各列，没有的统一填写</source>
      <translation>Other columns; what is missing holds for all</translation>
    </message>
    <message>
      <source>灾种统一为</source>
      <translation>Kind of all</translation>
    </message>
    <message>
      <source>来源统一为</source>
      <translation>Source of all</translation>
    </message>
    <message>
      <source>有效期统一从</source>
      <translation>All valid from</translation>
    </message>
    <message>
      <source>有效期统一到</source>
      <translation>All valid to</translation>
    </message>
    <message>
      <source>没有写等级的 {count} 个按</source>
      <translation>The {count} that say no level have</translation>
    </message>
    <message>
      <source>请先选择没有写等级的范围按哪个等级。</source>
      <translation>Choose first which level the areas have that say none.</translation>
    </message>
    <message>
      <source>请选择</source>
      <translation>Please choose</translation>
    </message>
    <message>
      <source>另有 {count} 个值；这一列也许不是等级。</source>
      <translation>{count} more values; perhaps this column is no level.</translation>
    </message>
    <message>
      <source>要看一看：{fates}。逐行原因见下面的表。</source>
      <translation>To look at: {fates}. The table below gives the reason row by row.</translation>
    </message>
    <message>
      <source>“{value}”是</source>
      <translation>“{value}” is</translation>
    </message>
    <message>
      <source>{value}（{count}）</source>
      <translation>{value} ({count})</translation>
    </message>
    <message>
      <source>不认识，拒收</source>
      <translation>refused</translation>
    </message>
    <message>
      <source>{count} 个风险区当时不在有效期内，也计入了。</source>
      <translation>{count} hazard areas were not in force then and are counted all the same.</translation>
    </message>
    <message>
      <source>面积</source>
      <translation>Area</translation>
    </message>
    <message>
      <source>修复前面积</source>
      <translation>Area before</translation>
    </message>
    <message>
      <source>修复后面积</source>
      <translation>Area after</translation>
    </message>
    <message>
      <source>{name}（{origin}），有效期 {first} 至 {last}</source>
      <translation>{name} ({origin}), valid {first} to {last}</translation>
    </message>
    <message>
      <source>[{mark}] {line}</source>
      <translation>[{mark}] {line}</translation>
    </message>
    <message>
      <source>把拒收、修复和提醒的行连同原因写成工作簿</source>
      <translation>Write the refused, repaired and noted rows with their reasons to a workbook</translation>
    </message>
    <message>
      <source>{name}-要看一看的行.xlsx</source>
      <translation>{name}-rows-to-look-at.xlsx</translation>
    </message>
    <message>
      <source>重新理解各列</source>
      <translation>Reading the columns anew</translation>
    </message>
    <message>
      <source>导出这些行…</source>
      <translation>Export these rows…</translation>
    </message>
    <message>
      <source>导出要看一看的行</source>
      <translation>Export the rows to look at</translation>
    </message>
    <message>
      <source>范围（{count}）</source>
      <translation>Areas ({count})</translation>
    </message>
    <message>
      <source>要看一看的行（{count}）</source>
      <translation>Rows to look at ({count})</translation>
    </message>
    <message>
      <source>不在有效期</source>
      <translation>not in force</translation>
    </message>
    <message>
      <source>县界</source>
      <translation>the county's outline</translation>
    </message>
    <message>
      <source>其他：EPSG 编号，例如 4545</source>
      <translation>Other: an EPSG number, e.g. 4545</translation>
    </message>
    <message>
      <source>其他坐标系</source>
      <translation>Other coordinates</translation>
    </message>
    <message>
      <source>按选中的读取</source>
      <translation>Read as chosen</translation>
    </message>
    <message>
      <source>选一种，地图上就显示文件会落在哪里（红色），对了再读取。</source>
      <translation>Choose one and the map shows in red where the file would lie; read it when that is right.</translation>
    </message>
    <message>
      <source>请选择，或填写对方告知的坐标系。</source>
      <translation>Choose, or write the coordinates that you were told.</translation>
    </message>
    <message>
      <source>{share:.0%} 落在本县</source>
      <translation>{share:.0%} lie in the county</translation>
    </message>
    <message>
      <source>照文件说明读取</source>
      <translation>Read as the file states</translation>
    </message>
    <message>
      <source>不改，按文件自己说明的坐标系读取</source>
      <translation>Change nothing: read it in the coordinates it states itself</translation>
    </message>
    <message>
      <source>旧坐标系，换算可能相差几十米</source>
      <translation>Old coordinates; converted they may be off by some ten metres</translation>
    </message>
    <message>
      <source>请先选择一种坐标系。</source>
      <translation>Choose coordinates first.</translation>
    </message>
    <message>
      <source>换一种坐标系读取，例如高德、百度地图的坐标</source>
      <translation>Read it in other coordinates, such as those of web maps</translation>
    </message>
    <message>
      <source>坐标系：{crs}</source>
      <translation>Coordinates: {crs}</translation>
    </message>
    <message>
      <source>更改坐标系</source>
      <translation>Other coordinates…</translation>
    </message>
    <message>
      <source>现在按 {crs} 读取。</source>
      <translation>Read as {crs} now.</translation>
    </message>
    <message>
      <source>文件没有说明坐标系。</source>
      <translation>The file states no coordinates.</translation>
    </message>
    <message>
      <source>文件里写等级的字段；“无”就是没有。</source>
      <translation>The file's field for the level; “-” for none.</translation>
    </message>
    <message>
      <source>等级字段里的词=等级，例如 高易发=红；可写多个。</source>
      <translation>A word of the level's field=level, such as high=red; may be given several times.</translation>
    </message>
    <message>
      <source>文件里写来源的字段。</source>
      <translation>The file's field for the source.</translation>
    </message>
    <message>
      <source>文件里写生效时间的字段。</source>
      <translation>The file's field for the time an area begins to hold.</translation>
    </message>
    <message>
      <source>文件里写失效时间的字段。</source>
      <translation>The file's field for the time an area ends to hold.</translation>
    </message>
    <message>
      <source>把拒收、修复和提醒的行写成 .xlsx 或 .csv。</source>
      <translation>Write the refused, repaired and noted rows to .xlsx or .csv.</translation>
    </message>
    <message>
      <source>文件是空的：{path}</source>
      <translation>The file is empty: {path}</translation>
    </message>
    <message>
      <source>请重新获取后再试。</source>
      <translation>Get it again and try once more.</translation>
    </message>
    <message>
      <source>闭合的线当作面</source>
      <translation>closed line taken for an area</translation>
    </message>
    <message>
      <source>{fates}；第 {number} 行：{reason}。</source>
      <translation>{fates}; row {number}: {reason}.</translation>
    </message>
  </context>
</TS>
