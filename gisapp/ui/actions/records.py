"""Every action of the window as one record."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActionRecord:
    """``text`` and ``tip`` are Chinese source texts; ``slot`` is a method of the main window; ``menu`` where it stands.

    A ``slot`` such as ``work:hand_over`` is the WorkCommand of that id (ui/work).

    ``needs_county``: only with an open county. ``opens_group``: a line is drawn above it.
    """

    id: str
    text: str
    menu: str
    slot: str
    shortcut: str = ""
    tip: str = ""
    icon: str = ""
    needs_county: bool = True
    opens_group: bool = False


MENUS = (
    ("file", "文件(&F)"),
    ("edit", "编辑(&E)"),
    ("view", "视图(&V)"),
    ("work", "搬迁(&R)"),
    ("flood", "防汛(&D)"),
    ("tools", "工具(&T)"),
    ("help", "帮助(&H)"),
)

ACTIONS = (
    ActionRecord("open", "打开县文件…", "file", "open_county", "Ctrl+O", "打开另一个县文件", "open", needs_county=False),
    ActionRecord("new", "新建县…", "file", "new_county", "Ctrl+N", "用县界文件新建一个空的县", "new", needs_county=False),
    ActionRecord("sample", "打开示例县", "file", "open_sample", "", "人员全部虚构，可随意试用", "county", needs_county=False),
    ActionRecord("restore", "从备份恢复…", "file", "restore_backup", "", "用备份替换县文件，原文件会保留", "restore", needs_county=False),
    ActionRecord("import", "导入台账…", "file", "import_ledger", "Ctrl+I", "从表格导入，先看每一行会怎样", "table", opens_group=True),
    ActionRecord("paste", "粘贴表格导入", "file", "paste_table", "Ctrl+Shift+V", "把从 Excel、WPS 复制的单元格当作台账导入", "copy"),
    ActionRecord("export", "导出…", "file", "work:export", "Ctrl+E", "选名单、范围和列，写成 Excel、CSV 或地图文件", "save"),
    ActionRecord("export_again", "再导出一次", "file", "work:export_again", "Ctrl+Shift+E", "照上一次的选择写到同一个文件", "save"),
    ActionRecord("back_up", "立即备份", "file", "back_up", "Ctrl+B", "在旁边的备份文件夹里存一份", "save"),
    ActionRecord("print", "打印…", "file", "print_current", "Ctrl+P", "打印现在看到的名单或地图", "print"),
    ActionRecord("picture", "保存地图图片…", "file", "save_picture", "", "把现在的地图存成 PNG", "image"),
    ActionRecord("close", "关闭县文件", "file", "close_county", "Ctrl+W", "回到欢迎页", "close"),
    ActionRecord("quit", "退出", "file", "close", "Ctrl+Q", "", "", needs_county=False, opens_group=True),
    ActionRecord("undo", "撤销", "edit", "undo", "Ctrl+Z", "撤销最近一次改动", "undo"),
    ActionRecord("find", "搜索", "edit", "start_search", "Ctrl+F", "搜索人、户、房屋、单位、联系人", "search"),
    ActionRecord("copy", "复制列表", "edit", "copy_table", "Ctrl+Shift+C", "复制选中的行，粘贴到 Excel", "copy"),
    ActionRecord("choose_all", "全选列表", "edit", "choose_all", "Ctrl+Shift+A", "选中列表里的全部行", "table"),
    ActionRecord("assign", "分配联系人…", "work", "assign_chosen", "Ctrl+L", "给选中的户分配联系人", "contact"),
    ActionRecord(
        "assign_list", "按户编号名单分配…", "work", "work:assign_list", "Ctrl+Shift+L", "粘贴一份户编号，给这些户分配联系人", "table"
    ),
    ActionRecord("hand_over", "交接…", "work", "work:hand_over", "Ctrl+J", "把离开的联系人的户交给接任者", "forward"),
    ActionRecord("add_contact", "登记联系人…", "work", "work:add_contact", "", "登记一位新的联系人", "new"),
    ActionRecord(
        "propose_contacts",
        "提议补齐与均衡…",
        "work",
        "work:propose_contacts",
        "Ctrl+Shift+B",
        "算出怎样补齐缺岗、让人人不超上限，先看再写入",
        "contact",
    ),
    ActionRecord("caseload_limits", "负担上限…", "work", "work:caseload_limits", "", "每种角色最多负责多少户", "measure"),
    ActionRecord("lead_rules", "主责与配合…", "work", "work:lead_rules", "", "每项职责由哪个岗位主责、哪个配合", "branch"),
    ActionRecord("export_slots", "导出六岗齐全情况…", "work", "work:export_slots", "", "按社区、楼栋、户籍村、岗位，和缺岗名单", "table"),
    ActionRecord("chart", "楼栋图", "work", "work:chart", "Ctrl+G", "每间房在住、空置、两头跑、缺岗、未办结", "building", opens_group=True),
    ActionRecord("flows", "搬迁来源线", "work", "work:flows", "Ctrl+Shift+F", "在地图上画出或收起从来源村到安置点的线", "forward"),
    ActionRecord("village_families", "某村的搬迁户…", "work", "work:village_families", "", "按村名、原村名或代码找", "search"),
    ActionRecord(
        "care_month", "双线月报…", "work", "work:care_month", "", "两条线一个月的走访、通话、需求和预警", "table", opens_group=True
    ),
    ActionRecord("sleeping_form", "读回核对表…", "work", "work:sleeping_form", "", "填好的住处核对表，先看会怎样再写入", "open"),
    ActionRecord("care_days", "办理和核对的天数…", "work", "work:care_days", "", "预警、需求几天内办结，住处几天没有核对算过期", "measure"),
    ActionRecord("whole", "全县", "view", "show_all", "Ctrl+0", "地图显示全县", "county"),
    ActionRecord("zoom_in", "放大", "view", "zoom_in", "Ctrl+=", "", "plus"),
    ActionRecord("zoom_out", "缩小", "view", "zoom_out", "Ctrl+-", "", "minus"),
    ActionRecord("back", "上一个视图", "view", "go_back", "Alt+Left", "", "back"),
    ActionRecord("forward", "下一个视图", "view", "go_forward", "Alt+Right", "", "forward"),
    ActionRecord("grids", "网格", "view", "show_grids", "Ctrl+1", "", "grid", opens_group=True),
    ActionRecord("relocation", "搬迁社区", "view", "show_relocation", "Ctrl+2", "", "building"),
    ActionRecord("flood", "防汛", "view", "show_flood", "Ctrl+3", "", "flood"),
    ActionRecord("ledgers", "台账", "view", "show_ledgers", "Ctrl+4", "", "table"),
    ActionRecord("next_pane", "下一个窗格", "view", "next_pane", "F6", "搜索、列表、地图、表格、卡片依次来回", opens_group=True),
    ActionRecord("previous_pane", "上一个窗格", "view", "previous_pane", "Shift+F6"),
    ActionRecord("ask", "哪些住房在险区？", "flood", "ask_run", "F5", "用勾选的风险区研判", "flood"),
    ActionRecord("draw", "绘制风险区", "flood", "draw_area", "Ctrl+D", "在地图上逐点画一个范围", "draw"),
    ActionRecord("read_hazards", "读取风险区文件…", "flood", "read_hazards", "Ctrl+R", "从图形文件、角点表或水深栅格读取", "open"),
    ActionRecord("hazard_along", "沿河或路…", "flood", "work:hazard_along", "", "离一条河或路若干米以内存为风险区", "measure"),
    ActionRecord(
        "river_level", "河流水位情景…", "flood", "work:river_level", "Ctrl+Shift+H", "水位每高一级淹到哪里、多少户，可存为风险区", "measure"
    ),
    ActionRecord("hazard_edit", "修改风险区…", "flood", "work:hazard_edit", "F2", "改名称、等级、有效期，移动边界", "draw"),
    ActionRecord("asking", "研判方式…", "flood", "work:asking", "", "按什么判断、人按哪里计、外扩、时间", "measure", opens_group=True),
    ActionRecord("last_run", "上一次研判", "flood", "work:last_run", "", "打开最近一次保存的研判", "back"),
    ActionRecord("roll_call", "点名", "flood", "work:roll_call", "Ctrl+K", "逐户按 1 到 5 记结果", "phone", opens_group=True),
    ActionRecord("export_roll_call", "导出点名…", "flood", "work:export_roll_call", "", "给另一台合并的文件，或可以填写的点名表", "save"),
    ActionRecord("merge_roll_call", "合并另一台的点名…", "flood", "work:merge_roll_call", "", "先看不同，每户以最近一条为准", "open"),
    ActionRecord(
        "safe_sites", "避险点", "flood", "work:safe_sites", "Ctrl+Shift+S", "各避险点的容量、已分配和空位", "table", opens_group=True
    ),
    ActionRecord("allocate_sites", "分配避险点…", "flood", "work:allocate_sites", "", "把研判的户分到各避险点", "forward"),
    ActionRecord("sign_in", "签到表…", "flood", "work:sign_in", "", "每个避险点一份，存为 PDF 或 Excel", "print"),
    ActionRecord("add_safe_site", "新增避险点…", "flood", "work:add_safe_site", "", "先在地图上单击它的位置", "plus"),
    ActionRecord("checklist", "行动清单", "flood", "work:checklist", "", "这次研判要做的事，登记谁办了", "done"),
    ActionRecord("needs", "物资需求", "flood", "work:needs", "", "这次研判的人需要多少水、粮、铺盖，标准可以改", "table"),
    ActionRecord(
        "report", "处置报告…", "flood", "work:report", "Ctrl+Shift+R", "问题、合计、地图、各单位、物资、清单，一次存成 PDF", "print"
    ),
    ActionRecord(
        "report_damage", "登记受损…", "flood", "work:report_damage", "Ctrl+Shift+D", "灾后：登记一处受损的房屋", "house", opens_group=True
    ),
    ActionRecord("damage_board", "灾后恢复看板", "flood", "work:damage_board", "", "需恢复、已完工、未完工，数字背后有名单", "table"),
    ActionRecord("export_damage", "保存受损名单…", "flood", "work:export_damage", "", "存为 Excel 工作簿，或可打印的 PDF", "save"),
    ActionRecord("damage_events", "灾次…", "flood", "work:damage_events", "", "受损属于哪一次灾害，从哪天到哪天", "flood"),
    ActionRecord(
        "damage_settings", "恢复阶段和照片核对…", "flood", "work:damage_settings", "", "每种方式有哪些阶段，照片离多远就提醒", "measure"
    ),
    ActionRecord("grid_sheets", "打印全部网格卡…", "tools", "work:grid_sheets", "", "每个网格一份，写进文件夹，停了可以接着做", "print"),
    ActionRecord("web_map", "离线网页地图…", "tools", "web_map", "", "存为一个网页文件，没有网络也能打开", "globe"),
    ActionRecord(
        "lineage", "村庄合并与更名…", "tools", "work:lineage", "", "村合并、更名，旧名仍能查到户，村线转给新村", "branch", opens_group=True
    ),
    ActionRecord("read_terrain", "读入地形…", "tools", "work:read_terrain", "", "高程 GeoTIFF，用于地势晕渲和河流水位情景", "open"),
    ActionRecord("check", "检查县文件", "tools", "check", "", "检查文件、网格覆盖、网格员、缺岗", "done", opens_group=True),
    ActionRecord("help", "使用说明", "help", "show_help", "F1", "", "help", needs_county=False),
    ActionRecord("about", "关于", "help", "show_about", "", "", "", needs_county=False),
)

LANGUAGES = (("zh", "中文"), ("en", "English"))
SCHEMES = (("", "跟随系统"), ("light", "浅色"), ("dark", "深色"))
