"""Why a path or a file is not read, and what would mend it, in the words of the report."""

from __future__ import annotations

import errno
import os
from enum import Enum

from consistency.model import Problem


class Refusal(Enum):
    """A reason not to read: its line in Chinese and in English.

    >>> Refusal.CUT.of("a.txt", encoding="utf-8").message["en"]
    'the file ends in the middle of a character (utf-8), so it is incomplete; fetch or copy it again'
    """

    MISSING = (
        "没有这个文件或文件夹；请检查路径",
        "no such file or folder; check the path",
    )
    DANGLING = (
        "符号链接指向的文件不存在；请修复或删除该链接",
        "the link leads to nothing; mend or remove it",
    )
    LOOP = (
        "符号链接又指回它自己或它所在的文件夹，构成循环；请删除该链接",
        "the link leads back to itself or to a folder it lies in; remove it",
    )
    ELSEWHERE = (
        "链接指向所给文件夹之外的文件夹；如要检查其中文件，请直接给出该文件夹",
        "the link leads to a folder outside of those named; name that folder too if it is to be read",
    )
    FORBIDDEN = (
        "没有读取权限；请修改权限，或换用有权限的用户运行",
        "no permission to read it; change its permissions or run as a user who may",
    )
    NAME = (
        "路径名不是有效的 UTF-8，报告中无法写出；请改名",
        "the name is not valid UTF-8, so no report can name it; rename it",
    )
    UNREADABLE = (
        "系统无法读取（{reason}）；请检查磁盘和路径",
        "the system cannot read it ({reason}); check the disk and the path",
    )
    FOLDER = (
        "这是文件夹，不是文件；请指定其中的文件",
        "this is a folder, not a file; name a file in it",
    )
    NOT_A_FILE = (
        "这不是普通文件（可能是管道或设备）；请先存成文件",
        "this is no ordinary file (a pipe or a device, perhaps); save it as a file first",
    )
    SUFFIX = (
        "不支持“{suffix}”格式；请转换为以下格式之一：{known}",
        "cannot read files named “{suffix}”; convert it to one of {known}",
    )
    NO_DOCUMENTS = (
        "文件夹中没有可读的文档（{known}；隐藏文件和 README 一类说明文件不计）；请检查路径，或直接指定文件",
        "the folder has no documents ({known}; hidden files, README and the like do not count);"
        " check the path or name the files",
    )
    TOO_LARGE = (
        "文件过大（{size} MB，上限 {limit} MB）；请拆分，或确认它确实是文档",
        "the file is too large ({size} MB, the limit is {limit} MB); split it, or make sure it is a document",
    )
    TOO_MUCH = (
        "内容过多（{count} 个元素，上限 {limit}）；请拆分，或确认它确实是文档",
        "too much in it ({count} elements, the limit is {limit}); split it, or make sure it is a document",
    )
    ELEMENTS = (
        "内容过多（数字、句子、行和单元格共 {count} 个，上限 {limit}）；请拆分，或调高设置中 [limits] elements",
        "too much in it ({count} numbers, sentences, lines and cells, the limit is {limit});"
        " split it, or raise `elements` in [limits]",
    )
    EXPANDS = (
        "解压后过大（超过 {limit} MB），可能是压缩炸弹；请确认来源，或另存为较小的文件",
        "it unpacks to more than {limit} MB and may be a zip bomb; check where it is from or save a smaller copy",
    )
    ENCRYPTED = (
        "文件已加密，需要密码；请解除密码后再检查",
        "the file is encrypted; remove the password, then check it again",
    )
    BROKEN = (
        "{kind} 文件损坏或不完整；请重新下载，或用原程序打开后另存",
        "the {kind} file is damaged or incomplete; fetch it again, or open it in its program and save it anew",
    )
    DECLARES = (
        "{kind} 文件中有不该有的实体声明（DTD），可能是攻击；请确认来源，或用原程序打开后另存",
        "the {kind} file declares entities, which none should, and may be an attack;"
        " check where it is from or save it anew",
    )
    NOT_CALCULATED = (
        "公式没有计算结果（{count} 处）；请用 Excel 或 WPS 打开，重新计算后保存",
        "formulas without a result (in {count} cells); open it in Excel or WPS and save it once calculated",
    )
    OFFICE = (
        "读取“{suffix}”要用 LibreOffice，这里没有安装；请安装它，或用 Word、WPS 另存为 .docx",
        "reading “{suffix}” takes LibreOffice, which is not installed here; install it or save the file as .docx",
    )
    NOT_CONVERTED = (
        "LibreOffice 未能在 {seconds:.0f} 秒内转换；请用 Word 或 WPS 打开，另存为 .docx",
        "LibreOffice could not convert it within {seconds:.0f} seconds; open it in Word or WPS and save it as .docx",
    )
    NO_TEXT = (
        "没有文字层（可能是扫描件，共 {pages} 页）；请先做文字识别（OCR）",
        "no text layer (a scan, perhaps; pages: {pages}); run text recognition (OCR) on it first",
    )
    EMPTY = (
        "文件是空的（0 字节）；请重新下载或删除",
        "the file is empty (0 bytes); fetch it again or remove it",
    )
    BLANK = (
        "文件中只有空白，没有文字；请重新导出文字内容",
        "the file has nothing but white space; export its text again",
    )
    OTHER_FORMAT = (
        "内容其实是 {kind}，与“{suffix}”不符；请改正扩展名，或另存为 UTF-8 纯文本",
        "this is {kind} in truth, whatever “{suffix}” says; mend the suffix or save it as plain text in UTF-8",
    )
    BINARY = (
        "内容是二进制数据，不是文字；请导出为 UTF-8 纯文本",
        "the content is binary data, not text; export it as plain text in UTF-8",
    )
    NOT_MARKUP = (
        "内容不是网页（没有任何标记）；请改正扩展名，或另存为 UTF-8 纯文本",
        "this is no web page (it has no markup); mend the suffix or save it as plain text in UTF-8",
    )
    CUT = (
        "文件末尾停在一个字的中间（{encoding}），内容不完整；请重新下载或复制",
        "the file ends in the middle of a character ({encoding}), so it is incomplete; fetch or copy it again",
    )
    DAMAGED = (
        "看似 {encoding} 编码，但第 {byte} 字节处损坏；请重新获取，或修正后另存为 UTF-8",
        "seems to be {encoding} but is damaged at byte {byte}; fetch it again, or mend it and save it as UTF-8",
    )
    ENCODING = (
        "无法识别编码：不是 UTF-8、UTF-16、GB18030（GBK）或 Big5 的中文；请另存为 UTF-8",
        "unknown encoding: no Chinese in UTF-8, UTF-16, GB18030 (GBK) or Big5; save it as UTF-8",
    )
    TIME = (
        "{seconds:.0f} 秒内未能读完，未予检查；请拆分，或调高设置中 [limits] seconds",
        "not read in full within {seconds:.0f} seconds, and left out; split it, or raise `seconds` in [limits]",
    )
    PAGES = (
        "每页 {seconds:g} 秒之内未能读完，未予检查；请拆分，或用原程序打开后另存",
        "not read in full within {seconds:g} seconds for each page, and left out;"
        " split it, or open it in its program and save it anew",
    )
    COMPARING = (
        "{seconds:.0f} 秒内未能比较完，未予检查；请拆分，或调高设置中 [limits] seconds",
        "not compared in full within {seconds:.0f} seconds, and left out; split it, or raise `seconds` in [limits]",
    )
    MEMORY = (
        "内存不足，未能读完；请拆分，或减少 --jobs",
        "not read in full for want of memory; split it, or use fewer --jobs",
    )
    KILLED = (
        "读取它的进程两次被终止（可能内存不足）；请拆分，或减少 --jobs",
        "the process that read it was killed twice (for want of memory, perhaps); split it, or use fewer --jobs",
    )
    HUNG = (
        "读取它的进程两次没有响应；请检查磁盘，或拆分该文件",
        "the process that read it fell silent, twice; check the disk, or split the file",
    )
    CHANGED = (
        "文件在检查期间被改动，未予批注；请重新检查",
        "the file was changed while it was checked, and has not been annotated; check it again",
    )
    FAULT = (
        "本程序出错（{where}），与文档无关；请按 SECURITY.md 所说报告",
        "a fault of the program ({where}) and not of the document; please report it, as SECURITY.md says",
    )

    def of(self, path: str, **facts: object) -> Problem:
        """The problem with this path. Bytes of a name that are not UTF-8 are written as \\xNN, to be printable."""
        shown = path if is_unicode(path) else os.fsencode(path).decode("utf-8", "backslashreplace")
        chinese, english = self.value
        return Problem(shown, {"zh": chinese.format(**facts), "en": english.format(**facts)})


def of_error(path: str, error: OSError | ValueError) -> Problem:
    """The problem behind an error of the operating system; a path with a NUL in it is a missing one."""
    if isinstance(error, ValueError):
        return Refusal.MISSING.of(path)
    match error.errno:
        case errno.ENOENT | errno.ENOTDIR:
            return (Refusal.DANGLING if os.path.islink(path) else Refusal.MISSING).of(path)
        case errno.ELOOP:
            return Refusal.LOOP.of(path)
        case errno.EACCES | errno.EPERM:
            return Refusal.FORBIDDEN.of(path)
        case errno.EISDIR:
            return Refusal.FOLDER.of(path)
    return Refusal.UNREADABLE.of(path, reason=error.strerror or type(error).__name__)


def is_unicode(path: str) -> bool:
    """Whether the path can be written in a report: a name of other bytes reaches Python with lone surrogates."""
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
