"""What readers judged of findings: every label points at words that stand in the document it names."""

import json
from pathlib import Path

import pytest

JUDGED = Path(__file__).with_name("judged.jsonl")
CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora"
LABELS = [json.loads(line) for line in JUDGED.read_text(encoding="utf-8").splitlines()]
LONGEST = 40  # characters of a quote


def test_every_label_is_of_a_verdict_and_quotes_briefly() -> None:
    assert {label["verdict"] for label in LABELS} <= {"true", "debatable", "false"}
    assert all(label["why"] for label in LABELS)
    assert all(len(claim["quote"]) <= LONGEST for label in LABELS for claim in label["claims"])


@pytest.mark.skipif(not CORPORA.is_dir(), reason="the documents are not beside the project")
def test_every_label_stands_where_it_says() -> None:
    for label in LABELS:
        (folder,) = [p for p in (*CORPORA.glob(f"*/{label['family']}"), CORPORA / label["family"]) if p.is_dir()]
        for claim in label["claims"]:
            text = (folder / claim["path"]).read_bytes().decode("utf-8")
            assert text[claim["start"] : claim["end"]].startswith(claim["quote"]), label
