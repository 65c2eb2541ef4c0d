<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>slots</name>
    <message>
        <source>{name}是{role}，不能担任{wanted}</source>
        <translation>{name} is a {role} and cannot be {wanted}</translation>
    </message>
    <message>
        <source>这一户已于 {day} 结束</source>
        <translation>this household ended on {day}</translation>
    </message>
    <message>
        <source>既是一户的户编号，又是另一户的序号；序号请写成 #{word}</source>
        <translation>is the code of one household and the number of another; write a number as #{word}</translation>
    </message>
    <message>
        <source>已有提议等待确认：{name}（{day} 提出）</source>
        <translation>a proposal is waiting already: {name} (proposed on {day})</translation>
    </message>
    <message>
        <source>{slot}：为 {count} 户提议{name}，等待确认</source>
        <translation>{slot}: proposed {name} for {count} households, waiting for an answer</translation>
    </message>
    <message>
        <source>这些户的岗位刚刚被别人改动，没有提议。</source>
        <translation>Somebody else has just changed these slots; nothing was proposed.</translation>
    </message>
    <message>
        <source>请刷新后再提议一次。</source>
        <translation>Refresh and propose once more.</translation>
    </message>
    <message>
        <source>确认 {count} 条岗位提议</source>
        <translation>Confirmed {count} proposals</translation>
    </message>
    <message>
        <source>没有写明退回的理由。</source>
        <translation>No reason for refusing was given.</translation>
    </message>
    <message>
        <source>请写一句理由，对方会在提议里看到。</source>
        <translation>Write a sentence; the other line will see it with the proposal.</translation>
    </message>
    <message>
        <source>退回 {count} 条岗位提议</source>
        <translation>Refused {count} proposals</translation>
    </message>
    <message>
        <source>撤回 {count} 条岗位提议</source>
        <translation>Withdrew {count} proposals</translation>
    </message>
    <message>
        <source>这些户的岗位刚刚被别人改动，没有写入。</source>
        <translation>Somebody else has just changed these slots; nothing was written.</translation>
    </message>
    <message>
        <source>请刷新后再试一次。</source>
        <translation>Refresh and try again.</translation>
    </message>
    <message>
        <source>没有这条提议</source>
        <translation>there is no such proposal</translation>
    </message>
    <message>
        <source>这条提议已经处理过</source>
        <translation>this proposal has been decided already</translation>
    </message>
    <message>
        <source>{name}已不在岗</source>
        <translation>{name} is no longer on duty</translation>
    </message>
    <message>
        <source>户编号或序号的名单，用逗号、空格或换行分开；- 从标准输入读。</source>
        <translation>Household codes or numbers, separated by commas, spaces or line breaks; - reads standard input.</translation>
    </message>
    <message>
        <source>只向对方提议，等对方确认。</source>
        <translation>Only propose it to the other line and wait for its answer.</translation>
    </message>
    <message>
        <source>名单是空的。</source>
        <translation>The list is empty.</translation>
    </message>
    <message>
        <source>请写户编号，用逗号、空格或换行分开。</source>
        <translation>Write household codes, separated by commas, spaces or line breaks.</translation>
    </message>
    <message>
        <source>只看等这条线确认的。</source>
        <translation>Only what waits for this line.</translation>
    </message>
    <message>
        <source>确认这些提议：编号，用逗号分开，或 all。</source>
        <translation>Confirm these proposals: numbers separated by commas, or all.</translation>
    </message>
    <message>
        <source>退回这些提议；要写 --answer。</source>
        <translation>Refuse these proposals; needs --answer.</translation>
    </message>
    <message>
        <source>撤回这些提议。</source>
        <translation>Withdraw these proposals.</translation>
    </message>
    <message>
        <source>退回的理由。</source>
        <translation>The reason for refusing.</translation>
    </message>
    <message>
        <source>等待对方确认的岗位提议：列出、确认、退回、撤回。</source>
        <translation>Proposals waiting for the other line: list, confirm, refuse, withdraw.</translation>
    </message>
    <message>
        <source>--confirm、--refuse、--withdraw 一次只能写一个。</source>
        <translation>Only one of --confirm, --refuse and --withdraw at a time.</translation>
    </message>
    <message>
        <source>请分几次写。</source>
        <translation>Use several commands.</translation>
    </message>
    <message>
        <source>没有可以处理的提议。</source>
        <translation>No proposal could be decided.</translation>
    </message>
    <message>
        <source>等待确认的提议 {count} 条。</source>
        <translation>{count} proposals are waiting.</translation>
    </message>
    <message>
        <source>  {id}  {code} {head}  {slot}：{name}，自 {begin} 起；{who}提出，已等 {days} 天</source>
        <translation>  {id}  {code} {head}  {slot}: {name} from {begin}; proposed by {who}, waiting for {days} days</translation>
    </message>
    <message>
        <source>  未处理 {id}：{reason}</source>
        <translation>  not decided {id}: {reason}</translation>
    </message>
    <message>
        <source>不是提议的编号：{text}</source>
        <translation>Not a proposal number: {text}</translation>
    </message>
    <message>
        <source>编号是数字，用逗号分开；全部写 all。</source>
        <translation>Numbers separated by commas; write all for all of them.</translation>
    </message>
</context>
</TS>
