"""The interface's words for what the registers hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import wording
from klubban.domain.body import Body, Person, Seat, SeatRole
from klubban.domain.rules import BodyKind, Right
from klubban.domain.service import OrderOfCall
from klubban.i18n import _, current, ngettext, pgettext

if TYPE_CHECKING:
    from collections.abc import Sequence


def kind(of: BodyKind) -> str:
    """Return what a kind of body is called."""
    names = {
        BodyKind.ASSEMBLY: pgettext("kind of body", "Municipal assembly"),
        BodyKind.COMMITTEE: pgettext("kind of body", "Committee or board"),
        BodyKind.SUBCOMMITTEE: pgettext("kind of body", "Subcommittee"),
        BodyKind.COUNCIL: pgettext("kind of body", "Council"),
        BodyKind.FORUM: pgettext("kind of body", "Consultation or network"),
        BodyKind.GROUP: pgettext("kind of body", "Working group"),
    }
    return names[of]


def kind_means(of: BodyKind) -> str:
    """Return what follows from a kind."""
    meanings = {
        BodyKind.ASSEMBLY: _("Directly elected. Most of its rules are law, from quorum to notice."),
        BodyKind.COMMITTEE: _(
            "Decides for itself. The rules on quorum, alternates, verification, notice and legality review"
            " apply."
        ),
        BodyKind.SUBCOMMITTEE: _(
            "Prepares items for its committee, or decides by delegation. The committee’s rules apply."
        ),
        BodyKind.COUNCIL: _("Advises. A protocol is kept, but neither quorum nor notice is needed."),
        BodyKind.FORUM: _("Officials confer. Notes are kept instead of a protocol, without paragraphs."),
        BodyKind.GROUP: _("Works on one task. Notes are kept instead of a protocol."),
    }
    return meanings[of]


def role(of: SeatRole) -> str:
    """Return what a seat's holder is."""
    names = {
        SeatRole.CHAIR: pgettext("seat", "Chair"),
        SeatRole.VICE_CHAIR: pgettext("seat", "Vice chair"),
        SeatRole.SECOND_VICE_CHAIR: pgettext("seat", "Second vice chair"),
        SeatRole.MEMBER: pgettext("seat", "Member"),
        SeatRole.ALTERNATE: pgettext("seat", "Alternate"),
        SeatRole.CO_OPTED: pgettext("seat", "Co-opted"),
        SeatRole.STAFF_REPRESENTATIVE: pgettext("seat", "Staff representative"),
        SeatRole.SECRETARY: pgettext("seat", "Secretary"),
    }
    return names[of]


def right(of: Right) -> str:
    """Return what somebody may do."""
    names = {
        Right.ATTEND: pgettext("may", "attend"),
        Right.SPEAK: pgettext("may", "speak"),
        Right.PROPOSE: pgettext("may", "make proposals"),
        Right.NOTE: pgettext("may", "have an opinion noted in the protocol"),
    }
    return names[of]


def rights(of: Sequence[Right]) -> str:
    """Return what somebody may do: `attend, speak and make proposals`."""
    return enumerated([right(each) for each in of])


def order(of: OrderOfCall) -> str:
    """Return how alternates are called, in a sentence."""
    told = {
        OrderOfCall.PARTY_CHAIN: _("Alternates are called from the member’s own party, then by its chain."),
        OrderOfCall.PERSONAL: _("The personal alternate comes first, then the own party, then its chain."),
        OrderOfCall.NAMED_LIST: _("Each member has a list of alternates, and they are called in its order."),
        OrderOfCall.COMMON_LIST: _("Alternates are called as they were elected, whatever their party."),
        OrderOfCall.ENTERED: _("Alternates are called in the order of the proportional election."),
        OrderOfCall.NONE: _("The body has no alternates."),
    }
    return told[of]


def enumerated(parts: Sequence[str]) -> str:
    """Return `A, B och C`."""
    if len(parts) < 2:  # noqa: PLR2004 - one alone needs no "and"
        return "".join(parts)
    return current().gettext("{some} and {last}").format(some=", ".join(parts[:-1]), last=parts[-1])


def named(person: Person) -> str:
    """Return `Claes Thunblad (S)`."""
    return f"{person.name} ({person.party})" if person.party else person.name


def person_line(person: Person) -> str:
    """Return somebody with what tells them from others: party, title, organisation."""
    return ", ".join(filter(None, (named(person), person.title, person.organisation)))


def holder(seat: Seat, person: Person | None) -> str:
    """Return who has a seat: `Eva Asp (C)`, or `Vakant (C)`."""
    party = seat.party or (person.party if person else None)
    name = person.name if person else pgettext("seat", "Vacant")
    return f"{name} ({party})" if party else name


def small(words: str) -> str:
    """Return words as they stand inside a sentence; abbreviations keep their capitals."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def inside(body: str) -> str:
    """Return a body's name as it stands inside a sentence."""
    return wording.inside(body)


def about(body: Body) -> str:
    """Return what a body is in few words, for a list: `nämnd, 13 platser`."""
    seats = ngettext("{count} seat", "{count} seats", body.seats or 0).format(count=body.seats)
    return ", ".join(filter(None, (small(kind(body.kind)), seats if body.seats else "")))
