<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
  <context>
    <name>runs</name>
    <message>
      <source>{name}：{note}。</source>
      <translation>{name}: {note}.</translation>
    </message>
    <message>
      <source>{path}：{levels}</source>
      <translation>{path}: {levels}</translation>
    </message>
    <message>
      <source>不再研判 {name}</source>
      <translation>Ask no more about {name}</translation>
    </message>
    <message>
      <source>与第 {first} 号研判相比：</source>
      <translation>Compared with run {first}:</translation>
    </message>
    <message>
      <source>从几米起算险区（由浅到深，最后一个是红色）</source>
      <translation>Metres from which each level begins (rising, the last is red)</translation>
    </message>
    <message>
      <source>从研判中去掉，文件不动</source>
      <translation>Leave it out of the question; the file stays</translation>
    </message>
    <message>
      <source>再研判并比较</source>
      <translation>Ask again and compare</translation>
    </message>
    <message>
      <source>可以改外扩米数，或另选一次用了水深栅格的研判。</source>
      <translation>Change the buffer instead, or take a run that asked a depth raster.</translation>
    </message>
    <message>
      <source>同样的范围和规则，按今天的住户再做一遍，马上比较</source>
      <translation>The same areas and rule with today's families, compared at once</translation>
    </message>
    <message>
      <source>已加入：{name}。按“哪些住房在险区？”，与勾选的风险区一起研判。</source>
      <translation>Taken in: {name}. Press "Homes in danger?" to ask about it together with the ticked areas.</translation>
    </message>
    <message>
      <source>换个条件再研判</source>
      <translation>What if</translation>
    </message>
    <message>
      <source>换个条件再研判…</source>
      <translation>What if…</translation>
    </message>
    <message>
      <source>水深栅格 {name}：{levels}</source>
      <translation>Depth raster {name}: {levels}</translation>
    </message>
    <message>
      <source>范围和水深与第 {run} 号研判相同，只改下面这些；做完马上与第 {run} 号比较。</source>
      <translation>Areas and depths as in run {run}; only what follows is otherwise. The answer is compared with run {run} at once.</translation>
    </message>
    <message>
      <source>这次研判没有水深栅格，不能改水深分级。</source>
      <translation>This run asked no depth raster, so its depths cannot be changed.</translation>
    </message>
    <message>
      <source>把这一号研判按今天的住户再做一遍；可同时给 --buffer、--thresholds、--at，并与原来的比较。</source>
      <translation>Ask this run again with today's families, with --buffer, --thresholds or --at if wished, and compare both.</translation>
    </message>
    <message>
      <source>{count} 处住房没有结论：不是安全，请派人查看。</source>
      <translation>{count} homes without a conclusion: not safe, send somebody to look.</translation>
    </message>
    <message>
      <source>在水深栅格或地形之外</source>
      <translation>Outside the raster of depths or heights</translation>
    </message>
    <message>
      <source>地形没有覆盖到的住房列为没有结论。</source>
      <translation>Homes that the terrain does not cover are listed without a conclusion.</translation>
    </message>
    <message>
      <source>栅格没有值</source>
      <translation>No value in the raster</translation>
    </message>
  </context>
</TS>
