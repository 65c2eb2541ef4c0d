<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
  <context>
    <name>roll_call</name>
    <message><source>研判第 {run} 号 {families} 户 {people} 人：联系上 {reached} 户（{reached_percent}%），已离开 {out} 户（{out_percent}%）。</source><translation>Run {run}, {families} households, {people} people: {reached} households reached ({reached_percent}%), {out} out ({out_percent}%).</translation></message>
    <message><source>  {place}：{families} 户 {people} 人</source><translation>  {place}: {families} households, {people} people</translation></message>
    <message><source>联系上 {reached} 户（{reached_percent}%），已离开 {out} 户（{out_percent}%）</source><translation>{reached} reached ({reached_percent}%), {out} out ({out_percent}%)</translation></message>
    <message><source>{state} {families} 户 {people} 人</source><translation>{state} {families} households, {people} people</translation></message>
    <message><source>拒绝 {refused} 户，没联系上 {missing} 户</source><translation>{refused} refused, {missing} not reached</translation></message>
    <message><source>这一户还没有点名记录。</source><translation>Nothing has been written about this household in the roll call.</translation></message>
    <message><source>有 {count} 个避险点都叫“{name}”。</source><translation>{count} safe sites are called “{name}”.</translation></message>
    <message><source>请在窗口的点名表里选。</source><translation>Please choose in the roll-call table of the window.</translation></message>
    <message><source>不认识的点名结果：{text}</source><translation>Unknown result of a roll call: {text}</translation></message>
    <message><source>请写：{known}。</source><translation>Please write: {known}.</translation></message>
    <message><source>{state}：{place}</source><translation>{state}: {place}</translation></message>
    <message><source>{key} {state}</source><translation>{key} {state}</translation></message>
    <message><source>没联系上</source><translation>Not reached</translation></message>
    <message><source>已通知</source><translation>Told</translation></message>
    <message><source>已转移</source><translation>Moved</translation></message>
    <message><source>拒绝转移</source><translation>Refused</translation></message>
    <message><source>人在外面</source><translation>Elsewhere</translation></message>
    <message><source>自己的另一处住房</source><translation>Own other home</translation></message>
    <message><source>其他地方</source><translation>Another place</translation></message>
    <message><source>另起一次点名：研判第 {run} 号</source><translation>Begin another roll call: run {run}</translation></message>
    <message><source>还没有保存过研判，没有可以点名的户。</source><translation>No run has been stored, so there is nobody to call.</translation></message>
    <message><source>点名：{family}{what}</source><translation>Roll call: {family} {what}</translation></message>
    <message><source>没有选中要点名的户。</source><translation>No household is chosen.</translation></message>
    <message><source>请先在点名表里选中一户或几户。</source><translation>Please choose one or more households in the roll-call table first.</translation></message>
    <message><source>有 {count} 户不在研判第 {run} 号的名单上。</source><translation>{count} households are not on the list of run {run}.</translation></message>
    <message><source>请从这次研判的点名表里选，或换一次研判。</source><translation>Please choose from this run's roll-call table, or take another run.</translation></message>
    <message><source>同一户写了两次。</source><translation>The same household is written twice.</translation></message>
    <message><source>一次只能给一户写一个结果。</source><translation>Only one result can be written for a household at a time.</translation></message>
    <message><source>“{state}”没有去处。</source><translation>“{state}” has no destination.</translation></message>
    <message><source>只有已转移和人在外面的户有去处。</source><translation>Only households that moved or are elsewhere have a destination.</translation></message>
    <message><source>没有编号为 {site} 的避险点。</source><translation>There is no safe site with number {site}.</translation></message>
    <message><source>请从避险点里选，或写明地方。</source><translation>Please choose a safe site, or write the place.</translation></message>
    <message><source>没有写去处。</source><translation>No destination is written.</translation></message>
    <message><source>请选一个避险点，或写明地方。</source><translation>Please choose a safe site, or write the place.</translation></message>
    <message><source>点名：{count} 户{state}</source><translation>Roll call: {count} households, {state}</translation></message>
    <message><source>点名：{count} 户</source><translation>Roll call: {count} households</translation></message>
    <message><source>撤销：{label}；名单上 {count} 户的点名结果仍然保留</source><translation>Undo: {label}; what is known of {count} households on the list stays</translation></message>
    <message><source>这次研判已有点名记录，不能撤销：{label}</source><translation>Entries were written in the roll call of this run, it cannot be undone: {label}</translation></message>
    <message><source>点名记录不会跟着研判一起丢掉；请保留这次研判。</source><translation>Roll-call entries are never lost with a run; please keep the run.</translation></message>
    <message><source>点名：联系上的户</source><translation>Roll call: households reached</translation></message>
    <message><source>点名：已离开的户</source><translation>Roll call: households out</translation></message>
    <message><source>{title}（最近一次研判）</source><translation>{title} (latest run)</translation></message>
    <message><source>{title}（研判第 {run} 号）</source><translation>{title} (run {run})</translation></message>
    <message><source>名单上没有户</source><translation>None on the list</translation></message>
    <message><source>一户也没联系上</source><translation>None reached</translation></message>
    <message><source>不到 50%</source><translation>Below 50%</translation></message>
    <message><source>50% 到 99%</source><translation>50% to 99%</translation></message>
    <message><source>全部联系上</source><translation>All reached</translation></message>
    <message><source>一户也没离开</source><translation>None out</translation></message>
    <message><source>全部离开</source><translation>All out</translation></message>
    <message><source>研判的号，默认最近一次。</source><translation>Number of the run; the latest by default.</translation></message>
    <message><source>点名：list、set、board、log、begin、export、merge。每项的 --help 写明 --json 的键。</source><translation>Roll call: list, set, board, log, begin, export, merge. The --help of each tells the keys of --json.</translation></message>
    <message><source>只列这一种结果，例如 not_reached 或 没联系上；没联系上的按紧急程度排列。</source><translation>Only this result, such as not_reached; those not reached stand by urgency.</translation></message>
    <message><source>只列一个单位（代码或名称），或条件，如 site=紫云南郡。</source><translation>Only one unit (code or name), or conditions such as site=紫云南郡.</translation></message>
    <message><source>列出一次研判的每一户和点名结果。--json 的键：run question families … entries。</source><translation>List every household of a run with its result. Keys of --json: run question families … entries.</translation></message>
    <message><source>去处：避险点的名称，own（自己的另一处住房），或随便一个地方。</source><translation>Where to: the name of a safe site, own (own other home), or any place.</translation></message>
    <message><source>备注。</source><translation>A note.</translation></message>
    <message><source>给几户（户编号）记一个结果：not_reached called moved refused elsewhere，或 1 到 5。--json 的键：run state set entry。</source><translation>Write a result for households (by code): not_reached called moved refused elsewhere, or 1 to 5. Keys of --json: run state set entry.</translation></message>
    <message><source>屏幕上按什么分列。</source><translation>What the lines on the screen are split by.</translation></message>
    <message><source>点名进度：户和人，按镇、村、网格。--json 的键：question run families … by_town by_village by_grid moved_to。</source><translation>How far the roll call is: households and people by town, village and grid. Keys of --json: question run families … by_town by_village by_grid moved_to.</translation></message>
    <message><source>一户（户编号）的全部点名记录，最近的在前。--json 的键：run family entries。</source><translation>Every entry of a household (by code), the newest first. Keys of --json: run family entries.</translation></message>
    <message><source>另起一次点名，所有户重新算没联系上；原来的记录保留。--json 的键：run roll_call entry。</source><translation>Begin another roll call in which nobody is reached yet; the former entries stay. Keys of --json: run roll_call entry.</translation></message>
    <message><source>点名：去处与备注</source><translation>Roll call: where to, and a note</translation></message>
    <message><source>按名单：{place}</source><translation>As listed: {place}</translation></message>
    <message><source>按名单安排的去处</source><translation>Where the list sends each</translation></message>
    <message><source>选一个避险点，或直接写地方；不知道就留空</source><translation>Choose a safe site or write any place; leave it empty when nobody knows</translation></message>
    <message><source>例如：老人坐车来，晚上再打一次</source><translation>For example: the old people come by car, call again tonight</translation></message>
    <message><source>回车记下；每记一次都留着，最近的算数</source><translation>Enter writes; every entry is kept, the newest counts</translation></message>
    <message><source>最近一条 {time}。</source><translation>The newest entry {time}.</translation></message>
    <message><source>还没有记过结果。</source><translation>Nothing has been written yet.</translation></message>
    <message><source>{place} {families} 户 {people} 人</source><translation>{place} {families} households, {people} people</translation></message>
    <message><source>{said}已转移到：{places}。</source><translation>{said} Moved to: {places}.</translation></message>
    <message><source>点名进度</source><translation>Roll-call board</translation></message>
    <message><source>双击或回车，下面列出这个单位的户</source><translation>Double-click or Enter lists its households below</translation></message>
    <message><source>名单上（{unit}）</source><translation>All ({unit})</translation></message>
    <message><source>联系上</source><translation>Reached</translation></message>
    <message><source>已离开</source><translation>Out</translation></message>
    <message><source>另外 {count} 处</source><translation>{count} more places</translation></message>
    <message><source>还没有研判，没有可以点名的户。</source><translation>No run yet, so there is nobody to call.</translation></message>
    <message><source>按镇</source><translation>By town</translation></message>
    <message><source>按村/社区</source><translation>By village</translation></message>
    <message><source>点名</source><translation>Roll call</translation></message>
    <message><source>安排去处</source><translation>Sent to</translation></message>
    <message><source>联系上 {reached:,} 户（{reached_percent}%），已离开 {out:,} 户（{out_percent}%），按 {families:,} 户计</source><translation>{reached:,} households reached ({reached_percent}%), {out:,} out ({out_percent}%), of {families:,}</translation></message>
    <message><source>打过，没人接：按 1</source><translation>Called in vain: press 1</translation></message>
    <message><source>说到了，人还在家里：按 2</source><translation>Told, still at home: press 2</translation></message>
    <message><source>已经走了，去处按“安排去处”一栏；去了别处按 6：按 3</source><translation>Gone to the place under “Sent to”; gone elsewhere: 6. Press 3</translation></message>
    <message><source>说到了，不肯走：按 4</source><translation>Told, will not go: press 4</translation></message>
    <message><source>人不在险区，在外面：按 5</source><translation>Not in the danger area: press 5</translation></message>
    <message><source>6 去处、备注…</source><translation>6 Where to, note…</translation></message>
    <message><source>写明去了哪里，或记一句话：按 6</source><translation>Write where they went, or a word: press 6</translation></message>
    <message><source>点名（研判第 {run} 号）</source><translation>Roll call (run {run})</translation></message>
    <message><source>记点名结果…</source><translation>Write a result…</translation></message>
    <message><source>逐户按 1 到 5 记结果</source><translation>Press 1 to 5 household by household</translation></message>
    <message><source>{what}　{note}</source><translation>{what}　{note}</translation></message>
    <message><source>{words}（{who}）</source><translation>{words} ({who})</translation></message>
    <message><source>另有更早的 {count} 条。</source><translation>{count} earlier entries.</translation></message>
    <message><source>通知了还没走</source><translation>Told, not gone</translation></message>
    <message><source>另起一次点名</source><translation>Begin another roll call</translation></message>
    <message><source>还没有选中户，没有记。请选中一户或几户，再按 1 到 5。</source><translation>No household was chosen, nothing was written. Please choose one or more, then press 1 to 5.</translation></message>
    <message><source>这次研判的险区里没有住户。</source><translation>Nobody lives in the danger area of this run.</translation></message>
    <message><source>都联系上了。</source><translation>All were reached.</translation></message>
    <message><source>通知了还没走（拒绝的在前）· 研判第 {run} 号</source><translation>Told, not gone (refusals first) · run {run}</translation></message>
    <message><source>没有通知了还没走的户。</source><translation>Nobody who was told is still there.</translation></message>
    <message><source>点名 · 研判第 {run} 号</source><translation>Roll call · run {run}</translation></message>
    <message><source>没联系上（急的在前）· 研判第 {run} 号</source><translation>Not reached (urgent first) · run {run}</translation></message>
    <message><source>还没有研判。先勾选左边的风险区，按“哪些住房在险区？”，再来点名。</source><translation>No run yet. Tick hazard areas at the left, press “Which homes are in danger?”, then call the roll.</translation></message>
    <message><source>{place} · {title}</source><translation>{place} · {title}</translation></message>
    <message><source>点名：按 Ctrl+K，选中一户，按 1 到 5 记结果（按钮上写着），自动到下一户；6 写去处和备注，Ctrl+Z 撤销。</source><translation>Roll call: press Ctrl+K, choose a household and press 1 to 5 as the buttons say; the next one follows. 6 writes where to and a note, Ctrl+Z takes it back.</translation></message>
    <message><source>  第 {row} 条 {code}：{reason}</source><translation>  entry {row} {code}: {reason}</translation></message>
    <message><source>对方电脑的时钟快 {minutes} 分钟，请核对。</source><translation>The other computer's clock is {minutes} minutes ahead; please check.</translation></message>
    <message><source>  {code} {head}  本机：{ours}  对方：{theirs}  → {kept}</source><translation>  {code} {head}  here: {ours}  there: {theirs}  → {kept}</translation></message>
    <message><source>点名只能导出为 .json 或 .xlsx：{path}</source><translation>A roll call can only be exported as .json or .xlsx: {path}</translation></message>
    <message><source>给另一台合并用 .json，手工填写用 .xlsx。</source><translation>Use .json for another desk to merge, .xlsx to fill in by hand.</translation></message>
    <message><source>共 {rows:,} 条：{new:,} 条算数，{older:,} 条较早只留底，{same:,} 条本机已有，{refused:,} 条没有采用。</source><translation>{rows:,} entries: {new:,} count, {older:,} are older and only kept, {same:,} are here already, {refused:,} were refused.</translation></message>
    <message><source>{said}对方撤销的 {count:,} 条也撤销。</source><translation>{said} {count:,} that the other desk took back go too.</translation></message>
    <message><source>对方撤销</source><translation>Taken back there</translation></message>
    <message><source>用对方的</source><translation>Theirs counts</translation></message>
    <message><source>用本机的</source><translation>Ours counts</translation></message>
    <message><source>点名结果</source><translation>Result</translation></message>
    <message><source>去了哪里</source><translation>Went to</translation></message>
    <message><source>几点</source><translation>At</translation></message>
    <message><source>时间不对：{text}</source><translation>Wrong time: {text}</translation></message>
    <message><source>请写成 20:15 或 2026-07-12 20:15 的样子。</source><translation>Please write it as 20:15 or 2026-07-12 20:15.</translation></message>
    <message><source>在“点名结果”里选一项，时间写 20:15 的样子；没有结果的户留空。读回时只看最后六列，请不要改户编号。</source><translation>Choose one under “Result”, write the time as 20:15; leave households without a result empty. Only the last six columns are read back; please leave the codes as they are.</translation></message>
    <message><source>点名表</source><translation>Roll-call sheet</translation></message>
    <message><source>现在</source><translation>Now</translation></message>
    <message><source>{time} {what}</source><translation>{time} {what}</translation></message>
    <message><source>{state}（人）</source><translation>{state} (people)</translation></message>
    <message><source>名单上（户）</source><translation>Listed (households)</translation></message>
    <message><source>联系上（% 户）</source><translation>Reached (% of households)</translation></message>
    <message><source>已离开（% 户）</source><translation>Out (% of households)</translation></message>
    <message><source>名单上（人）</source><translation>Listed (people)</translation></message>
    <message><source>这不是点名文件：{path}</source><translation>This is no roll-call file: {path}</translation></message>
    <message><source>请选择由“导出点名”写成的 .json、填好的 .xlsx 点名表，或另一台的县文件 .gpkg。</source><translation>Please choose a .json written by “Export the roll call”, a filled .xlsx sheet, or the other desk's county file .gpkg.</translation></message>
    <message><source>点名文件由更新的版本写成：{path}</source><translation>The roll-call file was written by a newer version: {path}</translation></message>
    <message><source>请升级本程序后再合并。</source><translation>Please update this program, then merge.</translation></message>
    <message><source>点名文件不完整，或被改过：{path}</source><translation>The roll-call file is cut short or was changed: {path}</translation></message>
    <message><source>请在另一台电脑上重新导出，再拷一次；要手工填写请用 .xlsx 点名表。</source><translation>Please export it again on the other computer and copy it once more; to fill in by hand use the .xlsx sheet.</translation></message>
    <message><source>格式不对</source><translation>wrong format</translation></message>
    <message><source>文件太大，不像点名文件：{path}</source><translation>The file is too large for a roll call: {path}</translation></message>
    <message><source>请选择由“导出点名”写成的 .json 文件。</source><translation>Please choose a .json file written by “Export the roll call”.</translation></message>
    <message><source>请检查U盘是否还连接着，再试一次。</source><translation>Please check that the stick is still there and try again.</translation></message>
    <message><source>这不是点名表：{path}</source><translation>This is no roll-call sheet: {path}</translation></message>
    <message><source>表里要有“户编号”和“点名结果”两列；请用导出的表填写。</source><translation>It needs the columns “Code” and “Result”; please fill in an exported sheet.</translation></message>
    <message><source>这个县文件里没有同一晚的点名：{path}</source><translation>This county file holds no roll call of the same night: {path}</translation></message>
    <message><source>请选择另一台今晚用的县文件，或换一次研判再合并。</source><translation>Please choose the county file the other desk used tonight, or take another run.</translation></message>
    <message><source>研判第 {run} 号还没有点名记录，没有可以导出的。</source><translation>Nothing has been written in the roll call of run {run}, so there is nothing to export.</translation></message>
    <message><source>请先点名，再导出给另一台。</source><translation>Please call the roll first, then export it.</translation></message>
    <message><source>请在另一台电脑上重新导出，再拷一次。</source><translation>Please export it again on the other computer and copy it once more.</translation></message>
    <message><source>本县文件里没有这一户</source><translation>this county file has no such household</translation></message>
    <message><source>没有写谁记的</source><translation>it does not say who wrote it</translation></message>
    <message><source>同一条记录在文件里有两次</source><translation>the same entry stands in the file twice</translation></message>
    <message><source>这条在本机已撤销</source><translation>it was taken back here</translation></message>
    <message><source>这条在另一台已撤销</source><translation>it was taken back there</translation></message>
    <message><source>这条属于本机的另一次点名</source><translation>it belongs to another roll call here</translation></message>
    <message><source>本机同一编号的记录内容不同</source><translation>the entry of the same number here says something else</translation></message>
    <message><source>去处写得不对</source><translation>the destination is written wrongly</translation></message>
    <message><source>时间在将来，请核对两台电脑的时钟</source><translation>its time lies ahead; please check both computers' clocks</translation></message>
    <message><source>合并点名：{new} 条算数，{older} 条较早</source><translation>Merge a roll call: {new} count, {older} older</translation></message>
    <message><source>合并自 {file}</source><translation>merged from {file}</translation></message>
    <message><source>这是另一晚的点名（{day} 开始），没有合并。</source><translation>This is the roll call of another night (begun {day}); nothing was merged.</translation></message>
    <message><source>请选择今晚的文件，或先打开那一晚的研判再合并。</source><translation>Please choose tonight's file, or open the run of that night first.</translation></message>
    <message><source>合并另一台的 .json、.xlsx 或县文件 .gpkg。--json 的键：run rows new refused differences run_differences … entry。</source><translation>Merge another desk's .json, .xlsx or county file .gpkg. Keys of --json: run rows new refused differences run_differences … entry.</translation></message>
    <message><source>给另一台的点名文件（.json），或可以手工填写再读回的点名表（.xlsx）。--json 的键：run file entries。</source><translation>A file for another desk (.json), or a sheet to fill in by hand and read back (.xlsx). Keys of --json: run file entries.</translation></message>
    <message><source>合并另一台的点名</source><translation>Merge another desk's roll call</translation></message>
    <message><source>合并</source><translation>Merge</translation></message>
    <message><source>一次写入，可以撤销</source><translation>Written as one change, which can be undone</translation></message>
    <message><source>没有可以合并的：本机都已有。</source><translation>There is nothing to merge: all of it is here.</translation></message>
    <message><source>合并点名</source><translation>Merge the roll call</translation></message>
    <message><source>两台都知道的户没有不同。</source><translation>The two desks agree on every household they both know about.</translation></message>
    <message><source>没有采用的</source><translation>Refused</translation></message>
    <message><source>两台不同的户</source><translation>Households on which the desks differ</translation></message>
    <message><source>两台不同的户（每户以最近一条为准）</source><translation>Households on which the desks differ (the newest entry counts)</translation></message>
    <message><source>较早的也留底；再合并一次不会重复</source><translation>Older entries are kept too; merging again changes nothing</translation></message>
    <message><source>本机</source><translation>Here</translation></message>
    <message><source>对方</source><translation>There</translation></message>
    <message><source>导出点名</source><translation>Export the roll call</translation></message>
    <message><source>导出点名…</source><translation>Export the roll call…</translation></message>
    <message><source>点名.json</source><translation>roll-call.json</translation></message>
    <message><source>合并另一台的点名…</source><translation>Merge another desk's roll call…</translation></message>
    <message><source>点名 (*.json *.xlsx *.gpkg);;所有文件 (*)</source><translation>Roll calls (*.json *.xlsx *.gpkg);;All files (*)</translation></message>
    <message><source>给另一台合并的文件，或可以填写的点名表</source><translation>A file for another desk to merge, or a sheet to fill in</translation></message>
    <message><source>先看不同，每户以最近一条为准</source><translation>See the differences, then merge; the newest entry of a household counts</translation></message>
  </context>
</TS>
