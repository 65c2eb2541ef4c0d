<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>slots</name>
    <message>
        <source>{name}是{role}，不能担任{wanted}</source>
        <translation>{name} is a {role} and cannot be {wanted}</translation>
    </message>
    <message>
        <source>这一户已于 {day} 结束</source>
        <translation>this household ended on {day}</translation>
    </message>
    <message>
        <source>既是一户的户编号，又是另一户的序号；序号请写成 #{word}</source>
        <translation>is the code of one household and the number of another; write a number as #{word}</translation>
    </message>
    <message>
        <source>已有提议等待确认：{name}（{day} 提出）</source>
        <translation>a proposal is waiting already: {name} (proposed on {day})</translation>
    </message>
    <message>
        <source>{slot}：为 {count} 户提议{name}，等待确认</source>
        <translation>{slot}: proposed {name} for {count} households, waiting for an answer</translation>
    </message>
    <message>
        <source>这些户的岗位刚刚被别人改动，没有提议。</source>
        <translation>Somebody else has just changed these slots; nothing was proposed.</translation>
    </message>
    <message>
        <source>请刷新后再提议一次。</source>
        <translation>Refresh and propose once more.</translation>
    </message>
    <message>
        <source>确认 {count} 条岗位提议</source>
        <translation>Confirmed {count} proposals</translation>
    </message>
    <message>
        <source>没有写明退回的理由。</source>
        <translation>No reason for refusing was given.</translation>
    </message>
    <message>
        <source>请写一句理由，对方会在提议里看到。</source>
        <translation>Write a sentence; the other line will see it with the proposal.</translation>
    </message>
    <message>
        <source>退回 {count} 条岗位提议</source>
        <translation>Refused {count} proposals</translation>
    </message>
    <message>
        <source>撤回 {count} 条岗位提议</source>
        <translation>Withdrew {count} proposals</translation>
    </message>
    <message>
        <source>这些户的岗位刚刚被别人改动，没有写入。</source>
        <translation>Somebody else has just changed these slots; nothing was written.</translation>
    </message>
    <message>
        <source>请刷新后再试一次。</source>
        <translation>Refresh and try again.</translation>
    </message>
    <message>
        <source>没有这条提议</source>
        <translation>there is no such proposal</translation>
    </message>
    <message>
        <source>这条提议已经处理过</source>
        <translation>this proposal has been decided already</translation>
    </message>
    <message>
        <source>{name}已不在岗</source>
        <translation>{name} is no longer on duty</translation>
    </message>
    <message>
        <source>户编号或序号的名单，用逗号、空格或换行分开；- 从标准输入读。</source>
        <translation>Household codes or numbers, separated by commas, spaces or line breaks; - reads standard input.</translation>
    </message>
    <message>
        <source>只向对方提议，等对方确认。</source>
        <translation>Only propose it to the other line and wait for its answer.</translation>
    </message>
    <message>
        <source>名单是空的。</source>
        <translation>The list is empty.</translation>
    </message>
    <message>
        <source>请写户编号，用逗号、空格或换行分开。</source>
        <translation>Write household codes, separated by commas, spaces or line breaks.</translation>
    </message>
    <message>
        <source>只看等这条线确认的。</source>
        <translation>Only what waits for this line.</translation>
    </message>
    <message>
        <source>确认这些提议：编号，用逗号分开，或 all。</source>
        <translation>Confirm these proposals: numbers separated by commas, or all.</translation>
    </message>
    <message>
        <source>退回这些提议；要写 --answer。</source>
        <translation>Refuse these proposals; needs --answer.</translation>
    </message>
    <message>
        <source>撤回这些提议。</source>
        <translation>Withdraw these proposals.</translation>
    </message>
    <message>
        <source>退回的理由。</source>
        <translation>The reason for refusing.</translation>
    </message>
    <message>
        <source>等待对方确认的岗位提议：列出、确认、退回、撤回。</source>
        <translation>Proposals waiting for the other line: list, confirm, refuse, withdraw.</translation>
    </message>
    <message>
        <source>--confirm、--refuse、--withdraw 一次只能写一个。</source>
        <translation>Only one of --confirm, --refuse and --withdraw at a time.</translation>
    </message>
    <message>
        <source>请分几次写。</source>
        <translation>Use several commands.</translation>
    </message>
    <message>
        <source>没有可以处理的提议。</source>
        <translation>No proposal could be decided.</translation>
    </message>
    <message>
        <source>等待确认的提议 {count} 条。</source>
        <translation>{count} proposals are waiting.</translation>
    </message>
    <message>
        <source>  {id}  {code} {head}  {slot}：{name}，自 {begin} 起；{who}提出，已等 {days} 天</source>
        <translation>  {id}  {code} {head}  {slot}: {name} from {begin}; proposed by {who}, waiting for {days} days</translation>
    </message>
    <message>
        <source>  未处理 {id}：{reason}</source>
        <translation>  not decided {id}: {reason}</translation>
    </message>
    <message>
        <source>不是提议的编号：{text}</source>
        <translation>Not a proposal number: {text}</translation>
    </message>
    <message>
        <source>编号是数字，用逗号分开；全部写 all。</source>
        <translation>Numbers separated by commas; write all for all of them.</translation>
    </message>
    <message>
        <source>没有编号为 {id} 的联系人。</source>
        <translation>There is no contact number {id}.</translation>
    </message>
    <message>
        <source>没有写明交接给谁。</source>
        <translation>Nobody to hand over to was given.</translation>
    </message>
    <message>
        <source>请选择至少一位接任的联系人。</source>
        <translation>Choose at least one successor.</translation>
    </message>
    <message>
        <source>没有写明交接原因。</source>
        <translation>No reason for the hand-over was given.</translation>
    </message>
    <message>
        <source>请写一句原因，例如：调离、退休。</source>
        <translation>Write a reason, such as: transferred, retired.</translation>
    </message>
    <message>
        <source>{name}交接：{count} 个岗位，{grids} 个网格</source>
        <translation>{name} handed over {count} slots and {grids} grids</translation>
    </message>
    <message>
        <source>不能交接给{name}自己。</source>
        <translation>{name} cannot hand over to the same person.</translation>
    </message>
    <message>
        <source>{day} 才开始担任，交接日期不能更早</source>
        <translation>began on {day} only; the hand-over cannot be earlier</translation>
    </message>
    <message>
        <source>这一户没有由{name}担任的岗位</source>
        <translation>{name} holds no slot of this household</translation>
    </message>
    <message>
        <source>{name}不是网格员，不能接管{grid}</source>
        <translation>{name} is no grid officer and cannot take over {grid}</translation>
    </message>
    <message>
        <source>姓名不能为空，也不能超过 {most} 个字。</source>
        <translation>The name must not be empty or longer than {most} characters.</translation>
    </message>
    <message>
        <source>请写联系人的姓名。</source>
        <translation>Write the contact's name.</translation>
    </message>
    <message>
        <source>没有这个单位。</source>
        <translation>There is no such unit.</translation>
    </message>
    <message>
        <source>请选择一个镇、村或社区。</source>
        <translation>Choose a town, village or community.</translation>
    </message>
    <message>
        <source>{unit}已有{role}{name}。</source>
        <translation>{unit} has a {role} {name} already.</translation>
    </message>
    <message>
        <source>同名的另一个人请写明电话。</source>
        <translation>For another person of the same name give the phone.</translation>
    </message>
    <message>
        <source>登记联系人：{name}</source>
        <translation>Added contact {name}</translation>
    </message>
    <message>
        <source>没有写明离任原因。</source>
        <translation>No reason for leaving was given.</translation>
    </message>
    <message>
        <source>{name}离任：{count} 个岗位和 {grids} 个网格结束</source>
        <translation>{name} left: {count} slots and {grids} grids ended</translation>
    </message>
    <message>
        <source>{name}已离任</source>
        <translation>{name} has left</translation>
    </message>
    <message>
        <source>{name}在 {day} 还开始担任新的岗位或网格，离任日期不能更早。</source>
        <translation>{name} began a slot or grid on {day}; the leaving cannot be earlier.</translation>
    </message>
    <message>
        <source>请改离任日期，或先撤销那次分配。</source>
        <translation>Change the day of leaving, or undo that assignment first.</translation>
    </message>
    <message>
        <source>上限要在 0 到 {most} 户之间。</source>
        <translation>The limit must be between 0 and {most} households.</translation>
    </message>
    <message>
        <source>不单独设上限请留空。</source>
        <translation>Leave it empty for no limit of their own.</translation>
    </message>
    <message>
        <source>{name}：不再单独设上限</source>
        <translation>{name}: no limit of their own any more</translation>
    </message>
    <message>
        <source>{name}：最多联系 {count} 户</source>
        <translation>{name}: at most {count} households</translation>
    </message>
    <message>
        <source>电话不对。</source>
        <translation>This is no phone number.</translation>
    </message>
    <message>
        <source>只写数字，例如 0915 开头的座机或 11 位手机号；不知道就留空。</source>
        <translation>Digits only, a landline or an 11-digit mobile; leave it empty when unknown.</translation>
    </message>
    <message>
        <source>离开的联系人编号。</source>
        <translation>Number of the contact who leaves.</translation>
    </message>
    <message>
        <source>接任的联系人编号。</source>
        <translation>Number of the successor.</translation>
    </message>
    <message>
        <source>从哪天起交接，默认今天。</source>
        <translation>From which day, today by default.</translation>
    </message>
    <message>
        <source>只交接这些户：条件，如 building=3号楼。</source>
        <translation>Only these households: a condition such as building=3号楼.</translation>
    </message>
    <message>
        <source>只交接这些户：户编号或序号的名单。</source>
        <translation>Only these households: a list of codes or numbers.</translation>
    </message>
    <message>
        <source>分给另一位：编号:条件，如 12:building=4号楼；可写多次。</source>
        <translation>To another successor: number:condition, such as 12:building=4号楼; may be repeated.</translation>
    </message>
    <message>
        <source>网格员的网格也交给 --to。</source>
        <translation>The officer's grids go to --to as well.</translation>
    </message>
    <message>
        <source>把一位联系人的户交接给一位或几位接任者。</source>
        <translation>Hand a contact's households over to one successor or several.</translation>
    </message>
    <message>
        <source>--where 和 --ids 只能写一个。</source>
        <translation>Only one of --where and --ids.</translation>
    </message>
    <message>
        <source>两个都不写就是全部的户。</source>
        <translation>Neither means all households.</translation>
    </message>
    <message>
        <source>没有可以交接的岗位。</source>
        <translation>There is no slot to hand over.</translation>
    </message>
    <message>
        <source>--split 写得不对：{text}</source>
        <translation>--split is not well written: {text}</translation>
    </message>
    <message>
        <source>请写成 编号:条件，如 12:building=4号楼。</source>
        <translation>Write number:condition, such as 12:building=4号楼.</translation>
    </message>
    <message>
        <source>  未交接 {id}：{reason}</source>
        <translation>  not handed over {id}: {reason}</translation>
    </message>
    <message>
        <source>  仍由{name}担任：{count} 个岗位</source>
        <translation>  still held by {name}: {count} slots</translation>
    </message>
    <message>
        <source>  仍由{name}管：{count} 个网格</source>
        <translation>  still with {name}: {count} grids</translation>
    </message>
    <message>
        <source>姓名。</source>
        <translation>Name.</translation>
    </message>
    <message>
        <source>sponsor_cadre、unit_cadre 或 grid_officer。</source>
        <translation>sponsor_cadre, unit_cadre or grid_officer.</translation>
    </message>
    <message>
        <source>所在单位：代码或名称。</source>
        <translation>The unit they work for: code or name.</translation>
    </message>
    <message>
        <source>从哪天起离任，默认今天。</source>
        <translation>From which day they are gone, today by default.</translation>
    </message>
    <message>
        <source>最多联系多少户；不写就不单独设上限。</source>
        <translation>At most how many households; without it no limit of their own.</translation>
    </message>
    <message>
        <source>只列出姓名、拼音首字母或单位符合的。</source>
        <translation>Only those whose name, initials or unit fit.</translation>
    </message>
    <message>
        <source>联系人：登记 add、更正 change、离任 leave、上限 limit、列出 list。</source>
        <translation>Contacts: add, leave, limit, list.</translation>
    </message>
    <message>
        <source>“{text}”不是镇、村或社区。</source>
        <translation>"{text}" is no town, village or community.</translation>
    </message>
    <message>
        <source>请写联系人所在的镇、村或社区。</source>
        <translation>Give the town, village or community the contact works for.</translation>
    </message>
    <message>
        <source>{label}，编号 {id}</source>
        <translation>{label}, number {id}</translation>
    </message>
    <message>
        <source>联系人 {count} 位。</source>
        <translation>{count} contacts.</translation>
    </message>
    <message>
        <source>等待对方确认</source>
        <translation>waiting for the other line</translation>
    </message>
    <message>
        <source>以后才开始</source>
        <translation>begins later</translation>
    </message>
    <message>
        <source>联系人离任</source>
        <translation>A contact leaves</translation>
    </message>
    <message>
        <source>户已搬动</source>
        <translation>household moved</translation>
    </message>
    <message>
        <source>村已合并</source>
        <translation>village merged</translation>
    </message>
    <message>
        <source>任期结束</source>
        <translation>term ended</translation>
    </message>
    <message>
        <source>住房不在网格内</source>
        <translation>home in no grid</translation>
    </message>
    <message>
        <source>网格没有网格员</source>
        <translation>grid without officer</translation>
    </message>
    <message>
        <source>从未分配</source>
        <translation>never assigned</translation>
    </message>
    <message>
        <source>已提议{name}，{day} 起等待确认</source>
        <translation>{name} proposed, waiting since {day}</translation>
    </message>
    <message>
        <source>{name}自 {day} 起担任</source>
        <translation>{name} begins on {day}</translation>
    </message>
    <message>
        <source>没有登记原住房</source>
        <translation>no origin home on record</translation>
    </message>
    <message>
        <source>没有登记现住房</source>
        <translation>no residence on record</translation>
    </message>
    <message>
        <source>住房不在任何网格内</source>
        <translation>the home lies in no grid</translation>
    </message>
    <message>
        <source>{grid}没有网格员：{name}于 {day} 卸任</source>
        <translation>{grid} has no officer: {name} ended on {day}</translation>
    </message>
    <message>
        <source>{grid}没有网格员</source>
        <translation>{grid} has no officer</translation>
    </message>
    <message>
        <source>{name}于 {day} 离任</source>
        <translation>{name} left on {day}</translation>
    </message>
    <message>
        <source>这一户于 {day} 搬动，{name}不再联系</source>
        <translation>the household moved on {day}, {name} no longer looks after it</translation>
    </message>
    <message>
        <source>村于 {day} 合并，{name}不再联系</source>
        <translation>the village merged on {day}, {name} no longer looks after it</translation>
    </message>
    <message>
        <source>{name}的任期于 {day} 结束</source>
        <translation>{name}'s term ended on {day}</translation>
    </message>
    <message>
        <source>主责和配合要分在两条线上。</source>
        <translation>Lead and assist stand on different lines.</translation>
    </message>
    <message>
        <source>一边选村线的岗位，另一边选社区线的岗位。</source>
        <translation>Choose a slot of the village line for one and of the community line for the other.</translation>
    </message>
    <message>
        <source>{duty}已经是这样规定的。</source>
        <translation>{duty} is ruled like this already.</translation>
    </message>
    <message>
        <source>无需更改。</source>
        <translation>Nothing to change.</translation>
    </message>
    <message>
        <source>{duty}：{lead}主责，{assist}配合</source>
        <translation>{duty}: {lead} leads, {assist} assists</translation>
    </message>
    <message>
        <source>现在就是公开发布的规定。</source>
        <translation>The published rule is in force already.</translation>
    </message>
    <message>
        <source>主责与配合恢复为公开发布的规定</source>
        <translation>Lead and assist back to the published rule</translation>
    </message>
    <message>
        <source>screening（排查预警）或 assistance（帮扶落实）。</source>
        <translation>screening or assistance.</translation>
    </message>
    <message>
        <source>主责的岗位：LINE/ROLE。</source>
        <translation>The slot that leads: LINE/ROLE.</translation>
    </message>
    <message>
        <source>配合的岗位：LINE/ROLE。</source>
        <translation>The slot that assists: LINE/ROLE.</translation>
    </message>
    <message>
        <source>恢复公开发布的规定。</source>
        <translation>Back to the published rule.</translation>
    </message>
    <message>
        <source>每项职责由谁主责、谁配合：列出或更改。</source>
        <translation>Who leads and who assists each duty: list or change.</translation>
    </message>
    <message>
        <source>--duty、--lead 和 --assist 要一起写。</source>
        <translation>--duty, --lead and --assist go together.</translation>
    </message>
    <message>
        <source>例如：--duty screening --lead community/sponsor --assist village/sponsor。</source>
        <translation>For example: --duty screening --lead community/sponsor --assist village/sponsor.</translation>
    </message>
    <message>
        <source>--preset 不能和 --duty 一起写。</source>
        <translation>--preset does not go with --duty.</translation>
    </message>
    <message>
        <source>请分两次写。</source>
        <translation>Use two commands.</translation>
    </message>
    <message>
        <source>  {duty}：{lead}主责，{assist}配合</source>
        <translation>  {duty}: {lead} leads, {assist} assists</translation>
    </message>
    <message>
        <source>这是公开发布的规定。</source>
        <translation>This is the published rule.</translation>
    </message>
    <message>
        <source>{detail} {name}</source>
        <translation>{detail} {name}</translation>
    </message>
    <message>
        <source>现住房不在网格内</source>
        <translation>residence in no grid</translation>
    </message>
    <message>
        <source>不住在楼栋里</source>
        <translation>not in a building</translation>
    </message>
    <message>
        <source>没有户籍村</source>
        <translation>no origin village</translation>
    </message>
    <message>
        <source>按社区</source>
        <translation>By community</translation>
    </message>
    <message>
        <source>按楼栋</source>
        <translation>By building</translation>
    </message>
    <message>
        <source>按户籍村</source>
        <translation>By origin village</translation>
    </message>
    <message>
        <source>按岗位</source>
        <translation>By slot</translation>
    </message>
    <message>
        <source>缺岗名单</source>
        <translation>Gaps</translation>
    </message>
    <message>
        <source>{place} 六岗齐全情况</source>
        <translation>Six slots: {place}</translation>
    </message>
    <message>
        <source>{day} 统计；电话已脱敏。</source>
        <translation>As of {day}; phones masked.</translation>
    </message>
    <message>
        <source>所属</source>
        <translation>Lies in</translation>
    </message>
    <message>
        <source>齐全率（%）</source>
        <translation>Complete (%)</translation>
    </message>
    <message>
        <source>缺{slot}</source>
        <translation>No {slot}</translation>
    </message>
    <message>
        <source>有人担任</source>
        <translation>Held</translation>
    </message>
    <message>
        <source>最久空缺（天）</source>
        <translation>Longest empty (days)</translation>
    </message>
    <message>
        <source>搬迁以来空缺（户·天）</source>
        <translation>Empty since the move (household-days)</translation>
    </message>
    <message>
        <source>{why} {count} 户</source>
        <translation>{why} {count}</translation>
    </message>
    <message>
        <source>空缺自</source>
        <translation>Empty since</translation>
    </message>
    <message>
        <source>空缺天数</source>
        <translation>Days empty</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>写成 Excel：按社区、楼栋、户籍村、岗位，和缺岗名单。</source>
        <translation>Write a workbook: by community, building, origin village, slot, and the list of gaps.</translation>
    </message>
    <message>
        <source>  缺{slot}：{count:,} 户，最久 {days:,} 天</source>
        <translation>  no {slot}: {count:,} households, the longest for {days:,} days</translation>
    </message>
    <message>
        <source>已写入 {path}</source>
        <translation>Written to {path}</translation>
    </message>
    <message>
        <source>{place} 等待确认的提议</source>
        <translation>{place}: proposals waiting</translation>
    </message>
    <message>
        <source>没有等待确认的提议。要向对方提议，选中户后点“分配联系人”，再点“向对方提议”。</source>
        <translation>No proposal is waiting. To propose, choose households, press "Assign a contact" and then "Propose to the other line".</translation>
    </message>
    <message>
        <source>等谁确认</source>
        <translation>Waits for</translation>
    </message>
    <message>
        <source>提议的联系人</source>
        <translation>Proposed contact</translation>
    </message>
    <message>
        <source>从哪天起</source>
        <translation>From</translation>
    </message>
    <message>
        <source>已等（天）</source>
        <translation>Waiting (days)</translation>
    </message>
    <message>
        <source>谁提议</source>
        <translation>Proposed by</translation>
    </message>
    <message>
        <source>确认</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>选中的提议成为正式的岗位；没有选中时是表中全部</source>
        <translation>The chosen proposals become slots; all of the table when none is chosen</translation>
    </message>
    <message>
        <source>退回…</source>
        <translation>Refuse…</translation>
    </message>
    <message>
        <source>要写一句理由</source>
        <translation>Needs a reason</translation>
    </message>
    <message>
        <source>提议的一方收回提议</source>
        <translation>The line that proposed takes it back</translation>
    </message>
    <message>
        <source>为什么缺岗</source>
        <translation>Why slots are empty</translation>
    </message>
    <message>
        <source>{reason}，空缺 {days} 天</source>
        <translation>{reason}, empty for {days} days</translation>
    </message>
    <message>
        <source>等待确认的提议</source>
        <translation>Proposals waiting</translation>
    </message>
    <message>
        <source>{name}，已等 {days} 天</source>
        <translation>{name}, waiting for {days} days</translation>
    </message>
    <message>
        <source>处理提议</source>
        <translation>Deal with proposals</translation>
    </message>
    <message>
        <source>联系</source>
        <translation>Looks after</translation>
    </message>
    <message>
        <source>{families} 户，{grids} 个网格</source>
        <translation>{families} households, {grids} grids</translation>
    </message>
    <message>
        <source>自己的上限</source>
        <translation>Own limit</translation>
    </message>
    <message>
        <source>不单独设</source>
        <translation>none</translation>
    </message>
    <message>
        <source>{count} 户</source>
        <translation>{count} households</translation>
    </message>
    <message>
        <source>已于 {day} 离任：{reason}</source>
        <translation>Left on {day}: {reason}</translation>
    </message>
    <message>
        <source>交接给别人…</source>
        <translation>Hand over…</translation>
    </message>
    <message>
        <source>离任…</source>
        <translation>Leaves…</translation>
    </message>
    <message>
        <source>改上限…</source>
        <translation>Change limit…</translation>
    </message>
    <message>
        <source>齐全情况</source>
        <translation>Completeness</translation>
    </message>
    <message>
        <source>向对方提议联系人…</source>
        <translation>Propose a contact…</translation>
    </message>
    <message>
        <source>确认提议</source>
        <translation>Confirm proposals</translation>
    </message>
    <message>
        <source>退回提议</source>
        <translation>Refuse proposals</translation>
    </message>
    <message>
        <source>为什么退回？对方会看到这句话。</source>
        <translation>Why? The other line will see this sentence.</translation>
    </message>
    <message>
        <source>撤回提议</source>
        <translation>Withdraw proposals</translation>
    </message>
    <message>
        <source>{label}；另有 {count} 条没有处理：{reasons}</source>
        <translation>{label}; {count} others were not decided: {reasons}</translation>
    </message>
    <message>
        <source>{name}最多联系多少户？写“无”就不单独设。</source>
        <translation>At most how many households for {name}? Write "none" for no own limit.</translation>
    </message>
    <message>
        <source>上限要写一个整数，或写“无”。</source>
        <translation>The limit is a whole number, or "none".</translation>
    </message>
    <message>
        <source>改上限</source>
        <translation>Change limit</translation>
    </message>
    <message>
        <source>六岗齐全情况.xlsx</source>
        <translation>slots.xlsx</translation>
    </message>
    <message>
        <source>导出六岗齐全情况</source>
        <translation>Export completeness</translation>
    </message>
    <message>
        <source>Excel 工作簿 (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>向对方提议</source>
        <translation>Propose to the other line</translation>
    </message>
    <message>
        <source>不立刻生效，等对方那条线确认</source>
        <translation>Waits until the other line confirms</translation>
    </message>
    <message>
        <source>提议联系人</source>
        <translation>Propose a contact</translation>
    </message>
    <message>
        <source>将给 {accepted} 户分配{name}，自 {day} 起。</source>
        <translation>{name} will be assigned to {accepted} households from {day}.</translation>
    </message>
    <message>
        <source>粘贴名单…</source>
        <translation>Paste a list…</translation>
    </message>
    <message>
        <source>用一份户编号名单代替现在选中的户</source>
        <translation>Use a list of household codes instead of the households chosen</translation>
    </message>
    <message>
        <source>自</source>
        <translation>From</translation>
    </message>
    <message>
        <source>把户编号粘贴到这里；换行、空格、逗号、顿号分开都可以</source>
        <translation>Paste household codes here, separated by line breaks, spaces or commas</translation>
    </message>
    <message>
        <source>户编号名单</source>
        <translation>List of household codes</translation>
    </message>
    <message>
        <source>没有一户可以分配给{name}：{reasons}</source>
        <translation>No household can be given to {name}: {reasons}</translation>
    </message>
    <message>
        <source>{title}：{figures}</source>
        <translation>{title}: {figures}</translation>
    </message>
    <message>
        <source>{share} · 缺 {missing} / {total} 户</source>
        <translation>{share} · {missing} of {total} lack</translation>
    </message>
    <message>
        <source>{share} · {total} 户</source>
        <translation>{share} · {total}</translation>
    </message>
    <message>
        <source>{place}：搬迁户 {families} 户，六岗齐全 {complete} 户</source>
        <translation>{place}: {families} relocated households, {complete} with all six slots</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>姓名或拼音首字母</source>
        <translation>Name or initials</translation>
    </message>
    <message>
        <source>交接</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>选中的交给这位</source>
        <translation>Give the chosen lines</translation>
    </message>
    <message>
        <source>没有选中时，表中全部交给这位</source>
        <translation>All lines of the table when none is chosen</translation>
    </message>
    <message>
        <source>网格交给这位</source>
        <translation>Give the grids</translation>
    </message>
    <message>
        <source>谁要离开？</source>
        <translation>Who leaves?</translation>
    </message>
    <message>
        <source>请先在右边选一位接任的联系人。</source>
        <translation>Choose a successor at the right first.</translation>
    </message>
    <message>
        <source>请写明交接原因，例如：调离、退休。</source>
        <translation>Write the reason, such as: transferred, retired.</translation>
    </message>
    <message>
        <source>{name}（{unit}）：{slots} 个岗位，{grids} 个网格要交接</source>
        <translation>{name} ({unit}): {slots} slots and {grids} grids to hand over</translation>
    </message>
    <message>
        <source>先选户，再选接任的联系人；可以分给几位。</source>
        <translation>Choose lines, then a successor; they may go to several.</translation>
    </message>
    <message>
        <source>将交接 {slots} 个岗位、{grids} 个网格；{refused} 个不能交接，{stays} 个还没有人接。</source>
        <translation>{slots} slots and {grids} grids will be handed over; {refused} cannot be, {stays} have no successor yet.</translation>
    </message>
    <message>
        <source>接任的联系人</source>
        <translation>Successor</translation>
    </message>
    <message>
        <source>交接日期</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>要交接的岗位</source>
        <translation>Slots to hand over</translation>
    </message>
    <message>
        <source>筛选：楼栋、村名、户主</source>
        <translation>Filter: building, village, head</translation>
    </message>
    <message>
        <source>例如：调离、退休、换届</source>
        <translation>For example: transferred, retired</translation>
    </message>
    <message>
        <source>不能交接的户与原因</source>
        <translation>What cannot be handed over, and why</translation>
    </message>
    <message>
        <source>交给</source>
        <translation>Goes to</translation>
    </message>
    <message>
        <source>{refused} 个岗位不能交接，{stays} 个仍由{name}担任。</source>
        <translation>{refused} slots cannot be handed over, {stays} are still held by {name}.</translation>
    </message>
    <message>
        <source>登记联系人</source>
        <translation>Add a contact</translation>
    </message>
    <message>
        <source>登记后即可在各岗位中选到。</source>
        <translation>Can be chosen for slots at once.</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>请在名单中选一个镇、村或社区。</source>
        <translation>Choose a town, village or community of the list.</translation>
    </message>
    <message>
        <source>{label}。可以接着登记下一位。</source>
        <translation>{label}. You can add the next one.</translation>
    </message>
    <message>
        <source>输入几个字，在名单中选</source>
        <translation>Type a few letters and choose</translation>
    </message>
    <message>
        <source>可以不填</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>先交接…</source>
        <translation>Hand over first…</translation>
    </message>
    <message>
        <source>离任</source>
        <translation>Leaves</translation>
    </message>
    <message>
        <source>请写明离任原因，例如：调离、退休。</source>
        <translation>Write the reason, such as: transferred, retired.</translation>
    </message>
    <message>
        <source>{name}离任</source>
        <translation>{name} leaves</translation>
    </message>
    <message>
        <source>{day} 起，{slots} 个岗位缺人，{grids} 个网格没有网格员。要给别人的，请先交接。</source>
        <translation>From {day} on {slots} slots are empty and {grids} grids have no officer. Hand over first what is to pass to others.</translation>
    </message>
    <message>
        <source>没有要交接的岗位和网格。</source>
        <translation>Nothing to hand over.</translation>
    </message>
    <message>
        <source>离任日期</source>
        <translation>Day of leaving</translation>
    </message>
    <message>
        <source>主责与配合</source>
        <translation>Lead and assist</translation>
    </message>
    <message>
        <source>更改</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>恢复公开发布的规定</source>
        <translation>Back to the published rule</translation>
    </message>
    <message>
        <source>现在是公开发布的规定。</source>
        <translation>The published rule is in force.</translation>
    </message>
    <message>
        <source>现在是本县自己的规定。</source>
        <translation>The county's own rule is in force.</translation>
    </message>
    <message>
        <source>更改：{duty}</source>
        <translation>Change: {duty}</translation>
    </message>
    <message>
        <source>按户编号名单分配…</source>
        <translation>Assign by list…</translation>
    </message>
    <message>
        <source>粘贴一份户编号，给这些户分配联系人</source>
        <translation>Paste household codes and assign a contact to them</translation>
    </message>
    <message>
        <source>交接…</source>
        <translation>Hand over…</translation>
    </message>
    <message>
        <source>把离开的联系人的户交给接任者</source>
        <translation>Pass a leaving contact's households to a successor</translation>
    </message>
    <message>
        <source>登记联系人…</source>
        <translation>Add a contact…</translation>
    </message>
    <message>
        <source>登记一位新的联系人</source>
        <translation>Add a new contact</translation>
    </message>
    <message>
        <source>主责与配合…</source>
        <translation>Lead and assist…</translation>
    </message>
    <message>
        <source>每项职责由哪个岗位主责、哪个配合</source>
        <translation>Which slot leads and which assists each duty</translation>
    </message>
    <message>
        <source>导出六岗齐全情况…</source>
        <translation>Export completeness…</translation>
    </message>
    <message>
        <source>按社区、楼栋、户籍村、岗位，和缺岗名单</source>
        <translation>By community, building, origin village, slot, with the list of gaps</translation>
    </message>
    <message>
        <source>{name}（{above}）</source>
        <translation>{name} ({above})</translation>
    </message>
    <message>
        <source>{name}（{unit}）</source>
        <translation>{name} ({unit})</translation>
    </message>
    <message><source>交接可以先写将来的日期；离任请到那一天再登记。</source><translation>A hand-over may be dated ahead; record the leaving when the day has come.</translation></message>
</context>
</TS>
