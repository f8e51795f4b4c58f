"""Every word the reports say of their own, in each language."""

from __future__ import annotations

from collections.abc import Mapping

from consistency.report.listing_words import LISTING_WORDS
from consistency.report.page_words import PAGE_WORDS

LANGUAGES = ("zh", "en")

WORDS: dict[str, dict[str, str]] = {
    # severity, as it heads a finding and as it is counted
    "error": {"zh": "错误", "en": "error"},
    "warning": {"zh": "警告", "en": "warning"},
    "info": {"zh": "提示", "en": "info"},
    # verdict
    "agree": {"zh": "一致", "en": "agree"},
    "tension": {"zh": "有出入", "en": "in tension"},
    "conflict": {"zh": "不一致", "en": "disagree"},
    "not_comparable": {"zh": "不可比", "en": "not comparable"},
    # by how many places two numbers differ
    **{
        f"10^{places}": {"zh": f"{words}倍", "en": f"{10**places:,} times"}
        for places, words in enumerate(("10", "100", "1000", "1万", "10万", "100万", "1000万", "1亿"), 1)
    },
    # measure
    "level": {"zh": "总量", "en": "level"},
    "change": {"zh": "增减量", "en": "change"},
    "growth": {"zh": "增速", "en": "growth"},
    "share": {"zh": "占比", "en": "share"},
    "ratio": {"zh": "比率", "en": "ratio"},
    "rank": {"zh": "位次", "en": "rank"},
    "count": {"zh": "个数", "en": "count"},
    # status
    "actual": {"zh": "实际", "en": "actual"},
    "target": {"zh": "目标", "en": "target"},
    "plan": {"zh": "计划", "en": "plan"},
    "estimate": {"zh": "预计", "en": "estimate"},
    # why two numbers met
    "they met": {"zh": "视为同一事项", "en": "They met"},
    "they did not meet": {"zh": "未视为同一事项", "en": "They did not meet"},
    "prior": {"zh": "起点", "en": "prior"},
    "sum of weights": {"zh": "合计（比特），把握 {probability}", "en": "in all (bits), probability {probability}"},
    "rival": {"zh": "次优的对象", "en": "rival"},
    "margin over the rival": {"zh": "领先次优的幅度", "en": "margin over the rival"},
    "too little": {"zh": "合计不足 {least}", "en": "less than {least} in all"},
    "no margin": {"zh": "次优的对象同样合适", "en": "a rival fits as well"},
    "in other sets": {"zh": "另有对象，或同组有不合者", "en": "they have other partners, or one of a set is unfit"},
    "no suggestions": {"zh": "没有以不同名称视为同一事项的数字", "en": "no numbers met under different names"},
    "suggestions": {"zh": "请逐条核对，只留下确为同一指标的名称", "en": "to be confirmed: keep names of one thing"},
    "suggestion": {"zh": "{times} 次，把握 {probability}：{places}", "en": "{times} times, {probability}: {places}"},
    "no line": {"zh": "{place}：应写作 文件:行 或 文件:行:列", "en": "{place}: must be FILE:LINE or FILE:LINE:COLUMN"},
    "no number": {"zh": "{place}：该行没有数字", "en": "{place}: no number there"},
    "which number": {"zh": "{place}：请用列指明数字：{numbers}", "en": "{place}: name one by its column: {numbers}"},
    "bar place": {"zh": "地区不同", "en": "other place"},
    "bar period": {"zh": "时期不同", "en": "other period"},
    "bar status": {"zh": "一为实际、一为目标", "en": "outcome against target"},
    "bar measure": {"zh": "总量、增速等不同", "en": "other measure"},
    "bar other place": {"zh": "地区不同", "en": "other place"},
    "bar other side of a ranking": {"zh": "总量与增速的位次", "en": "ranked by size and by growth"},
    "bar other dimension": {"zh": "量纲不同", "en": "other dimension"},
    "bar another of a series": {"zh": "同一系列中的另一个", "en": "another of a series"},
    "bar other scope": {"zh": "收支范围或排名范围不同", "en": "other accounts or area"},
    "bar other whole": {"zh": "所属群体不同", "en": "other whole"},
    "bar other basis": {"zh": "口径不同", "en": "reckoned on another base"},
    "bar change of another side": {"zh": "占比变动与增速变动", "en": "change of a share, change of a growth"},
    "bar against another place": {"zh": "与别处相比、与上年相比", "en": "against another place, against another time"},
    "bar flow against stock": {"zh": "增量与存量", "en": "flow against stock"},
    "bar all there ever was": {"zh": "历年累计与当期", "en": "all there ever was"},
    "bar a rate of completion": {"zh": "完成率与别的比率", "en": "a rate of completion"},
    "bar counted on another day": {"zh": "不是同一天的统计", "en": "counted on another day"},
    "bar net against gross": {"zh": "净增与新增", "en": "net against gross"},
    "bar two indicators": {"zh": "词表中的两个指标", "en": "two indicators of the lexicon"},
    "bar part against whole": {"zh": "一为其中部分", "en": "told as a part against told by itself"},
    "bar general names": {"zh": "名称过泛，上下文不同", "en": "general names in clauses that share nothing"},
    "bar modifiers": {"zh": "限定词不同", "en": "other restricting words"},
    # a finding
    "place": {"zh": "第{place}位", "en": "no. {place}"},
    "from to": {"zh": "{low} 至 {high}", "en": "{low} to {high}"},
    "over": {"zh": "大于 {end}", "en": "over {end}"},
    "at least": {"zh": "不少于 {end}", "en": "at least {end}"},
    "under": {"zh": "小于 {end}", "en": "under {end}"},
    "at most": {"zh": "不超过 {end}", "en": "up to {end}"},
    "any number": {"zh": "任何数", "en": "any number"},
    "between": {"zh": "：", "en": ": "},
    "sources": {"zh": "来源", "en": "sources"},
    "sources of": {"zh": "{value}：{count} 个独立来源（{paths}）", "en": "{value}: {count} independent ({paths})"},
    "list": {"zh": "、", "en": ", "},
    "clue": {"zh": "线索", "en": "clue"},
    "evidence": {"zh": "依据", "en": "evidence"},
    "likeness": {"zh": "两处所指相同的把握", "en": "likeness of what they speak of"},
    "confidence": {"zh": "可信程度", "en": "confidence"},
    "confidence high": {"zh": "很大（{value}）", "en": "very likely ({value})"},
    "confidence fair": {"zh": "较大（{value}）", "en": "likely ({value})"},
    "confidence some": {"zh": "有可能（{value}）", "en": "possible ({value})"},
    "confidence low": {"zh": "存疑（{value}）", "en": "doubtful ({value})"},
    "factor": {"zh": "相差", "en": "apart by"},
    "value": {"zh": "数值", "en": "value"},
    "place of it": {"zh": "位置", "en": "place"},
    "words": {"zh": "原文", "en": "words"},
    "see also": {"zh": "{words}（另见：{places}）", "en": "{words} (see {places})"},
    "known": {"zh": "此前已记录", "en": "known before"},
    "is accepted": {"zh": "已接受：{why}", "en": "accepted: {why}"},
    "is a false alarm": {"zh": "误报（{why}）", "en": "false alarm ({why})"},
    "fingerprint": {"zh": "指纹", "en": "fingerprint"},
    "stands alone": {"zh": "单独一方", "en": "stands alone"},
    "sources against it": {"zh": "与其不同的独立来源", "en": "independent sources against it"},
    "documents asked about": {"zh": "所查文件", "en": "documents asked about"},
    "are not what is damaged": {"zh": "受损的是其他文件", "en": "are not what is damaged"},
    "side with most sources": {"zh": "与多数来源一致", "en": "side with most sources"},
    "identity": {"zh": "关系式", "en": "identity"},
    "not on record": {
        "zh": "此处不一致已有记录，但当时不涉及以下文件",
        "en": "on record, but without these documents",
    },
    "also": {"zh": "同时涉及规则", "en": "rules that find it too"},
    "certainty": {"zh": "把握", "en": "certainty"},
    "numbers left out": {"zh": "因此未参与比较的数字", "en": "numbers left out of comparison"},
    # kinds of variants and of damage, and how sure they are, as evidence names them
    "slip": {"zh": "编码错位", "en": "bytes out of step"},
    "mojibake": {"zh": "乱码", "en": "garbled text"},
    "eaten_digit": {"zh": "数字被吞", "en": "digit eaten"},
    "figures_run_together": {"zh": "数字相连", "en": "figures run together"},
    "separator_lost": {"zh": "分隔号丢失", "en": "separator lost"},
    "scale_lost": {"zh": "单位词丢失", "en": "scale word lost"},
    "unit_lost": {"zh": "量词丢失", "en": "unit lost"},
    "unit_missing": {"zh": "缺少单位", "en": "unit missing"},
    "fused_numbers": {"zh": "数字相并", "en": "numbers fused"},
    "sentence_break_lost": {"zh": "句号丢失", "en": "sentence break lost"},
    "mark_lost": {"zh": "标点丢失", "en": "mark lost"},
    "small_area": {"zh": "面积过小", "en": "small area"},
    "unknown_character": {"zh": "无法识别的字", "en": "unknown character"},
    "question_in_word": {"zh": "词中问号", "en": "question mark in a word"},
    "cut_sentence": {"zh": "句子中断", "en": "sentence cut"},
    "doubled_word": {"zh": "重复", "en": "word doubled"},
    "halved_word": {"zh": "叠词缺字", "en": "doubled word halved"},
    "split_title": {"zh": "标题断行", "en": "title split"},
    "page_furniture": {"zh": "页面杂项", "en": "page furniture"},
    "pinyin_residue": {"zh": "拼音残留", "en": "pinyin left in"},
    "name": {"zh": "名称", "en": "name"},
    "scope": {"zh": "范围", "en": "scope"},
    "stage": {"zh": "阶段", "en": "stage"},
    "trend": {"zh": "走势", "en": "trend"},
    "title": {"zh": "称号", "en": "title"},
    "alternative": {"zh": "用词", "en": "choice of words"},
    "sure": {"zh": "确定", "en": "sure"},
    "likely": {"zh": "很可能", "en": "likely"},
    "possible": {"zh": "可能", "en": "possible"},
    # the summary
    "report title": {"zh": "文件一致性检查", "en": "Consistency of documents"},
    "more known": {
        "zh": "另有 {count} 处此前已记录或接受。",
        "en": "{count} more were known or accepted before.",
    },
    "left out": {"zh": "另有 {count} 处未列出。", "en": "{count} more are not listed here."},
    "not annotated": {
        "zh": "另有 {count} 处未作标注（每步每类最多 {limit} 条），请看完整报告。",
        "en": "{count} more are not annotated (no more than {limit} of a kind in a step); see the full report.",
    },
    "focused": {"zh": "只列与以下文件有关的内容：{paths}。", "en": "Only what concerns {paths}."},
    "backed": {
        "zh": "另有 {count} 处问题在其他文件（所查文件与多数来源一致，或者受损的不是它），不影响退出码。",
        "en": "In {count} more another document is at fault: they side with most sources, or are not what is damaged.",
    },
    "and more": {"zh": "{listed}等，另有 {count} 份", "en": "{listed} and {count} more"},
    "none": {"zh": "（无）", "en": "no document"},
    "coverage": {"zh": "比较了多少", "en": "How much was compared"},
    "of this sort": {"zh": "（同类共 {count} 处）", "en": " ({count} of this sort)"},
    "not shown": {"zh": "未列出的还有 {count} 处。", "en": "{count} more are not in this list."},
    "for details": {
        "zh": "加 --details 列出各处原文和依据；加 --format html --output 报告.html 生成网页。",
        "en": "--details tells what each side says; --format html --output r.html makes a page.",
    },
    "found": {
        "zh": "共报告 {count} 处：错误 {error}，警告 {warning}，提示 {info}。",
        "en": "Findings: {count} (error {error}, warning {warning}, info {info}).",
    },
    "nothing found": {"zh": "未发现不一致之处。", "en": "Nothing was found to disagree."},
    "compared": {
        "zh": "读到 {quantities} 个数字，其中 {claims} 个认出所指的指标，{met} 个在其他文件中有对照；"
        "其余 {rest} 个未与其他文件比较。",
        "en": "Of {quantities} numbers read, {claims} could be tied to an indicator and {met} met a counterpart in "
        "another document; the other {rest} were not compared across documents.",
    },
    "set aside": {
        "zh": "其中 {count} 个所在文字受损，可能已不是原来的数，因此不参与比较。",
        "en": "Of these, {count} stand in damaged text and may have been other numbers: they took no part.",
    },
    "not looked at": {
        "zh": "人名、机构名和事件日期，在文件共有的段落之外未作比较。",
        "en": "Persons, organisations and dates of events were not compared outside passages that documents share.",
    },
    "groups": {
        "zh": "有对照的指标 {count} 项：一致 {agree}，有出入 {tension}，不一致 {conflict}，不可比 {not_comparable}。",
        "en": "Indicators with a counterpart: {count} (agree {agree}, in tension {tension}, disagree {conflict}, "
        "not comparable {not_comparable}).",
    },
    "nothing read": {
        "zh": "没有读到任何文件，什么也没有比较。",
        "en": "No document could be read: nothing was compared.",
    },
    "same cause": {"zh": "原因相同的另有 {count} 处：", "en": "{count} more with the same cause:"},
    "one document": {
        "zh": "只读到一份文件，没有其他文件可供比较。",
        "en": "Only one document was read: there was nothing to compare it with.",
    },
    "nothing met": {
        "zh": "文件之间没有可比之处：没有一个数字在其他文件中有对照。",
        "en": "Nothing could be compared: no number met a counterpart in another document.",
    },
    "meets little": {
        "zh": "{path} 的 {claims} 个指标中只有 {met} 个在其他文件中有对照，而其他文件说的是同一地区、同一年份："
        "这不表示相符，请用 inspect 查看它是如何理解的。",
        "en": "{path}: only {met} of {claims} claims met another, though others tell of the same place and year. "
        "This is no agreement; inspect shows how it was understood.",
    },
    "none met": {
        "zh": "没有一个数字在其他文件中有对照：{paths}。没有比较过，不能当作一致。",
        "en": "None of their numbers met a counterpart: {paths}. They were not compared, which is no agreement.",
    },
    "not placed": {
        "zh": "{path}：没有认出它说的是{missing}，{count} 个数字几乎都没有与其他文件比较；"
        "请在 {path}.toml 或 consistency.toml 中写明。",
        "en": "{path}: {missing} it tells of was not understood, and hardly any of {count} numbers were compared; "
        "say so in {path}.toml or in consistency.toml.",
    },
    "which place": {"zh": "哪个地区", "en": "which place"},
    "which year": {"zh": "哪一年", "en": "which year"},
    "which place and year": {"zh": "哪个地区、哪一年", "en": "which place and year"},
    "too few met": {
        "zh": "{path}：{count} 个数字中只有 {met} 个在其他文件中有对照（{share}），低于 --require-met 要求的 {least}",
        "en": "{path}: {met} of {count} numbers met another ({share}), fewer than --require-met asks for ({least})",
    },
    "numbers": {"zh": "数字", "en": "numbers"},
    "claims": {"zh": "认出指标", "en": "claims"},
    "met": {"zh": "有对照", "en": "met"},
    "share met": {"zh": "有对照的比例", "en": "share met"},
    "document": {"zh": "文件", "en": "document"},
    "total": {"zh": "合计", "en": "total"},
    "total of drafts": {"zh": "所查文件合计", "en": "total of those asked about"},
    "not read": {"zh": "未能读取", "en": "Could not be read"},
    # the scale of a finding
    "rule": {"zh": "规则", "en": "rule"},
    "indicator": {"zh": "指标", "en": "indicator"},
    "due to be equal": {
        "zh": "两个数同样精确，本应相等。",
        "en": "Both numbers are equally precise, so they were due to be equal.",
    },
    "on the scale conflict": {"zh": "没有一个数能同时符合两方所述。", "en": "No number fits what both sides say."},
    "on the scale tension": {
        "zh": "按字面可以同时成立，但一般不会这样表述：通常理解的范围没有交集。",
        "en": "Both can hold by the letter, but what the words lead one to expect does not meet.",
    },
    "on the scale agree": {"zh": "两方所述可以同时成立。", "en": "Both sides can hold."},
    "on the scale not_comparable": {"zh": "两方所述不可直接比较。", "en": "The sides cannot be compared directly."},
    # a note beside a place of a document
    "comment author": {"zh": "一致性检查·{severity}", "en": "consistency: {severity}"},
    "other side": {"zh": "对方", "en": "other side"},
    "told there": {"zh": "{value}“{words}”，见 {place}{source}", "en": "{value}“{words}”, in {place}{source}"},
    "elsewhere": {"zh": "所指文字：“{words}”（{place}）", "en": "about the words “{words}” ({place})"},
    "stop": {"zh": "，原文", "en": ", in the words "},
    "in brackets": {"zh": "（{words}）", "en": " ({words})"},
    # what commands say
    "annotated": {"zh": "{file}：已写入批注", "en": "{file}: comments written"},
    "annotates one": {
        "zh": "--annotate 一次只批注一份文件，这里有 {count} 份；请只给出要批注的那一份，其余用 --against",
        "en": "--annotate is for one document, and here are {count}; name that one, and the others with --against",
    },
    "annotates these": {
        "zh": "--annotate 不能由 {path} 写出 {file}；两者须同为 {known} 之一",
        "en": "--annotate cannot make {file} of {path}; both must be the same of {known}",
    },
    "index unusable": {
        "zh": "{file}：{why}，没有使用；可用 consistency index build 重建",
        "en": "{file}: {why} and not used; consistency index build makes it anew",
    },
    "index made anew": {"zh": "{file}：{why}，现重建", "en": "{file}: {why}, and made anew"},
    "index renewed": {
        "zh": "{documents} 份文件，其中新读 {read} 份，删去旧记录 {dropped} 条",
        "en": "{documents} documents, {read} of them read now, {dropped} old readings dropped",
    },
    "index holds": {
        "zh": "{documents} 份文件，{readings} 条记录，{kilobytes} KB",
        "en": "{documents} documents, {readings} readings, {kilobytes} KB",
    },
    "index missing": {"zh": "没有索引", "en": "there is no index"},
    "index damaged": {"zh": "索引已损坏", "en": "the index is damaged"},
    "index foreign": {"zh": "不是索引文件", "en": "the file is no index"},
    "index of another version": {"zh": "索引是另一版本的", "en": "the index is of another version"},
    "index busy": {"zh": "另一次运行正在写索引", "en": "another run is writing the index"},
    "index full": {"zh": "磁盘已满", "en": "the disk is full"},
    "index read-only": {"zh": "不可写", "en": "it cannot be written"},
    "index unreadable": {"zh": "索引不可读", "en": "the index cannot be read"},
    "at work": {"zh": "正在读取和比较", "en": "reading and comparing"},
    "lapsed": {
        "zh": "{file}：有 {count} 条记录已没有对应的问题，可用 consistency baseline prune 删去",
        "en": "{file}: {count} entries match no finding any longer; consistency baseline prune drops them",
    },
    "older": {
        "zh": "{file}：指纹是旧版的，已按新版对应；用 consistency baseline prune 改写一次即可",
        "en": "{file}: its fingerprints are of an older version and were carried over; consistency baseline prune "
        "writes them anew, once",
    },
    "carried over": {"zh": "{file}：旧版指纹已改为新版", "en": "{file}: fingerprints carried over to the new version"},
    "no dask": {
        "zh": '--engine dask 需要 Dask：在本程序的文件夹中运行 python3 -m pip install ".[cluster]"',
        "en": '--engine dask needs Dask: run python3 -m pip install ".[cluster]" in the folder of this program',
    },
    "out of reach": {
        "zh": "{scheduler}：连不上调度器，或没有工作进程；请检查地址，或去掉 --scheduler 在本机运行",
        "en": "{scheduler}: no scheduler answers there, or it has no workers; mend the address, or give none",
    },
    "another program": {
        "zh": "{scheduler}：工作进程装的是另一版本的程序或规则，读出的内容会不同；请装同一版本",
        "en": "{scheduler}: its workers have another version of the program or its rules; install the same one there",
    },
    "waiting": {
        "zh": "{file}：另一次运行正在更新，等待其结束",
        "en": "{file}: another run is recording there; waiting for it to end",
    },
    "recorded": {"zh": "{file}：记录了 {count} 处", "en": "{file}: {count} findings recorded"},
    "dropped": {"zh": "{file}：删去了 {count} 条", "en": "{file}: {count} entries dropped"},
    "watching": {"zh": "等待文件变化；按 Ctrl-C 结束", "en": "waiting for a change; Ctrl-C ends this"},
    "has changed": {"zh": "{time} 有变化：{files}", "en": "{time} changed: {files}"},
    "decided": {"zh": "{file}：写入了 {count} 条处理意见", "en": "{file}: decisions written: {count}"},
    "taken back": {"zh": "{file}：撤回了 {count} 条处理意见", "en": "{file}: decisions taken back: {count}"},
    "not named": {
        "zh": "{file}：配置没有提到它，check 不会读取；请在 consistency.toml 中写上 {line}",
        "en": "{file}: check does not read it until consistency.toml says {line}",
    },
    "tried": {
        "zh": "试了 {count} 条规则的例子，{failed} 处不符",
        "en": "{count} rules tried, {failed} examples failed",
    },
    # what a folder held beside the documents that were read
    "excluded": {
        "zh": "{folder}：按 --exclude 略过 {count} 份文件（{files}）",
        "en": "{folder}: {count} excluded as told ({files})",
    },
    "no document": {
        "zh": "{folder}：有 {count} 个文件不作为文档读取（{files}）",
        "en": "{folder}: {count} not read as documents ({files})",
    },
    # a rule's page
    "kind": {"zh": "类别", "en": "kind"},
    "severity": {"zh": "级别", "en": "severity"},
} | LISTING_WORDS
WORDS.update(PAGE_WORDS)


def say(lang: str, word: str, **values: object) -> str:
    """The words of `WORDS` in a language, with the values put in."""
    return WORDS[word][lang].format(**values)


def worded(lang: str, word: str) -> str:
    """A name that other stages give, in words where `WORDS` has any, else as it is."""
    return say(lang, word) if word in WORDS else word


def said(texts: Mapping[str, str], lang: str) -> str:
    """A text given by language, in this one; in whichever there is where this one is missing."""
    return texts.get(lang) or next((text for text in texts.values() if text), "")
