<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>paper</name>
    <message>
        <source>{day} 印 · {hidden}</source>
        <translation>printed {day} · {hidden}</translation>
    </message>
    <message>
        <source>第 {number} / {total} 户</source>
        <translation>Household {number} of {total}</translation>
    </message>
    <message>
        <source>双线联系卡（续）</source>
        <translation>Two-line contact card (continued)</translation>
    </message>
    <message>
        <source>双线联系卡</source>
        <translation>Two-line contact card</translation>
    </message>
    <message>
        <source>电话 {phone}</source>
        <translation>Phone {phone}</translation>
    </message>
    <message>
        <source>户主没有电话</source>
        <translation>The head has no phone</translation>
    </message>
    <message>
        <source>户主签字</source>
        <translation>Head signs</translation>
    </message>
    <message>
        <source>村线签字</source>
        <translation>Village line signs</translation>
    </message>
    <message>
        <source>社区线签字</source>
        <translation>Community line signs</translation>
    </message>
    <message>
        <source>电话未脱敏，请妥善保管</source>
        <translation>Phones in clear: keep this safe</translation>
    </message>
    <message>
        <source>电话已脱敏</source>
        <translation>Phones masked</translation>
    </message>
    <message>
        <source>{state} · 两头跑</source>
        <translation>{state} · two ends</translation>
    </message>
    <message>
        <source>关系</source>
        <translation>Relation</translation>
    </message>
    <message>
        <source>没有现住房</source>
        <translation>No residence</translation>
    </message>
    <message>
        <source>户编号 {code}</source>
        <translation>Household no. {code}</translation>
    </message>
    <message>
        <source>{day} 搬迁</source>
        <translation>moved {day}</translation>
    </message>
    <message>
        <source>缺岗（{slot}）</source>
        <translation>Empty slot ({slot})</translation>
    </message>
    <message>
        <source>没有联系人留下电话：请先补齐缺岗。</source>
        <translation>No contact has a phone: fill the empty slots first.</translation>
    </message>
    <message>
        <source>有事先打：{name}　{phone}（{slot}）</source>
        <translation>Call first: {name}　{phone} ({slot})</translation>
    </message>
    <message>
        <source>家庭成员 {count} 人</source>
        <translation>{count} people</translation>
    </message>
    <message>
        <source>配合</source>
        <translation>Assists</translation>
    </message>
    <message>
        <source>联系卡 {families:,} 张，{people:,} 人；其中缺岗 {gaps:,} 户，两头跑 {two_ends:,} 户。</source>
        <translation>{families:,} cards, {people:,} people; {gaps:,} households miss a slot, {two_ends:,} live at two ends.</translation>
    </message>
    <message>
        <source>电话未脱敏：原因和打印人已记入历史，请妥善保管，用后收回。</source>
        <translation>Phones in clear: who printed this and why is in the history. Keep it safe and collect it after use.</translation>
    </message>
    <message>
        <source>{families:,} 户 {people:,} 人</source>
        <translation>{families:,} households, {people:,} people</translation>
    </message>
    <message>
        <source>发放清单</source>
        <translation>Hand-out list</translation>
    </message>
    <message>
        <source>六岗全缺</source>
        <translation>All six empty</translation>
    </message>
    <message>
        <source>没有搬迁户，没有可以打印的联系卡。</source>
        <translation>No relocated household: there is no contact card to print.</translation>
    </message>
    <message>
        <source>请换一个单位、条件或名单。</source>
        <translation>Choose another unit, condition or list.</translation>
    </message>
    <message>
        <source>签收</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>联系卡没有“{text}”这种大小。</source>
        <translation>There is no contact card of size “{text}”.</translation>
    </message>
    <message>
        <source>可用的大小：a5（一张两户）、a4（一张一户）。</source>
        <translation>Sizes: a5 (two households a sheet), a4 (one household a sheet).</translation>
    </message>
    <message>
        <source>打印完整电话的联系卡：{count:,} 户</source>
        <translation>Contact cards with full phones printed: {count:,} households</translation>
    </message>
    <message>
        <source>{village}（原{former}）</source>
        <translation>{village} (formerly {former})</translation>
    </message>
    <message>
        <source>{unit}单元{room}</source>
        <translation>Unit {unit} {room}</translation>
    </message>
    <message>
        <source>双线联系卡印成 .pdf：每户一张，按楼栋、单元、楼层、房号排，前面附发放清单。</source>
        <translation>Contact cards as .pdf: one a household, by building, unit, floor and room, with a hand-out list in front.</translation>
    </message>
    <message>
        <source>一个单位（代码或名称）的搬迁户：住在那里的；村、社区、镇还包括从那里搬出的。</source>
        <translation>The relocated households of a unit (code or name): those who live there; of a village, community or town also those who came from it.</translation>
    </message>
    <message>
        <source>a5（一张纸两户）或 a4（一张纸一户）。</source>
        <translation>a5 (two households a sheet) or a4 (one household a sheet).</translation>
    </message>
    <message>
        <source>双线联系卡 · {place}</source>
        <translation>Two-line contact cards · {place}</translation>
    </message>
    <message>
        <source>已打印 {families:,} 户的联系卡，共 {pages:,} 页：{path}</source>
        <translation>Printed the contact cards of {families:,} households, {pages:,} pages: {path}</translation>
    </message>
    <message>
        <source>  没有打印 {id}：{reason}</source>
        <translation>  not printed {id}: {reason}</translation>
    </message>
    <message>
        <source>名单</source>
        <translation>List</translation>
    </message>
    <message>
        <source>打印联系卡</source>
        <translation>Print contact cards</translation>
    </message>
    <message>
        <source>请写 --unit、--where 或 --ids，三选一。</source>
        <translation>Give one of --unit, --where and --ids.</translation>
    </message>
    <message>
        <source>例如：--unit 紫云南郡，或 --where building=3号楼。</source>
        <translation>For example: --unit 紫云南郡, or --where building=3号楼.</translation>
    </message>
    <message>
        <source>联系卡只能写成 .pdf：{path}</source>
        <translation>Contact cards can only be written as .pdf: {path}</translation>
    </message>
    <message>
        <source>负责户清单印成 .pdf：每个联系人从新的一页起；电话已脱敏。</source>
        <translation>The families each contact looks after, as .pdf: each contact from a new page on; phones masked.</translation>
    </message>
    <message>
        <source>负责户清单：{contacts:,} 名联系人，{families:,} 户，{pages:,} 页：{path}</source>
        <translation>Caseload sheets: {contacts:,} contacts, {families:,} households, {pages:,} pages: {path}</translation>
    </message>
    <message>
        <source>一个单位（代码或名称）的全部联系人。</source>
        <translation>All contacts of a unit (code or name).</translation>
    </message>
    <message>
        <source>负责户清单</source>
        <translation>Caseload sheets</translation>
    </message>
    <message>
        <source>请写 --contact 或 --unit，二选一。</source>
        <translation>Give one of --contact and --unit.</translation>
    </message>
    <message>
        <source>例如：--unit 紫云南郡社区。</source>
        <translation>For example: --unit 紫云南郡社区.</translation>
    </message>
    <message>
        <source>这些联系人目前没有负责的搬迁户。</source>
        <translation>These contacts look after no relocated household now.</translation>
    </message>
    <message>
        <source>请换一个联系人或单位，或先分配联系人。</source>
        <translation>Choose another contact or unit, or assign contacts first.</translation>
    </message>
    <message>
        <source>目前没有负责户的联系人 {count:,} 名，未打印。</source>
        <translation>{count:,} contacts look after no household now and were not printed.</translation>
    </message>
    <message>
        <source>入户核对表印成 .pdf：每楼一份，每人一行；填好后按人员编号录入。</source>
        <translation>Door forms as .pdf: one a building, one line a person; typed in by the person's number.</translation>
    </message>
    <message>
        <source>入户核对表 {families:,} 户 {people:,} 人，{pages:,} 页：{path}</source>
        <translation>Door form: {families:,} households, {people:,} people, {pages:,} pages: {path}</translation>
    </message>
    <message>
        <source>社区、安置点、楼栋、村或网格：代码或名称。</source>
        <translation>Community, settlement site, building, village or grid: code or name.</translation>
    </message>
    <message>
        <source>入户核对表</source>
        <translation>Door forms</translation>
    </message>
    <message>
        <source>住户册：.pdf 或 .xlsx，按楼栋、单元、楼层、房号排；电话已脱敏。</source>
        <translation>Register as .pdf or .xlsx, by building, unit, floor and room; phones masked.</translation>
    </message>
    <message>
        <source>住户册 {families:,} 户 {people:,} 人：{path}</source>
        <translation>Register: {families:,} households, {people:,} people: {path}</translation>
    </message>
    <message>
        <source>住户册</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>住户册 · {place}</source>
        <translation>Register · {place}</translation>
    </message>
    <message>
        <source>齐全</source>
        <translation>complete</translation>
    </message>
    <message>
        <source>缺 {slots}</source>
        <translation>missing {slots}</translation>
    </message>
    <message>
        <source>两头跑</source>
        <translation>Two ends</translation>
    </message>
    <message>
        <source>负责 {families:,} 户 {people:,} 人，其中重点人群 {weak:,} 人，两头跑 {two_ends:,} 户。</source>
        <translation>Looks after {families:,} households, {people:,} people; {weak:,} of them vulnerable, {two_ends:,} households at two ends.</translation>
    </message>
    <message>
        <source>负责户清单 · {name}</source>
        <translation>Caseload sheet · {name}</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>入户核对表 · {place}</source>
        <translation>Door form · {place}</translation>
    </message>
    <message>
        <source>每人一行，在一个方框里打钩；外出的写明去处；没有见到的人不打钩。</source>
        <translation>One line a person: tick one box; of those away write where; leave those you did not see.</translation>
    </message>
    <message>
        <source>核对人：＿＿＿＿＿＿＿＿　　核对日期：＿＿＿＿＿＿＿＿</source>
        <translation>Checked by: ＿＿＿＿＿＿＿＿　　on: ＿＿＿＿＿＿＿＿</translation>
    </message>
    <message>
        <source>1 在此住</source>
        <translation>1 here</translation>
    </message>
    <message>
        <source>2 原住房</source>
        <translation>2 origin</translation>
    </message>
    <message>
        <source>3 外出（何处）</source>
        <translation>3 away (where)</translation>
    </message>
    <message>
        <source>{families:,} 户 {people:,} 人；搬迁户 {relocated:,} 户，其中缺岗 {gaps:,} 户，两头跑 {two_ends:,} 户。</source>
        <translation>{families:,} households, {people:,} people; {relocated:,} relocated households, of which {gaps:,} miss a slot and {two_ends:,} live at two ends.</translation>
    </message>
    <message>
        <source>{unit}里没有住户。</source>
        <translation>No household lives in {unit}.</translation>
    </message>
    <message>
        <source>请换一个单位；搬出的人家在现住的社区里。</source>
        <translation>Choose another unit; families that moved away are in the community they live in.</translation>
    </message>
    <message>
        <source>双线联系卡.pdf</source>
        <translation>contact-cards.pdf</translation>
    </message>
    <message>
        <source>住户册.pdf</source>
        <translation>register.pdf</translation>
    </message>
    <message>
        <source>打印住户册</source>
        <translation>Print register</translation>
    </message>
    <message>
        <source>入户核对表.pdf</source>
        <translation>door-form.pdf</translation>
    </message>
    <message>
        <source>打印入户核对表</source>
        <translation>Print door form</translation>
    </message>
    <message>
        <source>负责户清单.pdf</source>
        <translation>caseload-sheet.pdf</translation>
    </message>
    <message>
        <source>打印负责户清单</source>
        <translation>Print caseload sheet</translation>
    </message>
    <message>
        <source>A5：一张纸两户，从中间裁开</source>
        <translation>A5: two households a sheet, cut in the middle</translation>
    </message>
    <message>
        <source>A4：一张纸一户，字更大</source>
        <translation>A4: one household a sheet, larger letters</translation>
    </message>
    <message>
        <source>印完整电话（要写原因，会记入历史）</source>
        <translation>Print whole phones (needs a reason, kept in the history)</translation>
    </message>
    <message>
        <source>印完整电话的原因</source>
        <translation>Why whole phones are printed</translation>
    </message>
    <message>
        <source>原因，例如：发给住户张贴</source>
        <translation>Reason, for example: given to households</translation>
    </message>
    <message>
        <source>存为 PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
    <message>
        <source>{place}：{count:,} 户，按楼栋、单元、楼层、房号排；另有 {refused:,} 户不是搬迁户，没有联系卡。</source>
        <translation>{place}: {count:,} households, by building, unit, floor and room; {refused:,} others are not relocated and have no contact card.</translation>
    </message>
    <message>
        <source>{place}：{count:,} 户，按楼栋、单元、楼层、房号排。</source>
        <translation>{place}: {count:,} households, by building, unit, floor and room.</translation>
    </message>
    <message>
        <source>打印联系卡…</source>
        <translation>Print contact cards…</translation>
    </message>
    <message>
        <source>每户一张双线联系卡，按门牌顺序</source>
        <translation>One contact card a household, by door</translation>
    </message>
    <message>
        <source>打印住户册…</source>
        <translation>Print register…</translation>
    </message>
    <message>
        <source>按楼栋和门牌顺序的名册，PDF 或 Excel</source>
        <translation>Households by building and door, PDF or Excel</translation>
    </message>
    <message>
        <source>打印入户核对表…</source>
        <translation>Print door form…</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>每人一行，上门核对现住何处</source>
        <translation>One line a person, to check at the door where everybody sleeps</translation>
    </message>
    <message>
        <source>表中没有住户，没有可以打印的。</source>
        <translation>No household in the table: there is nothing to print.</translation>
    </message>
    <message>
        <source>这名联系人两条线上负责的户，一人一份</source>
        <translation>The households this contact looks after on both lines</translation>
    </message>
    <message>
        <source>打印负责户清单…</source>
        <translation>Print caseload sheet…</translation>
    </message>
</context>
</TS>
