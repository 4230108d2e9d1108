"""What is said of a body's attendance, in sentences; for the page, the document and the letter alike."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from klubban.documents.wording import NBSP, enumerated
from klubban.domain.chronic import IN_A_ROW

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from klubban.domain.chronic import Missing
    from klubban.domain.overview import Overview
    from klubban.domain.statistics import Average, Turnout
    from klubban.i18n import Texts

_COUNTED = re.compile(r" (\{(?:held|missed|in_a_row|came)\}) ")
"""A number that does not part from what it counts."""


def period(first: date, last: date, texts: Texts) -> str:
    """Return `1 januari–31 december 2026`, each day with its year where they differ."""
    short = texts.pgettext("date pattern", "d MMMM")
    begins = texts.date(first, short) if first.year == last.year else texts.date(first)
    told = texts.date(last) if first == last else f"{begins}–{texts.date(last)}"
    days, _space, year = told.rpartition(" ")
    return f"{days.replace(' ', NBSP)} {year}"


def summary(overview: Overview, texts: Texts) -> str:
    """Return the average in words, `I genomsnitt var 10 av 24 ledamöter närvarande`, and who else served."""
    if overview.average is None:
        return texts.gettext("No meeting was held at which somebody is noted as present.")
    sentences = [_average(overview.average, texts)]
    replaced = round(overview.average.replaced, 1)
    if replaced:
        told = texts.gettext("On average {count} absent members were replaced by others.")
        told = told.replace("{count} ", f"{{count}}{NBSP}")
        sentences.append(told.format(count=number(replaced, texts)))
    return " ".join(sentences)


def _average(average: Average, texts: Texts) -> str:
    told = texts.ngettext(
        "At the one meeting held, {present} of {members} members were present.",
        "At the {count} meetings held, on average {present} of {members} members were present.",
        average.meetings,
    )
    present, members = number(average.present, texts), number(average.members, texts)
    return told.format(count=average.meetings, present=present, members=members)


def number(value: float, texts: Texts) -> str:
    """Return a number with one decimal where it is needed: `10`, `10,4`."""
    told = f"{value:.1f}".removesuffix(".0")
    return told.replace(".", ",") if texts.language == "sv" else told


def share(part: float | None, texts: Texts) -> str:
    """Return a part of one in per cent: `83 %`; nothing is a dash."""
    return (
        "–" if part is None else texts.gettext("{share} %").format(share=round(100 * part)).replace(" ", NBSP)
    )


def of_members(turnout: Turnout, texts: Texts) -> str:
    """Return `10 av 24`."""
    return of(turnout.present, turnout.members, texts)


def of(part: int, whole: int, texts: Texts) -> str:
    """Return `10 av 24`, which does not part at a line's end."""
    return texts.gettext("{present} of {members}").format(present=part, members=whole).replace(" ", NBSP)


def chart_words(turnouts: Iterable[Turnout], texts: Texts) -> str:
    """Return what a chart of the meetings shows, for those who do not see it."""
    told = [f"{texts.date(each.day)}: {of_members(each, texts)}" for each in turnouts]
    return texts.gettext("Members present at each meeting. {meetings}.").format(meetings="; ".join(told))


def who(missing: Missing, texts: Texts) -> str:
    """Return who is missing: `Polismyndigheten (Nils Hallonsten)`, `Eva Asp (C)`."""
    names = enumerated([person.name for person in missing.people], texts)
    if missing.organisation and not missing.represented:
        return f"{missing.organisation} ({names})"
    belongs = missing.organisation or missing.party
    return f"{names} ({belongs})" if belongs else names


def threshold(texts: Texts) -> str:
    """Return when somebody is counted among those who are seldom there."""
    told = texts.gettext(
        "Named here is who has missed the last {in_a_row} meetings or more, or come to fewer than a third."
    )
    return _COUNTED.sub(f"{NBSP}\\1{NBSP}", told).format(in_a_row=IN_A_ROW)


def half(texts: Texts) -> str:
    """Return what the mark across the bars means."""
    return texts.gettext("The mark across each bar is at half of the members.")


def counted_for_organisations(texts: Texts) -> str:
    """Return how organisations are counted otherwise than their members."""
    return texts.gettext("Who came in the member’s place counts here too.")


def absence(missing: Missing, texts: Texts) -> str:
    """Return who is missing and how often, in one sentence or two."""
    told = _COUNTED.sub(f"{NBSP}\\1{NBSP}", _how_often(missing, texts)).format(
        who=who(missing, texts),
        held=missing.held,
        came=of(len(missing.attended), missing.held, texts),
        missed=missing.in_a_row,
    )
    if missing.represented:
        others = texts.gettext("{organisation} was represented by others.")
        told += " " + others.format(organisation=missing.organisation)
    return told


def _how_often(missing: Missing, texts: Texts) -> str:
    if not missing.attended:
        return texts.gettext("{who} has not come to any of the {held} meetings.")
    if missing.in_a_row > 1:
        return texts.gettext("{who} has missed the last {missed} meetings, and came to {came} in all.")
    return texts.gettext("{who} has come to {came} meetings.")
