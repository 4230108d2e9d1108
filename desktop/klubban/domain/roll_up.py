"""Reports that go into the report of the body above: which may, and what is gathered from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from klubban.domain.body import Body
from klubban.domain.errors import RuleBroken
from klubban.domain.situation import Situation, SituationArea, folded
from klubban.domain.text import Blocks, Run, Text


@dataclass(frozen=True, slots=True)
class Gone:
    """A report that went into another, and what its body is called."""

    report: Situation
    body: str

    @property
    def label(self) -> str:
        """Return the line above what came from it: `Operativa gruppen 2026-11-12`."""
        return f"{self.body} {self.report.day.isoformat()}"


def names_of(gone: Sequence[Gone]) -> tuple[str, ...]:
    """Return the areas of the reports, each once."""
    known: dict[str, str] = {}
    for each in gone:
        for area in each.report.areas:
            known.setdefault(folded(area.name), area.name)
    return tuple(known.values())


def sources_of(own: Sequence[str], gone: Sequence[Gone]) -> tuple[str, ...]:
    """Return a report's sources and those of what went into it, each once."""
    known: dict[str, str] = {}
    for source in (*own, *(source for each in gone for source in each.report.sources)):
        known.setdefault(folded(source), source)
    return tuple(known.values())


def steps_of(name: str, gone: Sequence[Gone]) -> tuple[tuple[Gone, int], ...]:
    """Return which of the reports judged an area, and how."""
    found = ((each, each.report.area(name)) for each in gone)
    return tuple((each, area.step) for each, area in found if area and area.step)


def gathered(name: str, gone: Sequence[Gone]) -> SituationArea:
    """Return an area as the program writes it: the highest step, the texts below the body they came from."""
    areas = [(each.label, area) for each in gone if (area := each.report.area(name))]
    return SituationArea(
        id=0,
        name=name,
        step=max((area.step for _label, area in areas if area.step), default=None),
        events=_joined((label, area.events) for label, area in areas),
        measures=_joined((label, area.measures) for label, area in areas),
    )


def _joined(texts: Iterable[tuple[str, Blocks]]) -> Blocks:
    return tuple(block for label, text in texts if text for block in (Text((Run(label, bold=True),)), *text))


def regathered(area: SituationArea, before: Sequence[Gone], now: Sequence[Gone]) -> SituationArea:
    """Return an area after other reports went in; what somebody wrote stands, what is new comes after it."""
    was, is_ = gathered(area.name, before), gathered(area.name, now)
    new = gathered(area.name, [each for each in now if each not in before])
    return replace(
        area,
        step=is_.step if area.step in (None, was.step) else area.step,
        events=is_.events if area.events in ((), was.events) else (*area.events, *new.events),
        measures=is_.measures if area.measures in ((), was.measures) else (*area.measures, *new.measures),
    )


def as_gathered(area: SituationArea, gone: Sequence[Gone]) -> frozenset[str]:
    """Return which of step, events and measures stand as the program wrote them."""
    written = gathered(area.name, gone)
    return frozenset(
        name
        for name in ("step", "events", "measures")
        if getattr(written, name) and getattr(written, name) == getattr(area, name)
    )


def inside(report: int, reports: Mapping[int, Situation]) -> frozenset[int]:
    """Return the ids of a report and of all that went into it, by whatever way."""
    found: set[int] = set()
    waiting = [report]
    while waiting:
        id_ = waiting.pop()
        if id_ not in found:
            found.add(id_)
            waiting += reports[id_].rolled_up if id_ in reports else ()
    return frozenset(found)


def check_roll_up(
    report: Situation, wanted: Sequence[Situation], bodies: Mapping[int, Body], known: Mapping[int, Situation]
) -> None:
    """Raise RuleBroken unless these are finished reports from below, that go in for the first time."""
    there = set(inside(report.id, known))
    for each in wanted:
        facts = {"body": bodies[each.body].name, "day": each.day}
        own = inside(each.id, known)
        if report.id in own:
            raise RuleBroken("The report of {body} on {day} holds this one already", **facts)
        if own & there:
            raise RuleBroken("The report of {body} on {day} is in this one already", **facts)
        if bodies[each.body].reports_to != report.body:
            to = bodies[report.body].name
            raise RuleBroken(
                "{body} does not report to {to}; say so on its page in the registers", to=to, **facts
            )
        if not each.is_done:
            raise RuleBroken("The report of {body} on {day} is not finished", **facts)
        there |= own


def offered(
    report: Situation, reports: Iterable[Situation], bodies: Mapping[int, Body]
) -> tuple[Situation, ...]:
    """Return the reports that may go in: finished, from below, and in neither it nor an earlier one."""
    known = {each.id: each for each in reports}
    earlier = [each for each in known.values() if each.body == report.body and each.order <= report.order]
    there = frozenset[int]().union(*(inside(each.id, known) for each in (*earlier, report)))
    return tuple(
        each
        for each in sorted(known.values(), key=lambda each: each.order)
        if each.is_done
        and each.id not in there
        and each.body in bodies
        and bodies[each.body].reports_to == report.body
        and report.id not in inside(each.id, known)
    )


def newer(
    report: Situation, reports: Iterable[Situation], bodies: Mapping[int, Body]
) -> tuple[Situation, ...]:
    """Return the newest report of each body below that is newer than what went in from it.

    Only the newest report of a body is looked at so; what came later belongs to the next one.
    """
    known = {each.id: each for each in reports}
    if any(each.body == report.body and each.order > report.order for each in known.values()):
        return ()
    last_in = {
        each.body: each.order for each in sorted(known.values(), key=_order) if each.id in report.rolled_up
    }
    latest = {each.body: each for each in offered(report, known.values(), bodies)}
    return tuple(each for body, each in latest.items() if body in last_in and each.order > last_in[body])


def _order(report: Situation) -> tuple[date, int]:
    return report.order


def check_reports_to(body: Body, to: int | None, bodies: Iterable[Body]) -> None:
    """Raise RuleBroken where a body would report to itself, by whatever way."""
    above = {each.id: each.reports_to for each in bodies}
    seen: set[int] = set()
    while to is not None and to not in seen:
        if to == body.id:
            raise RuleBroken(
                "{body} cannot report to itself, or to a body that reports to it", body=body.name
            )
        seen.add(to)
        to = above.get(to)
