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
      <source>新的名称。</source>
      <translation>The new name.</translation>
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
      <source>{name} {people}/{room} 超员</source>
      <translation>{name} {people}/{room} over-full</translation>
    </message>
    <message>
      <source>{name} {people}/{room}</source>
      <translation>{name} {people}/{room}</translation>
    </message>
    <message>
      <source>去避险点（每线户数）</source>
      <translation>To safe sites (households a line)</translation>
    </message>
    <message>
      <source>查看避险点负责人电话：{site}</source>
      <translation>keeper's phone shown: {site}</translation>
    </message>
    <message>
      <source>{site}没有负责人电话。</source>
      <translation>{site} has no keeper's phone.</translation>
    </message>
    <message>
      <source>请先登记负责人电话。</source>
      <translation>Write down the keeper's phone first.</translation>
    </message>
    <message>
      <source>{town} · {unit}</source>
      <translation>{town} · {unit}</translation>
    </message>
    <message>
      <source>这个避险点已删除，原定 {people} 人要去，请重新分配。</source>
      <translation>This safe site was removed; {people} people were to go there: allocate again.</translation>
    </message>
    <message>
      <source>避险点 · {place}</source>
      <translation>Safe site · {place}</translation>
    </message>
    <message>
      <source>占</source>
      <translation>Full</translation>
    </message>
    <message>
      <source>{percent}%</source>
      <translation>{percent}%</translation>
    </message>
    <message>
      <source>按研判第 {run} 号的分配。</source>
      <translation>By the allocation of run {run}.</translation>
    </message>
    <message>
      <source>还没有分配。</source>
      <translation>Nobody is allocated yet.</translation>
    </message>
    <message>
      <source>超员：容量 {capacity} 人，已分配 {people} 人，{over} 人没有地方。</source>
      <translation>Over-full: room for {capacity}, {people} people allocated, {over} without a place.</translation>
    </message>
    <message>
      <source>{why}：没有安排人来。</source>
      <translation>Nobody is sent here: {why}.</translation>
    </message>
    <message>
      <source>{why}：请先核实是否安全。</source>
      <translation>Look whether it is safe first: {why}.</translation>
    </message>
    <message>
      <source>列出来这里的户</source>
      <translation>List who comes here</translation>
    </message>
    <message>
      <source>签到表…</source>
      <translation>Sign-in list…</translation>
    </message>
    <message>
      <source>分配避险点…</source>
      <translation>Allocate safe sites…</translation>
    </message>
    <message>
      <source>更改…</source>
      <translation>Change…</translation>
    </message>
    <message>
      <source>在地图上移动</source>
      <translation>Move on the map</translation>
    </message>
    <message>
      <source>删除</source>
      <translation>Remove</translation>
    </message>
    <message>
      <source>容量（人）</source>
      <translation>room (people)</translation>
    </message>
    <message>
      <source>已分配（人）</source>
      <translation>allocated (people)</translation>
    </message>
    <message>
      <source>已分配（户）</source>
      <translation>allocated (households)</translation>
    </message>
    <message>
      <source>没有启用：不会安排人来。</source>
      <translation>Not in use: nobody is sent here.</translation>
    </message>
    <message>
      <source>每户一行，有签到和实到人数栏，存为 PDF 或 Excel</source>
      <translation>A line a household with boxes to sign and for people who came, as PDF or Excel</translation>
    </message>
    <message>
      <source>把研判的户分到各避险点</source>
      <translation>Send the households of the run to safe sites</translation>
    </message>
    <message>
      <source>显示负责人完整电话…</source>
      <translation>Show the keeper's whole phone…</translation>
    </message>
    <message>
      <source>每户去最近的、还放得下的避险点</source>
      <translation>each household to the nearest site that has room</translation>
    </message>
    <message>
      <source>全部人一起走的路最短，不比就近优先更远</source>
      <translation>all together walk least, never farther than nearest first</translation>
    </message>
    <message>
      <source>为了同村去一处，总路程最多增加这么多；0 就只看路程</source>
      <translation>So much farther all may walk together to keep villages together; 0 looks at distance only</translation>
    </message>
    <message>
      <source>为同村集中最多多走</source>
      <translation>To keep villages together, at most</translation>
    </message>
    <message>
      <source>有自己另一处安全住房的户也去避险点</source>
      <translation>Households with another safe home of their own go to a site as well</translation>
    </message>
    <message>
      <source>分配避险点 · 研判第 {run} 号</source>
      <translation>Allocate safe sites · run {run}</translation>
    </message>
    <message>
      <source>{way}：{tip}</source>
      <translation>{way}: {tip}</translation>
    </message>
    <message>
      <source> 人</source>
      <translation> people</translation>
    </message>
    <message>
      <source>启用：可以安排人来</source>
      <translation>In use: people may be sent here</translation>
    </message>
    <message>
      <source>在地图上另选位置</source>
      <translation>Choose another place on the map</translation>
    </message>
    <message>
      <source>单击避险点的新位置，Esc 取消</source>
      <translation>Click the new place of the site, Esc cancels</translation>
    </message>
    <message>
      <source>更改避险点</source>
      <translation>Change a safe site</translation>
    </message>
    <message>
      <source>例如：中坝村委会</source>
      <translation>For example: 中坝村委会</translation>
    </message>
    <message>
      <source>可在右下角撤销。</source>
      <translation>Can be undone at the bottom right.</translation>
    </message>
    <message>
      <source>{unit}，按位置；不改就留空</source>
      <translation>{unit}, by its place; leave empty to keep</translation>
    </message>
    <message>
      <source>已选新位置，保存后生效。</source>
      <translation>New place chosen; it counts once saved.</translation>
    </message>
    <message>
      <source>新增避险点</source>
      <translation>New safe site</translation>
    </message>
    <message>
      <source>单击地图上的新位置；表单不会关闭</source>
      <translation>Click the new place on the map; the form stays open</translation>
    </message>
    <message>
      <source>使用</source>
      <translation>Use</translation>
    </message>
    <message>
      <source>位置</source>
      <translation>Place</translation>
    </message>
    <message>
      <source>不改就留空，写“无”就去掉</source>
      <translation>leave empty to keep, write 无 to remove</translation>
    </message>
    <message>
      <source>去避险点的线（防汛）</source>
      <translation>Lines to safe sites (flood)</translation>
    </message>
    <message>
      <source>{people}/{room} 人</source>
      <translation>{people}/{room} people</translation>
    </message>
    <message>
      <source>超员 {count} 人</source>
      <translation>{count} people too many</translation>
    </message>
    <message>
      <source>已删除</source>
      <translation>removed</translation>
    </message>
    <message>
      <source>满</source>
      <translation>full</translation>
    </message>
    <message>
      <source>{why}（原定{site}）</source>
      <translation>{why} (was to go to {site})</translation>
    </message>
    <message>
      <source>已分配</source>
      <translation>Allocated</translation>
    </message>
    <message>
      <source>怎样算的</source>
      <translation>How it was measured</translation>
    </message>
    <message>
      <source>单击新避险点的位置，Esc 取消</source>
      <translation>Click the place of the new site, Esc cancels</translation>
    </message>
    <message>
      <source>单击{name}的新位置，Esc 取消</source>
      <translation>Click the new place of {name}, Esc cancels</translation>
    </message>
    <message>
      <source>{count} 个避险点</source>
      <translation>{count} safe sites</translation>
    </message>
    <message>
      <source>请先选中一个避险点。</source>
      <translation>Choose one safe site first.</translation>
    </message>
    <message>
      <source>移动避险点</source>
      <translation>Move a safe site</translation>
    </message>
    <message>
      <source>请先选中要删除的避险点。</source>
      <translation>Choose the safe sites to remove first.</translation>
    </message>
    <message>
      <source>删除避险点</source>
      <translation>Remove safe sites</translation>
    </message>
    <message>
      <source>签到表.pdf</source>
      <translation>sign-in.pdf</translation>
    </message>
    <message>
      <source>{site}　{name}　{phone}</source>
      <translation>{site}  {name}  {phone}</translation>
    </message>
    <message>
      <source>{title} · 研判第 {run} 号</source>
      <translation>{title} · run {run}</translation>
    </message>
    <message>
      <source>避险点 · 研判第 {run} 号的分配</source>
      <translation>Safe sites · allocation of run {run}</translation>
    </message>
    <message>
      <source>县里还没有避险点。点“新增…”，再在地图上单击它的位置；或到“台账”导入名册。</source>
      <translation>The county has no safe site yet. Press “New…” and click its place on the map, or import a register under “Ledgers”.</translation>
    </message>
    <message>
      <source>每一户都有去处。</source>
      <translation>Every household has somewhere to go.</translation>
    </message>
    <message>
      <source>还没有分配避险点。先研判，再在“防汛”菜单或研判卡片上点“分配避险点…”。</source>
      <translation>Nobody is allocated yet. Make a run, then press “Allocate safe sites…” in the flood menu or on the run's card.</translation>
    </message>
    <message>
      <source>各户去处</source>
      <translation>Where each household goes</translation>
    </message>
    <message>
      <source>{way}，人均步行 {mean} 米。</source>
      <translation>{way}, {mean} m on foot on average.</translation>
    </message>
    <message>
      <source>{people} 人，{sites} 处</source>
      <translation>{people} people, {sites} sites</translation>
    </message>
    <message>
      <source>看避险点</source>
      <translation>Safe sites</translation>
    </message>
    <message>
      <source>{way}，人均步行 {mean} 米；{far} 户要走 5 公里以上，请安排车辆。</source>
      <translation>{way}, {mean} m on foot on average; {far} households would walk more than 5 km: send cars.</translation>
    </message>
    <message>
      <source>把研判的户分到各避险点，先选怎样分</source>
      <translation>Send the households of the run to safe sites; choose how first</translation>
    </message>
    <message>
      <source>列出来的户</source>
      <translation>List who comes</translation>
    </message>
    <message>
      <source>去选中避险点的户；没有选中时是全部</source>
      <translation>Households that go to the chosen sites, to all when none is chosen</translation>
    </message>
    <message>
      <source>选中的避险点每个一份；没有选中时是全部有人去的</source>
      <translation>One a chosen site; when none is chosen, of all where somebody is to go</translation>
    </message>
    <message>
      <source>去向线</source>
      <translation>Lines</translation>
    </message>
    <message>
      <source>在地图上画出或收起各村到避险点的线</source>
      <translation>Draw lines from villages to safe sites, or take them off</translation>
    </message>
    <message>
      <source>新增…</source>
      <translation>New…</translation>
    </message>
    <message>
      <source>先在地图上单击它的位置</source>
      <translation>Click its place on the map first</translation>
    </message>
    <message>
      <source>先选中一个避险点</source>
      <translation>Choose one safe site first</translation>
    </message>
    <message>
      <source>先选中；可以撤销</source>
      <translation>Choose first; can be undone</translation>
    </message>
    <message>
      <source>看各避险点的容量和空位</source>
      <translation>See the room of every safe site</translation>
    </message>
    <message>
      <source>没有去处</source>
      <translation>No place</translation>
    </message>
    <message>
      <source>{site}超员 {count} 人。</source>
      <translation>{site} has {count} people too many.</translation>
    </message>
    <message>
      <source>另有 {count} 处超员。</source>
      <translation>{count} more are over-full.</translation>
    </message>
    <message>
      <source>各避险点的容量、已分配和空位</source>
      <translation>Room, people allocated and free places of every safe site</translation>
    </message>
    <message>
      <source>路程</source>
      <translation>Way</translation>
    </message>
    <message>
      <source>{metres} 米（{basis}）</source>
      <translation>{metres} m ({basis})</translation>
    </message>
    <message>
      <source>每个避险点一份，存为 PDF 或 Excel</source>
      <translation>One a safe site, as PDF or Excel</translation>
    </message>
    <message>
      <source>新增避险点…</source>
      <translation>New safe site…</translation>
    </message>
    <message>
      <source>避险点（超员）</source>
      <translation>Safe site (over-full)</translation>
    </message>
    <message>
      <source>避险点（没有启用）</source>
      <translation>Safe site (not in use)</translation>
    </message>
    <message>
      <source>去避险点</source>
      <translation>To a safe site</translation>
    </message>
    <message>
      <source>去避险点（{all} 条中最粗的 {shown} 条）</source>
      <translation>To safe sites (the {shown} widest of {all} lines)</translation>
    </message>
    <message>
      <source>避险点：研判后在右边点“分配避险点…”；Ctrl+Shift+S 看各点容量和空位，“去向线”画在地图上，“签到表…”每个点一份。</source>
      <translation>Safe sites: after a run press “Allocate safe sites…” at the right; Ctrl+Shift+S shows room and free places, “Lines” draws who goes where, “Sign-in list…” makes one a site.</translation>
    </message>
    <message>
      <source>列出避险点：容量、已分配的户和人、剩余、已到；超员写明。--json 的键：sites capacity allocation run without_place over 等。</source>
      <translation>List safe sites: room, households and people allocated, what is free, who came; over-full is said. Keys of --json: sites capacity allocation run without_place over and more.</translation>
    </message>
    <message>
      <source>把一次研判的户分到避险点；结果存入县文件，同一次研判以最新的为准。--json 的键见 README。</source>
      <translation>Send the households of a run to safe sites; stored in the county file, the newest allocation of a run is in force. Keys of --json: see README.</translation>
    </message>
    <message>
      <source>每个避险点一份签到表：.pdf 或 .xlsx；电话已脱敏。--json 的键：file run allocation sites families people pages 或 rows。</source>
      <translation>One sign-in list a safe site: .pdf or .xlsx; phones are masked. Keys of --json: file run allocation sites families people pages or rows.</translation>
    </message>
    <message>
      <source>新增一个避险点。--json 的键：id name capacity unit town in_use keeper phone note x y longitude latitude entry。</source>
      <translation>Add a safe site. Keys of --json: id name capacity unit town in_use keeper phone note x y longitude latitude entry.</translation>
    </message>
    <message>
      <source>更改一个避险点（名称或编号）；没有写的不变。--json 的键同 add。</source>
      <translation>Change a safe site (name or number); what is not given stays. Keys of --json as of add.</translation>
    </message>
    <message>
      <source>删除避险点（名称或编号）；可以撤销。--json 的键：removed entry。</source>
      <translation>Remove safe sites (name or number); can be undone. Keys of --json: removed entry.</translation>
    </message>
    <message>
      <source>已到</source>
      <translation>Came</translation>
    </message>
    <message>
      <source>{people} 人（点名）</source>
      <translation>{people} people (roll call)</translation>
    </message>
  </context>
</TS>
