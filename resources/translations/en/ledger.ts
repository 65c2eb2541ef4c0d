<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
  <context>
    <name>ledger</name>
    <message><source>共 {rows:,} 行：新增 {new:,}，更改 {changed:,}，相同 {same:,}，未导入 {refused:,}。</source><translation>{rows:,} rows: {new:,} new, {changed:,} changed, {same:,} the same, {refused:,} not imported.</translation></message>
    <message><source>  第 {row} 行：{reason}</source><translation>  Row {row}: {reason}</translation></message>
    <message><source>{column}“{value}”：{reason}</source><translation>{column} “{value}”: {reason}</translation></message>
    <message><source>  第 {row} 行 {name} {title}：{old} → {new}</source><translation>  Row {row} {name} {title}: {old} → {new}</translation></message>
    <message><source>  提醒：{reason}（{count:,} 行，如第 {rows} 行）</source><translation>  Note: {reason} ({count:,} rows, such as {rows})</translation></message>
    <message><source>导入</source><translation>Import</translation></message>
    <message><source>问题工作簿只能写成 .xlsx：{path}</source><translation>The workbook of problems can only be an .xlsx: {path}</translation></message>
    <message><source>问题工作簿不能盖掉要导入的文件：{path}</source><translation>The workbook of problems must not replace the file to import: {path}</translation></message>
    <message><source>隐藏的工作表没有读取：{sheets}</source><translation>Hidden sheets were not read: {sheets}</translation></message>
    <message><source>另外的工作表没有读取：{sheets}</source><translation>Other sheets were not read: {sheets}</translation></message>
    <message><source>{count:,} 个公式单元格只取保存时的值</source><translation>{count:,} formula cells were read as the values saved with them</translation></message>
    <message><source>{count:,} 个公式没有保存结果，按空白读取；请在 Excel 中打开并保存一次</source><translation>{count:,} formulas have no saved value and were read as blank; open and save the file in Excel once</translation></message>
    <message><source>{count:,} 个单元格是错误值</source><translation>{count:,} cells hold an error</translation></message>
    <message><source>没有用到的列：{columns}</source><translation>Columns not used: {columns}</translation></message>
    <message><source>跳过样表的示例行：第 {rows} 行</source><translation>The template's example was skipped: row {rows}</translation></message>
    <message><source>这是试算，没有写入。</source><translation>This was a dry run; nothing was written.</translation></message>
    <message><source>未导入的行已写到：{path}</source><translation>The rows not imported were written to: {path}</translation></message>
    <message><source>{kind}样表已写好：{path}</source><translation>The template for the {kind} was written: {path}</translation></message>
    <message><source>样表只能写成 .xlsx：{path}</source><translation>A template can only be an .xlsx: {path}</translation></message>
    <message><source>身份证号的校验位不对</source><translation>The check digit of the ID number is wrong</translation></message>
    <message><source>身份证号的地区码不存在</source><translation>The area code of the ID number does not exist</translation></message>
    <message><source>身份证号是15位旧号</source><translation>The ID number is an old one of 15 digits</translation></message>
    <message><source>身份证号已被表格软件改成科学计数法，后几位丢失；请从原始资料重新填写，并把单元格设为文本</source><translation>A spreadsheet turned the ID number into scientific notation and its last digits are lost; enter it again from the source, in a cell set to text</translation></message>
    <message><source>身份证号末尾是000且校验位不对，很可能被表格软件舍入，后三位丢失；请从原始资料核对</source><translation>The ID number ends in 000 and its check digit is wrong: most likely rounded by a spreadsheet, its last three digits lost; check it with the source</translation></message>
    <message><source>身份证号已脱敏（含*），请填完整号码</source><translation>The ID number is masked (*); enter the whole number</translation></message>
    <message><source>身份证号应为18位，实为{count}位</source><translation>An ID number has 18 characters, this one has {count}</translation></message>
    <message><source>身份证号里的出生日期不存在</source><translation>The birth date in the ID number does not exist</translation></message>
    <message><source>身份证号含有不该有的字符</source><translation>The ID number holds characters that do not belong there</translation></message>
    <message><source>不能导入“{text}”类的台账。</source><translation>Ledgers of the kind “{text}” cannot be imported.</translation></message>
    <message><source>可以导入：{kinds}。</source><translation>What can be imported: {kinds}.</translation></message>
    <message><source>没有名为“{text}”的字段。</source><translation>There is no field named “{text}”.</translation></message>
    <message><source>可用的字段：{fields}。</source><translation>Fields there are: {fields}.</translation></message>
    <message><source>人员台账</source><translation>Ledger of people</translation></message>
    <message><source>户台账</source><translation>Ledger of households</translation></message>
    <message><source>联系人名册</source><translation>Register of contacts</translation></message>
    <message><source>网格员名册</source><translation>Register of grid officers</translation></message>
    <message><source>双线岗位名册</source><translation>Register of slots</translation></message>
    <message><source>{column}：{reason}</source><translation>{column}: {reason}</translation></message>
    <message><source>未导入</source><translation>Not imported</translation></message>
    <message><source>列</source><translation>Column</translation></message>
    <message><source>填写的内容</source><translation>What was written</translation></message>
    <message><source>提醒</source><translation>Notes</translation></message>
    <message><source>填写说明</source><translation>How to fill in</translation></message>
    <message><source>带*的列必填；颜色较深的表头就是必填列。列的次序可以改变，不用的列可以删去。</source><translation>Columns with * are required. Columns may change places, and those not used may be deleted.</translation></message>
    <message><source>所有单元格都是文本：身份证号和电话不会被改写。请不要改成数字格式。</source><translation>All cells are text: ID numbers and phones are not rewritten. Do not change them to numbers.</translation></message>
    <message><source>日期写成 2021-09-03、2021.9.3 或 2021年9月3日。</source><translation>Write dates as 2021-09-03, 2021.9.3 or 2021年9月3日.</translation></message>
    <message><source>第二行是虚构的示例，导入时跳过，也可以删去。</source><translation>The second row is a made-up example: the import skips it, and it may be deleted.</translation></message>
    <message><source>说明 {number}</source><translation>Note {number}</translation></message>
    <message><source>也认得：{names}</source><translation>Also known as: {names}</translation></message>
    <message><source>这是一个文件夹，不是台账：{path}</source><translation>This is a folder and no ledger: {path}</translation></message>
    <message><source>文件是空的：{path}</source><translation>The file is empty: {path}</translation></message>
    <message><source>请重新获取这个文件。</source><translation>Get the file again.</translation></message>
    <message><source>请拆成几个文件再导入。</source><translation>Split it into several files and import them.</translation></message>
    <message><source>这个文件其实是网页，不是表格：{path}</source><translation>This file is in truth a web page and no spreadsheet: {path}</translation></message>
    <message><source>请用 Excel 或 WPS 打开后另存为 .xlsx。</source><translation>Open it in Excel or WPS and save it as .xlsx.</translation></message>
    <message><source>这个文件是 XML，不是表格：{path}</source><translation>This file is XML and no spreadsheet: {path}</translation></message>
    <message><source>这个文件是 PDF，不是表格：{path}</source><translation>This file is a PDF and no spreadsheet: {path}</translation></message>
    <message><source>请向对方索要原始表格。</source><translation>Ask for the spreadsheet it was made from.</translation></message>
    <message><source>文件已损坏，或不是表格：{path}</source><translation>The file is damaged or no spreadsheet: {path}</translation></message>
    <message><source>请在 Excel 或 WPS 中打开后另存为 .xlsx 再试。</source><translation>Open it in Excel or WPS, save it as .xlsx and try again.</translation></message>
    <message><source>已取消导入。</source><translation>The import was cancelled.</translation></message>
    <message><source>没有写入任何内容。</source><translation>Nothing was written.</translation></message>
    <message><source>工作簿有打开密码：{path}</source><translation>The workbook is protected by a password: {path}</translation></message>
    <message><source>请在 Excel 或 WPS 中去掉密码、保存后再导入。</source><translation>Take the password off in Excel or WPS, save and import again.</translation></message>
    <message><source>这个压缩文件里没有表格：{path}</source><translation>There is no spreadsheet in this archive: {path}</translation></message>
    <message><source>可以读取 .xlsx .xls .ods .csv .txt。</source><translation>Readable are .xlsx .xls .ods .csv .txt.</translation></message>
    <message><source>工作簿太大或已损坏，读不出来：{path}</source><translation>The workbook is too large or damaged and cannot be read: {path}</translation></message>
    <message><source>请删去多余的行列和工作表，另存为 .xlsx 再试。</source><translation>Delete rows, columns and sheets that are not needed, save it as .xlsx and try again.</translation></message>
    <message><source>工作簿读得太久，已停止：{path}</source><translation>Reading the workbook took too long and was stopped: {path}</translation></message>
    <message><source>看不出文件的编码：{path}</source><translation>The encoding of the file cannot be told: {path}</translation></message>
    <message><source>请在 Excel 或 WPS 中另存为 .xlsx，或用 --encoding 写明编码。</source><translation>Save it as .xlsx in Excel or WPS, or name the encoding with --encoding.</translation></message>
    <message><source>按 GB18030 读作“{first}”，按 Big5 读作“{second}”；请用 --encoding gb18030 或 --encoding big5 写明。</source><translation>As GB18030 it reads “{first}”, as Big5 “{second}”; say which with --encoding gb18030 or --encoding big5.</translation></message>
    <message><source>第 {line} 行的引号没有成对，后面的内容读不出来：{path}</source><translation>A quotation mark of line {line} has no partner, and what follows cannot be read: {path}</translation></message>
    <message><source>请改好这一行的引号再导入。</source><translation>Mend the quotation marks of this line and import again.</translation></message>
    <message><source>文件里有不是文字的内容：{path}</source><translation>The file holds what is no text: {path}</translation></message>
    <message><source>文件不是 {encoding} 编码：{path}</source><translation>The file is not encoded as {encoding}: {path}</translation></message>
    <message><source>请用 --encoding 写明另一种编码，如 gb18030。</source><translation>Name another encoding with --encoding, such as gb18030.</translation></message>
    <message><source>导入{kind}：新增 {new:,} 行，更改 {changed:,} 行</source><translation>Import of the {kind}: {new:,} rows new, {changed:,} changed</translation></message>
    <message><source>导入时县文件被别人改动，没有写入任何内容。</source><translation>Somebody changed the county file during the import; nothing was written.</translation></message>
    <message><source>请再导入一次。</source><translation>Import once more.</translation></message>
    <message><source>这个电话在县里属于{names}</source><translation>In the county this phone belongs to {names}</translation></message>
    <message><source>{name}在县里是{role}，不是网格员</source><translation>In the county {name} is {role} and no grid officer</translation></message>
    <message><source>不认识的岗位，可填：{roles}</source><translation>Unknown role; write one of: {roles}</translation></message>
    <message><source>没有写岗位</source><translation>No role is written</translation></message>
    <message><source>县里有 {count} 位联系人与这一行相符，请先在县里合并或写明电话</source><translation>{count} contacts of the county fit this row; merge them first or write the phone</translation></message>
    <message><source>没有写网格</source><translation>No grid is written</translation></message>
    <message><source>与第 {row} 行是同一个网格</source><translation>The same grid as in row {row}</translation></message>
    <message><source>看不懂日期，或没有这一天</source><translation>The date cannot be read, or there is no such day</translation></message>
    <message><source>电话已脱敏（含*），没有读取</source><translation>The phone is masked (*) and was not read</translation></message>
    <message><source>看不懂电话，没有读取</source><translation>The phone cannot be understood and was not read</translation></message>
    <message><source>有几个电话，只存第一个</source><translation>There are several phones; only the first is kept</translation></message>
    <message><source>没有写单位</source><translation>No unit is written</translation></message>
    <message><source>与第 {row} 行是同一个人</source><translation>The same person as in row {row}</translation></message>
    <message><source>该网格在 {day} 之后已有安排</source><translation>The grid has arrangements after {day} already</translation></message>
    <message><source>没有姓名</source><translation>There is no name</translation></message>
    <message><source>姓名太长</source><translation>The name is too long</translation></message>
    <message><source>县里没有这一户，表中也没有写户主姓名</source><translation>The county has no such household, and the ledger names no head</translation></message>
    <message><source>没有性别，也没有身份证号</source><translation>Neither sex nor ID number is written</translation></message>
    <message><source>没有出生日期，也没有身份证号</source><translation>Neither birth date nor ID number is written</translation></message>
    <message><source>县里没有这一户，表中这一户也没有户主</source><translation>The county has no such household, and in the ledger it has no head</translation></message>
    <message><source>户主所在的第 {row} 行没有导入</source><translation>Row {row} with the head was not imported</translation></message>
    <message><source>没有写与户主关系，按“其他”记</source><translation>No relation to the head is written; taken as “other”</translation></message>
    <message><source>看不懂住房状态，可填：{known}</source><translation>The state of the home cannot be understood; write one of: {known}</translation></message>
    <message><source>现住房不能是灾毁或已拆除</source><translation>A residence cannot be lost or demolished</translation></message>
    <message><source>写了原籍村，却没有搬迁日期</source><translation>An origin village is written but no date of the move</translation></message>
    <message><source>写了搬迁日期，却没有原籍村</source><translation>A date of the move is written but no origin village</translation></message>
    <message><source>县里没有这处房屋，已记为没有点位的新房屋</source><translation>The county has no such house; it was entered as a new one without a point</translation></message>
    <message><source>写了原住址，却没有搬迁日期和原籍村</source><translation>An origin home is written but neither the date of the move nor the origin village</translation></message>
    <message><source>只写了年月，按 1 日记</source><translation>Only year and month are written; taken as the 1st</translation></message>
    <message><source>{code}（{head}）</source><translation>{code} ({head})</translation></message>
    <message><source>户 {code} 已于 {day} 结束</source><translation>Household {code} ended on {day}</translation></message>
    <message><source>与第 {row} 行同属户 {code}，请合在一起写</source><translation>The same household {code} as row {row}; write them together</translation></message>
    <message><source>县里有 {count} 位户主叫{name}且出生日期相同，请写户编号或身份证号</source><translation>The county has {count} heads named {name} with the same birth date; write the household code or the ID number</translation></message>
    <message><source>县里记着此人已于 {day} 离开户 {family}</source><translation>In the county this person left household {family} on {day}</translation></message>
    <message><source>县里这一户的户主是{name}；要换户主，请在表中写明{name}与新户主的关系</source><translation>In the county the head of this household is {name}; for another head, write what {name} is to the new one</translation></message>
    <message><source>同一身份证号在县里属于户 {family}</source><translation>In the county the same ID number belongs to household {family}</translation></message>
    <message><source>这一户有 {count} 人叫{name}，请写身份证号</source><translation>The household has {count} people named {name}; write the ID number</translation></message>
    <message><source>无户主</source><translation>no head</translation></message>
    <message><source>县里此人是户主，表中却不是，也没有写新的户主</source><translation>In the county this person is the head, in the ledger not, and no new head is written</translation></message>
    <message><source>户主所在的第 {row} 行没有导入，不知道属于哪一户</source><translation>Row {row} with the head was not imported, so the household is unknown</translation></message>
    <message><source>不知道属于哪一户：请写户编号、户主身份证号，或与户主关系</source><translation>The household is unknown: write the household code, the head's ID number or the relation to the head</translation></message>
    <message><source>身份证号与第 {row} 行相同</source><translation>The same ID number as in row {row}</translation></message>
    <message><source>这一户在第 {row} 行已有户主{name}</source><translation>The household has its head {name} in row {row} already</translation></message>
    <message><source>表中有 {count} 户的户主叫{name}，请写户编号或户主身份证号</source><translation>{count} households of the ledger have a head named {name}; write the household code or the head's ID number</translation></message>
    <message><source>表中没有户主{name}这一行</source><translation>The ledger has no row for the head {name}</translation></message>
    <message><source>这一行没有可读的内容</source><translation>There is nothing to read in this row</translation></message>
    <message><source>身份证号已脱敏（含*），没有读取</source><translation>The ID number is masked (*) and was not read</translation></message>
    <message><source>看不懂性别</source><translation>The sex cannot be understood</translation></message>
    <message><source>性别与身份证号不符：身份证号是{sex}</source><translation>The sex contradicts the ID number, which says {sex}</translation></message>
    <message><source>出生日期与身份证号不符：身份证号是{day}</source><translation>The birth date contradicts the ID number, which says {day}</translation></message>
    <message><source>不认识的与户主关系，按“其他”记</source><translation>The relation to the head is unknown; taken as “other”</translation></message>
    <message><source>应填是或否</source><translation>Write yes or no</translation></message>
    <message><source>单元格是错误值</source><translation>The cell holds an error</translation></message>
    <message><source>这是合计行，不是数据</source><translation>This is a row of totals and no data</translation></message>
    <message><source>这一行重复了表头</source><translation>This row repeats the header</translation></message>
    <message><source>{site}没有“{text}”，已有的楼栋：{known}</source><translation>{site} has no “{text}”; its buildings: {known}</translation></message>
    <message><source>没有名为“{text}”的安置点，是不是：{names}？</source><translation>There is no settlement site named “{text}”; is it {names}?</translation></message>
    <message><source>没有名为“{text}”的安置点</source><translation>There is no settlement site named “{text}”</translation></message>
    <message><source>写了楼栋却没有写房号</source><translation>A building is written but no room</translation></message>
    <message><source>单元应是数字：{text}</source><translation>The entrance has to be a number: {text}</translation></message>
    <message><source>经度和纬度似乎写反了</source><translation>Longitude and latitude seem to be swapped</translation></message>
    <message><source>经纬度不在国内：{text}</source><translation>The coordinates do not lie in the country: {text}</translation></message>
    <message><source>叫“{text}”的房屋有 {count} 处，请写明村或镇</source><translation>{count} houses are called “{text}”; write the village or the town</translation></message>
    <message><source>经纬度应是十进制度数：{text}</source><translation>Coordinates have to be decimal degrees: {text}</translation></message>
    <message><source>没有叫{name}的在岗联系人，是不是：{names}？</source><translation>There is no active contact named {name}; is it {names}?</translation></message>
    <message><source>没有叫{name}的在岗联系人</source><translation>There is no active contact named {name}</translation></message>
    <message><source>叫{name}的联系人有 {count} 位，请写电话</source><translation>{count} contacts are named {name}; write the phone</translation></message>
    <message><source>县里{name}的电话不是这个</source><translation>In the county {name} has another phone</translation></message>
    <message><source>县里没有户编号{code}</source><translation>The county has no household code {code}</translation></message>
    <message><source>县里没有这个身份证号的人</source><translation>The county has nobody with this ID number</translation></message>
    <message><source>看不懂身份证号</source><translation>The ID number cannot be understood</translation></message>
    <message><source>户编号和身份证号不是同一户</source><translation>Household code and ID number are not of one household</translation></message>
    <message><source>没有写户编号，也没有写户主身份证号</source><translation>Neither the household code nor the head's ID number is written</translation></message>
    <message><source>{name}在第 {row} 行已是另一条线的包联干部</source><translation>{name} is sponsor cadre of the other line in row {row} already</translation></message>
    <message><source>与第 {row} 行是同一户的同一岗位</source><translation>The same slot of the same household as in row {row}</translation></message>
    <message><source>{kind}缺少列：{columns}。</source><translation>The {kind} lacks columns: {columns}.</translation></message>
    <message><source>文件里的列：{titles}。请检查 --as，或用 --mapping 列名=字段 写明。</source><translation>Columns of the file: {titles}. Check --as, or name them with --mapping TITLE=FIELD.</translation></message>
    <message><source>还有 {count:,} 条，没有写出</source><translation>{count:,} more are not written</translation></message>
    <message><source>没有找到{kind}的表头。工作表：{sheets}。</source><translation>No header of a {kind} was found. Sheets: {sheets}.</translation></message>
    <message><source>第一行是“{first}”。请检查 --as，或用 --mapping 列名=字段 写明各列，或用 gisapp template 取得样表。</source><translation>The first row is “{first}”. Check --as, or name the columns with --mapping TITLE=FIELD, or get a template with gisapp template.</translation></message>
    <message><source>有 {count} 张工作表都像{kind}。</source><translation>{count} sheets look like a {kind}.</translation></message>
    <message><source>请用 --sheet 写明一张：{sheets}。</source><translation>Name one with --sheet: {sheets}.</translation></message>
    <message><source>文件里没有数据：{path}</source><translation>There is no data in the file: {path}</translation></message>
    <message><source>文件里的工作表：{sheets}。</source><translation>Sheets of the file: {sheets}.</translation></message>
    <message><source>文件里没有列“{title}”。</source><translation>The file has no column “{title}”.</translation></message>
    <message><source>文件里的列：{titles}。</source><translation>Columns of the file: {titles}.</translation></message>
    <message><source>看不懂对应关系“{text}”。</source><translation>The mapping “{text}” cannot be understood.</translation></message>
    <message><source>请写成 列名=字段，多个用逗号分开。</source><translation>Write TITLE=FIELD, several parted by commas.</translation></message>
    <message><source>没有名为“{name}”的工作表。</source><translation>There is no sheet named “{name}”.</translation></message>
    <message><source>{name}({rows} 行，隐藏)</source><translation>{name} ({rows} rows, hidden)</translation></message>
    <message><source>{name}({rows} 行)</source><translation>{name} ({rows} rows)</translation></message>
    <message><source>没有名为“{text}”的单位</source><translation>There is no unit named “{text}”</translation></message>
    <message><source>没有名为“{text}”的单位，是不是：{names}？</source><translation>There is no unit named “{text}”; is it {names}?</translation></message>
    <message><source>没有名为“{text}”的网格，是不是：{names}？</source><translation>There is no grid named “{text}”; is it {names}?</translation></message>
    <message><source>没有名为“{text}”的网格</source><translation>There is no grid named “{text}”</translation></message>
    <message><source>“{text}”不止一个：{names}；请写明镇，或改用代码</source><translation>There is more than one “{text}”: {names}; write the town, or use the code</translation></message>
    <message><source>名为“{text}”的网格不止一个：{codes}；请改用网格编号</source><translation>More than one grid is named “{text}”: {codes}; use the grid code</translation></message>
    <message><source>户主姓名</source><translation>Head's name</translation></message>
    <message><source>户主身份证号</source><translation>Head's ID number</translation></message>
    <message><source>与户主关系</source><translation>Relation to the head</translation></message>
    <message><source>出生日期</source><translation>Birth date</translation></message>
    <message><source>身份证号</source><translation>ID number</translation></message>
    <message><source>现住址</source><translation>Present address</translation></message>
    <message><source>经度</source><translation>Longitude</translation></message>
    <message><source>纬度</source><translation>Latitude</translation></message>
    <message><source>现住房状态</source><translation>State of the residence</translation></message>
    <message><source>原籍镇</source><translation>Origin town</translation></message>
    <message><source>原住址</source><translation>Origin address</translation></message>
    <message><source>旧址经度</source><translation>Longitude of the origin home</translation></message>
    <message><source>旧址纬度</source><translation>Latitude of the origin home</translation></message>
    <message><source>原住房状态</source><translation>State of the origin home</translation></message>
    <message><source>起始日期</source><translation>From</translation></message>
    <message><source>联系人电话</source><translation>Contact's phone</translation></message>
    <message><source>工作表的名称；只有一张像台账时不必写。</source><translation>Name of the sheet; not needed when only one looks like a ledger.</translation></message>
    <message><source>列名=字段，多个用逗号分开；字段留空就是不要这一列。</source><translation>TITLE=FIELD, several parted by commas; an empty field leaves the column out.</translation></message>
    <message><source>文本文件的编码，如 gb18030、big5；一般不必写。</source><translation>Encoding of a text file, such as gb18030 or big5; mostly not needed.</translation></message>
    <message><source>只看结果，不写入。</source><translation>Only show what would happen; write nothing.</translation></message>
    <message><source>把未导入的行写成工作簿，改好后可以再导入。</source><translation>Write the rows not imported to a workbook that can be corrected and imported again.</translation></message>
    <message><source>身份证号校验位不对的行也不导入。</source><translation>Do not import rows whose ID number has a wrong check digit either.</translation></message>
    <message><source>写一份空白台账：表头、下拉选项、说明和一行示例。</source><translation>Write an empty ledger: header, drop-downs, notes and one example row.</translation></message>
  </context>
</TS>
