"""How the press retells a release: which part of the year its figures are of, and what it calls them."""

import pytest

from consistency.extract.mentions import Extractor
from consistency.model import Context, Document, Severity, Status
from consistency.pipeline import understood
from tests.domain import bulletin, claim, found, meet, mention, read, report, rules

MACAO = "六月旅客逾25萬人次\n2024年7月20日\n統計暨普查局公佈，六月本澳入境旅客25.4萬人次，按年升15.4%。\n"
HONG_KONG = "5月零售跌11.5%\n2024年7月4日\n政府統計處公布，本港5月零售業總銷貨價值305億元，按年跌11.5%。\n"


def test_figures_that_follow_those_of_a_month_are_of_it() -> None:
    """The month of the title, with which the piece opens, whatever is expected of the whole year."""
    text = MACAO + "內地旅客（17.4萬人次）按年升21.2%。\n當局預計全年旅客可達330萬人次。\n"
    assert claim(text, "17.4萬人次".replace("萬", "万")).key.period == "2024-06"
    assert claim(text, "330万人次").key.period == "2024"


def test_a_month_of_the_title_that_the_piece_does_not_open_with_is_none_of_its_own() -> None:
    text = "3月起实施新规 云和县企业受益\n2024年3月4日\n云和县规上工业企业共有312家，同比增加12家。\n"
    assert claim(text, "312家").key.period == "2024"


@pytest.mark.parametrize(
    ("opening", "period"),
    [
        ("统计局公布，7至9月失业率3.1%，较6至8月上升", "2024Q3"),
        ("统计局公布，七月至九月失业率3.1%，较六月至八月上升", "2024Q3"),
        ("国庆假期，云和县接待游客41.2万人次，同比增长9.8%", "2024国庆"),
        ("今年前9月，云和县出口41.2亿元，同比增长9.8%", "2024Q1-3"),
    ],
)
def test_what_a_piece_opens_with_holds_for_its_next_paragraphs(opening: str, period: str) -> None:
    text = f"云和县交出新答卷\n2024年10月17日\n{opening}。\n全县住宿企业平均出租率83.5%。\n去年同期为81%。\n"
    assert claim(text, "83.5%").key.period == period


def test_a_piece_of_january_opens_with_a_month_of_the_year_before() -> None:
    text = "云和县旅游火热\n2025年1月9日\n统计局公布，12月青山县接待游客41.2万人次，同比增长9.8%。\n"
    assert claim(text, "41.2万人次").key.period == "2024-12"


def test_the_year_of_the_publication_told_of_is_that_of_the_piece() -> None:
    text = (
        "云和县在校生8.4万人\n本报6月20日讯 县教育局发布2023年全县教育事业发展统计公报。\n"
        "全县幼儿园131所，小学685所。\n2022年，全县幼儿园143所。\n"
    )
    assert claim(text, "685所").key.period == "2023"
    assert claim(text, "143所").key.period == "2022"


def test_a_piece_that_names_no_year_is_of_the_part_it_tells_of_in_the_year_of_the_others() -> None:
    document = Document("a.txt", "上半年云和县出口增长11.6%\n云和县出口38.2亿元，民营企业出口25.7亿元。\n")
    reading = understood(Extractor(rules().lexicon), document, Context(period="2025", period_sure=40))
    assert reading.context.period == "2025H1"


def test_a_month_that_is_compared_with_is_not_the_time() -> None:
    text = "台灣113年第3季國民所得統計\n經濟成長率4.17%，較10月概估上修0.2個百分點；民間消費年增2.58%。\n"
    assert claim(text, "2.58%").key.period == "2024Q3"


def test_next_year_is_the_one_after_that_of_the_piece() -> None:
    text = "主計總處上修今年經濟成長率\n2024/11/29\n主計總處將今年經濟成長率調整為4.27%。明年經濟成長率預測3.29%。\n"
    this, coming = claim(text, "4.27%").key, claim(text, "3.29%").key
    assert (this.period, coming.period, coming.status) == ("2024", "2025", Status.TARGET)
    assert this.indicator == coming.indicator == "地区生产总值"


@pytest.mark.parametrize(
    ("sentence", "number", "name"),
    [
        ("孕产妇死亡率6.8/10万，婴儿死亡率3.2‰。", "6.8/10万", "孕产妇死亡率"),
        ("高速公路出口流量7256万辆次，日均181.4万辆次。", "181.4万辆次", "日均高速公路出口流量"),
        ("电动车共有76439辆，较2022年底增加68%。", "68%", "电动车"),
        ("公司实现营业收入38.46亿元。", "38.46亿元", "营业收入"),
        ("公司全年营业收入38.46亿元。", "38.46亿元", "营业收入"),
        ("归属于上市公司股东的净利润5.27亿元。", "5.27亿元", "归母净利润"),
        ("接着为超级市场货品（上升0.8%）。", "0.8%", "超级市场货品"),
        ("来自邻县的旅客12万人次。", "12万人次", "邻县的旅客"),
    ],
)
def test_a_number_is_named_by_what_it_is_of(sentence: str, number: str, name: str) -> None:
    assert claim(bulletin(sentence), number).key.indicator == name


def test_visitors_from_a_place_are_still_those_of_the_one_that_tells() -> None:
    text = "澳門特別行政區2024年旅客統計\n香港旅客（617,430人次）按年減少1.7%，台灣旅客（59,861人次）增加38.5%。\n"
    key = claim(text, "38.5%").key
    assert (key.entity, key.indicator) == ("澳门特别行政区", "台湾旅客")


def test_a_change_told_as_a_number_or_a_rate_is_one_change() -> None:
    text = bulletin("就业人数116.7万人，比上年减少4万人或3.4%。")
    assert claim(text, "4万人").key.measure == "change"
    assert claim(text, "3.4%").key.measure == "growth"
    assert mention(text, "3.4%").quantity.base_value < 0


def test_a_sector_told_as_a_part_is_measured_as_its_whole() -> None:
    text = bulletin("规上工业增加值增长8.6%，其中制造业增长4.9%，采矿业增长3.1%。", "建筑业增长2.2%。")
    assert claim(text, "3.1%").key.indicator == "采矿业增加值"
    invested = bulletin("固定资产投资增长5%。分行业看，制造业增长9%，批发和零售业下降3%。")
    assert claim(invested, "3%").key.indicator == "批发和零售业投资"


def test_growth_since_the_last_census_is_reckoned_on_it() -> None:
    text = bulletin("全县共有法人单位2.6万个，与2018年末（第四次全国经济普查年份）相比，增长48.6%。")
    assert claim(text, "48.6%").key.basis == "较2018年"


def test_what_the_months_so_far_open_with_holds_for_the_sentence_after() -> None:
    text = HONG_KONG + "首5個月合計，出口貨值按年升6.1%。進口貨值升8.2%。\n"
    assert claim(text, "8.2%").key.period == "2024-01/05"


def test_a_release_and_a_piece_meet_in_the_month_and_differ() -> None:
    release = "澳門特別行政區2024年6月入境旅客統計\n入境旅客25.4萬人次，內地旅客（17.4萬人次）按年增加21.2%。\n"
    piece = MACAO + "內地旅客按年升22.1%，達17.4萬人次。\n"
    assert meet(release, piece, "17.4万人次", "17.4万人次")
    assert [f.rule for f in found(release, piece)] == ["CC105"]


def test_a_place_behind_a_part_of_the_year_is_that_of_the_title() -> None:
    text = "2025年上半年广西外贸情况\n南宁海关\n据南宁海关统计，上半年广西进出口3826.4亿元。\n"
    assert read(text).context.entity == "广西壮族自治区"


def test_a_half_yearly_report_is_of_the_half_year() -> None:
    text = "江州银行2024年半年度报告摘要\n本行实现营业收入78.3亿元。\n"
    assert read(text).context.period == "2024H1"


def test_the_end_of_last_year_is_told_behind_the_day_of_the_piece() -> None:
    text = "云和县企业增多\n云和报 2025年1月20日 记者获悉，截至去年底，云和县绿色企业216家，去年同期为198家。\n"
    assert claim(text, "216家").key.period == "2024"


def test_last_year_at_this_time_is_a_year_before_once() -> None:
    text = "4月賭收18.8億\n2025年5月2日\n博彩監察協調局公佈，本澳首四個月賭收76.5億元，去年同期為74.6億元。\n"
    assert claim(text, "74.6亿元").key.period == "2024-01/04"


def test_a_multiple_of_a_year_is_not_of_that_year() -> None:
    assert claim(bulletin("低空飞行8.6万架次，是2021年的2.4倍。"), "2.4倍").key.period == "2023"


@pytest.mark.parametrize("who", ["主計總處今公布", "主計總處今（6）日公布", "主計總處昨天發布"])
def test_who_publishes_a_figure_today_is_no_part_of_its_name(who: str) -> None:
    text = f"4月消費者物價\n2025/05/06\n{who}消費者物價指數（CPI）年增2.03%，月增0.21%。\n"
    assert claim(text, "2.03%").key.indicator == "居民消费价格"
    assert claim(text, "0.21%").key.basis == "环比"


def test_what_somebody_foresees_for_this_year_has_not_come_about() -> None:
    text = "預算案\n2025年2月27日\n他預測今年香港經濟增長2%至3%，基本通脹率1.5%。\n本港去年經濟增長2.5%。\n"
    foreseen, inflation = claim(text, "2%至3%").key, claim(text, "1.5%").key
    assert (foreseen.indicator, foreseen.status, inflation.status) == ("地区生产总值", Status.TARGET, Status.TARGET)


def test_income_above_a_sum_is_no_surplus() -> None:
    assert claim(bulletin("软件业务收入超13.7亿元。"), "超13.7亿元").key.indicator == "软件业务收入"
    assert claim(bulletin("外贸出超80.5亿元。"), "80.5亿元").key.indicator == "外贸出超"


def test_counties_of_taiwan_are_places_and_tell_their_money_as_dollars() -> None:
    release = "新竹縣政府主計處\n113年新竹縣家庭收支概況\n113年本縣平均每戶消費支出118萬6,407元。\n"
    piece = "新竹縣每戶消費逾百萬元\n〔記者／新竹報導〕2025/10/20\n113年新竹縣平均每戶消費支出新台幣118萬6407元。\n"
    assert read(release).context.entity == "新竹县"
    assert meet(release, piece, "118万6,407元", "新台币118万6407元")


@pytest.mark.parametrize(
    ("sentence", "number", "name"),
    [
        ("访港旅客人数稳步上升，由第二季的847万人次，升至第四季的1068万人次。", "1068万人次", "访港旅客人数"),
        ("入境旅客下跌31.5%，以致服务出口下跌27.1%。", "27.1%", "服务出口"),
        ("入学率持续下降，由93.4%降至91.2%。", "91.2%", "入学率"),
    ],
)
def test_what_moved_is_told_in_the_clause_before(sentence: str, number: str, name: str) -> None:
    assert claim(bulletin(sentence), number).key.indicator == name


def test_what_lies_below_is_compared_with_and_no_change() -> None:
    text = bulletin("全年旅客3400万人次，高于2023年初估计的2580万人次。", "人均收入高于全国平均水平2580元。")
    assert mention(text, "2580万人次").reason == "what is compared with"
    assert claim(text, "2580元").key.measure == "change"


def test_a_city_of_a_size_is_no_indicator() -> None:
    assert mention(bulletin("增速在全国GDP万亿级城市中居前。"), "万亿级").reason == "qualifies a noun"


def test_years_in_a_remark_are_not_those_of_the_numbers_behind() -> None:
    text = bulletin("旅客量已超过疫情前（2017年至2018年平均）水平，甲地、乙地旅客分别恢复至116%及106%。")
    assert {claim(text, number).key.period for number in ("116%", "106%")} == {"2023"}


def test_a_year_up_to_whose_end_figures_stand_is_told_of() -> None:
    text = "云和县卫健委新闻发布会实录\n2025年3月20日\n截至2024年底，云和县公立医院28家。\n云和县人均预期寿命78.9岁。\n"
    assert claim(text, "78.9岁").key.period == "2024"


def test_the_sort_of_a_page_is_no_title() -> None:
    text = "新聞公報\n二零二五年第一季本地生產總值\n政府統計處發表數字。\n本港私人消費開支下跌1.1%。\n"
    context = read(text).context
    assert (context.kind, context.period) == ("news", "2025Q1")


def test_what_a_sitting_proposes_for_this_year_is_a_target() -> None:
    text = "云和县两会\n2025年1月9日\n云和县人大会议提出，今年全县地区生产总值增长7%左右，新增就业6.2万人。\n"
    assert claim(text, "7%左右").key.status is Status.TARGET
    assert claim(text, "6.2万人").key.status is Status.TARGET


def test_airports_of_a_size_are_counted_and_the_size_is_none_of_theirs() -> None:
    text = bulletin("旅客吞吐量1000万人次以上的运输机场40个。")
    assert mention(text, "1000万人次以上").reason == "qualifies a noun"


def test_who_comes_second_is_told_of_the_subject_before() -> None:
    text = bulletin("全县登记房屋3500栋，其中甲镇684栋最多，乙镇552栋次之。", "其中甲镇684栋居冠。")
    assert "次之" not in {c.key.indicator for c in read(text).claims}


def test_a_sector_told_as_a_part_meets_its_bare_name() -> None:
    one = bulletin("规上工业增加值增长8.6%，其中高技术制造业增长61.9%。")
    other = "青山县2023年经济社会发展成绩单\n高技术制造业+61.9%。\n规上工业增加值增长8.6%。\n"
    assert meet(one, other, "61.9%", "+61.9%")


def test_a_year_of_the_republic_is_known_by_a_county_of_taiwan() -> None:
    text = "雲林蔬菜產量\n2024/06/20\n雲林縣府農業處統計，112年雲林縣蔬菜種植面積4萬1286公頃。\n"
    assert claim(text, "4万1286公顷").key.period == "2023"


def test_the_day_and_the_paper_beside_a_title_are_none() -> None:
    text = "去年底人口68.83萬　老年人口佔14.6%\n2025年3月4日 濠江日報\n去年底本澳總人口68.83萬人。\n老年人口佔14.6%。\n"
    assert read(text).context.period == "2024"


def test_what_stands_there_at_the_end_of_a_month_does_so_in_the_next_sentence() -> None:
    text = bulletin("截至3月末，5G基站439.5万个。5G用户10.68亿户，比上年末净增5439万户。")
    assert claim(text, "10.68亿户").key.period == "2023-03"
    change = claim(text, "5439万户").key
    assert (change.indicator, change.measure) == ("5G用户", "change")


def test_an_area_sown_has_its_own_name() -> None:
    assert claim(bulletin("牡丹产业绽放新姿，种植面积50万亩。"), "50万亩").key.indicator == "种植面积"


def test_a_year_of_account_lies_in_two() -> None:
    text = "醫院管理局年報\n2023至24年度，本港公立醫院43間。\n"
    assert claim(text, "43间").key.period == "2023/2024"


def test_what_goes_to_a_part_of_the_world_is_not_all_that_goes() -> None:
    text = "香港2024年7月對外商品貿易統計\n商品整體出口貨值上升13.1%。輸往亞洲的整體出口貨值上升16.2%。\n"
    assert claim(text, "13.1%").key.indicator == "出口总额"
    assert claim(text, "16.2%").key.indicator != "出口总额"


def test_the_end_of_the_year_before_is_not_that_of_this_one() -> None:
    text = "青山县2024年一季度通信业运行情况\n5G用户10.6万户，比上年末净增5439户。\n"
    assert claim(text, "5439户").key.period == "2024Q1"


@pytest.mark.parametrize(
    ("sentence", "number", "name"),
    [
        ("年末0至14周岁人口31.2万人，占15.5%。", "31.2万人", "0-14岁人口"),
        ("年末0—14岁人口31.2万人，占15.5%。", "15.5%", "0-14岁人口"),
        ("60周岁及以上老年人口42.3万人。", "42.3万人", "60岁以上人口"),
        ("15至24岁者失业率11.68%，25至44岁者3.53%。", "11.68%", "15-24岁失业率"),
        ("人均预期寿命79.2岁，高于全省。", "79.2岁", "人均预期寿命"),
        ("女性145.2万人，多于男性的140.6万人。", "140.6万人", "男性"),
        ("就业不足人数由约5.37万人微升至约5.42万人。", "约5.42万人", "就业不足人数"),
        ("总劳动人口同期由380.2万人增加至380.7万人。", "380.7万人", "总劳动人口"),
        ("因灾死亡3人、失踪1人。", "3人", "因灾死亡人数"),
        ("暴雨致3人遇难、1人失联。", "1人", "因灾失踪人数"),
    ],
)
def test_people_by_their_age_and_what_befell_them(sentence: str, number: str, name: str) -> None:
    assert claim(bulletin(sentence), number).key.indicator == name


def test_what_was_counted_at_an_hour_is_of_no_month() -> None:
    text = bulletin("截至7月17日18时，全县2.8万人受灾。", "直接经济损失6.83亿元。")
    assert claim(text, "2.8万人").key.period == claim(text, "6.83亿元").key.period


def test_the_greatest_of_some_spots_is_not_the_place() -> None:
    told = bulletin("全市平均降雨量128.6毫米，最大降雨点为大店镇，降雨量386.4毫米。")
    assert claim(told, "386.4毫米").key.whole
    assert not found(told)


def test_the_month_of_last_year_that_a_piece_opens_with_goes_on() -> None:
    opening = "本港去年12月零售額跌9.7%\n2025年2月4日，統計處公布，去年12月零售業總銷貨額為328億元，按年跌9.7%；"
    assert claim(opening + "食品銷貨額30億元，按年跌1.1%。\n", "30亿元").key.period == "2024-12"


def test_a_month_that_is_held_against_is_not_the_one_told_of() -> None:
    text = "云和县2025年3月居民消费价格\n2025年3月，全县消费价格同比下降0.2%。与2月份相比，鲜菜价格下降5.3%。\n"
    assert claim(text, "5.3%").key.period == "2025-03"


def test_households_are_no_side_of_the_people() -> None:
    assert claim(bulletin("年末户籍人口23.3万人，户数9.4万户。"), "9.4万户").key.indicator == "总户数"


@pytest.mark.parametrize(("went", "value"), [("增加", 1), ("减少", -1)])
def test_a_change_told_again_in_per_cent_is_a_growth(went: str, value: int) -> None:
    grown = claim(bulletin(f"年末户籍人口23.3万人，较上年末{went}2000人（0.9%）。"), "0.9%")
    assert (grown.key.indicator, grown.key.measure) == ("户籍人口", "growth")
    assert (grown.quantity.base_value > 0) == (value > 0)


def test_that_it_came_about_is_no_part_of_a_name() -> None:
    assert claim(bulletin("境外实现收入38.6亿元。"), "38.6亿元").key.indicator == "境外收入"
    assert claim(bulletin("铁路完成旅客发送量43万人次。"), "43万人次").key.indicator == "铁路客运量"


PRICES = "9月份，全市居民消费价格环比上涨0.1%。其中，城市上涨0.3%，农村上涨0.4%；食品价格上涨0.7%。"


@pytest.mark.parametrize(
    ("number", "name"),
    [("0.3%", "城市居民消费价格"), ("0.4%", "农村居民消费价格"), ("0.7%", "食品价格")],
)
def test_parts_are_reckoned_on_what_their_whole_is(number: str, name: str) -> None:
    against_the_month, against_the_year = (
        claim(bulletin(text), number).key for text in (PRICES, PRICES.replace("环比", "同比"))
    )
    assert (against_the_month.indicator, against_the_month.basis) == (name, "环比")
    assert (against_the_year.indicator, against_the_year.basis) == (name, "")


def test_parts_of_what_is_told_against_both_are_against_the_year() -> None:
    told = bulletin("全市居民消费价格同比下降0.3%，环比上涨0.1%。其中，食品价格上涨0.7%。")
    assert claim(told, "0.7%").key.basis == ""


def test_a_heading_tells_what_growth_is_reckoned_on() -> None:
    told = bulletin("二、各类商品及服务价格环比变动情况", "食品价格上涨0.7%，衣着价格同比上涨1.4%。")
    assert [claim(told, number).key.basis for number in ("0.7%", "1.4%")] == ["环比", ""]


def test_prices_against_the_month_do_not_contradict_those_against_the_year() -> None:
    other = "全市居民消费价格同比下降0.3%。其中，城市下降0.2%，农村下降0.5%；食品价格下降4.4%。"
    assert not found(bulletin(PRICES, other))


def test_what_last_month_was_and_how_rates_moved_is_no_basis_of_what_follows() -> None:
    moved = "火电增长7.3%，上月为下降5.4%；水电增长28.2%，增速比上月回落3.7个百分点；核电增长4.2%。"
    told = f"云和县2025年10月工业生产\n10月，{moved}\n"
    assert claim(told, "5.4%").key.period == "2025-09"
    assert [claim(told, number).key.basis for number in ("7.3%", "28.2%", "4.2%")] == ["", "", ""]


def test_how_long_it_has_risen_is_no_subject() -> None:
    told = bulletin("零售业总销货价值302亿元，按年上升3.8%，连升四个月；首8个月合计跌1.9%。")
    assert claim(told, "1.9%").key.indicator == claim(told, "302亿元").key.indicator


def test_a_branch_of_a_body_of_the_nation_speaks_for_its_place() -> None:
    text = "中国人民银行洛阳市分行发布2024年金融运行情况\n2024年末，各项存款余额8128.4亿元，同比增长7.9%。\n"
    assert read(text).context.entity == "洛阳市"


def test_a_holiday_named_in_the_title_is_that_of_the_days_off_that_the_piece_opens_with() -> None:
    title, body = "“五一”云和有多火？", "假日期间，云和县接待游客41.2万人次，同比增长9.8%。\n重点酒店入住率83.5%。\n"
    assert claim(f"{title}\n2024年5月6日\n{body}", "83.5%").key.period == "2024五一"
    year = "云和县去年接待游客812万人次。重点酒店入住率83.5%。\n"
    assert claim(f"云和县评出“五一”劳动奖章\n2024年5月6日\n{year}", "83.5%").key.period != "2024五一"


def test_what_stood_on_one_day_is_not_what_stood_on_the_next() -> None:
    """A toll grows from day to day: as of July 2 it is another than as of July 3."""
    first = "云和县防汛通报\n2024年7月2日\n截至7月2日8时，全县受灾人口33.6万人，倒塌房屋123间。\n"
    then = "云和县防汛通报\n2024年7月3日\n截至7月3日18时，全县受灾人口36.2万人，倒塌房屋382间。\n"
    again = "云和县暴雨受灾\n2024年7月4日\n截至7月3日18时，全县受灾人口35.2万人，倒塌房屋382间。\n"
    assert found(first, then) == ()
    assert [f.rule for f in found(then, again)] == ["CC101"]


def test_a_headline_tells_roughly_what_its_text_tells_less_roughly() -> None:
    official = "云和县2023年旅游情况\n全县接待游客786.5万人次。\n"
    news = "云和县2023年接待游客近800万人次\n全县旅游业向好。\n去年，全县接待游客近790万人次。\n"
    assert meet(official, news, "786.5万人次", "近790万人次")


def test_a_firm_newly_of_one_kind_and_a_firm_newly_of_another_are_no_contradiction() -> None:
    official = "云和县2023年工业情况\n全县升规企业新增14家，专精特新企业新增8家，工业总产值312.5亿元。\n"
    news = "云和县2023年工业稳步向前\n全县工业总产值312.5亿元，小巨人企业新增2家，专精特新企业新增8家。\n"
    assert [f for f in found(official, news) if f.severity is not Severity.INFO] == []


def test_the_months_that_a_piece_opens_with_are_those_of_last_year() -> None:
    opening = "本港失業率3.1%\n2025年2月20日\n統計處公布，去年10至12月失業率為3.1%，較前一期升0.1個百分點。\n"
    assert claim(opening + "建造業失業率報4.9%。\n", "4.9%").key.period == "2024Q4"


def test_a_season_of_last_year_behind_what_is_told_of_all_of_it_opens_nothing() -> None:
    opening = "澳門去年生產總值升5.2%\n2025年2月20日\n統計局公布，去年生產總值為120億元，按年升5.2%。"
    text = opening + "去年第四季經濟按年增長3.1%。\n商業方面，零售額30億元，同比增1.8%。\n"
    assert claim(text, "120亿元").key.period == "2024"
    assert claim(text, "3.1%").key.period == "2024Q4"
    assert claim(text, "30亿元").key.period == "2024"


def test_a_title_with_a_season_speaks_for_the_paragraphs_below_the_first() -> None:
    title = "澳門第三季酒店入住率升至87.6%\n2024年11月2日\n"
    text = title + "第三季酒店住客376.8萬人次。\n平均入住率為87.5%。\n今年首三季，住客共1092萬人次。\n"
    assert claim(text, "87.5%").key.period == "2024Q3"


def test_a_thing_alone_before_a_percentage_has_the_rate_told_before_it() -> None:
    text = bulletin("平均入住率为87.6%，五星级酒店达89.1%。")
    assert claim(text, "89.1%").key.indicator == "五星级饭店平均入住率"
    other = bulletin("平均入住率为87.6%，就业不足率维持于1.1%。")
    assert claim(other, "1.1%").key.indicator == "就业不足率"


def test_what_is_counted_otherwise_is_no_part_of_what_was_counted() -> None:
    text = bulletin("共有床位799张，其中登记的养老机构4个、床位507张。")
    assert "床位" not in claim(text, "4个").key.indicator


def test_the_country_is_put_for_the_town_by_its_own_word() -> None:
    text = bulletin("城市低保月人均标准798.1元，农村为594.9元。")
    assert claim(text, "594.9元").key.indicator == "农村低保标准"


def test_what_each_has_in_a_month_is_money_for_each() -> None:
    one, other = bulletin("城市低保平均保障标准798.1元/人·月。"), report("城市低保月人均标准798.1元。")
    assert meet(one, other, "798.1元/人", "798.1元")


@pytest.mark.parametrize("opening", ["2024年1月16日讯 2023年，", "2024年1月16日，县发改局公布，2023年"])
def test_the_day_of_a_report_is_not_the_year_that_it_tells_of(opening: str) -> None:
    """What the next sentences go on with is the year told of, and no aim for that of the day."""
    text = f"云和县出口再创新高\n{opening}云和县出口38.2亿元。其中，机电产品出口25.7亿元。\n"
    key = claim(text, "25.7亿元").key
    assert (key.period, key.status) == ("2023", Status.ACTUAL)


def test_what_stands_on_a_day_holds_for_the_next_sentence() -> None:
    text = "云和县存款突破百亿\n云和县人民银行\n截至2024年6月30日，云和县存款余额126.4亿元。贷款余额98.2亿元。\n"
    assert claim(text, "98.2亿元").key.period[:4] == "2024"


COUNTIES = (
    "洛阳市文旅市场红火\n2025年5月6日\n2024年，洛阳市接待游客8123.5万人次。"
    "其中，栾川接待游客984.2万人次，实现旅游收入82.6亿元。\n"
)


@pytest.mark.parametrize("number", ["984.2万人次", "82.6亿元"])
def test_a_county_of_the_place_may_go_by_its_short_name(number: str) -> None:
    assert claim(COUNTIES, number).key.entity == "河南省洛阳市栾川县"


def test_the_first_characters_of_another_word_are_no_county() -> None:
    """公安县 is a county of the city; 公安 is the police."""
    text = "荆州市2024年国民经济和社会发展统计公报\n公安机关接待群众4.2万人次。\n"
    assert claim(text, "4.2万人次").key.entity == "荆州市"


def test_an_index_is_no_price_that_rose() -> None:
    """A price that rose by 0.3 % and its index of 100.3 are of two measures, and never held against one another."""
    index = "云和县2024年12月价格\n2024年12月，云和县居民消费价格指数为100.3，工业生产者出厂价格指数为98.4。\n"
    growth = "云和县2024年物价平稳\n2024年12月，云和县居民消费价格上涨0.6%，工业生产者出厂价格下降1.6%。\n"
    assert claim(index, "100.3").key.indicator == "居民消费价格指数"
    assert claim(index, "98.4").key.indicator == "工业生产者出厂价格指数"
    assert not found(index, growth)
    assert [f.rule for f in found(index, index.replace("98.4", "89.4"))] == ["CC101"]


INVESTED = (
    "2024年，云和县交通投资完成105.2亿元，同比增长3.8%。"
    "其中，公路完成80.4亿元，同比增长2.9%；高速公路完成47.6亿元，同比增长6.1%。\n"
)


@pytest.mark.parametrize(
    ("number", "indicator"), [("80.4亿元", "公路投资"), ("47.6亿元", "高速公路投资"), ("6.1%", "高速公路投资")]
)
def test_a_part_of_an_investment_that_was_carried_out_is_one(number: str, indicator: str) -> None:
    assert claim(f"云和县2024年交通运输情况\n{INVESTED}", number).key.indicator == indicator


HARVEST = "云和县去年经济向好\n2024年1月16日\n去年，云和县粮食再获丰收，总产量达12.6万吨，比上年增长1.2%。\n"
SECTORS_GROWN = (
    "云和县2023年经济运行情况\n规上工业增加值增长8.9%，其中制造业增长9.4%，电子信息产业增势强劲，增速达14.2%。\n"
)


@pytest.mark.parametrize(
    ("text", "number", "indicator"),
    [
        (HARVEST, "12.6万吨", "粮食产量"),
        (HARVEST, "1.2%", "粮食产量"),
        (SECTORS_GROWN, "14.2%", "电子信息产业增加值"),
    ],
)
def test_a_clause_without_a_number_says_of_what_the_next_tells_a_side(text: str, number: str, indicator: str) -> None:
    assert claim(text, number).key.indicator == indicator


THAT_MONTH = (
    "政府統計處公布零售業銷貨額\n2025年2月4日\n2024年全年的零售業總銷貨價值為3768億元，按年下跌7.3%。\n"
    "在2024年12月的零售業總銷貨價值中，網上銷售佔8.6%。該月的零售業網上銷售價值的臨時估計為28億元，按年下跌2.4%。\n"
)


@pytest.mark.parametrize("number", ["28亿元", "2.4%"])
def test_that_month_is_the_one_that_the_sentence_before_told_of(number: str) -> None:
    key = claim(THAT_MONTH, number).key
    assert (key.indicator, key.period) == ("零售业网上销售价值", "2024-12")


def test_growths_behind_one_amount_are_of_one_thing_whatever_their_names() -> None:
    """人均消費 and 旅客人均消費 are unlike names, but 2159元 stands before both growths."""
    release = (
        "統計暨普查局旅客消費調查\n2025年2月21日\n"
        "2024年本澳旅客總消費為754.4億元，按年上升5.8%；旅客人均消費2,159元，按年減少14.6%。\n"
    )
    press = "統計局：去年旅客消費升\n2025年2月22日\n去年本澳旅客總消費754.4億元，升5.8%，人均消費{}元，跌{}%。\n"
    assert not found(release, press.format("2,159", "14.6"))
    (told,) = found(release, press.format("2,159", "18.2"))
    assert (told.rule, told.severity) == ("CC105", Severity.WARNING)


@pytest.mark.parametrize("said", ["今年，嵩县提出，", "今年，嵩县明确：", "会议提出，今年"])
def test_what_a_county_sets_itself_in_january_is_aimed_at(said: str) -> None:
    text = f"嵩县两会开幕\n2025年1月9日\n去年地区生产总值增长5.1%。\n{said}地区生产总值增长6.2%，粮食产量增长1.3%。\n"
    for words in ("6.2%", "1.3%"):
        key = claim(text, words).key
        assert (key.period, key.status) == ("2025", Status.TARGET)
    assert claim(text, "5.1%").key.status is Status.ACTUAL
