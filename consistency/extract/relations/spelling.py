"""Words with the known names inside them in their canonical form, as extraction gives them."""

from __future__ import annotations

from consistency.lexicon import Lexicon
from consistency.patterns import lazy

MARKS = lazy(r"[“”‘’\"()\s]")


def canonical(words: str, lexicon: Lexicon) -> str:
    """Words with every known spelling by its canonical name: 规上工业增加值 is 规模以上工业增加值."""
    out, at = "", 0
    while at < len(words):
        word = lexicon.names.at(words, at)
        out += lexicon.aliases[word] if word else words[at]
        at += len(word) or 1
    return lexicon.alone.get(out, out)


def unmarked(words: str) -> str:
    """Words without quotation marks, brackets and blanks, for looking a name up in a sentence.

    >>> unmarked("实际使用外资(FDI)、“规上”工业")
    '实际使用外资FDI、规上工业'
    """
    return MARKS.sub("", words)
