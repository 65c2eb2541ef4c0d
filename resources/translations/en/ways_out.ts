<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
  <context>
    <name>ways_out</name>
    <message>
      <source>{through} 户没有绕开险区的路，{straight} 户没有相通的道路（按直线距离计），请派人带路或派车。</source>
      <translation>{through} households find no way round the danger and {straight} no road at all (straight distance): send a guide or a vehicle.</translation>
    </message>
    <message>
      <source>{through} 户没有绕开险区的路，请派人带路或派车。</source>
      <translation>{through} households find no way round the danger: send a guide or a vehicle.</translation>
    </message>
    <message>
      <source>{straight} 户没有相通的道路（按直线距离计），请派人带路或派车。</source>
      <translation>{straight} households find no road at all (straight distance): send a guide or a vehicle.</translation>
    </message>
    <message>
      <source>要穿过险区</source>
      <translation>through danger</translation>
    </message>
    <message>
      <source>{site}（{metres} 米，要穿过险区）</source>
      <translation>{site} ({metres} m, through danger)</translation>
    </message>
    <message>
      <source>{count} 户要穿过险区</source>
      <translation>{count} households through danger</translation>
    </message>
    <message>
      <source>{count} 户只有直线距离</source>
      <translation>{count} households straight only</translation>
    </message>
    <message>
      <source>穿险区（户）</source>
      <translation>Through danger</translation>
    </message>
    <message>
      <source>只有直线（户）</source>
      <translation>Straight only</translation>
    </message>
    <message>
      <source>到避险点的距离沿县文件里的道路计，没有相通道路的按直线并写明；道路在别处中断与否没有考虑。</source>
      <translation>Distances to safe sites follow the roads of the county file, straight (and said so) where no road leads there; whether a road is cut elsewhere is not considered.</translation>
    </message>
    <message>
      <source>走法：从住房所在的险区走出去，只从重的走向轻的，出来以后不再进任何险区；找不到这样的路，就写明要穿过险区。</source>
      <translation>Ways lead out of the areas a home lies in, only from worse ground to milder, and once out into none again; where there is no such way, that it leads through danger is said.</translation>
    </message>
    <message>
      <source>{families} 户 {people} 人走不到，要派车。</source>
      <translation>{families} households ({people} people) cannot walk there: send vehicles.</translation>
    </message>
    <message>
      <source>{count} 户的去处是手工改的。</source>
      <translation>{count} households were moved by hand.</translation>
    </message>
    <message>
      <source>{going}，走不到，要派车</source>
      <translation>{going}, too far to walk: send a vehicle</translation>
    </message>
    <message>
      <source>{question}步行超过 {walk} 米的户算走不到，要派车。</source>
      <translation>{question} Households that would walk more than {walk} m count as too far and need a vehicle.</translation>
    </message>
    <message>
      <source>最远步行距离不对：{metres} 米。</source>
      <translation>The greatest walking distance is not right: {metres} m.</translation>
    </message>
    <message>
      <source>请写 1 到 {most:,g} 之间的米数，不限就不写。</source>
      <translation>Write metres between 1 and {most:,g}, or nothing for no limit.</translation>
    </message>
    <message>
      <source>{family}（{people} 人）改到{site}</source>
      <translation>{family} ({people} people) moved to {site}</translation>
    </message>
    <message>
      <source>{site}超员：容量 {capacity} 人，已分配 {people} 人，超 {over} 人。</source>
      <translation>{site} is over-full: room for {capacity}, {people} allocated, {over} too many.</translation>
    </message>
    <message>
      <source>这一户不在研判第 {run} 号的名单上。</source>
      <translation>This household is not on the list of run {run}.</translation>
    </message>
    <message>
      <source>{site}{why}，不能安排人去。</source>
      <translation>{site}: {why}; nobody can be sent there.</translation>
    </message>
    <message>
      <source>这一户已经改到{site}。</source>
      <translation>This household was moved to {site} already.</translation>
    </message>
    <message>
      <source>没有改动。</source>
      <translation>Nothing was changed.</translation>
    </message>
    <message>
      <source>请从“各户去处”里选，或换一次研判。</source>
      <translation>Choose from "Where each goes", or another run.</translation>
    </message>
    <message>
      <source>这一户的住房已不在，量不出路程。</source>
      <translation>The home of this household stands no more: the way cannot be measured.</translation>
    </message>
    <message>
      <source>请在点名里写明它去了哪里。</source>
      <translation>Write down in the roll call where it went.</translation>
    </message>
    <message>
      <source>这一户现在没有人要安置。</source>
      <translation>Nobody of this household has to be placed now.</translation>
    </message>
    <message>
      <source>请选别的避险点。</source>
      <translation>Choose another safe site.</translation>
    </message>
    <message>
      <source>走得更远的户列为走不到、要派车；0 就不限</source>
      <translation>Households that walk farther are listed as needing a vehicle; 0 for no limit</translation>
    </message>
    <message>
      <source>最远步行</source>
      <translation>Greatest walk</translation>
    </message>
    <message>
      <source>手工改过去处的 {count} 户不变</source>
      <translation>Keep the {count} households moved by hand</translation>
    </message>
    <message>
      <source>可以去的避险点</source>
      <translation>Safe sites one can go to</translation>
    </message>
    <message>
      <source>路最短的在前；双击或回车就改到这里</source>
      <translation>Shortest way first; double-click or Enter moves there</translation>
    </message>
    <message>
      <source>改去处：{family}</source>
      <translation>Move: {family}</translation>
    </message>
    <message>
      <source>正在算到各避险点的路程…</source>
      <translation>Measuring the ways to the safe sites…</translation>
    </message>
    <message>
      <source>改到这里</source>
      <translation>Move here</translation>
    </message>
    <message>
      <source>改去处</source>
      <translation>Move a household</translation>
    </message>
    <message>
      <source>会超员：容量 {capacity} 人，加上这一户 {people} 人，超 {count} 人。</source>
      <translation>Over-full then: room for {capacity}, {people} with this household, {count} too many.</translation>
    </message>
    <message>
      <source>放得下：容量 {capacity} 人，加上这一户 {people} 人，还空 {count} 个位置。</source>
      <translation>Fits: room for {capacity}, {people} with this household, {count} places left.</translation>
    </message>
    <message>
      <source>路程（米）</source>
      <translation>Way (m)</translation>
    </message>
    <message>
      <source>{family}，{people} 人</source>
      <translation>{family}, {people} people</translation>
    </message>
    <message>
      <source>没有可以去的避险点。</source>
      <translation>There is no safe site to go to.</translation>
    </message>
    <message>
      <source>再分配时这一户不变；可以撤销</source>
      <translation>Stays when allocated again; can be undone</translation>
    </message>
    <message>
      <source>走不到，要派车</source>
      <translation>too far to walk, needs a vehicle</translation>
    </message>
    <message>
      <source>手工改的</source>
      <translation>moved by hand</translation>
    </message>
    <message>
      <source>请先选中一户。</source>
      <translation>Select one household first.</translation>
    </message>
    <message>
      <source>每一户都走得到。</source>
      <translation>Every household can walk there.</translation>
    </message>
    <message>
      <source>分配时没有写最远步行距离。在“分配避险点…”里写上，走不到的户会列在这里。</source>
      <translation>No greatest walk was given. Give it in "Allocate safe sites…", and households that cannot walk are listed here.</translation>
    </message>
    <message>
      <source>走不到要派车的户</source>
      <translation>Too far to walk</translation>
    </message>
    <message>
      <source>改去处…</source>
      <translation>Move…</translation>
    </message>
    <message>
      <source>先选中一户，再选它要去的避险点；再分配时不变</source>
      <translation>Select a household, then the site it is to go to; it stays when allocated again</translation>
    </message>
    <message>
      <source>{site}（手工改的）</source>
      <translation>{site} (moved by hand)</translation>
    </message>
    <message>
      <source>走不到，要派车。</source>
      <translation>Too far to walk: send a vehicle.</translation>
    </message>
    <message>
      <source>选这一户要去的避险点；再分配时不变</source>
      <translation>Choose the site this household is to go to; it stays when allocated again</translation>
    </message>
    <message>
      <source>避险点：list、add、change、remove、allocate、move、sign-in。</source>
      <translation>Safe sites: list, add, change, remove, allocate, move, sign-in.</translation>
    </message>
    <message>
      <source>最远步行多少米；超过的户列为走不到、要派车。默认不限。</source>
      <translation>The greatest walk in metres; households beyond it are listed as needing a vehicle. No limit by default.</translation>
    </message>
    <message>
      <source>手工改过去处的户也重新分配。</source>
      <translation>Allocate households moved by hand anew as well.</translation>
    </message>
    <message>
      <source>红色险区先安排；一户不拆开；不超容量，放不下的户会列出来。险区内和没有启用的避险点不用。沿县文件里的道路走出险区，不再进险区。</source>
      <translation>Red areas are placed first; households stay whole; room is never exceeded, and whoever finds no place is listed. Safe sites in danger or not in use are left out. Ways follow the roads of the county file out of the danger and never back in.</translation>
    </message>
    <message>
      <source>把一户（户编号）改到另一个避险点（名称或编号），再分配时不变；可以撤销。--json 的键见 README。</source>
      <translation>Move a household (by its number) to another safe site (name or number); it stays when allocated again; can be undone. Keys of --json: see README.</translation>
    </message>
    <message>
      <source>{head}：{address}</source>
      <translation>{head}: {address}</translation>
    </message>
    <message>
      <source>这处房屋有 {count} 户。</source>
      <translation>This house has {count} households.</translation>
    </message>
    <message>
      <source>请用 --family 写明是哪一户。</source>
      <translation>Say which one with --family.</translation>
    </message>
    <message>
      <source>安置：{move}</source>
      <translation>Resettled: {move}</translation>
    </message>
    <message>
      <source>{number}没有等着安置的这一户。</source>
      <translation>{number}: this household is not waiting to be resettled.</translation>
    </message>
    <message>
      <source>要先把恢复方式定为安置，而且这户的住房还在这里。</source>
      <translation>The way has to be "resettle" first, and the household's home still be here.</translation>
    </message>
    <message>
      <source>这就是受损的房屋。</source>
      <translation>This is the damaged house.</translation>
    </message>
    <message>
      <source>请选择新的住房。</source>
      <translation>Choose the new home.</translation>
    </message>
    <message>
      <source>请检查日期，或先改阶段的日期。</source>
      <translation>Check the date, or change the dates of the stages first.</translation>
    </message>
    <message>
      <source>“{stage}”于 {day} 开始；这处房屋还有 {count} 户没有搬。</source>
      <translation>"{stage}" begun {day}; {count} more households of this house have to move.</translation>
    </message>
    <message>
      <source>“{stage}”于 {day} 完成，安置完工。</source>
      <translation>"{stage}" finished {day}: resettled.</translation>
    </message>
    <message>
      <source>要安置，新住房还没有登记：</source>
      <translation>To be resettled, new home not recorded yet:</translation>
    </message>
    <message>
      <source>搬到新住房</source>
      <translation>Move to the new home</translation>
    </message>
    <message>
      <source>新住房</source>
      <translation>New home</translation>
    </message>
    <message>
      <source>安置：{number}</source>
      <translation>Resettle: {number}</translation>
    </message>
    <message>
      <source>要安置的户搬到新住房：搬家和安置的阶段一起登记。</source>
      <translation>Move a household that is resettled to its new home: the move and the stage of the work in one.</translation>
    </message>
    <message>
      <source>新住房的门牌或房屋编号。</source>
      <translation>Number or id of the new home.</translation>
    </message>
    <message>
      <source>户编号；这处房屋只有一户时可以不写。</source>
      <translation>The household's number; not needed where the house has one only.</translation>
    </message>
    <message>
      <source>哪一天搬，默认今天。</source>
      <translation>The day of the move, today by default.</translation>
    </message>
    <message>
      <source>房屋受损与恢复</source>
      <translation>Damage and rebuilding</translation>
    </message>
    <message>
      <source>在地图上画出或收起受损房屋：形状是程度，颜色是进度</source>
      <translation>Draw the damaged houses on the map or take them off: the shape is the grade, the colour the work</translation>
    </message>
    <message>
      <source>一般受损 · 已完工</source>
      <translation>Moderate · finished</translation>
    </message>
    <message>
      <source>严重受损 · 已完工</source>
      <translation>Serious · finished</translation>
    </message>
    <message>
      <source>倒塌 · 已完工</source>
      <translation>Collapsed · finished</translation>
    </message>
    <message>
      <source>一般受损 · 已开工</source>
      <translation>Moderate · begun</translation>
    </message>
    <message>
      <source>严重受损 · 已开工</source>
      <translation>Serious · begun</translation>
    </message>
    <message>
      <source>倒塌 · 已开工</source>
      <translation>Collapsed · begun</translation>
    </message>
    <message>
      <source>一般受损 · 未开工</source>
      <translation>Moderate · to do</translation>
    </message>
    <message>
      <source>严重受损 · 未开工</source>
      <translation>Serious · to do</translation>
    </message>
    <message>
      <source>倒塌 · 未开工</source>
      <translation>Collapsed · to do</translation>
    </message>
    <message>
      <source>画受损房屋：程度和恢复进度。</source>
      <translation>Draw damaged houses: grade and how far the work is.</translation>
    </message>
    <message>
      <source>处置报告</source>
      <translation>Situation report</translation>
    </message>
    <message>
      <source>处置报告 · 研判第 {run} 号</source>
      <translation>Situation report · run {run}</translation>
    </message>
    <message>
      <source>印全部各部分</source>
      <translation>Print every part</translation>
    </message>
    <message>
      <source>印哪几部分（会记住）：</source>
      <translation>Which parts (remembered):</translation>
    </message>
    <message>
      <source>还没有数据的部分不印。</source>
      <translation>Parts without data yet are left out.</translation>
    </message>
    <message>
      <source>{names} 等</source>
      <translation>{names} and others</translation>
    </message>
    <message>
      <source>过期后重写 {count:,} 份：{names}</source>
      <translation>Out of date and written anew: {count:,} ({names})</translation>
    </message>
    <message>
      <source>已不需要、没有删除的 {count:,} 份：{names}</source>
      <translation>No longer needed, not deleted: {count:,} ({names})</translation>
    </message>
    <message>
      <source>每个网格一个网格卡 .pdf，停了可以接着做，过期的只重写变了的。--json 的键：written sheets kept renewed gone out。</source>
      <translation>The sheet of every grid, one .pdf each; can be stopped and gone on with; of those out of date only what changed is written anew. Keys of --json: written sheets kept renewed gone out.</translation>
    </message>
    <message>
      <source>{family}（{people} 人）改到{site}，超员：容量 {capacity} 人，已分配 {there} 人，超 {over} 人</source>
      <translation>{family} ({people} people) moved to {site}, over-full: room for {capacity}, {there} allocated, {over} too many</translation>
    </message>
  </context>
</TS>
