<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
  <context>
    <name>flood</name>
    <message>
      <source>空置住房 {vacant:,} 处；没有结论的住房 {unknown:,} 处。</source>
      <translation>{vacant:,} other vacant homes; {unknown:,} houses without a conclusion.</translation>
    </message>
    <message>
      <source>要么给 --hazard，要么给 --repeat。</source>
      <translation>Give either --hazard or --repeat.</translation>
    </message>
    <message>
      <source>例如 --hazard 月河洪涝，或 --repeat 3。</source>
      <translation>For example --hazard 月河洪涝, or --repeat 3.</translation>
    </message>
    <message>
      <source>其中只因外扩才进入险区：{houses:,} 处，{households:,} 户，{residents:,} 人。</source>
      <translation>In danger by the buffer alone: {houses:,} houses, {households:,} households, {residents:,} people.</translation>
    </message>
    <message>
      <source>另有 {count:,} 人睡在险区、自家不在名单上，请再用 --at sleeping 研判。</source>
      <translation>Another {count:,} people sleep in danger while their own family is not on the list; ask again with --at sleeping.</translation>
    </message>
    <message>
      <source>  只在“{names}”：{houses:,} 处，{households:,} 户，{residents:,} 人</source>
      <translation>  only in “{names}”: {houses:,} houses, {households:,} households, {residents:,} people</translation>
    </message>
    <message>
      <source>本县坐标系（米）</source>
      <translation>the county's CRS (metres)</translation>
    </message>
    <message>
      <source>{name}：{total} 行，面 {areas} 个，拒收 {refused} 行</source>
      <translation>{name}: {total} rows, {areas} areas, {refused} refused</translation>
    </message>
    <message>
      <source>  坐标系：{crs}</source>
      <translation>  CRS: {crs}</translation>
    </message>
    <message>
      <source>共 {total} 行：新增 {new}，更新 {changed}，不变 {same}，拒收 {rejected}。</source>
      <translation>{total} rows: {new} new, {changed} changed, {same} same, {rejected} rejected.</translation>
    </message>
    <message>
      <source>  {field}：{samples}</source>
      <translation>  {field}: {samples}</translation>
    </message>
    <message>
      <source>  {layer} 第 {number} 行 {name}：{reason}</source>
      <translation>  {layer} row {number} {name}: {reason}</translation>
    </message>
    <message>
      <source>没有说明，请用 --crs 指定</source>
      <translation>not stated; give it with --crs</translation>
    </message>
    <message>
      <source>{run}  {at}  {names}：{houses:,} 处，{households:,} 户，{residents:,} 人</source>
      <translation>{run}  {at}  {names}: {houses:,} houses, {households:,} households, {residents:,} people</translation>
    </message>
    <message>
      <source>{caption}：{houses:,} 处，{households:,} 户，{residents:,} 人</source>
      <translation>{caption}: {houses:,} houses, {households:,} households, {residents:,} people</translation>
    </message>
    <message>
      <source>研判的号数不对。</source>
      <translation>Wrong number of runs.</translation>
    </message>
    <message>
      <source>请写 list，或 show 号，或 compare 号 号。</source>
      <translation>Write list, or show NUMBER, or compare NUMBER NUMBER.</translation>
    </message>
    <message>
      <source>新进入险区</source>
      <translation>Newly in danger</translation>
    </message>
    <message>
      <source>不再在险区</source>
      <translation>No longer in danger</translation>
    </message>
    <message>
      <source>等级变了</source>
      <translation>Level changed</translation>
    </message>
    <message>
      <source>不变</source>
      <translation>Unchanged</translation>
    </message>
    <message>
      <source>  {code} {number}：{before} → {after}</source>
      <translation>  {code} {number}: {before} → {after}</translation>
    </message>
    <message>
      <source>不在</source>
      <translation>not in danger</translation>
    </message>
    <message>
      <source>水深{levels}；没有水深值的住房列为没有结论，既不算安全也不算被淹。</source>
      <translation>Depths: {levels}; homes without a depth are listed as without a conclusion, neither safe nor flooded. </translation>
    </message>
    <message>
      <source>只算 {time} 有效的风险区。</source>
      <translation>Only areas that hold at {time}. </translation>
    </message>
    <message>
      <source>届时无效、没有计入的 {count} 个：{names}。</source>
      <translation>Not valid then and left out, {count}: {names}. </translation>
    </message>
    <message>
      <source>{metres:g} 米起{level}</source>
      <translation>{level} from {metres:g} m</translation>
    </message>
    <message>
      <source>按房屋点位判断，边界上算在内</source>
      <translation>by the house's point, the border included</translation>
    </message>
    <message>
      <source>按房屋轮廓判断，碰到即算；没有轮廓的按点位</source>
      <translation>by the house's outline, touching counts; by its point without an outline</translation>
    </message>
    <message>
      <source>按房屋轮廓的中心判断，边界上算在内；没有轮廓的按点位</source>
      <translation>by the centre of the house's outline, the border included; by its point without an outline</translation>
    </message>
    <message>
      <source>水深按房屋点位周围四个像元双线性取值，达到即算</source>
      <translation>depth bilinear between the four cells around the house's point, reaching counts</translation>
    </message>
    <message>
      <source>水深按房屋点位所在像元取值，达到即算</source>
      <translation>depth of the cell the house's point lies in, reaching counts</translation>
    </message>
    <message>
      <source>水深分级不对：{text}</source>
      <translation>Wrong depth thresholds: {text}</translation>
    </message>
    <message>
      <source>请写一到四个从小到大的米数，例如 0.5,1.0；最后一个是红色。</source>
      <translation>Write one to four rising numbers of metres, such as 0.5,1.0; the last is red.</translation>
    </message>
    <message>
      <source>时间读不懂：{text}</source>
      <translation>Cannot read the time: {text}</translation>
    </message>
    <message>
      <source>请写成 2026-07-12 或 2026-07-12T20:00 的样子。</source>
      <translation>Write it like 2026-07-12 or 2026-07-12T20:00.</translation>
    </message>
    <message>
      <source>在原住房</source>
      <translation>at the origin home</translation>
    </message>
    <message>
      <source>空置住房</source>
      <translation>Vacant homes</translation>
    </message>
    <message>
      <source>空置住房（今晚无人）</source>
      <translation>Vacant homes (nobody tonight)</translation>
    </message>
    <message>
      <source>睡在险区而自家不在名单上的人</source>
      <translation>People who sleep in danger while their family is not on the list</translation>
    </message>
    <message>
      <source>恰好在这些风险区（各类相加等于合计）</source>
      <translation>In exactly these areas (classes add up to the total)</translation>
    </message>
    <message>
      <source>只因外扩才进入险区</source>
      <translation>In danger by the buffer alone</translation>
    </message>
    <message>
      <source>栅格没有水深值</source>
      <translation>no depth in the raster</translation>
    </message>
    <message>
      <source>文件的文字编码不对，请另存为 UTF-8。</source>
      <translation>The text encoding is wrong; save the file as UTF-8.</translation>
    </message>
    <message>
      <source>没有找到坐标列：{path}</source>
      <translation>No columns of coordinates found: {path}</translation>
    </message>
    <message>
      <source>表头要有“经度、纬度”，或“东坐标、北坐标”，或“X、Y”。</source>
      <translation>The header needs longitude and latitude, or easting and northing, or X and Y.</translation>
    </message>
    <message>
      <source>角点不足三个</source>
      <translation>fewer than three corners</translation>
    </message>
    <message>
      <source>表格第 {line} 行的坐标读不懂</source>
      <translation>cannot read the coordinates in line {line} of the table</translation>
    </message>
    <message>
      <source>栅格没有位置信息：{path}</source>
      <translation>The raster has no place on earth: {path}</translation>
    </message>
    <message>
      <source>请导出带坐标的 GeoTIFF。</source>
      <translation>Export a GeoTIFF with coordinates.</translation>
    </message>
    <message>
      <source>水深栅格不在本县：{path}</source>
      <translation>The depth raster does not lie in the county: {path}</translation>
    </message>
    <message>
      <source>栅格有 {count} 个波段，只读第一个</source>
      <translation>the raster has {count} bands, only the first is read</translation>
    </message>
    <message>
      <source>栅格没有声明无数据值：每个像元都当作有水深</source>
      <translation>the raster declares no nodata value: every cell is taken to hold a depth</translation>
    </message>
    <message>
      <source>{count} 个像元的水深小于 0，当作没有值</source>
      <translation>{count} cells have a depth below 0, taken as no value</translation>
    </message>
    <message>
      <source>无法读取水深栅格：{path}</source>
      <translation>Cannot read the depth raster: {path}</translation>
    </message>
    <message>
      <source>需要 GeoTIFF；文件可能已损坏或不完整，请重新获取。</source>
      <translation>A GeoTIFF is needed; the file may be damaged or cut short, get it again.</translation>
    </message>
    <message>
      <source>不是地标：{kind}</source>
      <translation>not a placemark: {kind}</translation>
    </message>
    <message>
      <source>坐标读不懂</source>
      <translation>cannot read the coordinates</translation>
    </message>
    <message>
      <source>水深分级只用于水深栅格。</source>
      <translation>Depth thresholds are only for depth rasters.</translation>
    </message>
    <message>
      <source>请去掉 --thresholds，或用 --hazard 指定一个 GeoTIFF。</source>
      <translation>Leave out --thresholds, or name a GeoTIFF with --hazard.</translation>
    </message>
    <message>
      <source>{name}：{note}</source>
      <translation>{name}: {note}</translation>
    </message>
    <message>
      <source>没有研判第 {run} 号。</source>
      <translation>There is no run {run}.</translation>
    </message>
    <message>
      <source>请用 gisapp runs 查看有哪些研判。</source>
      <translation>See which runs there are with gisapp runs.</translation>
    </message>
    <message>
      <source>沿{line}外扩 {metres:g} 米</source>
      <translation>along {line}, {metres:g} m wide each side</translation>
    </message>
    <message>
      <source>可选：{names}。</source>
      <translation>To choose from: {names}.</translation>
    </message>
    <message>
      <source>{line}两侧 {metres:g} 米</source>
      <translation>{metres:g} m along {line}</translation>
    </message>
    <message>
      <source>本县文件里没有河流和道路。</source>
      <translation>The county file holds no rivers or roads.</translation>
    </message>
    <message>
      <source>宽度不合理：{metres} 米。</source>
      <translation>A senseless width: {metres} m.</translation>
    </message>
    <message>
      <source>请填 0 到 {most:,.0f} 之间的米数。</source>
      <translation>Give metres between 0 and {most:,.0f}.</translation>
    </message>
    <message>
      <source>没有名为“{name}”的河流或道路。</source>
      <translation>There is no river or road named “{name}”.</translation>
    </message>
    <message>
      <source>所选风险区在 {time} 都不在有效期内。</source>
      <translation>None of the chosen areas holds at {time}.</translation>
    </message>
    <message>
      <source>请换一个时间，或修改风险区的有效期。</source>
      <translation>Choose another time, or change how long the areas hold.</translation>
    </message>
    <message>
      <source>规则“{rule}”需要水深栅格。</source>
      <translation>The rule “{rule}” needs a depth raster.</translation>
    </message>
    <message>
      <source>水深栅格不能按“{rule}”判断。</source>
      <translation>Depths cannot be judged by “{rule}”.</translation>
    </message>
    <message>
      <source>请改用 bilinear（双线性）或 nearest（所在像元）。</source>
      <translation>Use bilinear or nearest (the cell's own value).</translation>
    </message>
    <message>
      <source>水深栅格不能外扩。</source>
      <translation>A depth raster cannot be widened.</translation>
    </message>
    <message>
      <source>请把外扩米数设为 0。</source>
      <translation>Set the buffer to 0.</translation>
    </message>
    <message>
      <source>风险区新增 {new} 个，更新 {changed} 个：{names}</source>
      <translation>Hazard areas: {new} new, {changed} changed: {names}</translation>
    </message>
    <message>
      <source>水深栅格 {name}</source>
      <translation>depth raster {name}</translation>
    </message>
    <message>
      <source>规则“{rule}”需要房屋轮廓，本县文件里没有。</source>
      <translation>The rule “{rule}” needs outlines of houses; the county file has none.</translation>
    </message>
    <message>
      <source>请改用 point（按房屋点位判断），或先导入房屋轮廓。</source>
      <translation>Use point (by the house's point), or import outlines of houses first.</translation>
    </message>
    <message>
      <source>水深栅格需要分级：{path}</source>
      <translation>A depth raster needs thresholds: {path}</translation>
    </message>
    <message>
      <source>请加上 --thresholds，例如 0.5,1.0（米，最后一个是红色）。</source>
      <translation>Add --thresholds, such as 0.5,1.0 (metres, the last is red).</translation>
    </message>
    <message>
      <source>边界不合规</source>
      <translation>invalid boundary</translation>
    </message>
    <message>
      <source>在县界之外 {metres:,.0f} 米，仍保留</source>
      <translation>{metres:,.0f} m outside the county, kept all the same</translation>
    </message>
    <message>
      <source>边界已修复（{why}）：面积 {before:,.0f} → {after:,.0f} 平方米</source>
      <translation>Boundary repaired ({why}): area {before:,.0f} → {after:,.0f} m²</translation>
    </message>
    <message>
      <source>只取其中的面，点和线没有取</source>
      <translation>only its polygons were taken, not its points and lines</translation>
    </message>
    <message>
      <source>自相交</source>
      <translation>self-intersection</translation>
    </message>
    <message>
      <source>环自相交</source>
      <translation>ring self-intersection</translation>
    </message>
    <message>
      <source>洞在外环之外</source>
      <translation>hole outside its ring</translation>
    </message>
    <message>
      <source>面套着面</source>
      <translation>nested polygons</translation>
    </message>
    <message>
      <source>内部不相连</source>
      <translation>disconnected interior</translation>
    </message>
    <message>
      <source>环重复</source>
      <translation>duplicate rings</translation>
    </message>
    <message>
      <source>在本县之外（相距 {km:,.1f} 公里）</source>
      <translation>outside the county ({km:,.1f} km away)</translation>
    </message>
    <message>
      <source>风险区名称、图形文件或水深栅格（GeoTIFF）；可写多个。</source>
      <translation>Names of hazard areas, geodata files or a depth raster (GeoTIFF); may be given several times.</translation>
    </message>
    <message>
      <source>水深分级（米，从小到大，最后一个是红色），例如 0.5,1.0。</source>
      <translation>Depth thresholds (rising metres, the last is red), such as 0.5,1.0.</translation>
    </message>
    <message>
      <source>人按在住的住房或现住何处计。</source>
      <translation>Count people at the homes they live in or where they sleep now.</translation>
    </message>
    <message>
      <source>只算这时有效的风险区，例如 2026-07-12T20:00。</source>
      <translation>Only areas that hold at this time, such as 2026-07-12T20:00.</translation>
    </message>
    <message>
      <source>文字编码，例如 gb18030。</source>
      <translation>Text encoding, such as gb18030.</translation>
    </message>
    <message>
      <source>看一个图形文件有哪些图层、字段和坐标系；不写任何内容。</source>
      <translation>Show the layers, fields and CRS of a geodata file; writes nothing.</translation>
    </message>
    <message>
      <source>文件里写名称的字段。</source>
      <translation>The file's field with the name.</translation>
    </message>
    <message>
      <source>文件里写灾种的字段。</source>
      <translation>The file's field with the kind of hazard.</translation>
    </message>
    <message>
      <source>文件没写灾种时用的灾种。</source>
      <translation>The kind where the file says none.</translation>
    </message>
    <message>
      <source>来源，例如“县气象局 7月12日公报”。</source>
      <translation>The source, such as “weather bureau's bulletin of 12 July”.</translation>
    </message>
    <message>
      <source>有效期从何时起。</source>
      <translation>Valid from.</translation>
    </message>
    <message>
      <source>有效期到何时止。</source>
      <translation>Valid to.</translation>
    </message>
    <message>
      <source>把图形文件里的面存为风险区；再次读取同一文件只更新变化的。</source>
      <translation>Keep the polygons of a geodata file as hazard areas; the same file again only updates what changed.</translation>
    </message>
    <message>
      <source>沿本县的一条河或路，向两侧外扩若干米，存为风险区。</source>
      <translation>Keep everything within some metres of a river or road of the county as a hazard area.</translation>
    </message>
    <message>
      <source>风险区名称。</source>
      <translation>The area's name.</translation>
    </message>
    <message>
      <source>等级。</source>
      <translation>The level.</translation>
    </message>
    <message>
      <source>灾种。</source>
      <translation>The kind of hazard.</translation>
    </message>
    <message>
      <source>列出保存的研判（list）、看一次（show 号）、比较两次（compare 号 号）。</source>
      <translation>List the runs kept (list), see one (show NUMBER), compare two (compare NUMBER NUMBER).</translation>
    </message>
    <message>
      <source>residents、households、contacts、officers、slots、safe-sites、damage、divisions、grids、houses、settlements、roads、waterways、attributes、indicators、base（道路或河流），hazards（图形文件），或 terrain（高程 GeoTIFF）。</source>
      <translation>residents, households, contacts, officers, slots, safe-sites, damage, divisions, grids, houses, settlements, roads, waterways, attributes, indicators, base (roads or rivers), hazards (geodata files), or terrain (a GeoTIFF of heights).</translation>
    </message>
    <message>
      <source>风险区 (*.shp *.gpkg *.geojson *.json *.kml *.kmz *.csv *.tif *.tiff);;所有文件 (*)</source>
      <translation>Hazard areas (*.shp *.gpkg *.geojson *.json *.kml *.kmz *.csv *.tif *.tiff);;All files (*)</translation>
    </message>
    <message>
      <source>{field}：{samples}</source>
      <translation>{field}: {samples}</translation>
    </message>
    <message>
      <source>（没有）</source>
      <translation>(none)</translation>
    </message>
    <message>
      <source>恰好在（各类相加等于合计）</source>
      <translation>In exactly these (classes add up to the total)</translation>
    </message>
    <message>
      <source>两个以上</source>
      <translation>Two or more</translation>
    </message>
    <message>
      <source>只因外扩</source>
      <translation>By the buffer alone</translation>
    </message>
    <message>
      <source>另有 {count} 人睡在险区而自家不在名单上，请改“人按现住何处计”再研判。</source>
      <translation>Another {count} people sleep in danger while their own family is not on the list; count people where they sleep and ask again.</translation>
    </message>
    <message>
      <source>{count} 个风险区届时无效，没有计入。</source>
      <translation>{count} hazard areas do not hold at that time and were left out.</translation>
    </message>
    <message>
      <source>另有 {count} 类，见导出的汇总表。</source>
      <translation>{count} more classes, see the exported summary.</translation>
    </message>
    <message>
      <source>只在{name}</source>
      <translation>Only {name}</translation>
    </message>
    <message>
      <source>其他空置住房</source>
      <translation>other vacant homes</translation>
    </message>
    <message>
      <source>处没有结论</source>
      <translation>homes without a conclusion</translation>
    </message>
    <message>
      <source>在住的住房</source>
      <translation>homes lived in</translation>
    </message>
    <message>
      <source>险区里的住房</source>
      <translation>Home in danger</translation>
    </message>
    <message>
      <source>去自己的住房</source>
      <translation>Own home to go to</translation>
    </message>
    <message>
      <source>号</source>
      <translation>No.</translation>
    </message>
    <message>
      <source>时间</source>
      <translation>Time</translation>
    </message>
    <message>
      <source>谁</source>
      <translation>Who</translation>
    </message>
    <message>
      <source>人按</source>
      <translation>People at</translation>
    </message>
    <message>
      <source>外扩</source>
      <translation>Buffer</translation>
    </message>
    <message>
      <source>变化</source>
      <translation>Change</translation>
    </message>
    <message>
      <source>先前</source>
      <translation>Before</translation>
    </message>
    <message>
      <source>后来</source>
      <translation>After</translation>
    </message>
    <message>
      <source>{metres:g} 米</source>
      <translation>{metres:g} m</translation>
    </message>
    <message>
      <source>水深栅格</source>
      <translation>Depth raster</translation>
    </message>
    <message>
      <source>从几米起算险区？由浅到深，最后一个是红色：</source>
      <translation>From how many metres is it danger? From shallow to deep, the last is red:</translation>
    </message>
    <message>
      <source>文件里的 {count} 个风险区都已在县文件里，没有变化。</source>
      <translation>All {count} hazard areas of the file are in the county file already, unchanged.</translation>
    </message>
    <message>
      <source>历次研判</source>
      <translation>Earlier runs</translation>
    </message>
    <message>
      <source>从 shp、gpkg、geojson、kml、角点表（csv）读取范围，或读取水深栅格（tif）</source>
      <translation>Read areas from shp, gpkg, geojson, kml or a table of corners (csv), or a depth raster (tif)</translation>
    </message>
    <message>
      <source>没有结论的住房（既不算安全，也不算被淹）</source>
      <translation>Homes without a conclusion (neither safe nor flooded)</translation>
    </message>
    <message>
      <source>{first} 号 → {second} 号：新进入 {newly} 户，不再在 {gone} 户，变级 {changed} 户，不变 {same} 户</source>
      <translation>{first} → {second}: {newly} households newly in, {gone} no longer, {changed} at another level, {same} unchanged</translation>
    </message>
    <message>
      <source>去自己住房</source>
      <translation>Own safe home</translation>
    </message>
    <message>
      <source>按住 Ctrl 选中两次研判，看谁新进入险区</source>
      <translation>Choose two runs with Ctrl and see who is newly in danger</translation>
    </message>
    <message>
      <source>再做一遍研判</source>
      <translation>Asking again</translation>
    </message>
    <message>
      <source>回到历次研判</source>
      <translation>Back to the earlier runs</translation>
    </message>
    <message>
      <source>险区里没有另有安全住房的户。</source>
      <translation>No family in danger has another safe home.</translation>
    </message>
    <message>
      <source>险区里没有其他空置住房。</source>
      <translation>No other vacant homes in danger.</translation>
    </message>
    <message>
      <source>打开</source>
      <translation>Open</translation>
    </message>
    <message>
      <source>打开选中的研判</source>
      <translation>Open the chosen run</translation>
    </message>
    <message>
      <source>比较两次</source>
      <translation>Compare two</translation>
    </message>
    <message>
      <source>再做一遍</source>
      <translation>Repeat</translation>
    </message>
    <message>
      <source>请先在列表里选中一次研判。</source>
      <translation>First choose a run in the list.</translation>
    </message>
    <message>
      <source>请按住 Ctrl 选中两次研判。</source>
      <translation>Choose two runs, holding Ctrl.</translation>
    </message>
    <message>
      <source>两次研判的住户完全一样。</source>
      <translation>Both runs have exactly the same families.</translation>
    </message>
    <message>
      <source>没有结论</source>
      <translation>No conclusion</translation>
    </message>
    <message>
      <source>共 {count:,} 处，逐处见 Excel</source>
      <translation>{count:,} in all, one by one in the workbook</translation>
    </message>
    <message>
      <source>{count:,} 处</source>
      <translation>{count:,} houses</translation>
    </message>
    <message>
      <source>{heading} · {town} · {village}</source>
      <translation>{heading} · {town} · {village}</translation>
    </message>
    <message>
      <source>{town} {village}</source>
      <translation>{town} {village}</translation>
    </message>
    <message>
      <source>其他空置住房 {count:,} 处，今晚无人。</source>
      <translation>{count:,} other vacant homes, nobody there tonight.</translation>
    </message>
    <message>
      <source>另有 {count:,} 人睡在险区而自家不在名单上。</source>
      <translation>Another {count:,} people sleep in danger while their own family is not on the list.</translation>
    </message>
    <message>
      <source>只因外扩才进入险区：{houses:,} 处，{households:,} 户，{residents:,} 人。</source>
      <translation>In danger by the buffer alone: {houses:,} houses, {households:,} households, {residents:,} people.</translation>
    </message>
    <message>
      <source>栅格在本县范围里没有任何水深值</source>
      <translation>the raster holds no depth at all within the county</translation>
    </message>
  </context>
</TS>
