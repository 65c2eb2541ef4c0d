<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>exports</name>
    <message>
        <source>上一次导出没有脱敏，再导出要重新写明原因。</source>
        <translation>The last export was unmasked: exporting it again needs a new reason.</translation>
    </message>
    <message>
        <source>上一次导出是脱敏的，不需要原因。</source>
        <translation>The last export was masked and needs no reason.</translation>
    </message>
    <message>
        <source>要明文请写明输出文件、--what 和 --reveal。</source>
        <translation>For clear text name the output file, --what and --reveal.</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>--again 不能和别的选择一起写。</source>
        <translation>--again cannot be combined with other choices.</translation>
    </message>
    <message>
        <source>要换选择，请写明输出文件和 --what。</source>
        <translation>To choose otherwise, name the output file and --what.</translation>
    </message>
    <message>
        <source>没有写输出文件或 --what。</source>
        <translation>The output file or --what is missing.</translation>
    </message>
    <message>
        <source>例如：gisapp export 县.gpkg 住户.xlsx --what households。</source>
        <translation>For example: gisapp export county.gpkg families.xlsx --what households.</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>People</translation>
    </message>
    <message>
        <source>最近一次研判的电话名单</source>
        <translation>Call list of the latest run</translation>
    </message>
    <message>
        <source>{kind}没有位置，不能写成地图文件：{path}</source>
        <translation>{kind}: without a place this cannot become a map file: {path}</translation>
    </message>
    <message>
        <source>请导出为 .xlsx 或 .csv。</source>
        <translation>Please export to .xlsx or .csv.</translation>
    </message>
    <message>
        <source>{ending} 只能是 WGS-84 经纬度。</source>
        <translation>{ending} can only hold WGS 84 degrees.</translation>
    </message>
    <message>
        <source>要本县坐标系，请导出为 .gpkg 或 .shp。</source>
        <translation>For the county's CRS please export to .gpkg or .shp.</translation>
    </message>
    <message>
        <source>不能导出成坐标系“{text}”。</source>
        <translation>Cannot export in the CRS “{text}”.</translation>
    </message>
    <message>
        <source>按文件类型</source>
        <translation>As the file type has it</translation>
    </message>
    <message>
        <source>WGS-84（经纬度）</source>
        <translation>WGS 84 (degrees)</translation>
    </message>
    <message>
        <source>可用：county（本县坐标系）、wgs84。火星坐标（GCJ-02）无法在文件里注明，所以不写。</source>
        <translation>Known: county (the county's CRS), wgs84. GCJ-02 cannot be declared in a file, so it is never written.</translation>
    </message>
    <message>
        <source>字段名最多 10 个字节，已缩短：{names}。</source>
        <translation>Field names hold 10 bytes at most and were shortened: {names}.</translation>
    </message>
    <message>
        <source>有 {count:,} 处文字超过 254 个字节，只写了前面的部分。</source>
        <translation>{count:,} texts are longer than 254 bytes: only their beginnings were written.</translation>
    </message>
    <message>
        <source>{title} → {field}</source>
        <translation>{title} → {field}</translation>
    </message>
    <message>
        <source>还没有从这个县文件导出过，没有可以再导出的。</source>
        <translation>Nothing has been exported from this county file yet, so nothing can be exported again.</translation>
    </message>
    <message>
        <source>请先导出一次，之后就能一步再导出。</source>
        <translation>Export once; from then on one step repeats it.</translation>
    </message>
    <message>
        <source>六岗名册</source>
        <translation>Register of the six slots</translation>
    </message>
    <message>
        <source>人员名册</source>
        <translation>Register of people</translation>
    </message>
    <message>
        <source>指定</source>
        <translation>By hand</translation>
    </message>
    <message>
        <source>随网格员</source>
        <translation>Follows the grid officer</translation>
    </message>
    <message>
        <source>现住自</source>
        <translation>Sleeping there since</translation>
    </message>
    <message>
        <source>单位代码</source>
        <translation>Unit code</translation>
    </message>
    <message>
        <source>负责户数</source>
        <translation>Families</translation>
    </message>
    <message>
        <source>在岗</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>离岗日期</source>
        <translation>Left on</translation>
    </message>
    <message>
        <source>离岗原因</source>
        <translation>Why left</translation>
    </message>
    <message>
        <source>任岗日期</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>安置点名册</source>
        <translation>Register of settlement sites</translation>
    </message>
    <message>
        <source>风险区名册</source>
        <translation>Register of hazard areas</translation>
    </message>
    <message>
        <source>房屋名册</source>
        <translation>Register of houses</translation>
    </message>
    <message>
        <source>代码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>上级代码</source>
        <translation>Code of unit above</translation>
    </message>
    <message>
        <source>上级</source>
        <translation>Unit above</translation>
    </message>
    <message>
        <source>并入代码</source>
        <translation>Merged into (code)</translation>
    </message>
    <message>
        <source>撤销日期</source>
        <translation>Ended on</translation>
    </message>
    <message>
        <source>房屋编号</source>
        <translation>House code</translation>
    </message>
    <message>
        <source>风险等级</source>
        <translation>Hazard level</translation>
    </message>
    <message>
        <source>楼栋数</source>
        <translation>Buildings</translation>
    </message>
    <message>
        <source>套数</source>
        <translation>Flats</translation>
    </message>
    <message>
        <source>有效期起</source>
        <translation>Valid from</translation>
    </message>
    <message>
        <source>有效期止</source>
        <translation>Valid to</translation>
    </message>
    <message>
        <source>启用</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>管理人</source>
        <translation>Keeper</translation>
    </message>
    <message>
        <source>管理人电话</source>
        <translation>Keeper's phone</translation>
    </message>
    <message>
        <source>没有这一列，或写了两次：{names}</source>
        <translation>No such column, or named twice: {names}</translation>
    </message>
    <message>
        <source>这份名单的列：{columns}。</source>
        <translation>Columns of this list: {columns}.</translation>
    </message>
    <message>
        <source>grids、households、residents、houses、slots、contacts、divisions、settlements、rooms、hazards、safe-sites、roads、waterways、attributes、indicators 或 affected（最近一次研判）。</source>
        <translation>grids, households, residents, houses, slots, contacts, divisions, settlements, rooms, hazards, safe-sites, roads, waterways, attributes, indicators or affected (the latest run).</translation>
    </message>
    <message>
        <source>只要这些列，按写的顺序：用逗号隔开的列名，例如 code,head,phone。</source>
        <translation>Only these columns, in this order: names separated by commas, such as code,head,phone.</translation>
    </message>
    <message>
        <source>地图文件的坐标系：county（本县，米）或 wgs84（经纬度）。</source>
        <translation>CRS of map files: county (metres) or wgs84 (degrees).</translation>
    </message>
    <message>
        <source>地图文件的字段用中文名。</source>
        <translation>Call the fields of map files as people do.</translation>
    </message>
    <message>
        <source>照上一次的选择再导出一次，写到同一个文件。</source>
        <translation>Export again as chosen last time, into the same file.</translation>
    </message>
    <message>
        <source>导出 .xlsx、.csv、.gpkg、.geojson、.shp、.zip（打包的 shapefile）或 .kml。</source>
        <translation>Export to .xlsx, .csv, .gpkg, .geojson, .shp, .zip (a packed shapefile) or .kml.</translation>
    </message>
    <message>
        <source>证件号码和电话不脱敏（要写原因，会记入历史）</source>
        <translation>ID numbers and phones in clear (needs a reason, kept in the history)</translation>
    </message>
    <message>
        <source>原因，例如：上级核对</source>
        <translation>Reason, such as: check by the county</translation>
    </message>
    <message>
        <source>不脱敏的原因</source>
        <translation>Reason for clear text</translation>
    </message>
    <message>
        <source>屏幕上的列表：{title}（{rows} 行）</source>
        <translation>The list on the screen: {title} ({rows} rows)</translation>
    </message>
    <message>
        <source>要导出的列</source>
        <translation>Columns to export</translation>
    </message>
    <message>
        <source>上移</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>下移</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>导出什么</source>
        <translation>What</translation>
    </message>
    <message>
        <source>地图文件的坐标</source>
        <translation>Coordinates of map files</translation>
    </message>
    <message>
        <source>Alt+↑</source>
        <translation>Alt+↑</translation>
    </message>
    <message>
        <source>Alt+↓</source>
        <translation>Alt+↓</translation>
    </message>
    <message>
        <source>全部列都要；已经全选时，全部取消</source>
        <translation>All columns; none when all are ticked</translation>
    </message>
    <message>
        <source>要导出的列：打勾，拖动或上移下移改次序</source>
        <translation>Columns: tick them; drag or use Up and Down to order them</translation>
    </message>
    <message>
        <source>列表已经换成“{title}”，没有再导出“{former}”。</source>
        <translation>The list is now “{title}”; “{former}” was not exported again.</translation>
    </message>
    <message>
        <source>再导出一次</source>
        <translation>Export again</translation>
    </message>
    <message>
        <source>上一次没有脱敏。为什么要再导出？原因会记入历史。</source>
        <translation>The last one was in clear. Why export it again? The history keeps the reason.</translation>
    </message>
    <message>
        <source>导出列表</source>
        <translation>Export the list</translation>
    </message>
    <message>
        <source>把筛选后的列表写成 Excel 或 CSV</source>
        <translation>Write the filtered list as Excel or CSV</translation>
    </message>
    <message>
        <source>选名单、范围和列，写成 Excel、CSV 或地图文件</source>
        <translation>Choose list, place and columns; write Excel, CSV or a map file</translation>
    </message>
    <message>
        <source>照上一次的选择写到同一个文件</source>
        <translation>As chosen last time, into the same file</translation>
    </message>
    <message>
        <source>households、people、relocated、missing_slots 或 hazard_homes；可写几个。</source>
        <translation>households, people, relocated, missing_slots or hazard_homes; may be given several times.</translation>
    </message>
    <message>
        <source>画出住房的位置，不含姓名。</source>
        <translation>Show where homes stand, without names.</translation>
    </message>
    <message>
        <source>写上网格员的完整电话；必须写原因，会记入历史。</source>
        <translation>Write the grid officers' whole phones; needs a reason, kept in the history.</translation>
    </message>
    <message>
        <source>写上电话的原因。</source>
        <translation>Reason for the phones.</translation>
    </message>
    <message>
        <source>写了 --reason 却没有写 --phones。</source>
        <translation>--reason was given without --phones.</translation>
    </message>
    <message>
        <source>不写电话的网页地图不需要原因。</source>
        <translation>A web map without phones needs no reason.</translation>
    </message>
    <message>
        <source>专题</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>图例</source>
        <translation>Legend</translation>
    </message>
    <message>
        <source>写上电话必须写明原因。</source>
        <translation>Phones are written only with a reason.</translation>
    </message>
    <message>
        <source>请写明原因，例如“值班室用”；它会记入历史。</source>
        <translation>Please give a reason, such as “for the duty room”; the history keeps it.</translation>
    </message>
    <message>
        <source>网页地图写上网格员电话</source>
        <translation>Wrote officers' phones into a web map</translation>
    </message>
    <message>
        <source>画出住房的位置（不含姓名）</source>
        <translation>Show where homes stand (no names)</translation>
    </message>
    <message>
        <source>写上网格员的完整电话（要写原因，会记入历史）</source>
        <translation>Write the officers' whole phones (needs a reason, kept in the history)</translation>
    </message>
    <message>
        <source>写上电话的原因</source>
        <translation>Reason for the phones</translation>
    </message>
    <message>
        <source>原因，例如：值班室用</source>
        <translation>Reason, such as: for the duty room</translation>
    </message>
    <message>
        <source>一个网页文件：各专题可以切换，能按网格名搜索，没有网络也能打开。</source>
        <translation>One page: themes to switch, search by grid name, opens without a network.</translation>
    </message>
</context>
</TS>
