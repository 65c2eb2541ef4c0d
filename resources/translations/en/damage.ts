<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>damage</name>
    <message>
      <source>这一户不住在这处房屋，过渡住址没有地方记</source>
      <translation>The household does not live in this house: its address meanwhile belongs nowhere</translation>
    </message>
    <message>
      <source>这处房屋有 {count} 户，请写户编号</source>
      <translation>{count} households live in this house: write the household code</translation>
    </message>
    <message>
      <source>这处房屋没有住户，过渡住址没有地方记</source>
      <translation>Nobody lives in this house: the address meanwhile belongs nowhere</translation>
    </message>
    <message>
      <source>未受损的房屋没有责任人</source>
      <translation>A house without damage has no contact responsible</translation>
    </message>
    <message>
      <source>过渡住址太长</source>
      <translation>The address meanwhile is too long</translation>
    </message>
    <message>
      <source>这一户在文件里已有另一个过渡住址</source>
      <translation>The household has another address meanwhile in this file</translation>
    </message>
    <message>
      <source>住进过渡住址的日期还没有到</source>
      <translation>The day of moving to the address meanwhile is to come</translation>
    </message>
    <message>
      <source>住进过渡住址的日期早于 {day}</source>
      <translation>The day of moving to the address meanwhile is before {day}</translation>
    </message>
    <message>
        <source>照片离房屋超过 {distance_m:,} 米、灾次结束后超过 {days_after:,} 天拍的会提醒。</source>
        <translation>Photos taken more than {distance_m:,} m from the house, or more than {days_after:,} days after the event, are pointed out.</translation>
    </message>
    <message>
        <source>  {id}  {event}</source>
        <translation>  {id}  {event}</translation>
    </message>
    <message>
        <source>还没有灾次。</source>
        <translation>There is no event yet.</translation>
    </message>
    <message>
        <source>请写 --address 或 --end 中的一个。</source>
        <translation>Say either --address or --end.</translation>
    </message>
    <message>
        <source>例如：--address 镇中心小学。</source>
        <translation>For example: --address "town school".</translation>
    </message>
    <message>
        <source>没有写要添加哪些照片。</source>
        <translation>It is not said which photos to add.</translation>
    </message>
    <message>
        <source>例如：gisapp damage FILE photo 12 东墙.jpg。</source>
        <translation>For example: gisapp damage FILE photo 12 wall.jpg.</translation>
    </message>
    <message>
        <source>没有写照片存到哪里，或不是 .jpg。</source>
        <translation>It is not said where the photo goes, or that is no .jpg.</translation>
    </message>
    <message>
        <source>例如：--out 东墙.jpg。</source>
        <translation>For example: --out wall.jpg.</translation>
    </message>
    <message>
        <source>  {name}：{told}</source>
        <translation>  {name}: {told}</translation>
    </message>
    <message>
        <source>没有写灾次的第一天。</source>
        <translation>The first day of the event is missing.</translation>
    </message>
    <message>
        <source>例如：--from 2021-08-28 --to 2021-08-30。</source>
        <translation>For example: --from 2021-08-28 --to 2021-08-30.</translation>
    </message>
    <message>
        <source>--way 和 --set 要一起写。</source>
        <translation>--way and --set go together.</translation>
    </message>
    <message>
        <source>例如：--way rebuild --set 选址,施工,验收,入住。</source>
        <translation>For example: --way rebuild --set site,works,approval,move-in.</translation>
    </message>
    <message>
        <source>  {way}：{stages}（预设，不是规定）</source>
        <translation>  {way}: {stages} (a preset, no rule)</translation>
    </message>
    <message>
        <source>  {way}：{stages}</source>
        <translation>  {way}: {stages}</translation>
    </message>
    <message>
        <source>地点和时间相符</source>
        <translation>place and time agree</translation>
    </message>
    <message>
        <source>共 {count:,} 处。</source>
        <translation>{count:,} houses.</translation>
    </message>
    <message>
        <source>只列出前 {most} 处，全部请用 --json 或 export。</source>
        <translation>Only the first {most} are shown; use --json or export for all.</translation>
    </message>
    <message>
        <source>--by 和 --key 要一起写。</source>
        <translation>--by and --key go together.</translation>
    </message>
    <message>
        <source>例如：--by way --key rebuild。</source>
        <translation>For example: --by way --key rebuild.</translation>
    </message>
    <message>
        <source>看板上没有“{key}”这一行。</source>
        <translation>The board has no line “{key}”.</translation>
    </message>
    <message>
        <source>可用的键：{keys}。</source>
        <translation>Keys: {keys}.</translation>
    </message>
    <message>
        <source>  {caption}：需恢复 {total}，已完工 {done}，未完工 {open}</source>
        <translation>  {caption}: {total} to restore, {done} finished, {open} open</translation>
    </message>
    <message>
        <source>{told}  计划 {planned} 完工，逾期 {days} 天</source>
        <translation>{told}  due {planned}, {days} days overdue</translation>
    </message>
    <message>
        <source>{told}  {day} 完工</source>
        <translation>{told}  finished {day}</translation>
    </message>
    <message>
        <source>  {id}  {number}  {head}  {grade}  {state}  {way}  {stage}</source>
        <translation>  {id}  {number}  {head}  {grade}  {state}  {way}  {stage}</translation>
    </message>
    <message>
        <source>另有 {count:,} 处核实为未受损，不在其内。</source>
        <translation>{count:,} more were found undamaged and are not among them.</translation>
    </message>
    <message>
        <source>逾期未完工 {count:,} 处（占未完工的 {rate}）。</source>
        <translation>{count:,} are overdue ({rate} of those open).</translation>
    </message>
    <message>
        <source>{grouping}：</source>
        <translation>{grouping}:</translation>
    </message>
    <message>
        <source>灾次：{event}</source>
        <translation>Event: {event}</translation>
    </message>
    <message>
        <source>  阶段 {stage}：开始 {begun}，完成 {finished}</source>
        <translation>  Stage {stage}: begun {begun}, finished {finished}</translation>
    </message>
    <message>
        <source>今</source>
        <translation>now</translation>
    </message>
    <message>
        <source>  过渡住址 {head}：{address}，{first} 至 {last}</source>
        <translation>  Meanwhile {head}: {address}, {first} to {last}</translation>
    </message>
    <message>
        <source>  照片 {id}：{name}，{noticed}</source>
        <translation>  Photo {id}: {name}, {noticed}</translation>
    </message>
    <message>
        <source>  {day}  {state}  {grade}  {who}  {note}</source>
        <translation>  {day}  {state}  {grade}  {who}  {note}</translation>
    </message>
    <message>
        <source>没有住户</source>
        <translation>no family</translation>
    </message>
    <message>
        <source>未定方式</source>
        <translation>No way yet</translation>
    </message>
    <message>
        <source>会登记：{numbers}</source>
        <translation>Would report: {numbers}</translation>
    </message>
    <message>
        <source>--clear 不能和日期一起写。</source>
        <translation>--clear goes with no date.</translation>
    </message>
    <message>
        <source>请只写其中一种。</source>
        <translation>Say only one of them.</translation>
    </message>
    <message>
        <source>{name}（{first} 至 {last}）</source>
        <translation>{name} ({first} to {last})</translation>
    </message>
    <message>
        <source>{name}（{first}）</source>
        <translation>{name} ({first})</translation>
    </message>
    <message>
        <source>已上报</source>
        <translation>Reported</translation>
    </message>
    <message>
        <source>已核实</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>有异议</source>
        <translation>Disputed</translation>
    </message>
    <message>
        <source>倒塌</source>
        <translation>Collapsed</translation>
    </message>
    <message>
        <source>严重受损</source>
        <translation>Serious</translation>
    </message>
    <message>
        <source>一般受损</source>
        <translation>Moderate</translation>
    </message>
    <message>
        <source>未受损</source>
        <translation>Undamaged</translation>
    </message>
    <message>
        <source>维修加固</source>
        <translation>Repair</translation>
    </message>
    <message>
        <source>重建</source>
        <translation>Rebuild</translation>
    </message>
    <message>
        <source>安置</source>
        <translation>Resettle</translation>
    </message>
    <message>
        <source>未开工</source>
        <translation>Not begun</translation>
    </message>
    <message>
        <source>已开工</source>
        <translation>Begun</translation>
    </message>
    <message>
        <source>已完工</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>截至 {month} 月底</source>
        <translation>By the end of {month}</translation>
    </message>
    <message>
        <source>需恢复 {total:,} 处，已完工 {done:,} 处，未完工 {open:,} 处；完工率 {rate}（占需恢复的房屋）。</source>
        <translation>{total:,} houses to restore, {done:,} finished, {open:,} open; {rate} finished (of the houses to restore).</translation>
    </message>
    <message>
        <source>按镇</source>
        <translation>By town</translation>
    </message>
    <message>
        <source>按村</source>
        <translation>By village</translation>
    </message>
    <message>
        <source>按程度</source>
        <translation>By grade</translation>
    </message>
    <message>
        <source>按方式</source>
        <translation>By way</translation>
    </message>
    <message>
        <source>按阶段</source>
        <translation>By stage</translation>
    </message>
    <message>
        <source>按核实情况</source>
        <translation>By state</translation>
    </message>
    <message>
        <source>按月</source>
        <translation>By month</translation>
    </message>
    <message>
        <source>还没有需要恢复的受损房屋。</source>
        <translation>No damaged house needs restoring yet.</translation>
    </message>
    <message>
        <source>{stage}的完成日期 {finished} 早于开始日期 {begun}</source>
        <translation>{stage} would be finished on {finished}, before it began on {begun}</translation>
    </message>
    <message>
        <source>{stage}的日期 {day} 还没有到</source>
        <translation>{stage}: {day} is still to come</translation>
    </message>
    <message>
        <source>{stage}的日期 {day} 早于上报日期 {reported}</source>
        <translation>{stage}: {day} is before the report of {reported}</translation>
    </message>
    <message>
        <source>{later}的日期 {second} 早于前一阶段{earlier}的 {first}</source>
        <translation>{later}: {second} is before {first} of the stage {earlier} that goes first</translation>
    </message>
    <message>
        <source>照片没有记录拍摄地点</source>
        <translation>the photo does not say where it was taken</translation>
    </message>
    <message>
        <source>照片没有记录拍摄时间</source>
        <translation>the photo does not say when it was taken</translation>
    </message>
    <message>
        <source>拍摄时间 {day} 还没有到，请检查相机的时钟</source>
        <translation>taken on {day}, which is still to come: check the camera's clock</translation>
    </message>
    <message>
        <source>拍摄于 {day}，早于灾次开始的 {first}</source>
        <translation>taken on {day}, before the event began on {first}</translation>
    </message>
    <message>
        <source>房屋没有坐标，无法核对拍摄地点</source>
        <translation>the house has no place on the map to check against</translation>
    </message>
    <message>
        <source>拍摄于 {day}，灾次结束已超过 {days} 天</source>
        <translation>taken on {day}, more than {days} days after the event</translation>
    </message>
    <message>
        <source>拍摄地点离房屋 {metres:,} 米，超过 {most:,} 米</source>
        <translation>taken {metres:,} m from the house, more than {most:,} m</translation>
    </message>
    <message>
        <source>图片的像素太多，不像照片：{name}</source>
        <translation>The picture has too many pixels to be a photo: {name}</translation>
    </message>
    <message>
        <source>请选择 {most} 万像素以内的照片。</source>
        <translation>Choose a photo of at most {most} x 10,000 pixels.</translation>
    </message>
    <message>
        <source>照片已损坏，读不出来：{name}</source>
        <translation>The photo is damaged and cannot be read: {name}</translation>
    </message>
    <message>
        <source>请重新从手机或相机复制这张照片。</source>
        <translation>Copy the photo again from the telephone or camera.</translation>
    </message>
    <message>
        <source>文件太大，不像照片：{name}（{size} MB）</source>
        <translation>The file is too large to be a photo: {name} ({size} MB)</translation>
    </message>
    <message>
        <source>请选择不超过 {most} MB 的照片。</source>
        <translation>Choose a photo of at most {most} MB.</translation>
    </message>
    <message>
        <source>不是能读的照片：{name}</source>
        <translation>No photo that can be read: {name}</translation>
    </message>
    <message>
        <source>请用 JPG 或 PNG；苹果手机的 HEIC 请先在“设置-相机-格式”里选“兼容性最佳”，或另存为 JPG。</source>
        <translation>Use JPG or PNG; for HEIC of an iPhone choose Settings - Camera - Formats - Most Compatible, or save it as JPG.</translation>
    </message>
    <message>
        <source>添加照片：{number}，{count} 张</source>
        <translation>Photos added: {number}, {count}</translation>
    </message>
    <message>
        <source>删除照片：{number}，{name}</source>
        <translation>Photo removed: {number}, {name}</translation>
    </message>
    <message>
        <source>一次选了 {count} 张照片。</source>
        <translation>{count} photos were chosen at once.</translation>
    </message>
    <message>
        <source>一次最多 {most} 张，请分几次添加。</source>
        <translation>At most {most} at once; add them in several steps.</translation>
    </message>
    <message>
        <source>这张照片已经有了</source>
        <translation>this photo is there already</translation>
    </message>
    <message>
        <source>{number}没有编号为 {id} 的照片。</source>
        <translation>{number} has no photo number {id}.</translation>
    </message>
    <message>
        <source>请从照片里选择。</source>
        <translation>Choose one of its photos.</translation>
    </message>
    <message>
        <source>核实过、方式是重建或安置、还没有完工、房屋还在册的才可以。</source>
        <translation>Only for a verified damage to be rebuilt or resettled, not finished, whose house is still on the books.</translation>
    </message>
    <message>
        <source>{step}：{number}</source>
        <translation>{step}: {number}</translation>
    </message>
    <message>
        <source>维修或重建完工后，住房还没有恢复的才需要。</source>
        <translation>Only after a repair or rebuilding is finished and the home is not back yet.</translation>
    </message>
    <message>
        <source>核实为倒塌、还没有完工、房屋还在册的才可以。</source>
        <translation>Only for a verified collapse, not finished, whose house is still on the books.</translation>
    </message>
    <message>
        <source>{head}离开过渡住址{address}</source>
        <translation>{head} leaves {address}</translation>
    </message>
    <message>
        <source>{number}现在不能这样登记：{step}。</source>
        <translation>This cannot be recorded for {number} now: {step}.</translation>
    </message>
    <message>
        <source>日期 {day} 早于 {first}。</source>
        <translation>{day} is before {first}.</translation>
    </message>
    <message>
        <source>请写上报（恢复使用时写完工）当天或以后的日期。</source>
        <translation>Use the day of the report or later (for a home given back, the day it was finished or later).</translation>
    </message>
    <message>
        <source>安置的住户请在户的卡片上用“搬家”登记新住房。</source>
        <translation>For a resettled family record the new home with “Move” on its card.</translation>
    </message>
    <message>
        <source>住房记为灾毁</source>
        <translation>Home lost</translation>
    </message>
    <message>
        <source>住房记为已拆除</source>
        <translation>Home demolished</translation>
    </message>
    <message>
        <source>住房恢复使用</source>
        <translation>Home given back</translation>
    </message>
    <message>
        <source>{number}没有住户，从现有房屋中移到不再存在的房屋</source>
        <translation>{number} has no family; it leaves the houses that stand</translation>
    </message>
    <message>
        <source>{number}没有住户，重新列入现有房屋</source>
        <translation>{number} has no family; it stands among the houses again</translation>
    </message>
    <message>
        <source>登记灾次：{name}</source>
        <translation>Event recorded: {name}</translation>
    </message>
    <message>
        <source>更改灾次：{name}</source>
        <translation>Event changed: {name}</translation>
    </message>
    <message>
        <source>还没有灾次</source>
        <translation>no event yet</translation>
    </message>
    <message>
        <source>没有名为“{text}”的灾次。</source>
        <translation>There is no event “{text}”.</translation>
    </message>
    <message>
        <source>已有的灾次：{names}。</source>
        <translation>Events: {names}.</translation>
    </message>
    <message>
        <source>没有编号为 {run} 的研判。</source>
        <translation>There is no run number {run}.</translation>
    </message>
    <message>
        <source>请先用 gisapp runs 列出研判。</source>
        <translation>List the runs with gisapp runs first.</translation>
    </message>
    <message>
        <source>没有编号为 {id} 的灾次。</source>
        <translation>There is no event number {id}.</translation>
    </message>
    <message>
        <source>请从灾次的列表里选择。</source>
        <translation>Choose one of the events.</translation>
    </message>
    <message>
        <source>这个灾次已有 {first} 上报的受损。</source>
        <translation>Damages of this event were reported on {first} already.</translation>
    </message>
    <message>
        <source>灾次的开始日期不能晚于它。</source>
        <translation>The event cannot begin after that.</translation>
    </message>
    <message>
        <source>灾次的名称是空的或太长。</source>
        <translation>The event's name is empty or too long.</translation>
    </message>
    <message>
        <source>请写不超过 {most} 个字的名称，如 2021年8月强降雨。</source>
        <translation>Use a name of at most {most} characters, such as “Rain of August 2021”.</translation>
    </message>
    <message>
        <source>已经有名为“{name}”的灾次。</source>
        <translation>There is an event “{name}” already.</translation>
    </message>
    <message>
        <source>请换一个名称，或直接选用它。</source>
        <translation>Use another name, or choose that event.</translation>
    </message>
    <message>
        <source>灾次的结束日期 {last} 早于开始日期 {first}。</source>
        <translation>The event would end on {last}, before it begins on {first}.</translation>
    </message>
    <message>
        <source>{number}：{reason}</source>
        <translation>{number}: {reason}</translation>
    </message>
    <message>
        <source>没有编号为 {id} 的受损登记</source>
        <translation>there is no damage number {id}</translation>
    </message>
    <message>
        <source>{number}：{state}，{grade}</source>
        <translation>{number}: {state}, {grade}</translation>
    </message>
    <message>
        <source>房屋受损</source>
        <translation>House damaged</translation>
    </message>
    <message>
        <source>房屋恢复</source>
        <translation>House restored</translation>
    </message>
    <message>
        <source>{number}：{way}开工</source>
        <translation>{number}: work begun ({way})</translation>
    </message>
    <message>
        <source>{number}：{way}完工</source>
        <translation>{number}: work finished ({way})</translation>
    </message>
    <message>
        <source>过渡住址</source>
        <translation>Meanwhile at</translation>
    </message>
    <message>
        <source>请写完整的门牌，或写住户的户编号。</source>
        <translation>Use the whole house number, or the number of a family.</translation>
    </message>
    <message>
        <source>门牌“{number}”不止一处：{ids}。</source>
        <translation>Several houses have the number “{number}”: {ids}.</translation>
    </message>
    <message>
        <source>请改写房屋编号，或写住户的户编号。</source>
        <translation>Use the house's id, or the number of a family.</translation>
    </message>
    <message>
        <source>这一户没有住房记录。</source>
        <translation>The family has no home on record.</translation>
    </message>
    <message>
        <source>请写门牌。</source>
        <translation>Say the house number.</translation>
    </message>
    <message>
        <source>这一户有 {count} 处住房：{numbers}。</source>
        <translation>The family has {count} homes: {numbers}.</translation>
    </message>
    <message>
        <source>请写受损那一处的门牌。</source>
        <translation>Say the number of the damaged one.</translation>
    </message>
    <message>
        <source>{id} 号</source>
        <translation>id {id}</translation>
    </message>
    <message>
        <source>已不存在的一处</source>
        <translation>one that stands no more</translation>
    </message>
    <message>
        <source>核实受损：{which}</source>
        <translation>Damage verified: {which}</translation>
    </message>
    <message>
        <source>对受损有异议：{which}</source>
        <translation>Damage disputed: {which}</translation>
    </message>
    <message>
        <source>受损退回已上报：{which}</source>
        <translation>Damage back to reported: {which}</translation>
    </message>
    <message>
        <source>日期 {day} 早于上一次的 {last}</source>
        <translation>{day} is before the last entry of {last}</translation>
    </message>
    <message>
        <source>已经是{state}、{grade}</source>
        <translation>is {state}, {grade} already</translation>
    </message>
    <message>
        <source>已于 {day} 开工，不能改为未受损</source>
        <translation>work began on {day}: it cannot be undamaged</translation>
    </message>
    <message>
        <source>没有写有什么异议。</source>
        <translation>It is not said what is disputed.</translation>
    </message>
    <message>
        <source>请用一句话写明，核实的人要看。</source>
        <translation>Say it in a sentence for whoever verifies.</translation>
    </message>
    <message>
        <source>没有编号为 {id} 的受损登记。</source>
        <translation>There is no damage number {id}.</translation>
    </message>
    <message>
        <source>请先用 gisapp damage FILE list 列出，或从清单里选择。</source>
        <translation>List them with gisapp damage FILE list, or choose one from the list.</translation>
    </message>
    <message>
        <source>过渡住址：{family}，{address}</source>
        <translation>Meanwhile: {family} at {address}</translation>
    </message>
    <message>
        <source>离开过渡住址：{family}，{address}</source>
        <translation>Left: {family}, {address}</translation>
    </message>
    <message>
        <source>{family}没有登记过渡住址。</source>
        <translation>{family} has no address meanwhile.</translation>
    </message>
    <message>
        <source>请先登记住址，再登记离开。</source>
        <translation>Record the address first, then that it is left.</translation>
    </message>
    <message>
        <source>这一户不住在{number}。</source>
        <translation>The family does not live at {number}.</translation>
    </message>
    <message>
        <source>这处房屋的住户：{names}。</source>
        <translation>Families of this house: {names}.</translation>
    </message>
    <message>
        <source>没有写过渡住址，或写得太长。</source>
        <translation>The address is empty or too long.</translation>
    </message>
    <message>
        <source>请写不超过 {most} 个字的住址，如 镇中心小学。</source>
        <translation>Use at most {most} characters, such as “town school”.</translation>
    </message>
    <message>
        <source>日期 {day} 早于上报日期 {reported}。</source>
        <translation>{day} is before the report of {reported}.</translation>
    </message>
    <message>
        <source>日期 {day} 早于住进{address}的 {began}。</source>
        <translation>{day} is before {began}, when they came to {address}.</translation>
    </message>
    <message>
        <source>照片核对：离房屋 {metres:,} 米以内，灾后 {days:,} 天以内</source>
        <translation>Photo check: within {metres:,} m of the house, within {days:,} days after the event</translation>
    </message>
    <message>
        <source>照片核对的距离或天数不合适。</source>
        <translation>The distance or days of the photo check do not fit.</translation>
    </message>
    <message>
        <source>距离请写 0 到 {metres:,} 米，天数 0 到 {days:,} 天。</source>
        <translation>Use 0 to {metres:,} m and 0 to {days:,} days.</translation>
    </message>
    <message>
        <source>恢复的责任人：{which}</source>
        <translation>Responsible contact: {which}</translation>
    </message>
    <message>
        <source>恢复方式：{which}，{way}</source>
        <translation>Way: {which}, {way}</translation>
    </message>
    <message>
        <source>计划完工日期：{which}，{day}</source>
        <translation>Planned finish: {which}, {day}</translation>
    </message>
    <message>
        <source>核实为未受损，不需要恢复</source>
        <translation>found undamaged, needs no restoring</translation>
    </message>
    <message>
        <source>有异议，请先核实</source>
        <translation>disputed: verify it first</translation>
    </message>
    <message>
        <source>已于 {day} 完工</source>
        <translation>finished on {day}</translation>
    </message>
    <message>
        <source>计划完工日期 {planned} 早于上报日期 {reported}</source>
        <translation>the planned finish {planned} is before the report of {reported}</translation>
    </message>
    <message>
        <source>没有变化</source>
        <translation>nothing new</translation>
    </message>
    <message>
        <source>没有写恢复方式、计划完工日期或责任人。</source>
        <translation>Neither a way nor a planned finish nor a contact was given.</translation>
    </message>
    <message>
        <source>请至少写一项。</source>
        <translation>Give at least one.</translation>
    </message>
    <message>
        <source>改{way}的阶段：{stages}</source>
        <translation>Stages of {way} changed: {stages}</translation>
    </message>
    <message>
        <source>没有写阶段的名称。</source>
        <translation>A stage has no name.</translation>
    </message>
    <message>
        <source>请每行写一个阶段，最后一个完成即算完工。</source>
        <translation>Write one stage a line; the work is finished when the last one is.</translation>
    </message>
    <message>
        <source>阶段太多，或名称太长。</source>
        <translation>Too many stages, or a name too long.</translation>
    </message>
    <message>
        <source>最多 {most} 个阶段，每个名称最多 {longest} 个字。</source>
        <translation>At most {most} stages, {longest} characters each.</translation>
    </message>
    <message>
        <source>阶段“{stage}”写了两次。</source>
        <translation>The stage “{stage}” is there twice.</translation>
    </message>
    <message>
        <source>请每个阶段只写一次。</source>
        <translation>Write each stage once.</translation>
    </message>
    <message>
        <source>登记受损：{count:,} 处，{grade}</source>
        <translation>Damage reported: {count:,} houses, {grade}</translation>
    </message>
    <message>
        <source>登记受损：{number}，{grade}</source>
        <translation>Damage reported: {number}, {grade}</translation>
    </message>
    <message>
        <source>没有写明是哪些房屋。</source>
        <translation>It is not said which houses.</translation>
    </message>
    <message>
        <source>请至少选一处房屋。</source>
        <translation>Choose at least one house.</translation>
    </message>
    <message>
        <source>上报日期 {day} 早于灾次“{event}”的开始日期 {first}。</source>
        <translation>The report of {day} is before the event “{event}” began on {first}.</translation>
    </message>
    <message>
        <source>请检查日期或灾次。</source>
        <translation>Check the day or the event.</translation>
    </message>
    <message>
        <source>这处房屋刚刚由别人登记，没有写入。</source>
        <translation>Somebody else has just reported this house; nothing was written.</translation>
    </message>
    <message>
        <source>请刷新清单再看。</source>
        <translation>Look at the list again.</translation>
    </message>
    <message>
        <source>没有这处房屋</source>
        <translation>there is no such house</translation>
    </message>
    <message>
        <source>已有未完工的登记（第 {id} 号）</source>
        <translation>is reported already and not finished (number {id})</translation>
    </message>
    <message>
        <source>这个灾次已登记并完工（第 {id} 号）</source>
        <translation>was reported in this event and is finished (number {id})</translation>
    </message>
    <message>
        <source>恢复进度：{which}，{stage}于 {day} 完成</source>
        <translation>Progress: {which}, {stage} finished on {day}</translation>
    </message>
    <message>
        <source>恢复进度：{which}，{stage}退回未开始</source>
        <translation>Progress: {which}, {stage} back to not begun</translation>
    </message>
    <message>
        <source>还没有定恢复方式</source>
        <translation>no way was chosen yet</translation>
    </message>
    <message>
        <source>{way}没有“{stage}”这个阶段，有：{stages}</source>
        <translation>{way} has no stage “{stage}”, but: {stages}</translation>
    </message>
    <message>
        <source>没有写开始或完成的日期。</source>
        <translation>Neither the day it began nor the day it was finished was given.</translation>
    </message>
    <message>
        <source>请至少写一个日期；要退回未开始，请用“清除”。</source>
        <translation>Give at least one; use “clear” to take it back to not begun.</translation>
    </message>
    <message>
        <source>恢复进度：{which}，{stage}于 {day} 开始</source>
        <translation>Progress: {which}, {stage} begun on {day}</translation>
    </message>
    <message>
        <source>这处房屋又有了新的未完工登记，这一条不能退回未完工。</source>
        <translation>This house has a newer open damage: this one cannot be opened again.</translation>
    </message>
    <message>
        <source>请先处理新的那一条。</source>
        <translation>See to the newer one first.</translation>
    </message>
    <message>
        <source>删除受损登记：{number}（第 {id} 号）</source>
        <translation>Damage removed: {number} (number {id})</translation>
    </message>
    <message>
        <source>没有写删除的原因。</source>
        <translation>No reason was given.</translation>
    </message>
    <message>
        <source>请用一句话写明，会记入历史。</source>
        <translation>Say it in a sentence; the history keeps it.</translation>
    </message>
    <message>
        <source>lost 灾毁、demolished 已拆除、back 恢复使用。</source>
        <translation>lost, demolished, or back: given back.</translation>
    </message>
    <message>
        <source>repair 维修加固、rebuild 重建、resettle 安置。</source>
        <translation>repair, rebuild or resettle.</translation>
    </message>
    <message>
        <source>一处受损房屋的全部：核实经过、阶段、过渡住址、照片。</source>
        <translation>All of one damaged house: its states, stages, addresses meanwhile, photos.</translation>
    </message>
    <message>
        <source>上报受损房屋；同一灾次未完工的不会登记两次。</source>
        <translation>Report damaged houses; an open one is not reported twice in an event.</translation>
    </message>
    <message>
        <source>上报日期，默认今天。</source>
        <translation>Day of the report, today by default.</translation>
    </message>
    <message>
        <source>为什么删除，记入历史。</source>
        <translation>Why it is removed; the history keeps it.</translation>
    </message>
    <message>
        <source>从哪一天起，默认今天。</source>
        <translation>From which day, today by default.</translation>
    </message>
    <message>
        <source>列出受损房屋；加 --by 和 --key 是看板上某个数字背后的名单。</source>
        <translation>List damaged houses; with --by and --key the list behind a figure of the board.</translation>
    </message>
    <message>
        <source>列出灾次；写了名称和第一天就登记一个。</source>
        <translation>List events; with a name and a first day record one.</translation>
    </message>
    <message>
        <source>删除登错的一条；可以撤销。</source>
        <translation>Remove one that was recorded by mistake; can be undone.</translation>
    </message>
    <message>
        <source>删除这一张（照片编号）。</source>
        <translation>Remove this one (number of the photo).</translation>
    </message>
    <message>
        <source>只核对地点和时间，不写入。</source>
        <translation>Check place and time only, write nothing.</translation>
    </message>
    <message>
        <source>只看一个单位（代码或名称）。</source>
        <translation>Only one unit (code or name).</translation>
    </message>
    <message>
        <source>只看一个灾次（名称或编号）。</source>
        <translation>Only one event (name or number).</translation>
    </message>
    <message>
        <source>只看一种方式。</source>
        <translation>Only one way.</translation>
    </message>
    <message>
        <source>只看一种程度。</source>
        <translation>Only one grade.</translation>
    </message>
    <message>
        <source>只看会登记哪些，不写入。</source>
        <translation>Show what would be reported, write nothing.</translation>
    </message>
    <message>
        <source>只看已上报、已核实或有异议的。</source>
        <translation>Only those reported, verified or disputed.</translation>
    </message>
    <message>
        <source>只看已完工的。</source>
        <translation>Only those finished.</translation>
    </message>
    <message>
        <source>只看未完工的。</source>
        <translation>Only those open.</translation>
    </message>
    <message>
        <source>只看过了计划完工日期的，最久的在前。</source>
        <translation>Only those past their planned finish, the longest first.</translation>
    </message>
    <message>
        <source>和 --key 一起：看板上某一行背后的名单。</source>
        <translation>With --key: the list behind a line of the board.</translation>
    </message>
    <message>
        <source>哪一天完成；最后一个阶段完成即完工。</source>
        <translation>When it was finished; the work is finished when its last stage is.</translation>
    </message>
    <message>
        <source>哪一天开始。</source>
        <translation>When it began.</translation>
    </message>
    <message>
        <source>存到哪里（.jpg）。</source>
        <translation>Where it goes (.jpg).</translation>
    </message>
    <message>
        <source>定恢复方式、计划完工日期、责任联系人；没有写的不变。</source>
        <translation>Choose way, planned finish, responsible contact; what is not given stays.</translation>
    </message>
    <message>
        <source>对受损登记提出异议。</source>
        <translation>Dispute a reported damage.</translation>
    </message>
    <message>
        <source>屏幕上按什么分列，可写多次；默认全部。</source>
        <translation>By what it is parted on screen, several times; all by default.</translation>
    </message>
    <message>
        <source>属于哪次研判（编号）。</source>
        <translation>The hazard run it belongs to (number).</translation>
    </message>
    <message>
        <source>已经离开过渡住址。</source>
        <translation>They have left their address meanwhile.</translation>
    </message>
    <message>
        <source>户编号（这户唯一的住房），可写多次。</source>
        <translation>Number of a family (its only home), several times.</translation>
    </message>
    <message>
        <source>把受损结果带到这处房屋各户的住房状态：灾毁、已拆除、恢复使用。</source>
        <translation>Carry the damage over to the homes of the house's families: lost, demolished, given back.</translation>
    </message>
    <message>
        <source>把这一张（照片编号）存成 --out 的文件。</source>
        <translation>Save this one (number of the photo) as the file of --out.</translation>
    </message>
    <message>
        <source>改哪一种方式的阶段。</source>
        <translation>The way whose stages are changed.</translation>
    </message>
    <message>
        <source>更改这个灾次（名称或编号），而不是登记新的。</source>
        <translation>Change this event (name or number) rather than record one.</translation>
    </message>
    <message>
        <source>最后一天；不写就是还没有结束。</source>
        <translation>The last day; without one it goes on.</translation>
    </message>
    <message>
        <source>有什么异议。</source>
        <translation>What is disputed.</translation>
    </message>
    <message>
        <source>查看或修改各种方式的阶段；预设由程序给出，不是规定。</source>
        <translation>Show or change the stages of each way; the presets are ours, no rule.</translation>
    </message>
    <message>
        <source>查看或修改照片核对的距离和天数。</source>
        <translation>Show or change distance and days of the photo check.</translation>
    </message>
    <message>
        <source>核实受损房屋，可同时改程度。</source>
        <translation>Verify damaged houses, with another grade where needed.</translation>
    </message>
    <message>
        <source>核实的程度，默认与上报相同。</source>
        <translation>The grade as verified, that of the report by default.</translation>
    </message>
    <message>
        <source>添加照片：核对拍摄地点和时间，缩小后存在县文件里；也可删除或取出一张。</source>
        <translation>Add photos: place and time are checked, a small copy is kept in the county file; or remove one, or take one out.</translation>
    </message>
    <message>
        <source>灾后：受损房屋的上报、核实、恢复、看板。</source>
        <translation>After the flood: damaged houses reported, verified, restored; the board.</translation>
    </message>
    <message>
        <source>灾次的名称或编号，可以不写。</source>
        <translation>Name or number of the event; may be left out.</translation>
    </message>
    <message>
        <source>灾次结束后超过多少天拍的就提醒。</source>
        <translation>Point out photos taken more than so many days after the event.</translation>
    </message>
    <message>
        <source>照片离房屋超过多少米就提醒。</source>
        <translation>Point out photos taken more than so many metres from the house.</translation>
    </message>
    <message>
        <source>登记一户在恢复完成以前住在哪里。</source>
        <translation>Record where a family lives until the work is done.</translation>
    </message>
    <message>
        <source>登记恢复进度：一个阶段的开始和完成日期。</source>
        <translation>Record progress: when a stage began and was finished.</translation>
    </message>
    <message>
        <source>看板上那一行的键，如 rebuild、西山村、2021-09。</source>
        <translation>The key of the board's line, such as rebuild, a village, 2021-09.</translation>
    </message>
    <message>
        <source>看板：需恢复、已完工、未完工，按镇、村、程度、方式、阶段、核实情况、月。</source>
        <translation>The board: to restore, finished, open, by town, village, grade, way, stage, state, month.</translation>
    </message>
    <message>
        <source>程度：collapsed 倒塌、serious 严重、moderate 一般、none 未受损。</source>
        <translation>Grade: collapsed, serious, moderate, none.</translation>
    </message>
    <message>
        <source>第一天。</source>
        <translation>The first day.</translation>
    </message>
    <message>
        <source>计划完工日期。</source>
        <translation>The planned finish.</translation>
    </message>
    <message>
        <source>认为的程度，默认不改。</source>
        <translation>The grade as it is seen; unchanged by default.</translation>
    </message>
    <message>
        <source>说明。</source>
        <translation>A note.</translation>
    </message>
    <message>
        <source>责任联系人的编号。</source>
        <translation>Number of the responsible contact.</translation>
    </message>
    <message>
        <source>过渡住址。</source>
        <translation>The address meanwhile.</translation>
    </message>
    <message>
        <source>退回未开始。</source>
        <translation>Back to not begun.</translation>
    </message>
    <message>
        <source>门牌或房屋编号，可写多次。</source>
        <translation>House number or id, several times.</translation>
    </message>
    <message>
        <source>阶段的名称，如 施工；用 stages 查看。</source>
        <translation>Name of the stage; see stages.</translation>
    </message>
    <message>
        <source>阶段的名称，按先后用逗号分开；最后一个完成即完工。</source>
        <translation>Names of the stages in order with commas; the work is finished when the last one is.</translation>
    </message>
    <message>
        <source>{title} {count:,} 处：{path}</source>
        <translation>{title}, {count:,} houses: {path}</translation>
    </message>
    <message>
        <source>受损房屋</source>
        <translation>Damaged houses</translation>
    </message>
    <message>
        <source>灾后恢复</source>
        <translation>After the flood</translation>
    </message>
    <message>
        <source>受损房屋台账</source>
        <translation>Ledger of damaged houses</translation>
    </message>
    <message>
        <source>本名单 {count:,} 处；一处房屋在一个灾次算一处。</source>
        <translation>{count:,} in this list; a house in an event counts as one.</translation>
    </message>
    <message>
        <source>{county} · {day}</source>
        <translation>{county} · {day}</translation>
    </message>
    <message>
        <source>看板</source>
        <translation>Board</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>灾次</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>上报日期</source>
        <translation>Reported</translation>
    </message>
    <message>
        <source>核实情况</source>
        <translation>State</translation>
    </message>
    <message>
        <source>程度</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>恢复方式</source>
        <translation>Way</translation>
    </message>
    <message>
        <source>阶段</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>计划完工</source>
        <translation>Planned finish</translation>
    </message>
    <message>
        <source>开工日期</source>
        <translation>Begun</translation>
    </message>
    <message>
        <source>完工日期</source>
        <translation>Finished on</translation>
    </message>
    <message>
        <source>责任人</source>
        <translation>Responsible</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>分列</source>
        <translation>By</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>完工率（占需恢复）</source>
        <translation>Finished (of those to restore)</translation>
    </message>
    <message>
        <source>逾期未完工</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>{total:,} 处，已完工 {done:,}，未完工 {open:,}</source>
        <translation>{total:,} houses, {done:,} finished, {open:,} open</translation>
    </message>
    <message>
        <source>{day} 逾期 {days} 天</source>
        <translation>{day}, {days} days overdue</translation>
    </message>
    <message>
        <source>看不懂，可填：{choices}</source>
        <translation>not understood; use one of: {choices}</translation>
    </message>
    <message>
        <source>没有写受损程度</source>
        <translation>no grade</translation>
    </message>
    <message>
        <source>说明太长</source>
        <translation>the note is too long</translation>
    </message>
    <message>
        <source>台账导入</source>
        <translation>Ledger import</translation>
    </message>
    <message>
        <source>没有这个灾次，请先登记；已有：{names}</source>
        <translation>there is no such event, record it first; there are: {names}</translation>
    </message>
    <message>
        <source>上报日期早于灾次开始的 {first}</source>
        <translation>reported before the event began on {first}</translation>
    </message>
    <message>
        <source>县里的上报日期是 {day}，不能改</source>
        <translation>the county has it reported on {day}, which cannot be changed</translation>
    </message>
    <message>
        <source>上报日期还没有到</source>
        <translation>the day of the report is still to come</translation>
    </message>
    <message>
        <source>计划完工日期早于上报日期 {day}</source>
        <translation>the planned finish is before the report of {day}</translation>
    </message>
    <message>
        <source>未受损的房屋没有恢复方式</source>
        <translation>an undamaged house has no way</translation>
    </message>
    <message>
        <source>写了开工或完工日期，但没有写恢复方式</source>
        <translation>a day of begin or finish without a way</translation>
    </message>
    <message>
        <source>与第 {row} 行是同一处房屋、同一灾次</source>
        <translation>the same house and event as row {row}</translation>
    </message>
    <message>
        <source>县里没有这处房屋</source>
        <translation>the county has no such house</translation>
    </message>
    <message>
        <source>县里没有这处房屋，这一户的住房是：{numbers}</source>
        <translation>the county has no such house; the family's home is: {numbers}</translation>
    </message>
    <message>
        <source>这个门牌有 {count} 处房屋，请写明村</source>
        <translation>{count} houses have this number: say the village</translation>
    </message>
    <message>
        <source>这一户没有住房记录，请写门牌</source>
        <translation>the family has no home on record: say the house number</translation>
    </message>
    <message>
        <source>这一户有 {count} 处住房，请写门牌：{numbers}</source>
        <translation>the family has {count} homes, say which: {numbers}</translation>
    </message>
    <message>
        <source>名单和看板存为 .xlsx，或名单存为可打印的 .pdf；条件与 list 相同。</source>
        <translation>Save list and board as .xlsx, or the list as .pdf to print; the conditions are those of list.</translation>
    </message>
    <message>
        <source>受损房屋门牌</source>
        <translation>Damaged house</translation>
    </message>
    <message>
        <source>受损程度</source>
        <translation>Grade of damage</translation>
    </message>
    <message>
        <source>计划完工日期</source>
        <translation>Planned finish</translation>
    </message>
    <message>
        <source>情况说明</source>
        <translation>What was found</translation>
    </message>
    <message>
        <source>添加照片</source>
        <translation>Add photos</translation>
    </message>
    <message>
        <source>照片 (*.jpg *.jpeg *.png *.webp *.bmp *.tif *.tiff);;所有文件 (*)</source>
        <translation>Photos (*.jpg *.jpeg *.png *.webp *.bmp *.tif *.tiff);;All files (*)</translation>
    </message>
    <message>
        <source>{number}，{day} 上报，{event}</source>
        <translation>{number}, reported {day}, {event}</translation>
    </message>
    <message>
        <source>{way}，{stage}</source>
        <translation>{way}, {stage}</translation>
    </message>
    <message>
        <source>详情…</source>
        <translation>More…</translation>
    </message>
    <message>
        <source>受损详情：{number}</source>
        <translation>Damage in detail: {number}</translation>
    </message>
    <message>
        <source>{way}，{day} 完工</source>
        <translation>{way}, finished {day}</translation>
    </message>
    <message>
        <source>{grade} · {state}</source>
        <translation>{grade} · {state}</translation>
    </message>
    <message>
        <source>核实、方式、阶段、过渡住址、照片</source>
        <translation>State, way, stages, address meanwhile, photos</translation>
    </message>
    <message>
        <source>不属于灾次</source>
        <translation>In no event</translation>
    </message>
    <message>
        <source>计划 {planned} 完工，逾期 {days} 天</source>
        <translation>due {planned}, {days} days overdue</translation>
    </message>
    <message>
        <source>过渡住址：{address}</source>
        <translation>Meanwhile at {address}</translation>
    </message>
    <message>
        <source>{step}…</source>
        <translation>{step}…</translation>
    </message>
    <message>
        <source>{heads}，{people} 人；{day} 上报，{event}。</source>
        <translation>{heads}, people in the house: {people}; reported {day}, {event}.</translation>
    </message>
    <message>
        <source>受损与恢复</source>
        <translation>Damage and rebuilding</translation>
    </message>
    <message>
        <source>{number}
{grade} · {state} · {stage}</source>
        <translation>{number}
{grade} · {state} · {stage}</translation>
    </message>
    <message>
        <source>核实</source>
        <translation>State</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Rebuilding</translation>
    </message>
    <message>
        <source>{number} 等 {count} 处</source>
        <translation>{number} and more, {count} in all</translation>
    </message>
    <message>
        <source>核实、方式、阶段对选中的 {count} 处一起登记。</source>
        <translation>State, way and stages are recorded for all {count} chosen.</translation>
    </message>
    <message>
        <source>（已删除）</source>
        <translation>(removed)</translation>
    </message>
    <message>
        <source>按住 Ctrl 可选多处一起登记；每一步都可在右下角撤销</source>
        <translation>Hold Ctrl to choose several; each step can be undone at the lower right</translation>
    </message>
    <message>
        <source>登记灾次</source>
        <translation>Record an event</translation>
    </message>
    <message>
        <source>照片的拍摄时间按这些天核对；还没有结束的，最后一天空着。</source>
        <translation>Photos are checked against these days; leave the last one empty while it goes on.</translation>
    </message>
    <message>
        <source>如 2021年8月强降雨</source>
        <translation>such as Rain of August 2021</translation>
    </message>
    <message>
        <source>新灾次</source>
        <translation>New event</translation>
    </message>
    <message>
        <source>第一天</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>最后一天</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>核实受损</source>
        <translation>Verify damage</translation>
    </message>
    <message>
        <source>有异议时写明是什么</source>
        <translation>For a dispute say what about</translation>
    </message>
    <message>
        <source>核实经过</source>
        <translation>States so far</translation>
    </message>
    <message>
        <source>经过（最近的在前）</source>
        <translation>So far (the latest first)</translation>
    </message>
    <message>
        <source>{day}　{state}　{grade}　{who}　{note}</source>
        <translation>{day}　{state}　{grade}　{who}　{note}</translation>
    </message>
    <message>
        <source>{name}　{taken}　{far}　{who} {day} 添加</source>
        <translation>{name}　{taken}　{far}　added by {who} {day}</translation>
    </message>
    <message>
        <source>{number}-{photo}.jpg</source>
        <translation>{number}-{photo}.jpg</translation>
    </message>
    <message>
        <source>离房屋 {metres:,} 米</source>
        <translation>{metres:,} m from the house</translation>
    </message>
    <message>
        <source>地点不详</source>
        <translation>place unknown</translation>
    </message>
    <message>
        <source>读取照片</source>
        <translation>Read photos</translation>
    </message>
    <message>
        <source>删除照片</source>
        <translation>Remove photo</translation>
    </message>
    <message>
        <source>保存照片</source>
        <translation>Save photo</translation>
    </message>
    <message>
        <source>照片一次看一处房屋。</source>
        <translation>Choose one house to see its photos.</translation>
    </message>
    <message>
        <source>{name}：{told}</source>
        <translation>{name}: {told}</translation>
    </message>
    <message>
        <source>⚠ {name}</source>
        <translation>⚠ {name}</translation>
    </message>
    <message>
        <source>还没有照片。点“添加照片…”，或把照片拖到这里。</source>
        <translation>No photo yet. Press “Add photos…”, or drop some here.</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>存出…</source>
        <translation>Save…</translation>
    </message>
    <message>
        <source>添加照片…</source>
        <translation>Add photos…</translation>
    </message>
    <message>
        <source>时间不详</source>
        <translation>time unknown</translation>
    </message>
    <message>
        <source>删除选中的照片，可以撤销</source>
        <translation>Remove the chosen photo; can be undone</translation>
    </message>
    <message>
        <source>每行一个阶段，最后一个完成即完工；已登记的阶段不变。</source>
        <translation>One stage a line; the work is finished when the last one is. What was recorded stays.</translation>
    </message>
    <message>
        <source>恢复阶段和照片核对</source>
        <translation>Stages and photo check</translation>
    </message>
    <message>
        <source>改恢复阶段</source>
        <translation>Change stages</translation>
    </message>
    <message>
        <source>照片核对</source>
        <translation>Photo check</translation>
    </message>
    <message>
        <source>{about}{ways}用的是程序的预设，不是规定。</source>
        <translation>{about} {ways}: our presets, no rule.</translation>
    </message>
    <message>
        <source>{way}的阶段</source>
        <translation>Stages of {way}</translation>
    </message>
    <message>
        <source>保存{way}的阶段</source>
        <translation>Save the stages of {way}</translation>
    </message>
    <message>
        <source>照片离房屋超过</source>
        <translation>Photos farther from the house than</translation>
    </message>
    <message>
        <source>灾次结束后超过</source>
        <translation>or later after the event than</translation>
    </message>
    <message>
        <source>就提醒</source>
        <translation>are pointed out</translation>
    </message>
    <message>
        <source>离开过渡住址</source>
        <translation>Leave the address meanwhile</translation>
    </message>
    <message>
        <source>如 镇中心小学、亲戚家（解放村2组）</source>
        <translation>such as town school, relatives</translation>
    </message>
    <message>
        <source>过渡住址一次登记一处房屋；没有住户的房屋不用登记。</source>
        <translation>Choose one house; a house without a family has no address meanwhile.</translation>
    </message>
    <message>
        <source>住址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>从哪一天</source>
        <translation>From</translation>
    </message>
    <message>
        <source>以前的过渡住址</source>
        <translation>Addresses before</translation>
    </message>
    <message>
        <source>不再住在过渡住址</source>
        <translation>No longer at the address meanwhile</translation>
    </message>
    <message>
        <source>原来睡在这处房屋、或不知睡在哪里的人，都记为睡在这里。</source>
        <translation>Those who slept in this house, or nobody knew where, are noted to sleep there.</translation>
    </message>
    <message>
        <source>{head}（{code}）　没有登记</source>
        <translation>{head} ({code})　none recorded</translation>
    </message>
    <message>
        <source>{head}（{code}）　{address}，自 {day}</source>
        <translation>{head} ({code})　{address}, since {day}</translation>
    </message>
    <message>
        <source>{head}　{address}，{first} 至 {last}</source>
        <translation>{head}　{address}, {first} to {last}</translation>
    </message>
    <message>
        <source>姓名、首字母</source>
        <translation>Name, initials</translation>
    </message>
    <message>
        <source>如 2027-06-30，可以空着</source>
        <translation>such as 2027-06-30, may be empty</translation>
    </message>
    <message>
        <source>{stage}　未开始</source>
        <translation>{stage}　to do</translation>
    </message>
    <message>
        <source>{stage}　{begun} 开始</source>
        <translation>{stage}　begun {begun}</translation>
    </message>
    <message>
        <source>{stage}　{begun} 开始，{finished} 完成</source>
        <translation>{stage}　begun {begun}, finished {finished}</translation>
    </message>
    <message>
        <source>{name}　{detail}</source>
        <translation>{name}　{detail}</translation>
    </message>
    <message>
        <source>恢复进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>现在是 {name}；要换就写姓名</source>
        <translation>{name} now; type a name to change</translation>
    </message>
    <message>
        <source>请先定恢复方式，再选一个阶段。</source>
        <translation>Choose a way first, then a stage.</translation>
    </message>
    <message>
        <source>开始</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>阶段（最后一个完成即完工）</source>
        <translation>Stages (finished when the last one is)</translation>
    </message>
    <message>
        <source>退回未开始</source>
        <translation>Back to not begun</translation>
    </message>
    <message>
        <source>最后一个阶段完成即完工</source>
        <translation>The work is finished when the last stage is</translation>
    </message>
    <message>
        <source>登记受损</source>
        <translation>Report damage</translation>
    </message>
    <message>
        <source>门牌的一部分，如 中坝村3组</source>
        <translation>A part of the house number</translation>
    </message>
    <message>
        <source>看到什么，如 东墙倒塌</source>
        <translation>What was seen, such as east wall down</translation>
    </message>
    <message>
        <source>请先写门牌，选一处房屋。</source>
        <translation>Type a house number and choose a house first.</translation>
    </message>
    <message>
        <source>登记 {count} 处，{grade}，{event}：</source>
        <translation>Reports {count}, {grade}, {event}:</translation>
    </message>
    <message>
        <source>全部 {count} 处</source>
        <translation>All {count}</translation>
    </message>
    <message>
        <source>新灾次…</source>
        <translation>New event…</translation>
    </message>
    <message>
        <source>{named} 等</source>
        <translation>{named} and more</translation>
    </message>
    <message>
        <source>{number}（已不存在）</source>
        <translation>{number} (stands no more)</translation>
    </message>
    <message>
        <source>一处房屋在一个灾次算一处；占比都以需恢复的房屋为准。</source>
        <translation>A house in an event counts as one; all shares are of the houses to restore.</translation>
    </message>
    <message>
        <source>{about}另有 {count:,} 处核实为未受损，不在其内。</source>
        <translation>{about} {count:,} more were found undamaged and are not among them.</translation>
    </message>
    <message>
        <source>逾期未完工 {count:,} 处</source>
        <translation>{count:,} overdue</translation>
    </message>
    <message>
        <source>全部灾次</source>
        <translation>All events</translation>
    </message>
    <message>
        <source>{line} {what}</source>
        <translation>{line} {what}</translation>
    </message>
    <message>
        <source>双击一个数字或按回车，下面列出背后的房屋</source>
        <translation>Double-click a figure or press Enter to list its houses below</translation>
    </message>
    <message>
        <source>完工率</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>登记受损…</source>
        <translation>Report damage…</translation>
    </message>
    <message>
        <source>没有计划</source>
        <translation>no plan</translation>
    </message>
    <message>
        <source>核实、恢复…</source>
        <translation>State, rebuilding…</translation>
    </message>
    <message>
        <source>核实、方式、阶段、过渡住址、照片；没有选中时是表中全部</source>
        <translation>State, way, stages, address meanwhile, photos; of all in sight when none is chosen</translation>
    </message>
    <message>
        <source>存为 Excel 工作簿，或可打印的 PDF</source>
        <translation>As an Excel workbook, or as a PDF to print</translation>
    </message>
    <message>
        <source>受损未完工</source>
        <translation>Damage: not finished</translation>
    </message>
    <message>
        <source>受损待核实</source>
        <translation>Damage: to verify</translation>
    </message>
    <message>
        <source>登记房屋受损…</source>
        <translation>Report damage…</translation>
    </message>
    <message>
        <source>请先在下面的名单里选中受损的房屋（1 到 {most} 处）。</source>
        <translation>First choose the damaged houses in the list below (1 to {most}).</translation>
    </message>
    <message>
        <source>保存受损名单</source>
        <translation>Save the list of damage</translation>
    </message>
    <message>
        <source>没有受损房屋。</source>
        <translation>There is no damaged house.</translation>
    </message>
    <message>
        <source>受损房屋.xlsx</source>
        <translation>damaged-houses.xlsx</translation>
    </message>
    <message>
        <source>还没有登记受损房屋。在户或房屋的卡片上，或在研判名单里选中房屋后，点“登记受损”；已有台账的可以导入。</source>
        <translation>No damaged house yet. Press “Report damage” on the card of a family or house, or with houses chosen in a run's list; a ledger can be imported.</translation>
    </message>
    <message>
        <source>没有未完工的受损房屋。</source>
        <translation>No damaged house is unfinished.</translation>
    </message>
    <message>
        <source>没有待核实的受损房屋。</source>
        <translation>No damaged house waits to be verified.</translation>
    </message>
    <message>
        <source>灾后：登记一处受损的房屋</source>
        <translation>After the flood: report a damaged house</translation>
    </message>
    <message>
        <source>灾后恢复看板</source>
        <translation>After the flood: the board</translation>
    </message>
    <message>
        <source>需恢复、已完工、未完工，数字背后有名单</source>
        <translation>To restore, finished, open, with the list behind each figure</translation>
    </message>
    <message>
        <source>保存受损名单…</source>
        <translation>Save the list of damage…</translation>
    </message>
    <message>
        <source>灾次…</source>
        <translation>Events…</translation>
    </message>
    <message>
        <source>受损属于哪一次灾害，从哪天到哪天</source>
        <translation>Which event damage belongs to, from which day to which</translation>
    </message>
    <message>
        <source>恢复阶段和照片核对…</source>
        <translation>Stages and photo check…</translation>
    </message>
    <message>
        <source>每种方式有哪些阶段，照片离多远就提醒</source>
        <translation>Which stages each way has, how far off a photo is pointed out</translation>
    </message>
    <message>
        <source>{count} 张照片（⚠）的地点或时间请核对。</source>
        <translation>Check place or time of {count} photos (⚠).</translation>
    </message>
    <message>
        <source>安置已完成，这一户的住房还是这里：</source>
        <translation>Resettled, but this is still the family's home:</translation>
    </message>
    <message>
        <source>搬到新住房…</source>
        <translation>Move to the new home…</translation>
    </message>
</context>
</TS>
