"""Who is in a body, in its terms of reference: whose turn it is to preside, the members and their rights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import terms_rules, wording
from klubban.documents.tree import Grouped
from klubban.domain.body import SeatRole
from klubban.domain.text import Text, runs_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from klubban.documents.terms import Terms
    from klubban.documents.tree import Node
    from klubban.domain.body import Person, Seat
    from klubban.domain.rules import Right
    from klubban.i18n import Texts

_OFFICES = (SeatRole.CHAIR, SeatRole.VICE_CHAIR, SeatRole.SECOND_VICE_CHAIR)


def presiding(terms: Terms, texts: Texts) -> Iterator[str]:
    """Walk who presides, and whose turn it is this year and the next."""
    held = _held(terms)
    for role in _OFFICES:
        seats = [seat for seat in held if seat.role is role and seat.person is not None]
        if seats:
            office = wording.capital(_office(role, held, texts))
            names = wording.enumerated([_name(terms, seat, texts) for seat in seats], texts)
            yield texts.gettext("{office} is {names}.").format(office=office, names=names)
    this, coming = (terms.body.chaired_by(year) for year in (terms.day.year, terms.day.year + 1))
    if this and coming:
        turns = texts.gettext("The chair rotates yearly between {authorities}.")
        authorities = [_inside(terms, each) for each in dict.fromkeys(terms.body.rotation)]
        yield turns.format(authorities=wording.enumerated(authorities, texts))
        line = texts.gettext("In {year} it is held by {authority}, in {next} by {following}.")
        year, first, then = terms.day.year, _inside(terms, this), _inside(terms, coming)
        yield line.format(year=year, authority=first, next=year + 1, following=then)


def members(terms: Terms, texts: Texts) -> Iterator[Node]:
    """Walk how many there are, and a table of them by role with organisations and terms."""
    held = _held(terms)
    counted = " ".join(_counts(terms, held, texts))
    if counted:
        yield Text(runs_of(counted))
    groups = [(title, seats) for title, seats in _groups(held, texts) if seats]
    represented = any(_organisation(terms, seat) for seat in held if seat.role is not SeatRole.SECRETARY)
    head = [texts.gettext("Name")]
    head += [texts.gettext("Organisation")] if represented else []
    head.append(texts.pgettext("column", "Term"))
    if groups:
        yield Grouped(
            tuple(head),
            tuple(
                (title, tuple(_row(terms, seat, texts, represented=represented) for seat in seats))
                for title, seats in groups
            ),
        )
    for sentence in _rights(terms, held, texts):
        yield Text(runs_of(sentence))


def named(person: Person) -> str:
    """Return `Åke Öman (S)`."""
    return f"{person.name} ({person.party})" if person.party else person.name


def _inside(terms: Terms, name: str) -> str:
    """Return a name as it stands inside a sentence: small only of the file's own bodies."""
    return wording.small(name) if any(body.name == name for body in terms.bodies.values()) else name


def _held(terms: Terms) -> list[Seat]:
    return [seat for seat in terms.seats if seat.covers(terms.day)]


def _counts(terms: Terms, held: Sequence[Seat], texts: Texts) -> Iterator[str]:
    """Walk how many members and alternates there are, and how many seats nobody sits in."""
    deciding = [seat for seat in held if seat.role.decides]
    seats = max(terms.body.seats or 0, len(deciding))
    vacant = sum(seat.person is None for seat in deciding)
    alternates = sum(seat.role is SeatRole.ALTERNATE for seat in held)
    if not seats:
        return
    members = texts.ngettext("{body} has {count} member.", "{body} has {count} members.", seats)
    empty = texts.ngettext(
        "{body} has {count} seats, one of which is vacant.",
        "{body} has {count} seats, {vacant} of which are vacant.",
        vacant,
    )
    yield (empty if vacant else members).format(body=terms.body.name, count=seats, vacant=vacant)
    if alternates:
        also = texts.ngettext("There is {count} alternate.", "There are {count} alternates.", alternates)
        yield also.format(count=alternates)


def _groups(held: Sequence[Seat], texts: Texts) -> Iterator[tuple[str, list[Seat]]]:
    titles = {
        SeatRole.ALTERNATE: texts.gettext("Alternates"),
        SeatRole.CO_OPTED: texts.pgettext("people", "Co-opted"),
        SeatRole.STAFF_REPRESENTATIVE: texts.gettext("Staff representatives"),
        SeatRole.SECRETARY: texts.gettext("Secretary"),
    }
    presidium = sorted(
        (seat for seat in held if seat.role.presides), key=lambda seat: _OFFICES.index(seat.role)
    )
    yield texts.gettext("Members"), presidium + [seat for seat in held if seat.role is SeatRole.MEMBER]
    for role, title in titles.items():
        found = [seat for seat in held if seat.role is role]
        # The order of call is what an alternate's place means; others stand as they were entered.
        yield title, sorted(found, key=lambda seat: seat.order or 0) if role is SeatRole.ALTERNATE else found


def _row(terms: Terms, seat: Seat, texts: Texts, *, represented: bool) -> tuple[str, ...]:
    held = _held(terms)
    beside = [_office(seat.role, held, texts)] if seat.role.presides else []
    person = terms.people.get(seat.person or 0)
    if person and person.title and not person.party:
        beside.append(wording.small(person.title))
    member = terms.people.get(seat.alternate_for or 0)
    if member:
        beside.append(texts.gettext("personal alternate for {member}").format(member=named(member)))
    organisation = _organisation(terms, seat)
    if not represented:
        beside.append(organisation)
    name = ", ".join(part for part in (_name(terms, seat, texts), *beside) if part)
    return (name, *([organisation] if represented else []), _term(seat, texts))


def _name(terms: Terms, seat: Seat, texts: Texts) -> str:
    person = terms.people.get(seat.person or 0)
    if person is None:
        owner = seat.party or seat.represents
        vacant = texts.gettext("Vacant")
        return f"{vacant} ({owner})" if owner else vacant
    party = person.party or seat.party
    return f"{person.name} ({party})" if party else person.name


def _organisation(terms: Terms, seat: Seat) -> str:
    person = terms.people.get(seat.person or 0)
    return seat.represents or (person.organisation if person else None) or ""


def _term(seat: Seat, texts: Texts) -> str:
    """Return `2023–2026` of whole years, `2023-03-01–2026-12-31`, or as much of it as is known."""
    if _whole_years(seat):
        return "–".join(dict.fromkeys(str(day.year) for day in (seat.from_date, seat.to_date) if day))
    first, last = (day.isoformat() if day else "" for day in (seat.from_date, seat.to_date))
    if first and last:
        return f"{first}–{last}"
    if first:
        return texts.gettext("from {date}").format(date=first)
    return texts.gettext("until {date}").format(date=last) if last else texts.gettext("until further notice")


def _whole_years(seat: Seat) -> bool:
    first, last = seat.from_date, seat.to_date
    if first is None or last is None:
        return False
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)


def _office(role: SeatRole, held: Sequence[Seat], texts: Texts) -> str:
    several = any(seat.role is SeatRole.SECOND_VICE_CHAIR for seat in held)
    return wording.office(role, texts, two_vices=several)


def _rights(terms: Terms, held: Sequence[Seat], texts: Texts) -> Iterator[str]:
    """Walk what those may do whose rights are not those of their role, all with the same in one sentence."""
    alike: dict[tuple[Right, ...], list[str]] = {}
    for seat in held:
        if seat.rights and not seat.role.decides:
            alike.setdefault(seat.rights, []).append(_name(terms, seat, texts))
    for some, names in alike.items():
        line = texts.gettext("{names} may {rights}.")
        yield line.format(names=wording.enumerated(names, texts), rights=terms_rules.rights(some, texts))
