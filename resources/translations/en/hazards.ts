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
      <source>{by} · {people} · 外扩 {buffer} 米 · {when}</source>
      <translation>{by} · {people} · buffer {buffer} m · {when}</translation>
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
      <source>不限时</source>
      <translation>any time</translation>
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
  </context>
</TS>
