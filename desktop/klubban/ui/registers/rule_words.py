"""Every rule of a body as a sentence: what it says, what else it could say, what follows, its source."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import Enum, auto
from typing import TYPE_CHECKING, Any

from klubban.domain.quorum import needed
from klubban.domain.rules import FIXED, PRESETS, BodyKind, DayCount, Right, Rules, Series
from klubban.domain.service import OrderOfCall
from klubban.i18n import _, ngettext
from klubban.ui.registers import words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from klubban.domain.body import Body


class Asks(Enum):
    """How a rule is changed."""

    ONE = auto()
    """One out of several."""
    SOME = auto()
    """Any of several."""
    NUMBER = auto()
    """A number; 0 for no rule."""


@dataclass(frozen=True, slots=True)
class Said:
    """One value of a rule: the sentence that it is, and what follows from it."""

    value: Any
    says: str
    follows: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as it stands for one body."""

    name: str
    now: Said
    source: str
    own: bool
    """It is not as the kind's preset has it."""
    law: str | None
    """The statute that settles it for the kind, so that it is not the body's to change."""
    asks: Asks
    options: tuple[Said, ...]


GROUPS = (
    ("protocol", "numbered", "series"),
    ("quorum", "quorum_least", "quorum_vacant", "quorum_despite_disqualification"),
    ("alternates", "returns", "balance", "alternates_may"),
    ("disqualified_leave", "remote"),
    ("verified", "verifiers", "announced", "appealable"),
    ("summons_days", "summons_count", "papers_days", "information_apart", "meetings_a_year"),
)
"""The rules by what they are about; every field of Rules stands in one."""


def group_titles() -> tuple[str, ...]:
    """Return what each group is called."""
    return (
        _("Protocol"),
        _("Quorum"),
        _("Alternates"),
        _("Taking part"),
        _("Verification and notice"),
        _("Meetings"),
    )


def rules_of(body: Body) -> dict[str, Rule]:
    """Return the rules that apply to a body, by name; those that others make idle are left out."""
    shown = {}
    for field in fields(Rules):
        if _idle(field.name, body.rules) and not _own(field.name, body):
            continue
        shown[field.name] = _rule(field.name, body)
    return shown


def _own(name: str, body: Body) -> bool:
    return bool(getattr(body.rules, name) != getattr(PRESETS[body.kind], name))


def _idle(name: str, rules: Rules) -> bool:
    """Tell whether a rule says nothing, since another says that there is nothing for it."""
    no_alternates = rules.alternates is OrderOfCall.NONE
    idle = {
        "numbered": not rules.protocol,
        "series": not rules.numbered,
        "quorum_least": not rules.quorum,
        "quorum_vacant": not rules.quorum or rules.quorum_least > 0,
        "quorum_despite_disqualification": not rules.quorum,
        "returns": no_alternates,
        "balance": no_alternates,
        "alternates_may": no_alternates,
        "verifiers": not rules.verified,
        "announced": not rules.verified,
        "summons_count": not rules.summons_days,
        "papers_days": not rules.summons_days,
    }
    return idle.get(name, False)


def _rule(name: str, body: Body) -> Rule:
    value = getattr(body.rules, name)
    asks = Asks.SOME if isinstance(value, tuple) else Asks.NUMBER if type(value) is int else Asks.ONE
    options = _OPTIONS[name](body) if name in _OPTIONS else ()
    now = (
        _NUMBERS[name](value, body)
        if asks is Asks.NUMBER
        else _may(value)
        if asks is Asks.SOME
        else next(option for option in options if option.value == value)
    )
    law = FIXED.get(body.kind, {}).get(name)
    return Rule(name, now, _source(name, body.kind), _own(name, body), law, asks, options)


def _source(name: str, kind: BodyKind) -> str:
    """Return where a rule comes from."""
    assembly = kind is BodyKind.ASSEMBLY
    of_law = {
        "quorum": "KL 5 kap. 45 §" if assembly else "KL 6 kap. 27 §",
        "quorum_despite_disqualification": "KL 5 kap. 46 §" if assembly else "KL 6 kap. 27 §",
        "alternates": "KL 5 kap. 18 §" if assembly else "KL 6 kap. 16 §",
        "alternates_may": _("local rule") if assembly else "KL 6 kap. 17 §",
        "disqualified_leave": "KL 5 kap. 47 §" if assembly else "KL 6 kap. 30 §",
        "remote": "KL 5 kap. 16 §" if assembly else "KL 6 kap. 24 §",
        "protocol": "KL 5 kap. 65 §" if assembly else "KL 6 kap. 35 §",
        "verified": "KL 5 kap. 69 §",
        "announced": "KL 8 kap. 12 §",
        "appealable": "KL 13 kap. 2 §",
    }
    if name == "returns":
        return "KL 5 kap. 20 §" if assembly else _("local rule")
    if name == "summons_days":
        return "KL 5 kap. 13 §" if assembly else _("local rule")
    decides = kind in (BodyKind.ASSEMBLY, BodyKind.COMMITTEE, BodyKind.SUBCOMMITTEE)
    return of_law[name] if name in of_law and decides else _("local rule")


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


def _least(value: int, _body: Body) -> Said:
    if not value:
        return Said(0, _("No other number is needed for a quorum."))
    told = ngettext(
        "At least {count} must serve for a quorum.", "At least {count} must serve for a quorum.", value
    )
    return Said(value, told.format(count=value), _("Instead of more than half of the seats."))


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


def _may(value: tuple[Right, ...]) -> Said:
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


def _remote(_body: Body) -> tuple[Said, ...]:
    return (
        Said(
            True,
            _("Members may take part remotely."),
            _("With sound and picture, so that all see and hear each other on equal terms."),
        ),
        Said(False, _("Members take part in the room."), _("The assembly decides on taking part remotely.")),
    )


def _verified(_body: Body) -> tuple[Said, ...]:
    return (
        Said(True, _("The protocol is verified within fourteen days."), _("The date is watched.")),
        Said(False, _("The record is not verified."), ""),
    )


def _verifiers(value: int, _body: Body) -> Said:
    if not value:
        return Said(0, _("The chair alone verifies the protocol."))
    told = ngettext(
        "The protocol is verified by the chair and one more.",
        "The protocol is verified by the chair and {count} more.",
        value,
    )
    return Said(value, told.format(count=value), _("They are elected at the meeting."))


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


def _days(value: int, body: Body) -> Said:
    if not value:
        return Said(0, _("No time is set for the summons."))
    if body.rules.summons_count is DayCount.WORKING:
        told = ngettext(
            "The summons is out {count} working day before.",
            "The summons is out {count} working days before.",
            value,
        )
    else:
        told = ngettext(
            "The summons is out {count} calendar day before.",
            "The summons is out {count} calendar days before.",
            value,
        )
    return Said(value, told.format(count=value))


def _count(_body: Body) -> tuple[Said, ...]:
    return (
        Said(DayCount.CALENDAR, _("The days are counted as calendar days."), ""),
        Said(DayCount.WORKING, _("The days are counted as working days."), _("Not weekends and holidays.")),
    )


def _papers(value: int, body: Body) -> Said:
    if not value:
        return Said(value, _("No rule says when papers must be in."), "")
    if body.rules.summons_count is DayCount.WORKING:
        told = ngettext(
            "Papers are in at least {count} working day before the summons goes out.",
            "Papers are in at least {count} working days before the summons goes out.",
            value,
        )
    else:
        told = ngettext(
            "Papers are in at least {count} day before the summons goes out.",
            "Papers are in at least {count} days before the summons goes out.",
            value,
        )
    return Said(value, told.format(count=value), _("The plan of the year shows the day for each meeting."))


def _apart(_body: Body) -> tuple[Said, ...]:
    return (
        Said(
            True, _("Information stands apart from what is decided."), _("Each has its part of the agenda.")
        ),
        Said(False, _("Information and decisions stand in one order."), ""),
    )


def _yearly(value: int, _body: Body) -> Said:
    if not value:
        return Said(0, _("No number of meetings a year is set."))
    told = ngettext("At least {count} meeting a year.", "At least {count} meetings a year.", value)
    return Said(value, told.format(count=value))


def asked_number(name: str) -> str:
    """Return what a number is asked for with."""
    asked = {
        "quorum_least": _("How many must serve (0 for more than half of the seats)"),
        "verifiers": _("How many verify beside the chair"),
        "summons_days": _("How many days before (0 for no rule)"),
        "papers_days": _("How many days before the summons (0 for no rule)"),
        "meetings_a_year": _("How many meetings a year at least (0 for no rule)"),
    }
    return asked[name]


_OPTIONS: Mapping[str, Callable[[Body], tuple[Said, ...]]] = {
    "protocol": _protocol,
    "numbered": _numbered,
    "series": _series,
    "quorum": _quorum,
    "quorum_vacant": _vacant,
    "quorum_despite_disqualification": _despite,
    "alternates": _alternates,
    "returns": _returns,
    "balance": _balance,
    "alternates_may": _rights,
    "disqualified_leave": _leave,
    "remote": _remote,
    "verified": _verified,
    "announced": _announced,
    "appealable": _appealable,
    "summons_count": _count,
    "information_apart": _apart,
}
_NUMBERS: Mapping[str, Callable[[int, Body], Said]] = {
    "quorum_least": _least,
    "verifiers": _verifiers,
    "summons_days": _days,
    "papers_days": _papers,
    "meetings_a_year": _yearly,
}
