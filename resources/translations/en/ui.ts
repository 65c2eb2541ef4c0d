<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
  <context>
    <name>ui</name>
    <message><source>查看完整电话：{head}（{code}）</source><translation>Saw phones in clear: {head} ({code})</translation></message>
    <message><source>没有写明查看原因。</source><translation>No reason was given.</translation></message>
    <message><source>请写明原因，例如“通知今晚转移”；它会记入历史。</source><translation>Give a reason, e.g. “move out tonight”; it goes into the history.</translation></message>
    <message><source>打开县文件</source><translation>Open county file</translation></message>
    <message><source>县文件 (*.gpkg)</source><translation>County file (*.gpkg)</translation></message>
    <message><source>选择备份</source><translation>Choose a backup</translation></message>
    <message><source>选择县界文件</source><translation>Choose the county's outline</translation></message>
    <message><source>面状图形 (*.shp *.gpkg *.geojson *.json *.kml);;所有文件 (*)</source><translation>Polygons (*.shp *.gpkg *.geojson *.json *.kml);;All files (*)</translation></message>
    <message><source>读取风险区文件</source><translation>Read hazard areas</translation></message>
    <message><source>新建县文件</source><translation>New county file</translation></message>
    <message><source>查找范围：</source><translation>Look in:</translation></message>
    <message><source>文件类型：</source><translation>Files of type:</translation></message>
    <message><source>新县.gpkg</source><translation>new-county.gpkg</translation></message>
    <message><source>撤销</source><translation>Undo</translation></message>
    <message><source>已{label}</source><translation>Done: {label}</translation></message>
    <message><source>显示完整电话</source><translation>Show phones in clear</translation></message>
    <message><source>为什么要看？原因会记入历史。</source><translation>Why? The reason goes into the history.</translation></message>
    <message><source>请先在列表里选中要分配的户。</source><translation>First choose the families in the list.</translation></message>
    <message><source>{relation} {sex} {age}岁</source><translation>{relation}, {sex}, {age}</translation></message>
    <message><source>现住：{place}（{day}）</source><translation>Sleeps: {place} ({day})</translation></message>
    <message><source>{number}（{state}）{grid}</source><translation>{number} ({state}) {grid}</translation></message>
    <message><source>{head}（{people} 人）</source><translation>{head} ({people} people)</translation></message>
    <message><source>{number} · {code}</source><translation>{number} · {code}</translation></message>
    <message><source>{head} 的完整电话</source><translation>Phones of {head} in clear</translation></message>
    <message><source>只供本次使用，已记入历史。</source><translation>For this use only; the history has it.</translation></message>
    <message><source>收起</source><translation>Put away</translation></message>
    <message><source>先打给</source><translation>Call first</translation></message>
    <message><source>双线六岗（{filled}/{all}）</source><translation>Six slots on two lines ({filled}/{all})</translation></message>
    <message><source>为{slot}选择联系人</source><translation>Choose a contact for {slot}</translation></message>
    <message><source>{unit} 自 {day}</source><translation>{unit} since {day}</translation></message>
    <message><source>家庭成员（{count} 人）</source><translation>Family ({count} people)</translation></message>
    <message><source>显示完整电话…</source><translation>Show phones in clear…</translation></message>
    <message><source>在地图上看</source><translation>Show on the map</translation></message>
    <message><source>无电话</source><translation>no phone</translation></message>
    <message><source>住房在风险区内：{names}</source><translation>Home in a hazard area: {names}</translation></message>
    <message><source>家庭成员</source><translation>Family</translation></message>
    <message><source>户内电话 {phone}</source><translation>Family's phone {phone}</translation></message>
    <message><source>更换</source><translation>Change</translation></message>
    <message><source>选择</source><translation>Choose</translation></message>
    <message><source>为这个岗选择联系人</source><translation>Choose a contact for this slot</translation></message>
    <message><source>随网格</source><translation>follows the grid</translation></message>
    <message><source>搬迁</source><translation>Relocated</translation></message>
    <message><source>{day} 自 {origin}</source><translation>{day} from {origin}</translation></message>
    <message><source>补齐：{slot}</source><translation>Fill: {slot}</translation></message>
    <message><source>要写明原因，会记入历史</source><translation>Asks why; the history keeps it</translation></message>
    <message><source>没有登记电话。</source><translation>No phone recorded.</translation></message>
    <message><source>缺岗</source><translation>Empty slot</translation></message>
    <message><source>主责：{duty}</source><translation>Leads: {duty}</translation></message>
    <message><source>配合：{duty}</source><translation>Assists: {duty}</translation></message>
    <message><source>没有户主</source><translation>no head</translation></message>
    <message><source>没有住房记录</source><translation>no home recorded</translation></message>
    <message><source>{since} {follows}</source><translation>{since} {follows}</translation></message>
    <message><source>读到 {areas} 个范围，共 {total} 行。已画在地图上，还没有保存。</source><translation>{areas} areas read from {total} rows. They are drawn on the map, not saved yet.</translation></message>
    <message><source>保存 {count} 个风险区</source><translation>Save {count} hazard areas</translation></message>
    <message><source>放弃</source><translation>Discard</translation></message>
    <message><source>新风险区</source><translation>New hazard area</translation></message>
    <message><source>例如：月河洪涝 7月12日</source><translation>e.g. Yue river flood 12 July</translation></message>
    <message><source>地图绘制</source><translation>Drawn on the map</translation></message>
    <message><source>保存风险区</source><translation>Save hazard area</translation></message>
    <message><source>灾种</source><translation>Kind</translation></message>
    <message><source>来源</source><translation>Source</translation></message>
    <message><source>拒收</source><translation>Refused</translation></message>
    <message><source>{town} · {village} · {code}</source><translation>{town} · {village} · {code}</translation></message>
    <message><source>打印网格卡</source><translation>Print the grid's card</translation></message>
    <message><source>单位</source><translation>Unit</translation></message>
    <message><source>房屋共 {houses} 处；户和人按现住房计。</source><translation>{houses} houses in all; families and people by their current home.</translation></message>
    <message><source>放大到这里</source><translation>Zoom to it</translation></message>
    <message><source>网格员、人数和住户名单，存为 PDF</source><translation>Officer, figures and families, as a PDF</translation></message>
    <message><source>有 {count} 户缺岗，先补齐。</source><translation>{count} families miss a slot: fill them first.</translation></message>
    <message><source>列出缺岗户</source><translation>List families missing a slot</translation></message>
    <message><source>风险区内房屋</source><translation>houses in hazard areas</translation></message>
    <message><source>有 {count} 处房屋在风险区内，可到“防汛”研判。</source><translation>{count} houses lie in hazard areas: ask in the flood workspace.</translation></message>
    <message><source>列出住户</source><translation>List families</translation></message>
    <message><source>没有缺岗，没有房屋在风险区内。</source><translation>No empty slot, no house in a hazard area.</translation></message>
    <message><source>{name} 等 {count} 个风险区</source><translation>{name} and others, {count} hazard areas</translation></message>
    <message><source>{houses} 处 · {households} 户 · {people} 人</source><translation>{houses} homes · {households} families · {people} people</translation></message>
    <message><source>研判时间 {at}</source><translation>Asked at {at}</translation></message>
    <message><source>打印电话名单</source><translation>Print call list</translation></message>
    <message><source>导出 Excel</source><translation>Export to Excel</translation></message>
    <message><source>离线网页地图</source><translation>Offline web map</translation></message>
    <message><source>按等级</source><translation>By level</translation></message>
    <message><source>重点人员（一人可有多项）</source><translation>Vulnerable people (one may count in several)</translation></message>
    <message><source>没有联系人电话的 {count} 户排在最前</source><translation>{count} families without any contact's phone stand first</translation></message>
    <message><source>存为可打印的 PDF，附地图</source><translation>As a PDF to print, with a map</translation></message>
    <message><source>存为一个网页文件，没有网络也能打开</source><translation>As one page that opens without any network</translation></message>
    <message><source>重点人员</source><translation>vulnerable people</translation></message>
    <message><source>户另有安全住房</source><translation>families with a safe home of their own</translation></message>
    <message><source>每一户都有可联系的人，按名单逐户通知。</source><translation>Every family has somebody to call: go down the list.</translation></message>
    <message><source>范围内没有住户，无需通知。</source><translation>Nobody lives in these areas: nobody to call.</translation></message>
    <message><source>{count} 人</source><translation>{count} people</translation></message>
    <message><source>{label}。可在右下角撤销。</source><translation>{label}. Undo is at the bottom right.</translation></message>
    <message><source>{head}（{code}）</source><translation>{head} ({code})</translation></message>
    <message><source>{family}：{reason}</source><translation>{family}: {reason}</translation></message>
    <message><source>分配联系人：{count} 户</source><translation>Assign a contact, families: {count}</translation></message>
    <message><source>请选择一位联系人。</source><translation>Choose a contact.</translation></message>
    <message><source>分配</source><translation>Assign</translation></message>
    <message><source>分配联系人</source><translation>Assigning a contact</translation></message>
    <message><source>分配 {count} 户</source><translation>Assign ({count})</translation></message>
    <message><source>岗位</source><translation>Slot</translation></message>
    <message><source>按姓名或拼音首字母查找；本村、本社区的排在前面</source><translation>Find by name or pinyin initials; the right unit's stand first</translation></message>
    <message><source>查找联系人</source><translation>Find a contact</translation></message>
    <message><source>不能分配的户与原因</source><translation>Families refused, and why</translation></message>
    <message><source>另有 {count} 户。</source><translation>And {count} more families.</translation></message>
    <message><source>{name}　{unit}　{phone}</source><translation>{name}   {unit}   {phone}</translation></message>
    <message><source>没有符合的联系人。请换个词，或先登记联系人。</source><translation>No such contact. Try another word, or register the contact first.</translation></message>
    <message><source>将给 {accepted} 户分配{name}；{refused} 户不能分配，原因见下。</source><translation>Families to be assigned to {name}: {accepted}; refused, see why below: {refused}.</translation></message>
    <message><source>将给 {accepted} 户分配{name}，自今天起。</source><translation>Families to be assigned to {name} from today: {accepted}.</translation></message>
    <message><source>关闭</source><translation>Close</translation></message>
    <message><source>{keys}　{text}</source><translation>{keys}   {text}</translation></message>
    <message><source>使用说明</source><translation>How to use it</translation></message>
    <message><source>找一户，打给主责联系人</source><translation>Find a family and call its lead contact</translation></message>
    <message><source>看一个网格</source><translation>Look at a grid</translation></message>
    <message><source>补齐缺岗</source><translation>Fill missing slots</translation></message>
    <message><source>汛期：哪些住房在险区</source><translation>Flood: which homes are in danger</translation></message>
    <message><source>改错了</source><translation>A mistake</translation></message>
    <message><source>快捷键</source><translation>Shortcuts</translation></message>
    <message><source>按 Ctrl+F，输入姓名、拼音首字母、证件尾号、电话、门牌或村名，回车。右边卡片最上面就是“先打给”谁。</source><translation>Press Ctrl+F, type a name, pinyin initials, the tail of an ID number, a phone, a house number or a village, and Enter. The card at the right begins with whom to call.</translation></message>
    <message><source>在“网格”里单击地图或左边的列表：右边是网格员和人数，下面是住户。双击放大到它。</source><translation>In Grids click the map or the list at the left: officer and figures at the right, families below. Double-click zooms to it.</translation></message>
    <message><source>在“搬迁社区”按“补齐缺岗”，表里列出缺岗的户；单击一户看六个岗，点缺的岗选联系人。</source><translation>In Relocation press Fill missing slots: the table lists the families; click one to see its six slots, and choose a contact for the empty one.</translation></message>
    <message><source>一次给多户分配：在表里选多行（或先选一栋楼），按“分配联系人…”。不能分配的户会写明原因。</source><translation>Many at once: choose several lines (or a building first) and press Assign… Every refusal says why.</translation></message>
    <message><source>在“防汛”绘制或读取风险区，勾选后按“哪些住房在险区？”。右边是总数，下面是要通知的名单，没有联系人电话的在最前。</source><translation>In Flood draw or read hazard areas, tick them and press Homes in danger? Totals at the right, the call list below, those without any contact's phone first.</translation></message>
    <message><source>“打印电话名单”存为 PDF，“导出 Excel”存为表格，“离线网页地图”可发给没有本程序的人看。</source><translation>Print call list makes a PDF, Export to Excel a workbook, Offline web map a page for people without this program.</translation></message>
    <message><source>按右下角的“撤销”或 Ctrl+Z。每次改动都记在历史里，关机断电也不会丢。</source><translation>Press Undo at the bottom right or Ctrl+Z. Every change is in the history and survives a power cut.</translation></message>
    <message><source>滚轮缩放，拖动移动；方向键、加减号、Home（全县）也可以。Alt+左右方向键：上一个、下一个视图。</source><translation>Wheel zooms, dragging moves; so do arrows, plus, minus and Home (whole county). Alt+Left and Alt+Right: views before and after.</translation></message>
    <message><source>颜色</source><translation>Colours</translation></message>
    <message><source>语言</source><translation>Language</translation></message>
    <message><source>{county}（示例数据）</source><translation>{county} (sample data)</translation></message>
    <message><source>{title} — 网格与搬迁社区</source><translation>{title} — Grids and relocation</translation></message>
    <message><source>网格与搬迁社区</source><translation>Grids and relocation communities</translation></message>
    <message><source>关于</source><translation>About</translation></message>
    <message><source>网格与搬迁社区 {version}
数据只在本机，不联网。</source><translation>Grids and relocation communities {version}
Data stay on this machine; no network.</translation></message>
    <message><source>生成示例县，约需半分钟</source><translation>Building the sample county, about half a minute</translation></message>
    <message><source>新建县</source><translation>New county</translation></message>
    <message><source>恢复到</source><translation>Restore to</translation></message>
    <message><source>从备份恢复</source><translation>Restore a backup</translation></message>
    <message><source>导出电话名单</source><translation>Export the call list</translation></message>
    <message><source>打印地图</source><translation>Print the map</translation></message>
    <message><source>写离线网页地图</source><translation>Writing the offline web map</translation></message>
    <message><source>保存地图图片</source><translation>Save a picture of the map</translation></message>
    <message><source>备份</source><translation>Backing up</translation></message>
    <message><source>检查县文件</source><translation>Check the county file</translation></message>
    <message><source>文件页损坏</source><translation>Damaged pages</translation></message>
    <message><source>不合 GeoPackage 规范</source><translation>Against the GeoPackage standard</translation></message>
    <message><source>指向不存在的记录</source><translation>References to nothing</translation></message>
    <message><source>网格之间的空隙</source><translation>Gaps between grids</translation></message>
    <message><source>网格重叠</source><translation>Overlapping grids</translation></message>
    <message><source>不在所属网格内的房屋</source><translation>Houses outside their grid</translation></message>
    <message><source>没有网格员的网格</source><translation>Grids without an officer</translation></message>
    <message><source>有两名网格员的网格</source><translation>Grids with two officers</translation></message>
    <message><source>缺岗户（待办，不算问题）</source><translation>Families missing a slot (work to do, not a fault)</translation></message>
    <message><source>已写好：{path}</source><translation>Written: {path}</translation></message>
    <message><source>{title}：{count}</source><translation>{title}: {count}</translation></message>
    <message><source>没有发现问题。</source><translation>Nothing wrong.</translation></message>
    <message><source>发现问题，请按下面的条目处理。</source><translation>There are faults: see the lines below.</translation></message>
    <message><source>电话名单.xlsx</source><translation>call-list.xlsx</translation></message>
    <message><source>电话名单.pdf</source><translation>call-list.pdf</translation></message>
    <message><source>网格卡.pdf</source><translation>grid-card.pdf</translation></message>
    <message><source>地图.pdf</source><translation>map.pdf</translation></message>
    <message><source>网页地图.html</source><translation>web-map.html</translation></message>
    <message><source>图片没有写成：{path}</source><translation>The picture could not be written: {path}</translation></message>
    <message><source>地图.png</source><translation>map.png</translation></message>
    <message><source>卡片</source><translation>Card</translation></message>
    <message><source>还没有选中</source><translation>Nothing selected</translation></message>
    <message><source>单击地图上的网格，或在左边的列表、上方的搜索里选一项，这里会显示它的卡片。</source><translation>Click a grid on the map, or choose in the list at the left or the search above: its card will be here.</translation></message>
    <message><source>图层</source><translation>Layers</translation></message>
    <message><source>选择显示哪些图层，网格按什么着色</source><translation>Which layers are shown, and what grids are coloured by</translation></message>
    <message><source>移动与点选</source><translation>Move and pick</translation></message>
    <message><source>拖动地图；单击选中，双击放大到它</source><translation>Drag the map; click picks, double-click zooms to it</translation></message>
    <message><source>框选网格</source><translation>Box of grids</translation></message>
    <message><source>拖出一个框，选中碰到的网格</source><translation>Drag a box: grids it touches are chosen</translation></message>
    <message><source>拖出一个框，选中碰到的网格；按住 Shift 可追加</source><translation>Drag a box: grids it touches are chosen; hold Shift to add</translation></message>
    <message><source>圈选住房</source><translation>Loop round homes</translation></message>
    <message><source>自由圈一块，选中里面的住房和住户</source><translation>Draw a loop: homes within are chosen, with their families</translation></message>
    <message><source>按住鼠标圈一块，选中里面的住房</source><translation>Hold the mouse and draw a loop: homes within are chosen</translation></message>
    <message><source>量距离</source><translation>Measure</translation></message>
    <message><source>逐点单击量距离，双击结束</source><translation>Click point by point, double-click to end</translation></message>
    <message><source>逐点单击，双击结束，Esc 取消</source><translation>Click point by point, double-click to end, Esc to cancel</translation></message>
    <message><source>画范围</source><translation>Draw an area</translation></message>
    <message><source>逐点单击画一个风险区</source><translation>Click point by point to draw a hazard area</translation></message>
    <message><source>逐点单击画范围，双击结束；退格撤一点，Esc 取消</source><translation>Click point by point, double-click to end; Backspace takes one back, Esc cancels</translation></message>
    <message><source>放大</source><translation>Zoom in</translation></message>
    <message><source>缩小</source><translation>Zoom out</translation></message>
    <message><source>网格着色</source><translation>Grids coloured by</translation></message>
    <message><source>显示</source><translation>Show</translation></message>
    <message><source>搜索 姓名 · 拼音首字母 · 证件尾号 · 电话 · 门牌 · 村名   Ctrl+F</source><translation>Search name, initials, ID tail, phone, house no., village   Ctrl+F</translation></message>
    <message><source>搜索</source><translation>Search</translation></message>
    <message><source>搜索结果</source><translation>Search results</translation></message>
    <message><source>没有找到“{text}”。可以试试姓名、拼音首字母或证件后四位。</source><translation>Nothing found for “{text}”. Try a name, pinyin initials or the last four of an ID.</translation></message>
    <message><source>取消</source><translation>Cancel</translation></message>
    <message><source>1:{scale}</source><translation>1:{scale}</translation></message>
    <message><source>{grids} 网格 · {households} 户 · {residents} 人</source><translation>{grids} grids · {households} families · {residents} people</translation></message>
    <message><source>撤销最近一次改动（Ctrl+Z）</source><translation>Take back the last change (Ctrl+Z)</translation></message>
    <message><source>进度</source><translation>Progress</translation></message>
    <message><source>停止正在做的事，已经开始的部分会退回</source><translation>Stop what is under way; what was begun is rolled back</translation></message>
    <message><source>东 {x} 米 北 {y} 米</source><translation>{x} m E  {y} m N</translation></message>
    <message><source>{lon}E {lat}N</source><translation>{lon}E {lat}N</translation></message>
    <message><source>撤销“{label}”</source><translation>Undo “{label}”</translation></message>
    <message><source>没有可撤销的操作</source><translation>Nothing to undo</translation></message>
    <message><source>已复制 {count} 行，可粘贴到 Excel。</source><translation>{count} rows copied; paste them into Excel.</translation></message>
    <message><source>{shown} 行，选中 {chosen} 行</source><translation>{shown} rows, {chosen} chosen</translation></message>
    <message><source>筛选本表</source><translation>Filter</translation></message>
    <message><source>复制</source><translation>Copy</translation></message>
    <message><source>列表</source><translation>List</translation></message>
    <message><source>没有可显示的内容。</source><translation>Nothing to show.</translation></message>
    <message><source>{shown} 行（共 {every} 行）</source><translation>{shown} rows of {every}</translation></message>
    <message><source>{shown} 行</source><translation>{shown} rows</translation></message>
    <message><source>复制选中的行，粘贴到 Excel</source><translation>Copy the chosen rows for Excel</translation></message>
    <message><source>清除</source><translation>Clear</translation></message>
    <message><source>选中 {count} 处</source><translation>{count} places chosen</translation></message>
    <message><source>选中 {count} 个网格</source><translation>{count} grids chosen</translation></message>
    <message><source>选中 {count} 户</source><translation>{count} families chosen</translation></message>
    <message><source>{filled}/{all}</source><translation>{filled}/{all}</translation></message>
    <message><source>— 缺岗</source><translation>— empty</translation></message>
    <message><source>搬迁自</source><translation>From</translation></message>
    <message><source>户电话</source><translation>Phone</translation></message>
    <message><source>重点</source><translation>Marks</translation></message>
    <message><source>今晚住</source><translation>Sleeps</translation></message>
    <message><source>社区主责</source><translation>Community lead</translation></message>
    <message><source>村级主责</source><translation>Village lead</translation></message>
    <message><source>{name} {code}</source><translation>{name} {code}</translation></message>
    <message><source>县文件暂时读写不了，什么也没有改动。</source><translation>The county file cannot be read or written at the moment; nothing was changed.</translation></message>
    <message><source>请关闭正在使用它的其他程序，检查磁盘空间后再试。</source><translation>Close other programs that use it, look at the free disk space and try again.</translation></message>
    <message><source>程序出了意外问题，已经写入日志；县文件没有受影响。请再试一次，仍不行请把日志交给维护人员。</source><translation>Something unexpected went wrong and is in the log; the county file is unharmed. Try again; if it persists, hand the log to whoever maintains this program.</translation></message>
    <message><source>一个县一个文件：看网格、补联系人、汛期找人。数据只在本机，不联网。</source><translation>One county, one file: look at grids, fill slots, find people in a flood. Data stay on this machine; no network.</translation></message>
    <message><source>打开示例县</source><translation>Open the sample county</translation></message>
    <message><source>汉阴县边界与镇村为真，人员全部虚构，放心试用</source><translation>Real outline and villages of Hanyin, made-up people. Try anything</translation></message>
    <message><source>打开已有的 .gpkg 县文件</source><translation>Open a county file (.gpkg) you have</translation></message>
    <message><source>用县界文件新建一个空的县</source><translation>An empty county from an outline file</translation></message>
    <message><source>用备份替换损坏的县文件，原文件会保留</source><translation>Put a backup in the place of a damaged file; the old one is kept</translation></message>
    <message><source>最近打开</source><translation>Recent</translation></message>
    <message><source>还没有打开过县文件。先打开示例县看看。</source><translation>No county file opened yet. Begin with the sample.</translation></message>
    <message><source>防汛</source><translation>Flood</translation></message>
    <message><source>哪些住房在险区？</source><translation>Homes in danger?</translation></message>
    <message><source>研判：哪些住房在险区</source><translation>Finding the homes in danger</translation></message>
    <message><source>勾选左边的风险区，按“哪些住房在险区？”，这里列出要逐户通知的名单。</source><translation>Tick hazard areas at the left and press Homes in danger? The families to call will be listed here.</translation></message>
    <message><source>删除风险区</source><translation>Removing hazard areas</translation></message>
    <message><source>人按哪里计</source><translation>Where people are counted</translation></message>
    <message><source> 米</source><translation> m</translation></message>
    <message><source>还没有风险区。可以在地图上绘制，或从文件读取。</source><translation>No hazard areas yet. Draw one on the map, or read a file.</translation></message>
    <message><source>请先勾选至少一个风险区；还没有的话，可以绘制或从文件读取。</source><translation>Tick at least one hazard area first; if there is none, draw one or read a file.</translation></message>
    <message><source>请先勾选要删除的风险区。</source><translation>First tick the hazard areas to remove.</translation></message>
    <message><source>全选</source><translation>All</translation></message>
    <message><source>全不选</source><translation>None</translation></message>
    <message><source>绘制</source><translation>Draw</translation></message>
    <message><source>上一次研判</source><translation>Last run</translation></message>
    <message><source>回到研判</source><translation>The run</translation></message>
    <message><source>卡片和地图回到整次研判</source><translation>Card and map show the whole run again</translation></message>
    <message><source>空置原住房（财产，无人可叫）</source><translation>Empty origin homes (property, nobody to wake)</translation></message>
    <message><source>险区里没有空置的原住房。</source><translation>No empty origin home in danger.</translation></message>
    <message><source>电话名单（没有联系人电话的在前）</source><translation>Call list (without a contact's phone first)</translation></message>
    <message><source>险区里没有住户。</source><translation>No family in danger.</translation></message>
    <message><source>在地图上逐点画一个范围</source><translation>Draw an area on the map, point by point</translation></message>
    <message><source>{place} 住户</source><translation>{place}: families</translation></message>
    <message><source>这里没有住户。可以选大一级的单位看看。</source><translation>Nobody lives here. Look at the unit above.</translation></message>
    <message><source>{place} 缺岗户</source><translation>{place}: missing slots</translation></message>
    <message><source>没有缺岗户：这里的搬迁户六岗齐全。</source><translation>No gaps: every relocated family here has all six slots.</translation></message>
    <message><source>显示这个网格</source><translation>Show this grid</translation></message>
    <message><source>还没有选中网格。单击地图或左边的列表，这里列出住户。</source><translation>No grid selected. Click the map or the list at the left: its families will be listed here.</translation></message>
    <message><source>县 · 镇 · 村/社区 · 网格</source><translation>County · town · village · grid</translation></message>
    <message><source>请先在列表或地图上选一个网格。</source><translation>First choose a grid in the list or on the map.</translation></message>
    <message><source>住户</source><translation>Families</translation></message>
    <message><source>全部住户</source><translation>All</translation></message>
    <message><source>{level} · {name} · {size} km²</source><translation>{level} · {name} · {size} km²</translation></message>
    <message><source>{kind} {level} · {size} km²</source><translation>{kind} {level} · {size} km²</translation></message>
    <message><source>{name}（{origin}）</source><translation>{name} ({origin})</translation></message>
    <message><source>搬迁社区</source><translation>Relocation</translation></message>
    <message><source>给选中的户分配；没有选中时给表中全部户</source><translation>For the chosen families; for all in the list when none is chosen</translation></message>
    <message><source>看全县</source><translation>Whole county</translation></message>
    <message><source>{sites} 个安置点，{families} 户，其中 {gaps} 户缺岗</source><translation>{sites} sites, {families} families, {gaps} of them missing a slot</translation></message>
    <message><source>分配联系人…</source><translation>Assign…</translation></message>
    <message><source>筛选名称或代码</source><translation>Filter by name or code</translation></message>
    <message><source>单位列表</source><translation>List of units</translation></message>
    <message><source>打开县文件…</source><translation>Open county file…</translation></message>
    <message><source>打开另一个县文件</source><translation>Open another county file</translation></message>
    <message><source>新建县…</source><translation>New county…</translation></message>
    <message><source>人员全部虚构，可随意试用</source><translation>Everybody in it is made up; try anything</translation></message>
    <message><source>从备份恢复…</source><translation>Restore a backup…</translation></message>
    <message><source>用备份替换县文件，原文件会保留</source><translation>Put a backup in the place of a county file; the old one is kept</translation></message>
    <message><source>立即备份</source><translation>Back up now</translation></message>
    <message><source>在旁边的备份文件夹里存一份</source><translation>A copy in the backup folder beside the file</translation></message>
    <message><source>打印…</source><translation>Print…</translation></message>
    <message><source>打印现在看到的名单或地图</source><translation>Print the list or map in sight</translation></message>
    <message><source>保存地图图片…</source><translation>Save a picture of the map…</translation></message>
    <message><source>把现在的地图存成 PNG</source><translation>The map in sight as PNG</translation></message>
    <message><source>关闭县文件</source><translation>Close the county file</translation></message>
    <message><source>回到欢迎页</source><translation>Back to the first page</translation></message>
    <message><source>退出</source><translation>Quit</translation></message>
    <message><source>撤销最近一次改动</source><translation>Take back the last change</translation></message>
    <message><source>搜索人、户、房屋、单位、联系人</source><translation>Search people, families, houses, units, contacts</translation></message>
    <message><source>复制列表</source><translation>Copy the list</translation></message>
    <message><source>全选列表</source><translation>Choose the whole list</translation></message>
    <message><source>选中列表里的全部行</source><translation>Choose every line of the list</translation></message>
    <message><source>给选中的户分配联系人</source><translation>Assign a contact to the chosen families</translation></message>
    <message><source>地图显示全县</source><translation>The map shows the whole county</translation></message>
    <message><source>上一个视图</source><translation>View before</translation></message>
    <message><source>下一个视图</source><translation>View after</translation></message>
    <message><source>用勾选的风险区研判</source><translation>Ask with the ticked hazard areas</translation></message>
    <message><source>绘制风险区</source><translation>Draw a hazard area</translation></message>
    <message><source>读取风险区文件…</source><translation>Read hazard areas…</translation></message>
    <message><source>离线网页地图…</source><translation>Offline web map…</translation></message>
    <message><source>检查文件、网格覆盖、网格员、缺岗</source><translation>The file, the coverage, officers and slots</translation></message>
    <message><source>文件(&amp;F)</source><translation>&amp;File</translation></message>
    <message><source>编辑(&amp;E)</source><translation>&amp;Edit</translation></message>
    <message><source>视图(&amp;V)</source><translation>&amp;View</translation></message>
    <message><source>工具(&amp;T)</source><translation>&amp;Tools</translation></message>
    <message><source>帮助(&amp;H)</source><translation>&amp;Help</translation></message>
    <message><source>跟随系统</source><translation>As the system</translation></message>
    <message><source>浅色</source><translation>Light</translation></message>
    <message><source>深色</source><translation>Dark</translation></message>
    <message><source>地形</source><translation>Terrain</translation></message>
    <message><source>河流与道路</source><translation>Rivers and roads</translation></message>
    <message><source>安置点与避险点</source><translation>Settlement and safe sites</translation></message>
    <message><source>地名</source><translation>Names</translation></message>
    <message><source>名单上的住房</source><translation>Home on the list</translation></message>
    <message><source>已取消。</source><translation>Cancelled.</translation></message>
    <message><source>县文件有损坏的地方：{path}</source><translation>Parts of the county file are damaged: {path}</translation></message>
    <message><source>请先不要再改动，关闭文件后用“文件”菜单的“从备份恢复”换回最近的备份。</source><translation>Change nothing for now: close the file and put the latest backup back with Restore from backup in the File menu.</translation></message>
    <message><source>缺岗的户</source><translation>With gaps</translation></message>
    <message><source>下一个窗格</source><translation>Next pane</translation></message>
    <message><source>上一个窗格</source><translation>Previous pane</translation></message>
    <message><source>搜索、列表、地图、表格、卡片依次来回</source><translation>Search, list, map, table and card in turn</translation></message>
    <message><source>只用键盘</source><translation>Without a mouse</translation></message>
    <message><source>F6 在搜索、列表、地图、表格、卡片之间走，Tab 走到每个按钮；在列表和表格里按回车打开卡片，Esc 回来。</source><translation>F6 goes from search to list, map, table and card, Tab to every button. Enter on a line of a list or table opens its card, Esc goes back.</translation></message>
    <message><source>地图上用方向键移动，空格等于在正中单击：点选网格、画范围的角点都可以，回车结束。</source><translation>On the map arrows move and Space clicks in the middle: choose a grid, or set the corners of an area; Enter ends it.</translation></message>
      <message><source>工作清单</source><translation>Work lists</translation></message>
    <message><source>更多</source><translation>More</translation></message>
    <message><source>更多操作</source><translation>More</translation></message>
    <message><source>搬迁(&amp;R)</source><translation>&amp;Relocation</translation></message>
    <message><source>防汛(&amp;D)</source><translation>Floo&amp;d</translation></message>
</context>
</TS>
