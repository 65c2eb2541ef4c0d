<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>core</name>
    <message>
        <source>县</source>
        <translation>County</translation>
    </message>
    <message>
        <source>镇</source>
        <translation>Town</translation>
    </message>
    <message>
        <source>村</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>社区</source>
        <translation>Community</translation>
    </message>
    <message>
        <source>洪涝</source>
        <translation>flood</translation>
    </message>
    <message>
        <source>山洪</source>
        <translation>flash flood</translation>
    </message>
    <message>
        <source>滑坡</source>
        <translation>landslide</translation>
    </message>
    <message>
        <source>泥石流</source>
        <translation>debris flow</translation>
    </message>
    <message>
        <source>崩塌</source>
        <translation>collapse</translation>
    </message>
    <message>
        <source>地面塌陷</source>
        <translation>subsidence</translation>
    </message>
    <message>
        <source>红色</source>
        <translation>red</translation>
    </message>
    <message>
        <source>橙色</source>
        <translation>orange</translation>
    </message>
    <message>
        <source>黄色</source>
        <translation>yellow</translation>
    </message>
    <message>
        <source>蓝色</source>
        <translation>blue</translation>
    </message>
    <message>
        <source>没有名为“{text}”的等级。</source>
        <translation>There is no level called “{text}”.</translation>
    </message>
    <message>
        <source>等级为：红、橙、黄、蓝。</source>
        <translation>The levels are red, orange, yellow, blue.</translation>
    </message>
    <message>
        <source>没有名为“{text}”的灾种。</source>
        <translation>There is no hazard kind called “{text}”.</translation>
    </message>
    <message>
        <source>灾种为：{kinds}。</source>
        <translation>The kinds are: {kinds}.</translation>
    </message>
    <message>
        <source>住房</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>原住房</source>
        <translation>Origin home</translation>
    </message>
    <message>
        <source>现住房</source>
        <translation>Residence</translation>
    </message>
    <message>
        <source>在住</source>
        <translation>Lived in</translation>
    </message>
    <message>
        <source>空置</source>
        <translation>Vacant</translation>
    </message>
    <message>
        <source>灾毁</source>
        <translation>Lost</translation>
    </message>
    <message>
        <source>已拆除</source>
        <translation>Demolished</translation>
    </message>
    <message>
        <source>村线</source>
        <translation>Village line</translation>
    </message>
    <message>
        <source>社区线</source>
        <translation>Community line</translation>
    </message>
    <message>
        <source>包联干部</source>
        <translation>Sponsor cadre</translation>
    </message>
    <message>
        <source>村/社区干部</source>
        <translation>Unit cadre</translation>
    </message>
    <message>
        <source>网格员</source>
        <translation>Grid officer</translation>
    </message>
    <message>
        <source>排查预警</source>
        <translation>Screening and early warning</translation>
    </message>
    <message>
        <source>帮扶落实</source>
        <translation>Assistance delivery</translation>
    </message>
    <message>
        <source>{line}·{role}</source>
        <translation>{line} · {role}</translation>
    </message>
    <message>
        <source>没有名为“{text}”的岗位。</source>
        <translation>There is no slot called “{text}”.</translation>
    </message>
    <message>
        <source>可用的岗位：{slots}。</source>
        <translation>The slots are: {slots}.</translation>
    </message>
    <message>
        <source>户主</source>
        <translation>Head</translation>
    </message>
    <message>
        <source>配偶</source>
        <translation>Spouse</translation>
    </message>
    <message>
        <source>子女</source>
        <translation>Child</translation>
    </message>
    <message>
        <source>儿媳/女婿</source>
        <translation>Child-in-law</translation>
    </message>
    <message>
        <source>孙子女</source>
        <translation>Grandchild</translation>
    </message>
    <message>
        <source>父母</source>
        <translation>Parent</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>男</source>
        <translation>male</translation>
    </message>
    <message>
        <source>女</source>
        <translation>female</translation>
    </message>
    <message>
        <source>65岁及以上</source>
        <translation>65 and over</translation>
    </message>
    <message>
        <source>6岁以下</source>
        <translation>under 6</translation>
    </message>
    <message>
        <source>残疾</source>
        <translation>disabled</translation>
    </message>
    <message>
        <source>重病</source>
        <translation>seriously ill</translation>
    </message>
    <message>
        <source>孕妇</source>
        <translation>pregnant</translation>
    </message>
    <message>
        <source>独居</source>
        <translation>lives alone</translation>
    </message>
    <message>
        <source>老</source>
        <translation>65+</translation>
    </message>
    <message>
        <source>幼</source>
        <translation>&lt;6</translation>
    </message>
    <message>
        <source>残</source>
        <translation>dis</translation>
    </message>
    <message>
        <source>病</source>
        <translation>ill</translation>
    </message>
    <message>
        <source>孕</source>
        <translation>preg</translation>
    </message>
    <message>
        <source>独</source>
        <translation>alone</translation>
    </message>
    <message>
        <source>不是面：{kind}</source>
        <translation>Not an area: {kind}</translation>
    </message>
    <message>
        <source>无法读取图形文件：{path}</source>
        <translation>The geodata file cannot be read: {path}</translation>
    </message>
    <message>
        <source>文件可能已损坏或不完整，请重新获取。</source>
        <translation>It may be damaged or incomplete; fetch it again.</translation>
    </message>
    <message>
        <source>文件里没有图层：{path}</source>
        <translation>The file has no layers: {path}</translation>
    </message>
    <message>
        <source>请检查导出设置后重新导出。</source>
        <translation>Check the export settings and export it again.</translation>
    </message>
    <message>
        <source>请检查文件名。</source>
        <translation>Check the file name.</translation>
    </message>
    <message>
        <source>不认识的文件类型：{path}</source>
        <translation>Unknown kind of file: {path}</translation>
    </message>
    <message>
        <source>可以读取：{suffixes}。</source>
        <translation>These can be read: {suffixes}.</translation>
    </message>
    <message>
        <source>文件太大：{path}</source>
        <translation>The file is too large: {path}</translation>
    </message>
    <message>
        <source>请先裁剪到本县范围。</source>
        <translation>Clip it to the county first.</translation>
    </message>
    <message>
        <source>没有图形</source>
        <translation>No geometry</translation>
    </message>
    <message>
        <source>{name}已在另一条线担任包联干部</source>
        <translation>{name} is already the sponsor cadre on the other line</translation>
    </message>
    <message>
        <source>该岗位在 {day} 之后已有安排</source>
        <translation>The slot is already given to somebody after {day}</translation>
    </message>
    <message>
        <source>名单中重复</source>
        <translation>Listed more than once</translation>
    </message>
    <message>
        <source>{slot}：给 {count} 户分配{name}</source>
        <translation>{slot}: {name} assigned to {count} households</translation>
    </message>
    <message>
        <source>没有这一户</source>
        <translation>No such household</translation>
    </message>
    <message>
        <source>不是搬迁户，没有双线岗位</source>
        <translation>Not a relocated household: it has no slots</translation>
    </message>
    <message>
        <source>已经由{name}担任</source>
        <translation>Already held by {name}</translation>
    </message>
    <message>
        <source>备份没有写成：{path}</source>
        <translation>The backup could not be written: {path}</translation>
    </message>
    <message>
        <source>请检查磁盘空间和写入权限。</source>
        <translation>Check the free disk space and your right to write there.</translation>
    </message>
    <message>
        <source>备份已损坏：{path}</source>
        <translation>The backup is damaged: {path}</translation>
    </message>
    <message>
        <source>请换一份备份。</source>
        <translation>Choose another backup.</translation>
    </message>
    <message>
        <source>备份和目标是同一个文件：{path}</source>
        <translation>The backup and the target are the same file: {path}</translation>
    </message>
    <message>
        <source>请选择另一个文件。</source>
        <translation>Choose another file.</translation>
    </message>
    <message>
        <source>恢复没有完成：{path}</source>
        <translation>The restore was not finished: {path}</translation>
    </message>
    <message>
        <source>请检查磁盘空间和写入权限；原文件没有被改动。</source>
        <translation>Check the free disk space and your right to write there; the original was not changed.</translation>
    </message>
    <message>
        <source>没有编号为 {id} 的在岗联系人。</source>
        <translation>There is no active contact with number {id}.</translation>
    </message>
    <message>
        <source>请从联系人名单中选择。</source>
        <translation>Choose one from the list of contacts.</translation>
    </message>
    <message>
        <source>更换网格员：{name}</source>
        <translation>Grid officer changed: {name}</translation>
    </message>
    <message>
        <source>没有代码或名称为“{text}”的单位。</source>
        <translation>No unit has the code or name “{text}”.</translation>
    </message>
    <message>
        <source>请写完整的名称或官方代码。</source>
        <translation>Write the full name or the official code.</translation>
    </message>
    <message>
        <source>“{text}”不止一个：{names}</source>
        <translation>“{text}” is more than one: {names}</translation>
    </message>
    <message>
        <source>请改用代码。</source>
        <translation>Use the code instead.</translation>
    </message>
    <message>
        <source>没有写明是哪些户。</source>
        <translation>It is not said which households are meant.</translation>
    </message>
    <message>
        <source>例如：site=紫云南郡 building=3号楼，或一个单位的名称。</source>
        <translation>For example: site=紫云南郡 building=3号楼, or the name of a unit.</translation>
    </message>
    <message>
        <source>不认识条件“{key}”。</source>
        <translation>Unknown condition “{key}”.</translation>
    </message>
    <message>
        <source>可用的条件：{keys}。</source>
        <translation>The conditions are: {keys}.</translation>
    </message>
    <message>
        <source>没有这个网格。</source>
        <translation>There is no such grid.</translation>
    </message>
    <message>
        <source>请在地图或列表中重新选择。</source>
        <translation>Choose again on the map or in the list.</translation>
    </message>
    <message>
        <source>没有这一户。</source>
        <translation>There is no such household.</translation>
    </message>
    <message>
        <source>请重新搜索，或在列表中选择。</source>
        <translation>Search again, or choose one from the list.</translation>
    </message>
    <message>
        <source>住房在风险区内：先与主责联系人核对今晚住处。</source>
        <translation>A home lies in a hazard area: first check with the leading contact where they sleep tonight.</translation>
    </message>
    <message>
        <source>补齐缺岗：{slots}。</source>
        <translation>Fill the empty slots: {slots}.</translation>
    </message>
    <message>
        <source>没有住房记录：请登记这户的现住房。</source>
        <translation>No home on record: enter where this household lives.</translation>
    </message>
    <message>
        <source>六岗齐全，无需处理。</source>
        <translation>All six slots are filled; nothing to do.</translation>
    </message>
    <message>
        <source>无需处理。</source>
        <translation>Nothing to do.</translation>
    </message>
    <message>
        <source>没有选择风险区。</source>
        <translation>No hazard area was chosen.</translation>
    </message>
    <message>
        <source>请先选择或绘制至少一个风险区。</source>
        <translation>Choose or draw at least one hazard area first.</translation>
    </message>
    <message>
        <source>请改用 point（按房屋点位判断）。</source>
        <translation>Use point instead (judged by the house's point).</translation>
    </message>
    <message>
        <source>外扩距离不合理：{metres} 米。</source>
        <translation>The buffer makes no sense: {metres} m.</translation>
    </message>
    <message>
        <source>请填 0 到 100000 之间的米数。</source>
        <translation>Give metres between 0 and 100000.</translation>
    </message>
    <message>
        <source>研判已取消。</source>
        <translation>The run was cancelled.</translation>
    </message>
    <message>
        <source>没有保存任何内容。</source>
        <translation>Nothing was saved.</translation>
    </message>
    <message>
        <source>没有名为“{name}”的风险区。</source>
        <translation>There is no hazard area called “{name}”.</translation>
    </message>
    <message>
        <source>已有 {count} 个风险区：{names}。</source>
        <translation>There are {count} hazard areas: {names}.</translation>
    </message>
    <message>
        <source>研判：{names}，{count} 户</source>
        <translation>Hazard run: {names}, {count} households</translation>
    </message>
    <message>
        <source>无</source>
        <translation>none</translation>
    </message>
    <message>
        <source>险区内 {people} 人（{place}）</source>
        <translation>{people} in danger ({place})</translation>
    </message>
    <message>
        <source>{place} {people} 人</source>
        <translation>{place}: {people}</translation>
    </message>
    <message>
        <source>不详</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>去处不详</source>
        <translation>place unknown</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>更新现住何处</source>
        <translation>Sleeping place updated</translation>
    </message>
    <message>
        <source>请写 --county 或 --outline，二选一。</source>
        <translation>Give either --county or --outline.</translation>
    </message>
    <message>
        <source>例如：--county 汉阴县，或 --outline 县界.geojson。</source>
        <translation>For example: --county 汉阴县, or --outline outline.geojson.</translation>
    </message>
    <message>
        <source>没有“{county}”的边界。</source>
        <translation>There is no outline of “{county}”.</translation>
    </message>
    <message>
        <source>附带的县：{names}；其他县请用 --outline 给出边界文件。</source>
        <translation>Counties that come with the program: {names}; for any other give its outline with --outline.</translation>
    </message>
    <message>
        <source>请补上 .prj 文件，或另存为 GeoJSON。</source>
        <translation>Add the .prj file, or save it as GeoJSON.</translation>
    </message>
    <message>
        <source>文件 {name}</source>
        <translation>File {name}</translation>
    </message>
    <message>
        <source>文件里没有可用的面：{path}</source>
        <translation>The file has no usable area: {path}</translation>
    </message>
    <message>
        <source>请检查文件内容；需要面状图形。</source>
        <translation>Check its content; polygons are needed.</translation>
    </message>
    <message>
        <source>请检查坐标系是否正确，或是否拿错了文件。</source>
        <translation>Check the coordinate system, or whether it is the right file.</translation>
    </message>
    <message>
        <source>文件里的范围都不在本县：{path}</source>
        <translation>Nothing in the file lies in this county: {path}</translation>
    </message>
    <message>
        <source>文件里没有字段“{field}”。</source>
        <translation>The file has no field “{field}”.</translation>
    </message>
    <message>
        <source>文件里的字段：{fields}。</source>
        <translation>Its fields are: {fields}.</translation>
    </message>
    <message>
        <source>文件没有说明坐标系：{path}</source>
        <translation>The file does not say its coordinate system: {path}</translation>
    </message>
    <message>
        <source>请用 --crs 指定，例如 --crs 4490；或补上 .prj 文件。</source>
        <translation>Give it with --crs, for example --crs 4490, or add the .prj file.</translation>
    </message>
    <message>
        <source>范围至少要有三个角点。</source>
        <translation>An area needs at least three corners.</translation>
    </message>
    <message>
        <source>请继续点击添加角点，双击结束。</source>
        <translation>Click to add corners, double-click to finish.</translation>
    </message>
    <message>
        <source>风险区没有名称。</source>
        <translation>The hazard area has no name.</translation>
    </message>
    <message>
        <source>请填写名称，例如“月河洪涝”。</source>
        <translation>Give it a name, for example “Yue river flood”.</translation>
    </message>
    <message>
        <source>范围没有面积。</source>
        <translation>The area encloses nothing.</translation>
    </message>
    <message>
        <source>请重新绘制，角点不要在一条直线上。</source>
        <translation>Draw it again; the corners must not lie on one line.</translation>
    </message>
    <message>
        <source>没有可以保存的风险区。</source>
        <translation>There is no hazard area to save.</translation>
    </message>
    <message>
        <source>请检查文件里是否有面状图形。</source>
        <translation>Check that the file has polygons.</translation>
    </message>
    <message>
        <source>新增风险区：{names}</source>
        <translation>Hazard areas added: {names}</translation>
    </message>
    <message>
        <source>删除风险区 {count} 个</source>
        <translation>{count} hazard areas removed</translation>
    </message>
    <message>
        <source>没有可以撤销的操作。</source>
        <translation>There is nothing to undo.</translation>
    </message>
    <message>
        <source>历史中的每一步都已撤销。</source>
        <translation>Every step in the history has been undone.</translation>
    </message>
    <message>
        <source>撤销：{label}</source>
        <translation>Undone: {label}</translation>
    </message>
    <message>
        <source>不认识坐标系：{crs}</source>
        <translation>Unknown coordinate system: {crs}</translation>
    </message>
    <message>
        <source>请用 EPSG 编号，例如 4490 或 4545。</source>
        <translation>Use an EPSG number, for example 4490 or 4545.</translation>
    </message>
    <message>
        <source>找不到文件：{path}</source>
        <translation>File not found: {path}</translation>
    </message>
    <message>
        <source>请检查文件名，或从欢迎页选择最近打开的文件。</source>
        <translation>Check the file name, or choose a recent file on the welcome page.</translation>
    </message>
    <message>
        <source>无法读取文件：{path}</source>
        <translation>The file cannot be read: {path}</translation>
    </message>
    <message>
        <source>请检查是否有权限打开这个文件。</source>
        <translation>Check that you have the right to open it.</translation>
    </message>
    <message>
        <source>文件不完整（被截断）：{path}</source>
        <translation>The file is incomplete (cut short): {path}</translation>
    </message>
    <message>
        <source>请改用备份：欢迎页的“从备份恢复”，或重新复制这个文件。</source>
        <translation>Use a backup (“Restore from a backup” on the welcome page), or copy the file again.</translation>
    </message>
    <message>
        <source>县文件由更新的版本建立（结构 {number}，本程序 {known}）：{path}</source>
        <translation>The county file was made by a newer version (schema {number}, this program knows {known}): {path}</translation>
    </message>
    <message>
        <source>请升级本程序后再打开；文件没有被改动。</source>
        <translation>Update this program first; the file was not changed.</translation>
    </message>
    <message>
        <source>文件或所在文件夹是只读的：{path}</source>
        <translation>The file or its folder is read-only: {path}</translation>
    </message>
    <message>
        <source>请把文件复制到可以写入的文件夹再打开。</source>
        <translation>Copy it to a folder where you may write, then open it there.</translation>
    </message>
    <message>
        <source>这不是县文件：{path}</source>
        <translation>This is not a county file: {path}</translation>
    </message>
    <message>
        <source>请选择由本程序建立的 .gpkg 县文件。</source>
        <translation>Choose a .gpkg county file made by this program.</translation>
    </message>
    <message>
        <source>文件正被另一个程序使用：{path}</source>
        <translation>Another program is using the file: {path}</translation>
    </message>
    <message>
        <source>请关闭另一个程序（或另一个窗口），稍后再试。</source>
        <translation>Close the other program (or the other window) and try again.</translation>
    </message>
    <message>
        <source>磁盘已满，没有写入：{path}</source>
        <translation>The disk is full, nothing was written: {path}</translation>
    </message>
    <message>
        <source>请腾出空间后再试；已保存的内容没有丢失。</source>
        <translation>Free some space and try again; what was saved is safe.</translation>
    </message>
    <message>
        <source>文件已损坏：{path}</source>
        <translation>The file is damaged: {path}</translation>
    </message>
    <message>
        <source>请改用备份：欢迎页的“从备份恢复”。</source>
        <translation>Use a backup: “Restore from a backup” on the welcome page.</translation>
    </message>
    <message>
        <source>文件已经存在：{path}</source>
        <translation>The file exists already: {path}</translation>
    </message>
    <message>
        <source>请换一个文件名，或先移走原文件。</source>
        <translation>Choose another name, or move that file away first.</translation>
    </message>
    <message>
        <source>文件夹不存在：{path}</source>
        <translation>The folder does not exist: {path}</translation>
    </message>
    <message>
        <source>请先新建这个文件夹，或换一个位置。</source>
        <translation>Make the folder first, or choose another place.</translation>
    </message>
    <message>
        <source>县文件由旧版本建立，需要先升级：{path}</source>
        <translation>The county file was made by an older version and must be brought up to date first: {path}</translation>
    </message>
    <message>
        <source>请先在窗口中打开一次，程序会备份后自动升级。</source>
        <translation>Open it in the window once: the program makes a backup and updates it.</translation>
    </message>
    <message>
        <source>{place} {phone}</source>
        <translation>{place} {phone}</translation>
    </message>
    <message>
        <source>倍数不能是 {times}。</source>
        <translation>The county cannot be made {times} times its size.</translation>
    </message>
    <message>
        <source>请用 1 到 {most} 之间的整数。</source>
        <translation>Use a whole number from 1 to {most}.</translation>
    </message>
    <message>
        <source>已取消建立示例县，没有留下文件。</source>
        <translation>Making the sample county was cancelled; no file was left behind.</translation>
    </message>
    <message>
        <source>{name}已经是这个网格的网格员。</source>
        <translation>{name} is the officer of this grid already.</translation>
    </message>
    <message>
        <source>请选择另一位联系人。</source>
        <translation>Choose another contact.</translation>
    </message>
    <message>
        <source>读写磁盘时出错：{path}</source>
        <translation>The disk failed while reading or writing: {path}</translation>
    </message>
    <message>
        <source>请检查磁盘或U盘是否还连接着，再试一次。</source>
        <translation>Check that the disk or stick is still connected, then try again.</translation>
    </message>
    <message>
        <source>坐标超出坐标系的范围</source>
        <translation>The coordinates are out of the range of the coordinate system</translation>
    </message>
    <message>
        <source>坐标系 EPSG:{crs} 不以米为单位。</source>
        <translation>The coordinate system EPSG:{crs} is not in metres.</translation>
    </message>
    <message>
        <source>请用 CGCS2000 三度带，例如 4545；或不写，由程序选择。</source>
        <translation>Use a CGCS2000 3-degree zone, for example 4545, or leave it out and let the program choose.</translation>
    </message>
    <message>
        <source>边界不在坐标系 EPSG:{crs} 的范围内。</source>
        <translation>The outline is out of the range of EPSG:{crs}.</translation>
    </message>
    <message>
        <source>请检查边界的坐标，或换一个坐标系。</source>
        <translation>Check the outline's coordinates, or choose another coordinate system.</translation>
    </message>
    <message>
        <source>县文件里有损坏的图形。</source>
        <translation>The county file has a damaged geometry.</translation>
    </message>
    <message>
        <source>请运行 gisapp check 查看是哪一个，或改用备份。</source>
        <translation>Run gisapp check to see which one, or use a backup.</translation>
    </message>
    <message>
        <source>这些户的岗位刚刚被别人改动，没有分配。</source>
        <translation>Somebody else has just changed these households' slots; nothing was assigned.</translation>
    </message>
    <message>
        <source>请刷新后再分配一次。</source>
        <translation>Refresh and assign again.</translation>
    </message>
</context>
</TS>
