<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
  <context>
    <name>safe_sites</name>
    <message>
      <source>县里还没有避险点。</source>
      <translation>The county has no safe site yet.</translation>
    </message>
    <message>
      <source>分配避险点</source>
      <translation>Allocate safe sites</translation>
    </message>
    <message>
      <source>看不懂位置：{text}</source>
      <translation>This is no place: {text}</translation>
    </message>
    <message>
      <source>请写成 经度,纬度，例如 108.512,32.893。</source>
      <translation>Write longitude,latitude, for example 108.512,32.893.</translation>
    </message>
    <message>
      <source>{id}  {name}  {people}/{room} 人</source>
      <translation>{id}  {name}  {people}/{room} people</translation>
    </message>
    <message>
      <source>{id}  {name}  已删除，原定 {people} 人</source>
      <translation>{id}  {name}  removed; {people} people were to go there</translation>
    </message>
    <message>
      <source>研判第 {run} 号，分配第 {id} 号。{question}</source>
      <translation>Run {run}, allocation {id}. {question}</translation>
    </message>
    <message>
      <source>{families} 户 {people} 人去 {sites} 个避险点，人均步行 {mean} 米，最远 {longest} 米。</source>
      <translation>{families} households, {people} people to {sites} safe sites; {mean} m on foot on average, {longest} m at most.</translation>
    </message>
    <message>
      <source>超 {count} 人</source>
      <translation>{count} people too many</translation>
    </message>
    <message>
      <source>其中 {count} 户要走 {km:g} 公里以上，请安排车辆。</source>
      <translation>{count} of the households would walk more than {km:g} km: send cars.</translation>
    </message>
    <message>
      <source>其中 {count} 户没有相通的道路，按直线距离计。</source>
      <translation>{count} of the households have no road that leads there: their distance is straight.</translation>
    </message>
    <message>
      <source>{count} 户去自己另一处住房，不占避险点。</source>
      <translation>{count} households go to another home of their own and take no place.</translation>
    </message>
    <message>
      <source>{villages} 个村中 {split} 个村分到几处，其中 {large} 个村的人数超过任何一处的容量。</source>
      <translation>Of {villages} villages {split} are split over several sites; {large} of these have more people than any one site takes.</translation>
    </message>
    <message>
      <source>户数太多，同村相邻的户合成 {count} 组一起安排。</source>
      <translation>So many households: neighbours of a village were placed together, as {count} groups.</translation>
    </message>
    <message>
      <source>  超员：{line}</source>
      <translation>  Over-full: {line}</translation>
    </message>
    <message>
      <source>  没有地方：{village} {number} {head} {people} 人</source>
      <translation>  No place: {village} {number} {head}, {people} people</translation>
    </message>
    <message>
      <source>没有启用</source>
      <translation>not in use</translation>
    </message>
    <message>
      <source>  {site}：{why}</source>
      <translation>  {site}: {why}</translation>
    </message>
    <message>
      <source>总路程最短：红色险区先安排，一户不拆开，不超容量；同村尽量集中，为此总路程最多增加 {percent}%。{own}</source>
      <translation>Least walking altogether: red areas first, households stay whole, room is never exceeded; villages stay together as far as all walk at most {percent}% farther for it. {own}</translation>
    </message>
    <message>
      <source>容量 {capacity} 人，要安置 {people} 人：都有地方。</source>
      <translation>Room for {capacity}, {people} people to place: all have a place.</translation>
    </message>
    <message>
      <source>沿路</source>
      <translation>along roads</translation>
    </message>
    <message>
      <source>直线：比到路边还近</source>
      <translation>straight: nearer than the road</translation>
    </message>
    <message>
      <source>直线：县里没有道路</source>
      <translation>straight: the county has no roads</translation>
    </message>
    <message>
      <source>直线：离道路太远</source>
      <translation>straight: too far from any road</translation>
    </message>
    <message>
      <source>直线：道路不相通</source>
      <translation>straight: no road leads there</translation>
    </message>
    <message>
      <source>没有地方</source>
      <translation>no place</translation>
    </message>
    <message>
      <source>没有人</source>
      <translation>nobody</translation>
    </message>
    <message>
      <source>避险点已删除或停用</source>
      <translation>site removed or closed</translation>
    </message>
    <message>
      <source>有自己另一处安全住房的户也去避险点。</source>
      <translation>Households with another safe home of their own go to a site as well.</translation>
    </message>
    <message>
      <source>有自己另一处安全住房的户不去避险点。</source>
      <translation>Households with another safe home of their own go there instead.</translation>
    </message>
    <message>
      <source>就近优先：红色险区先安排，从最近的户和避险点开始，一户不拆开，不超容量。{own}</source>
      <translation>Nearest first: red areas first, always the nearest household and site, households stay whole, room is never exceeded. {own}</translation>
    </message>
    <message>
      <source>容量 {capacity} 人，要安置 {people} 人：{missing} 人没有地方。</source>
      <translation>Room for {capacity}, {people} people to place: {missing} people without a place.</translation>
    </message>
    <message>
      <source>就近优先</source>
      <translation>nearest first</translation>
    </message>
    <message>
      <source>总路程最短</source>
      <translation>least walking</translation>
    </message>
    <message>
      <source>在险区内</source>
      <translation>inside the hazard area</translation>
    </message>
    <message>
      <source>没有位置</source>
      <translation>has no place on the map</translation>
    </message>
    <message>
      <source>在没有研判的风险区内</source>
      <translation>inside a hazard area that was not asked</translation>
    </message>
    <message>
      <source>分配避险点（研判第 {run} 号）：{people} 人有去处</source>
      <translation>safe sites allocated (run {run}): {people} people have a place</translation>
    </message>
    <message>
      <source>分配避险点（研判第 {run} 号）：{people} 人有去处，{missing} 人没有地方</source>
      <translation>safe sites allocated (run {run}): {people} people have a place, {missing} have none</translation>
    </message>
    <message>
      <source>多走的比例不对：{percent}。</source>
      <translation>This is no share to walk farther: {percent}.</translation>
    </message>
    <message>
      <source>请写 0 到 100 之间的数。</source>
      <translation>Write a number from 0 to 100.</translation>
    </message>
    <message>
      <source>没有可以安置的研判。</source>
      <translation>There is no run to allocate.</translation>
    </message>
    <message>
      <source>研判第 {run} 号没有要安置的户。</source>
      <translation>Nobody is to be placed in run {run}.</translation>
    </message>
    <message>
      <source>请换一次研判。</source>
      <translation>Choose another run.</translation>
    </message>
    <message>
      <source>请在地图上新增，或用 gisapp import … --as safe-sites 导入。</source>
      <translation>Add some on the map, or import them with gisapp import … --as safe-sites.</translation>
    </message>
    <message>
      <source>{count} 个避险点都在险区内或没有启用。</source>
      <translation>All {count} safe sites are inside the hazard areas or not in use.</translation>
    </message>
    <message>
      <source>请启用或新增险区以外的避险点，再分配。</source>
      <translation>Open or add safe sites outside the areas, then allocate.</translation>
    </message>
    <message>
      <source>已取消分配避险点。</source>
      <translation>Allocating was cancelled.</translation>
    </message>
    <message>
      <source>可用避险点 {sites} 个，容量 {capacity} 人，要安置 {people} 人：都有地方。</source>
      <translation>{sites} safe sites with room for {capacity}, {people} people to place: all have a place.</translation>
    </message>
    <message>
      <source>可用避险点 {sites} 个，容量 {capacity} 人；还没有分配。</source>
      <translation>{sites} safe sites with room for {capacity}; nobody is allocated yet.</translation>
    </message>
    <message>
      <source>可用避险点 {sites} 个，容量 {capacity} 人，要安置 {people} 人：{missing} 人没有地方。</source>
      <translation>{sites} safe sites with room for {capacity}, {people} people to place: {missing} people without a place.</translation>
    </message>
    <message>
      <source>这次研判还没有分配避险点。</source>
      <translation>Safe sites were not allocated for this run yet.</translation>
    </message>
    <message>
      <source>请先分配，例如 gisapp safe-sites 县文件 allocate。</source>
      <translation>Allocate first, for example gisapp safe-sites FILE allocate.</translation>
    </message>
    <message>
      <source>新增避险点：{name}，{capacity} 人</source>
      <translation>new safe site: {name}, {capacity} people</translation>
    </message>
    <message>
      <source>更改避险点：{name}</source>
      <translation>safe site changed: {name}</translation>
    </message>
    <message>
      <source>删除避险点：{names}</source>
      <translation>safe sites removed: {names}</translation>
    </message>
    <message>
      <source>更改避险点：{old}改为{new}</source>
      <translation>safe site changed: {old} is now {new}</translation>
    </message>
    <message>
      <source>删除避险点 {count} 个</source>
      <translation>{count} safe sites removed</translation>
    </message>
    <message>
      <source>避险点的名称不能为空，最多 {most} 个字；备注最多 {note} 个字。</source>
      <translation>A safe site needs a name of at most {most} characters; a note has at most {note}.</translation>
    </message>
    <message>
      <source>请写 0 到 {most} 之间的人数。</source>
      <translation>Write a number of people from 0 to {most}.</translation>
    </message>
    <message>
      <source>没有避险点“{name}”。</source>
      <translation>There is no safe site “{name}”.</translation>
    </message>
    <message>
      <source>县里有 {count} 个避险点，用 safe-sites list 查看。</source>
      <translation>The county has {count}; see safe-sites list.</translation>
    </message>
    <message>
      <source>请先改名称、容量、位置、单位、启用、负责人或备注。</source>
      <translation>Change the name, room, place, unit, use, keeper or note first.</translation>
    </message>
    <message>
      <source>请写名称，例如“中坝村委会”。</source>
      <translation>Write a name, for example “中坝村委会”.</translation>
    </message>
    <message>
      <source>容量不对：{capacity} 人。</source>
      <translation>This is no room for people: {capacity}.</translation>
    </message>
    <message>
      <source>负责人的姓名最多 {most} 个字。</source>
      <translation>A keeper's name has at most {most} characters.</translation>
    </message>
    <message>
      <source>请只写姓名。</source>
      <translation>Write the name only.</translation>
    </message>
    <message>
      <source>这个单位已有名为“{name}”的避险点。</source>
      <translation>This unit has a safe site “{name}” already.</translation>
    </message>
    <message>
      <source>请换一个名称，或更改已有的那一个。</source>
      <translation>Choose another name, or change the one that is there.</translation>
    </message>
    <message>
      <source>名为“{name}”的避险点不止一个。</source>
      <translation>Several safe sites are called “{name}”.</translation>
    </message>
    <message>
      <source>请写编号：{sites}。</source>
      <translation>Give the number: {sites}.</translation>
    </message>
    <message>
      <source>这个位置不在本县范围内。</source>
      <translation>This place is not in the county.</translation>
    </message>
    <message>
      <source>请在地图上点一个县内的位置，或检查经纬度是否写反。</source>
      <translation>Click a place in the county, or check whether longitude and latitude are swapped.</translation>
    </message>
    <message>
      <source>{caption} 编号 {id}</source>
      <translation>{caption} is number {id}</translation>
    </message>
    <message>
      <source>容量 {capacity} 人，要安置 {people} 人：{missing} 人没有地方（还空 {free} 个位置，剩下的哪一户都放不下）。</source>
      <translation>Room for {capacity}, {people} people to place: {missing} people without a place ({free} places are free, too few at any site for a whole household).</translation>
    </message>
    <message>
      <source>避险点：list、add、change、remove、allocate、sign-in。</source>
      <translation>Safe sites: list, add, change, remove, allocate, sign-in.</translation>
    </message>
    <message>
      <source>列出避险点：容量、已分配的户和人、剩余；超员写明。</source>
      <translation>List safe sites: room, households and people allocated, what is free; over-full is said.</translation>
    </message>
    <message>
      <source>研判号，默认最近一次。</source>
      <translation>Number of the run, the latest by default.</translation>
    </message>
    <message>
      <source>JSON 中列出每一户去哪里。</source>
      <translation>Say in the JSON where each household goes.</translation>
    </message>
    <message>
      <source>容纳多少人。</source>
      <translation>How many people it takes in.</translation>
    </message>
    <message>
      <source>经度,纬度（度），或本县坐标系的 x,y（米）。</source>
      <translation>longitude,latitude in degrees, or x,y in metres of the county's CRS.</translation>
    </message>
    <message>
      <source>所属村、社区或镇（代码或名称），默认所在的村。</source>
      <translation>Village, community or town it belongs to (code or name); by default the one it lies in.</translation>
    </message>
    <message>
      <source>负责人。</source>
      <translation>Who keeps it.</translation>
    </message>
    <message>
      <source>负责人电话。</source>
      <translation>The keeper's phone.</translation>
    </message>
    <message>
      <source>备注。</source>
      <translation>A note.</translation>
    </message>
    <message>
      <source>是否启用，默认启用。</source>
      <translation>Whether it is in use; it is by default.</translation>
    </message>
    <message>
      <source>新增一个避险点。</source>
      <translation>Add a safe site.</translation>
    </message>
    <message>
      <source>更改一个避险点（名称或编号）；没有写的不变。</source>
      <translation>Change a safe site (name or number); what is not given stays.</translation>
    </message>
    <message>
      <source>新的名称。</source>
      <translation>The new name.</translation>
    </message>
    <message>
      <source>删除避险点（名称或编号）；可以撤销。</source>
      <translation>Remove safe sites (name or number); can be undone.</translation>
    </message>
    <message>
      <source>怎样分配。</source>
      <translation>How to allocate.</translation>
    </message>
    <message>
      <source>为了同村集中，总路程最多增加百分之几。</source>
      <translation>How many percent farther all may walk together so that villages stay together.</translation>
    </message>
    <message>
      <source>把一次研判的户分到避险点；结果存入县文件，同一次研判以最新的为准。</source>
      <translation>Send the households of a run to safe sites; stored in the county file, the newest allocation of a run is in force.</translation>
    </message>
    <message>
      <source>原住房已不在，位置不明</source>
      <translation>house gone, place unknown</translation>
    </message>
    <message>
      <source>{count} 户的住房已不在，位置不明，请逐户安排。</source>
      <translation>The houses of {count} households stand no more and nobody knows where they are: see to them one by one.</translation>
    </message>
    <message>
      <source>最近：{site}（直线 {metres} 米）</source>
      <translation>nearest: {site} ({metres} m straight)</translation>
    </message>
    <message>
      <source>{site}（沿路 {metres} 米）</source>
      <translation>{site} ({metres} m along roads)</translation>
    </message>
    <message>
      <source>{site}（直线 {metres} 米）</source>
      <translation>{site} ({metres} m straight)</translation>
    </message>
    <message>
      <source>最近的，直线</source>
      <translation>nearest, straight</translation>
    </message>
    <message>
      <source>距离（米）</source>
      <translation>Distance (m)</translation>
    </message>
    <message>
      <source>怎样定的</source>
      <translation>How it was found</translation>
    </message>
    <message>
      <source>到避险点的距离沿县文件里的道路计，没有相通道路的按直线并写明；没有考虑道路被淹或中断。</source>
      <translation>Distances to safe sites follow the roads of the county file, straight (and said so) where no road leads there; whether a road is flooded or cut is not considered.</translation>
    </message>
    <message>
      <source>{families:,} 户 {people:,} 人去自己另一处住房，不占避险点。</source>
      <translation>{families:,} households, {people:,} people go to another home of their own and take no place.</translation>
    </message>
    <message>
      <source>{site}超员：容量 {capacity:,} 人，已分配 {people:,} 人，超 {over:,} 人。</source>
      <translation>{site} is over-full: room for {capacity:,}, {people:,} people allocated, {over:,} too many.</translation>
    </message>
    <message>
      <source>{site}（{why}）</source>
      <translation>{site} ({why})</translation>
    </message>
    <message>
      <source>没有使用的避险点：{sites}。</source>
      <translation>Safe sites not used: {sites}.</translation>
    </message>
    <message>
      <source>要先核实是否安全的避险点：{sites}。</source>
      <translation>To be looked at before people are sent there: {sites}.</translation>
    </message>
    <message>
      <source>余</source>
      <translation>Free</translation>
    </message>
    <message>
      <source>占 %</source>
      <translation>% full</translation>
    </message>
    <message>
      <source>已分配的避险点</source>
      <translation>Safe sites in use</translation>
    </message>
    <message>
      <source>没有去处的户</source>
      <translation>Households without a place</translation>
    </message>
    <message>
      <source>{families:,} 户 {people:,} 人，只列前 {shown} 户</source>
      <translation>{families:,} households, {people:,} people; only the first {shown} are listed</translation>
    </message>
    <message>
      <source>容量</source>
      <translation>Room</translation>
    </message>
    <message>
      <source>避险点名册</source>
      <translation>Register of safe sites</translation>
    </message>
    <message>
      <source>县里名为“{name}”的避险点有 {count} 个，请写明村或社区</source>
      <translation>the county has {count} safe sites called “{name}”: say the village or community</translation>
    </message>
    <message>
      <source>容量应是 0 到 {most} 之间的人数</source>
      <translation>room must be a number of people from 0 to {most}</translation>
    </message>
    <message>
      <source>是否启用请填是或否</source>
      <translation>whether it is in use: write 是 or 否</translation>
    </message>
    <message>
      <source>这个位置不在本县范围内</source>
      <translation>this place is not in the county</translation>
    </message>
    <message>
      <source>新的避险点要写经纬度</source>
      <translation>a new safe site needs longitude and latitude</translation>
    </message>
    <message>
      <source>没有写容量</source>
      <translation>no room is written</translation>
    </message>
    <message>
      <source>与第 {row} 行是同一个避险点</source>
      <translation>the same safe site as row {row}</translation>
    </message>
    <message>
      <source>没有避险点的名称</source>
      <translation>no name of the safe site</translation>
    </message>
    <message>
      <source>超过 {most} 个字</source>
      <translation>more than {most} characters</translation>
    </message>
    <message>
      <source>移动 {metres} 米</source>
      <translation>moved {metres} m</translation>
    </message>
    <message>
      <source>有了位置</source>
      <translation>now has a place</translation>
    </message>
    <message>
      <source>避险点名称</source>
      <translation>Safe site</translation>
    </message>
    <message>
      <source>是否启用</source>
      <translation>In use</translation>
    </message>
    <message>
      <source>负责人</source>
      <translation>Keeper</translation>
    </message>
    <message>
      <source>负责人电话</source>
      <translation>Keeper's phone</translation>
    </message>
    <message>
      <source>容量 {capacity} 人，应到 {families} 户 {people} 人，超 {count} 人。</source>
      <translation>Room for {capacity}, {families} households, {people} people to come: {count} too many.</translation>
    </message>
    <message>
      <source>容量 {capacity} 人，应到 {families} 户 {people} 人，还空 {count} 个位置。</source>
      <translation>Room for {capacity}, {families} households, {people} people to come: {count} places free.</translation>
    </message>
    <message>
      <source>没有人要去避险点。</source>
      <translation>Nobody is to go to a safe site.</translation>
    </message>
    <message>
      <source>请先分配避险点，或换一次研判。</source>
      <translation>Allocate safe sites first, or choose another run.</translation>
    </message>
    <message>
      <source>避险点汇总</source>
      <translation>Safe sites</translation>
    </message>
    <message>
      <source>负责人 {keeper}</source>
      <translation>Keeper {keeper}</translation>
    </message>
    <message>
      <source>应到户数</source>
      <translation>Households to come</translation>
    </message>
    <message>
      <source>应到人数</source>
      <translation>People to come</translation>
    </message>
    <message>
      <source>空位</source>
      <translation>Free</translation>
    </message>
    <message>
      <source>实到人数</source>
      <translation>People who came</translation>
    </message>
    <message>
      <source>到达时间</source>
      <translation>Time</translation>
    </message>
    <message>
      <source>签到</source>
      <translation>Signature</translation>
    </message>
    <message>
      <source>名单外</source>
      <translation>not on the list</translation>
    </message>
    <message>
      <source>研判第 {run} 号，{at} 分配</source>
      <translation>Run {run}, allocated {at}</translation>
    </message>
    <message>
      <source>签到表 · {site}</source>
      <translation>Sign-in list · {site}</translation>
    </message>
    <message>
      <source>不在任何村</source>
      <translation>In no village</translation>
    </message>
    <message>
      <source>还空 {count} 个位置</source>
      <translation>{count} places free</translation>
    </message>
    <message>
      <source>没有空位</source>
      <translation>No place free</translation>
    </message>
    <message>
      <source>名单外来的人</source>
      <translation>People who are not on the list</translation>
    </message>
    <message>
      <source>签到表</source>
      <translation>Sign-in list</translation>
    </message>
    <message>
      <source>签到表已保存：{path}（{sites} 个避险点，{families} 户 {people} 人）</source>
      <translation>Sign-in lists saved: {path} ({sites} safe sites, {families} households, {people} people)</translation>
    </message>
    <message>
      <source>只要这个避险点的（名称或编号）；可写多个，默认全部有人要去的。</source>
      <translation>Only of this safe site (name or number), several if you like; by default all where somebody is to go.</translation>
    </message>
    <message>
      <source>每个避险点一份签到表：.pdf 或 .xlsx；电话已脱敏。</source>
      <translation>One sign-in list a safe site: .pdf or .xlsx; phones are masked.</translation>
    </message>
  </context>
</TS>
