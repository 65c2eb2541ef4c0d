<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>family</name>
    <message>
        <source>搬家</source>
        <translation>moved</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>returned</translation>
    </message>
    <message>
        <source>分户</source>
        <translation>split</translation>
    </message>
    <message>
        <source>并户</source>
        <translation>merged</translation>
    </message>
    <message>
        <source>换户主</source>
        <translation>new head</translation>
    </message>
    <message>
        <source>出生</source>
        <translation>birth</translation>
    </message>
    <message>
        <source>去世</source>
        <translation>death</translation>
    </message>
    <message>
        <source>婚入</source>
        <translation>married in</translation>
    </message>
    <message>
        <source>婚出</source>
        <translation>married out</translation>
    </message>
    <message>
        <source>住房状态</source>
        <translation>state of a home</translation>
    </message>
    <message>
        <source>{name}已经是户主。</source>
        <translation>{name} is the head already.</translation>
    </message>
    <message>
        <source>{name} {joined} 才到这一户，晚于 {day}。</source>
        <translation>{name} came to this family on {joined}, after {day}.</translation>
    </message>
    <message>
        <source>这些户刚刚被别人改动，没有写入。</source>
        <translation>Somebody else has just changed these families; nothing was written.</translation>
    </message>
    <message>
        <source>请重新打开这一户再试一次。</source>
        <translation>Open the family again and try once more.</translation>
    </message>
    <message>
        <source>这一户已结束</source>
        <translation>the family has ended</translation>
    </message>
    <message>
        <source>这户已搬到别的社区</source>
        <translation>the family has moved to another community</translation>
    </message>
    <message>
        <source>这一户已于 {day} 结束：{code}</source>
        <translation>This family ended on {day}: {code}</translation>
    </message>
    <message>
        <source>请选择一户现有的户；结束有误可先撤销。</source>
        <translation>Choose a family that goes on; if it was ended by mistake, undo that first.</translation>
    </message>
    <message>
        <source>{family}里没有编号为 {id} 的人。</source>
        <translation>There is nobody with the id {id} in {family}.</translation>
    </message>
    <message>
        <source>请从这户的家庭成员中选择。</source>
        <translation>Choose one of the family's members.</translation>
    </message>
    <message>
        <source>日期晚于今天：{day}</source>
        <translation>The date is after today: {day}</translation>
    </message>
    <message>
        <source>请写事情发生的日期，或到那一天再登记。</source>
        <translation>Give the day on which it happened, or record it when that day has come.</translation>
    </message>
    <message>
        <source>门牌“{number}”不止一处：{ids}</source>
        <translation>The number “{number}” is that of several houses: {ids}</translation>
    </message>
    <message>
        <source>请改写房屋编号。</source>
        <translation>Give the house's id instead.</translation>
    </message>
    <message>
        <source>没有门牌或编号为“{number}”的房屋。</source>
        <translation>There is no house with the number or id “{number}”.</translation>
    </message>
    <message>
        <source>请写完整的门牌，如 紫云南郡3号楼2单元501，或房屋编号。</source>
        <translation>Give the whole number, such as 紫云南郡3号楼2单元501, or the house's id.</translation>
    </message>
    <message>
        <source>{number}已有住户：{others}。</source>
        <translation>Somebody lives at {number} already: {others}.</translation>
    </message>
    <message>
        <source>{name}迁出到{where}</source>
        <translation>{name} left for {where}</translation>
    </message>
    <message>
        <source>编号 {id} 不是迁出的人，不能登记返回。</source>
        <translation>The person {id} has not left the county and cannot return.</translation>
    </message>
    <message>
        <source>请从这户迁出的人中选择。</source>
        <translation>Choose one of those who left.</translation>
    </message>
    <message>
        <source>{name} {left} 才迁出，晚于 {day}。</source>
        <translation>{name} left on {left}, after {day}.</translation>
    </message>
    <message>
        <source>{name}返回</source>
        <translation>{name} returned</translation>
    </message>
    <message>
        <source>{name}婚出到{where}</source>
        <translation>{name} married out to {where}</translation>
    </message>
    <message>
        <source>{name}从{family}婚入（{relation}）</source>
        <translation>{name} married in from {family} ({relation})</translation>
    </message>
    <message>
        <source>{family}不再有人，户将结束，岗位随之终止。</source>
        <translation>Nobody is left in {family}: the family will end, and its slots with it.</translation>
    </message>
    <message>
        <source>{name}从{family}婚入{other}</source>
        <translation>{name} of {family} married into {other}</translation>
    </message>
    <message>
        <source>{family}的户主已有配偶。</source>
        <translation>The head of {family} has a spouse already.</translation>
    </message>
    <message>
        <source>请选择与户主的关系，如儿媳/女婿。</source>
        <translation>Choose another relation to the head, such as child-in-law.</translation>
    </message>
    <message>
        <source>没有编号为 {id} 的在册的人。</source>
        <translation>There is nobody on record with the id {id}.</translation>
    </message>
    <message>
        <source>请从搜索结果中选择，或登记为新来的人。</source>
        <translation>Choose from the hits of a search, or record somebody new.</translation>
    </message>
    <message>
        <source>{name}已经在这一户。</source>
        <translation>{name} is in this family already.</translation>
    </message>
    <message>
        <source>请选择另一户的人。</source>
        <translation>Choose somebody of another family.</translation>
    </message>
    <message>
        <source>县外</source>
        <translation>outside the county</translation>
    </message>
    <message>
        <source>这户不再有在册的人；户保留，可以登记返回。</source>
        <translation>Nobody of this family is on record any more; it is kept, and they may return.</translation>
    </message>
    <message>
        <source>{name}婚入（{relation}）</source>
        <translation>{name} married in ({relation})</translation>
    </message>
    <message>
        <source>一户不能并入自己。</source>
        <translation>A family cannot be merged into itself.</translation>
    </message>
    <message>
        <source>请选择另一户。</source>
        <translation>Choose another family.</translation>
    </message>
    <message>
        <source>{family}是搬迁户，并入后按非搬迁户管理。</source>
        <translation>{family} is relocated; once merged it will be cared for as one that is not.</translation>
    </message>
    <message>
        <source>{family}并入{other}</source>
        <translation>{family} merged into {other}</translation>
    </message>
    <message>
        <source>这户现在的住房不在任何网格内，无法确定原籍村。</source>
        <translation>The family's present home lies in no grid, so its origin village is not known.</translation>
    </message>
    <message>
        <source>请先把原住房划入网格。</source>
        <translation>Put that home into a grid first.</translation>
    </message>
    <message>
        <source>易地搬迁：从{old}搬到{new}，成为搬迁户</source>
        <translation>Relocated: moved from {old} to {new}</translation>
    </message>
    <message>
        <source>从{old}搬到{new}</source>
        <translation>moved from {old} to {new}</translation>
    </message>
    <message>
        <source>社区线有 {count} 个岗位不再适合，将列入缺岗。</source>
        <translation>{count} slots of the community line no longer fit and will be listed as missing.</translation>
    </message>
    <message>
        <source>这户没有可以返回的住房。</source>
        <translation>The family has no home to return to.</translation>
    </message>
    <message>
        <source>请写明搬到哪一处房屋。</source>
        <translation>Say to which house it moves.</translation>
    </message>
    <message>
        <source>{number}已登记为{state}，不能返回居住。</source>
        <translation>{number} is recorded as {state}; nobody can return there.</translation>
    </message>
    <message>
        <source>请写明搬到哪一处房屋；已重建的先改住房状态。</source>
        <translation>Say to which house it moves; if it has been rebuilt, change the home's state first.</translation>
    </message>
    <message>
        <source>这户现在就住在{number}。</source>
        <translation>The family lives at {number} already.</translation>
    </message>
    <message>
        <source>请选择另一处房屋。</source>
        <translation>Choose another house.</translation>
    </message>
    <message>
        <source>返回{number}居住</source>
        <translation>returned to live at {number}</translation>
    </message>
    <message>
        <source>没有写明去了哪里。</source>
        <translation>It is not said where they went.</translation>
    </message>
    <message>
        <source>请写明去处，如 外出务工（西安）。</source>
        <translation>Say where, such as 外出务工（西安）.</translation>
    </message>
    <message>
        <source>全家外出：{where}</source>
        <translation>the whole family away: {where}</translation>
    </message>
    <message>
        <source>姓名不能用：{name}</source>
        <translation>This name cannot be used: {name}</translation>
    </message>
    <message>
        <source>请写 1 到 40 个字的姓名。</source>
        <translation>Give a name of 1 to 40 characters.</translation>
    </message>
    <message>
        <source>{name}在 {day} 尚未出生。</source>
        <translation>{name} was not born yet on {day}.</translation>
    </message>
    <message>
        <source>请检查日期。</source>
        <translation>Check the date.</translation>
    </message>
    <message>
        <source>证件号码的写法不对。</source>
        <translation>This is not an ID number.</translation>
    </message>
    <message>
        <source>请写 15 或 18 位证件号码，或先空着。</source>
        <translation>Give an ID number of 15 or 18 characters, or leave it empty for now.</translation>
    </message>
    <message>
        <source>这个证件号码已经登记在{name}名下。</source>
        <translation>This ID number is {name}'s already.</translation>
    </message>
    <message>
        <source>同一个人请用迁入或婚入，不要重复登记。</source>
        <translation>Do not record one person twice: let them return or marry in.</translation>
    </message>
    <message>
        <source>电话的写法不对：{phone}</source>
        <translation>This is not a phone number: {phone}</translation>
    </message>
    <message>
        <source>请只写数字，或先空着。</source>
        <translation>Give digits only, or leave it empty for now.</translation>
    </message>
    <message>
        <source>这户已没有在册的人，不能登记出生。</source>
        <translation>Nobody of this family is on record; a birth cannot be recorded.</translation>
    </message>
    <message>
        <source>请选择父母所在的户。</source>
        <translation>Choose the parents' family.</translation>
    </message>
    <message>
        <source>{name}出生（{relation}）</source>
        <translation>{name} was born ({relation})</translation>
    </message>
    <message>
        <source>{name}去世</source>
        <translation>{name} died</translation>
    </message>
    <message>
        <source>这户最后一人去世，户将结束，岗位随之终止。</source>
        <translation>This is the last person: the family will end, and its slots with it.</translation>
    </message>
    <message>
        <source>{name}不是户主，不需要新户主。</source>
        <translation>{name} is not the head; no new head is needed.</translation>
    </message>
    <message>
        <source>换户主请单独办理。</source>
        <translation>Change the head as a step of its own.</translation>
    </message>
    <message>
        <source>请选择另一位家庭成员。</source>
        <translation>Choose another member of the family.</translation>
    </message>
    <message>
        <source>新户主不能是同一个人。</source>
        <translation>The new head cannot be the same person.</translation>
    </message>
    <message>
        <source>户主由{old}换为{new}</source>
        <translation>{new} is head after {old}</translation>
    </message>
    <message>
        <source>这户没有{role}。</source>
        <translation>This family has no {role}.</translation>
    </message>
    <message>
        <source>请选择这户的另一处住房。</source>
        <translation>Choose another home of the family.</translation>
    </message>
    <message>
        <source>{number}已经登记为{state}。</source>
        <translation>{number} is recorded as {state} already.</translation>
    </message>
    <message>
        <source>请选择另一种状态。</source>
        <translation>Choose another state.</translation>
    </message>
    <message>
        <source>日期 {day} 早于这户现有住房的起始日 {began}。</source>
        <translation>{day} is before {began}, when the family's present home began.</translation>
    </message>
    <message>
        <source>请检查日期；登记有误可先撤销那一步。</source>
        <translation>Check the date; if that was recorded by mistake, undo it first.</translation>
    </message>
    <message>
        <source>{role}{number}：{old}→{new}</source>
        <translation>{role} {number}: {old} → {new}</translation>
    </message>
    <message>
        <source>{number}还有 {count} 户登记，房屋保留在地图上：{others}。</source>
        <translation>{count} other families are recorded at {number}; the house stays on the map: {others}.</translation>
    </message>
    <message>
        <source>{family}：{text}</source>
        <translation>{family}: {text}</translation>
    </message>
    <message>
        <source>分户要选出一部分人：这户 {count} 人不能全部分出，也不能一个不分。</source>
        <translation>A split takes some of the people: of these {count}, not all and not none.</translation>
    </message>
    <message>
        <source>全家搬走请用搬家。</source>
        <translation>If all of them leave, move the family.</translation>
    </message>
    <message>
        <source>{name}不在分出去的人里，不能当新户的户主。</source>
        <translation>{name} is not among those who split off and cannot head the new family.</translation>
    </message>
    <message>
        <source>请从分出去的人里选户主。</source>
        <translation>Choose the head among those who split off.</translation>
    </message>
    <message>
        <source>两户将登记在同一套房：{number}。</source>
        <translation>Both families will be recorded in one flat: {number}.</translation>
    </message>
    <message>
        <source>{family}：分出{names}，新户 {code}</source>
        <translation>{family}: {names} split off as {code}</translation>
    </message>
    <message>
        <source>分户：{names}分出，新户 {code}</source>
        <translation>{names} split off as the new family {code}</translation>
    </message>
    <message>
        <source>分户：从 {code} 分出，户主{head}</source>
        <translation>split off from {code}, head {head}</translation>
    </message>
    <message>
        <source>户编号不能用：{code}</source>
        <translation>This family number cannot be used: {code}</translation>
    </message>
    <message>
        <source>请写 1 到 40 个字，或留空由程序编号。</source>
        <translation>Give 1 to 40 characters, or leave it empty for the next number.</translation>
    </message>
    <message>
        <source>户编号 {code} 已经有了。</source>
        <translation>The family number {code} is taken.</translation>
    </message>
    <message>
        <source>请换一个，或留空由程序编号。</source>
        <translation>Give another, or leave it empty for the next number.</translation>
    </message>
</context>
</TS>
