"""Every word is there in every language, and none of them judges."""

import string

import pytest

from consistency.checks import damaged, variants
from consistency.model import Measure, Severity, Status, Verdict
from consistency.report.wording import LANGUAGES, WORDS, said, say


def blanks(words: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name}


@pytest.mark.parametrize("word", WORDS)
def test_the_languages_say_the_same(word: str) -> None:
    assert set(WORDS[word]) == set(LANGUAGES)
    assert all(WORDS[word].values())
    assert len({frozenset(blanks(words)) for words in WORDS[word].values()}) == 1


@pytest.mark.parametrize("name", [*Severity, *Verdict, *Measure, *Status])
def test_every_name_of_the_model_has_words(name: str) -> None:
    assert all(say(lang, name) for lang in LANGUAGES)


@pytest.mark.parametrize("kind", sorted(damaged.KINDS | variants.KINDS))
def test_every_kind_of_damage_and_of_variant_has_words(kind: str) -> None:
    assert all(say(lang, kind) for lang in LANGUAGES)


def test_each_kind_has_words_of_its_own() -> None:
    for lang in LANGUAGES:
        words = [say(lang, kind) for kind in damaged.KINDS | variants.KINDS]
        assert len(set(words)) == len(words)
        assert say(lang, "report title") not in words


def test_no_word_says_which_is_true() -> None:
    everything = " ".join(words for by_language in WORDS.values() for words in by_language.values()).lower()
    everything = everything.replace("false alarm", "")  # which is said of a finding, and not of a document
    assert not [
        word for word in ("wrong", "incorrect", "true", "false", "错的", "正确", "属实", "虚假") if word in everything
    ]


def test_a_text_missing_in_a_language_is_told_in_another() -> None:
    assert said({"zh": "不一致"}, "en") == "不一致"
    assert said({"zh": "不一致", "en": "disagree"}, "en") == "disagree"
