<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>situation</name>
    <message>
        <source>研判的号数不对：{text}</source>
        <translation>The number of the run is wrong: {text}</translation>
    </message>
    <message>
        <source>请写一个号数，或写 latest（最近一次）。</source>
        <translation>Write a number, or latest.</translation>
    </message>
    <message>
        <source>共 {count} 条，已办 {done} 条。</source>
        <translation>{count} items, {done} done.</translation>
    </message>
    <message>
        <source>已办 {by} {at}</source>
        <translation>done by {by} {at}</translation>
    </message>
    <message>
        <source>未办</source>
        <translation>to do</translation>
    </message>
    <message>
        <source>  {number}. {duty}：{text}（{done}）</source>
        <translation>  {number}. {duty}: {text} ({done})</translation>
    </message>
    <message>
        <source>这是示例清单，请按本县预案修改。</source>
        <translation>This is an example; change it to your county's plan.</translation>
    </message>
    <message>
        <source>  {code}  {scope}·{duty}：{text}</source>
        <translation>  {code}  {scope} · {duty}: {text}</translation>
    </message>
    <message>
        <source>{name}：{total} {unit}（{rule}）</source>
        <translation>{name}: {total} {unit} ({rule})</translation>
    </message>
    <message>
        <source>  {code}  {name}：{rule}（{source}）</source>
        <translation>  {code}  {name}: {rule} ({source})</translation>
    </message>
    <message>
        <source>{kind}，{level}及以上</source>
        <translation>{kind}, {level} and above</translation>
    </message>
    <message>
        <source>各灾种</source>
        <translation>any hazard</translation>
    </message>
    <message>
        <source>{kind}，各级</source>
        <translation>{kind}, any level</translation>
    </message>
    <message>
        <source>定好值班和带班的人，电话畅通，按时报告雨情水情</source>
        <translation>Name who is on duty and who leads; keep phones open; report rain and river on time</translation>
    </message>
    <message>
        <source>把预警通知到名单上的每一户，逐户点名登记</source>
        <translation>Warn every household on the list and enter each in the roll call</translation>
    </message>
    <message>
        <source>打不通电话的户派人上门，先去没有联系人的户</source>
        <translation>Send somebody to households that do not answer, those without a contact first</translation>
    </message>
    <message>
        <source>没有结论的住房派人去看，结果告诉指挥</source>
        <translation>Have homes without a conclusion looked at and report the result</translation>
    </message>
    <message>
        <source>派人看河水位和堤坝，涨得快就提前转移</source>
        <translation>Watch river and dikes; move people earlier when the water rises fast</translation>
    </message>
    <message>
        <source>山洪沟口和沟边设人劝返，不让人过沟过桥</source>
        <translation>Post people at gullies and banks; let nobody cross</translation>
    </message>
    <message>
        <source>查坡上裂缝、响声、浑水，发现异常立即撤离</source>
        <translation>Look for cracks, noise and muddy water on slopes; leave at once at any sign</translation>
    </message>
    <message>
        <source>人往沟两侧高处撤，不顺着沟跑</source>
        <translation>Go up the sides of the gully, never along it</translation>
    </message>
    <message>
        <source>危岩下面的路和房拉警戒，不准停留</source>
        <translation>Close roads and houses below loose rock; nobody stays there</translation>
    </message>
    <message>
        <source>塌陷处围起来，远离已经开裂的房屋</source>
        <translation>Fence sinkholes; keep away from cracked houses</translation>
    </message>
    <message>
        <source>名单上的人全部转移到避险点或自己的安全住房</source>
        <translation>Move everybody on the list to a safe site or their own safe home</translation>
    </message>
    <message>
        <source>封住险区路口，劝返回家取东西的人</source>
        <translation>Close roads into the area; turn back people who fetch things</translation>
    </message>
    <message>
        <source>转移后再逐户查一遍，确认房里没有人</source>
        <translation>After moving, check every house once more: nobody inside</translation>
    </message>
    <message>
        <source>打开避险点，备好水、粮、铺盖、照明，进点的人签到</source>
        <translation>Open safe sites with water, food, bedding and light; people sign in</translation>
    </message>
    <message>
        <source>老人、小孩、残疾、重病、孕妇和独居的人指定专人接送</source>
        <translation>Name who fetches each elderly, small, disabled, ill, pregnant or lonely person</translation>
    </message>
    <message>
        <source>安排车辆和司机，写明哪些户坐哪一趟</source>
        <translation>Arrange vehicles and drivers; write down who rides when</translation>
    </message>
    <message>
        <source>请卫生院派人到避险点，带上常用药</source>
        <translation>Ask the clinic to send staff with medicines to the safe sites</translation>
    </message>
    <message>
        <source>按物资需求表核对库存，缺的报上一级</source>
        <translation>Compare stocks with the table of needs; report what is lacking</translation>
    </message>
    <message>
        <source>预警解除并查看房屋以后，才让人回家</source>
        <translation>Let people go home only after the all-clear and a look at the houses</translation>
    </message>
    <message>
        <source>登记房屋受损，照相，报核查</source>
        <translation>Record damage with photos for verification</translation>
    </message>
    <message>
        <source>Sphere 手册（2018）供水标准 2.1：每人每天至少 15 升，含饮用</source>
        <translation>Sphere Handbook (2018), water supply standard 2.1: at least 15 L per person and day, drinking included</translation>
    </message>
    <message>
        <source>Sphere 手册，基本用水表：饮用和食物每人每天 2.5–3 升，取上限</source>
        <translation>Sphere Handbook, basic water needs: 2.5-3 L per person and day for drinking and food, upper end</translation>
    </message>
    <message>
        <source>Sphere 手册（2018）粪便管理标准 3.2：每 20 人至少一个厕位</source>
        <translation>Sphere Handbook (2018), excreta management standard 3.2: at least one toilet per 20 people</translation>
    </message>
    <message>
        <source>世界卫生组织机构间应急卫生包（IEHK 2017）：一个基本单元供 1,000 人三个月</source>
        <translation>WHO Interagency Emergency Health Kit 2017: one basic unit for 1,000 people and three months</translation>
    </message>
    <message>
        <source>没有可引用的统一标准：Sphere 婴幼儿喂养标准要求逐个评估，请由卫健部门确定</source>
        <translation>No common norm to cite: Sphere asks for an assessment of each infant; let the health office decide</translation>
    </message>
    <message>
        <source>每 {per:,} {base} {amount} {unit}</source>
        <translation>{amount} {unit} per {per:,} {base}</translation>
    </message>
    <message>
        <source>每 {per:,} {base}每天 {amount} {unit}</source>
        <translation>{amount} {unit} a day per {per:,} {base}</translation>
    </message>
    <message>
        <source>每{base}每天 {amount} {unit}</source>
        <translation>{amount} {unit} a day each ({base})</translation>
    </message>
    <message>
        <source>每{base} {amount} {unit}</source>
        <translation>{amount} {unit} each ({base})</translation>
    </message>
    <message>
        <source>按件的物资在每个村/社区向上取整，按量的保留三位小数；合计是各村/社区之和。</source>
        <translation>What comes in pieces is rounded up in each village, what is measured keeps three decimals; totals are the sums of the villages.</translation>
    </message>
    <message>
        <source>2岁以下</source>
        <translation>under 2</translation>
    </message>
    <message>
        <source>名2岁以下幼儿</source>
        <translation>children under 2</translation>
    </message>
    <message>
        <source>名6岁以下儿童</source>
        <translation>children under 6</translation>
    </message>
    <message>
        <source>名65岁及以上老人</source>
        <translation>people of 65 and over</translation>
    </message>
    <message>
        <source>名重病人</source>
        <translation>ill people</translation>
    </message>
    <message>
        <source>名孕妇</source>
        <translation>pregnant women</translation>
    </message>
    <message>
        <source>未定</source>
        <translation>not decided</translation>
    </message>
    <message>
        <source>天数不合理：{days}</source>
        <translation>Odd number of days: {days}</translation>
    </message>
    <message>
        <source>请填 1 到 {most} 之间的天数。</source>
        <translation>Give 1 to {most} days.</translation>
    </message>
    <message>
        <source>标准不对：{text}</source>
        <translation>Not a norm: {text}</translation>
    </message>
    <message>
        <source>请填大于 0 的数，最多三位小数；还没有标准就填“未定”。</source>
        <translation>Give a number above 0 with at most three decimals, or 未定 while there is no norm.</translation>
    </message>
    <message>
        <source>饮用水</source>
        <translation>Drinking water</translation>
    </message>
    <message>
        <source>升</source>
        <translation>L</translation>
    </message>
    <message>
        <source>生活用水（含饮用）</source>
        <translation>Water for living (drinking included)</translation>
    </message>
    <message>
        <source>成品粮</source>
        <translation>Grain</translation>
    </message>
    <message>
        <source>千克</source>
        <translation>kg</translation>
    </message>
    <message>
        <source>毯子和铺盖</source>
        <translation>Blanket and bedding</translation>
    </message>
    <message>
        <source>套</source>
        <translation>sets</translation>
    </message>
    <message>
        <source>顶</source>
        <translation>tents</translation>
    </message>
    <message>
        <source>厕位</source>
        <translation>Toilets</translation>
    </message>
    <message>
        <source>盛水容器</source>
        <translation>Water containers</translation>
    </message>
    <message>
        <source>基本药品</source>
        <translation>Basic medicines</translation>
    </message>
    <message>
        <source>基本单元</source>
        <translation>basic units</translation>
    </message>
    <message>
        <source>婴儿配方奶</source>
        <translation>Infant formula</translation>
    </message>
    <message>
        <source>没有标准、没有计算的：{names}。</source>
        <translation>Without a norm and not computed: {names}.</translation>
    </message>
    <message>
        <source>物资需求</source>
        <translation>Needs</translation>
    </message>
    <message>
        <source>各村需求</source>
        <translation>Needs by village</translation>
    </message>
    <message>
        <source>物资</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>标准</source>
        <translation>Norm</translation>
    </message>
    <message>
        <source>计算人数/户数</source>
        <translation>Counted people or households</translation>
    </message>
    <message>
        <source>需要</source>
        <translation>Needed</translation>
    </message>
    <message>
        <source>标准来源</source>
        <translation>Source of the norm</translation>
    </message>
    <message>
        <source>不在任何村/社区内</source>
        <translation>in no village</translation>
    </message>
    <message>
        <source>行动清单：改为“{text}”</source>
        <translation>Checklist: now “{text}”</translation>
    </message>
    <message>
        <source>行动清单：加上“{text}”</source>
        <translation>Checklist: added “{text}”</translation>
    </message>
    <message>
        <source>行动清单：去掉“{text}”</source>
        <translation>Checklist: removed “{text}”</translation>
    </message>
    <message>
        <source>行动清单恢复为示例</source>
        <translation>Checklist back to the example</translation>
    </message>
    <message>
        <source>清单里没有“{code}”。</source>
        <translation>The checklist has no “{code}”.</translation>
    </message>
    <message>
        <source>请用 gisapp checklist FILE items 查看代码。</source>
        <translation>See the codes with gisapp checklist FILE items.</translation>
    </message>
    <message>
        <source>这一条没有变化。</source>
        <translation>Nothing changes in this item.</translation>
    </message>
    <message>
        <source>行动清单至少要留一条。</source>
        <translation>The checklist must keep one item.</translation>
    </message>
    <message>
        <source>请先加上别的，或恢复示例。</source>
        <translation>Add another first, or go back to the example.</translation>
    </message>
    <message>
        <source>现在就是示例清单。</source>
        <translation>This is the example already.</translation>
    </message>
    <message>
        <source>没有写清楚要做什么。</source>
        <translation>It does not say what is to be done.</translation>
    </message>
    <message>
        <source>请写 1 到 {most} 个字，不要换行。</source>
        <translation>Write 1 to {most} characters on one line.</translation>
    </message>
    <message>
        <source>物资标准：{name}，{rule}</source>
        <translation>Norm: {name}, {rule}</translation>
    </message>
    <message>
        <source>物资标准：加上{name}，{rule}</source>
        <translation>Norm: added {name}, {rule}</translation>
    </message>
    <message>
        <source>物资标准：去掉{name}</source>
        <translation>Norm: removed {name}</translation>
    </message>
    <message>
        <source>物资标准恢复为起始值</source>
        <translation>Norms back to the preset</translation>
    </message>
    <message>
        <source>物资表里没有“{text}”。</source>
        <translation>The table of needs has no “{text}”.</translation>
    </message>
    <message>
        <source>现有：{known}</source>
        <translation>There are: {known}</translation>
    </message>
    <message>
        <source>“{name}”没有变化。</source>
        <translation>Nothing changes in “{name}”.</translation>
    </message>
    <message>
        <source>物资表至少要留一行。</source>
        <translation>The table of needs must keep one row.</translation>
    </message>
    <message>
        <source>请先加上别的物资，或恢复起始值。</source>
        <translation>Add another item first, or go back to the preset.</translation>
    </message>
    <message>
        <source>现在就是起始值。</source>
        <translation>This is the preset already.</translation>
    </message>
    <message>
        <source>物资表里已经有“{name}”。</source>
        <translation>The table of needs has “{name}” already.</translation>
    </message>
    <message>
        <source>请改那一行，或换一个名称。</source>
        <translation>Change that row, or take another name.</translation>
    </message>
    <message>
        <source>“每多少{base}”不对：{per}</source>
        <translation>Wrong number of {base}: {per}</translation>
    </message>
    <message>
        <source>请填 1 以上的整数。</source>
        <translation>Give a whole number from 1 up.</translation>
    </message>
    <message>
        <source>{code}（{name}）</source>
        <translation>{code} ({name})</translation>
    </message>
    <message>
        <source>{title}没有写清楚。</source>
        <translation>{title} is unclear.</translation>
    </message>
    <message>
        <source>请填 1 到 {most} 个字；来源写明标准出自哪里。</source>
        <translation>Write 1 to {most} characters; the source says where the norm comes from.</translation>
    </message>
    <message>
        <source>行动清单：{count} 条已办，{name}</source>
        <translation>Checklist: {count} done, {name}</translation>
    </message>
    <message>
        <source>行动清单：取消 {count} 条</source>
        <translation>Checklist: {count} taken back</translation>
    </message>
    <message>
        <source>行动清单：本次加上第 {number} 条</source>
        <translation>Checklist: item {number} added for this run</translation>
    </message>
    <message>
        <source>这几条已经办过了。</source>
        <translation>These are done already.</translation>
    </message>
    <message>
        <source>要改就先取消，再重新登记。</source>
        <translation>Take them back first, then enter them anew.</translation>
    </message>
    <message>
        <source>这几条本来就没有办。</source>
        <translation>None of these was done.</translation>
    </message>
    <message>
        <source>无需取消。</source>
        <translation>Nothing to take back.</translation>
    </message>
    <message>
        <source>清单里没有第 {numbers} 条。</source>
        <translation>The list has no item {numbers}.</translation>
    </message>
    <message>
        <source>这次研判的清单共 {count} 条。</source>
        <translation>The list of this run has {count} items.</translation>
    </message>
    <message>
        <source>哪一次研判：号数，或 latest（最近一次）。</source>
        <translation>Which run: its number, or latest.</translation>
    </message>
    <message>
        <source>物资需求：list、run、set、add、remove、preset。</source>
        <translation>Needs: list, run, set, add, remove, preset.</translation>
    </message>
    <message>
        <source>几天。</source>
        <translation>How many days.</translation>
    </message>
    <message>
        <source>名称。</source>
        <translation>Name.</translation>
    </message>
    <message>
        <source>单位，如 升、千克、顶。</source>
        <translation>Unit, such as L, kg, tents.</translation>
    </message>
    <message>
        <source>数量，最多三位小数；写“未定”就不计算。</source>
        <translation>Amount with at most three decimals; 未定 = not computed.</translation>
    </message>
    <message>
        <source>每多少人（或户）这么多。</source>
        <translation>For how many people or households.</translation>
    </message>
    <message>
        <source>按谁计。</source>
        <translation>Who is counted.</translation>
    </message>
    <message>
        <source>每天都要，或只要一次。</source>
        <translation>Every day, or once.</translation>
    </message>
    <message>
        <source>按件（向上取整），或按量。</source>
        <translation>In pieces (rounded up), or measured.</translation>
    </message>
    <message>
        <source>标准的来源。</source>
        <translation>Source of the norm.</translation>
    </message>
    <message>
        <source>行动清单：list、tick、untick、items、add、change、remove、preset。</source>
        <translation>Checklist: list, tick, untick, items, add, change, remove, preset.</translation>
    </message>
    <message>
        <source>谁办的，默认是操作的人。</source>
        <translation>Who did it; whoever types by default.</translation>
    </message>
    <message>
        <source>职责：排查预警或帮扶落实。</source>
        <translation>Duty: screening or assistance.</translation>
    </message>
    <message>
        <source>灾种；any 为各灾种。</source>
        <translation>Kind of hazard; any = all.</translation>
    </message>
    <message>
        <source>从哪一级起；any 为各级。</source>
        <translation>From which level on; any = all.</translation>
    </message>
    <message>
        <source>只加在这一次研判里：号数，或 latest。</source>
        <translation>Only in this run: its number, or latest.</translation>
    </message>
    <message>
        <source>要做什么。</source>
        <translation>What is to be done.</translation>
    </message>
    <message>
        <source>{contacts:,} 名联系人，{families:,} 户；没有联系人电话的 {left:,} 户。</source>
        <translation>{contacts:,} contacts, {families:,} households; {left:,} without a contact's phone.</translation>
    </message>
    <message>
        <source>打印按联系人的名单</source>
        <translation>Printing the list by contact</translation>
    </message>
    <message>
        <source>脱敏的名单不需要原因；要完整电话请加 --reveal。</source>
        <translation>A masked list needs no reason; add --reveal for whole phones.</translation>
    </message>
    <message>
        <source>不脱敏必须写明原因。</source>
        <translation>Whole phones need a reason.</translation>
    </message>
    <message>
        <source>搬迁户由{lead}主责通知（规则表：排查预警）；缺岗或没有电话时依次由{rest}代；其他户由险区里住房的网格员通知。</source>
        <translation>Relocated households are called by {lead} (rule table: screening); without holder or phone, in this order: {rest}. All others by the officer of the grid of the home in danger.</translation>
    </message>
    <message>
        <source>险区里住房的网格员</source>
        <translation>officer of the grid of the home in danger</translation>
    </message>
    <message>
        <source>代主责：{slot}</source>
        <translation>for the lead: {slot}</translation>
    </message>
    <message>
        <source>迁出户在原住房遇险，另一条线也要知道；由“由谁通知”栏的人打电话，不重复计数。</source>
        <translation>Relocated households in danger at their origin home, for the other line to know; whoever stands in the last column calls. Not counted again.</translation>
    </message>
    <message>
        <source>按联系人</source>
        <translation>By contact</translation>
    </message>
    <message>
        <source>由谁通知</source>
        <translation>Called by</translation>
    </message>
    <message>
        <source>知会另一条线</source>
        <translation>For the other line</translation>
    </message>
    <message>
        <source>去哪里</source>
        <translation>Where to</translation>
    </message>
    <message>
        <source>为什么由此人通知</source>
        <translation>Why this contact</translation>
    </message>
    <message>
        <source>知会谁</source>
        <translation>Who is told</translation>
    </message>
    <message>
        <source>请派人上门</source>
        <translation>send somebody</translation>
    </message>
    <message>
        <source>该谁通知</source>
        <translation>Who must call</translation>
    </message>
    <message>
        <source>{count:,} 户，已在上面名单中，不重复计数</source>
        <translation>{count:,} households, in the list above already, not counted again</translation>
    </message>
    <message>
        <source>{said} · 电话未脱敏，只供本次处置使用，用后收回</source>
        <translation>{said} · whole phones, for this event only, collect after use</translation>
    </message>
    <message>
        <source>没有联系人电话，先派人上门 · {heading}</source>
        <translation>No contact's phone, send somebody first · {heading}</translation>
    </message>
    <message>
        <source>按联系人的电话名单 · 研判第 {run} 号</source>
        <translation>Call list by contact · run {run}</translation>
    </message>
    <message>
        <source>研判第 {run} 号 {at} · {hidden}</source>
        <translation>run {run}, {at} · {hidden}</translation>
    </message>
    <message>
        <source>{county} · {what}</source>
        <translation>{county} · {what}</translation>
    </message>
    <message>
        <source>{contacts:,} 名联系人通知 {families:,} 户 {people:,} 人；没有联系人电话的 {left:,} 户 {left_people:,} 人；合计 {all:,} 户 {all_people:,} 人。</source>
        <translation>{contacts:,} contacts call {families:,} households with {people:,} people; without a contact's phone {left:,} households with {left_people:,} people; together {all:,} households with {all_people:,} people.</translation>
    </message>
    <message>
        <source>这 {count:,} 户的联系人都没有电话或缺岗：请派人上门。</source>
        <translation>The contacts of these {count:,} households have no phone or are missing: send somebody.</translation>
    </message>
    <message>
        <source>由您通知 {families:,} 户 {people:,} 人。</source>
        <translation>You call {families:,} households with {people:,} people.</translation>
    </message>
    <message>
        <source>请您打电话 · {name}</source>
        <translation>Please call · {name}</translation>
    </message>
    <message>
        <source>{count:,} 户，由别人通知，不重复计数</source>
        <translation>{count:,} households, called by others, not counted again</translation>
    </message>
    <message>
        <source>由{name}通知</source>
        <translation>called by {name}</translation>
    </message>
    <message>
        <source>配合：{assist}</source>
        <translation>assists: {assist}</translation>
    </message>
    <message>
        <source>电话未脱敏，只供本次处置使用，用后收回</source>
        <translation>whole phones, for this event only, collect after use</translation>
    </message>
    <message>
        <source>联系人一览</source>
        <translation>Contacts at a glance</translation>
    </message>
    <message>
        <source>没有联系人的户</source>
        <translation>Households without a contact</translation>
    </message>
    <message>
        <source>{number}（原住房）</source>
        <translation>{number} (origin home)</translation>
    </message>
    <message>
        <source>没有要打印的联系人。</source>
        <translation>There is no contact to print.</translation>
    </message>
    <message>
        <source>这次研判里没有要由所选联系人通知的户。</source>
        <translation>In this run the chosen contacts have nobody to call.</translation>
    </message>
    <message>
        <source>打过</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>通知户数</source>
        <translation>Households</translation>
    </message>
    <message>
        <source>其中红色</source>
        <translation>Of them red</translation>
    </message>
    <message>
        <source>知会户数</source>
        <translation>To know</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>下面的户由别人通知，请您知悉并配合。</source>
        <translation>Others call these households; please know of them and assist.</translation>
    </message>
    <message>
        <source>请您知悉 · {name}</source>
        <translation>For your information · {name}</translation>
    </message>
    <message>
        <source>依据 / 配合</source>
        <translation>Why / assists</translation>
    </message>
    <message>
        <source>知会：迁出户在原住房遇险</source>
        <translation>To know: relocated households in danger at their origin home</translation>
    </message>
    <message>
        <source>取出完整电话：研判第 {run} 号，{count:,} 户</source>
        <translation>Whole phones taken out: run {run}, {count:,} households</translation>
    </message>
    <message>
        <source>只印这几个联系人（编号）的页，只用于 .pdf；可写多个。</source>
        <translation>Only the pages of these contacts (ids), for .pdf; may be repeated.</translation>
    </message>
    <message>
        <source>名单里的电话不脱敏；必须写原因，会记入历史。</source>
        <translation>Whole phones in the list; needs a reason, which the history keeps.</translation>
    </message>
    <message>
        <source>报告共 {pages} 页：{path}</source>
        <translation>Report of {pages} pages: {path}</translation>
    </message>
    <message>
        <source>打印报告</source>
        <translation>Printing the report</translation>
    </message>
    <message>
        <source>还没有数据、没有写的部分：{titles}。</source>
        <translation>Left out for want of data: {titles}.</translation>
    </message>
    <message>
        <source>Sphere 手册（2018）住所标准 3：每人至少 3.5 ㎡；12 ㎡单帐篷（MZ/T 011.2-2010）可住 3 人；只给没有室内安置的人</source>
        <translation>Sphere Handbook (2018), shelter standard 3: at least 3.5 m² per person; a 12 m² tent (MZ/T 011.2-2010) takes 3; only for those not taken in indoors</translation>
    </message>
    <message>
        <source>12 ㎡单帐篷</source>
        <translation>12 m² tents</translation>
    </message>
    <message>
        <source>重叠处各计一次，所以相加可能大于合计</source>
        <translation>overlaps count in each, so the sum may exceed the total</translation>
    </message>
    <message>
        <source>研判第 {run} 号，{at}，{who}。</source>
        <translation>Run {run}, {at}, {who}.</translation>
    </message>
    <message>
        <source>按风险区</source>
        <translation>By hazard</translation>
    </message>
    <message>
        <source>重点人员（每人只计一次）</source>
        <translation>Vulnerable people (each once)</translation>
    </message>
    <message>
        <source>应转移的 {people:,} 人中</source>
        <translation>Among {people:,} people to move</translation>
    </message>
    <message>
        <source>同样的范围和规则，按当时的住户重做第 {run} 号研判。</source>
        <translation>Run {run} asked again: same areas and rule, the households of that time.</translation>
    </message>
    <message>
        <source>户没有联系人电话</source>
        <translation>households without a contact's phone</translation>
    </message>
    <message>
        <source>办了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>做什么</source>
        <translation>What</translation>
    </message>
    <message>
        <source>适用</source>
        <translation>When</translation>
    </message>
    <message>
        <source>谁办的</source>
        <translation>By</translation>
    </message>
    <message>
        <source>{done} / {count} 条</source>
        <translation>{done} of {count}</translation>
    </message>
    <message>
        <source>行动清单 · {duty}</source>
        <translation>Checklist · {duty}</translation>
    </message>
    <message>
        <source>另有 {count} 行没有列出</source>
        <translation>{count} more rows are not shown</translation>
    </message>
    <message>
        <source>风险区和来源</source>
        <translation>Hazard areas and their sources</translation>
    </message>
    <message>
        <source>判断规则：{rule}。</source>
        <translation>Rule: {rule}.</translation>
    </message>
    <message>
        <source>每处住房、每户、每人只计一次，取最重的等级；除注明重叠的表外，各表合计等于研判合计。</source>
        <translation>Each home, household and person counts once, at the worst level; every table but those of overlaps adds up to the total of the run.</translation>
    </message>
    <message>
        <source>老人为 {elderly} 岁及以上，幼儿为 {child} 岁以下，年龄按 {day} 计。</source>
        <translation>Elderly are {elderly} and over, children under {child}; ages as of {day}.</translation>
    </message>
    <message>
        <source>到避险点的距离是直线距离，不是走路的距离。</source>
        <translation>Distances to safe sites are straight lines, not walks.</translation>
    </message>
    <message>
        <source>名单、电话和联系人是打印时的，合计是研判时的。程序版本 {version}。</source>
        <translation>Lists, phones and contacts are those of the printing, totals those of the run. Program version {version}.</translation>
    </message>
    <message>
        <source>块数</source>
        <translation>Pieces</translation>
    </message>
    <message>
        <source>风险区是画出来或算出来的范围，不是预报；范围外不等于安全。</source>
        <translation>Hazard areas are drawn or computed, they are no forecast; outside of them is not safe by itself.</translation>
    </message>
    <message>
        <source>名单以台账为准：没有登记的人、临时来的人不在内，请在现场补登。</source>
        <translation>The list knows who is on record: add whoever is not registered or came for a visit on the spot.</translation>
    </message>
    <message>
        <source>人按在住的住房计：家里有一处在住的住房在险区，全家计一次。</source>
        <translation>People are counted at lived-in homes: with one of them in danger, the whole household counts once.</translation>
    </message>
    <message>
        <source>人按现住何处计：今晚睡在险区房屋里的人。</source>
        <translation>People are counted where they sleep: those who sleep in a house in danger.</translation>
    </message>
    <message>
        <source>水深来自栅格，一个像元以内的高低分不出来；没有水深值的住房没有结论。</source>
        <translation>Depths come from a raster, which cannot tell heights within a cell apart; homes without a depth have no conclusion.</translation>
    </message>
    <message>
        <source>联系上的户</source>
        <translation>Reached households</translation>
    </message>
    <message>
        <source>不在险区的户</source>
        <translation>Households out</translation>
    </message>
    <message>
        <source>不在险区的人</source>
        <translation>People out</translation>
    </message>
    <message>
        <source>占户 %</source>
        <translation>% of households</translation>
    </message>
    <message>
        <source>点名截至 {at}：{out:,} 户 {people:,} 人已不在险区，占应通知 {all:,} 户的 {percent}%（按户，向下取整）。</source>
        <translation>Roll call until {at}: {out:,} households with {people:,} people are out of danger, {percent}% of {all:,} households (by household, rounded down).</translation>
    </message>
    <message>
        <source>按点名结果</source>
        <translation>By result of the roll call</translation>
    </message>
    <message>
        <source>另有 {count} 处，见点名表</source>
        <translation>{count} more places, see the roll call</translation>
    </message>
    <message>
        <source>没有说去哪里</source>
        <translation>nobody said where</translation>
    </message>
    <message>
        <source>点名按镇</source>
        <translation>Roll call by town</translation>
    </message>
    <message>
        <source>不在险区的人在哪里</source>
        <translation>Where those out of danger are</translation>
    </message>
    <message>
        <source>去处</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>物资需求（{days} 天）</source>
        <translation>Needs ({days} days)</translation>
    </message>
    <message>
        <source>各村需求（{days} 天）</source>
        <translation>Needs by village ({days} days)</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>按单位</source>
        <translation>By unit</translation>
    </message>
    <message>
        <source>按等级和风险区</source>
        <translation>By level and hazard</translation>
    </message>
    <message>
        <source>转移情况</source>
        <translation>Moved so far</translation>
    </message>
    <message>
        <source>行动清单</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>还不知道的</source>
        <translation>What is unknown</translation>
    </message>
    <message>
        <source>方法和来源</source>
        <translation>Method and sources</translation>
    </message>
    <message>
        <source>局限</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>报告没有“{name}”这一部分。</source>
        <translation>The report has no part “{name}”.</translation>
    </message>
    <message>
        <source>可用的部分：{parts}</source>
        <translation>Parts: {parts}</translation>
    </message>
    <message>
        <source>{id}（{title}）</source>
        <translation>{id} ({title})</translation>
    </message>
    <message>
        <source>住房按所在网格，户和人按险区里那处住房所在网格</source>
        <translation>homes by their grid, households and people by the grid of the home in danger</translation>
    </message>
    <message>
        <source>已不存在的网格</source>
        <translation>Grids that are no more</translation>
    </message>
    <message>
        <source>按镇、村/社区</source>
        <translation>By town and village</translation>
    </message>
    <message>
        <source>{town} 小计</source>
        <translation>{town}, sum</translation>
    </message>
    <message>
        <source>没有结论的住房 {count:,} 处：不是安全，请派人查看。</source>
        <translation>{count:,} homes without a conclusion: not safe, have them looked at.</translation>
    </message>
    <message>
        <source>没有联系人电话的 {count:,} 户：通知不到，请派人上门。</source>
        <translation>{count:,} households without a contact's phone: nobody can warn them, send somebody.</translation>
    </message>
    <message>
        <source>另有 {count:,} 人睡在险区而自家不在名单上，请改“人按现住何处计”再研判。</source>
        <translation>{count:,} more people sleep in danger while their household is on no list: ask again by sleeping place.</translation>
    </message>
    <message>
        <source>名单上的户里 {count:,} 人现住何处没有登记。</source>
        <translation>Of {count:,} people on the list nobody wrote down where they sleep.</translation>
    </message>
    <message>
        <source>名单上 {count:,} 户没有任何电话。</source>
        <translation>{count:,} households on the list have no phone at all.</translation>
    </message>
    <message>
        <source>{count:,} 个风险区届时无效，没有计入。</source>
        <translation>{count:,} hazard areas do not hold at that time and were left out.</translation>
    </message>
    <message>
        <source>按现住何处计：没有登记现住何处的人不在内。</source>
        <translation>Counted where they sleep: whoever has no sleeping place on record is not among them.</translation>
    </message>
    <message>
        <source>没有发现没有结论的住房、没有联系人的户或没有登记的住处。</source>
        <translation>No home without a conclusion, no household without a contact, no unknown sleeping place was found.</translation>
    </message>
    <message>
        <source>汛情处置报告 · {names}</source>
        <translation>Situation report · {names}</translation>
    </message>
    <message>
        <source>{county} · 研判第 {run} 号 {at} · {day} 制</source>
        <translation>{county} · run {run}, {at} · made {day}</translation>
    </message>
    <message>
        <source>{county} · 研判第 {run} 号 {at} · {maker} 制 {day}</source>
        <translation>{county} · run {run}, {at} · made by {maker}, {day}</translation>
    </message>
    <message>
        <source>报告的文件名（.pdf）。</source>
        <translation>The report's file name (.pdf).</translation>
    </message>
    <message>
        <source>只要这几部分，如 totals；可写多个，默认全部。</source>
        <translation>Only these parts, such as totals; may be repeated, all by default.</translation>
    </message>
    <message>
        <source>物资按几天计。</source>
        <translation>Needs for how many days.</translation>
    </message>
    <message>
        <source>{units:,} 个单位，险区内 {houses:,} 处住房，{families:,} 户，{people:,} 人。</source>
        <translation>{units:,} units, {houses:,} homes in danger, {families:,} households, {people:,} people.</translation>
    </message>
    <message>
        <source>写了 {written:,} 份共 {sheets:,} 页，已有 {kept:,} 份：{path}</source>
        <translation>{written:,} files with {sheets:,} pages written, {kept:,} were there already: {path}</translation>
    </message>
    <message>
        <source>打印地图页</source>
        <translation>Printing map pages</translation>
    </message>
    <message>
        <source>地图页不能按“{text}”分。</source>
        <translation>There are no map pages by “{text}”.</translation>
    </message>
    <message>
        <source>请写 village（村/社区）或 grid（网格）。</source>
        <translation>Write village or grid.</translation>
    </message>
    <message>
        <source>已停下：{done:,} / {total:,} 份在 {folder}。</source>
        <translation>Stopped: {done:,} of {total:,} files are in {folder}.</translation>
    </message>
    <message>
        <source>再做一次会接着做，写好的不重写。</source>
        <translation>Do it again to go on; what is written is not written again.</translation>
    </message>
    <message>
        <source>建不了文件夹：{path}</source>
        <translation>Cannot make the folder: {path}</translation>
    </message>
    <message>
        <source>请换一个可以写入的位置。</source>
        <translation>Choose a place that can be written to.</translation>
    </message>
    <message>
        <source>地图页 · 研判第 {run} 号 · 按{by}</source>
        <translation>Map pages · run {run} · by {by}</translation>
    </message>
    <message>
        <source>研判{run}</source>
        <translation>run{run}</translation>
    </message>
    <message>
        <source>没有要打印的地图页。</source>
        <translation>There is no map page to print.</translation>
    </message>
    <message>
        <source>这次研判在所选单位里没有险区内的住房。</source>
        <translation>The run has no home in danger in the chosen unit.</translation>
    </message>
    <message>
        <source>完整电话</source>
        <translation>whole phones</translation>
    </message>
    <message>
        <source>方框里的数是第几页：先在这里找到地方，再翻到那一页。</source>
        <translation>The number in a frame is the page: find the place here, then turn to it.</translation>
    </message>
    <message>
        <source>图上的号就是名单里的号；连号是同一处的几户。</source>
        <translation>The numbers of the map are those of the list; a range is several homes in one spot.</translation>
    </message>
    <message>
        <source>比例尺约 1:{scale}。{note}</source>
        <translation>Scale about 1:{scale}. {note}</translation>
    </message>
    <message>
        <source>{name}：险区内 {houses:,} 处住房，{households:,} 户，{residents:,} 人</source>
        <translation>{name}: {houses:,} homes in danger, {households:,} households, {residents:,} people</translation>
    </message>
    <message>
        <source>没有结论的住房 {count:,} 处</source>
        <translation>{count:,} homes without a conclusion</translation>
    </message>
    <message>
        <source>别的页上的住房</source>
        <translation>Home on another page</translation>
    </message>
    <message>
        <source>不明</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>网格员 {name} {phone}</source>
        <translation>Grid officer {name} {phone}</translation>
    </message>
    <message>
        <source>页</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>{count:,} 处，请派人查看</source>
        <translation>{count:,}, have them looked at</translation>
    </message>
    <message>
        <source>没有登记住户</source>
        <translation>nobody on record</translation>
    </message>
    <message>
        <source>今晚 {count} 人睡在这里，不在名单上</source>
        <translation>{count} sleep here tonight, not on the list</translation>
    </message>
    <message>
        <source>空置，无人可叫</source>
        <translation>empty, nobody to wake</translation>
    </message>
    <message>
        <source>地图页不能按“{name}”选。</source>
        <translation>Map pages cannot be chosen by “{name}”.</translation>
    </message>
    <message>
        <source>请写镇、村/社区或网格的名称或代码。</source>
        <translation>Write the name or code of a town, village or grid.</translation>
    </message>
    <message>
        <source>{town} · {village}</source>
        <translation>{town} · {village}</translation>
    </message>
    <message>
        <source>空置；同一户，计在{number}</source>
        <translation>empty; same household, counted at {number}</translation>
    </message>
    <message>
        <source>同一户，计在{number}</source>
        <translation>same household, counted at {number}</translation>
    </message>
    <message>
        <source>今晚 {count} 人睡在这里；同一户，计在{number}</source>
        <translation>{count} sleep here tonight; same household, counted at {number}</translation>
    </message>
    <message>
        <source>今晚不睡在这里</source>
        <translation>sleep elsewhere tonight</translation>
    </message>
    <message>
        <source>研判后才住在这里</source>
        <translation>came after the run</translation>
    </message>
    <message>
        <source>village（一村/社区一页）或 grid（一个网格一页）。</source>
        <translation>village (a page a village) or grid (a page a grid).</translation>
    </message>
    <message>
        <source>只要一个单位（代码或名称）。</source>
        <translation>Only one unit (code or name).</translation>
    </message>
    <message>
        <source>文件夹里已有的也重写。</source>
        <translation>Write files anew that are in the folder already.</translation>
    </message>
    <message>
        <source>需恢复</source>
        <translation>To restore</translation>
    </message>
    <message>
        <source>未完工</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>受损房屋{grouping}（处）</source>
        <translation>Damaged homes: {grouping}</translation>
    </message>
    <message>
        <source>另有 {count:,} 处看过没有受损，不在下表内。</source>
        <translation>{count:,} more were looked at and found whole; they are not in the tables.</translation>
    </message>
    <message>
        <source>过了计划完工日还没有完工的 {count:,} 处。</source>
        <translation>{count:,} are not finished though their planned day is past.</translation>
    </message>
    <message>
        <source>所选单位里没有网格。</source>
        <translation>The chosen unit has no grid.</translation>
    </message>
    <message>
        <source>右边“更多操作”里有处置报告、按联系人一人一页的名单和编号的地图页；地图上方有行动清单（空格打勾）和物资需求。</source>
        <translation>At the right, More holds the situation report, the list by contact with a page each, and numbered map pages; above the map stand the checklist (space ticks) and the needs.</translation>
    </message>
    <message>
        <source>全县的行动清单</source>
        <translation>The county's checklist</translation>
    </message>
    <message>
        <source>恢复示例</source>
        <translation>Back to the example</translation>
    </message>
    <message>
        <source>请先选中一条。</source>
        <translation>Choose an item first.</translation>
    </message>
    <message>
        <source>各级</source>
        <translation>any level</translation>
    </message>
    <message>
        <source>只加在这次研判里。</source>
        <translation>Added to this run only.</translation>
    </message>
    <message>
        <source>改以后研判用的清单；已开始办的研判不变。</source>
        <translation>Changes the list of later runs; runs somebody began with stay as they are.</translation>
    </message>
    <message>
        <source>本县自己的清单。</source>
        <translation>The county's own list.</translation>
    </message>
    <message>
        <source>改…</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>加一条…</source>
        <translation>Add…</translation>
    </message>
    <message>
        <source>去掉</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>可以撤销</source>
        <translation>Can be undone</translation>
    </message>
    <message>
        <source>{level}及以上</source>
        <translation>{level} and above</translation>
    </message>
    <message>
        <source>物资标准</source>
        <translation>Norms</translation>
    </message>
    <message>
        <source>未定：不计算</source>
        <translation>not decided: not computed</translation>
    </message>
    <message>
        <source>来源写明标准出自哪里，会印在报告上。</source>
        <translation>Say where the norm comes from; it is printed in the report.</translation>
    </message>
    <message>
        <source>每天都要</source>
        <translation>Every day</translation>
    </message>
    <message>
        <source>只要一次</source>
        <translation>Once</translation>
    </message>
    <message>
        <source>按件，向上取整</source>
        <translation>In pieces, rounded up</translation>
    </message>
    <message>
        <source>按量，保留三位小数</source>
        <translation>Measured, three decimals</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>每多少</source>
        <translation>For every</translation>
    </message>
    <message>
        <source>按谁计</source>
        <translation>Of whom</translation>
    </message>
    <message>
        <source>多久一次</source>
        <translation>How often</translation>
    </message>
    <message>
        <source>怎么取整</source>
        <translation>Rounding</translation>
    </message>
    <message>
        <source>打印名单与地图页</source>
        <translation>Print lists and map pages</translation>
    </message>
    <message>
        <source>{names}：{houses:,} 处住房，{families:,} 户，{people:,} 人。</source>
        <translation>{names}: {houses:,} homes, {families:,} households, {people:,} people.</translation>
    </message>
    <message>
        <source>电话名单：按网格，附地图，没有联系人电话的在最前</source>
        <translation>Call list: by grid with a map, those without a contact's phone first</translation>
    </message>
    <message>
        <source>按联系人：要打电话的人一人一页，没有联系人的户单列</source>
        <translation>By contact: a page for everybody who must call, households without a contact apart</translation>
    </message>
    <message>
        <source>地图页：一村/社区一份，图上编号和名单一致</source>
        <translation>Map pages: one a village, numbered alike on map and list</translation>
    </message>
    <message>
        <source>地图页：一个网格一份</source>
        <translation>Map pages: one a grid</translation>
    </message>
    <message>
        <source>每份一个文件，写进文件夹（停了可以接着做）</source>
        <translation>A file each, into a folder (a stopped batch goes on)</translation>
    </message>
    <message>
        <source>原因，例如：通知今晚转移</source>
        <translation>Reason, for instance: moving people tonight</translation>
    </message>
    <message>
        <source>办的结果，写一句：</source>
        <translation>What came of it, in a sentence:</translation>
    </message>
    <message>
        <source>研判第 {run} 号：{done} / {count} 条已办</source>
        <translation>Run {run}: {done} of {count} done</translation>
    </message>
    <message>
        <source>已开始办，清单固定下来；以后改全县清单不影响这一次。</source>
        <translation>Somebody began with it: later changes of the county's list leave it alone.</translation>
    </message>
    <message>
        <source>请先选中还没有办的一条。</source>
        <translation>Choose an item that is not done yet.</translation>
    </message>
    <message>
        <source>请先选中已办的一条。</source>
        <translation>Choose an item that is done.</translation>
    </message>
    <message>
        <source>还没有研判，没有行动清单。</source>
        <translation>No run yet, no checklist.</translation>
    </message>
    <message>
        <source>登记已办</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>写结果…</source>
        <translation>With note…</translation>
    </message>
    <message>
        <source>取消登记</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>全县清单…</source>
        <translation>County list…</translation>
    </message>
    <message>
        <source>选中的几条；也可按空格</source>
        <translation>The chosen items; the space bar does the same</translation>
    </message>
    <message>
        <source>登记已办，并写一句结果</source>
        <translation>Enters them as done with a sentence of what came of it</translation>
    </message>
    <message>
        <source>只加在这次研判里</source>
        <translation>For this run only</translation>
    </message>
    <message>
        <source>改以后研判用的清单</source>
        <translation>Changes the list of later runs</translation>
    </message>
    <message>
        <source>存为 PDF，可以手工打勾</source>
        <translation>A PDF to tick by hand</translation>
    </message>
    <message>
        <source>✓ 已办</source>
        <translation>✓ done</translation>
    </message>
    <message>
        <source>请先选中一种物资。</source>
        <translation>Choose an item first, please.</translation>
    </message>
    <message>
        <source>研判第 {run} 号：{people} 人、{families} 户需要</source>
        <translation>Run {run}: needed by {people} people in {families} households</translation>
    </message>
    <message>
        <source>几天</source>
        <translation>Days</translation>
    </message>
    <message>
        <source> 天</source>
        <translation> days</translation>
    </message>
    <message>
        <source>合计与标准</source>
        <translation>Sums and norms</translation>
    </message>
    <message>
        <source>各村</source>
        <translation>By village</translation>
    </message>
    <message>
        <source>人数/户数</source>
        <translation>People or households</translation>
    </message>
    <message>
        <source>还没有研判，没有可以导出的需求。</source>
        <translation>No run yet, nothing to export.</translation>
    </message>
    <message>
        <source>还没有研判；标准可以先改好。</source>
        <translation>No run yet; norms can be set already.</translation>
    </message>
    <message>
        <source>改标准…</source>
        <translation>Change the norm…</translation>
    </message>
    <message>
        <source>加一种…</source>
        <translation>Add an item here…</translation>
    </message>
    <message>
        <source>选中的一种；也可双击或回车</source>
        <translation>The chosen item; double-click or Enter do the same</translation>
    </message>
    <message>
        <source>打印处置报告</source>
        <translation>Print the situation report</translation>
    </message>
    <message>
        <source>打印{what}</source>
        <translation>Print: {what}</translation>
    </message>
    <message>
        <source>打印全部网格卡</source>
        <translation>Print all grid sheets</translation>
    </message>
    <message>
        <source>导出物资需求</source>
        <translation>Export needs</translation>
    </message>
    <message>
        <source>按联系人的名单</source>
        <translation>List by contact</translation>
    </message>
    <message>
        <source>地图页（村）</source>
        <translation>Map pages (villages)</translation>
    </message>
    <message>
        <source>地图页（网格）</source>
        <translation>Map pages (grids)</translation>
    </message>
    <message>
        <source>网格卡</source>
        <translation>Grid sheets</translation>
    </message>
    <message>
        <source>地图页</source>
        <translation>Map pages</translation>
    </message>
    <message>
        <source>{what}.pdf</source>
        <translation>{what}.pdf</translation>
    </message>
    <message>
        <source>物资需求.xlsx</source>
        <translation>needs.xlsx</translation>
    </message>
    <message>
        <source>处置报告.pdf</source>
        <translation>situation report.pdf</translation>
    </message>
    <message>
        <source>已办 {done} / {count} 条</source>
        <translation>{done} of {count} done</translation>
    </message>
    <message>
        <source>处置报告…</source>
        <translation>Situation report…</translation>
    </message>
    <message>
        <source>按联系人名单、地图页…</source>
        <translation>List by contact, map pages…</translation>
    </message>
    <message>
        <source>行动清单.pdf</source>
        <translation>checklist.pdf</translation>
    </message>
    <message>
        <source>这次研判要做的事，登记谁办了</source>
        <translation>What is to be done in this run, and who did it</translation>
    </message>
    <message>
        <source>这次研判的人需要多少水、粮、铺盖，标准可以改</source>
        <translation>Water, food and bedding for the people of this run; norms can be changed</translation>
    </message>
    <message>
        <source>问题、合计、地图、各单位、物资、清单，一次存成 PDF</source>
        <translation>Question, totals, map, units, needs, checklist in one PDF</translation>
    </message>
    <message>
        <source>打印全部网格卡…</source>
        <translation>Print all grid sheets…</translation>
    </message>
    <message>
        <source>每个网格一份，写进文件夹，停了可以接着做</source>
        <translation>One a grid, into a folder; a stopped batch goes on</translation>
    </message>
    <message>
        <source>按 {people} 人、{families} 户、{days} 天计，人数和户数与研判合计相同，含去自己另一处住房的人。</source>
        <translation>For {people} people, {families} households and {days} days; people and households are the totals of the run, those who go to another home of their own included.</translation>
    </message>
    <message>
        <source>各避险点需求（{days} 天）</source>
        <translation>Needs by safe site ({days} days)</translation>
    </message>
    <message>
        <source>只算分到避险点的人；按件的在每个避险点取整</source>
        <translation>only people sent to a safe site; pieces are rounded up at each</translation>
    </message>
    <message>
        <source>各避险点需求</source>
        <translation>Needs by safe site</translation>
    </message>
    <message>
        <source>各避险点</source>
        <translation>By safe site</translation>
    </message>
    <message>
        <source>列出物资标准和每一条的来源。--json 的键：items is_preset entry。</source>
        <translation>List the norms and the source of each. Keys of --json: items is_preset entry.</translation>
    </message>
    <message>
        <source>一次研判的人需要多少物资：合计，和逐村的数。--json 的键：run question days people households items places sites is_preset out。</source>
        <translation>What the people of a run need: sums, and village by village. Keys of --json: run question days people households items places sites is_preset out.</translation>
    </message>
    <message>
        <source>改一条标准；只写要改的。--json 的键：items is_preset entry。</source>
        <translation>Change a norm; only what is given changes. Keys of --json: items is_preset entry.</translation>
    </message>
    <message>
        <source>加上一种物资。--json 的键：items is_preset entry。</source>
        <translation>Add an item. Keys of --json: items is_preset entry.</translation>
    </message>
    <message>
        <source>去掉一种物资。--json 的键：items is_preset entry。</source>
        <translation>Remove an item. Keys of --json: items is_preset entry.</translation>
    </message>
    <message>
        <source>恢复起始值。--json 的键：items is_preset entry。</source>
        <translation>Back to the preset. Keys of --json: items is_preset entry.</translation>
    </message>
    <message>
        <source>一次研判的清单：谁在什么时候办了哪几条。--json 的键：run checks done is_example is_kept entry。</source>
        <translation>The list of a run: who did what and when. Keys of --json: run checks done is_example is_kept entry.</translation>
    </message>
    <message>
        <source>登记第几条已办。--json 的键：run checks done is_example is_kept entry。</source>
        <translation>Enter items as done. Keys of --json: run checks done is_example is_kept entry.</translation>
    </message>
    <message>
        <source>取消登记。--json 的键：run checks done is_example is_kept entry。</source>
        <translation>Take ticks back. Keys of --json: run checks done is_example is_kept entry.</translation>
    </message>
    <message>
        <source>全县的清单，按灾种、等级和职责。--json 的键：items is_example entry。</source>
        <translation>The county's list by hazard, level and duty. Keys of --json: items is_example entry.</translation>
    </message>
    <message>
        <source>加上一条，默认加在全县的清单里。--json 的键：items is_example entry。</source>
        <translation>Add an item, to the county's list unless said otherwise. Keys of --json: items is_example entry.</translation>
    </message>
    <message>
        <source>改一条；只写要改的。--json 的键：items is_example entry。</source>
        <translation>Change an item; only what is given changes. Keys of --json: items is_example entry.</translation>
    </message>
    <message>
        <source>去掉一条。--json 的键：items is_example entry。</source>
        <translation>Remove an item. Keys of --json: items is_example entry.</translation>
    </message>
    <message>
        <source>恢复示例清单。--json 的键：items is_example entry。</source>
        <translation>Back to the example. Keys of --json: items is_example entry.</translation>
    </message>
    <message>
        <source>一次研判的处置报告：问题、合计、地图、各单位、等级、重点人群、转移、物资、清单、未知、方法。--json 的键：run parts left_out pages out。</source>
        <translation>The situation report of a run: question, totals, map, units, levels, vulnerable people, moved so far, needs, checklist, unknown, method. Keys of --json: run parts left_out pages out.</translation>
    </message>
    <message>
        <source>按联系人的电话名单：要打电话的人一人一页（.pdf）或一张表（.xlsx）；没有联系人的户单列。--json 的键：run contacts households without_contact order pages out。</source>
        <translation>The call list by contact: a page for everybody who must call (.pdf) or one table (.xlsx); households without a contact apart. Keys of --json: run contacts households without_contact order pages out.</translation>
    </message>
    <message>
        <source>其余 {count} 处</source>
        <translation>{count} more</translation>
    </message>
    <message>
      <source>险区住房的地图页，图上编号和名单一致；写成一个 .pdf，或写进文件夹（一页一份，停了可以接着做）。过期的只重写变了的。--json 的键：run by units houses households residents written kept renewed gone sheets out。</source>
      <translation>Map pages of the homes in danger, numbered on map and list alike; one .pdf, or a folder with a file a page, which can be stopped and gone on with. Of pages out of date only what changed is written anew. Keys of --json: run by units houses households residents written kept renewed gone sheets out.</translation>
    </message>
  </context>
</TS>
