"""Claim sets: who meets whom, decided without the values, the same in whatever order, at a cost that stays small."""

import random
import re
from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consistency.link import claim_sets, clusters
from consistency.model import Claim, ClaimSet
from tests.domain import COMPANY, NAMES, bulletin, in_company, linked, meet, meetings, read, report, rules

LEARNT = rules().lexicon, rules().linking
# The same fact in the words of two documents.
SAME = {
    "the verb": ("实现地区生产总值320.5亿元。", "地区生产总值达到320.5亿元。"),
    "a short form": ("规上工业增加值增长6.2%。", "规模以上工业增加值同比增长6.2%。"),
    "GDP": ("GDP增长6.2%。", "地区生产总值增长6.2%。"),
    "the noun behind": ("新增专精特新企业16家。", "新增16家专精特新企业。"),
    "the counter": ("新增规模以上工业企业24家。", "新增规模以上工业企业24户。"),
    "the unit": ("进出口总额56.2亿元。", "进出口总额562000万元。"),
    "the bound": ("城镇新增就业1.26万人。", "城镇新增就业超1.2万人。"),
    "a filler": ("整治消落带岸线7.3公里。", "完成消落带岸线整治7.3公里。"),
    "an example left out": ("建成青山湖等湿地公园12个。", "建成湿地公园12个。"),
    "the examples left out": ("白水湾产业园入驻晨光科技、远山软件等企业36家。", "白水湾产业园入驻企业36家。"),
    "a sector alone": ("批发和零售业增加值增长6.3%。", "批发零售+6.3%。"),
    "no growth": ("居民消费价格与上年持平。", "CPI与上年同期持平（0%）。"),
    "the place told": ("青山县粮食产量12.3万吨。", "全县粮食产量12.3万吨。"),
    "the rank": ("粮食产量位列全省第三。", "粮食产量居全省第3位。"),
    "the share": ("轿车产量占全省三成。", "轿车产量占全省的31.2%。"),
    "the brackets": ("地区生产总值（GDP）320.5亿元。", "地区生产总值320.5亿元。"),
}


def numbers(sentence: str) -> str:
    """The one number of a sentence as written."""
    (mention,) = read(bulletin(sentence)).mentions
    return mention.words


@pytest.mark.parametrize("name", SAME)
def test_one_fact_in_two_wordings_meets(name: str) -> None:
    one, other = SAME[name]
    assert meet(bulletin(one), report(other), numbers(one), numbers(other))
    assert meet(bulletin(*in_company(one)), report(*in_company(other)), numbers(one), numbers(other))


def test_everything_met_in_three_documents_is_one_set() -> None:
    texts = (bulletin(*COMPANY), report(*COMPANY), report(*reversed(COMPANY)))
    found = meetings(*texts)
    assert len(found) == len(read(texts[0]).claims)
    assert all(len(numbers) == 3 and len(set(numbers)) == 1 for numbers in found)


# -- abstaining ---------------------------------------------------------------------------


def test_where_two_partners_are_equally_good_none_is_taken() -> None:
    ours = bulletin("临江新城建成公园12个，青山湖片区建成公园7个。")
    theirs = report("建成公园9个。")
    assert not any("9个" in numbers for numbers in meetings(ours, theirs))


def test_what_surrounds_a_plain_noun_decides_between_two() -> None:
    ours = bulletin(*in_company("临江新城建成停车场12个。", "青山湖片区建成停车场7个。"))
    theirs = report(*in_company("青山湖片区建成停车场9个。", "临江新城建成停车场15个。"))
    found = meetings(ours, theirs)
    assert ("12个", "15个") in found
    assert ("7个", "9个") in found


def test_a_document_gives_one_partner_at_most_unless_it_restates_a_known_indicator() -> None:
    ours = bulletin(*in_company("新建农贸市场12个，改造农贸市场7个。"))
    theirs = report(*in_company("新建农贸市场12个，改造农贸市场7个。"))
    for numbers in meetings(ours, theirs):
        assert not {"12个", "7个"} <= set(numbers)


def test_a_known_indicator_told_twice_in_a_document_is_one_fact() -> None:
    ours = bulletin("地区生产总值320.5亿元。", *COMPANY, "回顾全年，经济运行平稳，地区生产总值达到320.5亿元。")
    assert ("320.5亿元", "320.5亿元", "321亿元") in meetings(ours, report("地区生产总值321亿元。", *COMPANY))


def test_a_headline_and_the_lead_below_it_tell_one_fact() -> None:
    text = "青山县2023年地区生产总值达320.5亿元\n\n2023年，全县地区生产总值320.5亿元，常住人口42.6万人。\n"
    assert ("320.5亿元", "320.5亿元", "321亿元") in meetings(text, report("地区生产总值321亿元。", *COMPANY))


def test_two_numbers_side_by_side_in_one_sentence_are_two_facts() -> None:
    text = "青山县2023年统计公报\n全县地区生产总值320.5亿元、地区生产总值230.5亿元。\n"
    for met in meetings(text, report("地区生产总值321亿元。", *COMPANY)):
        assert not {"320.5亿元", "230.5亿元"} <= set(met)


ACCOUNTS = (
    "一般债券方面，转贷临江高新区14.1亿元，转贷白水镇1.7亿元，主要用于公路建设和水利建设等公益性项目。",
    "粮食产量12.3万吨，蔬菜产量45.6万吨，生猪出栏38.2万头。",
    "专项债券方面，转贷临江高新区12.5亿元，转贷白水镇1.1亿元，主要用于公路建设和水利建设等公益性项目。",
)


def test_two_sums_of_one_name_in_one_document_are_not_mixed_with_a_copy_of_it() -> None:
    text = report(*ACCOUNTS)
    for met in meetings(text, text):
        assert len(set(met)) == 1, "each sum meets itself or nothing"


UNDER_HEADINGS = (
    "（一）一般债券\n转贷临江高新区14.1亿元，转贷白水镇1.7亿元。",
    "（二）专项债券\n转贷临江高新区12.5亿元，转贷白水镇1.1亿元。",
)


def test_two_sums_of_one_name_meet_in_a_copy_under_their_headings() -> None:
    text = report(*UNDER_HEADINGS)
    assert meetings(text, text) == {("14.1亿元",) * 2, ("1.7亿元",) * 2, ("12.5亿元",) * 2, ("1.1亿元",) * 2}


def test_so_they_do_where_the_headings_stand_in_another_order() -> None:
    for met in meetings(report(*UNDER_HEADINGS), report(*reversed(UNDER_HEADINGS))):
        assert len(set(met)) == 1, "each sum meets itself or nothing"


# -- values have no say -------------------------------------------------------------------

FACTS = (
    *COMPANY,
    "进出口总额56.2亿元，增长3.1%，其中出口31.5亿元、进口24.7亿元。",
    "新增专精特新企业16家，累计达到58家，总量居全省第三。",
    "工业投资、民间投资分别增长6.1%、7.2%。",
    "建成湿地公园12个、充电桩860个、社区食堂34家。",
)
OTHER_WORDS = (
    "粮食总产量达到12.4万吨。",
    "38个老旧小区完成改造，8200户居民受益。",
    "外贸进出口总值56.3亿元，同比增长3.2%，出口增长4.4%。",
    "专精特新企业新增16家，达到58家，居全省第3位。",
    "民间投资增长7.1%，工业投资增长6.2%。",
    "新建充电桩861个、湿地公园13个。",
    "社零总额96.5亿元，增长5.2%，森林覆盖率51.4%。",
)
FIGURE = re.compile(r"(?<![\d.])\d+(?:\.\d+)?(?=[万亿%家个户户公册])")


def places(*texts: str) -> dict[frozenset[tuple[str, int]], Decimal]:
    """The claim sets as places, each claim by its document and the ordinal of its number, and how sure each is."""
    order = {}
    for text, name in zip(texts, NAMES, strict=False):
        for index, mention in enumerate(read(text, name).mentions):
            order[name, mention.number.start, mention.name] = (name, index)
    return {
        frozenset(order[c.document, c.mention.number.start, c.mention.name] for c in s.claims): s.score
        for s in linked(*texts)
    }


@given(st.data())
@settings(max_examples=40)
def test_a_number_changed_at_random_changes_no_meeting(data: st.DataObject) -> None:
    texts = [bulletin(*FACTS), report(*OTHER_WORDS)]
    which = data.draw(st.integers(0, 1))
    hits = list(FIGURE.finditer(texts[which], texts[which].index("\n")))
    hit = data.draw(st.sampled_from(hits))
    digits = data.draw(st.text("123456789", min_size=len(hit[0].split(".")[0]), max_size=len(hit[0].split(".")[0])))
    changed = digits + hit[0][len(digits) :]
    before = places(*texts)
    texts[which] = texts[which][: hit.start()] + changed + texts[which][hit.end() :]
    assert places(*texts) == before


def test_every_number_changed_changes_no_meeting() -> None:
    ours, theirs = bulletin(*FACTS), report(*OTHER_WORDS)
    turned = str.maketrans("123456789", "987654321")
    head, _, body = theirs.partition("\n")
    other = head + "\n" + FIGURE.sub(lambda m: m[0].translate(turned), body)
    assert other != theirs
    assert places(ours, other) == places(ours, theirs)


def test_the_direction_of_a_growth_has_no_say() -> None:
    ours = bulletin(*in_company("工业投资增长6.2%。"))
    sure = {
        verb: next(
            s.score for s in linked(ours, report(*in_company(f"工业投资{verb}2.6%。"))) if "工业" in s.key.indicator
        )
        for verb in ("增长", "下降")
    }
    assert sure["增长"] == sure["下降"]


# -- order --------------------------------------------------------------------------------


def by_words(found: tuple[ClaimSet, ...]) -> Counter[tuple[tuple[str, str], ...]]:
    """The sets by what their claims are called and how their numbers are written."""
    return Counter(tuple(sorted((c.mention.name, c.mention.words) for c in s.claims)) for s in found)


@given(st.permutations(NAMES[:3]))
@settings(max_examples=6)
def test_the_names_of_files_have_no_say(names: list[str]) -> None:
    texts = (bulletin(*FACTS), report(*OTHER_WORDS), report(*reversed(FACTS)))
    assert by_words(linked(*texts, names=tuple(names))) == by_words(linked(*texts))


@given(st.randoms(use_true_random=False))
@settings(max_examples=10)
def test_the_order_in_which_documents_come_has_no_say(rng: random.Random) -> None:
    texts = {"a.txt": bulletin(*FACTS), "b.txt": report(*OTHER_WORDS), "c.txt": report(*reversed(FACTS))}
    by_document = [list(read(text, name).claims) for name, text in texts.items()]
    expected = claim_sets([c for claims in by_document for c in claims], *LEARNT)
    rng.shuffle(by_document)
    assert claim_sets([c for claims in by_document for c in claims], *LEARNT) == expected


ELSEWHERE = (
    bulletin(*COMPANY, *FACTS, place="白水县"),
    report(*OTHER_WORDS, place="临江市", year=2022),
    bulletin("新建滨江公园31.5公顷。", "粮食产量8.2万吨。", place="云河市", year=2021),
    report(*reversed(FACTS), year=2022),
)


@given(chosen=st.lists(st.sampled_from(ELSEWHERE), max_size=4), rng=st.randoms(use_true_random=False))
@settings(max_examples=15, deadline=None)
def test_what_else_is_read_has_no_say_in_who_meets_whom(chosen: list[str], rng: random.Random) -> None:
    """Two documents meet alike alone and in any company of other places and years."""
    texts = {"a.txt": bulletin(*FACTS), "b.txt": report(*OTHER_WORDS)}
    alone = claim_sets([c for name, text in texts.items() for c in read(text, name).claims], *LEARNT)
    company = list({**texts, **{f"c{at}.txt": text for at, text in enumerate(chosen)}}.items())
    rng.shuffle(company)
    among = claim_sets([c for name, text in company for c in read(text, name).claims], *LEARNT)
    assert tuple(s for s in among if s.claims[0].document in texts) == alone


@given(chosen=st.lists(st.sampled_from(ELSEWHERE), max_size=4), copies=st.integers(0, 3))
@settings(max_examples=10, deadline=None)
def test_a_draft_meets_every_other_document_as_if_alone_with_it(chosen: list[str], copies: int) -> None:
    """Nor is any set told of that has no claim of the draft."""
    archive = [report(*OTHER_WORDS)] * (1 + copies) + chosen
    claims = [list(read(text, f"{at}.txt").claims) for at, text in enumerate([bulletin(*FACTS), *archive])]
    found = claim_sets([c for own in claims for c in own], *LEARNT, drafts={"0.txt"})
    assert all(any(c.document == "0.txt" for c in s.claims) for s in found)
    for other in range(1, len(claims)):
        alone = claim_sets([*claims[0], *claims[other]], *LEARNT, drafts={"0.txt"})
        path = f"{other}.txt"
        assert met(found, path) == met(alone, path)


def met(sets: tuple[ClaimSet, ...], path: str) -> set[tuple[Claim, Claim]]:
    """Which claims of a document met which of the first."""
    return {(a, b) for s in sets for a in s.claims for b in s.claims if a.document == "0.txt" and b.document == path}


def test_sets_come_in_order_of_document_and_place_and_no_claim_twice() -> None:
    found = linked(bulletin(*FACTS), report(*OTHER_WORDS), report(*reversed(FACTS)))
    assert len(found) > len(FACTS)
    firsts = [(s.claims[0].document, s.claims[0].span) for s in found]
    assert firsts == sorted(firsts)
    for claim_set in found:
        own = [(c.document, c.span) for c in claim_set.claims]
        assert own == sorted(own)
    everything = [(c.document, c.mention.number, c.mention.name) for s in found for c in s.claims]
    assert len(everything) == len(set(everything))


def test_no_claims_make_no_sets() -> None:
    assert claim_sets([], *LEARNT) == ()


# -- cost ---------------------------------------------------------------------------------


def pairs(words: str) -> list[str]:
    """Words of two characters written without gaps."""
    return [words[at : at + 2] for at in range(0, len(words), 2)]


OBJECTS = pairs("公园学校医院桥梁泵站粮仓车间剧场码头苗圃食堂书屋球场驿站牧场窑址水库果园茶园渔港")
KINDS = pairs("滨水山地智慧乡土绿色口袋社区校园田园林间临街屋顶地下共享便民文旅生态数字康养非遗")
VERBS = ("新建", "改造", "提升", "修缮", "启用", "规划")
PARTS = ("沿江片区", "老城片区", "高铁片区", "北岸片区", "南岸片区", "临港片区", "山前片区", "湖滨片区")


def varied(seed: int, sentences: int = 8) -> str:
    """A document of one place and year that tells things of its own and some that others tell too."""
    rng = random.Random(seed)
    told = []
    for _ in range(sentences):
        thing = rng.choice(KINDS) + rng.choice(OBJECTS)
        told.append(f"{rng.choice(PARTS)}{rng.choice(VERBS)}{thing}{rng.randint(2, 400)}个。")
    told.append(f"地区生产总值{rng.randint(300, 340)}.5亿元，增长{rng.randint(1, 9)}.2%。")
    return report(*told)


def candidates(monkeypatch: pytest.MonkeyPatch, claims: list[Claim]) -> int:
    """How many pairs of claims were compared to link them."""
    asked = 0
    pair = clusters.Block._pair

    def counted(self: clusters.Block, a: int, b: int) -> int:
        nonlocal asked
        asked += 1
        return pair(self, a, b)

    with monkeypatch.context() as patched:
        patched.setattr(clusters.Block, "_pair", counted)
        claim_sets(claims, *LEARNT)
    return asked


@pytest.mark.slow
def test_the_pairs_compared_grow_with_the_claims_and_not_with_their_square(monkeypatch: pytest.MonkeyPatch) -> None:
    claims: list[Claim] = []
    a_claim: dict[int, float] = {}
    for count in range(1, 61):
        claims += read(varied(count), f"{count:03}.txt").claims
        if count in (5, 20, 60):
            a_claim[count] = candidates(monkeypatch, claims) / len(claims)
    assert a_claim[5] > 0, "something is compared"
    assert a_claim[20] < 150
    assert a_claim[60] < 150, "a claim is compared with a bounded number of others, however many there are"
    assert a_claim[60] < 2 * a_claim[20], "three times the claims, not nine times the pairs"


def test_documents_without_end_about_one_thing_still_meet() -> None:
    texts = [report(f"地区生产总值{300 + i}亿元。", "粮食产量12.3万吨。") for i in range(80)]
    readings = [read(text, f"{i:03}.txt") for i, text in enumerate(texts)]
    found = claim_sets([c for r in readings for c in r.claims], *LEARNT)
    assert sorted(len(s.claims) for s in found) == [80, 80]
