<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
  <context>
    <name>geodata</name>
    <message><source>文件里数到这一行，却读不出来</source><translation>the file counts this row and does not give it</translation></message>
    <message><source>文件不完整：应有 {said:,} 字节，只有 {size:,} 字节</source><translation>The file is not whole: it should have {said:,} bytes and has {size:,}</translation></message>
    <message><source>属性表（.dbf）有 {rows:,} 行，与图形的数目不同</source><translation>The table (.dbf) has {rows:,} rows, another number than there are shapes</translation></message>
    <message><source>没有 .prj 文件，坐标系没有说明</source><translation>There is no .prj file: the coordinates are not stated</translation></message>
    <message><source>图形文件太大或已损坏，读不出来：{path}</source><translation>The map file is too large or damaged and cannot be read: {path}</translation></message>
    <message><source>请裁剪到本县范围，或重新获取后再试。</source><translation>Please cut it to the county, or get it anew and try again.</translation></message>
    <message><source>图形文件读得太久，已停止：{path}</source><translation>The map file took too long to read and was stopped: {path}</translation></message>
    <message><source>缺少同名的 .shx 文件：{path}</source><translation>The .shx file of the same name is missing: {path}</translation></message>
    <message><source>shapefile 是一组同名文件（.shp .shx .dbf .prj），请整组复制。</source><translation>A shapefile is a set of files of one name (.shp .shx .dbf .prj): please copy all of them.</translation></message>
    <message><source>图形已损坏，读不出来</source><translation>the shape is damaged and cannot be read</translation></message>
    <message><source>航点</source><translation>Waypoints</translation></message>
    <message><source>航线</source><translation>Routes</translation></message>
    <message><source>航迹</source><translation>Tracks</translation></message>
    <message><source>GCJ-02（高德、腾讯地图经纬度）</source><translation>GCJ-02 (degrees of Amap and Tencent maps)</translation></message>
    <message><source>BD-09（百度地图经纬度）</source><translation>BD-09 (degrees of Baidu maps)</translation></message>
    <message><source>请写 EPSG 编号（例如 4490、4545），或 cgcs2000、wgs84、gcj02、bd09。</source><translation>Please write an EPSG number (such as 4490 or 4545), or cgcs2000, wgs84, gcj02, bd09.</translation></message>
    <message><source>WGS-84 经纬度</source><translation>WGS 84 degrees</translation></message>
    <message><source>CGCS2000 经纬度</source><translation>CGCS2000 degrees</translation></message>
    <message><source>西安80 经纬度</source><translation>Xian 1980 degrees</translation></message>
    <message><source>北京54 经纬度</source><translation>Beijing 1954 degrees</translation></message>
    <message><source>Web 墨卡托</source><translation>Web Mercator</translation></message>
    <message><source>西安80</source><translation>Xian 1980</translation></message>
    <message><source>北京54</source><translation>Beijing 1954</translation></message>
    <message><source>CGCS2000</source><translation>CGCS2000</translation></message>
    <message><source>{datum} {width}度带第{zone}带，东坐标带带号</source><translation>{datum} {width}-degree zone {zone}, zone number before the easting</translation></message>
    <message><source>{datum} {width}度带，中央经线{meridian}°，不带带号</source><translation>{datum} {width}-degree zone, central meridian {meridian}°E, without zone number</translation></message>
  </context>
</TS>
