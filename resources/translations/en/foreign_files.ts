<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>foreign_files</name>
    <message>
        <source>文件读得太久，已停止；请先裁剪到本县范围。</source>
        <translation>Reading took too long and was stopped; please clip the file to the county first.</translation>
    </message>
    <message>
        <source>边界的坐标不是地球上的位置：{path}</source>
        <translation>The outline lies nowhere on earth: {path}</translation>
    </message>
    <message>
        <source>请检查坐标系，或重新导出后再试。</source>
        <translation>Please check the CRS, or export it again.</translation>
    </message>
    <message>
        <source>县文件里有不是本程序写的触发器或视图（{names}）：{path}</source>
        <translation>The county file holds triggers or views that this program did not write ({names}): {path}</translation>
    </message>
    <message>
        <source>文件可能被人改过；请改用备份，或从另一台电脑重新复制。</source>
        <translation>Somebody may have changed the file; please use a backup, or copy it again from another computer.</translation>
    </message>
    <message>
        <source>县文件的历史记录已损坏。</source>
        <translation>The history in the county file is damaged.</translation>
    </message>
    <message>
        <source>“{word}”里有不是文字的内容。</source>
        <translation>"{word}" holds bytes that are no text.</translation>
    </message>
    <message>
        <source>文件名有乱码时，请先改名。</source>
        <translation>If a file's name is garbled, please rename the file first.</translation>
    </message>
    <message>
        <source>文件名太长：{name}…</source>
        <translation>The file name is too long: {name}…</translation>
    </message>
    <message>
        <source>县文件里的栅格已损坏。</source>
        <translation>A raster in the county file is damaged.</translation>
    </message>
    <message>
        <source>请重新读入这个栅格，或改用备份。</source>
        <translation>Please read the raster in again, or use a backup.</translation>
    </message>
</context>
</TS>
