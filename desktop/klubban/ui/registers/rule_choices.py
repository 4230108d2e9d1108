"""What rules of a body say that are chosen: each value as a sentence, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from klubban.domain.quorum import needed
from klubban.domain.rules import BodyKind, DayCount, Right, Series
from klubban.domain.service import OrderOfCall
from klubban.i18n import _
from klubban.ui.registers import words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from klubban.domain.body import Body


@dataclass(frozen=True, slots=True)
class Said:
    """One value of a rule: the sentence that it is, and what follows from it."""

    value: Any
    says: str
    follows: str = ""


def _protocol(_body: Body) -> tuple[Said, ...]:
    return (
        Said(True, _("A protocol is kept."), _("Attendance, decisions and reservations, as the law asks.")),
        Said(False, _("Notes are kept instead of a protocol."), _("Nothing to verify or announce.")),
    )


def _numbered(_body: Body) -> tuple[Said, ...]:
    return (
        Said(True, _("Items become numbered paragraphs."), _("They are referred to as § 19.")),
        Said(False, _("Items have no paragraph numbers."), _("They are referred to by their place.")),
    )


def _series(_body: Body) -> tuple[Said, ...]:
    return (
        Said(Series.YEAR, _("Paragraphs are numbered by calendar year."), _("§ 1 is the year’s first.")),
        Said(Series.TERM, _("Paragraphs are numbered through the term."), _("They run on over the years.")),
        Said(Series.MEETING, _("Paragraphs are numbered from 1 at each meeting."), ""),
    )


def _with_year(_body: Body) -> tuple[Said, ...]:
    return (
        Said(False, _("A paragraph is called by its number."), _("As § 63.")),
        Said(True, _("A paragraph is called by its number and the year."), _("As § 63/20.")),
    )


def _quorum(body: Body) -> tuple[Said, ...]:
    more = _("A quorum needs more than half of the seats filled.")
    if body.seats:
        more = _("A quorum needs more than half of the seats filled: at least {least} of {seats}.").format(
            least=needed(body.seats), seats=body.seats
        )
    return (
        Said(True, more, _("Counted for each paragraph; what happens without one is noted with a reason.")),
        Said(
            False, _("There is no quorum: whoever comes can act."), _("How many came is told all the same.")
        ),
    )


def _vacant(_body: Body) -> tuple[Said, ...]:
    return (
        Said(True, _("Vacant seats count among all seats."), _("A vacancy makes a quorum harder to reach.")),
        Said(False, _("Vacant seats do not count."), _("More than half of the seats that have a member.")),
    )


def _despite(_body: Body) -> tuple[Said, ...]:
    return (
        Said(True, _("Those disqualified do not break the quorum."), _("The assembly’s rule alone.")),
        Said(
            False,
            _("Those disqualified are not counted for the quorum."),
            _("Too many disqualified make an item impossible to decide."),
        ),
    )


def _alternates(_body: Body) -> tuple[Said, ...]:
    follows = {
        OrderOfCall.PARTY_CHAIN: _("The chains are written below, a line for each party."),
        OrderOfCall.PERSONAL: _("Whose alternate somebody is stands at the seat."),
        OrderOfCall.NAMED_LIST: _("The list stands at each member’s seat."),
        OrderOfCall.COMMON_LIST: _("The order is that of the alternates on this page."),
        OrderOfCall.ENTERED: _("Entered by hand within each party, as the count gave it."),
        OrderOfCall.NONE: _("An empty chair stays empty."),
    }
    return tuple(Said(each, words.order(each), follows[each]) for each in OrderOfCall)


def _returns(_body: Body) -> tuple[Said, ...]:
    return (
        Said(
            False,
            _("Who has left may not serve again that day."),
            _("Except after disqualification; who comes back has a right to be there."),
        ),
        Said(True, _("Who has left may come back and serve again."), _("The alternate then steps back.")),
    )


def _balance(_body: Body) -> tuple[Said, ...]:
    return (
        Said(
            False,
            _("Who began to serve goes on, even if an alternate of the member’s party comes."),
            _("Who serves keeps precedence."),
        ),
        Said(
            True,
            _("A late alternate of the member’s party takes over from one of another party."),
            _("Between two items, so that the balance of the parties is kept."),
        ),
    )


def rights_said(value: tuple[Right, ...]) -> Said:
    """Return what alternates who do not serve may do."""
    if not value:
        return Said(value, _("Alternates who do not serve may not be present."))
    return Said(value, _("Alternates who do not serve may {rights}.").format(rights=words.rights(value)))


def _rights(_body: Body) -> tuple[Said, ...]:
    return tuple(Said(each, words.right(each)) for each in Right)


def _leave(_body: Body) -> tuple[Said, ...]:
    return (
        Said(True, _("Who is disqualified leaves the room."), _("They neither take part nor are present.")),
        Said(False, _("Who is disqualified may stay in the room."), _("They take no part in the item.")),
    )


def _must_decide(_body: Body) -> tuple[Said, ...]:
    return (
        Said(
            True,
            _("Who handles a matter of authority over an individual takes part in deciding it."),
            _("Nobody then answers ”abstains” in a vote about it."),
        ),
        Said(False, _("Whoever votes may abstain."), _("Whatever the matter is about.")),
    )


def _minority(_body: Body) -> tuple[Said, ...]:
    return (
        Said(
            True,
            _("A third of those present can have an item referred back or postponed."),
            _("The motion then wins with fewer votes, and the protocol says so."),
        ),
        Said(
            False,
            _("A minority cannot have an item referred back or postponed."),
            _("Most votes decide that too."),
        ),
    )


def _remote(_body: Body) -> tuple[Said, ...]:
    return (
        Said(
            True,
            _("Members may take part remotely."),
            _("With sound and picture, so that all see and hear each other on equal terms."),
        ),
        Said(False, _("Members take part in the room."), _("The assembly decides on taking part remotely.")),
    )


def _public(body: Body) -> tuple[Said, ...]:
    assembly = body.kind is BodyKind.ASSEMBLY
    return (
        Said(
            True,
            _("Its meetings are open to the public."),
            _("It may decide to consider a certain matter behind closed doors.")
            if assembly
            else _("Matters about individuals are always behind closed doors in a committee."),
        ),
        Said(
            False,
            _("Its meetings are held behind closed doors."),
            _("The assembly may allow a committee to open them."),
        ),
    )


def _signed(_body: Body) -> tuple[Said, ...]:
    return (
        Said(
            False,
            _("The protocol is signed by pen."),
            _("It has boxes for initials, and lines to sign on."),
        ),
        Said(
            True,
            _("The protocol is signed digitally."),
            _("It has fields to sign in instead; the assembly decides on it."),
        ),
    )


def _verified(_body: Body) -> tuple[Said, ...]:
    return (
        Said(True, _("The protocol is verified within fourteen days."), _("The date is watched.")),
        Said(False, _("The record is not verified."), ""),
    )


def _announced(_body: Body) -> tuple[Said, ...]:
    return (
        Said(
            True,
            _("The verification is announced on the notice board."),
            _("By the second day after; the time for legality review runs from then."),
        ),
        Said(False, _("The verification is not announced."), ""),
    )


def _appealable(_body: Body) -> tuple[Said, ...]:
    return (
        Said(True, _("Decisions may be taken to legality review."), _("Within three weeks from the notice.")),
        Said(False, _("There are no decisions to take to legality review."), ""),
    )


def _count(_body: Body) -> tuple[Said, ...]:
    return (
        Said(DayCount.CALENDAR, _("The days are counted as calendar days."), ""),
        Said(DayCount.WORKING, _("The days are counted as working days."), _("Not weekends and holidays.")),
    )


def _apart(_body: Body) -> tuple[Said, ...]:
    return (
        Said(
            True, _("Information stands apart from what is decided."), _("Each has its part of the agenda.")
        ),
        Said(False, _("Information and decisions stand in one order."), ""),
    )


OPTIONS: Mapping[str, Callable[[Body], tuple[Said, ...]]] = {
    "protocol": _protocol,
    "numbered": _numbered,
    "series": _series,
    "number_with_year": _with_year,
    "quorum": _quorum,
    "quorum_vacant": _vacant,
    "quorum_despite_disqualification": _despite,
    "alternates": _alternates,
    "returns": _returns,
    "balance": _balance,
    "alternates_may": _rights,
    "disqualified_leave": _leave,
    "must_decide": _must_decide,
    "minority": _minority,
    "remote": _remote,
    "public": _public,
    "verified": _verified,
    "signed_digitally": _signed,
    "announced": _announced,
    "appealable": _appealable,
    "summons_count": _count,
    "information_apart": _apart,
}
