"""The served page in a real browser: drop, read, decide, undo, reload, export, change on disk."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from consistency.acceptance.accepted import Accepted, read_accepted
from consistency.acceptance.decisions import decide
from tests.axe import violations
from tests.domain import document
from tests.serve.pages import Served, served

DROP = """async ({name, text}) => {
    const data = new DataTransfer();
    data.items.add(new File([text], name));
    const drop = (kind) => document.body.dispatchEvent(
        new DragEvent(kind, {dataTransfer: data, bubbles: true, cancelable: true}));
    drop("dragover");
    drop("drop");
}"""


def opened(tab: Any, page: Served) -> Any:
    tab.goto(page.address)
    tab.wait_for_function("() => document.body.dataset.at === 'ready'")
    return tab


def listed(tab: Any) -> list[str]:
    return [text.split("\n")[-1].split("（")[0] for text in tab.locator("#rows [role=option]").all_inner_texts()]


def test_from_a_draft_to_a_decision_and_back(page: Served, tab: Any, folder: Path, tmp_path: Path) -> None:
    opened(tab, page)
    assert listed(tab) == ["一般公共预算收入", "城镇新增就业"]
    assert tab.locator(".original .here .asked").all_inner_texts() == ["82.1亿元", "80.3亿元"]
    # decide
    tab.keyboard.press("a")
    asked = tab.locator("#deciding")
    assert asked.get_by_label("处理人").input_value() == "王"
    asked.get_by_label("理由").fill("快报数")
    tab.keyboard.press("Enter")
    tab.locator(".state").wait_for()
    (entry,) = read_accepted(folder / "accepted.toml")
    assert (entry.who, entry.why) == ("王", "快报数")
    # reload, undo
    tab.reload()
    tab.locator(".state").wait_for()
    tab.locator("#rows [role=option]").first.click()
    tab.keyboard.press("u")
    tab.locator(".state").wait_for(state="detached")
    assert read_accepted(folder / "accepted.toml") == ()
    # a change on the disk
    (folder / "新闻.txt").write_text(document("新闻.txt", "80.3", "6521"), encoding="utf-8")
    tab.wait_for_function("() => document.querySelectorAll('#rows [role=option]').length === 1")
    assert listed(tab) == ["城镇新增就业"]
    # export
    for form in ("xlsx", "csv", "html", "sarif"):
        with tab.expect_download() as awaited:
            tab.get_by_role("link", name=form).click()
        awaited.value.save_as(tmp_path / f"findings.{form}")
        assert (tmp_path / f"findings.{form}").stat().st_size > 200


def test_documents_are_dropped_chosen_and_taken_away(page: Served, tab: Any, folder: Path) -> None:
    opened(tab, page)
    tab.evaluate(DROP, {"name": "二稿.txt", "text": document("新闻.txt", "85.5", "6521")})
    tab.get_by_role("option").filter(has_text="一般公共预算收入").first.wait_for()
    tab.wait_for_function("() => [...document.querySelectorAll('[name=document] option')].length === 5")
    (folder / "三稿.txt").write_text(document("新闻.txt", "86.6", "6521"), encoding="utf-8")
    tab.locator("#files").set_input_files(str(folder / "三稿.txt"))
    tab.wait_for_function("() => [...document.querySelectorAll('[name=document] option')].length === 6")
    tab.get_by_role("button", name="文件", exact=True).click()
    tab.locator("details").filter(has_text="二稿.txt").locator("summary").click()
    tab.get_by_role("button", name="移去").click()
    tab.wait_for_function("() => [...document.querySelectorAll('[name=document] option')].length === 5")
    tab.evaluate(DROP, {"name": "<img src=x onerror=alert(1)>.txt", "text": "x"})
    tab.wait_for_function("() => document.getElementById('told').textContent.includes('未收下')")
    assert tab.locator("img").count() == 0


def test_a_finding_stays_chosen_while_the_draft_changes(page: Served, tab: Any, folder: Path) -> None:
    opened(tab, page)
    tab.keyboard.press("j")
    chosen = tab.locator("#card h2").inner_text()
    assert chosen.startswith("城镇新增就业")
    (folder / "新闻.txt").write_text("草稿\n" + document("新闻.txt", "82.1", "6521"), encoding="utf-8")
    tab.wait_for_function("() => document.querySelector('.original .here').dataset.line === '3'")
    assert tab.locator("#card h2").inner_text() == chosen


def test_what_others_decide_is_shown_where_one_is(page: Served, tab: Any, folder: Path) -> None:
    opened(tab, page)
    tab.keyboard.press("f")  # our own decision, which the server tells us of too
    tab.locator("#card h2", has_text="城镇新增就业").wait_for()
    other = page.data()["findings"][1]["id"]
    decide(folder / "accepted.toml", [Accepted(other, "CC101", "李", "口径不同", None, "")])
    tab.locator("#card .decision").wait_for()
    assert "李 · 口径不同" in tab.locator("#card .decision").inner_text()
    assert tab.locator(".state").all_inner_texts() == ["⊘ 误报", "✓ 已接受"]


def test_what_a_document_is_called_runs_no_script(folder: Path, tab: Any) -> None:
    name = "<img src=x onerror=document.title='taken'>.txt"
    (folder / name).write_text(document("新闻.txt", "82.1", "6521"), encoding="utf-8")
    with served(folder, paths=(name,)) as page:
        opened(tab, page)
        for view in range(4):
            tab.locator("#views button").nth(view).click()
            assert tab.locator("img").count() == 0
        assert tab.title() == "文件一致性检查"


def test_a_page_elsewhere_gets_nothing(page: Served, tab: Any) -> None:
    tab.goto("data:text/html,<title>elsewhere</title>")
    for asked in (f"fetch('{page.address}data')", f"fetch('{page.address}data', {{mode: 'no-cors'}})"):
        assert tab.evaluate(
            f"async () => {{ try {{ return (await {asked}).type; }} catch {{ return 'refused'; }} }}"
        ) in (
            "refused",
            "opaque",
        )
    framed = """(address) => new Promise((done) => {
        const frame = document.createElement("iframe");
        frame.onload = () => done(frame.contentDocument);
        frame.src = address;
        document.body.append(frame);
    })"""
    assert tab.evaluate(framed, page.address) is None


def test_axe_finds_nothing(page: Served, tab: Any) -> None:
    opened(tab, page)
    for view in range(4):
        tab.locator("#views button").nth(view).click()
        assert violations(tab) == []
