<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
  <context>
    <name>hazards</name>
    <message>
      <source>规则最多给两个：面一个，水深栅格一个。</source>
      <translation>Give at most two rules: one for areas, one for depth rasters.</translation>
    </message>
    <message>
      <source>例如 --rule footprint --rule nearest。</source>
      <translation>For example --rule footprint --rule nearest.</translation>
    </message>
    <message>
      <source>“{name}”（{levels}）</source>
      <translation>“{name}” ({levels})</translation>
    </message>
    <message>
      <source>“{name}”</source>
      <translation>“{name}”</translation>
    </message>
    <message>
      <source>{day}：哪些房屋在{names}内（外扩 {buffer} 米，{rule}），人按现住何处计。</source>
      <translation>{day}: which houses lie in {names} (buffer {buffer} m, {rule}), people counted where they sleep.</translation>
    </message>
    <message>
      <source>{day}：哪些房屋在{names}内（外扩 {buffer} 米，{rule}），人按在住的住房计。</source>
      <translation>{day}: which houses lie in {names} (buffer {buffer} m, {rule}), people counted at the homes they live in.</translation>
    </message>
    <message>
      <source>{names}等 {count} 个风险区</source>
      <translation>{names} and others, {count} hazard areas in all</translation>
    </message>
    <message>
      <source>{rule}。</source>
      <translation> {rule}.</translation>
    </message>
    <message>
      <source>（{name}）{levels}</source>
      <translation>({name}) {levels}</translation>
    </message>
    <message>
      <source>不论有效时间。</source>
      <translation> Whenever the areas hold.</translation>
    </message>
    <message>
      <source>规则给了两个：{rules}。</source>
      <translation>Two rules were given: {rules}.</translation>
    </message>
    <message>
      <source>面和水深栅格各给一个。</source>
      <translation>Give one for areas and one for depth rasters.</translation>
    </message>
    <message>
      <source>按房屋点位</source>
      <translation>by the house's point</translation>
    </message>
    <message>
      <source>按房屋轮廓</source>
      <translation>by the house's outline</translation>
    </message>
    <message>
      <source>按轮廓中心</source>
      <translation>by the outline's centre</translation>
    </message>
    <message>
      <source>双线性取值</source>
      <translation>bilinear</translation>
    </message>
    <message>
      <source>所在像元</source>
      <translation>the cell's own value</translation>
    </message>
    <message>
      <source>现在有效</source>
      <translation>valid now</translation>
    </message>
    <message>
      <source>研判方式</source>
      <translation>How to ask</translation>
    </message>
    <message>
      <source>风险区按什么判断</source>
      <translation>Areas are judged</translation>
    </message>
    <message>
      <source>水深栅格按什么取值</source>
      <translation>Depths are taken</translation>
    </message>
    <message>
      <source>风险区外扩</source>
      <translation>Areas widened by</translation>
    </message>
    <message>
      <source>不限时间</source>
      <translation>whenever they hold</translation>
    </message>
    <message>
      <source>现在有效的</source>
      <translation>those valid now</translation>
    </message>
    <message>
      <source>指定时间有效的</source>
      <translation>those valid at a time</translation>
    </message>
    <message>
      <source>算哪些风险区</source>
      <translation>Which areas count</translation>
    </message>
    <message>
      <source>{area}。{depth}。</source>
      <translation>{area}. {depth}.</translation>
    </message>
    <message>
      <source>人按在住的住房</source>
      <translation>people where they live</translation>
    </message>
    <message>
      <source>人按现住何处</source>
      <translation>people where they sleep</translation>
    </message>
    <message>
      <source>点位</source>
      <translation>point</translation>
    </message>
    <message>
      <source>轮廓</source>
      <translation>outline</translation>
    </message>
    <message>
      <source>轮廓中心</source>
      <translation>centre</translation>
    </message>
    <message>
      <source>指定时间</source>
      <translation>The time</translation>
    </message>
    <message>
      <source>按点位、轮廓或水深判断，人按哪里计，外扩多少米，何时有效</source>
      <translation>By point, outline or depth; where people are counted; how far areas are widened; at what time</translation>
    </message>
    <message>
      <source>更改研判方式</source>
      <translation>Change how to ask</translation>
    </message>
    <message>
      <source>更多</source>
      <translation>More</translation>
    </message>
    <message>
      <source>读取</source>
      <translation>Read</translation>
    </message>
    <message>
      <source>删除勾选的</source>
      <translation>Remove the ticked</translation>
    </message>
    <message>
      <source>默认：面用 point，栅格用 bilinear；既有面又有栅格时可各给一个。</source>
      <translation>By default point for areas, bilinear for rasters; one each where there are both.</translation>
    </message>
    <message>
      <source>没有变化。</source>
      <translation>Nothing changed.</translation>
    </message>
    <message>
      <source>{id}  {name}  {kind} {level}  {hectares} 公顷</source>
      <translation>{id}  {name}  {kind} {level}  {hectares} ha</translation>
    </message>
    <message>
      <source>{line}  {first} 至 {last}</source>
      <translation>{line}  {first} to {last}</translation>
    </message>
    <message>
      <source>不限</source>
      <translation>open</translation>
    </message>
    <message>
      <source>修改风险区 {count} 个：{names}</source>
      <translation>Changed {count} hazard areas: {names}</translation>
    </message>
    <message>
      <source>要修改的风险区已经不在县文件里。</source>
      <translation>The hazard areas to be changed are no longer in the county file.</translation>
    </message>
    <message>
      <source>请重新选择。</source>
      <translation>Choose again.</translation>
    </message>
    <message>
      <source>有 {count} 个风险区，一个边界只能给一个。</source>
      <translation>There are {count} hazard areas; a border can be given to one only.</translation>
    </message>
    <message>
      <source>请用编号指明是哪一个。</source>
      <translation>Say by its number which one is meant.</translation>
    </message>
    <message>
      <source>有效期的结束早于开始。</source>
      <translation>It ends before it begins.</translation>
    </message>
    <message>
      <source>请检查两个时间。</source>
      <translation>Check both times.</translation>
    </message>
    <message>
      <source>有效期的结束早于开始，两个时间都没有采用</source>
      <translation>it ends before it begins; neither time was taken</translation>
    </message>
    <message>
      <source>预览、保存、列出、修改、删除风险区。</source>
      <translation>Preview, keep, list, change and remove hazard areas.</translation>
    </message>
    <message>
      <source>修改风险区（名称或编号，可写多个）；可以撤销。</source>
      <translation>Change hazard areas (names or numbers, several if you like); can be undone.</translation>
    </message>
    <message>
      <source>删除风险区（名称或编号，可写多个）；可以撤销。</source>
      <translation>Remove hazard areas (names or numbers, several if you like); can be undone.</translation>
    </message>
    <message>
      <source>新的名称。</source>
      <translation>The new name.</translation>
    </message>
    <message>
      <source>新的灾种。</source>
      <translation>The new kind.</translation>
    </message>
    <message>
      <source>新的等级。</source>
      <translation>The new level.</translation>
    </message>
    <message>
      <source>新的来源。</source>
      <translation>The new source.</translation>
    </message>
    <message>
      <source>有效期从何时起；写“无”就是不限。</source>
      <translation>From when it holds; “none” = open.</translation>
    </message>
    <message>
      <source>有效期到何时止；写“无”就是不限。</source>
      <translation>Until when it holds; “none” = open.</translation>
    </message>
    <message>
      <source>新的边界：图形文件里的全部面合成一个。</source>
      <translation>The new border: all polygons of a geodata file as one.</translation>
    </message>
    <message>
      <source>请先点住一个角点，再按 Delete。</source>
      <translation>Hold the pointer over a corner first, then press Delete.</translation>
    </message>
    <message>
      <source>最后三个角点不能再删；要删除整个风险区，请用“删除勾选的”。</source>
      <translation>The last three corners stay; to remove the whole area use “Remove the ticked”.</translation>
    </message>
    <message>
      <source>已拿起角点：再点一下放下，Delete 删除，Esc 放回</source>
      <translation>Corner taken up: click to put it down, Delete removes it, Esc puts it back</translation>
    </message>
    <message>
      <source>面积 {area}</source>
      <translation>Area {area}</translation>
    </message>
    <message>
      <source>边界自己相交，保存时会修复：面积 {before} → {after}。</source>
      <translation>The border crosses itself; saving repairs it: area {before} → {after}.</translation>
    </message>
    <message>
      <source>沿河或路</source>
      <translation>Along a river or road</translation>
    </message>
    <message>
      <source>改边界</source>
      <translation>Move the border</translation>
    </message>
    <message>
      <source>河流或道路</source>
      <translation>River or road</translation>
    </message>
    <message>
      <source>两侧各</source>
      <translation>On each side</translation>
    </message>
    <message>
      <source>在地图上移动、添加、删除角点</source>
      <translation>Move, add and remove corners on the map</translation>
    </message>
    <message>
      <source>各不相同，不改</source>
      <translation>different, left as they are</translation>
    </message>
    <message>
      <source>例如 2026-07-12 20:00，可不填</source>
      <translation>e.g. 2026-07-12 20:00, optional</translation>
    </message>
    <message>
      <source>例如：县气象局 7月12日公报</source>
      <translation>e.g. weather bureau, bulletin of 12 July</translation>
    </message>
    <message>
      <source>有效期从</source>
      <translation>Holds from</translation>
    </message>
    <message>
      <source>有效期到</source>
      <translation>Holds until</translation>
    </message>
    <message>
      <source>拖动角点；在边上拖出新角点；Delete 删除，退格撤一步，Enter 完成</source>
      <translation>Drag corners; drag an edge for a new one; Delete removes, Backspace takes a step back, Enter finishes</translation>
    </message>
    <message>
      <source>沿河或路…</source>
      <translation>Along a river or road…</translation>
    </message>
    <message>
      <source>修改选中的…</source>
      <translation>Change the chosen…</translation>
    </message>
    <message>
      <source>修改风险区</source>
      <translation>Change a hazard area</translation>
    </message>
    <message>
      <source>修改 {count} 个风险区</source>
      <translation>Change {count} hazard areas</translation>
    </message>
    <message>
      <source>请先在列表里选中要修改的风险区。</source>
      <translation>First choose in the list the hazard area to change.</translation>
    </message>
    <message>
      <source>修改风险区…</source>
      <translation>Change a hazard area…</translation>
    </message>
    <message>
      <source>研判方式…</source>
      <translation>How to ask…</translation>
    </message>
    <message>
      <source>从图形文件、角点表或水深栅格读取</source>
      <translation>From geodata, a table of corners or a depth raster</translation>
    </message>
    <message>
      <source>离一条河或路若干米以内存为风险区</source>
      <translation>Everything within so many metres of a river or road</translation>
    </message>
    <message>
      <source>改名称、等级、有效期，移动边界</source>
      <translation>Name, level, times; move the border</translation>
    </message>
    <message>
      <source>按什么判断、人按哪里计、外扩、时间</source>
      <translation>By which rule, where people are counted, buffer, time</translation>
    </message>
    <message>
      <source>打开最近一次保存的研判</source>
      <translation>Open the run kept last</translation>
    </message>
    <message>
      <source>按{by}</source>
      <translation>by {by}</translation>
    </message>
    <message>
      <source>人按{people}</source>
      <translation>people by {people}</translation>
    </message>
    <message>
      <source>外扩 {buffer} 米</source>
      <translation>buffer {buffer} m</translation>
    </message>
    <message>
      <source>现住</source>
      <translation>Lives at</translation>
    </message>
    <message>
      <source>{count} 个像元的水深超过 {most:,.0f} 米，当作没有值</source>
      <translation>{count} cells are deeper than {most:,.0f} m and taken as without a value</translation>
    </message>
  </context>
</TS>
