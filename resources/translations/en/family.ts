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
    <message>
        <source>{name}并入{other}</source>
        <translation>{name} merged into {other}</translation>
    </message>
    <message>
        <source>这些单位刚刚被别人改动，没有写入。</source>
        <translation>Somebody else has just changed these units; nothing was written.</translation>
    </message>
    <message>
        <source>请重新打开再试一次。</source>
        <translation>Open it again and try once more.</translation>
    </message>
    <message>
        <source>请写单位的名称或官方代码。</source>
        <translation>Give the unit's name or official code.</translation>
    </message>
    <message>
        <source>{name}已于 {day} 并入{other}。</source>
        <translation>{name} was merged into {other} on {day}.</translation>
    </message>
    <message>
        <source>请改选现有的单位。</source>
        <translation>Choose a unit that stands.</translation>
    </message>
    <message>
        <source>一个单位不能并入自己。</source>
        <translation>A unit cannot be merged into itself.</translation>
    </message>
    <message>
        <source>请选择另一个单位。</source>
        <translation>Choose another unit.</translation>
    </message>
    <message>
        <source>{old}（{old_level}）不能并入{new}（{new_level}）。</source>
        <translation>{old} ({old_level}) cannot be merged into {new} ({new_level}).</translation>
    </message>
    <message>
        <source>村、社区可以互相合并，镇只能并入镇。</source>
        <translation>Villages and communities merge with each other, towns with towns only.</translation>
    </message>
    <message>
        <source>编号 {id} 不是{name}的联系人。</source>
        <translation>The contact {id} does not work for {name}.</translation>
    </message>
    <message>
        <source>请从该村的联系人中选择离岗的人。</source>
        <translation>Choose those who leave among that village's contacts.</translation>
    </message>
    <message>
        <source>编号 {id} 是网格员。</source>
        <translation>The contact {id} is a grid officer.</translation>
    </message>
    <message>
        <source>网格员离岗请先给网格更换网格员。</source>
        <translation>Give the grid another officer first.</translation>
    </message>
    <message>
        <source>村合并</source>
        <translation>villages merged</translation>
    </message>
    <message>
        <source>名称不能用：{name}</source>
        <translation>This name cannot be used: {name}</translation>
    </message>
    <message>
        <source>请写 1 到 40 个字的名称。</source>
        <translation>Give a name of 1 to 40 characters.</translation>
    </message>
    <message>
        <source>同一个上级单位里已经有“{name}”。</source>
        <translation>The unit above has a “{name}” already.</translation>
    </message>
    <message>
        <source>请换一个名称。</source>
        <translation>Choose another name.</translation>
    </message>
    <message>
        <source>{old}更名为{new}</source>
        <translation>{old} renamed {new}</translation>
    </message>
    <message>
        <source>新户 {code}：{count} 人，户主{head}</source>
        <translation>new family {code}: {count} people, head {head}</translation>
    </message>
    <message>
        <source>{family}自 {day} 起不再是一户</source>
        <translation>{family} is no family from {day} on</translation>
    </message>
    <message>
        <source>{family}成为搬迁户，村线和社区线六个岗位待补</source>
        <translation>{family} becomes relocated; its six slots are to be filled</translation>
    </message>
    <message>
        <source>{code} {role} {number}：到 {day} 为止</source>
        <translation>{code} {role} {number}: until {day}</translation>
    </message>
    <message>
        <source>{code} {role} {number}：{state}，自 {day} 起</source>
        <translation>{code} {role} {number}: {state} from {day} on</translation>
    </message>
    <message>
        <source>{code} {slot}：{name}到 {day} 为止</source>
        <translation>{code} {slot}: {name} until {day}</translation>
    </message>
    <message>
        <source>{code} {slot}：{name}同样担任</source>
        <translation>{code} {slot}: {name} as well</translation>
    </message>
    <message>
        <source>{code} 社区线·网格员：随新住房所在网格</source>
        <translation>{code} community line, grid officer: follows the grid of the new home</translation>
    </message>
    <message>
        <source>{names}今后住：{place}</source>
        <translation>{names} sleep from now on: {place}</translation>
    </message>
    <message>
        <source>{name}不再在册</source>
        <translation>{name} is no longer on record</translation>
    </message>
    <message>
        <source>{name}进入 {code}：{relation}</source>
        <translation>{name} joins {code}: {relation}</translation>
    </message>
    <message>
        <source>{name}从 {old} 到 {new}：{relation}</source>
        <translation>{name} from {old} to {new}: {relation}</translation>
    </message>
    <message>
        <source>{name}：{old}→{new}</source>
        <translation>{name}: {old} → {new}</translation>
    </message>
    <message>
        <source>没有编号为“{text}”的户。</source>
        <translation>There is no family with the number “{text}”.</translation>
    </message>
    <message>
        <source>请写户编号，可先用 gisapp search 查找。</source>
        <translation>Give the family's number; gisapp search finds it.</translation>
    </message>
    <message>
        <source>{family}里有 {count} 人叫{name}。</source>
        <translation>{count} people in {family} are called {name}.</translation>
    </message>
    <message>
        <source>请改写人的编号：{names}。</source>
        <translation>Give the person's id: {names}.</translation>
    </message>
    <message>
        <source>{family}里没有“{text}”。</source>
        <translation>There is no “{text}” in {family}.</translation>
    </message>
    <message>
        <source>这户有：{names}。</source>
        <translation>The family has: {names}.</translation>
    </message>
    <message>
        <source>没有关系“{text}”。</source>
        <translation>There is no relation “{text}”.</translation>
    </message>
    <message>
        <source>可用的关系：{relations}。</source>
        <translation>Relations: {relations}.</translation>
    </message>
    <message>
        <source>性别不对：{text}</source>
        <translation>This is no sex: {text}</translation>
    </message>
    <message>
        <source>请写 男 或 女。</source>
        <translation>Write 男 (male) or 女 (female).</translation>
    </message>
    <message>
        <source>请写 --to、--back 或 --away，三选一。</source>
        <translation>Give one of --to, --back and --away.</translation>
    </message>
    <message>
        <source>例如：--to 紫云南郡3号楼2单元501。</source>
        <translation>For example: --to 紫云南郡3号楼2单元501.</translation>
    </message>
    <message>
        <source>一户搬家：换房、回原住房、全家外出；从村里搬进安置点成为搬迁户。</source>
        <translation>Move a family: to another home, back to the origin home, away; out of a village into a settlement it becomes relocated.</translation>
    </message>
    <message>
        <source>只看会发生什么，不写入。</source>
        <translation>Only say what would happen, write nothing.</translation>
    </message>
    <message>
        <source>搬到哪里：门牌或房屋编号。</source>
        <translation>Where to: a house's number or id.</translation>
    </message>
    <message>
        <source>返回原住房居住。</source>
        <translation>Back to the origin home.</translation>
    </message>
    <message>
        <source>全家外出到哪里。</source>
        <translation>Where the whole family goes for a time.</translation>
    </message>
    <message>
        <source>分户、并户、换户主、出生、去世、婚入、婚出、迁出、返回、住房状态。</source>
        <translation>Split, merge, head, birth, death, marriage in and out, leaving, return, state of a home.</translation>
    </message>
    <message>
        <source>哪一个人：姓名或编号。</source>
        <translation>Who: a name or an id.</translation>
    </message>
    <message>
        <source>户主离开后谁当户主：姓名或编号。</source>
        <translation>Who follows as head: a name or an id.</translation>
    </message>
    <message>
        <source>与户主的关系，如 child 或 子女。</source>
        <translation>Relation to the head, such as child.</translation>
    </message>
    <message>
        <source>分出去的人：姓名或编号，用逗号分开。</source>
        <translation>Those who split off: names or ids, parted by commas.</translation>
    </message>
    <message>
        <source>新户住哪里：门牌或房屋编号，默认同一处。</source>
        <translation>Where the new family lives: a house's number or id; the same home when left out.</translation>
    </message>
    <message>
        <source>新户的户编号，默认由程序编号。</source>
        <translation>The new family's number; the next free one when left out.</translation>
    </message>
    <message>
        <source>分户：选出的人成为新的一户，岗位随同。</source>
        <translation>Split: the chosen people become a family of their own with the same contacts.</translation>
    </message>
    <message>
        <source>并入哪一户：户编号。</source>
        <translation>Into which family: its number.</translation>
    </message>
    <message>
        <source>并户：这一户结束，人并入另一户。</source>
        <translation>Merge: this family ends, its people join the other.</translation>
    </message>
    <message>
        <source>换户主，其他人的关系随之改变。</source>
        <translation>Another head; the others' relations change with it.</translation>
    </message>
    <message>
        <source>男 或 女。</source>
        <translation>male or female</translation>
    </message>
    <message>
        <source>证件号码，可以不写。</source>
        <translation>The ID number; may be left out.</translation>
    </message>
    <message>
        <source>登记出生。</source>
        <translation>Record a birth.</translation>
    </message>
    <message>
        <source>登记去世；最后一人去世，户结束。</source>
        <translation>Record a death; with the last person the family ends.</translation>
    </message>
    <message>
        <source>另一户的人的编号；新来的人不写。</source>
        <translation>The id of somebody of another family; leave it out for somebody new.</translation>
    </message>
    <message>
        <source>新来的人的姓名。</source>
        <translation>The name of somebody new.</translation>
    </message>
    <message>
        <source>新来的人的出生日期。</source>
        <translation>The birth date of somebody new.</translation>
    </message>
    <message>
        <source>不住在这户时住哪里。</source>
        <translation>Where the person sleeps, when not with the family.</translation>
    </message>
    <message>
        <source>登记婚入：县外新来的人，或另一户的人。</source>
        <translation>Record a marriage in: somebody new to the county, or of another family.</translation>
    </message>
    <message>
        <source>请写 --person，或 --name、--sex 和 --born。</source>
        <translation>Give --person, or --name, --sex and --born.</translation>
    </message>
    <message>
        <source>例如：--name 卫青 --sex 女 --born 1998-03-05。</source>
        <translation>For example: --name 卫青 --sex 女 --born 1998-03-05.</translation>
    </message>
    <message>
        <source>嫁到哪一户：户编号；县外不写。</source>
        <translation>Into which family: its number; leave it out for outside the county.</translation>
    </message>
    <message>
        <source>县外哪里。</source>
        <translation>Where outside the county.</translation>
    </message>
    <message>
        <source>登记婚出：到另一户，或到县外。</source>
        <translation>Record a marriage out: to another family, or out of the county.</translation>
    </message>
    <message>
        <source>登记迁出本县。</source>
        <translation>Record that somebody leaves the county.</translation>
    </message>
    <message>
        <source>迁出的人的编号。</source>
        <translation>The id of whoever left.</translation>
    </message>
    <message>
        <source>登记迁出的人返回。</source>
        <translation>Record that somebody who left returns.</translation>
    </message>
    <message>
        <source>哪一处住房，只有一处可以不写。</source>
        <translation>Which home; may be left out when there is one only.</translation>
    </message>
    <message>
        <source>住房状态。</source>
        <translation>The state of the home.</translation>
    </message>
    <message>
        <source>登记住房状态：在住、空置、灾毁、已拆除。</source>
        <translation>Say in what state a home is: lived in, vacant, lost, demolished.</translation>
    </message>
    <message>
        <source>哪个村合并：代码或名称。</source>
        <translation>Which village is merged: code or name.</translation>
    </message>
    <message>
        <source>并入哪个村：代码或名称。</source>
        <translation>Into which: code or name.</translation>
    </message>
    <message>
        <source>离岗联系人的编号，用逗号分开。</source>
        <translation>Ids of the contacts who leave, parted by commas.</translation>
    </message>
    <message>
        <source>网格一并划归新村，默认仍记在原村名下。</source>
        <translation>Its grids become the successor's own; otherwise they keep the old village's name.</translation>
    </message>
    <message>
        <source>哪个单位更名：代码或名称。</source>
        <translation>Which unit is renamed: code or name.</translation>
    </message>
    <message>
        <source>新名称。</source>
        <translation>The new name.</translation>
    </message>
    <message>
        <source>村庄合并与更名；不写选项时列出沿革。</source>
        <translation>Merge and rename villages; without options, list the lineage.</translation>
    </message>
    <message>
        <source>请写 --merge 和 --into，或 --rename 和 --name。</source>
        <translation>Give --merge and --into, or --rename and --name.</translation>
    </message>
    <message>
        <source>不写选项时列出沿革。</source>
        <translation>Without options the lineage is listed.</translation>
    </message>
    <message>
        <source>  原籍在该村的搬迁户 {families} 户，村线岗位留任 {kept} 个。</source>
        <translation>  {families} relocated families come from it; {kept} slots of the village line keep their holder.</translation>
    </message>
    <message>
        <source>  提议由新村接任、等待确认 {proposed} 个；仍无人选 {unfilled} 个。</source>
        <translation>  {proposed} slots are proposed to the successor's staff and wait to be confirmed; {unfilled} have nobody yet.</translation>
    </message>
    <message>
        <source>还没有合并或更名的单位。</source>
        <translation>No unit has been merged or renamed yet.</translation>
    </message>
    <message>
        <source>{day} 并入{other}</source>
        <translation>merged into {other} on {day}</translation>
    </message>
    <message>
        <source>曾用名、并入的村：{names}</source>
        <translation>former names, villages taken in: {names}</translation>
    </message>
    <message>
        <source>不是联系人的编号：{text}</source>
        <translation>These are not ids of contacts: {text}</translation>
    </message>
    <message>
        <source>编号是数字，用逗号分开。</source>
        <translation>Ids are numbers, parted by commas.</translation>
    </message>
    <message>
        <source>搬家…</source>
        <translation>Move…</translation>
    </message>
    <message>
        <source>住房状态…</source>
        <translation>State of a home…</translation>
    </message>
    <message>
        <source>分户…</source>
        <translation>Split…</translation>
    </message>
    <message>
        <source>并户…</source>
        <translation>Merge…</translation>
    </message>
    <message>
        <source>换户主…</source>
        <translation>New head…</translation>
    </message>
    <message>
        <source>出生…</source>
        <translation>Birth…</translation>
    </message>
    <message>
        <source>去世…</source>
        <translation>Death…</translation>
    </message>
    <message>
        <source>婚入…</source>
        <translation>Marriage in…</translation>
    </message>
    <message>
        <source>婚出…</source>
        <translation>Marriage out…</translation>
    </message>
    <message>
        <source>迁出、返回…</source>
        <translation>Leaving, returning…</translation>
    </message>
    <message>
        <source>请选择是哪一个人。</source>
        <translation>Choose who it is.</translation>
    </message>
    <message>
        <source>请勾选分出去的人。</source>
        <translation>Tick those who split off.</translation>
    </message>
    <message>
        <source>请选择并入哪一户。</source>
        <translation>Choose the family to merge into.</translation>
    </message>
    <message>
        <source>请写姓名。</source>
        <translation>Give the name.</translation>
    </message>
    <message>
        <source>请写出生日期，如 1998-03-05。</source>
        <translation>Give the birth date, such as 1998-03-05.</translation>
    </message>
    <message>
        <source>请选择另一户的人：写姓名、首字母或证件尾号。</source>
        <translation>Choose somebody of another family: type a name, initials or the tail of an ID number.</translation>
    </message>
    <message>
        <source>这户没有迁出的人可以返回。</source>
        <translation>Nobody of this family has left and could return.</translation>
    </message>
    <message>
        <source>返回原住房</source>
        <translation>back to the origin home</translation>
    </message>
    <message>
        <source>全家外出</source>
        <translation>whole family away</translation>
    </message>
    <message>
        <source>婚入：新来的人</source>
        <translation>marriage in: somebody new</translation>
    </message>
    <message>
        <source>婚入：另一户的人</source>
        <translation>marriage in: somebody of another family</translation>
    </message>
    <message>
        <source>迁出本县</source>
        <translation>leaving the county</translation>
    </message>
    <message>
        <source>迁出的人返回</source>
        <translation>return of somebody who left</translation>
    </message>
    <message>
        <source>另一户</source>
        <translation>another family</translation>
    </message>
    <message>
        <source>户主姓名、首字母、户编号或门牌</source>
        <translation>the head's name, initials, family number or house number</translation>
    </message>
    <message>
        <source>另一户的人</source>
        <translation>somebody of another family</translation>
    </message>
    <message>
        <source>姓名、首字母、证件尾号或电话</source>
        <translation>name, initials, tail of the ID number or phone</translation>
    </message>
    <message>
        <source>如 外出务工（西安）</source>
        <translation>such as 外出务工（西安）</translation>
    </message>
    <message>
        <source>可以不写</source>
        <translation>may be left out</translation>
    </message>
    <message>
        <source>{name}（{relation}）</source>
        <translation>{name} ({relation})</translation>
    </message>
    <message>
        <source>{role} {number}（{state}）</source>
        <translation>{role} {number} ({state})</translation>
    </message>
    <message>
        <source>{name}，{day} 迁出</source>
        <translation>{name}, left on {day}</translation>
    </message>
    <message>
        <source>分出去的人</source>
        <translation>who splits off</translation>
    </message>
    <message>
        <source>是谁</source>
        <translation>who</translation>
    </message>
    <message>
        <source>谁返回</source>
        <translation>who returns</translation>
    </message>
    <message>
        <source>哪一户</source>
        <translation>which family</translation>
    </message>
    <message>
        <source>住哪里</source>
        <translation>where they live</translation>
    </message>
    <message>
        <source>新户主</source>
        <translation>new head</translation>
    </message>
    <message>
        <source>哪一处</source>
        <translation>which home</translation>
    </message>
    <message>
        <source>今后</source>
        <translation>from now on</translation>
    </message>
    <message>
        <source>按顺序：配偶、子女、父母…</source>
        <translation>in order: spouse, child, parent…</translation>
    </message>
    <message>
        <source>空着由程序编号</source>
        <translation>leave empty for the next number</translation>
    </message>
    <message>
        <source>{number}　{families}</source>
        <translation>{number}　{families}</translation>
    </message>
    <message>
        <source>无人居住</source>
        <translation>nobody lives there</translation>
    </message>
    <message>
        <source>{title}　{detail}</source>
        <translation>{title}　{detail}</translation>
    </message>
    <message>
        <source>注意</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>{heading}：{sentence}</source>
        <translation>{heading}: {sentence}</translation>
    </message>
    <message>
        <source>什么事</source>
        <translation>what</translation>
    </message>
    <message>
        <source>哪一天</source>
        <translation>on which day</translation>
    </message>
    <message>
        <source>将会怎样</source>
        <translation>what it will do</translation>
    </message>
    <message>
        <source>回车登记；可在右下角撤销</source>
        <translation>Enter records it; undo at the lower right</translation>
    </message>
    <message>
        <source>村庄合并与更名</source>
        <translation>Merge and rename villages</translation>
    </message>
    <message>
        <source>村庄合并与更名…</source>
        <translation>Merge and rename villages…</translation>
    </message>
    <message>
        <source>村合并、更名，旧名仍能查到户，村线转给新村</source>
        <translation>Merge or rename villages: old names still find the families, the village line passes on</translation>
    </message>
    <message>
        <source>村、社区、镇的名称或代码</source>
        <translation>name or code of a village, community or town</translation>
    </message>
    <message>
        <source>并入</source>
        <translation>into</translation>
    </message>
    <message>
        <source>网格划归新村（不勾时仍记在原村名下，树上归到新村）</source>
        <translation>grids become the successor's own (else they keep the old village's name and stand under the successor)</translation>
    </message>
    <message>
        <source>更名</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>合并</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>{name}　{role}　{count} 岗</source>
        <translation>{name}　{role}　{count} slots</translation>
    </message>
    <message>
        <source>请选择哪个村并入哪个村。</source>
        <translation>Choose which village is merged into which.</translation>
    </message>
    <message>
        <source>请选择要更名的单位。</source>
        <translation>Choose the unit to rename.</translation>
    </message>
    <message>
        <source>旧名保留，仍能查到原来的户。</source>
        <translation>The old name is kept and still finds its families.</translation>
    </message>
    <message>
        <source>{count} 个网格划归{name}</source>
        <translation>{count} grids become those of {name}</translation>
    </message>
    <message>
        <source>{count} 个网格仍记在{name}名下</source>
        <translation>{count} grids keep the name of {name}</translation>
    </message>
    <message>
        <source>原籍在该村的搬迁户 {families} 户，村线岗位留任 {kept} 个。</source>
        <translation>{families} relocated families come from it; {kept} slots of the village line keep their holder.</translation>
    </message>
    <message>
        <source>提议由新村接任、等待确认 {proposed} 个；仍无人选 {unfilled} 个。</source>
        <translation>{proposed} slots are proposed to the successor's staff and wait to be confirmed; {unfilled} have nobody yet.</translation>
    </message>
    <message>
        <source>哪个单位</source>
        <translation>which unit</translation>
    </message>
    <message>
        <source>离岗的人</source>
        <translation>who leaves</translation>
    </message>
    <message>
        <source>新名称</source>
        <translation>new name</translation>
    </message>
    <message>
        <source>沿革</source>
        <translation>Lineage</translation>
    </message>
    <message>
        <source>{names} {name}</source>
        <translation>{names} {name}</translation>
    </message>
    <message>
        <source>{name}　{code}　{former}</source>
        <translation>{name}　{code}　{former}</translation>
    </message>
    <message>
        <source>{name}（{code}）</source>
        <translation>{name} ({code})</translation>
    </message>
    <message>
        <source>{old}（今{new}）</source>
        <translation>{old} (now {new})</translation>
    </message>
    <message>
        <source>这一户已于 {day} 结束。</source>
        <translation>This family ended on {day}.</translation>
    </message>
    <message>
        <source>这一户已于 {day} 结束，人在 {code}。</source>
        <translation>This family ended on {day}; its people are in {code}.</translation>
    </message>
</context>
</TS>
