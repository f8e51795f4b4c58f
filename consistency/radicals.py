"""Radicals, which fonts of some programs put in the place of characters, as the characters they look like: ⾸⻚ → 首页.

Unicode maps the Kangxi radicals to characters, partly to traditional ones, and hardly any of the supplement. Text is
given the character that Chinese documents of today have there.
"""

from __future__ import annotations

import unicodedata

from consistency.patterns import lazy

# Of the supplement and of those Kangxi radicals whose character is a traditional or a variant form.
_PAIRS = (
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺌小⺍小⺎兀⺏尢⺐尢⺑尢⺒巳⺓幺⺔彐⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歹⺟母⺠民⺡氵"
    "⺢水⺣灬⺤爪⺥爪⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糸⺰纟⺱网⺲罒⺳网⺴网⺵网⺶羊⺷羊⺸羊⺹老⺺聿⺻聿⺼月⺽臼⺾艹⺿艹⻀艹"
    "⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒長⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟食⻠饣"
    "⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
    "⼾户⽿耳⻩黄⻘青"
)
# The Kangxi radicals stand for themselves in other scripts' forms; only these differ from the character meant today.
_SUPPLEMENT = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_KANGXI = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
_ANY = lazy("[\u2e80-\u2fd5]")
_TABLE = str.maketrans(_KANGXI | _SUPPLEMENT)


def characters(text: str) -> str:
    """The text with characters for radicals, of the same length.

    >>> characters("⾸⻚：国⺠经济⼾均")
    '首页：国民经济户均'
    """
    return text.translate(_TABLE) if _ANY.search(text) else text
