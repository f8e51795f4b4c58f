"""The work behind the page: documents read and compared in a thread, again whenever one of them changes."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date, datetime
from time import monotonic
from typing import Any

from consistency.acceptance.accepted import Acceptance, Accepted, Decided, acceptance
from consistency.acceptance.baseline import joined, read_baseline, states
from consistency.acceptance.decisions import decide, decided, withdraw
from consistency.acceptance.participants import named_participants
from consistency.annotate import ANNOTATORS
from consistency.files import versions
from consistency.index import FOLDER
from consistency.index.known import Known
from consistency.index.store import FILE, Store
from consistency.index.version import version
from consistency.indexing import borrowed, renewed
from consistency.model import Finding, Report
from consistency.pipeline import check
from consistency.readers.folders import suffix
from consistency.report import Made
from consistency.report.focus import concerning
from consistency.report.page_data import page_data, script_json
from consistency.report.standing import marked
from consistency.report.wording import say
from consistency.selection import led_to, selected
from consistency.serve.desk import Desk
from consistency.standard_input import renamed
from consistency.toml_tables import ConfigurationError
from consistency.workers import Processes, where

EVERY = 0.5  # seconds from one look at the files to the next
SHARE = 10  # times what a look takes, which is for other work
PATIENCE = 5.0  # seconds for the work to end
NOTHING = Report((), (), (), ())


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the work is: which version of the data and of the decisions there is, and what is being done."""

    version: int = 0
    decided: int = 0
    at: str = "reading"  # reading, comparing, ready, wrong
    done: int = 0
    count: int = 0
    time: str = ""
    why: str = ""


class _Ended(Exception):
    """Nobody waits any longer for what is being read."""


class Session:
    """One page and its documents. What is asked of it comes from other threads than the one that works."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.state = Progress()
        self.report = NOTHING
        self.data = b""
        self._index = borrowed(desk.dropped.parent / FILE, desk.configuration.folder / FOLDER / FILE)
        self._lock = threading.Lock()
        self._woken, self._ended = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._work, name="consistency serve", daemon=True)

    def start(self) -> None:
        """Begins to work."""
        self._show(NOTHING)
        self._thread.start()

    def leave(self) -> None:
        """Begins nothing more, and has those who listen for what is done go."""
        self._ended.set()
        self._woken.set()

    def end(self) -> None:
        """Ends the work, and takes away what was dropped; what is being compared is not waited for very long."""
        self.leave()
        self._thread.join(PATIENCE)
        self.desk.clear()

    def wake(self) -> None:
        """Has changes looked for at once."""
        self._woken.set()

    @property
    def ended(self) -> bool:
        """Whether nothing more is done."""
        return self._ended.is_set()

    # ---- decisions

    def decisions(self) -> dict[str, dict[str, str]]:
        """What was decided, by fingerprint, as far as it holds today."""
        entries = decided(self.desk.accepted)
        holding = self._holding(entries, self.report)
        return {
            entry.finding: {
                "verdict": entry.verdict.value,
                "who": entry.who,
                "why": entry.why,
                "until": entry.until.isoformat() if entry.until else "",
                "note": entry.note,
            }
            for entry in entries
            if not entry.verdict.settles or entry.finding in holding.holds
        }

    def decide(self, fingerprint: str, told: Mapping[str, Any] | None) -> None:
        """Writes a decision down, or takes it back; raises `ValueError` for one that is none."""
        finding = next((found for found in self.report.findings if found.fingerprint == fingerprint), None)
        if finding is None:
            raise ValueError("no such finding")
        with self._lock:
            if told is None:
                withdraw(self.desk.accepted, [fingerprint])
            else:
                decide(self.desk.accepted, [self._entry(finding, told)])

    def _entry(self, finding: Finding, told: Mapping[str, Any]) -> Accepted:
        words = {key: told.get(key) or "" for key in ("verdict", "who", "why", "until", "note")}
        if not all(isinstance(text, str) and len(text) <= 10_000 for text in words.values()):
            raise ValueError("no decision")
        verdict = Decided(words["verdict"])
        if not words["who"].strip() or (verdict is Decided.ACCEPT and not words["why"].strip()):
            raise ValueError("who and why have to be said")
        return Accepted(
            finding.fingerprint,
            finding.rule,
            words["who"].strip(),
            words["why"].strip(),
            date.fromisoformat(words["until"]) if words["until"] else None,
            str(self.desk.accepted),
            named_participants(finding, self.desk.accepted.parent),
            verdict,
            words["note"].strip(),
        )

    def decided_report(self) -> Report:
        """The report with what was decided marked in it, for export."""
        entries = decided(self.desk.accepted)
        holding = self._holding(entries, self.report)
        reasons = {e.finding: f"{e.who}: {e.why}".rstrip(": ") for e in entries if e.finding in holding.holds}
        return self._marked(self.report, reasons, holding.joined)

    def made(self) -> Made:
        """How the report was made: by the command that shows the page, now."""
        return Made.now(self.desk.command)

    def _holding(self, entries: tuple[Accepted, ...], report: Report) -> Acceptance:
        return acceptance(entries, report.findings, date.today(), self.desk.accepted.parent)

    def _marked(self, report: Report, reasons: Mapping[str, str], newcomers: Mapping[str, tuple[str, ...]]) -> Report:
        """The report with what was recorded in the project's baseline marked, and what was decided."""
        file = self.desk.configuration.baseline
        if file is None or not file.exists():
            return marked(report, {}, reasons, newcomers)
        recorded = read_baseline(file)
        more = joined(recorded, report.findings, file.parent)
        return marked(report, states(recorded, report.findings, more), reasons, {**newcomers, **more})

    # ---- reading and comparing

    def _work(self) -> None:
        seen: dict[str, tuple[int, int]] | None = None
        accepted: dict[str, tuple[int, int]] = {}
        while not self.ended:
            begun = monotonic()
            now, kept = self._seen(), versions([self.desk.accepted])
            rest = max(EVERY, SHARE * (monotonic() - begun))
            if now != seen:
                if seen is not None and now != self._after(EVERY / 2):
                    continue  # a file is being written
                seen, accepted = now, kept
                self._check()
            elif kept != accepted:
                accepted = kept
                self._say(decided=self.state.decided + 1)
            self._woken.wait(rest)
            self._woken.clear()

    def _seen(self) -> dict[str, tuple[int, int]]:
        return versions([*self.desk.paths, *self.desk.archive, self.desk.dropped])

    def _after(self, seconds: float) -> dict[str, tuple[int, int]]:
        self._ended.wait(seconds)
        return self._seen()

    def _check(self) -> None:
        """Reads and compares what there is now; a fault is told on the page, and the next change tried."""
        try:
            report = self._compared()
            if not self.ended:
                self._show(report)
                self._say(
                    at="ready",
                    count=len(report.readings) + len(report.others),
                    time=f"{datetime.now():%H:%M:%S}",
                    version=self.state.version + 1,
                )
        except _Ended:
            return
        except ConfigurationError as error:
            self._say(at="wrong", why=str(error))
        except Exception as error:  # the page goes on, whatever a document does
            self._say(at="wrong", why=where(error))

    def _compared(self) -> Report:
        desk = self.desk
        own = desk.documents()
        paths = [*desk.paths, *desk.archive, *(str(desk.dropped / name) for name in own)]
        if not paths:
            return NOTHING
        found = selected(
            paths, desk.exclude, project=str(desk.configuration.folder), project_exclude=desk.configuration.exclude
        )
        self._say(at="reading", done=0, count=len(found.paths))
        settings = desk.configuration
        with ExitStack() as open_:
            store = open_.enter_context(Store.opened(self._index, new=True))
            renewed(
                store,
                found.paths,
                desk.rules.lexicon,
                workers=Processes(desk.jobs),
                place_of=settings.place_of,
                limits=settings.limits,
                done=self._read,
            )
            self._say(at="comparing")
            asked = led_to(found.paths, [*desk.paths, str(desk.dropped)]) if desk.archive else frozenset()
            report = check(
                found.paths,
                desk.rules,
                workers=Processes(desk.jobs),
                place_of=settings.place_of,
                limits=settings.limits,
                kept=Known(store, version(desk.rules.lexicon, settings.limits)),
                drafts=asked,
            )
        problems = {problem.path: problem for problem in (*found.problems, *report.problems)}
        report = replace(report, problems=tuple(problems[path] for path in sorted(problems)))
        drafts = asked & {reading.document.path for reading in report.readings}
        folder = f"{desk.dropped.as_posix()}/"
        if own:  # the page, and decisions, call them by the names they were dropped with
            report = renamed(report, folder, "")
        return concerning(report, {path.removeprefix(folder) for path in drafts}) if drafts else report

    def _read(self, done: int, count: int) -> None:
        """Tells how many of how many documents are read."""
        if self.ended:
            raise _Ended
        self._say(done=done, count=count)

    def _show(self, report: Report) -> None:
        rules = [self.desk.rules.rule(id_) for id_ in self.desk.rules.ids]
        self.report = report
        known = self._marked(report, {}, {})
        shown = page_data(known, lang=self.desk.lang, rules=rules, made=self.made())
        dropped = set(self.desk.documents())
        for document, reading in zip(shown["documents"], report.readings, strict=True):
            document["dropped"] = reading.document.path in dropped
            document["annotated"] = suffix(reading.document.path) in ANNOTATORS
        self.data = script_json(shown).encode()

    def _say(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)


def told(state: Progress, desk: Desk) -> dict[str, Any]:
    """A state as the page is told of it."""
    archive = say(desk.lang, "list").join(desk.archive)
    return {
        "version": state.version,
        "decided": state.decided,
        "at": state.at,
        "done": state.done,
        "count": state.count,
        "time": state.time,
        "why": state.why,
        "archive": archive,
    }
