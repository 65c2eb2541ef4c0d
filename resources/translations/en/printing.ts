<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>printing</name>
    <message>
        <source>按等级（每户只计一次）</source>
        <translation>By level (each household once)</translation>
    </message>
    <message>
        <source>处住房</source>
        <translation>houses</translation>
    </message>
    <message>
        <source>重点人群 {count:,} 人（每人只计一次）</source>
        <translation>{count:,} vulnerable people (each counted once)</translation>
    </message>
    <message>
        <source>65岁及以上 {elderly:,}，6岁以下 {children:,}，残疾 {disabled:,}，重病 {ill:,}，孕妇 {pregnant:,}，独居 {alone:,}（可多项）</source>
        <translation>65 and over {elderly:,}, under 6 {children:,}, disabled {disabled:,}, seriously ill {ill:,}, pregnant {pregnant:,}, alone {alone:,} (several may apply)</translation>
    </message>
    <message>
        <source>没有联系人电话的 {count:,} 户，在名单中以红色标出。</source>
        <translation>{count:,} households have no contact with a phone; they are marked red in the list.</translation>
    </message>
    <message>
        <source>自己另有安全住房的 {count:,} 户，请其去自己另一处住房。</source>
        <translation>{count:,} households have another safe home of their own: ask them to go there.</translation>
    </message>
    <message>
        <source>空置原住房 {count:,} 处，只是财产，无需叫醒。</source>
        <translation>{count:,} empty origin homes: property only, nobody to wake.</translation>
    </message>
    <message>
        <source>没有结论的住房 {count:,} 处。</source>
        <translation>{count:,} houses without an answer.</translation>
    </message>
    <message>
        <source>户数最多的网格</source>
        <translation>Grids with most households</translation>
    </message>
    <message>
        <source>两个以上风险区重叠</source>
        <translation>In two or more areas at once</translation>
    </message>
    <message>
        <source>电话名单 · {names}</source>
        <translation>Call list · {names}</translation>
    </message>
    <message>
        <source>{town} · {village} · {grid}（{code}）</source>
        <translation>{town} · {village} · {grid} ({code})</translation>
    </message>
    <message>
        <source>网格员 {name} {phone} · {families} 户 {people} 人</source>
        <translation>Grid officer {name} {phone} · {families} households, {people} people</translation>
    </message>
    <message>
        <source>（{number}）</source>
        <translation> ({number})</translation>
    </message>
    <message>
        <source>{said} · 示例数据</source>
        <translation>{said} · sample data</translation>
    </message>
    <message>
        <source>第 {number} / {pages} 页</source>
        <translation>Page {number} / {pages}</translation>
    </message>
    <message>
        <source>没有网格员 · {families} 户 {people} 人</source>
        <translation>No grid officer · {families} households, {people} people</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Hint</translation>
    </message>
    <message>
        <source>无联系人电话，请上门</source>
        <translation>No contact's phone: go there</translation>
    </message>
    <message>
        <source>去自己的{home}</source>
        <translation>Go to own {home}</translation>
    </message>
    <message>
        <source>打印已取消。</source>
        <translation>Printing was cancelled.</translation>
    </message>
    <message>
        <source>{county} · {grid} · {day}</source>
        <translation>{county} · {grid} · {day}</translation>
    </message>
    <message>
        <source>{town} · {village} · 网格编号 {code}</source>
        <translation>{town} · {village} · grid code {code}</translation>
    </message>
    <message>
        <source>网格员：{name}　{phone}　{unit}</source>
        <translation>Grid officer: {name}　{phone}　{unit}</translation>
    </message>
    <message>
        <source>{filled} / {all}</source>
        <translation>{filled} / {all}</translation>
    </message>
    <message>
        <source>序号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>户籍村（搬迁户）</source>
        <translation>Origin village (relocated)</translation>
    </message>
    <message>
        <source>六岗</source>
        <translation>Six slots</translation>
    </message>
    <message>
        <source>网格卡片 · {grid}</source>
        <translation>Grid card · {grid}</translation>
    </message>
    <message>
        <source>这台电脑没有中文字体，汉字会印成方框。</source>
        <translation>This computer has no Chinese font; Chinese would be printed as boxes.</translation>
    </message>
    <message>
        <source>请安装中文字体后再试；Debian 上：apt install fonts-wqy-microhei。</source>
        <translation>Please install a Chinese font; on Debian: apt install fonts-wqy-microhei.</translation>
    </message>
    <message>
        <source>坐标系 CGCS2000；风险区与人数以县文件为准。</source>
        <translation>Coordinates CGCS2000; hazard areas and counts as in the county file.</translation>
    </message>
    <message>
        <source>制图 {maker} · {day}</source>
        <translation>Made by {maker} · {day}</translation>
    </message>
    <message>
        <source>图片大小不合理：{width}x{height}</source>
        <translation>No picture can have this size: {width}x{height}</translation>
    </message>
    <message>
        <source>请写成 1920x1080 的样子。</source>
        <translation>Write it like 1920x1080.</translation>
    </message>
    <message>
        <source>比例尺约 1:{scale}</source>
        <translation>Scale about 1:{scale}</translation>
    </message>
    <message>
        <source>{heading}（续）</source>
        <translation>{heading} (continued)</translation>
    </message>
    <message>
        <source>不认识纸张“{text}”。</source>
        <translation>The paper “{text}” is not known.</translation>
    </message>
    <message>
        <source>可用的纸张：A4、A3。</source>
        <translation>Known papers: A4, A3.</translation>
    </message>
</context>
</TS>
