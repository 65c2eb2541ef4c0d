<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
  <context>
    <name>needs</name>
    <message><source>民政部、财政部、国家粮食局联合通知（2010 年 4 月玉树地震，2008 年汶川地震同）：每人每天 500 克粮食</source><translation>Joint circular of the ministries of civil affairs and finance and the grain administration (Yushu earthquake, April 2010; the same after Wenchuan 2008): 500 g of grain per person and day</translation></message>
    <message><source>估算：每人一套，没有核对到公开标准</source><translation>Estimate: one set per person; no public norm was found to cite</translation></message>
    <message><source>Sphere 手册（2011）卫生用品：每户一个运水、一个存水的 10–20 升容器</source><translation>Sphere Handbook (2011), hygiene items: per household one container of 10-20 L for carrying and one for storing water</translation></message>
    <message><source>{kind}：{source}</source><translation>{kind}: {source}</translation></message>
    <message><source>公开来源</source><translation>public source</translation></message>
    <message><source>估算</source><translation>estimate</translation></message>
    <message><source>本县修改</source><translation>changed by the county</translation></message>
    <message><source>依据</source><translation>Basis</translation></message>
    <message><source>只是估算、没有核对到公开来源的：{names}。不是规定，请按本县标准修改。</source><translation>Only estimated, no public source found: {names}. These are no norms; please put in the county's own.</translation></message>
    <message><source>本县修改的：{names}。</source><translation>Changed by the county: {names}.</translation></message>
    <message><source>其余标准取自所列公开来源，不是本县规定。</source><translation>All other norms come from the public sources named; they are not the county's rules.</translation></message>
    <message><source>其余标准取自所列公开来源。</source><translation>All other norms come from the public sources named.</translation></message>
    <message><source>公开来源不是本县规定，估算更不是；请按本县标准修改。</source><translation>A public source is not the county's rule, and an estimate even less; please put in the county's own norms.</translation></message>
  </context>
</TS>
