"""How documents name those who were there: as what, for whom, for which paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import presiding, spans
from klubban.documents.wording import capital, remotely, small, with_party
from klubban.domain.attendance import Service
from klubban.domain.look import ServiceStyle
from klubban.domain.meeting import Attendee, AttendsAs, Meeting
from klubban.domain.roll import OnRollAs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from klubban.domain.body import Named
    from klubban.domain.look import Look
    from klubban.domain.roll import RollLine
    from klubban.i18n import Texts


def deciding(meeting: Meeting, texts: Texts) -> tuple[str, ...]:
    """Return those who took part in the decisions, as they were called: KL 5 kap. 66 § and 67 § 5."""
    return tuple(_deciding(meeting, texts))


def _deciding(meeting: Meeting, texts: Texts) -> Iterator[str]:
    look = meeting.organisation.look
    told: set[Named] = set()
    starred = False
    for one in meeting.attendance:
        if one.decides:
            offices = [] if one.who in told else offices_of(meeting, one, texts)
            told.add(one.who)
            starred = starred or _is_alternate(one)
            name = _serving(one, _known_as(meeting, one), texts, look)
            yield ", ".join([name, *offices, *limits(meeting, one, texts)])
    yield from (vacant_seat(line, texts) for line in vacant(meeting))
    if starred and look.service is ServiceStyle.STARRED:
        yield "* " + texts.gettext("serving alternate")


def _serving(one: Attendee, known_as: list[str], texts: Texts, look: Look) -> str:
    """Return a name with what its owner is known as, and whom they serve for, as the house says it."""
    name = with_party(one.who, look)
    member = with_party(one.serves_for, look) if one.serves_for else ""
    if not _is_alternate(one):
        # An organisation that sent somebody else has no alternate.
        told = ", ".join([name, *known_as])
        replaces = texts.gettext("{name} for {member}")
        return replaces.format(name=f"{told}," if known_as else told, member=member) if member else told
    return ", ".join([of_alternate(name, member, look.service, texts), *known_as])


def of_alternate(name: str, member: str, service: ServiceStyle, texts: Texts) -> str:
    """Return how an alternate is named who serves, for a member if one is known, as a house writes it."""
    if service is ServiceStyle.STARRED:
        return f"{name}*"
    if service is ServiceStyle.UNNAMED or not member:
        return texts.gettext("{name}, serving alternate").format(name=name)
    line = {
        ServiceStyle.ALTERNATE_FOR: texts.gettext("{name}, alternate for {member}"),
        ServiceStyle.SERVES_FOR: texts.gettext("{name} serves for {member}"),
        ServiceStyle.ABBREVIATED: texts.gettext("{name}, serv. alt. for {member}"),
    }.get(service, texts.gettext("{name} for {member}"))
    return line.format(name=name, member=member)


def _is_alternate(one: Attendee) -> bool:
    return one.attends_as is AttendsAs.SERVING_ALTERNATE


def _known_as(meeting: Meeting, one: Attendee) -> list[str]:
    """Return title and organisation of somebody who decides and was not sent by a party."""
    if one.who.party:
        return []
    title = small(one.title) if one.title else ""
    return [part for part in (title, organisation(meeting, one)) if part]


def offices_of(meeting: Meeting, one: Attendee, texts: Texts) -> list[str]:
    """Return the office that somebody has, and that they presided: `1:e vice ordförande`, `ordförande`."""
    line = line_of(meeting, one)
    presided = presiding.after_name(meeting, one.who, texts)
    # What stands beside it for the person anyway is not said twice.
    limit = spans.attended(meeting, one, texts)
    presided = presided.removesuffix(f" {limit}") if limit else presided
    own = presiding.office(meeting, line, texts) if line and line.role is not OnRollAs.CHAIR else ""
    return [part for part in (own, presided) if part]


def line_of(meeting: Meeting, one: Attendee) -> RollLine | None:
    """Return the line that somebody's attendance follows from, where a roll was called."""
    return next((line for line in meeting.roll.lines if line.id == one.id), None)


def organisation(meeting: Meeting, one: Attendee) -> str:
    """Return whom somebody represents, where that is known."""
    line = line_of(meeting, one)
    return (line.represents or "") if line else ""


def vacant(meeting: Meeting) -> tuple[RollLine, ...]:
    """Return the vacant seats that nobody served in at any time."""
    empty = [line for line in meeting.roll.lines if line.role.has_seat and line.who is None]
    if not empty:
        return ()
    sittings = Service(meeting.roll, meeting.agenda, meeting.body).sittings
    filled = {sits.seat.id for sitting in sittings for sits in sitting if sits.person is not None}
    return tuple(line for line in empty if line.id not in filled)


def vacant_seat(line: RollLine, texts: Texts) -> str:
    """Return `Vakant (M)`, with the party or the organisation whose seat it is."""
    owner = line.seat_party or line.represents
    word = texts.gettext("Vacant")
    return f"{word} ({owner})" if owner else word


# --- those who do not decide


def others_present(meeting: Meeting, texts: Texts) -> tuple[str, ...]:
    """Return who else was there, a line for each group, titles before the names as in running text."""

    def people(kind: AttendsAs) -> list[str]:
        found = (one for one in meeting.attendance if one.attends_as is kind)
        return [_titled(meeting, one, texts) for one in found]

    alternates = people(AttendsAs.ALTERNATE)
    staff = people(AttendsAs.STAFF_REPRESENTATIVE)
    groups = [
        (texts.ngettext("Alternate {names}", "Alternates {names}", len(alternates)), alternates),
        (texts.gettext("Co-opted {names}"), people(AttendsAs.CO_OPTED)),
        (texts.ngettext("Staff representative {names}", "Staff representatives {names}", len(staff)), staff),
        ("{names}", people(AttendsAs.OFFICIAL) + _secretary_not_on_roll(meeting, texts)),
        (texts.gettext("Invited {names}"), people(AttendsAs.GUEST)),
        ("{names}", people(AttendsAs.OTHER)),
    ]
    return tuple(capital(line.format(names=_listed(names))) for line, names in groups if names)


def _listed(names: Sequence[str]) -> str:
    """Return names in a row, parted by semicolons where one of them has a comma of its own."""
    return ("; " if any(", " in name for name in names) else ", ").join(names)


def _secretary_not_on_roll(meeting: Meeting, texts: Texts) -> list[str]:
    secretary = unlisted_secretary(meeting)
    role = small(texts.gettext("Secretary"))
    return [f"{role} {secretary}"] if secretary else []


def unlisted_secretary(meeting: Meeting) -> Named | None:
    """Return the secretary, who is present even when nobody wrote it down."""
    secretary = meeting.secretary
    if secretary is None or any(one.who.is_same(secretary) for one in meeting.attendance):
        return None
    return secretary


def _titled(meeting: Meeting, one: Attendee, texts: Texts) -> str:
    name = with_party(one.who, meeting.organisation.look)
    name = f"{small(one.title)} {name}" if one.title else name
    represents = organisation(meeting, one)
    return ", ".join([name, *([represents] if represents else []), *limits(meeting, one, texts)])


def limits(meeting: Meeting, one: Attendee, texts: Texts) -> list[str]:
    """Return for which paragraphs and hours somebody was there, and whether at a distance."""
    attended = spans.attended(meeting, one, texts)
    remote = [remotely(meeting.organisation.look, texts)] if one.remote else []
    return ([attended] if attended else []) + remote
