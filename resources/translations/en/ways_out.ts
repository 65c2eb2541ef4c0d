<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
  <context>
    <name>ways_out</name>
    <message>
      <source>{through} 户没有绕开险区的路，{straight} 户没有相通的道路（按直线距离计），请派人带路或派车。</source>
      <translation>{through} households find no way round the danger and {straight} no road at all (straight distance): send a guide or a vehicle.</translation>
    </message>
    <message>
      <source>{through} 户没有绕开险区的路，请派人带路或派车。</source>
      <translation>{through} households find no way round the danger: send a guide or a vehicle.</translation>
    </message>
    <message>
      <source>{straight} 户没有相通的道路（按直线距离计），请派人带路或派车。</source>
      <translation>{straight} households find no road at all (straight distance): send a guide or a vehicle.</translation>
    </message>
    <message>
      <source>要穿过险区</source>
      <translation>through danger</translation>
    </message>
    <message>
      <source>{site}（{metres} 米，要穿过险区）</source>
      <translation>{site} ({metres} m, through danger)</translation>
    </message>
    <message>
      <source>{count} 户要穿过险区</source>
      <translation>{count} households through danger</translation>
    </message>
    <message>
      <source>{count} 户只有直线距离</source>
      <translation>{count} households straight only</translation>
    </message>
    <message>
      <source>穿险区（户）</source>
      <translation>Through danger</translation>
    </message>
    <message>
      <source>只有直线（户）</source>
      <translation>Straight only</translation>
    </message>
    <message>
      <source>到避险点的距离沿县文件里的道路计，没有相通道路的按直线并写明；道路在别处中断与否没有考虑。</source>
      <translation>Distances to safe sites follow the roads of the county file, straight (and said so) where no road leads there; whether a road is cut elsewhere is not considered.</translation>
    </message>
    <message>
      <source>走法：从住房所在的险区走出去，只从重的走向轻的，出来以后不再进任何险区；找不到这样的路，就写明要穿过险区。</source>
      <translation>Ways lead out of the areas a home lies in, only from worse ground to milder, and once out into none again; where there is no such way, that it leads through danger is said.</translation>
    </message>
  </context>
</TS>
