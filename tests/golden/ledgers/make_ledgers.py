"""Makes the workbooks of this folder with the programs that offices use; run by hand when one is to change.

    python make_ledgers.py xlwt             in an environment with xlwt 1.3
    python3 make_ledgers.py libreoffice     with LibreOffice and python3-uno installed

Everybody in them is made up: the numbers' area code belongs to no place, the phones to no operator.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
TITLE, NOTE = "示例镇搬迁户人员花名册（全部虚构）", ("填报单位：示例村", "2026年7月")
UPPER = (("户编号", 0, 0), ("家庭成员", 1, 5), ("现住房", 6, 7), ("联系电话", 8, 8), ("原籍村", 9, 9))
LOWER = {1: "姓名", 2: "与户主关系", 3: "公民身份号码", 4: "出生日期", 5: "性别", 6: "地址", 7: "入住时间"}
RUINED = 420000199001011234.0
ROWS: tuple[tuple[Any, ...], ...] = (
    ("X0001", "王示例", "户主", "999999198503074217", date(1985, 3, 7), "男", "新村1组1号", date(2021, 9, 3), "012000000001", "西山村"),
    ("", "李示例", "妻", "999999198704052228", date(1987, 4, 5), "女", "", "", "", ""),
    ("", "王小例", "长子", "999999201006073231", "2010.6.7", "男", "", "", "", ""),
    ("X0002", "赵示例", "户主", RUINED, date(1990, 1, 1), "男", "新村1组2号", "", "", ""),
    ("X0003", "孙示例", "户主", "#N/A", date(1990, 1, 2), "男", "新村1组3号", "", "", ""),
    ("X0004", '="钱"&"示例"', "户主", "999999199102031236", "", "男", "新村1组4号", "=H5+1", 12000000004.0, "西山村"),
)
FIRST_ROW, SERIAL_COLUMN = 4, 7


def serial(day: date, *, is_1904: bool) -> int:
    """The bare number that stands for a day in a cell without a date's format."""
    return (day - (date(1904, 1, 1) if is_1904 else date(1899, 12, 30))).days


def by_xlwt() -> None:
    """xlwt writes formulas without the values they have: whoever reads them finds nothing there."""
    import xlwt

    for year in (1900, 1904):
        book = xlwt.Workbook(encoding="utf-8")
        book.dates_1904 = year == 1904
        sheet = book.add_sheet("人员")
        day, text = xlwt.easyxf(num_format_str="yyyy年m月d日"), xlwt.easyxf(num_format_str="@")
        sheet.write_merge(0, 0, 0, 9, TITLE)
        sheet.write(1, 0, NOTE[0])
        sheet.write(1, 7, NOTE[1])
        for title, first, last in UPPER:
            sheet.write_merge(2, 3 if first == last else 2, first, last, title)
        for column, title in LOWER.items():
            sheet.write(3, column, title)
        sheet.write_merge(FIRST_ROW, FIRST_ROW + 2, 0, 0, ROWS[0][0])
        for at, row in enumerate(ROWS, FIRST_ROW):
            for column, value in enumerate(row):
                if value == "#N/A":
                    sheet.row(at).set_cell_error(column, 0x2A)
                elif isinstance(value, date) and column == SERIAL_COLUMN:
                    sheet.write(at, column, serial(value, is_1904=year == 1904))
                elif isinstance(value, date):
                    sheet.write(at, column, value, day)
                elif str(value).startswith("="):
                    sheet.write(at, column, xlwt.Formula(value[1:]))
                elif value != "" and (at, column) != (FIRST_ROW, 0):
                    sheet.write(at, column, value, text)
        hidden = book.add_sheet("旧表")
        for column, title in enumerate(("姓名", "与户主关系")):
            hidden.write(0, column, title)
        hidden.visibility = 1
        book.save(str(HERE / f"xlwt-{year}.xls"))


def by_libreoffice() -> None:
    """The same table typed into LibreOffice Calc and saved in its three formats, and with a password."""
    import uno
    from com.sun.star.beans import PropertyValue

    def said(**values: Any) -> tuple[Any, ...]:
        return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())

    facts = (("CryptoType", "Standard"), ("OOXPassword", "1234"))
    pairs = tuple(uno.createUnoStruct("com.sun.star.beans.NamedValue", *fact) for fact in facts)
    key = uno.Any("[]com.sun.star.beans.NamedValue", pairs)
    secret = {"xlsx": {"EncryptionData": key}}

    with tempfile.TemporaryDirectory() as home:
        arguments = ["soffice", "--headless", f"-env:UserInstallation=file://{home}", "--accept=socket,host=localhost,port=2202;urp;"]
        office = subprocess.Popen(arguments)
        try:
            resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
            for _ in range(60):
                try:
                    context = resolver.resolve("uno:socket,host=localhost,port=2202;urp;StarOffice.ComponentContext")
                    break
                except Exception:
                    time.sleep(0.5)
            desktop = context.ServiceManager.createInstance("com.sun.star.frame.Desktop")
            for year in (1900, 1904):
                document = desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, said(Hidden=True))
                _type_in(document, year=year, uno=uno)
                for ending, name in (("xls", "MS Excel 97"), ("xlsx", "Calc MS Excel 2007 XML"), ("ods", "calc8")):
                    document.storeToURL((HERE / f"calc-{year}.{ending}").as_uri(), said(FilterName=name))
                    if year == 1900:
                        document.storeToURL(
                            (HERE / f"protected.{ending}").as_uri(), said(FilterName=name, **secret.get(ending, {"Password": "1234"}))
                        )
                document.close(True)
        finally:
            desktop.terminate()
            office.wait(30)


def _type_in(document: Any, *, year: int, uno: Any) -> None:
    document.NullDate = uno.createUnoStruct(
        "com.sun.star.util.Date", 30 if year == 1900 else 1, 12 if year == 1900 else 1, 1899 if year == 1900 else 1904
    )
    locale = uno.createUnoStruct("com.sun.star.lang.Locale")
    day = document.NumberFormats.addNew('YYYY"年"M"月"D"日"', locale)
    sheet = document.Sheets.getByIndex(0)
    sheet.Name = "人员"
    sheet.getCellByPosition(0, 0).String = TITLE
    sheet.getCellRangeByPosition(0, 0, 9, 0).merge(True)
    sheet.getCellByPosition(0, 1).String, sheet.getCellByPosition(7, 1).String = NOTE
    for title, first, last in UPPER:
        sheet.getCellByPosition(first, 2).String = title
        sheet.getCellRangeByPosition(first, 2, last, 3 if first == last else 2).merge(True)
    for column, title in LOWER.items():
        sheet.getCellByPosition(column, 3).String = title
    for at, row in enumerate(ROWS, FIRST_ROW):
        for column, value in enumerate(row):
            cell = sheet.getCellByPosition(column, at)
            if value == "#N/A":
                cell.Formula = "=NA()"
            elif isinstance(value, date):
                cell.Value = serial(value, is_1904=year == 1904)
                if column != SERIAL_COLUMN:
                    cell.NumberFormat = day
            elif str(value).startswith("="):
                cell.Formula = value
            elif isinstance(value, float):
                cell.Value = value
            elif value != "":
                cell.String = value
    sheet.getCellRangeByPosition(0, FIRST_ROW, 0, FIRST_ROW + 2).merge(True)
    document.Sheets.insertNewByName("旧表", 1)
    hidden = document.Sheets.getByIndex(1)
    for column, title in enumerate(("姓名", "与户主关系")):
        hidden.getCellByPosition(column, 0).String = title
    hidden.IsVisible = False


if __name__ == "__main__":
    {"xlwt": by_xlwt, "libreoffice": by_libreoffice}[sys.argv[1]]()
