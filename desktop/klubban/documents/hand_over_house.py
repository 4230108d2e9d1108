"""A hand-over's habits and what the house has: who gets what, phrases, own words, where things are kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.documents.tree import Facts, Grouped, Names
from klubban.documents.wording import NBSP, enumerated, held
from klubban.domain.text import Text, lines, runs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.documents.hand_over_open import Open, Part
    from klubban.domain.afterwards import Addressee
    from klubban.domain.agenda import StandingItem
    from klubban.domain.body import Organisation
    from klubban.domain.phrases import Phrase
    from klubban.i18n import Texts

_MOST_WORDS = 200
_POSTAL = re.compile(r"\b(\d{3}) (\d{2})\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """What is the same for all bodies."""

    organisation: Organisation
    file_name: str
    addressees: tuple[Addressee, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    """Those of no one body."""
    words: tuple[str, ...] = ()
    """That are never marked as misspelt."""


def habits(of: Open, texts: Texts) -> Iterator[Part]:
    """Walk a body's own ways, where it has any."""
    rows = list(_ways(of, texts))
    if rows:
        facts = Facts(tuple((label, (_below(told),)) for label, told in rows))
        yield texts.gettext("Its own ways"), [facts]
    if of.phrases:
        yield texts.gettext("Its own phrases"), [_phrases(of.phrases, texts)]


def _below(told: tuple[str, ...]) -> Text | Names:
    """Return one thing as a text, and several below each other."""
    return Names(told) if len(told) > 1 else Text(runs_of(told[0]))


def _ways(of: Open, texts: Texts) -> Iterator[tuple[str, tuple[str, ...]]]:
    body = of.body
    if body.absence_to:
        yield texts.gettext("Absence is told to"), (body.absence_to,)
    if body.distribution:
        yield texts.gettext("The summons also goes to"), body.distribution
    each_time = tuple(item.title for item in of.standing if not item.months)
    if each_time:
        yield texts.gettext("On each agenda"), each_time
    yearly = tuple(_duty(item, texts) for item in of.standing if item.months)
    if yearly:
        yield texts.gettext("In the course of the year"), yearly
    if body.habits.titles:
        titles = ", ".join(f"”{title}”" for title in body.habits.titles.values())
        yield texts.gettext("Headings of its own"), (titles,)
    if body.habits.individual_apart:
        yield texts.gettext("Matters of individuals"), (texts.gettext("each on sheets of its own"),)
    if body.sources:
        yield texts.gettext("Situation reports rest on"), body.sources


def _duty(item: StandingItem, texts: Texts) -> str:
    from datetime import date

    months = enumerated([texts.date(date(2000, month, 1), "MMMM") for month in item.months], texts)
    if not item.source:
        return f"{item.title}: {months}"
    source = held(item.source) if "§" in item.source else item.source
    return f"{item.title}: {months} ({source})"


def parts(of: House, texts: Texts) -> Iterator[Part]:
    """Walk what the house has, each part with its heading."""
    if of.addressees:
        head = (
            texts.gettext("Name"),
            texts.pgettext("column", "Reached at"),
        )
        rows = tuple((each.name, _reached(each, texts)) for each in of.addressees)
        yield texts.gettext("Who decisions are sent to"), [Grouped(head, (("", rows),), widths=(200.0,))]
    if of.phrases:
        yield texts.gettext("Phrases"), [_phrases(of.phrases, texts)]
    if of.words:
        told = ", ".join(of.words[:_MOST_WORDS]) + (" …" if len(of.words) > _MOST_WORDS else "")
        yield texts.gettext("The house’s own words"), [Text(runs_of(told))]
    rows_ = tuple((label, (Text(runs_of(told)),)) for label, told in _kept(of, texts))
    yield texts.gettext("Where things are kept"), [Facts(rows_)]


def _reached(each: Addressee, texts: Texts) -> str:
    if each.members:
        return texts.gettext("a group: {names}").format(names=", ".join(each.members))
    address = _POSTAL.sub(rf"\1{NBSP}\2", ", ".join((each.address or "").splitlines()))
    return "; ".join(filter(None, (each.email, address))) or "–"


def _phrases(found: tuple[Phrase, ...], texts: Texts) -> Grouped:
    head = (texts.pgettext("column", "Is typed"), texts.pgettext("column", "Becomes"))
    rows = tuple((each.short, " ".join(" ".join(lines(each.text)).split())) for each in found)
    return Grouped(head, (("", rows),), widths=(90.0,))


def _kept(of: House, texts: Texts) -> Iterator[tuple[str, str]]:
    yield texts.gettext("All of this"), texts.gettext("in the file {file}").format(file=of.file_name)
    whose = of.organisation
    if whose.protocol_kept_at:
        yield texts.gettext("Protocols"), whose.protocol_kept_at
    if whose.notice_board:
        yield texts.gettext("Notice board"), whose.notice_board
    if whose.website:
        yield texts.gettext("Website"), whose.website
