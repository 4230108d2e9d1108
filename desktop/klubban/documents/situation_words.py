"""What is said of situation reports: steps as number, word and shape, and where they went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents.attendance_words import period
from klubban.documents.wording import NBSP, enumerated, held
from klubban.domain.situation import NORMAL, STEPS
from klubban.domain.trend import Direction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.domain.situation import Situation, SituationArea
    from klubban.domain.trend import Course
    from klubban.i18n import Texts

_FULL, _EMPTY = "■", "□"
_ARROWS = {Direction.UP: "↑", Direction.DOWN: "↓", Direction.SAME: "→", Direction.NEW: ""}


def step_names(scale: Sequence[str], texts: Texts) -> tuple[str, ...]:
    """Return the names of the five steps: a body's own, or else the program's."""
    if scale:
        return tuple(scale)
    return (
        texts.pgettext("step", "Normal situation"),
        texts.pgettext("step", "Slightly strained situation"),
        texts.pgettext("step", "Strained situation"),
        texts.pgettext("step", "Serious situation"),
        texts.pgettext("step", "Critical situation"),
    )


def step(number: int | None, names: Sequence[str], texts: Texts) -> str:
    """Return `3 Ansträngt läge`; of what nobody has judged, that it is so."""
    if number is None:
        return texts.pgettext("step", "not judged yet")
    return f"{number}{NBSP}{names[number - 1]}"


def shape(number: int | None) -> str:
    """Return a step as boxes that are full or empty."""
    return _FULL * (number or 0) + _EMPTY * (STEPS - (number or 0))


def of_five(number: int | None, texts: Texts) -> str:
    """Return `3 av 5`."""
    if number is None:
        return "–"
    return held(texts.gettext("{step} of {steps}").format(step=number, steps=STEPS))


def scale(names: Sequence[str], texts: Texts) -> str:
    """Return all the steps in a line."""
    line = texts.gettext("The scale: {steps}.")
    return line.format(steps=", ".join(f"{number}{NBSP}{name}" for number, name in enumerate(names, 1)))


def arrow(direction: Direction) -> str:
    """Return the arrow of a direction; what is new has none."""
    return _ARROWS[direction]


def direction(course: Course | None, texts: Texts) -> str:
    """Return where an area went since the report before, as arrow and words; none where nothing tells."""
    if course is None or course.steps[-1] is None:
        return "–"
    if course.direction is Direction.NEW:
        return texts.pgettext("area", "new")
    before = next(step for step in reversed(course.steps[:-1]) if step is not None)
    told = {
        Direction.UP: texts.gettext("higher, was {step}"),
        Direction.DOWN: texts.gettext("lower, was {step}"),
        Direction.SAME: texts.pgettext("area", "unchanged"),
    }[course.direction]
    return f"{arrow(course.direction)}{NBSP}{told.format(step=before)}"


def over_time(course: Course, texts: Texts) -> str:
    """Return how an area went from report to report, in a sentence."""
    if course.steps[-1] is None:
        return texts.gettext("Not judged in this report.")
    if course.direction is Direction.NEW:
        return texts.gettext("There is nothing to compare with yet.")
    if course.direction is Direction.SAME:
        line = texts.ngettext("Unchanged for {count} report.", "Unchanged for {count} reports.", course.since)
        return line.format(count=course.since)
    before = next(step for step in reversed(course.steps[:-1]) if step is not None)
    line = texts.gettext("Higher than before: from {before} to {now}.")
    if course.direction is Direction.DOWN:
        line = texts.gettext("Lower than before: from {before} to {now}.")
    return line.format(before=before, now=course.judged[-1])


def summary(report: Situation, names: Sequence[str], texts: Texts) -> str:
    """Return how it stands as a whole, in a sentence or two."""
    if not report.areas:
        return texts.gettext("There are no areas in the report yet.")
    parts = []
    above = report.above_normal
    if above:
        line = texts.ngettext(
            "{count} area is above “{normal}”: {areas}.",
            "{count} areas are above “{normal}”: {areas}.",
            len(above),
        )
        told = enumerated([_with_step(area) for area in above], texts)
        parts.append(line.format(count=len(above), normal=names[0], areas=told))
    elif not report.not_judged:
        parts.append(texts.gettext("All areas are at “{normal}”.").format(normal=names[0]))
    if report.not_judged:
        count = len(report.not_judged)
        line = texts.ngettext("{count} area is not judged yet.", "{count} areas are not judged yet.", count)
        parts.append(line.format(count=count))
    return " ".join(parts)


def briefly(report: Situation, texts: Texts) -> str:
    """Return how it stands in a few words: `2 områden över normalt`."""
    if not report.is_done:
        count = len(report.not_judged)
        line = texts.ngettext("{count} area to judge", "{count} areas to judge", count)
        return line.format(count=count) if count else texts.pgettext("report", "to be finished")
    count = len(report.above_normal)
    line = texts.ngettext("{count} area above normal", "{count} areas above normal", count)
    return line.format(count=count) if count else texts.gettext("all normal")


def of_time(report: Situation, texts: Texts) -> str:
    """Return the time that a report tells of: its day, or its first and last."""
    if report.from_date is None:
        return texts.date(report.day)
    same_month = (report.from_date.year, report.from_date.month) == (report.day.year, report.day.month)
    if same_month and report.from_date != report.day:
        return f"{report.from_date.day}–{texts.date(report.day)}"
    return period(report.from_date, report.day, texts)


def chart_words(course: Course, days: Sequence[str], texts: Texts) -> str:
    """Return what a chart of an area says, for those who do not see it."""
    told = [
        f"{day} {of_five(step, texts)}"
        for day, step in zip(days, course.steps, strict=True)
        if step is not None
    ]
    line = texts.gettext("{area}, step from report to report: {steps}.")
    return line.format(area=course.name, steps=", ".join(told))


def _with_step(area: SituationArea) -> str:
    return f"{area.name}{NBSP}({area.step or NORMAL})"
