"""The standard input called by its name wherever the report names a document, and nothing else changed."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from consistency.model import Problem
from consistency.report import RENDERERS, renderer
from consistency.standard_input import kept, renamed
from tests.report.samples import BULLETIN, JOBS_DISAGREE, UNREAD, WORDS_DISAGREE, report


@pytest.mark.parametrize("form", RENDERERS)
def test_no_report_tells_the_name_of_the_file_it_was_kept_in(form: str) -> None:
    said = dict.fromkeys(("zh", "en"), f"{BULLETIN.path} disagrees")
    told = replace(JOBS_DISAGREE, message=said, suggestion=said, evidence={BULLETIN.path: BULLETIN.path})
    found = report([told, WORDS_DISAGREE], problems=[UNREAD, Problem(BULLETIN.path, said)])
    written = renderer(form)(renamed(found, BULLETIN.path, "草稿.txt"), lang="zh")
    assert BULLETIN.path not in written
    assert renderer(form)(renamed(renamed(found, BULLETIN.path, "草稿.txt"), "草稿.txt", BULLETIN.path), lang="zh") == (
        renderer(form)(found, lang="zh")
    )


def test_numbers_and_places_stay() -> None:
    before = json.loads(renderer("json")(report(), lang="zh"))
    after = json.loads(renderer("json")(renamed(report(), BULLETIN.path, "-"), lang="zh"))
    assert json.dumps(after).replace('"-"', json.dumps(BULLETIN.path)) == json.dumps(before)


@pytest.mark.parametrize(("name", "suffix"), [("-", ".txt"), ("a/b.docx", ".docx"), ("稿", ".txt"), ("a.TXT", ".TXT")])
def test_the_input_is_kept_under_its_suffix_and_only_while_it_is_read(name: str, suffix: str) -> None:
    with kept(b"\xce\xd2", name) as path:
        assert path.endswith(f"input{suffix}")
        assert Path(path).read_bytes() == b"\xce\xd2"
    assert not Path(path).exists()
