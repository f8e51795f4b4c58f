"""With an index and without: the same report, byte for byte, whatever happened to the documents in between.

So is what is told of one document as a draft, for which only those are read that have a say in it.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from consistency.index.known import Known
from consistency.index.store import Store
from consistency.index.version import version
from consistency.indexing import renewed
from consistency.pipeline import check
from consistency.report import renderer
from consistency.report.focus import concerning
from consistency.workers import Processes
from tests.domain import bulletin, report, rules

# What documents say: of one place and of two, alike and not, one that tells neither place nor year, one cut off.
TEXTS = (
    bulletin("全年粮食产量12.6万吨，增长2.1%。", "常住人口31.2万人。"),
    bulletin("全年粮食产量12.9万吨，增长2.1%。", "常住人口31.2万人。"),
    report("粮食产量达到12.6万吨。", "新建学校3所，其中小学2所、中学2所。"),
    bulletin("全年粮食产量45.1万吨。", place="云河市"),
    bulletin("全年粮食产量45.7万吨。", place="云河市", year=2022),
    "粮食产量12.8万吨，常住人口31.5万人。\n",
    "",
)
NAMES = st.sampled_from([f"{letter}.txt" for letter in "abcde"])


class Archive(RuleBasedStateMachine):
    """A folder of documents and an index of it, which may lag behind."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.documents = self.folder / "documents"
        self.documents.mkdir()
        self.index = self.folder / "index.sqlite"

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @property
    def there(self) -> list[Path]:
        return sorted(self.documents.iterdir())

    @rule(name=NAMES, text=st.sampled_from(TEXTS))
    def add_or_change(self, name: str, text: str) -> None:
        (self.documents / name).write_text(text, encoding="utf-8")

    @precondition(lambda self: self.there)
    @rule(at=st.integers(0, 4))
    def remove(self, at: int) -> None:
        self.there[at % len(self.there)].unlink()

    @precondition(lambda self: self.there)
    @rule(at=st.integers(0, 4), name=NAMES)
    def rename(self, at: int, name: str) -> None:
        os.replace(self.there[at % len(self.there)], self.documents / name)

    @precondition(lambda self: self.there)
    @rule(jobs=st.sampled_from([1, 1, 1, 2]))
    def update_the_index(self, jobs: int) -> None:
        with Store.opened(self.index, new=True) as store:
            found = renewed(store, [str(self.documents)], rules().lexicon, workers=Processes(jobs))
            assert found.documents == len(self.there) - len(found.problems)

    @precondition(lambda self: self.index.exists() and self.there)
    @invariant()
    def the_report_is_the_same(self) -> None:
        with Store.opened(self.index) as store:
            known = Known(store, version(rules().lexicon))
            told = check([str(self.documents)], rules(), kept=known)
            draft = str(self.there[0])
            near = check([str(self.documents)], rules(), kept=known, drafts=[draft])
        plain = check([str(self.documents)], rules())
        about = check([str(self.documents)], rules(), drafts=[draft])
        for form in ("json", "text"):
            assert renderer(form)(told, lang="en") == renderer(form)(plain, lang="en")
            of_draft = renderer(form)(concerning(about, {draft}), lang="en")
            assert renderer(form)(concerning(near, {draft}), lang="en") == of_draft


TestArchive = Archive.TestCase
TestArchive.settings = settings(
    max_examples=12,
    stateful_step_count=10,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # what fails has ten steps at most, and is read as it is
)
