<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
  <context>
    <name>river_level</name>
    <message>
      <source>{name}：{area:,.2f} 公顷</source>
      <translation>{name}: {area:,.2f} ha</translation>
    </message>
    <message>
      <source>住房 {houses:,} 处，{households:,} 户，{residents:,} 人。</source>
      <translation>{houses:,} houses, {households:,} households, {residents:,} people.</translation>
    </message>
    <message>
      <source>  提醒：{reason}</source>
      <translation>  Note: {reason}</translation>
    </message>
    <message>
      <source>准备地形</source>
      <translation>Preparing the terrain</translation>
    </message>
    <message>
      <source>另有 {count:,} 处住房没有结论：地形没有覆盖，或看不出水往哪条河流。</source>
      <translation>Nothing can be said of another {count:,} houses: the terrain does not cover them, or does not show to which river their water runs.</translation>
    </message>
    <message>
      <source>读入地形</source>
      <translation>Reading the terrain</translation>
    </message>
    <message>
      <source>{source}：{rows} x {columns} 个像元，高程 {lowest_m} 至 {highest_m} 米，{without_height:,} 个没有高程。</source>
      <translation>{source}: {rows} x {columns} cells, heights {lowest_m} to {highest_m} m, {without_height:,} without a height.</translation>
    </message>
    <message>
      <source>没有写入。</source>
      <translation>Nothing was written.</translation>
    </message>
    <message>
      <source>静态推算：只看地面比河道高多少，不算水流、降雨和堤防，不是洪水预报。</source>
      <translation>Static estimate: it looks only at how far the ground lies above the river, not at flow, rain or dykes; it is no flood forecast.</translation>
    </message>
    <message>
      <source>{river}水位高出 {level:g} 米</source>
      <translation>{river} {level:g} m above normal</translation>
    </message>
    <message>
      <source>地形推算：{river}高出平常水位 {level:g} 米（{terrain}）。{limits}</source>
      <translation>Worked out from terrain: {river} {level:g} m above its normal level ({terrain}). {limits}</translation>
    </message>
    <message>
      <source>全部河流</source>
      <translation>All rivers</translation>
    </message>
    <message>
      <source>水位不合理：{level} 米。</source>
      <translation>No river rises so far: {level} m.</translation>
    </message>
    <message>
      <source>请填高出平常水位的米数，大于 0，最多 {most:g}。</source>
      <translation>Give metres above the normal level, more than 0 and at most {most:g}.</translation>
    </message>
    <message>
      <source>这不是地形栅格：{path}</source>
      <translation>This is no terrain raster: {path}</translation>
    </message>
    <message>
      <source>需要 GeoTIFF（.tif 或 .tiff）。</source>
      <translation>A GeoTIFF (.tif or .tiff) is needed.</translation>
    </message>
    <message>
      <source>这是一张图片，不是高程：{path}</source>
      <translation>This is a picture, not heights: {path}</translation>
    </message>
    <message>
      <source>请选择数字高程模型（DEM）的 GeoTIFF。</source>
      <translation>Choose the GeoTIFF of a digital elevation model (DEM).</translation>
    </message>
    <message>
      <source>地形在本县范围里没有高程：{path}</source>
      <translation>The terrain has no heights within the county: {path}</translation>
    </message>
    <message>
      <source>地形不在本县：{path}</source>
      <translation>The terrain does not lie in this county: {path}</translation>
    </message>
    <message>
      <source>{count:,} 个像元的高程不合理，当作没有值</source>
      <translation>{count:,} cells have impossible heights, taken for none</translation>
    </message>
    <message>
      <source>栅格太细，每 {factor} x {factor} 个像元取平均</source>
      <translation>The raster is too fine: every {factor} x {factor} cells were averaged</translation>
    </message>
    <message>
      <source>无法读取地形栅格：{path}</source>
      <translation>The terrain raster cannot be read: {path}</translation>
    </message>
    <message>
      <source>没有声明无数据值：{count:,} 个像元的高程为 0，当作没有值</source>
      <translation>No value is declared to mean none: {count:,} cells of height 0 were taken for none</translation>
    </message>
    <message>
      <source>本县还没有地形。</source>
      <translation>The county has no terrain yet.</translation>
    </message>
    <message>
      <source>请先读入数字高程模型（DEM），一个 GeoTIFF 文件，例如 30 米或 12.5 米的。</source>
      <translation>First read a digital elevation model (DEM), a GeoTIFF file, of 30 m or 12.5 m for example.</translation>
    </message>
    <message>
      <source>本县文件里没有河流；不指定河流时按地形自行推算河沟。</source>
      <translation>The county file has no rivers; without a river named, streams are worked out from the terrain.</translation>
    </message>
    <message>
      <source>没有名为“{name}”的河流。</source>
      <translation>There is no river named “{name}”.</translation>
    </message>
    <message>
      <source>{name}不在地形的范围里。</source>
      <translation>{name} lies outside the terrain.</translation>
    </message>
    <message>
      <source>请读入覆盖这条河的地形，或选择别的河流。</source>
      <translation>Read a terrain that covers this river, or choose another.</translation>
    </message>
    <message>
      <source>读入地形：{source}</source>
      <translation>terrain read: {source}</translation>
    </message>
    <message>
      <source>地形像元 {cell} 米，高程精确到 {step} 米</source>
      <translation>terrain cells of {cell} m, heights to {step} m</translation>
    </message>
    <message>
      <source>河流水位情景：水位高出平常若干米时淹到哪里、多少住房；静态推算，不是预报。</source>
      <translation>River-level scenario: what a river some metres above normal reaches and how many homes; a static estimate, no forecast.</translation>
    </message>
    <message>
      <source>高出平常水位的米数。</source>
      <translation>Metres above the normal level.</translation>
    </message>
    <message>
      <source>只算这一条河，例如 月河；不写就是全部河流。</source>
      <translation>This river alone, for example 月河; all rivers when left out.</translation>
    </message>
    <message>
      <source>地形栅格（GeoTIFF）；不写就用县文件里的地形。</source>
      <translation>A terrain raster (GeoTIFF); the county file's own when left out.</translation>
    </message>
    <message>
      <source>用这个名称存为风险区。</source>
      <translation>Save as a hazard area of this name.</translation>
    </message>
    <message>
      <source>存为风险区时的等级：red、orange、yellow、blue。</source>
      <translation>Level of the saved area: red, orange, yellow, blue.</translation>
    </message>
    <message>
      <source>把范围写成 .geojson 或 .gpkg。</source>
      <translation>Write the area as .geojson or .gpkg.</translation>
    </message>
    <message>
      <source>按水位推算：按 Ctrl+Shift+H，选一条河，左右键升降水位，地图和人数跟着变；存为风险区后照常研判。静态推算，不是预报。</source>
      <translation>By river level: press Ctrl+Shift+H, choose a river, raise and lower it with the arrow keys; map and figures follow; save as hazard area and ask as usual. A static estimate, no forecast.</translation>
    </message>
    <message>
      <source>河流水位情景</source>
      <translation>River-level scenario</translation>
    </message>
    <message>
      <source>河流水位情景…</source>
      <translation>River-level scenario…</translation>
    </message>
    <message>
      <source>水位每高一级淹到哪里、多少户，可存为风险区</source>
      <translation>What each level of the water reaches and how many households; may be saved as a hazard area</translation>
    </message>
    <message>
      <source>读入地形…</source>
      <translation>Read terrain…</translation>
    </message>
    <message>
      <source>高程 GeoTIFF，用于地势晕渲和河流水位情景</source>
      <translation>A GeoTIFF of heights, for the shaded relief and river-level scenarios</translation>
    </message>
    <message>
      <source>按水位推算…</source>
      <translation>By river level…</translation>
    </message>
    <message>
      <source>水深</source>
      <translation>Depth of water</translation>
    </message>
    <message>
      <source>0.5 米以内</source>
      <translation>up to 0.5 m</translation>
    </message>
    <message>
      <source>0.5 至 1.5 米</source>
      <translation>0.5 to 1.5 m</translation>
    </message>
    <message>
      <source>1.5 米以上</source>
      <translation>more than 1.5 m</translation>
    </message>
    <message>
      <source>读入地形文件…</source>
      <translation>Read a terrain file…</translation>
    </message>
    <message>
      <source>数字高程模型（DEM）的 GeoTIFF</source>
      <translation>The GeoTIFF of a digital elevation model (DEM)</translation>
    </message>
    <message>
      <source>比 {step:g} 米更细的水位差别，这份地形上看不出来。</source>
      <translation>This terrain does not show differences finer than {step:g} m.</translation>
    </message>
    <message>
      <source>这一级水位的范围，可以研判和撤销</source>
      <translation>The area of this level; it can be asked about and undone</translation>
    </message>
    <message>
      <source>存为风险区</source>
      <translation>Save as hazard area</translation>
    </message>
    <message>
      <source>换一份地形…</source>
      <translation>Another terrain…</translation>
    </message>
    <message>
      <source>高出平常水位</source>
      <translation>Above the normal level</translation>
    </message>
    <message>
      <source>左右方向键一次 0.1 米，翻页键一次 1 米</source>
      <translation>Arrow keys step by 0.1 m, page keys by 1 m</translation>
    </message>
    <message>
      <source>处住房</source>
      <translation>houses</translation>
    </message>
    <message>
      <source>淹没面积</source>
      <translation>area under water</translation>
    </message>
    <message>
      <source>水位（米）</source>
      <translation>Level (m)</translation>
    </message>
    <message>
      <source>比上一级多（户）</source>
      <translation>Added households</translation>
    </message>
    <message>
      <source>面积（公顷）</source>
      <translation>Area (ha)</translation>
    </message>
    <message>
      <source>正在读取地形……</source>
      <translation>Reading the terrain…</translation>
    </message>
    <message>
      <source>正在准备地形，只做一次，可以在右下角取消。</source>
      <translation>Preparing the terrain; this is done once and can be cancelled at the bottom right.</translation>
    </message>
    <message>
      <source>{river}各级水位（静态推算，不是预报）</source>
      <translation>{river}, level by level (static estimate, no forecast)</translation>
    </message>
    <message>
      <source>县文件里已经是这份地形，没有变化。</source>
      <translation>The county file has this very terrain already; nothing changed.</translation>
    </message>
    <message>
      <source>坐标系</source>
      <translation>CRS</translation>
    </message>
    <message>
      <source>高程 (*.tif *.tiff);;所有文件 (*)</source>
      <translation>Heights (*.tif *.tiff);;All files (*)</translation>
    </message>
    <message>
      <source>“{names}”是按地形推算的河流水位。{limits}</source>
      <translation>“{names}” is a river level worked out from terrain. {limits}</translation>
    </message>
    <message>
      <source>{count:,} 处住房没有结论。</source>
      <translation> Nothing can be said of {count:,} houses.</translation>
    </message>
    <message>
      <source>并列出各级水位。</source>
      <translation>List the levels side by side too.</translation>
    </message>
    <message>
      <source>  {level:g} 米：{houses:,} 处，{households:,} 户，{residents:,} 人，{area:,.2f} 公顷</source>
      <translation>  {level:g} m: {houses:,} houses, {households:,} households, {residents:,} people, {area:,.2f} ha</translation>
    </message>
    <message>
      <source>栅格没有说明坐标系。</source>
      <translation>The raster does not state its coordinates.</translation>
    </message>
    <message>
      <source>栅格不在本县：{path}</source>
      <translation>The raster is not in this county: {path}</translation>
    </message>
    <message>
      <source>栅格的坐标系只能写 EPSG 编号：{crs}</source>
      <translation>The coordinates of a raster can only be given as an EPSG number: {crs}</translation>
    </message>
    <message>
      <source>{why}
请填 EPSG 编号，经纬度填 4490：</source>
      <translation>{why}
Please enter an EPSG number, 4490 for degrees:</translation>
    </message>
    <message>
      <source>读取水深栅格</source>
      <translation>Read raster of depths</translation>
    </message>
  </context>
</TS>
