"""Bytes slipped by one: found, put right where that can be told, and never seen in a clean text."""

import random

import opencc
import pytest

from consistency.damage import damages
from consistency.damage.gbk import UNKNOWN, decode, encode, slipped
from consistency.damage.slips import slips
from consistency.model import Document

# Texts of our own, in the tone of a report, with no question in them.
TEXTS = (
    "全县上下团结一心，经济运行稳中有进，重点项目建设加快推进。城镇居民收入稳步提高，农村面貌焕然一新。",
    "坚持把服务企业作为头等大事，兑现各项扶持资金，帮助企业解决用工、用地、融资等实际困难。营商环境持续改善。",
    "新建改建农村公路，实施农村电网改造，自来水普及率继续提高。群众出行更加方便，生产生活条件明显好转。",
    "深化医药卫生体制改革，推进分级诊疗，家庭医生签约服务覆盖面扩大。基层医疗卫生机构服务能力得到提升。",
)


def in_disorder(text: str, start: int) -> tuple[str, int] | None:
    """The text with its bytes slipped from `start` up to where a low second byte sets them right, and that place."""
    for end in range(start, min(start + 24, len(text))):
        last = encode(text[end])
        if last is not None and last[1] < 0x80:
            if end == start:
                return None  # the character itself sets its bytes right
            shown = slipped(text[start : end + 1])
            return text[:start] + shown + text[end + 1 :], start + len(shown)
    return None


def injured() -> list[tuple[str, str, int, int]]:
    """Traditional texts with a slip: clean, injured, where the slip starts and ends in it."""
    made = []
    for text in TEXTS:
        traditional = opencc.OpenCC("s2t").convert(text)
        for start in range(4, len(traditional) - 8):
            done = in_disorder(traditional, start)
            if done is not None and done[1] - start >= 4:
                made.append((traditional, done[0], start, done[1]))
    return made


def test_a_slip_is_what_the_channel_does() -> None:
    assert slipped("。惠農") == "?；蒉r"
    assert slipped("克服") == "?朔?"  # a byte is left over on either side


def test_nearly_every_slip_is_found_at_its_place() -> None:
    cases = injured()
    assert len(cases) > 60
    hits = [any(s.span.start == start and s.span.end >= end - 1 for s in slips(hurt)) for _, hurt, start, end in cases]
    assert sum(hits) >= 0.95 * len(cases)


def test_most_slips_are_put_right() -> None:
    right = wrong_and_sure = 0
    cases = injured()
    for clean, hurt, start, end in cases:
        slip = next((s for s in slips(hurt) if s.span.start == start), None)
        if slip is None or slip.span.end != end:
            continue
        restored = hurt[: slip.span.start] + slip.repair + hurt[slip.span.end :]
        right += restored == clean
        wrong_and_sure += slip.likely and restored != clean
    assert right >= 0.5 * len(cases)
    assert wrong_and_sure <= 0.15 * len(cases)


def test_what_is_called_likely_gives_the_same_text_when_damaged_again() -> None:
    for _, hurt, _, _ in injured()[::5]:
        for slip in slips(hurt):
            if slip.likely and UNKNOWN not in slip.repair:
                assert slipped(slip.repair).replace("？", "?").replace("！", "!") == slip.span.of(hurt).replace(
                    "？", "?"
                ).replace("！", "!")


@pytest.mark.parametrize(
    "text",
    [
        "什么是高质量发展？发展成果由全体人民共享，就是高质量发展。",
        "群众满意不满意？答案写在一张张笑脸上。",
        "钱从哪里来?人往哪里去?土地怎么办?",
        "增速为何这样快？因为项目多、投资大。",
        "?",
        "??",
        "今年怎么干？\n一、稳增长。",
    ],
)
def test_a_question_is_no_slip(text: str) -> None:
    assert slips(text) == []


def test_a_swallowed_figure_is_marked_and_not_guessed() -> None:
    clean = "完善服務網絡。“惠民卡”4362張。"
    start = clean.index("。“")
    hurt = clean[:start] + "?！盎菝窨ā?" + clean[clean.index("362") :]
    (slip,) = slips(hurt)
    assert slip.repair == "。“惠民卡”" + UNKNOWN


def test_pairs_of_bytes_that_make_nothing_are_known() -> None:
    assert decode(0xFE, 0xA1) == ""
    assert decode(0xA1, 0xA3) == "。"


@pytest.mark.slow
def test_random_marks_never_raise() -> None:
    chance = random.Random(3)
    letters = "?？！；\ufffd。，国家发展A z(0nèi)"
    for _ in range(100):
        slips("".join(chance.choices(letters, k=chance.randrange(30))))


def test_a_weak_guess_is_proposed_only_where_it_reads_as_words() -> None:
    """Of the readings that others come near, most that are proposed are what was written, and few of those are lost."""
    proposed: list[bool] = []
    kept_back: list[bool] = []
    for clean, hurt, start, _ in injured():
        weak = {s.span: s.repair for s in slips(hurt) if s.span.start == start and not s.likely}
        for damage in damages(Document("a.txt", hurt)):
            if damage.span in weak and damage.kind == "slip":
                right = hurt[:start] + weak[damage.span] + hurt[damage.span.end :] == clean
                (proposed if damage.proposal else kept_back).append(right)
    assert sum(proposed) >= 0.8 * len(proposed) > 10
    assert sum(kept_back) <= 0.1 * len(kept_back)
    assert len(kept_back) > 10
