"""Why two numbers met or did not, for people and programs: the waterfall of a meeting, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from consistency.model import Claim, Meeting, Reading
from consistency.report.as_json import dump
from consistency.report.escaping import visible
from consistency.report.places import LocatedText, pages
from consistency.report.records import Record, claim_record, meeting_record
from consistency.report.waterfall import bits, waterfall, weighed
from consistency.report.wording import say

SCHEMA = 1


def as_json(meeting: Meeting, readings: Sequence[Reading]) -> str:
    """The meeting as JSON."""
    at = pages(readings)
    sides = {"one": claim_record(meeting.one, at), "other": claim_record(meeting.other, at)}
    record: Record = {"schema": SCHEMA, "met": meeting.met, **sides, **meeting_record(meeting, at)}
    return dump(record)


def as_text(meeting: Meeting, readings: Sequence[Reading], accept: int, margin: int, lang: str) -> str:
    """The meeting in lines: the two numbers, what became of them and why, and the waterfall."""
    return "\n".join(_lines(meeting, pages(readings), accept, margin, lang)) + "\n"


def _lines(meeting: Meeting, at: Mapping[str, LocatedText], accept: int, margin: int, lang: str) -> Iterator[str]:
    for claim in (meeting.one, meeting.other):
        yield _claim(claim, at)
    yield ""
    yield say(lang, "they met" if meeting.met else "they did not meet") + _why(meeting, accept, margin, lang)
    yield ""
    for words, weight in waterfall(meeting, lang):
        yield f"  {bits(weight):>7}  {words}"
    yield f"  {bits(meeting.sum):>7}  {say(lang, 'sum of weights', probability=weighed(meeting.sum))}"
    for rival, worth in meeting.rivals:
        yield f"  {bits(worth):>7}  {say(lang, 'rival')}: {_claim(rival, at)}"
    if meeting.margin is not None:
        yield f"  {bits(meeting.margin):>7}  {say(lang, 'margin over the rival')}"


def _claim(claim: Claim, at: Mapping[str, LocatedText]) -> str:
    page = at[claim.document]
    return f"{page.named(claim.mention.number)}  {visible(claim.key.subject)}  {visible(claim.mention.words)}"


def _why(meeting: Meeting, accept: int, margin: int, lang: str) -> str:
    """What decided, in a clause; nothing where all that the waterfall shows is enough."""
    if meeting.bars:
        told = [
            say(lang, f"bar {name}") + (say(lang, "between") + visible(how) if how else "")
            for name, how in meeting.bars
        ]
        return say(lang, "between") + say(lang, "list").join(told)
    if meeting.met:
        return ""
    if meeting.sum < accept:
        return say(lang, "between") + say(lang, "too little", least=bits(accept))
    if meeting.margin is not None and meeting.margin < margin:
        return say(lang, "between") + say(lang, "no margin")
    return say(lang, "between") + say(lang, "in other sets")
