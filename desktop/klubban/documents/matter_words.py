"""What is said of matters, of what was raised, and of delegated decisions; for page and documents alike."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from klubban.documents.wording import capital, held, number_sign
from klubban.domain.meeting import Outcome, SubmissionKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from klubban.domain.agenda import Delegated
    from klubban.domain.matter_history import Handled
    from klubban.domain.submissions import Raised
    from klubban.i18n import Texts

_WEEK, _MONTH = 14, 61
"""Days from which time is told in weeks, and in months."""


def kind(of: SubmissionKind, texts: Texts) -> str:
    """Return what something raised is called."""
    names = {
        SubmissionKind.MEMBER_MOTION: texts.pgettext("submission", "Member’s motion"),
        SubmissionKind.INTERPELLATION: texts.pgettext("submission", "Interpellation"),
        SubmissionKind.QUESTION: texts.pgettext("submission", "Question"),
        SubmissionKind.CITIZEN_PROPOSAL: texts.pgettext("submission", "Citizens’ proposal"),
        SubmissionKind.INITIATIVE: texts.pgettext("submission", "Member’s initiative"),
    }
    return names[of]


def kinds(of: SubmissionKind, texts: Texts) -> str:
    """Return what several of them are called."""
    names = {
        SubmissionKind.MEMBER_MOTION: texts.pgettext("submissions", "Members’ motions"),
        SubmissionKind.INTERPELLATION: texts.pgettext("submissions", "Interpellations"),
        SubmissionKind.QUESTION: texts.pgettext("submissions", "Questions"),
        SubmissionKind.CITIZEN_PROPOSAL: texts.pgettext("submissions", "Citizens’ proposals"),
        SubmissionKind.INITIATIVE: texts.pgettext("submissions", "Members’ initiatives"),
    }
    return names[of]


def time_left(days: int, texts: Texts) -> str:
    """Return how long is left of the year, or how long ago it ended: `3 veckor kvar`."""
    if days == 0:
        return texts.gettext("the last day is today")
    count = abs(days)
    late = days < 0
    if count < _WEEK:
        words = (
            texts.ngettext("{count} day too late", "{count} days too late", count)
            if late
            else texts.ngettext("{count} day left", "{count} days left", count)
        )
    elif count < _MONTH:
        count //= 7
        words = (
            texts.ngettext("{count} week too late", "{count} weeks too late", count)
            if late
            else texts.ngettext("{count} week left", "{count} weeks left", count)
        )
    else:
        count = count * 12 // 365
        words = (
            texts.ngettext("{count} month too late", "{count} months too late", count)
            if late
            else texts.ngettext("{count} month left", "{count} months left", count)
        )
    return words.format(count=count)


def outcome(of: Handled, texts: Texts) -> str:
    """Return what became of an item in a word or two; nothing before its meeting has said."""
    if of.withdrawn and of.outcome is None:
        return texts.pgettext("outcome", "not taken up")
    if of.outcome is Outcome.DECIDED and of.proposes_to:
        bodies = ", ".join(map(small_name, of.proposes_to))
        return texts.pgettext("outcome", "proposed to {bodies}").format(bodies=bodies)
    names = {
        Outcome.DECIDED: texts.pgettext("outcome", "decided"),
        Outcome.POSTPONED: texts.pgettext("outcome", "postponed"),
        Outcome.REFERRED_BACK: texts.pgettext("outcome", "referred back"),
        Outcome.WITHDRAWN: texts.pgettext("outcome", "withdrawn"),
        Outcome.NOTED: texts.pgettext("outcome", "noted"),
    }
    return names[of.outcome] if of.outcome else ""


def small_name(body: str) -> str:
    """Return a body's name as it stands inside a sentence: `kommunfullmäktige`."""
    return body[:1].lower() + body[1:] if body.endswith(("en", "et", "fullmäktige")) else body


def place(of: Handled, texts: Texts) -> str:
    """Return by what an item is found: `§ 74`, or `punkt 7` while it has no paragraph."""
    if of.number is not None:
        return number_sign(of.number)
    return texts.gettext("item {number}").format(number=of.place)


def where(of: Handled, texts: Texts) -> str:
    """Return body, day and paragraph: `Kommunstyrelsen 18 maj 2026, § 74`."""
    return f"{of.body_name} {held(texts.date(of.date))}, {held(place(of, texts))}"


def standing(of: Raised, day: date, texts: Texts, *, apart: str = "; ") -> str:
    """Return where something raised has come: where it was last with what became of it, or comes next."""
    return standing_of(of.handled, day, texts, apart=apart)


def standing_of(handled: Sequence[Handled], day: date, texts: Texts, *, apart: str = "; ") -> str:
    """Return where a matter was last with what became of it, and where it comes next, set apart so."""
    taken_up = [each for each in handled if not each.withdrawn]
    last = next((each for each in reversed(taken_up) if each.date <= day), None)
    coming = next((each for each in taken_up if each.date > day), None)
    parts = []
    if last:
        parts.append(": ".join(filter(None, (where(last, texts), outcome(last, texts)))))
    if coming:
        told = where(replace(coming, body_name=small_name(coming.body_name)), texts)
        parts.append(texts.gettext("comes to {where}").format(where=told))
    if "\n" in apart:
        parts = [capital(part) for part in parts]
    return apart.join(parts) or texts.gettext("not on any agenda yet")


def decision(of: Delegated, texts: Texts) -> str:
    """Return by whom, by which point and when a decision was taken."""
    urgent = texts.gettext("urgent") if of.urgent else ""
    parts = (of.registry_number, of.by, of.basis, texts.date(of.on) if of.on else "", urgent)
    return ", ".join(filter(None, parts))


def span(days: Sequence[date], texts: Texts) -> str:
    """Return the days that decisions were taken on, from the first to the last."""
    if not days:
        return ""
    first, last = min(days), max(days)
    if (first.year, first.month) == (last.year, last.month) and first != last:
        return held(texts.date(last).replace(str(last.day), f"{first.day}–{last.day}", 1))
    told = [held(texts.date(each)) for each in dict.fromkeys((first, last))]
    return " – ".join(told)
