"""What the command line says in English, and what it says in Chinese: help, usage errors, configuration errors.

The English stands where it is said; here is its translation, found by the English itself. `HELP` has whole paragraphs
and lines, `MESSAGES` sentences with places for what changes. What is in neither is shown in English, and a test finds
it.
"""

from __future__ import annotations

import re
from functools import cache

from consistency.patterns import lazy

# Words that stand for what is to be given, in usage lines and before explanations.
PLACES = {
    "ADDRESS": "地址",
    "OPTIONS": "选项",
    "COMMAND": "命令",
    "ARGS": "参数",
    "PORT": "端口",
    "PATHS": "路径",
    "PATH": "路径",
    "FILE": "文件",
    "DIR": "文件夹",
    "FORMAT": "格式",
    "RULE": "规则",
    "REV": "版本",
    "SHARE": "比例",
    "PATTERN": "模式",
    "NAME": "名称",
    "WORDS": "文字",
    "DATE": "日期",
    "FINGERPRINT": "指纹",
    "LINE": "行",
    "COLUMN": "列",
    "ID": "编号",
    "N": "数",
}

HELP = {
    "Usage": "用法",
    "Options": "选项",
    "Commands": "命令",
    "Positional arguments": "参数",
    "Examples:": "示例：",
    "Exit codes:": "退出码：",
    "Show this message and exit.": "显示本说明后退出。",
    "Show the version and exit.": "显示版本号后退出。",
    "that of the locale": "随系统语言",
    "(that of the locale)": "随系统语言",
    "x>=1": "不小于 1",
    # consistency
    "Find where documents about the same thing disagree.": "找出说同一件事的几份文件在哪里不一致。",
    "A linter for facts in Chinese public documents: it reads numbers and what they are about, brings together what "
    "several documents say of the same thing, and shows both sides where they do not agree. It never says which side is "
    "true.": "面向中文公文和公开资料的事实核对工具：读出文中的数字及其所指，把几份文件关于同一件事的说法放在一起，"
    "不一致时列出双方原文。它从不判断哪一方属实。",
    "Where the program itself is at fault, show all that led to it.": "程序自身出错时，显示出错的全过程。",
    "Language of help and messages, for whatever follows.": "帮助和消息所用的语言，对其后的命令都有效。",
    "Every command has examples of its own: consistency COMMAND --help": "每个命令都有自己的示例：consistency 命令 --help",
    # check
    "Compare documents, and report where they disagree.": "比较文件，报告不一致之处。",
    "PATHS are files, folders, or “-” for the standard input. Of a folder every document that can be read is taken, "
    "hidden files and those called README and the like left out; what is left out is said on stderr.": "路径可以是文件、"
    "文件夹，或用“-”表示标准输入。文件夹中凡能读取的文件都参加比较，隐藏文件和 README 一类说明文件除外；"
    "略去的文件会在标准错误输出中说明。",
    "Compare with these documents too, and report only what concerns those of PATHS. Repeatable.": "同时与这些文件比较，"
    "但只报告与“路径”所指文件有关的问题。可重复使用。",
    "Report only what concerns files that git holds for changed since REV: a branch, a tag, a commit. What is not "
    "committed counts, and what others did on that branch in the meantime does not.": "只报告与 git 中自某一版本（分支、"
    "标签或提交）以来改动过的文件有关的问题。尚未提交的改动也算，其间他人在该分支上的改动不算。",
    "text, markdown and html are for people, concise (a line a finding) for logs and editors, the others for programs.": (
        "text、markdown、html 供人阅读，concise（每处问题一行）用于日志和编辑器，其余供程序使用。"
    ),
    "Write to FILE, not to stdout.": "写入文件，不输出到屏幕。",
    "Write the report to FILE in this format too, without checking again: sarif=findings.sarif. Repeatable.": "同时以该格式"
    "把报告写入文件，不必再查一遍，如 sarif=findings.sarif。可重复使用。",
    "Write a copy of the one document that PATHS lead to, with a comment at each place of a finding: .docx, .pdf, "
    ".xlsx. The document itself stays as it is.": "为“路径”所指的那一份文件另写一份副本，在每处问题旁加批注（.docx、.pdf、.xlsx）。"
    "原文件不动。",
    "Only these rules: ids or beginnings of ids, with commas or repeated.": "只用这些规则：写编号或编号的开头，用英文逗号"
    "隔开，也可重复使用。",
    "All but these rules, given likewise.": "不用这些规则，写法同上。",
    "The least severity that makes the exit code 1.": "达到或高于这一级别的问题使退出码为 1。",
    "The least share of the numbers of each document that must have met a counterpart, 30% or 0.3: where fewer did, the "
    "exit code is 1. Of PATHS alone where --against is given.": "每份文件的数字中至少要有这么大比例有对照（写作 30% 或 "
    "0.3），不足时退出码为 1。用了 --against 时只看“路径”所指的文件。",
    "Findings recorded by `consistency baseline write`: only what is new since calls for attention.": "由 consistency "
    "baseline write 记录的问题：只提示此后新出现的。",
    "Leave out what is so named in the folders given. Patterns are those of .gitignore, from the folder on: “*.tmp.txt”, "
    "“old/”, “/2019/**”, “!kept.txt”. Repeatable; a file that is named itself is never left out.": "略去所给文件夹中如此"
    "命名的文件。模式的写法同 .gitignore，从该文件夹算起：“*.tmp.txt”“old/”“/2019/**”“!kept.txt”。可重复使用；"
    "直接写出的文件不会被略去。",
    "What to call the standard input where a path is “-”: the name stands in reports, and its suffix tells the format. "
    "Without it the input is text, called “-”. A file of this name is not read beside it.": "路径为“-”时标准输入的名称：报告中"
    "用这个名称，扩展名说明格式。不给时按纯文本读取，名为“-”。同名的文件不再读取。",
    "A folder with rules of your own, beside those that come along. Repeatable.": "在自带规则之外，使用该文件夹中自定的规则。"
    "可重复使用。",
    "Settings of the project. Without it, consistency.toml or [tool.consistency] in pyproject.toml of this folder or the "
    "nearest above it.": "项目的设置。不给时，用当前文件夹或最近的上级文件夹中的 consistency.toml，或 pyproject.toml 中的 "
    "[tool.consistency]。",
    "Go on, and report anew whenever a document, a decision or a setting changes, until interrupted.": "不退出，文件、"
    "处理决定或设置一有改动就重新报告，直到被中断。",
    "Where the workers of a cluster on this machine keep what does not fit into memory.": "本机集群的工作进程放不进内存的内容，暂存于此。",
    "With --engine dask: the scheduler whose workers read, tcp://host:8786. They must see the documents under the same "
    "paths. Without it, --jobs workers of this machine.": "与 --engine dask 连用：调度器的地址，tcp://主机:8786，由其工作进程"
    "读取；它们须能以同样的路径看到文件。不给时，用本机的 --jobs 个工作进程。",
    "What reads the documents: processes of this machine, or the workers of a Dask cluster. The report is the same.": "由谁"
    "读取文件：本机的进程，或 Dask 集群的工作进程。报告相同。",
    "Worker processes.": "工作进程数。",
    "Show every finding with what each side says, however many: without it a terminal is shown a list first.": "列出每处问题"
    "的各方原文，不论多少；不加时，终端上先只列清单。",
    "Findings and complaints only: no summary, no notes, no bar.": "只输出问题和报错：不要小结、提示和进度条。",
    "Language of messages; ids and JSON keys do not depend on it.": "消息所用的语言；编号和 JSON 的键不受影响。",
    "0    no finding at or above --fail-on": "0    没有达到 --fail-on 级别的问题",
    "1    at least one": "1    至少有一处",
    "2    wrong usage or configuration, or a document that could not be read:": "2    用法或设置有误，或有文件未能读取：",
    "the others are checked and reported all the same, but a result that": "其余文件照常检查和报告，但结果不完整时，",
    "is not complete is never 0 or 1": "退出码不会是 0 或 1",
    "3    a fault of the program itself, which is to be reported": "3    程序自身出错，请报告",
    "130  interrupted": "130  被中断",
    # claims
    "List the numbers read from documents.": "列出从文件中读到的数字。",
    "Each with where it stands, what it was taken for and what it is about; PATHS are those of `consistency check`.": (
        "逐个说明位置、读作什么、说的是什么；“路径”的写法同 consistency check。"
    ),
    "Every number, also those that are no claim, and why.": "列出所有数字，包括没有认出所指指标的，并说明原因。",
    "Exit codes: 0, or 2 for wrong usage and where a document could not be read.": "退出码：0；用法有误或有文件未能读取时为 2。",
    # explain
    "Show why two numbers met, or did not.": "说明两个数字为何被视为（或未被视为）同一事项。",
    "Each comparison of the two with its level and its weight, what forbids the meeting, and the rival with the margin. A "
    "place is a file and a line, with a column at or before the number where the line has several. What else is checked "
    "beside the two documents has no say.": "逐项列出两者的比较及其权重、不可相比的原因、次优的对象和领先的幅度。位置写作文件和行号，一行有几个数字时加列号（数字处或其前）。"
    "同时检查的其他文件对此没有影响。",
    # lexicon
    "Words that the lexicon may learn.": "词表可以学会的名称。",
    "List names that met under another name, for an editor to confirm.": "列出以不同名称视为同一事项的数字，供编辑确认。",
    "As entries of an indicators.toml: keep those that are of one thing, in a folder that --rules names, and the two names "
    "are one from then on. The most frequent come first, each with where it was met and how sure that is.": "写作 "
    "indicators.toml 的条目：只留下确为同一事项的，放进 --rules 指定的文件夹，以后两个名称就是同一个。最常见的在前，"
    "各注明出处和把握。",
    # inspect
    "Show a document as it was understood.": "显示程序是怎样理解一份文件的。",
    "How it was decoded, what it says of itself (title, place, period, publisher, date) and what became of its numbers; its "
    "sections with the year they tell of, in retrospect or outlook; its tables; and every damaged place, with the reading "
    "proposed for it where there is one. FILE may be a folder: then each of its documents is shown.": "怎样解码，它怎样介绍"
    "自己（标题、地区、时间、发布单位、日期），其中的数字怎样处理；各节说的是哪一年，是回顾还是展望；有哪些表格；每处损坏的"
    "文字，以及建议的读法（如有）。文件也可以是文件夹，这时逐份显示其中的文件。",
    "With --at, what is understood of the numbers there: whose, of what, when, in which standing, and the words that set "
    "each, wherever in the document they stand.": "用 --at 时，说明该处的数字是怎样理解的：哪里的、什么指标、什么时候、什么性质，"
    "以及分别由文中哪些字句确定。",
    "Only the numbers of this line, or the one at this place: what each is about, and the words that say so.": "只看这一行的"
    "数字，或这一处的数字：各说的是什么，由哪些字句可知。",
    "Every section, table and damaged place, however many.": "列出所有的节、表格和损坏之处，不论多少。",
    "Exit codes: 0, or 2 for wrong usage and where the document could not be read.": "退出码：0；用法有误或文件未能读取时为 2。",
    # rules
    "Show the rules that documents are checked by.": "查看检查所用的规则。",
    "List every rule: id, severity, kind, name.": "列出所有规则：编号、级别、类别、名称。",
    "Show what rules look for and why.": "说明规则查什么、为什么查。",
    "With their examples, how they did where they were measured, and how to accept what they find. The beginning of an id "
    "stands for all that begin so.": "附例子、实测效果，以及怎样接受其结果。写编号的开头，即指所有以此开头的规则。",
    "Try the examples that rules bring along.": "试一试规则自带的例子。",
    "Those that must fire have to, and those that must not have to stay silent. Exit code 1 where one does not.": "应报的必须"
    "报出，不应报的不得报出；有一个不符，退出码就是 1。",
    # index
    "Have the page (html) say when it was made. Without it the same documents give the same page; where SOURCE_DATE_EPOCH is set, it is the time that is told.": "在网页报告（html）中写明生成时间。不加时，相同的文件得到完全相同的网页；设有环境变量 SOURCE_DATE_EPOCH 的，写它所指的时间。",
    "Read every document, though the project has an index. The report is the same.": "项目即使有索引，也重读每份文件。"
    "报告是一样的。",
    "Keep what was read of documents.": "保存从文件中读出的内容。",
    "The index is one file of the project, .consistency/index.sqlite beside its settings. Where it is there, `check` reads "
    "only documents that are new or have changed; reports are the same with it and without. It holds nothing that the "
    "documents do not: it may be thrown away at any time.": "索引是项目中的一个文件，即设置文件旁的“.consistency/index.sqlite”。"
    "有索引时，“check”只读新增或改动过的文件；有无索引，报告都一样。其中没有文件以外的内容，随时可以删去。",
    "Make the index anew, of the documents of PATHS.": "按路径所指的文件重建索引。",
    "Read what is new or has changed among PATHS, and drop what is gone.": "读入路径中新增或改动过的文件，删去已不存在的。",
    "Tell what the index holds.": "说明索引中有什么。",
    "required": "必填",
    # lsp
    "Serve an editor: check the open text as it is written.": "供编辑器使用：边写边查。",
    "An editor starts this and speaks with it over stdin and stdout (the Language Server Protocol). Plain text (.txt, .md) is "
    "compared with the documents of --against as it is written; docs/editors.md has the settings for VS Code, Neovim and "
    "Emacs.": "由编辑器启动，经标准输入、标准输出与之通信（语言服务器协议）。纯文本（.txt、.md）在编写时就与 --against 的文件对照；"
    "各编辑器的设置见 docs/editors.zh.md。",
    "Compare the open text with these documents. Repeatable.": "把正在写的文字与这些文件对照。可重复。",
    "Exit codes: 2 for wrong usage.": "退出码：用法有误时为 2。",
    # serve
    "Show a page to drop documents on and decide.": "打开本机网页：拖入文件，逐条处理。",
    "The page is for this machine alone: its address has a token that nobody else knows, and it loads nothing from "
    "elsewhere. PATHS are files and folders to be checked from the start; they are read again whenever they change. "
    "Decisions go into the file of accepted findings at once.": "网页只供本机使用：网址中有他人不知道的口令，也不从别处加载任何"
    "东西。路径是一开始就要检查的文件和文件夹，有改动就重新读取。处理意见随时写入已接受问题的文件。",
    "Compare with these documents, and show only what concerns those of PATHS and those dropped on the page. "
    "Repeatable.": "与这些文件对照，只显示与路径所指文件和拖入网页的文件有关的问题。可重复。",
    "Where to listen, on this machine alone. Without it, a port that is free.": "在本机哪个端口提供网页；不给时用一个空闲端口。",
    "Show the page in the browser.": "在浏览器中打开网页。",
    "Exit codes: 2 for wrong usage and where the address is taken, 130 when": "退出码：用法有误或端口被占用为 2，",
    "interrupted.": "中断为 130。",
    # baseline
    "Record findings that are to be passed over.": "记录以后不再提示的问题。",
    "What is recorded is told from what is new by its rule, its indicator and its values: a finding comes back when one of "
    "the values changes, and not when lines move. It comes back, too, when a document that is not on record takes part, "
    "unless this sides with those that had more independent sources already.": "已记录的与新出现的，按规则、指标和数值区分："
    "数值一变就重新提示，行号移动则不会。有未记录的文件牵涉进来时也会重新提示，除非它站在当时独立来源较多的一方。",
    "Record today's findings.": "记录现有的问题。",
    "The file of the baseline. Without it the one that the settings name, else consistency-baseline.json.": "记录所在的文件。"
    "不给时用设置中写明的，否则用 consistency-baseline.json。",
    "Drop what no longer occurs; nothing is added.": "删去已不再出现的记录；不新增。",
    # accept
    "Decide about findings: accepted, false alarm, done.": "处理问题：接受、误报、已处理。",
    "A FINGERPRINT stands below each finding of a report; its beginning will do where no other finding's begins so. The "
    "decision holds for the documents that take part in the finding today.": "指纹列在报告中每处问题的下面；只要不与别处相同，"
    "写开头几位即可。决定只对目前牵涉其中的文件有效。",
    'consistency accept 1f0c9a54 --why "preliminary figure" --documents seeds/': (
        'consistency accept 1f0c9a54 --why "初步数" --documents seeds/'
    ),
    'consistency accept 1f0c9a54 --why "until the yearbook is out" --until 2024-06-30': (
        'consistency accept 1f0c9a54 --why "年鉴出版前暂用" --until 2024-06-30'
    ),
    "Exit codes: 0, or 2 for wrong usage and for a fingerprint that is no finding's,": "退出码：0；用法有误，或指纹不对应任何问题、",
    "or that of several.": "或对应好几处时为 2。",
    "Why; it has to be said of what is accepted.": "理由；接受一处问题必须说明理由。",
    "Who decides. Without it, the name in git's settings.": "由谁决定。不给时用 git 设置中的姓名。",
    "The last day on which it holds, 2024-06-30 say. Without it, it holds for good.": "有效的最后一天，如 2024-06-30。不给时"
    "长期有效。",
    "Accept: the documents differ, and may. False alarm: they do not. Done: dealt with, and on its way out of the "
    "documents; this one calls again until it is gone.": "accept（接受）：确有不同，可以保留；false alarm（误报）：并无不同；"
    "done（已处理）：正在改正，改好之前仍会提示。",
    "Anything else to be remembered of it.": "其他需要记下的话。",
    "Take back what was decided about these findings.": "撤销对这些问题的决定。",
    "Take over the decisions in FILE, which the page of a report (--format html) exports.": "采用文件中的决定，该文件由网页报告"
    "（--format html）导出。",
    "Whose findings these are: files and folders. Repeatable. Without it those of this folder.": "问题出自哪些文件和文件夹。"
    "可重复使用。不给时指当前文件夹。",
    "A report (--format json) that has these findings, so that nothing need be checked again.": "含有这些问题的报告"
    "（--format json），有它就不必再查一遍。",
    "Where decisions are kept. Without it the file that the settings name, else accepted.toml.": "决定保存在哪个文件。不给时用"
    "设置中写明的，否则用 accepted.toml。",
    # completion
    "Write the script by which a shell completes commands.": "输出供命令行外壳自动补全用的脚本。",
    "It completes options, files and the ids of rules too.": "选项、文件名和规则编号也能补全。",
    "consistency completion zsh > ~/.zfunc/_consistency     (with ~/.zfunc in fpath)": (
        "consistency completion zsh > ~/.zfunc/_consistency     （~/.zfunc 须在 fpath 中）"
    ),
}

# What stands at a place is translated in its turn.
MESSAGES = {
    # usage
    "Usage: {usage}": "用法：{usage}",
    "Try '{command} {option}' for help.": "查看帮助：{command} {option}",
    "Error: {message}": "错误：{message}",
    "--scheduler and --scratch are for --engine dask.": "--scheduler 与 --scratch 只与 --engine dask 连用。",
    "a line, or a line and a column, both from 1: 12, 12:8": "应为行号，或行号和列号，都从 1 起：12、12:8",
    "fingerprints of version {n}: written by a later release": "指纹版本为 {n}，由更新的版本写成",
    "--at asks after a place of one document": "--at 只问一份文件中的一处",
    "Missing command.": "缺少命令。",
    "Missing argument {name}.": "缺少参数{name}。",
    "Missing argument {name}. Choose from:": "缺少参数{name}，可选：",
    "Missing option {name}.": "缺少选项{name}。",
    "No such option {name}.": "没有选项{name}。",
    "No such option {name}. Did you mean {word}?": "没有选项{name}，是否指{word}？",
    "No such option {name}. (Did you mean {word}?)": "没有选项{name}，是否指{word}？",
    "No such option {name}. (Did you mean one of: {word}?)": "没有选项{name}，是否指：{word}？",
    "No such option {name}. (Possible options: {word})": "没有选项{name}，是否指：{word}？",
    "No such command {name}.": "没有命令{name}。",
    "No such command {name}. Did you mean {word}?": "没有命令{name}，是否指{word}？",
    "No such command {name}. (Did you mean {word}?)": "没有命令{name}，是否指{word}？",
    "No such command {name}. (Did you mean one of: {word}?)": "没有命令{name}，是否指：{word}？",
    "Got unexpected extra argument ({name})": "多余的参数：{name}",
    "Got unexpected extra arguments ({name})": "多余的参数：{name}",
    "Option {name} requires an argument.": "选项{name}后面缺少内容。",
    "Option {name} does not take a value.": "选项{name}不带内容。",
    "Invalid value for {name}: {message}": "{name}的值不对：{message}",
    "Invalid value: {message}": "值不对：{message}",
    "{value} is not one of {choices}.": "{value}不在可选之列：{choices}。",
    "{value} is not a valid integer.": "{value}不是整数。",
    "{value} is not a valid integer range.": "{value}不是整数。",
    "{value} does not match the format {form}.": "{value}不是日期，应写作 2024-06-30。",
    "{value} is not in the range {range}.": "{value}不在范围 {range} 之内。",
    "File {name} does not exist.": "没有文件{name}。",
    "Directory {name} does not exist.": "没有文件夹{name}。",
    "Path {name} does not exist.": "没有路径{name}。",
    "File {name} is a directory.": "{name}是文件夹，不是文件。",
    "Directory {name} is a file.": "{name}是文件，不是文件夹。",
    "File {name} is not readable.": "文件{name}无法读取。",
    "{word} is not FORMAT=FILE; formats are {forms}.": "{word}不是“格式=文件”；格式有 {forms}。",
    "{word} is no share: write 30% or 0.3.": "{word}不是比例：请写作 30% 或 0.3。",
    "names no rule.": "没有写出规则。",
    "--watch cannot see the standard input change; name a file.": "--watch 看不到标准输入的改动；请写明文件。",
    "Name a fingerprint, or --from a file with decisions.": "请写明指纹，或用 --from 指定含有决定的文件。",
    "Say --why: to accept is to answer for it.": "请用 --why 说明理由：接受就要负责。",
    # what cannot be done
    "consistency: {message}": "consistency：{message}",
    "nothing is left to be checked: all of {paths} is excluded": "没有可检查的文件：{paths} 全部被略去",
    "the standard input is closed": "标准输入已关闭",
    "the baseline stays as it is, for not all documents could be read": "有文件未能读取，记录保持原样",
    "this click knows no completion for {shell}": "所装的 click 不支持 {shell} 的补全",
    "cannot be written: {reason}": "无法写入：{reason}",
    "cannot be read: {reason}": "无法读取：{reason}",
    "cannot be used: {reason}": "无法使用：{reason}",
    "the system refuses: {reason}": "系统拒绝：{reason}",
    "the folder it is called in is gone; change to another": "当前所在的文件夹已不存在；请换一个文件夹",
    "memory does not suffice; give it fewer documents or --jobs, or lower `elements` in [limits]": "内存不足；"
    "请减少文件或 --jobs，或调低设置中 [limits] elements",
    "not all that is needed is installed: {reason}": "需要另外安装：{reason}",
    "run {command} in the folder of this program": "在本程序的文件夹中运行 {command}",
    "stdout: {message}": "标准输出：{message}",
    "consistency, version {number}": "consistency {number} 版",
    "cannot be listened on: {reason}": "不能使用：{reason}",
    "two reports are to be written to it": "有两份报告要写入这个文件",
    "is read by this check and would be written over; choose another file for the report": "本次检查要读取它，写入会将其覆盖；"
    "请为报告另选文件",
    "This is a fault of the program and not of your documents: please report it, as SECURITY.md says, with what "
    "`consistency --debug …` shows": "这是程序自身出错，与您的文件无关：请按 SECURITY.md 所说报告，并附上 "
    "consistency --debug … 的输出",
    # settings and rules
    "{message} (did you mean {word}?)": "{message}（是否指{word}？）",
    "not valid TOML: {what} (at line {line}, column {column})": "不是有效的 TOML：第 {line} 行第 {column} 列有误",
    "not valid TOML: {what} (at end of document)": "不是有效的 TOML：结尾不完整",
    "not valid TOML: it must be UTF-8": "不是有效的 TOML：须为 UTF-8 编码",
    "not valid TOML: lists or tables are nested too deeply": "不是有效的 TOML：列表或表嵌套过深",
    "not valid TOML: {what}": "不是有效的 TOML（{what}）",
    "no baseline: lists are nested too deeply": "不是问题记录：列表嵌套过深",
    "no baseline: it must say {schema} and list {list}": "不是问题记录：须写明 {schema}，并列出 {list}",
    "no baseline: {what}: line {line} column {column} (char {number})": "不是问题记录：第 {line} 行第 {column} 列有误",
    "no baseline: {what}": "不是问题记录（{what}）",
    "must give {keys} as strings": "须以字符串写明 {keys}",
    "must list paths as strings": "须以字符串列出路径",
    "unknown key{hint}": "没有这个键{hint}",
    "is missing": "缺少这一项",
    "must be a string": "须为字符串",
    "must be true or false": "须为 true 或 false",
    "must be a whole number": "须为整数",
    "must be a list of strings": "须为字符串列表",
    "must be a list of lists of strings": "须为由字符串列表组成的列表",
    "must be a list of words": "须为词的列表",
    "must be a list of whole numbers": "须为整数列表",
    "must be a list": "须为列表",
    "must be a table": "须为表",
    "must be an array of tables": "须为表的数组",
    "must be from 0 to 100": "须在 0 至 100 之间",
    "must not be above that of an error": "不得高于 error 的数值",
    "must be from 1 to {most}": "须在 1 至 {most} 之间",
    "must be {what}": "须为 {what}",
    "must say something": "不能为空",
    "no such value {word}": "没有这个值：{word}",
    "no severity {word}": "没有级别{word}",
    "no verdict {word}": "没有决定{word}",
    "no indicator or term {word}": "没有指标或词语{word}",
    "no indicator {word}": "没有指标{word}",
    "no unit {word}": "没有单位{word}",
    "no rule {word}": "没有规则{word}",
    "no rule {word}; rules are {known}": "没有规则{word}；规则有 {known}",
    "no kind {word}; kinds are {kinds}": "没有类别{word}；类别有 {kinds}",
    "no sort {word}; sorts are {sorts}": "没有种类{word}；种类有 {sorts}",
    "no revision {word}": "没有版本{word}",
    "no rule files (*.toml) in {folders}: the installation is incomplete; install it again": "{folders} 中没有规则文件（*.toml）："
    "安装不完整，请重新安装",
    "git cannot be started: {reason}": "无法启动 git：{reason}",
    "not a pattern": "不是模式",
    "select or ignore: {message}": "select 或 ignore：{message}",
    "is no folder of rules": "不是规则文件夹",
    "{name} is no folder": "{name}不是文件夹",
    "holds no rules ({files})": "没有规则（{files}）",
    "a folder of your own may not have it; it may have {known}": "自己的规则文件夹里不能有它；可以有 {known}",
    "must be characters, a tab and a count of statements": "应为字、制表符和语句数",
    "does not tell of how many statements it is ({word})": "没有写明共多少语句（{word}）",
    "rule id {id} stands already in {source}": "规则编号 {id} 已在 {source} 中使用",
    "is an alias of {name} already": "已是{name}的别名",
    "{word} is an alias of {name} already": "{word}已是{name}的别名",
    "{word} is short for {name} already": "{word}已是{name}的简称",
    "{word} stands for {name} already": "{word}已代表{name}",
    "{word} stands already in {source}": "{word}已在 {source} 中使用",
    "{word} is accepted already in {source}": "{word}已在 {source} 中接受",
    "{word} is no unit of this file": "{word}不是本文件中的单位",
    "is a unit of {dimension} already": "已是 {dimension} 的单位",
    "is {base} already": "已是 {base}",
    "{word} is a word of {bound} already": "{word} 已是 {bound} 的词",
    "is no group of counters; groups are {groups}": "不是量词的组；组有 {groups}",
    "is no bound; bounds are {bounds}": "不是界限；界限有 {bounds}",
    "is no measure; measures are {measures}": "不是度量；度量有 {measures}",
    "needs a dimension": "须写明量纲",
    "may name {words} only": "只能用 {words}",
    'must be a percentage such as "3%", and is {text}': "须为“3%”这样的百分数，现为{text}",
    "must name two parts or more": "须写出两个以上的部分",
    'must be a year, such as "2023"': "须为年份，如“2023”",
    'must be a day, such as "2024-01-16"': "须为日期，如“2024-01-16”",
    "must be a date, such as 2024-06-30": "须为日期，如 2024-06-30",
    'must be an exact number, "10000" or "2000/3"': "须为精确的数，如“10000”或“2000/3”",
    "{text} wants =, <= or >= after {result}": "{text}在 {result} 之后缺少 =、<= 或 >=",
    "{text} cannot be read from {rest} on": "{text}自{rest}起无法理解",
    "{text} names no indicator to the right of its sign": "{text}的等号或不等号右边没有指标",
    "{text} wants an indicator at {rest}": "{text}在{rest}处缺少指标",
    "{text} wants a closing bracket at {rest}": "{text}在{rest}处缺少右括号",
    "{count} findings begin so: {list} and {more} more": "有 {count} 处以此开头：{list}，另有 {more} 处",
    "{count} findings begin so: {list}": "有 {count} 处以此开头：{list}",
    "no finding of {where} has this fingerprint{hint}": "{where} 中没有哪处问题是这个指纹{hint}",
    "no report of consistency check --format json": "不是 consistency check --format json 的报告",
    # what systems say
    "No such file or directory": "没有这个文件或文件夹",
    "Is a directory": "这是文件夹",
    "Not a directory": "不是文件夹",
    "Permission denied": "没有权限",
    "File exists": "文件已存在",
    "No space left on device": "磁盘已满",
    "Read-only file system": "文件系统只读",
    "Bad file descriptor": "输出已关闭",
    "File name too long": "文件名过长",
    "Input/output error": "读写出错",
}

_PLACE = lazy(r"\{(\w+)\}")
_QUOTED = lazy(r"'([^']*)'")
_WORD = lazy(r"\b[A-Z]{1,11}\b")


def help_in_chinese(text: str) -> str:
    """A paragraph or line of help in Chinese, and as it is where there is no Chinese for it."""
    return _help().get(" ".join(text.split()), text)


@cache
def _help() -> dict[str, str]:
    """`HELP` by its English with single blanks."""
    return {" ".join(english.split()): chinese for english, chinese in HELP.items()}


def places_in_chinese(text: str) -> str:
    """A usage line, or what stands before an explanation, with its placeholders in Chinese.

    >>> places_in_chinese("consistency check [OPTIONS] PATHS...")
    'consistency check [选项] 路径...'
    """
    return _WORD.sub(lambda word: PLACES.get(word[0], word[0]), text)


def message_in_chinese(text: str) -> str:
    """A message in Chinese; paths, names and values in it stay.

    >>> message_in_chinese("a.toml: severity.CC9: no rule 'CC9' (did you mean 'CC401'?)")
    'a.toml：severity.CC9：没有规则“CC9”（是否指“CC401”？）'
    """
    for pattern, chinese in _patterns():
        if found := pattern.fullmatch(text):
            told = {name: message_in_chinese(words) for name, words in found.groupdict().items()}
            if "usage" in told:
                told["usage"] = places_in_chinese(told["usage"])
            return chinese.format(**told)
    head, colon, rest = text.partition(": ")
    if colon and (chinese := message_in_chinese(rest)) != rest:
        return f"{head}：{chinese}"
    head, bracket, rest = text.partition(" (")
    if head and bracket and (chinese := message_in_chinese(bracket + rest)) != bracket + rest:
        return message_in_chinese(head) + chinese
    return _QUOTED.sub(lambda quoted: f"“{places_in_chinese(quoted[1])}”", text).replace("”, “", "”、“")


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What each English message looks like, and the Chinese for it; those that say most before those that say little."""
    told = sorted(MESSAGES.items(), key=lambda both: -len(_PLACE.sub("", both[0])))
    return tuple((_pattern(english), chinese) for english, chinese in told)


def _pattern(english: str) -> re.Pattern[str]:
    parts = _PLACE.split(english)
    told = (f"(?P<{part}>{_any(part)})" if n % 2 else re.escape(part) for n, part in enumerate(parts))
    return lazy("".join(told), re.S)


def _any(place: str) -> str:
    """What may stand at a place: a whole message at some, at others nothing that itself says something of something."""
    return ".*?" if place in ("message", "what", "reason", "usage", "schema") else "(?:(?!: ).)*?"
