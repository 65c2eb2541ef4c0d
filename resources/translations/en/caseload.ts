<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>caseload</name>
    <message>
        <source>{contacts} 名联系人负责 {families} 户，{over} 人超上限。</source>
        <translation>{contacts} contacts look after {families} households; {over} are over the limit.</translation>
    </message>
    <message>
        <source>没有写要存的上限。</source>
        <translation>No limit to save was given.</translation>
    </message>
    <message>
        <source>例如：--limit sponsor_cadre=20 --save。</source>
        <translation>For example: --limit sponsor_cadre=20 --save.</translation>
    </message>
    <message>
        <source>  {id}  {name}（{role}，{unit}）：{families} 户 {people} 人，上限 {limit} 户</source>
        <translation>  {id}  {name} ({role}, {unit}): {families} households, {people} people, limit {limit} households</translation>
    </message>
    <message>
        <source>提议补齐 {filled} 个岗位，调整 {moved} 个岗位；补不上 {unfilled} 个。超上限的人由 {before} 名减为 {after} 名。</source>
        <translation>Would fill {filled} slots and move {moved}; {unfilled} cannot be filled. People over the limit: {before} before, {after} after.</translation>
    </message>
    <message>
        <source>计算</source>
        <translation>Working it out</translation>
    </message>
    <message>
        <source>上限不对：{text}</source>
        <translation>Not a limit: {text}</translation>
    </message>
    <message>
        <source>请写成 sponsor_cadre=20 的样子，户数是 0 到 {most} 的整数。</source>
        <translation>Write it like sponsor_cadre=20, a whole number of households from 0 to {most}.</translation>
    </message>
    <message>
        <source>没有名为“{text}”的角色。</source>
        <translation>There is no role called “{text}”.</translation>
    </message>
    <message>
        <source>可用的角色：{roles}。</source>
        <translation>Roles: {roles}.</translation>
    </message>
    <message>
        <source>原联系人已离任</source>
        <translation>Former contact left</translation>
    </message>
    <message>
        <source>原联系人超上限</source>
        <translation>Contact over the limit</translation>
    </message>
    <message>
        <source>原联系人不在本单位</source>
        <translation>Contact of another unit</translation>
    </message>
    <message>
        <source>均衡负担</source>
        <translation>Even out loads</translation>
    </message>
    <message>
        <source>联系人负担</source>
        <translation>Loads of contacts</translation>
    </message>
    <message>
        <source>{place} 联系人负担</source>
        <translation>{place}: loads of contacts</translation>
    </message>
    <message>
        <source>{place} 补齐与均衡的提议</source>
        <translation>{place}: proposal to fill and balance</translation>
    </message>
    <message>
        <source>{day} 统计；户数按两条线合计，同一户只算一次。</source>
        <translation>As of {day}; households over both lines together, each counted once.</translation>
    </message>
    <message>
        <source>调整</source>
        <translation>Moves</translation>
    </message>
    <message>
        <source>前后负担</source>
        <translation>Loads before, after</translation>
    </message>
    <message>
        <source>补不上的岗位</source>
        <translation>Slots not filled</translation>
    </message>
    <message>
        <source>角色</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>村线户数</source>
        <translation>Village line</translation>
    </message>
    <message>
        <source>社区线户数</source>
        <translation>Community line</translation>
    </message>
    <message>
        <source>上限</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>超出</source>
        <translation>Over</translation>
    </message>
    <message>
        <source>联系人编号</source>
        <translation>Contact number</translation>
    </message>
    <message>
        <source>原联系人</source>
        <translation>Contact so far</translation>
    </message>
    <message>
        <source>调整前户数</source>
        <translation>Households before</translation>
    </message>
    <message>
        <source>调整后户数</source>
        <translation>Households after</translation>
    </message>
    <message>
        <source>超上限</source>
        <translation>Over the limit</translation>
    </message>
    <message>
        <source>补齐与均衡：{count} 个岗位换联系人</source>
        <translation>Fill and balance: {count} slots get another contact</translation>
    </message>
    <message>
        <source>{name}的名额已满</source>
        <translation>{name} has no room left</translation>
    </message>
    <message>
        <source>请重新提议一次。</source>
        <translation>Please make the proposal again.</translation>
    </message>
    <message>
        <source>这个岗位刚刚换了人</source>
        <translation>this slot has just got another holder</translation>
    </message>
    <message>
        <source>这个岗位刚刚有了别的安排</source>
        <translation>something else has just been arranged for this slot</translation>
    </message>
    <message>
        <source>提议的联系人已不在岗</source>
        <translation>the proposed contact is no longer in office</translation>
    </message>
    <message>
        <source>负担上限：包联干部 {sponsor} 户，村/社区干部 {unit} 户，网格员 {grid} 户</source>
        <translation>Limits: sponsor cadre {sponsor} households, unit cadre {unit}, grid officer {grid}</translation>
    </message>
    <message>
        <source>{role}：需要 {need} 个名额，现有 {people} 人的上限加起来只有 {places} 个。</source>
        <translation>{role}: {need} places are needed; the limits of the {people} people there are add up to {places} only.</translation>
    </message>
    <message>
        <source>{role}：需要 {need} 个名额，但没有在岗的人。请先登记联系人。</source>
        <translation>{role}: {need} places are needed, but nobody is in office. Please enter contacts first.</translation>
    </message>
    <message>
        <source>{role}：需要 {need} 个名额，现有 {people} 人每人上限 {limit} 户，只有 {places} 个。</source>
        <translation>{role}: {need} places are needed; {people} people with at most {limit} households each make {places} only.</translation>
    </message>
    <message>
        <source>没有选择角色。</source>
        <translation>No role was chosen.</translation>
    </message>
    <message>
        <source>请至少选择一个角色。</source>
        <translation>Please choose at least one role.</translation>
    </message>
    <message>
        <source>已有提议，等待确认</source>
        <translation>a proposal waits for confirmation</translation>
    </message>
    <message>
        <source>提议已取消。</source>
        <translation>The proposal was cancelled.</translation>
    </message>
    <message>
        <source>{role}：名额不够分开两条线，{count} 个岗位由同一人兼任。</source>
        <translation>{role}: not enough room for two people on the two lines; {count} slots go to one who holds the other line.</translation>
    </message>
    <message>
        <source>{role}：还有 {count} 个岗位补不上，因为同一户的两条线必须由两个人担任，而另外的人都没有名额。</source>
        <translation>{role}: {count} slots still cannot be filled: a household's two lines need two people, and nobody else has room.</translation>
    </message>
    <message>
        <source>{role}：还有 {count} 人超上限，其余的户不在本次范围内或岗位不能改动。</source>
        <translation>{role}: {count} people stay over the limit: their other households are not part of this, or their slots may not be changed.</translation>
    </message>
    <message>
        <source>该岗位以后的日期已有安排</source>
        <translation>something is arranged for this slot at a later date</translation>
    </message>
    <message>
        <source>{role}没有名额了</source>
        <translation>no {role} has room left</translation>
    </message>
    <message>
        <source>两条线必须由两个人担任，没有别人有名额</source>
        <translation>the two lines need two people, and nobody else has room</translation>
    </message>
    <message>
        <source>负担上限</source>
        <translation>Limits of loads</translation>
    </message>
    <message>
        <source>两条线合计，同一户只算一次。起始值只是建议，各县可以自己定。</source>
        <translation>Both lines together, each household once. The numbers to start from are only a suggestion; each county may set its own.</translation>
    </message>
    <message>
        <source>恢复起始值</source>
        <translation>Back to the suggestion</translation>
    </message>
    <message>
        <source>设为本县上限</source>
        <translation>Set for this county</translation>
    </message>
    <message>
        <source>上限没有改变。</source>
        <translation>The limits are as before.</translation>
    </message>
    <message>
        <source>超上限 {over} 人，最多的 {fullest} 户</source>
        <translation>{over} over the limit; the fullest has {fullest}</translation>
    </message>
    <message>
        <source> 户</source>
        <translation> households</translation>
    </message>
    <message>
        <source>{role}的上限</source>
        <translation>Limit of {role}</translation>
    </message>
    <message>
        <source>提议补齐与均衡</source>
        <translation>Propose contacts</translation>
    </message>
    <message>
        <source>计算提议</source>
        <translation>Make the proposal</translation>
    </message>
    <message>
        <source>选好范围和角色，点“计算提议”。这一步不写入。</source>
        <translation>Choose for whom and which roles, then press “Make the proposal”. Nothing is written yet.</translation>
    </message>
    <message>
        <source>勾选</source>
        <translation>Tick</translation>
    </message>
    <message>
        <source>不勾选</source>
        <translation>Untick</translation>
    </message>
    <message>
        <source>接受</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>正在计算……可在状态栏取消。</source>
        <translation>Working it out … you can cancel in the status bar.</translation>
    </message>
    <message>
        <source>补齐与均衡</source>
        <translation>Fill and balance</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>筛选：户主、联系人、村名</source>
        <translation>Filter: head, contact, village</translation>
    </message>
    <message>
        <source>双击一位联系人，只看他的调整</source>
        <translation>Double-click a contact to see only that one's moves</translation>
    </message>
    <message>
        <source>调整前后的负担</source>
        <translation>Loads before and after</translation>
    </message>
    <message>
        <source>提议的调整</source>
        <translation>Proposed moves</translation>
    </message>
    <message>
        <source>改由本单位负责</source>
        <translation>Prefer the right unit</translation>
    </message>
    <message>
        <source>可改跟随网格的岗位</source>
        <translation>May change slots that follow the grid</translation>
    </message>
    <message>
        <source>选中的行；没有选中时是表中全部</source>
        <translation>The chosen lines; all in the table when none is chosen</translation>
    </message>
    <message>
        <source>没有缺岗，也没有人超上限，不用调整。</source>
        <translation>No slot is empty and nobody is over the limit: nothing to do.</translation>
    </message>
    <message>
        <source>接受 {count} 个</source>
        <translation>Accept {count}</translation>
    </message>
    <message>
        <source>负担：上条为调整前，下条为调整后，竖线为上限</source>
        <translation>Loads: before above, after below, the line is the limit</translation>
    </message>
    <message>
        <source>调整：勾选的才写入</source>
        <translation>Moves: only what is ticked is written</translation>
    </message>
    <message>
        <source>没有可以写入的调整。</source>
        <translation>There is nothing to write.</translation>
    </message>
    <message>
        <source>改由</source>
        <translation>To</translation>
    </message>
    <message>
        <source>调整前后</source>
        <translation>Before and after</translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation>{before} → {after}</translation>
    </message>
    <message>
        <source>上限 {limit} 户</source>
        <translation>limit {limit} households</translation>
    </message>
    <message>
        <source>这里还没有联系人。用菜单“登记联系人”登记，再分配户。</source>
        <translation>There are no contacts here yet. Enter some from the menu, then assign households.</translation>
    </message>
    <message>
        <source>超 {count}</source>
        <translation>{count} over</translation>
    </message>
    <message>
        <source>已离任，仍挂着岗位</source>
        <translation>left, still holds slots</translation>
    </message>
    <message>
        <source>单独设的上限</source>
        <translation>own limit</translation>
    </message>
    <message>
        <source>负担</source>
        <translation>Load</translation>
    </message>
    <message>
        <source>两条线合计</source>
        <translation>Both lines</translation>
    </message>
    <message>
        <source>{families} 户 {people} 人，上限 {limit} 户</source>
        <translation>{families} households, {people} people; limit {limit}</translation>
    </message>
    <message>
        <source>村线 {village} 户，社区线 {community} 户</source>
        <translation>village line {village}, community line {community}</translation>
    </message>
    <message>
        <source>提议补齐与均衡…</source>
        <translation>Propose contacts…</translation>
    </message>
    <message>
        <source>算出怎样补齐缺岗、让人人不超上限，先看再写入</source>
        <translation>Work out how to fill every slot with nobody over the limit; look before writing</translation>
    </message>
    <message>
        <source>列出负责的户</source>
        <translation>List the households</translation>
    </message>
    <message>
        <source>选中的联系人负责的户</source>
        <translation>Households of the chosen contacts</translation>
    </message>
    <message>
        <source>调整上限…</source>
        <translation>Limits…</translation>
    </message>
    <message>
        <source>负担上限…</source>
        <translation>Limits of loads…</translation>
    </message>
    <message>
        <source>每种角色最多负责多少户</source>
        <translation>How many households each role may have at most</translation>
    </message>
    <message>
        <source>存为 Excel 工作簿</source>
        <translation>Save as an Excel workbook</translation>
    </message>
    <message>
        <source>超上限 {count} 户</source>
        <translation>{count} households over the limit</translation>
    </message>
    <message>
        <source>联系人负担（超上限）</source>
        <translation>Loads of contacts (over)</translation>
    </message>
    <message>
        <source>{count} 位联系人</source>
        <translation>{count} contacts</translation>
    </message>
    <message>
        <source>{name}负责的户</source>
        <translation>Households of {name}</translation>
    </message>
    <message>
        <source>导出联系人负担</source>
        <translation>Export loads of contacts</translation>
    </message>
    <message>
        <source>请先在表中选中 1 到 {most} 位联系人。</source>
        <translation>Please choose 1 to {most} contacts in the table first.</translation>
    </message>
    <message>
        <source>联系人负担.xlsx</source>
        <translation>loads of contacts.xlsx</translation>
    </message>
    <message>
        <source>选中的 {count} 户</source>
        <translation>The {count} chosen households</translation>
    </message>
    <message>
        <source>{place} 的搬迁户</source>
        <translation>Relocated households of {place}</translation>
    </message>
    <message>
        <source>只看一个单位（代码或名称）：在那里工作，或负责那里的户。</source>
        <translation>Only one unit (code or name): who works there, or looks after households there.</translation>
    </message>
    <message>
        <source>只看一种角色：sponsor_cadre、unit_cadre 或 grid_officer。</source>
        <translation>Only one role: sponsor_cadre, unit_cadre or grid_officer.</translation>
    </message>
    <message>
        <source>可以改动跟随网格的网格员岗位。</source>
        <translation>May set grid officer slots by hand that follow the grid.</translation>
    </message>
    <message>
        <source>哪些角色，用逗号分开；默认 sponsor_cadre,unit_cadre。</source>
        <translation>Which roles, parted by commas; sponsor_cadre,unit_cadre when not said.</translation>
    </message>
    <message>
        <source>把 --limit 存为全县的上限。</source>
        <translation>Save --limit as the limits of the county.</translation>
    </message>
    <message>
        <source>换一个上限试算，如 sponsor_cadre=20；可以写几次。</source>
        <translation>Try another limit, such as sponsor_cadre=20; may be given several times.</translation>
    </message>
    <message>
        <source>照提议写入，可以一次撤销。</source>
        <translation>Write it as proposed; one undo takes it back.</translation>
    </message>
    <message>
        <source>还要把外单位联系人负责的户改给本单位。</source>
        <translation>Also give households of contacts of other units to the right unit.</translation>
    </message>
    <message>
        <source>还要让同一单位的人负担接近。</source>
        <translation>Also bring the loads within a unit close to each other.</translation>
    </message>
    <message>
        <source>每个联系人两条线合计负责多少户、多少人，谁超过上限。</source>
        <translation>How many households and people each contact looks after over both lines, and who is over the limit.</translation>
    </message>
    <message>
        <source>提议补齐缺岗、减轻超上限的负担，调整的户最少；--accept 写入。</source>
        <translation>Propose how to fill empty slots and relieve who is over the limit, moving the fewest households; --accept writes it.</translation>
    </message>
    <message>
        <source>另存为 .xlsx。</source>
        <translation>Save as .xlsx.</translation>
    </message>
</context>
</TS>
