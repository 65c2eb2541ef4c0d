<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>care</name>
    <message>
        <source>主责、配合都缺岗，直接报{office}</source>
        <translation>Nobody leads or assists: straight to {office}</translation>
    </message>
    <message>
        <source>主责缺岗，直接交给配合方{slot}</source>
        <translation>Nobody leads: straight to the assisting {slot}</translation>
    </message>
    <message>
        <source>逾期较久，已报{office}</source>
        <translation>Long overdue, with {office}</translation>
    </message>
    <message>
        <source>已逾期，同时请配合方{slot}</source>
        <translation>Overdue, with the assisting {slot} as well</translation>
    </message>
    <message>
        <source>走访</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>通话</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>需求</source>
        <translation>Need</translation>
    </message>
    <message>
        <source>预警</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>主责办理</source>
        <translation>With the lead</translation>
    </message>
    <message>
        <source>已请配合方</source>
        <translation>With the assisting contact too</translation>
    </message>
    <message>
        <source>已报镇/社区</source>
        <translation>With the office</translation>
    </message>
    <message>
        <source>镇/社区</source>
        <translation>the office</translation>
    </message>
    <message>
        <source>不认识的住处：{text}</source>
        <translation>Unknown sleeping place: {text}</translation>
    </message>
    <message>
        <source>请写 here（现住房）、origin（原住房）或 elsewhere（别处）。</source>
        <translation>Write here (residence), origin (origin home) or elsewhere.</translation>
    </message>
    <message>
        <source>别处</source>
        <translation>Elsewhere</translation>
    </message>
    <message>
        <source>改办理和核对的天数</source>
        <translation>Change the days for acting and checking</translation>
    </message>
    <message>
        <source>没有写要改哪个天数。</source>
        <translation>No number of days to change.</translation>
    </message>
    <message>
        <source>请至少写一个天数。</source>
        <translation>Give at least one number of days.</translation>
    </message>
    <message>
        <source>天数不能是 {days}。</source>
        <translation>{days} days will not do.</translation>
    </message>
    <message>
        <source>请写 0 到 {most} 之间的整数。</source>
        <translation>Write a whole number from 0 to {most}.</translation>
    </message>
    <message>
        <source>{line}给{family}记{kind}</source>
        <translation>{line}: {kind} for {family}</translation>
    </message>
    <message>
        <source>没有写内容。</source>
        <translation>There is no text.</translation>
    </message>
    <message>
        <source>请用一句话写明。</source>
        <translation>Say it in one sentence.</translation>
    </message>
    <message>
        <source>内容太长：{count} 个字。</source>
        <translation>The text is too long: {count} characters.</translation>
    </message>
    <message>
        <source>最多 {most:,} 个字。</source>
        <translation>At most {most:,} characters.</translation>
    </message>
    <message>
        <source>{day} 还没有到。</source>
        <translation>{day} has not come yet.</translation>
    </message>
    <message>
        <source>请写今天或以前的日期。</source>
        <translation>Write today or an earlier day.</translation>
    </message>
    <message>
        <source>{kind}没有办理期限。</source>
        <translation>{kind}: has no due date.</translation>
    </message>
    <message>
        <source>只有需求和预警有期限。</source>
        <translation>Only needs and alarms are due.</translation>
    </message>
    <message>
        <source>期限 {due} 早于记录日期 {day}。</source>
        <translation>Due on {due}, before it was written on {day}.</translation>
    </message>
    <message>
        <source>请改期限或记录日期。</source>
        <translation>Change the due date or the day.</translation>
    </message>
    <message>
        <source>{family}不是搬迁户，或这一户已经结束。</source>
        <translation>{family} is not relocated, or has ended.</translation>
    </message>
    <message>
        <source>往来记录、需求和预警只记在搬迁户上。</source>
        <translation>Visits, calls, needs and alarms are kept for relocated families.</translation>
    </message>
    <message>
        <source>办结{kind}：{head}</source>
        <translation>{kind} closed: {head}</translation>
    </message>
    <message>
        <source>没有写办理结果。</source>
        <translation>There is no outcome.</translation>
    </message>
    <message>
        <source>{day} 早于记录日期 {begun}。</source>
        <translation>{day} is before it was written on {begun}.</translation>
    </message>
    <message>
        <source>请写记录日期或以后的日期。</source>
        <translation>Write that day or a later one.</translation>
    </message>
    <message>
        <source>没有编号为 {id} 的往来记录。</source>
        <translation>There is no entry {id}.</translation>
    </message>
    <message>
        <source>请从需求与预警清单里选择。</source>
        <translation>Choose one from the list of needs and alarms.</translation>
    </message>
    <message>
        <source>第 {id} 条是{kind}，不需要办结。</source>
        <translation>Entry {id} is a {kind}: there is nothing to close.</translation>
    </message>
    <message>
        <source>只有需求和预警要办结。</source>
        <translation>Only needs and alarms are closed.</translation>
    </message>
    <message>
        <source>第 {id} 条已于 {day} 办结。</source>
        <translation>Entry {id} was closed on {day}.</translation>
    </message>
    <message>
        <source>如有新情况，请另记一条。</source>
        <translation>If there is news, write another entry.</translation>
    </message>
    <message>
        <source>{kind}期限改为 {due}</source>
        <translation>{kind}: now due on {due}</translation>
    </message>
    <message>
        <source>月份不对：{text}</source>
        <translation>Not a month: {text}</translation>
    </message>
    <message>
        <source>请写成 2026-07 的样子。</source>
        <translation>Write it like 2026-07.</translation>
    </message>
    <message>
        <source>{month} 还没有到。</source>
        <translation>{month} has not begun.</translation>
    </message>
    <message>
        <source>请写本月或以前的月份。</source>
        <translation>Write this month or an earlier one.</translation>
    </message>
    <message>
        <source>核对住处：{changed} 人有变化，{same} 人不变</source>
        <translation>Sleeping places checked: {changed} changed, {same} the same</translation>
    </message>
    <message>
        <source>没有这个人</source>
        <translation>no such person</translation>
    </message>
    <message>
        <source>已不在这一户</source>
        <translation>no longer in the family</translation>
    </message>
    <message>
        <source>核对日期 {day} 还没有到</source>
        <translation>the day of the check, {day}, has not come yet</translation>
    </message>
    <message>
        <source>{day} 已有更新的核对</source>
        <translation>there is a newer check of {day}</translation>
    </message>
    <message>
        <source>这户没有现住房</source>
        <translation>the family has no residence</translation>
    </message>
    <message>
        <source>这户没有原住房，或原住房已不存在</source>
        <translation>the family has no origin home that stands</translation>
    </message>
    <message>
        <source>没有写住在哪里</source>
        <translation>where is not said</translation>
    </message>
    <message>
        <source>没有要更新的人。</source>
        <translation>There is nobody to update.</translation>
    </message>
    <message>
        <source>请至少填写一个人的住处。</source>
        <translation>Fill in at least one person.</translation>
    </message>
    <message>
        <source>外出</source>
        <translation>away</translation>
    </message>
    <message>
        <source>由他人接替</source>
        <translation>replaced</translation>
    </message>
    <message>
        <source>移交</source>
        <translation>handed over</translation>
    </message>
    <message>
        <source>离岗</source>
        <translation>left the post</translation>
    </message>
    <message>
        <source>这户搬走</source>
        <translation>the family moved</translation>
    </message>
    <message>
        <source>村社合并</source>
        <translation>village merged</translation>
    </message>
    <message>
        <source>这户已并入他户或已无人</source>
        <translation>the family ended</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>withdrawn</translation>
    </message>
    <message>
        <source>没有写原因</source>
        <translation>no reason given</translation>
    </message>
    <message>
        <source>办结{kind}</source>
        <translation>{kind} closed</translation>
    </message>
    <message>
        <source>{name}不再担任：{reason}</source>
        <translation>{name} ended: {reason}</translation>
    </message>
    <message>
        <source>{number}不再存在（{state}）</source>
        <translation>{number} is no more ({state})</translation>
    </message>
    <message>
        <source>家庭变动</source>
        <translation>Family</translation>
    </message>
    <message>
        <source>{name}开始担任</source>
        <translation>{name} began</translation>
    </message>
    <message>
        <source>住进{number}</source>
        <translation>moved into {number}</translation>
    </message>
    <message>
        <source>{names}：住{where}</source>
        <translation>{names}: {where}</translation>
    </message>
    <message>
        <source>离开{number}</source>
        <translation>left {number}</translation>
    </message>
    <message>
        <source>人员编号</source>
        <translation>Person no.</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>上次核对</source>
        <translation>Last checked</translation>
    </message>
    <message>
        <source>核对结果</source>
        <translation>Sleeps at</translation>
    </message>
    <message>
        <source>住在哪里（别处时填）</source>
        <translation>Where (if elsewhere)</translation>
    </message>
    <message>
        <source>核对日期</source>
        <translation>Checked on</translation>
    </message>
    <message>
        <source>这不是住处核对表：{path}</source>
        <translation>Not a form of sleeping places: {path}</translation>
    </message>
    <message>
        <source>表里要有“人员编号”和“核对结果”两列；请用导出的表填写。</source>
        <translation>It needs the columns “Person no.” and “Sleeps at”: fill in the form as it was saved.</translation>
    </message>
    <message>
        <source>没有这个文件：{path}</source>
        <translation>There is no such file: {path}</translation>
    </message>
    <message>
        <source>这个文件打不开，或不是工作簿：{path}</source>
        <translation>This file does not open or is no workbook: {path}</translation>
    </message>
    <message>
        <source>请用 .xlsx 文件。</source>
        <translation>Use an .xlsx file.</translation>
    </message>
    <message>
        <source>没有编号为“{number}”的人</source>
        <translation>there is no person “{number}”</translation>
    </message>
    <message>
        <source>编号与姓名不符：这个编号是{name}</source>
        <translation>number and name differ: this number is {name}</translation>
    </message>
    <message>
        <source>在“核对结果”里选一项；住在别处的写明地方；没有见到的人留空。核对日期写成 2026-07-12，留空按读回那天算。请不要改前四列。</source>
        <translation>Choose an answer in “Sleeps at”; say where for “Elsewhere”; leave empty whom you did not find. Write the day like 2026-07-12; empty means the day of reading back. Leave the first four columns alone.</translation>
    </message>
    <message>
        <source>住处核对</source>
        <translation>Sleeping places</translation>
    </message>
    <message>
        <source>住处核对表：{title}</source>
        <translation>Sleeping places to check: {title}</translation>
    </message>
    <message>
        <source>{county} 双线往来月报 {month}</source>
        <translation>{county}: both lines in {month}</translation>
    </message>
    <message>
        <source>截至 {day}，全部搬迁户 {relocated} 户；“联系到”指本月走访或通话过的搬迁户，两线都去过的只算一户。</source>
        <translation>Up to {day}, {relocated} relocated families in all; “reached” are those visited or called in the month, a family reached by both lines counts once.</translation>
    </message>
    <message>
        <source>双线月报</source>
        <translation>Month of both lines</translation>
    </message>
    <message>
        <source>提出需求</source>
        <translation>Needs raised</translation>
    </message>
    <message>
        <source>办结需求</source>
        <translation>Needs closed</translation>
    </message>
    <message>
        <source>逾期需求</source>
        <translation>Needs overdue</translation>
    </message>
    <message>
        <source>发出预警</source>
        <translation>Alarms raised</translation>
    </message>
    <message>
        <source>办结预警</source>
        <translation>Alarms closed</translation>
    </message>
    <message>
        <source>逾期预警</source>
        <translation>Alarms overdue</translation>
    </message>
    <message>
        <source>联系到的户</source>
        <translation>Families reached</translation>
    </message>
    <message>
        <source>线</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>占搬迁户 %</source>
        <translation>% of relocated</translation>
    </message>
    <message>
        <source>逾期天数</source>
        <translation>Days overdue</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>记录方</source>
        <translation>Written by</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>职责</source>
        <translation>Duty</translation>
    </message>
    <message>
        <source>主责</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>现由谁办</source>
        <translation>With whom</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>现在未办结的需求与预警，逾期按 {day} 算。</source>
        <translation>Needs and alarms that are open now; overdue as of {day}.</translation>
    </message>
    <message>
        <source>两线合计</source>
        <translation>Both lines</translation>
    </message>
    <message>
        <source>往来记录、需求与预警：list、add、close、due、month、timeline、days。</source>
        <translation>Visits, calls, needs and alarms: list, add, close, due, month, timeline, days.</translation>
    </message>
    <message>
        <source>列出往来记录；加 --open 或 --overdue 只列未办结的。</source>
        <translation>List what was written; only what is open with --open or --overdue.</translation>
    </message>
    <message>
        <source>给一户记一笔走访、通话、需求或预警。</source>
        <translation>Write down a visit, call, need or alarm of a family.</translation>
    </message>
    <message>
        <source>办结一条需求或预警。</source>
        <translation>Close a need or an alarm.</translation>
    </message>
    <message>
        <source>改一条需求或预警的办理期限。</source>
        <translation>Change when a need or an alarm is due.</translation>
    </message>
    <message>
        <source>一个月里两条线各做了多少；月份写成 2026-07，默认本月。</source>
        <translation>What each line did in a month, written like 2026-07; this month by default.</translation>
    </message>
    <message>
        <source>一户的全部往来和变动，最近的在前。</source>
        <translation>All that was written about a family and happened to it, the newest first.</translation>
    </message>
    <message>
        <source>查看或修改办理和核对的天数。</source>
        <translation>Show or change the days for acting and checking.</translation>
    </message>
    <message>
        <source>只看未办结的需求和预警，逾期的在前。</source>
        <translation>Only open needs and alarms, overdue first.</translation>
    </message>
    <message>
        <source>只看逾期的。</source>
        <translation>Only what is overdue.</translation>
    </message>
    <message>
        <source>只看这条线记的。</source>
        <translation>Only what this line wrote.</translation>
    </message>
    <message>
        <source>只看由这条线主责的未办结事项。</source>
        <translation>Only what is open and led by this line.</translation>
    </message>
    <message>
        <source>只看这一类。</source>
        <translation>Only this kind.</translation>
    </message>
    <message>
        <source>只看这项职责的。</source>
        <translation>Only this duty.</translation>
    </message>
    <message>
        <source>只看一户（户编号）。</source>
        <translation>Only one family (its code).</translation>
    </message>
    <message>
        <source>按哪一天算逾期，默认今天。</source>
        <translation>The day overdue is reckoned on; today by default.</translation>
    </message>
    <message>
        <source>户编号。</source>
        <translation>The family's code.</translation>
    </message>
    <message>
        <source>由哪条线记。</source>
        <translation>The line that writes.</translation>
    </message>
    <message>
        <source>走访、通话、需求或预警。</source>
        <translation>Visit, call, need or alarm.</translation>
    </message>
    <message>
        <source>内容。</source>
        <translation>The text.</translation>
    </message>
    <message>
        <source>职责，决定谁主责；需求默认帮扶落实，预警默认排查预警。</source>
        <translation>The duty, which decides who leads: assistance for a need, screening for an alarm by default.</translation>
    </message>
    <message>
        <source>办理期限，默认按县里设的天数。</source>
        <translation>The due date; by the county's days by default.</translation>
    </message>
    <message>
        <source>哪一天，默认今天。</source>
        <translation>The day; today by default.</translation>
    </message>
    <message>
        <source>办理结果。</source>
        <translation>The outcome.</translation>
    </message>
    <message>
        <source>另存为工作簿（.xlsx）。</source>
        <translation>Save as a workbook (.xlsx) too.</translation>
    </message>
    <message>
        <source>预警 {alarm} 天内办结，需求 {need} 天内办结；逾期超过 {office} 天报镇/社区；住处 {stale} 天没有核对算过期。</source>
        <translation>Alarms within {alarm} days, needs within {need} days; to the office when overdue by more than {office} days; sleeping places are stale after {stale} days.</translation>
    </message>
    <message>
        <source>预警几天内办结。</source>
        <translation>Days for an alarm.</translation>
    </message>
    <message>
        <source>需求几天内办结。</source>
        <translation>Days for a need.</translation>
    </message>
    <message>
        <source>逾期超过几天报镇/社区。</source>
        <translation>Days overdue until it goes to the office.</translation>
    </message>
    <message>
        <source>住处几天没有核对算过期。</source>
        <translation>Days until a sleeping place is stale.</translation>
    </message>
    <message>
        <source>未办结 {open} 条，其中逾期 {overdue} 条，已报镇/社区 {office} 条。</source>
        <translation>{open} open, {overdue} of them overdue, {office} with the office.</translation>
    </message>
    <message>
        <source>月报只能存为 .xlsx：{path}</source>
        <translation>The month is saved as .xlsx only: {path}</translation>
    </message>
    <message>
        <source>请把文件名的结尾改为 .xlsx。</source>
        <translation>Let the name end in .xlsx.</translation>
    </message>
    <message>
        <source>已保存：{path}</source>
        <translation>Saved: {path}</translation>
    </message>
    <message>
        <source>没有户编号为“{code}”的户。</source>
        <translation>There is no family “{code}”.</translation>
    </message>
    <message>
        <source>请检查户编号，或先用 search 查找。</source>
        <translation>Check the code, or search first.</translation>
    </message>
    <message>
        <source>  {id}  {day}  {line}  {kind}  {head}（{code}）  {text}</source>
        <translation>  {id}  {day}  {line}  {kind}  {head} ({code})  {text}</translation>
    </message>
    <message>
        <source>{month}，截至 {day}，全部搬迁户 {relocated} 户。</source>
        <translation>{month}, up to {day}; {relocated} relocated families in all.</translation>
    </message>
    <message>
        <source>  {title}：走访 {visits}，通话 {calls}；需求提出 {needs_raised}、办结 {needs_closed}、逾期 {needs_overdue}；预警发出 {alarms_raised}、办结 {alarms_closed}、逾期 {alarms_overdue}；联系到 {families_reached} 户（占搬迁户 {share}%）</source>
        <translation>  {title}: {visits} visits, {calls} calls; needs {needs_raised} raised, {needs_closed} closed, {needs_overdue} overdue; alarms {alarms_raised} raised, {alarms_closed} closed, {alarms_overdue} overdue; {families_reached} families reached ({share}% of the relocated)</translation>
    </message>
    <message>
        <source>逾期 {days} 天</source>
        <translation>{days} days overdue</translation>
    </message>
    <message>
        <source>期限 {due}</source>
        <translation>due {due}</translation>
    </message>
    <message>
        <source>{words}  {late}  办理：{people}  {note}</source>
        <translation>{words}  {late}  with: {people}  {note}</translation>
    </message>
    <message>
        <source>  已于 {day} 办结：{outcome}</source>
        <translation>  closed on {day}: {outcome}</translation>
    </message>
    <message>
        <source>搬迁户每个人现在住在哪里，多久没有核对。</source>
        <translation>Where each person of the relocated families sleeps, and how long ago somebody looked.</translation>
    </message>
    <message>
        <source>只看一个单位（代码或名称），或条件，如 site=紫云南郡 building=3号楼。</source>
        <translation>Only one unit (code or name), or a condition like site=紫云南郡 building=3号楼.</translation>
    </message>
    <message>
        <source>列出住处久未核对的人。</source>
        <translation>List people whose sleeping place is stale.</translation>
    </message>
    <message>
        <source>列出两头跑户。</source>
        <translation>List two-ends households.</translation>
    </message>
    <message>
        <source>列出住在别处和住处不详的人。</source>
        <translation>List people who sleep elsewhere or nobody knows where.</translation>
    </message>
    <message>
        <source>人员编号=here、origin 或 elsewhere:地方；可重复。</source>
        <translation>Person no.=here, origin or elsewhere:place; may be repeated.</translation>
    </message>
    <message>
        <source>核对日期，默认今天。</source>
        <translation>The day of the check; today by default.</translation>
    </message>
    <message>
        <source>读回填好的核对表（.xlsx）。</source>
        <translation>Read the filled form (.xlsx) back.</translation>
    </message>
    <message>
        <source>另存核对表（.xlsx），每人一行。</source>
        <translation>Save the form (.xlsx), one row a person.</translation>
    </message>
    <message>
        <source>只看会怎样，不写入。</source>
        <translation>Only say what would happen; write nothing.</translation>
    </message>
    <message>
        <source>按哪一天算久未核对，默认今天。</source>
        <translation>The day stale is reckoned on; today by default.</translation>
    </message>
    <message>
        <source>  {code}  {head}  {number} ↔ {origin}（{state}）  {at_origin}/{people} 人住原住房</source>
        <translation>  {code}  {head}  {number} ↔ {origin} ({state})  {at_origin}/{people} sleep in the origin home</translation>
    </message>
    <message>
        <source>{people} 人：现住房 {here}，原住房 {origin}，别处 {elsewhere}，不详 {unknown}。</source>
        <translation>{people} people: {here} in the residence, {origin} in the origin home, {elsewhere} elsewhere, {unknown} unknown.</translation>
    </message>
    <message>
        <source>{stale} 人超过 {days} 天没有核对；两头跑 {two_ends} 户。</source>
        <translation>{stale} not checked for more than {days} days; {two_ends} two-ends households.</translation>
    </message>
    <message>
        <source>核对表已保存：{path}（{rows} 人）</source>
        <translation>The form was saved: {path} ({rows} people)</translation>
    </message>
    <message>
        <source>填了 {rows} 人：{changed} 人有变化，{same} 人不变，{refused} 人没有采用；另有 {blank} 人没有填。</source>
        <translation>{rows} people filled in: {changed} changed, {same} the same, {refused} not taken; {blank} left blank.</translation>
    </message>
    <message>
        <source>  第 {row} 行 {name}：{reason}</source>
        <translation>  Row {row} {name}: {reason}</translation>
    </message>
    <message>
        <source>{days} 天前核对</source>
        <translation>checked {days} days ago</translation>
    </message>
    <message>
        <source>从未核对</source>
        <translation>never checked</translation>
    </message>
    <message>
        <source>--set、--in、--out 一次只能用一个。</source>
        <translation>Only one of --set, --in, --out at a time.</translation>
    </message>
    <message>
        <source>请分几次运行。</source>
        <translation>Run it once for each.</translation>
    </message>
    <message>
        <source>核对表只能存为 .xlsx：{path}</source>
        <translation>The form is saved as .xlsx only: {path}</translation>
    </message>
    <message>
        <source>看不懂“{text}”。</source>
        <translation>“{text}” cannot be read.</translation>
    </message>
    <message>
        <source>请写成 12=here、12=origin 或 12=elsewhere:西安。</source>
        <translation>Write 12=here, 12=origin or 12=elsewhere:西安.</translation>
    </message>
    <message>
        <source>这里没有搬迁户的人要核对。</source>
        <translation>There is nobody of a relocated family to check here.</translation>
    </message>
    <message>
        <source>请换一个单位，或去掉条件。</source>
        <translation>Choose another unit, or leave out the condition.</translation>
    </message>
    <message>
        <source>全县搬迁户</source>
        <translation>All relocated families</translation>
    </message>
    <message>
        <source>{kind} · {late}</source>
        <translation>{kind} · {late}</translation>
    </message>
    <message>
        <source>往来记录</source>
        <translation>Visits, calls, needs, alarms</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>记一笔…</source>
        <translation>Write down…</translation>
    </message>
    <message>
        <source>全部 {count} 条…</source>
        <translation>All {count}…</translation>
    </message>
    <message>
        <source>写明结果，或改期限</source>
        <translation>Say what came of it, or move the due date</translation>
    </message>
    <message>
        <source>主责{lead}：{people}</source>
        <translation>Lead {lead}: {people}</translation>
    </message>
    <message>
        <source>办结…</source>
        <translation>Close…</translation>
    </message>
    <message>
        <source>写明结果，或改期限；没有选中时是表中全部</source>
        <translation>Say what came of it, or move the due date; all in the list when none is chosen</translation>
    </message>
    <message>
        <source>核对住处…</source>
        <translation>Check sleeping places…</translation>
    </message>
    <message>
        <source>在门口逐人核对，用 1、2、3 键；先选中几行</source>
        <translation>Ask at the door, person by person, with the keys 1, 2, 3; choose lines first</translation>
    </message>
    <message>
        <source>存核对表…</source>
        <translation>Save form…</translation>
    </message>
    <message>
        <source>每人一行的工作簿，填好后可以读回</source>
        <translation>A workbook with a row for each person, to be filled in and read back</translation>
    </message>
    <message>
        <source>读回核对表…</source>
        <translation>Read form back…</translation>
    </message>
    <message>
        <source>先看会怎样，再写入</source>
        <translation>See what would change before it is written</translation>
    </message>
    <message>
        <source>需求与预警</source>
        <translation>Needs and alarms</translation>
    </message>
    <message>
        <source>住处久未核对</source>
        <translation>Sleeping places to check</translation>
    </message>
    <message>
        <source>办结需求与预警…</source>
        <translation>Close needs and alarms…</translation>
    </message>
    <message>
        <source>往来与变动…</source>
        <translation>Whole timeline…</translation>
    </message>
    <message>
        <source>{place} 需求与预警</source>
        <translation>{place}: needs and alarms</translation>
    </message>
    <message>
        <source>{place} 两头跑户</source>
        <translation>{place}: two-ends households</translation>
    </message>
    <message>
        <source>{place} 住处久未核对（超过 {days} 天）</source>
        <translation>{place}: not checked for more than {days} days</translation>
    </message>
    <message>
        <source>这里的住处都核对过了。</source>
        <translation>Every sleeping place here has been checked.</translation>
    </message>
    <message>
        <source>{count}/{all} 人</source>
        <translation>{count} of {all}</translation>
    </message>
    <message>
        <source>没有未办结的需求和预警。要记一笔，请在户的卡片上点“记一笔”。</source>
        <translation>No need or alarm is open. To write one down, press “Write down…” on a family's card.</translation>
    </message>
    <message>
        <source>这里没有两头跑户。</source>
        <translation>There is no two-ends household here.</translation>
    </message>
    <message>
        <source>从未</source>
        <translation>never</translation>
    </message>
    <message>
        <source>住原住房</source>
        <translation>In origin home</translation>
    </message>
    <message>
        <source>原籍村</source>
        <translation>Origin village</translation>
    </message>
    <message>
        <source>久未核对（人）</source>
        <translation>To check (people)</translation>
    </message>
    <message>
        <source>共（人）</source>
        <translation>Of (people)</translation>
    </message>
    <message>
        <source>不在家（人）</source>
        <translation>Away (people)</translation>
    </message>
    <message>
        <source>最久（天）</source>
        <translation>Longest (days)</translation>
    </message>
    <message>
        <source>已有（天）</source>
        <translation>Days ago</translation>
    </message>
    <message>
        <source>一次最多核对 {most} 户，现在是 {count} 户。请先选中几行。</source>
        <translation>At most {most} families at once; these are {count}. Choose some lines first.</translation>
    </message>
    <message>
        <source>存核对表</source>
        <translation>Save form</translation>
    </message>
    <message>
        <source>哪个月？写成 2026-07 的样子。</source>
        <translation>Which month? Write it like 2026-07.</translation>
    </message>
    <message>
        <source>没有未办结的需求和预警。</source>
        <translation>No need or alarm is open.</translation>
    </message>
    <message>
        <source>请先选中要核对的楼门或户。</source>
        <translation>Choose the doors or families to check first.</translation>
    </message>
    <message>
        <source>{place} 等 {count} 户</source>
        <translation>{place}, {count} families</translation>
    </message>
    <message>
        <source>住处核对表.xlsx</source>
        <translation>sleeping places.xlsx</translation>
    </message>
    <message>
        <source>双线月报.xlsx</source>
        <translation>month of both lines.xlsx</translation>
    </message>
    <message>
        <source>{line}记{kind}，期限 {due}；主责{lead}，交给 {people}。</source>
        <translation>{line}: {kind}, due {due}; led by {lead}, goes to {people}.</translation>
    </message>
    <message>
        <source>记一笔</source>
        <translation>Write down</translation>
    </message>
    <message>
        <source>记下</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>{line}记{kind}，{day}。</source>
        <translation>{line}: {kind}, {day}.</translation>
    </message>
    <message>
        <source>{told}
{note}。</source>
        <translation>{told}
{note}.</translation>
    </message>
    <message>
        <source>写一句话：看到什么、说了什么、需要什么</source>
        <translation>One sentence: what was seen, said or needed</translation>
    </message>
    <message>
        <source>{word}(&amp;{key})</source>
        <translation>{word} (&amp;{key})</translation>
    </message>
    <message>
        <source>回车记下，Shift+回车换行</source>
        <translation>Enter writes it, Shift+Enter begins a new line</translation>
    </message>
    <message>
        <source>{line} {who} {day} 记：{text}</source>
        <translation>{line}, {who}, {day}: {text}</translation>
    </message>
    <message>
        <source>办结需求与预警</source>
        <translation>Close needs and alarms</translation>
    </message>
    <message>
        <source>改期限</source>
        <translation>Move due date</translation>
    </message>
    <message>
        <source>主责{lead}，现由 {people} 办理。{note}</source>
        <translation>Led by {lead}, now with {people}. {note}</translation>
    </message>
    <message>
        <source>未办结的需求与预警</source>
        <translation>Open needs and alarms</translation>
    </message>
    <message>
        <source>办理结果，例如：已劝返安置点居住</source>
        <translation>What came of it, for example: went back to the settlement</translation>
    </message>
    <message>
        <source>办理结果</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>{kind}　{late}　{head}　{text}</source>
        <translation>{kind}　{late}　{head}　{text}</translation>
    </message>
    <message>
        <source>办理结果一栏写的话作为原因记入历史</source>
        <translation>What stands in the outcome field is kept as the reason</translation>
    </message>
    <message>
        <source>{changed} 人有变化，{same} 人没有变，{blank} 人还没有填。</source>
        <translation>{changed} changed, {same} unchanged, {blank} not answered yet.</translation>
    </message>
    <message>
        <source>核对住处：{title}</source>
        <translation>Sleeping places: {title}</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>核对住处</source>
        <translation>Check sleeping places</translation>
    </message>
    <message>
        <source>{text}{refused} 人不能采用，原因见红字。</source>
        <translation>{text} {refused} cannot be taken, see the red words.</translation>
    </message>
    <message>
        <source>保存 {count} 人</source>
        <translation>Save {count} people</translation>
    </message>
    <message>
        <source>{word} {key}</source>
        <translation>{word} {key}</translation>
    </message>
    <message>
        <source>Ctrl+回车</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>核对日期请写成 2026-07-12 的样子。</source>
        <translation>Write the day of the check like 2026-07-12.</translation>
    </message>
    <message>
        <source>{count} 人。按 1 现住房，2 原住房，3 别处，空格没有变，回车下一人，F2 写地方。</source>
        <translation>{count} people. 1 residence, 2 origin home, 3 elsewhere, Space unchanged, Enter next, F2 says where.</translation>
    </message>
    <message>
        <source>其余都没有变</source>
        <translation>The rest is unchanged</translation>
    </message>
    <message>
        <source>没有可以写入的住处。</source>
        <translation>There is no sleeping place to write.</translation>
    </message>
    <message>
        <source>还没有填的人都按原来住的地方核对</source>
        <translation>Everybody without an answer sleeps where it was known</translation>
    </message>
    <message>
        <source>读回核对表</source>
        <translation>Read form back</translation>
    </message>
    <message>
        <source>正在读取…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>没有采用的行与原因</source>
        <translation>Rows not taken, and why</translation>
    </message>
    <message>
        <source>写入</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>往来与变动：{title}</source>
        <translation>Timeline: {title}</translation>
    </message>
    <message>
        <source>往来与变动</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>What</translation>
    </message>
    <message>
        <source>谁记的</source>
        <translation>By</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>变动</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>办理和核对的天数</source>
        <translation>Days for acting and checking</translation>
    </message>
    <message>
        <source>预警几天内办结</source>
        <translation>Days for an alarm</translation>
    </message>
    <message>
        <source>需求几天内办结</source>
        <translation>Days for a need</translation>
    </message>
    <message>
        <source>逾期超过几天报镇/社区</source>
        <translation>Days overdue until it goes to the office</translation>
    </message>
    <message>
        <source>住处几天没有核对算过期</source>
        <translation>Days until a sleeping place is stale</translation>
    </message>
    <message>
        <source>这些天数没有公布的规定，由本县自己设。已经写下的期限不变。</source>
        <translation>No rule is published for these days; the county sets them. Due dates already written stay.</translation>
    </message>
    <message>
        <source>原来住</source>
        <translation>Known</translation>
    </message>
    <message>
        <source>现在住</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>住在哪里</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>双线月报…</source>
        <translation>Month of both lines…</translation>
    </message>
    <message>
        <source>两条线一个月的走访、通话、需求和预警</source>
        <translation>Visits, calls, needs and alarms of both lines in a month</translation>
    </message>
    <message>
        <source>填好的住处核对表，先看会怎样再写入</source>
        <translation>A filled form of sleeping places: see first, then write</translation>
    </message>
    <message>
        <source>办理和核对的天数…</source>
        <translation>Days for acting and checking…</translation>
    </message>
    <message>
        <source>预警、需求几天内办结，住处几天没有核对算过期</source>
        <translation>How long alarms and needs may take, when a sleeping place is stale</translation>
    </message>
</context>
</TS>
