"""An assignment in words: what it is, what happened to it, and what should be known of whoever has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import wording
from klubban.domain.assignment import AssignmentStep, StepKind
from klubban.domain.text import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from klubban.domain.assignment import Assignment, Report
    from klubban.domain.undertaken import OwnerLeft, Undertaken
    from klubban.i18n import Texts

_SHORT = ("se", "ge", "gå", "få", "stå", "be", "nå", "slå")
"""Swedish infinitives that do not end with `a`."""


def what(one: Undertaken, texts: Texts) -> str:
    """Return what is to be done; of what a confidential item gave, the number and neutral title alone."""
    if not one.confidential:
        return wording.capital(" ".join(one.assignment.text.split()))
    item = one.public_title or texts.gettext("Confidential matter")
    sign = wording.number_sign(one.number) if one.number is not None else ""
    return texts.gettext("Assignment by {item}").format(item=", ".join(filter(None, (sign, item))))


def history(one: Undertaken, bodies: Mapping[int, str], texts: Texts) -> str:
    """Return what happened to an assignment since it was given, in sentences.

    What a confidential item gave is told of in items that are as confidential.
    """
    return " ".join(_sentences(one if one.confidential else one.shown(), bodies, texts))


def alone(one: Undertaken, bodies: Mapping[int, str], texts: Texts) -> str:
    """Return what an item that is about one assignment tells of what was before."""
    line = texts.gettext("Assigned to {name}.").format(name=one.assignment.to)
    return f"{line} {history(one, bodies, texts)}".strip()


def line_of(one: Undertaken, bodies: Mapping[int, str], texts: Texts) -> str:
    """Return one assignment in the list of an item that follows up several; it begins with who has what."""
    return f"{one.assignment.called} {history(one, bodies, texts)}".strip()


def owner_left(remark: OwnerLeft, texts: Texts) -> str:
    """Return that somebody has an assignment of a body that they left."""
    line = texts.gettext("{name} left {body} on {day}; say who takes over.")
    return line.format(name=remark.who, body=wording.inside(remark.body), day=texts.date(remark.on))


def silence(count: int, texts: Texts) -> str:
    """Return that nobody answered for some meetings."""
    line = texts.ngettext("No answer at {count} meeting.", "No answer at {count} meetings.", count)
    return line.format(count=count)


def stuck(step: AssignmentStep, bodies: Mapping[int, str], texts: Texts) -> str:
    """Return how an assignment is stuck, and where that was taken: a sentence or two."""
    facts = {"between": wording.enumerated(step.between, texts), "aims": (step.aims or "").rstrip(".")}
    if step.between and step.aims:
        line = texts.gettext("Stuck between {between}: {aims}.").format(**facts)
    elif step.between:
        line = texts.gettext("Stuck between {between}.").format(**facts)
    else:
        line = texts.gettext("Stuck, aims conflict: {aims}.").format(**facts)
    if step.taken_to is None:
        return line
    body = wording.inside(bodies.get(step.taken_to, ""))
    taken = texts.gettext("Taken to {body}.").format(body=body)
    return f"{line} {taken}"


def _sentences(one: Undertaken, bodies: Mapping[int, str], texts: Texts) -> Iterator[str]:
    yield from _given(one, texts)
    own = one.assignment
    told = [(each.date, report(each, texts)) for each in own.reports]
    told += [(each.day, step(each, bodies, texts)) for each in own.steps]
    yield from (words for _day, words in sorted(told, key=lambda each: each[0]))


def _given(one: Undertaken, texts: Texts) -> Iterator[str]:
    due = one.assignment.due
    facts = {
        "day": wording.held(texts.date(one.on)) if one.on else "",
        "sign": wording.number_sign(one.number) if one.number is not None else "",
        "due": wording.held(texts.date(due)) if due else "",
    }
    if one.on is None:
        if due is not None:
            yield texts.gettext("To be done by {due}.").format(**facts)
        return
    if one.walk is not None:
        line = texts.gettext("Seen on a walk on {day}.")
        if due is not None:
            line = texts.gettext("Seen on a walk on {day}, to be done by {due}.")
    elif one.number is not None:
        line = texts.gettext("Given on {day}, {sign}.")
        if due is not None:
            line = texts.gettext("Given on {day}, {sign}, to be done by {due}.")
    else:
        line = texts.gettext("Given on {day}.")
        if due is not None:
            line = texts.gettext("Given on {day}, to be done by {due}.")
    yield line.format(**facts)


def report(of: Report, texts: Texts) -> str:
    """Return what was answered, with its day and who said it."""
    words = " ".join(plain(of.text).split())
    facts = {"day": wording.held(texts.date(of.date)), "name": of.by or "", "what": words.rstrip(".")}
    if of.by:
        return texts.gettext("{day}, {name}: {what}.").format(**facts)
    return texts.gettext("Reported {day}: {what}.").format(**facts)


def step(of: AssignmentStep, bodies: Mapping[int, str], texts: Texts) -> str:
    """Return what happened to an assignment, in a sentence."""
    day = wording.held(texts.date(of.day))
    facts = {
        "day": day,
        "due": wording.held(texts.date(of.due)) if of.due else "",
        "name": str(of.to or ""),
    }
    line = {
        StepKind.REMINDED: texts.gettext("Reminded {day}."),
        StepKind.MOVED: texts.gettext("Moved on {day} to {due}."),
        StepKind.HANDED: texts.gettext("Handed over to {name} on {day}."),
        StepKind.STUCK: "{day}: ",
        StepKind.FREED: texts.gettext("No longer stuck since {day}."),
        StepKind.DONE: texts.gettext("Done {day}."),
        StepKind.CANCELLED: texts.gettext("Cancelled {day}."),
        StepKind.REOPENED: texts.gettext("Opened again {day}."),
    }[of.kind]
    if of.kind is StepKind.MOVED and of.due is None:
        line = texts.gettext("Left without a day since {day}.")
    told = line.format(**facts)
    if of.kind is StepKind.STUCK:
        told = wording.capital(f"{told}{wording.small(stuck(of, bodies, texts))}")
    return f"{told.rstrip('.')}: {of.reason.rstrip('.')}." if of.reason else told


def fulfilled(one: Assignment, texts: Texts, *, protocol: bool) -> str:
    """Return the phrase by which a body declares an assignment fulfilled; forums say that it is done."""
    words = wording.small(" ".join(one.text.split()).removesuffix("."))
    begins = texts.pgettext("before a verb", "to") + " "
    clause = words.startswith(begins) or _is_to_do(words, texts)
    facts = {"name": one.to_now, "what": words.removeprefix(begins)}
    if protocol and clause:
        line = texts.gettext("The assignment of {name} to {what} is noted and declared fulfilled.")
    elif protocol:
        line = texts.gettext("The assignment of {name}, “{what}”, is noted and declared fulfilled.")
    elif clause:
        line = texts.gettext("The assignment of {name} to {what} is done.")
    else:
        line = texts.gettext("The assignment of {name}, “{what}”, is done.")
    return line.format(**facts if clause else facts | {"what": wording.capital(words)})


def _is_to_do(words: str, texts: Texts) -> bool:
    """Tell whether words can follow `att`: they begin with an infinitive; so do all in English."""
    if texts.language != "sv":
        return True
    first = words.split(maxsplit=1)[0] if words else ""
    return first in _SHORT or (first.endswith("a") and not first.endswith(("arna", "orna", "erna")))
