"""Numerals that sum up a list beside them: what is read of each, and which sum up nothing."""

import pytest

from consistency.extract.relations.announced import announced


def read(text: str) -> list[str]:
    """Each as its numeral, its list, how many things that is, and `…` where it may go on."""
    return [
        f"{one.number} {one.word}: {one.shown} {one.least}" + f"–{one.most}" * (one.most != one.least) + "…" * one.open
        for one in announced(text)
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("抓好选苗、育苗等三大工程。", "3 三大: 抓好选苗、育苗 2…"),
        ("引进甲公司、乙公司、丙公司等12家企业。", "12 12家: 引进甲公司、乙公司、丙公司 3…"),
        ("抓好选苗、育苗等“三大工程”。", "3 三大: 抓好选苗、育苗 2…"),
        ("完成选苗、育苗、栽苗这三项任务。", "3 三项: 完成选苗、育苗、栽苗 3"),
        ("台账分在建、停建、缓建共三类管理。", "3 三类: 台账分在建、停建、缓建 3"),
        ("在建、停建上述两类项目。", "2 两类: 在建、停建 2"),
        ("在建、停建以上两类项目。", "2 两类: 在建、停建 2"),
        ("在建、停建共计两类项目。", "2 两类: 在建、停建 2"),
        ("在建、停建合计两类项目。", "2 两类: 在建、停建 2"),
        ("深化监督、考核、问责“三项制度”。", "3 三项: 深化监督、考核、问责 3"),
        ("取得存款、贷款、税收“4个全市第一”。", "4 4个: 取得存款、贷款、税收 3"),
        ("取得存款、贷款、税收“4项第一”。", "4 4项: 取得存款、贷款、税收 3"),
        ("“选苗、育苗、栽苗”三个方面。", "3 三个方面: 选苗、育苗、栽苗 3"),
        ("围绕“选苗、育苗、栽苗”两个方面。", "2 两个方面: 选苗、育苗、栽苗 3"),
        ("推进产业园区、乡村道路、城市管网三大工程。", "3 三大: 推进产业园区、乡村道路、城市管网 3"),
        ("产业园区、乡村道路、城市管网线三大工程。", "3 三大: 产业园区、乡村道路、城市管网线 3"),  # a character longer
        ("抓好三大工程：选苗、育苗、栽苗。", "3 三大: 选苗、育苗、栽苗 3"),
        ("抓好三大工程：选苗、育苗，栽苗。", "3 三大: 选苗、育苗 2…"),
        ("抓好三大工程：选苗、育苗等。", "3 三大: 选苗、育苗等 2…"),
        ("抓好“三大工程”：选苗、育苗、栽苗", "3 三大: 选苗、育苗、栽苗 3"),
        ("工作分三个方面，分别是选苗、育苗、栽苗。", "3 三个方面: 选苗、育苗、栽苗 3"),
        ("工作分三个方面，分别为选苗、育苗、栽苗。", "3 三个方面: 选苗、育苗、栽苗 3"),
        ("工作分三个方面，即选苗、育苗、栽苗。", "3 三个方面: 选苗、育苗、栽苗 3"),
        ("三个方面就是选苗、育苗、栽苗。", "3 三个方面: 选苗、育苗、栽苗 3"),
        # 和 and 及 join two things, or stand inside one; what is quoted or in brackets is one thing
        ("推进产业园区、乡村道路和管网等三大工程。", "3 三大: 推进产业园区、乡村道路和管网 2–3…"),
        ("推进产业园区与港区、乡村道路以及管网等四大工程。", "4 四大: 推进产业园区与港区、乡村道路以及管网 2–4…"),
        ("出台《园区和港区条例》、《道路条例》等两项制度。", "2 两项: 出台《园区和港区条例》、《道路条例》 2…"),
        ("引进甲公司（云河、青山）、乙公司等两家企业。", ""),  # 家 of words is no counter
        ("引进甲公司(云河、青山)、乙公司等2家企业。", "2 2家: 引进甲公司(云河、青山)、乙公司 2…"),
        ("抓好十大工程：选苗、育苗。", "10 十大: 选苗、育苗 2"),
    ],
)
def test_a_numeral_sums_up_its_list(text: str, told: str) -> None:
    assert read(text.replace("：", ":").replace("（", "(").replace("）", ")")) == ([told] if told else [])


@pytest.mark.parametrize(
    "text",
    [
        # parts of other numbers, and numbers of the others
        "选苗、育苗等第三项任务。",
        "选苗、育苗等十三项任务。",
        "选苗、育苗等前三项任务。",
        "选苗、育苗等其他三项任务。",
        "甲公司、乙公司等1.5家企业。",
        "甲公司、乙公司等112家企业。",
        # the number of one thing in the list
        "选苗、育苗、三项任务等。",
        "十大工程、育苗等三项任务。",
        "3个园区、育苗等三项任务。",
        "“三保”、育苗等三项任务。",
        # the object of a verb in a later piece
        "选苗、推进育苗等三项任务。",
        "选苗、育苗后推进三项任务。",
        "选苗、育苗等树种、栽苗等三项任务。",
        "选苗、“育苗等三项任务。",
        # no list: one piece, a piece of one character or of very many, too many pieces
        "选苗等三项任务。",
        "选苗、育等三项任务。",
        f"选苗、{'育' * 25}等三项任务。",
        f"{'选苗、' * 10}育苗等三项任务。",
        "选苗、育苗，等三项任务。",
        # nothing says that it sums up
        "选苗、育苗三项任务。",
        "产业园区、路、城市管网三大工程。",
        "产业园区、乡村道路建设、管网三大工程。",
        "产业园区、乡村道路、城市管网两大工程。",  # two beside three
        "产业园区、乡村道路、城市管网12项工程。",
        "产业园区、乡村道路、建立管网三大工程。",
        "选苗、育苗“三项任务”。",
        "选苗、育苗、栽苗“两项任务”。",
        "选苗、育苗、栽苗和管护“三项任务”。",
        "选苗、育苗、栽苗“三项”任务。",  # the marks close behind the counter
        "集体经济、个体经济、公共三项收入和局级以上三项收入、选苗。",
        "抓好三大工程，选苗、育苗、栽苗。",
        "抓好三大工程：选苗。",
        "抓好三大工程：选苗、推进育苗、栽苗。",
        "抓好3大工程：选苗、育苗、栽苗。",
        "三项任务。",
        "",
    ],
)
def test_a_number_in_a_name_or_behind_a_verb_sums_up_nothing(text: str) -> None:
    assert read(text.replace("：", ":")) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("今年，抓好选苗、育苗等三大工程。", "抓好选苗、育苗等三大"),
        ("今年，围绕“选苗、育苗、栽苗”三个方面。", "选苗、育苗、栽苗”三个方面"),
        ("今年抓好三大工程:选苗、育苗、栽苗。", "三大工程:选苗、育苗、栽苗"),
    ],
)
def test_its_place_is_the_list_and_the_numeral(text: str, place: str) -> None:
    (told,) = announced(text)
    assert text[told.start : told.end] == place


def test_several_in_one_text_are_read_in_order() -> None:
    assert read("抓好选苗、育苗等三大工程。完成在建、停建共两类项目。") == [
        "3 三大: 抓好选苗、育苗 2…",
        "2 两类: 完成在建、停建 2",
    ]
