<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
  <context>
    <name>places_in</name>
    <message><source>请用 --crs 写明。像是：{proposals}</source><translation>Please say which with --crs. It looks like: {proposals}</translation></message>
    <message><source>{crs}（{share:.0%} 落在本县）--crs {code}</source><translation>{crs} ({share:.0%} in this county) --crs {code}</translation></message>
    <message><source>按文件说明的坐标系（{crs}），{name}没有一处在本县。</source><translation>Read as the file states ({crs}), nothing of {name} lies in this county.</translation></message>
    <message><source>没有说明坐标系：{name}</source><translation>The coordinates are not stated: {name}</translation></message>
    <message><source>没有一种常用坐标系能让它落在本县，请向对方问明坐标系，再用 --crs 写明。</source><translation>None of the usual coordinates puts it into this county: please ask where it came from, and say with --crs.</translation></message>
    <message><source>{crs}，先北后东（先纬度后经度）</source><translation>{crs}, north before east</translation></message>
    <message><source>与{against}相比，图形整体向{where}偏约 {metres:,.0f} 米，不知道原因。</source><translation>Against {against} everything lies about {metres:,.0f} m to the {where}, for no known reason.</translation></message>
    <message><source>请核对坐标系，用 --crs 写明；要照原样导入请用 --crs {stated}。</source><translation>Please check the coordinates and say which with --crs; to take it as it is, --crs {stated}.</translation></message>
    <message><source>东</source><translation>east</translation></message>
    <message><source>东北</source><translation>north-east</translation></message>
    <message><source>西北</source><translation>north-west</translation></message>
    <message><source>西</source><translation>west</translation></message>
    <message><source>西南</source><translation>south-west</translation></message>
    <message><source>南</source><translation>south</translation></message>
    <message><source>东南</source><translation>south-east</translation></message>
    <message><source>只有 {first:.0%} 的位置在所写的村里；按 {crs} 换算后是 {share:.0%}。</source><translation>Only {first:.0%} of the places lie in the villages they name; converted from {crs}, {share:.0%} do.</translation></message>
    <message><source>要换算请用 --crs {code}；要照原样导入请用 --crs {stated}。</source><translation>To convert it, --crs {code}; to take it as it is, --crs {stated}.</translation></message>
    <message><source>与{against}相比，图形整体向{where}偏约 {metres:,.0f} 米，像是 {crs}。</source><translation>Against {against} everything lies about {metres:,.0f} m to the {where}: it looks like {crs}.</translation></message>
    <message><source>坐标不是数，或超出坐标系的范围</source><translation>the coordinates are no numbers, or beyond what their system can hold</translation></message>
    <message><source>不是线：{kind}</source><translation>no line: {kind}</translation></message>
    <message><source>不是点：{kind}</source><translation>no point: {kind}</translation></message>
    <message><source>不是点，也不是面：{kind}</source><translation>neither a point nor an area: {kind}</translation></message>
    <message><source>面没有面积</source><translation>the area has no size</translation></message>
    <message><source>面取其中的一点</source><translation>a point within the area is taken</translation></message>
    <message><source>一行有 {count} 个点</source><translation>{count} points in one row</translation></message>
    <message><source>闭合的线按面读取</source><translation>a closed line, read as an area</translation></message>
    <message><source>只取其中的线，别的没有取</source><translation>only its lines are taken, the rest is not</translation></message>
    <message><source>例如 4490、4545。</source><translation>For example 4490 or 4545.</translation></message>
    <message><source>文字编码：{encoding}</source><translation>Text encoding: {encoding}</translation></message>
    <message><source>{name}（{kind}，{rows} 行）</source><translation>{name} ({kind}, {rows} rows)</translation></message>
    <message><source>  按 {encoding}：{text}</source><translation>  as {encoding}: {text}</translation></message>
    <message><source>  落在本县：{share:.0%}</source><translation>  in this county: {share:.0%}</translation></message>
    <message><source>  像是 {crs}（{share:.0%} 落在本县）：--crs {code}</source><translation>  looks like {crs} ({share:.0%} in this county): --crs {code}</translation></message>
    <message><source>{kind}没有空白表：只能从图形文件导入。</source><translation>There is no empty sheet of {kind}: they come from a map file only.</translation></message>
    <message><source>例如 gisapp import 县文件 {kind}.shp。</source><translation>For example gisapp import COUNTY {kind}.shp.</translation></message>
    <message><source>行政区划</source><translation>Divisions</translation></message>
    <message><source>WKT 读不懂</source><translation>the WKT cannot be read</translation></message>
    <message><source>坐标读不懂：{text}</source><translation>the coordinates cannot be read: {text}</translation></message>
    <message><source>看不出是县、镇、村还是社区，请写明级别</source><translation>county, town, village or community? please write the level</translation></message>
    <message><source>官方代码应是 6、9 或 12 位数字</source><translation>an official code has 6, 9 or 12 digits</translation></message>
    <message><source>看不出属于哪个镇，请写明上级</source><translation>its town cannot be told, please write what it belongs to</translation></message>
    <message><source>县界</source><translation>the county's outline</translation></message>
    <message><source>与第 {row} 行是同一个单位</source><translation>the same unit as row {row}</translation></message>
    <message><source>“{text}”不止一个：{names}；请写明代码</source><translation>“{text}” is more than one: {names}; please write the code</translation></message>
    <message><source>新的单位要写官方代码</source><translation>a new unit needs its official code</translation></message>
    <message><source>新的单位要写名称</source><translation>a new unit needs a name</translation></message>
    <message><source>没有代码，也没有名称</source><translation>neither code nor name</translation></message>
    <message><source>{name}已并入别的单位，没有改动</source><translation>{name} was merged into another unit and stays as it is</translation></message>
    <message><source>这是另一个县，本县的代码是 {code}</source><translation>another county; this one's code is {code}</translation></message>
    <message><source>{name}不能是它的上级</source><translation>{name} cannot be above it</translation></message>
    <message><source>这是{name}的旧名，名称没有改</source><translation>a former name of {name}; the name stays</translation></message>
    <message><source>边界</source><translation>Border</translation></message>
    <message><source>导入后有缝隙 {gaps:,} 处（{gap_ha:,.2f} 公顷）、重叠 {overlaps:,} 处（{overlap_ha:,.2f} 公顷），最大的在：{places}</source><translation>Afterwards there are {gaps:,} gaps ({gap_ha:,.2f} ha) and {overlaps:,} overlaps ({overlap_ha:,.2f} ha), the largest at: {places}</translation></message>
    <message><source>{moved:,} 处房屋换到所在的网格，每处一次；{outside:,} 处不在任何网格内</source><translation>{moved:,} houses go to the grid they stand in, each once; {outside:,} stand in no grid</translation></message>
    <message><source>导入后网格之间没有缝隙，也没有重叠</source><translation>Afterwards there are no gaps and no overlaps between the grids</translation></message>
    <message><source>县里 {count:,} 个网格大半被文件里的网格覆盖，由它们替代：{names}</source><translation>{count:,} grids of the county are mostly covered by those of the file, which take their place: {names}</translation></message>
    <message><source>县里另有 {count:,} 个网格不在文件里，没有改动</source><translation>{count:,} other grids of the county are not in the file and stay as they are</translation></message>
    <message><source>看不出属于哪个村或社区，请写明</source><translation>its village or community cannot be told, please write it</translation></message>
    <message><source>县里没有这个网格，新的网格要有图形</source><translation>the county has no such grid, and a new one needs a shape</translation></message>
    <message><source>没有网格编号、名称，也没有图形</source><translation>neither code, name nor shape</translation></message>
    <message><source>编号与第 {row} 行相同</source><translation>the code of row {row} again</translation></message>
    <message><source>网格员没有记：{reason}</source><translation>the officer is not taken: {reason}</translation></message>
    <message><source>与第 {row} 行是同一处房屋</source><translation>the same house as row {row}</translation></message>
    <message><source>门牌与别的行相同，按位置另记一处</source><translation>the number of another row: kept apart by its place</translation></message>
    <message><source>轮廓记给其中已有的房屋：{names}</source><translation>the outline goes to the houses on it: {names}</translation></message>
    <message><source>县里已有的房屋</source><translation>the county's houses</translation></message>
    <message><source>县里记着这处房屋已经灭失，现在作为新的房屋</source><translation>the county has this house as gone; it is a new house now</translation></message>
    <message><source>没有门牌、编号，也没有位置</source><translation>neither number, code nor place</translation></message>
    <message><source>写的网格与位置不符：位置在{name}，按位置记</source><translation>not in the grid it names: it stands in {name}, which counts</translation></message>
    <message><source>看不出是道路还是河流：{layers}。</source><translation>Roads or rivers? It cannot be told: {layers}.</translation></message>
    <message><source>请用 --as roads 或 --as waterways 写明，图层用 --layer 写明。</source><translation>Please say --as roads or --as waterways, and the layer with --layer.</translation></message>
    <message><source>无图形</source><translation>no shapes</translation></message>
    <message><source>{kind}不能从图形文件导入。</source><translation>{kind} cannot be imported from a map file.</translation></message>
    <message><source>图形文件可以导入：{kinds}。</source><translation>From a map file: {kinds}.</translation></message>
    <message><source>文件里没有能作{kind}的图层。</source><translation>No layer of the file can be read as {kind}.</translation></message>
    <message><source>文件里的图层：{layers}。</source><translation>Layers of the file: {layers}.</translation></message>
    <message><source>有几个图层都可以作{kind}。</source><translation>Several layers can be read as {kind}.</translation></message>
    <message><source>请用 --layer 写明（可以写几次）：{layers}。</source><translation>Please name them with --layer (once or more): {layers}.</translation></message>
    <message><source>文件里没有图层“{name}”。</source><translation>The file has no layer “{name}”.</translation></message>
    <message><source>面</source><translation>areas</translation></message>
    <message><source>混合</source><translation>mixed</translation></message>
    <message><source>另外的图层没有读取：{layers}</source><translation>Other layers were not read: {layers}</translation></message>
    <message><source>{hectares:,.2f} 公顷</source><translation>{hectares:,.2f} ha</translation></message>
    <message><source>图形</source><translation>Shape</translation></message>
    <message><source>有读不出来的文字，请换一种编码</source><translation>some text cannot be read: please choose another encoding</translation></message>
    <message><source>（图形太大，表格放不下，请在原来的图形文件里改）</source><translation>(too large for a sheet: please mend it in the map file it comes from)</translation></message>
    <message><source>坐标系：{crs}</source><translation>Coordinates: {crs}</translation></message>
    <message><source>曲线按短直线读取</source><translation>its curves are read as short straight pieces</translation></message>
    <message><source>西安80、北京54 与 CGCS2000 之间没有公开的精确参数，位置可能差几十到一百多米</source><translation>No exact way from Xian 1980 or Beijing 1954 to CGCS2000 is public: places may be off by some ten to a hundred metres</translation></message>
    <message><source>{count:,} 个图形带高程，只取平面</source><translation>{count:,} shapes have heights, which are left out</translation></message>
    <message><source>{count:,} 个图形由几部分组成</source><translation>{count:,} shapes have several parts</translation></message>
    <message><source>{count:,} 个图形有曲线，按短直线读取</source><translation>{count:,} shapes have curves, read as short straight pieces</translation></message>
    <message><source>{count:,} 个图形的边界已修复，见“留意”</source><translation>the borders of {count:,} shapes were repaired, see “note”</translation></message>
    <message><source>没有安置点的名称</source><translation>no name of a settlement</translation></message>
    <message><source>写了房号却没有写楼栋</source><translation>a room without a building</translation></message>
    <message><source>看不懂房号</source><translation>the room cannot be understood</translation></message>
    <message><source>应是 1 到 {most} 之间的整数</source><translation>should be a whole number from 1 to {most}</translation></message>
    <message><source>与第 {row} 行相同</source><translation>the same as row {row}</translation></message>
    <message><source>名为“{name}”的安置点有 {count} 个，请写明社区</source><translation>{count} settlements are called “{name}”: please write the community</translation></message>
    <message><source>看不出属于哪个社区，请写明</source><translation>its community cannot be told, please write it</translation></message>
    <message><source>没有位置，地图上看不到</source><translation>no place: it is not on the map</translation></message>
    <message><source>没有写单元数或层数，按 1 记</source><translation>entrances or storeys are not written: counted as 1</translation></message>
    <message><source>走向</source><translation>Course</translation></message>
    <message><source>长 {km:,.1f} 公里</source><translation>{km:,.1f} km long</translation></message>
    <message><source>图形文件的图层，可以写几次；只有一个合适时不必写。</source><translation>A layer of a map file, once or more; not needed when only one fits.</translation></message>
    <message><source>坐标系：EPSG 编号（如 4490、4545），或 cgcs2000、wgs84、gcj02、bd09。</source><translation>Coordinates: an EPSG number (such as 4490 or 4545), or cgcs2000, wgs84, gcj02, bd09.</translation></message>
    <message><source>文件里先写北坐标（纬度），后写东坐标（经度）。</source><translation>The file writes north (latitude) before east (longitude).</translation></message>
    <message><source>导入台账（.xlsx .xls .ods .csv .txt）或图形文件（.shp .gpkg .geojson .kml .kmz .gpx .dxf .jpg，或一个照片文件夹）。</source><translation>Import a ledger (.xlsx .xls .ods .csv .txt) or a map file (.shp .gpkg .geojson .kml .kmz .gpx .dxf .jpg, or a folder of photos).</translation></message>
    <message><source>县文件：用县界看坐标系是否合适，不写任何内容。</source><translation>A county file: whether the coordinates fit its outline; nothing is written.</translation></message>
    <message><source>文字编码，如 gb18030、big5；一般不必写。</source><translation>Text encoding, such as gb18030 or big5; hardly ever needed.</translation></message>
    <message><source>看一个图形文件：图层、字段、坐标系、编码、前几行；不写任何内容。</source><translation>Look at a map file: layers, fields, coordinates, encoding, first rows; nothing is written.</translation></message>
    <message><source>按文件说明：{crs}</source><translation>As the file states: {crs}</translation></message>
    <message><source>没有说明，请选择</source><translation>Not stated, please choose</translation></message>
    <message><source>像是 {crs}（{share:.0%} 落在本县）</source><translation>Looks like {crs} ({share:.0%} in this county)</translation></message>
    <message><source>照原样：{crs}</source><translation>As it is: {crs}</translation></message>
    <message><source>台账和图形 (*.xlsx *.xls *.ods *.csv *.txt *.shp *.gpkg *.geojson *.json *.kml *.kmz *.gpx *.dxf *.jpg *.jpeg);;台账 (*.xlsx *.xls *.ods *.csv *.txt);;图形 (*.shp *.gpkg *.geojson *.json *.kml *.kmz *.gpx *.dxf *.jpg *.jpeg);;所有文件 (*)</source><translation>Ledgers and maps (*.xlsx *.xls *.ods *.csv *.txt *.shp *.gpkg *.geojson *.json *.kml *.kmz *.gpx *.dxf *.jpg *.jpeg);;Ledgers (*.xlsx *.xls *.ods *.csv *.txt);;Maps (*.shp *.gpkg *.geojson *.json *.kml *.kmz *.gpx *.dxf *.jpg *.jpeg);;All files (*)</translation></message>
    <message><source>文件没有说明坐标系，请在“坐标系”里选定。</source><translation>The file does not state its coordinates: please choose them in “Coordinates”.</translation></message>
    <message><source>按文件说明的坐标系，没有一处在本县。请在“坐标系”里选定。</source><translation>Read as the file states, nothing lies in this county: please choose in “Coordinates”.</translation></message>
    <message><source>{encoding}：{text}</source><translation>{encoding}: {text}</translation></message>
    <message><source>选文字读得通的那一种</source><translation>Choose the one whose text can be read</translation></message>
    <message><source>图形的坐标按哪一种读；选过后不再询问</source><translation>How the coordinates of the shapes are read; once chosen it is not asked again</translation></message>
    <message><source>文字的编码</source><translation>Encoding of the text</translation></message>
    <message><source>全部图层({rows} 行)</source><translation>All layers ({rows} rows)</translation></message>
    <message><source>选一份台账（.xlsx .xls .ods .csv .txt）或图形（.shp .gpkg .geojson .kml .kmz .gpx .dxf），或把文件拖到窗口里。
写入之前，先看每一行会怎样。</source><translation>Choose a ledger (.xlsx .xls .ods .csv .txt) or a map (.shp .gpkg .geojson .kml .kmz .gpx .dxf), or drop the file onto the window.
Before anything is written you see what becomes of every row.</translation></message>
    <message><source>文件太大，不像照片</source><translation>too large for a photo</translation></message>
    <message><source>照片已损坏，读不出来</source><translation>the photo is damaged and cannot be read</translation></message>
    <message><source>照片里没有位置</source><translation>the photo says no place</translation></message>
    <message><source>所属村的边界</source><translation>the border of the villages they belong to</translation></message>
    <message><source>不换算：经纬度是 CGCS2000 或 WGS-84</source><translation>No conversion: degrees of CGCS2000 or WGS 84</translation></message>
  </context>
</TS>
