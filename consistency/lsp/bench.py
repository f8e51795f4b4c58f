"""An open text held against an archive, whose documents are read once, and again only where one of them changes."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from consistency.acceptance.accepted import Accepted, Decided
from consistency.acceptance.decisions import decide
from consistency.acceptance.participants import named_participants
from consistency.configuration import Configuration
from consistency.engine import Rules
from consistency.index import FOLDER
from consistency.index.known import Known
from consistency.index.store import FILE, Store
from consistency.index.version import version
from consistency.indexing import borrowed, renewed
from consistency.model import Finding, Report
from consistency.on_record import known, marked_by
from consistency.pipeline import check
from consistency.readers.sidecar import beside
from consistency.report.focus import concerning
from consistency.selection import selected
from consistency.standard_input import kept, renamed
from consistency.workers import Processes


@dataclass(frozen=True, slots=True)
class Bench:
    """What open texts are compared with, by which rules, and where decisions go; `folder` is for an index."""

    archive: tuple[str, ...]
    exclude: tuple[str, ...]
    configuration: Configuration
    rules: Rules
    accepted: Path
    who: str
    lang: str
    jobs: int
    folder: Path

    def check(self, path: str, text: str) -> Report:
        """The report on a text as it stands in an editor, whatever its file has, held against all but that file."""
        settings, lexicon = self.configuration, self.rules.lexicon
        found = selected(self.archive, self.exclude, project=str(settings.folder), project_exclude=settings.exclude)
        others = [other for other in found.paths if Path(other).resolve() != Path(path).resolve()]
        index = borrowed(self.folder / FILE, settings.folder / FOLDER / FILE)
        with Store.opened(index, new=True) as store, kept(text.encode(), path) as draft:
            if (told := beside(path)) is not None:
                shutil.copy(told, f"{draft}.toml")
            renewed(
                store, others, lexicon, workers=Processes(self.jobs), place_of=settings.place_of, limits=settings.limits
            )
            report = check(
                [draft, *others],
                self.rules,
                workers=Processes(self.jobs),
                place_of=lambda one: settings.place_of(path if one == draft else one),
                limits=settings.limits,
                kept=Known(store, version(lexicon, settings.limits)),
                drafts=[draft],
            )
        report = concerning(renamed(report, draft, path), {path})
        baseline = settings.baseline if settings.baseline and settings.baseline.exists() else None
        before = known(baseline, self.accepted if self.accepted.exists() else None)
        return marked_by(report, before, self.lang)[0]

    def settle(self, finding: Finding, verdict: Decided, why: str) -> None:
        """Writes a decision on a finding down."""
        sources = named_participants(finding, self.accepted.parent)
        told = (finding.fingerprint, finding.rule, self.who, why, None, str(self.accepted), sources, verdict)
        decide(self.accepted, [Accepted(*told)])
