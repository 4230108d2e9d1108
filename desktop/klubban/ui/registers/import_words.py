"""What a list of members would do, line by line, in words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from klubban.domain.body import SeatRole
from klubban.i18n import _, ngettext
from klubban.operations.member_drafts import Does
from klubban.ui.imports.preview import ImportRow, fault, grouped
from klubban.ui.registers import days, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.operations.import_members import Preview
    from klubban.operations.member_drafts import Difference, Planned

_NEW = (Does.NEW_PERSON, Does.NEW_SEAT, Does.VACANT_SEAT)


def rows(preview: Preview) -> Iterator[ImportRow]:
    """Walk the lines: what is wrong first, then what is done, then what is so already."""

    def of(*does: Does) -> list[ImportRow]:
        return [
            ImportRow(line.line.number, told(line), tuple(map(fault, line.faults)))
            for line in preview.lines
            if line.does in does
        ]

    return grouped(
        (
            (_("To be put right"), of(Does.FAULTY)),
            (_("Will be read in"), of(*_NEW, Does.CHANGES)),
            (_("As it is already"), of(Does.NOTHING)),
        )
    )


def told(line: Planned) -> str:
    """Return what a line does."""
    who = line.person.name if line.person else line.line.name or ""
    party = line.line.party or (line.person.party if line.person else None)
    name = f"{who} ({party})" if who and party else who
    role = words.small(words.role(line.line.role))
    term = days.term(line.seat) if line.seat else ""
    facts = {"name": name, "role": role, "party": party or ""}
    match line.does:
        case Does.NEW_PERSON:
            said = _("{name} is new in the register, and gets a seat: {role}")
        case Does.NEW_SEAT:
            said = _("{name} gets a seat: {role}")
        case Does.VACANT_SEAT:
            said = _("A vacant seat: {role} ({party})") if party else _("A vacant seat: {role}")
        case Does.CHANGES:
            changed = words.enumerated([_difference(each) for each in line.differences])
            return _("{name}, {role}: {changes}").format(**facts, changes=changed)
        case _:
            known = line.does is Does.NOTHING
            return ", ".join(filter(None, (name, role if known or not name else "")))
    return ", ".join(filter(None, (said.format(**facts), term)))


def _difference(of: Difference) -> str:
    name = _field(of.field)
    if of.before is None:
        return _("{field} {after}").format(field=name, after=_plain(of.after))
    facts = {"field": name, "after": _plain(of.after), "before": _plain(of.before)}
    return _("{field} {after} (was {before})").format(**facts)


def _field(name: str) -> str:
    """Return what a field is called inside a sentence."""
    names = {
        "name": _("Name"),
        "party": _("Party"),
        "role": _("Role"),
        "represents": _("Represents"),
        "email": _("E-mail"),
        "phone": _("Phone"),
        "address": _("Postal address"),
        "title": _("Title or office"),
        "order": _("Place in the order"),
        "alternate_for": _("Personal alternate of"),
        "from_date": _("From"),
        "to_date": _("Until"),
    }
    return words.small(names.get(name, name))


def _plain(value: object) -> str:
    if isinstance(value, date):
        return days.told(value)
    if isinstance(value, SeatRole):
        return words.small(words.role(value))
    return "–" if value is None else ", ".join(str(value).splitlines())


def summary(preview: Preview) -> str:
    """Return what the file would do, in a sentence or two."""
    seats, new = preview.count(*_NEW), preview.count(Does.NEW_PERSON)
    changed, same, wrong = preview.count(Does.CHANGES), preview.count(Does.NOTHING), len(preview.faulty)
    counted = (
        (seats, ngettext("{count} gets a seat", "{count} get seats", seats)),
        (
            new,
            ngettext(
                "{count} of them is new in the register", "{count} of them are new in the register", new
            ),
        ),
        (changed, ngettext("{count} is changed", "{count} are changed", changed)),
        (same, ngettext("{count} is as it was", "{count} are as they were", same)),
        (wrong, ngettext("{count} line does not fit", "{count} lines do not fit", wrong)),
    )
    parts = [template.format(count=count) for count, template in counted if count]
    return f"{', '.join(parts)}." if parts else _("The file has no lines below its headings.")


def working(preview: Preview) -> int:
    """Return how many lines do something."""
    return preview.count(*_NEW, Does.CHANGES)
