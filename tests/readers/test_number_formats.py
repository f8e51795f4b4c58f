"""Numbers under the formats of a spreadsheet, as Excel shows them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.readers.number_formats import BUILT_IN, shown


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        ("1744", "General", "1744"),
        ("1744.4999999999998", "General", "1744.5"),
        ("0.30000000000000004", "General", "0.3"),
        ("1E-07", "General", "0.0000001"),
        ("1234567890123", "General", "1234567890123"),
        ("0", "General", "0"),
        ("-2.3", "General", "-2.3"),
        ("1744", 'General"亿元"', "1744亿元"),
        ("1744", "G/通用格式", "1744"),
        ("1744", "", "1744"),
        ("0.067", "0.0%", "6.7%"),
        ("0.067", "0.00%", "6.70%"),
        ("0.123", "##%", "12%"),
        ("6.7", '0.0"%"', "6.7%"),
        ("6.7", r"0.0\%", "6.7%"),
        ("0.5", "0", "1"),
        ("2.5", "0", "3"),
        ("0.285", "0.00", "0.29"),
        ("0.1", "0.00", "0.10"),
        ("1.10", "0.0#", "1.1"),
        ("0.125", "#.0", ".1"),
        ("12", "#,##0", "12"),
        ("1234567.891", "#,##0.00", "1,234,567.89"),
        ("1234", "#,##0.0,", "1.2"),
        ("123456789", "0.00,,", "123.46"),
        ("12345", '0!.0,"万"', "1.2万"),
        ("17440000", '0!.0000"万元"', "1744.0000万元"),
        ("7", "000", "007"),
        ("123456", r"000\-0000", "012-3456"),
        ("0", "#", ""),
        ("3.1", "0_ ", "3"),
        ("0", "0.00;-0.00;-", "-"),
        ("-1234", "#,##0_);(#,##0)", "-1,234"),
        ("-1234", "#,##0_);[Red](#,##0)", "-1,234"),
        ("-2.3", "0.0;[红色]0.0", "-2.3"),
        ("-2.3", '0.0;"△"0.0', "-△2.3"),
        ("-0.05", "0.0%;-0.0%", "-5.0%"),
        ("1234.5", '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "1,234.50"),
        ("-1234.5", '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "-1,234.50"),
        ("0", '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "-"),
        ("5", "[>=10]0.0;[<10]0.00", "5.00"),
        ("-5", "[>=10]0.0;0.00", "-5.00"),
        ("5", "[<3]0.0;[>9]0.00", "5"),
        ("1", "$#,##0", "$1"),
        ("5", "[$¥-804]#,##0.0", "¥5.0"),
        ("6.7", '"增长"0.0"%"', "增长6.7%"),
        ("0.5", "# ?/?", "1/2"),
        ("2.25", "# ??/??", "2 1/4"),
        ("3", "# ?/?", "3"),
        ("1744", "0.00E+00", "1.74E+3"),
        ("1.5", "@", "1.5"),
        ("45292", "yyyy/m/d", "2024/1/1"),
        ("45292", 'yyyy"年"m"月"d"日"', "2024年1月1日"),
        ("45292", "[$-804]yyyy/m/d;@", "2024/1/1"),
        ("45292", "yyyy年m月", "2024年1月"),
        ("45292", "yy-mmm-dd", "24-Jan-01"),
        ("45292", "aaaa", "星期一"),
        ("45292.75", "yyyy-mm-dd hh:mm:ss", "2024-01-01 18:00:00"),
        ("0.75", "h:mm AM/PM", "6:00 PM"),
        ("0.75", "上午/下午h时mm分", "下午6时00分"),
        ("1.5", "[h]:mm", "36:00"),
        ("59", "yyyy/m/d", "1900/2/28"),
        ("61", "yyyy/m/d", "1900/3/1"),
        ("-5", "yyyy/m/d", "-5"),
        ("1E+20", "yyyy/m/d", "100000000000000000000"),
        ("12.3.4", "0", "12.3.4"),
        ("NaN", "0", "NaN"),
        ("1E+500", "0", "1E+500"),
    ],
)
def test_a_number_is_shown_as_on_the_page(value: str, code: str, expected: str) -> None:
    assert shown(value, code) == expected


def test_the_formats_named_by_number_are_formats() -> None:
    for code in BUILT_IN.values():
        assert shown("45292.5", code)


@given(st.integers(-(10**12), 10**12), st.integers(0, 6))
def test_places_are_rounded_and_thousands_parted(figures: int, places: int) -> None:
    number = Decimal(figures).scaleb(-places)
    code = "#,##0" + ("." + "0" * places if places else "")
    assert shown(str(number), code) == f"{number:,.{places}f}".replace("-0", "-0", 1)


@given(
    st.floats().map(repr) | st.text(max_size=5),
    st.text('0#?.,%;[]<>="\\!_*@/E+-ymdhsa 年GeneralRed$万AM/P上午下', max_size=20),
)
def test_any_format_gives_some_text(value: str, code: str) -> None:
    assert isinstance(shown(value, code), str)
    assert isinstance(shown(value, code, from_1904=True), str)
