<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>seeing</name>
    <message>
        <source>一间有几种情况时显示最前面的一种：{order}</source>
        <translation>Of several that hold, a room shows the first: {order}</translation>
    </message>
    <message>
        <source>{number}单元</source>
        <translation>Unit {number}</translation>
    </message>
    <message>
        <source>单元不明</source>
        <translation>Unit unknown</translation>
    </message>
    <message>
        <source>{number} 层</source>
        <translation>floor {number}</translation>
    </message>
    <message>
        <source>楼层不明</source>
        <translation>floor unknown</translation>
    </message>
    <message>
        <source>{family}：{facts}</source>
        <translation>{family}: {facts}</translation>
    </message>
    <message>
        <source> &gt; </source>
        <translation> &gt; </translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{state} {count}</source>
        <translation>{state} {count}</translation>
    </message>
    <message>
        <source>{name}：{rooms} 间，{families} 户 {people} 人</source>
        <translation>{name}: {rooms} rooms, {families} families, {people} people</translation>
    </message>
    <message>
        <source>不住这里</source>
        <translation>away</translation>
    </message>
    <message>
        <source>六岗齐全</source>
        <translation>all six slots filled</translation>
    </message>
    <message>
        <source>缺 {count} 岗</source>
        <translation>{count} slots missing</translation>
    </message>
    <message>
        <source>{count} 件未办结</source>
        <translation>{count} open</translation>
    </message>
    <message>
        <source>需求或预警未办结</source>
        <translation>Need or alarm open</translation>
    </message>
    <message>
        <source>办</source>
        <translation>N</translation>
    </message>
    <message>
        <source>缺</source>
        <translation>G</translation>
    </message>
    <message>
        <source>两</source>
        <translation>2</translation>
    </message>
    <message>
        <source>住</source>
        <translation>L</translation>
    </message>
    <message>
        <source>空</source>
        <translation>V</translation>
    </message>
    <message>
        <source>空置，没有住户</source>
        <translation>Vacant, no family</translation>
    </message>
    <message>
        <source>这个安置点或楼栋已不在县文件里。</source>
        <translation>This settlement site or building is no longer in the county file.</translation>
    </message>
    <message>
        <source>请在左边的列表里重新选一个。</source>
        <translation>Choose another in the list at the left.</translation>
    </message>
    <message>
        <source>{site} {building}</source>
        <translation>{site} {building}</translation>
    </message>
    <message>
        <source>没有名为“{text}”的安置点或楼栋。</source>
        <translation>There is no settlement site or building named "{text}".</translation>
    </message>
    <message>
        <source>请连安置点的名称一起写。</source>
        <translation>Write the settlement site's name with it.</translation>
    </message>
    <message>
        <source>有这些安置点：{sites}。楼栋请写成“安置点+楼栋”。</source>
        <translation>The settlement sites are: {sites}. Write a building as site and building.</translation>
    </message>
    <message>
        <source>县文件里还没有安置点。</source>
        <translation>The county file holds no settlement site yet.</translation>
    </message>
    <message>
        <source>{families} 户 · 空 {vacant}</source>
        <translation>{families} fam. · {vacant} vacant</translation>
    </message>
    <message>
        <source>{building} {part}</source>
        <translation>{building} {part}</translation>
    </message>
    <message>
        <source>？</source>
        <translation>?</translation>
    </message>
    <message>
        <source>{rooms} 间 · {families} 户 · {people} 人</source>
        <translation>{rooms} rooms · {families} families · {people} people</translation>
    </message>
    <message>
        <source>{room} {names}</source>
        <translation>{room} {names}</translation>
    </message>
    <message>
        <source>楼栋</source>
        <translation>Building</translation>
    </message>
    <message>
        <source>单元</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>楼层</source>
        <translation>Floor</translation>
    </message>
    <message>
        <source>房号</source>
        <translation>Room</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>所有情况</source>
        <translation>All that holds</translation>
    </message>
    <message>
        <source>缺岗数</source>
        <translation>Slots missing</translation>
    </message>
    <message>
        <source>未办结</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>房间</source>
        <translation>Rooms</translation>
    </message>
    <message>
        <source>安置点或一栋楼的楼栋图：每间房在住、空置、两头跑、缺岗、未办结。</source>
        <translation>The chart of a settlement site or one building: each room lived in, vacant, two-ends, with slots missing or needs open.</translation>
    </message>
    <message>
        <source>另存为 .png、.pdf 或 .xlsx。</source>
        <translation>Also write it as .png, .pdf or .xlsx.</translation>
    </message>
    <message>
        <source>楼栋图 · {place}</source>
        <translation>Building chart · {place}</translation>
    </message>
    <message>
        <source>楼栋图只能写成 .png、.pdf 或 .xlsx：{path}</source>
        <translation>A building chart can only be written as .png, .pdf or .xlsx: {path}</translation>
    </message>
    <message>
        <source>楼栋图已保存：{path}</source>
        <translation>Building chart saved: {path}</translation>
    </message>
    <message>
        <source>{village}（原{names}）</source>
        <translation>{village} (formerly {names})</translation>
    </message>
    <message>
        <source>{origin} → {site}</source>
        <translation>{origin} → {site}</translation>
    </message>
    <message>
        <source>{families} 户 {people} 人</source>
        <translation>{families} families, {people} people</translation>
    </message>
    <message>
        <source>不在安置点</source>
        <translation>at no settlement site</translation>
    </message>
    <message>
        <source>没有名为“{text}”的安置点。</source>
        <translation>There is no settlement site named "{text}".</translation>
    </message>
    <message>
        <source>有这些安置点：{sites}。</source>
        <translation>The settlement sites are: {sites}.</translation>
    </message>
    <message>
        <source>“{text}”不是村或镇。</source>
        <translation>"{text}" is neither a village nor a town.</translation>
    </message>
    <message>
        <source>请写村、社区或镇的名称或代码。</source>
        <translation>Write the name or code of a village, community or town.</translation>
    </message>
    <message>
        <source>{low}–{high} 户</source>
        <translation>{low}–{high} families</translation>
    </message>
    <message>
        <source>{low} 户及以上</source>
        <translation>{low} families or more</translation>
    </message>
    <message>
        <source>{village} {families}</source>
        <translation>{village} {families}</translation>
    </message>
    <message>
        <source>搬迁来源（每线户数）</source>
        <translation>Relocated from (families a line)</translation>
    </message>
    <message>
        <source>合并的村计入现在的村，原村名写在后面。</source>
        <translation>Merged villages are counted with the village of today; their former names stand beside it.</translation>
    </message>
    <message>
        <source>按安置点</source>
        <translation>By settlement site</translation>
    </message>
    <message>
        <source>按来源村</source>
        <translation>By origin village</translation>
    </message>
    <message>
        <source>来源村</source>
        <translation>Origin village</translation>
    </message>
    <message>
        <source>村编码</source>
        <translation>Village code</translation>
    </message>
    <message>
        <source>原村名</source>
        <translation>Former names</translation>
    </message>
    <message>
        <source>来源与去向</source>
        <translation>Origins and destinations</translation>
    </message>
    <message>
        <source>搬迁户从哪些村来，到哪个安置点去：户数、人数、地图。</source>
        <translation>From which villages relocated families came and to which settlement sites: families, people, a map.</translation>
    </message>
    <message>
        <source>只看到这个安置点的。</source>
        <translation>Only those who went to this settlement site.</translation>
    </message>
    <message>
        <source>只看这个村（或镇）出来的：代码、名称或原名。</source>
        <translation>Only those from this village or town: code, name or former name.</translation>
    </message>
    <message>
        <source>另存为来源地图 .png，或表格 .xlsx。</source>
        <translation>Also write it as a map .png or a table .xlsx.</translation>
    </message>
    <message>
        <source>图片的宽x高（像素）。</source>
        <translation>Width x height of the picture in pixels.</translation>
    </message>
    <message>
        <source>{villages} 个村，{families} 户，{people} 人搬到安置点。</source>
        <translation>{families} families, {people} people from {villages} villages moved to settlement sites.</translation>
    </message>
    <message>
        <source>  {flow}：{figures}</source>
        <translation>  {flow}: {figures}</translation>
    </message>
    <message>
        <source>来源图只能写成 .png 或 .xlsx：{path}</source>
        <translation>Origins can only be written as .png or .xlsx: {path}</translation>
    </message>
    <message>
        <source>来源图已保存：{path}</source>
        <translation>Origins saved: {path}</translation>
    </message>
    <message>
        <source>搬迁来源与去向</source>
        <translation>Origins and destinations of relocated families</translation>
    </message>
    <message>
        <source>画搬迁来源线：可写一个安置点，不写就是全部。</source>
        <translation>Draw lines from origin villages: to one settlement site, or to all when none is written.</translation>
    </message>
    <message>
        <source>楼栋图</source>
        <translation>Building chart</translation>
    </message>
    <message>
        <source>方向键在房间之间移动，回车打开这一户，加减号改变大小</source>
        <translation>Arrow keys move between rooms, Enter opens the family, plus and minus change the size</translation>
    </message>
    <message>
        <source>{state}：列出这些户。{precedence}</source>
        <translation>{state}: list these families. {precedence}</translation>
    </message>
    <message>
        <source>请在左边选一个安置点或一栋楼，这里画出每间房。</source>
        <translation>Choose a settlement site or a building at the left; each of its rooms is drawn here.</translation>
    </message>
    <message>
        <source>这里还没有登记房间。</source>
        <translation>No room is registered here yet.</translation>
    </message>
    <message>
        <source>{place} · {state}</source>
        <translation>{place} · {state}</translation>
    </message>
    <message>
        <source>这些房间里没有登记住户。</source>
        <translation>No family is registered in these rooms.</translation>
    </message>
    <message>
        <source>房间放大</source>
        <translation>Larger rooms</translation>
    </message>
    <message>
        <source>房间缩小</source>
        <translation>Smaller rooms</translation>
    </message>
    <message>
        <source>适合窗口</source>
        <translation>Fit to the window</translation>
    </message>
    <message>
        <source>保存楼栋图…</source>
        <translation>Save the chart…</translation>
    </message>
    <message>
        <source>选中 {count} 条来源线</source>
        <translation>{count} lines chosen</translation>
    </message>
    <message>
        <source>列出这个村搬出去的全部户，在地图上标出他们现在住哪里</source>
        <translation>List all families that left this village and mark on the map where they live now</translation>
    </message>
    <message>
        <source>列出这些户</source>
        <translation>List these families</translation>
    </message>
    <message>
        <source>其中</source>
        <translation>Of these</translation>
    </message>
    <message>
        <source>这个村的搬迁户</source>
        <translation>Families that left this village</translation>
    </message>
    <message>
        <source>在地图上画线</source>
        <translation>Draw lines on the map</translation>
    </message>
    <message>
        <source>画出或收起来源线；线越粗，户数越多</source>
        <translation>Draw the lines or take them away; the wider, the more families</translation>
    </message>
    <message>
        <source>保存…</source>
        <translation>Save…</translation>
    </message>
    <message>
        <source>存为来源地图或 Excel</source>
        <translation>As a map of origins or for Excel</translation>
    </message>
    <message>
        <source>搬迁来源村</source>
        <translation>Origin villages</translation>
    </message>
    <message>
        <source>看两处住房</source>
        <translation>Show both homes</translation>
    </message>
    <message>
        <source>在楼栋图里看</source>
        <translation>Show in the building chart</translation>
    </message>
    <message>
        <source>这一户不住在楼房里，没有楼栋图。</source>
        <translation>This family lives in no building with flats, so there is no chart.</translation>
    </message>
    <message>
        <source>{place} 搬迁来源</source>
        <translation>{place}: origins</translation>
    </message>
    <message>
        <source>这里没有搬迁户。</source>
        <translation>No relocated family here.</translation>
    </message>
    <message>
        <source>某村的搬迁户</source>
        <translation>Families that left a village</translation>
    </message>
    <message>
        <source>村名、原村名或代码：</source>
        <translation>Name, former name or code of the village:</translation>
    </message>
    <message>
        <source>{village}的搬迁户</source>
        <translation>Families that left {village}</translation>
    </message>
    <message>
        <source>{village}没有搬迁户。</source>
        <translation>Nobody was relocated from {village}.</translation>
    </message>
    <message>
        <source>保存楼栋图</source>
        <translation>Save the building chart</translation>
    </message>
    <message>
        <source>保存来源图</source>
        <translation>Save the origins</translation>
    </message>
    <message>
        <source>楼栋图.png</source>
        <translation>building-chart.png</translation>
    </message>
    <message>
        <source>搬迁来源.png</source>
        <translation>origins.png</translation>
    </message>
    <message>
        <source>搬迁来源线</source>
        <translation>Lines from origin villages</translation>
    </message>
    <message>
        <source>两处住房</source>
        <translation>Both homes</translation>
    </message>
    <message>
        <source>原住房到现住房</source>
        <translation>Origin home to residence</translation>
    </message>
    <message>
        <source>原住房已不在</source>
        <translation>Origin home is gone</translation>
    </message>
    <message>
        <source>原住房（已不在）</source>
        <translation>Origin home (gone)</translation>
    </message>
    <message>
        <source>每间房在住、空置、两头跑、缺岗、未办结</source>
        <translation>Each room lived in, vacant, two-ends, with slots missing or needs open</translation>
    </message>
    <message>
        <source>在地图上画出或收起从来源村到安置点的线</source>
        <translation>Draw lines from origin villages to settlement sites, or take them away</translation>
    </message>
    <message>
        <source>某村的搬迁户…</source>
        <translation>Families that left a village…</translation>
    </message>
    <message>
        <source>按村名、原村名或代码找</source>
        <translation>Find them by name, former name or code</translation>
    </message>
</context>
</TS>
