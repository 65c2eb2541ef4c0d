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
      <source>地形栅格的坐标系（EPSG）。</source>
      <translation>The CRS of the terrain raster (EPSG).</translation>
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
  </context>
</TS>
