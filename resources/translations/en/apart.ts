<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
  <context>
    <name>apart</name>
    <message><source>打印没有完成，没有写入文件。</source><translation>Printing did not come to its end; no file was written.</translation></message>
    <message><source>请关闭其他程序，再试一次。</source><translation>Please close other programs and try again.</translation></message>
  </context>
</TS>
