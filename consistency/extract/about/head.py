"""The head of a document: its first lines as a reader takes them in, its title, its publisher and its day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from consistency.extract.about.evidence import Candidate, Witness, likeliest, weighed
from consistency.lexicon.about import AboutWords
from consistency.patterns import lazy
from consistency.period import DATE
from consistency.places import known_places
from consistency.text.lines import ORDINAL

LINES = 80  # of the head: a copied page has its menus there, and its title below them
FIRST = 8  # lines of which any may be the title of a piece that is no report; below them stand its headings
FOOT = 6  # lines at the end, where a notice is signed
OF_A_LINE = 1000  # characters of a line that are asked
LONGEST = 90  # characters of a title on one line
BROKEN = 50  # characters of a line that a title may run on from
BLANK = " \t\u3000\ufeff\u200b"
OPENING = 600  # characters in which the day stands
YEAR = lazy(r"(?P<year>(?:19|20)\d\d)\s*(?:[/-]\d\d)?\s*年")
# 2022年, 2022年底 alone on a line: no title; of the years of a table the first is the document's no more than the last
IN_A_CELL = lazy(r"(?m)^\s*(?:19|20)\d\d\s*年?[末底]?\s*$")
# 丽 江 市, 新 乡 市 统 计 局: characters set apart to fill a line
APART = lazy(r"(?<![一-龥])[一-龥](?:[ \u3000]{1,3}[一-龥]){2,}(?![一-龥])", needs=(" ", "\u3000"))
FURNITURE = lazy(r"首页|当前位置|您的位置|导航|来源|字体|发布时间|发布于|作者|编辑|分类:|下载|附件|目录|[>»|].*[>»|]")
# 新闻公报, 2025年3月4日 云河日报: the sort of page, and its day and paper, beside its title
LABEL = lazy(
    rf"^(?:[一-龥]{{2,10}}[处局署部院])?新闻(?:公报|稿)(?:\s|$)|^{DATE.pattern}[\s\d:]*[一-龥]{{2,8}}[报网社台讯刊]$"
)
NO_TITLE = lazy(rf"[。；|]|:$|^{DATE.pattern}$|{FURNITURE.pattern}")
# …的报告, …统计公报[1], …预算草案(书面), where a title ends
CLOSED = lazy(r"(?:公报|报告|草案|预算|决算|公告|通知|摘要|演辞)》?(?:\([^()]{1,8}\)|\[\d\])*\s*(?:\d{4})?$")
# A title with the text right behind it: 青山县2023年统计公报一、综合
RUN_IN = lazy(
    r"^[^，。;]{0,40}?(?:19|20)\d\d[^，。;]{0,70}?(?:公报|的报告|工作报告|草案)(?:\([^()]{1,6}\))?"
    r"(?=\s|一、|第一|[—–-]|(?:19|20)\d\d年\d|各位|$)"
)
# ——2024年1月12日在青山县第十八届人民代表大会第三次会议上
SITTING = lazy(r"^\s*[—–─-]|会议上[^，。]{0,20}$|^(?:人民代表大会|第[一-十]{1,3}次会议)")
# 中新社北京9月30日电 (记者某某), 本报讯: what a piece of news begins with, behind its title
DESPATCHED = lazy(
    r"\d{1,2}月\d{1,2}日\s*(?:电|讯)|^.{0,6}(?:本报|本网)讯|[(〔【]记者|记者[^，。]{2,10}/[^，。]{2,6}报[导道]"
)
# 《…公报》公布, 据《…公报》: it tells of another document
QUOTED = lazy(r"》[^,，。]{0,4}(?:公布|发布|显示|出炉|指出)|^据?《[^》]*》[^((]|公报显示")
PUBLISHER = lazy(
    r"^(?:来源:)?(?P<body>[一-龥()]{2,24}?(?:人民政府|统计局|财政局|财政厅|统计厅|发展和改革委员会|发展改革委|调查队|委员会|"
    r"办公室|新闻网|日报|晚报|报社|统计处|普查局|总署|部))(?:编制)?(?:\s*\d{4}[-年.]\S*)?(?:\s*\d\d:\d\d(?::\d\d)?)?$"
)


@dataclass(frozen=True, slots=True)
class DocumentHead:
    """The first lines and the last of a document, the candidates for its title, and the words it is understood by."""

    lines: tuple[str, ...]
    foot: tuple[str, ...]
    titles: tuple[Candidate, ...]
    words: AboutWords

    @classmethod
    def of(cls, text: str, words: AboutWords) -> DocumentHead:
        """The head of a folded text."""
        told = [_whole(line[:OF_A_LINE]) for line in text.splitlines() if line.strip(BLANK + "|")]
        lines = tuple(told[:LINES])
        return cls(lines, tuple(told[-FOOT:]), weighed(_titles(lines, words)), words)

    @property
    def title(self) -> str:
        """The likeliest title; where no line reads like one, the first that is more than a word."""
        best = likeliest(self.titles)
        plain = (one for one in self.lines if 6 <= len(one) <= LONGEST and not NO_TITLE.search(one))
        return best.value if best is not None else next(plain, "")

    @property
    def opening(self) -> str:
        """The first lines as one text, a line broken in two made whole where a sitting is told: 在青山县⏎第三届…."""
        return re.sub(r"\n(?=\s*(?:第[一-十\d]+[届次]|人民代表大会|会议上))", "", "\n".join(self.lines))


def _whole(line: str) -> str:
    """A line as it is read: its characters together, of a row of a table its longest cell."""
    if line.lstrip().startswith("|") or line.count("\t") > 1:
        line = max(re.split(r"[|\t]", line), key=len)
    return APART.sub(lambda found: re.sub(r"\s", "", found.group()), line.strip(BLANK))


def _titles(lines: Sequence[str], words: AboutWords) -> Iterator[Witness]:
    """The lines that read like a title, joined where it runs over several."""
    for at, line in enumerate(lines):
        if ORDINAL.match(line) or LABEL.match(line) or SITTING.search(line) or DATE.fullmatch(line.strip("()[]【】 ")):
            continue
        if IN_A_CELL.fullmatch(line):
            continue
        if PUBLISHER.match(line) and YEAR.search(line) and not _of_a_sort(line, words):
            continue  # 来源：云河市统计局 2024年3月1日
        run_in = RUN_IN.match(line) if len(line) > BROKEN else None
        title = run_in.group() if run_in is not None else _joined(lines, at)
        if at >= FIRST and not CLOSED.search(title):
            continue
        if "|" not in title and len(title) <= 2 * LONGEST and (points := worth(title, words)) > 0:
            yield Witness(title, Fraction(4**points), "title", f"{at + 1}")


def _joined(lines: Sequence[str], at: int) -> str:
    """A line with those that a title runs on to: 关于青山县2023年预算执行情况和⏎2024年预算草案的报告."""
    title = lines[at]
    begins = YEAR.search(title) or title.startswith("关于") or any(known_places().within(title))
    if len(title) > BROKEN or CLOSED.search(title) or not begins or re.search(r"[。;!?]", title):
        return title
    for line in lines[at + 1 : at + 4]:
        if len(line) > BROKEN or re.search(r"[。;，]|:$", line) or ORDINAL.match(line) or SITTING.search(line):
            break
        title += line
        if CLOSED.search(title):
            return title
    return lines[at]


def worth(line: str, words: AboutWords) -> int:
    """How much a line reads like a title."""
    told = DATE.sub("", re.sub(r"\([^()]*\)", "", line))
    more = (
        4 * bool(CLOSED.search(line))
        + 3 * _of_a_sort(told, words)
        + 2 * bool(YEAR.search(told))
        + any(known_places().within(line))
    )
    less = 6 * ("。" in line or line.endswith(":")) + 4 * bool(QUOTED.search(line) or DESPATCHED.search(line))
    return more - less - 3 * bool(FURNITURE.search(line)) - 2 * (len(line) < 6 or len(line) > LONGEST)


def _of_a_sort(line: str, words: AboutWords) -> bool:
    """Whether a line names a sort of document: 公报, 政府工作报告."""
    return any(pattern.search(line) for pattern in words.titles.values())


def publishers(head: DocumentHead) -> tuple[Candidate, ...]:
    """The bodies that stand on a line of their own at the top or the foot, or behind 来源."""
    found = []
    for odds, lines in ((12, head.lines[:24]), (6, head.foot)):
        for line in lines:
            if body := PUBLISHER.match(line):
                sort = "source" if line.startswith("来源") else "publisher"
                found.append(Witness(body["body"], Fraction(odds), sort, line))
    return weighed(found)


def day(head: DocumentHead, text: str) -> str:
    """The day of the sitting or of publication: in the title, the first lines, or alone on one of the last."""
    foot = [line for line in head.foot if DATE.fullmatch(line.strip("()[]【】 "))]
    for found in DATE.finditer("\n".join((head.title, text[:OPENING], *foot))):
        month, number = int(found["month"]), int(found["day"])
        if 1 <= month <= 12 and 1 <= number <= 31:
            return f"{found['year']}-{month:02}-{number:02}"
    return ""
